"""Time expressions: where they stand, what they mean, and that work grows with the text.

The cases are in ``times_<code>.jsonl``, one a line: the text, the expressions that are to be found in it
in order, and what the last of them means. With ``whole`` the text is read as a table cell.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.errors import DataError, PeriodError
from contingent.lang import languages, load
from contingent.period import parse_bound
from contingent.read.times import Time, TimeReader, time_reader
from tests.hostile import TIMES
from tests.steps import assert_steps_grow_with_length

FOLDER = Path(__file__).parent
CODES = [code for code in languages() if "time" in load(code).tables]
CASES = [
    pytest.param(code, case, id=f"{code}: {case['text'][:50]}")
    for code in CODES
    if (file := FOLDER / f"times_{code}.jsonl").exists()
    for case in map(json.loads, file.read_text(encoding="utf-8").splitlines())
]
WORDS = [
    *("in", "May", "2014", "since", "until", "–", "to", "the", "end", "of", "5", ".", ",", "\n"),
    *("last", "week", "year", "Oct.", "31", "July", "for", "two", "from", "and", "same", "(", ")"),
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_an_expression_is_found_and_means_its_bounds(code: str, case: dict[str, Any]) -> None:
    reader = time_reader(load(code))
    text = case["text"]
    if case["whole"]:
        whole = reader.whole(text)
        found = [whole] if whole else []
    else:
        found = reader.find(text)
        assert [text[expression.start : expression.end] for expression in found] == case["expressions"]
    if case["role"] is None:
        assert not found
        return
    published = date.fromisoformat(case["published"]) if case["published"] else None
    assert found[-1].role == case["role"]
    assert found[-1].resolve(published, case["future"]) == Time(case["starts"], case["ends"], case["on"])


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_its_cases(code: str) -> None:
    lines = (FOLDER / f"times_{code}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["text"] + str(json.loads(line)["future"]) for line in lines}) >= 150


class TestAnchors:
    def test_an_anchor_is_what_the_same_month_counts_from(self) -> None:
        (expression,) = time_reader(load("en")).find("It flew in the same month.")
        assert expression.resolve(date(2021, 4, 15)) == Time()
        assert expression.resolve(date(2021, 4, 15), anchor=date(2017, 5, 9)) == Time(on="2017-05")

    def test_a_spell_is_counted_from_the_anchor(self) -> None:
        (expression,) = time_reader(load("en")).find("The mandate was renewed for a year.")
        assert expression.resolve(date(2021, 4, 15)) == Time()
        assert expression.resolve(None, anchor=date(2019, 6, 27)).ends == "2020-06-26/2020-06-27"

    def test_an_anchor_far_back_is_not_used(self) -> None:
        text = "It came in May 2013. " + "The camp was quiet and the guards slept. " * 20 + "It left the same month."
        assert time_reader(load("en")).find(text)[-1].resolve(date(2021, 4, 15)) == Time()


class TestTenses:
    @pytest.mark.parametrize(
        ("future", "month"), [(False, "2020-07"), (True, "2021-07"), (None, "2021-07")], ids=["past", "future", "open"]
    )
    def test_where_the_tense_does_not_tell_the_nearest_is_meant(self, future: bool | None, month: str) -> None:
        (expression,) = time_reader(load("en")).find("Twelve more join in July.")
        assert expression.resolve(date(2021, 6, 15), future) == Time(on=month)

    @pytest.mark.parametrize("text", ["As of 31 May 2021, 796 serve.", "Figures current to 31 May 2021"])
    def test_words_that_date_a_figure_are_told_from_others(self, text: str) -> None:
        (dated,) = time_reader(load("en")).find(text)
        (other,) = time_reader(load("en")).find("They left on 31 May 2021.")
        assert dated.current and not other.current


class TestSpells:
    @pytest.mark.parametrize(
        ("time", "spell"),
        [
            (Time(on="2021-07-26/2021-08-01"), ("2021-07-26", "2021-08-01")),
            (Time(on="2021-07"), ("2021-07", "2021-07")),
            (Time(on="2020-01-01/2020-04-30"), ("2020-01-01/2020-04-30", "2020-01-01/2020-04-30")),
            (Time(starts="2014", ends="2015"), ("2014", "2015")),
            (Time(starts="2021-07-12/2021-07-18", ends="2021-07-26/2021-08-01"), ("2021-07-12", "2021-08-01")),
            (Time(), (None, None)),
        ],
    )
    def test_a_week_is_filled_and_a_month_is_not(self, time: Time, spell: tuple[str | None, str | None]) -> None:
        assert time.spell == spell


class TestPlaces:
    def test_positions_count_code_points_beyond_ascii(self) -> None:
        text = "İİ – Ærø 𝔘𝔫: siden\u00a0den 6.\u00a0november 2021 er „Ø“ ude."
        (expression,) = time_reader(load("da")).find(text)
        assert text[expression.start : expression.end] == "siden\u00a0den 6.\u00a0november 2021"
        assert expression.resolve(None).starts == "2021-11-06"

    def test_only_the_given_stretch_is_read(self) -> None:
        text = "In May 2014 it came. In June 2015 it left."
        found = time_reader(load("en")).find(text, 20, len(text))
        assert [text[expression.start : expression.end] for expression in found] == ["In June 2015"]

    def test_an_expression_does_not_cross_a_blank_line(self) -> None:
        found = time_reader(load("en")).find("It came in May\n\n2014: it left.")
        assert [expression.end - expression.start for expression in found] == [6, 4]

    @given(
        st.lists(
            st.sampled_from(
                [
                    "in",
                    "May",
                    "2014",
                    "since",
                    "–",
                    "to",
                    "the",
                    "end",
                    "of",
                    "5",
                    ".",
                    ",",
                    "\n",
                    "last",
                    "week",
                    "year",
                    "Oct.",
                    "12",
                    "July",
                    "for",
                    "two",
                ]
            )
        )
    )
    def test_expressions_are_in_order_and_apart(self, words: list[str]) -> None:
        text = " ".join(words)
        position = 0
        for expression in time_reader(load("en")).find(text):
            assert position <= expression.start < expression.end <= len(text)
            assert text[expression.start : expression.end].strip() == text[expression.start : expression.end]
            position = expression.end

    @given(
        st.lists(
            st.sampled_from(
                [
                    "in",
                    "May",
                    "2014",
                    "since",
                    "–",
                    "to",
                    "the",
                    "end",
                    "of",
                    "5",
                    ",",
                    "last",
                    "week",
                    "Oct.",
                    "31",
                    "July",
                    "for",
                    "two",
                    "until",
                ]
            )
        ),
        st.dates(date(1990, 1, 1), date(2040, 1, 1)),
        st.booleans(),
    )
    def test_what_an_expression_means_is_always_a_bound(self, words: list[str], published: date, future: bool) -> None:
        for expression in time_reader(load("en")).find(" ".join(words)):
            time = expression.resolve(published, future)
            for bound in (time.starts, time.ends, time.on):
                try:
                    assert bound is None or parse_bound(bound)
                except PeriodError as error:  # pragma: no cover
                    pytest.fail(str(error))


@pytest.mark.parametrize("part", TIMES)
@pytest.mark.parametrize("code", CODES)
def test_steps_grow_with_the_length_of_the_text(code: str, part: str) -> None:
    find = time_reader(load(code)).find
    assert_steps_grow_with_length(lambda characters: lambda: find(part * (characters // len(part))))


class TestData:
    def table(self) -> dict[str, Any]:
        return {**load("en").table("time")}

    def test_a_missing_table_is_named(self) -> None:
        table = self.table()
        del table["seasons"]
        with pytest.raises(DataError, match="seasons"):
            TimeReader(table)

    def test_an_unknown_entry_is_named(self) -> None:
        with pytest.raises(DataError, match="monhts"):
            TimeReader({**self.table(), "monhts": {}})

    @pytest.mark.parametrize("row", [{"form": "{moon}"}, {"form": "(in {month}"}, {"form": "{month}", "colour": "red"}])
    def test_a_malformed_form_is_named(self, row: dict[str, str]) -> None:
        with pytest.raises(DataError) as error:
            TimeReader({**self.table(), "points": [*self.table()["points"], row]})
        assert any(word in str(error.value) for word in ("{moon}", "(in {month}", "colour"))
        assert len(str(error.value)) < 400

    @pytest.mark.parametrize("code", CODES)
    def test_every_month_and_weekday_has_a_name(self, code: str) -> None:
        table = load(code).table("time")
        assert set(table["months"].values()) == set(range(1, 13))
        assert set(table["weekdays"].values()) == set(range(1, 8))
        assert set(table["seasons"].values()) == {3, 6, 9, 12}

    @pytest.mark.parametrize("code", CODES)
    def test_values_are_among_those_that_mean_something(self, code: str) -> None:
        table = load(code).table("time")
        assert set(table["parts"].values()) == {"early", "middle", "late"}
        assert set(table["halves"].values()) == {1, 2}
        assert set(table["quarters"].values()) == {1, 2, 3, 4}
        assert {value.partition(" ")[2] for value in table["units"].values()} == {"day", "week", "month", "year"}
        shifts = {shift for rows in table["shifted"].values() for shift in rows.values()}
        assert {shift for shift in shifts if isinstance(shift, str)} <= {"recent", "new", "coming", "lately"}
