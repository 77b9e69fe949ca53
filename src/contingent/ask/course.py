"""The course of a fact: its statements put in order once, so that every day can be answered from them quickly.

The law of this module: it decides nothing. A course holds what the statements say, in the form in which the rules of
an answer ask for it; the rules themselves are in ``ask.answer``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from contingent.claim import Modality
from contingent.fact import Statement
from contingent.period import Period, parse_bound
from contingent.sightings import Sightings

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def sightings_of(statements: Iterable[Statement]) -> Sightings[Statement]:
    """The statements that tell of presence on certain days, by these days."""
    return Sightings((s.period, s) for s in statements if s.tells_of_presence and s.fault is None)


NO_SIGHTINGS: Sightings[Statement] = Sightings(())


class Course:
    """The statements of one fact in order: what was seen when, and what speaks of a start, an end, or the future.

    ``turns`` leaves out the statements that only say that the thing was so on a day, which ``sightings`` answers for,
    and the plans that the same publisher has replaced by newer ones. What a page said of days after its publication is
    seen only until the end that a newer version of it gives. ``tells`` says whether any statement tells of
    presence; ``timed`` are the statements that give a start or an end.
    """

    __slots__ = ("_counts", "_open", "_plans", "faults", "sightings", "tells", "timed", "turns")

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Put the statements in order; of sightings that say the same, the order given is kept."""
        shorter = _cut_by_newer_versions(statements)
        self.sightings = Sightings(
            (shorter.get(id(s), s.period), s) for s in statements if s.tells_of_presence and s.fault is None
        )
        self.turns = tuple(Turn(s) for s in _without_replaced_plans(statements) if _is_turn(s))
        self.faults = tuple(dict.fromkeys(s.fault for s in statements if s.fault))
        told = [s for s in statements if s.tells_of_presence]
        self.tells = bool(told)
        self.timed = tuple(s for s in statements if s.claim.start or s.claim.end)
        self._counts, self._open = _counted(told)
        self._plans: tuple[Course] | tuple[()] | None = None

    @property
    def first_seen(self) -> date | None:
        """The first day on which the thing certainly was so; None if there is none."""
        first = self.sightings.first_day
        return None if first is None else date.fromordinal(first)

    @property
    def plans(self) -> Course | None:
        """The course of the plans and permissions alone; None where there is none. Worked out when first asked for."""
        if self._plans is None:
            meant = [turn.statement for turn in self.turns if turn.covers is not None]
            self._plans = (Course(meant),) if meant else ()
        return self._plans[0] if self._plans else None

    def counted_around(self, on: date) -> list[Statement]:
        """The statements with a quantity among which the value on a day is: all with a bound, and of the counts of each
        scope and unit the last before the day, all others of that month, and the next after the day."""
        day = on.toordinal()
        found = list(self._open)
        for counts in self._counts:
            latest = counts.latest(day)
            if latest is not None:
                found += counts.between(date.fromordinal(latest).replace(day=1).toordinal(), day)
            ahead = counts.ahead(day)
            if ahead is not None:
                found += counts.beginning(day + ahead)
        return found


def _counted(statements: Iterable[Statement]) -> tuple[tuple[Sightings[Statement], ...], tuple[Statement, ...]]:
    """The counts of each scope and unit by their days, and the statements of a bound or of an unknown day."""
    counts: dict[tuple[str | None, str | None], list[Statement]] = {}
    others = []
    for statement in statements:
        quantity = statement.claim.quantity
        if quantity is None:
            continue
        if quantity.low is None or quantity.high is None or statement.period.certain is None:
            others.append(statement)
        else:
            counts.setdefault((statement.claim.scope, quantity.unit), []).append(statement)
    return tuple(Sightings((s.period, s) for s in same) for same in counts.values()), tuple(others)


