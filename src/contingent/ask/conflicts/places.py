"""One unit in two far places on one day.

The law of this module: only positions from the catalogue count, and the nearest pair of them where a name is that of
several places. Places that one document names together, and places of which one may lie in the other, are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.sightings import Sighting, Span, meetings, sightings, that_meet, whole
from contingent.catalogue import Place, find_place
from contingent.claim import Reference
from contingent.fact import Fact

_FAR = 300.0
"""Kilometres beyond which two places are far from each other: farther than a unit works from its base in a day."""
_EARTH_RADIUS = 6371.0
_POINTS = frozenset({"exact", "town"})


class _Spot(NamedTuple):
    """A unit at a place, and all sightings of it there."""

    fact: Fact
    sightings: list[Sighting]
    span: Span


def two_places(index: FactIndex) -> Iterator[Conflict]:
    """Each unit that one source has at one place and another far from it, on one day and in one role."""
    units: dict[tuple[Reference, str | None], list[_Spot]] = {}
    for fact in index.of_kind("location"):
        if isinstance(fact.subject, Reference) and fact.subject.elements and (found := sightings(fact)):
            spot = _Spot(fact, found, whole(s.span for s in found))
            units.setdefault((fact.subject, fact.role), []).append(spot)
    for spots in units.values():
        for pair in that_meet(spots, lambda spot: spot.span):
            one, other = sorted(pair, key=lambda spot: str(spot.fact.object))
            if one.fact is not other.fact and (conflict := _of_pair(one, other, index)) is not None:
                yield conflict


def _of_pair(one: _Spot, other: _Spot, index: FactIndex) -> Conflict | None:
    met = list(meetings(one.sightings, other.sightings))
    distance = far_apart(one.fact, other.fact) if met else None
    if distance is None:
        return None
    first = side(f"in {one.fact.object}", (a.statement for a, _, _ in met))
    second = side(f"in {other.fact.object}", (b.statement for _, b, _ in met))
    days = whole(days for _, _, days in met)
    name = index.named(one.fact.subject)
    when = f"on {days[0]}" if days[0] == days[1] else f"from {days[0]} to {days[1]}"
    return Conflict(
        kind=ConflictKind.TWO_PLACES,
        about=str(one.fact.subject),
        name=name,
        first=days[0],
        last=days[1],
        one=first,
        other=second,
        short=f"{first.says} and {second.says}, {distance:,.0f} km apart",
        reason=f"{name} {when}: {first.says} according to {sources(first)}, {second.says} according to "
        f"{sources(second)}, {distance:,.0f} km apart.",
        settled_by="A document that says which part of the unit is where, or when it moved.",
        facts=(one.fact.id, other.fact.id),
        things=things_of(one.fact, other.fact),
    )


def far_apart(one: Fact, other: Fact) -> float | None:
    """The kilometres between the places of two facts about one unit; None where these are not far from each other, or
    where a document names both.
    """
    documents = {statement.evidence.document_id for statement in one.statements}
    if not documents.isdisjoint(statement.evidence.document_id for statement in other.statements):
        return None
    distance = how_far(str(one.object), str(other.object))
    return distance if distance is not None and distance > _FAR else None


def how_far(one: str, other: str) -> float | None:
    """The kilometres between two named places, the nearest of each name.

    None where one of them has no known position, or where one may lie in the other.
    """
    ones, others = find_place(one), find_place(other)
    if not ones or not others or any(_may_hold(a, b) or _may_hold(b, a) for a, b in product(ones, others)):
        return None
    return min(_distance(a, b) for a, b in product(ones, others))


def _may_hold(outer: Place, inner: Place) -> bool:
    """Whether the inner place may lie in the outer one: a state or region holds what lies in its state.

    Of a sea, and of a region of no state, it is not known what lies in it.
    """
    if outer.precision in _POINTS:
        return False
    return outer.country is None or inner.country is None or outer.country == inner.country


def _distance(one: Place, other: Place) -> float:
    """The great-circle distance in kilometres, by the haversine formula (R. W. Sinnott, 1984)."""
    north, east = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(sqrt(min(1.0, chord)))
