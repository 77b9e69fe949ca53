"""One row of a table: whom it is about, and what each of its cells states of that."""

from __future__ import annotations

import re
from dataclasses import replace

from contingent.document import Block
from contingent.read import units
from contingent.read.clauses import find_clauses
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity, Sort
from contingent.read.names_of_elements import clean_name
from contingent.read.places import is_place, place_name, role_of
from contingent.read.proposals import Proposal, quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.sentences import read_sentence
from contingent.read.table_columns import Column
from contingent.read.table_context import Context
from contingent.read.table_counts import counts_ceilings, read_strengths
from contingent.read.table_grid import (
    Holds,
    holds,
    name_of_header,
    nation_of,
    operation_of,
    sentences_of,
    text_of,
    the_number,
    units_of_cell,
)
from contingent.read.table_row import Row, is_total, read_times
from contingent.read.units import Unit

_LONGEST_NAME = 6
"""Words of a cell that names an element which no noun of the language tells."""
_LONGEST_PLACE = 5


def read_row(
    discourse: Discourse, context: Context, columns: list[Column], cells: dict[int, Block]
) -> tuple[list[Proposal], Entity | None]:
    """What a row states, and whom it is about."""
    row = Row(discourse, context, columns, cells, operation=context.operation, modality=context.modality)
    if not any(column.number in cells for column in columns):
        return [], None
    if counts_ceilings(row):
        row.modality = "authorised"
    read_times(row)
    if is_total(row):
        if any(column.meaning == "operation" for column in columns):
            return [], None  # a total over several operations is nobody's
        read_strengths(row, context.whole if not row.of("nation") else context.operation)
        return row.out, context.whole
    if not _find_subject(row):
        return [], None
    before = discourse.operation
    discourse.operation = row.operation
    read_strengths(row, row.subject)
    for _, cell in row.of("strength", "number"):
        if holds(discourse, cell) is Holds.UNIT:
            row.out += _read_as_item(row, cell, row.subject)
    _read_places(row)
    _read_tasks(row)
    _read_assets(row)
    for _, cell in row.of("lead"):
        for unit in units_of_cell(discourse, cell):
            if unit.sort == units.ACTOR:
                row.propose("lead", discourse.an_actor(unit.value), row.subject, cell.end)
    discourse.operation = before
    return row.out, row.subject


# --- whom -------------------------------------------------------------------------------------


def _find_subject(row: Row) -> bool:
    """Find out whom the row is about; False where its key names nothing that is known."""
    discourse, context = row.discourse, row.context
    for _, cell in row.of("operation")[:1]:
        name = operation_of(discourse, cell)
        if name is None:
            return False
        row.operation = discourse.an_operation(name)
    whole = context.whole if row.operation is context.operation else None
    nations = row.of("nation")
    if nations:
        cell = nations[0][1]
        code = nation_of(discourse, cell)
        contribution = discourse.a_contribution(code, row.operation)
        if code is None or contribution is None or row.operation is None:
            return False
        numbers = row.of("strength", "number")
        row.propose(
            "participation", discourse.an_actor(code), row.operation, numbers[0][1].end if numbers else cell.end
        )
        whole = contribution
    elif row.of("operation"):
        whole = discourse.a_contribution(discourse.home, row.operation) or row.operation
        if discourse.home is not None:
            cell = row.of("operation")[0][1]
            row.propose("participation", discourse.an_actor(discourse.home), row.operation, cell.end)
    row.subject = whole
    for _, cell in row.of("element"):
        row.subject = _read_element(row, cell, row.subject)
    return row.subject is not None