class Turn:
    """One statement that speaks of a start, an end, a time without certain days, a plan or a permission.

    Days are ordinals, and the first and last of the calendar where a side is open. ``covers`` is the modality of a plan
    or a permission, else None. ``announcement`` and ``beginning`` are remarks on its end and start.
    """

    __slots__ = (
        "_certain_last", "_published", "announcement", "beginning", "certain_first", "covers", "end", "ended_after",
        "first", "last", "not_before", "open_start", "statement", "undated",
    )  # fmt: skip

    def __init__(self, statement: Statement) -> None:
        """Work out all that the rules of an answer ask of the statement."""
        period, claim = statement.period, statement.claim
        self.statement = statement
        self.covers = None if statement.tells_of_presence else claim.modality
        self.ended_after = _ordinal(period.possible_end if period.ends_known else None, _LAST)
        self.not_before = _ordinal(period.possible_start if period.starts_known else None, _FIRST)
        certain = period.certain
        self.open_start = period.possible_start is None and certain is not None
        self.certain_first = _ordinal(certain[0] if certain else None, _LAST)
        self._certain_last = _ordinal(certain[1] if certain else None, _FIRST)
        self.first, self.last = _ordinal(period.possible_start, _FIRST), _ordinal(period.possible_end, _LAST)
        if self.covers is None:
            # "500 soldiers serve", or "serve until May", says nothing of last year, while "previously served" speaks
            # of every earlier day.
            first, last = certain or (period.certain_end, period.certain_start)
            over = period.ends_known and (certain is None or claim.modality == Modality.PAST)
            if period.possible_start is None and not over:
                self.first = _ordinal(first, _FIRST)
            if period.possible_end is None:
                self.last = _ordinal(last, _LAST)
        self.undated = period.certain_start is None and period.certain_end is None and period.possible_end is None
        published = statement.evidence.published
        self._published = parse_bound(published) if published else None
        self.end = self._end()
        self.announcement = self._announcement()
        self.beginning = f"starts {claim.start or period.possible_start}"

    def may_hold_on(self, day: int) -> bool:
        """Whether the statement itself leaves it open that the thing was so on a day."""
        return self.first <= day <= self.last and not self.certain_first <= day <= self._certain_last

    def published_by(self, day: int) -> bool:
        """Whether the statement may have been public on a day."""
        return self._published is not None and self._published[0].toordinal() <= day

    def _end(self) -> int | None:
        """The last day on which the thing may have been so, as an ordinal; None where the statement gives no end.

        An end without a date of its own is known from the day of publication.
        """
        end = self.statement.period.possible_end
        if end is not None and self.statement.claim.end is None and self._published is not None:
            end = max(end, self._published[1])
        return None if end is None else end.toordinal()

    def _announcement(self) -> str | None:
        """The remark on an end that lay ahead on the day of publication."""
        end = self.statement.period.possible_end
        ahead = end is not None and self._published is not None and end > self._published[1]
        return f"announced {end}, not confirmed" if ahead else None


def _ordinal(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal()


def _is_turn(statement: Statement) -> bool:
    period = statement.period
    if statement.fault is not None:
        return False
    if not statement.tells_of_presence:
        return True
    plain = (period.possible_start, period.possible_end) == (None, None) and period.certain is not None
    return not plain or period.starts_known or period.ends_known


def _cut_by_newer_versions(statements: Sequence[Statement]) -> dict[int, Period]:
    """The periods, by the ``id`` of their statements, that a newer version of their page makes shorter.

    A version is evidence for its own day. What it says of later days is only announced, and gives way to the end that
    the newest version gives.
    """
    ends: dict[str, list[tuple[date, date]]] = {}
    for statement in statements:
        if statement.claim.end is None or not statement.tells_of_presence or statement.fault is not None:
            continue
        page, end, day = statement.evidence.address, statement.period.possible_end, _day_of(statement)
        if page is not None and end is not None and day is not None:
            ends.setdefault(page, []).append((day, end))
    shorter: dict[int, Period] = {}
    newest = {page: max(given) for page, given in ends.items()}
    for statement in statements if newest else ():
        certain, day = statement.period.certain, _day_of(statement)
        last = newest.get(statement.evidence.address or "")
        if last is None or certain is None or day is None:
            continue
        if day < last[0] and day <= last[1] < certain[1]:
            shorter[id(statement)] = replace(statement.period, certain_end=last[1])
    return shorter


def _day_of(statement: Statement) -> date | None:
    """The last day on which a statement may have been published; None where that is unknown."""
    published = statement.evidence.published
    return None if published is None else parse_bound(published)[1]


def _without_replaced_plans(statements: Iterable[Statement]) -> list[Statement]:
    """The statements without those plans that the same publisher has replaced by newer ones."""
    statements = list(statements)
    newest: dict[str, date] = {}
    for statement in statements:
        if (made := _plan_of_publisher(statement)) is not None:
            newest[made.publisher] = max(newest.get(made.publisher, made.published), made.published)
    return [
        s for s in statements if (made := _plan_of_publisher(s)) is None or newest[made.publisher] == made.published
    ]


@dataclass(frozen=True, slots=True)
class _Plan:
    publisher: str
    published: date


def _plan_of_publisher(statement: Statement) -> _Plan | None:
    evidence = statement.evidence
    if statement.claim.modality != Modality.PLANNED or evidence.publisher is None or evidence.published is None:
        return None
    return _Plan(evidence.publisher, parse_bound(evidence.published)[1])
