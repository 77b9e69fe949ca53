"""The rules by which a claim that is read counts as the claim that an example expects."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from contingent.claim import Claim, Quantity
from contingent.lang.examples import Example, load_examples
from scripts.examples import marked_lines
from tests.lang.comparison import Outcome, alike, compare, same_bound, same_core, same_reference, wrong_details


def strength(high: int = 40, **other: Any) -> Claim:
    return Claim("strength", "DNK@Kosovo Force", quantity=Quantity(None, high, unit="persons"), quote="q", **other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("DNK@Kosovo Force", "DNK@KFOR", True),
        ("DNK@Kosovo Force", "NOR@Kosovo Force", False),
        ("DNK@Kosovo Force", "@Kosovo Force", False),
        ("DNK@Kosovo Force/guard platoon", "DNK@Kosovo Force", False),
        ("DNK@Kosovo Force/guard platoon", "DNK@Kosovo Force/platoon", True),
        ("@Joint Observer Group Tarim", "@Observer Group Tarim", True),
    ],
)
def test_references_agree_in_actor_operation_and_last_element(one: str, other: str, same: bool) -> None:
    assert same_reference(one, other) is same


def test_phrases_that_share_their_words_are_alike_but_a_fragment_is_not() -> None:
    assert alike("guard the airport", "guard the airport in Goma")
    assert not alike("guard the airport and all roads that lead to it from the north", "airport")


def test_bounds_are_the_same_when_they_share_half_of_their_days() -> None:
    assert same_bound("2021-05-01/2021-05-02", "2021-05-01")
    assert not same_bound("2021", "2021-05")
    assert not same_bound(None, "2021")


def test_another_number_is_another_claim_and_another_day_a_wrong_detail() -> None:
    assert not same_core(strength(40), strength(41))
    assert wrong_details(strength(start="2021"), strength(start="2020", modality="past")) == ["start", "modality"]


def test_an_outcome_tells_missed_from_invented_claims_and_spares_those_of_the_context() -> None:
    outcome = compare([strength(40)], [strength(41)], also=[strength(42)])
    assert (outcome.missed, outcome.invented) == ([strength(40)], [strength(41)])
    assert outcome.reason() == "missed strength; invented strength"
    assert compare([strength(40)], [], also=[strength(40)]).exact


def test_marks_stand_on_what_is_not_read_and_go_from_what_is(tmp_path: Path) -> None:
    examples = [Example(about="a", text="one", claims=()), Example(about="a", text="two", unread="old", claims=())]
    (tmp_path / "xx").mkdir()
    lines = marked_lines(examples, [Outcome(invented=[strength()]), Outcome()])
    (tmp_path / "xx" / "examples.jsonl").write_bytes(lines)
    assert [example.unread for example in load_examples("xx", tmp_path)] == ["invented strength", None]
