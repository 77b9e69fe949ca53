"""Two heads of one mission or unit on one day, and what is none: hand-over, succession, other posts."""

from __future__ import annotations

from datetime import date

import pytest

from contingent.ask.conflicts import ConflictKind
from contingent.fact import Evidence
from tests.ask.conflicts.found import GAZETTE, at, found, kinds
from tests.evidence import MISSION, claim, page

TWO_HEADS = [ConflictKind.TWO_HEADS]


def head(
    day: str, name: str, publisher: str = "Ministry of Defence", title: str = "Commander", **more: str
) -> list[Evidence]:
    return page(day, claim("posting", name, MISSION, title=title, **more), publisher=publisher)


def test_two_heads_on_one_day_with_both_quotes() -> None:
    (conflict,) = found(head("2021-06-15", "Ida Holm"), head("2021-06-15", "Nora Vik", GAZETTE))
    assert conflict.kind is ConflictKind.TWO_HEADS
    assert conflict.about == MISSION
    assert (conflict.first, conflict.last) == (date(2021, 6, 15), date(2021, 6, 15))
    assert [side.says for side in (conflict.one, conflict.other)] == ["Ida Holm", "Nora Vik"]
    assert [s.evidence.publisher for s in conflict.statements] == ["Ministry of Defence", GAZETTE]
    assert "Ida Holm by Ministry of Defence" in conflict.reason
    assert "from Ida Holm to Nora Vik" in conflict.settled_by


def test_a_successor_is_no_second_head() -> None:
    assert kinds(head("2021-04-15", "Ida Holm"), head("2021-12-01", "Nora Vik")) == []


def test_the_old_name_after_the_successors_first_is_a_conflict() -> None:
    (conflict,) = found(
        head("2021-04-15", "Ida Holm"), head("2021-06-01", "Nora Vik", GAZETTE), head("2021-07-01", "Ida Holm")
    )
    assert conflict.kind is ConflictKind.TWO_HEADS
    assert (conflict.first, conflict.last) == (date(2021, 6, 1), date(2021, 7, 1))
    assert "still named for 2021-07-01" in conflict.reason


def test_who_is_named_at_some_time_within_the_time_of_another_is_a_conflict() -> None:
    pages = [head(day, "Liam Johnson") for day in ("2023-02-04", "2024-10-11", "2025-01-18")]
    in_2024 = head("2025-02-01", "Theodore Smith", GAZETTE, as_of="2024", modality="past")
    (conflict,) = found(*pages, in_2024)
    assert conflict.kind is ConflictKind.TWO_HEADS
    assert (conflict.first, conflict.last) == (date(2024, 1, 1), date(2024, 12, 31))
    assert "within the time of Liam Johnson" in conflict.reason
    assert kinds(head("2023-02-04", "Liam Johnson"), in_2024) == []


def test_a_head_who_returned_is_no_conflict() -> None:
    assert not kinds(
        head("2021-04-15", "Ida Holm"),
        head("2021-06-01", "Nora Vik", GAZETTE),
        head("2021-07-01", "Ida Holm", start="2021-06-20"),
    )


def test_the_old_name_after_the_new_head_has_left_is_no_conflict() -> None:
    assert not kinds(
        head("2021-04-15", "Ida Holm"),
        head("2021-06-15", "Nora Vik", GAZETTE, modality="past", start="2021-06-01", end="2021-06-10"),
        head("2021-07-01", "Ida Holm"),
    )


def test_on_a_hand_over_day_both_hold() -> None:
    assert not kinds(
        head("2021-06-15", "Ida Holm"),
        head("2021-06-20", "Nora Vik", GAZETTE, start="2021-06-15"),
    )


def test_a_day_after_the_hand_over_is_a_conflict() -> None:
    pages = head("2021-06-16", "Ida Holm"), head("2021-06-20", "Nora Vik", GAZETTE, start="2021-06-15")
    assert kinds(*pages) == TWO_HEADS


TERM = {"start": "2020-12-01", "end": "2022-06-30"}


def test_an_announced_term_and_a_successor_within_it_are_a_conflict_of_two_publishers() -> None:
    (conflict,) = found(
        head("2021-04-15", "Ida Holm", **TERM), head("2021-12-01", "Nora Vik", GAZETTE, start="2021-11-01")
    )
    assert (conflict.first, conflict.last) == (date(2021, 11, 1), date(2021, 12, 1))
    assert "Ida Holm by Ministry of Defence as announced" in conflict.reason


def test_a_publisher_replaces_its_own_announcement() -> None:
    assert not kinds(head("2021-04-15", "Ida Holm", **TERM), head("2021-12-01", "Nora Vik", start="2021-11-01"))


@pytest.mark.parametrize("title", ["Acting Commander", "Deputy Commander", "Chief of Staff"])
def test_acting_heads_and_deputies_hold_other_posts(title: str) -> None:
    assert not kinds(head("2021-06-15", "Ida Holm"), head("2021-06-15", "Nora Vik", GAZETTE, title))


def test_heads_of_two_sorts_stand_beside_each_other() -> None:
    operation, force = ("Operation Commander", "Force Commander")
    assert not kinds(head("2021-06-15", "Ida Holm", title=operation), head("2021-06-15", "Nora Vik", GAZETTE, force))


def test_titles_in_two_languages_are_one_post() -> None:
    pages = head("2021-06-15", "Ida Holm"), head("2021-06-15", "Nora Vik", GAZETTE, "chef for missionen")
    assert kinds(*pages) == TWO_HEADS


def test_a_document_that_gives_two_heads_two_titles_tells_two_posts_apart() -> None:
    posts = (claim("posting", name, MISSION, title=t) for name, t in (("Ida Holm", "Commander"), ("Bo Lind", "Head")))
    assert not kinds(page("2021-06-15", *posts))


def test_heads_of_two_units_are_no_conflict() -> None:
    units = (claim("posting", n, f"{MISSION}/{u}", title="Commander") for n, u in (("Ida Holm", "a"), ("Bo Lind", "b")))
    assert not kinds(page("2021-06-15", *units))


def test_versions_of_one_page_do_not_contradict_each_other() -> None:
    older, newer = head("2021-06-15", "Ida Holm"), head("2021-06-15", "Nora Vik", GAZETTE)
    assert not kinds(at("https://example.org/page", older), at("https://example.org/page", newer))


@pytest.mark.parametrize("other", ["I. Holm", "Holm", "Idar Holm"])
def test_names_that_may_be_one_persons_are_two_spellings(other: str) -> None:
    listed = kinds(head("2021-06-15", "Ida Holm"), head("2021-06-15", other, GAZETTE))
    assert ConflictKind.TWO_HEADS not in listed


@pytest.mark.parametrize("other", ["Ingrid Holm", "Ida Berg", "Bo Holm"])
def test_names_that_share_a_part_are_two_persons(other: str) -> None:
    assert kinds(head("2021-06-15", "Ida Holm"), head("2021-06-15", other, GAZETTE)) == TWO_HEADS
