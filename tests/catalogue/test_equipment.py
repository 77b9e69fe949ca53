"""Equipment: what is one name of it, its singular, and its type."""

from __future__ import annotations

import pytest

from contingent import catalogue
from contingent.catalogue.equipment import EquipmentFinder
from tests.hostile import EQUIPMENT
from tests.steps import assert_steps_grow_with_length

CASES = [
    ("en", "three CH-147F Chinooks", "CH-147F Chinook", "transport helicopter"),
    ("en", "five CH-146 Griffons", "CH-146 Griffon", "transport helicopter"),
    ("en", "an embarked CH-148 Cyclone helicopter", "CH-148 Cyclone helicopter", "maritime helicopter"),
    ("en", "in Mowag armoured personnel carriers", "Mowag armoured personnel carrier", "armoured personnel carrier"),
    ("en", "a P-3K2 Orion patrol aircraft", "P-3K2 Orion patrol aircraft", "maritime patrol aircraft"),
    ("en", "CV90 infantry fighting vehicles", "CV90 infantry fighting vehicle", "infantry fighting vehicle"),
    ("en", "two IAR-330 Pumas", "IAR-330 Puma", "transport helicopter"),
    ("en", "Six Spanish F/A-18 Hornets", "F/A-18 Hornet", "fighter jet"),
    ("en", "four F-16s", "F-16", "fighter jet"),
    ("en", "an An-99 transport aircraft", "An-99 transport aircraft", "transport aircraft"),
    ("en", "nine patrol boats", "patrol boat", "patrol boat"),
    ("en", "its mobile radars", "mobile radar", "radar"),
    ("en", "a recompression chamber", "recompression chamber", "recompression chamber"),
    ("da", "to EH101-helikoptere", "EH101-helikopter", "transport helicopter"),
    ("da", "et C-130J-transportfly", "C-130J-transportfly", "transport aircraft"),
    ("da", "fire F-16-fly", "F-16-fly", "fighter jet"),
    ("da", "en Seahawk-helikopter", "Seahawk-helikopter", "maritime helicopter"),
    ("da", "14 Leopard 2A7-kampvogne", "Leopard 2A7-kampvogn", "main battle tank"),
    ("da", "14 CV9035-infanterikampkøretøjer", "CV9035-infanterikampkøretøj", "infantry fighting vehicle"),
    ("da", "Fire franske Mirage-fly", "Mirage-fly", "aircraft"),
    ("da", "fregatten Iver Huitfeldt", "fregat", "frigate"),
    ("da", "fregatterne sejler", "fregat", "frigate"),
    ("da", "missilbådene er hjemme", "missilbåd", "patrol boat"),
    ("da", "to kranvogne", "kranvogn", "truck"),
    ("da", "en MCM-drone ligger parat", "MCM-drone", "drone"),
    ("da", "specialhelikopterne er hjemme", "specialhelikopter", "helicopter"),
]


def finder(language: str) -> EquipmentFinder:
    return EquipmentFinder(catalogue.load(), language, compounds=language == "da")


@pytest.mark.parametrize(("language", "text", "name", "kind"), CASES, ids=[case[1] for case in CASES])
def test_a_designation_and_its_noun_are_one_name(language: str, text: str, name: str, kind: str) -> None:
    (equipment,) = finder(language).find(text)
    assert (equipment.name, equipment.type) == (name, kind)
    assert text[equipment.start : equipment.end].lower().startswith(name[:5].lower())


@pytest.mark.parametrize(
    "text", ["the second battalion of 20 soldiers", "resolution S-2085 of 2012", "a Puma's claw F"]
)
def test_what_names_no_equipment_is_not_found(text: str) -> None:
    assert [equipment.name for equipment in finder("en").find(text)] in ([], ["Puma"])


@pytest.mark.parametrize(
    ("language", "printed", "singular"),
    [
        ("en", "Hercules", "Hercules"),
        ("en", "large helicopters", "large helicopter"),
        ("en", "unknown things", "unknown things"),
        ("da", "droner", "drone"),
        ("da", "nye lastbiler", "nye lastbil"),
    ],
)
def test_a_printed_name_is_put_in_the_singular(language: str, printed: str, singular: str) -> None:
    assert finder(language).singular(printed) == singular


@pytest.mark.parametrize("part", EQUIPMENT)
def test_steps_grow_with_the_length_of_the_text(part: str) -> None:
    find = finder("en").find
    assert_steps_grow_with_length(lambda characters: lambda: find(part * (characters // len(part))))
