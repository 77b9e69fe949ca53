"""What changed from one document to another: what is no longer said, said otherwise, new, or in other words.

    found = changes(evidence_of_march, evidence_of_october, load())

The law of this module: what is compared is what the documents state, with names resolved, so that another spelling
or language is no change; the pairs that agree best are taken first, so that no order of claims matters; and every line
carries the words of both documents, as far as both have any.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

from contingent.ask.wording import claim_text, end_name
from contingent.catalogue import Catalogue
from contingent.claim import Claim, Quantity
from contingent.claim_words import bound_words, quantity_words
from contingent.decision import Decision
from contingent.fact import Evidence, Fact, Statement
from contingent.period import parse_bound
from contingent.resolve import resolve
from contingent.resolve.naming import normal
from contingent.resolve.posts import HEAD, post_of

_FREE_WORDS = frozenset({"task", "activity", "mandate"})
"""The kinds whose object is a phrase of the document's own; two phrases may be one thing written anew."""
_SAME_PHRASE = 70
"""Of 100: how alike two phrases must be to be one, as the claim format compares them."""


class Sort(StrEnum):
    """What became of a statement, in the order in which people look for it."""

    LOST = "lost"
    """The earlier document states it, the later one no longer does."""
    CHANGED = "changed"
    """Both state it, with another number, day, modality, title or the like."""
    NEW = "new"
    """Only the later document states it."""
    REWORDED = "reworded"
    """Both state the same in other words."""


class Difference(NamedTuple):
    """One part of a statement before and after, in words; None where a document does not say it."""

    part: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the comparison: whom it is ``about`` and what is said (``text``), in words, with both quotes.

    ``before`` is None for what is new, ``after`` for what is lost; ``text`` is that of the later document where it
    has one. ``fact`` is the name of the fact that the later statement, or else the earlier, belongs to when only these
    two documents are known.
    """

    sort: Sort
    kind: str
    about: str
    text: str
    fact: str
    before: Evidence | None
    after: Evidence | None
    differences: tuple[Difference, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs, lost first; ``kept`` counts the statements of the earlier document that stand as they were."""

    lines: tuple[Change, ...]
    kept: int

    def of(self, sort: Sort) -> tuple[Change, ...]:
        """The lines of one sort, in the order of the page."""
        return tuple(line for line in self.lines if line.sort is sort)


class _Said:
    """A statement and the fact that it is one of, with what is asked of it again and again."""

    __slots__ = ("bare_claim", "claim", "fact", "order", "statement", "words")

    def __init__(self, fact: Fact, statement: Statement) -> None:
        self.fact = fact
        self.statement = statement
        self.claim = statement.claim
        self.order = statement.order
        self.words = " ".join(statement.evidence.claim.quote.split())
        """The quote without its line breaks."""
        self.bare_claim = msgspec.structs.replace(self.claim, quote=self.words)


Pair = tuple[_Said, _Said]


def changes(
    earlier: Iterable[Evidence],
    later: Iterable[Evidence],
    catalogue: Catalogue,
    later_text: str = "",
    earlier_text: str = "",
    decisions: Iterable[Decision] = (),
) -> Changes:
    """What the evidence of a later document says otherwise than that of an earlier one.

    The texts are those of the two documents: a statement that is lost although its words still stand in the later one
    is marked, for then it was the reading that changed and not the page. A claim that a person entered by hand counts
    only where the other document does not hold its words: there nobody may have looked for it.
    """
    before = {item.claim_id: item for item in earlier if not _only_entered(item, later_text)}
    after = {item.claim_id: item for item in later if not _only_entered(item, earlier_text)}
    things: dict[tuple[object, ...], tuple[list[_Said], list[_Said]]] = {}
    for fact in resolve(
        (*before.values(), *(i for name, i in after.items() if name not in before)), catalogue, decisions
    ):
        # Neither role nor post: "in reserve" and "in use", "acting head" and "head" are one thing said otherwise.
        old, new = things.setdefault((fact.kind, fact.subject, fact.object), ([], []))
        for statement in fact.statements:
            if statement.evidence.claim_id in before:
                old.append(_Said(fact, statement))
            if statement.evidence.claim_id in after:
                new.append(_Said(fact, statement))
    compare = _Comparison(catalogue)
    pairs: list[Pair] = []
    lost: list[_Said] = []
    new_ones: list[_Said] = []
    kept = 0
    for old, new in things.values():
        found = compare.best_pairs(old, new)
        pairs += found
        paired = {id(said) for pair in found for said in pair}
        gone = [said for said in old if id(said) not in paired and not compare.says_no_more(said, new)]
        kept += len(old) - len(gone) - len(found)
        lost += gone
        new_ones += [said for said in new if id(said) not in paired and not compare.says_no_more(said, old)]
    anew = _written_anew(lost, new_ones)
    pairs += anew
    settled = {id(said) for pair in anew for said in pair}
    lost, new_ones = ([said for said in side if id(said) not in settled] for side in (lost, new_ones))
    standing = " ".join(later_text.split())
    lines = [_lost(said, new_ones, standing, catalogue) for said in lost]
    lines += [_line(Sort.NEW, None, said, catalogue) for said in new_ones]
    for old_one, new_one in pairs:
        differences = tuple(compare.differences(old_one, new_one))
        if differences:
            same_words = ("the quoted words are the same",) if old_one.words == new_one.words else ()
            lines.append(_line(Sort.CHANGED, old_one, new_one, catalogue, differences, same_words))
        elif old_one.words != new_one.words:
            lines.append(_line(Sort.REWORDED, old_one, new_one, catalogue))
        else:
            kept += 1
    return Changes(tuple(sorted(lines, key=_place)), kept)


