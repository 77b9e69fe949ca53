"""What each column of a table says of whoever a row is about, by its header and by what its cells hold."""

from __future__ import annotations

from dataclasses import dataclass

from contingent.document import Block
from contingent.read.discourse import Discourse
from contingent.read.table_grid import Grid, Holds, column_holds, labelled, name_of_header, text_of
from contingent.read.time_expressions import TimeExpression
from contingent.read.times import time_reader

_WORDY = ("element", "task", "base", "place", "asset", "lead", "person", "period", "activity", "operation")
"""What a column of plain words can mean, in the order in which a header of several meanings is taken."""
_NO_MEANINGS = ("total", "category")
"""Lists of words of headers that say nothing of what a column means by themselves."""
_KEYS = ("operation", "nation", "element")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its number, its meaning ("" where it has none that is known) and its header."""

    number: int
    meaning: str
    header: Block | None = None
    category: str = ""
    """For a number of people: the people counted, as the header names them ("Police"), where it names a category."""
    time: TimeExpression | None = None
    """The time that the header is: "April", "2018"."""


def columns_of(discourse: Discourse, grid: Grid) -> list[Column]:
    """The columns of a table with their meanings."""
    found = []
    for number in grid.columns:
        header = grid.headers.get(number)
        name = name_of_header(text_of(discourse, header)) if header is not None else ""
        meanings = meanings_of(discourse, name)
        time = time_reader(discourse.annotated.words.pack).whole(name) if name else None
        counted = _counts_people(discourse, name)
        meaning = _meaning(meanings, column_holds(discourse, grid, number), counted, bool(name))
        if not meaning and _holds_categories(discourse, grid, number):
            meaning = "element"
        category = text_of(discourse, header) if header is not None and _is_category(discourse, name) else ""
        found.append(Column(number, meaning, header, category, time))
    return found


def is_key(column: Column) -> bool:
    """Whether a column can say whom a row is about."""
    return column.meaning in _KEYS


def meanings_of(discourse: Discourse, name: str) -> tuple[str, ...]:
    """What a header can mean: by all its words, else by its last, else by the first ("number of posts")."""
    words = discourse.annotated.words
    lists = {meaning: names for meaning, names in words.labels["headers"].items() if meaning not in _NO_MEANINGS}
    parts = name.split()
    if not parts:
        return ()
    for part in (name, parts[-1], parts[0]):
        found = tuple(meaning for meaning, names in lists.items() if part in names)
        if found:
            return found
    if words.grammar["compounds"]:
        endings = [n for n in labelled(discourse) if len(n) > 3 and parts[-1].endswith(n)]
        longest = max(endings, key=len, default=None)
        return tuple(meaning for meaning, names in lists.items() if longest in names)
    return ()


def _meaning(meanings: tuple[str, ...], held: Holds, counted: bool, headed: bool) -> str:
    if held is Holds.NUMBER:
        if counted or "strength" in meanings:
            return "strength"
        return next((m for m in ("asset", "count") if m in meanings), "" if headed else "number")
    if held is Holds.TIME:
        return "period" if not meanings or "period" in meanings else ""
    if held is Holds.NATION:
        return next((m for m in ("nation", "place", "lead") if m in meanings), "nation")
    if held is Holds.OPERATION:
        return "operation" if not headed or {"operation", "task", "element"} & set(meanings) else ""
    if held is Holds.PERSON and not {"element", "asset"} & set(meanings):
        return "person"
    if held is Holds.PLACE and not {"element", "asset", "task"} & set(meanings):
        named = "place" in meanings or "nation" in meanings or not headed
        return "base" if "base" in meanings else "place" if named else ""
    if held is Holds.UNIT and (not headed or "strength" in meanings):
        return "element"
    return next((m for m in _WORDY if m in meanings), "")


def _is_category(discourse: Discourse, name: str) -> bool:
    """Whether a header names one sort of people among others."""
    words = discourse.annotated.words
    return name in words.categories or name in words.labels["headers"]["category"]


def _holds_categories(discourse: Discourse, grid: Grid, number: int) -> bool:
    """Whether all cells of a column name sorts of people: "Military", "Police"."""
    names = [name_of_header(text_of(discourse, row[number])) for row in grid.rows if number in row]
    totals = discourse.annotated.words.labels["headers"]["total"]
    return all(name in totals or _is_category(discourse, name) for name in names)


def _counts_people(discourse: Discourse, name: str) -> bool:
    words = discourse.annotated.words
    head = words.head(name.split()[-1]) if name else None
    return _is_category(discourse, name) or (head is not None and head.sort in ("persons", "people"))
