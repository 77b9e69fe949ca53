"""Numbers: which are found, what they mean with the words around them, and that work grows with the text.

The cases are in ``numbers_<code>.jsonl``, one a line: the text and each number in it in order, with its bounds,
``approx`` where it is true, and ``is`` for a measure's kind, a unit's ``designation`` or ``people`` ("300-strong").
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.lang import languages, load
from contingent.read.numbers import NumberExpression, number_reader
from tests.hostile import NUMBERS
from tests.steps import assert_steps_grow_with_length

FOLDER = Path(__file__).parent
CODES = [code for code in languages() if "numbers" in load(code).tables]
CASES = [
    pytest.param(code, case, id=f"{code}: {case['text'][:50]}")
    for code in CODES
    if (file := FOLDER / f"numbers_{code}.jsonl").exists()
    for case in map(json.loads, file.read_text(encoding="utf-8").splitlines())
]
UNITS = ["", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"]
TENS = ["", "", "tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"]
WORDS = [
    *("up", "to", "two", "hundred", "and", "a", "dozen", "12", "1,400", "1.400", "op", "til", "og", "hundrede"),
    *("-", "–", "(", ")", ".", ",", "\n", "over", "between", "mellem", "kr.", "$", "one", "5", "000", "\u00a0", "tlf."),
]


def as_case(number: NumberExpression) -> dict[str, Any]:
    case: dict[str, Any] = {"low": number.low, "high": number.high}
    if number.approx:
        case["approx"] = True
    sort = number.measure or ("designation" if number.designation else "people" if number.people else None)
    if sort:
        case["is"] = sort
    return case


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_number_means_its_bounds(code: str, case: dict[str, Any]) -> None:
    assert [as_case(number) for number in number_reader(load(code)).find(case["text"])] == case["numbers"]


@pytest.mark.parametrize("code", ["da", "en"])
def test_each_language_has_its_cases(code: str) -> None:
    lines = (FOLDER / f"numbers_{code}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["text"] for line in lines}) >= 80


@pytest.mark.parametrize("number", [n for n in range(21, 100) if n % 10])
def test_danish_units_and_tens_are_put_together_by_rule(number: int) -> None:
    word = f"{UNITS[number % 10]}og{TENS[number // 10]}"
    for text, value in ((word, number), (f"to hundrede og {word}", 200 + number), (f"et tusind {word}", 1000 + number)):
        assert [found.low for found in number_reader(load("da")).find(text)] == [value], text


def test_a_number_takes_in_its_bounds_and_its_measure() -> None:
    text = "It has up to about 1,400 km of road"
    (number,) = number_reader(load("en")).find(text)
    assert text[number.start : number.end] == "up to about 1,400 km"
    assert text[number.digits_start : number.digits_end] == "1,400"
    assert (number.unit, number.measure, number.modified) == ("km", "distance", True)


@pytest.mark.parametrize("code", CODES)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25), tie=st.sampled_from([" ", ""]))
def test_any_words_give_numbers_in_order_and_within_the_text(code: str, words: list[str], tie: str) -> None:
    text = tie.join(words)
    before = 0
    for number in number_reader(load(code)).find(text):
        assert before <= number.start <= number.digits_start < number.digits_end <= number.end <= len(text)
        before = number.end


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("part", NUMBERS)
def test_steps_grow_with_the_length_of_the_text(code: str, part: str) -> None:
    find = number_reader(load(code)).find
    assert_steps_grow_with_length(lambda characters: lambda: find(part * (characters // len(part))))
