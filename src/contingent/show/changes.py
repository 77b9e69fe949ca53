"""Rendering of what changed from one document to another: a table for the terminal, JSON, CSV and Markdown.

The law of this module: it adds no word to a comparison and leaves none out. Words of a page are printed as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from contingent.ask.changes import Change, Changes, Sort
from contingent.ask.pairing import Difference
from contingent.fact import Evidence
from contingent.register import Version
from contingent.show.decision_words import SHORT
from contingent.show.markdown import escaped
from contingent.show.paper import Paper, as_json
from contingent.show.terminal import clean, squeezed
from contingent.show.wording import counted

TITLES = {
    Sort.LOST: "No longer said",
    Sort.CHANGED: "Said otherwise",
    Sort.NEW: "New",
    Sort.REWORDED: "The same in other words",
}
"""The headings above the lines of each sort."""
_STYLES = {Sort.LOST: "red", Sort.CHANGED: "yellow", Sort.NEW: "green", Sort.REWORDED: "dim"}


@dataclass(frozen=True, slots=True)
class Step:
    """Two documents, mostly two versions of one page, and what changed from the one to the other."""

    earlier: Version
    later: Version
    changes: Changes

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know before trusting the comparison."""
        found = []
        if self.earlier.document_id == self.later.document_id:
            found.append("both are the same document")
        if self.earlier.reader != self.later.reader:
            found.append(
                f"the earlier was read by {self.earlier.reader}, the later by {self.later.reader}: some of what "
                "differs may come from the reader; add both again to compare like with like"
            )
        return tuple(found)


def render(steps: Sequence[Step], form: str, width: int, colour: bool) -> str:
    """The steps in one of the forms ``table``, ``json``, ``csv`` and ``markdown``, ending with a line break."""
    match form:
        case "json":
            return as_json([_step_mapping(step) for step in steps])
        case "csv":
            return _csv(steps)
        case "markdown":
            return "\n".join(_markdown(steps)) + "\n"
    return _table(steps, width, colour)


def version_words(version: Version) -> str:
    """A version as a person cites it: its number, its day, and what that day is."""
    number = f"version {version.number}, " if version.number else ""
    captured = f"captured {version.seen_at[:10]}"
    if version.published:
        return f"{number}published {version.published}, {captured}"
    return f"{number}no day of its own, {captured}"


def _summary(changes: Changes) -> str:
    counts = [f"{len(changes.of(sort)):,} {sort}" for sort in Sort]
    return ", ".join((*counts, f"{changes.kept:,} unchanged"))


def difference_words(difference: Difference) -> str:
    """One part before and after, such as ``count: 140 persons → 185 persons``."""
    before, after = (squeezed(said) if said else "not said" for said in (difference.before, difference.after))
    return f"{difference.part}: {before} → {after}"


def _quotes(line: Change) -> Iterator[tuple[str, str]]:
    """The quotes of a line with what to call them; one quote alone needs no name."""
    if line.before is not None and line.after is not None:
        yield "before ", squeezed(line.before.claim.quote)
        yield "after  ", squeezed(line.after.claim.quote)
    for item in (line.before or line.after,) if line.before is None or line.after is None else ():
        if item is not None:
            yield "", squeezed(item.claim.quote)


def _table(steps: Iterable[Step], width: int, colour: bool) -> str:
    console = Paper(width, colour)
    for number, step in enumerate(steps):
        if number:
            console.print()
        for label, version in (("from", step.earlier), ("to  ", step.later)):
            where = clean(version.address or "standard input")
            what = f"{version_words(version)} · document {version.document_id[:SHORT]}"
            console.print(Text.assemble((f"{label} ", "dim"), (where, "bold"), f" · {what}"), soft_wrap=True)
        console.print(Text(_summary(step.changes)))
        for remark in step.remarks:
            console.print(Text(remark, style="yellow"))
        for sort in Sort:
            lines = step.changes.of(sort)
            if lines:
                console.print()
                console.print(Text(TITLES[sort], style=f"bold {_STYLES[sort]}"))
                console.print(Padding(_grid(lines), (0, 0, 0, 2)))
    return console.written()


def _grid(lines: Iterable[Change]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for line in lines:
        text = Text.assemble(clean(line.about), ": " if line.text else "", squeezed(line.text))
        for difference in line.differences:
            text.append(f"\n{difference_words(difference)}", style="yellow")
        for name, quote in _quotes(line):
            text.append(f"\n{name}“{quote}”", style="dim")
        for remark in line.remarks:
            text.append(f"\n{clean(remark)}", style="yellow")
        grid.add_row(Text(line.kind, style="dim"), text)
    return grid


def _step_mapping(step: Step) -> dict[str, Any]:
    return {
        "from": _version_mapping(step.earlier),
        "to": _version_mapping(step.later),
        "remarks": list(step.remarks),
        "unchanged": step.changes.kept,
        "changes": [
            {
                "sort": line.sort.value,
                "kind": line.kind,
                "about": line.about,
                "text": line.text,
                "fact": line.fact,
                "differences": [difference._asdict() for difference in line.differences],
                "remarks": list(line.remarks),
                "before": _quoted(line.before),
                "after": _quoted(line.after),
            }
            for line in step.changes.lines
        ],
    }


def _version_mapping(version: Version) -> dict[str, Any]:
    return {
        "address": version.address,
        "version": version.number or None,
        "document": version.document_id,
        "day": version.day,
        "published": version.published,
        "seen_at": version.seen_at,
        "reader": version.reader,
    }


def _quoted(item: Evidence | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return {
        "claim": item.claim_id,
        "document": item.document_id,
        "quote": item.claim.quote,
        "start": item.quote_start,
        "end": item.quote_end,
    }


CSV_COLUMNS = (
    "from_address", "from_day", "to_address", "to_day", "sort", "kind", "about", "text", "differences", "remarks",
    "quote_before", "quote_after", "from_document", "to_document", "fact",
)  # fmt: skip


def _csv(steps: Iterable[Step]) -> str:
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for step in steps:
        for line in step.changes.lines:
            quotes = ("" if item is None else item.claim.quote for item in (line.before, line.after))
            ends = (step.earlier.address, step.earlier.day, step.later.address, step.later.day)
            said = (line.sort.value, line.kind, line.about, line.text)
            differences = "; ".join(map(difference_words, line.differences))
            documents = (step.earlier.document_id, step.later.document_id)
            writer.writerow((*ends, *said, differences, "; ".join(line.remarks), *quotes, *documents, line.fact))
    return paper.getvalue()


def _markdown(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        ends = [
            f"{escaped(version.address or 'standard input')} ({version_words(version)})"
            for version in (step.earlier, step.later)
        ]
        yield f"# From {ends[0]} to {ends[1]}"
        yield f"\n{_summary(step.changes)}."
        for remark in step.remarks:
            yield f"\n*{escaped(remark)}*"
        for sort in Sort:
            lines = step.changes.of(sort)
            if lines:
                yield f"\n## {TITLES[sort]} ({counted(len(lines), 'statement')})\n"
            for line in lines:
                yield f"- **{line.kind}** {escaped(line.about)}{': ' if line.text else ''}{escaped(line.text)}"
                for words in (*map(difference_words, line.differences), *line.remarks):
                    yield f"  - *{escaped(words)}*"
                for name, quote in _quotes(line):
                    yield f"  - {name.strip()}{' ' if name else ''}“{escaped(quote)}”"
        yield ""
