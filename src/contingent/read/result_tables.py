"""Tables of results and of tasks: "Patrols 46", "Cargo, kg 2,800 19,450", a column headed "Tasks"."""

from __future__ import annotations

import itertools

from contingent import catalogue
from contingent.document import Block, Document
from contingent.read import units
from contingent.read.counts import is_result, unit_of
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity
from contingent.read.named_actors import is_state
from contingent.read.names_of_elements import clean_name
from contingent.read.numbers import number_reader
from contingent.read.proposals import Proposal, When, quantity_of, when
from contingent.read.table_grid import the_number
from contingent.read.time_expressions import Time
from contingent.read.times import time_reader

_LONGEST_LABEL = 10
"""Words of a row's label; longer ones are sentences."""


def read_result_row(
    discourse: Discourse,
    document: Document,
    cells: list[Block],
    operation: Entity | None,
    top: list[Block],
    named: bool = False,
) -> list[Proposal]:
    """What a row says was done so often: its label is a result, or is ``named`` one, its other cells are counts.

    ``top`` is the first row of the table, which may head the columns.
    """
    words = discourse.annotated.words
    label, _, measure = document.text_of(cells[0]).partition(",")
    label = clean_name(label)
    if not 1 <= len(label.split()) <= _LONGEST_LABEL or not (named or is_result(words, label)):
        return []
    if catalogue.load().find_operation(label.partition("(")[0].strip()) is not None:
        return []  # "UN Mission in South Sudan" is no result
    owner = _owner(discourse, document, cells[0], top) or operation
    doer = _done_at(discourse, cells[0])
    if doer is not None:
        owner, label = doer[0], clean_name(document.text[cells[0].start : doer[1]])
    if owner is None or not owner.is_part():
        return []
    found: list[Proposal] = []
    for cell in cells[1:]:
        number = the_number(discourse, cell)
        if number is None:
            continue
        unit = number.unit or measure.strip() or _measure_in(discourse, label) or unit_of(words, label)
        quantity = quantity_of(number, unit)
        if quantity is not None:
            times = _times(discourse, document, cell, top)
            found.append(
                Proposal(
                    "activity",
                    owner,
                    label,
                    cells[0].start,
                    cell.end,
                    "table: activity and number",
                    quantity=quantity,
                    starts=times.starts,
                    ends=times.ends,
                    modality="past",
                )
            )
    return found


def read_task_cells(
    discourse: Discourse, document: Document, cells: list[Block], operation: Entity | None
) -> list[Proposal]:
    """The tasks that a column of tasks gives for whoever the row is about."""
    columns = [cell for cell in cells[1:] if _heads_tasks(discourse, document, cell)]
    owner = _row_owner(discourse, document, cells[0], operation) if columns else None
    if owner is None:
        return []
    found: list[Proposal] = []
    for cell in columns:
        start = cell.start
        for part in document.text_of(cell).split(","):
            end = start + len(part)
            words = clean_name(part)
            if words:
                found.append(Proposal("task", owner, words, cells[0].start, end, "table: a column of tasks"))
            start = end + 1
    return found


def _measure_in(discourse: Discourse, label: str) -> str | None:
    """The unit of a measure that a label ends with: "Flying hours"."""
    probe = f"1 {label.split()[-1]}"
    numbers = number_reader(discourse.annotated.words.pack).find(probe)
    return numbers[0].unit if numbers and numbers[0].measure is not None else None


def _heads_tasks(discourse: Discourse, document: Document, cell: Block) -> bool:
    words = discourse.annotated.words
    for header in cell.column_headers:
        low = document.text_of(document.blocks[header]).strip().lower()
        duties = words.sets["duties"]
        if low in duties or (words.grammar["compounds"] and low.endswith(tuple(duties))):
            return True
    return False


def _row_owner(discourse: Discourse, document: Document, cell: Block, operation: Entity | None) -> Entity | None:
    """Whoever a row is about: a state's contribution, an operation's, a part of one."""
    known, code = catalogue.load(), discourse.annotated.words.pack.code
    label = clean_name(document.text_of(cell))
    actor = known.find_actor(label, code)
    if actor is not None:
        return discourse.a_contribution(actor.code, operation) if is_state(actor.code) else None
    named = known.find_operation(label)
    if named is not None:
        whole = discourse.an_operation(named.name)
        return discourse.a_contribution(discourse.home, whole) or whole
    return _spoken_of(discourse, cell, (units.UNIT, units.PEOPLE))


def _spoken_of(discourse: Discourse, block: Block, sorts: tuple[str, ...]) -> Entity | None:
    """What the words of a block refer to."""
    sentences = discourse.layout.sentences_in(block)
    unit = next((u for u in sentences[0].units if u.sort in sorts), None) if sentences else None
    return discourse.resolve(unit) if unit is not None else None


def _owner(discourse: Discourse, document: Document, cell: Block, top: list[Block]) -> Entity | None:
    """Whose results a table gives: those of what its caption, its first header or the section speaks of."""
    heads = [document.blocks[cell.caption]] if cell.caption is not None else []
    heads += [top[0]] if top and top[0] is not cell and top[0].column == cell.column else []
    for head in heads:
        owner = _spoken_of(discourse, head, (units.UNIT, units.CONTRIBUTION, units.OPERATION))
        if owner is not None:
            return owner
    return discourse.focus or discourse.last_subject or discourse.ours


def _done_at(discourse: Discourse, cell: Block) -> tuple[Entity, int] | None:
    """The element that a label ends with, and where its words begin: "Patients seen | at the Level II hospital"."""
    for sentence in discourse.layout.sentences_in(cell):
        for before, unit in itertools.pairwise(sentence.units):
            if unit.sort == units.UNIT and before.low in discourse.annotated.words.sets["standing"]:
                element = discourse.resolve(unit)
                return (element, before.start) if element is not None else None
    return None


def _times(discourse: Discourse, document: Document, cell: Block, top: list[Block]) -> When:
    """The spell that the headers, the caption or the headings give, else the one that the bulletin reports on."""
    caption = (cell.caption,) if cell.caption is not None else ()
    near = [document.blocks[i] for i in cell.column_headers]
    near += [block for block in top if block.column == cell.column and block.row != cell.row]
    near += [document.blocks[i] for i in (*cell.row_headers, *caption, *cell.headings[::-1])]
    reader = time_reader(discourse.annotated.words.pack)
    for block in near:
        whole = reader.whole(document.text_of(block).strip())
        expressions = [whole] if whole is not None else reader.find(document.text, block.start, block.end)
        if expressions:
            read = when(expressions, discourse.annotated.published, False)
            return When(*Time(read.starts, read.ends, read.on).spell)
    return discourse.spell or When()
