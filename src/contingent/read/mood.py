"""The nouns of modality: how a clause is meant, and what it is read in.

The law of this module: it says what a mood is and decides none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from contingent.read.clause import Clause
from contingent.read.proposals import UNDATED, When
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

NON_FINITE = ("infinitive", "gerund", "participle")


@dataclass(frozen=True, slots=True)
class Mood:
    """How a clause is meant: its modality and its times."""

    modality: str = "actual"
    times: When = UNDATED
    tense: str | None = None
    """The tense of the leading verb; None where there is no verb."""
    spell: bool = False
    """Whether the days named are those from beginning to end, rather than some on which a state was observed."""
    current: bool = False
    """Whether the day named is the one that figures are current to: "as of 1 May Denmark has …"."""

    def observed(self) -> tuple[When, str | None]:
        """The times and the ``as_of`` of a lasting thing: what "was so in 2008" has no start and end by that."""
        times = self.times
        if times.on and not times.starts and not times.ends:
            if self.current and self.modality in ("actual", "authorised"):
                return UNDATED, times.on
            if self.modality == "past":
                return (When(times.on, times.on), None) if self.spell else (UNDATED, times.on)
            if self.modality == "planned":
                return When(times.on, None), None
        return When(times.starts, times.ends), None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is read in: its words and clauses, the day, and what its lead-in or heading says."""

    row: list[Unit]
    clauses: list[Clause]
    words: Vocabulary
    published: date | None
    times: When = UNDATED
    modality: str | None = None
    current: bool = False
    """Whether the lead-in's day is the one that its figures are current to: "Strength (30 June 2015)"."""
