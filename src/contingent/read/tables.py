"""Tables: nations and numbers, activities and counts, read row by row."""

from __future__ import annotations

import itertools

from contingent import catalogue
from contingent.claim import Quantity
from contingent.document import Block, BlockKind, Document
from contingent.read import units
from contingent.read.discourse import Discourse, clean_name, is_state
from contingent.read.entities import Entity
from contingent.read.numbers import number_reader
from contingent.read.proposals import Proposal, When, quantity_of, when
from contingent.read.times import time_reader
from contingent.read.vocabulary import Vocabulary

_LONGEST_ACTIVITY = 10
_MOST_BESIDE = 12
"""How many characters may stand beside the number in a cell that is a count."""


def read_table(discourse: Discourse, table: int) -> list[Proposal]:
    """What the table with this number states, read where it stands on the page."""
    document = discourse.annotated.document
    rows: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.CELL and block.table == table and block.row is not None:
            rows.setdefault(block.row, []).append(block)
    found: list[Proposal] = []
    for cells in rows.values():
        found += _row(discourse, document, cells)
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
        elif actor is None and known.find_operation(label) is None and _is_activity(label):
            subject = discourse.focus or discourse.last_subject or discourse.ours or operation
            quantity = quantity_of(numbers[0], None)
            if subject is not None and quantity is not None:
                times = _times(discourse, document, count)
                found.append(
                    Proposal(
                        "activity",
                        subject,
                        label,
                        name.start,
                        count.end,
                        "table: activity and number",
                        quantity=_of_persons(quantity, label, words),
                        starts=times.starts or times.on,
                        ends=times.ends or times.on,
                        modality="past",
                    )
                )
    return found


def _of_persons(quantity: Quantity, label: str, words: Vocabulary) -> Quantity:
    people = any(w in words.heads and words.heads[w].sort in ("persons", "people") for w in label.lower().split())
    return Quantity(quantity.low, quantity.high, quantity.approx, "persons") if people else quantity


def _is_activity(label: str) -> bool:
    return 1 <= len(label.split()) <= _LONGEST_ACTIVITY and not any(c.isdigit() for c in label)


def _times(discourse: Discourse, document: Document, cell: Block) -> When:
    """The spell that a table's headers or caption give."""
    caption = (cell.caption,) if cell.caption is not None else ()
    near = [document.blocks[i] for i in (*cell.column_headers, *cell.row_headers, *caption, *cell.headings[::-1])]
    near += [b for b in document.blocks if b.table == cell.table and b.row == 0 and cell.table is not None]
    for block in near:
        expressions = time_reader(discourse.annotated.words.pack).find(document.text, block.start, block.end)
        if expressions:
            return when(expressions, discourse.annotated.published, False)
    return When()


def _operation_of(discourse: Discourse, cell: Block) -> Entity | None:
    """The operation of a table: the last one named before it."""
    for sentence in reversed(discourse.annotated.sentences):
        if sentence.start >= cell.start:
            continue
        named = [u.value for u in sentence.units if u.sort == units.OPERATION]
        if named:
            return discourse.an_operation(str(named[-1]))
    return discourse.operation
