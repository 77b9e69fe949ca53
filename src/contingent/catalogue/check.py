"""Checks of every row of the catalogue, too slow for every start and run by the tests.

``check`` objects to the first row that breaks a rule: an unknown code, kind, form or day, a reference to
nothing, a name that means two things in one language and is not marked ambiguous.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from contingent.catalogue import contingents, loading, places
from contingent.catalogue.entries import ANY_LANGUAGE
from contingent.catalogue.table import FOLDER, fault, rows
from contingent.errors import PeriodError
from contingent.period import parse_bound

ACTOR_KINDS = frozenset(("state", "territory", "former state", "organisation"))
ACTOR_FORMS = frozenset(("name", "adjective", "people", "capital", "armed forces", "unit", "authority"))
OPERATION_KINDS = frozenset(
    (
        "un peacekeeping",
        "un political",
        "nato",
        "eu military",
        "eu civilian",
        "african union",
        "regional",
        "coalition",
        "national",
    )
)
OPERATION_FORMS = frozenset(("name", "abbreviation", "description"))
GRADES = frozenset(
    (
        *(f"OF-{number}" for number in range(1, 11)),
        *(f"OR-{number}" for number in range(1, 10)),
        *(f"WO-{number}" for number in range(1, 6)),
        "police",
    )
)
PLACE_KINDS = frozenset(("camp", "base", "airfield", "port", "city", "district", "region", "sea"))
PRECISIONS = frozenset(("exact", "town", "region", "country"))


def check(folder: Path = FOLDER) -> None:
    """Test every row of the catalogue in ``folder``; raises ``DataError`` naming the first bad file and line."""
    actors = _check_actors(folder)
    _check_actor_names(folder, actors)
    operations = _check_operations(folder, actors)
    _check_operation_names(folder, operations)
    _check_ranks(folder)
    _check_assets(folder)
    _check_ship_prefixes(folder, actors)
    _check_contingent_prefixes(folder, actors)
    _check_places(folder, actors)


class _Meanings:
    """What each name means so far, and where it was said, so that a second meaning is noticed."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, tuple[str, str, int]]] = {}

    def add(self, language: str, name: str, meant: str, file: str, line: int) -> None:
        """Note a meaning; raises ``DataError`` if the name has another one in this language or in all."""
        if not name.strip() or name != " ".join(name.split()):
            raise fault(file, line, f"the name {name!r} is empty or has stray spaces")
        said = self._said.setdefault(name.casefold(), {})
        for spoken, (other, there, its_line) in said.items():
            if other != meant and (spoken == language or ANY_LANGUAGE in (spoken, language)):
                where = f"{there}, line {its_line}"
                raise fault(file, line, f"{name!r} means {meant} here and {other} in {where}; mark it ambiguous")
        said.setdefault(language, (meant, file, line))


def _one_of(value: str, allowed: Iterable[str], what: str, file: str, line: int) -> None:
    if value not in allowed:
        raise fault(file, line, f"the {what} {value!r} is not known")


def _check_language(language: str, file: str, line: int) -> None:
    if language != ANY_LANGUAGE and not (len(language) == 2 and language.isalpha() and language.islower()):
        raise fault(file, line, f"{language!r} is no ISO 639-1 code of a language and not {ANY_LANGUAGE!r}")


def _check_actors(folder: Path) -> set[str]:
    file, codes = "actors.csv", set[str]()
    for line, (code, kind, name) in rows(file, loading.ACTOR_COLUMNS, folder):
        _one_of(kind, ACTOR_KINDS, "kind", file, line)
        if code in codes:
            raise fault(file, line, f"the actor {code!r} stands here a second time")
        if not code or not name or (kind != "organisation" and not (len(code) == 3 and code.isupper())):
            raise fault(file, line, f"the code {code!r} of a {kind} or its name is not well formed")
        codes.add(code)
    return codes


def _check_actor_names(folder: Path, actors: set[str]) -> None:
    meanings = _Meanings()
    for line, (code, _, name) in rows("actors.csv", loading.ACTOR_COLUMNS, folder):
        meanings.add("en", name, code, "actors.csv", line)
    for file in loading.ACTOR_NAME_FILES:
        for line, (actor, language, form, names, ambiguous) in rows(file, loading.ACTOR_NAME_COLUMNS, folder):
            _one_of(actor, actors, "actor", file, line)
            _check_language(language, file, line)
            _one_of(form, ACTOR_FORMS, "form", file, line)
            _one_of(ambiguous, ("", "yes"), "mark of ambiguity", file, line)
            for name in names.split("|"):
                # A marked name may mean several actors, but it is still a name that must be well formed.
                meant = _Meanings() if ambiguous else meanings
                meant.add(language, name, actor, file, line)


def _check_operations(folder: Path, actors: set[str]) -> dict[str, int]:
    file = "operations.csv"
    parents: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line, row in rows(file, loading.OPERATION_COLUMNS, folder):
        name, kind, lead, hosts, start, end, parent, country, _comment = row
        if name in lines:
            raise fault(file, line, f"the operation {name!r} stands here a second time")
        lines[name] = line
        if not name or name != " ".join(name.split()) or "@" in name or "/" in name:
            raise fault(file, line, f"{name!r} cannot be the name of an operation")
        _one_of(kind, OPERATION_KINDS, "kind", file, line)
        for code in (lead, country, *hosts.split(";")):
            if code:
                _one_of(code, actors, "actor", file, line)
        if (kind == "national") != bool(country):
            raise fault(file, line, f"the country {country!r} does not go with the kind {kind!r}")
        try:
            days = [parse_bound(bound) for bound in (start, end) if bound]
        except PeriodError as error:
            raise fault(file, line, str(error).rstrip(".")) from error
        if len(days) == 2 and days[0][0] > days[1][1]:
            raise fault(file, line, f"{name!r} ends before it starts")
        if parent:
            parents[name] = parent
    for name, parent in parents.items():
        _one_of(parent, lines, "operation", file, lines[name])
    _check_tree(parents, lines, file)
    return lines


