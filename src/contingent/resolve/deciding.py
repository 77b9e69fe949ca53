"""Decisions on claims, put into effect before anything is resolved.

The law of this module: what a document says is never altered; a corrected claim knows its original and the decision,
and a rejected one is only left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contingent.decision import Decision, DecisionKind, in_force
from contingent.fact import Evidence

_ON_CLAIMS = frozenset({DecisionKind.ACCEPT, DecisionKind.REJECT, DecisionKind.CORRECT})


def decided(evidence: Iterable[Evidence], decisions: Iterable[Decision]) -> Iterator[Evidence]:
    """The evidence that counts: without what is rejected, with what is corrected as corrected.

    What is accepted or corrected bears its decision. ``decisions`` may hold any, those undone among them. Doing this
    to its own outcome changes nothing.
    """
    about = {decision.claim_id: decision for decision in in_force(decisions) if decision.kind in _ON_CLAIMS}
    for item in evidence:
        decision = about.get(item.claim_id)
        if decision is None:
            yield item
        elif decision.kind is DecisionKind.ACCEPT:
            yield replace(item, decision=decision)
        elif decision.kind is DecisionKind.CORRECT:
            yield _corrected(item, decision)


def _corrected(item: Evidence, decision: Decision) -> Evidence:
    return replace(
        item,
        claim=decision.claim or item.claim,
        quote_start=item.quote_start if decision.quote_start is None else decision.quote_start,
        quote_end=item.quote_end if decision.quote_end is None else decision.quote_end,
        decision=decision,
        original=item.original or item.claim,
    )
