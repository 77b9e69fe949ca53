"""Numbers in text: their value, and the bounds, approximations, ranges and measures that the words around them make.

What words mean which number, which words make a bound and which are units of measure is the language pack's
table ``numbers``. Not counted, and left out, are ordinals, labels ("resolution 2085", "week 12"), clock times,
scores and telephone numbers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contingent.lang import LanguagePack
from contingent.read.number_bounds import BOUND_REACH, NumberBounds, bounded
from contingent.read.number_words import TOKEN, NumberWords, Piece


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
    designation: bool = False
    """Whether the number is part of a unit's name and counts nothing ("402 Special Forces Brigade")."""
    people: bool = False
    """Whether the number by itself counts people ("300-strong", "120-man")."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number before its surroundings are read."""

    start: int
    end: int
    value: float


_REMEMBERED = 20_000
"""How many words are remembered as number words or not; a language's pages have fewer frequent ones."""
_SIGN_BEFORE = re.compile(r"[\w.,/:'’+−-]$")
_DASH = re.compile(r"[ \u00a0]?[-–—][ \u00a0]?")
_BEHIND_DIGITS = re.compile(r"[\w/]|[.,:-]\d|[-–]\d")
_PAIRS = re.compile(r"\+?\d{2,4}(?:[ \u00a0-]\d{2,4}){2,}(?!\d)")
"""Three groups of digits with a group that makes no thousands: a telephone number."""


