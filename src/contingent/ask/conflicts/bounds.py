"""Starts and ends that exclude each other: an end before a start, two starts, two ends.

The law of this module: a claim whose own dates contradict each other is in conflict with itself. Two sources are in
conflict over one start or end where their bounds for it do not overlap and nothing tells of two spells. What is
announced is a plan, and only the newest plan of each publisher counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.sightings import Span, are_versions, in_one_document, reported_by
from contingent.claim import Modality
from contingent.claim_words import bound_words
from contingent.fact import Fact, Statement
from contingent.period import parse_bound
from contingent.resolve.posts import HEAD

_ONE_SPELL = ("existence", "posting")
"""What is founded or closed, and who takes up a post: things that hardly ever happen twice."""
_LASTING = (*_ONE_SPELL, "lead")
"""The kinds whose starts and ends are compared. Nations, parts and equipment come and go: "since 2016 in turn with
others" and "since November with an aircraft" date a share in an operation without any quarrel about the first."""
_PLANNED = (*_LASTING, "element", "asset")
"""The kinds whose plans are compared, as long as nothing shows that they came true."""

_Bounds = dict[Span, list[Statement]]
"""The statements that give each bound."""


def end_before_start(index: FactIndex) -> Iterator[Conflict]:
    """Each claim whose own dates contradict each other, and each end in one source before the start in another."""
    for fact in index.facts:
        faults: dict[str, list[Statement]] = {}
        for statement in fact.statements:
            if statement.fault is not None:
                faults.setdefault(statement.fault, []).append(statement)
        for fault, statements in faults.items():
            yield _own_fault(fact, statements, fault, index)
    for fact in index.of_kind(*_ONE_SPELL):
        starts, ends = _reported(fact, "start"), _reported(fact, "end")
        for start, begun in starts.items():
            for end, over in ends.items():
                earlier = any(other[0] <= end[1] for other in starts)
                if end[1] < start[0] and not earlier and (sides := _opposed(begun, over)) is not None:
                    yield _end_before_start(fact, start, end, sides, index)


def two_bounds(index: FactIndex) -> Iterator[Conflict]:
    """Each two starts, and each two ends, of one thing that two sources put at times which do not overlap."""
    for fact in index.of_kind(*_LASTING):
        starts, ends = _reported(fact, "start"), _reported(fact, "end")
        over = [s.period.possible_end for s in fact.statements if s.period.ends_known and s.fault is None]
        begun = [first for first, _ in starts]
        for one, other in _apart(starts):
            if not any(day is not None and one[0] <= day <= other[1] for day in over):
                yield from _two(ConflictKind.TWO_STARTS, fact, starts, one, other, index)
        for one, other in _apart(ends):
            if not any(one[0] <= day <= other[1] for day in begun):
                yield from _two(ConflictKind.TWO_ENDS, fact, ends, one, other, index)
    for fact in index.of_kind(*_PLANNED):
        if not any(statement.tells_of_presence for statement in fact.statements):
            for kind, field in ((ConflictKind.TWO_STARTS, "start"), (ConflictKind.TWO_ENDS, "end")):
                plans = _newest_plans(fact, field)
                for one, other in _apart(plans):
                    yield from _two(kind, fact, plans, one, other, index)


def _newest_plans(fact: Fact, field: str) -> _Bounds:
    """The starts or ends in the newest plan of each publisher, which replaces its older ones."""
    made: dict[str, list[Statement]] = {}
    for statement in fact.statements:
        if statement.claim.modality == Modality.PLANNED and statement.fault is None:
            made.setdefault(statement.evidence.publisher or statement.evidence.document_id, []).append(statement)
    found: _Bounds = {}
    for plans in made.values():
        newest = max(reported_by(statement) or date.min for statement in plans)
        for statement in plans:
            bound = getattr(statement.claim, field)
            if bound is not None and (reported_by(statement) or date.min) == newest:
                found.setdefault(parse_bound(bound), []).append(statement)
    return found


def _reported(fact: Fact, field: str) -> _Bounds:
    """The starts or ends that a fact's statements report as done by the day of publication."""
    found: _Bounds = {}
    for statement in fact.statements:
        bound = getattr(statement.claim, field)
        if bound is None or not statement.tells_of_presence or statement.fault is not None:
            continue
        span, reported = parse_bound(bound), reported_by(statement)
        if reported is None or span[0] <= reported:
            found.setdefault(span, []).append(statement)
    return found


