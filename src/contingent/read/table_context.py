"""What stands around a table and holds for all its rows: whose it is, for which day, and how it is meant."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from contingent.document import Block, BlockKind
from contingent.period import is_before, parse_bound
from contingent.read import units
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity, Sort
from contingent.read.proposals import When, when
from contingent.read.table_grid import Grid, sentences_of, units_of_cell
from contingent.read.units import Sentence, Unit

_OLD = timedelta(days=365)
"""Figures for a day so long ago tell how it was and not how it is."""
_LONGEST_NOTE = 16
"""Units of a sentence that is a note to the table above it."""
_MOST_NOTES = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for all rows of a table."""

    operation: Entity | None
    whole: Entity | None
    """Whoever has the elements that rows name, and whose the totals are."""
    as_of: str | None = None
    """The day or days for which the caption says that all of it was so."""
    counted_on: str | None = None
    """The day of the figures alone."""
    modality: str = "actual"
    scope: str | None = None


def context_of(discourse: Discourse, grid: Grid) -> Context:
    """What the caption, the headings, the lead-in and the notes of a table say of its rows."""
    cell = next(iter(grid.rows[0].values()))
    blocks = discourse.annotated.document.blocks
    near = [blocks[i] for i in (cell.caption, cell.lead_in, *cell.headings[::-1][:1]) if i is not None]
    notes = _notes(discourse, grid)
    captions = [block for block in near if block.kind is BlockKind.CAPTION]
    as_of = _day_of(discourse, [units_of_cell(discourse, block) for block in captions], False)
    counted_on = as_of or _day_of(discourse, _about_figures(discourse, near, notes), True)
    published = discourse.annotated.published
    low = [word for block in near for unit in units_of_cell(discourse, block) for word in unit.low.split()]
    words = discourse.annotated.words
    former = frozenset(words.labels["notes"]["former"])
    modality = "actual"
    if any(word in words.sets["ceilings"] for word in low):
        modality = "authorised"
    elif any(word in former for word in low) or _is_over(discourse, near) or _is_old(as_of or counted_on, published):
        modality = "past"
    operation = _operation(discourse, near)
    whole = _whole(discourse, near, operation)
    return Context(operation, whole, as_of, counted_on, modality, _scope(discourse, notes))


def _operation(discourse: Discourse, near: list[Block]) -> Entity | None:
    """The operation of a table: the one that its caption, lead-in or heading names, else the one spoken of."""
    for block in near:
        named = _first(units_of_cell(discourse, block), (units.OPERATION,))
        if named is not None:
            return discourse.an_operation(str(named.value))
    return discourse.operation


def _whole(discourse: Discourse, near: list[Block], operation: Entity | None) -> Entity | None:
    for block in near:
        unit = _first(units_of_cell(discourse, block), (units.UNIT, units.CONTRIBUTION))
        entity = discourse.resolve(unit) if unit is not None and _is_named(unit) else None
        if entity is not None and entity.is_part() and entity.operation in (operation, None):
            return entity
    focus = discourse.focus
    if focus is not None and focus.is_part() and focus.operation in (operation, None):
        return focus
    return discourse.a_contribution(discourse.home, operation) or operation


def _is_named(unit: Unit) -> bool:
    return unit.sort == units.CONTRIBUTION or bool(unit.detail.named)


def _first(row: list[Unit], sorts: tuple[str, ...]) -> Unit | None:
    return next((unit for unit in row if unit.sort in sorts), None)


def _notes(discourse: Discourse, grid: Grid) -> list[Sentence]:
    """The short sentences right below a table."""
    end = max(cell.end for row in grid.rows for cell in row.values())
    blocks = discourse.annotated.document.blocks
    at = bisect_left(blocks, end, key=lambda block: block.start)
    following = blocks[at] if at < len(blocks) else None
    if following is None or following.kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
        return []
    sentences = sentences_of(discourse, following)[:_MOST_NOTES]
    return [sentence for sentence in sentences if len(sentence.units) <= _LONGEST_NOTE]


def _about_figures(discourse: Discourse, near: list[Block], notes: list[Sentence]) -> list[list[Unit]]:
    """The rows of units that can date figures: notes that speak of figures, lead-ins and headings."""
    figures = frozenset(discourse.annotated.words.labels["notes"]["figures"])
    dated = [note.units for note in notes if any(unit.low in figures for unit in note.units)]
    return dated + [units_of_cell(discourse, block) for block in near]


def _day_of(discourse: Discourse, rows: list[list[Unit]], exact: bool) -> str | None:
    """The first day or days that the rows of units name; if ``exact``, only single days and "as of"."""
    for row in rows:
        for unit in row:
            if unit.sort != units.TIME:
                continue
            on = unit.value.resolve(discourse.annotated.published, False, None).on
            if on is not None and (not exact or unit.value.current or parse_bound(on)[0] == parse_bound(on)[1]):
                return str(on)
    return None


def _is_over(discourse: Discourse, near: list[Block]) -> bool:
    """Whether a heading or caption gives a spell that is over: "Contributions 2011-2020"."""
    published = discourse.annotated.published
    ends = [_times(discourse, units_of_cell(discourse, block)).ends for block in near]
    return any(is_before(end, published) for end in ends)


def _times(discourse: Discourse, row: list[Unit]) -> When:
    return when([unit.value for unit in row if unit.sort == units.TIME], discourse.annotated.published, False)


def _is_old(as_of: str | None, published: date | None) -> bool:
    return published is not None and is_before(as_of, published - _OLD)


def _scope(discourse: Discourse, notes: list[Sentence]) -> str | None:
    """What a note says that the figures leave out or take in."""
    text = discourse.annotated.document.text
    words = discourse.annotated.words.labels["notes"]["counted"]
    for note in notes:
        printed = text[note.start : note.end].strip(" .*()\n")
        if any(f" {word} " in f" {printed.casefold()} " for word in words):
            return printed
    return None


def is_element(entity: Entity | None) -> bool:
    """Whether an entity is a part of something rather than a whole operation or contribution."""
    return entity is not None and entity.sort is Sort.ELEMENT
