"""Numbers in text: digits in the language's convention, words, and the bounds and approximations around them.

What words mean which number, which words make a bound and which words are units of measure is the language
pack's table ``numbers``; the rules by which number words are put together are here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from contingent.lang import LanguagePack


@dataclass(frozen=True, slots=True)
class NumberExpression:
    """A number with its bounds. ``start`` and ``end`` take in the words that bound it ("up to 140")."""

    start: int
    end: int
    low: int | float | None
    high: int | float | None
    approx: bool
    digits_start: int
    digits_end: int
    modified: bool
    """Whether a bound or an approximation stands with the number."""
    unit: str | None = None
    """The printed unit of a measure that follows."""
    measure: str | None = None
    """What the unit measures (``weight``, ``time``, ``money`` …); None for counts."""


class NumberReader:
    """Finds the numbers of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._words: dict[str, int] = dict(table["words"])
        self._scales: dict[str, int] = dict(table["scales"])
        self._joiner: str = table["and"]
        self._bounds: dict[str, str] = {w.lower(): kind for kind, words in table["bounds"].items() for w in words}
        self._measures: dict[str, str] = {w.lower(): kind for kind, words in table["measures"].items() for w in words}
        thousands, decimal = re.escape(table["thousands"]), re.escape(table["decimal"])
        digits = rf"\d{{1,3}}(?:(?:{thousands}|[\u00a0\u202f])\d{{3}})+(?!\d)(?:{decimal}\d+)?|\d+(?:{decimal}\d+)?"
        number_words = sorted({*self._words, *self._scales}, key=len, reverse=True)
        word = "|".join(re.escape(w) for w in number_words)
        compound = (
            rf"(?:{word})(?:(?:-|{'' if not table['written_together'] else '|'})(?:(?:{table['and']})?)(?:{word}))*"
            if table["written_together"]
            else rf"(?:{word})(?:-(?:{word}))*"
        )
        spelled = rf"(?:{compound})(?:\s+(?:{self._joiner}\s+)?(?:{compound}))*"
        scale = "|".join(re.escape(w) for w in sorted(self._scales, key=len, reverse=True))
        one = rf"(?:(?:{digits})(?:\s+(?:{scale})\b)?|{spelled})"
        bound = "|".join(re.escape(w) for w in sorted(self._bounds, key=len, reverse=True))
        labels = "|".join(re.escape(w) for w in table["labels"])
        measure = "|".join(re.escape(w) for w in sorted(self._measures, key=len, reverse=True))
        money = "|".join(re.escape(w) for w in table["currency"])
        self._pattern = re.compile(
            rf"(?P<label>\b(?:{labels})\s+)?(?P<money>(?:{money})\s?)?"
            rf"(?P<bound>(?<!\w)(?:(?:{bound})\s+){{1,3}})?"
            rf"(?<![\w.,/:-])(?P<one>{one})(?![\w/])(?![.,:-]\d)"
            rf"(?:(?:\s+(?:{table['to']})\s+|\s?[-–]\s?)(?P<two>{one})(?![\w-]))?"
            rf"(?:(?:\s+|-)?(?P<measure>(?:{measure})(?!\w)))?",
            re.IGNORECASE,
        )
        self._compound = re.compile(word, re.IGNORECASE)
        self._thousands, self._decimal = table["thousands"], table["decimal"]

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[NumberExpression]:
        """The numbers of the text in order; ordinals, labels ("resolution 2085") and clock times are left out."""
        found: list[NumberExpression] = []
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            if match["label"]:
                continue
            first = self._value(match["one"])
            second = self._value(match["two"]) if match["two"] else None
            if first is None:
                continue
            low: int | float | None = first
            high: int | float | None = first
            approx = False
            last = match.end("one")
            if second is not None and second > first:
                high, last = second, match.end("two")
            for kind in self._kinds(match["bound"] or ""):
                if kind == "at most":
                    low = None
                elif kind == "at least":
                    high = None
                elif kind == "more than":
                    low, high = (low or 0) + 1, None
                elif kind == "less than":
                    low, high = None, (high or 1) - 1
                else:
                    approx = True
            measure = self._measures.get(match["measure"].lower()) if match["measure"] else None
            if match["money"]:
                measure = "money"
            if measure:
                last = match.end("measure") if match["measure"] else last
            begin = match.start("bound") if match["bound"] else match.start("one")
            found.append(
                NumberExpression(
                    begin,
                    match.end("one") if second is None and not measure else last,
                    low,
                    high,
                    approx,
                    match.start("one"),
                    match.end("one"),
                    bool(match["bound"]),
                    match["measure"],
                    measure,
                )
            )
        return found

    def _kinds(self, words: str) -> list[str]:
        rest, kinds = " ".join(words.lower().split()), []
        while rest:
            key = next(
                (b for b in sorted(self._bounds, key=len, reverse=True) if rest == b or rest.startswith(b + " ")), None
            )
            if key is None:
                break
            kinds.append(self._bounds[key])
            rest = rest[len(key) :].strip()
        return kinds

    def _value(self, text: str) -> int | float | None:
        """The value of digits or number words."""
        words = text.lower().split()
        head = words[0]
        if head[0].isdigit():
            for mark in (self._thousands, "\u00a0", "\u202f"):
                parts = head.split(self._decimal)[0].split(mark)
                if len(parts) > 1 and all(len(p) == 3 for p in parts[1:]):
                    head = head.replace(mark, "")
            value = float(head.replace(self._decimal, "."))
            for name in words[1:]:
                value = round(value * self._scales[name], 6)
            return int(value) if value == int(value) else value
        total = current = 0
        for word in (part for piece in words if piece != self._joiner for part in self._compound.findall(piece)):
            if word in self._words:
                current += self._words[word]
            else:
                scale = self._scales[word]
                current = max(current, 1) * scale
                if scale >= 1000:
                    total, current = total + current, 0
        return total + current or None


@functools.cache
def number_reader(pack: LanguagePack) -> NumberReader:
    """The number reader of a language; raises ``DataError`` if its pack has no table ``numbers``."""
    return NumberReader(pack.table("numbers"))
