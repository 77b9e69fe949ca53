"""The numbers of people in a row of a table: one count, counts of several categories, parts of one count, ceilings."""

from __future__ import annotations

from contingent.claim import Quantity
from contingent.document import Block
from contingent.period import is_before
from contingent.read.entities import Entity, Sort
from contingent.read.proposals import quantity_of
from contingent.read.table_columns import Column
from contingent.read.table_context import is_element
from contingent.read.table_grid import Holds, holds, name_of_header, text_of, the_number, units_of_cell
from contingent.read.table_row import Row


def counts_ceilings(row: Row) -> bool:
    """Whether all numbers of a row are ceilings."""
    counts = row.of("strength", "number")
    return bool(counts) and all(_is_ceiling(row, column) for column, _ in counts)


def read_strengths(row: Row, subject: Entity | None) -> None:
    """How many ``subject`` has by the numbers of a row, in all or of each category."""
    numbers = [pair for pair in row.of("strength", "number") if holds(row.discourse, pair[1]) is Holds.NUMBER]
    counts = _without_parts(row, numbers)
    several = len(counts) > 1
    counts, added = _added_up(row, counts)
    for column, cell in counts:
        quantity = added or quantity_of(the_number(row.discourse, cell), "persons")
        if subject is None or quantity is None:
            continue
        counted = subject
        more = _meant(row, column)
        if several and column.category and quantity.high != 0:
            counted = Entity(Sort.ELEMENT, column.category.lower(), subject.nation, row.operation, subject, named=False)
            row.propose("element", counted, subject, cell.end)
        row.propose("strength", counted, None, cell.end, quantity=quantity, scope=row.context.scope, **more)


def _added_up(row: Row, counts: list[tuple[Column, Block]]) -> tuple[list[tuple[Column, Block]], Quantity | None]:
    """Counts of the same people in parts ("Men | Women") as one, with their sum."""
    plain = [pair for pair in counts if not (pair[0].category or pair[0].time or _is_ceiling(row, pair[0]))]
    numbers = [the_number(row.discourse, cell) for _, cell in plain]
    lows = [number.low for number in numbers if number is not None and number.low == number.high]
    if len(plain) < 2 or len(plain) < len(counts) or len(lows) < len(plain):
        return counts, None
    total = sum(low for low in lows if low is not None)
    return plain[-1:], Quantity(total, total, any(n is not None and n.approx for n in numbers), "persons")


def _without_parts(row: Row, counts: list[tuple[Column, Block]]) -> list[tuple[Column, Block]]:
    """The counts without those that another column adds up: "Men | Women | Total"."""
    names = frozenset(row.discourse.annotated.words.labels["headers"]["total"])
    totals = [
        (column, cell)
        for column, cell in counts
        if column.header is not None and name_of_header(text_of(row.discourse, column.header)) in names
    ]
    return [*totals, *(pair for pair in counts if pair[0].category and pair not in totals)] if totals else counts


def _is_ceiling(row: Row, column: Column) -> bool:
    """Whether the header of a number says that no more are permitted."""
    ceilings = row.discourse.annotated.words.sets["ceilings"]
    return column.header is not None and any(
        unit.low in ceilings for unit in units_of_cell(row.discourse, column.header)
    )


def _meant(row: Row, column: Column) -> dict[str, object]:
    """The modality and the day of a number that its header or the row's own time give it."""
    discourse = row.discourse
    published = discourse.annotated.published
    if _is_ceiling(row, column):
        return {"modality": "authorised"}
    on = column.time.resolve(published, False, None).on if column.time is not None else None
    if on is None and not is_element(row.subject):
        on = row.on
    if on is None:
        return {}
    over = is_before(on, published)
    return {"as_of": on, "modality": "past" if over else "actual", "starts": None, "ends": None}
