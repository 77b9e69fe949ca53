"""Plain text: paragraphs, headings, lists, captions, labels and aligned columns are found by their shape."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contingent.document import Block, BlockKind, Document
from contingent.formats.encoding import decode
from contingent.formats.language import find_language
from contingent.lang import languages, load

_BULLET = re.compile(r"[ \t]*(?:[•·▪◦‣*–—-]|>>|o(?=[ \t])|\(?[a-z0-9ivx]{1,3}[.)])[ \t]+(?=\S)")
_LABEL = re.compile(r"[ \t]*(?P<label>[^\W\d_][^:.!?\n|]{1,45}):[ \t]+(?P<value>\S[^\n]*)$")
_RULE = re.compile(r"[ \t]*[-=_*~]{3,}[ \t]*$")
_LONGEST_HEADING = 90


@dataclass
class _Line:
    start: int
    end: int
    text: str
    indent: int

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def parse(data: bytes, content_hash: str, address: str | None) -> Document:
    """The document of a plain text; its text is the decoded text, character for character."""
    text = decode(data)
    return Document(text, blocks_of(text), content_hash, "text/plain", address, language=find_language(text))


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    return _Blocks(text).made()


def _credits() -> tuple[str, ...]:
    return tuple(cue for code in languages() for cue in load(code).table("language")["captions"])


class _Blocks:
    """Goes through the lines once and makes blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[_Line] = []
        for match in re.finditer(r"[^\n]*\n|[^\n]+$", text):
            line = match.group().rstrip("\r\n")
            stripped = line.lstrip()
            self.lines.append(_Line(match.start(), match.start() + len(line.rstrip()), line, len(line) - len(stripped)))
        self.blocks: list[Block] = []
        self.headings: list[int] = []
        self.lead_in: int | None = None
        self.table = -1
        self.credits = _credits()

    def made(self) -> tuple[Block, ...]:
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if line.blank or _RULE.match(line.text):
                index += 1
            elif _BULLET.match(line.text):
                index = self._item(index)
            elif self._columns(index) > 1:
                index = self._columns_block(index)
            elif self._labels(index):
                index = self._labelled(index)
            else:
                index = self._paragraph(index)
        return tuple(self.blocks)

    def _add(self, kind: BlockKind, start: int, end: int, **more: object) -> int:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            more.setdefault("headings", tuple(self.headings))
            self.blocks.append(Block(kind, start, end, **more))  # type: ignore[arg-type]
        return len(self.blocks) - 1

    def _item(self, index: int) -> int:
        first = self.lines[index]
        match = _BULLET.match(first.text)
        assert match is not None
        start = first.start + match.end()
        stop = index + 1
        while (
            stop < len(self.lines)
            and not self.lines[stop].blank
            and not _BULLET.match(self.lines[stop].text)
            and (self.lines[stop].indent > first.indent or self._wrapped(stop))
        ):
            stop += 1
        own_end = first.end
        # An info box of bullets: the label on the bullet's line, the value below it.
        below = stop
        while below < len(self.lines) and self.lines[below].blank:
            below += 1
        label = self.text[start:own_end]
        values = list(range(index + 1, stop)) or (
            [below]
            if below < len(self.lines)
            and self.lines[below].indent > match.end() - 1
            and not _BULLET.match(self.lines[below].text)
            else []
        )
        short = len(label) < 40 and not label.rstrip().endswith((".", ",", ";", ":"))
        if (
            short
            and values
            and self.lines[values[0]].indent >= match.end()
            and len(values) <= 2
            and label[:1].isupper()
            and not (values and self.lines[values[0]].text.strip()[:1].islower())
        ):
            mark = self._add(BlockKind.LABEL, start, own_end)
            self._add(BlockKind.VALUE, self.lines[values[0]].start, self.lines[values[-1]].end, label=mark)
            return values[-1] + 1
        self._add(BlockKind.ITEM, start, self.lines[stop - 1].end, level=1 + first.indent // 4, lead_in=self.lead_in)
        return stop

    def _wrapped(self, index: int) -> bool:
        """Whether a line goes on with the sentence of the line before."""
        return (
            self.lines[index - 1].end - self.lines[index - 1].start > 60
            and self.text[self.lines[index].start : self.lines[index].end].strip()[:1].islower()
        )

    def _columns(self, index: int) -> int:
        """How many lines from here are rows of aligned columns."""
        count = 0
        while index + count < len(self.lines):
            text = self.lines[index + count].text.strip()
            if not text or not (re.search(r"\S\s{3,}\S", text) or "\t" in text):
                break
            count += 1
        return count

    def _columns_block(self, index: int) -> int:
        count = self._columns(index)
        rows: list[list[tuple[int, int]]] = []
        for line in self.lines[index : index + count]:
            base = line.start
            rows.append(
                [(base + m.start(), base + m.end()) for m in re.finditer(r"\S(?:.*?\S)??(?=\t|\s{3,}|\s*$)", line.text)]
            )
        if all(len(row) == 2 and self.text[row[0][0] : row[0][1]].endswith(":") for row in rows):
            for row in rows:
                mark = self._add(BlockKind.LABEL, row[0][0], row[0][1] - 1)
                self._add(BlockKind.VALUE, row[1][0], row[1][1], label=mark)
            return index + count
        self.table += 1
        header: list[int] = []
        for number, row in enumerate(rows):
            made: list[int] = []
            for column, (start, end) in enumerate(row):
                heads = (header[column],) if number and column < len(header) else ()
                before = (made[-1],) if made else ()
                made.append(
                    self._add(
                        BlockKind.CELL,
                        start,
                        end,
                        table=self.table,
                        row=number,
                        column=column,
                        row_headers=before,
                        column_headers=heads,
                    )
                )
            if number == 0:
                header = made
        return index + count

    def _labels(self, index: int) -> bool:
        """Whether a short "Label: value" line stands here among others of its kind or by itself."""
        line = self.lines[index]
        match = _LABEL.match(line.text)
        if match is None or len(match["value"]) > 120 or len(match["label"].split()) > 5:
            return False
        near = [k for k in (index - 1, index + 1) if 0 <= k < len(self.lines) and not self.lines[k].blank]
        if any(_LABEL.match(self.lines[k].text) for k in near):
            return True
        return (
            all(_LABEL.match(self.lines[k].text) for k in near)
            and len(match["value"]) < 60
            and not match["value"].endswith(".")
        )

    def _labelled(self, index: int) -> int:
        line = self.lines[index]
        match = _LABEL.match(line.text)
        assert match is not None
        mark = self._add(BlockKind.LABEL, line.start + match.start("label"), line.start + match.end("label"))
        self._add(BlockKind.VALUE, line.start + match.start("value"), line.start + match.end("value"), label=mark)
        return index + 1

    def _paragraph(self, index: int) -> int:
        stop = index + 1
        while stop < len(self.lines) and not self.lines[stop].blank and not _BULLET.match(self.lines[stop].text):
            long_before = self.lines[stop - 1].end - self.lines[stop - 1].start > 60
            if not long_before or self._columns(stop) > 1:
                break
            stop += 1
        start, end = self.lines[index].start, self.lines[stop - 1].end
        words = self.text[start:end].strip()
        if any(cue in words for cue in self.credits):
            self._add(BlockKind.CAPTION, start, end)
        elif self._is_navigation(words, index, stop):
            self._add(BlockKind.NAVIGATION, start, end)
        elif self._is_heading(words, index, stop):
            level = (
                1
                if not self.headings and index < 4
                else 2
                if index == 0
                or (index > 1 and self.lines[index - 1].blank and self.lines[index - 2].blank)
                or words.isupper()
                else 3
            )
            self.headings = [h for h in self.headings if self.blocks[h].level < level]
            self.headings.append(self._add(BlockKind.HEADING, start, end, level=level, headings=tuple(self.headings)))
            self.lead_in = self.headings[-1]
        else:
            self.lead_in = self._add(BlockKind.PARAGRAPH, start, end)
        return stop

    def _is_navigation(self, words: str, index: int, stop: int) -> bool:
        edge = index < 6 or stop > len(self.lines) - 8
        pieces = re.split(r"\s+[>|»/]\s+|\s{2,}", words)
        return edge and len(pieces) >= 3 and max(map(len, pieces)) < 40 and not words.endswith(".")

    def _is_heading(self, words: str, index: int, stop: int) -> bool:
        if (
            "\n" in words
            or len(words) > _LONGEST_HEADING
            or words.endswith((".", ",", ";", ":", "!"))
            or not words[:1].isalnum()
        ):
            return False
        alone_above = index == 0 or self.lines[index - 1].blank
        followed = stop < len(self.lines)
        return (
            alone_above
            and followed
            and (self.lines[stop].blank or words.isupper() or (not self.lines[stop].blank and len(words) < 60))
        )
