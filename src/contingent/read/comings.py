"""When elements and equipment come and go: "the company arrived in May", "the radar was taken home in 2019"."""

from __future__ import annotations

from dataclasses import replace

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.phrase import Phrase
from contingent.read.proposals import When, quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit
from contingent.read.walk_equipment import equipment_name


def read_return(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """What ends with going home: taking part, an element or equipment."""
    day = mood.times.on or mood.times.ends or mood.times.starts
    gone = mood.tense == "perfect" and not day and not _names_equipment(reading, clause)  # over, whenever that was
    if owner is None or not (day or gone) or (mood.tense == "perfect" and day and day == mood.times.starts):
        return  # "have been back since 2012" tells of a beginning
    if owner.head != "ship" and any(u.sort == units.ASSET for u in clause.subjects):
        _equipment_goes(reading, clause, mood, owner, day, rule)
        return
    if owner.sort is Sort.CONTRIBUTION and any(map(_is_all, clause.subjects)):
        named = next((u for _, u in clause.arguments if u.sort == units.OPERATION), None)
        operation = reading.discourse.resolve(named) if named is not None else owner.operation
        reading.propose(
            "participation",
            reading.discourse.an_actor(owner.nation or ""),
            operation,
            clause.start,
            clause.end,
            rule,
            When(None, day),
            modality="past" if mood.tense in ("past", "perfect") else "actual",
        )
        return
    if owner.sort is not Sort.ELEMENT:
        return
    over = mood.tense in ("past", "perfect")
    whole = reading.discourse.a_contribution(owner.nation, owner.operation) if owner.nation else owner.operation
    reading.propose(
        "element", owner, whole, clause.start, clause.end, rule, When(None, day), modality="past" if over else "actual"
    )


def _are_first(reading: Reading, unit: Unit) -> bool:
    """Whether people are the first that a state sends: "the first Danes left for Naqoura in November"."""
    return unit.sort == units.PERSONS and not reading.words.sets["first_comers"].isdisjoint(unit.low.split())


def _names_equipment(reading: Reading, clause: Clause) -> bool:
    """Whether equipment stands before the verb: then it is that which goes, not those who have it."""
    return any(u.sort == units.ASSET for u in reading.row[: clause.group.first] if u.start >= clause.start)


def _is_all(unit: Unit) -> bool:
    """Whether a subject is all that a state has there: the state, its contribution, "the Danes", "the last soldier"."""
    if unit.sort == units.PERSONS:
        number = unit.detail.number
        return number is None or (number.low == number.high == 1)
    return unit.sort in (units.ACTOR, units.CONTRIBUTION)


def _equipment_goes(reading: Reading, clause: Clause, mood: Mood, owner: Entity, day: str | None, rule: str) -> None:
    """ "The radar was taken home in 2019": equipment with an end."""
    for unit in clause.subjects:
        phrase = unit.detail
        if unit.sort == units.ASSET and isinstance(phrase, Phrase):
            reading.propose(
                "asset",
                owner,
                equipment_name(phrase),
                clause.start,
                clause.end,
                rule,
                When(None, day),
                modality="past" if mood.tense in ("past", "perfect") else "actual",
                quantity=quantity_of(phrase.number, None),
            )


def read_arrival(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """The day on which an element comes."""
    day = mood.times.on or mood.times.starts
    if (
        owner is not None
        and owner.sort is Sort.CONTRIBUTION
        and day
        and any(_are_first(reading, u) for u in clause.subjects)
    ):
        actor, times = reading.discourse.an_actor(owner.nation or ""), When(day)
        modality = "planned" if mood.modality == "planned" else "actual"
        reading.propose(
            "participation", actor, owner.operation, clause.start, clause.end, rule, times, modality=modality
        )
    if owner is None or owner.sort is not Sort.ELEMENT or not day:
        return
    said = next((n for n, p in enumerate(reading.out) if p.kind == "element" and p.subject is owner), None)
    if said is not None:
        introduction = reading.out[said]
        dated = introduction.starts or introduction.ends or introduction.as_of
        if not dated and introduction.modality == mood.modality == "actual" and not clause.relative:
            end = max(introduction.end, clause.end)
            reading.out[said] = replace(introduction, starts=day, end=end)  # it was spoken of before the verb
        return
    planned = mood.modality == "planned"
    whole = reading.discourse.a_contribution(owner.nation, owner.operation) if owner.nation else owner.operation
    reading.propose(
        "element",
        owner,
        whole,
        clause.start,
        clause.end,
        rule,
        When(day, mood.times.ends),
        modality="planned" if planned else "actual",
    )
