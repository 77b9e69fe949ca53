"""PDF with a text layer: pages in reading order, lines joined to the paragraphs that plain text has."""

from __future__ import annotations

import re

import pypdfium2

from contingent.document import Document
from contingent.errors import DocumentError
from contingent.formats.language import find_language
from contingent.formats.plain import blocks_of


def parse(data: bytes, content_hash: str, address: str | None) -> Document:
    """The document of a PDF. Its metadata date is not taken: it tells when a file was made, not what it states."""
    if b"%%EOF" not in data[-4096:] and b"startxref" not in data[-4096:]:
        raise DocumentError("The PDF is cut off before its end; fetch it again.")
    try:
        pages = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "locked with a password" if "password" in str(error).lower() else "damaged"
        raise DocumentError(f"The PDF is {reason} and cannot be read; give an open, whole copy.") from error
    try:
        text = "\n\n".join(_page(pages[number]) for number in range(len(pages)))
        title = pages.get_metadata_value("Title") or None
    finally:
        pages.close()
    if not text.strip():
        raise DocumentError("The PDF has no text layer, only pictures; have its text recognised first.")
    return Document(
        text, blocks_of(text), content_hash, "application/pdf", address, title, language=find_language(text)
    )


def _page(page: pypdfium2.PdfPage) -> str:
    reader = page.get_textpage()
    words = reader.get_text_bounded()
    reader.close()
    page.close()
    return re.sub(r"\r\n?", "\n", words).replace("\ufffe", "\u00ad")
