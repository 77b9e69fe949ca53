"""What a page no longer says, says otherwise, says anew, and only says in other words."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from contingent.ask.changes import Changes, Sort, changes
from contingent.catalogue import load
from contingent.claim import Claim
from tests.evidence import MISSION, claim, page

DENMARK = "DNK@Harbour Watch"
BEFORE, AFTER = "2021-04-15", "2021-10-07"


def compared(earlier: Sequence[Claim], later: Sequence[Claim], text: str = "") -> Changes:
    return changes(page(BEFORE, *earlier), page(AFTER, *later), load(), text)


def strength(number: int, quote: str = "", **fields: object) -> Claim:
    made = claim("strength", DENMARK, low=number, high=number, unit="persons", **fields)
    return claim("strength", DENMARK, low=number, high=number, unit="persons", **fields, quote=quote) if quote else made


def differences(found: Changes) -> list[tuple[str, str | None, str | None]]:
    return [tuple(difference) for line in found.of(Sort.CHANGED) for difference in line.differences]


def test_a_page_that_says_the_same_has_not_changed() -> None:
    said = [strength(140), claim("task", DENMARK, "train soldiers")]
    found = compared(said, said)
    assert (found.lines, found.kept) == ((), 2)


def test_what_is_no_longer_said_comes_first() -> None:
    found = compared(
        [claim("participation", "DNK", MISSION), strength(140), claim("task", DENMARK, "clear mines")],
        [
            claim("participation", "DNK", MISSION, quote="Denmark is there"),
            strength(120),
            claim("lead", "DNK", MISSION),
        ],
    )
    assert [(line.sort, line.kind) for line in found.lines] == [
        (Sort.LOST, "task"),
        (Sort.CHANGED, "strength"),
        (Sort.NEW, "lead"),
        (Sort.REWORDED, "participation"),
    ]
    assert [(line.before is None, line.after is None) for line in found.lines] == [
        (False, True),
        (False, False),
        (True, False),
        (False, False),
    ]


def test_another_number_is_shown_before_and_after() -> None:
    assert differences(compared([strength(140)], [strength(1200)])) == [("count", "140 persons", "1,200 persons")]


def test_an_end_that_is_no_longer_given_is_a_change_of_the_end() -> None:
    found = compared([claim("lead", "DNK", MISSION, end="2022-05-01/2022-08-31")], [claim("lead", "DNK", MISSION)])
    assert differences(found) == [("end", "between 2022-05 and 2022-08", None)]


def test_what_was_planned_and_now_is_so_is_a_change() -> None:
    planned = claim("asset", DENMARK, "helicopter", low=2, high=2, modality="planned", start="2021-05")
    found = compared([planned], [claim("asset", DENMARK, "helicopter", low=2, high=2, start="2021-05")])
    assert differences(found) == [("said as", "planned", "actual")]


def test_the_same_words_that_mean_something_else_by_now_are_marked() -> None:
    planned, actual = (
        claim("asset", DENMARK, "helicopter", modality=modality, quote="helicopters from May")
        for modality in ("planned", "actual")
    )
    (line,) = compared([planned], [actual]).lines
    assert line.remarks == ("the quoted words are the same",)


def test_another_language_is_no_change() -> None:
    found = compared(
        [
            claim("posting", "Ida Holm", MISSION, title="Force Commander", rank="Colonel", quote="Colonel Ida Holm"),
            claim("participation", "DNK", "@NATO Mission Iraq", quote="Denmark takes part"),
        ],
        [
            claim("posting", "Ida Holm", MISSION, title="chef for missionen", rank="oberst", quote="oberst Ida Holm"),
            claim("participation", "DNK", "@NMI", quote="Danmark deltager"),
        ],
    )
    assert [line.sort for line in found.lines] == [Sort.REWORDED, Sort.REWORDED]


def test_another_post_of_the_same_person_is_a_change_of_the_title() -> None:
    found = compared(
        [claim("posting", "Ida Holm", MISSION, title="Deputy Commander")],
        [claim("posting", "Ida Holm", MISSION, title="Commander")],
    )
    assert differences(found) == [("title", "Deputy Commander", "Commander")]


def test_a_head_who_is_gone_points_at_the_next() -> None:
    found = compared(
        [claim("posting", "Ida Holm", MISSION, title="Commander")],
        [claim("posting", "Nora Vik", MISSION, title="Commander")],
    )
    (lost,) = found.of(Sort.LOST)
    assert lost.remarks == ("the later document names Nora Vik",)


def test_a_repeat_that_falls_away_is_no_loss() -> None:
    twice = [claim("lead", "DNK", MISSION), claim("lead", "DNK", MISSION, start="2020-12")]
    found = compared(twice, twice[1:])
    assert (found.lines, found.kept) == ((), 2)


def test_a_phrase_written_anew_is_shown_before_and_after() -> None:
    found = compared(
        [claim("task", DENMARK, "train Iraqi soldiers")], [claim("task", DENMARK, "train and advise Iraqi soldiers")]
    )
    assert differences(found) == [("words", "train Iraqi soldiers", "train and advise Iraqi soldiers")]


def test_two_places_are_never_one_place_written_anew() -> None:
    found = compared(
        [claim("location", DENMARK, "Al Asad Air Base", role="base")],
        [claim("location", DENMARK, "Ali al Salem Air Base", role="base")],
    )
    assert [line.sort for line in found.lines] == [Sort.LOST, Sort.NEW]


def test_what_is_lost_though_its_words_still_stand_is_marked() -> None:
    task = claim("task", DENMARK, "train soldiers", quote="they train soldiers")
    gone = compared([task], [], "Nobody trains.").lines[0]
    still_there = compared([task], [], "Today they\ntrain soldiers daily.").lines[0]
    assert gone.remarks == ()
    assert "still stand" in still_there.remarks[0]


def test_what_is_new_though_its_words_stood_before_is_marked() -> None:
    task = claim("task", DENMARK, "train soldiers", quote="they train soldiers")
    (line,) = changes([], page(AFTER, task), load(), earlier_text="Today they train soldiers.").lines
    assert "stood in the earlier document" in line.remarks[0]


def test_the_pair_that_agrees_best_is_taken_first() -> None:
    found = compared(
        [strength(100, as_of="2020"), strength(140, as_of="2021")],
        [strength(150, as_of="2021"), strength(100, as_of="2020", quote="100 people")],
    )
    assert differences(found) == [("count", "140 persons", "150 persons")]
    assert len(found.of(Sort.REWORDED)) == 1


def test_a_bound_is_paired_with_a_bound() -> None:
    bound, higher = (claim("strength", DENMARK, high=high, unit="persons") for high in (140, 225))
    found = compared([bound], [strength(500), higher])
    assert differences(found) == [("count", "up to 140 persons", "up to 225 persons")]


claims = st.lists(
    st.builds(
        strength,
        st.sampled_from([100, 120, 140]),
        as_of=st.sampled_from([None, "2020", "2021"]),
        modality=st.sampled_from(["actual", "past", "planned"]),
        quote=st.sampled_from(["some people", "a few people", "people"]),
    ),
    max_size=6,
)


@given(claims, claims, st.randoms())
def test_no_order_of_claims_matters(earlier: list[Claim], later: list[Claim], order: random.Random) -> None:
    before, after = page(BEFORE, *earlier), page(AFTER, *later)
    expected = changes(before, after, load())
    order.shuffle(before)
    order.shuffle(after)
    assert changes(before, after, load()) == expected


@given(claims, claims)
def test_nothing_that_either_document_says_is_left_out(earlier: list[Claim], later: list[Claim]) -> None:
    found = compared(earlier, later)
    kept_or_shown = found.kept + sum(line.before is not None for line in found.lines)
    assert kept_or_shown == len(earlier)
    shown = {line.after.claim_id for line in found.lines if line.after is not None}
    assert shown <= {item.claim_id for item in page(AFTER, *later)}


def test_a_document_compared_with_itself_has_not_changed() -> None:
    items = page(BEFORE, strength(140), strength(140, as_of="2020"))
    again = [replace(item) for item in items]
    found = changes(items, again, load())
    assert (found.lines, found.kept) == ((), 2)
