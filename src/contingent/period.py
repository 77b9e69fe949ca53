"""Days, bounds and periods: the only module that compares days.

A *bound* is a stretch of days in which one day lies, written as in the claim format. A *period* has a
bound for its start and a bound for its end: ``possible_start <= certain_start`` and
``certain_end <= possible_end``. The law of this module: a day is certain only if the text or the day of
publication dates it, and no rule makes a day impossible that the text leaves possible.
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from contingent.errors import PeriodError

_BOUND = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:/(\d{4})-(\d\d)-(\d\d))?)?)?\Z", re.ASCII)
_DAY = timedelta(days=1)


@functools.lru_cache(maxsize=65536)
def parse_bound(text: str) -> tuple[date, date]:
    """The first and the last day of a bound: ``2021``, ``2021-05``, ``2021-05-01`` or ``2021-05-01/2021-08-31``.

    Raises ``PeriodError`` for anything else, for days that no calendar has, and for days in the wrong order.
    """
    match = _BOUND.match(text)
    if match is None:
        raise PeriodError(f"{text!r} is not a bound in time; write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DD/YYYY-MM-DD.")
    year, month, day, last_year, last_month, last_day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1) if month or len(text) == 4 else date(year, month, 1)
        if last_year or len(text) > 10:
            last = date(last_year, last_month, last_day)
        elif len(text) == 10:
            first = last = date(year, month, day)
        elif month:
            last = date(year, month, calendar.monthrange(year, month)[1])
        else:
            last = date(year, 12, 31)
    except ValueError:
        raise PeriodError(
            f"{text!r} holds a day that is not in the calendar; correct its year, month or day."
        ) from None
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
    if first.day == 1 and first.year == last.year and last.day == calendar.monthrange(last.year, last.month)[1]:
        if first.month == last.month:
            return first.isoformat()[:7]
        if (first.month, last.month) == (1, 12):
            return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"


def is_before(bound: str | None, day: date | None) -> bool:
    """Whether all of a bound lies before a day: not "2024" before 15 May 2024; never where either is unknown."""
    return bool(bound) and day is not None and parse_bound(bound or "")[1] < day


def is_behind(bound: str | None, day: date | None) -> bool:
    """Whether all of a bound lies behind a day: not "2024" behind 15 May 2024; never where either is unknown."""
    return bool(bound) and day is not None and parse_bound(bound or "")[0] > day


class Certainty(StrEnum):
    """Whether a period holds on a day."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"


