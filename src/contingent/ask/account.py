"""Accounts of persons: the values that the answers to "total" and "support" are made of.

The law of this module: every entry that claims something carries the number of a note, and every note carries the
document's own words. What shows an account adds nothing to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contingent.ask.answer import Word
from contingent.ask.figures import Figure
from contingent.ask.sheet import Note
from contingent.claim import Quantity
from contingent.claim_words import quantity_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an account: about whom, how many or what (``text``), and how surely (``answer``).

    ``subject`` is a reference as in the claim format, None for a sum over all operations. ``answer`` is a word of an
    answer or, for what does not count, the reason. ``age`` is that of the oldest count, in days. ``level`` is 1 and
    more for what belongs to the entry above. ``notes`` are numbers of the account's notes.
    """

    subject: str | None
    about: str
    text: str
    answer: str
    age: int | None = None
    quantity: Quantity | None = None
    level: int = 0
    remarks: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Entries under a title; ``key`` names the part for programs."""

    key: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """An answer about persons on a day. ``kind`` is what the name means.

    ``known`` and ``entered`` are the days of knowledge: what was published, and what the register held, by then; None
    for all.
    """

    question: str
    name: str
    kind: str
    on: date
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    known: date | None = None
    entered: date | None = None

    def part(self, key: str) -> tuple[Entry, ...]:
        """The entries of the part that is named so; none if there is no such part."""
        return tuple(entry for part in self.parts if part.key == key for entry in part.entries)


UNKNOWN_NUMBER = "unknown number"
"""What is said of a figure that is bounded on neither side, or of none."""


def figure_words(figure: Figure | None) -> str:
    """A figure in words."""
    quantity = None if figure is None else figure.quantity
    return UNKNOWN_NUMBER if quantity is None else quantity_words(quantity)


def figure_remarks(figure: Figure | None) -> Iterable[str]:
    """What qualifies a figure: what its counts leave out or take in, and that sources exclude each other."""
    if figure is not None:
        yield from (f"“{scope}”" for scope in figure.scopes)
        if figure.differ:
            yield "the sources differ"


def figure_word(figure: Figure | None) -> str:
    """The word of an answer that a figure earns."""
    return Word.UNKNOWN.value if figure is None or figure.quantity is None else figure.word.value
