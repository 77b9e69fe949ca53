from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.catalogue import load
from contingent.claim import from_mapping
from contingent.decision import Decision, DecisionKind, Thing
from contingent.fact import Evidence, Fact
from contingent.resolve import Fold, by_document, resolve
from contingent.resolve.deciding import decided
from tests.evidence import MISSION, claim, page
from tests.made_names import PAGES, rulings_on_names

CATALOGUE = load()
EVIDENCE = [
    *page("2021-04-15", claim("lead", "DNK", MISSION), claim("strength", MISSION, low=140, high=140)),
    *page("2021-05-15", claim("lead", "DNK", MISSION), claim("strength", MISSION, low=14, high=14)),
]
SLIP = EVIDENCE[3]


def on(item: Evidence, kind: DecisionKind, minute: int = 0, **fields: Any) -> Decision:
    """A decision on a piece of evidence; ``fields`` of the claim are put right."""
    about: dict[str, Any] = {"claim_id": item.claim_id}
    if kind is DecisionKind.CORRECT:
        stated = {name: getattr(item.claim, name) for name in item.claim.__struct_fields__} | fields
        about |= {"claim": from_mapping(stated), "document_id": item.document_id}
        about |= {"quote_start": item.quote_start, "quote_end": item.quote_end}
    return Decision(kind=kind, by="Ada", made_at=f"2021-06-01T12:{minute:02}:00.000Z", reason="A slip.", **about)


def undo(of: Decision, minute: int) -> Decision:
    return Decision(
        kind=DecisionKind.UNDO, by="Ada", made_at=f"2021-06-01T12:{minute:02}:00.000Z", reason="No.", undoes=of.id
    )


def facts(*decisions: Decision) -> tuple[Fact, ...]:
    return resolve(EVIDENCE, CATALOGUE, decisions)


def strengths(*decisions: Decision) -> list[tuple[float | None, DecisionKind | None]]:
    (strength,) = (fact for fact in facts(*decisions) if fact.kind == "strength")
    return [
        (s.claim.quantity and s.claim.quantity.low, s.evidence.decision and s.evidence.decision.kind)
        for s in strength.statements
    ]


def test_a_rejected_statement_does_not_count() -> None:
    assert strengths(on(SLIP, DecisionKind.REJECT)) == [(140, None)]


def test_a_fact_whose_every_statement_is_rejected_is_no_fact() -> None:
    leads = [on(item, DecisionKind.REJECT) for item in EVIDENCE if item.claim.kind == "lead"]
    assert [fact.kind for fact in facts(*leads)] == ["strength"]


def test_a_corrected_statement_counts_as_corrected_and_knows_its_original() -> None:
    decision = on(SLIP, DecisionKind.CORRECT, quantity={"low": 140, "high": 140})
    assert strengths(decision) == [(140, None), (140, DecisionKind.CORRECT)]
    (item,) = (item for item in decided(EVIDENCE, [decision]) if item.decision)
    assert (item.original, item.decision, item.claim_id) == (SLIP.claim, decision, SLIP.claim_id)


def test_a_correction_may_move_a_statement_to_another_fact() -> None:
    decision = on(EVIDENCE[2], DecisionKind.CORRECT, subject="NOR")
    assert [str(fact.subject) for fact in facts(decision) if fact.kind == "lead"] == ["DNK", "NOR"]


def test_an_accepted_statement_is_marked() -> None:
    assert strengths(on(SLIP, DecisionKind.ACCEPT)) == [(140, None), (14, DecisionKind.ACCEPT)]


def test_what_is_undone_leaves_the_facts_as_they_were() -> None:
    decision = on(SLIP, DecisionKind.REJECT)
    assert facts(decision, undo(decision, 1)) == facts()


def test_decisions_about_claims_that_are_not_there_change_nothing() -> None:
    (elsewhere, *_) = page("2023-01-01", claim("lead", "NOR", MISSION))
    assert facts(on(elsewhere, DecisionKind.REJECT)) == facts()