def _read_element(row: Row, cell: Block, whole: Entity | None) -> Entity | None:
    """Read a cell as an item of a list of what ``whole`` has; whoever it names first is whom the row is about."""
    if holds(row.discourse, cell) is Holds.NUMBER:
        row.propose("strength", whole, None, cell.end, quantity=quantity_of(the_number(row.discourse, cell), "persons"))
        return whole
    found = _read_as_item(row, cell, whole)
    parts = [p.subject for p in found if p.kind == "element" and isinstance(p.subject, Entity)]
    row.out += found
    if parts:
        return parts[0]
    text = text_of(row.discourse, cell)
    if found or whole is None or len(text.split()) > _LONGEST_NAME:
        return whole
    entity = Entity(Sort.ELEMENT, text, whole.nation, whole.operation or row.operation, named=True)
    row.discourse.call(entity, text)
    row.discourse.mention(entity)
    row.propose("element", entity, whole, cell.end)
    return entity


def _read_as_item(row: Row, cell: Block, owner: Entity | None) -> list[Proposal]:
    found: list[Proposal] = []
    before, names = row.discourse.operation, row.discourse.names
    row.discourse.operation = row.operation
    if row.of("operation"):
        # A ship in the row of another operation is a part of that one, though it bears the name of one before.
        row.discourse.names = {
            name: [one for one in entities if one.operation is row.operation] for name, entities in names.items()
        }
    for sentence in sentences_of(row.discourse, cell):
        reading = Reading(
            row.discourse,
            sentence,
            find_clauses(sentence, row.discourse.annotated.words),
            times=row.times,
            modality=row.modality if row.modality != "actual" else None,
            owner=owner,
            listed=sentence.start == cell.start,
        )
        found += read_sentence(reading)
    for name, entities in row.discourse.names.items() if row.discourse.names is not names else ():
        names[name] = [*(one for one in names.get(name, ()) if one not in entities), *entities]
    row.discourse.operation, row.discourse.names = before, names
    day = row.context.as_of
    return [p if p.starts or p.ends or p.as_of or p.kind == "posting" else replace(p, as_of=day) for p in found]


# --- what -------------------------------------------------------------------------------------


def _read_places(row: Row) -> None:
    subject, discourse = row.subject, row.discourse
    for column, cell in row.of("place", "base"):
        reading = Reading(discourse, sentences_of(discourse, cell)[0], [])
        seen = units_of_cell(discourse, cell)
        places = [unit for number, unit in enumerate(seen) if is_place(unit) and not _says_where(seen, number)]
        for unit in places:
            role = "base" if column.meaning == "base" else role_of(reading, unit, "")
            row.propose("location", subject, place_name(unit), unit.end, role=role)
        words = text_of(discourse, cell)
        if not places and len(words.split()) <= _LONGEST_PLACE and holds(discourse, cell) is Holds.WORDS:
            role = "base" if column.meaning == "base" else "area"
            row.propose("location", subject, words, cell.end, role=role)


def _says_where(row: list[Unit], number: int) -> bool:
    """Whether a state only says where the place before it is: "Sinai, Egypt", "Rukla (Lithuania)"."""
    if number < 2 or row[number].sort != units.ACTOR:
        return False
    return row[number - 1].text in (",", "(") and is_place(row[number - 2])


def _read_tasks(row: Row) -> None:
    text = row.discourse.annotated.document.text
    for _, cell in row.of("task"):
        start = cell.start
        for part in re.split(r"[,;\n]", text[cell.start : cell.end]):
            end = start + len(part)
            words = clean_name(part)
            if words:
                row.propose("task", row.subject, words, end)
            start = end + 1


def _read_assets(row: Row) -> None:
    for column, cell in row.of("asset"):
        number = the_number(row.discourse, cell)
        if number is None:
            row.out += _read_as_item(row, cell, row.subject)
        elif column.header is not None:
            name = _singular(row, column.header)
            row.propose("asset", row.subject, name, cell.end, quantity=quantity_of(number, None))


def _singular(row: Row, header: Block) -> str:
    """The equipment that a header names, in the singular."""
    for unit in units_of_cell(row.discourse, header):
        if unit.sort == units.ASSET and unit.detail.singular:
            return clean_name(unit.detail.singular)
    return name_of_header(text_of(row.discourse, header))
