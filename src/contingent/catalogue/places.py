"""Places by name: camps, bases, airfields, cities, regions, seas and countries with their positions.

``place_names`` answers "is this a place?" cheaply, from lists of names; the tables with positions are
read only when ``find_place`` is first called. Three tables hold the places: ``places.csv`` is written
by hand; ``airfields.csv`` and ``cities.csv`` are made from public data by ``scripts/catalogue/places.py``,
which also writes their names into ``place_names.txt``.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable

from contingent.catalogue.entries import Place
from contingent.catalogue.loading import load
from contingent.catalogue.table import FOLDER, rows

PLACE_COLUMNS = ("name", "other_names", "kind", "country", "latitude", "longitude", "precision")
AIRFIELD_COLUMNS = ("name", "other_names", "country", "latitude", "longitude")
CITY_COLUMNS = ("name", "other_names", "country", "latitude", "longitude", "population")
COUNTRY_COLUMNS = ("country", "latitude", "longitude")
SAME_WORD_COLUMNS = ("word", "same_as")

_NOT_WORD = re.compile(r"[^\w]+")
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
_LETTERS = str.maketrans(
    _PLAIN | {letter.upper(): plain.title() for letter, plain in _PLAIN.items() if letter.upper() not in ("I", "SS")}
)
"""Letters that are no accented form of another in Unicode, but that pages without them replace like this."""


@functools.cache
def place_names() -> frozenset[str]:
    """Every name of every place but countries, as pages print it, with and without accents.

    Membership is exact. Names of countries are names of actors (``Catalogue.actor_names``).
    """
    names = set((FOLDER / "place_names.txt").read_text(encoding="utf-8").split("\n"))
    for _, row in rows("places.csv", PLACE_COLUMNS):
        for name in (row[0], *row[1].split("|")):
            names.add(name)
            names.add(without_accents(name))
    names.discard("")
    return frozenset(names)


@functools.cache
def hand_written_kinds() -> dict[str, str]:
    """The kind of each place of ``places.csv`` by its key: cheap, where no position is needed."""
    kinds: dict[str, str] = {}
    for _, (name, others, kind, *_rest) in rows("places.csv", PLACE_COLUMNS):
        for each in (name, *filter(None, others.split("|"))):
            kinds.setdefault(place_key(each), kind)
    return kinds


def find_place(name: str) -> tuple[Place, ...]:
    """All places with this name, the likeliest first; empty if there is none.

    Letter case, accents, hyphens and the ways to write "air base" make no difference, so "Al-Asad AB"
    finds Al Asad Air Base. Places written by hand come first, then airfields, then cities by population,
    then countries.
    """
    key = place_key(name)
    return _places(key[:1]).get(key, ())


def place_key(name: str) -> str:
    """The name as it is compared: lower case, no accents or hyphens, one word for each kind of base.

    >>> place_key("Al-Asad AB") == place_key("Al Asad Airbase") == place_key("al asad air base")
    True
    """
    words = _NOT_WORD.sub(" ", without_accents(name.casefold()).casefold()).split()
    # Most names hold no word for a base, and there are tens of thousands of them to make an index of.
    if _first_of_same_words().isdisjoint(words):
        return " ".join(words)
    key = f" {' '.join(words)} "
    for word, same in _same_words():
        key = key.replace(word, same)
    return " ".join(key.split())


def without_accents(name: str) -> str:
    """The name in letters without accents ("Ādaži" is "Adazi"); "å" is "a", as pages print it."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@functools.cache
def _same_words() -> tuple[tuple[str, str], ...]:
    """Words for one kind of base, longest first, each between spaces: (" air force base ", " air base ")."""
    pairs = [(f" {word} ", f" {same} ") for _, (word, same) in rows("same_words.csv", SAME_WORD_COLUMNS)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@functools.cache
def _first_of_same_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word, _ in _same_words())


@functools.cache
def _places(letter: str) -> dict[str, tuple[Place, ...]]:
    """The places of each key that begins with a letter: few questions need more than a few letters of the gazetteer."""
    found: dict[str, dict[Place, None]] = {}
    for name, make, row in _names_by_letter().get(letter, ()):
        found.setdefault(place_key(name), {})[make(*row)] = None
    return {key: tuple(places) for key, places in found.items()}


_Entry = tuple[str, Callable[..., Place], list[str]]
"""One name of a place, and what makes the place of a row of a table."""


@functools.cache
def _names_by_letter() -> dict[str, list[_Entry]]:
    """All names by the first letter of their keys, in the order in which ``find_place`` gives the places."""
    found: dict[str, list[_Entry]] = {}

    def add(row: list[str], names: Iterable[str], make: Callable[..., Place]) -> None:
        for name in names:
            found.setdefault(_first_letter(name), []).append((name, make, row))

    for file, columns, make in (
        ("places.csv", PLACE_COLUMNS, _hand_written),
        ("airfields.csv", AIRFIELD_COLUMNS, _airfield),
        ("cities.csv", CITY_COLUMNS, _city),
    ):
        for _, row in rows(file, columns):
            add(row, (row[0], *filter(None, row[1].split("|"))), make)
    catalogue = load()
    middles = {
        code: [code, latitude, longitude] for _, (code, latitude, longitude) in rows("countries.csv", COUNTRY_COLUMNS)
    }
    for actor, _, form, name, ambiguous in catalogue.actor_names:
        if form == "name" and not ambiguous and actor in middles:
            add(middles[actor], (catalogue.actors[actor].name, name), _country)
    return found


def _first_letter(name: str) -> str:
    """The first letter of a name's key, without making the key where its first word stands for itself."""
    word = name.split(" ", 1)[0].lower()
    if word.isascii() and word.isalpha() and word not in _first_of_same_words():
        return word[0]
    return place_key(name)[:1]


def _hand_written(
    name: str, _others: str, kind: str, country: str, latitude: str, longitude: str, precision: str
) -> Place:
    return Place(name, kind, country or None, float(latitude), float(longitude), precision)


def _airfield(name: str, _others: str, country: str, latitude: str, longitude: str) -> Place:
    return Place(name, "airfield", country, float(latitude), float(longitude), "exact")


def _city(name: str, _others: str, country: str, latitude: str, longitude: str, population: str) -> Place:
    return Place(name, "city", country, float(latitude), float(longitude), "town", int(population))


def _country(code: str, latitude: str, longitude: str) -> Place:
    return Place(load().actors[code].name, "country", code, float(latitude), float(longitude), "country")
