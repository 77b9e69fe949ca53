"""Conflicts as a whole: order does not matter, decisions settle them, names and days choose among them."""

from __future__ import annotations

import random as randomness
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.ask.conflicts import ConflictKind, about, conflicts
from contingent.catalogue import load
from contingent.decision import Decision, DecisionKind
from contingent.errors import UnknownNameError
from contingent.fact import Evidence
from contingent.resolve import resolve
from tests.ask.conflicts.found import GAZETTE, found
from tests.evidence import MISSION, claim, gold_iraq, page

DENMARK = "DNK@Harbour Watch"
LOW = page("2021-05-03", claim("strength", DENMARK, low=140, high=140, unit="persons"))
HIGH = page("2021-05-28", claim("strength", DENMARK, low=185, high=185, unit="persons"), publisher=GAZETTE)
HEADS = [
    *page("2021-06-15", claim("posting", "Ida Holm", MISSION, title="Commander")),
    *page("2021-06-15", claim("posting", "Nora Vik", MISSION, title="Commander"), publisher=GAZETTE),
]
ALL = [*LOW, *HIGH, *HEADS]

days = st.sampled_from(["2021-04-15", "2021-06-15", "2021-06-20", None])
times = st.sampled_from(
    [
        {},
        {"start": "2021-05"},
        {"start": "2020", "end": "2021-06-18"},
        {"start": "2022", "end": "2020"},
        {"end": "2021-06-01", "modality": "past"},
        {"modality": "past"},
        {"start": "2021-08", "modality": "planned"},
        {"start": "2021-10", "modality": "planned"},
    ]
)
claims = st.one_of(
    st.builds(
        lambda name, body, time: claim("posting", name, body, title="Commander", **time),
        st.sampled_from(["Ida Holm", "Ida Holmm", "Nora Vik"]),
        st.sampled_from([MISSION, f"{MISSION}/brigade"]),
        times,
    ),
    st.builds(
        lambda number, modality: claim("strength", DENMARK, high=number, low=number, unit="persons", modality=modality),
        st.sampled_from([140, 185]),
        st.sampled_from(["actual", "authorised"]),
    ),
    st.builds(
        lambda part, whole, time: claim("element", f"{MISSION}/{part}", f"{MISSION}/{whole}", **time),
        st.sampled_from(["brigade", "company"]),
        st.sampled_from(["brigade", "company", "staff"]),
        times,
    ),
    st.builds(lambda time: claim("existence", MISSION, **time), times),
    st.builds(lambda time: claim("lead", "DNK", MISSION, **time), times),
    st.builds(lambda time: claim("participation", "DNK", MISSION, **time), times),
    st.builds(lambda time: claim("asset", DENMARK, "helicopter", **time), times),
    st.builds(
        lambda place: claim("location", f"{MISSION}/brigade", place, role="base"), st.sampled_from(["Bamako", "Gao"])
    ),
)
made = st.builds(lambda day, item, who: page(day, item, publisher=who)[0], days, claims, st.sampled_from("ABC"))


@settings(max_examples=80, deadline=None)
@given(st.lists(made, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(items: list[Evidence], random: randomness.Random) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)
    assert found(items) == found(shuffled)
    facts = list(resolve(items, load()))
    random.shuffle(facts)
    assert conflicts(facts, load()) == found(items)


@settings(max_examples=40, deadline=None)
@given(st.lists(made, max_size=14))
def test_both_sides_have_statements_and_names_are_unique(items: list[Evidence]) -> None:
    listed = found(items)
    assert all(conflict.one.statements and conflict.other.statements for conflict in listed)
    assert len({conflict.id for conflict in listed}) == len(listed)
    assert [conflict.rank for conflict in listed] == sorted(conflict.rank for conflict in listed)


def test_a_person_of_two_posts_spelled_in_two_ways_is_told_in_one_way() -> None:
    posts = (("Ida Holmm", MISSION), ("Ida Holm", MISSION), ("Ida Holm", f"{MISSION}/brigade"))
    named = page("2021-06-15", *(claim("posting", name, post, title="Commander") for name, post in posts))
    facts = resolve(named, load())
    assert conflicts(facts, load()) == conflicts(reversed(facts), load())


def test_the_hardest_conflicts_come_first() -> None:
    assert [conflict.kind for conflict in found(ALL)] == [ConflictKind.TWO_HEADS, ConflictKind.TWO_TOTALS]


def decided(kind: DecisionKind, item: Evidence) -> Decision:
    return Decision(kind=kind, by="Bo", made_at="2021-07-01T12:00:00.000Z", reason="asked", claim_id=item.claim_id)


def test_a_conflict_whose_one_side_is_rejected_is_gone() -> None:
    rejected = decided(DecisionKind.REJECT, HIGH[0])
    assert not conflicts(resolve([*LOW, *HIGH], load(), [rejected]), load(), settled=True)


def test_a_conflict_whose_one_side_is_accepted_is_settled() -> None:
    facts = resolve([*LOW, *HIGH], load(), [decided(DecisionKind.ACCEPT, HIGH[0])])
    assert not conflicts(facts, load())
    (conflict,) = conflicts(facts, load(), settled=True)
    assert conflict.favoured is not None
    assert conflict.favoured.says == "185 persons"


def test_a_conflict_whose_both_sides_are_accepted_is_open() -> None:
    accepted = [decided(DecisionKind.ACCEPT, item) for item in (*LOW, *HIGH)]
    (conflict,) = conflicts(resolve([*LOW, *HIGH], load(), accepted), load())
    assert conflict.favoured is None


@pytest.mark.parametrize(
    ("what", "number"), [("Harbour Watch", 2), ("Danmark", 1), ("Denmark", 1), ("Ida Holm", 1), ("Nora Vik", 1)]
)
def test_a_name_chooses_the_conflicts_of_what_bears_it(what: str, number: int) -> None:
    facts = resolve(ALL, load())
    assert len(about(conflicts(facts, load()), what, facts, load())) == number


def test_a_name_that_nothing_bears_gets_the_nearest() -> None:
    facts = resolve(ALL, load())
    with pytest.raises(UnknownNameError, match="Harbour Watch"):
        about((), "Harbor Watch", facts, load())


@pytest.mark.parametrize(("day", "touched"), [("2021-05-02", False), ("2021-05-03", True), ("2021-05-28", True)])
def test_a_day_chooses_the_conflicts_that_touch_it(day: str, touched: bool) -> None:
    (conflict,) = found(LOW, HIGH)
    assert conflict.touches(date.fromisoformat(day)) is touched


def test_a_real_page_contradicts_itself_only_in_one_spelling() -> None:
    assert [(c.kind, c.other.says) for c in found(gold_iraq())] == [(ConflictKind.TWO_SPELLINGS, "Per Pugholm Olsen")]


def test_the_same_page_twice_is_no_conflict() -> None:
    again = [replace(item, document_id="f" * 64) for item in LOW]
    assert not found(LOW, again)
