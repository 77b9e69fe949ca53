"""Elements that are likely one: of one type in other words, a short name and a long one, or the same words elsewhere.

The law of this module: two names that one document uses side by side are two elements, as far as can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from contingent.ask.matches.proposal import (
    Proposal,
    Seen,
    apart_words,
    references_in,
    sharing_a_word,
    shortened,
    words_of_short_form,
)
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.decision import Thing
from contingent.fact import Fact, Statement
from contingent.resolve.elements import Described, described, fits, plain


def likely_elements(facts: Iterable[Fact], catalogue: Catalogue) -> Iterator[Proposal]:
    """A proposal for each two elements of one thing that are likely one, and for the same words within a part of it."""
    seen: dict[Reference, Seen] = {}
    for fact in facts:
        for statement in fact.statements:
            for reference, name in _elements_in(fact, statement):
                seen.setdefault(reference, Seen()).add(name, statement)
    siblings: dict[Reference, dict[str, Reference]] = {}
    for reference in seen:
        siblings.setdefault(_parent(reference), {})[reference.elements[-1]] = reference
    for parent, named in siblings.items():
        said = {name: described(name, catalogue, parent.actor) for name in named}
        pairs = sharing_a_word(named) | shortened(named) | set(_of_like_types(said))
        for one, other in sorted(pairs):
            reason = _reason(one, other, said[one], said[other])
            if reason is not None:
                yield from _proposal(named[one], named[other], reason, seen)
    yield from _elsewhere(seen, catalogue)


def _elements_in(fact: Fact, statement: Statement) -> Iterator[tuple[Reference, str]]:
    """The elements that a statement names, with the name that it uses."""
    for reference, written in references_in(fact, statement):
        for depth, name in enumerate(written.elements[: len(reference.elements)], 1):
            yield Reference(reference.actor, reference.operation, reference.elements[:depth]), name


def _parent(reference: Reference) -> Reference:
    return Reference(reference.actor, reference.operation, reference.elements[:-1])


def _of_like_types(said: dict[str, Described]) -> Iterator[tuple[str, str]]:
    """Pairs of names whose types have a word in common."""
    by_word: dict[str, list[str]] = {}
    for name in sorted(said):
        for word in (said[name].type or "").split():
            by_word.setdefault(word, []).append(name)
    for names in by_word.values():
        yield from combinations(names, 2)


def _proposal(one: Reference, other: Reference, reason: str, seen: dict[Reference, Seen]) -> Iterator[Proposal]:
    mine, yours = seen[one], seen[other]
    if mine.documents & yours.documents:
        return
    words = ", ".join(filter(None, (reason, apart_words(mine, yours))))
    first, second = sorted((one, other), key=str)
    yield Proposal(
        Thing.ELEMENT,
        str(first),
        str(second),
        words,
        (seen[first].first, seen[second].first),
        _labels(first, seen[first]),
        _labels(second, seen[second]),
        (first, second),
    )


def _labels(reference: Reference, seen: Seen) -> frozenset[str]:
    parent = _parent(reference)
    names = (reference.elements[-1], *seen.names)
    return frozenset(str(Reference(parent.actor, parent.operation, (*parent.elements, name))) for name in names)


def _reason(one: str, other: str, mine: Described, yours: Described) -> str | None:
    """Why two names of parts of one thing are likely one element's, in words; None if they are not."""
    short = words_of_short_form(one, other)
    if short is not None:
        return short
    if mine.type is not None and yours.type is not None and (mine.type != yours.type or mine.left == yours.left):
        return _like_types(mine, yours)
    (shorter, says), (longer, _) = sorted(
        ((plain(name).split(), what) for name, what in ((one, mine), (other, yours))), key=lambda pair: len(pair[0])
    )
    more = set(longer) - set(shorter)
    if not set(shorter) < set(longer) or any(len(word) == 1 or word.isdigit() for word in more):
        return None
    if says.type is None and len(shorter) == 1:
        return None
    return "one name says more than the other and holds all of its words"


def _like_types(mine: Described, yours: Described) -> str | None:
    """Why two types are likely one; where the types are the same, so are the words that are left."""
    if fits(mine, yours):
        return f"both say the type “{mine.type}” and nothing that tells them apart"
    if mine.type == yours.type:
        return f"both say the type “{mine.type}”, and one of them a size" if mine.general or yours.general else None
    narrow, wide = sorted((mine, yours), key=lambda what: -len(what.type or ""))
    nested = set((wide.type or "").split()) < set((narrow.type or "").split())
    if nested and (mine.left == yours.left or not mine.left or not yours.left) and not _numbered(mine, yours):
        return f"“{narrow.type}” is a narrower type than “{wide.type}”"
    return None


def _numbered(mine: Described, yours: Described) -> bool:
    return any(word.isdigit() for word in (*mine.left, *yours.left))


def _elsewhere(seen: dict[Reference, Seen], catalogue: Catalogue) -> Iterator[Proposal]:
    """Elements of the same words of which one document says that they belong to a wider thing, another to a narrower.

    What a nation has of its own in an operation is named by more than one word, or it is the operation's namesake.
    """
    namesakes: dict[tuple[str | None, str], list[Reference]] = {}
    for reference in seen:
        namesakes.setdefault((reference.operation, plain(reference.elements[-1])), []).append(reference)
    for (_, name), bearers in namesakes.items():
        for one, other in combinations(sorted(bearers, key=lambda r: (len(r.elements), r.actor or "")), 2):
            wide, narrow = _parent(one), _parent(other)
            if narrow.elements[: len(wide.elements)] != wide.elements or wide == narrow:
                continue
            if wide.actor == narrow.actor:
                if described(name, catalogue).type is not None or " " in name:
                    reason = f"the same words, and {narrow.elements[-1]} may be left out of one"
                    yield from _proposal(one, other, reason, seen)
            elif wide.actor is None and wide.operation is not None and " " in name:
                reason = f"the same words, once of the operation and once of the contribution of {narrow.actor}"
                yield from _proposal(one, other, reason, seen)
