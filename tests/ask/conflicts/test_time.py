"""Ends before starts, two starts, two ends, and what ended in one source and goes on in another."""

from __future__ import annotations

from typing import Any

import pytest

from contingent.ask.conflicts import ConflictKind
from contingent.fact import Evidence
from tests.ask.conflicts.found import GAZETTE, at, found, kinds
from tests.evidence import MISSION, claim, page

TEAM = "DNK@Harbour Watch/dive team"
ENDED = [ConflictKind.ENDED_AND_SERVING]


def team(day: str, publisher: str = "Ministry of Defence", **more: Any) -> list[Evidence]:
    return page(day, claim("element", TEAM, "DNK@Harbour Watch", **more), publisher=publisher)


def mission(day: str, publisher: str = "Ministry of Defence", **more: Any) -> list[Evidence]:
    return page(day, claim("existence", MISSION, **more), publisher=publisher)


def gone(day: str = "2021-06-15", end: str | None = "2021-06-01") -> list[Evidence]:
    return team(day, modality="past", end=end)


def test_a_claim_whose_end_lies_before_its_start_is_in_conflict_with_itself() -> None:
    (conflict,) = found(mission("2021-06-15", start="2020", end="2018"))
    assert conflict.kind is ConflictKind.END_BEFORE_START
    assert (conflict.one.says, conflict.other.says) == ("starts 2020", "ends 2018")
    assert conflict.one.statements == conflict.other.statements


def test_a_claim_that_ends_in_the_year_of_its_start_is_in_no_conflict() -> None:
    assert not kinds(mission("2021-06-15", start="2020-05", end="2020"))


def test_an_end_in_one_source_before_the_start_in_another() -> None:
    (conflict,) = found(
        mission("2021-06-15", modality="past", end="2018"), mission("2021-07-01", GAZETTE, start="2020")
    )
    assert conflict.kind is ConflictKind.END_BEFORE_START
    assert (conflict.one.says, conflict.other.says) == ("ends 2018", "starts 2020")


def test_a_second_spell_after_an_end_is_no_conflict() -> None:
    spells = (
        mission("2021-06-15", modality="past", start="2016", end="2018"),
        mission("2021-07-01", GAZETTE, start="2020"),
    )
    assert not kinds(*spells)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("2018-07", "2018-10", True), ("2018-07", "2018", False), ("2018-07/2018-09", "2018-09", False)],
)
def test_starts_are_two_where_their_bounds_do_not_overlap(one: str, other: str, apart: bool) -> None:
    if "/" in one:
        one = "2018-07-01/2018-09-30"
    expected = [ConflictKind.TWO_STARTS] if apart else []
    assert kinds(mission("2021-06-15", start=one), mission("2021-07-01", GAZETTE, start=other)) == expected


def test_a_bound_of_several_months_is_told_by_its_months() -> None:
    pages = mission("2021-06-15", start="2018-07-01/2018-08-31"), mission("2021-07-01", GAZETTE, start="2018-10")
    (conflict,) = found(*pages)
    assert (conflict.one.says, conflict.other.says) == ("starts between 2018-07 and 2018-08", "starts 2018-10")


def test_a_decision_is_no_beginning() -> None:
    mandate = page("2021-07-01", claim("mandate", MISSION, "Resolution 1", start="2018-06"), publisher=GAZETTE)
    assert not kinds(mission("2021-06-15", start="2018-10"), mandate)


def test_two_versions_of_a_page_correct_each_other() -> None:
    one, other = mission("2021-06-15", start="2018-07"), mission("2021-07-01", GAZETTE, start="2018-10")
    assert not kinds(at("https://example.org/page", one), at("https://example.org/page", other))


def test_a_plan_that_was_moved_is_no_conflict() -> None:
    assert not kinds(mission("2018-01-15", start="2018-07", modality="planned"), mission("2021-07-01", start="2018-10"))


def plan(day: str, publisher: str, start: str) -> list[Evidence]:
    planned = claim("asset", "DNK@Harbour Watch", "helicopter", low=2, high=2, modality="planned", start=start)
    return page(day, planned, publisher=publisher)


def test_the_newest_plans_of_two_publishers_are_held_against_each_other() -> None:
    (conflict,) = found(plan("2021-04-15", "A", "2021-06"), plan("2021-04-20", "B", "2021-09"))
    assert conflict.kind is ConflictKind.TWO_STARTS
    assert (conflict.one.says, conflict.other.says) == ("is to start 2021-06", "is to start 2021-09")


