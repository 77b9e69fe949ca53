"""Which standing units at home a contribution's parts come from: "Hold 5 fra Jydske Dragonregiment"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.names_of_elements import clean_name
from contingent.read.phrase import Phrase
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit
from contingent.read.walk import ELEMENTS


def read_home_units(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """State what standing unit each element of a clause comes from."""
    row = reading.row
    if not reading.has("from"):
        return
    first = next((k for k, u in enumerate(row) if u.start >= clause.start), len(row))
    for number in range(max(first, 1), len(row) - 1):
        if row[number].start >= clause.end:
            return
        if not reading.is_in("from", row[number]):
            continue
        at = number + 1
        while at < len(row) - 1 and reading.is_in("definite", row[at]):
            at += 1
        element = _sent_from(reading, row[number - 1], owner)
        if element is None or not _stands_at_home(reading, row[at]):
            continue
        home = Entity(Sort.ELEMENT, clean_name(row[at].text), element.nation, None, named=True)
        start = min(clause.start, row[number - 1].start) if element is owner else row[number - 1].start
        # Where somebody comes from holds whether or not the clause looks back.
        modality = "actual" if mood.modality != "past" else "past"
        reading.propose("element", element, home, start, row[at].end, rule + "; from a unit at home", modality=modality)


def _sent_from(reading: Reading, before: Unit, owner: Entity | None) -> Entity | None:
    """The element that stands before "from", or the one that the clause is about: "the team numbers 34 men from"."""
    entity = reading.discourse.resolve(before) if before.sort in ELEMENTS else None
    if entity is None and (before.sort == units.PERSONS or before.low in reading.words.verbs):
        entity = owner
    known = entity is not None and entity.sort is Sort.ELEMENT and entity.operation is not None
    return entity if known and entity is not None and entity.nation is not None else None


def _stands_at_home(reading: Reading, unit: Unit) -> bool:
    """Whether a unit names a formation of an armed force: a regiment, a wing, a corps."""
    named = unit.sort == units.ACTOR and unit.detail == "armed forces"
    named = named or (unit.sort == units.UNIT and isinstance(unit.detail, Phrase) and unit.detail.named)
    return named and any(word.endswith(tuple(reading.words.sets["formations"])) for word in unit.low.split())
