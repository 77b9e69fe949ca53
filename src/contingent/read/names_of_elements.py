"""Names of elements: how they are printed, and how two of them are compared."""

from __future__ import annotations

import functools
import re

_NOT_WORDS = re.compile(r"\W+")


@functools.lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A name as names are compared: lower case, only letters and digits."""
    return _NOT_WORDS.sub(" ", name).strip().lower()


def clean_name(name: str) -> str:
    """A name as an element's name: one line, no slash (it divides a reference)."""
    return " ".join(name.split()).replace("/", "-").strip(" -–")


def last_word(text: str) -> str:
    """The last word of an expression, as words are compared."""
    return text.split()[-1].casefold()
