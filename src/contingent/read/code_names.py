"""National code names: the operation under which a state contributes to another one.

The catalogue knows many ("Operation Presence" serves the UN mission in Mali); of others the sentence says so
("Operation X, the country's contribution to Y").
"""

from __future__ import annotations

from contingent import catalogue
from contingent.read import units
from contingent.read.entities import Entity, Sort
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit


def read_code_names(reading: Reading) -> None:
    """State that an operation is part of the other that the sentence names with it."""
    row = reading.row
    named = [u for u in row if u.sort == units.OPERATION]
    for first in named:
        for second in named:
            if first.value != second.value and _serves(reading, first, second):
                _state(reading, first, second)


def _serves(reading: Reading, inner: Unit, outer: Unit) -> bool:
    known = catalogue.load().operations.get(str(inner.value))
    if known is not None and known.parent == outer.value:
        return True
    if (known is not None and known.country is None) or inner.start > outer.start:
        return False
    other = catalogue.load().operations.get(str(outer.value))
    between = [u for u in reading.row if inner.end <= u.start < outer.start]
    contributes = any(u.sort == units.CONTRIBUTION for u in between)
    return contributes and (other is None or other.country is None)


def _state(reading: Reading, inner: Unit, outer: Unit) -> None:
    discourse = reading.discourse
    whole = discourse.an_operation(str(outer.value))
    part = Entity(Sort.ELEMENT, str(inner.value), None, whole, named=True)
    start, end = min(inner.start, outer.start), max(inner.end, outer.end)
    reading.propose("element", part, whole, start, end, "a code name and the operation that it serves")
    known = catalogue.load().operations.get(str(inner.value))
    state = known.country if known is not None and known.country else discourse.home
    if state is not None:
        for operation in (whole, discourse.an_operation(str(inner.value))):
            reading.propose(
                "participation", discourse.an_actor(state), operation, start, end, "a code name is a state's own"
            )
