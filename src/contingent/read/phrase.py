"""The parts of a noun phrase, as a value: what the steps behind ``phrases`` ask of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from contingent.read.noun_table import Head
from contingent.read.numbers import NumberExpression


@dataclass(slots=True)
class Phrase:
    """The parts of a noun phrase."""

    head: Head
    determiner: str | None = None
    """``definite``, ``indefinite``, ``first person``, ``third person`` or None."""
    number: NumberExpression | None = None
    nations: list[str] = field(default_factory=list)
    operation: str | None = None
    """An operation named inside the phrase ("KFOR headquarters")."""
    name_start: int = 0
    """Where the naming words start, behind article, number and nationality."""
    name_end: int = 0
    abbreviation: str | None = None
    modified: bool = False
    """Whether any word beside article, number and nationality stands before the head."""
    named: bool = False
    """Whether the phrase is a proper name."""
    type: str | None = None
    """For a named ship: its type as printed ("frigate")."""
    singular: str | None = None
    """For equipment: its name as printed, in the singular."""
