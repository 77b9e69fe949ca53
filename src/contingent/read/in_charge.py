"""Persons in charge without a verb of their own: "the battalion, under Colonel X", "his predecessor, Colonel Y"."""

from __future__ import annotations

import itertools

from contingent.read import units
from contingent.read.entities import Sort
from contingent.read.post_bodies import body_of
from contingent.read.post_events import hangs
from contingent.read.post_verbs import PostVerb
from contingent.read.posts import is_body, state
from contingent.read.proposals import UNDATED, When, when
from contingent.read.sentence_reading import Reading
from contingent.read.walk import BODIES


def read_under(reading: Reading, persons: list[int]) -> None:
    """ "The battalion, under Colonel X", "a force led by General Y", "Under Captain Z, the frigate …"."""
    row = reading.row
    phrases = sorted(reading.words.pack.table("postings")["words"]["under"], key=len, reverse=True)
    for person in persons:
        at = person - 1
        while at >= 0 and (
            row[at].sort == units.ACTOR
            or row[at].text in reading.words.grammar["genitive"]
            or reading.is_in("definite", row[at])
        ):
            at -= 1
        before = f" {reading.text[row[0].start : row[max(at, 0)].end]}".lower()
        found = next((p for p in phrases if before.endswith(f" {p}")), None)
        if found is None:
            continue
        first = next(n for n in range(at + 1) if row[n].end > row[at].end - len(found))
        by = row[at].low in reading.words.pack.table("postings")["words"]["by"]
        if (
            by
            and first
            and any(
                reading.is_in(f"be.{tense}", row[first - 1])
                for tense in ("present", "past", "participle", "infinitive")
            )
        ):
            continue  # "is led by X": the verb tells
        if _is_unknown_name(reading, first):
            continue
        body = _body_before(reading, first)
        body = _leading_body(reading, body, person)
        if body is None and first == 0:
            body = next((n for n in range(person + 1, len(row)) if is_body(reading, row[n])), None)
        entity = body_of(reading, body) if body is not None else reading.discourse.operation
        if entity is not None and entity.sort is not Sort.ACTOR:
            start = row[min(first, body if body is not None else first)].start
            span = (start, row[max(person, body or 0)].end)
            state(reading, row[person].value, None, entity, span, UNDATED, "actual", "a body under a person")


def read_respective(reading: Reading, persons: list[int], verbs: list[PostVerb]) -> bool:
    """ "Captains X and Y command A and B respectively"; whether the sentence is of that form."""
    words = reading.words.pack.table("postings")["words"]["respective"]
    if not any(unit.low in words for unit in reading.row):
        return False
    for verb in verbs:
        before = [n for n in persons if n < verb.first]
        behind = [n for n in range(verb.at + 1, len(reading.row)) if is_body(reading, reading.row[n])]
        if verb.sort != "command" or verb.passive or len(before) < 2 or len(before) != len(behind):
            continue
        for person, body in zip(before, behind, strict=True):
            entity = body_of(reading, body)
            if entity is not None and entity.sort is not Sort.ACTOR:
                span = (reading.row[before[0]].start, reading.row[behind[-1]].end)
                holder = reading.row[person].value
                state(reading, holder, None, entity, span, UNDATED, "actual", "persons and bodies in one order")
        return True
    return False


def _is_unknown_name(reading: Reading, stop: int) -> bool:
    """Whether a name that is none of a body known here stands right before: "the Numancia, | commanded by"."""
    row, at = reading.row, stop - 1
    while at > 0 and row[at].text == ",":
        at -= 1
    if at <= 0 or (row[at].sort == units.PLACE and hangs(reading, at)):
        return False  # "the detachment in Djibouti, led by"
    if is_body(reading, row[at - 1]):
        return False  # "the infantry company ESTCOY-11, led by"
    return row[at].sort in (units.WORD, units.ASSET, units.PLACE) and row[at].text[0].isupper()


