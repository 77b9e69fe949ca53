"""Which states, organisations and operations a unit names, by itself or inside a phrase."""

from __future__ import annotations

from contingent import catalogue
from contingent.read import units
from contingent.read.phrase import Phrase
from contingent.read.units import Unit


def is_state(code: str) -> bool:
    """Whether an actor's code is that of a state."""
    actor = catalogue.load().actors.get(code)
    return actor is not None and actor.kind != "organisation"


def operations_in(unit: Unit) -> list[str]:
    """The operations that a unit names: by itself, or inside a phrase ("UNIFIL's Maritime Task Force")."""
    if unit.sort == units.OPERATION:
        return [str(unit.value)]
    return [unit.detail.operation] if isinstance(unit.detail, Phrase) and unit.detail.operation else []


def actors_in(unit: Unit) -> list[tuple[str, str]]:
    """The actors that a unit names, each with the form of its name: by itself, or by an adjective in a phrase."""
    if unit.sort == units.ACTOR:
        return [(unit.value, unit.detail)]
    if isinstance(unit.detail, Phrase):
        return [(code, "adjective") for code in unit.detail.nations]
    return []
