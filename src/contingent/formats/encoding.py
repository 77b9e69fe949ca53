"""From bytes to text: byte order mark, what the page declares, UTF-8, then a guess by statistics."""

from __future__ import annotations

import codecs

from contingent.errors import DocumentError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MOST_CONTROL = 0.02
"""Share of control characters above which a decoded text is taken for binary; prose has none."""
_WESTERN = 0.3
"""Share of bytes beyond ASCII below which a text is in a Latin script; Danish has 0.03, Russian 0.9."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``. Raises ``DocumentError`` if no encoding gives readable text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _readable(data.decode(name, errors="replace"))
    for said in filter(None, (declared, "utf-8")):
        try:
            return _readable(data.decode(said))
        except (LookupError, UnicodeDecodeError):
            continue
    letters = [byte for byte in data[:20_000] if byte > 32]
    if sum(byte > 127 for byte in letters) < _WESTERN * max(len(letters), 1):
        # Undeclared text of a Latin script: the Web's own default (WHATWG Encoding, "windows-1252").
        return _readable(data.decode("cp1252", errors="replace"))
    # Imported here because it is slow to import and hardly ever needed.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return _readable(data.decode(best.encoding if best else "cp1252", errors="replace"))


def _readable(text: str) -> str:
    sample = text[:20_000]
    control = sum(1 for c in sample if (ord(c) < 32 and c not in "\t\r\n\f\x0b") or c == "\ufffd")
    if control > _MOST_CONTROL * max(len(sample), 1):
        raise DocumentError("The document is binary or in an unknown encoding; save it as UTF-8 text.")
    return text
