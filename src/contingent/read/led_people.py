"""People whom somebody commands: "She leads 700 soldiers from ten nations" tells how strong what she heads is."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.proposals import quantity_of
from contingent.read.sentence_reading import Reading


def read_led_people(reading: Reading) -> None:
    """How many people a commander has whose post is known: they are the strength of the body that he or she heads."""
    for clause in reading.clauses:
        if clause.frame is None or clause.frame.sort != "lead" or clause.group.passive or clause.group.negated:
            continue
        led = next((unit for preposition, unit in clause.arguments[:1] if not preposition), None)
        if led is None or led.sort != units.PERSONS or led.detail.number is None:
            continue
        body = _headed_by(reading, clause)
        if body is None:
            continue
        quantity = quantity_of(led.detail.number, "persons")
        rule = "people whom somebody commands"
        span = (clause.verb_start, led.end)
        reading.state("strength", body, None, *span, rule, reading.mood(clause), quantity=quantity)


def _headed_by(reading: Reading, clause: Clause) -> Entity | None:
    """What the person that a clause is about heads: not a whole state's forces."""
    discourse = reading.discourse
    person = next((u.value for u in clause.subjects if u.sort == units.PERSON), None)
    if person is None and any(reading.is_in("pronouns_person", unit) for unit in clause.subjects):
        person = discourse.last_person
    held = discourse.posts.get(person.name) if person is not None else None
    return held.body if held is not None and held.body.sort is not Sort.ACTOR else None
