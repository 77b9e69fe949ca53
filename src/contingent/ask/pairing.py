"""Pairing: which statement of one document answers to which of another, and in what the two differ.

The law of this module: statements are compared by what their parts mean; the pairs that agree best are taken first,
so that no order of statements matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

from contingent.catalogue import Catalogue
from contingent.claim import Claim, Quantity
from contingent.claim_words import bound_words, quantity_words
from contingent.fact import Fact, Statement
from contingent.period import parse_bound
from contingent.resolve.naming import normal
from contingent.resolve.posts import post_of
from contingent.resolve.ranks import grades_of

_FREE_WORDS = frozenset({"task", "activity", "mandate"})
"""The kinds whose object is a phrase of the document's own; two phrases may be one thing written anew."""
_SAME_PHRASE = 70
"""Of 100: how alike two phrases must be to be one, as the claim format compares them."""


class Difference(NamedTuple):
    """One part of a statement before and after, in words; None where a document does not say it."""

    part: str
    before: str | None
    after: str | None


class Said:
    """A statement and the fact that it is one of, with what is asked of it again and again."""

    __slots__ = ("bare_claim", "claim", "fact", "order", "statement", "words")

    def __init__(self, fact: Fact, statement: Statement) -> None:
        """Keep both, and the words of the quote without its line breaks."""
        self.fact = fact
        self.statement = statement
        self.claim = statement.claim
        self.order = statement.order
        self.words = " ".join(statement.evidence.claim.quote.split())
        self.bare_claim = msgspec.structs.replace(self.claim, quote=self.words)


Pair = tuple[Said, Said]


class Comparison:
    """Compares two statements of one thing part by part, by what the parts mean."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Compare ranks by the grades of this catalogue."""
        self._catalogue = catalogue
        self._known: dict[str, tuple[object, ...]] = {}

    def differences(self, old: Said, new: Said) -> Iterator[Difference]:
        """The parts in which two statements differ."""
        if isinstance(old.fact.object, str) and old.fact.object != new.fact.object:
            yield Difference("words", old.claim.object, new.claim.object)
        for part, one, other in zip(_PART_NAMES, self._meanings(old), self._meanings(new), strict=True):
            if not _mean_the_same(one, other):
                yield Difference(_PART_NAMES[part], *(_in_words(part, said.claim) for said in (old, new)))

    def best_pairs(self, old: Sequence[Said], new: Sequence[Said]) -> list[Pair]:
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

    def says_no_more(self, said: Said, others: Iterable[Said]) -> bool:
        """Whether one of the others says at least as much: the same modality, and every part that this one sets."""
        mine = self._meanings(said)
        return any(
            all(
                one is None or _mean_the_same(one, theirs)
                for one, theirs in zip(mine, self._meanings(other), strict=True)
            )
            for other in others
        )

    def _agreement(self, old: Said, new: Said) -> tuple[float, ...]:
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

    def _meanings(self, said: Said) -> tuple[object, ...]:
        """What each part of a claim means, in the order of ``_PART_NAMES``; worked out once for each."""
        claim_id = said.statement.evidence.claim_id
        if claim_id not in self._known:
            claim = said.claim
            self._known[claim_id] = (
                claim.quantity,
                None if claim.scope is None else normal(claim.scope),
                *(None if bound is None else parse_bound(bound) for bound in (claim.start, claim.end, claim.as_of)),
                claim.modality,
                post_of(claim.title),
                None if claim.rank is None else grades_of([claim.rank], self._catalogue) or normal(claim.rank),
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


def _unchanged(old: Iterable[Said], new: Iterable[Said]) -> Iterator[Pair]:
    """The pairs of statements with the same claim in the same words."""
    waiting: dict[Claim, list[Said]] = {}
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


def written_anew(lost: Iterable[Said], new: Iterable[Said]) -> list[Pair]:
    """The phrases on both sides that are so alike that one is the other written anew, the most alike first."""
    by_subject: dict[tuple[object, ...], list[tuple[str, Said]]] = {}
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