def _check_tree(parents: dict[str, str], lines: dict[str, int], file: str) -> None:
    for name in parents:
        above = [name]
        while above[-1] in parents:
            above.append(parents[above[-1]])
            if above[-1] in above[:-1]:
                raise fault(file, lines[name], f"{name!r} is part of itself: {' < '.join(above)}")


def _check_operation_names(folder: Path, operations: dict[str, int]) -> None:
    file, meanings, variants = "operation_names.csv", _Meanings(), loading.spellings(folder)
    for name, line in operations.items():
        for other in loading.spelled(name, variants.get("en", ())):
            meanings.add("en", other, name, "operations.csv", line)
    for line, (operation, language, form, names, ambiguous) in rows(file, loading.OPERATION_NAME_COLUMNS, folder):
        _one_of(operation, operations, "operation", file, line)
        _check_language(language, file, line)
        _one_of(form, OPERATION_FORMS, "form", file, line)
        _one_of(ambiguous, ("", "yes"), "mark of ambiguity", file, line)
        for name in names.split("|"):
            meant = _Meanings() if ambiguous else meanings
            for other in loading.spelled(name, variants.get(language, ())):
                meant.add(language, other, operation, file, line)


def _check_ranks(folder: Path) -> None:
    file, meanings = "ranks.csv", _Meanings()
    for line, (grade, language, names, abbreviations) in rows(file, loading.RANK_COLUMNS, folder):
        _one_of(grade, GRADES, "grade", file, line)
        _check_language(language, file, line)
        for name in (*names.split("|"), *filter(None, abbreviations.split("|"))):
            meanings.add(language, name, grade, file, line)


def _check_assets(folder: Path) -> None:
    file, meanings = "assets.csv", _Meanings()
    parents: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line, (name, parent, language, nouns, models) in rows(file, loading.ASSET_COLUMNS, folder):
        _check_language(language, file, line)
        if language == "en":
            if name in lines:
                raise fault(file, line, f"the type {name!r} stands here a second time")
            lines[name] = line
            if parent:
                parents[name] = parent
        elif name not in lines or parent or models:
            raise fault(file, line, f"only the English row of {name!r}, which stands first, has a parent and models")
        for noun in nouns.replace("/", "|").split("|"):
            meanings.add(language, noun, name, file, line)
        for model in filter(None, models.split("|")):
            meanings.add(ANY_LANGUAGE, model, name, file, line)
    for name, parent in parents.items():
        _one_of(parent, lines, "asset type", file, lines[name])
    _check_tree(parents, lines, file)


def _check_ship_prefixes(folder: Path, actors: set[str]) -> None:
    file = "ship_prefixes.csv"
    for line, (prefix, states) in rows(file, loading.SHIP_PREFIX_COLUMNS, folder):
        if not prefix[:1].isupper():
            raise fault(file, line, f"the prefix {prefix!r} does not begin with a capital")
        for state in states.split(";"):
            _one_of(state, actors, "state", file, line)


def _check_contingent_prefixes(folder: Path, actors: set[str]) -> None:
    file = "contingent_prefixes.csv"
    for line, (prefix, state) in rows(file, contingents.CONTINGENT_PREFIX_COLUMNS, folder):
        if not prefix.isupper():
            raise fault(file, line, f"the prefix {prefix!r} is not in capitals")
        _one_of(state, actors, "state", file, line)


def _check_places(folder: Path, actors: set[str]) -> None:
    file = "places.csv"
    said: dict[tuple[str, str], int] = {}
    for line, (name, others, kind, country, latitude, longitude, precision) in rows(file, places.PLACE_COLUMNS, folder):
        _one_of(kind, PLACE_KINDS, "kind", file, line)
        _one_of(precision, PRECISIONS, "precision", file, line)
        _one_of(country, (*actors, ""), "country", file, line)
        _check_position(latitude, longitude, file, line)
        for other in (name, *filter(None, others.split("|"))):
            key = places.place_key(other), country
            if not key[0] or said.setdefault(key, line) != line:
                raise fault(file, line, f"the place {other!r} stands in line {said.get(key, line)} too")
    for file, columns in (("airfields.csv", places.AIRFIELD_COLUMNS), ("cities.csv", places.CITY_COLUMNS)):
        for line, row in rows(file, columns, folder):
            _one_of(row[2], actors, "country", file, line)
            _check_position(row[3], row[4], file, line)
    for line, (country, latitude, longitude) in rows("countries.csv", places.COUNTRY_COLUMNS, folder):
        _one_of(country, actors, "country", "countries.csv", line)
        _check_position(latitude, longitude, "countries.csv", line)


def _check_position(latitude: str, longitude: str, file: str, line: int) -> None:
    try:
        inside = -90 <= float(latitude) <= 90 and -180 <= float(longitude) <= 180
    except ValueError:
        inside = False
    if not inside:
        raise fault(file, line, f"{latitude}, {longitude} is no position on the earth")
