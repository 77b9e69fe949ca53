"""Derived facts: what no document states, but follows from two statements together.

A superior takes on the places of its subordinate, within the time in which the one answers to the other: where the
79 Infantry Battalion is in Lashio Township on a day, and belongs to the 99 Light Infantry Division before and after
that day, the division is in Lashio Township on that day. This is the rule of the Security Force Monitor's Research
Handbook on claims that are taken on. The law of this module: a derived fact is marked as what it is, carries the
evidence of both, and is evidence of nothing else, so that nothing is ever derived from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from contingent.claim import Reference
from contingent.fact import Fact, Statement
from contingent.period import Period
from contingent.resolve.spells import at_some_time, spells


@dataclass(frozen=True, slots=True)
class Derived:
    """That ``subject``, a superior, is at ``place`` because its subordinate ``through`` is.

    ``statements`` are those of the subordinate's place, each with its period as far as it lies within the time of the
    relation; ``relation`` are the statements that make ``through`` answer to ``subject`` in that time.
    """

    subject: Reference
    place: str
    role: str | None
    through: Reference
    statements: tuple[Statement, ...]
    relation: tuple[Statement, ...]


def places_taken_on(facts: Iterable[Fact], gap: int | None = None) -> tuple[Derived, ...]:
    """All places that superiors take on. Operations and contributions are no superiors: they are what has the parts.

    ``gap`` is the gap rule in days by which statements of a relation join, None for no limit.
    """
    places: dict[Reference | str, list[Fact]] = {}
    relations = []
    for fact in facts:
        if fact.kind == "location":
            places.setdefault(fact.subject, []).append(fact)
        elif fact.kind == "element" and isinstance(fact.object, Reference) and fact.object.elements:
            relations.append(fact)
    found = (
        derived
        for relation in relations
        for place in places.get(relation.subject, ())
        for derived in taken_on(place, relation, gap)
    )
    return tuple(
        sorted(found, key=lambda each: (str(each.subject), each.place, str(each.through), each.statements[0].order))
    )


def taken_on(location: Fact, relation: Fact, gap: int | None = None) -> Iterator[Derived]:
    """What the superior of ``relation`` takes on from its subordinate, once for each spell of the relation."""
    superior, subordinate, place = relation.object, relation.subject, location.object
    if not isinstance(superior, Reference) or not isinstance(subordinate, Reference) or not isinstance(place, str):
        return
    if superior.operation != subordinate.operation:
        return  # a unit at home is not where the people are whom it sends
    for spell in spells(relation.statements, gap):
        if spell.period.certain is None:
            continue
        seen = (s for s in location.statements if s.tells_of_presence and s.fault is None)
        within = ((s, _within(s.period, spell.period.certain)) for s in seen)
        statements = tuple(replace(s, period=period) for s, period in within if period is not None)
        if statements:
            yield Derived(superior, place, location.role, subordinate, statements, spell.statements)


def _within(period: Period, days: tuple[date, date]) -> Period | None:
    """The part of a period that lies within some days; None where no part of it certainly does."""
    first, last = days
    if period.certain is None:
        earliest, latest = at_some_time(period)
        return period if first <= earliest and latest <= last else None
    start, end = max(first, period.certain[0]), min(last, period.certain[1])
    if start > end:
        return None
    begins = period.starts_known and start == period.certain[0] and first <= (period.possible_start or start)
    ends = period.ends_known and end == period.certain[1] and (period.possible_end or end) <= last
    return Period(
        period.possible_start if begins else None, start, end, period.possible_end if ends else None, begins, ends
    )
