"""Days, bounds and periods: the only module that compares days.

A *bound* is a stretch of days in which one day lies, written as in the claim format.
"""

from __future__ import annotations

import calendar
import functools
import re
from datetime import date

from contingent.errors import PeriodError

_BOUND = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:/(\d{4})-(\d\d)-(\d\d))?)?)?\Z", re.ASCII)


@functools.lru_cache(maxsize=65536)
def parse_bound(text: str) -> tuple[date, date]:
    """The first and the last day of a bound: ``2021``, ``2021-05``, ``2021-05-01`` or ``2021-05-01/2021-08-31``.

    Raises ``PeriodError`` for anything else, for days that no calendar has, and for days in the wrong order.
    """
    match = _BOUND.match(text)
    if match is None:
        raise PeriodError(
            f"{text!r} is not a bound in time; write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DD/YYYY-MM-DD."
        )
    year, month, day, *second = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if second[0]:
            last = date(second[0], second[1] or 0, second[2] or 0)
        elif day:
            last = first
        elif month:
            last = date(first.year, month, calendar.monthrange(first.year, month)[1])
        else:
            last = date(first.year, 12, 31)
    except ValueError:
        raise PeriodError(f"{text!r} holds a day that is not in the calendar; correct its month or day.") from None
    if first > last:
        raise PeriodError(f"{text!r} ends before it starts; write the earlier day first.")
    return first, last


def print_bound(first: date, last: date) -> str:
    """The shortest bound that holds exactly the days from ``first`` to ``last``; the inverse of ``parse_bound``.

    Raises ``PeriodError`` if ``first`` is the later day.
    """
    if first > last:
        raise PeriodError(f"A bound cannot run from {first} to {last}; give the earlier day first.")
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1] and first.year == last.year:
        if first.month == last.month:
            return first.isoformat()[:7]
        if (first.month, last.month) == (1, 12):
            return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"
