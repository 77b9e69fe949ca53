"""Modality and days: what tense, verb and date of a clause make of what it states."""

from __future__ import annotations

import pytest

from contingent.formats import parse
from contingent.read import read


def stated(text: str, kind: str, published: str = "2021-04-15") -> list[tuple[str | None, ...]]:
    document = parse(text.encode(), address="page.txt")
    return [
        (c.claim.modality, c.claim.start, c.claim.end, c.claim.as_of)
        for c in read(document, published=published, language="en")
        if c.claim.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway has contributed to KFOR since 1999.", ("actual", "1999", None, None)),
        ("Norway contributed to KFOR in 2005.", ("past", "2005", "2005", None)),
        ("Norway has contributed to KFOR.", ("past", None, None, None)),
        ("Norway has sent a frigate to Operation Irini.", ("actual", None, None, None)),
        ("Norway joined KFOR in March.", ("actual", "2021-03", None, None)),
        ("Norway will join Operation Irini in June.", ("planned", "2021-06", None, None)),
        ("Norway is sending a frigate to Operation Irini.", ("planned", None, None, None)),
        ("Norway will remain in KFOR.", ("actual", None, None, None)),
        ("In 2016 Norway joined KFOR, which has its headquarters in Pristina.", ("actual", "2016", None, None)),
    ],
)
def test_a_clause_says_when_a_state_takes_part(text: str, wanted: tuple[str | None, ...]) -> None:
    assert stated(text, "participation") == [wanted]


def test_who_acted_lately_is_still_there() -> None:
    assert ("actual", None, None, None) in stated("A Norwegian platoon of KFOR found two mines on 3 April.", "element")


def test_a_day_inside_a_purpose_is_not_the_day_of_the_sentence() -> None:
    text = "In January 2022 a Norwegian team will join KFOR to train divers."
    assert stated(text, "task") == [("planned", None, None, None)]


def test_what_belongs_to_an_operation_that_has_ended_is_over() -> None:
    text = "Norwegian officers in the International Security Assistance Force (ISAF) in Afghanistan"
    assert {row[0] for row in stated(text, "participation")} <= {"past"}


def test_beginning_and_end_in_one_sentence_are_one_claim() -> None:
    text = "Task Force Vega of KFOR was set up in May 2015 and was disbanded in June 2017."
    assert stated(text, "existence") == [("past", "2015-05", "2017-06", None)]


def test_one_operation_begins_when_it_replaces_another() -> None:
    text = "On 1 January 2015 Resolute Support replaced the International Security Assistance Force."
    found = stated(text, "existence", "2016-02-02")
    assert ("actual", "2015-01-01", None, None) in found
    assert ("past", None, "2015-01-01", None) in found


def test_a_state_that_came_and_goes_takes_part_from_the_one_day_to_the_other() -> None:
    text = "Norway has had a frigate in Operation Irini since May 2020 and will leave in July."
    assert stated(text, "participation") == [("actual", "2020-05", "2021-07", None)]


def test_what_was_so_throughout_a_year_was_so_from_beginning_to_end() -> None:
    text = "Throughout 2020 Norway had a frigate in Operation Irini."
    assert stated(text, "asset") == [("past", "2020", "2020", None)]


def test_when_a_part_goes_home_others_may_stay() -> None:
    text = "The Norwegian platoon in KFOR went home in February."
    assert stated(text, "element") == [("past", None, "2021-02", None)]
    assert stated(text, "participation") == [("past", None, None, None)]


def test_whoever_acted_in_a_story_of_times_gone_by_is_not_said_to_be_there() -> None:
    assert ("past", None, None, None) in stated("A Norwegian platoon of KFOR guarded the bridge.", "element")
