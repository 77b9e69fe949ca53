"""What the catalogue holds: actors, operations, ranks, asset types, places, and the names of each.

The values are frozen; names are rows of their own, because one thing has many names in many languages.
``ANY_LANGUAGE`` as a name's language means that the name is used in all languages (abbreviations, codes).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

ANY_LANGUAGE = "*"


@dataclass(frozen=True, slots=True)
class Actor:
    """A state (code: ISO 3166-1 alpha-3, ISO 3166-3 alpha-3 for former states, XKX) or an organisation (code:
    acronym).
    """

    code: str
    kind: str
    """``state``, ``territory``, ``former state`` or ``organisation``."""
    name: str
    """The usual English name."""


class ActorName(NamedTuple):
    """One name of an actor.

    ``form`` is ``name``, ``adjective``, ``people``, ``capital``, ``armed forces``, ``unit`` or ``authority``.
    """

    actor: str
    language: str
    form: str
    name: str
    ambiguous: bool = False
    """The name alone does not tell which actor is meant ("Congolese", "the Defence Forces")."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation or mission.

    ``start`` and ``end`` are bounds as in the claim format; no ``end`` means running or unknown.
    """

    name: str
    """The usual English name, never an abbreviation."""
    kind: str
    lead: str | None
    """The code of the leading actor."""
    hosts: tuple[str, ...]
    """Where it works: codes of states; empty for operations at sea or without a fixed place."""
    start: str | None
    end: str | None
    parent: str | None
    """The operation that this one is part of or that a national code name serves."""
    country: str | None
    """For a national code name: the code of the state."""


class OperationName(NamedTuple):
    """One name of an operation. ``form`` is ``name``, ``abbreviation`` or ``description``."""

    operation: str
    language: str
    form: str
    name: str
    ambiguous: bool = False
    """The name is also used for something else, or for another operation at another time."""


class RankName(NamedTuple):
    """One spelling of a rank.

    ``grade`` is ``OF-1`` to ``OF-10``, ``OR-1`` to ``OR-9``, ``WO-1`` to ``WO-5`` or ``police``.
    """

    grade: str
    language: str
    name: str
    abbreviation: bool


@dataclass(frozen=True, slots=True)
class AssetType:
    """A type of equipment; ``parent`` is the wider type, None at the top of the tree."""

    name: str
    parent: str | None


class AssetName(NamedTuple):
    """One form of a type's name; ``model`` marks a maker's or service's designation ("CV90", "NH90")."""

    type: str
    language: str
    name: str
    model: bool
    singular: str
    """The form of the dictionary: "helicopter" of "helicopters", "fregat" of "fregatterne"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with one position."""

    name: str
    kind: str
    """``camp``, ``base``, ``airfield``, ``port``, ``city``, ``district``, ``region``, ``sea`` or ``country``."""
    country: str | None
    """The code of the state, None where it lies in several or in none."""
    latitude: float
    longitude: float
    precision: str
    """How well the position is known: ``exact`` (within some kilometres), ``town``, ``region`` or ``country``."""
    population: int | None = None
    """For a city: the number of people, so that of two cities of one name the larger comes first."""
