"""The sum of the contributions to an operation on a day.

The law of this module: each contribution counts once, as a whole if its strength is known and else by its parts, as
"at least"; what is planned, permitted or only possible does not count; one contribution without a figure makes the
sum "at least".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contingent.ask.answer import Word
from contingent.ask.day import FactsOn
from contingent.ask.values import Value, values_on
from contingent.claim import Quantity, Reference
from contingent.fact import Statement

_COUNTS = (Word.STATED, Word.PRESUMED)
_THERE = (Word.STATED, Word.PRESUMED, Word.POSSIBLE)
_PERSONS = "persons"


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of strengths. ``low`` and ``high`` are its bounds, ``high`` None for "at least".

    ``age`` is that of the oldest figure that is presumed, None where all are stated. ``statements`` are those that
    give the figures. ``parts`` and ``unknown`` count the contributions with and without a figure.
    """

    low: float
    high: float | None
    approx: bool
    age: int | None
    statements: tuple[Statement, ...]
    parts: int = 1
    unknown: int = 0

    @property
    def quantity(self) -> Quantity:
        """The sum as a count of persons."""
        return Quantity(self.low or None, self.high, self.approx, _PERSONS)


def sum_of_contributions(day: FactsOn, operation: Reference) -> Total | None:
    """The sum over the nations that are there on the day; None where fewer than two are, or none has a figure."""
    there = [part for part in day.parts(operation) if part.actor is not None and day.presence(part).word in _THERE]
    found = [total for part in there if (total := _strength(day, part)) is not None]
    if len(there) < 2 or not found:
        return None
    return _sum(found, unknown=len(there) - len(found))


def _strength(day: FactsOn, reference: Reference) -> Total | None:
    """The strength of a contribution or an element: its own figure, else the sum of its parts as "at least"."""
    for fact in day.about(reference, "strength"):
        answer = day.answer(fact)
        values = [v for v in values_on(fact.statements, answer.grounds, day.on) if v.quantity.unit == _PERSONS]
        if answer.word in _COUNTS and values:
            return _own(values, values[0].age if answer.word is Word.PRESUMED else None)
    parts = [total for part in day.parts(reference) if (total := _strength(day, part)) is not None]
    return _sum(parts, unknown=1) if parts else None


def _own(values: list[Value], age: int | None) -> Total:
    """One figure; where sources differ, the range that holds all of theirs of the first one's scope."""
    counted = [value for value in values if value.scope == values[0].scope]
    lows = [value.quantity.low or 0 for value in counted]
    highs = [value.quantity.high for value in counted]
    high = None if None in highs else max(high for high in highs if high is not None)
    approx = any(value.quantity.approx for value in counted)
    return Total(min(lows), high, approx, age, tuple(s for value in counted for s in value.statements))


def _sum(totals: Iterable[Total], unknown: int) -> Total:
    counted = list(totals)
    highs = [total.high for total in counted]
    return Total(
        low=sum(total.low for total in counted),
        high=None if unknown or None in highs else sum(high for high in highs if high is not None),
        approx=any(total.approx for total in counted),
        age=max((total.age for total in counted if total.age is not None), default=None),
        statements=tuple(statement for total in counted for statement in total.statements),
        parts=len(counted),
        unknown=unknown,
    )
