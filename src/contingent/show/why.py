"""Rendering of the question why: the chain of an answer for the terminal, and as JSON.

The law of this module: it adds no reason and leaves none out. Words of a page are printed as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import msgspec
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from contingent.ask import Answer
from contingent.ask.rules import Rule
from contingent.ask.values import values_on
from contingent.ask.why import Standing, Testimony, Why, fact_text
from contingent.ask.wording import end_name, value_words
from contingent.catalogue import Catalogue
from contingent.claim_words import period_words, quantity_words
from contingent.fact import Evidence, Fact
from contingent.period_ranges import to_ranges
from contingent.show.decision_words import SHORT, decision_mapping, signed
from contingent.show.notes import day_words
from contingent.show.paper import Paper, as_json
from contingent.show.placemat import SHORT_FACT, STYLES
from contingent.show.terminal import clean, squeezed

_MOST = 12
"""How many statements of one standing, and figures, the table tells; the forms for programs tell all."""
_CONTEXT = 90
"""How many characters are shown on each side of a quote: about a line of print."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: the document's text, which version of its page that is, and the reader's rules.

    ``version`` is 0 for a document without an address. ``reader_rules`` are names with file and line.
    """

    text: str
    version: int
    versions: int
    reader_rules: tuple[tuple[str, str | None], ...]


def told(reason: Why) -> tuple[Testimony, ...]:
    """The statements that the table tells: of each standing the first, which are the nearest in time."""
    return tuple(one for standing in Standing for one in reason.of(standing)[:_MOST])


def render(reason: Why, places: dict[str, Place], form: str, width: int, colour: bool) -> str:
    """The chain in one of the forms ``table`` and ``json``, ending with a line break."""
    if form == "json":
        return as_json(_mapping(reason, places))
    console = Paper(width, colour)
    console.print(_heading(reason))
    console.print(Text.assemble((_answer_words(reason.answer), STYLES[reason.answer.word]), f" on {reason.on}"))
    for remark in reason.answer.remarks:
        console.print(Text(f"  {clean(remark)}", style="dim"))
    _print_section(console, "Because", _rules(reason.rules))
    for standing in Standing:
        grid = _grid()
        found = reason.of(standing)
        for one in found[:_MOST]:
            grid.add_row(Text("•"), _testimony(one, places.get(one.evidence.claim_id), marks=not colour))
        _add_rest(grid, len(found) - _MOST)
        title = f"What {standing}" if standing is not Standing.CARRIES else "What carries the answer"
        _print_section(console, title, grid)
    if reason.values:
        _print_section(console, f"The figure is {value_words(reason.values)} because", _rules(reason.value_rules))
    _print_section(console, "All figures", _series(reason))
    _print_section(console, "Spells", _spells(reason))
    _print_section(console, "Spellings", _joins(reason))
    decisions = _grid()
    for decision in reason.decisions:
        names = " and ".join(f"“{squeezed(name)}”" for name in decision.names or ())
        what = names or f"claim {(decision.claim_id or '')[:SHORT]}"
        decisions.add_row(Text(decision.id[:SHORT], style="dim"), Text(f"{what} {signed(decision)}"))
    _print_section(console, "Decisions", decisions)
    return console.written()


def render_choice(
    answers: Sequence[tuple[Fact, Answer]],
    words: Sequence[str],
    catalogue: Catalogue,
    on: date,
    form: str,
    width: int,
    colour: bool,
) -> str:
    """The facts that an address fits, each with its name and its word, to choose from."""
    if form == "json":
        rows = [
            {
                "fact": fact.id,
                "kind": fact.kind,
                "subject": str(fact.subject),
                "object": None if fact.object is None else str(fact.object),
                "answer": answer.word.value,
            }
            for fact, answer in answers
        ]
        return as_json({"on": on.isoformat(), "facts": rows})
    console = Paper(width, colour)
    asked = " ".join(map(clean, words))
    console.print(Text(f"{len(answers)} facts fit “{asked}”; ask for one by its name:", style="bold"))
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(no_wrap=True)
    for fact, answer in answers:
        text = fact_text(fact, values_on(fact.statements, answer.grounds, on), catalogue)
        about = ": ".join(filter(None, (end_name(fact.subject, catalogue), text)))
        word = Text(answer.word.value, style=STYLES[answer.word])
        grid.add_row(Text(fact.id[:SHORT_FACT]), Text(fact.kind, style="dim"), Text(clean(about)), word)
    console.print(Padding(grid, (0, 0, 0, 2)))
    return console.written()


def _print_section(console: Paper, title: str, grid: Table) -> None:
    if grid.row_count:
        console.print()
        console.print(Text(clean(title), style="bold"))
        console.print(Padding(grid, (0, 0, 0, 2)))


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _heading(reason: Why) -> Text:
    about = f"{clean(reason.about)}{': ' if reason.text else ''}{clean(reason.text)}"
    return Text.assemble((about, "bold"), f" · {reason.fact.kind} · fact {reason.fact.id}")


def _answer_words(answer: Answer) -> str:
    if answer.age is None:
        return answer.word.value
    return f"{answer.word.value}, {answer.age:,} {'day' if answer.age == 1 else 'days'} from the nearest evidence"


def _rules(rules: Iterable[Rule]) -> Table:
    grid = _grid()
    for rule in rules:
        grid.add_row(Text(rule.name, style="dim"), Text(rule.sentence))
    return grid


def _testimony(one: Testimony, place: Place | None, *, marks: bool) -> Text:
    item = one.evidence
    word = f" – {one.word}" if one.word is not None else ""
    text = Text.assemble((f"{clean(one.text) or 'it is so'}{word}", "bold"))
    # Why a claim was rejected is told with the signature, below.
    if one.reason and one.standing is not Standing.REJECTED:
        text.append(f"\n{clean(one.reason)}")
    text.append("\n").append_text(_in_context(item, place, marks=marks))
    source = [item.publisher or "publisher unknown", day_words(item), item.title]
    text.append(f"\n{' · '.join(squeezed(words) for words in source if words)}", style="dim")
    version = f"version {place.version} of {place.versions}" if place and place.versions > 1 else None
    names = [f"document {item.document_id[:SHORT]}", f"claim {item.claim_id[:SHORT]}"]
    where = [item.address, version, *names]
    text.append(f"\n{' · '.join(squeezed(words) for words in where if words)}", style="dim")
    if one.period:
        text.append(f"\n{one.period}", style="dim")
    if item.decision is not None:
        text.append(f"\n{signed(item.decision)}", style="yellow")
    if item.original is not None and item.original != item.claim:
        text.append(f"\nread as “{squeezed(item.original.quote)}”", style="dim")
    for name, line in place.reader_rules if place else ():
        text.append(f"\nread by {clean(name)}" + (f" ({line})" if line else ""), style="dim")
    return text


def _in_context(item: Evidence, place: Place | None, *, marks: bool) -> Text:
    """The quote within the words around it; alone where the document is not at hand."""
    start, end, words = item.quote_start, item.quote_end, squeezed(item.claim.quote)
    text = place.text if place is not None else ""
    if " ".join(text[start:end].split()) != " ".join(item.claim.quote.split()):
        return Text(f"“{words}”")
    before, behind = text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
    return Text.assemble(
        ("…" if start > _CONTEXT else "", "dim"),
        (squeezed(before).lstrip(), "dim"),
        f"«{words}»" if marks else (words, "italic"),
        (squeezed(behind).rstrip(), "dim"),
        ("…" if end + _CONTEXT < len(text) else "", "dim"),
    )


def _series(reason: Why) -> Table:
    """The figures by day, the nearest to the day asked where there are too many."""
    grid = _grid()
    by_nearness = sorted(
        reason.series, key=lambda one: (one.day is None, abs(((one.day or reason.on) - reason.on).days))
    )
    near = {id(one) for one in by_nearness[:_MOST]}
    for one in reason.series if len(reason.series) > 1 else ():
        if id(one) in near:
            scope = f" (“{squeezed(one.scope)}”)" if one.scope else ""
            who = f"{one.evidence.publisher or 'publisher unknown'}, {day_words(one.evidence)}"
            figure = Text.assemble(f"{quantity_words(one.quantity)}{scope}", (f"  {squeezed(who)}", "dim"))
            grid.add_row(Text(str(one.day or "day unknown")), figure)
    _add_rest(grid, len(reason.series) - _MOST)
    return grid


def _add_rest(grid: Table, number: int) -> None:
    """Say how many more there are than the table tells."""
    if number > 0:
        grid.add_row(Text("…"), Text(f"{number:,} more, farther from the day; --format json tells all", style="dim"))


def _spells(reason: Why) -> Table:
    """The stretches of time, where there are several; of one the statements themselves tell."""
    grid = _grid()
    for spell in reason.spells if len(reason.spells) > 1 else ():
        number = len(spell.statements)
        count = f"{number} statement{'' if number == 1 else 's'}"
        grid.add_row(Text("•"), Text.assemble(period_words(spell.period), (f"  {count}", "dim")))
    return grid


def _joins(reason: Why) -> Table:
    grid = _grid()
    for join in reason.joins:
        written = f"“{squeezed(join.written)}” is {squeezed(join.shown)}:"
        grid.add_row(Text("•"), Text.assemble(written, (f" {clean(join.reason)}", "dim")))
    return grid


def _mapping(reason: Why, places: dict[str, Place]) -> dict[str, Any]:
    fact = reason.fact
    return {
        "fact": fact.id,
        "kind": fact.kind,
        "subject": str(fact.subject),
        "object": None if fact.object is None else str(fact.object),
        "role": fact.role,
        "about": reason.about,
        "text": reason.text,
        "on": reason.on.isoformat(),
        "answer": reason.answer.word.value,
        "age_days": reason.answer.age,
        "remarks": list(reason.answer.remarks),
        "rules": [rule._asdict() for rule in reason.rules],
        "statements": [_testimony_mapping(one, places.get(one.evidence.claim_id)) for one in reason.testimonies],
        "values": [
            {**msgspec.to_builtins(value.quantity), "scope": value.scope, "age_days": value.age}
            for value in reason.values
        ],
        "value_rules": [rule._asdict() for rule in reason.value_rules],
        "series": [
            {
                "day": one.day.isoformat() if one.day else None,
                **msgspec.to_builtins(one.quantity),
                "scope": one.scope,
                "claim": one.evidence.claim_id,
            }
            for one in reason.series
        ],
        "spells": [
            {**asdict(to_ranges(spell.period)), "claims": [s.evidence.claim_id for s in spell.statements]}
            for spell in reason.spells
        ],
        "spellings": [{"written": join.written, "shown": join.shown, "reason": join.reason} for join in reason.joins],
        "decisions": [decision_mapping(decision) for decision in reason.decisions],
    }


def _testimony_mapping(one: Testimony, place: Place | None) -> dict[str, Any]:
    item = one.evidence
    return {
        "standing": one.standing.value,
        "text": one.text,
        "word": one.word.value if one.word else None,
        "distance_days": one.distance,
        "reason": one.reason,
        "of_this_fact": one.of_fact,
        "period": one.period,
        "quote": item.claim.quote,
        "start": item.quote_start,
        "end": item.quote_end,
        "claim": item.claim_id,
        "document": item.document_id,
        "publisher": item.publisher,
        "title": item.title,
        "address": item.address,
        "published": item.published,
        "captured": item.captured,
        "version": place.version or None if place else None,
        "versions": place.versions or None if place else None,
        "reader_rules": [{"rule": name, "place": line} for name, line in place.reader_rules] if place else [],
        "decision": decision_mapping(item.decision) if item.decision else None,
        "original": msgspec.to_builtins(item.original) if item.original else None,
    }
