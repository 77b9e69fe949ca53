"""The layout of a PDF page: from words with places on the page to lines, tables and paragraphs.

Geometry, but for the lines of info boxes. Points are the unit; y grows upwards, as in PDF. Pages are taken in the
order in which they were written, which is reading order in what word processors and typesetting make; only lines
that were written straight across two columns are sorted by column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from contingent.formats.shapes import label_end

_WIDE_GAP = 1.6
"""In font sizes: a gap within a line that parts columns or cells; justified text stays below 1."""
_SAME_LINE = 0.45
"""In font sizes: the most that baselines of one line differ, small raised figures included."""
_LEADING = 1.75
"""In font sizes: the most from one baseline to the next within a paragraph; double spacing has 2.3."""
_BULLET = re.compile(r"[•◦▪‣●○■□➢✓✔·⁃–—-]$|\(?\w{1,3}[.)]$")
_LEAST_COLUMN_ROWS = 5
_LEAST_COLUMN_WORDS = 4


@dataclass(slots=True)
class Word:
    """A word and its place: ``left`` and ``right``, its baseline ``y``, its font's size and whether it is bold."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class Segment:
    """Words on one baseline without a wide gap between them."""

    words: list[Word]

    @property
    def text(self) -> str:
        """Its words, with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return self.words[-1].right

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.words[0].y

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        letters: Counter[float] = Counter()
        for word in self.words:
            letters[word.size] += len(word.text)
        return letters.most_common(1)[0][0]

    def shares_size(self, other: Segment) -> bool:
        """Whether any of its words is as large as one of another's: a word in another font parts no paragraph."""
        return any(abs(a.size - b.size) <= 0.6 for a in self.words for b in other.words)

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(word.bold for word in self.words)


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; or, where ``rows`` is set, a table."""

    lines: list[Segment]
    rows: list[list[str]] = field(default_factory=list)

    @property
    def first(self) -> Segment:
        """Its first line."""
        return self.lines[0]


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """The words as segments, in the order in which they were written."""
    found: list[Segment] = []
    for word in words:
        last = found[-1].words[-1] if found else None
        if last is not None:
            size = max(last.size, word.size)
            gap = word.left - last.right
            if abs(word.y - found[-1].y) <= _SAME_LINE * size and -0.5 * size <= gap <= _WIDE_GAP * size:
                found[-1].words.append(word)
                continue
        found.append(Segment([word]))
    return _with_bullets(found)


def _with_bullets(segments: list[Segment]) -> list[Segment]:
    """Bullets joined to the words that a tab parts from them."""
    found: list[Segment] = []
    for segment in segments:
        before = found[-1] if found else None
        if (
            before is not None
            and len(before.words) == 1
            and _BULLET.match(before.text)
            and abs(before.y - segment.y) <= _SAME_LINE * segment.size
            and 0 <= segment.left - before.right <= 5 * segment.size
        ):
            before.words.extend(segment.words)
        else:
            found.append(segment)
    return found


def rows_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments that were written one after the other on one baseline, as rows from left to right."""
    rows: list[list[Segment]] = []
    for segment in segments:
        if rows:
            last = rows[-1][-1]
            if abs(segment.y - last.y) <= _SAME_LINE * segment.size and segment.left >= last.right:
                rows[-1].append(segment)
                continue
        rows.append([segment])
    return _columns_sorted(rows)


def _columns_sorted(rows: list[list[Segment]]) -> list[list[Segment]]:
    """Lines written straight across two columns of running text, put into the order of the columns."""
    found: list[list[Segment]] = []
    start = 0
    while start < len(rows):
        stop = start
        while stop < len(rows) and _is_across(rows[start], rows[stop]):
            stop += 1
        block = rows[start:stop]
        words = [len(segment.words) for row in block for segment in row]
        if len(block) >= _LEAST_COLUMN_ROWS and median(words) >= _LEAST_COLUMN_WORDS:
            gutter = rows[start][1].left
            for column in (0, 1):
                found += [[s] for row in block for s in row if (s.left >= gutter - s.size) == bool(column)]
            start = stop
        else:
            found.append(rows[start])
            start += 1
    return found


def _is_across(first: list[Segment], row: list[Segment]) -> bool:
    """Whether a row has the two columns of ``first``; the last line of a paragraph leaves one of them empty."""
    if len(first) != 2 or len(row) > 2:
        return False
    size = first[0].size
    lefts = [first[0].left, first[1].left]
    if len(row) == 2:
        return all(abs(s.left - left) <= 1.5 * size for s, left in zip(row, lefts, strict=True))
    inside = row[0].right < first[1].left or row[0].left >= first[1].left - size
    return inside and min(abs(row[0].left - left) for left in lefts) <= 1.5 * size


