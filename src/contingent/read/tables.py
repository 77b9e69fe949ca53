"""Tables, read row by row: what the columns mean, whom each row is about, and what its cells state of that."""

from __future__ import annotations

import itertools

from contingent.document import Block
from contingent.read.discourse import Discourse
from contingent.read.labels import is_label, read_label
from contingent.read.post_labels import read_post_cell, times_of_row
from contingent.read.postings import read_postings
from contingent.read.proposals import Proposal, quantity_of
from contingent.read.result_tables import read_result_row, read_task_cells
from contingent.read.sentence_reading import Reading
from contingent.read.table_columns import Column, columns_of, is_key
from contingent.read.table_context import Context, context_of
from contingent.read.table_grid import Grid, Holds, grid_of, grid_of_pairs, holds, nation_of, sentences_of, the_number
from contingent.read.table_rows import read_row

_LEAST_LABELS = 0.5
"""A table of two columns is a box if so many of its rows begin with the label of one."""
_KEYS = (Holds.NATION, Holds.OPERATION, Holds.UNIT)


def read_table(discourse: Discourse, table: int) -> list[Proposal]:
    """What the table with this number states, read where it stands on the page."""
    grid = grid_of(discourse, table)
    if not grid.rows:
        return []
    return _read_box(discourse, grid) if _is_box(discourse, grid) else _read_grid(discourse, grid)


def read_pairs(discourse: Discourse, pairs: list[Block]) -> list[Proposal] | None:
    """What labels and values that follow each other state as a table: "KFOR | 12", "UNTSO | 3".

    None if they are the entries of an info box.
    """
    grid = grid_of_pairs(discourse, pairs)
    if not grid.rows or not (grid.headers or _are_keys(discourse, [row[0] for row in grid.rows])):
        return None
    return _read_grid(discourse, grid)


def _are_keys(discourse: Discourse, labels: list[Block]) -> bool:
    """Whether labels name whom a row is about, and not what its value is."""
    named = [
        label
        for label in labels
        if holds(discourse, label) in _KEYS and not is_label(discourse, label) and not _is_where(discourse, label)
    ]
    return len(named) > _LEAST_LABELS * len(labels)


def _is_where(discourse: Discourse, label: Block) -> bool:
    """Whether a label is a state that sends nothing, but in which somebody else's people are."""
    code = nation_of(discourse, label)
    return code is not None and not discourse.contributes(discourse.operation, code)


def _read_grid(discourse: Discourse, grid: Grid) -> list[Proposal]:
    context = context_of(discourse, grid)
    columns = columns_of(discourse, grid)
    section, found = discourse.focus, list[Proposal]()
    for cells in grid.rows:
        groups = _groups(columns) if _is_typed(columns) else []
        subject = None
        for group in groups:
            proposals, subject = read_row(discourse, context, group, cells)
            found += proposals
        if not groups:
            found += _read_loose_row(discourse, context, grid, columns, list(cells.values()))
        discourse.focus = subject or section
        for cell in cells.values():
            found += _postings(discourse, cell)
        discourse.focus = section
    return found


def _is_typed(columns: list[Column]) -> bool:
    """Whether the columns say whom the rows are about, and something of them."""
    meanings = {column.meaning for column in columns}
    dated = "period" in meanings and "strength" in meanings
    return dated or (any(map(is_key, columns)) and len(meanings) > 1)


def _groups(columns: list[Column]) -> list[list[Column]]:
    """The columns in groups that each have a nation of their own: "Italy 638 | Austria 273" are two."""
    first = columns[0].meaning
    starts = [n for n, column in enumerate(columns) if column.meaning == first]
    if first != "nation" or len(starts) < 2:
        return [columns]
    return [columns[a:b] for a, b in itertools.pairwise([*starts, len(columns)])]


def _read_loose_row(
    discourse: Discourse, context: Context, grid: Grid, columns: list[Column], cells: list[Block]
) -> list[Proposal]:
    """A row of a table whose columns do not say what they are: nations beside numbers, results, tasks."""
    document = discourse.annotated.document
    named = columns[0].meaning == "activity"
    top = list((grid.headers or grid.rows[0]).values())
    found = read_result_row(discourse, document, cells, context.operation, top, named)
    found += read_task_cells(discourse, document, cells, context.operation)
    for name, count in itertools.pairwise(cells):
        code, number = nation_of(discourse, name), the_number(discourse, count)
        contribution = discourse.a_contribution(code, context.operation)
        if code is None or number is None or number.measure is not None or contribution is None:
            continue
        rule = "table: nation and number"
        span = (name.start, count.end)
        found.append(Proposal("participation", discourse.an_actor(code), context.operation, *span, rule))
        quantity = quantity_of(number, "persons")
        found.append(Proposal("strength", contribution, None, *span, rule, quantity=quantity, as_of=context.counted_on))
    return found


def _postings(discourse: Discourse, cell: Block) -> list[Proposal]:
    found: list[Proposal] = []
    for sentence in sentences_of(discourse, cell):
        posting = read_post_cell(discourse, cell, sentence)
        if not posting:
            reading = Reading(discourse, sentence, [], times=times_of_row(discourse, cell))
            read_postings(reading)
            posting = reading.out
        found += posting
    return found


# --- boxes ------------------------------------------------------------------------------------


def _is_box(discourse: Discourse, grid: Grid) -> bool:
    """Whether a table is an info box: two columns, the first of which holds labels."""
    if grid.headers or grid.columns != [0, 1]:
        return False
    labels = [row[0] for row in grid.rows if 0 in row]
    return sum(is_label(discourse, label) for label in labels) >= _LEAST_LABELS * len(grid.rows)


def _read_box(discourse: Discourse, grid: Grid) -> list[Proposal]:
    found: list[Proposal] = []
    for row in grid.rows:
        if len(row) < 2:
            continue
        for sentence in sentences_of(discourse, row[1])[:1]:
            found += read_label(discourse, row[0], row[1], sentence)
    return found
