"""Periods to and from the ranges of the Security Force Monitor's Research Handbook."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.errors import PeriodError
from contingent.period import Period, period_of
from contingent.period_ranges import BEGINNING_OF_TIME, Ranges, from_ranges, to_ranges

CASES = Path(__file__).parents[2] / "shared" / "data" / "sfm-handbook" / "date-cases.json"

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A period that a statement tells of: any two bounds in order, any day of publication, any modality."""
    days = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    start, end = (draw(st.sampled_from([None, f"{first}/{last}", str(first)])) for first, last in (days[:2], days[2:]))
    as_of = draw(st.sampled_from([None, str(days[1]), f"{days[1]}/{days[2]}"]))
    modality = draw(st.sampled_from(["actual", "past", "planned", "authorised"]))
    return period_of(start, end, as_of, modality, draw(st.none() | DAYS.map(str)))


@st.composite
def handbook_ranges(draw: st.DrawFn) -> Ranges:
    """Ranges as the handbook has them: precise, imprecise, or both joined without a gap, in either order."""
    first, second, third = sorted(draw(st.lists(DAYS, min_size=3, max_size=3)))
    flag = st.sampled_from(["Y", "N"])
    starting, ending = draw(flag), draw(flag)
    ageless = draw(st.booleans())
    match draw(st.sampled_from(["precise", "imprecise", "imprecise first", "precise first"])):
        case "precise":
            return Ranges(str(first), str(second), None, None, starting, ending)
        case "imprecise":  # of more than one day: on a single day it would be precise
            last = str(second + timedelta(days=1))
            return Ranges(None, None, BEGINNING_OF_TIME if ageless else str(first), last, starting, ending)
        case "imprecise first":
            first_imprecise = BEGINNING_OF_TIME if ageless else str(first - timedelta(days=1))
            joined = str(second + timedelta(days=1)), str(third + timedelta(days=1))
            return Ranges(*joined, first_imprecise, str(second), starting, ending)
        case _:
            joined = str(second + timedelta(days=1)), str(third + timedelta(days=2))
            return Ranges(str(first), str(second), *joined, starting, ending)


def ranges_of_cases() -> list[tuple[str, Ranges]]:
    found = []
    for case in json.loads(CASES.read_text(encoding="utf-8")) if CASES.exists() else []:
        for claim in [*case.get("claims", []), *case.get("given", [])]:
            days = [claim[column] for column in ("first_precise", "last_precise", "first_imprecise", "last_imprecise")]
            if any(days):
                flags = [claim["starting"] or "N", claim["ending"] or "N"]
                found.append((case["id"], Ranges(*days, *flags)))
    return found


@given(handbook_ranges())
def test_handbook_ranges_come_back_unchanged(ranges: Ranges) -> None:
    assert to_ranges(from_ranges(ranges)) == ranges


@given(periods(), DAYS)
def test_a_period_comes_back_with_the_same_answers(period: Period, day: date) -> None:
    returned = from_ranges(to_ranges(period))
    assert returned.certain == period.certain
    assert (returned.starts_known, returned.ends_known) == (period.starts_known, period.ends_known)
    assert (returned.possible_start, returned.possible_end) == (period.possible_start, period.possible_end)
    assert returned.on(day) is period.on(day)
    assert returned.side(day) is period.side(day)


@given(periods())
def test_a_period_with_certain_days_comes_back_unchanged(period: Period) -> None:
    if period.certain:
        assert from_ranges(to_ranges(period)) == period


def test_the_handbooks_worked_cases_come_back_unchanged() -> None:
    cases = ranges_of_cases()
    if not cases:
        pytest.skip(f"The worked cases are not at {CASES.name} beside the repository.")
    for name, ranges in cases:
        assert to_ranges(from_ranges(ranges)) == ranges, name


@pytest.mark.parametrize(
    ("claim", "ranges"),
    [
        # Appointed on a day, by an undated document.
        ({"start": "2014-08-01"}, Ranges("2014-08-01", "2014-08-01", None, None, "Y", "N")),
        # Appointed last month, in office on the day of publication.
        (
            {"start": "2005-05", "published": "2005-06-03"},
            Ranges("2005-06-01", "2005-06-03", "2005-05-01", "2005-05-31", "Y", "N"),
        ),
        # Replaced on a day: "the previous commander".
        (
            {"end": "2014-08-01", "modality": "past"},
            Ranges("2014-08-01", "2014-08-01", BEGINNING_OF_TIME, "2014-07-31", "N", "Y"),
        ),
        # "In 2024" he was commander.
        ({"as_of": "2024"}, Ranges(None, None, "2024-01-01", "2024-12-31", "N", "N")),
        # Some time between two days.
        ({"as_of": "2024-02-15/2024-03-24"}, Ranges(None, None, "2024-02-15", "2024-03-24", "N", "N")),
        # Previously, before publication.
        (
            {"modality": "past", "published": "2014-08-02"},
            Ranges(None, None, BEGINNING_OF_TIME, "2014-08-01", "N", "Y"),
        ),
        # Since a day, seen on the day of publication.
        ({"start": "2023-11-01", "published": "2023-11-05"}, Ranges("2023-11-01", "2023-11-05", None, None, "Y", "N")),
    ],
)
def test_statements_have_the_handbooks_ranges(claim: dict[str, Any], ranges: Ranges) -> None:
    assert to_ranges(period_of(**{"start": None, "end": None, **claim})) == ranges


@pytest.mark.parametrize(
    "ranges",
    [
        Ranges("2014-08-01", None),
        Ranges(None, "2014-08-01"),
        Ranges("2014-08", "2014-08"),
        Ranges("2014-08-10", "2014-08-12", "2014-08-01", "2014-08-05"),
        Ranges("2014-08-10", "2014-08-12", "2014-08-20", "2014-08-25"),
        Ranges("2014-08-10", "2014-08-12", "2014-08-01", None),
    ],
)
def test_ranges_against_the_handbooks_rules_are_refused(ranges: Ranges) -> None:
    with pytest.raises(PeriodError):
        from_ranges(ranges)
