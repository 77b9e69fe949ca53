"""Two names that a person wants to merge or split: what each means, and how claims write it.

The law of this module: a name means what ``lookup`` says it means, and two names of different kinds of things are
never a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contingent.ask.lookup import KIND_ORDER, Named, Names
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.decision import Thing
from contingent.errors import UnknownNameError, UsageError
from contingent.fact import Fact
from contingent.resolve.naming import normal
from contingent.resolve.persons import post_name
from contingent.resolve.references import OBJECT_IS_REFERENCE, taken_apart

_PERSON_IN_POST = re.compile(r"(?P<name>.+?)\s*\((?P<post>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one kind of thing, as claims write them (see ``Decision.names``), and whether they mean one now."""

    thing: Thing
    names: tuple[str, str]
    one: bool


@dataclass(frozen=True, slots=True)
class _Meaning:
    named: Named
    written: str
    """The name as a decision is to hold it."""


def pair_of(facts: Iterable[Fact], one: str, other: str, catalogue: Catalogue, thing: Thing | None = None) -> Pair:
    """The pair that two names make: any that ``show`` understands, references as claims write them, or a person's name
    with the body of a post in parentheses.

    ``thing`` chooses where names mean things of several kinds. Raises ``UnknownNameError`` with the nearest names for a
    name that nothing bears, and ``UsageError`` for two names of different kinds, or where it is not clear which things
    are meant.
    """
    if normal(one) == normal(other):
        raise UsageError(f"{one!r} and {other!r} are one name; letter case, accents and punctuation do not count.")
    meanings = _Meanings(facts, catalogue)
    mine, yours = meanings.of(one), meanings.of(other)
    kinds = [kind for kind in KIND_ORDER if {kind} <= {m.named.kind for m in mine} & {m.named.kind for m in yours}]
    if thing is not None:
        kinds = [kind for kind in kinds if kind == thing]
    if not kinds:
        raise UsageError(_different(one, mine, other, yours, thing))
    if len(kinds) > 1:
        raise UsageError(f"{one!r} and {other!r} are names of {_listed(kinds)}; choose with --kind.")
    mine, yours = (_only(name, found, kinds[0]) for name, found in ((one, mine), (other, yours)))
    pairs = [(a, b) for a in mine for b in yours]
    # Where elements of several operations bear the names, those that belong to one thing are meant.
    beside = [(a, b) for a, b in pairs if _above(a.named) == _above(b.named)]
    pairs = beside if len(beside) == 1 else pairs
    if len(pairs) > 1:
        several, found = (one, mine) if len(mine) > 1 else (other, yours)
        choices = ", ".join(sorted(repr(meaning.written) for meaning in found))
        raise UsageError(f"{several!r} is the name of several: {choices}; write one of these.")
    ((a, b),) = pairs
    if a.written == b.written:
        raise UsageError(f"{one!r} and {other!r} are one name in claims: {a.written}; the catalogue says so.")
    return Pair(Thing(kinds[0]), (a.written, b.written), a.named == b.named)


def are_one(facts: Iterable[Fact], names: tuple[str, str], thing: Thing, catalogue: Catalogue) -> bool:
    """Whether two names, as a pair holds them, mean one thing of a kind; raises as ``pair_of`` does."""
    meanings = _Meanings(facts, catalogue)
    one, other = ({m.named for m in meanings.of(name) if m.named.kind == thing} for name in names)
    return bool(one & other)


def _only(name: str, meanings: list[_Meaning], kind: str) -> list[_Meaning]:
    """The meanings of one kind; a person's name alone stands for all posts in which somebody bears it."""
    found = [meaning for meaning in meanings if meaning.named.kind == kind]
    if kind == "person" and len(found) > 1 and not _PERSON_IN_POST.fullmatch(name):
        return [_Meaning(meaning.named, str(meaning.named.thing)) for meaning in found]
    return found


def _above(named: Named) -> Reference | None:
    thing = named.thing
    return Reference(thing.actor, thing.operation, thing.elements[:-1]) if isinstance(thing, Reference) else None


def _different(one: str, mine: list[_Meaning], other: str, yours: list[_Meaning], thing: Thing | None) -> str:
    def kinds(meanings: list[_Meaning]) -> str:
        return _listed([kind for kind in KIND_ORDER if kind in {meaning.named.kind for meaning in meanings}])

    wanted = f" as names of {_listed([thing])}" if thing else ""
    return (
        f"{one!r} is the name of {kinds(mine)} and {other!r} of {kinds(yours)}; "
        f"only names of one kind of thing can be merged or split{wanted}."
    )


def _listed(kinds: Iterable[str]) -> str:
    return " and ".join(f"{'an' if kind[0] in 'aeo' else 'a'} {kind}" for kind in kinds)


