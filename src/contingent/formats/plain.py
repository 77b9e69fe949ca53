"""Plain text: headings, paragraphs, lists, tables, captions and labels are found by their shape.

The document's text is the decoded text, character for character. Every character that is no white space stands
in a block, but for bullets, the signs of typed rules and headings, and the bars between columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from contingent.document import BlockKind, Document
from contingent.formats import shapes
from contingent.formats.boxes import find_boxes
from contingent.formats.bullets import Line, find_bullets, style_of
from contingent.formats.columns import Columns, find_columns
from contingent.formats.encoding import decode
from contingent.formats.grid import Cell, give_headers
from contingent.formats.language import find_language
from contingent.formats.outline import Draft, Outline, finish
from contingent.formats.run_in import find_run_ins, is_name

_RULE = re.compile(r"([-=_*~–—.#+·])(?:[ \t]*\1){2,}$|(?=[^-=]*(?:--|==))[|:+=\- \t]+$")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?[ \t]+\S")
_LETTERED = re.compile(r"(?:([IVX]{1,5})|[A-Z])[.)][ \t]+\S")
_HASHES = re.compile(r"(#{1,6})[ \t]+\S")
_COLUMNS = re.compile(r"\t|\||[^.!?:;,]  ")
_ONE_PARAGRAPH = 130
"""Characters from which a line is a whole paragraph: hard-wrapped text has 60 to 100 a line."""
_LEAST_WRAPPED = 45
_MOST_BOX_TITLE_WORDS = 5
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
    return find_run_ins(text, find_boxes(text, _Lines(text, known or {}).outline()))


class _Lines:
    """Goes through the lines of a text once and drafts its blocks."""

    def __init__(self, text: str, known: Mapping[int, tuple[BlockKind, int]]) -> None:
        self.text = text
        self.known = known
        self.underlined: dict[int, str] = {}
        self.lines = self._split()
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
        find_bullets(self.lines)
        self.width = self._wrap_width()
        self.has_wide_gaps = any(line.gap >= 2 for line in self.lines)

    def _split(self) -> list[Line]:
        lines: list[Line] = []
        position, gap = 0, 0
        newline = "\n" if "\n" in self.text else "\r"
        for raw in self.text.split(newline):
            words = raw.strip()
            if not words:
                gap += 1
            elif words[0] in "-=_*~–—.#+·|:" and _RULE.match(words):
                if (
                    lines
                    and not gap
                    and words[0] in "-=~_*"
                    and "|" not in words
                    and not self.underlined.get(len(lines) - 1)
                ):
                    self.underlined[len(lines) - 1] = words[0]
                gap += 1
            else:
                indent = len(raw) - len(raw.lstrip())
                start = position + indent
                if "\t" in raw[:indent]:
                    indent = len(raw[:indent].expandtabs(4))
                lines.append(Line(start, start + len(words), indent, words, gap))
                gap = 0
            position += len(raw) + 1
        return lines

    def _wrap_width(self) -> int:
        """The width at which the text is hard-wrapped, 0 if it is not."""
        lines = self.lines
        lengths = sorted(
            len(a.words)
            for a, b in pairwise(lines)
            if not b.gap and not b.bullet and _LEAST_WRAPPED <= len(a.words) <= _ONE_PARAGRAPH
            if not _COLUMNS.search(a.words)
        )
        return lengths[len(lengths) * 9 // 10] if len(lengths) >= 3 else 0

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
            elif line.bullet and not self._is_numbered_heading(number):
                number = self._item(number)
            else:
                number = self._piece(number)
        return self.result.drafts

    # --- lists ------------------------------------------------------------------------------------

    def _is_numbered_heading(self, number: int) -> bool:
        """Whether a numbered line is the heading of a section rather than an item of a list."""
        line = self.lines[number]
        if number + 1 >= len(self.lines):
            return False
        if not line.words[0].isdigit():
            return self._is_lettered_heading(number)
        following = self.lines[number + 1]
        alone = (line.gap > 0 or number == 0) and following.gap > 0
        if not alone or not shapes.is_heading(line.words) or (number and self._is_count(self.lines[number - 1])):
            return False
        return not self._is_count(following) if following.bullet else following.indent <= line.indent or line.gap > 1

    def _is_lettered_heading(self, number: int) -> bool:
        """Whether "a) Situation" stands by itself above a sentence, as the heading of a part of a section."""
        line, following = self.lines[number], self.lines[number + 1]
        words = line.words[line.bullet :]
        if not line.words[: line.bullet].strip("(.) ").isalpha() or not line.gap or not following.gap:
            return False
        is_text = not following.bullet and following.indent <= line.indent and shapes.ends_sentence(following.words)
        return is_text and shapes.is_heading(words) and len(words.split()) <= _MOST_BOX_TITLE_WORDS

    @staticmethod
    def _is_count(line: Line) -> bool:
        return bool(line.bullet) and line.words[0].isdigit()

    def _item(self, number: int) -> int:
        line = self.lines[number]
        stop = number + 1
        while stop < len(self.lines) and not self.lines[stop].gap and not self.lines[stop].bullet:
            below = self.lines[stop]
            if below.indent <= line.indent and not self._joins(self.lines[stop - 1], below):
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

    def _joins(self, above: Line, below: Line) -> bool:
        """Whether a line goes on with the paragraph of the line above it."""
        first = below.words[0]
        if first.islower() and above.words[-1] not in ".!?:;":
            return True
        if len(above.words) > _ONE_PARAGRAPH:
            return False
        if self.width:
            if len(above.words) > 2 * self.width or self._is_label_row(above, below):
                return False
            next_word = len(below.words.split(None, 1)[0])
            return len(above.words) + 1 + next_word > 0.92 * self.width
        if self._is_label_row(above, below):
            return False
        return len(above.words) >= _LEAST_WRAPPED and not shapes.ends_sentence(above.words) and above.words[-1] != ":"

    def _is_label_row(self, above: Line, below: Line) -> bool:
        if shapes.label_end(below.words) is None:
            return False
        if shapes.label_end(above.words) is not None:
            return True
        place = self._number_of(below) + 1
        return (
            place < len(self.lines)
            and not self.lines[place].gap
            and shapes.label_end(self.lines[place].words) is not None
        )

    def _number_of(self, line: Line) -> int:
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].start < line.start:
                low = middle + 1
            else:
                high = middle
        return low

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
                if not self._joins(self.lines[stop - 1], below) or find_columns(self.lines, stop) is not None:
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
            if kind is BlockKind.PARAGRAPH and (shapes.ends_sentence(first.words) or end - start > _ONE_PARAGRAPH):
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
        announced = lettered[:-1] if lettered.endswith(":") and self._names_below(number) else lettered
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

    def _names_below(self, number: int) -> bool:
        """Whether a line that ends with a colon is a heading: in capitals, or the name of what the next line tells."""
        words = self.lines[number].words
        if words.isupper() or number + 1 >= len(self.lines):
            return words.isupper()
        below = self.lines[number + 1]
        is_text = not below.gap and not below.bullet and shapes.ends_sentence(below.words)
        return is_text and " " in words and is_name(words[:-1], "-")

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
        if line.words.isupper() or (number == 0 and self._heads_stack()):
            return True
        if below.bullet:
            return line.gap >= 2
        if shapes.label_end(below.words) is not None or find_columns(lines, number + 1) is not None:
            return not label and len(line.words.split()) <= _MOST_BOX_TITLE_WORDS
        return len(below.words) > max(60, 1.5 * len(line.words)) or (
            shapes.ends_sentence(below.words) and len(below.words) > len(line.words)
        )

    def _heads_stack(self) -> bool:
        """Whether the first line stands on two or three other short ones, such as the author's name and the day."""
        stack = self.lines[1:5]
        size = next((size for size, line in enumerate(stack) if line.gap), len(stack))
        return 0 < size < 4 and all(
            len(line.words) <= _ONE_PARAGRAPH / 2
            and not shapes.ends_sentence(line.words)
            and not line.bullet
            and line.words[0].isalnum()
            and not line.words[0].islower()
            and shapes.label_end(line.words) is None
            and _COLUMNS.search(line.words) is None
            for line in stack[:size]
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
