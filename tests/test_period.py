"""Bounds, periods and their answers for a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.errors import PeriodError
from contingent.period import Certainty, Period, Side, is_before, is_behind, parse_bound, period_of, print_bound

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
MODALITIES = st.sampled_from(["actual", "past", "planned", "authorised"])


@st.composite
def bounds(draw: st.DrawFn) -> str:
    day = draw(DAYS).isoformat()
    length = draw(st.sampled_from([4, 7, 10, 21]))
    if length < 21:
        return day[:length]
    later = date.fromisoformat(day) + timedelta(days=draw(st.integers(0, 200)))
    return f"{day}/{later}"


@st.composite
def statements(draw: st.DrawFn) -> dict[str, Any]:
    optional = st.none() | bounds()
    return {
        "start": draw(optional),
        "end": draw(optional),
        "as_of": draw(optional),
        "modality": draw(MODALITIES),
        "published": draw(st.none() | DAYS.map(date.isoformat) | DAYS.map(lambda day: day.isoformat()[:7])),
    }


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A period that some statement tells of."""
    for _ in range(20):
        try:
            return period_of(**draw(statements()))
        except PeriodError:
            continue
    return period_of(None, None, None, "actual", "2021-04-15")


class TestBounds:
    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("2021", "2021-01-01", "2021-12-31"),
            ("2021-02", "2021-02-01", "2021-02-28"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2021-05-01", "2021-05-01", "2021-05-01"),
            ("2021-05-01/2021-08-31", "2021-05-01", "2021-08-31"),
        ],
    )
    def test_a_bound_holds_its_first_and_last_day(self, text: str, first: str, last: str) -> None:
        assert parse_bound(text) == (date.fromisoformat(first), date.fromisoformat(last))

    @pytest.mark.parametrize(
        "text",
        ["", "21", "2021-13", "2021-00", "2021-02-30", "0000", "2021-5", "2021-05-01/2021-04-30", "2021-05/2021-06",
         "2021-05-01/2021-00-01", "2021-05-00", "2021 ", "２０２１", "2021-05-01/0000-01-01", "May 2021"],
    )  # fmt: skip
    def test_what_is_no_bound_is_refused_in_one_sentence(self, text: str) -> None:
        with pytest.raises(PeriodError) as error:
            parse_bound(text)
        assert str(error.value).startswith(repr(text))

    @given(DAYS, st.integers(0, 800))
    def test_a_printed_bound_reads_back(self, first: date, days: int) -> None:
        last = first + timedelta(days=days)
        assert parse_bound(print_bound(first, last)) == (first, last)

    @given(bounds())
    def test_printing_is_the_shortest_form(self, text: str) -> None:
        printed = print_bound(*parse_bound(text))
        assert len(printed) <= len(text)
        assert print_bound(*parse_bound(printed)) == printed

    def test_a_bound_cannot_be_printed_backwards(self) -> None:
        with pytest.raises(PeriodError):
            print_bound(date(2021, 5, 2), date(2021, 5, 1))

    @given(bounds(), DAYS)
    def test_a_bound_lies_before_or_behind_a_day_only_as_a_whole(self, text: str, day: date) -> None:
        first, last = parse_bound(text)
        assert is_before(text, day) is (last < day)
        assert is_behind(text, day) is (first > day)

    def test_what_is_unknown_lies_nowhere(self) -> None:
        assert not is_before(None, date(2021, 5, 1)) and not is_before("2020", None)
        assert not is_behind(None, date(2021, 5, 1)) and not is_behind("2022", None)


def days_of(period: Period) -> tuple[str | None, ...]:
    outer = (period.possible_start, period.certain_start, period.certain_end, period.possible_end)
    return tuple(day and day.isoformat() for day in outer)