def _body_before(reading: Reading, stop: int) -> int | None:
    """The nearest body before a place in the row; of "the contingent in UNIFIL" the first."""
    row = reading.row
    sorts = (*BODIES, units.PERSONS)
    body = next((n for n in range(stop - 1, -1, -1) if row[n].sort in sorts or is_body(reading, row[n])), None)
    while body is not None and row[body].sort in (units.OPERATION, units.PERSONS):
        near = range(max(0, body - 3), body)
        before = next((n for n in near if row[n].sort in sorts or is_body(reading, row[n])), None)
        bracketed = body > 0 and row[body - 1].text == "("
        if before is None or not (bracketed or hangs(reading, body)):
            break
        body = before
    return body


def _leading_body(reading: Reading, body: int | None, person: int) -> int | None:
    """The unit that the clause is about, where only its operation stands nearer: "X deploys to UNIFIL | under Y"."""
    row = reading.row
    clause = reading.clause_of(row[person])
    if body is None or clause is None or not clause.subjects or row[body].sort != units.OPERATION:
        return body
    subject = clause.subjects[-1]
    leads = subject.sort == units.UNIT and hangs(reading, body) and clause.verb_start < row[body].start
    return reading.at(subject) if leads else body


def read_turn(reading: Reading, persons: list[int]) -> None:
    """ "The transfer of command between Colonel X and Colonel Y": the first gives the post to the second."""
    row, discourse = reading.row, reading.discourse
    words = reading.words.pack.table("postings")["words"]
    for first, second in itertools.pairwise(persons):
        before = first - 1
        while before > 0 and (reading.is_in("definite", row[before]) or row[before].sort in (units.ACTOR, units.TITLE)):
            before -= 1
        turned = any(unit.low.split()[-1] in words["turns"] for unit in row[:before])
        joined = any(reading.is_in("conjunctions_and", unit) for unit in row[first + 1 : second])
        if not (turned and joined and row[before].low in words["between"]):
            continue
        names = [row[n].value.name for n in (first, second)]
        held = next((discourse.posts[name] for name in reversed(names) if name in discourse.posts), None)
        at = next((n for n in range(before - 1, -1, -1) if _is_commanded(reading, n)), None)
        body = held.body if held is not None else body_of(reading, at) if at is not None else None
        body = body or discourse.focus or discourse.operation
        if body is None or body.sort is Sort.ACTOR:
            continue
        happens = any(c.frame is not None and c.frame.sort == "happen" for c in reading.clauses)
        days = [unit.value for unit in (row if happens else row[:second]) if unit.sort == units.TIME]
        times = when(days, discourse.annotated.published, False)
        later = any(unit.sort == units.TIME for unit in row[second:])
        day = times.on or times.starts or (None if later else discourse.changed)
        title = held.title if held is not None else None
        span = (row[before].start, row[second].end)
        for person, dated, modality in ((first, When(None, day), "past"), (second, When(day), "actual")):
            state(reading, row[person].value, title, body, span, dated, modality, "a post between two persons")


def _is_commanded(reading: Reading, index: int) -> bool:
    """Whether a unit names something that has a commander, and is not part of a rank ("Division General X")."""
    row = reading.row
    titled = index + 1 < len(row) and row[index + 1].sort in (units.PERSON, units.TITLE)
    commanded = row[index].sort in (units.UNIT, units.OPERATION, units.CONTRIBUTION)
    return commanded and not titled and is_body(reading, row[index])


def read_relations(reading: Reading, persons: list[int]) -> None:
    """ "His predecessor, Colonel X": who held the post before the person spoken of."""
    row, discourse = reading.row, reading.discourse
    relations = reading.words.pack.table("postings")["relations"]
    for person in persons:
        at = next((n for n in range(person - 1, max(-1, person - 6), -1) if row[n].low in relations["before"]), None)
        if at is None or any(row[n].sort == units.PERSON for n in range(at, person)):
            continue
        before = next((u.value for u in reversed(row[:at]) if u.sort == units.PERSON), None) or discourse.last_person
        held = discourse.posts.get(before.name) if before is not None else None
        if held is not None:
            span = (row[max(0, at - 1)].start, row[person].end)
            state(
                reading,
                row[person].value,
                held.title,
                held.body,
                span,
                When(None, held.starts),
                "past",
                "a predecessor",
            )
