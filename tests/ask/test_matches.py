"""Which names are likely those of one thing, and that a person's word ends the matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.ask.matches import Proposal, about, matches
from contingent.ask.matches.proposal import is_short_for
from contingent.catalogue import load
from contingent.claim import Claim
from contingent.decision import Decision, DecisionKind, Thing
from contingent.errors import UnknownNameError
from contingent.fact import Evidence
from contingent.resolve import resolve
from tests.evidence import MISSION, claim, page

FORCE = "DNK@Harbour Watch"


def found(*items: Evidence, decisions: tuple[Decision, ...] = ()) -> tuple[Proposal, ...]:
    return matches(resolve(items, load(), decisions), load(), decisions)


def two_pages(one: Claim, other: Claim, days: tuple[str, str] = ("2021-04-15", "2021-05-01")) -> list[Evidence]:
    return [*page(days[0], one), *page(days[1], other, publisher="The Harbour Gazette")]


HERE = (MISSION, MISSION)
NO_RANKS = ("", "")


def postings(one: str, other: str, posts: tuple[str, str] = HERE, ranks: tuple[str, str] = NO_RANKS) -> list[Evidence]:
    named = zip((one, other), posts, ranks, strict=True)
    return two_pages(*(claim("posting", name, post, rank=rank or None) for name, post, rank in named))


def decide(kind: DecisionKind, proposal: Proposal) -> Decision:
    return Decision(
        kind=kind, by="Ada", made_at="2022-01-01T00:00:00.000Z", reason="Asked them.",
        thing=proposal.kind, names=(proposal.one, proposal.other),
    )  # fmt: skip


def test_persons_of_one_post_are_proposed_with_the_reason_in_words() -> None:
    (proposal,) = found(*postings("Jens Olsen", "Jans Olesen", ranks=("oberst", "Colonel")))
    assert proposal.reason == (
        "given name and surname each one letter apart, same post, in Harbour Watch, "
        "ranks that fit (Colonel, oberst), 2 weeks apart"
    )


@pytest.mark.parametrize(
    ("one", "other", "ranks", "number"),
    [
        ("Ida Holm", "Ida Holm", ("major", "Lieutenant General"), 1),
        ("Ida Holm", "Ida Holm", ("Lieutenant General", "major"), 0),
        ("Ida Holm", "Ida Berg Holm", ("", ""), 1),
        ("I. Holm", "Ida Holm", ("", ""), 0),
        ("Ida Holm", "Ida Holme", ("", ""), 0),
        ("Ida Berg Holm", "Ida Berg Holme", ("", ""), 1),
    ],
)
def test_persons_of_two_posts_need_a_whole_name_and_ranks_that_rise(
    one: str, other: str, ranks: tuple[str, str], number: int
) -> None:
    posts = ("@Harbour Watch", "@Night Lamp")
    assert len(found(*postings(one, other, posts, ranks))) == number


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("training teams", "mobilt træningshold", "narrower type"),
        ("infantry company", "infanteribidrag", "one of them a size"),
        ("NORTAD", "Norwegian Tactical Airlift Detachment", "may be short for"),
        ("Mountain Rescue", "Coastal Mountain Rescue", "holds all of its words"),
    ],
)
def test_elements_of_one_thing(one: str, other: str, words: str) -> None:
    (proposal,) = found(
        *two_pages(claim("task", f"{FORCE}/{one}", "guards"), claim("task", f"{FORCE}/{other}", "guards"))
    )
    assert words in proposal.reason
    assert proposal.kind is Thing.ELEMENT


def test_two_names_on_one_page_are_two_elements() -> None:
    names = ("training teams", "mobilt træningshold")
    assert found(*page("2021-04-15", *(claim("task", f"{FORCE}/{name}", "trains") for name in names))) == ()


def test_an_element_of_an_operation_and_of_a_contribution() -> None:
    parents = ("@Harbour Watch", "USA@Harbour Watch")
    (proposal,) = found(*two_pages(*(claim("task", f"{parent}/Sector East", "guards") for parent in parents)))
    assert (proposal.one, proposal.other) == ("@Harbour Watch/Sector East", "USA@Harbour Watch/Sector East")


def test_an_element_with_and_without_what_it_lies_in() -> None:
    names = ("logistics company", "battalion/logistics company")
    (proposal,) = found(*two_pages(*(claim("task", f"{FORCE}/{name}", "supplies") for name in names)))
    assert "battalion may be left out of one" in proposal.reason
    apart = ("staff", "battalion/company")
    assert found(*two_pages(*(claim("task", f"{FORCE}/{name}", "supplies") for name in apart))) == ()


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("Harbour Watch", "Harbour Watch Mission", 1),
        ("HWM", "Harbour Watch Mission", 1),
        ("Harbour Watch", "Harbour Watch II", 0),
        ("Kosovo Force", "Stabilisation Force", 0),
    ],
)
def test_operations(one: str, other: str, number: int) -> None:
    claims = (claim("participation", "DNK", f"@{name}") for name in (one, other))
    assert len(found(*two_pages(*claims))) == number


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("Erbil", "Camp Erbil", 1), ("Harbour Camp", "Old Harbour Camp", 1), ("Kabul", "Kandahar", 0)],
)
def test_places(one: str, other: str, number: int) -> None:
    claims = (claim("location", MISSION, name, role="base") for name in (one, other))
    assert len(found(*two_pages(*claims))) == number


EVERY_KIND = [
    *postings("Ida Holm", "Ida Holm", ("@Harbour Watch", "@Night Lamp")),
    *two_pages(*(claim("task", f"{FORCE}/{name}", "trains") for name in ("training teams", "mobilt træningshold"))),
    *two_pages(*(claim("location", MISSION, name, role="base") for name in ("Erbil", "Camp Erbil"))),
    *two_pages(*(claim("participation", "DNK", f"@{name}") for name in ("Sea Lantern", "Sea Lantern Mission"))),
]


def test_a_merge_and_a_split_settle_each_proposal() -> None:
    open_ones = found(*EVERY_KIND)
    assert {proposal.kind for proposal in open_ones} == {Thing.PERSON, Thing.ELEMENT, Thing.PLACE, Thing.OPERATION}
    for proposal in open_ones:
        for kind in (DecisionKind.MERGE, DecisionKind.SPLIT):
            left = found(*EVERY_KIND, decisions=(decide(kind, proposal),))
            assert len(left) == len(open_ones) - 1, (kind, proposal)


@settings(max_examples=20, deadline=None)
@given(st.permutations(EVERY_KIND))
def test_the_order_of_evidence_does_not_matter(items: list[Evidence]) -> None:
    assert found(*items) == found(*EVERY_KIND)


def test_a_name_limits_the_proposals_to_what_bears_it() -> None:
    facts = resolve(EVERY_KIND, load())
    proposals = matches(facts, load())
    assert {p.kind for p in about(proposals, "Night Lamp", facts, load())} == {Thing.PERSON}
    assert {p.kind for p in about(proposals, "Camp Erbil", facts, load())} == {Thing.PLACE}
    with pytest.raises(UnknownNameError):
        about(proposals, "Nowhere", facts, load())


@pytest.mark.parametrize(
    ("short", "long", "verdict"),
    [
        ("NSE", "National Support Element", True),
        ("IRISHPOLBATT", "Irish-Polish Battalion", True),
        ("NSE", "National Element", False),
        ("NS", "National Support", False),
        ("National", "National Support", False),
    ],
)
def test_short_names_are_made_of_the_beginnings_of_words(short: str, long: str, verdict: bool) -> None:
    assert is_short_for(short, long) is verdict
