"""Decisions in the register: read back as they were made, and written only where they fit what is there.

The law of this module: a decision is about something that the register holds, and its quote stands in the document's
stored text; else it is refused and nothing is written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from contingent.claim import encode
from contingent.decision import Decision, DecisionKind, decode_decision, encode_decision, in_force, undone_by
from contingent.errors import RegisterError

STORED = "SELECT decision_id, decision_json FROM decisions ORDER BY made_at, decision_id"
"""The rows of all decisions, in the order in which they take effect."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a decision.

    ``written`` is False where the same counts already: ``decision`` is then the one that was made before.
    ``replaced`` is the decision that counted in this matter until now, None where there was none.
    """

    decision: Decision
    written: bool
    replaced: Decision | None = None


def write_decision(connection: sqlite3.Connection, make: Callable[[str], Decision], moment: str) -> Verdict:
    """Write the decision that ``make`` gives for a moment, within the transaction of the caller.

    Two decisions never share a moment, so that what was decided last takes effect last: where ``moment`` is taken,
    the decision is dated a thousandth of a second later. Raises ``RegisterError`` if it does not fit what is there,
    and what ``make`` raises.
    """
    known = tuple(decode_decision(line) for _, line in connection.execute(STORED))
    decision = make(_free(moment, known))
    _refuse_unknown(connection, decision, known)
    before = next((made for made in in_force(known) if made.matter == decision.matter), None)
    if decision.kind is DecisionKind.UNDO:
        before = undone_by(known).get(decision.undoes or "")
    if before is not None and _same(before, decision):
        return Verdict(before, written=False)
    if before is not None and before.made_at > decision.made_at:
        raise RegisterError(
            f"The clock says {decision.made_at}, but decision {before.id[:12]} on the same matter was made at "
            f"{before.made_at}; set the clock right and decide again."
        )
    if decision.kind is DecisionKind.ENTER:
        _write_claim(connection, decision)
    row = (decision.id, encode_decision(decision).decode())
    connection.execute("INSERT INTO decisions (decision_id, decision_json) VALUES (?, ?)", row)
    return Verdict(decision, written=True, replaced=before)


def _free(moment: str, known: Iterable[Decision]) -> str:
    taken = {decision.made_at for decision in known}
    while moment in taken:
        later = datetime.fromisoformat(moment) + timedelta(milliseconds=1)
        moment = later.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return moment


def _same(one: Decision, other: Decision) -> bool:
    """Whether two decisions in one matter have the same effect, whoever made them and why."""
    return (one.kind, one.claim, one.quote_start, one.quote_end) == (
        other.kind,
        other.claim,
        other.quote_start,
        other.quote_end,
    )


def _refuse_unknown(connection: sqlite3.Connection, decision: Decision, known: Iterable[Decision]) -> None:
    if decision.kind is DecisionKind.UNDO and decision.undoes not in {made.id for made in known}:
        raise RegisterError(f"There is no decision {decision.undoes!r} to undo; contingent decisions lists them.")
    if decision.claim_id is not None and decision.kind is not DecisionKind.ENTER:
        row = connection.execute("SELECT document_id FROM claims WHERE claim_id = ?", (decision.claim_id,)).fetchone()
        if row is None or decision.document_id not in (None, row[0]):
            raise RegisterError(
                f"There is no such claim {decision.claim_id!r}; contingent document lists the claims of a document."
            )
    if decision.claim is not None:
        _refuse_quote(connection, decision, decision.claim.quote)


def _refuse_quote(connection: sqlite3.Connection, decision: Decision, quote: str) -> None:
    """Refuse a claim whose words do not stand in the text of its document at the place that it names."""
    name = decision.document_id or ""
    query = "SELECT text FROM current_readings JOIN texts USING (text_id) WHERE document_id = ?"
    row = connection.execute(query, (name,)).fetchone()
    if row is None:
        raise RegisterError(f"There is no document {name[:12]!r} to cite; contingent documents lists them.")
    if row[0][decision.quote_start : decision.quote_end] != quote:
        raise RegisterError(
            f"The words {quote[:60]!r} do not stand at {decision.quote_start} to {decision.quote_end} of document "
            f"{name[:12]}; quote its own characters."
        )


def _write_claim(connection: sqlite3.Connection, decision: Decision) -> None:
    """Write the claim that a person entered, unless it was entered before and that was undone."""
    read = connection.execute(
        "SELECT 1 FROM current_readings JOIN reading_claims USING (reading_id) WHERE document_id = ? AND claim_id = ?",
        (decision.document_id, decision.claim_id),
    ).fetchone()
    name = (decision.claim_id or "")[:12]
    if read:
        raise RegisterError(
            f"This very claim was read from the document already: {name}; accept it if you vouch for it."
        )
    if (
        decision.claim is None
        or connection.execute("SELECT 1 FROM claims WHERE claim_id = ?", (decision.claim_id,)).fetchone()
    ):
        return
    connection.execute(
        "INSERT INTO claims (claim_id, document_id, quote_start, quote_end, claim_json) VALUES (?, ?, ?, ?, ?)",
        (
            decision.claim_id,
            decision.document_id,
            decision.quote_start,
            decision.quote_end,
            encode(decision.claim).decode(),
        ),
    )
