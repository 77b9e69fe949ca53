"""Marks on the lines of an answer: the conflicts that matter to them on the day asked.

The law of this module: a line is marked if a conflict of its fact touches the day, or if the answer rests on a
statement that stands in one. Only facts about one thing are compared, so that no answer waits for other things;
conflicts of a chain of command (circles, persons above themselves) are told by ``contingent conflicts`` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from contingent.ask.conflicts.bounds import end_before_start, two_bounds
from contingent.ask.conflicts.ceilings import above_ceiling
from contingent.ask.conflicts.conflict import Conflict
from contingent.ask.conflicts.endings import ended_and_serving, has_ended
from contingent.ask.conflicts.heads import two_heads
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.places import two_places
from contingent.ask.conflicts.totals import two_totals
from contingent.ask.facts import Facts, contribution_of
from contingent.ask.values import range_of
from contingent.catalogue import Catalogue
from contingent.claim import Modality, Reference
from contingent.fact import Fact, Statement

_CHECKS = (end_before_start, two_heads, ended_and_serving, two_bounds, two_places)
"""The checks of facts about one thing that hold for all days; two spellings of a name are a remark of their own."""
_CHECKS_OF_COUNTS = (two_totals, above_ceiling)
"""The checks of figures, for which only those around a day matter: there can be thousands of a large operation."""
_COUNTS = frozenset({"strength", "membership"})
_FOUND_AT_OBJECT = ("posting", "lead")
_FOUND_AT_SUBJECT = ("location", "asset", "support", "existence", "element")
_SHOWN = 2
"""How many conflicts a line tells; ``contingent conflicts`` tells them all."""


def conflict_remarks(
    facts: Facts, fact: Fact, rests_on: Iterable[Statement], on: date, catalogue: Catalogue
) -> tuple[str, ...]:
    """The short reasons of the conflicts in which a fact stands and that matter to an answer for the day ``on``."""
    if fact.kind in _COUNTS:
        found = _conflicts_around(facts, fact, on, catalogue)
    else:
        place = _place(fact)
        found = () if place is None else facts.keep(place, _conflicts_at, catalogue).get(fact.id, ())
    if not found:
        return ()
    grounds = {statement.evidence.claim_id for statement in rests_on}
    reasons = [
        f"in conflict: {each.conflict.short}"
        for each in found
        if each.conflict.touches(on) or not each.claims.isdisjoint(grounds)
    ]
    more = len(reasons) - _SHOWN
    told = reasons if more <= 0 else [*reasons[:_SHOWN], f"and in {more} more conflict{'' if more == 1 else 's'}"]
    return tuple(told)


class _Standing(NamedTuple):
    """A conflict and the claims that stand in it."""

    conflict: Conflict
    claims: frozenset[str]


def _place(fact: Fact) -> Reference | None:
    """The thing with whose other facts a fact can be in conflict."""
    place = contribution_of(fact) or (fact.object if fact.kind in _FOUND_AT_OBJECT else fact.subject)
    return place if isinstance(place, Reference) else None


def _conflicts_at(facts: Facts, place: Reference, catalogue: Catalogue) -> Mapping[str, tuple[_Standing, ...]]:
    """The conflicts of the facts about one thing that no decision has settled, by the names of the facts."""
    own = [*facts.about(place, *_FOUND_AT_SUBJECT), *facts.pointing_at(place, *_FOUND_AT_OBJECT)]
    own += facts.participations(place)
    if any(fact.kind in ("existence", "element", "participation") and has_ended(fact) for fact in own):
        known = {id(fact) for fact in own}
        witnesses = [fact for fact in facts.within(place) if id(fact) not in known]
    else:
        witnesses = []
    index = FactIndex(own, catalogue)
    found: dict[str, list[_Standing]] = {}
    for check in _CHECKS:
        looked_at = FactIndex([*own, *witnesses], catalogue) if check is ended_and_serving and witnesses else index
        for standing in _unsettled(check(looked_at)):
            for name in standing.conflict.facts:
                found.setdefault(name, []).append(standing)
    return {name: tuple(sorted(listed, key=_rank)) for name, listed in found.items()}


def _conflicts_around(facts: Facts, fact: Fact, on: date, catalogue: Catalogue) -> tuple[_Standing, ...]:
    """The conflicts among the figures of one fact that can matter to its value on a day."""
    course = facts.course(fact)
    counted = course.counted_around(on)
    permitted = [turn.statement for turn in course.turns if turn.covers == Modality.AUTHORISED]
    if _all_below(counted, permitted):
        if _all_below(counted, counted):
            return ()
        permitted = []
    around = sorted((*counted, *permitted), key=lambda statement: statement.order)
    index = FactIndex([replace(fact, statements=tuple(around))], catalogue)
    return tuple(sorted(_unsettled(c for check in _CHECKS_OF_COUNTS for c in check(index)), key=_rank))


def _all_below(figures: Sequence[Statement], bounds: Sequence[Statement]) -> bool:
    """Whether each of the figures can be true together with each upper bound, whatever they count: then there is no
    conflict between them to look for."""
    least = max((range_of(s.claim.quantity)[0] for s in figures if s.claim.quantity is not None), default=0)
    return all(s.claim.quantity is None or least <= range_of(s.claim.quantity)[1] for s in bounds)


def _unsettled(found: Iterable[Conflict]) -> Iterator[_Standing]:
    """The conflicts that no decision settles; a claim at odds with itself has its fault as a remark already."""
    for conflict in found:
        if conflict.favoured is None and conflict.one.statements != conflict.other.statements:
            yield _Standing(conflict, frozenset(s.evidence.claim_id for s in conflict.statements))


def _rank(standing: _Standing) -> tuple[int, str, str, str, str]:
    return standing.conflict.rank
