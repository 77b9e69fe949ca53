"""PDF with a text layer: its words in reading order, lines joined to paragraphs, tables, page furniture apart.

The day on which a file was made or changed is not taken for the day of publication: it is often that of an
archive's conversion.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from contingent.document import BlockKind, Document
from contingent.errors import DocumentError
from contingent.formats import shapes
from contingent.formats.language import is_stop_word, settle_language
from contingent.formats.outline import finish
from contingent.formats.pdf_layout import Paragraph, Word, is_bullet, paragraphs_of, rows_of, segments_of
from contingent.formats.plain import outline_text

_MEDIA_TYPE = "application/pdf"
_BOLD = 600
_MARGIN = 0.1
"""Share of a page's height at its top and bottom in which headers, footers and page numbers stand."""
_LARGER = 1.12
"""Times the size of the body: a line from here on is a heading. Word's smallest marked heading has 1.18."""
_LONGEST_HEADING = 160
_DEEPEST = 40
"""Spaces by which an item is set in at most."""
_PAGE_NUMBER = re.compile(r"[-–—|\s]*\d{1,4}(?:\s*(?:/|\||of|af|von)?\s*\d{1,4})?[-–—|.\s]*")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HYPHENS = ("\ufffe", "\x02")
"""How pdfium writes a hyphen at the end of a line."""


@dataclass(slots=True)
class _Page:
    height: float
    paragraphs: list[Paragraph]


def parse(data: bytes, content_hash: str, address: str | None) -> Document:
    """The document of a PDF. Raises ``DocumentError`` if it is cut off, locked, damaged or has no text layer."""
    if b"%%EOF" not in data[-4096:] and b"startxref" not in data[-4096:]:
        raise DocumentError("The PDF is cut off before its end; fetch it again.")
    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "locked with a password" if "password" in str(error).lower() else "damaged"
        raise DocumentError(f"The PDF is {reason} and cannot be read; give an open, whole copy.") from error
    try:
        pages = [_read_page(opened[number]) for number in range(len(opened))]
        title = opened.get_metadata_value("Title").strip() or None
        language = _language(opened)
    except pypdfium2.PdfiumError as error:
        raise DocumentError("The PDF is damaged and cannot be read; give an open, whole copy.") from error
    finally:
        opened.close()
    text, known = _written(pages)
    if not text.strip():
        raise DocumentError("The PDF has no text layer, only pictures; have its text recognised first.")
    blocks = finish(outline_text(text, known))
    language = settle_language(language, text)
    return Document(text, blocks, content_hash, _MEDIA_TYPE, address, title, language=language)


def _language(opened: pypdfium2.PdfDocument) -> str | None:
    """The language that the file declares for itself."""
    length = pdfium.FPDFCatalog_GetLanguage(opened, None, 0)
    if length <= 2:
        return None
    held = ctypes.create_string_buffer(length)
    pdfium.FPDFCatalog_GetLanguage(opened, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), length)
    return held.raw.decode("utf-16-le").rstrip("\x00") or None


# --- words ------------------------------------------------------------------------------------------


def _read_page(page: pypdfium2.PdfPage) -> _Page:
    reader = page.get_textpage()
    try:
        rows = rows_of(segments_of(_words(reader)))
        return _Page(page.get_height(), paragraphs_of(rows))
    finally:
        reader.close()
        page.close()


def _words(reader: pypdfium2.PdfTextPage) -> Iterator[Word]:
    """The words of a page in the order in which they were written."""
    count = pdfium.FPDFText_CountChars(reader)
    letter = pdfium.FPDFText_GetUnicode
    letters: list[str] = []
    first = 0
    for index in range(count + 1):
        character = chr(letter(reader, index)) if index < count else " "
        if character in _HYPHENS:
            character = "-"
        # A no-break space is part of a word, as it is in every other format.
        if character == "\u00a0" or not (character.isspace() or character < " "):
            if not letters:
                first = index
            letters.append(_LIGATURES.get(character, character))
        elif letters:
            word = _word(reader, "".join(letters), first, index - 1)
            if word is not None:
                yield word
            letters = []


def _word(reader: pypdfium2.PdfTextPage, text: str, first: int, last: int) -> Word | None:
    if not text.strip():
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharOrigin(reader, first, x, y)
    pdfium.FPDFText_GetCharBox(reader, first, left, right, bottom, top)
    start = min(left.value, x.value)
    height = top.value - bottom.value
    pdfium.FPDFText_GetCharBox(reader, last, left, right, bottom, top)
    # The size is that of the font before the page scales it; where it is 1, the letters' own height tells more.
    size = pdfium.FPDFText_GetFontSize(reader, first)
    size = size if size > 2 else max(1.4 * height, 4.0)
    bold = pdfium.FPDFText_GetFontWeight(reader, first) >= _BOLD
    return Word(text, start, max(right.value, start), y.value, round(size, 1), bold or _bold_name(reader, first))


def _bold_name(reader: pypdfium2.PdfTextPage, index: int) -> bool:
    held = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(reader, index, held, 128, None)
    return b"Bold" in held.value or b"Black" in held.value


# --- text -------------------------------------------------------------------------------------------


