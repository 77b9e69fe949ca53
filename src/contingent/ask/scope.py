"""The scope of a question: which claims can touch the answer about one thing, told by what they name alone.

The law of this module: too many claims are only slow, one too few would be wrong. The facts that mention the thing
need all claims about the operations that they speak of, because how those are named and whether they were there
hangs on all of them; no answer reaches further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from contingent.ask.lookup import FOUND_BY, initials
from contingent.catalogue import Catalogue, place_names
from contingent.claim import Reference
from contingent.decision import Rulings, rulings
from contingent.fact import Mention
from contingent.resolve import state_or_words
from contingent.resolve.named import operation_key
from contingent.resolve.naming import PERSONS, groups, normal
from contingent.resolve.places import place_key
from contingent.resolve.references import OBJECT_IS_REFERENCE, SUBJECT_IS_PERSON, taken_apart

NO_RULINGS = rulings(())
Head = tuple[str, str]
"""What a reference lies in, at the outermost: an operation, or an actor where no operation is named."""


def touching(
    mentions: Iterable[Mention], what: str, catalogue: Catalogue, ruled: Rulings = NO_RULINGS
) -> frozenset[Mention]:
    """The mentions of the claims that an answer about ``what`` can rest on; none if no claim names it.

    Where somebody merged a name that these claims hold with another, those that touch the other count as well.
    """
    scope = _Scope(mentions, catalogue)
    found = scope.of(what)
    merged = [tuple(map(_bare, names)) for pairs in ruled.merged.values() for names in sorted(pairs)]
    asked = {what}
    while merged and (further := scope.merged_with(found, asked, merged)):
        asked |= further
        found = found.union(*map(scope.of, further))
    return found


def _bare(name: str) -> str:
    """The name of a thing without the post of a person, and of an element that of what it lies in."""
    reference = taken_apart(name) if "@" in name or "/" in name else None
    bare = name.partition(" (")[0] if reference is None else reference.operation or reference.actor
    return bare or name


class _Scope:
    """The mentions of all claims, each reference taken apart once."""

    def __init__(self, mentions: Iterable[Mention], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._mentions = tuple(mentions)
        self._ends: dict[str, tuple[Reference, Head]] = {}
        self._ends_of = [self._taken_in(mention) for mention in self._mentions]

    def of(self, what: str) -> frozenset[Mention]:
        key = normal(what)
        asked = self._bearing(key)
        named = self._persons_and_places(key, what)
        near: set[Head] = set()
        for mention, ends in zip(self._mentions, self._ends_of, strict=True):
            if not asked.isdisjoint(ends) or (mention.subject, mention.named) in named:
                near.update(self._heads_of(ends))
        near |= self._heads_with_namesakes(near)
        reached = asked | {text for text, (_, head) in self._ends.items() if head in near}
        found = {m for m, ends in zip(self._mentions, self._ends_of, strict=True) if not reached.isdisjoint(ends)}
        return frozenset(found | self._comparable_postings(found))

    def merged_with(self, mentions: frozenset[Mention], asked: set[str], merged: Iterable[tuple[str, ...]]) -> set[str]:
        """The names that are merged with one that was asked for or that these claims hold, and were not asked for."""
        known = set().union(*map(self._keys, asked))
        found = {name for pair in merged for name in pair if name not in asked}
        if not found:
            return found
        for mention, ends in zip(self._mentions, self._ends_of, strict=True):
            if mention in mentions:
                if mention.kind in SUBJECT_IS_PERSON:
                    known.add(normal(mention.subject))
                if mention.kind == "location" and mention.named is not None:
                    known.add(normal(mention.named))
                for reference, (_, head) in map(self._ends.__getitem__, ends):
                    known |= {head, reference.actor or head}
        held = {name for pair in merged if any(known & self._keys(name) for name in pair) for name in pair}
        return found & held

    def _keys(self, name: str) -> set[str]:
        """All forms in which claims may hold a name: its words, the operation and the actor that it means."""
        return {normal(name), operation_key(name, self._catalogue), self._actor(name)}

    def _heads_with_namesakes(self, near: set[Head]) -> set[Head]:
        """All others in which somebody bears the name of somebody in one of these: how a person is shown beside a
        namesake hangs on both. Their namesakes in turn are nobody's concern here."""
        heads_of: dict[str, set[Head]] = {}
        for mention, ends in zip(self._mentions, self._ends_of, strict=True):
            if mention.kind in SUBJECT_IS_PERSON:
                heads_of.setdefault(normal(mention.subject), set()).update(self._heads_of(ends))
        return {head for heads in heads_of.values() if not near.isdisjoint(heads) for head in heads}

    def _comparable_postings(self, found: Iterable[Mention]) -> set[Mention]:
        """The mentions of all persons whose names could be those of persons in these: who is who hangs on all of them,
        but not on what else is said of their posts."""
        keys = {PERSONS.key(normal(m.subject)) for m in found if m.kind in SUBJECT_IS_PERSON}
        return {m for m in self._mentions if m.kind in SUBJECT_IS_PERSON and PERSONS.key(normal(m.subject)) in keys}

    def _taken_in(self, mention: Mention) -> tuple[str, ...]:
        """The references of a mention as written, each of them taken apart if that was not done before."""
        ends = () if mention.kind in SUBJECT_IS_PERSON else (mention.subject,)
        if mention.kind in OBJECT_IS_REFERENCE and mention.named:
            ends = (*ends, mention.named)
        for text in ends:
            if text not in self._ends:
                self._ends[text] = self._taken_apart(text)
        return ends

    def _taken_apart(self, text: str) -> tuple[Reference, Head]:
        written = taken_apart(text)
        actor = written.actor and self._actor(written.actor)
        if written.operation is None:
            return Reference(actor, None, written.elements), ("actor", actor or "")
        operation = operation_key(written.operation, self._catalogue)
        return Reference(actor, written.operation, written.elements), ("operation", operation)

    def _actor(self, name: str) -> str:
        known = self._catalogue.find_actor(name)
        return normal(name) if known is None else known.code

    def _heads_of(self, ends: Iterable[str]) -> Iterator[Head]:
        """What the references lie in; an actor alone is no operation: naming it brings in nothing else that it does."""
        for reference, head in map(self._ends.__getitem__, ends):
            if reference.operation is not None or reference.elements:
                yield head

    def _bearing(self, key: str) -> set[str]:
        """The references to actors and operations that bear the name, and to all beside an element that does."""
        actors, heads = self._known_by(key)
        for reference, head in self._ends.values():
            if reference.actor is not None and normal(reference.actor) == key:
                actors.add(reference.actor)
            spelled = (reference.operation, *reference.elements, *map(initials, reference.elements))
            if any(name is not None and normal(name) == key for name in spelled):
                heads.add(head)
        return {text for text, (end, head) in self._ends.items() if head in heads or end.actor in actors}

    def _known_by(self, key: str) -> tuple[set[str], set[Head]]:
        """The actors and operations to which the catalogue gives the name."""
        catalogue = self._catalogue
        actors = {name.actor for name in catalogue.actor_names if name.form in FOUND_BY and normal(name.name) == key}
        actors.update(code for code, actor in catalogue.actors.items() if key in (normal(code), normal(actor.name)))
        heads = {("operation", f"={name.operation}") for name in catalogue.operation_names if normal(name.name) == key}
        return actors, heads

    def _persons_and_places(self, key: str, what: str) -> set[tuple[str, str | None]]:
        """Subject and object of the claims that put a person of the name in a post, or something in such a place."""
        postings = [mention for mention in self._mentions if mention.kind in SUBJECT_IS_PERSON]
        # Only names with one key are ever one person.
        persons = {name for m in postings if PERSONS.key(name := normal(m.subject)) == PERSONS.key(key)}
        group_of = groups((*persons, key), PERSONS)
        found = {(m.subject, m.named) for m in postings if group_of.get(normal(m.subject)) == group_of[key]}
        located = {(m.subject, m.named) for m in self._mentions if m.kind == "location" and m.named is not None}
        key_of = self._place_key(what, {name for _, name in located if name is not None})
        place = key_of(what, self._catalogue)
        there = {name for name in {name for _, name in located} if name and key_of(name, self._catalogue) == place}
        return found | {(subject, name) for subject, name in located if name in there}

    def _place_key(self, what: str, names: set[str]) -> Callable[[str, Catalogue], str]:
        """What tells whether names are those of one place: the gazetteer, slow to read, only where it may know one."""
        place = state_or_words(what, self._catalogue)
        known = what in place_names() or any(normal(name) == place for name in names)
        return place_key if known and not place.startswith("=") else state_or_words