def _only_entered(item: Evidence, other_text: str) -> bool:
    """Whether a claim was entered from words that the other document holds as well."""
    return item.entry is not None and " ".join(item.claim.quote.split()) in " ".join(other_text.split())


def _place(line: Change) -> tuple[int, int, int, str]:
    """Lost before changed before new; then as the page has them."""
    item = line.before or line.after
    return (
        list(Sort).index(line.sort),
        item.quote_start if item else 0,
        item.quote_end if item else 0,
        item.claim_id if item else "",
    )


class _Comparison:
    """Compares two statements of one thing part by part, by what the parts mean."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._grades = _grades(catalogue)
        self._known: dict[str, tuple[object, ...]] = {}

    def differences(self, old: _Said, new: _Said) -> Iterator[Difference]:
        """The parts in which two statements differ."""
        if isinstance(old.fact.object, str) and old.fact.object != new.fact.object:
            yield Difference("words", old.claim.object, new.claim.object)
        for part, one, other in zip(_PART_NAMES, self._meanings(old), self._meanings(new), strict=True):
            if not _mean_the_same(one, other):
                yield Difference(_PART_NAMES[part], *(_in_words(part, said.claim) for said in (old, new)))

    def best_pairs(self, old: Sequence[_Said], new: Sequence[_Said]) -> list[Pair]:
        """Each statement at most once, with the one on the other side that it agrees with best, best pair first."""
        # What stands as it was needs no search: nothing can agree better.
        unchanged = list(_unchanged(old, new))
        settled = {id(said) for pair in unchanged for said in pair}
        old, new = ([said for said in side if id(said) not in settled] for side in (old, new))
        scored = sorted(
            ((self._agreement(one, other), one, other) for one in old for other in new),
            key=lambda found: (*(-score for score in found[0]), found[1].order, found[2].order),
        )
        taken: set[int] = set()
        pairs = []
        for _, one, other in scored:
            if id(one) not in taken and id(other) not in taken:
                taken |= {id(one), id(other)}
                pairs.append((one, other))
        return unchanged + pairs

    def says_no_more(self, said: _Said, others: Iterable[_Said]) -> bool:
        """Whether one of the others says at least as much: the same modality, and every part that this one sets."""
        mine = self._meanings(said)
        return any(
            all(
                one is None or _mean_the_same(one, theirs)
                for one, theirs in zip(mine, self._meanings(other), strict=True)
            )
            for other in others
        )

    def _agreement(self, old: _Said, new: _Said) -> tuple[float, ...]:
        mine, theirs = self._meanings(old), self._meanings(new)
        differing = sum(not _mean_the_same(one, other) for one, other in zip(mine, theirs, strict=True))
        one, other = old.claim.quantity, new.claim.quantity
        return (
            -differing,
            old.words == new.words,
            one == other,
            _same_bounds(one, other),
            fuzz.ratio(old.words, new.words),
        )

    def _meanings(self, said: _Said) -> tuple[object, ...]:
        """What each part of a claim means, in the order of ``_PART_NAMES``; worked out once for each."""
        claim_id = said.statement.evidence.claim_id
        if claim_id not in self._known:
            claim = said.claim
            rank = None if claim.rank is None else normal(claim.rank)
            self._known[claim_id] = (
                claim.quantity,
                None if claim.scope is None else normal(claim.scope),
                *(None if bound is None else parse_bound(bound) for bound in (claim.start, claim.end, claim.as_of)),
                claim.modality,
                post_of(claim.title),
                None if rank is None else self._grades.get(rank, rank),
                claim.role,
            )
        return self._known[claim_id]


def _mean_the_same(one: object, other: object) -> bool:
    """Whether two parts mean the same; a rank that can be of several grades means all of them."""
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return not one.isdisjoint(other)
    return one == other


def _same_bounds(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two counts are of one form: "up to 140" became "up to 225" rather than "about 500"."""
    if one is None or other is None:
        return one is other
    forms = [(each.low is None, each.high is None, each.low == each.high, each.unit) for each in (one, other)]
    return forms[0] == forms[1]


