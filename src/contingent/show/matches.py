"""Rendering of likely matches: a list for the terminal, JSON, and CSV with one proposal a row.

The law of this module: each proposal comes with the two commands that settle it, ready to be run.
"""

from __future__ import annotations

import csv
import io
import shlex
from collections.abc import Sequence
from typing import Any

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from contingent.ask.matches import Proposal
from contingent.fact import Statement
from contingent.show.decision_words import SHORT
from contingent.show.paper import Paper, as_json
from contingent.show.terminal import clean, squeezed

CSV_COLUMNS = (
    "kind", "one", "other", "reason", "one_document", "one_claim", "one_quote", "other_document", "other_claim",
    "other_quote", "merge", "split",
)  # fmt: skip


def render(found: Sequence[Proposal], what: str | None, form: str, width: int = 100, colour: bool = False) -> str:
    """The proposals in one of the forms ``table``, ``json`` and ``csv``, ending with a line break."""
    match form:
        case "json":
            answer = {"what": what, "matches": [_mapping(proposal) for proposal in found]}
            return as_json(answer)
        case "csv":
            return _csv(found)
    return _list(found, what, width, colour)


def command(decision: str, proposal: Proposal) -> str:
    """The command that merges or splits the two names; the user still gives a reason."""
    names = " ".join(shlex.quote(clean(name)) for name in (proposal.one, proposal.other))
    return f"contingent {decision} {names} --kind {proposal.kind} --reason …"


def _list(found: Sequence[Proposal], what: str | None, width: int, colour: bool) -> str:
    console = Paper(width, colour)
    number_of = (
        "No likely matches" if not found else "1 likely match" if len(found) == 1 else f"{len(found):,} likely matches"
    )
    console.print(Text(number_of + (f" of {clean(what)}" if what is not None else ""), style="bold"))
    for number, proposal in enumerate(found, start=1):
        console.print()
        console.print(_one(number, proposal))
        for question, decision in (("one:", "merge"), ("two:", "split")):
            # In one line, however long, so that it can be copied.
            console.print(Text(f"   {question} {command(decision, proposal)}", style="dim"), soft_wrap=True)
    return console.written()


def _one(number: int, proposal: Proposal) -> Group:
    title = Text.assemble((f"{number}  {proposal.kind}", "bold"), f" · {clean(proposal.one)}\n", " " * 3)
    title.append(f"and {clean(proposal.other)}")
    parts: list[Text | Padding] = [Padding(Text(squeezed(proposal.reason)), (0, 0, 0, 3))]
    for statement in proposal.evidence:
        words = Text.assemble((_source(statement), "dim"), f" “{squeezed(statement.claim.quote)}”")
        parts.append(Padding(words, (0, 0, 0, 5)))
    return Group(title, *parts)


def _source(statement: Statement) -> str:
    evidence = statement.evidence
    title = evidence.title or evidence.address or f"document {evidence.document_id[:SHORT]}"
    parts = (evidence.publisher, evidence.published or "day of publication unknown", title)
    return f"{', '.join(squeezed(part) for part in parts if part)}:"


def _mapping(proposal: Proposal) -> dict[str, Any]:
    return {
        "kind": proposal.kind.value,
        "one": proposal.one,
        "other": proposal.other,
        "reason": proposal.reason,
        "evidence": [
            {
                "document": s.evidence.document_id,
                "published": s.evidence.published,
                "claim": s.evidence.claim_id,
                "quote": s.claim.quote,
            }
            for s in proposal.evidence
        ],
        "merge": command("merge", proposal),
        "split": command("split", proposal),
    }


def _csv(found: Sequence[Proposal]) -> str:
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for proposal in found:
        quotes = [
            cell for s in proposal.evidence for cell in (s.evidence.document_id, s.evidence.claim_id, s.claim.quote)
        ]
        commands = (command("merge", proposal), command("split", proposal))
        writer.writerow((proposal.kind.value, proposal.one, proposal.other, proposal.reason, *quotes, *commands))
    return paper.getvalue()
