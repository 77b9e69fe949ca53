"""What a name means: an operation, an actor, a person, a place or an element that the facts speak of.

The law of this module: a name is never bent. It means what bears exactly that name, but for letter case,
accents and punctuation, by documents or by the catalogue; else the nearest names are offered and nothing is answered.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz, process

from contingent.ask.wording import actor_name
from contingent.catalogue import Catalogue, find_place
from contingent.claim import Reference
from contingent.errors import UnknownNameError
from contingent.fact import Fact
from contingent.resolve.naming import normal, usual
from contingent.resolve.places import place_key, state_or_words
from contingent.resolve.references import OBJECT_IS_REFERENCE, taken_apart

_Key = TypeVar("_Key")
_Inner = TypeVar("_Inner")
_Value = TypeVar("_Value")
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
        self._things: dict[str, dict[Named, int]] = {}
        """For each name in its normal form the things that bear it, and how many facts say so."""
        self._spelled: dict[Named, dict[str, dict[str, int]]] = {}
        """For each thing its names in their normal forms, and how many facts spell them how."""
        for fact in facts:
            self.add(fact)

    def add(self, fact: Fact) -> None:
        """Take in the names that a fact uses."""
        for named, key, name in _names_in(fact):
            _count(_entry(self._things, key), named, 1)
            _count(_entry(_entry(self._spelled, named), key), name, 1)

    def remove(self, fact: Fact) -> None:
        """Give up the names of a fact that was taken in before."""
        for named, key, name in _names_in(fact):
            keys = self._spelled[named]
            if not _count(self._things[key], named, -1):
                del self._things[key]
            if not _count(keys[key], name, -1):
                del keys[key]
            if not keys:
                del self._spelled[named]

    def __contains__(self, named: object) -> bool:
        """Whether facts speak of a thing."""
        return named in self._spelled

    def things(self) -> tuple[Named, ...]:
        """All things that bear a name, in the order of ``KIND_ORDER``."""
        return tuple(sorted(self._spelled, key=_place_in_order))

    def of(self, named: Named) -> tuple[str, ...]:
        """All names of a thing, the shortest first."""
        names = {key: usual(Counter(spelled)) for key, spelled in self._spelled.get(named, {}).items()}
        for name, shown in _catalogue_names(self._catalogue).of.get(named, {}).items():
            if shown:
                names.setdefault(normal(name), name)
        return tuple(sorted(names.values(), key=lambda name: (len(name), name)))

    def find(self, what: str) -> tuple[Named, ...]:
        """All things that bear the name, in the order of ``KIND_ORDER``.

        Raises ``UnknownNameError`` with the nearest names if there is none.
        """
        found = self.bearing(what)
        if not found:
            raise self._unknown(what)
        return found

    def bearing(self, what: str) -> tuple[Named, ...]:
        """The same, but nothing for a name that nothing bears: quicker where nobody asks for the nearest ones."""
        key = normal(what)
        written = set(self._things.get(key, ()))
        found = set(written)
        for named in _catalogue_names(self._catalogue).bearing.get(key, ()):
            found |= {named} if named in self._spelled else self._merged_into(named)
        if not found or any(named.kind == "place" for named in found):
            found |= self._same_place(what)
        # What documents call so comes before what the catalogue adds.
        return tuple(
            sorted(found, key=lambda named: (KIND_ORDER.index(named.kind), named not in written, str(named.thing)))
        )

    def holding(self, words: str) -> tuple[Named, ...]:
        """All things of which a name holds the words, those of the shortest names first."""
        key = normal(words)
        return self._of_keys(sorted((name for name in self._keys() if key in name), key=lambda name: (len(name), name)))

    def near(self, words: str) -> tuple[Named, ...]:
        """The things with names most like the words, the nearest first; none where nothing is like them."""
        return self._of_keys(_alike(normal(words), self._keys()))

    def _keys(self) -> Iterator[str]:
        """All names in their normal forms, those of the catalogue that no document uses among them."""
        yield from self._things
        yield from (key for key in _catalogue_names(self._catalogue).bearing if key not in self._things)

    def _of_keys(self, keys: Iterable[str]) -> tuple[Named, ...]:
        """The things that bear names in these normal forms, in their order, and of each in that of ``KIND_ORDER``."""
        found: dict[Named, None] = {}
        listed = _catalogue_names(self._catalogue).bearing
        for key in keys:
            bearers = {*self._things.get(key, ()), *(named for named in listed.get(key, ()) if named in self._spelled)}
            found.update(dict.fromkeys(sorted(bearers, key=_place_in_order)))
        return tuple(found)

    def _same_place(self, what: str) -> set[Named]:
        """The places that documents call otherwise, and that the gazetteer knows by this name too."""
        if state_or_words(what, self._catalogue).startswith("=") or not find_place(what):
            return set()
        place = place_key(what, self._catalogue)
        listed = (named for named in self._spelled if named.kind == "place")
        return {named for named in listed if place_key(str(named.thing), self._catalogue) == place}

    def _merged_into(self, named: Named) -> set[Named]:
        """What the claims that use a name of an operation or actor of the catalogue are about, where a person made it
        the name of another."""
        thing = named.thing
        own = (thing.operation or thing.actor or "") if isinstance(thing, Reference) else thing
        keys = {normal(name) for name in (own, *_catalogue_names(self._catalogue).of[named])}
        return {other for key in keys for other in self._things.get(key, ()) if other.kind == named.kind}

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


def _entry(entries: dict[_Key, dict[_Inner, _Value]], key: _Key) -> dict[_Inner, _Value]:
    """What is kept under a key, made where there is nothing yet."""
    found = entries.get(key)
    if found is None:
        found = entries[key] = {}
    return found


def _count(counts: dict[_Key, int], key: _Key, by: int) -> int:
    """Count an entry up or down; one that is counted no more is gone. Returns how many entries are left."""
    number = counts.get(key, 0) + by
    if number:
        counts[key] = number
    else:
        del counts[key]
    return len(counts)


def _place_in_order(named: Named) -> tuple[int, str]:
    return KIND_ORDER.index(named.kind), str(named.thing)


def listed(names: tuple[str, ...]) -> str:
    """Names in a sentence: ``one``, ``one or two``, ``one, two or three``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


