"""Decisions in words: who decided what, when and why, for tables and notes, and the same for programs."""

from __future__ import annotations

from typing import Any

import msgspec

from contingent.decision import Decision, DecisionKind
from contingent.show.terminal import squeezed

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
