"""From claims to facts: what is one fact, and that order and repetition do not matter."""

from __future__ import annotations

import random as randomness

from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.catalogue import load
from contingent.claim import Reference
from contingent.fact import Evidence, Fact
from contingent.resolve import resolve
from tests.evidence import MISSION, claim, gold_iraq, page

SHIP = "DNK@Harbour Watch/frigate"


def facts_of(*items: Evidence) -> tuple[Fact, ...]:
    return resolve(items, load())


def test_two_pages_that_state_the_same_are_one_fact() -> None:
    (fact,) = facts_of(
        *page("2021-04-15", claim("task", SHIP, "patrol the strait")),
        *page("2021-06-15", claim("task", SHIP, "Patrol the Strait")),
    )
    assert [s.evidence.published for s in fact.statements] == ["2021-04-15", "2021-06-15"]


def test_a_count_is_a_value_and_no_identity() -> None:
    (fact,) = facts_of(
        *page("2021-04-15", claim("strength", MISSION, low=500, high=500, unit="persons")),
        *page("2021-06-15", claim("strength", MISSION, low=450, high=450, unit="persons")),
    )
    assert len(fact.statements) == 2


def test_the_same_claim_given_twice_counts_once() -> None:
    items = page("2021-04-15", claim("task", SHIP, "patrol"))
    (fact,) = facts_of(*items, *items)
    assert len(fact.statements) == 1


def test_an_actor_is_found_by_its_name_in_any_language() -> None:
    (fact,) = facts_of(
        *page("2021-04-15", claim("participation", "DNK", MISSION)),
        *page("2021-06-15", claim("participation", "Danmark", MISSION)),
    )
    assert fact.subject == Reference("DNK", None, ())


def test_a_state_is_one_place_in_any_language() -> None:
    (fact,) = facts_of(
        *page("2021-04-15", claim("location", MISSION, "Irak", role="area")),
        *page("2021-06-15", claim("location", MISSION, "Iraq", role="area")),
    )
    assert fact.object == "Iraq"


def test_states_that_differ_by_one_letter_stay_apart() -> None:
    assert len(facts_of(*page("2021-04-15", *(claim("location", MISSION, n) for n in ("Zambia", "Gambia"))))) == 2


def test_base_and_area_are_two_facts() -> None:
    roles = (claim("location", SHIP, "Korsør", role=role) for role in ("base", "area"))
    assert len(facts_of(*page("2021-04-15", *roles))) == 2


def test_what_is_held_in_reserve_is_a_fact_of_its_own() -> None:
    helicopters = (claim("asset", SHIP, "helicopter", low=2, high=2, role=role) for role in (None, "reserve"))
    assert len(facts_of(*page("2021-04-15", *helicopters))) == 2


def test_spellings_of_one_person_in_one_post_are_one_fact() -> None:
    (fact,) = facts_of(
        *page(
            "2021-04-15",
            claim("posting", "Per Pugholm Olsen", MISSION, title="Commander", rank="Lieutenant General"),
            claim("posting", "Per Pugholm Olesen", MISSION, title="head of the mission"),
        )
    )
    assert fact.subject == "Per Pugholm Olesen"
    assert {s.claim.subject for s in fact.statements} == {"Per Pugholm Olsen", "Per Pugholm Olesen"}


def test_like_names_in_two_posts_stay_two_persons() -> None:
    facts = facts_of(
        *page(
            "2021-04-15",
            claim("posting", "Per Olsen", MISSION, title="Commander"),
            claim("posting", "Per Olesen", f"{MISSION}/air wing", title="Commander"),
        )
    )
    assert {fact.subject for fact in facts} == {"Per Olsen", "Per Olesen"}


def test_deputy_and_head_are_two_posts_of_one_person() -> None:
    titles = ("Deputy Commander", "Commander", "chef for styrken", "fungerende chef")
    facts = facts_of(*page("2021-04-15", *(claim("posting", "Ida Holm", MISSION, title=title) for title in titles)))
    assert sorted(fact.post or "" for fact in facts) == ["deputy commander", "fungerende chef", "head"]


def test_the_same_element_name_under_two_operations_is_two_elements() -> None:
    facts = facts_of(
        *page(
            "2021-04-15",
            claim("task", "DNK@Harbour Watch/staff", "plan"),
            claim("task", "DNK@Night Lamp/staff", "plan"),
        )
    )
    assert len({fact.subject for fact in facts}) == 2


def test_an_element_below_a_misspelt_element_finds_its_place() -> None:
    facts = facts_of(
        *page(
            "2021-04-15",
            claim("task", "DNK@Harbour Watch/mechanised company/drone team", "watch"),
            claim("task", "DNK@Harbour Watch/mechanized company/drone team", "watch"),
        )
    )
    assert len(facts) == 1


def test_a_claim_whose_dates_contradict_each_other_keeps_its_place_and_says_why() -> None:
    (fact,) = facts_of(*page("2021-04-15", claim("task", SHIP, "patrol", start="2021", end="2019")))
    assert "before the start" in (fact.statements[0].fault or "")


def test_a_reference_that_names_nothing_stands_for_itself() -> None:
    (fact,) = facts_of(*page("2021-04-15", claim("task", "/frigate", "patrol")))
    assert fact.subject == Reference("frigate", None, ())


actors = st.sampled_from(["DNK", "Danmark", "NOR"])
elements = st.sampled_from(["", "/lookout", "/lookout post", "/lookout posts", "/masonry works", "/masonery works"])
made = st.builds(
    lambda actor, element, task, day: page(day, claim("task", f"{actor}@Harbour Watch{element}", task))[0],
    actors,
    elements,
    st.sampled_from(["patrol", "Patrol", "patrols"]),
    st.sampled_from(["2021-04-15", "2021-06-01", None]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(made, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(items: list[Evidence], random: randomness.Random) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)
    assert facts_of(*items) == facts_of(*shuffled)


@settings(max_examples=60, deadline=None)
@given(st.lists(made, max_size=12), made)
def test_more_evidence_never_parts_statements_that_were_one_fact(items: list[Evidence], new: Evidence) -> None:
    def home(facts: tuple[Fact, ...]) -> dict[str, str]:
        return {s.evidence.claim_id: fact.id for fact in facts for s in fact.statements}

    before, after = home(facts_of(*items)), home(facts_of(*items, new))
    for one in before:
        for other in before:
            if before[one] == before[other]:
                assert after[one] == after[other]


def test_every_claim_of_a_real_page_is_in_exactly_one_fact() -> None:
    items = gold_iraq()
    resolved = resolve(items, load())
    assert sorted(s.evidence.claim_id for f in resolved for s in f.statements) == sorted({i.claim_id for i in items})


def test_a_head_named_without_a_title_is_still_the_head() -> None:
    facts = facts_of(
        *page("2021-03-01", claim("posting", "Ida Holm", MISSION, title="Commander")),
        *page("2021-06-01", claim("posting", "Ida Holm", MISSION, modality="past", end="2021-05-06")),
        *page("2021-06-02", claim("posting", "Bo Lind", MISSION)),
    )
    assert sorted((str(fact.subject), fact.post, len(fact.statements)) for fact in facts) == [
        ("Bo Lind", None, 1),
        ("Ida Holm", "head", 2),
    ]
