"""The count on a day: the latest said, bounds only in want of counts, figures that exclude each other all shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.ask.values import compatible, values_on
from contingent.ask.wording import value_words
from contingent.claim import Quantity
from contingent.claim_words import quantity_words
from contingent.fact import Statement
from contingent.period import period_of
from tests.evidence import MISSION, claim, page


def count(published: str, **quantity: Any) -> Statement:
    modality = quantity.pop("modality", "actual")
    (item,) = page(published, claim("strength", MISSION, unit="persons", modality=modality, **quantity))
    return Statement(item, period_of(None, None, None, modality, published))


def words_on(day: str, *statements: Statement) -> str:
    return value_words(values_on(statements, statements, date.fromisoformat(day)))


EARLY, LATE, BOUND = (
    count("2021-01-01", low=100, high=100),
    count("2021-06-01", low=120, high=120),
    count("2021-03-01", high=140),
)
MONTH = (("2021-06-07", 550), ("2021-06-14", 700), ("2021-07-01", 560))


def test_the_latest_count_at_or_before_the_day() -> None:
    assert words_on("2021-05-31", EARLY, LATE) == "100 persons"
    assert words_on("2021-06-01", EARLY, LATE) == "120 persons"


def test_a_bound_never_replaces_a_count() -> None:
    assert words_on("2021-04-01", EARLY, BOUND) == "100 persons"
    assert words_on("2021-04-01", BOUND, LATE) == "up to 140 persons"


def test_the_age_runs_from_the_day_of_the_count() -> None:
    (value,) = values_on([EARLY, BOUND], [], date(2021, 4, 1))
    assert value.age == 90


def test_figures_that_agree_are_one_value_the_most_exact_first() -> None:
    about, exact = count("2021-06-01", low=125, high=125, approx=True), LATE
    (value,) = values_on([about, exact], [], date(2021, 6, 1))
    assert quantity_words(value.quantity) == "120 persons"
    assert len(value.statements) == 2


def test_figures_that_exclude_each_other_are_all_shown() -> None:
    assert words_on("2021-06-01", LATE, count("2021-06-01", low=185, high=185)) == "120 persons or 185 persons"


def test_within_a_month_figures_that_exclude_each_other_are_a_conflict_and_later_a_change() -> None:
    week, next_week, next_month = (count(day, low=n, high=n) for day, n in MONTH)
    assert words_on("2021-06-30", week, next_week) == "700 persons or 550 persons"
    assert words_on("2021-06-10", week, next_week) == "550 persons"
    assert words_on("2021-07-01", week, next_week, next_month) == "560 persons"


def test_a_value_has_the_age_of_its_own_statement() -> None:
    values = values_on([count(day, low=n, high=n) for day, n in MONTH[:2]], [], date(2021, 6, 30))
    assert [value.age for value in values] == [16, 23]


def test_a_plan_is_no_count_but_has_its_own_figure() -> None:
    plan = count("2021-06-01", low=300, high=300, modality="planned")
    assert words_on("2021-07-01", EARLY, plan) == "100 persons"
    assert words_on("2021-07-01", plan) == "300 persons"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (Quantity(high=140), Quantity(low=132, high=132), True),
        (Quantity(high=140), Quantity(low=185, high=185), False),
        (Quantity(low=500, high=500, approx=True), Quantity(low=550, high=550), True),
        (Quantity(low=500, high=500, approx=True), Quantity(low=551, high=551), False),
        (Quantity(low=10, high=10, unit="persons"), Quantity(low=10, high=10, unit="countries"), False),
    ],
)
def test_figures_agree_where_their_ranges_meet(one: Quantity, other: Quantity, agree: bool) -> None:
    assert compatible(one, other) is agree
    assert compatible(other, one) is agree


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(high=140, unit="persons"), "up to 140 persons"),
        (Quantity(low=141), "at least 141"),
        (Quantity(low=140, high=160), "140 to 160"),
        (Quantity(low=22000, high=22000, approx=True, unit="persons"), "about 22,000 persons"),
    ],
)
def test_quantities_in_words(quantity: Quantity, words: str) -> None:
    assert quantity_words(quantity) == words


LEAST = count("2021-04-20", low=120)


def test_bounds_that_agree_narrow_each_other() -> None:
    assert words_on("2021-05-01", BOUND, LEAST) == "120 to 140 persons"
    same_day = count("2021-03-01", low=125)
    assert words_on("2021-03-01", BOUND, same_day) == "125 to 140 persons"


def test_ranges_of_one_month_narrow_each_other() -> None:
    early, late = count("2021-06-01", low=100, high=150), count("2021-06-10", low=120, high=200)
    assert words_on("2021-06-20", early, late) == "120 to 150 persons"
    assert words_on("2021-06-05", early, late) == "100 to 150 persons"
    assert words_on("2021-06-20", count("2021-05-31", low=100, high=150), late) == "120 to 200 persons"
    assert words_on("2021-06-20", count("2021-06-01", low=130, high=130), late) == "120 to 200 persons"


def test_what_narrows_a_value_is_among_its_statements() -> None:
    (value,) = values_on([BOUND, LEAST], [], date(2021, 5, 1))
    assert (set(map(id, value.statements)), value.age) == ({id(BOUND), id(LEAST)}, 11)


def test_a_count_within_the_bounds_is_the_value() -> None:
    within = count("2021-04-25", low=132, high=132)
    assert words_on("2021-05-01", BOUND, LEAST, within) == "132 persons"


def test_a_bound_narrows_a_range_but_no_approximate_figure() -> None:
    wide, about = count("2021-02-01", low=130, high=160), count("2021-02-01", low=135, high=135, approx=True)
    assert words_on("2021-04-01", wide, BOUND) == "130 to 140 persons"
    assert words_on("2021-04-01", about, BOUND) == "about 135 persons"


def test_a_later_bound_that_excludes_the_count_is_a_change_and_in_one_month_a_conflict() -> None:
    assert words_on("2021-05-01", EARLY, LEAST) == "at least 120 persons"
    same_month = count("2021-04-03", low=90, high=90)
    assert words_on("2021-05-01", same_month, LEAST) == "at least 120 persons or 90 persons"


def test_a_bound_from_before_a_change_does_not_narrow_what_came_after_it() -> None:
    before = count("2020-01-01", high=90)
    assert words_on("2021-05-01", before, BOUND, LEAST) == "120 to 140 persons"
    assert words_on("2021-05-01", before, BOUND) == "up to 140 persons"
    assert words_on("2021-05-01", before, LEAST, count("2020-06-01", high=600)) == "120 to 600 persons"


def test_between_two_figures_the_value_comes_with_the_next() -> None:
    (value,) = values_on([EARLY, LATE], [], date(2021, 5, 31))
    assert value.next is not None
    assert (value.next.day, value.next.quantities) == (date(2021, 6, 1), (Quantity(120, 120, unit="persons"),))
    assert value.next.statements == (LATE,)


def test_a_figure_of_the_day_and_a_figure_that_stays_the_same_have_no_next() -> None:
    assert values_on([EARLY, LATE], [], date(2021, 1, 1))[0].next is None
    assert values_on([EARLY, count("2021-06-01", low=100, high=100)], [], date(2021, 3, 1))[0].next is None


def test_soldiers_and_civilians_are_counted_apart() -> None:
    soldiers = count("2021-06-01", low=500, high=500)
    (item,) = page("2021-06-20", claim("strength", MISSION, low=30, high=30, unit="civilians"))
    civilians = Statement(item, period_of(None, None, None, "actual", "2021-06-20"))
    assert words_on("2021-06-25", civilians, soldiers) == "500 persons and 30 civilians"


def test_a_count_speaks_for_no_day_after_its_publication() -> None:
    (item,) = page("2021-04-15", claim("strength", MISSION, low=140, high=140, unit="persons", end="2022-05"))
    foretold = Statement(item, period_of(None, "2022-05", None, "actual", "2021-04-15"))
    (value,) = values_on([foretold], [], date(2021, 6, 1))
    assert value.age == 47
    assert words_on("2021-06-01", foretold, LATE) == "120 persons"


def test_a_page_that_changes_its_figure_within_a_month_does_not_contradict_itself() -> None:
    def version(day: str, number: int) -> Statement:
        item = replace(count(day, low=number, high=number).evidence, address="https://example.org/mission")
        return Statement(item, period_of(None, None, None, "actual", day))

    older, newer = version("2021-06-07", 550), version("2021-06-14", 700)
    assert words_on("2021-06-30", older, newer) == "700 persons"
    assert words_on("2021-06-30", older, count("2021-06-14", low=700, high=700)) == "700 persons or 550 persons"


@given(
    st.permutations([EARLY, LATE, BOUND, LEAST, *(count(day, low=n, high=n) for day, n in MONTH)]),
    st.dates(date(2020, 12, 1), date(2021, 8, 1)),
)
def test_the_order_of_statements_does_not_matter(statements: list[Statement], day: date) -> None:
    found = values_on(statements, [], day)
    usual = values_on(
        [EARLY, LATE, BOUND, LEAST, *(s for s in statements if s not in (EARLY, LATE, BOUND, LEAST))], [], day
    )
    assert [(v.quantity, v.age, v.next and (v.next.day, v.next.quantities)) for v in found] == [
        (v.quantity, v.age, v.next and (v.next.day, v.next.quantities)) for v in usual
    ]
    assert not any(compatible(one.quantity, other.quantity) for one in found for other in found if one is not other)