def paragraphs_of(rows: Sequence[list[Segment]]) -> list[Paragraph]:
    """Rows as paragraphs and tables."""
    found: list[Paragraph] = []
    number = 0
    while number < len(rows):
        stop = number
        while stop < len(rows) and len(rows[stop]) > 1 and (stop == number or _near(rows[stop - 1], rows[stop], 3.5)):
            stop += 1
            while stop < len(rows) and stop > number and _is_more_of_row(rows[number:stop], rows[stop]):
                stop += 1
        if stop - number >= 2 and sum(len(row) > 1 for row in rows[number:stop]) >= 2:
            table = _table(rows[number:stop])
            if table is not None:
                found.append(Paragraph([s for row in rows[number:stop] for s in row], table))
                number = stop
                continue
        stop = max(stop, number + 1)
        for row in rows[number:stop]:
            for segment in row:
                if found and not found[-1].rows and len(row) == 1 and _goes_on(found[-1], segment):
                    found[-1].lines.append(segment)
                else:
                    found.append(Paragraph([segment]))
        number = stop
    return _broken(found)


def _near(above: list[Segment], below: list[Segment], most: float) -> bool:
    drop = above[0].y - below[0].y
    return 0 < drop <= most * max(above[0].size, below[0].size)


def _is_more_of_row(rows: Sequence[list[Segment]], row: list[Segment]) -> bool:
    """Whether a row only goes on with cells of the row above: close below it, its first column empty."""
    last = rows[-1]
    first = min(r[0].left for r in rows)
    return _near(last, row, _LEADING) and len(row) < max(len(r) for r in rows) and row[0].left > first + row[0].size


def _table(rows: Sequence[list[Segment]]) -> list[list[str]] | None:
    """The words of each cell by row and column, empty where a cell is; None if the rows do not align."""
    bounds: list[tuple[float, float]] = []
    for left, right in sorted((s.left, s.right) for row in rows for s in row):
        if bounds and left < bounds[-1][1]:
            bounds[-1] = (bounds[-1][0], max(right, bounds[-1][1]))
        else:
            bounds.append((left, right))
    if len(bounds) < 2:
        return None
    table: list[list[str]] = []
    for number, row in enumerate(rows):
        cells = [""] * len(bounds)
        for segment in row:
            column = next(k for k, (left, right) in enumerate(bounds) if left <= segment.left <= right)
            if cells[column]:
                return None
            cells[column] = segment.text
        if number and _is_more_of_row(rows[:number], row):
            table[-1] = [" ".join(filter(None, pair)) for pair in zip(table[-1], cells, strict=True)]
        else:
            table.append(cells)
    filled = [sum(bool(cells[column]) for cells in table) for column in range(len(bounds))]
    return table if len(table) >= 2 and sum(count >= 2 for count in filled) >= 2 else None


def _goes_on(paragraph: Paragraph, segment: Segment) -> bool:
    """Whether a line goes on with the paragraph above it, by font, distance and margin."""
    last, first = paragraph.lines[-1], paragraph.first
    drop = last.y - segment.y
    if not 0 < drop <= _LEADING * last.size or not last.shares_size(segment) or last.bold != segment.bold:
        return False
    if len(paragraph.lines) > 1 and drop > 1.2 * (paragraph.lines[-2].y - last.y):
        return False
    if is_bullet(segment) and not segment.words[0].text[0].isalnum():
        return False
    if label_end(segment.text) is not None and label_end(last.text) is not None:
        return False  # Two lines of an info box, however close.
    if segment.left >= last.right or segment.right <= last.left:
        return False
    if len(paragraph.lines) == 1:
        # The first line may be set in, or stick out where it has a bullet.
        return -3 * last.size <= segment.left - first.left <= 4 * last.size
    return abs(segment.left - last.left) <= 0.8 * last.size


def is_bullet(segment: Segment) -> bool:
    """Whether a line begins with a bullet or a number of a list."""
    return len(segment.words) > 1 and _BULLET.match(segment.words[0].text) is not None


def _broken(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs parted behind each line that ends where the next word would have fitted in."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.rows or len(paragraph.lines) == 1:
            found.append(paragraph)
            continue
        margin = max(line.right for line in paragraph.lines)
        lines = [paragraph.lines[0]]
        for line in paragraph.lines[1:]:
            word = line.words[0]
            spare = margin - lines[-1].right
            fits = word.right - word.left + 0.5 * word.size < spare - 0.5 * word.size
            if fits and (lines[-1].text.endswith((".", ":", "!", "?")) or spare > 0.35 * (margin - line.left)):
                found.append(Paragraph(lines))
                lines = []
            lines.append(line)
        found.append(Paragraph(lines))
    return found
