"""Rendering of placemats: a table for the terminal, JSON, CSV and Markdown.

The law of this module: it adds no word to an answer and leaves none out; only long lists of numbers and names
are shortened in the table, and CSV quotes each line's grounds alone. Words of a page are printed as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any
from urllib.parse import quote as percent_encoded

import msgspec
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from contingent.ask import Line, Note, Placemat, Section, Word
from contingent.ask.values import Value
from contingent.claim_words import time_words
from contingent.errors import UsageError
from contingent.show.decision_words import SHORT
from contingent.show.markdown import escaped
from contingent.show.meanings import MEANINGS
from contingent.show.notes import cited_cells, day_words, decision_on, note_mapping, notes_under_documents, shortened
from contingent.show.paper import Paper, as_json
from contingent.show.terminal import clean
from contingent.show.wording import knowledge_words

SHORT_FACT = 8
"""How many characters of a fact's name are shown: enough to be unique among the facts of any register that one asks."""
_NAMES_SHOWN = 6
_NARROW, _NOTES_SHOWN_WHERE_NARROW = 100, 2
"""Below this many columns the text needs the room more than the numbers do."""
STACKED = 72
"""Below this many columns the word of an answer stands below its text, not beside it."""
STYLES = {
    Word.STATED: "green",
    Word.POSSIBLE: "yellow",
    Word.PRESUMED: "yellow",
    Word.PLANNED: "cyan",
    Word.AUTHORISED: "cyan",
    Word.ENDED: "dim",
    Word.NOT_YET: "dim",
    Word.UNKNOWN: "dim",
}
"""How each word is coloured where colours are shown."""


def render(answer: Placemat, form: str = "table", width: int = 100, colour: bool = False, facts: bool = False) -> str:
    """The placemat in one of the forms of ``FORMS``, ending with a line break.

    ``width`` is that of the table in characters; ``colour`` lets it use the colours of a terminal, and ``facts`` lets
    it tell the names of facts, as the forms for programs always do. Raises ``UsageError`` for an unknown form.
    """
    if form == "table":
        return _table(answer, width, colour, facts)
    try:
        return FORMS[form](answer)
    except KeyError:
        raise UsageError(f"There is no format {form!r} for an answer; use table, {', '.join(FORMS)}.") from None


def answer_words(line: Line) -> str:
    """The line's word, with the age of the evidence where it is presumed: ``presumed, 77 days``."""
    if line.age is None:
        return line.word.value
    return f"{line.word.value}, {line.age:,} {'day' if line.age == 1 else 'days'}"


def qualifications(line: Line) -> list[str]:
    """What qualifies a line, below its text: when, unless the text says it, and the remarks."""
    when = time_words(line.start, line.end)
    remarks = [remark for remark in line.remarks if remark != f"starts {line.start}"]
    return [words for words in (when, *remarks) if words and words != line.text]


def _table(answer: Placemat, width: int, colour: bool, facts: bool) -> str:
    console = Paper(width, colour)
    width = console.width
    console.print(_heading(answer))
    numbers = _numbers if width >= _NARROW else _few_numbers
    columns = (_topic, answer_words, numbers)
    widths = tuple(max((len(words(line)) for line in answer.lines), default=0) for words in columns)
    stacked = width < STACKED
    for section in answer.sections:
        console.print()
        if section.title != answer.name:
            console.print(Text(clean(section.title), style="bold"))
        console.print(_lines_of(section, widths, numbers, facts, stacked=stacked))
    if answer.notes:
        console.print()
        console.print(Text("Notes", style="bold"))
        console.print(notes_under_documents(answer.notes))
    console.print()
    console.print(Text("Words", style="bold"))
    console.print(_key(answer))
    return console.written()


