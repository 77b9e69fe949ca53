"""A row of a table being read: its cells by the meanings of their columns, and the times that it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from contingent.document import Block
from contingent.period import is_before, is_behind
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity
from contingent.read.proposals import Proposal, When
from contingent.read.table_columns import Column
from contingent.read.table_context import Context
from contingent.read.table_grid import is_blank, name_of_header, text_of
from contingent.read.time_expressions import Time, TimeExpression
from contingent.read.times import time_reader


@dataclass
class Row:
    """A row being read."""

    discourse: Discourse
    context: Context
    columns: list[Column]
    cells: dict[int, Block]
    subject: Entity | None = None
    operation: Entity | None = None
    times: When = field(default_factory=When)
    on: str | None = None
    """The day or days that the row's own cell of time names."""
    modality: str = "actual"
    out: list[Proposal] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the row's words begin."""
        return min(self.cells[column.number].start for column in self.columns if column.number in self.cells)

    def of(self, *meanings: str) -> list[tuple[Column, Block]]:
        """The cells in columns of these meanings that hold something."""
        return [
            (column, self.cells[column.number])
            for column in self.columns
            if column.meaning in meanings
            and column.number in self.cells
            and not is_blank(self.discourse, self.cells[column.number])
        ]

    def propose(self, kind: str, subject: Entity | None, object_: Entity | str | None, end: int, **more: Any) -> None:
        """Put forward what the row's words up to ``end`` state."""
        if subject is None or subject is object_:
            return
        values: dict[str, Any] = {
            "starts": self.times.starts,
            "ends": self.times.ends,
            "modality": self.modality,
            **more,
        }
        if not values["starts"] and not values["ends"]:
            dated = self.context.counted_on if kind == "strength" else self.context.as_of
            values.setdefault("as_of", dated)
        self.out.append(Proposal(kind, subject, object_, self.start, end, "table row", **values))


def is_total(row: Row) -> bool:
    """Whether a row gives the sum of those above it."""
    names = frozenset(row.discourse.annotated.words.labels["headers"]["total"])
    first = row.cells[min(row.cells)]
    return name_of_header(text_of(row.discourse, first)) in names


def read_times(row: Row) -> None:
    """The times that the row's cells of time give, with the words of their headers: "Since | 2014"."""
    published = row.discourse.annotated.published
    for column, cell in row.of("period"):
        expression = _time_in(row, column, cell)
        if expression is None:
            continue
        time = expression.resolve(published, None, None)
        start, end = Time(time.starts, time.ends, time.on).spell
        row.times = When(row.times.starts or start, row.times.ends or end)
        row.on = row.on or time.on
    if is_before(row.times.ends, published) and row.modality == "actual":
        row.modality = "past"
    elif is_behind(row.times.starts, published) and row.modality == "actual":
        row.modality = "planned"


def _time_in(row: Row, column: Column, cell: Block) -> TimeExpression | None:
    reader = time_reader(row.discourse.annotated.words.pack)
    text = text_of(row.discourse, cell)
    if column.header is not None:
        headed = reader.whole(f"{name_of_header(text_of(row.discourse, column.header))} {text}")
        if headed is not None:
            return headed
    return reader.whole(text) or next(iter(reader.find(text)), None)
