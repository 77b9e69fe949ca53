"""Handovers between states and between elements: who takes over from whom, and when.

A state takes or gives up the lead; a unit takes the place of another. Persons who follow each other are read by
``postings``.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.foundings import read_succession
from contingent.read.mood import Mood
from contingent.read.named_actors import is_state
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit
from contingent.read.walk import ELEMENTS

_TURN = 5
"""How many units name a handover: its noun, a preposition, and two units with a word between them."""


def read_take_over(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "Portugal takes over command from Spain", "Rotation 15 relieved rotation 14": the subject follows."""
    if read_succession(reading, clause, mood, comes_after=True):
        return
    after = [u for u in clause.subjects if _hands(reading, u)]
    before = [u for p, u in clause.arguments if _hands(reading, u) and not _elsewhere(reading, p, "from")]
    _hand_over(reading, clause, mood, before, after, rule)
    old = [u for p, u in clause.arguments if u.sort == units.OPERATION and not p]
    _replace(reading, clause, mood, old, [u for u in clause.subjects if u.sort == units.OPERATION], rule)


def read_hand_over(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "Spain hands over command to Portugal", "the company was relieved by a Thai one": the subject goes."""
    if read_succession(reading, clause, mood, comes_after=False):
        return
    before = [u for u in clause.subjects if _hands(reading, u)]
    by = reading.words.sets["by"] if clause.group.passive else frozenset()  # "af" is "of" as well
    after = [
        u for p, u in clause.arguments if _hands(reading, u) and (p in by or not _elsewhere(reading, p, "towards"))
    ]
    _hand_over(reading, clause, mood, before, after, rule)
    new = [u for p, u in clause.arguments if u.sort == units.OPERATION and p in reading.words.sets["by"]]
    _replace(reading, clause, mood, [u for u in clause.subjects if u.sort == units.OPERATION], new, rule)


def read_turn(reading: Reading, clause: Clause, mood: Mood, rule: str) -> bool:
    """Whether a clause tells when one unit hands over to another: "The handover between team 3 and team 4 is on …"."""
    row, turns = reading.row, reading.words.pack.table("postings")["words"]["turns"]
    if reading.lows.isdisjoint(turns):
        return False
    first = clause is reading.clauses[0]
    for number in range(len(row) - _TURN + 1):
        noun, preposition, old, link, new = row[number : number + _TURN]
        if noun.low not in turns or noun.sort != units.WORD or not old.sort == new.sort == units.UNIT:
            continue
        joined = reading.is_in("conjunctions_and", link) or reading.is_in("to", link)
        day = mood.times.on or mood.times.starts
        if (
            joined
            and day
            and reading.is_in("prepositions", preposition)
            and (first or clause.start <= noun.start < clause.end)
        ):
            _hand_over(reading, clause, mood, [old], [new], rule)
            return True
    return False


def _replace(reading: Reading, clause: Clause, mood: Mood, old: list[Unit], new: list[Unit], rule: str) -> None:
    """One operation in the place of another: "Resolute Support replaced ISAF on 1 January 2015"."""
    day = mood.times.on or mood.times.starts or mood.times.ends
    if not (old and new and day) or old[0].value == new[0].value:
        return
    planned = mood.modality == "planned"
    for unit, times, modality in (
        (new[0], When(day, None), "actual"),
        (old[0], When(None, day), "past"),
    ):
        reading.propose(
            "existence",
            reading.discourse.resolve(unit),
            None,
            clause.start,
            clause.end,
            rule,
            times,
            modality="planned" if planned else modality,
        )


def _elsewhere(reading: Reading, preposition: str, wanted: str) -> bool:
    """Whether a preposition makes a state a place ("the mission in Iraq") or the owner of something ("of")."""
    sets = reading.words.sets
    if preposition in sets[wanted]:
        return False
    return preposition in sets["standing"] or preposition in sets["of"] or preposition in sets["from"] | sets["towards"]


def _hands(reading: Reading, unit: Unit) -> bool:
    """Whether a unit is a state, its armed force or a part of it, and not only where a person comes from."""
    if unit.sort in ELEMENTS:
        return True
    if unit.sort != units.ACTOR or not is_state(unit.value):
        return False
    behind = next((u for u in reading.row if u.start >= unit.end), None)
    if unit.detail in ("name", "capital"):
        return behind is None or behind.text not in reading.words.grammar["genitive"]
    if unit.detail == "armed forces":
        return behind is None or behind.sort not in (units.PERSON, units.TITLE)
    counterparts = reading.words.sets["counterparts"]
    return unit.detail == "adjective" and behind is not None and behind.low in counterparts


def _hand_over(reading: Reading, clause: Clause, mood: Mood, before: list[Unit], after: list[Unit], rule: str) -> None:
    """State the end of what was before and the start of what comes after, each as a lead or as an element."""
    planned = mood.modality == "planned"
    day = mood.times.on or mood.times.starts or mood.times.ends
    for unit in after[:1]:
        _turn(reading, clause, unit, When(day, None), "planned" if planned else "actual", rule)
    for unit in before[:1]:
        _turn(reading, clause, unit, When(None, day), "actual" if planned else "past", rule)


def _turn(reading: Reading, clause: Clause, unit: Unit, times: When, modality: str, rule: str) -> None:
    discourse = reading.discourse
    if unit.sort == units.ACTOR:
        bodies = [u for _, u in clause.arguments if u.sort in (units.OPERATION, units.ANAPHOR, units.UNIT)]
        commanded = [u for u in bodies if not (u.sort == units.UNIT and u.detail.head.lemma in _commands(reading))]
        body = discourse.resolve(commanded[0]) if commanded else discourse.focus or discourse.operation
        if body is not None and body.sort in (Sort.OPERATION, Sort.ELEMENT):
            reading.propose(
                "lead",
                discourse.an_actor(str(unit.value)),
                body,
                clause.start,
                clause.end,
                rule,
                times,
                modality=modality,
            )
        return
    entity = discourse.resolve(unit)
    if entity is None or entity.sort is not Sort.ELEMENT or unit.detail.head.lemma in _commands(reading):
        return
    whole = discourse.a_contribution(entity.nation, entity.operation) if entity.nation else entity.operation
    entity.stated.add((id(whole), modality))
    reading.propose("element", entity, whole, clause.start, clause.end, rule, times, modality=modality)


def _commands(reading: Reading) -> frozenset[str]:
    return reading.words.sets["commands"]
