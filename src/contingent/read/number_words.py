"""The value of number words and of digits, by the rules by which a language puts them together.

A number is a run of words: units and tens add up ("twenty-five"), a scale multiplies what stands before it ("two
hundred"), and "and" joins only what stands behind a scale ("two hundred and fifty", not "two and three"). In
languages that write compounds together ("femogtyve", "tohundrede") the same rules hold inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

TOKEN = re.compile(r"\d+|[^\W\d_]+")
_TIE = re.compile(r"[ \u00a0\u202f-]|[ \u00a0]?\n(?!\s)")
_LARGE = 1000
_MOST_WORDS = 16
"""Words of the longest number that a text spells out."""


class Piece(NamedTuple):
    """A word or a run of digits of the text and its place."""

    start: int
    end: int
    low: str


class NumberWords:
    """Reads one number from a word on."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._values: dict[str, float] = dict(table["words"])
        self._scales: dict[str, int] = dict(table["scales"])
        self._bare_scales = frozenset(table["bare_scales"])
        self._articles = frozenset(table["articles"])
        self._halves: dict[str, float] = dict(table["halves"])
        self._and: str = table["and"]
        self._points = frozenset(table["scales_with_point"])
        thousands, self._decimal = table["thousands"], table["decimal"]
        groups = rf"\d{{1,3}}(?:[{re.escape(thousands)}\u00a0\u202f]\d{{3}}){{1,5}}"
        self._digits = re.compile(rf"({groups}|\d{{1,18}})(?!\d)(?:{re.escape(self._decimal)}(\d+))?")
        parts = sorted({*self._values, *self._scales}, key=len, reverse=True)
        one = "|".join(map(re.escape, parts))
        self._compound = re.compile(rf"(?:{one})(?:(?:{self._and})?(?:{one}))+") if table["written_together"] else None
        self._part = re.compile(rf"{one}|{self._and}")

    def is_word(self, low: str) -> bool:
        """Whether a number may start with this word in lower case."""
        if low in self._values or low in self._scales or low in self._articles or low in self._halves:
            return True
        return self._compound is not None and self._compound.fullmatch(low) is not None

    def digits(self, text: str, pieces: Sequence[Piece], at: int) -> tuple[float, int] | None:
        """The number in digits that starts here, times the scale behind it, and where it ends.

        None for more digits than any count has, and for the nought that leads a time or a telephone number.
        """
        match = self._digits.match(text, pieces[at].start)
        if match is None or re.match(r"0\d", match[1]):
            return None
        whole = re.sub(r"\D", "", match[1])
        value, end = float(f"{whole}.{match[2] or 0}"), match.end()
        behind = at
        while behind < len(pieces) and pieces[behind].start < end:
            behind += 1
        if behind < len(pieces) and _TIE.fullmatch(text, end, pieces[behind].start):
            scale = self._scales.get(pieces[behind].low)
            if scale is not None:
                value, end = round(value * scale, 6), self._end(text, pieces[behind])
        return value, end

    def spelled(self, text: str, pieces: Sequence[Piece], at: int) -> tuple[float, int, int] | None:
        """The number in words from here on, where it starts and ends; None where the words are none.

        An article is part of it only before a scale ("a dozen"); alone it is no number.
        """
        words: list[tuple[str, int]] = []
        index = at
        while index < min(len(pieces), at + _MOST_WORDS):
            piece = pieces[index]
            if index > at and not _TIE.fullmatch(text, pieces[index - 1].end, piece.start):
                break
            parts = self._parts(piece.low)
            if not parts:
                break
            words += ((part, self._end(text, piece)) for part in parts)
            index += 1
        return self._sum(words, pieces[at].start)

    def _end(self, text: str, piece: Piece) -> int:
        """Where a word ends, with the full stop of an abbreviated scale ("mio.")."""
        pointed = piece.low in self._points and text[piece.end : piece.end + 1] == "."
        return piece.end + 1 if pointed else piece.end

    def _parts(self, low: str) -> list[str]:
        if low in self._values or low in self._scales or low in self._halves or low in self._articles:
            return [low]
        if low == self._and:
            return [low]
        if self._compound is not None and self._compound.fullmatch(low):
            return self._part.findall(low)
        return []

    def _sum(self, words: Sequence[tuple[str, int]], start: int) -> tuple[float, int, int] | None:
        """The value of the longest run of words from the first on that is one number."""
        total = current = 0.0
        end: int | None = None
        room = float("inf")
        """What the next unit must stay under: anything at first, a hundred behind "hundred", ten behind "twenty"."""
        at = 0
        half = None
        if words and words[0][0] in self._articles:
            at = 1
        if len(words) > at and words[at][0] in self._halves:
            half, at = self._halves[words[at][0]], at + 1
            if len(words) > at and words[at][0] in self._articles:
                at += 1
        scaled_first = at > 0
        if scaled_first and (len(words) <= at or words[at][0] not in self._scales):
            if len(words) < 2 or words[1] != (self._and, words[0][1]):
                return None
            at, half, scaled_first = 0, None, False
        while at < len(words):
            word, word_end = words[at]
            if word == self._and:
                following = words[at + 1][0] if at + 1 < len(words) else ""
                before = words[at - 1][0] if at else ""
                fits = self._values.get(following, room) < room
                inner = before in self._values and following in self._values and word_end == words[at + 1][1]
                if end is None or not (inner or (before in self._scales and fits)):
                    break
                if inner:
                    room = float("inf")
            elif word in self._values:
                value = self._values[word]
                if value >= room:
                    break
                current += value
                room = 10.0 if value % 10 == 0 and 20 <= value < 100 else 0.0
                end = word_end
            elif word in self._scales:
                if end is None and not scaled_first and word not in self._bare_scales:
                    return None
                scale = self._scales[word]
                if end is not None and (current >= _LARGE / 10 if scale < _LARGE else total and scale >= total):
                    break
                current = (half if half is not None and end is None else max(current, 1.0)) * scale
                if scale >= _LARGE:
                    total, current = total + current, 0.0
                room = float(scale)
                end = word_end
            else:
                break
            at += 1
        return (total + current, start, end) if end is not None else None