_Name = tuple[Named, str, str]
"""A thing, one of its names in its normal form, and the name as it is spelled."""


def _names_in(fact: Fact) -> Iterable[_Name]:
    """What a fact names, and every name that it and its statements use for it, each once."""
    found: dict[_Name, None] = {}
    pairs: list[tuple[Reference | str | None, tuple[str, ...]]] = [(fact.subject, fact.subjects_written)]
    if fact.kind in OBJECT_IS_REFERENCE or fact.kind == "location":
        pairs.append((fact.object, fact.objects_written))
    for thing, written in pairs:
        if isinstance(thing, Reference):
            for text in (str(thing), *written):
                found.update(dict.fromkeys(_names_of_reference(thing, text)))
        elif thing is not None:
            named = Named("person" if thing is fact.subject else "place", thing)
            found.update(((named, normal(name), name), None) for name in (thing, *written))
    return found


@functools.lru_cache(maxsize=262144)
def _names_of_reference(reference: Reference, written: str) -> tuple[_Name, ...]:
    """The names of an operation, an actor and elements that a reference uses as it is written in a claim."""
    if not written.strip("/ "):
        return ()
    spelled = taken_apart(written)
    pairs: list[tuple[Named, str]] = []
    if reference.operation is not None and spelled.operation:
        pairs.append((Named("operation", Reference(None, reference.operation, ())), spelled.operation))
    if reference.actor is not None:
        # A name that is merged with another's still means that other.
        names = dict.fromkeys((reference.actor, spelled.actor or reference.actor))
        pairs += [(Named("actor", Reference(reference.actor, None, ())), name) for name in names]
    for depth, name in enumerate(spelled.elements, 1):
        element = Named("element", Reference(reference.actor, reference.operation, reference.elements[:depth]))
        pairs.append((element, name))
        short = initials(name)
        if short is not None:
            pairs.append((element, short))
    return tuple((named, normal(name), name) for named, name in pairs)


def initials(name: str) -> str | None:
    """The initials of a name of three words and more that all begin with a capital, as documents abbreviate it."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 2 and all(word[0].isupper() for word in words) else None
