"""Tables that a page types into its paragraphs with tabs, for formats that have marked tables as well."""

from __future__ import annotations

from contingent.document import BlockKind
from contingent.formats.bullets import Line
from contingent.formats.columns import Columns, find_columns
from contingent.formats.grid import Cell, give_headers
from contingent.formats.outline import Draft


def find_typed_tables(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with two or more lines in a row that tabs divide into the same columns turned into cells."""
    if "\t" not in text:
        return drafts
    tables = 1 + max((draft.table for draft in drafts if draft.table is not None), default=-1)
    found: list[Draft] = []
    introduction: Draft | None = None
    position = 0
    while position < len(drafts):
        stop = position
        while stop < len(drafts) and _is_tabbed(text, drafts[stop]):
            stop += 1
        lines = [line for draft in drafts[position:stop] for line in _lines(text, draft)]
        columns = find_columns(lines, 0) if lines else None
        if columns is not None and columns.count == len(lines):
            found += _cells(columns, drafts[position], introduction, tables)
            tables += 1
            position = stop
            continue
        draft = drafts[position]
        if draft.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            introduction = draft
        found.append(draft)
        position += 1
    return found


def _is_tabbed(text: str, draft: Draft) -> bool:
    words = text[draft.start : draft.end]
    return draft.kind is BlockKind.PARAGRAPH and all("\t" in line for line in words.split("\n"))


def _lines(text: str, draft: Draft) -> list[Line]:
    found: list[Line] = []
    position = draft.start
    for raw in text[draft.start : draft.end].split("\n"):
        words = raw.strip()
        start = position + len(raw) - len(raw.lstrip())
        found.append(Line(start, start + len(words), 0, words))
        position += len(raw) + 1
    return found


def _cells(columns: Columns, model: Draft, lead_in: Draft | None, table: int) -> list[Draft]:
    if columns.is_labels():
        made: list[Draft] = []
        for label, value in columns.rows:
            head = Draft(BlockKind.LABEL, label.start, label.end, headings=model.headings, zone=model.zone)
            made += [head, Draft(BlockKind.VALUE, value.start, value.end, headings=model.headings, label=head)]
        return made
    cells: list[Cell] = []
    for row, fields in enumerate(columns.rows):
        for field in fields:
            draft = Draft(BlockKind.CELL, field.start, field.end, headings=model.headings, lead_in=lead_in, table=table)
            draft.zone = model.zone
            cells.append(Cell(draft, field.words, row, field.column))
    give_headers(cells)
    return [cell.draft for cell in cells if cell.draft is not None]
