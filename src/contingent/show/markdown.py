"""Words of a page in Markdown: as text, whatever marks they hold."""

from __future__ import annotations

from contingent.show.terminal import clean

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#~$&"})


def escaped(words: str) -> str:
    """Words of a page as Markdown text on one line: no mark in them means anything."""
    return " ".join(clean(words).split()).translate(_MARKS)
