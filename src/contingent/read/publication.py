"""The day of publication that a text states of itself.

Four signs are read, the surest first: a date behind a word such as "updated", a date behind a word such
as "published", a date that stands by itself or behind a place or a name in the head of the text, and the week
that a bulletin says it covers. The words are data (``[publication]`` in ``time.toml``). Where no sign is found
the day is unknown: never a guess.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date, timedelta

from contingent.lang import LanguagePack
from contingent.period import parse_bound, print_bound
from contingent.read.time_table import alternatives
from contingent.read.times import TimeExpression, time_reader

_HEAD_LINES = 14
"""How many lines at the top can hold the date line; pages carry menus and a title above it."""
_LINE = 110
"""A line longer than this is running text, not a date line."""
_BEFORE_CUE = 64
_WEEKS = range(5, 9)
"""How many days a bulletin that comes out weekly covers; some leave out the weekend."""
_DAY = timedelta(days=1)
_APART = re.compile(r"(?:^|[|·•–—»›>\t(]|\s-|\s{2})\s*\Z")
_BEHIND_A_NAME = re.compile(r"^[^.:;!?]{0,90}(?:,|\.\s?,)\s*\Z|^(?:[^\W\d_a-zæøå][\w.'’-]*\s+){1,3}\Z")
"""A line that goes on to a date: "By Jane Doe,", "RAMSTEIN, Germany,", "København"."""
_CLOCK = r"(?:,?\s*(?:[^\W\d_]{1,3}\.?\s*)?\d{1,2}[.:]\d\d)"
_ENDS = re.compile(
    rf"\s*(?:$|[|·•–—\t)]|\s-|\s{{2}}|{_CLOCK}|\([^)\n]{{2,40}}\)\s*[–—-]|,\s*[^\W\d_]{{1,5}}\.?\s*\d{{1,4}}\s*$)"
)


def find_publication_day(text: str, pack: LanguagePack) -> str | None:
    """The bound of the day on which the text says that it was published or last updated; None if it does not say.

    "Published 15 December 2020. Updated 10 February 2021" is ``2021-02-10``; a page that is dated by its
    month alone yields the month. A bulletin of a week came out when the week was over, on its last day or the next.
    """
    expressions = time_reader(pack).find(text)
    dates = [
        (expression, bound)
        for expression in expressions
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
    lines = [(e, bound) for e, bound in dates if e.start < head and _is_date_line(text, e, _is_day(bound))]
    day = next((bound for _, bound in lines if _is_day(bound)), None)
    week = None if day else _covered_week(text[:head], expressions, pack, None)
    if week:
        return print_bound(week[1], week[1] + _DAY)
    return day or (lines[0][1] if lines else None)


def find_covered_week(
    text: str,
    expressions: list[TimeExpression],
    pack: LanguagePack,
    published: date | None = None,
    headings: Sequence[int] = (),
) -> tuple[str, str] | None:
    """The first and the last day of the week that the head of a bulletin says it covers; None for other texts.

    What a bulletin reports without a time of its own was done in these days. ``expressions`` are the times of the
    text; ``published`` tells the year where the head leaves it out. ``headings`` are the places where headings start:
    a heading may name the week without saying that it is covered. "Mission update - uge 28 2020" is
    ``("2020-07-06", "2020-07-12")``.
    """
    week = _covered_week(text[: _end_of_head(text)], expressions, pack, published, headings)
    return (week[0].isoformat(), week[1].isoformat()) if week else None


@functools.cache
def _cues(pack: LanguagePack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = pack.table("time")["publication"]
    behind = rf"[\s:(]{{0,4}}(?:{_CLOCK}\s)?\Z"
    updated = re.compile(rf"(?<!\w){alternatives(table['updated'])}{behind}")
    # "The treaty was published on 12 May" tells of the treaty: only what opens a line, a cell or a sentence counts.
    published = re.compile(rf"(?:^|[|·•–—»›>\t\n(]|[.!?-]\s|\s{{2}})\s*{alternatives(table['published'])}{behind}")
    return updated, published


@functools.cache
def _covers(pack: LanguagePack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(pack.table('time')['publication']['covers'])}")


def _covered_week(
    head: str,
    expressions: list[TimeExpression],
    pack: LanguagePack,
    published: date | None,
    headings: Sequence[int] = (),
) -> tuple[date, date] | None:
    for expression in expressions:
        if expression.end > len(head):
            break
        is_week = expression.role == "range" or (expression.first is not None and expression.first.week is not None)
        if not is_week:
            continue
        first, last = _line_around(head, expression)
        if last - first > _LINE:
            continue
        if not any(first <= start < last for start in headings) and not _covers(pack).search(head[first:last].lower()):
            continue
        line = [each for each in expressions if first <= each.start < last]
        year = next((each.first.year for each in line if each.first and each.first.year), None)
        start, end = expression.resolve(date(year, 12, 31) if year else published).spell
        if start and end and _is_day(start) and _is_day(end):
            (opens, _), (_, closes) = parse_bound(start), parse_bound(end)
            if (closes - opens).days + 1 in _WEEKS:
                return opens, closes
    return None


def _is_day(bound: str) -> bool:
    first, last = parse_bound(bound)
    return first == last


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


def _is_date_line(text: str, expression: TimeExpression, is_day: bool) -> bool:
    """Whether a date stands by itself in its line, set off from whatever else the line holds, or closes a name."""
    first, last = _line_around(text, expression)
    before, behind = text[first : expression.start], text[expression.end : last]
    if not _ENDS.match(behind):
        return False
    if _APART.search(before):
        return len(before) + len(behind) < _LINE
    return is_day and not expression.current and _BEHIND_A_NAME.search(before) is not None


def _line_around(text: str, expression: TimeExpression) -> tuple[int, int]:
    last = text.find("\n", expression.end)
    return text.rfind("\n", 0, expression.start) + 1, len(text) if last < 0 else last
