"""Marks on the lines of an answer: the conflicts that matter to them on the day asked.

The law of this module: a line is marked if a conflict of its fact touches the day, or if the answer rests on a
statement that stands in one. Only facts about one thing are compared, so that no answer waits for other things;
conflicts of a chain of command (circles, persons above themselves) are told by ``contingent conflicts`` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from contingent.ask.conflicts.bounds import end_before_start, two_bounds
from contingent.ask.conflicts.ceilings import above_ceiling
from contingent.ask.conflicts.conflict import Conflict
from contingent.ask.conflicts.endings import ended_and_serving, has_ended
from contingent.ask.conflicts.heads import two_heads
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.places import two_places
from contingent.ask.conflicts.totals import two_totals
from contingent.ask.facts import Facts
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact, Statement

_CHECKS = (end_before_start, two_heads, ended_and_serving, two_totals, above_ceiling, two_bounds, two_places)
"""The checks of facts about one thing; two spellings of a name are a remark of their own."""
_FOUND_AT_OBJECT = frozenset({"posting", "lead"})
_FOUND_AT_SUBJECT = ("strength", "membership", "location", "asset", "support", "existence", "element", "mandate")


def conflict_remarks(
    facts: Facts, fact: Fact, rests_on: Iterable[Statement], on: date, catalogue: Catalogue
) -> tuple[str, ...]:
    """The short reasons of the conflicts in which a fact stands and that matter to an answer for the day ``on``."""
    place = _place(fact)
    if place is None:
        return ()
    found = facts.keep(place, _conflicts_at, catalogue).get(fact.id, ())
    if not found:
        return ()
    grounds = {statement.evidence.claim_id for statement in rests_on}
    return tuple(
        f"in conflict: {conflict.short}"
        for conflict in found
        if conflict.touches(on) or any(s.evidence.claim_id in grounds for s in conflict.statements)
    )


def _place(fact: Fact) -> Reference | None:
    """The thing with whose other facts a fact can be in conflict."""
    if fact.kind == "participation" and isinstance(fact.subject, Reference) and isinstance(fact.object, Reference):
        return Reference(fact.subject.actor, fact.object.operation, ())
    place = fact.object if fact.kind in _FOUND_AT_OBJECT else fact.subject
    return place if isinstance(place, Reference) else None


def _conflicts_at(facts: Facts, place: Reference, catalogue: Catalogue) -> Mapping[str, tuple[Conflict, ...]]:
    """The conflicts of the facts about one thing that no decision has settled, by the names of the facts."""
    own = [*facts.about(place, *_FOUND_AT_SUBJECT), *facts.pointing_at(place, *_FOUND_AT_OBJECT)]
    if place.actor is not None and place.operation is not None and not place.elements:
        actor = Reference(place.actor, None, ())
        sent_to = facts.pointing_at(Reference(None, place.operation, ()), "participation")
        own += [fact for fact in sent_to if fact.subject == actor]
    if any(fact.kind in ("existence", "element", "participation") and has_ended(fact) for fact in own):
        known = {id(fact) for fact in own}
        witnesses = [fact for fact in facts.within(place) if id(fact) not in known]
    else:
        witnesses = []
    index = FactIndex(own, catalogue)
    found: dict[str, list[Conflict]] = {}
    for check in _CHECKS:
        looked_at = FactIndex([*own, *witnesses], catalogue) if check is ended_and_serving and witnesses else index
        for conflict in check(looked_at):
            if conflict.favoured is None:
                for name in conflict.facts:
                    found.setdefault(name, []).append(conflict)
    return {name: tuple(sorted(listed, key=lambda conflict: conflict.rank)) for name, listed in found.items()}
