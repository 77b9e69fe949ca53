"""What a walk over a sentence reads of places, and of countries that are counted."""

from __future__ import annotations

from dataclasses import replace

from contingent import catalogue
from contingent.catalogue.places import find_place
from contingent.read import units
from contingent.read.entities import Entity, Sort
from contingent.read.places import is_place, place_name, role_of
from contingent.read.proposals import UNDATED, quantity_of
from contingent.read.units import Unit
from contingent.read.walk import Walk


def read_place(walk: Walk, number: int, unit: Unit) -> None:
    """A place in the walk: who is there."""
    reading = walk.reading
    row = reading.row
    before = row[number - 1] if number else None
    if _says_where(walk, number) or _says_whose(walk, number):
        return
    if _owns_next(walk, number):
        walk.kept = walk.preposition
        return
    if _stands_with(walk, number):
        return
    listed = _as_well_as(walk, number) or (
        before is not None
        and number >= 2
        and is_place(row[number - 2])
        and (before.text == "," or reading.is_in("conjunctions_and", before))
    )
    apposed = (
        before is not None
        and (before.text in (",", "(") or (before.text == ":" and reading.listed))
        and number >= 2
        and row[number - 2] is walk.holder_unit
        and walk.holder is not None
        and (walk.holder.sort is Sort.OPERATION or reading.listed or unit.detail == "marked")
    )
    holder = walk.holder
    from_there = walk.from_base and walk.governed_by("from")
    if holder is None or not holder.is_part() or not (walk.placing or from_there):
        return
    if holder.sort is Sort.OPERATION and walk.holder_unit is not None:
        return  # where an operation works is read by ``theatres``
    if any(_is_at_home(holder, place) for place in (unit, *_around(walk, number))):
        return  # "a third is in reserve in Denmark": at home is not where a contribution is
    if (listed and walk.placed) or apposed:
        pass
    elif (
        not walk.governed_by("standing")
        and not (walk.moving and walk.governed_by("towards"))
        and not (walk.governed_by("from") and walk.from_base and unit.sort == units.PLACE)
        and not (walk.unframed and unit.sort == units.PLACE and (not walk.preposition or walk.governed_by("of")))
    ):
        return
    elif walk.placed and not listed and _recently_placed(walk, number):
        return  # "at Ali al Salem Air Base in Kuwait": the base comes before the country
    role = role_of(reading, unit, walk.preposition)
    walk.placed.add(id(unit))
    start = walk.holder_unit.start if walk.holder_unit is not None else walk.begin(unit)
    if walk.start is not None and (walk.holder_unit is None or walk.holder is walk.owner):
        start = min(start, walk.start)
    # "The officer in Juba goes home on Friday": the day is that of the going.
    times, as_of = walk.mood.observed() if walk.introducing else (UNDATED, None)
    reading.propose(
        "location",
        holder,
        place_name(unit),
        start,
        unit.end,
        walk.rule + "; where",
        times,
        modality=walk.mood.modality,
        role=role,
        as_of=as_of,
    )


def _around(walk: Walk, number: int) -> list[Unit]:
    """The place that tells where a camp or base is: "Gaza Barracks in | Catterick"."""
    behind = walk.reading.row[number + 1 : number + 3]
    told = len(behind) > 1 and walk.reading.is_in("standing", behind[0]) and is_place(behind[1])
    return behind[1:] if told and walk.reading.row[number].sort == units.PLACE else []


def _is_at_home(holder: Entity, unit: Unit) -> bool:
    """Whether a place is in the country that what is there comes from, which is not where an operation works."""
    if unit.sort == units.ACTOR:
        return bool(holder.nation == unit.value)
    known = catalogue.load().operations.get(holder.operation.name) if holder.operation is not None else None
    if holder.nation is None or known is None or holder.nation in known.hosts:
        return False
    found = find_place(unit.text)
    return bool(found) and found[0].country == holder.nation


def _as_well_as(walk: Walk, number: int) -> bool:
    """Whether a joining phrase of several words stands between two places: "Syria as well as Iraq"."""
    row = walk.reading.row
    for phrase in walk.reading.words.phrases["conjunctions_and"]:
        start = number - len(phrase)
        if start > 0 and is_place(row[start - 1]) and tuple(u.low for u in row[start:number]) == phrase:
            return True
    return False


def _says_where(walk: Walk, number: int) -> bool:
    """Whether a state only says where the place before it is: "Dakar, Senegal", not "Gao, Menaka and Kidal"."""
    row = walk.reading.row
    if number < 2 or row[number - 1].text != "," or row[number].sort != units.ACTOR or row[number].detail != "name":
        return False
    return row[number - 2].sort == units.PLACE


def _stands_with(walk: Walk, number: int) -> bool:
    """Whether a state is one of a list behind "with": "in Latvia, with Albania, | Italy and Spain as contributors"."""
    row = walk.reading.row
    if row[number].sort != units.ACTOR:
        return False
    at = number
    while at >= 2 and row[at - 2].sort == units.ACTOR and _joins(walk, row[at - 1]):
        at -= 2
    if at >= 3 and row[at - 3].sort == units.ACTOR and row[at - 2].text == "," and _joins(walk, row[at - 1]):
        return _stands_with(walk, at - 3)
    return 0 < at < number and walk.reading.is_in("with", row[at - 1])


def _joins(walk: Walk, unit: Unit) -> bool:
    return unit.text == "," or walk.reading.is_in("conjunctions_and", unit)


def _owns_next(walk: Walk, number: int) -> bool:
    """Whether a state stands in the genitive before a place of its own: "in | Mali's | capital Bamako"."""
    reading, row = walk.reading, walk.reading.row
    behind = [u for u in row[number + 1 : number + 4] if u.text not in reading.words.grammar["genitive"]]
    return len(behind) > 1 and reading.is_in("place_nouns", behind[0]) and is_place(behind[1])


def _says_whose(walk: Walk, number: int) -> bool:
    """Whether a state stands in brackets behind what it sends."""
    row = walk.reading.row
    opening = next((n for n in range(number - 1, 0, -1) if row[n].text in "()"), 0)
    return opening > 0 and any(unit is row[number] for unit in walk.states_behind(opening - 1))


def _recently_placed(walk: Walk, number: int) -> bool:
    """Whether a place stands just before, so that this one only says where that one is."""
    for unit in reversed(walk.reading.row[max(0, number - 4) : number]):
        if is_place(unit):
            return id(unit) in walk.placed
    return False


def read_countries(walk: Walk, number: int, unit: Unit) -> None:
    """Countries that are counted: how many contribute to the operation that is spoken of."""
    reading = walk.reading
    if unit.detail.number is None:
        return
    row = reading.row
    near = [u for u in row[:number] if u.sort in (units.OPERATION, units.ANAPHOR)]
    after = row[number + 1] if number + 1 < len(row) else None
    entity = reading.discourse.operation
    if after is not None and after.sort == units.OPERATION:
        entity = reading.discourse.resolve(after)
    elif near:
        entity = reading.discourse.resolve(near[-1])
    if entity is None or entity.sort is not Sort.OPERATION:
        return
    reading.state(
        "membership",
        entity,
        None,
        unit.start,
        unit.end,
        walk.rule + "; countries counted",
        replace(walk.mood, spell=False),
        quantity=quantity_of(unit.detail.number, "countries"),
    )
