"""``contingent document``: one document, its claims within the text around them, and what was decided of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from rich.padding import Padding
from rich.text import Text

from contingent.decision import Decision, DecisionKind
from contingent.fact import Evidence
from contingent.register import StoredDocument, View
from contingent.show.decision_words import COUNTS, SHORT, correction_words, decision_mapping, signed, states
from contingent.show.naming import versions_named
from contingent.show.paper import as_json
from contingent.show.register_commands import which_version
from contingent.show.terminal import clean, output, squeezed
from contingent.show.wording import statement_words

_CONTEXT = 90
"""How many characters are shown on each side of a quote: about a line of print."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A document with its text, its claims, the decisions on them, and for the name of each whether it counts."""

    stored: StoredDocument
    text: str
    claims: tuple[Evidence, ...]
    decisions: Mapping[str, tuple[Decision, ...]]
    state: Mapping[str, str]


def show_document(name: str, register_path: Path, entered: date | None, form: str) -> None:
    """Print one document and its claims to standard output, as of the day ``entered`` if that is given.

    ``name`` is the document's name, or an address: then its newest version. Each claim has its name, the quote within
    the text around it, and what people decided of it.
    """
    with View(register_path, entered) as view:
        shown = gathered(view, versions_named(view, name)[-1].document_id)
    if form == "json":
        sys.stdout.write(as_json(document_mapping(shown)))
    else:
        _print(shown)


def gathered(view: View, document_id: str) -> Shown:
    """All that the register holds of one document; raises ``RegisterError`` for a name that it does not know."""
    stored = view.document(document_id)
    claims = tuple(view.claims_in(stored.document_id))
    names = {evidence.claim_id for evidence in claims}
    decisions: dict[str, tuple[Decision, ...]] = {}
    made = view.decisions()
    for decision in made:
        if decision.claim_id in names:
            decisions[decision.claim_id] = (*decisions.get(decision.claim_id, ()), decision)
    return Shown(stored, view.text_of(stored.document_id), claims, decisions, states(made, names))


def _print(shown: Shown) -> None:
    console = output()
    for label, value in _particulars(shown.stored):
        console.print(Text.assemble((f"{label:<10}", "dim"), clean(value)), soft_wrap=True)
    for number, evidence in enumerate(shown.claims, start=1):
        console.print()
        console.print(_statement(number, evidence), soft_wrap=True)
        context = _in_context(shown.text, evidence, marks=not console.is_terminal)
        made = shown.decisions.get(evidence.claim_id, ())
        for words in (context, *(_decided(decision, evidence, shown.state) for decision in made)):
            console.print(Padding(words, (0, 0, 0, 5), expand=False))


def document_mapping(shown: Shown) -> dict[str, Any]:
    """The document and its claims as plain values, each claim with its name and all decisions on it."""
    stored: dict[str, Any] = msgspec.to_builtins(shown.stored)
    claims = [
        {
            "claim": evidence.claim_id,
            **msgspec.to_builtins(evidence.claim),
            "quote_start": evidence.quote_start,
            "quote_end": evidence.quote_end,
            "decisions": [
                {**decision_mapping(decision), "state": shown.state[decision.id]}
                for decision in shown.decisions.get(evidence.claim_id, ())
            ],
        }
        for evidence in shown.claims
    ]
    return {"document": stored.pop("document_id"), **stored, "number_of_claims": stored.pop("claims"), "claims": claims}


def _particulars(stored: StoredDocument) -> list[tuple[str, str]]:
    published = f"{stored.published} (from {stored.published_from})" if stored.published else "unknown"
    rows = (
        ("document", stored.document_id),
        ("title", stored.title),
        ("publisher", stored.publisher),
        ("published", published),
        ("language", stored.language),
        ("address", stored.address or "standard input"),
        ("version", which_version(stored)),
        ("added", stored.added_at),
        ("read by", stored.reader),
        ("claims", str(stored.claims)),
    )
    return [(label, value) for label, value in rows if value]


def _statement(number: int, evidence: Evidence) -> Text:
    return Text.assemble(
        f"{number:>3}  ",
        (evidence.claim_id[:SHORT], "dim"),
        "  ",
        (evidence.claim.kind, "bold"),
        f"  {squeezed(statement_words(evidence.claim))}",
    )


def _decided(decision: Decision, evidence: Evidence, state: Mapping[str, str]) -> Text:
    """What was decided of a claim, dimmed where that does not count any more."""
    counts = state[decision.id] == COUNTS
    words = signed(decision)
    if decision.kind is DecisionKind.CORRECT and decision.claim is not None:
        words = f"{words} ({correction_words(evidence.claim, decision.claim)})"
    named = decision.id[:SHORT] if counts else f"{decision.id[:SHORT]}, {state[decision.id]}"
    return Text(f"{words}  [decision {named}]", style="" if counts else "dim")


def _in_context(text: str, evidence: Evidence, *, marks: bool) -> Text:
    """The quote in bold, or between marks where nothing can be bold, with the words before and behind it."""
    start, end = evidence.quote_start, evidence.quote_end
    before, behind = text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
    words = squeezed(text[start:end])
    return Text.assemble(
        ("…" if start > _CONTEXT else "", "dim"),
        (squeezed(before), "dim"),
        (f"«{words}»" if marks else words, "bold"),
        (squeezed(behind), "dim"),
        ("…" if end + _CONTEXT < len(text) else "", "dim"),
    )
