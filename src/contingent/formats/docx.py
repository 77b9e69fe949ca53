"""DOCX: headings, paragraphs, lists and tables in the order of the text, headers and footers as navigation.

The text is what a reader sees with all changes accepted: insertions are in, deletions are not. The day on which
the file was changed is not taken for the day of publication: it is often that of a copy.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml

from contingent.document import BlockKind, Document
from contingent.errors import DocumentError
from contingent.formats import shapes
from contingent.formats.boxes import find_boxes
from contingent.formats.docx_styles import Styles
from contingent.formats.grid import Cell, give_headers
from contingent.formats.language import settle_language
from contingent.formats.outline import Draft, WrittenOutline, finish
from contingent.formats.run_in import find_run_ins
from contingent.formats.typed_lists import find_typed_lists
from contingent.formats.typed_tables import find_typed_tables

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST_UNPACKED = 500_000_000
"""Bytes. A DOCX of the largest size that is read holds less; a packed bomb holds more."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = frozenset(_W + name for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "del", "fldData"))
_SIGNS = {
    _W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "\u2011", _W + "softHyphen": "\u00ad",
}  # fmt: skip
_FAILURES = (
    zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, NotImplementedError, OSError, EOFError, SyntaxError,
    RuntimeError, zlib.error,
)  # fmt: skip
"""What the libraries raise for damaged files; broken XML is a ``SyntaxError``, a locked entry a ``RuntimeError``."""
_DAMAGED = "The DOCX file is damaged and cannot be opened; save it again."


def parse(data: bytes, content_hash: str, address: str | None) -> Document:
    """The document of a DOCX file. Raises ``DocumentError`` if it is damaged or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _LARGEST_UNPACKED:
                raise DocumentError("The DOCX file unpacks to more than can be read; give a file without pictures.")
        source = docx.Document(io.BytesIO(data))
        walk = _Walk(Styles(source))
        walk.document(source)
        properties = source.core_properties
        title, language = properties.title or None, walk.styles.language or properties.language or None
    except _FAILURES as error:
        raise DocumentError(_DAMAGED) from error
    text = walk.outline.text
    drafts = find_typed_tables(text, find_typed_lists(text, walk.outline.drafts))
    blocks = finish(find_run_ins(text, find_boxes(text, drafts)))
    language = settle_language(language, text)
    return Document(text, blocks, content_hash, _MEDIA_TYPE, address, title, language=language)


class _Walk:
    """Goes through the body of a DOCX and drafts its blocks."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.outline = WrittenOutline()
        self.items: list[Draft] = []
        """The open items, outermost first."""

    def document(self, source: Any) -> None:
        """The whole file: headers, body, footnotes, footers."""
        self._edges(section.header for section in source.sections)
        self.blocks(source.element.body)
        for note in _notes(source):
            self.outline.headings = ()
            self.blocks(note)
        self._edges(section.footer for section in source.sections)

    def _edges(self, edges: Iterator[Any]) -> None:
        """Headers or footers, each text once."""
        seen: set[str] = set()
        for edge in edges:
            if edge.is_linked_to_previous:
                continue
            for paragraph in edge._element.iter(_W + "p"):
                words = _text(paragraph)
                if words.strip() not in seen:
                    seen.add(words.strip())
                    self.outline.put(BlockKind.NAVIGATION, words)

    def blocks(self, parent: Any) -> None:
        """The paragraphs and tables of a body, a cell or a text box."""
        for child in parent:
            tag = child.tag
            if tag == _W + "p":
                self._paragraph(child)
            elif tag == _W + "tbl":
                self._table(child)
            elif tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml", _W + "smartTag"):
                self.blocks(child)

    def _paragraph(self, element: Any) -> None:
        words = _text(element)
        if words.strip():
            self._words(element, words)
        for box in _boxes(element):
            self.blocks(box)

    def _words(self, element: Any, words: str) -> None:
        styles, inner = self.styles, words.strip()
        level = styles.heading_level(element)
        depth = styles.list_depth(element)
        if level:
            self.items = []
            self.outline.put(BlockKind.HEADING, words, level=level)
        elif depth:
            del self.items[depth - 1 :]
            lead_in = self.items[-1] if self.items else self.outline.introduction
            item = self.outline.put(BlockKind.ITEM, words, level=len(self.items) + 1, lead_in=lead_in)
            if item is not None:
                self.items.append(item)
        else:
            self.items = []
            if styles.is_caption(element) or shapes.is_caption(inner):
                self.outline.put(BlockKind.CAPTION, words)
            elif _is_bold(element) and shapes.is_heading(inner):
                marked = max((h.level for h in self.outline.headings if h.level < 6), default=1)
                self.outline.put(BlockKind.HEADING, words, level=7 if marked > 5 else marked + 1)
            else:
                self.outline.put(BlockKind.PARAGRAPH, words, bold=_bold_head(element))

    # --- tables -----------------------------------------------------------------------------------

    def _table(self, table: Any) -> None:
        self.items = []
        rows = [list(_children(row, "tc")) for row in _children(table, "tr")]
        if self._is_layout(table, rows):
            for row in rows:
                for cell in row:
                    self.blocks(cell)
            return
        outline = self.outline
        number, lead_in = outline.tables, outline.introduction
        outline.tables += 1
        caption = outline.drafts[-1] if outline.drafts and outline.drafts[-1].kind is BlockKind.CAPTION else None
        if caption is not None:
            caption.table = number
        placed: list[Cell] = []
        merged: dict[int, Cell] = {}
        header_rows = 0
        for place, (row, cells) in enumerate(zip(_children(table, "tr"), rows, strict=True)):
            if header_rows == place and row.find(f"{_W}trPr/{_W}tblHeader") is not None:
                header_rows += 1
            column = _skipped(row)
            for cell in cells:
                columns = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                if merge is not None and merge.get(_W + "val") != "restart" and column in merged:
                    merged[column].rows += 1
                else:
                    words = "\n".join(filter(None, (_text(p).strip() for p in cell.iter(_W + "p"))))
                    draft = outline.put(BlockKind.CELL, words, table=number, lead_in=lead_in, caption=caption)
                    bold = all(map(_is_bold, cell.iter(_W + "p"))) and (place <= 1 or column == 0)
                    made = Cell(draft, words, place, column, 1, columns, bold)
                    placed.append(made)
                    merged[column] = made
                column += columns
        give_headers(placed, header_rows if 0 < header_rows < len(rows) else None)

    def _is_layout(self, table: Any, rows: list[list[Any]]) -> bool:
        """Whether a table only arranges the page: another table, a heading or a list stands in it, or one cell."""
        if not rows or max(map(len, rows)) < 2:
            return True
        if next(table.iterdescendants(_W + "tbl"), None) is not None:
            return True
        return any(self.styles.heading_level(p) for row in rows for cell in row for p in cell.iter(_W + "p"))


