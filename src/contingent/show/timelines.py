"""Rendering of timelines: a chart and its words for the terminal, JSON and CSV; the picture is in ``timeline_svg``.

The law of this module: it adds no word to a timeline; the chart and the words show the days of the window, JSON and
CSV all days. Words of a page are printed as text.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import msgspec
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from contingent.ask.stretches import Stretch
from contingent.ask.timeline import Row, Timeline
from contingent.period import Period
from contingent.resolve.spells import Spell
from contingent.show.notes import cited_cells, note_mapping, notes_under_documents, shortened
from contingent.show.paper import Paper, as_json
from contingent.show.terminal import clean
from contingent.show.timeline_chart import chart, key
from contingent.show.timeline_svg import svg
from contingent.show.timeline_words import in_window, row_name, row_words
from contingent.show.wording import knowledge_words

_WIDEST = 240
"""Columns beyond which a chart only becomes harder to read."""
_WIDEST_WORDS = 120


def render(timeline: Timeline, form: str, width: int, colour: bool, plain: bool = False) -> str:
    """The timeline in one of the forms ``table``, ``json``, ``csv`` and ``svg``, ending with a line break.

    ``width`` is that of the chart in columns, ``colour`` lets it use the colours of a terminal, and ``plain`` keeps it
    to signs of every encoding.
    """
    match form:
        case "json":
            return as_json(as_mapping(timeline))
        case "csv":
            return _csv(timeline)
        case "svg":
            return svg(timeline)
    return _table(timeline, width, colour, plain)


def as_mapping(timeline: Timeline) -> dict[str, Any]:
    """The whole timeline as plain values, for JSON: all days, whatever the window, and notes by number."""
    return {
        "name": timeline.name,
        "kind": timeline.kind,
        "first": timeline.first.isoformat(),
        "last": timeline.last.isoformat(),
        "known": _day(timeline.known),
        "entered": _day(timeline.entered),
        "gap_days": timeline.gap,
        "groups": [
            {"title": group.title, "rows": [_row_mapping(row) for row in group.rows]} for group in timeline.groups
        ],
        "notes": [note_mapping(note) for note in timeline.notes],
    }


def _row_mapping(row: Row) -> dict[str, Any]:
    return {
        "topic": row.topic,
        "level": row.level,
        "subject": row.subject,
        "about": row.about,
        "text": row.text,
        "fact": row.fact,
        "stretches": [_stretch_mapping(stretch) for stretch in row.stretches],
        "spells": [_spell_mapping(spell) for spell in row.spells],
        "notes": list(row.notes),
    }


def _stretch_mapping(stretch: Stretch) -> dict[str, Any]:
    return {
        "first": _day(stretch.first),
        "last": _day(stretch.last),
        "answer": stretch.word.value,
        "values": [
            {**msgspec.to_builtins(value.quantity), "scope": value.scope, "said_for": _day(stretch.said_for(value))}
            for value in stretch.values
        ],
        "remarks": list(stretch.remarks),
    }


def _spell_mapping(spell: Spell) -> dict[str, Any]:
    period: Period = spell.period
    return {
        "possible_start": _day(period.possible_start),
        "certain_start": _day(period.certain_start),
        "certain_end": _day(period.certain_end),
        "possible_end": _day(period.possible_end),
        "starts_known": period.starts_known,
        "ends_known": period.ends_known,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


CSV_COLUMNS = (
    "name", "known", "entered", "group", "level", "topic", "subject", "about", "text", "fact", "first", "last",
    "answer", "low", "high", "approx", "unit", "scope", "remarks", "notes",
    "published", "publisher", "document", "quote",
)  # fmt: skip


def _csv(timeline: Timeline) -> str:
    """One stretch of one row a line of the file, those of days of which nothing is said among them."""
    paper = io.StringIO()
    writer = csv.DictWriter(paper, CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    notes = {note.number: note for note in timeline.notes}
    for group in timeline.groups:
        for row in group.rows:
            cited = [notes[number] for number in row.notes]
            for stretch in row.stretches:
                value = stretch.values[0] if stretch.values else None
                quantity = value.quantity if value else None
                writer.writerow(
                    {
                        "name": timeline.name,
                        "known": timeline.known,
                        "entered": timeline.entered,
                        "group": group.title,
                        "level": row.level,
                        "topic": row.topic,
                        "subject": row.subject,
                        "about": row.about,
                        "text": row.text,
                        "fact": row.fact,
                        "first": stretch.first,
                        "last": stretch.last,
                        "answer": stretch.word.value,
                        "low": quantity.low if quantity else None,
                        "high": quantity.high if quantity else None,
                        "approx": ("yes" if quantity.approx else "no") if quantity else None,
                        "unit": quantity.unit if quantity else None,
                        "scope": value.scope if value else None,
                        "remarks": "; ".join(stretch.remarks),
                        "notes": " ".join(map(str, row.notes)),
                        **cited_cells(cited),
                    }
                )
    return paper.getvalue()


def _table(timeline: Timeline, width: int, colour: bool, plain: bool) -> str:
    """The chart, its key, the same in words, and the notes."""
    console = Paper(width, colour, _WIDEST)
    width = console.width
    window = f"{timeline.kind} from {timeline.first} to {timeline.last}"
    about = f" · {window}{knowledge_words(timeline.known, timeline.entered, timeline.gap)}"
    console.print(Text.assemble((clean(timeline.name), "bold"), about))
    console.print()
    rows = [row for row in timeline.rows if in_window(row, timeline.first, timeline.last)]
    if not rows:
        console.print("Nothing is said of these days.")
        return console.written()
    for line in chart(timeline, width, plain=plain):
        console.print(line, no_wrap=True, overflow="crop")
    console.print()
    console.print(Text(key(timeline, plain=plain), style="dim"))
    console.print()
    console.print(Text("In words", style="bold"))
    cited = {number for row in rows for number in row.notes}
    for group in timeline.groups:
        shown = [row for row in group.rows if row in rows]
        if shown:
            console.print(Text(clean(group.title), style="bold"))
            console.print(_words(shown, timeline, min(width, _WIDEST_WORDS)))
    console.print()
    console.print(Text("Notes", style="bold"))
    console.print(notes_under_documents(note for note in timeline.notes if note.number in cited))
    return console.written()


def _words(rows: list[Row], timeline: Timeline, width: int) -> Padding:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
    grid.width = width - 2
    grid.add_column(ratio=2, overflow="fold")
    grid.add_column(ratio=3, overflow="fold")
    grid.add_column(width=max(len(shortened(row.notes)) for row in timeline.rows), justify="right")
    for row in rows:
        name = Text("  " * row.level + clean(row_name(row)))
        words = Text(clean(row_words(row, timeline.first, timeline.last)), style="dim")
        grid.add_row(name, words, Text(shortened(row.notes)))
    return Padding(grid, (0, 0, 0, 2))
