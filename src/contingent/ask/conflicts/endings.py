"""What ended in one source and goes on in another.

The law of this module: a thing may return. An end contradicts what was seen after it only where nothing tells of a
return, and an end that was only announced contradicts nothing: what was seen later wins.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.sightings import (
    Sighting,
    are_versions,
    in_one_document,
    is_replaced,
    reported_by,
    sightings,
)
from contingent.ask.facts import contribution_of, line_of, parent, shown_by
from contingent.claim import Reference
from contingent.fact import Fact, Statement

_ENDED_THEMSELVES = ("lead", "posting", "location", "asset", "support")
"""The kinds of facts that end and go on for themselves, not as the presence of what they speak of."""

_CONTRADICTED_FOR = timedelta(days=365)
"""What is seen so long after the report of an end contradicts it. What annotated pages tell of later had come back each
time; only what was closed does not open again."""


class _End(NamedTuple):
    """The last day on which a thing can have been so, and the last on which it is contradicted by being seen."""

    day: date
    until: date
    statement: Statement
    fact: Fact


def ended_and_serving(index: FactIndex) -> Iterator[Conflict]:
    """Each operation, contribution, element, lead, post, place and asset that ended in one source and is seen later."""
    gone: dict[Reference, list[_End]] = {}
    alone: list[Fact] = list(index.of_kind(*_ENDED_THEMSELVES))
    for fact in index.of_kind("existence", "participation", "element"):
        thing = _whose_presence(fact)
        if thing is None:
            alone.append(fact)
        elif found := _ends(fact):
            gone.setdefault(thing, []).extend(found)
    witnesses = _witnesses(gone, index)
    for thing, ends in gone.items():
        yield from _seen_after(str(thing), index.named(thing), thing, ends, witnesses[thing])
    for fact in alone:
        if found := _ends(fact):
            name = f"{index.named(fact.subject)}: {index.named(fact.object)}"
            yield from _seen_after(str(fact.subject), name, fact.subject, found, sightings(fact))


def _whose_presence(fact: Fact) -> Reference | None:
    """The thing that a fact says outright to be there or gone, None if it is about a tie between two things."""
    sent = contribution_of(fact)
    if sent is not None or not isinstance(fact.subject, Reference):
        return sent
    return fact.subject if fact.kind == "existence" or fact.object == parent(fact.subject) else None


def _witnesses(gone: Iterable[Reference], index: FactIndex) -> dict[Reference, list[Sighting]]:
    """For each thing all sightings of it and of what belongs to it."""
    found: dict[Reference, list[Sighting]] = {thing: [] for thing in gone}
    for fact in index.facts:
        shown = shown_by(fact)
        concerned = [] if shown is None else [outer for outer in line_of(shown) if outer in found]
        if concerned:
            seen = sightings(fact)
            for thing in concerned:
                found[thing].extend(seen)
    return found


def has_ended(fact: Fact) -> bool:
    """Whether a statement reports an end of what the fact says, so that later sightings may contradict it."""
    return bool(_ends(fact))


def _ends(fact: Fact) -> list[_End]:
    """The ends that statements of a fact report as done; those without a date only of operations and parts.

    Nations, equipment and persons who were "previously" somewhere may well have been there since.
    """
    closed = fact.kind == "existence"
    undated = closed or (fact.kind == "element" and _whose_presence(fact) is not None)
    found = []
    for statement in fact.statements:
        day, reported = statement.period.possible_end, reported_by(statement)
        if not statement.tells_of_presence or not statement.period.ends_known or day is None:
            continue
        if statement.claim.end is None:
            if not undated or reported is None:
                continue
            day = reported
        elif reported is not None and day > reported:
            # An end that lies behind the day of publication was only announced.
            continue
        until = date.max if closed else (reported or day) + _CONTRADICTED_FOR
        found.append(_End(day, until, statement, fact))
    return found


def _seen_after(
    about: str, name: str, thing: Reference | str, ends: list[_End], witnesses: list[Sighting]
) -> Iterator[Conflict]:
    """The conflict between the ends of a thing and the sightings of it after them, if there is one."""
    contradicted: dict[str, _End] = {}
    later: dict[str, Sighting] = {}
    # A start after an end, by whomever it is told, makes what was seen from then on a return.
    starts = sorted(
        {w.statement.period.possible_start or date.min for w in witnesses if w.statement.period.starts_known}
    )
    by_last_day = sorted(witnesses, key=lambda sighting: sighting.span[1])
    last_days = [sighting.span[1] for sighting in by_last_day]
    for end in ends:
        place, claim_id = bisect_right(starts, end.day), end.statement.evidence.claim_id
        returned = starts[place] if place < len(starts) else date.max
        for sighting in by_last_day[
            bisect_right(last_days, end.day) : bisect_left(last_days, min(returned, end.until))
        ]:
            seen_id = sighting.statement.evidence.claim_id
            # An operation can have a hundred ends and a hundred thousand sightings: no pair is compared for nothing.
            if (claim_id not in contradicted or seen_id not in later) and _disagree(sighting, end):
                contradicted[claim_id] = end
                later[seen_id] = sighting
    if not contradicted:
        return
    last = min(end.day for end in contradicted.values())
    first_seen = max(min(s.span[0] for s in later.values()), last + timedelta(days=1))
    last_seen = max(s.span[1] for s in later.values())
    ended = side(f"ended by {last}", (end.statement for end in contradicted.values()))
    announced = all(s.known_until < first_seen for s in later.values())
    says = f"announced until {last_seen}" if announced else f"there on {last_seen}"
    seen = side(says, (s.statement for s in later.values()))
    yield Conflict(
        kind=ConflictKind.ENDED_AND_SERVING,
        about=about,
        name=name,
        first=first_seen,
        last=last_seen,
        one=ended,
        other=seen,
        short=f"{ended.says} in one source, {says} in another",
        reason=f"{name}: {ended.says} according to {sources(ended)}, {says} according to {sources(seen)}.",
        settled_by="A document that dates the end or tells of a return.",
        facts=tuple(dict.fromkeys(end.fact.id for end in contradicted.values())),
        things=tuple(dict.fromkeys((thing, *things_of(*(end.fact for end in contradicted.values()))))),
    )


def _disagree(sighting: Sighting, end: _End) -> bool:
    """Whether a sighting after an end is that of another source, which did not correct itself."""
    one, other = sighting.statement, end.statement
    if in_one_document(one, other) or are_versions(one, other):
        return False
    return not is_replaced(sighting, other, end.day + timedelta(days=1))
