"""The sum of contributions: each counts once, and what is not known is said."""

from __future__ import annotations

from datetime import date

import pytest

from contingent.ask import Line, Word, placemat
from contingent.claim import Claim
from tests.evidence import MISSION, claim, page

DENMARK, NORWAY, SWEDEN = (f"{code}@Harbour Watch" for code in ("DNK", "NOR", "SWE"))


def persons(subject: str, **fields: object) -> Claim:
    return claim("strength", subject, unit="persons", **fields)


def sum_on(day: str, *claims: Claim) -> Line | None:
    answer = placemat(page("2021-04-15", *claims), "Harbour Watch", date.fromisoformat(day))
    return next((line for line in answer.lines if line.topic == "Contributions"), None)


@pytest.mark.parametrize(
    ("claims", "words", "remarks"),
    [
        (
            [persons(DENMARK, low=140, high=140), persons(NORWAY, low=60, high=60)],
            "200 persons",
            ("the sum of 2 nations",),
        ),
        (
            [persons(DENMARK, high=140), persons(NORWAY, low=60, high=60)],
            "60 to 200 persons",
            ("the sum of 2 nations",),
        ),
        (
            [persons(DENMARK, low=140, high=140), claim("participation", "NOR", MISSION)],
            "at least 140 persons",
            ("the sum of 1 nation", "1 more without a figure"),
        ),
        (
            [persons(DENMARK, low=100, high=100, approx=True), persons(NORWAY, low=60, high=60)],
            "about 160 persons",
            ("the sum of 2 nations",),
        ),
        (
            [persons(f"{DENMARK}/guard", low=20, high=20), persons(f"{DENMARK}/staff", low=5, high=5),
             persons(NORWAY, low=60, high=60)],
            "at least 85 persons",
            ("the sum of 2 nations",),
        ),
        (
            [persons(f"{DENMARK}/guard", low=20, high=20), persons(DENMARK, low=50, high=50),
             persons(NORWAY, low=60, high=60)],
            "110 persons",
            ("the sum of 2 nations",),
        ),
        (
            [persons(DENMARK, low=140, high=140), persons(NORWAY, low=60, high=60),
             persons(SWEDEN, low=500, high=500, modality="planned", start="2022")],
            "200 persons",
            ("the sum of 2 nations",),
        ),
    ],
)  # fmt: skip
def test_the_sum_of_contributions(claims: list[Claim], words: str, remarks: tuple[str, ...]) -> None:
    line = sum_on("2021-04-15", *claims)
    assert line is not None
    assert (line.text, line.remarks, line.word) == (words, remarks, Word.STATED)


def test_a_presumed_figure_counts_and_is_marked() -> None:
    line = sum_on("2021-05-15", persons(DENMARK, low=140, high=140), persons(NORWAY, low=60, high=60))
    assert line is not None
    assert (line.text, line.word, line.age) == ("200 persons", Word.PRESUMED, 30)


def test_a_contribution_that_has_ended_does_not_count() -> None:
    ended = claim("participation", "SWE", MISSION, modality="past", end="2020")
    figures = [persons(code, low=50, high=50) for code in (DENMARK, NORWAY)]
    line = sum_on("2021-04-15", ended, *figures)
    assert line is not None
    assert line.text == "100 persons"


def test_one_contribution_alone_has_no_sum() -> None:
    assert sum_on("2021-04-15", persons(DENMARK, low=140, high=140)) is None