def _apart(bounds: _Bounds) -> Iterator[tuple[Span, Span]]:
    """Each two bounds that share no day, the earlier first."""
    for one, other in combinations(sorted(bounds), 2):
        if one[1] < other[0]:
            yield one, other


def _opposed(ones: list[Statement], others: list[Statement]) -> tuple[list[Statement], list[Statement]] | None:
    """The statements of both sides that stand against one of another source, None if there are none."""
    pairs = [(a, b) for a in ones for b in others if not in_one_document(a, b) and not are_versions(a, b)]
    return ([a for a, _ in pairs], [b for _, b in pairs]) if pairs else None


def _two(
    kind: ConflictKind, fact: Fact, bounds: _Bounds, one: Span, other: Span, index: FactIndex
) -> Iterator[Conflict]:
    sides = _opposed(bounds[one], bounds[other])
    if sides is None:
        return
    word = "start" if kind is ConflictKind.TWO_STARTS else "end"
    verb = f"{word}s" if sides[0][0].tells_of_presence else f"is to {word}"
    first, second = (
        side(f"{verb} {bound_words(getattr(statements[0].claim, word))}", statements) for statements in sides
    )
    name = _name(fact, index)
    yield Conflict(
        kind=kind,
        about=str(fact.subject),
        name=name,
        first=one[0],
        last=other[1],
        one=first,
        other=second,
        short=f"{first.says} in one source, {second.says} in another",
        reason=f"{name} {first.says} according to {sources(first)} and {second.says} according to {sources(second)}.",
        settled_by=f"A document of the time that dates the {word}, or that tells of two spells.",
        facts=(fact.id,),
        things=things_of(fact),
    )


def _end_before_start(
    fact: Fact, start: Span, end: Span, sides: tuple[list[Statement], list[Statement]], index: FactIndex
) -> Conflict:
    begun = side(f"starts {bound_words(sides[0][0].claim.start or '')}", sides[0])
    over = side(f"ends {bound_words(sides[1][0].claim.end or '')}", sides[1])
    name = _name(fact, index)
    return Conflict(
        kind=ConflictKind.END_BEFORE_START,
        about=str(fact.subject),
        name=name,
        first=end[0],
        last=start[1],
        one=over,
        other=begun,
        short=f"{over.says} in one source, {begun.says} in another",
        reason=f"{name} {over.says} according to {sources(over)}, before it {begun.says} according to "
        f"{sources(begun)}.",
        settled_by="A document of the time that dates the start or the end, or that tells of two spells.",
        facts=(fact.id,),
        things=things_of(fact),
    )


def _own_fault(fact: Fact, statements: list[Statement], fault: str, index: FactIndex) -> Conflict:
    claim = statements[0].claim
    parts = {"starts": claim.start, "ends": claim.end, "so on": claim.as_of}
    said = [f"{word} {bound_words(bound)}" for word, bound in parts.items() if bound is not None]
    one, other = side(said[0], statements), side(" and ".join(said[1:]), statements)
    days = [day for bound in parts.values() if bound is not None for day in parse_bound(bound)]
    name = _name(fact, index)
    return Conflict(
        kind=ConflictKind.END_BEFORE_START,
        about=str(fact.subject),
        name=name,
        first=min(days),
        last=max(days),
        one=one,
        other=other,
        short="its own dates contradict each other",
        reason=f"{name}: dates that contradict each other, according to {sources(one)}. {fault}",
        settled_by="The text around the quote: either the document or the reading of it is wrong.",
        facts=(fact.id,),
        things=things_of(fact),
    )


def _name(fact: Fact, index: FactIndex) -> str:
    """What starts or ends, in words: the thing itself, or who does what."""
    if fact.kind == "existence":
        return index.named(fact.subject)
    verb = {"posting": "as head of" if fact.post == HEAD else "in a post of", "lead": "leading"}.get(fact.kind, "with")
    target = index.named(fact.object)
    return f"{index.named(fact.subject)} {verb} {target}" if target else index.named(fact.subject)
