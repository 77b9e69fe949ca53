"""The scope of a question: an answer from the claims within it is the answer from all claims."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.ask import placemat, touching
from contingent.ask.lookup import Names
from contingent.catalogue import load
from contingent.decision import Decision, rulings
from contingent.errors import UnknownNameError
from contingent.fact import Evidence
from contingent.resolve import resolve
from contingent.resolve.references import mention_of
from tests.ask.harbour_watch import ALL
from tests.evidence import claim, gold_iraq, page
from tests.made_names import OPERATIONS, PAGES, PERSONS, PLACES, rulings_on_names

DAY = date(2021, 7, 1)


def scoped(evidence: list[Evidence], what: str) -> list[Evidence]:
    found = touching([mention_of(item.claim) for item in evidence], what, load())
    return [item for item in evidence if mention_of(item.claim) in found]


def assert_same_answer(evidence: list[Evidence], what: str) -> None:
    assert placemat(scoped(evidence, what), what, DAY) == placemat(evidence, what, DAY)


def all_names(evidence: list[Evidence]) -> list[str]:
    """Every name by which something in the evidence can be asked for."""
    names = Names(resolve(evidence, load()), load())
    return sorted({name for things in names.things() for name in names.of(things)})


def test_every_name_has_the_same_answer_from_its_scope_as_from_everything() -> None:
    for what in all_names(ALL):
        assert_same_answer(ALL, what)


def test_every_name_of_a_real_page_has_the_same_answer_from_its_scope() -> None:
    evidence = [*gold_iraq(), *ALL]
    for what in all_names(evidence):
        assert_same_answer(evidence, what)


@settings(max_examples=60, deadline=None)
@given(PAGES, st.sampled_from((*PERSONS, *PLACES, *OPERATIONS, "SWE", "Support Group", "7 Division", "KFOR")))
def test_no_claim_outside_the_scope_matters(pages: list[list[Evidence]], what: str) -> None:
    evidence = [item for items in pages for item in items]
    try:
        whole = placemat(evidence, what, DAY)
    except UnknownNameError:
        return
    assert placemat(scoped(evidence, what), what, DAY) == whole


def test_claims_about_another_operation_are_out_of_scope() -> None:
    other = page("2021-01-01", claim("strength", "SWE@Kosovo Force", low=10, high=10, unit="persons"))
    assert not set(scoped([*ALL, *other], "Harbour Watch")) & set(other)


@pytest.mark.parametrize("what", ["Nowhere", "", "@"])
def test_a_name_that_no_claim_has_has_no_scope(what: str) -> None:
    assert scoped(ALL, what) == []


def test_a_namesake_in_another_operation_is_in_scope() -> None:
    here = page("2021-01-01", claim("posting", "Anna Holm", "@Harbour Watch", title="Commander"))
    there = page("2021-02-01", claim("posting", "Anna Holm", "@Kosovo Force", title="Commander"))
    evidence = [*here, *there]
    assert placemat(scoped(evidence, "Harbour Watch"), "Harbour Watch", DAY) == placemat(evidence, "Harbour Watch", DAY)


@settings(max_examples=150, deadline=None)
@given(
    PAGES,
    st.lists(rulings_on_names(), max_size=3),
    st.sampled_from((*PERSONS, *PLACES, *OPERATIONS, "SWE", "Support Group", "7 Division", "KFOR")),
)
def test_no_claim_outside_the_scope_matters_under_decisions_on_names(
    pages: list[list[Evidence]], decisions: list[Decision], what: str
) -> None:
    evidence = [item for items in pages for item in items]
    mentions = [mention_of(item.claim) for item in evidence]
    try:
        whole = placemat(evidence, what, DAY, decisions=decisions)
    except UnknownNameError:
        return
    found = touching(mentions, what, load(), rulings(decisions))
    within = [item for item in evidence if mention_of(item.claim) in found]
    assert placemat(within, what, DAY, decisions=decisions) == whole
