"""Ceilings: how many people an act or a decision permits, whatever the clause around it says.

"The resolution permits a maximum of 14,000 military personnel", "a ceiling of 2,210 applies", "approved, that up to
1,000 soldiers are placed at the disposal of the mission".
"""

from __future__ import annotations

from contingent.claim import Quantity
from contingent.read import units
from contingent.read.entities import Entity
from contingent.read.phrase import Phrase
from contingent.read.proposals import When, quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_NEAR = 4
"""How many units before a count the word for a ceiling may stand ("the ceiling | for | the mission | of")."""
_COUNTED = (units.PERSONS, units.PEOPLE)


def read_ceilings(reading: Reading) -> None:
    """Put forward the strengths that a sentence permits and that no rule of its clauses has read."""
    last: int | None = None
    for number, unit in enumerate(reading.row if not reading.sorts.isdisjoint(_COUNTED) else ()):
        count = _permitted(reading, number, unit, last)
        if count is None:
            continue
        last = number
        if any(p.kind == "strength" and p.start < unit.end and unit.start < p.end for p in reading.out):
            continue
        owner = _owner(reading, unit)
        clause = reading.clause_of(unit)
        times = reading.mood(clause).times if clause is not None else When()
        reading.propose(
            "strength",
            owner,
            None,
            unit.start,
            unit.end,
            "a count that is permitted",
            When(times.starts, times.ends),
            modality="authorised",
            quantity=count,
        )


def _permitted(reading: Reading, number: int, unit: Unit, last: int | None) -> Quantity | None:
    """The most people that a counted unit permits; None if it permits nothing. ``last`` is the one permitted before."""
    if unit.sort not in _COUNTED or not isinstance(unit.detail, Phrase):
        return None
    count = quantity_of(unit.detail.number, "persons")
    if count is None or count.high is None:
        return None
    if _is_ceiling(reading, number, unit) or (last is not None and _goes_on(reading, last, number)):
        return Quantity(None, count.high, count.approx, count.unit)
    decided = any(c.frame is not None and c.frame.sort == "mandate" and c.start <= unit.start for c in reading.clauses)
    return count if count.low is None and decided else None


def _goes_on(reading: Reading, last: int, number: int) -> bool:
    """Whether an enumeration goes on: "a ceiling of 12,000 soldiers, 400 observers and staff officers, 391 police"."""
    between = reading.row[last + 1 : number]
    return all(u.text == "," or reading.is_in("conjunctions_and", u) or u.sort == units.PEOPLE for u in between)


def _is_ceiling(reading: Reading, number: int, unit: Unit) -> bool:
    """Whether the word for a ceiling stands in a count or right before it."""
    sets = reading.words.sets
    before = {other.low for other in reading.row[max(0, number - _NEAR) : number]}
    return bool((before | set(unit.low.split())) & (sets["ceilings"] - sets["partitives"]))


def _owner(reading: Reading, unit: Unit) -> Entity | None:
    """Whose people are permitted: whoever the mandate is for, else the operation named, else ours."""
    discourse = reading.discourse
    mandated = [p.subject for p in reading.out if p.kind == "mandate" and isinstance(p.subject, Entity)]
    if mandated:
        return mandated[-1]
    named = [u for u in reading.row if u.sort in (units.OPERATION, units.ANAPHOR, units.CONTRIBUTION)]
    spoken = [entity for u in named if (entity := reading.entity(u)) is not None]
    return spoken[-1] if spoken else discourse.focus or discourse.ours or discourse.operation
