"""Printing why each claim was read, and what was seen and not used."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from contingent.read import Annotated
from contingent.read.explaining import Explanation, Filled, explain
from contingent.read.tracing import Seen, trace
from contingent.show.rule_places import name_of, place_of
from contingent.show.terminal import cell, output
from contingent.show.wording import counted, statement_words

_MARGIN = 4
_LONGEST = 160
"""Characters of the words of a proposal that are shown."""


def print_explanations(annotated: Annotated, *, claims: bool, unused: bool) -> None:
    """Print how each claim was made (``claims``), and what no claim was made of (``unused``)."""
    explanations = explain(annotated)
    if claims:
        for explanation in explanations:
            _print_claim(annotated, explanation)
    if unused:
        _print_unused(annotated, trace(annotated, explanations))


def _print_claim(annotated: Annotated, explanation: Explanation) -> None:
    claim, quote = explanation.cited.claim, explanation.cited.quote
    console = output()
    console.print(cell(f"{claim.kind} · {statement_words(claim)}", "bold"), soft_wrap=True)
    rows = [("quote", f"“{quote.text}”", _line(annotated, quote.start))]
    for rule in explanation.rules:
        rows.append(("rule", name_of(rule), place_of(rule, annotated.words.pack.code) or ""))
    rows += (_filled(annotated, filled) for filled in explanation.filled)
    console.print(_grid(rows))
    console.print()


def _filled(annotated: Annotated, filled: Filled) -> tuple[str, str, str]:
    if filled.start is None:
        return filled.part, filled.how, ""
    words = f"“{annotated.document.text[filled.start : filled.end]}”"
    return filled.part, f"{words} {filled.how}".strip(), _line(annotated, filled.start)


def _print_unused(annotated: Annotated, seen: tuple[Seen, ...]) -> None:
    console = output()
    console.print(cell(f"{counted(len(seen), 'thing')} seen and not used", "bold"), soft_wrap=True)
    rows = []
    for one in seen:
        words = annotated.document.text[one.start : one.end].strip()
        shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        rules = [name_of(rule) for rule in (one.rule or "").split("; ") if rule]
        why = f"{one.why} ({'; '.join(rules)})" if rules else one.why
        rows.append((one.what, f"“{shown}” {why}", _line(annotated, one.start)))
    console.print(_grid(rows))
    console.print()


def _line(annotated: Annotated, at: int) -> str:
    return f"line {annotated.document.text.count(chr(10), 0, at) + 1}"


def _grid(rows: Iterable[tuple[str, str, str]]) -> Table:
    """Rows of a name, words and a place, the words broken where they are too long for the screen."""
    grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_column(no_wrap=True)
    for name, words, place in rows:
        grid.add_row(cell(" " * _MARGIN + name, "dim"), cell(words), cell(place, "dim"))
    return grid