def test_deciding_twice_is_deciding_once() -> None:
    decisions = [on(SLIP, DecisionKind.CORRECT, subject="@Other"), on(EVIDENCE[0], DecisionKind.REJECT)]
    once = list(decided(EVIDENCE, decisions))
    assert list(decided(once, decisions)) == once


@given(
    st.permutations(EVIDENCE),
    st.permutations(
        [
            on(SLIP, DecisionKind.REJECT, 1),
            on(SLIP, DecisionKind.CORRECT, 2, quantity={"low": 140}),
            on(EVIDENCE[0], DecisionKind.REJECT, 3),
            undo(on(EVIDENCE[0], DecisionKind.REJECT, 3), 4),
            on(EVIDENCE[2], DecisionKind.ACCEPT, 5),
        ]
    ),
)
def test_the_order_of_evidence_and_decisions_never_matters(evidence: list[Evidence], decisions: list[Decision]) -> None:
    expected = resolve(EVIDENCE, CATALOGUE, sorted(decisions, key=lambda decision: decision.order))
    assert resolve(evidence, CATALOGUE, decisions) == expected


@pytest.mark.parametrize("kind", [DecisionKind.ACCEPT, DecisionKind.REJECT])
def test_the_later_of_two_decisions_counts_whichever_comes_first(kind: DecisionKind) -> None:
    early, late = on(SLIP, DecisionKind.CORRECT, 1, quantity={"low": 140}), on(SLIP, kind, 2)
    assert facts(late, early) == facts(late)


def test_a_merge_that_makes_subject_and_object_one_can_be_undone() -> None:
    evidence = page("2021-01-05", claim("support", "United Force@Kosovo Force/Guard", "DNK@Kosovo Force/Guard"))
    merged = Decision(
        kind=DecisionKind.MERGE,
        by="Ada",
        made_at="2021-06-01T12:00:00.000Z",
        reason="So.",
        thing=Thing.ACTOR,
        names=("DNK", "United Force"),
    )
    fold = Fold(CATALOGUE, [merged])
    fold.put(by_document(evidence))
    fold.put({}, ())
    assert fold.facts == resolve(evidence, CATALOGUE)


def test_places_that_are_merged_are_one_wherever_they_are_named() -> None:
    evidence = [
        *page("2021-01-05", claim("location", "DNK@Harbour Watch/staff", "Arbil", role="base")),
        *page("2021-02-05", claim("location", "SWE@Kosovo Force/staff", "Erbil", role="base")),
        *page("2021-03-05", claim("location", "SWE@Kosovo Force/guard", "Ankawa", role="area")),
    ]

    def places(*decisions: Decision) -> list[str]:
        return [str(fact.object) for fact in resolve(evidence, CATALOGUE, decisions)]

    def merge(one: str, other: str) -> Decision:
        return Decision(
            kind=DecisionKind.MERGE,
            by="Ada",
            made_at="2021-06-01T12:00:00.000Z",
            reason="One town.",
            thing=Thing.PLACE,
            names=(one, other),
        )

    assert sorted(places()) == ["Ankawa", "Arbil", "Erbil"]
    assert sorted(places(merge("Erbil", "Arbil"))) == ["Ankawa", "Arbil", "Arbil"]
    assert places(merge("Erbil", "Arbil"), merge("Erbil", "Ankawa")) == ["Ankawa"] * 3


@settings(deadline=None)
@given(PAGES, st.lists(rulings_on_names(), max_size=3))
def test_decisions_on_names_are_one_step_there_and_one_step_back(
    pages: list[list[Evidence]], decisions: list[Decision]
) -> None:
    evidence = [item for items in pages for item in items]
    fold = Fold(CATALOGUE)
    fold.put(by_document(evidence))
    fold.put({}, decisions)
    assert fold.facts == resolve(evidence, CATALOGUE, decisions)
    fold.put({}, ())
    assert fold.facts == resolve(evidence, CATALOGUE)
