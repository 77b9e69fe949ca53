"""The values that an answer to "show" is made of: a placemat of sections, lines and notes.

The law of this module: every line that claims something carries the number of a note, and every note
carries the document's own words. What shows a placemat adds nothing to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from contingent.ask.answer import Word
from contingent.ask.values import Value
from contingent.fact import Evidence, Statement


@dataclass(frozen=True, slots=True)
class Note:
    """A quote and where it stands. ``number`` counts from 1 in the order of appearance."""

    number: int
    evidence: Evidence

    @property
    def quote(self) -> str:
        """The document's own words."""
        return self.evidence.claim.quote


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: what is so (``text``), in what respect (``topic``), about whom, and how surely.

    ``subject`` is a reference or a person's name as in the claim format, ``about`` the same in words.
    ``level`` is 0 for a line of the section's own subject and 1 and more for what belongs to the line above.
    ``start`` and ``end`` are bounds as in the claim format, where the grounds state them. ``notes`` are
    numbers of notes, those of the answer's grounds; ``further`` are those of other statements of the fact,
    of which ``unnumbered`` more have no number, because they were published further from the day.
    ``context`` names what the line belongs to where the section does not tell.
    """

    topic: str
    subject: str
    about: str
    text: str
    word: Word
    level: int = 0
    age: int | None = None
    start: str | None = None
    end: str | None = None
    values: tuple[Value, ...] = ()
    remarks: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    further: tuple[int, ...] = ()
    unnumbered: int = 0
    fact: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title; ``past`` marks the section of what is no longer or not yet so."""

    title: str
    lines: tuple[Line, ...]
    past: bool = False


@dataclass(frozen=True, slots=True)
class Placemat:
    """The answer to ``show``: what is known of one thing on a day.

    ``kind`` is ``operation``, ``actor``, ``person``, ``place`` or ``element``; ``names`` are other names
    under which documents or the catalogue know it. ``known`` and ``entered`` are the days of knowledge: what was
    published, and what the register held, by then; None for all. ``gap`` is the gap rule in days, None for no limit.
    """

    name: str
    kind: str
    names: tuple[str, ...]
    on: date
    known: date | None
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    entered: date | None = None
    gap: int | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all sections."""
        return tuple(line for section in self.sections for line in section.lines)


def nearest_published(statements: Sequence[Statement], on: date, most: int) -> Sequence[Statement]:
    """Of statements in their order those ``most`` that were published last before a day, and next after it.

    Two thirds of them are from before the day where there are so many, because what is known of a day is said mostly
    before it and on it.
    """
    if len(statements) <= most:
        return statements
    day = on.isoformat()
    behind = bisect_right(statements, day, key=lambda statement: statement.evidence.published or "")
    first = min(max(behind - most * 2 // 3, 0), len(statements) - most)
    return statements[first : first + most]


class Notes:
    """Numbers quotes in the order in which they are cited; the same words at the same place are one note.

    What a person decided of one claim and not of another of the same words makes two notes of them.
    """

    def __init__(self) -> None:
        """Begin without notes."""
        self._numbers: dict[tuple[str, int, int, str | None], int] = {}
        self._of_claim: dict[str, int] = {}
        self._notes: list[Note] = []

    def cite(self, statements: Iterable[Statement]) -> tuple[int, ...]:
        """The numbers of the quotes of ``statements``, without repetition."""
        numbers: dict[int, None] = {}
        for statement in statements:
            number = self._of_claim.get(statement.evidence.claim_id)
            numbers[self._number(statement.evidence) if number is None else number] = None
        return tuple(numbers)

    def _number(self, evidence: Evidence) -> int:
        """The number of the quote of a claim that was not cited before."""
        decided = evidence.decision.id if evidence.decision else None
        place = (evidence.document_id, evidence.quote_start, evidence.quote_end, decided)
        number = self._numbers.setdefault(place, len(self._notes) + 1)
        if number > len(self._notes):
            self._notes.append(Note(number, evidence))
        self._of_claim[evidence.claim_id] = number
        return number

    @property
    def all(self) -> tuple[Note, ...]:
        """All notes so far, in the order of their numbers."""
        return tuple(self._notes)
