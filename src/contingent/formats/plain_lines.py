"""The lines of a plain text, and questions that lines alone answer: which go on, which number a section."""

from __future__ import annotations

import re
from itertools import pairwise

from contingent.formats import shapes
from contingent.formats.bullets import Line, find_bullets
from contingent.formats.run_in import is_name

_RULE = re.compile(r"([-=_*~–—.#+·])(?:[ \t]*\1){2,}$|(?=[^-=]*(?:--|==))[|:+=\- \t]+$")
_COLUMNS = re.compile(r"\t|\||[^.!?:;,]  ")
_LEAST_WRAPPED = 45
ONE_PARAGRAPH = 130
"""Characters from which a line is a whole paragraph: hard-wrapped text has 60 to 100 a line."""
MOST_TITLE_WORDS = 5


class PageLines:
    """The lines of a text with their bullets found; where blank lines and rules stand is kept with them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.underlined: dict[int, str] = {}
        """The lines that a typed rule underlines, each with the sign of the rule."""
        self.lines = self._split()
        find_bullets(self.lines)
        self.width = self._wrap_width()

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
            if not b.gap and not b.bullet and _LEAST_WRAPPED <= len(a.words) <= ONE_PARAGRAPH
            if not _COLUMNS.search(a.words)
        )
        return lengths[len(lengths) * 9 // 10] if len(lengths) >= 3 else 0

    def joins(self, above: Line, below: Line) -> bool:
        """Whether a line goes on with the paragraph of the line above it."""
        first = below.words[0]
        if first.islower() and above.words[-1] not in ".!?:;":
            return True
        if len(above.words) > ONE_PARAGRAPH:
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

    def is_numbered_heading(self, number: int) -> bool:
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
        return is_text and shapes.is_heading(words) and len(words.split()) <= MOST_TITLE_WORDS

    @staticmethod
    def _is_count(line: Line) -> bool:
        return bool(line.bullet) and line.words[0].isdigit()

    def names_below(self, number: int) -> bool:
        """Whether a line that ends with a colon is a heading: in capitals, or the name of what the next line tells."""
        words = self.lines[number].words
        if words.isupper() or number + 1 >= len(self.lines):
            return words.isupper()
        below = self.lines[number + 1]
        is_text = not below.gap and not below.bullet and shapes.ends_sentence(below.words)
        return is_text and " " in words and is_name(words[:-1], "-")

    def heads_stack(self) -> bool:
        """Whether the first line stands on two or three other short ones, such as the author's name and the day."""
        stack = self.lines[1:5]
        size = next((size for size, line in enumerate(stack) if line.gap), len(stack))
        return 0 < size < 4 and all(
            len(line.words) <= ONE_PARAGRAPH / 2
            and not shapes.ends_sentence(line.words)
            and not line.bullet
            and line.words[0].isalnum()
            and not line.words[0].islower()
            and shapes.label_end(line.words) is None
            and _COLUMNS.search(line.words) is None
            for line in stack[:size]
        )
