"""Plain text: headings, paragraphs, lists, tables, captions and labels are found by their shape.

The document's text is the decoded text, character for character. Every character that is no white space stands
in a block, but for bullets, the signs of typed rules and headings, and the bars between columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from contingent.document import BlockKind, Document
from contingent.formats import shapes
from contingent.formats.boxes import find_boxes
from contingent.formats.bullets import Line, style_of
from contingent.formats.columns import Columns, find_columns
from contingent.formats.encoding import decode
from contingent.formats.grid import Cell, give_headers
from contingent.formats.language import find_language
from contingent.formats.outline import Draft, Outline, finish
from contingent.formats.plain_lines import MOST_TITLE_WORDS, ONE_PARAGRAPH, PageLines
from contingent.formats.run_in import find_run_ins

_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?[ \t]+\S")
_LETTERED = re.compile(r"(?:([IVX]{1,5})|[A-Z])[.)][ \t]+\S")
_HASHES = re.compile(r"(#{1,6})[ \t]+\S")
_EDGE = 7
"""How many lines at the top and the bottom of a page can be navigation."""


def parse(data: bytes, content_hash: str, address: str | None, charset: str | None = None) -> Document:
    """The document of a plain text. Raises ``DocumentError`` if it cannot be decoded."""
    text = decode(data, charset)
    blocks = finish(outline_text(text))
    return Document(text, blocks, content_hash, "text/plain", address, language=find_language(text))


def outline_text(text: str, known: Mapping[int, tuple[BlockKind, int]] | None = None) -> list[Draft]:
    """The drafts of a plain text. ``known`` says what the line at an offset is, and its level, where a format
    that was turned into lines knows it."""
    return find_run_ins(text, find_boxes(text, _Walk(text, known or {}).outline()))


class _Walk:
    """Goes through the lines of a text once and drafts its blocks."""

    def __init__(self, text: str, known: Mapping[int, tuple[BlockKind, int]]) -> None:
        self.text = text
        self.known = known
        self.page = PageLines(text)
        self.lines, self.underlined = self.page.lines, self.page.underlined
        self.result = Outline()
        self.items: list[Draft] = []
        """The open items, outermost first."""
        self.indents: list[int] = []
        self.styles: list[str] = []
        """The sorts of the open items' bullets."""
        self.has_body = False
        """Whether a sentence has been met: what stands above can be the title or the site's navigation."""
        self.titles = 0
        """How many headings make up the page's title, one above the other."""
        self.has_wide_gaps = any(line.gap >= 2 for line in self.lines)

    def outline(self) -> list[Draft]:
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            # Behind a bullet, spaces part a word from its explanation rather than one column from the next.
            is_table = line.start not in self.known and not (line.bullet and "\t" not in line.words)
            table = find_columns(self.lines, number) if is_table else None
            if table is not None:
                self._table(table, number)
                number += table.count
            elif line.bullet and not self.page.is_numbered_heading(number):
                number = self._item(number)
            else:
                number = self._piece(number)
        return self.result.drafts

    # --- lists ------------------------------------------------------------------------------------

    def _item(self, number: int) -> int:
        line = self.lines[number]
        stop = number + 1
        while stop < len(self.lines) and not self.lines[stop].gap and not self.lines[stop].bullet:
            below = self.lines[stop]
            if below.indent <= line.indent and not self.page.joins(self.lines[stop - 1], below):
                break
            stop += 1
        style = style_of(line.words[: line.bullet])
        while self.indents and self.indents[-1] > line.indent + 1:
            self._end_item()
        if self.items and line.indent <= self.indents[-1] + 1 and not self._is_below(style):
            while style in self.styles and self.styles[-1] != style:
                self._end_item()
            self._end_item()
        lead_in = self.items[-1] if self.items else self.result.introduction
        draft = self.result.add(
            BlockKind.ITEM,
            line.start + line.bullet,
            self.lines[stop - 1].end,
            level=len(self.items) + 1,
            lead_in=lead_in,
        )
        self.items.append(draft)
        self.indents.append(line.indent)
        self.styles.append(style)
        return stop

    def _end_item(self) -> None:
        self.items.pop()
        self.indents.pop()
        self.styles.pop()

    def _is_below(self, style: str) -> bool:
        """Whether a bullet of a new sort begins a list inside the last item, which announces it."""
        return style not in self.styles and self.text[: self.items[-1].end].endswith(":")

    # --- paragraphs and headings ------------------------------------------------------------------

    def _piece(self, number: int) -> int:
        """Draft the heading or paragraph that begins at a line; gives the line behind it."""
        first = self.lines[number]
        stop = number + 1
        alone = number in self.underlined or first.start in self.known or self._is_navigation(number, first.words)
        if not alone:
            while stop < len(self.lines):
                below = self.lines[stop]
                if below.gap or below.bullet or below.start in self.known or shapes.leads_elsewhere(below.words):
                    break
                if not self.page.joins(self.lines[stop - 1], below) or find_columns(self.lines, stop) is not None:
                    break
                stop += 1
        start, end = first.start, self.lines[stop - 1].end
        kind, level = self.known.get(start) or self._kind(number, stop, self.text[start:end])
        # A set-in paragraph below an item belongs to the item.
        if kind is BlockKind.PARAGRAPH and self.items and first.indent > self.indents[0] and first.indent:
            while len(self.indents) > 1 and first.indent <= self.indents[-1]:
                self._end_item()
            self.result.add(kind, start, end, lead_in=self.items[-1])
            return stop
        if kind is not BlockKind.NAVIGATION:
            self.items, self.indents, self.styles = [], [], []
        if kind is BlockKind.HEADING:
            hashes = _HASHES.match(first.words)
            start += hashes.end() - 1 if hashes else first.bullet if not first.words[0].isdigit() else 0
            named = self.text[start:end].removesuffix(":").rstrip()
            end = start + len(named) if named else end
            self.result.add(kind, start, end, level=level)
        else:
            self.result.add(kind, start, end)
            if kind is BlockKind.PARAGRAPH and (shapes.ends_sentence(first.words) or end - start > ONE_PARAGRAPH):
                self.has_body = True
        return stop

    def _kind(self, number: int, stop: int, words: str) -> tuple[BlockKind, int]:
        if stop == number + 1:
            if self._is_navigation(number, words):
                return BlockKind.NAVIGATION, 0
            level = self._heading_level(number)
            if level:
                return BlockKind.HEADING, level
        return (BlockKind.CAPTION if shapes.is_caption(words) else BlockKind.PARAGRAPH), 0

    def _is_navigation(self, number: int, words: str) -> bool:
        if shapes.leads_elsewhere(words):
            return True
        if number < _EDGE and not self.has_body:
            return shapes.is_trail(words, 3 if self.result.headings and "|" not in words else 2)
        return number >= len(self.lines) - _EDGE and shapes.is_trail(words, 3)

    def _heading_level(self, number: int) -> int:
        """The level of the heading that a line is, 0 if it is none."""
        line = self.lines[number]
        words = line.words
        hashes = _HASHES.match(words)
        if hashes:
            return len(hashes.group(1))
        if number in self.underlined and shapes.is_heading(words):
            return 1 if not self.result.headings and not self.has_body else 2 if self.underlined[number] == "=" else 3
        lettered = words[line.bullet :] if line.bullet and not words[0].isdigit() else words
        announced = lettered[:-1] if lettered.endswith(":") and self.page.names_below(number) else lettered
        if not shapes.is_heading(announced) or not self._stands_apart(number):
            return 0
        if not self.has_body and not self.result.headings:
            self.titles = 1
            return 1
        level = self._section_level(line)
        above = self.result.drafts[-1]
        if level == 3 and not self.has_body and above.kind is BlockKind.HEADING and above.level == self.titles:
            # A title below the title, closer to it than any section is to the one above it.
            self.titles += 1
            return self.titles
        return level + max(self.titles - 1, 0)

    def _section_level(self, line: Line) -> int:
        if line.bullet and not line.words[0].isdigit():
            return 3
        lettered = _LETTERED.match(line.words)
        if lettered:
            return 2 if lettered.group(1) else 3
        counted = _NUMBERED.match(line.words)
        if counted:
            return 2 + counted.group(1).count(".")
        if line.gap >= 2 or line.words.isupper() or not self.has_wide_gaps:
            return 2
        return 3

    def _stands_apart(self, number: int) -> bool:
        """Whether a short line stands above text of its own as a heading does."""
        lines, line = self.lines, self.lines[number]
        drafts = self.result.drafts
        below_menu = bool(drafts) and drafts[-1].kind is BlockKind.NAVIGATION and not self.has_body
        is_close = number > 0 and not line.gap and number - 1 not in self.underlined
        if number + 1 >= len(lines) or (is_close and not below_menu):
            return False
        below = lines[number + 1]
        label = shapes.label_end(line.words) is not None
        if label and line.words[-1].isdigit():
            return False
        if label and below.gap <= 1 and shapes.label_end(below.words) is not None:
            return False
        if label and number and line.gap <= 1 and shapes.label_end(lines[number - 1].words) is not None:
            return False
        if below.bullet and below.words[below.bullet].islower() and line.gap < 2 and not line.words.isupper():
            return False  # The items go on with the sentence that the line begins.
        if below.gap:
            rest = lines[number + 1 : number + 4]
            stack = len(rest) == 3 and all(r.gap and not r.bullet and shapes.is_heading(r.words) for r in rest)
            return not stack or line.gap >= 2 or not self.result.drafts
        if line.words.isupper() or (number == 0 and self.page.heads_stack()):
            return True
        if below.bullet:
            return line.gap >= 2
        if shapes.label_end(below.words) is not None or find_columns(lines, number + 1) is not None:
            return not label and len(line.words.split()) <= MOST_TITLE_WORDS
        return len(below.words) > max(60, 1.5 * len(line.words)) or (
            shapes.ends_sentence(below.words) and len(below.words) > len(line.words)
        )

    # --- tables -----------------------------------------------------------------------------------

    def _table(self, table: Columns, number: int) -> None:
        self.items, self.indents, self.styles = [], [], []
        result = self.result
        if table.is_labels():
            for label, value in table.rows:
                head = result.add(BlockKind.LABEL, label.start, label.end)
                result.add(BlockKind.VALUE, value.start, value.end, label=head)
        elif number == 0 and table.is_letterhead():
            for place, field in enumerate(field for row in table.rows for field in row):
                heading = place == 0 and shapes.is_heading(field.words)
                result.add(
                    BlockKind.HEADING if heading else BlockKind.PARAGRAPH, field.start, field.end, level=int(heading)
                )
        else:
            lead_in, cells = result.introduction, []
            for place, row in enumerate(table.rows):
                for field in row:
                    draft = result.add(BlockKind.CELL, field.start, field.end, table=result.tables, lead_in=lead_in)
                    cells.append(Cell(draft, field.words, place, field.column))
            give_headers(cells)
            result.tables += 1
