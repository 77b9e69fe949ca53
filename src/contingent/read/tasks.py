"""Tasks and activities: what somebody does, is to do, or did.

A clause in the past with a day or a count is an activity; otherwise its verb phrase is a task. Clauses about
duties ("its job is to …", "the tasks include …") state tasks of whoever is spoken of.
"""

from __future__ import annotations

import functools
import re

from contingent.claim import Quantity
from contingent.read import units
from contingent.read.clauses import Clause
from contingent.read.constituents import ELEMENTS
from contingent.read.discourse import clean_name
from contingent.read.entities import Entity
from contingent.read.phrases import Phrase
from contingent.read.proposals import When, quantity_of
from contingent.read.sentence_reading import Mood, Reading
from contingent.read.units import Unit

_LONGEST = 220
"""A task longer than this is a sentence that the rules did not take apart."""


def read_task(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    """What ``owner`` does in a clause: a task, or what it did on a day or in a count."""
    if not owner.is_part():
        return
    if clause.frame is not None and clause.frame.sort == "aim":
        following = reading.clauses[reading.clauses.index(clause) + 1 :]
        if following and following[0].group.tense in ("infinitive", "gerund") and following[0].inherited:
            return  # the infinitive clause states the task
    row = reading.row
    if _goes_on(reading, clause):
        return  # "advise and assist the army" is one task, read at its last verb
    begin = row[clause.group.main].start
    first = clause
    while (earlier := _before(reading, first)) is not None and _goes_on(reading, earlier):
        begin, first = row[earlier.group.main].start, earlier
    if clause.frame is not None and clause.frame.sort == "aim":
        begin = row[min(clause.group.last + len(clause.frame.words), len(row) - 1)].start
    if begin >= clause.end:
        return
    phrase = clean_name(reading.text[begin : clause.end].rstrip(" .,;:"))
    if len(phrase.split()) < 2 or len(phrase) > _LONGEST:
        return
    if mood.tense in ("past", "perfect") and _happened(reading, clause, mood):
        _activities(reading, clause, mood, owner, begin, phrase, rule)
        return
    modality = mood.modality if mood.modality != "authorised" else "authorised"
    times = When(mood.times.starts, mood.times.ends)
    reading.propose("task", owner, phrase, begin, clause.end, rule, times, modality=modality)


def _goes_on(reading: Reading, clause: Clause) -> bool:
    """Whether a verb shares its object with the next one: "trains | and advises the police"."""
    following = reading.clauses[reading.clauses.index(clause) + 1 :]
    if not following or not following[0].inherited or clause.arguments:
        return False
    between = reading.row[clause.group.last : following[0].group.first]
    return (
        bool(between)
        and len(between) <= 2
        and all(u.text == "," or reading.is_in("conjunctions_and", u) for u in between)
    )


def _before(reading: Reading, clause: Clause) -> Clause | None:
    at = reading.clauses.index(clause)
    return reading.clauses[at - 1] if at else None


def _counted(clause: Clause) -> list[Unit]:
    found = []
    for _, unit in clause.arguments:
        if unit.sort == units.NUMBER or (isinstance(unit.detail, Phrase) and unit.detail.number is not None):
            found.append(unit)
    return found


def _happened(reading: Reading, clause: Clause, mood: Mood) -> bool:
    return mood.times.on is not None or bool(_counted(clause)) or mood.tense == "perfect"


def _spell(mood: Mood) -> When:
    times = mood.times
    return When(times.starts or times.on, times.ends or (times.on if not times.starts else None))


def _activities(
    reading: Reading, clause: Clause, mood: Mood, owner: Entity, begin: int, phrase: str, rule: str
) -> None:
    """One activity for each counted object, or one for the clause."""
    counted = _counted(clause)
    if not counted:
        reading.propose("activity", owner, phrase, clause.start, clause.end, rule, _spell(mood), modality="past")
        return
    verb = reading.row[clause.group.main].text
    for unit in counted[:4]:
        quantity, noun, end = _count_of(reading, unit)
        what = clean_name(f"{verb} {noun}") if noun else phrase
        reading.propose(
            "activity",
            owner,
            what,
            clause.start,
            max(end, unit.end),
            rule,
            _spell(mood),
            modality="past",
            quantity=quantity,
        )


def _count_of(reading: Reading, unit: Unit) -> tuple[Quantity | None, str, int]:
    """The quantity of a counted object and the noun that is counted."""
    row, at = reading.row, reading.at(unit)
    if unit.sort == units.NUMBER:
        noun: list[str] = []
        end = unit.end
        for other in row[at + 1 : at + 4]:
            if (
                other.sort in (units.SIGN, units.TIME, units.NUMBER)
                or (
                    other.sort == units.WORD
                    and other.low in reading.words.sets["prepositions"]
                    and not reading.is_in("of", other)
                )
                or reading.is_in("conjunctions_and", other)
            ):
                break
            noun.append(other.text)
            end = other.end
        unit_name = unit.value.unit if unit.value.measure else None
        return quantity_of(unit.value, unit_name), " ".join(noun), end
    phrase: Phrase = unit.detail
    people = unit.sort in (units.PERSONS, units.PEOPLE)
    noun_text = reading.text[phrase.name_start : phrase.name_end] if phrase.name_end else unit.text
    return quantity_of(phrase.number, "persons" if people else None), noun_text, unit.end


# --- duties -----------------------------------------------------------------------------------


def _is_duty(reading: Reading, unit: Unit, clause: Clause) -> bool:
    """Whether a noun before the verb means duties. "The mission" does only in "the mission … is to advise"."""
    if unit.sort == units.WORD:
        return reading.is_in("duties", unit)
    is_to = clause.group.tense == "future" and reading.is_in("be.present", reading.row[clause.group.first])
    return unit.sort == units.ANAPHOR and is_to and unit.low.split()[-1] in reading.words.sets["duties"]


def read_duties(reading: Reading, clause: Clause, mood: Mood, rule: str) -> bool:
    """ "The tasks include …", "Its job is to …"; whether the clause was of this form."""
    row = reading.row
    at = clause.group.first - 1
    stretch = row[max(0, at - 8) : at + 1]
    noun = next((u for u in reversed(stretch[-7:]) if _is_duty(reading, u, clause)), None)
    if noun is None or clause.inherited or clause.relative:
        return False
    discourse = reading.discourse
    owner: Entity | None = None
    for unit in stretch:
        named = unit.sort in (units.OPERATION, *ELEMENTS, units.CONTRIBUTION)
        if named or (unit.sort == units.ANAPHOR and unit is not noun) or reading.is_in("possessive_third", unit):
            owner = reading.entity(unit) or owner
    owner = owner or discourse.focus or discourse.last_subject or discourse.operation
    if owner is None or not owner.is_part():
        return False
    discourse.last_subject = owner
    future = clause.group.tense == "future"
    begin = row[clause.group.main].start if future else row[min(clause.group.last, len(row) - 1)].start
    modality = "actual" if mood.modality == "planned" else mood.modality
    text = reading.text[begin : clause.end]
    pieces = (
        [(0, len(text))]
        if future
        else [m.span() for m in _separator(_joiners(reading, "conjunctions_and")).finditer(text)]
    )
    for start, end in pieces:
        opening = _opening(_joiners(reading, "conjunctions_and", "infinitive"))
        words = clean_name(opening.sub("", text[start:end]).strip(" .,;:"))
        if len(words) > 4:
            reading.propose(
                "task",
                owner,
                words,
                begin + start,
                begin + end,
                rule,
                When(mood.times.starts, mood.times.ends),
                modality=modality,
            )
    return True


def _joiners(reading: Reading, *names: str) -> tuple[str, ...]:
    sets = reading.words.sets
    return tuple(sorted({word for name in names for word in sets[name] if " " not in word}))


@functools.cache
def _separator(joiners: tuple[str, ...]) -> re.Pattern[str]:
    """Matches each member of an enumeration."""
    return re.compile(rf"[^,;]+?(?=,|;|\s(?:{'|'.join(map(re.escape, joiners))})\s|$)")


@functools.cache
def _opening(joiners: tuple[str, ...]) -> re.Pattern[str]:
    """Matches what stands before the words of a member."""
    return re.compile(rf"^\s*(?:(?:{'|'.join(map(re.escape, joiners))})\s+)+")
