"""Rendering of accounts of persons: a table for the terminal, JSON and CSV.

The law of this module: it adds no word to an account and leaves none out; only long lists of numbers are shortened in
the table. Words of a page are printed as text.
"""

from __future__ import annotations

import csv
import io
from typing import Any

import msgspec
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from contingent.ask.account import Account, Entry, Part
from contingent.show.notes import cited_cells, note_mapping, notes_under_documents, shortened
from contingent.show.paper import Paper, as_json
from contingent.show.placemat import STACKED
from contingent.show.terminal import clean
from contingent.show.wording import knowledge_words

_STYLES = {"stated": "green", "presumed": "yellow", "maybe twice": "red", "once": "green"}


def render(account: Account, form: str, width: int, colour: bool) -> str:
    """The account in one of the forms ``table``, ``json`` and ``csv``, ending with a line break."""
    match form:
        case "json":
            return as_json(as_mapping(account))
        case "csv":
            return _csv(account)
    return _table(account, width, colour)


def answer_words(entry: Entry) -> str:
    """The entry's answer, with the age of its oldest count: ``presumed, 77 days``."""
    if entry.age is None:
        return entry.answer
    return f"{entry.answer}, {entry.age:,} {'day' if entry.age == 1 else 'days'}"


def as_mapping(account: Account) -> dict[str, Any]:
    """The whole account as plain values, for JSON: each part under its key, notes cited by number."""
    return {
        "question": account.question,
        "name": account.name,
        "kind": account.kind,
        "on": account.on.isoformat(),
        "known": account.known.isoformat() if account.known else None,
        "entered": account.entered.isoformat() if account.entered else None,
        "gap_days": account.gap,
        **{part.key: [_entry_mapping(entry) for entry in part.entries] for part in account.parts},
        "notes": [note_mapping(note) for note in account.notes],
    }


def _entry_mapping(entry: Entry) -> dict[str, Any]:
    return {
        "subject": entry.subject,
        "about": entry.about,
        "level": entry.level,
        "text": entry.text,
        "answer": entry.answer,
        "age_days": entry.age,
        "quantity": None if entry.quantity is None else msgspec.to_builtins(entry.quantity),
        "remarks": list(entry.remarks),
        "places": list(entry.places),
        "notes": list(entry.notes),
    }


CSV_COLUMNS = (
    "question", "name", "on", "known", "entered", "part", "level", "subject", "about", "text", "answer", "age_days",
    "low", "high", "approx", "remarks", "places", "notes", "published", "publisher", "document", "quote",
)  # fmt: skip


def _csv(account: Account) -> str:
    """One entry a row; where it has several notes, their cells hold one text line a note."""
    paper = io.StringIO()
    writer = csv.DictWriter(paper, CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    notes = {note.number: note for note in account.notes}
    for part in account.parts:
        for entry in part.entries:
            cited = [notes[number] for number in entry.notes]
            writer.writerow(
                {
                    "question": account.question,
                    "name": account.name,
                    "on": account.on,
                    "known": account.known,
                    "entered": account.entered,
                    "part": part.key,
                    "level": entry.level,
                    "subject": entry.subject,
                    "about": entry.about,
                    "text": entry.text,
                    "answer": entry.answer,
                    "age_days": entry.age,
                    "low": entry.quantity and entry.quantity.low,
                    "high": entry.quantity and entry.quantity.high,
                    "approx": ("yes" if entry.quantity.approx else "no") if entry.quantity else None,
                    "remarks": "; ".join(entry.remarks),
                    "places": "; ".join(entry.places),
                    "notes": " ".join(map(str, entry.notes)),
                    **cited_cells(cited),
                }
            )
    return paper.getvalue()


def _table(account: Account, width: int, colour: bool) -> str:
    console = Paper(width, colour)
    width = console.width
    about = f"{account.kind}, {account.question} on {account.on}" + knowledge_words(
        account.known, account.entered, account.gap
    )
    console.print(Text.assemble((clean(account.name), "bold"), f" · {about}"))
    entries = [entry for part in account.parts for entry in part.entries]
    widths = (
        max((len(answer_words(entry)) for entry in entries), default=0),
        max((len(shortened(entry.notes)) for entry in entries), default=0),
    )
    for part in filter(lambda part: part.entries, account.parts):
        console.print()
        console.print(Text(clean(part.title), style="bold"))
        console.print(_grid(part, widths, stacked=width < STACKED))
    if account.notes:
        console.print()
        console.print(Text("Notes", style="bold"))
        console.print(notes_under_documents(account.notes))
    return console.written()


def _grid(part: Part, widths: tuple[int, int], *, stacked: bool) -> Padding:
    """The entries of a part; ``widths`` are those of the columns for answer and notes in all parts. Where they are
    ``stacked`` the answer stands below the figure."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    if not stacked:
        grid.add_column(width=widths[0])
    grid.add_column(width=widths[1], justify="right")
    for entry in part.entries:
        text = Text(clean(entry.text) or "–")
        answer = Text(answer_words(entry), style=_STYLES.get(entry.answer, "dim"))
        if stacked:
            text.append("\n").append_text(answer)
        where = f"at {', '.join(entry.places)}" if entry.places else None
        for remark in filter(None, (where, *entry.remarks)):
            text.append(f"\n{clean(remark)}", style="dim")
        about = Text("  " * entry.level + clean(entry.about))
        grid.add_row(about, text, *([] if stacked else [answer]), Text(shortened(entry.notes)))
    return Padding(grid, (0, 0, 0, 2))