class TestStatements:
    def test_a_stated_start_and_end_are_bounds(self) -> None:
        period = period_of("2020-12", "2022-05-01/2022-08-31", None, "actual", "2021-04-15")
        assert days_of(period) == ("2020-12-01", "2020-12-31", "2022-05-01", "2022-08-31")
        assert period.starts_known and period.ends_known
        assert period.on(date(2021, 4, 15)) is Certainty.CERTAIN
        assert period.on(date(2022, 7, 15)) is Certainty.POSSIBLE
        assert period.on(date(2022, 9, 1)) is Certainty.NO
        assert period.side(date(2022, 9, 1)) is Side.AFTER
        assert period.side(date(2020, 11, 30)) is Side.BEFORE
        assert period.side(date(2020, 12, 1)) is None

    def test_a_statement_without_dates_is_certain_on_the_day_of_publication(self) -> None:
        period = period_of(None, None, None, "actual", "2021-04-15")
        assert days_of(period) == (None, "2021-04-15", "2021-04-15", None)
        assert not period.starts_known and not period.ends_known
        assert period.side(date(1900, 1, 1)) is None
        assert period.distance(date(2021, 7, 1)) == 77

    def test_an_as_of_day_takes_the_place_of_publication(self) -> None:
        period = period_of(None, None, "2018-03-01", "actual", "2018-03-20")
        assert period.certain == (date(2018, 3, 1), date(2018, 3, 1))

    def test_an_as_of_month_holds_on_at_least_one_of_its_days(self) -> None:
        period = period_of(None, None, "1999-08", "past", "2022-02-21")
        assert period.certain is None
        assert period.on(date(1999, 8, 15)) is Certainty.POSSIBLE
        assert period.side(date(2022, 2, 21)) is Side.AFTER

    def test_a_past_statement_without_dates_is_possible_before_and_over_on_publication(self) -> None:
        period = period_of(None, None, None, "past", "2021-04-15")
        assert period.certain is None
        assert period.on(date(1950, 1, 1)) is Certainty.POSSIBLE
        assert period.on(date(2021, 4, 14)) is Certainty.POSSIBLE
        assert period.side(date(2021, 4, 15)) is Side.AFTER

    def test_a_past_statement_is_certain_on_its_as_of_day(self) -> None:
        period = period_of(None, None, "2020-11-30", "past", "2021-01-10")
        assert period.on(date(2020, 11, 30)) is Certainty.CERTAIN
        assert period.side(date(2021, 1, 10)) is Side.AFTER

    def test_since_a_year_is_certain_from_its_last_day_to_publication(self) -> None:
        period = period_of("2014", None, None, "actual", "2021-04-15")
        assert days_of(period) == ("2014-01-01", "2014-12-31", "2021-04-15", None)

    def test_since_a_year_is_no_later_than_publication_within_it(self) -> None:
        period = period_of("2021", None, None, "actual", "2021-04-15")
        assert days_of(period) == ("2021-01-01", "2021-04-15", "2021-04-15", None)

    def test_until_further_notice_has_no_certain_end(self) -> None:
        period = period_of("2014-08-01", None, None, "actual", "2021-04-15")
        assert period.possible_end is None
        assert not period.ends_known
        assert period.on(date(2021, 4, 16)) is Certainty.POSSIBLE

    def test_nothing_undated_is_certain_where_publication_is_unknown(self) -> None:
        assert period_of(None, None, None, "actual", None).certain is None
        assert period_of("2014", None, None, "actual", None).certain is None
        assert period_of(None, None, None, "past", None).certain is None
        assert period_of("2014-08-01", None).certain == (date(2014, 8, 1), date(2014, 8, 1))

    def test_a_month_of_publication_is_certain_on_none_of_its_days(self) -> None:
        period = period_of(None, None, None, "actual", "2022-02")
        assert period.certain is None
        assert period.on(date(2022, 2, 10)) is Certainty.POSSIBLE

    def test_what_is_reported_as_done_ends_no_later_than_publication(self) -> None:
        period = period_of("2022-02-14", "2022-02-20", None, "past", "2022-02-18")
        assert days_of(period) == ("2022-02-14", "2022-02-14", "2022-02-18", "2022-02-18")
        assert period.side(date(2022, 2, 19)) is Side.AFTER
        assert days_of(period_of("2021", "2021", None, "past", "2021-04-15"))[3] == "2021-04-15"

    def test_a_past_statement_dated_after_publication_keeps_its_dates(self) -> None:
        period = period_of("2022-05-01", "2022-05-31", None, "past", "2022-02-18")
        assert days_of(period) == ("2022-05-01", "2022-05-01", "2022-05-31", "2022-05-31")

    def test_a_plan_without_dates_lies_ahead_of_publication(self) -> None:
        period = period_of(None, None, None, "planned", "2021-04-15")
        assert period.certain is None
        assert period.side(date(2021, 4, 14)) is Side.BEFORE
        assert period.on(date(2021, 4, 15)) is Certainty.POSSIBLE

    def test_a_plan_covers_its_possible_period(self) -> None:
        period = period_of("2021-05", "2022-05", None, "planned", "2021-04-15")
        assert days_of(period) == ("2021-05-01", "2021-05-31", "2022-05-01", "2022-05-31")
        assert period.side(date(2022, 7, 15)) is Side.AFTER

    def test_a_permission_is_in_force_on_publication(self) -> None:
        period = period_of(None, "2021-02-28", None, "authorised", "2020-10-05")
        assert period.certain == (date(2020, 10, 5), date(2021, 2, 28))

    def test_a_start_that_lies_ahead_is_not_so_on_publication(self) -> None:
        period = period_of("2022-05", None, None, "actual", "2022-02-18")
        assert period.on(date(2022, 2, 18)) is Certainty.NO
        assert period.certain is None

    def test_an_end_that_lies_behind_is_not_so_on_publication(self) -> None:
        period = period_of(None, "2014-12-31", None, "actual", "2017-10-20")
        assert period.certain == (date(2014, 12, 31), date(2014, 12, 31))
        assert period.side(date(2015, 1, 1)) is Side.AFTER

    @pytest.mark.parametrize(
        ("start", "end", "as_of"),
        [("2022", "2021", None), ("2021-05-02", "2021-05-01", None), ("2021", None, "2020"), (None, "2019", "2020")],
    )
    def test_contradictions_are_refused(self, start: str | None, end: str | None, as_of: str | None) -> None:
        with pytest.raises(PeriodError):
            period_of(start, end, as_of)


