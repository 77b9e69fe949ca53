"""Tables of every format: which cells head which, found on a grid of rows and columns."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from contingent.formats.outline import Draft

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[^\w]*\d[\d.,   ]*[^\w]*$")


@dataclass(slots=True)
class Cell:
    """A cell on the grid; ``draft`` is None for an empty one."""

    draft: Draft | None
    words: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    heads: bool = False
    """Whether the page says that it is a header, or prints it bold."""


def give_headers(cells: list[Cell], header_rows: int | None = None) -> None:
    """Set row, column and headers of each cell's draft.

    ``header_rows`` is the number of rows that the page itself marks as header, None if it marks none: then the
    first row is one if all its cells are headers, or if it has no number while later rows have some. A cell's row
    is headed by the first cell of the row, a column of counts among columns of names by the name before it.
    """
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    width = max((cell.column + cell.columns for cell in cells), default=0)
    titles = _title_rows(rows, width)
    marked = header_rows if header_rows is not None else titles
    if marked == titles:
        marked += _header_rows({number: row for number, row in rows.items() if number >= titles}, titles, width)
    above: list[tuple[Draft, ...]] = [()] * width
    section: tuple[Draft, ...] = ()
    pairs = _is_pairs(rows, marked)
    spanning: list[Cell] = []
    for number in sorted(rows):
        row = rows[number]
        spanning = [cell for cell in spanning if cell.row + cell.rows > number]
        filled = [cell for cell in row if cell.draft is not None]
        for cell in filled:
            assert cell.draft is not None
            cell.draft.row, cell.draft.column = number, cell.column
            cell.draft.column_headers = _merged(above, cell) + (section if number >= marked else ())
        if number < marked:
            for cell in filled:
                assert cell.draft is not None
                for column in range(cell.column, min(cell.column + cell.columns, width)):
                    above[column] = (*above[column], cell.draft)
        elif len(row) == 1 and filled and width > 1 and row[0].columns >= width:
            # A row of one cell across the whole table heads the rows below it.
            assert row[0].draft is not None
            row[0].draft.column_headers = ()
            section = (row[0].draft,)
        else:
            _head_row(spanning + row, filled, pairs)
            spanning += [cell for cell in row if cell.rows > 1 and (cell.heads or cell.column == 0)]


def _head_row(heading: list[Cell], filled: list[Cell], pairs: bool) -> None:
    if pairs:
        for before, cell in itertools.pairwise(filled):
            if cell.column % 2 and before.column == cell.column - 1 and cell.draft and before.draft:
                cell.draft.row_headers = (before.draft,)
        return
    marked = [cell for cell in heading if cell.heads and cell.draft is not None]
    if len(marked) == len([cell for cell in heading if cell.draft is not None]):
        marked = []  # Where all are headers, only the first one heads the row.
    heads = marked or [cell for cell in heading if cell.draft is not None][:1]
    spanned = [cell for cell in heading if cell.column == 0 and cell.draft is not None and cell not in heads]
    for cell in filled:
        headers = tuple(
            head.draft for head in (*spanned, *heads) if head.column < cell.column and head.draft is not None
        )
        if headers and cell.draft is not None:
            cell.draft.row_headers = headers


def _merged(above: list[tuple[Draft, ...]], cell: Cell) -> tuple[Draft, ...]:
    if cell.columns == 1:
        return above[cell.column]
    found: dict[int, Draft] = {}
    for column in range(cell.column, min(cell.column + cell.columns, len(above))):
        for draft in above[column]:
            found.setdefault(id(draft), draft)
    return tuple(found.values())


def _title_rows(rows: dict[int, list[Cell]], width: int) -> int:
    """How many rows at the top are one cell across the whole table, above what is its real first row."""
    count = 0
    while width > 1 and count + 1 < len(rows) and len(rows.get(count, ())) == 1 and rows[count][0].columns >= width:
        count += 1
    return count


def _header_rows(rows: dict[int, list[Cell]], first_row: int, width: int) -> int:
    """How many rows below ``first_row``, the first of those given, hold headers."""
    numbers = sorted(rows)
    marked = first_row
    for number in numbers:
        filled = [cell for cell in rows[number] if cell.draft is not None]
        if len(rows[number]) > 1 and filled and all(cell.heads for cell in filled):
            marked = number + 1
        else:
            break
    if marked > first_row or len(numbers) < 2:
        return marked - first_row if marked - first_row < len(numbers) else 0
    if any(cell.heads and cell.column == 0 for cell in rows[numbers[0]]):
        return 0  # The page marks the headers of its rows; it would have marked those of its columns.
    first = [cell for cell in rows[numbers[0]] if cell.draft is not None]
    if first_row and width < 3:
        return 0  # Two columns under a title are labels and values.
    if len(first) < 2 or any(_DIGIT.search(cell.words) for cell in first):
        return 0
    later = (cell for number in numbers[1:] for cell in rows[number])
    return numbers[0] + 1 - first_row if any(_DIGIT.search(cell.words) for cell in later) else 0


def _is_pairs(rows: dict[int, list[Cell]], marked: int) -> bool:
    """Whether the table prints names and numbers side by side, two or more pairs in a row."""
    body = [cell for number, row in rows.items() if number >= marked for cell in row if cell.draft is not None]
    if not any(cell.column >= 3 for cell in body):
        return False
    return all((_NUMBER.match(cell.words) is not None) == bool(cell.column % 2) for cell in body)
