"""The day of publication that a text states of itself.

Three signs are read, the surest first: a date behind a word such as "updated", a date behind a word such
as "published", and a date that stands by itself in the head of the text. The words are data
(``[publication]`` in ``time.toml``). Where no sign is found the day is unknown: never a guess.
"""

from __future__ import annotations

import functools
import re

from contingent.lang import LanguagePack
from contingent.period import parse_bound
from contingent.read.time_table import alternatives
from contingent.read.times import TimeExpression, time_reader

_HEAD_LINES = 14
"""How many lines at the top can hold the date line; pages carry menus and a title above it."""
_LINE = 110
"""A line longer than this is running text, not a date line."""
_BEFORE_CUE = 48
_APART = re.compile(r"(?:^|[|·•–—»\t(]|\s-|\s{2})\s*\Z")
_ENDS = re.compile(r"\s*(?:$|[|·•–—\t)]|\s-|\s{2}|,?\s*(?:[^\W\d_]{1,3}\.?\s*)?\d{1,2}[.:]\d\d)")


def find_publication_day(text: str, pack: LanguagePack) -> str | None:
    """The bound of the day on which the text says that it was published or last updated; None if it does not say.

    "Published 15 December 2020. Updated 10 February 2021" is ``2021-02-10``; a page that is dated by its
    month alone yields the month.
    """
    dates = [
        (expression, bound)
        for expression in time_reader(pack).find(text)
        if expression.role in ("on", "none", "from", "until") and (bound := _bound(expression))
    ]
    updated, published = _cues(pack)
    updates = [bound for expression, bound in dates if _stands_before(updated, text, expression)]
    if updates:
        return max(updates, key=parse_bound)
    for expression, bound in dates:
        if _stands_before(published, text, expression):
            return bound
    head = _end_of_head(text)
    lines = [(e, bound) for e, bound in dates if e.start < head and _is_date_line(text, e)]
    return next((bound for _, bound in lines if len(bound) == 10), lines[0][1] if lines else None)


@functools.cache
def _cues(pack: LanguagePack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = pack.table("time")["publication"]
    updated, published = (
        re.compile(rf"(?<!\w){alternatives(table[name])}[\s:(]{{0,4}}\Z") for name in ("updated", "published")
    )
    return updated, published


def _bound(expression: TimeExpression) -> str | None:
    """The day or month that the expression names without help from elsewhere."""
    if expression.first is None or expression.last is not None or not expression.first.month:
        return None
    on = expression.resolve_alone()
    return on if on and len(on) in (7, 10) else None


def _stands_before(cue: re.Pattern[str], text: str, expression: TimeExpression) -> bool:
    return cue.search(text[max(0, expression.start - _BEFORE_CUE) : expression.start].lower()) is not None


def _end_of_head(text: str) -> int:
    end = 0
    for number, line in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text)):
        if number == _HEAD_LINES:
            break
        end = line.end()
    return end


def _is_date_line(text: str, expression: TimeExpression) -> bool:
    """Whether a date stands by itself in its line, set off from whatever else the line holds."""
    first, last = text.rfind("\n", 0, expression.start) + 1, text.find("\n", expression.end)
    last = len(text) if last < 0 else last
    before, behind = text[first : expression.start], text[expression.end : last]
    return len(before) + len(behind) < _LINE and bool(_APART.search(before)) and bool(_ENDS.match(behind))
