"""Rendering of conflicts: a list for the terminal, JSON, and CSV with one statement a row.

The law of this module: it adds no word to a conflict; only the list for the terminal shortens a side that very many
statements say. Words of a page are printed as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from contingent.ask.conflicts import Conflict, Side
from contingent.fact import Evidence, Statement
from contingent.show.decision_words import SHORT
from contingent.show.notes import day_words, decision_on, evidence_mapping
from contingent.show.paper import Paper, as_json
from contingent.show.terminal import clean, squeezed
from contingent.show.wording import counted

_STATEMENTS_SHOWN = 3
"""How many quotes of one side the list shows; what a hundred pages repeat needs no hundred quotes there."""

CSV_COLUMNS = (
    "conflict", "kind", "about", "name", "first", "last", "reason", "settled_by", "favoured", "side", "says",
    "published", "publisher", "title", "address", "document", "claim", "quote",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: the name, the day, and the days of knowledge; None where nothing limits the answer."""

    what: str | None = None
    on: date | None = None
    known: date | None = None
    entered: date | None = None


def render(found: Sequence[Conflict], asked: Question, form: str, width: int = 100, colour: bool = False) -> str:
    """The conflicts in one of the forms ``table``, ``json`` and ``csv``, ending with a line break."""
    match form:
        case "json":
            return as_json(_mapping(found, asked))
        case "csv":
            return _csv(found)
    return _list(found, asked, width, colour)


def _list(found: Sequence[Conflict], asked: Question, width: int, colour: bool) -> str:
    console = Paper(width, colour)
    limits = {"of": asked.what, "on": asked.on, "as published by": asked.known, "as entered by": asked.entered}
    words = "".join(f" {word} {clean(str(limit))}" for word, limit in limits.items() if limit is not None)
    console.print(Text(f"{counted(len(found), 'conflict') if found else 'No conflicts'}{words}", style="bold"))
    for number, conflict in enumerate(found, start=1):
        console.print()
        console.print(_one(number, conflict))
    return console.written()


def _one(number: int, conflict: Conflict) -> Group:
    """One conflict: what it is, why, both sides with their quotes, and what would settle it."""
    title = Text.assemble(
        (f"{number}  {conflict.kind}", "bold"), f" · {clean(conflict.name)}", (days_words(conflict), "dim")
    )
    parts: list[Text | Padding] = [Padding(Text(squeezed(conflict.reason)), (0, 0, 0, 3))]
    one, other = conflict.one, conflict.other
    if one.statements == other.statements:
        parts += [_heading(one, conflict), _heading(other, conflict), *_quotes(other)]
    else:
        for side in (one, other):
            parts += [_heading(side, conflict), *_quotes(side)]
    settled = "Settled by a decision." if conflict.favoured else f"To settle it: {conflict.settled_by}"
    return Group(title, *parts, Padding(Text(clean(settled), style="dim"), (0, 0, 0, 3)))


def days_words(conflict: Conflict) -> str:
    """The days that a conflict touches, to follow its name; empty where it touches none."""
    if conflict.first is None or conflict.last is None:
        return ""
    if conflict.first == conflict.last:
        return f" · {conflict.first}"
    return f" · {conflict.first} to {conflict.last}"


def _heading(side: Side, conflict: Conflict) -> Padding:
    accepted = " (accepted)" if side is conflict.favoured else ""
    return Padding(Text.assemble((f"{squeezed(side.says)}{accepted}", "yellow")), (0, 0, 0, 3))


def _quotes(side: Side) -> list[Padding]:
    """The side's statements: who, when, which document and claim, and the words."""
    shown = [Padding(_quote(statement), (0, 0, 0, 5)) for statement in side.statements[:_STATEMENTS_SHOWN]]
    more = len(side.statements) - _STATEMENTS_SHOWN
    return (
        shown if more <= 0 else [*shown, Padding(Text(f"and {counted(more, 'statement')} more", "dim"), (0, 0, 0, 5))]
    )


def _quote(statement: Statement) -> Text:
    decided = decision_on(statement.evidence)
    quote = f" “{squeezed(statement.claim.quote)}”"
    return Text.assemble((_source(statement), "dim"), quote, (f" — {decided}" if decided else "", "dim"))


def _source(statement: Statement) -> str:
    evidence = statement.evidence
    title = evidence.title or evidence.address or f"document {evidence.document_id[:SHORT]}"
    parts = (evidence.publisher, day_words(evidence), title)
    return f"{', '.join(squeezed(part) for part in parts if part)} [claim {evidence.claim_id[:SHORT]}]:"


def _mapping(found: Sequence[Conflict], asked: Question) -> dict[str, Any]:
    return {
        "what": asked.what,
        "on": _day(asked.on),
        "known": _day(asked.known),
        "entered": _day(asked.entered),
        "conflicts": [_conflict(conflict) for conflict in found],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "kind": conflict.kind.value,
        "about": conflict.about,
        "name": conflict.name,
        "first": _day(conflict.first),
        "last": _day(conflict.last),
        "reason": conflict.reason,
        "settled_by": conflict.settled_by,
        "favoured": None if conflict.favoured is None else conflict.favoured.says,
        "facts": list(conflict.facts),
        "sides": [_side(side) for side in (conflict.one, conflict.other)],
    }


def _side(side: Side) -> dict[str, Any]:
    return {"says": side.says, "statements": [_statement(statement.evidence) for statement in side.statements]}


def _statement(evidence: Evidence) -> dict[str, Any]:
    return {"claim": evidence.claim_id, **evidence_mapping(evidence)}


def _csv(found: Sequence[Conflict]) -> str:
    """One statement of one side a row."""
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for conflict in found:
        whole = (
            conflict.id, conflict.kind.value, conflict.about, conflict.name, _day(conflict.first), _day(conflict.last),
            conflict.reason, conflict.settled_by, conflict.favoured.says if conflict.favoured else None,
        )  # fmt: skip
        for number, side in enumerate((conflict.one, conflict.other), start=1):
            for statement in side.statements:
                evidence = statement.evidence
                place = (evidence.published, evidence.publisher, evidence.title, evidence.address)
                claim = (evidence.document_id, evidence.claim_id, statement.claim.quote)
                writer.writerow((*whole, number, side.says, *place, *claim))
    return paper.getvalue()
