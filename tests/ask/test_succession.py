"""Posts that one person holds at a time: a successor's start bounds the predecessor's end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.ask import Line, placemat
from contingent.fact import Evidence
from tests.evidence import MISSION, claim, page

TWO_SORTS = ((4, "Ida Holm", "Force Commander"), (6, "Nora Vik", "Operation Commander"))


def head(published: str, name: str, title: str = "Commander", **fields: Any) -> list[Evidence]:
    return page(published, claim("posting", name, MISSION, title=title, **fields))


HOLM, VIK, DAHL = (
    head("2021-04-15", "Ida Holm"),
    head("2021-12-01", "Nora Vik"),
    head("2022-11-01", "Per Dahl", start="2022-10-05"),
)


def posts(day: str, *pages: list[Evidence], gap: int | None = None) -> dict[str, Line]:
    answer = placemat([item for made in pages for item in made], "Harbour Watch", date.fromisoformat(day), gap=gap)
    return {line.text: line for line in answer.lines if line.topic in ("Head", "Post") and line.text}


def words(day: str, *pages: list[Evidence], gap: int | None = None) -> dict[str, str]:
    return {name: line.word.value for name, line in posts(day, *pages, gap=gap).items()}


@pytest.mark.parametrize(
    ("day", "answers"),
    [
        ("2021-04-15", {"Ida Holm": "stated"}),
        ("2021-04-16", {"Ida Holm": "presumed", "Nora Vik": "possible"}),
        ("2021-11-30", {"Ida Holm": "presumed", "Nora Vik": "possible"}),
        ("2021-12-01", {"Ida Holm": "ended", "Nora Vik": "stated"}),
        ("2022-10-04", {"Ida Holm": "ended", "Nora Vik": "presumed"}),
        ("2022-10-05", {"Ida Holm": "ended", "Nora Vik": "presumed", "Per Dahl": "stated"}),
        ("2022-10-06", {"Ida Holm": "ended", "Nora Vik": "ended", "Per Dahl": "stated"}),
    ],
)
def test_three_holders_one_after_another(day: str, answers: dict[str, str]) -> None:
    found = words(day, HOLM, VIK, DAHL)
    assert {name: word for name, word in found.items() if word != "not yet"} == answers


def test_the_gap_is_a_range_on_both_sides_with_the_statements_of_both() -> None:
    found = posts("2021-08-15", HOLM, VIK)
    assert "ends between 2021-04-15 and 2021-12-01, succeeded by Nora Vik" in found["Ida Holm"].remarks
    assert "starts between 2021-04-15 and 2021-12-01, after Ida Holm" in found["Nora Vik"].remarks
    assert set(found["Ida Holm"].notes) == set(found["Nora Vik"].notes)
    assert len(found["Ida Holm"].notes) == 2


def test_a_dated_start_is_told_in_place_of_a_range() -> None:
    found = posts("2022-10-20", HOLM, VIK, DAHL)
    assert found["Nora Vik"].remarks == ("succeeded by Per Dahl from 2022-10-05",)
    assert found["Per Dahl"].remarks == ()


def test_on_a_day_of_hand_over_both_hold_the_post() -> None:
    handed_over = page(
        "2022-10-06",
        claim("posting", "Nora Vik", MISSION, title="Commander", end="2022-10-05", modality="past"),
        claim("posting", "Per Dahl", MISSION, title="Commander", start="2022-10-05"),
    )
    assert words("2022-10-05", handed_over) == {"Nora Vik": "stated", "Per Dahl": "stated"}
    assert words("2022-10-06", handed_over)["Nora Vik"] == "ended"


def test_an_acting_head_holds_a_post_of_its_own() -> None:
    acting = head("2021-08-01", "Jens Brandt", "Acting Commander")
    assert words("2021-09-01", HOLM, acting) == {"Ida Holm": "presumed", "Jens Brandt, Acting Commander": "presumed"}


def test_the_old_name_after_the_first_of_the_new_is_no_succession() -> None:
    again = head("2022-03-01", "Ida Holm")
    assert words("2022-04-01", HOLM, VIK, again) == {"Ida Holm": "presumed", "Nora Vik": "presumed"}


def test_a_return_is_a_tenure_of_its_own() -> None:
    again = head("2022-03-01", "Ida Holm", start="2022-02-01")
    assert words("2022-01-15", HOLM, VIK, again)["Nora Vik"] == "presumed"
    assert words("2022-02-15", HOLM, VIK, again) == {"Ida Holm": "stated", "Nora Vik": "ended"}


def test_an_end_alone_leaves_the_start_to_the_succession() -> None:
    until = head("2021-12-01", "Nora Vik", end="2022-05")
    assert "Nora Vik" not in posts("2021-04-15", HOLM, until)
    for day, word in (("2021-08-15", "possible"), ("2021-12-01", "stated")):
        found = posts(day, HOLM, until)["Nora Vik"]
        assert (found.word.value, found.remarks[-1][-14:]) == (word, "after Ida Holm")


def test_two_who_are_named_for_one_day_are_no_succession() -> None:
    both = head("2021-12-01", "Ida Holm")
    for day in ("2022-02-01", "2022-06-01"):
        assert words(day, HOLM, VIK, both, head("2022-03-01", "Nora Vik")) == dict.fromkeys(
            ("Ida Holm", "Nora Vik"), "presumed"
        )
    until = head("2021-12-01", "Ida Holm", end="2021-12-01", modality="past")
    assert words("2022-06-01", HOLM, VIK, until, head("2022-03-01", "Nora Vik")) == {
        "Ida Holm": "ended",
        "Nora Vik": "presumed",
    }


def test_heads_of_different_sorts_stand_beside_each_other() -> None:
    force, operation = (head(f"2021-0{month}-01", name, title) for month, name, title in TWO_SORTS)
    assert words("2021-09-01", force, operation) == {"Ida Holm": "presumed", "Nora Vik": "presumed"}


def test_the_gap_rule_leaves_the_gap_unknown_and_the_end_known() -> None:
    assert words("2021-08-15", HOLM, VIK, gap=30) == {"Nora Vik": "possible"}
    assert words("2022-06-15", HOLM, VIK, gap=30) == {"Ida Holm": "ended"}


def test_what_the_gap_rule_parts_are_tenures_of_their_own() -> None:
    again = head("2022-07-01", "Ida Holm")
    assert words("2022-01-15", HOLM, VIK, again, gap=90) == {"Ida Holm": "ended", "Nora Vik": "presumed"}
    assert words("2022-07-15", HOLM, VIK, again, gap=90) == {"Ida Holm": "presumed", "Nora Vik": "ended"}


@given(st.permutations([HOLM, VIK, DAHL]), st.dates(date(2021, 1, 1), date(2023, 1, 1)))
def test_the_order_of_pages_does_not_matter(pages: list[list[Evidence]], day: date) -> None:
    assert words(day.isoformat(), *pages) == words(day.isoformat(), HOLM, VIK, DAHL)
