"""Formats: from the bytes of a file to a ``Document``, one module a format.

The format is chosen by the first bytes, then by the file's ending. Heavy libraries are imported by the module
of their format, and that module only when such a file is met: start-up is part of every answer.
"""

from __future__ import annotations

import hashlib
import importlib

from contingent.document import Document
from contingent.errors import DocumentError

LARGEST = 200_000_000
"""Bytes. Far above any page of the genre (the largest manual tried had 40 MB); refuses disk images and logs."""

_MODULES = {
    "application/pdf": "pdf",
    "text/html": "html",
    "text/plain": "plain",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


def parse(data: bytes, *, address: str | None = None, media_type: str | None = None) -> Document:
    """The document that ``data`` holds.

    ``address`` is kept as given and its ending helps to choose the format; ``media_type`` is what a server said.
    Raises ``DocumentError`` for what is empty, too large, binary, truncated, locked or without text.
    """
    if not data.strip(b"\x00 \t\r\n") if len(data) < 1_000_000 else not data[:1_000_000].strip(b"\x00 \t\r\n"):
        raise DocumentError("The document is empty; give a file with text in it.")
    if len(data) > LARGEST:
        raise DocumentError(f"The document has {len(data):,} bytes, more than the {LARGEST:,} that are read; split it.")
    found = _media_type(data, address or "", media_type or "")
    module = importlib.import_module(f"contingent.formats.{_MODULES[found]}")
    document: Document = module.parse(data, hashlib.sha256(data).hexdigest(), address)
    if not document.text.strip():
        raise DocumentError("The document holds no text; a scanned page needs its text recognised first.")
    return document


def _media_type(data: bytes, address: str, said: str) -> str:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    ending = address.lower().split("?")[0].rsplit(".", 1)[-1]
    if head.startswith(b"%PDF"):
        return "application/pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"word/" in data or ending == "docx":
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        raise DocumentError("The document is an archive, not a text; unpack it and give the files in it.")
    lowered = head.lower()
    if (
        ending in ("html", "htm", "xhtml")
        or "html" in said
        or lowered.startswith((b"<!doctype html", b"<html"))
        or b"<html" in lowered
    ):
        return "text/html"
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError("The document is binary, not text; give HTML, PDF, DOCX or plain text.")
    return "text/plain"


__all__ = ["LARGEST", "parse"]
