"""Entities: what a document speaks of (operations, actors, contributions, elements).

A rule states something of an entity, not of a string, because a page often says later what a thing is called
or what it belongs to ("a detachment of 120 … is called the Carpathian Pumas"). The reference in the form
of the claim format is made when everything has been read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Sort(StrEnum):
    """What an entity is."""

    OPERATION = "operation"
    ACTOR = "actor"
    CONTRIBUTION = "contribution"
    """What one actor sends to one operation."""
    ELEMENT = "element"


@dataclass(eq=False, slots=True)
class Entity:
    """One thing that the document speaks of. Two mentions of one thing share one entity."""

    sort: Sort
    name: str = ""
    """Operation: its usual name. Actor: its code. Element: its own name; may be put right later."""
    nation: str | None = None
    """Contribution and element: the code of the actor that sends it."""
    operation: Entity | None = None
    """Contribution and element: the operation it serves; None for a unit of an armed force at home."""
    whole: Entity | None = None
    """Element: what the document says it is part of, first."""
    head: str = ""
    """Element: the noun that the name is made around, in its dictionary form."""
    named: bool = False
    """Element: whether the name is a proper name."""
    plural: bool = False
    stated: set[tuple[int, str]] = field(default_factory=set)
    """Element: the wholes (by identity) and modalities for which belonging has been stated."""
    mentions: dict[int, int] = field(default_factory=dict)
    """Where words were taken to mean it: the end of each by its start."""
    called: set[str] = field(default_factory=set)
    """Element: the names by which the discourse finds it."""

    def reference(self) -> str | None:
        """The reference in the form of the claim format; None while it cannot be given."""
        if self.sort is Sort.OPERATION:
            return f"@{self.name}"
        if self.sort is Sort.ACTOR:
            return self.name
        if self.sort is Sort.CONTRIBUTION:
            return f"{self.nation}@{self.operation.name}" if self.nation and self.operation else None
        prefix = self.nation or ""
        if self.operation is not None:
            prefix += f"@{self.operation.name}"
        return f"{prefix}/{self.name}" if prefix and self.name else None

    def is_part(self) -> bool:
        """Whether it is something that can have tasks, places and people: not an actor."""
        return self.sort is not Sort.ACTOR

    def __repr__(self) -> str:
        return f"<{self.sort} {self.reference() or self.name}>"


@dataclass(frozen=True, slots=True)
class Held:
    """The post that a person was last said to hold."""

    body: Entity
    title: str | None = None
    starts: str | None = None
