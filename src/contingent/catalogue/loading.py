"""Loading the catalogue's tables, and finding things in them by name.

Places are not loaded here: they are many, and few programs need them (see ``places``).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from contingent.catalogue.entries import (
    ANY_LANGUAGE,
    Actor,
    ActorName,
    AssetName,
    AssetType,
    Operation,
    OperationName,
    RankName,
)
from contingent.catalogue.table import FOLDER, rows

ACTOR_COLUMNS = ("actor", "kind", "name")
ACTOR_NAME_COLUMNS = ("actor", "language", "form", "names", "ambiguous")
ACTOR_NAME_FILES = ("state_names.csv", "actor_names.csv", "armed_forces.csv", "authorities.csv")
OPERATION_COLUMNS = ("name", "kind", "lead", "hosts", "start", "end", "parent", "country", "comment")
OPERATION_NAME_COLUMNS = ("operation", "language", "form", "names", "ambiguous")
SHIP_PREFIX_COLUMNS = ("prefix", "states")
SPELLING_COLUMNS = ("language", "spelling", "variant")
RANK_COLUMNS = ("grade", "language", "names", "abbreviations")
ASSET_COLUMNS = ("type", "parent", "language", "names", "models")

_FOUND_BY = frozenset(("name", "armed forces", "unit"))
"""The forms by which an actor is found: an adjective or a capital stands for its state only in a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All that is known beforehand but places. Compared by identity: there is one."""

    actors: dict[str, Actor]
    actor_names: tuple[ActorName, ...]
    operations: dict[str, Operation]
    operation_names: tuple[OperationName, ...]
    ranks: tuple[RankName, ...]
    asset_types: dict[str, AssetType]
    asset_names: tuple[AssetName, ...]
    ship_prefixes: dict[str, tuple[str, ...]]
    """The states whose ships bear a prefix such as "HDMS"."""
    _found_actors: dict[tuple[str, str], str | None] = field(default_factory=dict, repr=False)
    _found_operations: dict[tuple[str, str], str | None] = field(default_factory=dict, repr=False)

    def find_actor(self, name: str, language: str | None = None) -> Actor | None:
        """The actor with this code or name; None if there is none or it is not clear which.

        Names are found in any letter case. ``language`` settles a name that means different actors in different
        languages ("Forsvaret"), and says that the name comes from a text in it: then codes are found in capitals
        only, because many of them are words ("and", "can", "nor").
        """
        if not self._found_actors:
            named = ((n.language, n.name, n.actor, n.ambiguous) for n in self.actor_names if n.form in _FOUND_BY)
            self._found_actors.update(_index(named, ()))
        for code in (name.strip(), name.strip().upper()) if language is None else (name.strip(),):
            if code in self.actors:
                return self.actors[code]
        found = _find(self._found_actors, name, language)
        return None if found is None else self.actors[found]

    def find_operation(self, name: str, language: str | None = None) -> Operation | None:
        """The operation with this name, abbreviation or description, as ``find_actor`` finds actors."""
        if not self._found_operations:
            named = ((n.language, n.name, n.operation, n.ambiguous) for n in self.operation_names)
            self._found_operations.update(_index(named, self.operations))
        found = _find(self._found_operations, name, language)
        return None if found is None else self.operations[found]


@functools.cache
def load() -> Catalogue:
    """The catalogue. Raises ``DataError`` if a file of it has lost its form; ``check`` tests far more."""
    return load_from(FOLDER)


def load_from(folder: Path) -> Catalogue:
    """The catalogue of a folder; raises ``DataError`` as ``load`` does."""
    actors = {code: Actor(code, kind, name) for _, (code, kind, name) in rows("actors.csv", ACTOR_COLUMNS, folder)}
    operations = _operations(folder)
    return Catalogue(
        actors=actors,
        actor_names=tuple(dict.fromkeys(_actor_names(actors.values(), folder))),
        operations=operations,
        operation_names=tuple(_operation_names(operations, folder)),
        ranks=tuple(_rank_names(folder)),
        asset_types=_asset_types(folder),
        asset_names=tuple(_asset_names(folder)),
        ship_prefixes={
            prefix: tuple(states.split(";"))
            for _, (prefix, states) in rows("ship_prefixes.csv", SHIP_PREFIX_COLUMNS, folder)
        },
    )


def spellings(folder: Path = FOLDER) -> dict[str, list[tuple[str, str]]]:
    """For each language, what may be spelled otherwise in a name, and how."""
    found: dict[str, list[tuple[str, str]]] = {}
    for _, (language, spelling, variant) in rows("spellings.csv", SPELLING_COLUMNS, folder):
        found.setdefault(language, []).append((spelling, variant))
    return found


def spelled(name: str, variants: Iterable[tuple[str, str]]) -> list[str]:
    """A name and its other spellings: "UN Stabilisation Force", "UN Stabilization Force" …"""
    names = [name]
    for spelling, variant in variants:
        names += [other.replace(spelling, variant) for other in names if spelling in other]
    return list(dict.fromkeys(names))


def _actor_names(actors: Iterable[Actor], folder: Path) -> Iterable[ActorName]:
    """The names in the files; an actor's usual English name is one of them without being listed."""
    yield from (ActorName(actor.code, "en", "name", actor.name) for actor in actors)
    for file in ACTOR_NAME_FILES:
        for _, (actor, language, form, names, ambiguous) in rows(file, ACTOR_NAME_COLUMNS, folder):
            for name in names.split("|"):
                yield ActorName(actor, language, form, name, ambiguous == "yes")


