"""Parts that contain each other in a circle, and persons who are their own superior.

The law of this module: only what documents say to belong or to answer to another counts, beside what the references
themselves say ("a/b" is a part of "a"); what was only planned or permitted does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from contingent.ask.conflicts.conflict import Conflict, ConflictKind, side, sources, things_of
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.names import printed_name
from contingent.ask.conflicts.sightings import Sighting, seen, shared, sightings, that_meet, whole
from contingent.ask.facts import parent
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.resolve.naming import normal
from contingent.resolve.posts import HEAD

_Tree = dict[Reference, dict[Reference, Fact | None]]
"""For each part what it belongs to, with the fact that says so, None where the reference alone does."""


def _belongs(index: FactIndex, further: Iterable[Reference | str | None] = ()) -> _Tree:
    """What the parts that facts speak of, and those ``further``, belong to, up to the outermost."""
    tree: _Tree = {}
    for fact in index.of_kind("element"):
        if isinstance(fact.subject, Reference) and isinstance(fact.object, Reference) and _is_seen(fact):
            tree.setdefault(fact.subject, {})[fact.object] = fact
    # What a part answers to has parts of its own by its name: all steps up must be known.
    known = {end for part, wholes in tree.items() for end in (part, *wholes)}
    for reference in known.union(end for end in further if isinstance(end, Reference)):
        inner = reference
        while (outer := parent(inner)) is not None:
            tree.setdefault(inner, {}).setdefault(outer, None)
            inner = outer
    return tree


def _is_seen(fact: Fact) -> bool:
    return any(seen(statement) is not None for statement in fact.statements)


def chain_of_command(index: FactIndex) -> Iterator[Conflict]:
    """Each circle of parts, and each person who heads a part and what it belongs to on one day."""
    heads = _heads_of_several(index)
    tree = _belongs(index, (fact.object for facts in heads for fact in facts))
    yield from _circles(tree, index)
    yield from _own_superiors(heads, tree, index)


def _circles(tree: _Tree, index: FactIndex) -> Iterator[Conflict]:
    """Each circle of parts, told from the first of them in the alphabet."""
    told: set[frozenset[Reference]] = set()
    for part in sorted((part for part, wholes in tree.items() if any(wholes.values())), key=str):
        path = _way_up(tree, part, part)
        if path is not None and frozenset(path) not in told:
            told.add(frozenset(path))
            yield _circle(tree, path, index)


def _way_up(tree: _Tree, part: Reference, outermost: Reference) -> list[Reference] | None:
    """The shortest way from a part up to what it lies in, both ends included, None if there is none."""
    paths = [[part]]
    passed: set[Reference] = set()
    while paths:
        longer: list[list[Reference]] = []
        for path in paths:
            for outer in sorted(tree.get(path[-1], ()), key=str):
                if outer == outermost:
                    return [*path, outer]
                if outer not in passed:
                    passed.add(outer)
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
    told = " and ".join(dict.fromkeys((sources(one), sources(other))))
    return Conflict(
        kind=ConflictKind.CIRCLE,
        about=str(path[0]),
        name=names[0],
        first=days[0],
        last=days[1],
        one=one,
        other=other,
        short=f"belongs to itself, by way of {', '.join(names[1:-1]) or 'nothing else'}",
        reason=f"{' is a part of '.join(names)}, according to {told}.",
        settled_by="A document that shows the whole chain of command, or a decision that two names are two things.",
        facts=tuple(fact.id for fact in steps),
        things=tuple(dict.fromkeys((*path, *things_of(*steps)))),
    )


def _heads_of_several(index: FactIndex) -> list[list[Fact]]:
    """The postings of each full name at the head of several things, here taken for one person's."""
    named: dict[str, list[Fact]] = {}
    for fact in index.of_kind("posting"):
        if fact.post == HEAD and isinstance(fact.object, Reference) and " " in (name := normal(printed_name(fact))):
            named.setdefault(name, []).append(fact)
    return [facts for facts in named.values() if len(facts) > 1]


def _own_superiors(heads: list[list[Fact]], tree: _Tree, index: FactIndex) -> Iterator[Conflict]:
    for facts in heads:
        for met in _together(facts):
            inner, outer = met[0][0].fact, met[0][1].fact
            low, high = inner.object, outer.object
            if isinstance(low, Reference) and isinstance(high, Reference) and _way_up(tree, low, high) is not None:
                yield _own_superior(inner, outer, met, index)


def _together(facts: list[Fact]) -> Iterable[list[tuple[Sighting, Sighting]]]:
    """For each two posts of different bodies, either of them first, the sightings that share a day."""
    pairs: dict[tuple[str, str], list[tuple[Sighting, Sighting]]] = {}
    for one, other in that_meet([s for fact in facts for s in sightings(fact)], lambda sighting: sighting.span):
        if one.fact.object != other.fact.object:
            pairs.setdefault((one.fact.id, other.fact.id), []).append((one, other))
            pairs.setdefault((other.fact.id, one.fact.id), []).append((other, one))
    return pairs.values()


def _own_superior(inner: Fact, outer: Fact, met: list[tuple[Sighting, Sighting]], index: FactIndex) -> Conflict:
    person, low, high = printed_name(inner), index.named(inner.object), index.named(outer.object)
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
        reason=f"{person} would answer to himself or herself: heads {low} according to {sources(one)}, and {high}, to "
        f"which it belongs, according to {sources(other)}.",
        settled_by="A document that says that one person holds both posts, or that gives the head of one of them.",
        facts=(inner.id, outer.id),
        things=things_of(inner, outer),
    )
