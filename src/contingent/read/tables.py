"""Tables: nations and numbers, activities and counts, read row by row."""

from __future__ import annotations

import itertools

from contingent import catalogue
from contingent.document import Block, Document
from contingent.read.discourse import Discourse, clean_name, is_state
from contingent.read.entities import Entity
from contingent.read.numbers import number_reader
from contingent.read.proposals import Proposal, quantity_of
from contingent.read.result_tables import read_result_row, read_task_cells

_MOST_BESIDE = 12
"""How many characters may stand beside the number in a cell that is a count."""


def read_table(discourse: Discourse, table: int) -> list[Proposal]:
    """What the table with this number states, read where it stands on the page."""
    document = discourse.annotated.document
    found: list[Proposal] = []
    rows = discourse.layout.rows.get(table, {})
    top = rows[min(rows)] if rows else []
    for cells in rows.values():
        operation = _operation_of(discourse, cells[0])
        found += _row(discourse, document, cells)
        found += read_result_row(discourse, document, cells, operation, top)
        found += read_task_cells(discourse, document, cells, operation)
    return found


def _row(discourse: Discourse, document: Document, cells: list[Block]) -> list[Proposal]:
    found: list[Proposal] = []
    known, words = catalogue.load(), discourse.annotated.words
    operation = _operation_of(discourse, cells[0])
    for name, count in itertools.pairwise(cells):
        numbers = number_reader(words.pack).find(document.text_of(count))
        text = document.text_of(count).strip()
        if len(numbers) != 1 or numbers[0].measure is not None:
            continue
        if len(text) > numbers[0].end - numbers[0].start + _MOST_BESIDE:
            continue
        label = clean_name(document.text_of(name))
        actor = known.find_actor(label, words.pack.code)
        if actor is not None and is_state(actor.code) and operation is not None:
            rule = "table: nation and number"
            contribution = discourse.a_contribution(actor.code, operation)
            found.append(
                Proposal("participation", discourse.an_actor(actor.code), operation, name.start, count.end, rule)
            )
            if contribution is not None:
                found.append(
                    Proposal(
                        "strength",
                        contribution,
                        None,
                        name.start,
                        count.end,
                        rule,
                        quantity=quantity_of(numbers[0], "persons"),
                    )
                )
    return found


def _operation_of(discourse: Discourse, cell: Block) -> Entity | None:
    """The operation of a table: the last one named before it."""
    named = discourse.layout.operation_before(cell.start)
    return discourse.operation if named is None else discourse.an_operation(named)
