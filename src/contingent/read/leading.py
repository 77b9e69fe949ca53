"""Who leads what: "Italy leads the mission", "Cambodia runs a field hospital"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.clause_owners import bodies_named
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.phrase import Phrase
from contingent.read.sentence_reading import Reading
from contingent.read.tasks import read_task
from contingent.read.units import Unit
from contingent.read.walk import BODIES, Walk
from contingent.read.walk_elements import belongs


def read_lead(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """Who leads what the verb names, or runs it as something of its own."""
    targets = bodies_named(clause)
    if not targets and clause.antecedent is not None and clause.antecedent.sort in BODIES:
        targets = [("", clause.antecedent)]  # "the camp, which Danes run"
    if clause.group.passive:
        by = reading.words.sets["by"]
        agent = next((u for p, u in clause.arguments if p in by and _is_actor(reading, u)), None)
        if agent is not None and owner is not None:
            reading.state("lead", reading.discourse.an_actor(agent.value), owner, clause.start, agent.end, rule, mood)
        return
    led = [reading.discourse.resolve(u) for _, u in targets]
    if owner is not None and not targets and all(u.sort != units.ACTOR for u in clause.subjects):
        read_task(reading, clause, mood, owner, rule)  # "guides the coalition's aircraft over Iraq"
    for subject in clause.subjects:
        spoken = reading.entity(subject) if subject.sort in (units.WORD, units.CONTRIBUTION, units.PERSONS) else None
        leader = str(subject.value) if _is_actor(reading, subject) else None
        alone = subject.sort == units.PERSONS and subject.detail.determiner == "indefinite"  # "a Dane is in charge"
        if spoken is not None and spoken.sort is Sort.CONTRIBUTION and not alone:
            leader = spoken.nation
        if leader is not None and led and led[0] is not None and _has(targets[0][1]):
            # "Cambodia runs a field hospital": what a state runs and nobody spoke of before is what it gives.
            led[0].nation = leader
            walk = Walk(reading, mood, reading.discourse.a_contribution(leader), True, rule=rule)
            belongs(walk, led[0], walk.owner, clause.start, targets[0][1].end)
        elif leader is not None and led and led[0] is not None:
            reading.state("lead", reading.discourse.an_actor(leader), led[0], clause.start, clause.end, rule, mood)
            if led[0].sort is Sort.ELEMENT and led[0].operation is not None:
                reading.propose(
                    "element",
                    led[0],
                    led[0].operation,
                    targets[0][1].start,
                    targets[0][1].end,
                    rule,
                    modality="actual" if mood.modality == "past" else mood.modality,
                )


def _is_actor(reading: Reading, unit: Unit) -> bool:
    """Whether a unit is a state or an organisation and says no person's nationality: "led by | Spanish General X"."""
    at = reading.at(unit)
    describes = at + 1 < len(reading.row) and reading.row[at + 1].sort in (units.PERSON, units.TITLE)
    return unit.sort == units.ACTOR and not describes


def _has(unit: Unit) -> bool:
    """Whether what is run is something new of the leader's own: "a field hospital"."""
    phrase = unit.detail
    return (
        isinstance(phrase, Phrase)
        and unit.sort == units.UNIT
        and phrase.determiner == "indefinite"
        and not phrase.named
    )
