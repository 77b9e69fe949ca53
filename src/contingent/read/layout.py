"""Where things stand on a page: the rows of its tables and its sentences by place.

The law of this module: the page is gone through once, however often it is asked.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from contingent.document import Block, BlockKind
from contingent.read.annotate import Annotated
from contingent.read.units import Sentence


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of one page, by what they are asked for."""

    rows: dict[int, dict[int, list[Block]]]
    """The cells of each row of each table."""
    first_cells: dict[tuple[int | None, int | None], list[int]]
    """The blocks in the first column, by their table and row."""
    sentences: list[Sentence]
    starts: list[int]
    """Where the sentences start."""

    def sentences_in(self, block: Block) -> list[Sentence]:
        """The sentences that start in a block."""
        return self.sentences[bisect_left(self.starts, block.start) : bisect_left(self.starts, block.end)]


def find_layout(annotated: Annotated) -> Layout:
    """The layout of a page whose phrases have been found."""
    rows: dict[int, dict[int, list[Block]]] = {}
    first_cells: dict[tuple[int | None, int | None], list[int]] = {}
    for index, block in enumerate(annotated.document.blocks):
        if block.kind is BlockKind.CELL and block.table is not None and block.row is not None:
            rows.setdefault(block.table, {}).setdefault(block.row, []).append(block)
        if block.column == 0:
            first_cells.setdefault((block.table, block.row), []).append(index)
    starts = [sentence.start for sentence in annotated.sentences]
    return Layout(rows, first_cells, annotated.sentences, starts)
