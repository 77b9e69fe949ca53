"""Postings: persons with their posts, and who follows whom.

A post is read from the words before the name ("Commander of X Lieutenant General Y", "Head: Y"), behind it ("General
Y, who commands X", "Y, the force's commander") or from the verb ("Y took over from Z", "under Y").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from contingent.read import units
from contingent.read.clauses import Clause
from contingent.read.constituents import ELEMENTS
from contingent.read.discourse import clean_name
from contingent.read.entities import Entity, Sort
from contingent.read.phrases import Phrase
from contingent.read.proposals import When
from contingent.read.sentence_reading import Mood, Reading
from contingent.read.units import Unit

_BODIES = (*ELEMENTS, units.OPERATION, units.ANAPHOR)
_CHANGES = ("lead", "take over", "hand over")
_LONGEST_TITLE = 9
_LONGEST_BEHIND = 8


@dataclass(frozen=True, slots=True)
class _Title:
    """The words of a title and what it is a title of."""

    text: str | None
    start: int
    end: int
    body: Unit | None


def read_postings(reading: Reading) -> None:
    """Put forward the postings of a sentence."""
    table = reading.words.pack.table("units")
    barred = frozenset(table["not_posts"])
    for number, unit in enumerate(reading.row):
        if unit.sort != units.PERSON:
            continue
        near = {word for u in reading.row[max(0, number - 4) : number + 4] for word in u.low.split()}
        if near & barred:
            continue
        _posting(reading, number, unit)


def _posting(reading: Reading, number: int, unit: Unit) -> None:
    title = _title_before(reading, number) or _title_behind(reading, number)
    clause = _clause_of(reading, unit, title is not None)
    frame = clause.frame.sort if clause is not None and clause.frame is not None else None
    under = _is_under(reading, number)
    if title is None and frame not in _CHANGES and not under:
        return
    start, end = unit.start, unit.end
    body: Entity | None = None
    if title is not None:
        start, end = min(start, title.start), max(end, title.end)
        if title.body is not None:
            body = reading.entity(title.body)
    if body is None and clause is not None and frame in _CHANGES:
        bodies = [u for _, u in [*clause.arguments, *clause.before] if u.sort in _BODIES]
        if bodies:
            body = reading.entity(bodies[0])
            start, end = min(start, clause.start), max(end, bodies[0].end)
    if body is None and under:
        holder = next((u for u in reversed(reading.row[:number]) if u.sort in _BODIES), None)
        if holder is not None:
            body, start = reading.entity(holder), holder.start
    discourse = reading.discourse
    body = body or discourse.focus or discourse.last_subject or discourse.operation
    if body is None or body.sort is Sort.ACTOR:
        return
    mood = reading.mood(clause)
    times, modality = _times(mood, frame, clause, unit)
    if clause is not None and frame in _CHANGES:
        start, end = min(start, clause.start), max(end, unit.end)
    elif clause is not None and clause.times and (times.starts or times.ends):
        start = min(start, clause.start)
    person = unit.value
    reading.propose(
        "posting",
        person.name,
        body,
        start,
        end,
        "a person in a post",
        times,
        modality=modality,
        title=title.text if title is not None else None,
        rank=person.rank,
    )
    discourse.last_person = person.name


def _clause_of(reading: Reading, unit: Unit, titled: bool) -> Clause | None:
    """The clause that says what the person does: the one it stands in, or the relative clause behind it."""
    clause = reading.clause_of(unit)
    for relative in reading.clauses:
        changes = relative.frame is not None and relative.frame.sort in _CHANGES
        if relative.relative and unit in relative.subjects and changes and not (titled and clause is not None):
            return relative
    return clause


def _times(mood: Mood, frame: str | None, clause: Clause | None, unit: Unit) -> tuple[When, str]:
    times = mood.times
    planned = mood.modality == "planned"
    day = times.on or times.starts
    subject = clause is not None and unit in clause.subjects
    if frame == "take over":
        if subject:
            return When(day, times.ends), "planned" if planned else "actual"
        return When(None, day), "actual" if planned else "past"
    if frame == "hand over":
        if subject:
            return When(None, times.on or times.ends), "actual" if planned else "past"
        return When(day, None), "planned" if planned else "actual"
    if mood.modality == "past":
        if frame in ("lead", "consist", "base", "participate"):
            return mood.observed()[0], "past"
        return When(), "actual"
    return When(times.starts, times.ends), mood.modality


def _is_under(reading: Reading, number: int) -> bool:
    return number > 0 and (
        reading.is_in("under", reading.row[number - 1]) or reading.is_in("by", reading.row[number - 1])
    )


# --- titles -----------------------------------------------------------------------------------


def _holds_post(reading: Reading, unit: Unit) -> bool:
    posts = reading.words.posts
    return unit.low in posts or any(w in posts for w in re.split(r"[\s-]+", unit.low))


def _in_title(reading: Reading, unit: Unit) -> bool:
    allowed = frozenset(reading.words.pack.table("units")["post_words"])
    return (
        unit.low in allowed
        or unit.sort in (*_BODIES, units.ACTOR)
        or unit.text in reading.words.grammar["genitive"]
        or _holds_post(reading, unit)
    )


def _title_before(reading: Reading, number: int) -> _Title | None:
    row = reading.row
    at = number - 1
    if (at >= 0 and row[at].text in (":", ",", "-", "–", "—")) or (
        at >= 0 and (reading.is_in("be.present", row[at]) or reading.is_in("be.past", row[at]))
    ):
        at -= 1
    stop = at
    while at >= 0 and number - at <= _LONGEST_TITLE and _in_title(reading, row[at]):
        at -= 1
    stretch = row[at + 1 : stop + 1]
    while stretch and reading.is_in("definite", stretch[0]):
        stretch = stretch[1:]
    if stretch and any(_holds_post(reading, u) for u in stretch):
        return _title(reading, stretch)
    return None


def _title_behind(reading: Reading, number: int) -> _Title | None:
    row = reading.row
    at, skipped = number + 1, 0

    def skips(unit: Unit, before: Unit) -> bool:
        return (
            unit.text in (",", "(", ")")
            or any(
                reading.is_in(name, unit)
                for name in (
                    "definite",
                    "indefinite",
                    "be.present",
                    "be.past",
                    "be.participle",
                    "have.present",
                    "relatives",
                )
            )
            or (unit.sort == units.ACTOR and before.text == "(")
        )

    while at < len(row) and skipped < 5 and skips(row[at], row[at - 1]):
        at += 1
        skipped += 1
    begin = at
    while at < len(row) and at - begin < _LONGEST_BEHIND and _in_title(reading, row[at]):
        at += 1
    stretch = row[begin:at]
    if skipped and stretch and any(_holds_post(reading, u) for u in stretch):
        return _title(reading, stretch)
    return None


def _title(reading: Reading, stretch: list[Unit]) -> _Title:
    """The title's own words: without the body that it is a title of, where that is named before or behind."""
    body = next(
        (u for u in stretch if u.sort in _BODIES and not (isinstance(u.detail, Phrase) and len(stretch) == 1)),
        None,
    )
    kept = stretch
    if body is not None:
        before = [u for u in stretch if u.end <= body.start]
        behind = [u for u in stretch if u.start >= body.end]
        if any(_holds_post(reading, u) for u in before):
            # "Commander of NATO Mission Iraq", but "head of the mission" whole.
            kept = before if body.sort == units.OPERATION or body.detail.named else stretch
        elif any(_holds_post(reading, u) for u in behind):
            kept = [u for u in behind if u.text not in reading.words.grammar["genitive"]]
        else:
            kept = stretch
    small = reading.words.sets["prepositions"] | reading.words.sets["definite"]
    while len(kept) > 1 and (kept[-1].low in small or kept[-1].text in reading.words.grammar["genitive"]):
        kept = kept[:-1]
    while len(kept) > 1 and (kept[0].low in small or kept[0].sort == units.ACTOR):
        kept = kept[1:]
    text = clean_name(reading.text[kept[0].start : kept[-1].end]) if kept else None
    return _Title(text, stretch[0].start, stretch[-1].end, body)