def test_a_newer_plan_by_the_same_publisher_replaces_the_older() -> None:
    older, newer = plan("2021-04-15", "A", "2021-06"), plan("2021-05-15", "A", "2021-09")
    assert not kinds(older, newer)
    assert not kinds(older, newer, plan("2021-04-20", "B", "2021-09"))


def test_plans_that_came_true_quarrel_no_more() -> None:
    there = page("2021-10-01", claim("asset", "DNK@Harbour Watch", "helicopter", low=2, high=2))
    assert not kinds(plan("2021-04-15", "A", "2021-06"), plan("2021-04-20", "B", "2021-09"), there)


def test_two_ends() -> None:
    pages = (
        mission(day, who, modality="past", end=end)
        for day, who, end in (("2021-06-15", "A", "2019"), ("2021-07-01", "B", "2020"))
    )
    assert kinds(*pages) == [ConflictKind.TWO_ENDS]


def test_a_nation_that_takes_part_in_turns_starts_more_than_once() -> None:
    shares = (
        page("2021-06-15", claim("participation", "DNK", MISSION, start=s), publisher=s) for s in ("2014", "2016")
    )
    assert not kinds(*shares)


def test_what_ended_in_one_source_and_serves_in_another() -> None:
    (conflict,) = found(gone(), team("2021-07-01", GAZETTE))
    assert conflict.kind is ConflictKind.ENDED_AND_SERVING
    assert conflict.about == TEAM
    assert (conflict.one.says, conflict.other.says) == ("ended by 2021-06-01", "there on 2021-07-01")


def test_what_a_part_does_after_the_end_contradicts_it() -> None:
    task = page("2021-07-01", claim("task", TEAM, "clear mines"), publisher=GAZETTE)
    assert kinds(gone(), task) == ENDED


def test_what_was_seen_up_to_the_end_is_in_no_conflict() -> None:
    assert not kinds(gone(), team("2021-06-01", GAZETTE))


def test_what_started_again_is_in_no_conflict() -> None:
    assert not kinds(gone(), team("2021-07-01", GAZETTE, start="2021-06-20"))


def test_an_announced_end_yields_to_what_was_seen_later() -> None:
    assert not kinds(team("2021-04-15", end="2021-06-01"), team("2021-07-01", GAZETTE))


def lead(day: str, publisher: str, **more: Any) -> list[Evidence]:
    return page(day, claim("lead", "DNK", MISSION, **more), publisher=publisher)


def test_a_report_against_an_announcement_is_a_conflict_of_two_publishers() -> None:
    announced = lead("2021-04-15", "A", start="2020-12", end="2022-06-30")
    (conflict,) = found(announced, lead("2021-10-01", "B", modality="past", end="2021-09-15"))
    assert conflict.kind is ConflictKind.ENDED_AND_SERVING
    assert conflict.other.says == "announced until 2022-06-30"
    assert not kinds(announced, lead("2021-10-01", "A", modality="past", end="2021-09-15"))


def test_a_part_that_was_taken_home_without_a_date_had_ended_when_that_was_reported() -> None:
    assert not kinds(gone(end=None), team("2021-06-15", GAZETTE))
    assert kinds(gone(end=None), team("2021-06-16", GAZETTE)) == ENDED


def test_what_is_seen_more_than_a_year_after_the_report_has_returned() -> None:
    assert kinds(gone(), team("2022-06-14", GAZETTE)) == ENDED
    assert not kinds(gone(), team("2022-06-16", GAZETTE))


def test_an_operation_that_was_closed_does_not_open_again() -> None:
    closed = mission("2015-01-15", modality="past", end="2014-12-31")
    assert kinds(closed, page("2021-07-01", claim("task", TEAM, "clear mines"), publisher=GAZETTE)) == ENDED


def test_a_nation_that_took_part_before_may_have_returned() -> None:
    before = page("2021-06-15", claim("participation", "DNK", MISSION, modality="past"))
    assert not kinds(before, page("2021-07-01", claim("participation", "DNK", MISSION), publisher=GAZETTE))


def test_a_document_that_tells_of_an_end_and_of_more_tells_of_a_return() -> None:
    assert not kinds(page("2021-07-01", *(item.claim for item in (*gone(), *team("2021-07-01")))))


def test_a_head_who_left_in_one_source_and_commands_in_another() -> None:
    left = page(
        "2021-06-15", claim("posting", "Ida Holm", MISSION, title="Commander", modality="past", end="2021-06-01")
    )
    still = page("2021-07-01", claim("posting", "Ida Holm", MISSION, title="Commander"), publisher=GAZETTE)
    assert kinds(left, still) == ENDED