def _written(pages: Sequence[_Page]) -> tuple[str, dict[int, tuple[BlockKind, int]]]:
    """The text of the pages, and what is known of its lines by their place in it."""
    furniture = _furniture(pages)
    sizes = _heading_sizes(pages, furniture)
    parts: list[str] = []
    known: dict[int, tuple[BlockKind, int]] = {}
    length = 0
    waiting: Paragraph | None = None
    left = min((p.first.left for page in pages for p in page.paragraphs), default=0.0)

    def write(words: str, gap: str, kind: tuple[BlockKind, int] | None = None) -> None:
        nonlocal length
        lead = gap if parts else ""
        if kind is not None:
            known[length + len(lead)] = kind
        parts.append(lead + words)
        length += len(lead) + len(words)

    def write_paragraph(paragraph: Paragraph, gap: str) -> None:
        if paragraph.rows:
            write("\n".join("\t".join(row) for row in paragraph.rows), "\n\n")
            return
        words, first = joined(paragraph), paragraph.first
        level = _level(paragraph, words, sizes)
        if level:
            write(words, "\n\n\n", (BlockKind.HEADING, level))
        elif sizes and gap != "\n" and shapes.is_heading(words):
            write(words, gap, (BlockKind.PARAGRAPH, 0))  # Headings of this file are printed larger or bold.
        else:
            # An item keeps its place on the page, which tells lists from lists inside them.
            depth = (first.left - left) / first.size * 2 if is_bullet(first) else 0
            write(" " * min(int(depth), _DEEPEST) + words, gap)

    for page in pages:
        body = [p for p in page.paragraphs if id(p) not in furniture]
        aside = [p for p in page.paragraphs if id(p) in furniture]
        if waiting is not None and body and _crosses(waiting, body[0]):
            body[0] = Paragraph([*waiting.lines, *body[0].lines])
        elif waiting is not None:
            write_paragraph(waiting, "\n\n")
        waiting = None
        for paragraph in aside:
            write(joined(paragraph), "\n\n", (BlockKind.NAVIGATION, 0))
        if body and not body[-1].rows:
            waiting = body.pop()
        before: Paragraph | None = None
        for paragraph in body:
            write_paragraph(paragraph, _gap(before, paragraph))
            before = paragraph
        if waiting is not None and before is not None and _gap(before, waiting) == "\n":
            write_paragraph(waiting, "\n")
            waiting = None
    if waiting is not None:
        write_paragraph(waiting, "\n\n")
    return "".join(parts), known


def joined(paragraph: Paragraph) -> str:
    """The words of a paragraph on one line. A word parted at the end of a line keeps its hyphen; the hyphen of
    "guard- and escort" keeps its space as well."""
    words = ""
    for line in paragraph.lines:
        text = line.text if not paragraph.rows else "\t".join(paragraph.rows[0])
        if not words:
            words = text
        elif words.endswith(("-", "\u00ad")) and words[-2:-1].isalpha() and not is_stop_word(line.words[0].text):
            words += text
        else:
            words += " " + text
    return words


def _gap(before: Paragraph | None, paragraph: Paragraph) -> str:
    """One line break between lines at the distance of a paragraph's lines, such as items; else a blank line."""
    if before is None or before.rows:
        return "\n\n"
    last, first = before.lines[-1], paragraph.first
    close = 0 < last.y - first.y <= 1.5 * max(last.size, first.size) and abs(last.size - first.size) < 0.6
    return "\n" if close else "\n\n"


def _crosses(last: Paragraph, first: Paragraph) -> bool:
    """Whether a paragraph goes on at the top of the next page."""
    if first.rows or abs(last.lines[-1].size - first.first.size) > 0.6:
        return False
    words = last.lines[-1].text
    return not shapes.ends_sentence(words) and words[-1] != ":" and first.first.text[:1].islower()


def _furniture(pages: Sequence[_Page]) -> set[int]:
    """Headers, footers and page numbers: lines at a page's edge that are numbers, or that other pages repeat."""
    edge = [
        (page, paragraph)
        for page in pages
        for paragraph in page.paragraphs
        if len(paragraph.lines) <= 3
        and (paragraph.first.y > (1 - _MARGIN) * page.height or paragraph.lines[-1].y < _MARGIN * page.height)
    ]
    repeated = Counter(_masked(paragraph) for _, paragraph in edge)
    found: set[int] = set()
    for _, paragraph in edge:
        words = paragraph.first.text
        if _PAGE_NUMBER.fullmatch(words) or repeated[_masked(paragraph)] >= 2:
            found.add(id(paragraph))
    return found


def _masked(paragraph: Paragraph) -> tuple[str, int]:
    return re.sub(r"\d+", "0", joined(paragraph)), round(paragraph.first.y / 4)


def _heading_sizes(pages: Sequence[_Page], furniture: set[int]) -> list[float]:
    """The font sizes of headings from the largest, ending with the body's where bold lines are headings."""
    letters: Counter[float] = Counter()
    body = [p for page in pages for p in page.paragraphs if id(p) not in furniture]
    for paragraph in body:
        for line in paragraph.lines:
            letters[line.size] += len(line.text)
    if not letters:
        return []
    usual = letters.most_common(1)[0][0]
    sizes = {
        p.first.size for p in body if not p.rows and _may_be_heading(p, joined(p)) and p.first.size >= _LARGER * usual
    }
    bold = any(p.first.bold and p.first.size not in sizes and _may_be_heading(p, joined(p)) for p in body if not p.rows)
    return sorted(sizes, reverse=True) + ([usual] if bold and letters.total() > 0 else [])


def _may_be_heading(paragraph: Paragraph, words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and len(paragraph.lines) <= 3 and words[-1:] not in (".", ",", ";", ":")


def _level(paragraph: Paragraph, words: str, sizes: Sequence[float]) -> int:
    """The level of the heading that a paragraph is, 0 if it is none."""
    if not sizes or not _may_be_heading(paragraph, words) or not any(c.isalpha() for c in words):
        return 0
    size = paragraph.first.size
    if all(line.bold for line in paragraph.lines) and size <= sizes[-1] and shapes.is_heading(words):
        return min(len(sizes), 6)
    for level, larger in enumerate(sizes, start=1):
        if size >= larger - 0.05 and (paragraph.first.bold or size > sizes[-1] or len(sizes) == 1):
            return min(level, 6)
    return 0