def _heading(answer: Placemat) -> Group:
    day = f"{answer.kind} on {answer.on}{knowledge_words(answer.known, answer.entered, answer.gap)}"
    title = Text.assemble((clean(answer.name), "bold"), f" · {day}")
    if not answer.names:
        return Group(title)
    others = ", ".join(map(clean, answer.names[:_NAMES_SHOWN])) + (" …" if len(answer.names) > _NAMES_SHOWN else "")
    return Group(title, Text(f"also {others}", style="dim"))


def _lines_of(
    section: Section, widths: tuple[int, ...], numbers: Callable[[Line], str], facts: bool, *, stacked: bool
) -> Padding:
    """The lines of a section; ``widths`` are those of the columns for topic, answer and notes in all sections. Where
    they are ``stacked`` the answer stands below the text."""
    topic, answer, cited = widths
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=topic)
    grid.add_column(ratio=1, overflow="fold")
    if not stacked:
        grid.add_column(width=answer)
    grid.add_column(width=cited, justify="right")
    for line in section.lines:
        text = Text(clean(f"{line.context}: {line.text}" if line.context else line.text or "–"))
        if line.topic == "Element" and not section.past:
            text.stylize("bold")
        word = Text(answer_words(line), style=STYLES[line.word])
        if stacked:
            text.append("\n").append_text(word)
        for words in qualifications(line):
            text.append(f"\n{clean(words)}", style="dim")
        if facts and line.fact is not None:
            text.append(f"\nfact {line.fact[:SHORT_FACT]}", style="dim")
        columns = [text] if stacked else [text, word]
        grid.add_row(Text(_topic(line), style="dim"), *columns, Text(numbers(line)))
    return Padding(grid, (0, 0, 0, 2))


def _topic(line: Line) -> str:
    return "  " * line.level + line.topic


def _numbers(line: Line) -> str:
    """The notes of the answer's grounds, then in parentheses those of what else is said of the same fact."""
    further = shortened(line.further, unnumbered=line.unnumbered)
    return " ".join(part for part in (shortened(line.notes), f"({further})" if further else "") if part)


def _few_numbers(line: Line) -> str:
    """The first notes of the answer's grounds, and how many more there are of either sort."""
    return shortened((*line.notes, *line.further), _NOTES_SHOWN_WHERE_NARROW, line.unnumbered)


def _key(answer: Placemat) -> Padding:
    """What the words of this answer mean."""
    used = {line.word for line in answer.lines}
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for word in Word:
        if word in used:
            grid.add_row(Text(word.value, style=STYLES[word]), Text(MEANINGS[word], style="dim"))
    return Padding(grid, (0, 0, 0, 2))


def _json(answer: Placemat) -> str:
    return as_json(as_mapping(answer))


def as_mapping(answer: Placemat) -> dict[str, Any]:
    """The whole answer as plain values, for JSON: nothing is left out, notes are cited by number."""
    return {
        "name": answer.name,
        "kind": answer.kind,
        "names": list(answer.names),
        "on": answer.on.isoformat(),
        "known": answer.known.isoformat() if answer.known else None,
        "entered": answer.entered.isoformat() if answer.entered else None,
        "gap_days": answer.gap,
        "sections": [
            {"title": section.title, "past": section.past, "lines": [_line_mapping(line) for line in section.lines]}
            for section in answer.sections
        ],
        "notes": [note_mapping(note) for note in answer.notes],
    }


def _line_mapping(line: Line) -> dict[str, Any]:
    return {
        "topic": line.topic,
        "level": line.level,
        "subject": line.subject,
        "about": line.about,
        "context": line.context,
        "text": line.text,
        "answer": line.word.value,
        "age_days": line.age,
        "start": line.start,
        "end": line.end,
        "values": [_value_mapping(value) for value in line.values],
        "remarks": list(line.remarks),
        "notes": list(line.notes),
        "further_notes": list(line.further),
        "unnumbered": line.unnumbered,
        "fact": line.fact,
    }


def _value_mapping(value: Value) -> dict[str, Any]:
    found = {**msgspec.to_builtins(value.quantity), "scope": value.scope, "age_days": value.age}
    if value.next is not None:
        figures = [msgspec.to_builtins(quantity) for quantity in value.next.quantities]
        found["next"] = {"on": value.next.day.isoformat(), "values": figures}
    return found