class NumberReader:
    """Finds the numbers of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._words, self._bounds = NumberWords(table), NumberBounds(table)
        self._is_word = functools.lru_cache(_REMEMBERED)(self._words.is_word)
        self._to, self._or = frozenset(table["to"]), frozenset(table["or"])
        self._and, self._between = table["and"], frozenset(table["between"])
        self._from, self._changes = frozenset(table["from"]), re.compile("|".join(table["changes"]))
        self._labels = frozenset(label.lower().rstrip(".") for label in table["labels"])
        self._no_count = frozenset(table["no_count"])
        self._not_counted = frozenset(table["not_counted"])
        self._vague = frozenset(table["vague"])
        self._people = re.compile("|".join(rf"{re.escape(word)}\b" for word in table["people"]))
        self._measures = {w.lower(): kind for kind, words in table["measures"].items() for w in words}
        measure = "|".join(re.escape(w) for w in sorted(self._measures, key=len, reverse=True))
        self._measure = re.compile(rf"[ \u00a0\n-]?({measure})(?!\w)", re.IGNORECASE)
        money = "|".join(re.escape(w) for w in sorted(table["currency"], key=len, reverse=True))
        self._money = re.compile(rf"(?:{money})[ \u00a0]?$")
        self._unit_nouns = frozenset(table["unit_nouns"])
        self._ordinal = re.compile(table["ordinal"])

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[NumberExpression]:
        """The numbers of the text in order."""
        stop = len(text) if end is None else end
        pieces = [Piece(m.start(), m.end(), m.group().lower()) for m in TOKEN.finditer(text, start, stop)]
        numbers = list(self._numbers(text, pieces))
        found: list[NumberExpression] = []
        at = 0
        while at < len(numbers):
            one = numbers[at]
            two = numbers[at + 1] if at + 1 < len(numbers) else None
            kind = self._range(text, one, two) if two is not None else None
            if kind == "none":
                at += 2
                continue
            after = found[-1].end if found else start
            found.append(self._expression(text, one, two if kind == "range" else None, after))
            at += 2 if kind == "range" else 1
        return found

    def _numbers(self, text: str, pieces: Sequence[Piece]) -> Iterator[_Number]:
        """The bare numbers that are no ordinals, labels, times or telephone numbers."""
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            if not piece.low[0].isdigit() and not self._is_word(piece.low):
                at += 1
                continue
            found: tuple[float, int, int] | None = None
            stop = piece.end
            if piece.low[0].isdigit():
                phone = _PAIRS.match(text, piece.start)
                digits = self._words.digits(text, pieces, at)
                stop = digits[1] if digits else piece.end
                if phone and phone.end() > stop:
                    stop = phone.end()
                elif digits and self._counts(text, pieces, at, stop):
                    found = (digits[0], piece.start, stop)
            elif not _SIGN_BEFORE.search(text, max(0, piece.start - 1), piece.start):
                found = self._words.spelled(text, pieces, at)
                stop = found[2] if found else piece.end
                if found and not self._word_counts(text, pieces, at, stop):
                    found = None
            at += 1
            while at < len(pieces) and pieces[at].start < stop:
                at += 1
            if found:
                yield _Number(found[1], found[2], found[0])

    def _counts(self, text: str, pieces: Sequence[Piece], at: int, end: int) -> bool:
        """Whether digits stand by themselves and no label says what they number."""
        start = pieces[at].start
        if _SIGN_BEFORE.search(text, max(0, start - 1), start) and not self._is_second(text, pieces, at):
            return False
        if _BEHIND_DIGITS.match(text, end) and not (text[end] in "-–" and _DASH.match(text, end)):
            return False
        return not self._ordinal.match(text, end) and not self._is_labelled(text, pieces, at)

    def _is_second(self, text: str, pieces: Sequence[Piece], at: int) -> bool:
        """Whether a dash before the digits joins them to digits before it ("10-12")."""
        if at == 0 or text[pieces[at].start - 1] not in "-–" or not pieces[at - 1].low[0].isdigit():
            return False
        before = pieces[at - 1].start
        return pieces[at - 1].end == pieces[at].start - 1 and not (before and text[before - 1] in "-–./:")

    def _is_labelled(self, text: str, pieces: Sequence[Piece], at: int) -> bool:
        """Whether a label stands before the number, or before others that it goes on from ("resolutions 1 and 2")."""
        index = at - 1
        while index >= 0 and text[pieces[index].end : pieces[index + 1].start].strip() in ("", ".", ",", "(", "-"):
            low = pieces[index].low
            if low in self._labels:
                return True
            listed = low == self._and or "," in text[pieces[index].end : pieces[index + 1].start]
            if not (listed or (low[0].isdigit() and pieces[index + 1].low == self._and)) or at - index > 8:
                return False
            index -= 1
        return False

    def _word_counts(self, text: str, pieces: Sequence[Piece], at: int, end: int) -> bool:
        """Whether a number word counts: not "no one", "several hundred", "Sector Two", "Task Force One"."""
        piece = pieces[at]
        before = pieces[at - 1] if at and text[pieces[at - 1].end : piece.start] in (" ", "\u00a0") else None
        if before is not None:
            capital = text[piece.start].isupper() and text[before.start].isupper()
            if (
                before.low in self._labels
                or before.low in self._vague
                or (capital and text[piece.start : end].istitle())
            ):
                return False
        if piece.low not in self._no_count or end != piece.end:
            return True
        if before is not None and before.low in self._not_counted:
            return False
        if text[end : end + 1] in (".", ",", ";"):
            return False
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        return following is None or following.low not in self._not_counted

    def _range(self, text: str, one: _Number, two: _Number) -> str | None:
        """How two numbers are joined: ``range``, ``none`` (a score), or None for two numbers of their own."""
        gap = text[one.end : two.start]
        if _DASH.fullmatch(gap):
            return "range" if two.value > one.value else "none"
        word = gap.strip().lower()
        if two.value <= one.value or not gap[:1].isspace() or not gap[-1:].isspace():
            return None
        before = self._words_before(text, one.start)
        if word in self._to:
            changed = before[-1:] and before[-1] in self._from
            return None if changed and self._changes.search(text, max(0, one.start - 80), one.start) else "range"
        if word in self._or or (word == self._and and before[-1:] and before[-1] in self._between):
            return "range"
        return None

    @staticmethod
    def _words_before(text: str, start: int) -> list[str]:
        """The words right before a place, in lower case, up to a sign that parts them from it."""
        line = text[max(0, start - BOUND_REACH) : start]
        if line and not line[-1].isspace():
            return []
        kept: list[str] = []
        for word in reversed(line.lower().split()):
            if word[-1] in ",;:)!?" or (kept and word[-1] == "." and len(word) > 7):
                break
            kept.append(word.lstrip("([\"'“"))
            if word[0] in "([":
                break
        return kept[::-1]

    def _expression(self, text: str, one: _Number, two: _Number | None, after: int) -> NumberExpression:
        """The number with its surroundings, none of which stands before ``after``."""
        low: float | None = one.value
        high: float | None = two.value if two else one.value
        end = two.end if two else one.end
        digits_end = one.end
        designation = two is None and text[one.start].isdigit() and self._is_designation(text, one.end)
        start, kinds = (one.start, []) if designation else self._bounds.before(text, one.start, after)
        behind_end, kind_behind = self._bounds.behind(text, end)
        low, high, approx = bounded(low, high, [*kinds, *([kind_behind] if kind_behind else ())])
        people = self._people.match(text, end)
        measured = self._measure.match(text, end)
        measure = self._measures[measured[1].lower()] if measured and not people else None
        unit = measured[1] if measured and measure else None
        if self._money.search(text, max(0, one.start - 5), one.start):
            measure = "money"
        if unit and measured:
            end = measured.end()
        elif kind_behind:
            end = behind_end
        elif people:
            end = people.end()
        return NumberExpression(
            start,
            end,
            _plain(low),
            _plain(high),
            approx,
            one.start,
            digits_end,
            bool(kinds or kind_behind),
            unit,
            measure,
            designation,
            people is not None,
        )

    def _is_designation(self, text: str, end: int) -> bool:
        """Whether capitalised words up to a unit's noun stand behind a number ("3 (UK) Armoured Division")."""
        for word in text[end : end + 60].replace("(", " ").replace(")", " ").split("\n")[0].split()[:6]:
            if not word[0].isupper():
                return False
            if word.rstrip(".,;:").lower() in self._unit_nouns:
                return True
            if word[-1] in ".,;:":
                return False
        return False


def _plain(value: float | None) -> int | float | None:
    return int(value) if value is not None and value == int(value) else value


@functools.cache
def number_reader(pack: LanguagePack) -> NumberReader:
    """The number reader of a language; raises ``DataError`` if its pack has no table ``numbers``."""
    return NumberReader(pack.table("numbers"))
