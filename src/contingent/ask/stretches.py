"""Stretches: a fact's answers over all time, as unbroken runs of days with one word and one figure.

The law of this module: every day of a stretch has the word and the figures that ``FactsOn.answer`` and ``values_on``
give for that day. Nothing is answered here; the days on which an answer can change are found, and each is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from contingent.ask.answer import Answer, Word
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts, contribution_of, line_of, parent
from contingent.ask.values import Value, values_on
from contingent.claim import Reference
from contingent.fact import Fact, Statement
from contingent.period import parse_bound

_DAY = timedelta(days=1)
_Told = tuple[Word, tuple[Value, ...]]
"""The word of a day and its figures."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last``, both included, None where a side is open, on which the answer is the same.

    ``values`` are the figures, with their age as of the first day (of the last where the first is open); none where
    the thing is not in force. ``grounds`` and ``remarks`` are those of the same day.
    """

    first: date | None
    last: date | None
    word: Word
    values: tuple[Value, ...] = ()
    remarks: tuple[str, ...] = ()
    grounds: tuple[Statement, ...] = ()

    def said_for(self, value: Value) -> date | None:
        """The day for which a figure of the stretch was said; None where no statement gives one."""
        day = self.first or self.last
        return None if day is None or value.age is None else day - timedelta(value.age)

    def holds(self, day: date) -> bool:
        """Whether a day is one of the stretch."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class FactsOver:
    """Facts as seen over all days. Made for one question; every course of answers is worked out at most once."""

    def __init__(self, facts: Facts, gap: int | None = None) -> None:
        """Look at the facts; ``gap`` is that of ``answer``."""
        self.facts = facts
        self.gap = gap
        self._days: dict[date, FactsOn] = {}
        self._presence: dict[Reference, tuple[Stretch, ...]] = {}

    def presence(self, reference: Reference) -> tuple[Stretch, ...]:
        """When an operation, a contribution or an element was there, the earliest stretch first."""
        if reference not in self._presence:
            days = self._days_of(s for fact in self.facts.within(reference) for s in fact.statements)
            outer = parent(reference)
            if outer is not None:
                days.update(self._changes(outer))
            self._presence[reference] = _stretches(
                days,
                lambda day: (self._on(day).word_of_presence(reference), ()),
                lambda day: self._on(day).presence(reference),
            )
        return self._presence[reference]

    def answers(self, fact: Fact) -> tuple[Stretch, ...]:
        """The answers of a fact, the earliest stretch first."""
        days = self._days_of(fact.statements)
        for reference in _limiting(fact):
            days.update(self._changes(reference))
        if fact.kind == "posting" and isinstance(fact.object, Reference):
            others = self.facts.pointing_at(fact.object, "posting")
            days.update(self._days_of(s for other in others if other.post == fact.post for s in other.statements))
        if any(s.claim.quantity is not None for s in fact.statements):
            days.update([_next_month(day) for day in days])
        return _stretches(days, lambda day: self._told(fact, day), lambda day: self._on(day).answer(fact))

    def _told(self, fact: Fact, day: date) -> _Told:
        """The word of a fact on a day, and its figures."""
        word = self._on(day).word(fact)
        if not word.in_force or not any(s.claim.quantity is not None for s in fact.statements):
            return word, ()
        own: list[Statement] = []
        if word not in (Word.STATED, Word.PRESUMED):
            # Where nothing is counted the grounds tell; they may be other facts' statements, with figures of their own.
            mine = {id(statement) for statement in fact.statements}
            own = [s for s in self._on(day).answer(fact).grounds if id(s) in mine]
        return word, values_on(self.facts.course(fact).counted_around(day), own, day)

    def _on(self, day: date) -> FactsOn:
        if day not in self._days:
            self._days[day] = FactsOn(self.facts, day, self.gap)
        return self._days[day]

    def _changes(self, reference: Reference) -> Iterator[date]:
        """The days on which it changes whether a thing is there, or anything that it lies in."""
        for outer in line_of(reference):
            if outer.operation is not None or outer.elements:
                yield from (stretch.first for stretch in self.presence(outer) if stretch.first is not None)

    def _days_of(self, statements: Iterable[Statement]) -> set[date]:
        return {day for statement in statements for day in _days_of(statement, self.gap)}


def _stretches(days: set[date], tell: Callable[[date], _Told], answer: Callable[[date], Answer]) -> tuple[Stretch, ...]:
    """One stretch for each run of days with one word and one figure, either of which can change on ``days``.

    ``tell`` gives the two for a day; the whole ``answer`` is asked for only where a stretch begins.
    """
    starts = sorted(day for day in days if day > date.min)
    asked = [(None, starts[0] - _DAY), *((day, day) for day in starts)] if starts else [(None, date.min)]
    begun: list[tuple[date | None, date, _Told]] = []
    for first, day in asked:
        told = tell(day)
        if not begun or _alike(begun[-1][2]) != _alike(told):
            begun.append((first, day, told))
    lasts = [first - _DAY for first, _, _ in begun[1:] if first is not None]
    found = []
    for (first, day, (word, values)), last in zip(begun, [*lasts, None], strict=True):
        whole = answer(day)
        found.append(Stretch(first, last, word, values, whole.remarks, whole.grounds))
    return tuple(found)


def _alike(told: _Told) -> tuple[object, ...]:
    """What makes two days alike."""
    word, values = told
    return word, tuple((value.quantity, value.scope) for value in values)


def _limiting(fact: Fact) -> list[Reference]:
    """The things whose being there decides a fact's answer, or may end it."""
    sent = contribution_of(fact)
    return [*fact.references] if sent is None else [*fact.references, sent]


def _days_of(statement: Statement, gap: int | None) -> Iterator[date]:
    """The days on which what a statement says of a day can change."""
    period, published = statement.period, statement.evidence.published
    days = [period.possible_start, period.certain_start, period.certain_end, period.possible_end]
    days += parse_bound(published) if published is not None else ()
    for day in days:
        if day is not None:
            yield from (day, _after(day, 1))
    if gap is not None and period.certain is not None:
        yield from (_after(period.certain[0], -gap), _after(period.certain[1], gap + 1))


def _after(day: date, days: int) -> date:
    """The day so many days later, held within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _next_month(day: date) -> date:
    """The first day of the next month: figures of two months do not exclude each other."""
    if (day.year, day.month) == (date.max.year, date.max.month):
        return day
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
