"""Strengths above the ceiling that was authorised.

The law of this module: a ceiling binds within its outer days, for its own subject only, and until the next one begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, side, sources, things_of
from contingent.ask.conflicts.figures import Measure, measure_of, quantity_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.sightings import Sighting, Span, counts, shared, whole
from contingent.ask.values import range_of
from contingent.claim import Modality, Quantity
from contingent.claim_words import quantity_words
from contingent.fact import Fact, Statement
from contingent.period import parse_bound


def above_ceiling(index: FactIndex) -> Iterator[Conflict]:
    """Each strength above the ceiling that was authorised for the same thing on the same days."""
    for fact in index.of_kind("strength"):
        measures: dict[Measure, list[Statement]] = {}
        for statement in fact.statements:
            if statement.claim.modality == Modality.AUTHORISED and statement.fault is None:
                measures.setdefault(measure_of(statement), []).append(statement)
        counted = counts(fact) if measures else []
        for measure, permits in measures.items():
            for ceiling in _ceilings(permits):
                yield from _above(fact, ceiling, [s for s in counted if measure_of(s.statement) == measure], index)


@dataclass(frozen=True, slots=True)
class _Ceiling:
    """A greatest number, who states it, and the days on which it binds; an end of None is open."""

    quantity: Quantity
    statements: list[Statement]
    first: date
    last: date | None


def _ceilings(permits: list[Statement]) -> Iterator[_Ceiling]:
    """The ceilings, each bound to its own outer days and to the time before the next one begins.

    One whose document gives no start binds from the document's day of publication. Of several that begin on one day the
    highest binds: the others are for parts whose names were not read.
    """
    starts: dict[date, list[Statement]] = {}
    for statement in permits:
        if (start := _binds_from(statement)) is not None and _highest([statement]) is not None:
            starts.setdefault(start, []).append(statement)
    days = sorted(starts)
    for day, following in zip_longest(days, days[1:]):
        quantity = _highest(starts[day])
        if quantity is None:
            continue
        statements = [s for s in starts[day] if s.claim.quantity == quantity]
        ends = [s.period.possible_end for s in statements]
        end = None if None in ends else max(e for e in ends if e is not None)
        replaced = None if following is None else following - timedelta(days=1)
        last = min((d for d in (end, replaced) if d is not None), default=None)
        yield _Ceiling(quantity, statements, day, last)


def _highest(permits: list[Statement]) -> Quantity | None:
    """The highest figure that is permitted, None where none has an upper bound."""
    bounded = [q for s in permits if (q := s.claim.quantity) is not None and q.high is not None]
    return max(bounded, key=lambda quantity: range_of(quantity)[::-1], default=None)


def _binds_from(statement: Statement) -> date | None:
    published = statement.evidence.published
    return statement.period.possible_start or (None if published is None else parse_bound(published)[0])


def _above(fact: Fact, ceiling: _Ceiling, counted: list[Sighting], index: FactIndex) -> Iterator[Conflict]:
    """One conflict for each figure above the ceiling, on the days that the ceiling binds."""
    figures: dict[Quantity, list[tuple[Statement, Span]]] = {}
    for sighting in counted:
        quantity, days = quantity_of(sighting), shared(sighting.span, (ceiling.first, ceiling.last or date.max))
        if days is not None and range_of(quantity)[0] > range_of(ceiling.quantity)[1]:
            figures.setdefault(quantity, []).append((sighting.statement, days))
    permitted = side(quantity_words(ceiling.quantity), ceiling.statements)
    name = index.named(fact.subject)
    for quantity, found in figures.items():
        present = side(quantity_words(quantity), (statement for statement, _ in found))
        first, last = whole(days for _, days in found)
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
