"""Clauses and their verbs, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from contingent.read import units
from contingent.read.times import TimeExpression
from contingent.read.units import Unit
from contingent.read.verb_table import Frame

NOUNS = frozenset(
    (
        units.UNIT,
        units.PEOPLE,
        units.PERSONS,
        units.CONTRIBUTION,
        units.ANAPHOR,
        units.OPERATION,
        units.ACTOR,
        units.PERSON,
        units.ASSET,
        units.COUNTRIES,
    )
)


@dataclass(slots=True)
class VerbGroup:
    """The verb of a clause with its auxiliaries. ``first`` and ``last`` are indexes of units, the last excluded."""

    first: int
    last: int
    lemma: str
    tense: str
    """``present``, ``past``, ``perfect``, ``future``, ``permission``, ``infinitive``, ``gerund`` or ``participle``."""
    passive: bool = False
    negated: bool = False
    main: int = 0
    """The index of the main verb."""
    progressive: bool = False
    """Whether the verb says that something is going on: "are flying", "have been serving"."""


@dataclass(slots=True)
class Clause:
    """One verb with its subjects and arguments."""

    group: VerbGroup
    subjects: list[Unit]
    arguments: list[tuple[str, Unit]] = field(default_factory=list)
    """Each phrase behind the verb with the preposition before it ("" for none)."""
    before: list[tuple[str, Unit]] = field(default_factory=list)
    """Phrases before the verb that are not its subject."""
    times: list[TimeExpression] = field(default_factory=list)
    frame: Frame | None = None
    start: int = 0
    end: int = 0
    verb_start: int = 0
    last: int = 0
    """The index of the last unit that belongs to it, excluded."""
    inherited: bool = False
    """The subject is that of an earlier clause."""
    relative: bool = False
    antecedent: Unit | None = None
    """What a relative clause with a subject of its own is about: "the camp, which | Danes | run"."""
    parted: bool = False
    """Its subject stands before a relative clause: "The team, which sees that advisers get home safe, | drove …"."""
