"""Strengths that change: "was expanded from 600 to about 1,100 soldiers", "the contingent grows to 320 in October"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.moods import Mood
from contingent.read.numbers import NumberExpression
from contingent.read.phrases import Phrase
from contingent.read.proposals import When, quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_GOVERNING = 2
"""How many units before a number its preposition may stand ("to | only | 300")."""


def read_change(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """The strength before a change, which ends on its day, and the strength behind it, which starts then."""
    if owner is None or not owner.is_part():
        return
    day = mood.times.on or mood.times.starts or mood.times.ends
    for number, unit in enumerate(reading.row):
        counted = _count(unit)
        if counted is None or not clause.group.last <= number or unit.end > clause.end:
            continue
        before = reading.row[max(0, number - _GOVERNING) : number]
        if any(reading.is_in("from", other) for other in before):
            times, modality = When(None, day), "past" if mood.modality != "planned" else "actual"
        elif any(reading.is_in("to", other) for other in before):
            times, modality = When(day, None), "planned" if mood.modality == "planned" else "actual"
        else:
            continue
        if owner.sort is Sort.CONTRIBUTION:
            # Its strength began to be so on that day; that it takes part did not.
            actor = reading.discourse.an_actor(owner.nation or "")
            reading.propose("participation", actor, owner.operation, clause.start, unit.end, rule, implied=True)
        reading.propose(
            "strength",
            owner,
            None,
            clause.start,
            unit.end,
            rule + "; a strength that changes",
            times,
            modality=modality if mood.modality != "authorised" else "authorised",
            quantity=quantity_of(counted, "persons"),
        )


def _count(unit: Unit) -> NumberExpression | None:
    """The number of people that a unit counts, with or without a noun."""
    number = None
    if unit.sort == units.NUMBER:
        number = unit.value
    elif unit.sort == units.PERSONS and isinstance(unit.detail, Phrase):
        number = unit.detail.number
    return number if number is not None and number.measure is None and not number.designation else None
