"""``contingent decisions``: who decided what, when and why, and whether it counts."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from contingent.claim import Claim
from contingent.decision import Decision
from contingent.register import View
from contingent.show.decision_words import COUNTS, SHORT, decision_mapping, matter_words, states
from contingent.show.paper import as_json
from contingent.show.terminal import cell, new_table, output, print_error


def list_decisions(register_path: Path, entered: date | None, form: str) -> None:
    """Print all decisions to standard output, in the order in which they take effect, as a table or as JSON."""
    with View(register_path, entered) as view:
        decisions = view.decisions()
        names = {decision.claim_id for decision in decisions if decision.claim_id}
        claims, state = view.claims_named(names), states(decisions, view.claims_still_read(names))
    if form == "json":
        found = [_mapping(decision, state[decision.id], claims) for decision in decisions]
        sys.stdout.write(as_json(found))
    elif not decisions:
        print_error(f"Nobody has decided anything in the register {register_path} yet.")
    else:
        _print_table(decisions, claims, state)


def _print_table(decisions: tuple[Decision, ...], claims: dict[str, Claim], state: dict[str, str]) -> None:
    by_name = {decision.id: decision for decision in decisions}
    table = new_table(["decision", "made (UTC)", "by", "what"], ["about", "reason"])
    table.add_column("state", no_wrap=True)
    for decision in decisions:
        counts = state[decision.id] == COUNTS
        style = "" if counts else "dim"
        moment = decision.made_at[:16].replace("T", " ")
        table.add_row(
            *(cell(words, style) for words in (decision.id[:SHORT], moment, decision.by, decision.kind)),
            cell(matter_words(decision, claims, by_name), style),
            cell(decision.reason, style),
            cell(state[decision.id], style),
        )
    output().print(table)


def _mapping(decision: Decision, state: str, claims: dict[str, Claim]) -> dict[str, Any]:
    """All of a decision as plain values, whether it counts, and the claim that it is about as it was read."""
    about = claims.get(decision.claim_id or "")
    return {**decision_mapping(decision), "state": state, "about": msgspec.to_builtins(about)}
