"""Parts that contain each other in a circle, and persons who are their own superior.

The law of this module: only what documents say to belong or to answer to another counts, beside what the references
themselves say ("a/b" is a part of "a"); what was only planned or permitted does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.sightings import Sighting, shared, sightings, that_meet, whole
from contingent.ask.facts import parent
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.resolve.posts import HEAD

_Tree = dict[Reference, dict[Reference, Fact | None]]
"""For each part what it belongs to, with the fact that says so, None where the reference alone does."""


def _belongs(index: FactIndex) -> _Tree:
    tree: _Tree = {}
    for fact in index.of_kind("element"):
        if isinstance(fact.subject, Reference) and isinstance(fact.object, Reference) and sightings(fact):
            tree.setdefault(fact.subject, {})[fact.object] = fact
    # What a part answers to has parts of its own by its name: all steps up must be known.
    for reference in {end for part, wholes in tree.items() for end in (part, *wholes)}:
        inner = reference
        while (outer := parent(inner)) is not None:
            tree.setdefault(inner, {}).setdefault(outer, None)
            inner = outer
    return tree


def circles(index: FactIndex) -> Iterator[Conflict]:
    """Each circle of parts, told from the first of them in the alphabet."""
    tree = _belongs(index)
    told: set[frozenset[Reference]] = set()
    for part in sorted((part for part, wholes in tree.items() if any(wholes.values())), key=str):
        path = _way_up(tree, part, part)
        if path is not None and frozenset(path) not in told:
            told.add(frozenset(path))
            yield _circle(tree, path, index)


def _way_up(tree: _Tree, part: Reference, whole_: Reference) -> list[Reference] | None:
    """The shortest way from a part up to a whole, both ends included, None if there is none."""
    paths = [[part]]
    seen: set[Reference] = set()
    while paths:
        longer: list[list[Reference]] = []
        for path in paths:
            for outer in sorted(tree.get(path[-1], ()), key=str):
                if outer == whole_:
                    return [*path, outer]
                if outer not in seen:
                    seen.add(outer)
                    longer.append([*path, outer])
        paths = longer
    return None


def _circle(tree: _Tree, path: list[Reference], index: FactIndex) -> Conflict:
    steps = [fact for inner, outer in pairwise(path) if (fact := tree[inner][outer]) is not None]
    first, *others = steps
    one = side(
        f"{index.named(first.subject)} belongs to {index.named(first.object)}",
        (s.statement for s in sightings(first)),
    )
    other = side(
        "; ".join(f"{index.named(f.subject)} belongs to {index.named(f.object)}" for f in others)
        or f"{index.named(path[-2])} belongs to {index.named(path[-1])} by its name",
        (s.statement for fact in others or steps for s in sightings(fact)),
    )
    days = whole(s.span for fact in steps for s in sightings(fact))
    names = [index.named(reference) for reference in path]
    return Conflict(
        kind=ConflictKind.CIRCLE,
        about=str(path[0]),
        name=names[0],
        first=days[0],
        last=days[1],
        one=one,
        other=other,
        short=f"belongs to itself, by way of {', '.join(names[1:-1]) or 'nothing else'}",
        reason=f"{' is a part of '.join(names)}: {sources(one)} and {sources(other)} cannot both be right.",
        settled_by="A document that shows the whole chain of command, or a decision that two names are two things.",
        facts=tuple(fact.id for fact in steps),
        things=tuple(dict.fromkeys((*path, *things_of(*steps)))),
    )


def own_superior(index: FactIndex) -> Iterator[Conflict]:
    """Each person who heads a part and what it belongs to on one day."""
    held: dict[str, list[Fact]] = {}
    for fact in index.of_kind("posting"):
        if fact.post == HEAD and isinstance(fact.object, Reference):
            held.setdefault(str(fact.subject), []).append(fact)
    several = {person: facts for person, facts in held.items() if len(facts) > 1}
    tree = _belongs(index) if several else {}
    for facts in several.values():
        for fact in facts:
            inner = fact.object
            while isinstance(inner, Reference) and (outer := parent(inner)) is not None:
                tree.setdefault(inner, {}).setdefault(outer, None)
                inner = outer
    for person, facts in several.items():
        posts = [sighting for fact in facts for sighting in sightings(fact)]
        pairs: dict[tuple[str, str], tuple[Fact, Fact, list[tuple[Sighting, Sighting]]]] = {}
        for one, other in that_meet(posts, lambda sighting: sighting.span):
            for inner_, outer_ in ((one, other), (other, one)):
                key = inner_.fact.id, outer_.fact.id
                if key not in pairs:
                    pairs[key] = (inner_.fact, outer_.fact, [])
                pairs[key][2].append((inner_, outer_))
        for inner_fact, outer_fact, met in pairs.values():
            low, high = inner_fact.object, outer_fact.object
            if not isinstance(low, Reference) or not isinstance(high, Reference) or low == high:
                continue
            if _way_up(tree, low, high) is not None:
                yield _own_superior(person, inner_fact, outer_fact, met, index)


def _own_superior(
    person: str, inner: Fact, outer: Fact, met: list[tuple[Sighting, Sighting]], index: FactIndex
) -> Conflict:
    low, high = index.named(inner.object), index.named(outer.object)
    one = side(f"heads {low}", (a.statement for a, _ in met))
    other = side(f"heads {high}", (b.statement for _, b in met))
    days = whole(span for a, b in met if (span := shared(a.span, b.span)) is not None)
    return Conflict(
        kind=ConflictKind.OWN_SUPERIOR,
        about=person,
        name=person,
        first=days[0],
        last=days[1],
        one=one,
        other=other,
        short=f"heads {low} and {high}, to which it belongs",
        reason=f"{low} belongs to {high}, and {person} heads both: {sources(one)} and {sources(other)} "
        "make that person answer to himself or herself.",
        settled_by="A document that says that one person holds both posts, or that gives the head of one of them.",
        facts=(inner.id, outer.id),
        things=things_of(inner, outer),
    )
