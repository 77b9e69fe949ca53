"""Two spellings of one name: of one person in one post, and of two who may be one.

The law of this module: of one person, a shorter form of the name and another way to write its letters are no other
spelling. Who is not known to be one person is only asked about where both hold one post at one time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, Side, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.sightings import sightings, that_meet, whole
from contingent.claim import Reference
from contingent.fact import Fact, Statement
from contingent.resolve.naming import normal, usual

_SHORTEST_SLIP = 4
"""Names below this length must agree letter for letter."""


def printed_name(fact: Fact) -> str:
    """The name of a posting's person as documents mostly print it; the shown name may add the post to tell namesakes
    apart.
    """
    return _usual_name(fact.statements)


def _usual_name(statements: Iterable[Statement]) -> str:
    return usual(Counter(" ".join(statement.claim.subject.split()) for statement in statements))


def may_be_one_person(one: str, other: str) -> bool:
    """Whether two names may be one person's, spelled differently or in part: a question for a person to settle.

    Their surnames agree but for one letter, and so do their first names, of which one may be the beginning of the other
    ("P.", "Per") or missing.
    """
    mine, yours = normal(one).split(), normal(other).split()
    if not mine or not yours or not _nearly(mine[-1], yours[-1]):
        return False
    if len(mine) == 1 or len(yours) == 1:
        return True
    shorter, longer = sorted((mine[0], yours[0]), key=len)
    return longer.startswith(shorter) or _nearly(shorter, longer)


def _nearly(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _SHORTEST_SLIP and OSA.distance(one, other) <= 1)


def two_spellings(index: FactIndex) -> Iterator[Conflict]:
    """Each person whose name documents spell in several ways, and each pair in one post who may be one person."""
    posts: dict[tuple[Reference, str | None], list[Fact]] = {}
    persons: dict[str, list[Fact]] = {}
    for fact in index.of_kind("posting"):
        persons.setdefault(str(fact.subject), []).append(fact)
        if isinstance(fact.object, Reference):
            posts.setdefault((fact.object, fact.post), []).append(fact)
    for facts in persons.values():
        yield from _of_person(facts, index)
    for facts in posts.values():
        yield from _of_pairs(facts, index)


def _of_person(facts: list[Fact], index: FactIndex) -> Iterator[Conflict]:
    """One conflict for each way to spell a person's name that differs from the usual one in more than its form."""
    written: dict[str, list[Statement]] = {}
    for fact in facts:
        for statement in fact.statements:
            written.setdefault(normal(statement.claim.subject), []).append(statement)
    if len(written) < 2:
        return
    name = _usual_name(s for statements in written.values() for s in statements)
    for spelling, statements in sorted(written.items()):
        if spelling != normal(name) and not _is_short_form(spelling, normal(name)):
            yield _conflict(side(name, written[normal(name)]), side(_usual_name(statements), statements), facts, index)


def _of_pairs(facts: list[Fact], index: FactIndex) -> Iterator[Conflict]:
    """One conflict for each two names in one post, at one time, that may be one person's."""
    held = [(fact, whole(s.span for s in found)) for fact in facts if (found := sightings(fact))]
    for (one, _), (other, _) in that_meet(held, lambda pair: pair[1]):
        first, second = sorted((one, other), key=lambda fact: (str(fact.subject), fact.id))
        mine, yours = (side(printed_name(fact), fact.statements) for fact in (first, second))
        if first.subject != second.subject and may_be_one_person(mine.says, yours.says):
            yield _conflict(mine, yours, [first, second], index)


def _conflict(one: Side, other: Side, facts: list[Fact], index: FactIndex) -> Conflict:
    seen = [s.span for fact in facts for s in sightings(fact)]
    days = whole(seen) if seen else (None, None)
    post = index.named(facts[0].object)
    return Conflict(
        kind=ConflictKind.TWO_SPELLINGS,
        about=one.says,
        name=one.says,
        first=days[0],
        last=days[1],
        one=one,
        other=other,
        short=f"spelled {one.says} and {other.says}",
        reason=f"In {post}: {one.says} according to {sources(one)}, {other.says} according to {sources(other)}.",
        settled_by="The name as the person or the armed forces write it; or a source that tells two persons apart.",
        facts=tuple(fact.id for fact in facts),
        things=things_of(*facts),
    )


def _is_short_form(one: str, other: str) -> bool:
    """Whether every word of the shorter name, or what it is the initial of, stands in the longer."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return len(shorter) < len(longer) and all(
        any(word == whole or (len(word) == 1 and whole.startswith(word)) for whole in longer) for word in shorter
    )
