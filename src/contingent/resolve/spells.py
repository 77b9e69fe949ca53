"""Spells: the unbroken stretches of time that the statements of one fact tell of.

    for spell in spells(fact.statements, gap=90):
        spell.period, spell.statements

Statements of one fact are contiguous, so that one spell holds them all, unless an end, a return or a move lies
between two of them, the gap rule parts them, or the unit is known to be mobile: then more than a day parts them. These
are the rules of the Security Force Monitor's Research Handbook on contiguous and non-contiguous claims. The law of
this module: spells depend on the set of statements alone, and every statement that tells of presence is in one.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from contingent.fact import Statement
from contingent.period import Period, parse_bound

MOBILE_GAP = 1
"""The days that may part two statements about a mobile unit: those of two days in a row are one spell."""


_Stretch = tuple[date, date, list[Statement]]
"""The first and the last day of a spell in the making, and its statements."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One unbroken stretch of time and the statements that tell of it, in the order of ``Statement.order``."""

    period: Period
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Breaks:
    """What parts statements: the days of ends, of returns and of moves, and the longest gap, None for no limit."""

    ends: tuple[date, ...]
    returns: tuple[date, ...]
    moves: tuple[date, ...]
    gap: int | None

    def lie_between(self, last: date, first: date) -> bool:
        """Whether what was so on ``last`` and is so again on ``first``, a later day, is not one spell."""
        return (
            any(last <= day < first for day in self.ends)
            or any(last < day <= first for day in self.returns)
            or any(last < day < first for day in self.moves)
            or (self.gap is not None and (first - last).days > self.gap)
        )


def spells(
    statements: Iterable[Statement], gap: int | None = None, mobile: bool = False, moves: Iterable[date] = ()
) -> tuple[Spell, ...]:
    """The spells of one fact, the earliest first.

    ``gap`` is the gap rule in days, None for no limit; ``mobile`` says that the unit is known to be mobile; ``moves``
    are days on which it was elsewhere. Plans, permissions and statements with a fault tell of no spell.
    """
    told = sorted((s for s in statements if s.tells_of_presence and s.fault is None), key=lambda s: s.order)
    longest = gap if not mobile else MOBILE_GAP if gap is None else min(gap, MOBILE_GAP)
    ends = tuple(day for s in told if (day := _end(s)) is not None)
    returns = tuple(s.period.possible_start for s in told if s.period.starts_known and s.period.possible_start)
    breaks = _Breaks(ends, returns, tuple(moves), longest)
    found = _joined([(*certain, s) for s in told if (certain := s.period.certain) is not None], breaks)
    loose = []
    for statement in told:
        if statement.period.certain is None:
            first, last = at_some_time(statement.period)
            place = _nearest(first, last, found, breaks, last_of_all=statement.period.ends_known)
            if place is None:
                loose.append((first, last, statement))
            else:
                found[place][2].append(statement)
    found += _joined(loose, breaks)
    made = [Spell(_period(members), tuple(sorted(members, key=lambda s: s.order))) for _, _, members in found]
    return tuple(sorted(made, key=_place_in_time))


def _nearest(first: date, last: date, found: Sequence[_Stretch], breaks: _Breaks, last_of_all: bool) -> int | None:
    """Which stretch was so at some time from ``first`` to ``last``: of several the earliest, or ``last_of_all``.

    What only ends is the end of the last stretch before it. None where something lies between it and every stretch.
    """
    near = []
    for place, (start, end, _) in enumerate(found):
        distance = _distance(first, last, start, end, breaks)
        if distance is not None:
            near.append((distance, -place if last_of_all else place))
    return abs(min(near)[1]) if near else None


def _joined(dated: Sequence[tuple[date, date, Statement]], breaks: _Breaks) -> list[_Stretch]:
    """Stretches from the first to the last day of statements between which nothing lies, in the order of time."""
    found: list[_Stretch] = []
    for first, last, statement in sorted(dated, key=lambda each: (each[0], each[1], each[2].order)):
        if found and (first <= found[-1][1] or not breaks.lie_between(found[-1][1], first)):
            start, end, members = found[-1]
            found[-1] = (start, max(end, last), [*members, statement])
        else:
            found.append((first, last, [statement]))
    return found


def at_some_time(period: Period) -> tuple[date, date]:
    """The days within which a thing was so at some time, where no day is certain: it had started by the last of them,
    and had not ended before the first."""
    return period.certain_end or date.min, period.certain_start or date.max


def _distance(first: date, last: date, start: date, end: date, breaks: _Breaks) -> int | None:
    """The days between a time and a spell, 0 where they meet; None where something lies between."""
    if last < start:
        return None if breaks.lie_between(last, start) else (start - last).days
    if first > end:
        return None if breaks.lie_between(end, first) else (first - end).days
    return 0


def _end(statement: Statement) -> date | None:
    """The last day of what a statement ends, or None: what was only announced does not part what came later.

    An end that a text does not date ("previously contributed") is known from the day of publication.
    """
    period, published = statement.period, statement.evidence.published
    if not period.ends_known or period.possible_end is None:
        return None
    if published is None:
        return period.possible_end
    day = parse_bound(published)[1]
    if statement.claim.end is None:
        return max(period.possible_end, day)
    return None if period.possible_end > day else period.possible_end


def _period(members: Sequence[Statement]) -> Period:
    """All periods of a spell in one; a start or an end beyond which the thing was seen is none of the spell's."""
    days = [certain for s in members if (certain := s.period.certain) is not None]
    first, last = (min(day for day, _ in days), max(day for _, day in days)) if days else (None, None)
    periods = []
    for statement in members:
        period = statement.period
        if first and period.starts_known and period.possible_start and period.possible_start > first:
            period = replace(period, possible_start=None, starts_known=False)
        if last and period.ends_known and period.possible_end and period.possible_end < last:
            period = replace(period, possible_end=None, ends_known=False)
        periods.append(period)
    return functools.reduce(Period.merge, periods)


def _place_in_time(spell: Spell) -> tuple[date, date, tuple[str, str, int, int, str]]:
    period = spell.period
    first, last = period.certain or at_some_time(period)
    return first, last, spell.statements[0].order