_PART_NAMES = {
    "quantity": "count",
    "scope": "counted",
    "start": "start",
    "end": "end",
    "as_of": "as of",
    "modality": "said as",
    "title": "title",
    "rank": "rank",
    "role": "role",
}
"""The parts of a claim that may differ, and what a person calls them."""


def _unchanged(old: Iterable[_Said], new: Iterable[_Said]) -> Iterator[Pair]:
    """The pairs of statements with the same claim in the same words."""
    waiting: dict[Claim, list[_Said]] = {}
    for said in sorted(new, key=lambda said: said.order, reverse=True):
        waiting.setdefault(said.bare_claim, []).append(said)
    for said in sorted(old, key=lambda said: said.order):
        same = waiting.get(said.bare_claim)
        if same:
            yield said, same.pop()


def _in_words(part: str, claim: Claim) -> str | None:
    """A part of a claim as a person reads it; None where the claim does not say it."""
    if part == "quantity":
        return None if claim.quantity is None else quantity_words(claim.quantity)
    found: str | None = getattr(claim, part)
    return bound_words(found) if found is not None and part in ("start", "end", "as_of") else found


@functools.lru_cache(maxsize=4)
def _grades(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The grades that each spelling of a rank can mean: "oberst" and "Colonel" are one."""
    found: dict[str, set[str]] = {}
    for rank in catalogue.ranks:
        found.setdefault(normal(rank.name), set()).add(rank.grade)
    return {name: frozenset(grades) for name, grades in found.items()}


def _written_anew(lost: Iterable[_Said], new: Iterable[_Said]) -> list[Pair]:
    """The phrases on both sides that are so alike that one is the other written anew, the most alike first."""
    by_subject: dict[tuple[object, ...], list[tuple[str, _Said]]] = {}
    for other in new:
        if other.fact.kind in _FREE_WORDS:
            phrases = by_subject.setdefault((other.fact.kind, other.fact.subject), [])
            phrases.append((normal(other.claim.object or ""), other))
    near = []
    for one in lost:
        phrase = normal(one.claim.object or "")
        for other_phrase, other in by_subject.get((one.fact.kind, one.fact.subject), ()):
            likeness = fuzz.token_set_ratio(phrase, other_phrase, score_cutoff=_SAME_PHRASE)
            if likeness:
                closeness = fuzz.ratio(one.words, other.words)
                near.append((-likeness, -closeness, one.order, other.order, one, other))
    taken: set[int] = set()
    pairs = []
    for *_, one, other in sorted(near, key=lambda found: found[:4]):
        if id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            pairs.append((one, other))
    return pairs


def _lost(said: _Said, new: Iterable[_Said], standing: str, catalogue: Catalogue) -> Change:
    remarks = []
    if said.words in standing:
        remarks.append("its words still stand in the later document: the reading changed, not the page")
    if said.fact.kind == "posting" and said.fact.post == HEAD:
        heads = {
            str(other.fact.subject)
            for other in new
            if (other.fact.kind, other.fact.post, other.fact.object) == ("posting", HEAD, said.fact.object)
        }
        remarks += [f"the later document names {name}" for name in sorted(heads)]
    return _line(Sort.LOST, said, None, catalogue, remarks=tuple(remarks))


def _line(
    sort: Sort,
    old: _Said | None,
    new: _Said | None,
    catalogue: Catalogue,
    differences: tuple[Difference, ...] = (),
    remarks: tuple[str, ...] = (),
) -> Change:
    shown = new or old
    assert shown is not None, "a line has a statement on one side at least"
    return Change(
        sort=sort,
        kind=shown.fact.kind,
        about=end_name(shown.fact.subject, catalogue),
        text=claim_text(shown.claim, shown.fact, catalogue),
        fact=shown.fact.id,
        before=None if old is None else old.statement.evidence,
        after=None if new is None else new.statement.evidence,
        differences=differences,
        remarks=remarks,
    )
