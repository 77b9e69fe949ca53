"""Ranks as texts print them: one row of the catalogue stands for all its spellings.

A rank is a run of words; full stops, hyphens, spaces and brackets between them do not matter ("Lt. Col.",
"Lt Col", "Lieutenant-Colonel"). A rank written out is found in any language; an abbreviation in the
text's own language and English, or when it is too long to be mistaken.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from contingent.catalogue import ANY_LANGUAGE, RankName

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word of a rank or a name; hyphens and full stops part words."""

_GAP = re.compile(r"\.?[ \u00a0\n-]?[(]?|\.[ \u00a0]\(|\.?- ")
_LONG_ENOUGH = 5
"""Letters from which on another language's abbreviation is safe: "Oberstlt" is, "Div" and "Mar" are words."""


class Token(NamedTuple):
    """A word of the text and its place."""

    start: int
    end: int
    text: str
    low: str


class _Spelling(NamedTuple):
    words: tuple[str, ...]
    exact: tuple[str, ...] | None
    """The words in their own letter case, for an abbreviation."""
    point: bool
    """Whether a full stop behind it belongs to it."""


class RankFinder:
    """Finds ranks in the words of a text. ``capital``: a rank of one word is written with a capital letter."""

    def __init__(self, ranks: Sequence[RankName], language: str, *, capital: bool) -> None:
        own = {language, "en", ANY_LANGUAGE}
        self._capital = capital
        found: dict[tuple[str, ...], _Spelling] = {}
        for rank in ranks:
            exact = tuple(WORD.findall(rank.name))
            words = tuple(word.lower() for word in exact)
            if not rank.abbreviation:
                found[words] = _Spelling(words, None, rank.name.endswith("."))
            elif rank.language in own or len("".join(exact)) >= _LONG_ENOUGH:
                found.setdefault((*exact, ""), _Spelling(words, exact, True))
        self._rows: dict[str, list[_Spelling]] = {}
        for spelling in found.values():
            if spelling.words:
                self._rows.setdefault(spelling.words[0], []).append(spelling)
        for rows in self._rows.values():
            rows.sort(key=lambda row: -len(row.words))
        self.firsts = frozenset(self._rows)
        """The words that a rank can start with, in lower case."""

    def at(self, text: str, tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
        """Where the rank that starts with this word ends in the text, and the word after it; None if there is none."""
        start = tokens[index].start
        if text[start - 1 : start] == "-":
            return None
        for words, exact, point in self._rows.get(tokens[index].low, ()):
            last = index + len(words) - 1
            if last >= len(tokens) or any(tokens[index + k].low != words[k] for k in range(1, len(words))):
                continue
            run = tokens[index : last + 1]
            if any(not _GAP.fullmatch(text, a.end, b.start) for a, b in itertools.pairwise(run)):
                continue
            if exact is not None and not all(
                token.text in (word, word.upper()) for token, word in zip(run, exact, strict=True)
            ):
                continue
            if exact is None and self._capital and len(words) == 1 and not run[0].text[0].isupper():
                continue
            end = run[-1].end
            if text[run[0].start : end].count("(") > text[run[0].start : end].count(")"):
                if text[end : end + 1] != ")":
                    continue
                end += 1
            elif point and text[end : end + 1] == ".":
                end += 1
            return end, last + 1
        return None
