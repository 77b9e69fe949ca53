"""Exercises by name: "in May the battlegroup takes part in Exercise Spring Storm"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.activities import spell_of
from contingent.read.clause import Clause
from contingent.read.deeds import is_speech
from contingent.read.entities import Entity
from contingent.read.mood import Mood
from contingent.read.names_of_elements import clean_name
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_LONGEST_NAME = 4


def joins_exercise(reading: Reading, clause: Clause) -> bool:
    """Whether a clause about taking part names an exercise and no operation: its days are those of the exercise."""
    behind = [u for u in reading.row[clause.group.last :] if u.end <= clause.end]
    operation = any(u.sort in (units.OPERATION, units.ANAPHOR, units.CONTRIBUTION) for u in behind)
    return not operation and any(reading.is_in("exercises", u) for u in behind)


def read_exercise(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    """The named exercise that a clause says ``owner`` holds or joins, with its days."""
    row = reading.row
    for at in range(clause.group.last, len(row)):
        if row[at].end > clause.end or not reading.is_in("exercises", row[at]):
            continue
        name: list[Unit] = []
        for unit in row[at + 1 : at + 1 + _LONGEST_NAME]:
            numbered = bool(name) and unit.sort == units.NUMBER and unit.text.isdigit()  # "BALTOPS 50"
            if not (unit.text[:1].isupper() or numbered) or unit.sort in (units.TIME, units.SIGN):
                break
            name.append(unit)
        if not name or not owner.is_part() or is_speech(reading, clause):
            return
        what = clean_name(reading.text[row[at].start : name[-1].end])
        modality = "past" if mood.tense in ("past", "perfect") else mood.modality
        spell = When() if modality == "actual" else spell_of(reading, clause, mood)
        reading.propose("activity", owner, what, clause.start, name[-1].end, rule, spell, modality=modality)
        return
