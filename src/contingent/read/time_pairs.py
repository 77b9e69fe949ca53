"""Two points in time side by side: whether they make one expression, and what each leaves to the other to say.

"24-30 July" and "May to November 2019" are runs whose halves share a month or a year; "in May or June" names
two months; "Tuesday - 27 July" is no run at all.
"""

from __future__ import annotations

from dataclasses import replace

from contingent.read.time_points import THIRDS, Point


def fits(first: Point, last: Point, kind: str) -> bool:
    """Whether two points can be the halves of a range or the members of a pair."""
    if bool(first.weekday and not first.day) != bool(last.weekday and not last.day):
        return False  # "Tuesday - 27 July 2021" is one date
    if first.week and not first.weekday and last.day and not last.month:
        return kind == "to"  # "weeks 28-30"
    if bool(first.week) != bool(last.week):
        return False
    if first.unit == "week" or last.unit == "week":
        return kind == "to" and first.unit == last.unit
    if first.day and not first.month:
        return bool(last.day and last.month)
    if last.day and not last.month:
        return bool(first.day and first.month and first.year is None)
    if kind == "to":
        return True
    if first.shift is not None or last.shift is not None:
        return False
    if first.has_year and last.has_year:
        return adjoin(first, last)
    return not last.is_plain_year and _shape(first) == _shape(last)


def adjoin(first: Point, last: Point) -> bool:
    """Whether the second point follows the first without a gap, so that naming both names a run."""
    if first.is_plain_year and last.is_plain_year:
        return last.year == (first.year or 0) + 1
    if first.day and last.day:
        return last.day == first.day + 1
    if first.month and last.month and not first.day and not last.day:
        return last.month == first.month % 12 + 1
    return False


def completed(first: Point, last: Point) -> tuple[Point, Point]:
    """Both halves of a range, each given what only the other one says: "24-30 July", "May to November 2019"."""
    if first.part and first == Point(part=first.part):
        return replace(last, part=first.part), last
    if first.week and last.day and not last.month:
        last = replace(last, day=None, week=last.day)
    if last.day and not last.month and first.month:
        last = replace(last, month=first.month)
    if first.day and not first.month and last.month:
        first = replace(first, month=last.month)
    if not first.has_year and last.has_year and _position(first) is not None:
        if last.year is not None:
            first = replace(first, year=last.year - ((_position(first) or 0) > (_position(last) or 0)))
        else:
            first = replace(first, unit="year", shift=last.shift)
    elif first.year is not None and not last.has_year and _position(last) is not None:
        last = replace(last, year=first.year + ((_position(last) or 0) < (_position(first) or 0)))
    return first, last


def _position(point: Point) -> int | None:
    """Where in its year a point lies, as a number that grows with the days; None if it names no part of a year."""
    if point.month:
        return point.month * 100 + (point.day or 0)
    if point.week:
        return point.week * 23  # fifty-two weeks to twelve hundreds
    if point.season:
        return point.season * 100
    if point.half:
        return (6 * point.half - 5) * 100
    if point.quarter:
        return (3 * point.quarter - 2) * 100
    if point.part:
        return THIRDS[point.part][0] * 100
    return None


def _shape(point: Point) -> tuple[bool, ...]:
    return tuple(
        bool(value) for value in (point.month, point.day, point.weekday, point.season, point.half, point.quarter)
    )
