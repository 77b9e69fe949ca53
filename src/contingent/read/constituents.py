"""What a stretch of a sentence says somebody has: elements, people, equipment, places, in the order of the words.

Each sort of phrase is read by functions of its own over the ``Walk``; here is only the order.
"""

from __future__ import annotations

from collections.abc import Callable

from contingent.read import units
from contingent.read.places import is_place
from contingent.read.units import Unit
from contingent.read.walk import Walk
from contingent.read.walk_elements import read_contribution, read_element, read_home_unit, read_operation
from contingent.read.walk_equipment import read_asset
from contingent.read.walk_people import read_people
from contingent.read.walk_places import read_countries, read_place

_READERS: dict[str, Callable[[Walk, int, Unit], None]] = {
    units.UNIT: read_element,
    units.PEOPLE: read_element,
    units.CONTRIBUTION: read_contribution,
    units.PERSONS: read_people,
    units.NUMBER: read_people,
    units.ASSET: read_asset,
    units.COUNTRIES: read_countries,
    units.OPERATION: read_operation,
    units.ANAPHOR: read_operation,
    units.ACTOR: read_home_unit,
}
"""Who reads a unit of which sort; it is given the walk, the unit's place in the sentence, and the unit."""
_PASSED = (units.WORD, units.SIGN, units.TIME)
"""What a preposition reaches over."""


def read_constituents(walk: Walk, first: int, last: int) -> None:
    """Walk over the units of the sentence from ``first`` up to ``last`` and put forward what they state."""
    row = walk.reading.row
    for number in range(first, min(last, len(row))):
        unit = row[number]
        if unit.sort == units.WORD:
            walk.pass_word(number, unit)
        elif unit.sort == units.SIGN:
            walk.pass_sign(number, unit)
        elif unit.sort in _READERS:
            _READERS[unit.sort](walk, number, unit)
        if is_place(unit):
            read_place(walk, number, unit)
        if unit.sort not in _PASSED:
            walk.governed = walk.preposition
            walk.preposition, walk.kept = walk.kept, ""
