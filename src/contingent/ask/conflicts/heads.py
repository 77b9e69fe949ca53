"""Two heads of one mission or unit on one day.

The law of this module: on a hand-over day both hold the post and are in no conflict; a statement of the old name after
the first one of the successor is a conflict, unless the old head is said to have returned or the new one to have left.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.names import may_be_one_person, printed_name
from contingent.ask.conflicts.sightings import (
    Sighting,
    Span,
    are_versions,
    in_one_document,
    meetings,
    sightings,
    that_meet,
    whole,
)
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.resolve.naming import normal
from contingent.resolve.posts import HEAD, one_post
from contingent.resolve.standing import Within, named_within_another


class _Holder(NamedTuple):
    """One person in the post, and all sightings of that."""

    fact: Fact
    sightings: list[Sighting]
    span: Span


def two_heads(index: FactIndex) -> Iterator[Conflict]:
    """Each pair of persons that documents name as head of one thing at one time."""
    heads: dict[Reference, list[Fact]] = {}
    for fact in index.of_kind("posting"):
        if fact.post == HEAD and isinstance(fact.object, Reference):
            heads.setdefault(fact.object, []).append(fact)
    for post, facts in heads.items():
        yield from _at_one_time(post, facts, index)
        yield from _at_some_time_within(post, facts, index)


def _at_one_time(post: Reference, facts: list[Fact], index: FactIndex) -> Iterator[Conflict]:
    """Each pair of persons who are seen as head of a post, the later one before the earlier one was seen last."""
    seen = ((fact, sightings(fact)) for fact in facts)
    holders = [_Holder(fact, found, whole(s.span for s in found)) for fact, found in seen if found]
    for pair in that_meet(holders, lambda holder: holder.span):
        one, other = sorted(pair, key=lambda holder: (holder.span, str(holder.fact.subject)))
        if not may_be_one_person(printed_name(one.fact), printed_name(other.fact)):
            yield from _of_pair(post, one, other, index)


def _at_some_time_within(post: Reference, facts: list[Fact], index: FactIndex) -> Iterator[Conflict]:
    """Each person who is named as head at some time, no day said, within the unbroken time of another as head."""
    found: dict[tuple[str, str], list[Within]] = {}
    for within in named_within_another(facts, undated=True) if len(facts) > 1 else ():
        found.setdefault((within.fact.id, within.other.id), []).append(within)
    for each in found.values():
        yield from _of_within(post, each, index)


def _of_within(post: Reference, found: list[Within], index: FactIndex) -> Iterator[Conflict]:
    """The conflict of one person who is named within the time of another, where their statements exclude each other."""
    fact, other = found[0].fact, found[0].other
    if may_be_one_person(printed_name(fact), printed_name(other)):
        return
    days = whole((each.first, each.last) for each in found)
    named = [Sighting((each.first, each.last), each.statement, fact) for each in found]
    around = sightings(other)
    if not all(_in_one_sense(a, b) and not are_versions(a.statement, b.statement) for a in named for b in around):
        return
    names = printed_name(fact), printed_name(other)
    why = f"{names[0]} is named for some time from {days[0]} to {days[1]}, within the time of {names[1]}"
    one = _Holder(other, around, whole(s.span for s in around))
    yield _conflict(post, one, _Holder(fact, named, days), around, named, days, why, index)


def _of_pair(post: Reference, one: _Holder, other: _Holder, index: FactIndex) -> Iterator[Conflict]:
    """The conflict between the earlier and the later holder of a post, if there is one."""
    together = [
        (a, b, days)
        for a, b, days in meetings(one.sightings, other.sightings)
        if _in_one_sense(a, b) and not _is_hand_over(a, b, days)
    ]
    if together:
        days = whole(days for _, _, days in together)
        when = f"for {days[0]}" if days[0] == days[1] else f"for the days from {days[0]} to {days[1]}"
        ones, others = [a for a, _, _ in together], [b for _, b, _ in together]
        yield _conflict(post, one, other, ones, others, days, f"Both are named as head {when}", index)
        return
    stale = _named_after_successor(one, other)
    if stale:
        first = [s for s in other.sightings if s.span[0] == other.span[0]]
        days = other.span[0], max(s.span[1] for s in stale)
        names = printed_name(one.fact), printed_name(other.fact)
        reason = f"{names[0]} is still named for {days[1]}, after {names[1]} was for {days[0]}"
        yield _conflict(post, one, other, stale, first, days, reason, index)


def _named_after_successor(one: _Holder, other: _Holder) -> list[Sighting]:
    """The sightings of the earlier holder after the first one of the later holder, but for a return."""
    begun = other.span[0]
    ends = [s.statement.period.possible_end for s in other.sightings if s.statement.period.ends_known]
    left = min((end for end in ends if end is not None), default=None)
    first = [s for s in other.sightings if s.span[0] == begun]
    stale = [s for s in one.sightings if s.span[0] > begun and (left is None or s.span[0] < left)]
    returned = [
        s.span[0]
        for s in one.sightings
        if s.statement.period.starts_known and (s.statement.period.possible_start or begun) > begun
    ]
    return [
        s
        for s in stale
        if not any(day <= s.span[0] for day in returned)
        and any(_in_one_sense(s, named) and not are_versions(s.statement, named.statement) for named in first)
    ]


def _in_one_sense(one: Sighting, other: Sighting) -> bool:
    """Whether the two are heads in one sense: a document that gives them different titles tells two posts apart."""
    mine, yours = one.statement.claim.title, other.statement.claim.title
    if in_one_document(one.statement, other.statement) and normal(mine or "") != normal(yours or ""):
        return False
    return one_post(mine, yours)


def _is_hand_over(one: Sighting, other: Sighting, days: Span) -> bool:
    """Whether the two share only the day on which the one is said to have left or the other to have begun."""
    if days[0] != days[1]:
        return False
    periods = one.statement.period, other.statement.period
    return any(p.starts_known and p.certain_start == days[0] for p in periods) or any(
        p.ends_known and p.possible_end == days[0] for p in periods
    )


def _conflict(
    post: Reference,
    one: _Holder,
    other: _Holder,
    ones: list[Sighting],
    others: list[Sighting],
    days: Span,
    why: str,
    index: FactIndex,
) -> Conflict:
    first = side(printed_name(one.fact), (s.statement for s in ones))
    second = side(printed_name(other.fact), (s.statement for s in others))
    said = ", ".join(
        f"{each.says} by {sources(each)}{' as announced' if all(s.known_until < days[0] for s in seen) else ''}"
        for each, seen in ((first, ones), (second, others))
    )
    return Conflict(
        kind=ConflictKind.TWO_HEADS,
        about=str(post),
        name=index.named(post),
        first=days[0],
        last=days[1],
        one=first,
        other=second,
        short=f"{first.says} and {second.says} are both named as head",
        reason=f"{why}: {said}.",
        settled_by=f"A document that gives the day on which the post passed from {first.says} to {second.says}, "
        "or that tells their posts apart.",
        facts=(one.fact.id, other.fact.id),
        things=things_of(one.fact, other.fact),
    )
