"""One asset in two places: stated for a contribution and for an element of it, or planned and then seen elsewhere.

The law of this module: two assets are one only where type, use and number agree on the day; of that one, the element
that has it is the better place, and what is seen is better than what was planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from contingent.ask.answer import Word
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts, line_of
from contingent.ask.values import compatible, values_on
from contingent.catalogue import Catalogue, load
from contingent.claim import Reference
from contingent.fact import Fact, Statement
from contingent.resolve.equipment import may_be_one_type


def stands_with_a_part(day: FactsOn, fact: Fact) -> bool:
    """Whether the asset of a fact is that of a part of the fact's subject, so that it is shown and counted there."""
    if fact.kind != "asset" or not isinstance(fact.subject, Reference) or fact.subject.actor is None:
        return False
    below = (other for part in _below(day, fact.subject) for other in day.about(part, "asset"))
    if any(_is_one(day, fact, other) for other in below):
        return True
    beside = _assets_beside(day, fact)
    return fact in beside.planned and any(_came_true_as(day, fact, other) for other in beside.seen)


def stated_of_the_whole(day: FactsOn, fact: Fact) -> tuple[Statement, ...]:
    """What is said of the same asset for the things that the fact's subject is a part of, and where it was planned."""
    if fact.kind != "asset" or not isinstance(fact.subject, Reference):
        return ()
    wholes = line_of(fact.subject)[1:]
    same = (other for whole in wholes for other in day.about(whole, "asset") if _is_one(day, fact, other))
    planned = (plan for plan in _assets_beside(day, fact).planned if _came_true_as(day, plan, fact))
    return tuple(dict.fromkeys(statement for other in (*same, *planned) for statement in other.statements))


class _Assets(NamedTuple):
    """The assets of a contribution and of all its elements: those only planned or permitted, and the others."""

    planned: tuple[Fact, ...]
    seen: tuple[Fact, ...]


def _assets_beside(day: FactsOn, fact: Fact) -> _Assets:
    """All assets of the contribution that a fact's subject is or lies in."""
    subject = fact.subject
    if not isinstance(subject, Reference) or subject.actor is None or subject.operation is None:
        return _Assets((), ())
    return day.facts.keep(Reference(subject.actor, subject.operation, ()), _assets_of, load())


def _assets_of(facts: Facts, contribution: Reference, _catalogue: Catalogue) -> _Assets:
    """The assets of a contribution, whatever the day."""
    waiting, found = [contribution], list[Fact]()
    while waiting:
        part = waiting.pop()
        found += facts.about(part, "asset")
        waiting += facts.parts(part)
    seen = [fact for fact in found if any(statement.tells_of_presence for statement in fact.statements)]
    known = {fact.id for fact in seen}
    return _Assets(tuple(fact for fact in found if fact.id not in known), tuple(seen))


def _came_true_as(day: FactsOn, plan: Fact, other: Fact) -> bool:
    """Whether an asset of the same contribution, seen within the time of a plan, is the planned one.

    It is not where the plan's own element is known to be there: then what another one has is another asset.
    """
    if plan is other or not isinstance(plan.subject, Reference) or not _seen_within(plan, other):
        return False
    if plan.subject.elements and day.presence(plan.subject).word not in (Word.PLANNED, Word.AUTHORISED, Word.UNKNOWN):
        return False
    return _agree(day, plan, other)


def _seen_within(plan: Fact, other: Fact) -> bool:
    """Whether an asset was there on a day for which the plan holds."""
    seen = [s.period.certain for s in other.statements if s.tells_of_presence and s.period.certain is not None]
    times = [(s.period.possible_start or date.min, s.period.possible_end or date.max) for s in plan.statements]
    return any(first <= end and start <= last for start, end in seen for first, last in times)


def _agree(day: FactsOn, one: Fact, other: Fact) -> bool:
    """Whether two assets are of one type and use, and their numbers for the day are known and agree."""
    if one.role != other.role or not may_be_one_type(str(one.object), str(other.object), load()):
        return False
    numbers = [values_on(fact.statements, day.answer(fact).grounds, day.on) for fact in (one, other)]
    return all(numbers) and all(compatible(a.quantity, b.quantity) for a in numbers[0] for b in numbers[1])


def _below(day: FactsOn, reference: Reference) -> Iterator[Reference]:
    for part in day.parts(reference):
        yield part
        yield from _below(day, part)


def _is_one(day: FactsOn, one: Fact, other: Fact) -> bool:
    """Whether two assets agree, and are both in force on the day or both are not."""
    if day.answer(one).word.in_force != day.answer(other).word.in_force:
        return False
    return _agree(day, one, other)
