"""Points in time as a text names them, and the days that they mean.

A point keeps what its words say ("May", "the second half", "last Thursday"); ``days_of`` turns it into
a first and a last day once the day of publication is known. The rules are those of the claim format:
early, mid and late are thirds of a year, a season has three months, a week runs from Monday to Sunday.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

Days = tuple[date, date]
"""A first and a last day."""

THIRDS = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}
_FRIDAY = 5
_SOME = {"day": (2, "week"), "week": (2, "month"), "month": (1, "year"), "year": (1, "year")}
"""How far "the coming days" or "recent weeks" reach at most: who means more names the next larger unit."""
_LATEST_MONTH_OF_NEW_YEAR = 2
"""Up to this month "the new year" is the year that has just begun, later the one to come."""


class Aim(Enum):
    """Which of the days that a point without a year can mean is meant."""

    LAST = "last"
    """The latest that has begun by the day of publication."""
    NEXT = "next"
    """The earliest that is not over on the day of publication."""
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Point:
    """What the words of one point in time say; None for what they leave out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    part: str | None = None
    season: int | None = None
    half: int | None = None
    quarter: int | None = None
    decade: int | None = None
    unit: str | None = None
    """``day``, ``weekend``, ``week``, ``month`` or ``year``: the unit of ``shift`` and ``count``."""
    shift: int | str | None = None
    """How many units, or how many of the named weekdays, seasons or months, from the day of publication.

    ``recent`` is the unit of the day before, ``new`` the new year, ``coming`` and ``lately`` some units ahead or back.
    """
    count: float | None = None
    direction: int = 0
    """With ``count``: -1 for so long ago, 1 for so long ahead."""
    anchored: bool = False
    """Counted from a day that the text named before rather than from the day of publication."""
    turn: bool = False
    """The turn of a year."""

    @property
    def is_plain_year(self) -> bool:
        """Whether the words name a year and nothing else."""
        return self == Point(year=self.year) and self.year is not None

    @property
    def has_year(self) -> bool:
        """Whether the words fix the year, be it relative to the day of publication."""
        return self.year is not None or self.unit == "year" or self.decade is not None


def days_of(point: Point, published: date | None, aim: Aim = Aim.LAST, anchor: Days | None = None) -> Days | None:
    """The first and the last day that a point can mean, or None if they cannot be told.

    ``published`` is needed where the words leave out the year, ``anchor`` where they point at a day named before.
    """
    try:
        return _days_of(point, published, aim, anchor)
    except (ValueError, OverflowError):  # a day that no calendar has, such as 30 February
        return None


def shifted(days: Days, unit: str, count: float) -> Days:
    """``days`` moved by a number of units; months and years keep whole months and years whole."""
    first, last = days
    if unit in ("month", "year"):
        months = round(count * (12 if unit == "year" else 1))
        whole = first.day == 1 and last == _month_end(last)
        moved = _months_on(last, months)
        return _months_on(first, months), _month_end(moved) if whole else moved
    step = timedelta(days=round(count * (7 if unit == "week" else 1)))
    return first + step, last + step


def counted_from(day: date, count: float, unit: str) -> Days | None:
    """The day, week, month or year that lies so many units from the one that holds ``day``."""
    around = _unit_around(day, unit, 0)
    return None if around is None else shifted(around, unit, count)


def in_whole_units(count: float, unit: str) -> tuple[float, str]:
    """A number of units without a broken year: half a year is six months."""
    return (count * 12, "month") if unit == "year" and count != int(count) else (count, unit)


def _days_of(point: Point, published: date | None, aim: Aim, anchor: Days | None) -> Days | None:
    if point.anchored:
        return _anchored(point, anchor)
    if point.count is not None:
        return _counted(point, published)
    if point.decade is not None:
        return _thirds(point, point.decade, 10)
    if point.unit and point.shift in ("coming", "lately"):
        return _some_around(published, point.unit, 1 if point.shift == "coming" else -1) if published else None
    year = _year(point, published)
    if point.unit and point.unit != "year" and point.shift is not None:
        return _relative(point, published)
    if point.weekday and not point.month and not point.day and not point.week:
        return _weekday(point, published, aim)
    of_year = _of_year(point)
    if of_year is None:
        return None
    if year is not None:
        return of_year(year)
    if published is None:
        return None
    days = _aimed(of_year, published, aim, point.shift, point.turn)
    if days and point.weekday and days[0].isoweekday() != point.weekday:
        return _on_weekday(of_year, published, point.weekday) or days
    return days


def _of_year(point: Point) -> Callable[[int], Days | None] | None:
    """What the point means in a given year."""
    if point.day and point.month and point.unit == "week":
        return lambda year: _week_of(date(year, point.month or 1, point.day or 1))
    if point.day and point.month:
        return lambda year: _one_day(year, point.month or 1, point.day or 1)
    if point.month:
        return lambda year: _months(year, point.month or 1, 1)
    if point.week and point.weekday:
        return lambda year: (date.fromisocalendar(year, point.week or 1, point.weekday or 1),) * 2
    if point.week:
        return lambda year: _week_of(date.fromisocalendar(year, point.week or 1, 1))
    if point.season and point.part:
        # A part of a season is a matter of taste: widened to the year, as the Research Handbook does.
        return lambda year: (date(year, 1, 1), date(year, 12, 31))
    if point.season:
        return lambda year: _months(year, point.season or 1, 3)
    if point.half:
        return lambda year: _months(year, 6 * (point.half or 1) - 5, 6)
    if point.quarter:
        return lambda year: _months(year, 3 * (point.quarter or 1) - 2, 3)
    if point.part:
        return lambda year: _months(year, *_third(point.part or "early"))
    return lambda year: (date(year, 1, 1), date(year, 12, 31))


