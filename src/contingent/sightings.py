"""Sightings: what was seen in the certain days of many periods, kept so that any day is answered at once.

The law of this module: a question costs the logarithm of the number of sightings and the length of its answer, and
its answer does not depend on the order in which they came.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from typing import Generic, TypeVar

from contingent.period import Period

Seen = TypeVar("Seen")
_DAY_ONE = date.min.toordinal()


class Sightings(Generic[Seen]):
    """Things seen on days, each with its period; those whose period has no certain day are left out.

    What several sightings have in common comes back in the order in which the sightings were given.
    """

    __slots__ = ("_earliest_starts", "_ends_by_start", "_first_days", "_furthest", "_last_days", "_places", "_things")

    def __init__(self, sightings: Iterable[tuple[Period, Seen]]) -> None:
        """Take in the sightings; the periods are those of ``Period``, days without a time zone."""
        found = []
        for place, (period, thing) in enumerate(sightings):
            certain = period.certain
            if certain is not None:
                found.append((certain[0].toordinal(), place, certain[1].toordinal(), period, thing))
        found.sort(key=lambda each: each[:2])
        self._first_days = [each[0] for each in found]
        self._places = [each[1] for each in found]
        self._last_days = [each[2] for each in found]
        self._things = [each[4] for each in found]
        self._furthest = list(accumulate(self._last_days, max))
        starts = sorted((_known_start(each[3]), each[2]) for each in found)
        self._earliest_starts = [start for start, _ in starts]
        self._ends_by_start = list(accumulate((end for _, end in starts), max))

    def __len__(self) -> int:
        return len(self._things)

    @property
    def first_day(self) -> int | None:
        """The first day of all sightings, as an ordinal; None where there are none."""
        return self._first_days[0] if self._first_days else None

    @property
    def last_day(self) -> int | None:
        """The last day of all sightings, as an ordinal; None where there are none."""
        return self._furthest[-1] if self._furthest else None

    def seen_on(self, day: int) -> bool:
        """Whether anything was seen on a day."""
        known = bisect_right(self._first_days, day)
        return known > 0 and self._furthest[known - 1] >= day

    def on(self, day: int) -> list[Seen]:
        """All that was seen on a day."""
        known = bisect_right(self._first_days, day)
        if not known or self._furthest[known - 1] < day:
            return []
        return _in_order(self._reaching(known, day))

    def behind(self, day: int) -> int | None:
        """The days since the latest sighting at or before a day; None where there is none."""
        known = bisect_right(self._first_days, day)
        return max(day - self._furthest[known - 1], 0) if known else None

    def ahead(self, day: int) -> int | None:
        """The days until the first sighting that begins after a day; None where there is none."""
        known = bisect_right(self._first_days, day)
        return self._first_days[known] - day if known < len(self._first_days) else None

    def beginning(self, day: int) -> list[Seen]:
        """All whose certain days begin on a day."""
        first, behind = bisect_left(self._first_days, day), bisect_right(self._first_days, day)
        return self._things[first:behind]

    def at_distance(self, day: int, distance: int) -> list[Seen]:
        """All that was seen last so many days before a day on which nothing was seen, or first so many after it."""
        known = bisect_right(self._first_days, day)
        before = day - distance
        found = self._reaching(known, before) if known and self._furthest[known - 1] == before else []
        while known < len(self._first_days) and self._first_days[known] - day == distance:
            found.append((self._places[known], self._things[known]))
            known += 1
        return _in_order(found)

    def latest(self, day: int) -> int | None:
        """The latest day at or before a day on which anything was seen; None where there is none."""
        known = bisect_right(self._first_days, day)
        return min(self._furthest[known - 1], day) if known else None

    def between(self, first: int, last: int) -> list[Seen]:
        """All that was seen on any day from ``first`` to ``last``, both included."""
        return _in_order(self._reaching(bisect_right(self._first_days, last), first))

    def any_between(self, first: int, last: int) -> bool:
        """Whether anything was seen on any day from ``first`` to ``last``, both included."""
        known = bisect_right(self._first_days, last)
        return known > 0 and self._furthest[known - 1] >= first

    def outlives(self, end: int) -> bool:
        """Whether anything was seen after ``end`` that is not said to have begun after it."""
        known = bisect_right(self._earliest_starts, end)
        return known > 0 and self._ends_by_start[known - 1] > end

    def _reaching(self, known: int, day: int) -> list[tuple[int, Seen]]:
        """Of the first ``known`` sightings those that last until ``day`` or longer."""
        found = []
        while known > 0 and self._furthest[known - 1] >= day:
            known -= 1
            if self._last_days[known] >= day:
                found.append((self._places[known], self._things[known]))
        return found


def _in_order(found: list[tuple[int, Seen]]) -> list[Seen]:
    return [thing for _, thing in sorted(found, key=lambda each: each[0])]


def _known_start(period: Period) -> int:
    start = period.possible_start
    return start.toordinal() if period.starts_known and start is not None else _DAY_ONE
