"""Time expressions as values: what words of time mean once the day of publication is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from contingent.period import parse_bound, print_bound
from contingent.read.time_points import Aim, Days, Point, counted_from, days_of, shifted

_SOON = timedelta(days=62)
"""A "from November" or "as of November" without a year means the coming November when it is as near as this."""
_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Time:
    """The bounds that an expression sets, in the claim format's form; None for what it leaves open."""

    starts: str | None = None
    """From "since X", "from X" or the first half of a range."""
    ends: str | None = None
    """From "until X" or the second half of a range."""
    on: str | None = None
    """The day or days that "in X" or "on X" names, a stretch of days as ``D1/D2``."""

    @property
    def spell(self) -> tuple[str | None, str | None]:
        """Start and end of what was done in this time.

        A reported week is filled from Monday to Sunday, as is a run of weeks; another ``on`` is the bound of both
        start and end.
        """
        if self.on is None:
            return _first_of_week(self.starts), _last_of_week(self.ends)
        return _first_of_week(self.on), _last_of_week(self.on)


@dataclass(frozen=True, slots=True)
class Spell:
    """A length of time: "about six months", "the next six months"."""

    count: float
    unit: str
    about: bool = False
    side: str = "for"
    """``for``, ``next`` (from the day of publication on), ``past`` (up to it), ``within`` ("6 months in 2022") or
    ``bare`` (a length alone)."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time. ``start`` and ``end`` are code points in the text that was read.

    ``role`` is ``range``, ``since`` or ``from`` (a start), ``until`` (an end), ``on``, ``duration``, ``open``
    ("until further notice"), ``repeated`` ("every Monday", "twice a year"), ``age`` ("20 years old") or ``none``
    (words such as "today"). The last four set no bound.
    """

    start: int
    end: int
    role: str
    first: Point | None = field(default=None, repr=False)
    last: Point | None = field(default=None, repr=False)
    joint: bool = field(default=False, repr=False)
    """Both points are named rather than a run from one to the other: "in May or June"."""
    spell: Spell | None = field(default=None, repr=False)
    offset: float = field(default=0, repr=False)
    """With ``spell``: the point lies so many spells before (-1) or after (1) the named one."""
    due: bool = field(default=False, repr=False)
    """A last day that is set: "by May", "no later than November"."""
    current: bool = field(default=False, repr=False)
    """The words date a figure or a state of things, or begin what lies ahead: "as of 31 May"."""
    throughout: bool = field(default=False, repr=False)
    """What is told was so from the beginning of the days to their end: "throughout 2020"."""
    previous: TimeExpression | None = field(default=None, repr=False, compare=False)
    """What "the same month" or "for a year" counts from when no anchor is given."""

    _resolved: dict[tuple[date | None, bool | None, date | None], Time] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What has been worked out before: the rules ask for the same bounds again and again."""

    def resolve(self, published: date | None, future: bool | None = False, anchor: date | None = None) -> Time:
        """The bounds that the words mean.

        ``published`` is the day of publication; without it, words without a year mean nothing that can be
        told. ``future`` picks the coming May or Monday rather than the last one: pass it for what lies ahead,
        and for "until" in the present tense; None, where the tense does not tell, picks the nearest.
        ``anchor`` is a day that the text named before, for "the same month" or "the day after"; without one
        the expression before this one serves. What cannot be worked out is ``Time()``.
        """
        key = (published, future, anchor)
        found = self._resolved.get(key)
        if found is None:
            found = self._resolved[key] = self._bounds(published, future, anchor)
        return found

    def _bounds(self, published: date | None, future: bool | None, anchor: date | None) -> Time:
        if self.role in ("open", "none", "repeated", "age"):
            return Time()
        around = (anchor, anchor) if anchor else self._previous_days(published, future)
        if self.role == "duration" and self.first is None:
            if self.spell and self.spell.side == "past" and published:
                begun = counted_from(published, -self.spell.count, self.spell.unit)
                return Time(print_bound(*begun) if begun else None)
            return Time(None, self._end_of_spell(published, around))
        first = self._days(self.first, published, future, around)
        if first is None:
            return Time()
        if self.offset and self.spell:
            first = shifted(first, self.spell.unit, self.spell.count * self.offset)
        elif self.spell:
            ends = _after(first, self.spell) if self.spell.side == "for" else print_bound(*first)
            return Time(print_bound(*first), ends)
        last = None
        if self.last is not None:
            last = self._last_days(first, published, future, around)
            if last is None or last[1] < first[0]:
                return Time()
            if self.joint:
                return Time(None, None, print_bound(first[0], last[1]))
        bound = print_bound(*first)
        if self.role == "until":
            return Time(None, bound)
        if self.current and published and first[0] > published:
            return Time(bound)
        if self.role == "on":
            return Time(None, None, bound)
        return Time(bound, print_bound(*last) if last else None)

    def resolve_alone(self) -> str | None:
        """The bound of the first point as far as its own words tell it, whatever they are led by."""
        days = self._days(self.first, None, False, None)
        return print_bound(*days) if days else None

    def _days(
        self, point: Point | None, published: date | None, future: bool | None, around: Days | None
    ) -> Days | None:
        if point is None:
            return None
        aim = Aim.NEXT if future and self.role != "since" else Aim.LAST
        if future is None or (not future and (self.role == "until" or self.due or point.week)):
            aim = Aim.NEAREST
        if not future and (self.role == "from" or self.current) and published:
            coming = days_of(point, published, Aim.NEXT, around)
            if coming and published < coming[0] <= published + _SOON:
                return coming
        return days_of(point, published, aim, around)

    def _last_days(self, first: Days, published: date | None, future: bool | None, around: Days | None) -> Days | None:
        """The second half of a range; without a year of its own, the first that comes after the first half."""
        if self.last is None or self.last.has_year or self.last.shift is not None or self.last.anchored:
            return self._days(self.last, published, future, around)
        return days_of(self.last, first[0], Aim.NEXT, around)

    def _previous_days(self, published: date | None, future: bool | None) -> Days | None:
        if self.previous is None:
            return None
        time = self.previous.resolve(published, future)
        bound = time.on or time.ends or time.starts
        return parse_bound(bound) if bound else None

    def _end_of_spell(self, published: date | None, around: Days | None) -> str | None:
        if self.spell is None or self.spell.side in ("past", "bare"):
            return None
        if self.spell.side == "for":
            return _after(around, self.spell) if around else None
        if published is None:
            return None
        end = shifted((published, published), self.spell.unit, self.spell.count)
        return print_bound(*end) if self.spell.unit in ("day", "week") else end[0].isoformat()[:7]


def _first_of_week(bound: str | None) -> str | None:
    """The Monday of a bound that is a week; any other bound as it is."""
    return bound and (parse_bound(bound)[0].isoformat() if _is_week(bound) else bound)


def _last_of_week(bound: str | None) -> str | None:
    return bound and (parse_bound(bound)[1].isoformat() if _is_week(bound) else bound)


def _is_week(bound: str) -> bool:
    first, last = parse_bound(bound)
    return last - first == _WEEK and first.isoweekday() == 1


def _after(start: Days, spell: Spell) -> str:
    """The bound of the end of a spell that begins on ``start``.

    Six months from 1 May end on 31 October or 1 November; about twelve months from January 2022 in the
    December or the January after.
    """
    first, last = shifted(start, spell.unit, spell.count)
    if spell.about:
        first = shifted((first, first), spell.unit if spell.unit != "year" else "month", -1)[0]
    elif start[0] == start[1] and spell.unit in ("month", "year"):
        first -= timedelta(days=1)
    return print_bound(first, last)
