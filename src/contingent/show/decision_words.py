"""Decisions in words: who decided what, when and why, for tables and notes, and the same for programs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

import msgspec

from contingent.claim import Claim
from contingent.claim_words import quantity_words
from contingent.decision import Decision, DecisionKind, in_force, undone_by
from contingent.show.terminal import squeezed
from contingent.show.wording import statement_words

SHORT = 12
"""How many characters of a name are shown: enough to be unique among many millions."""

DONE = {
    DecisionKind.ACCEPT: "accepted",
    DecisionKind.REJECT: "rejected",
    DecisionKind.CORRECT: "corrected",
    DecisionKind.ENTER: "entered",
    DecisionKind.MERGE: "merged",
    DecisionKind.SPLIT: "split",
    DecisionKind.UNDO: "undone",
}
"""What was done to the thing decided on."""


def signed(decision: Decision) -> str:
    """What was done, by whom, when and why: ``corrected by Ada on 2021-05-01: a slip of the pen``."""
    done, by, day = DONE[decision.kind], squeezed(decision.by), decision.made_at[:10]
    return f"{done} by {by} on {day}: {squeezed(decision.reason)}"


def decision_mapping(decision: Decision) -> dict[str, Any]:
    """The decision as plain values, with its name first."""
    fields: dict[str, Any] = msgspec.to_builtins(decision)
    return {"decision": decision.id, **fields}


def matter_words(decision: Decision, claims: Mapping[str, Claim], decisions: Mapping[str, Decision]) -> str:
    """What a decision is about: a claim with its name, what a correction puts right, two names, or a decision.

    ``claims`` and ``decisions`` are found by their names.
    """
    if decision.names is not None:
        one, other = (squeezed(name) for name in decision.names)
        return f"{decision.thing} “{one}” and “{other}”"
    if decision.undoes is not None:
        undone = decisions.get(decision.undoes)
        return f"{decision.undoes[:SHORT]}  {undone.kind if undone else ''}".rstrip()
    name = decision.claim_id or ""
    claim = claims.get(name)
    if claim is None:
        return name[:SHORT]
    words = f"{name[:SHORT]}  {claim.kind}  {squeezed(statement_words(claim))}"
    if decision.kind is DecisionKind.CORRECT and decision.claim is not None:
        return f"{words}: {correction_words(claim, decision.claim)}"
    return words


def correction_words(claim: Claim, as_corrected: Claim) -> str:
    """The fields that a correction changes: ``object “Erbil” → “Irbil”, end null → “2021”``."""
    changed = []
    for name in Claim.__struct_fields__:
        before, after = getattr(claim, name), getattr(as_corrected, name)
        if before != after:
            changed.append(f"{name} {_value_words(before)} → {_value_words(after)}")
    return ", ".join(changed)


def _value_words(value: Any) -> str:
    if value is None:
        return "null"
    return f"“{squeezed(value)}”" if isinstance(value, str) else quantity_words(value)


COUNTS = "counts"
NO_LONGER_READ = "its claim is no longer read"
"""The state of a decision on a claim that a newer reading of the document does not have."""


def states(decisions: Iterable[Decision], read: Container[str]) -> dict[str, str]:
    """For the name of each decision whether it counts: ``COUNTS``, or why it does not.

    ``read`` holds the names of the claims that are read or entered now, of those that decisions are about.
    """
    made = tuple(decisions)
    undone = undone_by(made)
    last = {decision.matter: decision for decision in in_force(made)}
    found = {}
    for decision in made:
        if decision.id in undone:
            found[decision.id] = f"undone by {undone[decision.id].id[:SHORT]}"
        elif decision.kind is not DecisionKind.UNDO and last[decision.matter] != decision:
            found[decision.id] = f"replaced by {last[decision.matter].id[:SHORT]}"
        elif decision.claim_id is not None and decision.claim_id not in read:
            found[decision.id] = NO_LONGER_READ
        else:
            found[decision.id] = COUNTS
    return found
