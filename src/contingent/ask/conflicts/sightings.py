"""What statements can bear witness to when they are held against each other.

The law of this module: a newer version of an address never contradicts the older one, and what a publisher announced
is replaced by what the same publisher says later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from contingent.fact import Fact, Statement
from contingent.period import parse_bound

_Item = TypeVar("_Item")
Span = tuple[date, date]
"""A first and a last day, both included."""


class Sighting(NamedTuple):
    """A statement with the days on which it certainly shows that its fact was so, those announced among them."""

    span: Span
    statement: Statement
    fact: Fact

    @property
    def known_until(self) -> date:
        """The last of the days of which the document can know; what comes after was announced."""
        reported = reported_by(self.statement)
        return self.span[1] if reported is None else min(self.span[1], reported)


def seen(statement: Statement) -> Span | None:
    """The days on which a statement certainly shows that something was so, None if there are none."""
    return statement.period.certain if statement.tells_of_presence else None


def sightings(fact: Fact) -> list[Sighting]:
    """All sightings of a fact, in the order of its statements."""
    return [Sighting(span, s, fact) for s in fact.statements if (span := seen(s)) is not None]


def counts(fact: Fact) -> list[Sighting]:
    """The sightings of a figure, which speaks for no day after the publication of its document."""
    return [s._replace(span=(s.span[0], s.known_until)) for s in sightings(fact) if s.span[0] <= s.known_until]


def reported_by(statement: Statement) -> date | None:
    """The last day that a statement's document can know of, None if its day of publication is unknown."""
    published = statement.evidence.published
    return None if published is None else parse_bound(published)[1]


def are_versions(one: Statement, other: Statement) -> bool:
    """Whether two statements stand in different versions of one page."""
    first, second = one.evidence, other.evidence
    return first.address is not None and first.address == second.address and first.document_id != second.document_id


def is_replaced(announced: Sighting, other: Statement, day: date) -> bool:
    """Whether a sighting only announces ``day``, and the same publisher has said otherwise since."""
    first, second = announced.statement.evidence, other.evidence
    if announced.known_until >= day or first.publisher is None or first.publisher != second.publisher:
        return False
    return (reported_by(other) or date.min) > (reported_by(announced.statement) or date.max)


def in_one_document(one: Statement, other: Statement) -> bool:
    """Whether two statements stand in one document, which knows itself what it says."""
    return one.evidence.document_id == other.evidence.document_id


def shared(one: Span, other: Span) -> Span | None:
    """The days that two spans have in common."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def between(one: Span, other: Span) -> Span:
    """The days that two spans have in common, or else those from the end of the one to the start of the other."""
    first, second = max(one[0], other[0]), min(one[1], other[1])
    return min(first, second), max(first, second)


def whole(spans: Iterable[Span]) -> Span:
    """From the first day of the spans to their last. There must be one."""
    found = list(spans)
    return min(first for first, _ in found), max(last for _, last in found)


def that_meet(items: Iterable[_Item], span: Callable[[_Item], Span]) -> Iterator[tuple[_Item, _Item]]:
    """All pairs of items whose spans share a day, the one that begins earlier first.

    Takes as long as there are items and pairs, so that many items that do not meet cost little.
    """
    begun: list[tuple[date, _Item]] = []
    for item in sorted(items, key=lambda item: span(item)[0]):
        first, last = span(item)
        begun = [(until, earlier) for until, earlier in begun if until >= first]
        for _, earlier in begun:
            yield earlier, item
        begun.append((last, item))


def meetings(ones: list[Sighting], others: list[Sighting]) -> Iterator[tuple[Sighting, Sighting, Span]]:
    """Each sighting of one fact with each of another that shares days with it, and these days.

    What two versions of a page say, and what a publisher announced and then said otherwise, is left out.
    """
    mine = ones[0].fact
    for pair in that_meet([*ones, *others], lambda sighting: sighting.span):
        one, other = pair if pair[0].fact is mine else pair[::-1]
        if one.fact is other.fact or are_versions(one.statement, other.statement):
            continue
        days = shared(one.span, other.span)
        if days is None or is_replaced(one, other.statement, days[0]) or is_replaced(other, one.statement, days[0]):
            continue
        yield one, other, days
