"""Totals that exclude each other, and strengths above their ceiling."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from contingent.ask.conflicts import ConflictKind
from contingent.fact import Evidence
from tests.ask.conflicts.found import GAZETTE, at, found, kinds
from tests.evidence import MISSION, claim, page

DENMARK = "DNK@Harbour Watch"


def count(day: str, publisher: str = "Ministry of Defence", subject: str = DENMARK, **quantity: Any) -> list[Evidence]:
    return page(day, claim("strength", subject, **{"unit": "persons", **quantity}), publisher=publisher)


def exactly(number: int) -> dict[str, int]:
    return {"low": number, "high": number}


def test_two_totals_in_one_month_with_both_quotes() -> None:
    (conflict,) = found(count("2021-05-03", **exactly(140)), count("2021-05-28", GAZETTE, **exactly(185)))
    assert conflict.kind is ConflictKind.TWO_TOTALS
    assert (conflict.first, conflict.last) == (date(2021, 5, 3), date(2021, 5, 28))
    assert (conflict.one.says, conflict.other.says) == ("140 persons", "185 persons")
    assert "140 persons according to Ministry of Defence, 185 persons according to The Harbour Gaz" in conflict.reason
    assert len(conflict.statements) == 2


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ({"high": 140}, exactly(132), False),
        ({"high": 140}, exactly(141), True),
        ({"low": 140}, exactly(185), False),
        ({"low": 140}, exactly(139), True),
        (exactly(140) | {"approx": True}, exactly(154), False),
        (exactly(140) | {"approx": True}, exactly(155), True),
        (exactly(140), exactly(185) | {"unit": "civilians"}, False),
        (exactly(140) | {"scope": "without the frigate"}, exactly(185), False),
        (exactly(140) | {"scope": "without the frigate"}, exactly(185) | {"scope": "Without the frigate"}, True),
    ],
)
def test_figures_exclude_each_other(one: dict[str, Any], other: dict[str, Any], excluded: bool) -> None:
    assert bool(kinds(count("2021-05-03", **one), count("2021-05-28", GAZETTE, **other))) is excluded


def test_figures_of_two_months_are_a_change() -> None:
    assert not kinds(count("2021-05-31", **exactly(140)), count("2021-06-01", GAZETTE, **exactly(185)))


def test_figures_of_two_things_are_no_conflict() -> None:
    assert not kinds(count("2021-05-03", **exactly(140)), count("2021-05-03", GAZETTE, MISSION, **exactly(500)))


def test_a_newer_version_of_a_page_tells_of_a_change() -> None:
    one, other = count("2021-05-03", **exactly(140)), count("2021-05-28", GAZETTE, **exactly(185))
    assert not kinds(at("https://example.org/page", one), at("https://example.org/page", other))


def test_plans_are_no_counts() -> None:
    assert not kinds(
        count("2021-05-03", **exactly(140)), count("2021-05-28", GAZETTE, **exactly(185), modality="planned")
    )


def test_one_document_that_tells_of_a_change_within_the_month_is_no_conflict() -> None:
    days = {"2021-05-03": 140, "2021-05-28": 185}
    dated = (
        claim("strength", DENMARK, low=n, high=n, unit="persons", modality="past", as_of=d) for d, n in days.items()
    )
    assert not kinds(page("2021-06-15", *dated))


def test_one_document_with_several_figures_for_one_day_is_one_soft_conflict() -> None:
    figures = (claim("strength", DENMARK, low=n, high=n, unit="persons") for n in (35, 375, 475))
    (conflict,) = found(page("2021-06-15", *figures))
    assert conflict.kind is ConflictKind.TWO_FIGURES
    assert (conflict.one.says, conflict.other.says) == ("35 persons", "375 persons, 475 persons")


def test_of_a_documents_several_figures_the_nearest_is_held_against_another_document() -> None:
    numbers = {"low": 12_000, "high": 12_000}, {"low": 1_700, "high": 1_700}
    both = page("2021-05-03", *(claim("strength", MISSION, unit="persons", **number) for number in numbers))
    agreeing = count("2021-05-28", GAZETTE, MISSION, **exactly(12_000))
    assert kinds(both, agreeing) == [ConflictKind.TWO_FIGURES]
    differing = found(both, count("2021-05-28", GAZETTE, MISSION, **exactly(13_000)))
    assert [(c.one.says, c.other.says) for c in differing if c.kind is ConflictKind.TWO_TOTALS] == [
        ("12,000 persons", "13,000 persons")
    ]


def test_of_several_ceilings_of_one_day_the_highest_binds() -> None:
    permit = {"modality": "authorised", "start": "2021-01-01", "unit": "persons"}
    both = page("2021-01-15", *(claim("strength", MISSION, high=number, **permit) for number in (17_000, 2_100)))
    assert not kinds(both, count("2021-05-28", GAZETTE, MISSION, **exactly(13_000)))
    assert kinds(both, count("2021-05-28", GAZETTE, MISSION, **exactly(17_001))) == [ConflictKind.ABOVE_CEILING]


def test_a_figure_since_long_ago_bears_witness_only_for_its_start_and_its_publication() -> None:
    long = count("2021-05-15", **exactly(140), start="2003-02")
    assert not kinds(long, count("2012-05-15", GAZETTE, **exactly(185)))
    assert kinds(long, count("2021-05-20", GAZETTE, **exactly(185))) == [ConflictKind.TWO_TOTALS]


def test_numbers_of_countries_are_compared_too() -> None:
    members = (claim("membership", MISSION, low=n, high=n, unit="countries") for n in (27, 31))
    one, other = members
    assert kinds(page("2021-05-03", one), page("2021-05-28", other, publisher=GAZETTE)) == [ConflictKind.TWO_TOTALS]


CEILING = {"high": 200, "modality": "authorised", "start": "2021-01-01", "end": "2021-12-31"}


def test_a_strength_above_its_ceiling() -> None:
    (conflict,) = found(count("2021-01-15", **CEILING), count("2021-05-28", GAZETTE, **exactly(201)))
    assert conflict.kind is ConflictKind.ABOVE_CEILING
    assert (conflict.one.says, conflict.other.says) == ("201 persons", "up to 200 persons")


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        ("2021-05-28", exactly(200)),
        ("2021-05-28", exactly(222) | {"approx": True}),
        ("2020-12-31", exactly(201)),
        ("2022-01-01", exactly(201)),
        ("2021-05-28", exactly(201) | {"subject": MISSION}),
        ("2021-05-28", exactly(201) | {"subject": f"{DENMARK}/staff"}),
    ],
)
def test_a_ceiling_binds_within_its_days_and_for_its_own_subject_only(day: str, counted: dict[str, Any]) -> None:
    assert not kinds(count("2021-01-15", **CEILING), count(day, GAZETTE, **counted))


def test_a_later_ceiling_takes_the_place_of_the_earlier() -> None:
    ceilings = (
        count("2015-02-01", GAZETTE, high=200, modality="authorised", start="2015-02-01"),
        count("2018-02-01", GAZETTE, high=300, modality="authorised", start="2018-02-01"),
    )
    assert not kinds(*ceilings, count("2019-05-01", **exactly(250)))
    assert kinds(*ceilings, count("2017-05-01", **exactly(250))) == [ConflictKind.ABOVE_CEILING]
