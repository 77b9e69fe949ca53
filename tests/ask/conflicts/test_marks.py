"""Lines of an answer that stand in a conflict say so, on the days on which it matters."""

from __future__ import annotations

from datetime import date

import pytest

from contingent.ask import Line, placemat
from contingent.ask.conflicts.marks import conflict_remarks
from contingent.ask.facts import Facts
from contingent.catalogue import load
from contingent.decision import Decision, DecisionKind
from contingent.resolve import resolve
from tests.ask.conflicts.found import GAZETTE
from tests.evidence import MISSION, claim, page

DENMARK = "DNK@Harbour Watch"
LOW = page("2021-05-03", claim("strength", DENMARK, low=140, high=140, unit="persons"))
HIGH = page("2021-05-28", claim("strength", DENMARK, low=185, high=185, unit="persons"), publisher=GAZETTE)
LATER = page("2021-09-01", claim("strength", DENMARK, low=150, high=150, unit="persons"))
HEADS = [
    *page("2021-05-03", claim("posting", "Ida Holm", MISSION, title="Commander")),
    *page("2021-05-03", claim("posting", "Nora Vik", MISSION, title="Commander"), publisher=GAZETTE),
]
ENDED = [
    *page("2021-05-03", claim("element", f"{DENMARK}/dive team", DENMARK, modality="past", end="2021-05-01")),
    *page("2021-05-28", claim("task", f"{DENMARK}/dive team", "clear mines"), publisher=GAZETTE),
]
ALL = [*LOW, *HIGH, *LATER, *HEADS, *ENDED]


def marked(day: str, *decisions: Decision) -> list[Line]:
    answer = placemat(ALL, "Harbour Watch", date.fromisoformat(day), decisions=decisions)
    return [line for line in answer.lines if any(remark.startswith("in conflict: ") for remark in line.remarks)]


def test_lines_that_stand_in_a_conflict_give_its_reason() -> None:
    remarks = {line.topic: line.remarks for line in marked("2021-05-28")}
    assert "in conflict: 140 persons and 185 persons in one month exclude each other" in remarks["Strength"]
    assert "in conflict: ended by 2021-05-01 in one source, there on 2021-05-28 in another" in remarks["Element"]
    assert "in conflict: Ida Holm and Nora Vik are both named as head" in remarks["Head"]


@pytest.mark.parametrize(("day", "topics"), [("2021-08-01", {"Strength", "Head"}), ("2021-09-02", {"Head"})])
def test_a_conflict_of_the_past_marks_only_what_rests_on_it(day: str, topics: set[str]) -> None:
    assert {line.topic for line in marked(day)} - {"Element"} == topics


def test_a_settled_conflict_marks_nothing() -> None:
    accepted = Decision(
        kind=DecisionKind.ACCEPT,
        by="Bo",
        made_at="2021-07-01T12:00:00.000Z",
        reason="asked",
        claim_id=HIGH[0].claim_id,
    )
    assert "Strength" not in {line.topic for line in marked("2021-05-28", accepted)}


def test_marks_follow_facts_that_come_and_go() -> None:
    both, alone = (next(f for f in resolve(pages, load()) if f.kind == "strength") for pages in ([*LOW, *HIGH], LOW))
    day = date(2021, 5, 28)
    facts = Facts([both])
    assert conflict_remarks(facts, both, (), day, load())
    facts.remove(both)
    facts.add(alone)
    assert not conflict_remarks(facts, alone, (), day, load())
