"""One asset in two places: what is stated for a contribution and for an element of it.

The law of this module: two assets are one only where type, use and number agree on the day; of that one, the element
that has it is the better place.
"""

from __future__ import annotations

from collections.abc import Iterator

from contingent.ask.day import FactsOn
from contingent.ask.facts import line_of
from contingent.ask.values import compatible, values_on
from contingent.claim import Reference
from contingent.fact import Fact, Statement
from contingent.resolve.naming import normal


def stands_with_a_part(day: FactsOn, fact: Fact) -> bool:
    """Whether the asset of a fact is that of a part of the fact's subject, so that it is shown and counted there."""
    if fact.kind != "asset" or not isinstance(fact.subject, Reference) or fact.subject.actor is None:
        return False
    return any(_is_one(day, fact, other) for part in _below(day, fact.subject) for other in day.about(part, "asset"))


def stated_of_the_whole(day: FactsOn, fact: Fact) -> tuple[Statement, ...]:
    """What is said of the same asset for the things that the fact's subject is a part of."""
    if fact.kind != "asset" or not isinstance(fact.subject, Reference):
        return ()
    wholes = line_of(fact.subject)[1:]
    same = (other for whole in wholes for other in day.about(whole, "asset") if _is_one(day, fact, other))
    return tuple(statement for other in same for statement in other.statements)


def _below(day: FactsOn, reference: Reference) -> Iterator[Reference]:
    for part in day.parts(reference):
        yield part
        yield from _below(day, part)


def _is_one(day: FactsOn, one: Fact, other: Fact) -> bool:
    """Whether two assets are of one type and use, and their numbers for the day are known and agree."""
    if one.role != other.role or normal(str(one.object)) != normal(str(other.object)):
        return False
    mine, theirs = day.answer(one), day.answer(other)
    if mine.word.in_force != theirs.word.in_force:
        return False
    numbers = [values_on(fact.statements, answer.grounds, day.on) for fact, answer in ((one, mine), (other, theirs))]
    return all(numbers) and all(compatible(a.quantity, b.quantity) for a in numbers[0] for b in numbers[1])
