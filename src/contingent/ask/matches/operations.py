"""Operations that are likely one: names that the catalogue does not know, and that nearly agree with another.

The law of this module: of two names that the catalogue knows, it has already said what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from contingent.ask.matches.proposal import (
    Proposal,
    Seen,
    references_in,
    sharing_a_word,
    shortened,
    words_of_short_form,
)
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.decision import Thing
from contingent.fact import Fact
from contingent.resolve.naming import normal

_ALIKE = 90
"""Names of one number of words less alike than this (of 100) are two."""


def likely_operations(facts: Iterable[Fact], catalogue: Catalogue) -> Iterator[Proposal]:
    """A proposal for each two operations that are likely one."""
    seen: dict[str, Seen] = {}
    for fact in facts:
        for statement in fact.statements:
            for reference, written in references_in(fact, statement):
                if reference.operation is not None:
                    name = written.operation or reference.operation
                    seen.setdefault(reference.operation, Seen()).add(name, statement)
    for one, other in sorted(sharing_a_word(seen) | shortened(seen)):
        if one in catalogue.operations and other in catalogue.operations:
            continue
        reason = _reason(one, other)
        if reason is not None:
            mine, yours = seen[one], seen[other]
            things = (Reference(None, one, ()), Reference(None, other, ()))
            names = frozenset((one, *mine.names)), frozenset((other, *yours.names))
            yield Proposal(Thing.OPERATION, one, other, reason, (mine.first, yours.first), *names, things)


def _reason(one: str, other: str) -> str | None:
    short = words_of_short_form(one, other)
    if short is not None:
        return short
    mine, yours = normal(one).split(), normal(other).split()
    if _numbers(mine) != _numbers(yours):
        return None
    shorter, longer = sorted((mine, yours), key=len)
    if set(shorter) < set(longer) and len(shorter) > 1:
        return "one name says more than the other and holds all of its words"
    alike = len(mine) == len(yours) and all(a[0] == b[0] for a, b in zip(mine, yours, strict=True))
    if alike and fuzz.ratio(normal(one), normal(other)) >= _ALIKE:
        return "the names differ by few letters"
    return None


def _numbers(words: list[str]) -> list[str]:
    """The words that number: digits, and Roman numerals, in which a successor may differ."""
    return sorted(word for word in words if word.isdigit() or set(word) <= set("ivx"))
