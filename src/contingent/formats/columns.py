"""Tables in plain text: lines that tabs, upright bars or aligned spaces divide into the same columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from contingent.formats.bullets import Line

_SPACES = re.compile(r"[ \u00a0]*(?:\.{4,}|…{2,}|(?:\. ){3,}\.)[ \u00a0]*|(?<![.!?:;,])[ \u00a0]{2,}|[ \u00a0]{3,}")
"""A row of dots or two spaces divide columns, but not behind a stop, where typists put them between sentences."""
_LONE_BULLET = re.compile(r"\W{1,2}|\(?\w{1,3}[.)]|o")
_MOST_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Field:
    """The words of a cell and where they stand in the text; ``column`` counts from 0."""

    start: int
    end: int
    words: str
    column: int


@dataclass(slots=True)
class Columns:
    """A run of lines in columns: ``count`` lines, and the fields of each row."""

    style: str
    count: int
    rows: list[list[Field]]

    def is_labels(self) -> bool:
        """Whether the rows are labels that end with a colon, each with its value."""
        return all(len(row) == 2 and row[0].words.endswith(":") for row in self.rows)

    def is_letterhead(self) -> bool:
        """Whether the rows only set words to the left and right of the page: few, and no column of numbers."""
        if self.style != "spaces" or len(self.rows) > 3:
            return False
        columns = {field.column for row in self.rows for field in row if field.column}
        return not any(
            all(
                any(character.isdigit() for character in field.words)
                for row in self.rows
                for field in row
                if field.column == column
            )
            for column in columns
        )


def find_columns(lines: Sequence[Line], first: int) -> Columns | None:
    """The table that begins at line ``first``, None if none does."""
    style = _style(lines[first].words)
    if style is None:
        return None
    rows: list[list[Field]] = []
    bounds: list[tuple[int, int]] = []
    count = 0
    for number in range(first, len(lines)):
        line = lines[number]
        if number > first and line.gap > 1:
            break
        row = _fields(line, style)
        if len(row) < 2:
            if rows and line.gap == 0 and bounds and style == "spaces" and line.indent >= bounds[-1][0] > 0:
                last = rows[-1][-1]
                rows[-1][-1] = Field(last.start, line.end, f"{last.words} {line.words}", last.column)
                count += 1
                continue
            more = _continued(bounds, line, row) if rows and style == "spaces" else None
            if more is not None:
                rows[-1].append(more)
                count += 1
                continue
            break
        if style == "spaces":
            wider = _aligned(bounds, line, row)
            if wider is None:
                break
            bounds = wider
        rows.append(row)
        count += 1
    if len(rows) < 2 or all(_LONE_BULLET.fullmatch(row[0].words) and len(row) == 2 for row in rows):
        return None
    if style == "spaces":
        rows = [
            [_placed(field, bounds, line_start) for field, line_start in row]
            for row in _with_starts(rows, lines, first)
        ]
    elif style == "bars":
        first_column = min(field.column for row in rows for field in row)
        rows = [[Field(f.start, f.end, f.words, f.column - first_column) for f in row] for row in rows]
    elif style == "tabs":
        rows = _collapsed(rows)
    return Columns(style, count, rows)


def _continued(bounds: list[tuple[int, int]], line: Line, row: list[Field]) -> Field | None:
    """The words of a line that go on with a cell of the row above it, under which alone they stand."""
    if line.gap or len(row) != 1:
        return None
    inside = any(
        first <= line.indent <= first + 1 and line.indent + len(line.words) <= last + 1 for first, last in bounds[1:]
    )
    return row[0] if inside else None


def _style(words: str) -> str | None:
    if words.count("|") >= 2:
        return "bars"
    if "\t" in words:
        return "tabs"
    return "spaces" if _SPACES.search(words) else None


def _fields(line: Line, style: str) -> list[Field]:
    """The fields of a line; for bars and tabs an empty field counts as a column."""
    words = line.words
    found: list[Field] = []
    if style == "spaces":
        if "|" in words or "\t" in words:
            return []
        position = 0
        for match in [*_SPACES.finditer(words), None]:
            end = match.start() if match else len(words)
            piece = words[position:end]
            if piece.strip():
                first = position + len(piece) - len(piece.lstrip())  # a form feed is white space, but parts no columns
                field = piece.strip()
                found.append(Field(line.start + first, line.start + first + len(field), field, len(found)))
            position = match.end() if match else end
        return found if len(found) <= _MOST_COLUMNS else []
    sign = "|" if style == "bars" else "\t"
    if sign not in words or (style == "bars" and words.count("|") < 2):
        return []
    position = 0
    for column, piece in enumerate(words.split(sign)):
        stripped = piece.strip()
        if stripped:
            start = line.start + position + len(piece) - len(piece.lstrip())
            found.append(Field(start, start + len(stripped), stripped, column))
        position += len(piece) + 1
    return found


def _aligned(bounds: list[tuple[int, int]], line: Line, row: list[Field]) -> list[tuple[int, int]] | None:
    """The columns with the fields of one more row in them, None if two fields would fall into one column."""
    spans = [(line.indent + f.start - line.start, line.indent + f.end - line.start) for f in row]
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*bounds, *spans]):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    if len({_column(merged, start) for start, _ in spans}) < len(spans):
        return None
    if bounds and len({_column(merged, start) for start, _ in bounds}) < len(bounds):
        return None
    # Every row but the first must share a column beyond its first with the rows above.
    if bounds and len(merged) > len(bounds) + len(spans) - 2:
        return None
    return merged


def _column(bounds: list[tuple[int, int]], start: int) -> int:
    return next(index for index, (first, last) in enumerate(bounds) if first <= start < last)


def _with_starts(rows: list[list[Field]], lines: Sequence[Line], first: int) -> list[list[tuple[Field, int]]]:
    """Each field with the distance from its place in the text to its place in the line as it is seen."""
    found: list[list[tuple[Field, int]]] = []
    number = first
    for row in rows:
        found.append([])
        for field in row:
            while not lines[number].start <= field.start < lines[number].end:
                number += 1
            found[-1].append((field, field.start + lines[number].indent - lines[number].start))
    return found


def _placed(field: Field, bounds: list[tuple[int, int]], start: int) -> Field:
    return Field(field.start, field.end, field.words, _column(bounds, start))


def _collapsed(rows: list[list[Field]]) -> list[list[Field]]:
    """Rows in which several tabs in a row were typed to reach one column have their fields counted instead."""
    if len({row[-1].column for row in rows}) == 1 or len({len(row) for row in rows}) > 1:
        return rows
    return [[Field(f.start, f.end, f.words, column) for column, f in enumerate(row)] for row in rows]