def _operations(folder: Path) -> dict[str, Operation]:
    operations: dict[str, Operation] = {}
    for _, row in rows("operations.csv", OPERATION_COLUMNS, folder):
        name, kind, lead, hosts, start, end, parent, country, _comment = row
        operations[name] = Operation(
            name,
            kind,
            lead or None,
            tuple(hosts.split(";")) if hosts else (),
            start or None,
            end or None,
            parent or None,
            country or None,
        )
    return operations


def _operation_names(operations: Iterable[str], folder: Path) -> Iterable[OperationName]:
    """The names in the files, each also in its other spellings; an operation's own name first."""
    variants = spellings(folder)
    listed = [OperationName(operation, "en", "name", operation) for operation in operations]
    for _, (operation, language, form, names, ambiguous) in rows("operation_names.csv", OPERATION_NAME_COLUMNS, folder):
        listed += (OperationName(operation, language, form, name, ambiguous == "yes") for name in names.split("|"))
    found = dict.fromkeys(listed)
    for name in listed:
        others = spelled(name.name, variants.get(name.language, ()))[1:]
        found.update(dict.fromkeys(name._replace(name=other) for other in others))
    return found


def _rank_names(folder: Path) -> Iterable[RankName]:
    for _, (grade, language, names, abbreviations) in rows("ranks.csv", RANK_COLUMNS, folder):
        for name in names.split("|"):
            yield RankName(grade, language, name, False)
        for name in filter(None, abbreviations.split("|")):
            yield RankName(grade, language, name, True)


def _asset_types(folder: Path) -> dict[str, AssetType]:
    listed = rows("assets.csv", ASSET_COLUMNS, folder)
    return {row[0]: AssetType(row[0], row[1] or None) for _, row in listed if row[2] == "en"}


def _asset_names(folder: Path) -> Iterable[AssetName]:
    for _, (name, _parent, language, nouns, models) in rows("assets.csv", ASSET_COLUMNS, folder):
        for forms in filter(None, nouns.split("|")):
            singular, *others = forms.split("/")
            yield from (AssetName(name, language, form, False, singular) for form in (singular, *others))
        for model in filter(None, models.split("|")):
            yield AssetName(name, ANY_LANGUAGE, model, True, model)


def _index(named: Iterable[tuple[str, str, str, bool]], own: Iterable[str]) -> dict[tuple[str, str], str | None]:
    """What each (language, name) means, without letter case; None where it means several things.

    The language "" stands for a search in all languages. A name marked ambiguous means nothing by itself.
    """
    found: dict[tuple[str, str], str | None] = {}
    for language, name, meant, ambiguous in named:
        if ambiguous:
            continue
        for key in ((language, name.casefold()), ("", name.casefold())):
            found[key] = meant if found.get(key, meant) == meant else None
    found.update({("", name.casefold()): name for name in own})
    return found


def _find(index: dict[tuple[str, str], str | None], name: str, language: str | None) -> str | None:
    wanted = " ".join(name.split()).casefold()
    if language is not None:
        for spoken in (language, ANY_LANGUAGE):
            if (spoken, wanted) in index:
                return index[spoken, wanted]
    return index.get(("", wanted))
