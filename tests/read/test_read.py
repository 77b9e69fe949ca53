"""The reader on short pages: what a sentence, a list, a table and an info box state."""

from __future__ import annotations

import pytest

from contingent.claim import CitedClaim
from contingent.errors import UsageError
from contingent.formats import parse
from contingent.read import read


def claims(text: str, published: str | None = "2021-04-15", address: str = "page.txt") -> list[CitedClaim]:
    return list(read(parse(text.encode(), address=address), published=published, language="en"))


def stated(text: str, kind: str, published: str | None = "2021-04-15") -> list[tuple[object, ...]]:
    return [
        (c.claim.subject, c.claim.object, c.claim.start, c.claim.end, c.claim.modality)
        for c in claims(text, published)
        if c.claim.kind == kind
    ]


PAGE = """Kosovo

Norway takes part in the NATO-led Kosovo Force (KFOR). Norway has a long history in Kosovo.

The Norwegian contribution consists of:

  • A field hospital that treats soldiers of all nations
  • Two staff officers at Camp Film City
  • From June 2021 to May 2022 Norway will send three helicopters

The total Norwegian contribution is up to 90 people.
"""


def test_every_quote_stands_where_it_says() -> None:
    document = parse(PAGE.encode(), address="page.txt")
    found = read(document, published="2021-04-15", language="en")
    assert len(found) >= 8
    for cited in found:
        assert document.text[cited.quote.start : cited.quote.end] == cited.claim.quote


def test_reading_twice_gives_the_same_claims() -> None:
    assert [c.id for c in claims(PAGE)] == [c.id for c in claims(PAGE)]


def test_list_items_are_elements_of_the_contribution_in_the_lead_in() -> None:
    subjects = {row[0] for row in stated(PAGE, "element")}
    assert "NOR@Kosovo Force/field hospital" in subjects
    assert "NOR@Kosovo Force/staff officers" in subjects


def test_a_relative_clause_states_the_task_of_the_element_before_it() -> None:
    assert ("NOR@Kosovo Force/field hospital", "treats soldiers of all nations", None, None, "actual") in stated(
        PAGE, "task"
    )


def test_a_plan_with_a_spell_is_planned_and_dated() -> None:
    assert ("NOR@Kosovo Force", "helicopter", "2021-06", "2022-05", "planned") in stated(PAGE, "asset")


def test_an_upper_bound_leaves_the_lower_side_open() -> None:
    quantities = {c.claim.subject: c.claim.quantity for c in claims(PAGE) if c.claim.kind == "strength"}
    total = quantities["NOR@Kosovo Force"]
    assert total is not None
    assert (total.low, total.high, total.unit) == (None, 90, "persons")


def test_led_by_is_a_lead() -> None:
    assert ("NATO", "@Kosovo Force", None, None, "actual") in stated(PAGE, "lead")


def test_a_nation_with_a_number_in_brackets_takes_part() -> None:
    text = "KFOR\n\nThe largest contributors to KFOR are Bulgaria (516), Hungary (502) and Sweden (500).\n"
    assert {row[0] for row in stated(text, "participation")} == {"BGR", "HUN", "SWE"}
    assert {row[0] for row in stated(text, "strength")} == {"BGR@Kosovo Force", "HUN@Kosovo Force", "SWE@Kosovo Force"}


def test_a_rank_a_name_and_a_title_make_a_posting() -> None:
    text = "KFOR\n\nThe Commander of KFOR, Major General Ada Lind, met the mayor of Pristina.\n"
    (posting,) = [c.claim for c in claims(text) if c.claim.kind == "posting"]
    assert (posting.subject, posting.object, posting.rank) == ("Ada Lind", "@Kosovo Force", "Major General")
    assert posting.title is not None
    assert "Commander" in posting.title


def test_an_info_box_states_place_and_headquarters() -> None:
    text = "KFOR\n\nKFOR helps to keep the peace in Kosovo.\n\nHeadquarters: Pristina\nLed by: NATO\n"
    assert ("@Kosovo Force", "Pristina", None, None, "actual") in stated(text, "location")
    assert ("NATO", "@Kosovo Force", None, None, "actual") in stated(text, "lead")


def test_a_founding_has_its_month() -> None:
    text = "NMI\n\nNATO Mission Iraq was established in July 2018.\n"
    assert ("@NATO Mission Iraq", None, "2018-07", None, "actual") in stated(text, "existence")


def test_without_a_day_of_publication_relative_times_stay_open() -> None:
    text = "KFOR\n\nA Polish engineer company arrived at Camp Bondsteel last month.\n"
    assert all(c.claim.start is None for c in claims(text, published=None))


def test_navigation_states_nothing() -> None:
    page = "<html><body><nav><ul><li>Denmark leads NATO Mission Iraq</li></ul></nav><p>Nothing here.</p></body></html>"
    assert claims(page, address="x.html") == []


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(UsageError, match="language pack"):
        read(parse(b"Bonjour tout le monde", address="x.txt"), published=None, language="xx")
