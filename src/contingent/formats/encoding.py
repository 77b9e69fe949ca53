"""From bytes to text: byte order mark, what was declared, UTF-8, then what the bytes themselves suggest."""

from __future__ import annotations

import codecs
import re

from contingent.errors import DocumentError

_MARKS = (
    # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAME_AS_WINDOWS_1252 = {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "iso_8859-1", "l1"}
"""Names that browsers read as windows-1252 (WHATWG Encoding, "Names and labels")."""
_SAMPLE = 100_000
_MOST_CONTROL = 0.01
"""Share of control and replacement characters above which a decoded text is taken for binary; prose has none."""
_MOST_BROKEN = 0.05
"""Share of broken among non-ASCII characters up to which a text is UTF-8 with damage, as browsers show it."""
_MOST_WESTERN = 0.3
"""Share of bytes beyond ASCII below which a text is in a Latin script; Danish has 0.03, Russian 0.9."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_BINARY = "The document is binary or in an unknown encoding; give HTML, PDF, DOCX, or text saved as UTF-8."


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``; ``declared`` is the encoding that its sender or its markup names.

    Raises ``DocumentError`` if no encoding gives readable text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _readable(_decoded(data, name) or data.decode(name, errors="replace"))
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _readable(data.decode(wide, errors="replace"))
    name = (declared or "").strip().lower()
    for candidate in ("cp1252" if name in _SAME_AS_WINDOWS_1252 else name, "utf-8"):
        text = _decoded(data, candidate) if candidate else None
        if text is not None and not _is_wide(candidate):
            return _readable(text)
    return _readable(_guessed(data))


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (LookupError, UnicodeError):
        return None


def _is_wide(name: str) -> bool:
    """Whether a declared encoding is UTF-16 or UTF-32: without a mark and without zero bytes it cannot be true."""
    return name.replace("-", "").replace("_", "").startswith(("utf16", "utf32", "ucs"))


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark, known by the zero bytes beside its ASCII characters."""
    if b"\x00" not in sample:
        return None
    even, odd = sample[::2], sample[1::2]
    least = 0.4 * len(even)
    if odd.count(0) > least and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > least and odd.count(0) < 0.05 * len(even):
        return "utf-16-be"
    raise DocumentError(_BINARY)


def _guessed(data: bytes) -> str:
    """Text without a declaration that is not UTF-8: damaged UTF-8, windows-1252, or what statistics say."""
    damaged = data.decode("utf-8", errors="replace")
    sample = damaged[:_SAMPLE]
    beyond = sum(1 for character in sample if character > "\x7f")
    if sample.count("\ufffd") <= _MOST_BROKEN * beyond:
        return damaged
    visible = [byte for byte in data[:_SAMPLE] if byte > 32]
    if sum(byte > 127 for byte in visible) < _MOST_WESTERN * len(visible):
        # The Web's own default for Latin scripts (WHATWG Encoding, "windows-1252").
        return data.decode("cp1252", errors="replace")
    # Imported here because it is slow to import and hardly ever needed.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise DocumentError(_BINARY)
    return data.decode(best.encoding, errors="replace")


def _readable(text: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample):
        raise DocumentError(_BINARY)
    return text
