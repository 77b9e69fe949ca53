"""Finding actors, operations and places by the names that documents use."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.catalogue import Catalogue, find_place, load, place_names
from contingent.catalogue.places import place_key, without_accents
from tests.steps import steps


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return load()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DNK", "DNK"),
        ("Danmark", "DNK"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("america", "USA"),
        ("Britain", "GBR"),
        ("Türkiye", "TUR"),
        ("Tyrkiet", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Forenede Arabiske Emirater", "ARE"),
        ("Nordmakedonien", "MKD"),
        ("Czech Republic", "CZE"),
        ("Kosovo", "XKX"),
        ("FN", "UN"),
        ("Nato", "NATO"),
        ("Den Europæiske Union", "EU"),
        ("Royal Australian Air Force", "AUS"),
        ("KDF", "KEN"),
        ("Armed Forces of Malta", "MLT"),
        ("Bundeswehr", "DEU"),
    ],
)
def test_an_actor_is_found_by_any_of_its_names(known: Catalogue, name: str, code: str) -> None:
    actor = known.find_actor(name)
    assert actor is not None
    assert actor.code == code


@pytest.mark.parametrize("name", ["Congo", "Narnia", "Copenhagen", "Danish", "Defence Forces", ""])
def test_a_name_that_does_not_tell_which_actor_finds_none(known: Catalogue, name: str) -> None:
    assert known.find_actor(name) is None


def test_a_word_of_a_text_is_no_code(known: Catalogue) -> None:
    assert known.find_actor("dnk") is known.actors["DNK"]
    for word in ("and", "can", "nor", "per"):
        assert known.find_actor(word, "en") is None
    assert known.find_actor("NOR", "en") is known.actors["NOR"]


def test_the_language_tells_whose_armed_forces_are_meant(known: Catalogue) -> None:
    assert known.find_actor("Forsvaret") is None
    for language, code in (("da", "DNK"), ("nb", "NOR")):
        actor = known.find_actor("Forsvaret", language)
        assert actor is not None
        assert actor.code == code


@pytest.mark.parametrize(
    ("name", "operation"),
    [
        ("nmi", "NATO Mission Iraq"),
        ("KFOR", "Kosovo Force"),
        ("NATOs rådgivningsmission i Irak", "NATO Mission Iraq"),
        (
            "UN Multidimensional Integrated Stabilisation Mission in Mali",
            "United Nations Multidimensional Integrated Stabilization Mission in Mali",
        ),
        ("FN's mission i Sydsudan", "United Nations Mission in South Sudan"),
        ("EUFOR Althea", "Operation Althea"),
        ("European Union Naval Force Somalia – Operation Atalanta", "Operation Atalanta"),
        ("Op OKRA", "Operation Okra"),
        ("SNMG1", "Standing NATO Maritime Group 1"),
        ("den fremskudte tilstedeværelse", "Enhanced Forward Presence"),
        ("ISAF", "International Security Assistance Force"),
        ("EMASOH", "European-led Maritime Awareness in the Strait of Hormuz"),
        ("UN  Truce Supervision Organisation", "United Nations Truce Supervision Organization"),
    ],
)
def test_an_operation_is_found_by_name_abbreviation_and_description(
    known: Catalogue, name: str, operation: str
) -> None:
    found = known.find_operation(name)
    assert found is not None
    assert found.name == operation


def test_every_operation_is_found_by_its_own_name(known: Catalogue) -> None:
    for name, operation in known.operations.items():
        assert known.find_operation(name) is operation


def test_every_actor_is_found_by_its_code_and_its_english_name(known: Catalogue) -> None:
    for code, actor in known.actors.items():
        assert known.find_actor(code) is actor
        assert known.find_actor(actor.name) is actor, actor.name


def test_an_asset_type_leads_up_to_equipment(known: Catalogue) -> None:
    model = next(name for name in known.asset_names if name.name == "EH101")
    above = [model.type]
    while (parent := known.asset_types[above[-1]].parent) is not None:
        above.append(parent)
    assert above == ["transport helicopter", "helicopter", "aircraft", "equipment"]


def test_abbreviated_ranks_have_the_grade_of_the_rank(known: Catalogue) -> None:
    grades = {(rank.language, rank.name): rank.grade for rank in known.ranks}
    assert {grades["en", name] for name in ("Brigadier General", "Brig. Gen.", "Brig Gen", "BG", "Brigadier")} == {
        "OF-6"
    }
    assert grades["da", "oberstløjtnant"] == grades["en", "Lt Col"] == grades["de", "Oberstleutnant"] == "OF-4"


@pytest.mark.parametrize("name", ["Al-Asad AB", "al asad air base", "Al Asad Airbase", "Al Asad-luftbasen"])
def test_a_base_is_found_in_any_spelling(name: str) -> None:
    assert find_place(name)[0].name == "Al Asad Air Base"
    assert find_place(name)[0].country == "IRQ"


@pytest.mark.parametrize(
    ("name", "place", "kind"),
    [
        ("Camp Adazi", "Camp Ādaži", "camp"),
        ("Guineabugten", "Gulf of Guinea", "sea"),
        ("Hormuz-strædet", "Strait of Hormuz", "sea"),
        ("Bagdad", "Baghdad", "city"),
        ("Danmark", "Denmark", "country"),
        ("Shaw AFB", "Shaw Air Force Base", "airfield"),
        ("Golanhøjderne", "Golan Heights", "region"),
        ("Naqoura", "Naqoura", "base"),
    ],
)
def test_places_are_found_in_danish_and_english(name: str, place: str, kind: str) -> None:
    assert (find_place(name)[0].name, find_place(name)[0].kind) == (place, kind)


def test_of_two_cities_of_one_name_the_larger_comes_first() -> None:
    found = [place for place in find_place("Tripoli") if place.kind == "city"]
    assert [place.country for place in found][:2] == ["LBY", "LBN"]


def test_an_unknown_place_is_not_found() -> None:
    assert find_place("Camp Nowhere At All") == ()


def test_place_names_hold_printed_names_with_and_without_accents() -> None:
    names = place_names()
    for name in ("Camp Bifrost", "Gao", "N'Djamena", "Ménaka", "Menaka", "Camp Ādaži", "Camp Adazi", "København"):
        assert name in names, name


def test_plain_words_are_no_place_names() -> None:
    assert not {"March", "Reading", "Man", "Same", "Surprise", "Of", "Nice", "Mission"} & place_names()


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    assert place_key(place_key(text)) == place_key(text)


@given(st.text(alphabet="abcåøæéāž -'", max_size=30))
def test_accents_make_no_difference_to_a_key(text: str) -> None:
    assert place_key(without_accents(text)) == place_key(text)


def test_loading_takes_a_few_steps_a_row_and_leaves_the_long_tables_for_later() -> None:
    folder = Path(str(files("contingent.catalogue")))
    rows = {file.name: file.read_text(encoding="utf-8").count("\n") for file in folder.glob("*.csv")}
    short_tables = sum(rows.values()) - rows["cities.csv"] - rows["airfields.csv"]
    load.cache_clear()
    assert steps(load) < 60 * short_tables
    place_names.cache_clear()
    assert steps(place_names) < 60 * rows["places.csv"]
