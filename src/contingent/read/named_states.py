"""States that a sentence names as those that contribute: "Soldiers from 48 countries serve in it: Armenia, …"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.assertions import is_asserted
from contingent.read.named_actors import is_state
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_TAKING_PART = ("participate", "contribute", "consist")
_FEWEST = 2
"""How many states a list behind a word for countries has; one alone can be where something is."""


def read_named_states(reading: Reading) -> None:
    """State that the states which a sentence lists behind its word for the contributing countries take part."""
    row, discourse = reading.row, reading.discourse
    operation = discourse.operation
    if operation is None or units.COUNTRIES not in reading.sorts:
        return
    at = next(n for n, unit in enumerate(row) if unit.sort == units.COUNTRIES)
    clause = reading.clauses[0] if reading.clauses else None
    giving = clause is not None and clause.frame is not None and clause.frame.sort in _TAKING_PART
    if clause is not None and not (giving and is_asserted(reading, clause)):
        return
    listed = _listed(reading, at)
    states = [unit for unit in listed if discourse.contributes(operation, str(unit.value))]
    if len(states) < _FEWEST:
        return
    for unit in states:
        actor = discourse.an_actor(str(unit.value))
        span = (row[at].start, unit.end)
        reading.state("participation", actor, operation, *span, "the states that contribute", reading.mood(clause))


def _listed(reading: Reading, countries: int) -> list[Unit]:
    """The states of the list with which the sentence goes on behind its word for countries."""
    row = reading.row
    first = next((n for n in range(countries + 1, len(row)) if _is_named(row[n])), len(row))
    before = row[first - 1] if first < len(row) else None
    if before is None:
        return []
    verb = any(clause.group.last == first for clause in reading.clauses)  # "contributing countries include | India"
    if not (verb or before.text in (":", "(", "–", "-") or reading.is_in("with", before)):
        return []
    listed: list[Unit] = []
    for unit in row[first:]:
        joins = unit.text == "," or reading.is_in("conjunctions_and", unit) or reading.is_in("definite", unit)
        if _is_named(unit):
            listed.append(unit)
        elif not joins:
            break
    return listed


def _is_named(unit: Unit) -> bool:
    return unit.sort == units.ACTOR and unit.detail in ("name", "capital") and is_state(unit.value)
