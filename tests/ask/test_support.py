"""Support: whom an element supports, where they are, how many that is, and who supports whom."""

from __future__ import annotations

from datetime import date

import pytest

from contingent.ask.account import Account, Entry
from contingent.ask.day import FactsOn
from contingent.ask.support_account import support_account
from contingent.catalogue import load
from contingent.claim import Claim
from contingent.errors import UsageError
from contingent.resolve import resolve
from tests.evidence import MISSION, claim, gold_iraq, page

DENMARK, PATROLLING = "DNK@Harbour Watch", "DNK@Harbour Patrol"
HELPERS = f"{DENMARK}/support element"
SUPPORT = (claim("support", HELPERS, DENMARK), claim("support", HELPERS, PATROLLING))


def persons(subject: str, **fields: object) -> Claim:
    return claim("strength", subject, unit="persons", **fields)


def account(what: str, *claims: Claim, on: str = "2021-04-25") -> Account:
    facts = resolve(page("2021-04-15", *claims), load())
    return support_account(FactsOn(facts, date.fromisoformat(on)), what, load())


def entry(found: Account, part: str, subject: str) -> Entry:
    (one,) = [entry for entry in found.part(part) if entry.subject == subject]
    return one


def test_whom_it_supports_how_many_and_where() -> None:
    claims = [persons(DENMARK, high=140), persons(PATROLLING, low=30, high=30, scope="without the band")]
    places = [claim("location", PATROLLING, "Djibouti", role="area"), claim("location", HELPERS, "Korsør", role="base")]
    found = account("support element", *SUPPORT, *claims, *places, claim("location", MISSION, "Aden", role="area"))
    ours, theirs = entry(found, "supports", DENMARK), entry(found, "supports", PATROLLING)
    assert (ours.text, ours.answer, ours.age, ours.places) == (
        "up to 140 persons", "presumed", 10, ("Aden (area): the operation",),
    )  # fmt: skip
    assert (theirs.text, theirs.places, theirs.remarks) == ("30 persons", ("Djibouti (area)",), ("“without the band”",))
    (together,) = found.part("sum")
    assert (together.text, together.remarks[-1]) == ("30 to 170 persons", "the persons who give support are among them")
    (itself,) = found.part("elements")
    assert (itself.text, itself.places) == ("unknown number", ("Korsør (base)",))
    quotes = {note.number: note.quote for note in found.notes}
    assert any("Djibouti" in quotes[number] for number in theirs.notes)


def test_a_contribution_without_a_figure_is_that_of_its_parts() -> None:
    found = account("support element", SUPPORT[0], persons(f"{DENMARK}/guard", low=20, high=20))
    supported = entry(found, "supports", DENMARK)
    assert (supported.text, supported.remarks) == ("at least 20 persons", ("the sum of its parts",))


def test_what_is_supported_together_counts_nobody_twice() -> None:
    guard = f"{DENMARK}/guard"
    figures = [persons(DENMARK, low=140, high=140), persons(guard, low=20, high=20)]
    (together,) = account("support element", SUPPORT[0], claim("support", HELPERS, guard), *figures).part("sum")
    assert together.text == "140 persons"


@pytest.mark.parametrize(
    ("what", "remark"),
    [
        ("guard", "supports Denmark in Harbour Watch"),
        ("Harbour Watch", "supports Denmark in Harbour Watch"),
        ("Harbour Patrol", "supports Denmark in Harbour Patrol"),
    ],
)
def test_who_supports_it_or_what_it_belongs_to_or_a_part_of_it(what: str, remark: str) -> None:
    found = account(what, *SUPPORT, claim("element", f"{DENMARK}/guard", DENMARK))
    assert entry(found, "supported_by", HELPERS).remarks == (remark,)


def test_an_element_is_supported_directly() -> None:
    found = account("guard", claim("support", HELPERS, f"{DENMARK}/guard"))
    assert entry(found, "supported_by", HELPERS).remarks == ()


def test_support_for_an_actor_is_for_all_that_it_sends() -> None:
    claims = [persons(DENMARK, low=140, high=140), persons(PATROLLING, low=30, high=30)]
    supported = entry(account("support element", claim("support", HELPERS, "DNK"), *claims), "supports", "DNK")
    assert (supported.text, supported.remarks) == ("170 persons", ("the sum of its operations",))


def test_support_that_is_over_is_none() -> None:
    found = account("support element", claim("support", HELPERS, DENMARK, modality="past", end="2020"))
    assert found.part("supports") == ()


def test_planned_support_is_shown_and_not_added() -> None:
    found = account(
        "support element",
        SUPPORT[0],
        claim("support", HELPERS, PATROLLING, modality="planned", start="2021-04", end="2022"),
    )
    assert entry(found, "supports", PATROLLING).answer == "planned"
    assert found.part("sum") == ()


def test_a_place_supports_nobody() -> None:
    with pytest.raises(UsageError, match="name of a place"):
        account("Korsør", claim("location", HELPERS, "Korsør", role="base"))


def test_the_national_support_element_of_the_iraq_page() -> None:
    facts = resolve(gold_iraq(), load())
    found = support_account(FactsOn(facts, date(2021, 4, 15)), "NSE", load())
    (element,) = found.part("elements")
    assert element.places == ("Ali al Salem Air Base (base)",)
    mission = entry(found, "supports", "DNK@NATO Mission Iraq")
    assert (mission.text, mission.answer) == ("up to 140 persons", "stated")
    coalition = entry(found, "supports", "DNK@Operation Inherent Resolve")
    assert coalition.places == ("Iraq (area)", "Kuwait (area)", "United Arab Emirates (area)")
    assert found.part("sum")[0].text == "unknown number"
