"""What a stretch of a sentence says somebody has: elements, people, equipment, places, in the order of the words.

Each sort of phrase is read by functions of its own over the ``Walk``; here is only the order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from contingent.read import units
from contingent.read.mood import Mood
from contingent.read.places import is_place
from contingent.read.proposals import UNDATED, when
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
_ITEMS = (units.UNIT, units.PEOPLE, units.PERSONS, units.ASSET, units.CONTRIBUTION)
_ITEM_REACH = 4
"""How many units behind "and" or a comma the next member of an enumeration begins at the latest."""
_LEAST_DATED = 2
"""How many members must have a time, so that one at the end is not taken for the last one's alone."""
_PASSED = (units.WORD, units.SIGN, units.TIME)
"""What a preposition reaches over."""


def read_constituents(walk: Walk, first: int, last: int) -> None:
    """Walk over the units of the sentence from ``first`` up to ``last`` and put forward what they state."""
    row = walk.reading.row
    if first >= last:
        return
    moods = _own_moods(walk, first, min(last, len(row))) if units.TIME in walk.reading.sorts else {}
    for number in range(first, min(last, len(row))):
        unit = row[number]
        walk.mood = moods.get(number, walk.mood)
        if walk.having and walk.mood.modality == "planned" and _is_ceiling(walk, unit):
            walk.mood = replace(walk.mood, modality="authorised")  # "will stay at a ceiling of 17,000 troops"
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


def _is_ceiling(walk: Walk, unit: Unit) -> bool:
    """Whether a word for a ceiling stands here, alone or before the people that are counted."""
    return not walk.reading.words.sets["ceilings"].isdisjoint(unit.low.split())


def _undated(walk: Walk, first: int) -> Mood:
    """The mood of what stands in the clause before its only time; the present then tells of what is."""
    clause = walk.reading.clause_of(walk.reading.row[first])
    goes_on = walk.mood.modality == "planned" and clause is not None and clause.group.tense == "present"
    return replace(walk.mood, times=UNDATED, modality="actual" if goes_on else walk.mood.modality)


def _own_moods(walk: Walk, first: int, last: int) -> dict[int, Mood]:
    """The mood from each unit of an enumeration on whose members have times of their own.

    "An aircraft for three months from 1 September and two officers until June": what stands behind a member is its own,
    and a member without a time shares that of the next one.
    """
    row, sets = walk.reading.row, walk.reading.words.sets
    begins = [first]
    for number in range(first + 1, last):
        joined = row[number].low in sets["conjunctions_and"] or row[number].text == ","
        if joined and any(unit.sort in _ITEMS for unit in row[number + 1 : number + _ITEM_REACH]):
            begins.append(number)
    members = [(begin, end) for begin, end in zip(begins, [*begins[1:], last], strict=True)]
    times = [[u.value for u in row[begin:end] if u.sort == units.TIME] for begin, end in members]
    if sum(map(bool, times)) < _LEAST_DATED:
        dated = next((begin for number, (begin, _) in enumerate(members) if number and times[number]), None)
        alone = dated is not None and dated + 1 < last and row[dated + 1].sort == units.TIME
        # "A staff and from May | two helicopters": a time right behind "and" is that of what follows.
        return {first: _undated(walk, first), dated: walk.mood} if alone and dated is not None else {}
    published, planned = walk.reading.discourse.annotated.published, walk.mood.modality == "planned"
    moods: dict[int, Mood] = {}
    for number, (begin, _) in enumerate(members):
        own = next((each for each in times[number:] if each), None) or times[number - 1]
        moods[begin] = replace(walk.mood, times=when(own, published, planned))
    return moods
