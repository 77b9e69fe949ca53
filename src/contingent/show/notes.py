"""Notes of an answer: the quotes with their numbers, under the documents that they stand in.

The law of this module: words of a page are printed as text, and a note always says who published it and when,
and who decided something of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from contingent.ask import Note
from contingent.fact import Evidence
from contingent.show.decision_words import SHORT, decision_mapping, signed
from contingent.show.terminal import clean

NOTES_SHOWN = 4
"""How many notes a line of a table cites; a fact that a hundred pages state needs no hundred numbers there."""


def shortened(numbers: tuple[int, ...], most: int = NOTES_SHOWN, unnumbered: int = 0) -> str:
    """The first numbers of notes, and how many more there are, those without a number among them: ``1 4 +12``."""
    shown = " ".join(map(str, numbers[:most]))
    more = max(len(numbers) - most, 0) + unnumbered
    return f"{shown} +{more}" if more > 0 else shown


def notes_under_documents(numbered: Iterable[Note]) -> Group:
    """The quotes with their numbers, under the document that they stand in."""
    parts: list[Text | Padding | Table] = []
    documents: dict[str, list[Note]] = {}
    for note in numbered:
        documents.setdefault(note.evidence.document_id, []).append(note)
    for notes in documents.values():
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(justify="right", min_width=3)
        grid.add_column(overflow="fold")
        if parts:
            parts.append(Text(""))
        for note in notes:
            decided = decision_on(note.evidence)
            quoted = Text.assemble(f"“{_one_line(note.quote)}”", (f" — {decided}" if decided else "", "dim"))
            grid.add_row(Text(str(note.number)), quoted)
        parts += [Padding(_source(notes[0]), (0, 0, 0, 2)), Padding(grid, (0, 0, 0, 2))]
    return Group(*parts)


def decision_on(evidence: Evidence) -> str:
    """What people decided of a claim, signed: that it was entered, and what else; empty where nobody did."""
    return "; ".join(dict.fromkeys(signed(made) for made in (evidence.entry, evidence.decision) if made))


def _source(note: Note) -> Text:
    """Who published what, when, and where it is: the document as a person cites it."""
    evidence = note.evidence
    name = evidence.title or evidence.address
    what = [evidence.publisher or "Publisher unknown", day_words(evidence), name]
    where = [evidence.address if evidence.title else None, f"document {evidence.document_id[:SHORT]}"]
    lines = (" · ".join(_one_line(words) for words in line if words) for line in (what, where))
    return Text("\n".join(lines), style="dim")


def day_words(evidence: Evidence) -> str:
    """The day of a document as a person cites it, with what it is where it is not that of its publication."""
    if evidence.published is None:
        return "day of publication unknown"
    return f"no day of its own, captured {evidence.published}" if evidence.captured else evidence.published


def note_mapping(note: Note) -> dict[str, Any]:
    """A note as plain values, for JSON."""
    return {"number": note.number, **evidence_mapping(note.evidence)}


def cited_cells(notes: Iterable[Note]) -> dict[str, str]:
    """The notes that a row of CSV cites: a cell for each of their columns, in it one text line a note."""
    cited = tuple(notes)
    return {
        "published": "\n".join(note.evidence.published or "" for note in cited),
        "publisher": "\n".join(note.evidence.publisher or "" for note in cited),
        "document": "\n".join(note.evidence.document_id for note in cited),
        "quote": "\n".join(note.quote for note in cited),
    }


def evidence_mapping(evidence: Evidence) -> dict[str, Any]:
    """A piece of evidence as plain values, for JSON: its document, its words and where they stand, what was decided."""
    return {
        "document": evidence.document_id,
        "publisher": evidence.publisher,
        "title": evidence.title,
        "address": evidence.address,
        "published": evidence.published,
        "captured": evidence.captured,
        "quote": evidence.claim.quote,
        "start": evidence.quote_start,
        "end": evidence.quote_end,
        "decision": decision_mapping(evidence.decision) if evidence.decision else None,
        "entry": decision_mapping(evidence.entry) if evidence.entry else None,
        "original": msgspec.to_builtins(evidence.original) if evidence.original else None,
    }


def _one_line(words: str) -> str:
    return " ".join(clean(words).split())
