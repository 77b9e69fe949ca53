"""Which language a text is in: counted by the stop words of the language packs."""

from __future__ import annotations

import functools
import re

from contingent.lang import languages, load

_SAMPLE = 20_000
_LEAST = 2
"""Stop words that a text must have; a line with fewer is no ground for a language."""
_MARGIN = 1.3
"""The best language must have this many times the stop words of the second; closer calls are left undecided."""


@functools.cache
def _stop_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(load(code).table("language")["stop_words"]) for code in languages()}


def find_language(text: str) -> str | None:
    """The code of the language that most of the text's stop words belong to, None if it is not clear."""
    words = re.findall(r"\w+", text[:_SAMPLE].lower())
    counts = sorted(((sum(w in stops for w in words), code) for code, stops in _stop_words().items()), reverse=True)
    if not counts or counts[0][0] < _LEAST:
        return None
    if len(counts) > 1 and counts[0][0] < _MARGIN * counts[1][0]:
        return None
    return counts[0][1]


def declared(code: str | None) -> str | None:
    """A declared language ("da-DK") as the code of a pack, None if no pack fits."""
    short = (code or "").strip().lower().replace("_", "-").split("-")[0]
    return short if short in languages() else None
