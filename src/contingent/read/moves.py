"""Persons moved from one post to the next: "X moves from 2 Brigade to 4 Brigade as commander".

Orders of the day list such moves, often with one verb for all: "Y from 81 Division to 82 Division and appointed GOC,
Z as GOC 3 Division". Each person has the words up to the next one.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.entities import Entity, Sort
from contingent.read.post_bodies import body_of, body_of_post
from contingent.read.posts import Post, is_body, is_lost, state, title_text
from contingent.read.proposals import When, when
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit


def read_moves(reading: Reading, persons: list[int], posts: list[Post], taken: set[int]) -> None:
    """Put forward the posts that persons are moved to and from; their titles are then taken."""
    for number, person in enumerate(persons):
        stop = persons[number + 1] if number + 1 < len(persons) else len(reading.row)
        semicolon = (n for n in range(person + 1, stop) if reading.row[n].text == ";")
        _read_move(reading, person, next(semicolon, stop), [p for p in posts if p.at not in taken], taken)


def _read_move(reading: Reading, person: int, stop: int, posts: list[Post], taken: set[int]) -> None:
    row, words = reading.row, reading.words.pack.table("postings")["words"]
    post = next((p for p in posts if person < p.first < stop and _is_given(reading, p)), None)
    listed = person + 1 < stop and row[person + 1].low in (*words["from"], *words["as"]) and _opens(reading, person)
    verb = next((n for n in range(person + 1, stop) if _is_move(reading, row[n])), None)
    if not (listed or verb is not None):
        return
    to = (*words["to"], *reading.words.sets["standing"])
    new, old = _body_behind(reading, person, stop, to), _body_behind(reading, person, stop, words["from"])
    if post is None and (new is None or old is None):
        return
    if post is not None and is_lost(reading, post):
        return
    body = _entity(reading, new) or (body_of_post(reading, post, row[person].value.name) if post is not None else None)
    if body is None or body.sort is Sort.ACTOR:
        return
    days = [unit.value for unit in row[:stop] if unit.sort == units.TIME]
    times = when(days, reading.discourse.annotated.published, False)
    day = times.on or times.starts
    clause = reading.clause_of(row[verb]) if verb is not None else None
    planned = clause is not None and reading.mood(clause).modality == "planned"
    last = max(new or person, post.last if post is not None else person)
    span = (row[person].start, row[last].end)
    title = title_text(reading, post) if post is not None else None
    modality = "planned" if planned else "actual"
    state(reading, row[person].value, title, body, span, When(day), modality, "a move to a post")
    left = _entity(reading, old)
    if left is not None and left is not body and left.sort is not Sort.ACTOR:
        reading.propose(
            "posting",
            row[person].value.name,
            left,
            *span,
            "a move from a post",
            When(None, day),
            modality="actual" if planned else "past",
            rank=row[person].value.rank,
        )
    if post is not None:
        taken.add(post.at)


def _opens(reading: Reading, person: int) -> bool:
    """Whether a person opens an entry of a list, and is not what a verb governs ("relieved | X as commander")."""
    before = reading.row[person - 1] if person else None
    if before is None or before.sort == units.SIGN or reading.is_in("conjunctions_and", before):
        return True
    return reading.is_in("be.present", before) or reading.is_in("be.past", before)


def _is_move(reading: Reading, unit: Unit) -> bool:
    """Whether a word is a verb that moves a person to another post, or leaves him in it."""
    if unit.sort != units.WORD:
        return False
    moving = reading.words.pack.table("postings")["words"]["moves"]
    return any(form.lemma in moving for form in reading.words.verbs.get(unit.low, ()))


def _is_given(reading: Reading, post: Post) -> bool:
    """Whether words before a title hand it to somebody: "as the | commander", "and appointed | GOC"."""
    row, at = reading.row, post.first - 1
    while at > 0 and (reading.is_in("definite", row[at]) or reading.is_in("indefinite", row[at])):
        at -= 1
    table = reading.words.pack.table("postings")
    appoints = (form.lemma in table["verbs"]["appoint"] for form in reading.words.verbs.get(row[at].low, ()))
    return row[at].low in table["words"]["as"] or any(appoints)


def _body_behind(reading: Reading, person: int, stop: int, prepositions: tuple[str, ...] | list[str]) -> int | None:
    """The index of the unit that one of some prepositions governs, between a person and ``stop``."""
    row = reading.row
    for at in range(person + 1, stop - 1):
        if row[at].low in prepositions:
            behind = at + 2 if reading.is_in("definite", row[at + 1]) else at + 1
            if behind < stop and is_body(reading, row[behind]) and row[behind].sort != units.OPERATION:
                return behind
    return None


def _entity(reading: Reading, index: int | None) -> Entity | None:
    return body_of(reading, index) if index is not None else None
