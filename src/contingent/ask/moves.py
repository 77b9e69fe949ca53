"""Moves: days on which a unit was seen far from a place, so that what is said of it there is no one spell.

The law of this module: only what the catalogue knows to be far apart, in one role, and what no document names
together, is a move; a unit that is said to be at two places at a time has not moved.
"""

from __future__ import annotations

from datetime import date

from contingent.ask.conflicts.places import far_apart
from contingent.ask.facts import Facts
from contingent.claim import Reference
from contingent.fact import Fact


def moves_away(fact: Fact, facts: Facts) -> tuple[date, ...]:
    """The days on which documents have the unit of a place at another one far from it; none for other facts."""
    if fact.kind != "location" or not isinstance(fact.subject, Reference) or not fact.subject.elements:
        return ()
    others = (other for other in facts.about(fact.subject, "location") if other is not fact and other.role == fact.role)
    days = (day for other in others if far_apart(fact, other) is not None for day in _days(other))
    return tuple(sorted(set(days)))


def _days(fact: Fact) -> list[date]:
    """The first and the last day of each time for which a unit is certainly there."""
    seen = (s.period.certain for s in fact.statements if s.tells_of_presence and s.fault is None)
    return [day for certain in seen if certain is not None for day in certain]
