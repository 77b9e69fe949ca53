"""Numbers that exclude each other: two totals of one thing, and a strength above its authorised ceiling.

The law of this module: figures are held against each other only within one fact, one unit and one scope. An
approximate figure stands for all within a tenth of it, and an open side for all figures on that side.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.sightings import (
    Sighting,
    Span,
    are_versions,
    between,
    in_one_document,
    shared,
    sightings,
    that_meet,
    whole,
)
from contingent.ask.values import compatible, range_of
from contingent.claim import Modality, Quantity
from contingent.claim_words import quantity_words
from contingent.fact import Fact, Statement
from contingent.period import parse_bound
from contingent.resolve.naming import normal

_Measure = tuple[str | None, str]
"""The unit and the scope of a figure: only figures that share both can exclude each other."""


def _measure(statement: Statement) -> _Measure:
    quantity = statement.claim.quantity
    return None if quantity is None else quantity.unit, normal(statement.claim.scope or "")


@dataclass(slots=True)
class _Opposed:
    """Two figures that exclude each other, and all that was said of both in the months that they share."""

    span: Span
    ones: list[Sighting] = field(default_factory=list)
    others: list[Sighting] = field(default_factory=list)


def two_totals(index: FactIndex) -> Iterator[Conflict]:
    """Each two figures for one thing, certain in one calendar month, that cannot both be right."""
    for fact in index.of_kind("strength", "membership"):
        measures: dict[_Measure, list[Sighting]] = {}
        for sighting in sightings(fact):
            measures.setdefault(_measure(sighting.statement), []).append(sighting)
        for found in measures.values():
            yield from _of_measure(fact, found, index)


def _of_measure(fact: Fact, found: list[Sighting], index: FactIndex) -> Iterator[Conflict]:
    if len({sighting.statement.claim.quantity for sighting in found}) < 2:
        return
    opposed: dict[tuple[Quantity, Quantity], _Opposed] = {}
    for pair in that_meet(found, lambda sighting: _months(sighting.span)):
        one, other = sorted(pair, key=_by_figure)
        first, second = one.statement.claim.quantity, other.statement.claim.quantity
        if first is None or second is None or compatible(first, second) or _is_change(one, other):
            continue
        pairs = opposed.setdefault((first, second), _Opposed(between(one.span, other.span)))
        pairs.span = whole((pairs.span, between(one.span, other.span)))
        pairs.ones.append(one)
        pairs.others.append(other)
    for (first, second), pairs in opposed.items():
        yield _two_totals(fact, first, second, pairs, index)


def _by_figure(sighting: Sighting) -> tuple[tuple[float, float], tuple[str, str, int, int, str]]:
    quantity = sighting.statement.claim.quantity
    return (0.0, 0.0) if quantity is None else range_of(quantity), sighting.statement.order


def _months(span: Span) -> Span:
    """The whole calendar months that hold a span."""
    last = span[1]
    return span[0].replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _is_change(one: Sighting, other: Sighting) -> bool:
    """Whether two figures tell of a change: those of two versions of a page, or of one document for different days."""
    if are_versions(one.statement, other.statement):
        return True
    return in_one_document(one.statement, other.statement) and shared(one.span, other.span) is None


def _two_totals(fact: Fact, first: Quantity, second: Quantity, pairs: _Opposed, index: FactIndex) -> Conflict:
    one = side(quantity_words(first), (s.statement for s in pairs.ones))
    other = side(quantity_words(second), (s.statement for s in pairs.others))
    name, scope = index.named(fact.subject), one.statements[0].claim.scope
    what = f"{name} ({scope})" if scope else name
    return Conflict(
        kind=ConflictKind.TWO_TOTALS,
        about=str(fact.subject),
        name=name,
        first=pairs.span[0],
        last=pairs.span[1],
        one=one,
        other=other,
        short=f"{one.says} and {other.says} in one month exclude each other",
        reason=f"Of {what}, {sources(one)} says {one.says} and {sources(other)} says {other.says} in the same month.",
        settled_by="A document that says whom each figure counts, or that tells of a change within the month.",
        facts=(fact.id,),
        things=things_of(fact),
    )


def above_ceiling(index: FactIndex) -> Iterator[Conflict]:
    """Each strength above the ceiling that was authorised for the same thing on the same days."""
    for fact in index.of_kind("strength"):
        measures: dict[_Measure, list[Statement]] = {}
        for statement in fact.statements:
            if statement.claim.modality == Modality.AUTHORISED and statement.fault is None:
                measures.setdefault(_measure(statement), []).append(statement)
        counted = sightings(fact) if measures else []
        for measure, permits in measures.items():
            for ceiling in _ceilings(permits):
                yield from _above(fact, ceiling, [s for s in counted if _measure(s.statement) == measure], index)


@dataclass(frozen=True, slots=True)
class _Ceiling:
    """A greatest number, who states it, and the days on which it binds; an end of None is open."""

    quantity: Quantity
    statements: list[Statement]
    first: date
    last: date | None


def _ceilings(permits: list[Statement]) -> Iterator[_Ceiling]:
    """The ceilings, each bound to its own outer days and to the time before the next one begins.

    One whose document gives no start binds from the document's day of publication.
    """
    starts: dict[date, list[Statement]] = {}
    for statement in permits:
        if (start := _binds_from(statement)) is not None:
            starts.setdefault(start, []).append(statement)
    days = sorted(starts)
    for day, following in zip(days, [*days[1:], None], strict=True):
        figures: dict[Quantity, list[Statement]] = {}
        for statement in starts[day]:
            quantity = statement.claim.quantity
            if quantity is not None and quantity.high is not None:
                figures.setdefault(quantity, []).append(statement)
        for quantity, statements in figures.items():
            ends = [s.period.possible_end for s in statements]
            end = None if None in ends else max(e for e in ends if e is not None)
            replaced = None if following is None else following - timedelta(days=1)
            last = min((d for d in (end, replaced) if d is not None), default=None)
            yield _Ceiling(quantity, statements, day, last)


def _binds_from(statement: Statement) -> date | None:
    published = statement.evidence.published
    return statement.period.possible_start or (None if published is None else parse_bound(published)[0])


def _above(fact: Fact, ceiling: _Ceiling, counted: list[Sighting], index: FactIndex) -> Iterator[Conflict]:
    """One conflict for each figure above the ceiling, on the days that the ceiling binds."""
    figures: dict[Quantity, list[Sighting]] = {}
    for sighting in counted:
        quantity = sighting.statement.claim.quantity
        bound = (ceiling.first, ceiling.last or date.max)
        if quantity is None or shared(sighting.span, bound) is None:
            continue
        if range_of(quantity)[0] > range_of(ceiling.quantity)[1]:
            figures.setdefault(quantity, []).append(sighting)
    permitted = side(quantity_words(ceiling.quantity), ceiling.statements)
    name = index.named(fact.subject)
    for quantity, found in figures.items():
        days = [d for s in found if (d := shared(s.span, (ceiling.first, ceiling.last or date.max))) is not None]
        present = side(quantity_words(quantity), (s.statement for s in found))
        first, last = whole(days)
        yield Conflict(
            kind=ConflictKind.ABOVE_CEILING,
            about=str(fact.subject),
            name=name,
            first=first,
            last=last,
            one=present,
            other=permitted,
            short=f"{present.says} is above the ceiling of {permitted.says}",
            reason=f"{sources(present)} counts {present.says} in {name}, where {permitted.says} "
            f"{'is' if ceiling.quantity.high == 1 else 'are'} authorised according to {sources(permitted)}.",
            settled_by="A later decision that raised the ceiling, or a document that says whom the ceiling leaves out.",
            facts=(fact.id,),
            things=things_of(fact),
        )
