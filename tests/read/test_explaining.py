"""Why a claim was read: each part leads back to the words that filled it."""

from __future__ import annotations

import pytest

from contingent.errors import DocumentError
from contingent.formats import parse
from contingent.read import LONGEST, STEPS, Annotated, annotate
from contingent.read.explaining import Explanation, explain
from contingent.read.tracing import trace

PAGE = """KFOR

Denmark contributes to KFOR in Kosovo with a guard platoon of 35 soldiers.

Since October 2019 it has been stationed at Camp Novo Selo. There were 700 eggs.
"""


def look(text: str = PAGE) -> Annotated:
    return annotate(parse(text.encode(), address="page.txt"), published="2021-04-15", language="en")


def words(annotated: Annotated, explanation: Explanation) -> dict[str, str]:
    text = annotated.document.text
    return {filled.part: text[filled.start : filled.end] for filled in explanation.filled if filled.start is not None}


def explained(annotated: Annotated, kind: str) -> Explanation:
    return [one for one in explain(annotated) if one.cited.claim.kind == kind][-1]


def test_each_part_leads_to_the_words_that_filled_it() -> None:
    annotated = look()
    found = words(annotated, explained(annotated, "strength"))
    assert found["quantity"] == "35"
    assert "platoon" in found["subject"]
    assert found["subject: nation"] == "Denmark"
    assert found["subject: operation"] == "KFOR"


def test_a_pronoun_is_explained_by_itself_and_a_bound_by_its_expression() -> None:
    annotated = look()
    found = words(annotated, explained(annotated, "location"))
    assert (found["subject"], found["object"], found["start"]) == ("it", "Camp Novo Selo", "Since October 2019")
    assert found["modality"] == "has been stationed"


def test_every_claim_has_a_rule_and_a_subject() -> None:
    for explanation in explain(look()):
        assert all(explanation.rules)
        assert "subject" in {filled.part.partition(":")[0] for filled in explanation.filled}


def test_the_trace_shows_what_no_claim_uses_and_nothing_that_one_uses() -> None:
    annotated = look()
    seen = {(one.what, annotated.document.text[one.start : one.end]) for one in trace(annotated, explain(annotated))}
    assert ("number", "700") in seen
    assert ("number", "35") not in seen
    assert not [one for one in seen if one[0] in ("operation", "time")]


def test_the_trace_says_why_a_proposal_made_no_claim() -> None:
    twice = "KFOR\n\nDenmark leads KFOR. Everyone knows that Denmark leads KFOR.\n"
    annotated = look(twice)
    why = {one.why for one in trace(annotated, explain(annotated)) if one.what == "proposed lead"}
    assert why == {"it was said before, and nothing new is added"}


def test_the_steps_can_be_run_and_looked_at_one_by_one() -> None:
    annotated = look()
    assert STEPS[0].__name__ == "find_times"
    assert [annotated.document.text[time.start : time.end] for time in annotated.times] == ["Since October 2019"]
    assert annotated.proposals
    assert len(annotated.claims) == len(explain(annotated))


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(DocumentError, match="split it"):
        look("a " * (LONGEST // 2 + 1))
