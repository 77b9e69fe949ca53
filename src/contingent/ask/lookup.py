"""What a name means: an operation, an actor, a person, a place or an element that the facts speak of.

The law of this module: a name is never bent. It means what bears exactly that name, but for letter case,
accents and punctuation; else the nearest names are offered and nothing is answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from contingent.ask.wording import actor_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.errors import UnknownNameError
from contingent.fact import Fact
from contingent.resolve.naming import normal
from contingent.resolve.references import OBJECT_IS_REFERENCE, taken_apart

KIND_ORDER = ("operation", "actor", "person", "place", "element")
"""Where a name means several things, the first of them names the answer; all are answered."""
_NEAR = 70
"""Names less alike than this (of 100) are not worth offering."""
_OFFERED = 5
FOUND_BY = frozenset({"name", "adjective", "armed forces"})
"""The forms of the catalogue's names by which an actor can be asked for; only "name" is worth showing."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a name. ``thing`` is a reference for operations, actors and elements, else the name itself."""

    kind: str
    thing: Reference | str


class Names:
    """All names by which the things that facts speak of can be asked for."""

    def __init__(self, facts: Iterable[Fact], catalogue: Catalogue) -> None:
        """Gather the names that documents use and those that the catalogue adds."""
        self._named: dict[str, dict[Named, None]] = {}
        self._written: dict[str, str] = {}
        self._names_of: dict[Named, dict[str, str]] = {}
        for fact in facts:
            for named, name in _names_in(fact):
                self._add(named, name)
        self._add_catalogue(catalogue)

    def _add(self, named: Named, name: str, shown: bool = True) -> None:
        """Let ``name`` mean the thing; names that are not ``shown`` are understood but never offered."""
        key = normal(name)
        self._named.setdefault(key, {})[named] = None
        if shown:
            self._written.setdefault(key, name)
            self._names_of.setdefault(named, {}).setdefault(key, name)

    def _add_catalogue(self, catalogue: Catalogue) -> None:
        known = set(self._names_of)
        for actor in catalogue.actor_names:
            named = Named("actor", Reference(actor.actor, None, ()))
            if named in known and actor.form in FOUND_BY:
                self._add(named, actor.name, shown=actor.form == "name")
        for operation in catalogue.operation_names:
            named = Named("operation", Reference(None, operation.operation, ()))
            if named in known:
                self._add(named, operation.name)
        for named in known:
            if named.kind == "actor" and isinstance(named.thing, Reference) and named.thing.actor is not None:
                self._add(named, actor_name(named.thing.actor, catalogue))

    def things(self) -> tuple[Named, ...]:
        """All things that bear a name, in the order of ``KIND_ORDER``."""
        return tuple(sorted(self._names_of, key=_place_in_order))

    def of(self, named: Named) -> tuple[str, ...]:
        """All names of a thing, the shortest first."""
        return tuple(sorted(self._names_of.get(named, {}).values(), key=lambda name: (len(name), name)))

    def find(self, what: str) -> tuple[Named, ...]:
        """All things that bear the name, in the order of ``KIND_ORDER``.

        Raises ``UnknownNameError`` with the nearest names if there is none.
        """
        found = self._named.get(normal(what), {})
        if not found:
            raise self._unknown(what)
        return tuple(sorted(found, key=_place_in_order))

    def _unknown(self, what: str) -> UnknownNameError:
        if not self._named:
            return UnknownNameError(f"Nothing is known of {what!r}: there are no claims yet; add a document first.")
        # Many names of one thing are one offer: the name that is nearest.
        offered: dict[Named, str] = {}
        for key in _alike(normal(what), self._written):
            for named in self._named[key]:
                offered.setdefault(named, self._written[key])
        names = tuple(dict.fromkeys(offered.values()))[:_OFFERED]
        if not names:
            return UnknownNameError(f"Nothing here bears the name {what!r} or one like it; try a country.")
        return UnknownNameError(f"Nothing here bears the name {what!r}; did you mean {listed(names)}?", names)


def nearest(what: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names most like ``what``, the nearest first; none where nothing is like it."""
    written: dict[str, str] = {}
    for name in names:
        written.setdefault(normal(name), name)
    return tuple(written[key] for key in _alike(normal(what), written))[:_OFFERED]


def _alike(key: str, keys: Iterable[str]) -> list[str]:
    """The normal forms most like one, more of them than are offered, because several may be those of one thing."""
    near = process.extract(key, list(keys), scorer=fuzz.WRatio, limit=4 * _OFFERED, score_cutoff=_NEAR)
    return [found for found, _, _ in sorted(near, key=lambda hit: (-hit[1], hit[0]))]


def _place_in_order(named: Named) -> tuple[int, str]:
    return KIND_ORDER.index(named.kind), str(named.thing)


def listed(names: tuple[str, ...]) -> str:
    """Names in a sentence: ``one``, ``one or two``, ``one, two or three``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _names_in(fact: Fact) -> Iterator[tuple[Named, str]]:
    """What a fact names, and every name that it and its statements use for it."""
    for reference in fact.references:
        if reference.operation is not None:
            yield Named("operation", Reference(None, reference.operation, ())), reference.operation
        if reference.actor is not None:
            yield Named("actor", Reference(reference.actor, None, ())), reference.actor
        for depth in range(1, len(reference.elements) + 1):
            element = Named("element", Reference(reference.actor, reference.operation, reference.elements[:depth]))
            yield element, reference.elements[depth - 1]
            if short := initials(reference.elements[depth - 1]):
                yield element, short
    if isinstance(fact.subject, str):
        yield from ((Named("person", fact.subject), name) for name in _written(fact, "subject"))
    if fact.kind == "location" and isinstance(fact.object, str):
        yield from ((Named("place", fact.object), name) for name in _written(fact, "object"))
    yield from _written_references(fact)


def _written(fact: Fact, field: str) -> list[str]:
    return [str(getattr(fact, field)), *(getattr(s.claim, field) for s in fact.statements)]


def _written_references(fact: Fact) -> Iterator[tuple[Named, str]]:
    """The spellings of operations and elements as the claims have them."""
    for statement in fact.statements:
        pairs = [(fact.subject, statement.claim.subject)]
        if fact.kind in OBJECT_IS_REFERENCE and statement.claim.object and fact.object is not None:
            pairs.append((fact.object, statement.claim.object))
        for reference, written in pairs:
            if not isinstance(reference, Reference) or not written.strip("/ "):
                continue
            spelled = taken_apart(written)
            if reference.operation is not None and spelled.operation:
                yield Named("operation", Reference(None, reference.operation, ())), spelled.operation
            for depth, name in enumerate(spelled.elements, 1):
                element = Reference(reference.actor, reference.operation, reference.elements[:depth])
                yield Named("element", element), name


def initials(name: str) -> str | None:
    """The initials of a name of three words and more that all begin with a capital, as documents abbreviate it."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 2 and all(word[0].isupper() for word in words) else None
