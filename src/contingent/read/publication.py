"""The day on which a text says that it was published or last updated.

A stated update counts before a first publication: the page is as it is since then. Only what the text says is
taken; a page that names no day has none.
"""

from __future__ import annotations

import functools
import re

from contingent.lang import LanguagePack
from contingent.period import parse_bound
from contingent.read.times import time_reader

_EDGE = 900
"""Code points at the head and at the end of a text in which a dateline can stand; longer ones were never seen."""
_LONGEST_DATELINE = 90
_NEAR = 40
"""Code points between a cue ("last updated") and its day."""


@functools.cache
def _cues(pack: LanguagePack) -> re.Pattern[str]:
    cues = sorted(pack.table("publication")["cues"], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(cue) for cue in cues) + r")(?!\w)", re.IGNORECASE)


def find_publication_day(text: str, pack: LanguagePack) -> str | None:
    """The day of publication as a bound (``2021-04-15``, ``2022-02``), None if the text names none.

    The latest day behind a cue such as "last updated" wins, then a line at the head of the text that is little
    more than a date, then one at its end.
    """
    reader = time_reader(pack)
    cued = [
        day
        for match in _cues(pack).finditer(text)
        for expression in reader.find(text, match.end(), min(len(text), match.end() + _NEAR))[:1]
        if (day := _day(expression.resolve(None).on)) is not None
    ]
    if cued:
        return max(cued, key=lambda day: parse_bound(day)[1])
    for first, last in ((0, _EDGE), (max(0, len(text) - _EDGE), len(text))):
        for match in re.finditer(r"[^\n]+", text[first:last]):
            if len(match.group()) > _LONGEST_DATELINE:
                continue
            for expression in reader.find(match.group()):
                day = _day(expression.resolve(None).on)
                if day is not None and _is_dateline(match.group(), expression.start, expression.end):
                    return day
    return None


def _day(bound: str | None) -> str | None:
    """A bound that is one day or one month; longer ones tell no day of publication."""
    if bound is None:
        return None
    first, last = parse_bound(bound)
    return bound if first == last or len(bound) == len("2022-02") else None


def _is_dateline(line: str, start: int, end: int) -> bool:
    """Whether the words beside a date are those of a dateline: set off by signs or wide gaps, no sentence."""
    before, after = line[:start].rstrip(), line[end:].lstrip()
    separate = not before or before[-1] in "|·•,-–—/)" or line[:start].endswith("  ")
    return (
        separate and not (after and after[0].islower() and len(after.split()) > 8) and not line.rstrip().endswith(".")
    )