class Side(StrEnum):
    """On which side of a period a day lies on which the thing was not so."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Period:
    """When a thing was so, as far as one statement or several together tell.

    It starts between ``possible_start`` and ``certain_start`` and ends between ``certain_end`` and
    ``possible_end``, all days included; None leaves a side open. From ``certain_start`` to ``certain_end`` it
    was so on every day. Where ``certain_start`` is the later of the two, or one of them is None, no day is
    certain: the thing was so on at least one day of the period. ``starts_known`` and ``ends_known`` say
    whether the start and the end themselves are stated, rather than only a time when the thing was so.

    Nothing ends before it can have started: the inner days are moved to where the outer days allow them.
    Raises ``PeriodError`` where the days are out of order or a known start or end has no outer day.
    """

    possible_start: date | None = None
    certain_start: date | None = None
    certain_end: date | None = None
    possible_end: date | None = None
    starts_known: bool = False
    ends_known: bool = False

    def __post_init__(self) -> None:
        """Refuse days out of order, so that no such period exists, and tighten the inner days."""
        if (self.starts_known and self.possible_start is None) or (self.ends_known and self.possible_end is None):
            raise PeriodError("A known start or end of a period lacks its outermost day; give the day.")
        object.__setattr__(self, "certain_end", _greatest(self.certain_end, self.possible_start))
        object.__setattr__(self, "certain_start", _least(self.certain_start, self.possible_end))
        for earlier, later in (
            (self.possible_start, self.certain_start),
            (self.certain_end, self.possible_end),
        ):
            if earlier is not None and later is not None and earlier > later:
                raise PeriodError(f"A period cannot run from {earlier} to {later}; give the earlier day first.")

    @property
    def certain(self) -> tuple[date, date] | None:
        """The first and last day on which the thing certainly was so, or None where no day is certain."""
        if self.certain_start is None or self.certain_end is None or self.certain_start > self.certain_end:
            return None
        return self.certain_start, self.certain_end

    def on(self, day: date) -> Certainty:
        """Whether the period holds on ``day``: certainly, possibly, or not (outside the outer days)."""
        certain = self.certain
        if certain is not None and certain[0] <= day <= certain[1]:
            return Certainty.CERTAIN
        if self.possible_start is not None and day < self.possible_start:
            return Certainty.NO
        if self.possible_end is not None and day > self.possible_end:
            return Certainty.NO
        return Certainty.POSSIBLE

    def side(self, day: date) -> Side | None:
        """``BEFORE`` a known start, ``AFTER`` a known end, or None where neither is known of ``day``."""
        if self.starts_known and self.possible_start is not None and day < self.possible_start:
            return Side.BEFORE
        if self.ends_known and self.possible_end is not None and day > self.possible_end:
            return Side.AFTER
        return None

    def distance(self, day: date) -> int | None:
        """The days from ``day`` to the nearest certain day, 0 within the certain part; None where no day is certain."""
        certain = self.certain
        if certain is None:
            return None
        return max((certain[0] - day).days, (day - certain[1]).days, 0)

    def merge(self, other: Period) -> Period:
        """The one unbroken spell that both periods tell of; the order of merging does not matter.

        A known start or end beats an unknown one; two known ones that differ are both left possible; a
        day that either makes certain stays certain, and so do the days between the two.
        """
        certain_start = _least(self.certain_start, other.certain_start)
        certain_end = _greatest(self.certain_end, other.certain_end)
        possible_start = _merged_outer_day(self, other, "starts_known", "possible_start", min)
        possible_end = _merged_outer_day(self, other, "ends_known", "possible_end", max)
        return Period(
            None if possible_start is None else _least(possible_start, certain_start),
            certain_start,
            certain_end,
            None if possible_end is None else _greatest(possible_end, certain_end),
            self.starts_known or other.starts_known,
            self.ends_known or other.ends_known,
        )


def _least(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _greatest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _shifted(day: date, days: int) -> date:
    """``day`` moved by ``days``, held within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _merged_outer_day(
    one: Period, other: Period, flag: str, field: str, outermost: Callable[[list[date]], date]
) -> date | None:
    """The outermost day of the periods that know this end; if neither does, an open side keeps it open."""
    periods = [period for period in (one, other) if getattr(period, flag)] or [one, other]
    days = [getattr(period, field) for period in periods]
    return None if None in days else outermost(days)


@functools.lru_cache(maxsize=65536)
def period_of(
    start: str | None,
    end: str | None,
    as_of: str | None = None,
    modality: str = "actual",
    published: str | None = None,
) -> Period:
    """The period that a claim states, from its bounds, its modality and its document's day of publication.

    The rules are those of the design's section on time. ``modality`` is a value of the claim format.
    Raises ``PeriodError`` for malformed bounds, an end before the start, or an ``as_of`` outside of both.
    """
    first_start, last_start = parse_bound(start) if start else (None, None)
    first_end, last_end = parse_bound(end) if end else (None, None)
    if first_start and last_end and first_start > last_end:
        raise PeriodError(f"The end {end!r} lies before the start {start!r}; correct one of the two.")
    evidence = parse_bound(as_of) if as_of else None
    if evidence and ((first_start and evidence[1] < first_start) or (last_end and evidence[0] > last_end)):
        raise PeriodError(f"The day {as_of!r} lies outside the stated time, {start!r} to {end!r}; correct one of them.")
    publication = parse_bound(published) if published else None
    starts_known, ends_known = first_start is not None, last_end is not None
    if publication and modality == "past":
        day = publication[1]
        if not _lies_ahead(day, first_start, evidence):
            # What is over may have ended on the day of publication only where the text dates it that late.
            reaches_day = last_end or (last_start and last_start >= day) or (evidence and evidence[1] >= day)
            last_end = _least(last_end, day if reaches_day else _shifted(day, -1))
            first_end = first_end and _least(first_end, last_end)
            ends_known = True
    elif publication and modality == "planned":
        over = any(day and day < publication[0] for day in (last_end, evidence and evidence[1]))
        if first_start is None and not over:
            first_start, starts_known = publication[0], True
    elif publication and evidence is None:
        over = last_end is not None and last_end < publication[0]
        evidence = None if over or _lies_ahead(publication[1], first_start) else publication
    if evidence:
        last_start = _least(last_start, evidence[1])
        first_end = _greatest(first_end, evidence[0])
    return Period(first_start, last_start, first_end, last_end, starts_known, ends_known)


def _lies_ahead(day: date, first_start: date | None, evidence: tuple[date, date] | None = None) -> bool:
    """Whether a statement's own dates come after the day of publication, so that it says nothing of that day."""
    return (first_start is not None and first_start > day) or (evidence is not None and evidence[0] > day)
