"""Numbers that exclude each other: two totals of one thing, and a strength above its authorised ceiling.

The law of this module: figures are held against each other only within one fact, one unit and one scope. An
approximate figure stands for all within a tenth of it, and an open side for all figures on that side.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import zip_longest

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, Side, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.sightings import (
    Sighting,
    Span,
    are_versions,
    between,
    counts,
    in_one_document,
    shared,
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
    """Each two figures for one thing, certain in one calendar month, that cannot both be right.

    One document that gives several figures for one day may count several things: that is one soft conflict.
    """
    for fact in index.of_kind("strength", "membership"):
        measures: dict[_Measure, list[Sighting]] = {}
        for sighting in counts(fact):
            measures.setdefault(_measure(sighting.statement), []).extend(_counted(sighting))
        for found in measures.values():
            if len({sighting.statement.claim.quantity for sighting in found}) > 1:
                yield from _of_sources(fact, found, index)
                yield from _of_documents(fact, found, index)


def _counted(sighting: Sighting) -> Iterator[Sighting]:
    """The sighting on the first and the last of its days where they lie in different months.

    A count "since 2003" held at its start and holds again on the day of publication; what lies between was counted by
    nobody.
    """
    first, last = sighting.span
    if _months(sighting.span) == _months((first, first)):
        yield sighting
    else:
        yield sighting._replace(span=(first, first))
        yield sighting._replace(span=(last, last))


def _of_sources(fact: Fact, found: list[Sighting], index: FactIndex) -> Iterator[Conflict]:
    """The conflicts between figures of different documents."""
    opposed: dict[tuple[Quantity, Quantity], _Opposed] = {}
    for pair in that_meet(found, lambda sighting: _months(sighting.span)):
        one, other = sorted(pair, key=_by_figure)
        if in_one_document(one.statement, other.statement) or not _exclude_each_other(one, other):
            continue
        first, second = _quantity(one), _quantity(other)
        days = between(one.span, other.span)
        pairs = opposed.setdefault((first, second), _Opposed(days))
        pairs.span = whole((pairs.span, days))
        pairs.ones.append(one)
        pairs.others.append(other)
    for (first, second), pairs in opposed.items():
        one_side = side(quantity_words(first), (s.statement for s in pairs.ones))
        other_side = side(quantity_words(second), (s.statement for s in pairs.others))
        yield Conflict(
            kind=ConflictKind.TWO_TOTALS,
            about=str(fact.subject),
            name=index.named(fact.subject),
            first=pairs.span[0],
            last=pairs.span[1],
            one=one_side,
            other=other_side,
            short=f"{one_side.says} and {other_side.says} in one month exclude each other",
            reason=f"{_counted_thing(fact, one_side, index)}: {one_side.says} according to {sources(one_side)}, "
            f"{other_side.says} according to {sources(other_side)}, in the same month.",
            settled_by="A document that says whom each figure counts, or that tells of a change within the month.",
            facts=(fact.id,),
            things=things_of(fact),
        )


def _of_documents(fact: Fact, found: list[Sighting], index: FactIndex) -> Iterator[Conflict]:
    """For each document that gives several figures for one day: the first of them against those that exclude it."""
    documents: dict[str, list[Sighting]] = {}
    for sighting in found:
        documents.setdefault(sighting.statement.evidence.document_id, []).append(sighting)
    for said in documents.values():
        in_order = sorted(said, key=lambda sighting: sighting.statement.order)
        for place, one in enumerate(in_order):
            others = [
                other
                for other in in_order[place + 1 :]
                if shared(one.span, other.span) is not None and _exclude_each_other(one, other)
            ]
            if others:
                yield _two_figures(fact, one, others, index)
                break


def _two_figures(fact: Fact, first: Sighting, further: list[Sighting], index: FactIndex) -> Conflict:
    one = side(quantity_words(_quantity(first)), [first.statement])
    words = dict.fromkeys(quantity_words(_quantity(sighting)) for sighting in further)
    other = side(", ".join(words), (s.statement for s in further))
    days = whole((first.span, *(s.span for s in further)))
    return Conflict(
        kind=ConflictKind.TWO_FIGURES,
        about=str(fact.subject),
        name=index.named(fact.subject),
        first=days[0],
        last=days[1],
        one=one,
        other=other,
        short=f"its document also says {other.says}",
        reason=f"{_counted_thing(fact, one, index)}: {one.says} and also {other.says} in one document, that of "
        f"{sources(one)}.",
        settled_by="The text around the quotes: the figures count different things, or one was misread.",
        facts=(fact.id,),
        things=things_of(fact),
    )


def _exclude_each_other(one: Sighting, other: Sighting) -> bool:
    """Whether two figures cannot both be right and are not those of two versions of a page."""
    return not compatible(_quantity(one), _quantity(other)) and not are_versions(one.statement, other.statement)


def _quantity(sighting: Sighting) -> Quantity:
    """The figure of a strength or a membership, which always have one."""
    quantity = sighting.statement.claim.quantity
    assert quantity is not None
    return quantity


def _by_figure(sighting: Sighting) -> tuple[tuple[float, float], tuple[str, str, int, int, str]]:
    return range_of(_quantity(sighting)), sighting.statement.order


def _months(span: Span) -> Span:
    """The whole calendar months that hold a span."""
    last = span[1]
    return span[0].replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _counted_thing(fact: Fact, one: Side, index: FactIndex) -> str:
    """What is counted, in words, with the scope that both figures share."""
    scope = one.statements[0].claim.scope
    return f"{index.named(fact.subject)} ({scope})" if scope else index.named(fact.subject)


def above_ceiling(index: FactIndex) -> Iterator[Conflict]:
    """Each strength above the ceiling that was authorised for the same thing on the same days."""
    for fact in index.of_kind("strength"):
        measures: dict[_Measure, list[Statement]] = {}
        for statement in fact.statements:
            if statement.claim.modality == Modality.AUTHORISED and statement.fault is None:
                measures.setdefault(_measure(statement), []).append(statement)
        counted = counts(fact) if measures else []
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
    for day, following in zip_longest(days, days[1:]):
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
            reason=f"{name}: {present.says} according to {sources(present)}, but {permitted.says} are authorised "
            f"according to {sources(permitted)}.",
            settled_by="A later decision that raised the ceiling, or a document that says whom the ceiling leaves out.",
            facts=(fact.id,),
            things=things_of(fact),
        )
