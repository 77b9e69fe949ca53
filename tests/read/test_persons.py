"""Persons: which names and ranks are found, where they stand, and that work grows with the text.

The cases are in ``persons_<code>.jsonl``, one a line: the text, and rank and name of each person in it in order.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent import catalogue
from contingent.lang import languages, load
from contingent.read.persons import PersonReader, person_reader
from tests.hostile import PERSONS
from tests.steps import assert_steps_grow_with_length

FOLDER = Path(__file__).parent
CODES = [code for code in languages() if "persons" in load(code).tables]
CASES = [
    pytest.param(code, case, id=f"{code}: {case['text'][:50]}")
    for code in CODES
    if (file := FOLDER / f"persons_{code}.jsonl").exists()
    for case in map(json.loads, file.read_text(encoding="utf-8").splitlines())
]
WORDS = ["Colonel", "oberst", "Jens", "Hansen", "van", "der", "A", ".", ",", "-", "(", ")", "\n", "'s", "Ms", "chef"]


def reader(code: str) -> PersonReader:
    return person_reader(load(code), catalogue.load())


@pytest.mark.parametrize(("code", "case"), CASES)
def test_persons_are_found_with_rank_and_full_name(code: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = reader(code).find(text)
    assert [[person.rank, person.name] for person in found] == case["persons"]
    for person in found:
        printed = text[person.name_start : person.name_end]
        assert person.name.endswith(printed) if person.repeated else person.name == printed


@pytest.mark.parametrize("code", ["da", "en"])
def test_each_language_has_its_cases(code: str) -> None:
    lines = (FOLDER / f"persons_{code}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["text"] for line in lines}) >= 50


def test_a_later_mention_by_surname_gives_the_full_name() -> None:
    first, second, third = reader("en").find("Colonel James Smith came. Col. Smith spoke, and Smith left.")
    assert (first.repeated, second.repeated, third.repeated) == (False, True, True)
    assert {first.name, second.name, third.name} == {"James Smith"}
    assert (second.rank, third.rank) == ("Col.", None)


def test_a_bracket_behind_a_name_gives_the_state() -> None:
    (person,) = reader("en").find("Major General Ferenc Kajári (HUN), since 2021")
    assert person.nationality == "HUN"
    assert person.end == len("Major General Ferenc Kajári (HUN)")


def test_a_name_goes_on_behind_the_break_of_a_full_line() -> None:
    text = "The battalion that guards the northern zone is led by Colonel Iñaki\nRuiz de Arriaga of Spain."
    assert [person.name for person in reader("en").find(text)] == ["Iñaki Ruiz de Arriaga"]
    assert [person.name for person in reader("en").find("Colonel Jane Roe\nStrength")] == ["Jane Roe"]


@pytest.mark.parametrize("code", CODES)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_words_give_persons_in_order_and_within_the_text(code: str, words: list[str]) -> None:
    text = " ".join(words)
    before = 0
    for person in reader(code).find(text):
        assert before <= person.start <= person.name_start < person.name_end <= person.end <= len(text)
        before = person.end


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("part", PERSONS)
def test_steps_grow_with_the_length_of_the_text(code: str, part: str) -> None:
    find = reader(code).find
    assert_steps_grow_with_length(lambda characters: lambda: find(part * (characters // len(part))))
