"""How many: the count that a fact's statements give for a day.

The law of this module: the value on a day is the count said for the latest day at or before it; a bound
("up to 140") stands in only while there is no count, or once it excludes the last one; figures that agree narrow
each other; figures of one month that exclude each other are all shown, and none is ever an average.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from contingent.claim import Quantity
from contingent.fact import Evidence, Statement
from contingent.period import parse_bound

_Said = tuple[date, Statement]
"""A statement and the latest day at or before the day asked for which it was said."""
PERSONS = "persons"
_APPROXIMATION = 0.1
"""An approximate figure stands for all figures within a tenth on each side of it."""


@dataclass(frozen=True, slots=True)
class Next:
    """What is counted next, after the day asked: for which day, the figures (several exclude each other), by whom."""

    day: date
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity, what the document says that it leaves out or takes in, its age in days, and who states it.

    ``age`` is None where the statement has no certain day at or before the day asked. ``next`` is the next figure of
    the same scope, if the day lies between the two and the figures are not the same.
    """

    quantity: Quantity
    scope: str | None
    age: int | None
    statements: tuple[Statement, ...]
    next: Next | None = None


def values_on(statements: Iterable[Statement], grounds: Iterable[Statement], on: date) -> tuple[Value, ...]:
    """The values of a fact on a day, the latest and most exact first; several where scopes differ or figures exclude
    each other.

    ``grounds`` are the statements that carry the fact's word for the day: where nothing is counted for a day
    at or before ``on``, their own figures are the value (a plan's, a permission's, one of an unknown day).
    """
    counted = [s for s in statements if s.claim.quantity is not None and s.tells_of_presence]
    dated = [(day, s) for s in counted if (day := day_said_for(s, on)) is not None]
    if not dated:
        return _told_apart([s for s in grounds if s.claim.quantity is not None], None)
    by_unit: dict[str | None, list[_Said]] = {}
    for day, statement in dated:
        by_unit.setdefault(_unit(statement), []).append((day, statement))
    # Soldiers and civilians are counted apart, so that neither count takes the place of the other.
    units = sorted(by_unit, key=lambda unit: (unit != PERSONS, unit or ""))
    return tuple(value for unit in units for value in _values(by_unit[unit], counted, on))


