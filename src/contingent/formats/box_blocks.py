"""Info boxes whose labels and values are blocks of other kinds: cells of a table, headings above short lines."""

from __future__ import annotations

from contingent.document import BlockKind
from contingent.formats.cues import cues
from contingent.formats.outline import Draft
from contingent.formats.shapes import ends_sentence

_LEAST_KNOWN = 0.3
"""Share of labels that must be known to take a table or a row of headings for an info box."""
_LONGEST_VALUE = 80


def is_known_label(words: str) -> bool:
    """Whether info boxes use these words as a label."""
    return words.rstrip(" :").casefold() in cues().labels


def label_cells(text: str, drafts: list[Draft]) -> None:
    """Turn tables of two columns whose first holds labels of info boxes into labels and values."""
    tables: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.kind is BlockKind.CELL and draft.table is not None:
            tables.setdefault(draft.table, []).append(draft)
    for cells in tables.values():
        names, values = cells[::2], cells[1::2]
        if [cell.row for cell in names] != [cell.row for cell in values] or len(names) < 2:
            continue
        if any(cell.column != 0 for cell in names) or any(cell.column != 1 for cell in values):
            continue
        if all(text[name.end - 1] == ":" for name in names):
            _pair_up(names, values)
            continue
        is_known = [_is_known(text, name) for name in names]
        if is_known[0] and _is_known(text, values[0]):
            continue  # Both are headers: "Country", "Personnel".
        if sum(is_known[:-1]) < _LEAST_KNOWN * len(names):
            continue  # A total stands in the last row of any table.
        _pair_up(names, values)


def label_headings(text: str, drafts: list[Draft]) -> None:
    """Turn two or more headings in a row, each with one short line below it, into labels and values."""
    position = 0
    while position < len(drafts):
        stop = position
        while _is_pair(text, drafts, stop) and drafts[stop].level == drafts[position].level:
            stop += 2
        names = drafts[position:stop:2]
        if len(names) > 1 and sum(_is_known(text, name) for name in names) >= _LEAST_KNOWN * len(names):
            _pair_up(names, drafts[position + 1 : stop : 2])
        position = max(stop, position + 1)


def _is_pair(text: str, drafts: list[Draft], place: int) -> bool:
    if place + 1 >= len(drafts) or drafts[place].kind is not BlockKind.HEADING or drafts[place].level == 1:
        return False
    value = drafts[place + 1]
    if value.kind is not BlockKind.PARAGRAPH or value.end - value.start > _LONGEST_VALUE:
        return False
    alone = place + 2 >= len(drafts) or drafts[place + 2].kind is not BlockKind.PARAGRAPH
    words = text[value.start : value.end]
    return alone and not words.endswith(":") and not (ends_sentence(words) and len(words.split()) > 4)


def _is_known(text: str, draft: Draft) -> bool:
    return is_known_label(text[draft.start : draft.end])


def _pair_up(names: list[Draft], values: list[Draft]) -> None:
    for name, value in zip(names, values, strict=True):
        _become(name, BlockKind.LABEL)
        _become(value, BlockKind.VALUE)
        value.label = name


def _become(draft: Draft, kind: BlockKind) -> None:
    """A block that is one of an info box, without its place in a table or above others."""
    if draft.caption is not None:
        draft.caption.table = None
    draft.kind, draft.level, draft.table, draft.row, draft.column = kind, 0, None, None, None
    draft.row_headers, draft.column_headers, draft.lead_in, draft.caption = (), (), None, None