class _Meanings:
    """What names mean, and how claims write the names of each thing."""

    def __init__(self, facts: Iterable[Fact], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._facts = tuple(facts)
        self._names = Names(self._facts, catalogue)
        self._written: dict[Named, dict[str, str]] = {}
        for fact in self._facts:
            for named, name in _written_in(fact):
                written = self._written.setdefault(named, {})
                written.setdefault(normal(name), name)
                if named.kind == "element":
                    written.setdefault(normal(taken_apart(name).elements[-1]), name)

    def of(self, what: str) -> list[_Meaning]:
        """All that a name means; raises ``UnknownNameError`` if nothing bears it."""
        found = list(self._of_reference(what)) if "@" in what or "/" in what else []
        try:
            found += [_Meaning(named, self._as_written(what, named)) for named in self._names.find(what)]
        except UnknownNameError:
            found += self._of_person_in_post(what)
            if not found:
                raise
        return list({meaning.named: meaning for meaning in reversed(found)}.values())

    def _of_reference(self, what: str) -> Iterator[_Meaning]:
        reference = taken_apart(what)
        if not reference.elements:
            if reference.actor and reference.operation:
                raise UsageError(
                    f"{what!r} is a contribution, which is named by its actor and its operation; "
                    "merge or split one of these."
                )
            if reference.operation and not reference.actor:
                for meaning in self._known(reference.operation, "operation"):
                    yield _Meaning(meaning, self._as_written(reference.operation, meaning))
            return
        *outer, last = reference.elements
        for named in self._known(last, "element"):
            thing = named.thing
            if isinstance(thing, Reference) and len(thing.elements) == len(reference.elements):
                above = all(
                    Named("element", Reference(thing.actor, thing.operation, thing.elements[:depth]))
                    in self._known(name, "element")
                    for depth, name in enumerate(outer, 1)
                )
                if above and self._lies_in(thing, reference):
                    yield _Meaning(named, self._as_written(what, named, last))

    def _lies_in(self, thing: Reference, reference: Reference) -> bool:
        """Whether an element belongs to the actor and the operation that a reference names, in any spelling."""
        for kind, name, own in (
            ("actor", reference.actor, thing.actor and Reference(thing.actor, None, ())),
            ("operation", reference.operation, thing.operation and Reference(None, thing.operation, ())),
        ):
            if (name is None) != (own is None) or (name and own not in {n.thing for n in self._known(name, kind)}):
                return False
        return True

    def _known(self, name: str, kind: str) -> list[Named]:
        try:
            return [named for named in self._names.find(name) if named.kind == kind]
        except UnknownNameError:
            return []

    def _of_person_in_post(self, what: str) -> Iterator[_Meaning]:
        """The person of ``John Smith (Harbour Watch)`` who bears the name in a post of that body."""
        parts = _PERSON_IN_POST.fullmatch(what.strip())
        if parts is None:
            return
        try:
            bodies = {str(named.thing) for named in self._names.find(parts["post"])}
        except UnknownNameError:
            return
        for named in self._known(parts["name"], "person"):
            for fact in self._facts:
                body = fact.object
                if fact.kind != "posting" or fact.subject != named.thing or not isinstance(body, Reference):
                    continue
                if str(body) in bodies:
                    yield _Meaning(named, f"{self._as_written(parts['name'], named)} ({post_name(body)})")

    def _as_written(self, what: str, named: Named, last: str = "") -> str:
        """The name as claims write it; for one that only the catalogue has, its name there; else the thing's own name.

        Of an element it is the whole reference; ``last`` is its own name where ``what`` is a reference.
        """
        written = self._written.get(named, {})
        found = written.get(normal(what)) or written.get(normal(last))
        if found is not None:
            return found
        thing = named.thing
        if isinstance(thing, str) or thing.elements:
            return next(iter(written.values()), str(thing)) if named.kind == "element" else str(thing)
        if thing.operation:
            operation = self._catalogue.find_operation(what)
            return operation.name if operation else thing.operation
        actor = self._catalogue.find_actor(what)
        return actor.code if actor else thing.actor or what


def _written_in(fact: Fact) -> Iterator[tuple[Named, str]]:
    """What the claims of a fact name, as they write it: of an element the whole reference."""
    if isinstance(fact.subject, str):
        yield from ((Named("person", fact.subject), name) for name in fact.subjects_written)
    if fact.kind == "location" and isinstance(fact.object, str):
        yield from ((Named("place", fact.object), name) for name in fact.objects_written)
    ends = [(fact.subject, fact.subjects_written)]
    if fact.kind in OBJECT_IS_REFERENCE and fact.object is not None:
        ends.append((fact.object, fact.objects_written))
    for thing, written in ends:
        if isinstance(thing, Reference):
            for spelled in map(taken_apart, written):
                if thing.actor and spelled.actor:
                    yield Named("actor", Reference(thing.actor, None, ())), spelled.actor
                if thing.operation and spelled.operation:
                    yield Named("operation", Reference(None, thing.operation, ())), spelled.operation
                for depth in range(1, min(len(spelled.elements), len(thing.elements)) + 1):
                    named = Named("element", Reference(thing.actor, thing.operation, thing.elements[:depth]))
                    yield named, str(Reference(spelled.actor, spelled.operation, spelled.elements[:depth]))
