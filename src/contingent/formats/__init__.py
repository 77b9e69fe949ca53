"""Formats: from the bytes of a file to a ``Document``, one module a format.

The format is chosen by the first bytes, then by what the sender called it, then by the file's ending. Heavy
libraries are imported by the module of their format, and that module only when such a file is met: start-up is
part of every answer.
"""

from __future__ import annotations

import hashlib
import importlib
import re

from contingent.document import Document
from contingent.errors import DocumentError

LARGEST = 200_000_000
"""Bytes. Far above any page of the genre (the largest manual tried had 40 MB); refuses disk images and logs."""

_HTML, _PLAIN, _PDF = "text/html", "text/plain", "application/pdf"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MODULES = {_PDF: "pdf", _HTML: "html", _PLAIN: "plain", _DOCX: "docx"}
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"
_TAGS = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|p|div|h1|article|table)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_NAMED = {
    (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF"): "a picture or a recording",
    (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh"): "an archive",
    (b"\xd0\xcf\x11\xe0",): "an old Office file; save it as DOCX",
}


def parse(data: bytes, *, address: str | None = None, media_type: str | None = None) -> Document:
    """The document that ``data`` holds.

    ``address`` is kept as given and its ending helps to choose the format; ``media_type`` is what a server said,
    its charset included. Raises ``DocumentError`` for what is empty, too large, binary, truncated, locked or
    without text.
    """
    if len(data) > LARGEST:
        raise DocumentError(f"The document has {len(data):,} bytes, more than the {LARGEST:,} that are read; split it.")
    if not data.strip(_MARKS):
        raise DocumentError("The document is empty; give a file with text in it.")
    found = _media_type(data, address or "", (media_type or "").lower())
    module = importlib.import_module(f"contingent.formats.{_MODULES[found]}")
    charset = _CHARSET.search(media_type or "")
    content_hash = hashlib.sha256(data).hexdigest()
    document: Document = (
        module.parse(data, content_hash, address, charset.group(1) if charset else None)
        if found in (_HTML, _PLAIN)
        else module.parse(data, content_hash, address)
    )
    if not document.text.strip() or not document.blocks:
        raise DocumentError("The document holds no text; a scanned page needs its text recognised first.")
    return document


def _media_type(data: bytes, address: str, said: str) -> str:
    start = data[:4096]
    head = start.lstrip(_MARKS).replace(b"\x00", b"")[:2048]
    ending = re.split(r"[?#]", address.lower())[0].rsplit(".", 1)[-1]
    if b"%PDF-" in start[:1024]:
        return _PDF
    if start.startswith(b"PK\x03\x04"):
        if b"word/" in data:
            return _DOCX
        raise DocumentError("The document is an archive, not a text; unpack it and give the files in it.")
    for marks, name in _NAMED.items():
        if start.startswith(marks):
            raise DocumentError(f"The document is {name}, not a text; give HTML, PDF, DOCX or plain text.")
    if ending in ("docx", "pdf") and not _TAGS.search(head):
        raise DocumentError(f"The file is named {ending} but is none; it is damaged or misnamed, so fetch it again.")
    if ending in ("html", "htm", "xhtml", "shtml") or "html" in said:
        return _HTML
    if ending in ("txt", "text", "md") or said.startswith("text/plain"):
        return _HTML if head[:200].lower().startswith((b"<!doctype html", b"<html")) else _PLAIN
    return _HTML if head.startswith(b"<") and _TAGS.search(head) else _PLAIN


__all__ = ["LARGEST", "parse"]