CSV_COLUMNS = (
    "name", "on", "known", "entered", "section", "topic", "subject", "about", "text", "answer", "age_days",
    "start", "end", "low", "high", "approx", "unit", "scope", "remarks", "notes", "further_notes",
    "published", "publisher", "document", "quote", "decision", "fact",
)  # fmt: skip


def _csv(answer: Placemat) -> str:
    """One line of the answer a row; where it has several notes, their cells hold one text line a note."""
    paper = io.StringIO()
    writer = csv.DictWriter(paper, CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    notes = {note.number: note for note in answer.notes}
    for section in answer.sections:
        for line in section.lines:
            cited = [notes[number] for number in line.notes]
            value = line.values[0] if line.values else None
            quantity = value.quantity if value else None
            writer.writerow(
                {
                    "name": answer.name,
                    "on": answer.on,
                    "known": answer.known,
                    "entered": answer.entered,
                    "section": section.title,
                    "topic": line.topic,
                    "subject": line.subject,
                    "about": line.about,
                    "text": line.text,
                    "answer": line.word.value,
                    "age_days": line.age,
                    "start": line.start,
                    "end": line.end,
                    "low": quantity.low if quantity else None,
                    "high": quantity.high if quantity else None,
                    "approx": ("yes" if quantity.approx else "no") if quantity else None,
                    "unit": quantity.unit if quantity else None,
                    "scope": value.scope if value else None,
                    "remarks": "; ".join(line.remarks),
                    "notes": " ".join(map(str, line.notes)),
                    "further_notes": " ".join(map(str, line.further)),
                    **cited_cells(cited),
                    "fact": line.fact,
                    "decision": "\n".join(filter(None, (decision_on(note.evidence) for note in cited))),
                }
            )
    return paper.getvalue()


def _markdown(answer: Placemat) -> str:
    """Headings, one table a section, and footnotes."""
    out = [
        f"# {escaped(answer.name)}",
        "",
        f"{answer.kind.capitalize()} on {answer.on}{knowledge_words(answer.known, answer.entered, answer.gap)}.",
    ]
    if answer.names:
        out += ["", f"Also: {', '.join(map(escaped, answer.names))}."]
    for section in answer.sections:
        title = ["", f"## {escaped(section.title)}"] if section.title != answer.name else []
        out += [*title, "", "| | | answer |", "|---|---|---|"]
        for line in section.lines:
            topic = "&emsp;" * line.level + line.topic
            text = escaped(f"{line.context}: {line.text}" if line.context else line.text)
            below = "".join(f"<br>*{escaped(words)}*" for words in qualifications(line))
            notes = "".join(f"[^{number}]" for number in line.notes)
            if line.further:
                notes += f" (also {''.join(f'[^{number}]' for number in line.further)})"
            out.append(f"| {topic} | {text}{below} | {answer_words(line)}{notes} |")
    out.append("")
    for note in answer.notes:
        decided = escaped(decision_on(note.evidence))
        out.append(f"[^{note.number}]: {_citation(note)} “{escaped(note.quote)}” {decided}".rstrip())
    return "\n".join(out) + "\n"


def _citation(note: Note) -> str:
    evidence = note.evidence
    who = escaped(evidence.publisher or "Unknown publisher")
    title = escaped(evidence.title or evidence.address or f"document {evidence.document_id[:SHORT]}")
    if evidence.address and evidence.address.startswith(("http://", "https://")):
        title = f"[{title}]({percent_encoded(evidence.address, safe=':/?#@!$&=+,;%~')})"
    return f"{who}, {day_words(evidence)}, {title}:"


FORMS: dict[str, Callable[[Placemat], str]] = {"json": _json, "csv": _csv, "markdown": _markdown}
"""The forms beside the table for the terminal."""