# --- elements ---------------------------------------------------------------------------------------


def _children(element: Any, name: str) -> Iterator[Any]:
    """The children of a name, also where changes or controls stand around them."""
    for child in element:
        if child.tag == _W + name:
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml"):
            yield from _children(child, name)


def _text(paragraph: Any) -> str:
    """The words of a paragraph as they are shown, without those of text boxes in it."""
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == _W + "t":
            parts.append(element.text or "")
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        elif tag == _W + "sym":
            code = element.get(_W + "char") or ""
            parts.append(chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else "")
        elif isinstance(tag, str) and tag not in _UNSEEN and tag not in (_FALLBACK, _W + "txbxContent"):
            stack.extend(reversed(element))
    return "".join(parts)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph; what stands in for them in old programs is left out."""
    for box in paragraph.iter(_W + "txbxContent"):
        above = box.getparent()
        while above is not None and above is not paragraph and above.tag not in (_FALLBACK, _W + "txbxContent"):
            above = above.getparent()
        if above is paragraph:
            yield box


def _notes(source: Any) -> Iterator[Any]:
    """The footnotes and endnotes, but not the lines that Word draws above them."""
    for relation in source.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        for note in parse_xml(relation.target_part.blob):
            if note.get(_W + "type") in (None, "normal"):
                yield note


def _is_bold(paragraph: Any) -> bool:
    """Whether all words of a paragraph are marked bold or underlined."""
    runs = [run for run in paragraph.iter(_W + "r") if (run.findtext(_W + "t") or "").strip()]
    return bool(runs) and all(map(_stands_out, runs))


def _stands_out(run: Any) -> bool:
    """Whether a run is bold or underlined."""
    marks = [run.find(f"{_W}rPr/{_W}{name}") for name in ("b", "u")]
    return any(mark is not None and mark.get(_W + "val") not in ("0", "false", "none") for mark in marks)


def _bold_head(paragraph: Any) -> int:
    """How many characters at the head of a paragraph are bold, where others follow."""
    length = 0
    for run in paragraph.iter(_W + "r"):
        words = run.findtext(_W + "t") or ""
        if words.strip() and not _stands_out(run):
            return length
        length += len(words)
    return 0


def _skipped(row: Any) -> int:
    return _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)


def _number(element: Any, default: int) -> int:
    said = element.get(_W + "val") if element is not None else None
    return min(int(said), 60) if said and said.isdigit() else default
