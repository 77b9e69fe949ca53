"""When operations and elements begin and end: "KFOR was set up in 1999", "the EU closed the mission in 2016".

Where the verb has an object it is that which begins or ends, and else the subject. An operation that takes over from
another begins on the day on which the other ends.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_BODIES = (units.OPERATION, units.ANAPHOR, units.UNIT)


def read_founded(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """What begins, and when."""
    day = mood.times.on or mood.times.starts
    begun = _what(reading, clause, owner)
    if begun is not None and day and begun.sort in (Sort.OPERATION, Sort.ELEMENT):
        modality = "planned" if mood.modality == "planned" else "actual"
        ends = mood.times.ends if mood.times.ends != day else None
        reading.propose("existence", begun, None, clause.start, clause.end, rule, When(day, ends), modality=modality)


def read_closed(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """What ends, and when; the end of a contribution is the end of taking part."""
    day = mood.times.on or mood.times.ends or mood.times.starts
    ended = _what(reading, clause, owner)
    if ended is None or not day:
        return
    modality = "planned" if mood.modality == "planned" else "past" if mood.modality == "past" else "actual"
    times = When(None, day)
    if ended.sort is Sort.CONTRIBUTION:
        modality = "actual" if modality == "planned" else modality  # it goes on until then
        actor = reading.discourse.an_actor(ended.nation or "")
        reading.propose(
            "participation", actor, ended.operation, clause.start, clause.end, rule, times, modality=modality
        )
    else:
        reading.propose("existence", ended, None, clause.start, clause.end, rule, times, modality=modality)


def read_lasting(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "Operation X has been running since 2004": it began then, whatever the verb says that it does."""
    if owner is None or owner.sort is not Sort.OPERATION or not mood.times.starts or clause.relative:
        return
    if not any(u.sort in (units.OPERATION, units.ANAPHOR) for u in clause.subjects):
        return
    led = any(reading.is_in("leadership", u) for u in reading.row if clause.verb_start <= u.start < clause.end)
    if mood.tense == "perfect" and not _objects(reading, clause) and not led:  # not "under Danish command since May"
        times = When(mood.times.starts)
        reading.propose("existence", owner, None, clause.start, clause.end, rule + "; since a day", times)


def read_succession(reading: Reading, clause: Clause, mood: Mood, comes_after: bool) -> bool:
    """ "Resolute Support replaced ISAF in 2015"; whether one operation follows another here.

    ``comes_after`` tells whether the subject is the later one.
    """
    subject = next((u for u in clause.subjects if u.sort == units.OPERATION), None)
    other = next((u for _, u in clause.arguments if u.sort == units.OPERATION), None)
    day = mood.times.on or mood.times.starts or mood.times.ends
    if subject is None or other is None or not day or subject.value == other.value:
        return False
    later, earlier = (subject, other) if comes_after else (other, subject)
    planned = mood.modality == "planned"
    rule = "an operation follows another"
    for unit, times, modality in (
        (later, When(day), "planned" if planned else "actual"),
        (earlier, When(None, day), "planned" if planned else "past"),
    ):
        body = reading.discourse.resolve(unit)
        reading.propose("existence", body, None, clause.start, clause.end, rule, times, modality=modality)
    return True


def _what(reading: Reading, clause: Clause, owner: Entity | None) -> Entity | None:
    """What begins or ends: the object of the verb or, of one without any, its subject."""
    if clause.group.passive:
        return owner
    objects = _objects(reading, clause)
    itself = clause.frame is not None and bool(clause.frame.words) and owner is not None  # "became operational"
    if not objects or (itself and owner is not None and owner.sort is Sort.OPERATION):
        return None if _governs_words(reading, clause) else owner
    body = next((u for u in objects if u.sort in _BODIES or u.sort == units.CONTRIBUTION), None)
    return reading.entity(body, reading.sender_of(clause)) if body is not None else None


def _objects(reading: Reading, clause: Clause) -> list[Unit]:
    particles = reading.words.sets["particles"]
    return [u for preposition, u in clause.arguments if not preposition or preposition in particles]


def _governs_words(reading: Reading, clause: Clause) -> bool:
    """Whether the verb has an object that is no phrase the reader knows: "finished | a borehole"."""
    row = reading.row
    behind = row[clause.group.last] if clause.group.last < len(row) else None
    if behind is None or any(behind is subject for subject in clause.subjects):
        return False
    if reading.is_in("possessive_third", behind):
        return False  # "closed its doors"
    return behind.low in reading.words.sets["indefinite"] | reading.words.sets["definite"]
