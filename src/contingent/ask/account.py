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
from contingent.ask.sheet import Note, Notes
from contingent.claim import Quantity, Reference
from contingent.claim_words import quantity_words
from contingent.fact import Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an account: about whom, how many or what (``text``), and how surely (``answer``).

    ``subject`` is a reference as in the claim format, None for a sum over all operations. ``answer`` is a word of an
    answer or, for what does not count, the reason. ``age`` is that of the oldest count, in days. ``level`` is 1 and
    more for what belongs to the entry above. ``places`` are where it is. ``notes`` are numbers of the account's notes.
    """

    subject: str | None
    about: str
    text: str
    answer: str
    age: int | None = None
    quantity: Quantity | None = None
    level: int = 0
    remarks: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
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
    for all. ``gap`` is the gap rule in days, None for no limit.
    """

    question: str
    name: str
    kind: str
    on: date
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    known: date | None = None
    entered: date | None = None
    gap: int | None = None

    def part(self, key: str) -> tuple[Entry, ...]:
        """The entries of the part that is named so; none if there is no such part."""
        return tuple(entry for part in self.parts if part.key == key for entry in part.entries)


UNKNOWN_NUMBER = "unknown number"
"""What is said of a figure that is bounded on neither side, or of none."""


def entry_about(
    about: str,
    figure: Figure | None,
    notes: Notes,
    subject: Reference | None = None,
    further: Iterable[Statement] = (),
) -> Entry:
    """An entry about a figure, citing its grounds and ``further`` ones, with the word that the figure earns."""
    quantity = None if figure is None else figure.quantity
    known = figure if quantity is not None else None
    return Entry(
        subject=None if subject is None else str(subject),
        about=about,
        text=UNKNOWN_NUMBER if quantity is None else quantity_words(quantity),
        answer=Word.UNKNOWN.value if known is None else known.word.value,
        age=None if known is None else known.age,
        quantity=quantity,
        notes=notes.cite((*(() if figure is None else figure.statements), *further)),
    )


def figure_remarks(figure: Figure) -> Iterable[str]:
    """What qualifies a figure: what its counts leave out or take in, and that sources exclude each other."""
    yield from (f"“{scope}”" for scope in figure.scopes)
    if figure.differ:
        told = " or ".join(quantity_words(quantity) for quantity in figure.variants)
        yield f"the sources differ: {told}" if told else "the sources differ"
