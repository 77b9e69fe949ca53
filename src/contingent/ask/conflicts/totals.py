"""Totals that exclude each other: two figures for one thing in one calendar month.

The law of this module: figures of two months are a change, and so are those of two versions of a page. What one
document gives for one day it knows itself: several figures in it are a soft conflict, for it may count several things.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, Side, side, sources, things_of
from contingent.ask.conflicts.figures import Measure, distance, measure_of, quantity_of
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
from contingent.claim import Quantity
from contingent.claim_words import quantity_words
from contingent.fact import Fact


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
        measures: dict[Measure, list[Sighting]] = {}
        for sighting in counts(fact):
            measures.setdefault(measure_of(sighting.statement), []).extend(_counted(sighting))
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
    figures = _by_document(found)
    for pair in that_meet(found, lambda sighting: _months(sighting.span)):
        one, other = sorted(pair, key=_by_figure)
        if in_one_document(one.statement, other.statement) or not _exclude_each_other(one, other):
            continue
        if _is_nearer_to_another(one, other, figures) or _is_nearer_to_another(other, one, figures):
            continue
        first, second = quantity_of(one), quantity_of(other)
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
    for said in _by_document(found).values():
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
    one = side(quantity_words(quantity_of(first)), [first.statement])
    words = dict.fromkeys(quantity_words(quantity_of(sighting)) for sighting in further)
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


def _by_document(found: list[Sighting]) -> dict[str, list[Sighting]]:
    documents: dict[str, list[Sighting]] = {}
    for sighting in found:
        documents.setdefault(sighting.statement.evidence.document_id, []).append(sighting)
    return documents


def _is_nearer_to_another(one: Sighting, other: Sighting, figures: dict[str, list[Sighting]]) -> bool:
    """Whether the document of ``other`` gives, in the same months, a figure that is nearer to ``one``.

    A document with 12,000 soldiers and 1,700 of the police, its scopes unread, speaks to another's 13,000 once.
    """
    gap = distance(quantity_of(one), quantity_of(other))
    return any(
        shared(_months(one.span), _months(third.span)) is not None
        and distance(quantity_of(one), quantity_of(third)) < gap
        for third in figures[other.statement.evidence.document_id]
    )


def _exclude_each_other(one: Sighting, other: Sighting) -> bool:
    """Whether two figures cannot both be right and are not those of two versions of a page."""
    return not compatible(quantity_of(one), quantity_of(other)) and not are_versions(one.statement, other.statement)


def _by_figure(sighting: Sighting) -> tuple[tuple[float, float], tuple[str, str, int, int, str]]:
    return range_of(quantity_of(sighting)), sighting.statement.order


def _months(span: Span) -> Span:
    """The whole calendar months that hold a span."""
    last = span[1]
    return span[0].replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _counted_thing(fact: Fact, one: Side, index: FactIndex) -> str:
    """What is counted, in words, with the scope that both figures share."""
    scope = one.statements[0].claim.scope
    return f"{index.named(fact.subject)} ({scope})" if scope else index.named(fact.subject)