class TestLaws:
    @given(periods())
    def test_the_four_days_are_in_order(self, period: Period) -> None:
        for earlier, later in (
            (period.possible_start, period.certain_start),
            (period.possible_start, period.certain_end),
            (period.certain_start, period.possible_end),
            (period.certain_end, period.possible_end),
        ):
            assert earlier is None or later is None or earlier <= later
        assert not period.starts_known or period.possible_start is not None
        assert not period.ends_known or period.possible_end is not None

    @given(periods(), DAYS)
    def test_certain_days_lie_within_possible_days(self, period: Period, day: date) -> None:
        if period.certain and period.certain[0] <= day <= period.certain[1]:
            assert period.on(day) is Certainty.CERTAIN
            assert period.side(day) is None
            assert period.distance(day) == 0
        if period.side(day):
            assert period.on(day) is Certainty.NO

    @given(statements(), st.integers(0, 300), st.integers(0, 300), st.sampled_from(["start", "end"]), DAYS)
    def test_widening_a_bound_never_makes_a_possible_day_impossible(
        self, statement: dict[str, Any], before: int, after: int, field: str, day: date
    ) -> None:
        bound = statement[field]
        try:
            period = period_of(**statement)
        except PeriodError:
            return
        ahead = statement["published"] and (
            (statement["start"] and parse_bound(statement["start"])[0] > parse_bound(statement["published"])[1])
            or (statement["as_of"] and parse_bound(statement["as_of"])[0] > parse_bound(statement["published"])[1])
        )
        if bound is None or (statement["modality"] == "past" and ahead):
            return  # a past statement dated after its publication contradicts it
        first, last = parse_bound(bound)
        wider = print_bound(first - timedelta(days=before), last + timedelta(days=after))
        widened = period_of(**{**statement, field: wider})
        if period.on(day) is not Certainty.NO:
            assert widened.on(day) is not Certainty.NO

    @given(periods(), periods())
    def test_merging_is_commutative(self, one: Period, other: Period) -> None:
        assert one.merge(other) == other.merge(one)

    @given(periods(), periods(), periods())
    def test_merging_is_associative(self, one: Period, two: Period, three: Period) -> None:
        assert one.merge(two).merge(three) == one.merge(two.merge(three))

    @given(periods())
    def test_merging_with_itself_changes_nothing(self, period: Period) -> None:
        assert period.merge(period) == period

    @given(periods(), periods(), DAYS)
    def test_merging_keeps_every_certain_day(self, one: Period, other: Period, day: date) -> None:
        if one.on(day) is Certainty.CERTAIN:
            assert one.merge(other).on(day) is Certainty.CERTAIN

    def test_a_merged_spell_is_unbroken(self) -> None:
        first = period_of(None, None, None, "actual", "2023-02-04")
        last = period_of(None, None, None, "actual", "2025-01-18")
        assert first.merge(last).certain == (date(2023, 2, 4), date(2025, 1, 18))


class TestValidity:
    @pytest.mark.parametrize(
        "days",
        [
            (date(2021, 2, 1), date(2021, 1, 1), None, None),
            (None, None, date(2021, 2, 1), date(2021, 1, 1)),
            (date(2021, 2, 1), None, None, date(2021, 1, 1)),
        ],
    )
    def test_days_out_of_order_are_refused(self, days: tuple[date | None, ...]) -> None:
        with pytest.raises(PeriodError):
            Period(*days)

    def test_a_known_end_needs_its_day(self) -> None:
        with pytest.raises(PeriodError):
            Period(ends_known=True)
        with pytest.raises(PeriodError):
            Period(starts_known=True)

    def test_what_was_over_on_the_first_day_of_the_calendar_ended_on_it(self) -> None:
        assert period_of(None, None, None, "past", "0001-01-01").possible_end == date.min
