"""One person after another in a post that one person holds at a time: where a tenure ends because the next begins.

The law of this module: a successor's start bounds the predecessor's end. Where no document dates the hand-over, it
lies between the last day on which the one is stated and the first day on which the other is. Two who are stated for
one day, or for days in turn, are no succession but a conflict, which a person has to settle.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from contingent.ask.answer import Answer, Word
from contingent.fact import Fact, Statement
from contingent.resolve.naming import without_post
from contingent.resolve.posts import may_be_one_head, sorts_of
from contingent.resolve.spells import spells


@dataclass(frozen=True, slots=True)
class Handover:
    """That ``after`` follows ``before`` in a post, at some time from ``first`` to ``last``, both days included.

    ``first`` is the last day for which ``before`` is stated, ``last`` the first for which ``after`` is. ``start`` is
    the bound at which the documents say that ``after`` began, None where they do not say.
    """

    before: Fact
    after: Fact
    first: date
    last: date
    start: str | None

    @property
    def earlier_statements(self) -> tuple[Statement, ...]:
        """Those that state ``before`` for the day ``first``."""
        return tuple(s for s in _sightings(self.before) if s.period.certain and s.period.certain[1] == self.first)

    @property
    def later_statements(self) -> tuple[Statement, ...]:
        """Those that state ``after`` for the day ``last``, as the first."""
        return tuple(s for s in _sightings(self.after) if s.period.certain and s.period.certain[0] == self.last)


class Tenure(NamedTuple):
    """One unbroken time, in days, for which documents have one person in a post; who returns has several."""

    first: date
    last: date
    fact: Fact
    sorts: frozenset[str]
    """The sorts of heads that the person's titles name; empty where they tell nothing."""


class Succession:
    """The holders of one post one after another, each with the hand-overs by which they came and left."""

    def __init__(self, postings: Iterable[Fact], gap: int | None = None) -> None:
        """Find the hand-overs; ``postings`` are the facts that state who holds the post, in any order.

        ``gap`` is the gap rule in days: what it parts of one person's posting are several tenures.
        """
        tenures = sorted(
            (t for fact in postings for t in _tenures(fact, gap)), key=lambda t: (t[:2], str(t.fact.subject))
        )
        self._tenures: dict[str, list[Tenure]] = {}
        self._leaving: dict[tuple[str, date], Handover] = {}
        self._coming: dict[tuple[str, date], Handover] = {}
        by_last = sorted(tenures, key=lambda t: (t.last, t.first, str(t.fact.subject)))
        firsts, lasts = [t.first for t in tenures], [t.last for t in by_last]
        for tenure in tenures:
            self._tenures.setdefault(tenure.fact.id, []).append(tenure)
            later = tenures[bisect_left(firsts, tenure.last) :]
            after = next((t for t in later if t.last > tenure.last and _follow_each_other(tenure, t)), None)
            if after is not None:
                self._leaving[tenure.fact.id, tenure.last] = _handover(tenure, after)
            earlier = reversed(by_last[: bisect_right(lasts, tenure.first)])
            before = next((t for t in earlier if t.first < tenure.first and _follow_each_other(t, tenure)), None)
            if before is not None:
                self._coming[tenure.fact.id, tenure.first] = _handover(before, tenure)

    def left(self, fact: Fact, on: date) -> Handover | None:
        """The hand-over by which the holder left last, or is to leave, seen from a day after the last statement."""
        last = max((t.last for t in self._tenures.get(fact.id, ()) if t.first <= on), default=None)
        return self._leaving.get((fact.id, last)) if last is not None and last < on else None

    def came(self, fact: Fact, on: date) -> Handover | None:
        """The hand-over by which the holder came last before a day, else the first to come after it."""
        found = [h for t in self._tenures.get(fact.id, ()) if (h := self._coming.get((fact.id, t.first))) is not None]
        return next((handover for handover in reversed(found) if handover.first < on), found[0] if found else None)


