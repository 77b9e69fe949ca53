"""Figures: how many persons something is on a day, and what several figures make together.

The law of this module: a figure never says more than its sources. A bound stays a bound, figures that exclude each
other become the range that holds both, and what is planned or permitted stands beside the figure and is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contingent.ask.answer import Word, answer_along
from contingent.ask.day import FactsOn
from contingent.ask.values import PERSONS, Value, compatible, day_said_for, values_on
from contingent.claim import Quantity, Reference
from contingent.claim_words import quantity_words
from contingent.fact import Fact, Statement

_COUNTS = (Word.STATED, Word.PRESUMED)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many persons. ``low`` and ``high`` are the bounds, both included; ``high`` is None for "at least".

    ``age`` is that of the oldest count in it, in days, None where all speak of the day itself. ``scopes`` are the
    documents' words for what the counts leave out or take in. ``differ`` tells that sources exclude each other, and
    ``variants`` are then their figures; a sum has none. ``statements`` are those that give the counts.
    """

    low: float
    high: float | None
    approx: bool = False
    age: int | None = None
    statements: tuple[Statement, ...] = ()
    scopes: tuple[str, ...] = ()
    differ: bool = False
    variants: tuple[Quantity, ...] = ()

    @property
    def word(self) -> Word:
        """``STATED``, or ``PRESUMED`` if any count in it is older than the day."""
        return Word.STATED if self.age is None else Word.PRESUMED

    @property
    def quantity(self) -> Quantity | None:
        """The figure as a count of persons; None where it tells nothing, being no bound on either side."""
        if not self.low and self.high is None:
            return None
        at_most = not self.low and self.high != 0
        return Quantity(None if at_most else self.low, self.high, self.approx, PERSONS)

    @property
    def words(self) -> str:
        """The figure in words: ``at least 225 persons``."""
        quantity = self.quantity
        return "no count" if quantity is None else quantity_words(quantity)


@dataclass(frozen=True, slots=True)
class Plan:
    """How many are planned or authorised for the day; ``word`` tells which of the two."""

    word: Word
    quantity: Quantity
    statements: tuple[Statement, ...]

    @property
    def words(self) -> str:
        """The quantity in words."""
        return quantity_words(self.quantity)

    def has_come_true(self, figure: Figure) -> bool:
        """Whether a planned number is the one that is there by now: a plan of a count, not of a bound."""
        planned, there = self.quantity, figure.quantity
        exact = self.word is Word.PLANNED and planned.low is not None and planned.high is not None
        return exact and there is not None and compatible(planned, there)


@dataclass(frozen=True, slots=True)
class Strength:
    """What the facts say of how many persons something is on a day.

    ``figure`` is what counts, None where nothing does; ``word`` is then why not, None if no fact speaks of it, and
    ``values`` are the figures that do not count. ``others`` count, but in another unit: civilians, not persons.
    """

    figure: Figure | None = None
    word: Word | None = None
    values: tuple[Value, ...] = ()
    plans: tuple[Plan, ...] = ()
    others: tuple[Value, ...] = ()


def strength_on(day: FactsOn, reference: Reference) -> Strength:
    """The strength that is said of the thing itself, not of its parts."""
    plans: list[Plan] = []
    others: list[Value] = []
    unused = Strength()
    for fact in day.about(reference, "strength"):
        word = day.word(fact)
        plans += _plans(day, fact)
        counted = day.facts.course(fact).counted_around(day.on)
        if word in _COUNTS and (figure := _only_count(counted, day.on)) is not None:
            return Strength(figure, word, (), _still_to_come(plans, figure), tuple(others))
        values = values_on(counted, (), day.on)
        if not values and word not in (*_COUNTS, Word.UNKNOWN):
            values = values_on(counted, day.answer(fact).grounds, day.on)
        persons = tuple(value for value in values if value.quantity.unit in (PERSONS, None))
        if word in _COUNTS:
            others += (value for value in values if value not in persons)
            if persons:
                figure = _figure(persons)
                return Strength(figure, word, persons, _still_to_come(plans, figure), tuple(others))
        unused = Strength(None, word, persons, tuple(plans), tuple(others))
    return unused


def added(figures: Iterable[Figure], *, whole: bool) -> Figure | None:
    """All figures together, bounds as bounds; None for none. ``whole`` is False if they are not all there is."""
    counted = list(figures)
    if not counted:
        return None
    highs = [figure.high for figure in counted]
    return Figure(
        low=sum(figure.low for figure in counted),
        high=None if not whole or None in highs else sum(high for high in highs if high is not None),
        approx=any(figure.approx for figure in counted),
        age=max((figure.age for figure in counted if figure.age is not None), default=None),
        statements=tuple(dict.fromkeys(s for figure in counted for s in figure.statements)),
        scopes=tuple(dict.fromkeys(scope for figure in counted for scope in figure.scopes)),
        differ=any(figure.differ for figure in counted),
    )


def _only_count(counted: Iterable[Statement], on: date) -> Figure | None:
    """The figure where one count alone was said for a day at or before ``on``: then it is the value. None elsewhere."""
    said = [(day, statement) for statement in counted if (day := day_said_for(statement, on)) is not None]
    if len(said) != 1:
        return None
    ((day, statement),) = said
    quantity, scope = statement.claim.quantity, statement.claim.scope
    if quantity is None or quantity.low is None or quantity.high is None or quantity.unit not in (PERSONS, None):
        return None
    age = (on - day).days or None
    return Figure(quantity.low, quantity.high, quantity.approx, age, (statement,), () if scope is None else (scope,))


def _figure(values: tuple[Value, ...]) -> Figure:
    """One figure of the values: those of one scope, the one that leaves nothing out before all others.

    Where sources differ, the figure is the range that holds all of theirs.
    """
    scope = None if any(value.scope is None for value in values) else values[0].scope
    counted = [value for value in values if value.scope == scope]
    highs = [value.quantity.high for value in counted]
    return Figure(
        low=min(value.quantity.low or 0 for value in counted),
        high=None if None in highs else max(high for high in highs if high is not None),
        approx=any(value.quantity.approx for value in counted),
        age=max((value.age for value in counted if value.age), default=None),
        statements=tuple(statement for value in counted for statement in value.statements),
        scopes=() if scope is None else (scope,),
        differ=len(counted) > 1,
        variants=tuple(value.quantity for value in counted) if len(counted) > 1 else (),
    )


def _still_to_come(plans: Iterable[Plan], figure: Figure) -> tuple[Plan, ...]:
    return tuple(plan for plan in plans if not plan.has_come_true(figure))


def _plans(day: FactsOn, fact: Fact) -> list[Plan]:
    """What is planned or authorised for the day, whatever else is said of it."""
    plans = day.facts.course(fact).plans
    if plans is None:
        return []
    found = answer_along(plans, day.on)
    if found.word not in (Word.PLANNED, Word.AUTHORISED):
        return []
    values = values_on((), found.grounds, day.on)
    return [Plan(found.word, value.quantity, value.statements) for value in values]
