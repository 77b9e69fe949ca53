"""Strengths that change: "was expanded from 600 to about 1,100 soldiers", "the contingent grows to 320 in October"."""

from __future__ import annotations

from contingent.claim import Quantity
from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.mood import NON_FINITE, Mood
from contingent.read.numbers import NumberExpression
from contingent.read.phrase import Phrase
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
        if any(reading.is_in("from", other) for other in before) and _read_both(
            reading, clause, mood, owner, unit, rule
        ):
            continue
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


def _read_both(reading: Reading, clause: Clause, mood: Mood, owner: Entity, unit: Unit, rule: str) -> bool:
    """ "Increases its contribution from nine to 12 people": whether a count gives the old strength and the new."""
    quantity = quantity_of(_count(unit), "persons")
    if quantity is None or quantity.low is None or quantity.high is None or quantity.low == quantity.high:
        return False
    before = reading.clauses[: reading.clauses.index(clause)]
    led = [reading.mood(each) for each in before if each.group.tense not in NON_FINITE]
    planned = "planned" in {mood.modality, *(each.modality for each in led[-1:])}
    day = mood.times.on or mood.times.starts or mood.times.ends
    for value, times, modality in (
        (quantity.low, When(None, day), "actual" if planned else "past"),
        (quantity.high, When(day, None), "planned" if planned else "actual"),
    ):
        exact = Quantity(value, value, quantity.approx, quantity.unit)
        rule_of = rule + "; a strength that changes"
        reading.propose(
            "strength", owner, None, clause.start, unit.end, rule_of, times, modality=modality, quantity=exact
        )
    return True


def read_total(reading: Reading, clause: Clause, mood: Mood, rule: str) -> bool:
    """ "Brings Ireland's contribution to 375 people", "takes the number of Danish soldiers in KFOR to 50".

    Whether the clause was of this form: its strength is that of whoever it is brought up, not of its subject.
    """
    if _adds_up(reading, clause):
        return _read_sum(reading, clause, mood, rule)
    if clause.group.lemma not in reading.words.sets["brings_to"] or not clause.arguments:
        return False
    whole = next((u for _, u in clause.arguments if u.sort in (units.CONTRIBUTION, units.PERSONS)), None)
    behind = (n for n, u in enumerate(reading.row) if clause.group.last <= n and u.end <= clause.end)
    at = next((n for n in behind if reading.row[n] is not whole and _count(reading.row[n]) is not None), None)
    if whole is None or at is None or reading.row[at].start < whole.end:
        return False
    following = reading.row[at + 1] if at + 1 < len(reading.row) else None
    if reading.row[at].sort == units.NUMBER and following is not None and following.sort != units.SIGN:
        return False  # "took soldiers to four villages"
    near = reading.row[max(0, at - _GOVERNING) : at]
    quantity = quantity_of(_count(reading.row[at]), "persons")
    if quantity is None or not (quantity.low is None or any(reading.is_in("to", unit) for unit in near)):
        return False
    owner = reading.entity(whole)
    if owner is not None and owner.is_part():
        exact = Quantity(quantity.high, quantity.high, quantity.approx, quantity.unit)  # "up to 375" is where it ends
        times = When(mood.times.on or mood.times.starts, None)
        end = reading.row[at].end
        reading.propose("strength", owner, None, whole.start, end, rule, times, modality=mood.modality, quantity=exact)
    return True


def _adds_up(reading: Reading, clause: Clause) -> bool:
    """Whether a gerund behind what was counted gives the sum: "…, making a total of 439 persons"."""
    if (
        clause.group.tense != "gerund"
        or clause.group.lemma not in reading.words.sets["adds_up"]
        or not clause.arguments
    ):
        return False
    preposition, unit = clause.arguments[0]
    sums = reading.words.sets["sums"]
    return not preposition and _count(unit) is not None and not sums.isdisjoint(unit.low.split())


def _read_sum(reading: Reading, clause: Clause, mood: Mood, rule: str) -> bool:
    """The sum is how strong the whole is to which the clause's subject belongs."""
    part, unit = reading.subject_of(clause), clause.arguments[0][1]
    discourse = reading.discourse
    whole = discourse.a_contribution(part.nation, part.operation) if part is not None else None
    owner = whole or (part.operation if part is not None else None) or discourse.focus or discourse.operation
    if owner is not None and owner.is_part():
        quantity = quantity_of(_count(unit), "persons")
        modality = "actual" if mood.modality == "past" and reading.is_recent(mood.times.on) else mood.modality
        reading.propose("strength", owner, None, unit.start, unit.end, rule, modality=modality, quantity=quantity)
    return True


def _count(unit: Unit) -> NumberExpression | None:
    """The number of people that a unit counts, with or without a noun."""
    number = None
    if unit.sort == units.NUMBER:
        number = unit.value
    elif unit.sort in (units.PERSONS, units.PEOPLE) and isinstance(unit.detail, Phrase):
        number = unit.detail.number
    return number if number is not None and number.measure is None and not number.designation else None
