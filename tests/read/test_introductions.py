"""Names that a document introduces: one line, one case, in introductions.csv."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from contingent import lang
from contingent.formats import parse
from contingent.read.initials import long_form
from contingent.read.introductions import introduce

CASES = list(csv.DictReader((Path(__file__).parent / "introductions.csv").read_text(encoding="utf-8").split("\n")))


def found(text: str, language: str) -> list[str]:
    document = parse(text.encode(), address="page.txt")
    return [f"{one.kind}: {one.name} = {one.short or '-'}" for one in introduce(document, lang.load(language))]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_a_text_introduces_names(case: dict[str, str]) -> None:
    assert found(case["text"], case["language"]) == [one for one in case["introduced"].split(" | ") if one]


def test_the_long_form_stands_where_it_says() -> None:
    text = "Åbo’s soldiers serve in the Ruritania Stabilisation Force (RSFOR) — and at its Forward Support Base (FSB)."
    document = parse(text.encode(), address="page.txt")
    assert [document.text[one.start : one.end] for one in introduce(document, lang.load("en"))] == [
        "Ruritania Stabilisation Force",
        "Forward Support Base",
    ]


def test_of_two_operations_with_one_name_the_mentioned_one_is_meant() -> None:
    text = "EUTM Mali trains officers. The instructors of EUTM come from many states. Somalia is another matter."
    assert "operation: European Union Training Mission in Mali = EUTM" in found(text, "en")
    assert found("EUTM is a name of several missions.", "en") == []


@pytest.mark.parametrize(
    ("words", "short", "first"),
    [
        ("the United Nations Peacekeeping Force in Cyprus", "UNFICYP", 1),
        ("by the Kosovo Force", "KFOR", 2),
        ("African Union Mission in Somalia", "AMISOM", 0),
        ("SADC Mission in Mozambique", "SAMIM", 0),
        ("a Multi-National Division Centre", "MNDC", 1),
        ("the enhanced Forward Presence", "eFP", 1),
        ("two hundred soldiers", "USA", None),
        ("Lieutenant Colonel", "HUN", None),
    ],
)
def test_letters_tell_where_a_long_form_begins(words: str, short: str, first: int | None) -> None:
    assert long_form(words.split(), short, {"in", "the", "of"}) == first


@pytest.mark.parametrize("language", lang.languages())
def test_hostile_text_is_read_in_time(language: str) -> None:
    for text in (
        "Operation " * 4000,
        "(A" * 9000,
        "Mission in " * 4000,
        "A B C D " * 5000 + "(ABCD)",
        "known as " * 4000,
    ):
        found(text, language)