def _values(dated: list[_Said], counted: list[Statement], on: date) -> Iterator[Value]:
    """The values of one unit among those that are said for a day at or before ``on``."""
    standing, bounds = _standing(dated)
    latest = max(day for day, _ in standing)
    said = _told_apart([s for day, s in standing if day == latest], (on - latest).days)
    values = [_narrowed(value, latest, bounds) for value in said if not _is_outdated(value, said)]
    # Within one calendar month a figure that excludes the latest is a conflict; from an earlier month it is a change.
    month = {day for day, _ in standing if (day.year, day.month) == (latest.year, latest.month) and day != latest}
    for day in sorted(month, reverse=True):
        earlier = _told_apart([s for said, s in standing if said == day], (on - day).days)
        values = [_closer(value, earlier) for value in values]
        values += [value for value in earlier if _contradicts(value, values) and not _rewritten(value, values)]
    for value in values:
        yield replace(value, next=_next(value, counted, on))


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether one figure can be true together with the other: same unit, overlapping ranges."""
    (low, high), (least, most) = range_of(one), range_of(other)
    return one.unit == other.unit and low <= most and least <= high


def _contradicts(value: Value, others: Iterable[Value]) -> bool:
    """Whether a value of the same scope stands among ``others``, and none of them can be true together with it."""
    same = [other for other in others if other.scope == value.scope]
    return bool(same) and not any(compatible(value.quantity, other.quantity) for other in same)


def _rewritten(value: Value, newer: Iterable[Value]) -> bool:
    """Whether only older versions of the pages that give the newer values give this one: a page may change its mind."""
    pages = {s.evidence.address for other in newer if other.scope == value.scope for s in other.statements}
    return all(s.evidence.address is not None and s.evidence.address in pages for s in value.statements)


def _is_outdated(value: Value, others: Iterable[Value]) -> bool:
    """Whether newer versions of the very pages that give a value give another one for the same day."""
    rivals = [
        s.evidence for other in others if other is not value and other.scope == value.scope for s in other.statements
    ]
    return all(any(_replaces(rival, s.evidence) for rival in rivals) for s in value.statements)


def _replaces(newer: Evidence, older: Evidence) -> bool:
    if older.replaced is None or older.address is None or older.address != newer.address:
        return False
    return newer.replaced is None or parse_bound(newer.replaced)[0] > parse_bound(older.replaced)[0]


def _unit(statement: Statement) -> str | None:
    return None if statement.claim.quantity is None else statement.claim.quantity.unit


def day_said_for(statement: Statement, on: date) -> date | None:
    """The latest certain day of a statement at or before ``on``.

    Of days after its own publication a document can only foretell, so that its count speaks for none of them.
    """
    certain = statement.period.certain
    if certain is None or certain[0] > on:
        return None
    published = statement.evidence.published
    last = certain[1] if published is None else min(certain[1], parse_bound(published)[1])
    return min(max(last, certain[0]), on)


def _standing(dated: list[_Said]) -> tuple[list[_Said], list[_Said]]:
    """The figures among which the value is, and the bounds that may narrow it, the newest first.

    A bound that excludes every count of its scope that was said last before it tells of a change since then: from
    there on the bounds of that scope are the value.
    """
    counts = [pair for pair in dated if _is_count(pair[1])]
    bounds = sorted((pair for pair in dated if not _is_count(pair[1])), key=lambda pair: pair[0], reverse=True)
    if not counts:
        return dated, bounds
    last = max(day for day, _ in counts)
    values = _told_apart([s for day, s in counts if day == last], None)
    later = [(day, s) for day, s in bounds if day >= last]
    changed = {
        s.claim.scope for day, s in later if day > last and any(_contradicts(v, values) for v in _told_apart([s], None))
    }
    return [*counts, *((day, s) for day, s in later if day > last and s.claim.scope in changed)], later


def _narrowed(value: Value, said: date, bounds: list[_Said]) -> Value:
    """The value of the day ``said`` within the bounds of its scope, from the newest back to the first that excludes it.

    An older bound only closes a side that the value leaves open: "up to 190" replaces an older "up to 130".
    """
    quantity, statements = value.quantity, list(value.statements)
    for day, statement in bounds:
        bound = statement.claim.quantity
        if bound is None or statement.claim.scope != value.scope or bound.unit != quantity.unit:
            continue
        if not compatible(quantity, bound):
            break
        closes = (quantity.low is None and bound.low is not None) or (quantity.high is None and bound.high is not None)
        if (day >= said or closes) and (closer := _together(quantity, bound)) != quantity:
            quantity = closer
            statements.append(statement)
    return value if quantity == value.quantity else replace(value, quantity=quantity, statements=tuple(statements))


def _closer(value: Value, earlier: Iterable[Value]) -> Value:
    """A range ("100 to 150") within those of its month that agree with it; a number alone is as close as can be."""
    for other in earlier:
        ranges = all(_is_range(each.quantity) for each in (value, other))
        if ranges and other.scope == value.scope and compatible(value.quantity, other.quantity):
            quantity = _together(value.quantity, other.quantity)
            if quantity != value.quantity:
                value = replace(value, quantity=quantity, statements=(*value.statements, *other.statements))
    return value


def _is_range(quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    return low is not None and high is not None and low < high and not quantity.approx


def _together(one: Quantity, other: Quantity) -> Quantity:
    """What two figures that agree say together. An approximate figure has no bounds of its own to give or to move."""
    if one.approx or other.approx:
        return one
    lows = [low for low in (one.low, other.low) if low is not None]
    highs = [high for high in (one.high, other.high) if high is not None]
    return Quantity(max(lows, default=None), min(highs, default=None), False, one.unit)


def _next(value: Value, counted: list[Statement], on: date) -> Next | None:
    """The first figure after ``on`` of a value's own scope and unit, a count if there is any; None where it is none
    or the same."""
    if not value.age:
        return None
    ahead = [
        (s.period.certain[0], s)
        for s in counted
        if s.period.certain is not None and s.period.certain[0] > on and s.claim.scope == value.scope
    ]
    ahead = [pair for pair in ahead if pair[1].claim.quantity and pair[1].claim.quantity.unit == value.quantity.unit]
    ahead = [pair for pair in ahead if _is_count(pair[1])] or ahead
    if not ahead:
        return None
    day = min(first for first, _ in ahead)
    figures = _told_apart([s for first, s in ahead if first == day], None)
    quantities = tuple(figure.quantity for figure in figures)
    if quantities == (value.quantity,):
        return None
    return Next(day, quantities, tuple(s for figure in figures for s in figure.statements))


def _is_count(statement: Statement) -> bool:
    quantity = statement.claim.quantity
    return quantity is not None and quantity.low is not None and quantity.high is not None


def range_of(quantity: Quantity) -> tuple[float, float]:
    """The least and the greatest number that a figure can stand for; an approximate one is widened by a tenth."""
    low = 0.0 if quantity.low is None else float(quantity.low)
    high = float("inf") if quantity.high is None else float(quantity.high)
    return (low * (1 - _APPROXIMATION), high * (1 + _APPROXIMATION)) if quantity.approx else (low, high)


def _width(quantity: Quantity) -> float:
    low, high = range_of(quantity)
    return high - low


def _told_apart(statements: list[Statement], age: int | None) -> tuple[Value, ...]:
    """One value for each set of figures that agree: what they say together, the most exact first."""
    kept: list[tuple[Quantity, str | None, list[Statement]]] = []
    exact_first = [(s.claim.quantity, s) for s in statements if s.claim.quantity is not None]
    for quantity, statement in sorted(
        exact_first, key=lambda pair: (_width(pair[0]), range_of(pair[0]), pair[1].order)
    ):
        for place, (other, scope, members) in enumerate(kept):
            if compatible(quantity, other) and scope == statement.claim.scope:
                kept[place] = (_together(other, quantity), scope, [*members, statement])
                break
        else:
            kept.append((quantity, statement.claim.scope, [statement]))
    return tuple(Value(quantity, scope, age, tuple(members)) for quantity, scope, members in kept)
