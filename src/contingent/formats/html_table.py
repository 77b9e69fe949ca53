"""Tables of HTML: which arrange the page and which hold data, and where each cell of these lies."""

from __future__ import annotations

from collections.abc import Iterator

from contingent.formats.grid import Cell
from contingent.formats.html_tree import Element

_MOST_COLUMNS = 300
"""No page that is read prints more; a hostile span ends here."""
_LONGEST_DATA_CELL = 300
"""Characters a cell on average above which a table without headers arranges paragraphs."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def is_layout(table: Element) -> bool:
    """Whether a table only arranges the page."""
    if table.holds_page or (table.attributes and table.role() in ("presentation", "none")):
        return True
    if table.tables:
        return True
    rows = list(_rows(table))
    cells = [cell for _, row in rows for cell in row]
    if any(cell.tag == "td" and cell.find(*_HEADINGS) for cell in cells if cell.blocks):
        return True
    if any(cell.tag == "th" for cell in cells) or any(e.tag in ("caption", "thead") for e in table.elements()):
        return False
    if not cells or max(len(row) for _, row in rows) < 2:
        return True
    return table.characters > _LONGEST_DATA_CELL * len(cells)


def _rows(table: Element) -> Iterator[tuple[bool, list[Element]]]:
    """The rows of a table, each with whether it stands in its head."""
    for part in table.elements():
        if part.tag == "tr":
            yield False, [cell for cell in part.elements() if cell.tag in ("td", "th")]
        elif part.tag in ("thead", "tbody", "tfoot"):
            for row in part.elements():
                if row.tag == "tr":
                    yield part.tag == "thead", [cell for cell in row.elements() if cell.tag in ("td", "th")]


class Placing:
    """Where the cells of a data table lie; the cells are filled in while the page is walked."""

    def __init__(self, table: Element) -> None:
        self.captions = [part for part in table.elements() if part.tag == "caption"]
        self._rows = list(_rows(table))
        heads = [is_head for is_head, _ in self._rows]
        count = heads.index(False) if False in heads else 0
        self.header_rows = count or None
        """How many rows stand in the table's head, None if it has none."""
        self.placed: list[Cell] = []

    def cells(self) -> Iterator[tuple[Element, Cell]]:
        """Each cell's element with its place, in the order of the page."""
        below: dict[int, int] = {}
        for number, (_, row) in enumerate(self._rows):
            column = 0
            for element in row:
                while below.get(column, 0) > number:
                    column += 1
                column = min(column, _MOST_COLUMNS)
                columns = min(_span(element, "colspan"), _MOST_COLUMNS + 1 - column)
                rows = _span(element, "rowspan") or len(self._rows)
                rows = min(rows, len(self._rows) - number)
                if rows > 1:
                    for taken in range(column, column + columns):
                        below[taken] = number + rows
                place = Cell(None, "", number, column, rows, columns)
                self.placed.append(place)
                yield element, place
                column += columns


def _span(element: Element, name: str) -> int:
    said = (element.attributes.get(name) or "1").strip()
    return int(said) if said.isdigit() and said.isascii() and len(said) < 6 else 1
