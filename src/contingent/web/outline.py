"""A placemat as an outline: sections, in each what is said of its subject, and the tree of its elements.

The law of this module: it only arranges; every line of the placemat stands in it once, with its words as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contingent.ask import Line, Note, Placemat
from contingent.ask.lookup import Named
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.show.placemat import qualifications
from contingent.web.desk import thing_of
from contingent.web.links import Piece, pieces, things_in, things_of

QUOTES_SHOWN = 3
"""How many quotes open under a line; the page of the fact has them all."""
_MANY_LINES = 150
"""With more lines than these, one quote opens under each: a page of megabytes helps nobody."""


@dataclass(slots=True)
class Item:
    """A line, its words with links, what qualifies it, its first quotes, how many more there are, and what is below."""

    line: Line
    words: tuple[Piece, ...]
    qualifications: tuple[str, ...]
    quotes: tuple[Note, ...]
    more: int
    said: list[Item] = field(default_factory=list)
    """What is said of the element itself."""
    elements: list[Item] = field(default_factory=list)
    """The elements that belong to it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section: its title with links, what is said of its subject, and its elements. ``of_page`` marks the section
    that is about what the whole page is about."""

    title: tuple[Piece, ...]
    of_page: bool
    past: bool
    said: Sequence[Item]
    elements: Sequence[Item]


def outline(answer: Placemat, here: Named, facts: Mapping[str, Fact], catalogue: Catalogue) -> tuple[Chapter, ...]:
    """The chapters of a placemat about ``here``; ``facts`` are those of its lines, by name."""
    notes = {note.number: note for note in answer.notes}
    most = QUOTES_SHOWN if len(answer.lines) <= _MANY_LINES else 1
    found = []
    for section in answer.sections:
        top = Item(section.lines[0], (), (), (), 0)
        stack = [top]
        for line in section.lines:
            item = _item(line, here, facts, notes, catalogue, most)
            level = 0 if section.past else line.level
            del stack[level + 1 :]
            is_element = line.topic == "Element" and not section.past
            (stack[-1].elements if is_element else stack[-1].said).append(item)
            stack.append(item)
        subjects = () if section.past else _named_in(section.lines[0], facts)
        title = pieces(section.title, subjects, catalogue, here)
        found.append(Chapter(title, section.title == answer.name, section.past, top.said, top.elements))
    return tuple(found)


def _item(
    line: Line,
    here: Named,
    facts: Mapping[str, Fact],
    notes: Mapping[int, Note],
    catalogue: Catalogue,
    most: int,
) -> Item:
    words = f"{line.context}: {line.text}" if line.context and line.text else line.context or line.text
    things = [*_things(line), *_named_in_fact(line, facts)]
    quotes = tuple(notes[number] for number in (*line.notes, *line.further)[:most])
    more = len(line.notes) + len(line.further) + line.unnumbered - len(quotes)
    return Item(line, pieces(words, things, catalogue, here), tuple(qualifications(line)), quotes, more)


def _named_in(line: Line, facts: Mapping[str, Fact]) -> Iterator[Named]:
    """What the title of a section can name: what its first line is about, and what that line names."""
    yield from things_in(_reference(line.subject))
    yield from _named_in_fact(line, facts)


def _named_in_fact(line: Line, facts: Mapping[str, Fact]) -> Iterator[Named]:
    fact = facts.get(line.fact or "")
    if fact is not None:
        yield from things_of(fact)


def _things(line: Line) -> Iterator[Named]:
    """What a line is about, where that is a reference; a person's name says nothing of what else is named."""
    reference = _reference(line.subject)
    if reference.operation is not None or reference.elements:
        yield from things_in(reference)


def _reference(text: str) -> Reference:
    found = thing_of("element", text)
    assert isinstance(found, Reference), "only persons and places are names"
    return found
