"""What a name means: an operation, an actor, a person, a place or an element that the facts speak of.

The law of this module: a name is never bent. It means what bears exactly that name, but for letter case,
accents and punctuation; else the nearest names are offered and nothing is answered.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz, process

from contingent.ask.wording import actor_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.errors import UnknownNameError
from contingent.fact import Fact
from contingent.resolve.naming import normal, usual
from contingent.resolve.references import OBJECT_IS_REFERENCE, taken_apart

_Counted = TypeVar("_Counted")
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
    """All names by which the things that facts speak of can be asked for, kept up as facts come and go."""

    def __init__(self, facts: Iterable[Fact], catalogue: Catalogue) -> None:
        """Gather the names that documents use; those that the catalogue adds are looked up when asked for."""
        self._catalogue = catalogue
        self._things: dict[str, Counter[Named]] = {}
        """For each name in its normal form the things that bear it, and how many facts say so."""
        self._spelled: dict[Named, dict[str, Counter[str]]] = {}
        """For each thing its names in their normal forms, and how they are spelled."""
        for fact in facts:
            self.add(fact)

    def add(self, fact: Fact) -> None:
        """Take in the names that a fact uses."""
        for named, name in _names_in(fact):
            key = normal(name)
            self._things.setdefault(key, Counter())[named] += 1
            self._spelled.setdefault(named, {}).setdefault(key, Counter())[name] += 1

    def remove(self, fact: Fact) -> None:
        """Give up the names of a fact that was taken in before."""
        for named, name in _names_in(fact):
            key = normal(name)
            keys = self._spelled[named]
            if _is_last(self._things[key], named):
                del self._things[key]
            if _is_last(keys[key], name):
                del keys[key]
            if not keys:
                del self._spelled[named]

    def things(self) -> tuple[Named, ...]:
        """All things that bear a name, in the order of ``KIND_ORDER``."""
        return tuple(sorted(self._spelled, key=_place_in_order))

    def of(self, named: Named) -> tuple[str, ...]:
        """All names of a thing, the shortest first."""
        names = {key: usual(spelled) for key, spelled in self._spelled.get(named, {}).items()}
        for name, shown in _catalogue_names(self._catalogue).of.get(named, {}).items():
            if shown:
                names.setdefault(normal(name), name)
        return tuple(sorted(names.values(), key=lambda name: (len(name), name)))

    def find(self, what: str) -> tuple[Named, ...]:
        """All things that bear the name, in the order of ``KIND_ORDER``.

        Raises ``UnknownNameError`` with the nearest names if there is none.
        """
        key = normal(what)
        known = (named for named in _catalogue_names(self._catalogue).bearing.get(key, ()) if named in self._spelled)
        found = {*self._things.get(key, ()), *known}
        if not found:
            raise self._unknown(what)
        return tuple(sorted(found, key=_place_in_order))

    def _unknown(self, what: str) -> UnknownNameError:
        if not self._spelled:
            return UnknownNameError(f"Nothing is known of {what!r}: there are no claims yet; add a document first.")
        bearers: dict[str, dict[str, Named]] = {}
        for named in self.things():
            for name in self.of(named):
                bearers.setdefault(normal(name), {}).setdefault(name, named)
        # Many names of one thing are one offer: the name that is nearest.
        offered: dict[Named, str] = {}
        for key in _alike(normal(what), bearers):
            for name, named in bearers[key].items():
                offered.setdefault(named, name)
        names = tuple(dict.fromkeys(offered.values()))[:_OFFERED]
        if not names:
            return UnknownNameError(f"Nothing here bears the name {what!r} or one like it; try a country.")
        return UnknownNameError(f"Nothing here bears the name {what!r}; did you mean {listed(names)}?", names)


@dataclass(frozen=True, slots=True)
class _CatalogueNames:
    """The catalogue's names of actors and operations: those of each thing with whether they are worth showing, and the
    things that bear each name in its normal form."""

    of: dict[Named, dict[str, bool]]
    bearing: dict[str, tuple[Named, ...]]


@functools.lru_cache(maxsize=4)
def _catalogue_names(catalogue: Catalogue) -> _CatalogueNames:
    names: dict[Named, dict[str, bool]] = {}
    for name in catalogue.actor_names:
        if name.form in FOUND_BY:
            actor = Named("actor", Reference(name.actor, None, ()))
            names.setdefault(actor, {}).setdefault(name.name, name.form == "name")
    for code in catalogue.actors:
        names.setdefault(Named("actor", Reference(code, None, ())), {})[actor_name(code, catalogue)] = True
    for operation in catalogue.operation_names:
        named = Named("operation", Reference(None, operation.operation, ()))
        names.setdefault(named, {})[operation.name] = True
    bearing: dict[str, dict[Named, None]] = {}
    for named, own in names.items():
        for text in own:
            bearing.setdefault(normal(text), {})[named] = None
    return _CatalogueNames(names, {key: tuple(things) for key, things in bearing.items()})


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


def _is_last(counter: Counter[_Counted], entry: _Counted) -> bool:
    """Take one off the count of an entry. Returns whether nothing is counted any more."""
    counter[entry] -= 1
    if not counter[entry]:
        del counter[entry]
    return not counter


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
        yield from ((Named("person", fact.subject), name) for name in (fact.subject, *fact.subjects_written))
    if fact.kind == "location" and isinstance(fact.object, str):
        yield from ((Named("place", fact.object), name) for name in (fact.object, *fact.objects_written))
    yield from _written_references(fact)


def _written_references(fact: Fact) -> Iterator[tuple[Named, str]]:
    """The spellings of operations and elements as the claims have them."""
    pairs = [(fact.subject, written) for written in fact.subjects_written]
    if fact.kind in OBJECT_IS_REFERENCE and fact.object is not None:
        pairs += [(fact.object, written) for written in fact.objects_written]
    for reference, written in pairs:
        if not isinstance(reference, Reference) or not written.strip("/ "):
            continue
        spelled = taken_apart(written)
        if reference.operation is not None and spelled.operation:
            yield Named("operation", Reference(None, reference.operation, ())), spelled.operation
        for depth, name in enumerate(spelled.elements, 1):
            yield Named("element", Reference(reference.actor, reference.operation, reference.elements[:depth])), name


def initials(name: str) -> str | None:
    """The initials of a name of three words and more that all begin with a capital, as documents abbreviate it."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 2 and all(word[0].isupper() for word in words) else None