def _third(part: str) -> tuple[int, int]:
    first, last = THIRDS[part]
    return first, last - first + 1


def _thirds(point: Point, year: int, years: int) -> Days:
    """A stretch of years, or its early, middle or late part."""
    if point.part is None:
        return date(year, 1, 1), date(year + years - 1, 12, 31)
    first, last = {"early": (0, 3), "middle": (3, 6), "late": (6, 9)}[point.part]
    return date(year + first, 1, 1), date(year + last, 12, 31)


def _year(point: Point, published: date | None) -> int | None:
    if point.year is not None or point.unit != "year" or published is None or point.shift is None:
        return point.year
    if point.shift == "new":
        return published.year + (published.month > _LATEST_MONTH_OF_NEW_YEAR)
    if point.shift == "recent":
        return (published - timedelta(days=1)).year
    return published.year + int(point.shift)


def _aimed(
    of_year: Callable[[int], Days | None], published: date, aim: Aim, shift: int | str | None, turn: bool
) -> Days | None:
    """The one of the years' days that is meant on the day of publication."""
    found = [days for year in range(published.year - 9, published.year + 10) if (days := _try(of_year, year))]
    if shift == 0:
        of_this_year = [days for days in found if published.year in (days[0].year, days[1].year)]
        return min(of_this_year, key=lambda days: _distance(days, published), default=None)
    over = [days for days in found if days[1] < published]
    begun = over if shift == -1 or turn else [days for days in found if days[0] <= published]
    to_come = [days for days in found if (days[0] > published if shift == 1 else days[1] >= published)]
    last, following = (begun[-1] if begun else None), (to_come[0] if to_come else None)
    if shift == -1 or (aim is Aim.LAST and shift != 1):
        return last
    if shift == 1 or aim is Aim.NEXT or last is None or following is None:
        return following
    return last if _distance(last, published) < _distance(following, published) else following


def _on_weekday(of_year: Callable[[int], Days | None], published: date, weekday: int) -> Days | None:
    """The nearest of the years' days that falls on the weekday that the words name: it tells the year."""
    found = [_try(of_year, year) for year in range(published.year - 1, published.year + 2)]
    fitting = [days for days in found if days and days[0].isoweekday() == weekday]
    return min(fitting, key=lambda days: _distance(days, published), default=None)


def _distance(days: Days, day: date) -> int:
    """The days from ``day`` to the nearest of ``days``."""
    return max((days[0] - day).days, (day - days[1]).days, 0)


def _try(of_year: Callable[[int], Days | None], year: int) -> Days | None:
    try:
        return of_year(year)
    except ValueError:  # 29 February, week 53
        return None


def _anchored(point: Point, anchor: Days | None) -> Days | None:
    if anchor is None:
        return None
    if point.count is not None and point.unit:
        return shifted(anchor, point.unit, point.count * point.direction)
    if point.unit is None or point.shift is None:
        return anchor
    of_year = _of_year(point) if point.unit == "year" else None
    if of_year:  # "in May of that year"
        return of_year(anchor[0].year + int(point.shift))
    return _unit_around(anchor[0], point.unit, int(point.shift))


def _counted(point: Point, published: date | None) -> Days | None:
    if published is None or point.unit is None or point.count is None:
        return None
    return counted_from(published, point.count * point.direction, point.unit)


def _relative(point: Point, published: date | None) -> Days | None:
    if published is None or point.unit is None:
        return None
    if point.shift == "recent" and point.unit == "weekend":
        days = _unit_around(published, point.unit, 0 if published.isoweekday() > _FRIDAY else -1)
    elif point.shift == "recent":
        days = _unit_around(published - timedelta(days=1), point.unit, 0)
    else:
        days = _unit_around(published, point.unit, int(point.shift or 0))
    if days and point.weekday:
        days = (days[0] + timedelta(days=point.weekday - 1),) * 2
    return days


def _some_around(published: date, unit: str, direction: int) -> Days:
    count, larger = _SOME[unit]
    (reached, _) = shifted((published, published), larger, count * direction)
    return (published, reached) if direction > 0 else (reached, published)


def _unit_around(day: date, unit: str, shift: int) -> Days | None:
    """The day, weekend, week, month or year that is ``shift`` units from the one that holds ``day``."""
    if unit == "day":
        return (day + timedelta(days=shift),) * 2
    if unit == "week":
        return _week_of(day + timedelta(weeks=shift))
    if unit == "weekend":
        _, sunday = _week_of(day + timedelta(weeks=shift))
        return sunday - timedelta(days=1), sunday
    if unit == "month":
        moved = _months_on(day.replace(day=1), shift)
        return moved, _month_end(moved)
    return date(day.year + shift, 1, 1), date(day.year + shift, 12, 31)


def _weekday(point: Point, published: date | None, aim: Aim) -> Days | None:
    if published is None or point.weekday is None:
        return None
    if point.shift == 0:
        day = _week_of(published)[0] + timedelta(days=point.weekday - 1)
    elif point.shift == 1 or (point.shift is None and aim is not Aim.LAST):
        ahead = (point.weekday - published.isoweekday()) % 7
        day = published + timedelta(days=ahead or (7 if point.shift else 0))
    else:
        back = (published.isoweekday() - point.weekday) % 7
        day = published - timedelta(days=back or (7 if point.shift else 0))
    return day, day


def _one_day(year: int, month: int, day: int) -> Days:
    return (date(year, month, day),) * 2


def _week_of(day: date) -> Days:
    monday = day - timedelta(days=day.isoweekday() - 1)
    return monday, monday + timedelta(days=6)


def _months(year: int, month: int, months: int) -> Days:
    first = date(year, month, 1)
    return first, _month_end(_months_on(first, months - 1))


def _months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
