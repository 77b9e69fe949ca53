"""A table as rows of cells under their headers, and what sort of thing each cell holds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from contingent import catalogue
from contingent.document import Block, BlockKind
from contingent.read import units
from contingent.read.discourse import Discourse
from contingent.read.named_actors import is_state
from contingent.read.names_of_elements import clean_name
from contingent.read.numbers import NumberExpression, number_reader
from contingent.read.places import is_place
from contingent.read.times import time_reader
from contingent.read.units import Sentence, Unit

_MOST_BESIDE = 12
"""How many characters may stand beside the number in a cell that is a count."""
_NOTE_MARK = re.compile(r"\s*(?:[*†‡¹²³]+|\[\w\])\s*$")
_OPERATION_WITHIN = 3
"""An operation that names a row stands among the first units of its cell."""


class Holds(StrEnum):
    """What a cell holds."""

    NOTHING = "nothing"
    NATION = "nation"
    OPERATION = "operation"
    NUMBER = "number"
    TIME = "time"
    PERSON = "person"
    PLACE = "place"
    UNIT = "unit"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table below its headers; a row is its cells by their columns."""

    rows: list[dict[int, Block]]
    headers: dict[int, Block]
    """The header of each column that has one: the lowest, where several stand above each other."""

    @property
    def columns(self) -> list[int]:
        """The numbers of all columns that have cells."""
        return sorted({column for row in self.rows for column in row})


def grid_of(discourse: Discourse, table: int) -> Grid:
    """The grid of the table with this number; a first row that only names what columns hold is its header."""
    blocks = discourse.annotated.document.blocks
    cells = discourse.layout.rows.get(table, {})
    rows = {number: {block.column or 0: block for block in row} for number, row in cells.items()}
    headers = {
        column: blocks[block.column_headers[-1]]
        for row in rows.values()
        for column, block in row.items()
        if block.column_headers
    }
    heads = {(header.row, header.column) for header in headers.values()}
    below = [row for number, row in sorted(rows.items()) if not any((number, column) in heads for column in row)]
    return Grid(below, headers) if headers else _headed(discourse, below)


def pairs_from(discourse: Discourse, first: int) -> list[Block]:
    """The labels and values that follow each other from the block with this index on."""
    blocks, last = discourse.annotated.document.blocks, first
    while last < len(blocks) and blocks[last].kind in (BlockKind.LABEL, BlockKind.VALUE):
        last += 1
    return list(blocks[first:last])


def grid_of_pairs(discourse: Discourse, pairs: list[Block]) -> Grid:
    """The grid of labels and values that follow each other."""
    rows: list[dict[int, Block]] = []
    for block in pairs:
        if block.kind is BlockKind.LABEL:
            rows.append({0: block})
        elif rows:
            rows[-1][1] = block
    return _headed(discourse, [row for row in rows if len(row) > 1])


def _headed(discourse: Discourse, rows: list[dict[int, Block]]) -> Grid:
    """The grid of rows whose headers nothing marks: a first row of nothing but words for columns is the header."""
    if len(rows) > 1 and len(rows[0]) > 1:
        names = labelled(discourse)
        if all(name_of_header(text_of(discourse, cell)) in names for cell in rows[0].values()):
            return Grid(rows[1:], rows[0])
    return Grid(rows, {})


def labelled(discourse: Discourse) -> frozenset[str]:
    """All words that head a column of a table."""
    lists = discourse.annotated.words.labels["headers"]
    return frozenset(name for names in lists.values() for name in names)


def name_of_header(text: str) -> str:
    """A header as it stands in the word lists: "Troops (actual):" is "troops"."""
    return re.sub(r"\s*\(.*?\)", "", text).strip(" :*\t\n").casefold()


def text_of(discourse: Discourse, cell: Block) -> str:
    """The words of a cell on one line, without the mark of a note and the colon of a label."""
    return _NOTE_MARK.sub("", clean_name(discourse.annotated.document.text_of(cell))).rstrip(" :")


def sentences_of(discourse: Discourse, block: Block) -> list[Sentence]:
    """The sentences of a block."""
    return discourse.layout.sentences_in(block)


def units_of_cell(discourse: Discourse, block: Block) -> list[Unit]:
    """The units of a block."""
    return [unit for sentence in sentences_of(discourse, block) for unit in sentence.units]


def the_number(discourse: Discourse, cell: Block) -> NumberExpression | None:
    """The count that a cell is; None for a cell that is something else."""
    text = discourse.annotated.document.text_of(cell)
    numbers = number_reader(discourse.annotated.words.pack).find(text)
    if len(numbers) != 1 or len(text.strip()) > numbers[0].end - numbers[0].start + _MOST_BESIDE:
        return None
    return numbers[0]


def nation_of(discourse: Discourse, cell: Block) -> str | None:
    """The state that a cell names and nothing else."""
    if any(unit.sort == units.ACTOR and unit.detail == "capital" for unit in units_of_cell(discourse, cell)):
        return None  # the name of a town there
    words = discourse.annotated.words
    actor = catalogue.load().find_actor(text_of(discourse, cell), words.pack.code)
    return actor.code if actor is not None and is_state(actor.code) else None


def operation_of(discourse: Discourse, cell: Block) -> str | None:
    """The operation that a cell begins with."""
    first = units_of_cell(discourse, cell)[:_OPERATION_WITHIN]
    return next((str(unit.value) for unit in first if unit.sort == units.OPERATION), None)


def is_blank(discourse: Discourse, cell: Block) -> bool:
    """Whether a cell holds nothing, or a dash for nothing."""
    return not any(letter.isalnum() for letter in discourse.annotated.document.text_of(cell))


def holds(discourse: Discourse, cell: Block) -> Holds:
    """What a cell holds."""
    if is_blank(discourse, cell):
        return Holds.NOTHING
    text = text_of(discourse, cell)
    if time_reader(discourse.annotated.words.pack).whole(text) is not None:
        return Holds.TIME
    if nation_of(discourse, cell) is not None:
        return Holds.NATION
    number = the_number(discourse, cell)
    row = units_of_cell(discourse, cell)
    if number is not None and number.measure is None:
        named = any(unit.sort == units.PEOPLE for unit in row)  # "11 observers" are a part, "11 soldiers" a number
        return Holds.UNIT if named else Holds.NUMBER
    if operation_of(discourse, cell) is not None:
        return Holds.OPERATION
    if any(unit.sort == units.PERSON for unit in row):
        return Holds.PERSON
    if row and is_place(row[0]):
        return Holds.PLACE
    if any(unit.sort in (units.UNIT, units.PEOPLE, units.ASSET, units.CONTRIBUTION) for unit in row):
        return Holds.UNIT
    return Holds.WORDS


def column_holds(discourse: Discourse, grid: Grid, column: int) -> Holds:
    """What most cells of a column hold."""
    found = Counter(holds(discourse, row[column]) for row in grid.rows if column in row)
    del found[Holds.NOTHING]
    return found.most_common(1)[0][0] if found else Holds.NOTHING
