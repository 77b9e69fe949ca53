"""One person after another in a post that one person holds at a time: where a tenure ends because the next begins.

The law of this module: a successor's start bounds the predecessor's end. Where no document dates the hand-over, it
lies between the last day on which the one is stated and the first day on which the other is. Two who are stated for
one day, or for days in turn, are no succession but a conflict, which a person has to settle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from contingent.ask.answer import Answer, Word
from contingent.fact import Fact, Statement


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


@dataclass(frozen=True, slots=True)
class Succession:
    """The hand-overs of one post, by the fact of the one who leaves and by that of the one who comes."""

    leaving: dict[str, Handover]
    coming: dict[str, Handover]


def succession(postings: Iterable[Fact]) -> Succession:
    """The hand-overs between the holders of one post; ``postings`` are the facts that state who holds it."""
    tenures = sorted(
        ((*spell, fact) for fact in postings if (spell := _first_and_last_day(fact)) is not None),
        key=lambda tenure: (tenure[0], tenure[1], str(tenure[2].subject)),
    )
    leaving, coming = {}, {}
    for first, last, fact in tenures:
        after = next((t for t in tenures if t[2] is not fact and t[0] >= last and t[1] > last), None)
        if after is not None:
            leaving[fact.id] = _handover(fact, after[2], last, after[0])
        before = max(
            (t for t in tenures if t[2] is not fact and t[1] <= first and t[0] < first),
            key=lambda tenure: (tenure[1], tenure[0]),
            default=None,
        )
        if before is not None:
            coming[fact.id] = _handover(before[2], fact, before[1], first)
    return Succession(leaving, coming)


def in_succession(found: Answer, fact: Fact, posts: Succession, on: date) -> Answer:
    """``found``, the answer of one holder's own statements, within the succession.

    Once the successor holds the post the predecessor has ended, but for the day of the hand-over itself, on which both
    hold it. In the gap before, the predecessor is presumed and the successor possible. What is stated stays stated.
    """
    leaving, coming = posts.leaving.get(fact.id), posts.coming.get(fact.id)
    if leaving is not None and on > leaving.first and found.word in (Word.PRESUMED, Word.POSSIBLE, Word.UNKNOWN):
        over = on >= leaving.last if leaving.start is None else on > leaving.last
        if over or found.word is not Word.UNKNOWN:
            found = _bounded(found, leaving, over)
    elif coming is not None and coming.start is None and coming.first < coming.last:
        if on >= coming.last and found.word in (Word.STATED, Word.PRESUMED):
            found = replace(found, remarks=(*found.remarks, _began(coming, "started")))
        elif found.word is Word.UNKNOWN and coming.first < on < coming.last:
            grounds = (*coming.later_statements, *coming.earlier_statements)
            found = Answer(Word.POSSIBLE, grounds, remarks=(_began(coming, "starts"),))
    return found


def _bounded(found: Answer, leaving: Handover, over: bool) -> Answer:
    """The answer of one who has left, or is to leave at some time up to ``leaving.last``."""
    successor = f"succeeded by {leaving.after.subject}"
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
    return f"{verb} between {coming.first} and {coming.last}, after {coming.before.subject}"


def _handover(before: Fact, after: Fact, first: date, last: date) -> Handover:
    starts = (s.claim.start for s in _sightings(after) if s.period.certain and s.period.certain[0] == last)
    return Handover(before, after, first, last, min(filter(None, starts), default=None))


def _sightings(fact: Fact) -> tuple[Statement, ...]:
    return tuple(s for s in fact.statements if s.tells_of_presence)


def _first_and_last_day(fact: Fact) -> tuple[date, date] | None:
    """The first and the last certain day of a fact, over all its statements that tell of presence."""
    spells = [s.period.certain for s in _sightings(fact) if s.period.certain is not None]
    return (min(first for first, _ in spells), max(last for _, last in spells)) if spells else None