def in_succession(found: Answer, fact: Fact, posts: Succession, on: date) -> Answer:
    """``found``, the answer of one holder's own statements, within the succession.

    Once the successor holds the post the predecessor has ended, but for the day of the hand-over itself, on which both
    hold it. In the gap before, the predecessor is presumed and the successor possible. What is stated stays stated.
    """
    leaving, coming = posts.left(fact, on), posts.came(fact, on)
    if leaving is not None and found.word in (Word.PRESUMED, Word.POSSIBLE, Word.UNKNOWN):
        over = on >= leaving.last if leaving.start is None else on > leaving.last
        if over or found.word is not Word.UNKNOWN:
            found = _bounded(found, leaving, over)
    elif coming is not None and coming.start is None and coming.first < coming.last:
        found = _begun(found, coming, on)
    return found


def _begun(found: Answer, coming: Handover, on: date) -> Answer:
    """The answer of one who began, or is to begin, at some time up to ``coming.last`` that no document gives."""
    grounds = tuple(dict.fromkeys((*found.grounds, *coming.later_statements, *coming.earlier_statements)))
    if on >= coming.last:
        known = found.word in (Word.STATED, Word.PRESUMED)
        return replace(found, remarks=(*found.remarks, _began(coming, "started"))) if known else found
    if found.word is Word.POSSIBLE and on <= coming.first:
        # "Has since left" leaves the start open, but while the one is stated the other has not begun.
        return Answer(Word.NOT_YET, grounds, remarks=(_began(coming, "starts"),))
    if found.word in (Word.UNKNOWN, Word.POSSIBLE) and on > coming.first:
        return Answer(Word.POSSIBLE, grounds, remarks=(*found.remarks, _began(coming, "starts")))
    return found


def _bounded(found: Answer, leaving: Handover, over: bool) -> Answer:
    """The answer of one who has left, or is to leave at some time up to ``leaving.last``."""
    successor = f"succeeded by {_name(leaving.after)}"
    if leaving.start is not None:
        remark = f"{successor} from {leaving.start}"
    elif leaving.first < leaving.last:
        remark = f"{'ended' if over else 'ends'} between {leaving.first} and {leaving.last}, {successor}"
    else:
        remark = f"{successor} on {leaving.last}"
    grounds = tuple(dict.fromkeys((*found.grounds, *leaving.later_statements)))
    if not over:
        return replace(found, grounds=grounds, remarks=(*found.remarks, remark))
    grounds = tuple(dict.fromkeys((*leaving.earlier_statements, *grounds)))
    return replace(found, word=Word.ENDED, grounds=grounds, age=None, remarks=(remark,))


def _began(coming: Handover, verb: str) -> str:
    return f"{verb} between {coming.first} and {coming.last}, after {_name(coming.before)}"


def _name(fact: Fact) -> str:
    """The name of the other holder, without the post: it is the same."""
    return without_post(str(fact.subject))


def _tenures(fact: Fact, gap: int | None) -> Iterator[Tenure]:
    sorts = sorts_of(fact)
    for spell in spells(fact.statements, gap):
        if spell.period.certain is not None:
            yield Tenure(*spell.period.certain, fact, sorts)


def _follow_each_other(one: Tenure, other: Tenure) -> bool:
    """Whether two persons can have held one post, the one before the other.

    Two who are named for one day handed over on it only if a document dates the end of the one or the start of the
    other; else it names two at once.
    """
    if one.fact is other.fact or not may_be_one_head(one.sorts, other.sorts):
        return False
    return one.last < other.first or _ends_on(one) or _starts_on(other)


def _ends_on(tenure: Tenure) -> bool:
    """Whether a document gives the last day of a tenure as its end."""
    days = (s.period.certain for s in _sightings(tenure.fact) if s.claim.end)
    return any(certain is not None and certain[1] == tenure.last for certain in days)


def _starts_on(tenure: Tenure) -> bool:
    """Whether a document gives the first day of a tenure as its start."""
    days = (s.period.certain for s in _sightings(tenure.fact) if s.claim.start)
    return any(certain is not None and certain[0] == tenure.first for certain in days)


def _handover(before: Tenure, after: Tenure) -> Handover:
    starts = (s.claim.start for s in _sightings(after.fact) if s.period.certain and s.period.certain[0] == after.first)
    return Handover(before.fact, after.fact, before.last, after.first, min(filter(None, starts), default=None))


def _sightings(fact: Fact) -> tuple[Statement, ...]:
    return tuple(s for s in fact.statements if s.tells_of_presence)
