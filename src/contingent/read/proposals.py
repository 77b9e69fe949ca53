"""Proposed claims: the common form in which all rules put forward what they have read.

A proposal knows its rule and the place of its words; ``finish`` makes claims of proposals.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from contingent.claim import Quantity
from contingent.read.entities import Entity
from contingent.read.numbers import NumberExpression
from contingent.read.times import TimeExpression

LATELY = timedelta(days=92)
"""How long before publication a deed may lie whose doer is taken to be there still: a tour lasts longer."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that a rule puts forward, with the range of the words that state it."""

    kind: str
    subject: Entity | str
    """An entity, or the name of a person."""
    object: Entity | str | None
    start: int
    end: int
    rule: str
    quantity: Quantity | None = None
    starts: str | None = None
    ends: str | None = None
    as_of: str | None = None
    modality: str = "actual"
    title: str | None = None
    rank: str | None = None
    role: str | None = None
    scope: str | None = None
    implied: bool = False
    """Said only in passing ("the Danish contribution to KFOR"): left out where the text states it outright."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a rule put forward without its becoming a claim, and why."""

    kind: str
    start: int
    end: int
    rule: str
    why: str


def quantity_of(number: NumberExpression | None, unit: str | None) -> Quantity | None:
    """The quantity that a number states, in ``unit``."""
    if number is None or (number.low is None and number.high is None):
        return None
    return Quantity(number.low, number.high, number.approx, unit)


@dataclass(frozen=True, slots=True)
class When:
    """The times of a clause, as a claim's bounds. ``on`` is the day or days that the text names."""

    starts: str | None = None
    ends: str | None = None
    on: str | None = None


UNDATED = When()
"""No times at all."""


def when(times: list[TimeExpression], published: date | None, future: bool) -> When:
    """All times of a clause taken together; the first that sets a bound wins, but a day before a length of time."""
    if not times:
        return UNDATED
    starts = ends = on = None
    for expression in sorted(times, key=lambda each: each.role == "duration"):
        time = expression.resolve(published, future, None)
        starts = starts or time.starts
        ends = ends or time.ends
        on = on or time.on
    return When(starts, ends, on)
