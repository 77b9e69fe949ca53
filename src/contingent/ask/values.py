"""How many: the count that a fact's statements give for a day.

The law of this module: the value on a day is the count said for the latest day at or before it; a bound
("up to 140") stands in only while there is no count; figures of one month that exclude each other are all shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contingent.claim import Quantity
from contingent.fact import Statement

_APPROXIMATION = 0.1
"""An approximate figure stands for all figures within a tenth on each side of it."""


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity, what the document says that it leaves out or takes in, its age in days, and who states it.

    ``age`` is None where the statement has no certain day at or before the day asked.
    """

    quantity: Quantity
    scope: str | None
    age: int | None
    statements: tuple[Statement, ...]


def values_on(statements: Iterable[Statement], grounds: Iterable[Statement], on: date) -> tuple[Value, ...]:
    """The values of a fact on a day, the latest and most exact first; several where scopes differ or figures exclude
    each other.

    ``grounds`` are the statements that carry the fact's word for the day: where nothing is counted for a day
    at or before ``on``, their own figures are the value (a plan's, a permission's, one of an unknown day).
    """
    own = {id(s): s for s in statements if s.claim.quantity is not None}
    counted = [s for s in own.values() if s.tells_of_presence]
    dated = [(day, s) for s in counted if (day := _day_said_for(s, on)) is not None]
    counts = [pair for pair in dated if _is_count(pair[1])] or dated
    if not counts:
        return _told_apart([s for s in grounds if id(s) in own], None)
    latest = max(day for day, _ in counts)
    values = list(_told_apart([s for day, s in counts if day == latest], (on - latest).days))
    # Within one calendar month a figure that excludes the latest is a conflict; from an earlier month it is a change.
    month = {day for day, _ in counts if (day.year, day.month) == (latest.year, latest.month) and day != latest}
    for day in sorted(month, reverse=True):
        earlier = _told_apart([s for said, s in counts if said == day], (on - day).days)
        values += [value for value in earlier if _contradicts(value, values)]
    return tuple(values)


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether one figure can be true together with the other: same unit, overlapping ranges."""
    (low, high), (least, most) = _range(one), _range(other)
    return one.unit == other.unit and low <= most and least <= high


def _contradicts(value: Value, others: Iterable[Value]) -> bool:
    """Whether a value of the same scope stands among ``others``, and none of them can be true together with it."""
    same = [other for other in others if other.scope == value.scope]
    return bool(same) and not any(compatible(value.quantity, other.quantity) for other in same)


def _day_said_for(statement: Statement, on: date) -> date | None:
    """The latest certain day of a statement at or before ``on``."""
    certain = statement.period.certain
    return min(certain[1], on) if certain is not None and certain[0] <= on else None


def _is_count(statement: Statement) -> bool:
    quantity = statement.claim.quantity
    return quantity is not None and quantity.low is not None and quantity.high is not None


def _range(quantity: Quantity) -> tuple[float, float]:
    low = 0.0 if quantity.low is None else float(quantity.low)
    high = float("inf") if quantity.high is None else float(quantity.high)
    return (low * (1 - _APPROXIMATION), high * (1 + _APPROXIMATION)) if quantity.approx else (low, high)


def _width(quantity: Quantity) -> float:
    low, high = _range(quantity)
    return high - low


def _told_apart(statements: list[Statement], age: int | None) -> tuple[Value, ...]:
    """One value for each set of figures that agree, the most exact figure standing for the set."""
    kept: list[tuple[Quantity, str | None, list[Statement]]] = []
    exact_first = [(s.claim.quantity, s) for s in statements if s.claim.quantity is not None]
    for quantity, statement in sorted(exact_first, key=lambda pair: (_width(pair[0]), _range(pair[0]), pair[1].order)):
        for other, scope, members in kept:
            if compatible(quantity, other) and scope == statement.claim.scope:
                members.append(statement)
                break
        else:
            kept.append((quantity, statement.claim.scope, [statement]))
    return tuple(Value(quantity, scope, age, tuple(members)) for quantity, scope, members in kept)
