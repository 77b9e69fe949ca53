"""Totals: how many persons several contributions make together on a day, and what that sum is made of.

The law of this module: a total tells all that it is made of. What counts, what is left out and why, and whoever may be
in two figures stand beside the sum, each with its statements. How it is made is told in ``ask.ledger``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from contingent.ask.figures import Figure, Strength, added
from contingent.claim import Reference
from contingent.fact import Statement


class Reason(StrEnum):
    """Why something is left out of a sum."""

    NO_FIGURE = "no figure"
    UNKNOWN = "unknown"
    POSSIBLE = "possible only"
    PLANNED = "planned"
    AUTHORISED = "authorised"
    ENDED = "ended"
    NOT_YET = "not yet"
    OTHER_UNIT = "another unit"
    ELSEWHERE = "counted elsewhere"
    """What is known of it counts with something else; it may have more."""

    @property
    def opens(self) -> bool:
        """Whether there may be persons of whom the sum does not know, so that it is "at least"."""
        return self in (Reason.NO_FIGURE, Reason.UNKNOWN, Reason.POSSIBLE, Reason.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that counts: by its own figure, or by the sum of its ``parts`` where it has none ("at least").

    ``outgrown`` is what the parts make together where that is more than the own figure can be.
    """

    subject: Reference
    figure: Figure
    parts: tuple[Counted, ...] = ()
    outgrown: Figure | None = None

    @property
    def leaves(self) -> Iterator[Counted]:
        """What counts by its own figure: the thing itself, or what is so of its parts."""
        for part in self.parts:
            yield from part.leaves
        if not self.parts:
            yield self


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that does not count, and why. ``words`` are a figure that stands beside the sum, if there is one."""

    subject: Reference
    reason: Reason
    words: str | None
    statements: tuple[Statement, ...]


class Tie(StrEnum):
    """How two things hang together that may hold the same persons."""

    PART_OF = "part of"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True)
class Twice:
    """Persons who may be in two figures: ``subject``, and ``other``, to which it belongs or which it supports.

    ``in_sum`` tells that both are in this sum, so that it may hold them twice; else they count once. ``figure`` is that
    of ``subject``, if it is known.
    """

    subject: Reference
    tie: Tie
    other: Reference
    in_sum: bool
    figure: Figure | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """The sum for ``subject`` on a day, None for all operations together.

    ``figure`` is the sum of what is ``counted``, None if nothing is. ``own`` is what documents say of the subject
    itself, where it is an operation or an element. ``countries`` are the statements that more countries take part than
    are known here; they make the sum "at least".
    """

    subject: Reference | None
    figure: Figure | None
    counted: tuple[Counted, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    twice: tuple[Twice, ...] = ()
    own: Strength = field(default_factory=Strength)
    countries: tuple[Statement, ...] = ()

    @property
    def missing(self) -> int:
        """How many contributions or other wholes there may be without a figure."""
        counted = {item.subject for item in self.counted}
        return sum(
            entry.reason.opens and not entry.subject.elements and entry.subject not in counted
            for entry in self.left_out
        )

    @property
    def known(self) -> Figure | None:
        """The sum of the figures that are known, as if there were no others; None if there are none."""
        return added((leaf.figure for item in self.counted for leaf in item.leaves), whole=True)

    @property
    def best(self) -> Figure | None:
        """The one figure to count with: that of the whole if it is known, else the sum of its parts."""
        if self.own.figure is not None:
            return self.own.figure
        return None if self.figure is None or self.figure.quantity is None else self.figure
