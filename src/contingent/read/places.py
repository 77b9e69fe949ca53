"""Which units of a sentence are places, and whether a place is a base or an area."""

from __future__ import annotations

import functools

from contingent.catalogue.places import hand_written_kinds, place_key
from contingent.read import units
from contingent.read.named_actors import is_state
from contingent.read.names_of_elements import clean_name
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_AREAS = frozenset(("region", "sea", "district", "country"))


def is_place(unit: Unit) -> bool:
    """Whether a unit names a place: a place of the gazetteer, or a state by its name."""
    return unit.sort == units.PLACE or (
        unit.sort == units.ACTOR and unit.detail in ("name", "capital") and is_state(unit.value)
    )


def place_name(unit: Unit) -> str:
    """The name of a place as printed, on one line."""
    return clean_name(unit.text)


@functools.cache
def _area_words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def role_of(reading: Reading, unit: Unit, preposition: str) -> str:
    """``area`` for states, regions, seas and what lies "across" or "along"; ``base`` for settlements and bases."""
    words = reading.words
    if (unit.sort == units.ACTOR and unit.detail == "name") or preposition in words.sets["area"]:
        return "area"
    kind = hand_written_kinds().get(place_key(unit.text))
    if kind is not None:
        return "area" if kind in _AREAS else "base"
    parts = unit.low.replace("-", " ").split()
    wide = _area_words(tuple(words.pack.table("units")["area_words"]))
    if parts[0] in wide or parts[-1] in wide:
        return "area"
    return "base"
