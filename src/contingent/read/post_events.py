"""One verb about a post with the persons around it: who acts, who comes in, who goes out, and where its clause ends."""

from __future__ import annotations

from dataclasses import dataclass

from contingent.read import units
from contingent.read.entities import Entity
from contingent.read.persons import PersonExpression
from contingent.read.post_verbs import PostVerb
from contingent.read.posts import Post, is_body, is_relative
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit
from contingent.read.walk import BODIES

_INVERTED = 3
"""How far behind a verb its subject may stand."""


@dataclass(slots=True)
class Event:
    """One verb with the persons around it and the post that its clause names."""

    verb: PostVerb
    stop: int
    """The index behind the clause's last unit."""
    start: int
    """The index of the clause's first unit."""
    subject: PersonExpression | None = None
    subject_body: int | None = None
    coming: PersonExpression | None = None
    going: PersonExpression | None = None
    title: str | None = None
    body: Entity | None = None
    further: tuple[Post, ...] = ()
    """The other posts that the clause gives to the one who comes: "chief of security and | chief of the bureau"."""
    last: int = 0
    """The index of the last unit that the event's words need."""

    @property
    def named(self) -> bool:
        """Whether the clause itself names the post."""
        return self.body is not None or self.title is not None


def find_event(reading: Reading, verb: PostVerb, previous: Event | None, following: int) -> Event:
    """What a verb says of a post, as an event with its subject; ``following`` is where the next such verb stands."""
    row = reading.row
    floor = previous.verb.at + 1 if previous is not None else 0
    event = Event(verb, _stop(reading, verb, following), min(verb.first, *verb.used), last=max(verb.used))
    at = verb.first - 1
    while at >= floor:
        unit = row[at]
        if is_relative(reading, at) and _is_closed(reading, at, verb):
            at -= 1
            continue
        if is_relative(reading, at):
            antecedent = next((n for n in range(at - 1, max(-1, at - 8), -1) if _can_act(row[n])), None)
            if antecedent is not None:
                _set_subject(reading, event, antecedent)
                return event
        if unit.text == ";":
            break
        if unit.sort == units.PERSON and (verb.tense == "gerund" or not hangs(reading, at)):
            _set_subject(reading, event, at)
            return event
        if verb.passive and reading.is_in("pronouns_thing", unit):
            event.subject_body = event.start = at
            return event
        if reading.is_in("pronouns_person", unit):
            before = next((u.value for u in reversed(row[:at]) if u.sort == units.PERSON), None)
            event.subject = before or reading.discourse.last_person
            event.start = at
            return event
        at -= 1
    if reading.words.grammar["verb_second"] or verb.passive:
        # "overtager X", but "har X overtaget": behind a participle stands no subject.
        finite = verb.first if verb.first < verb.at else verb.at
        for at in range(finite + 1, verb.at if finite < verb.at else min(len(row), verb.at + 1 + _INVERTED)):
            if row[at].sort == units.PERSON and not hangs(reading, at):
                _set_subject(reading, event, at)
                return event
            if reading.is_in("pronouns_person", row[at]):
                before = next((u.value for u in reversed(row[: verb.first]) if u.sort == units.PERSON), None)
                event.subject = before or reading.discourse.last_person
                return event
    bodies = [n for n in range(floor, verb.first) if is_body(reading, row[n]) and not hangs(reading, n)]
    commanded = (verb.passive and verb.sort == "command") or verb.sort == "pass"
    if bodies and (previous is None or previous.subject is None or commanded):
        _set_subject(reading, event, bodies[0])
    elif previous is not None:
        event.subject, event.subject_body = previous.subject, previous.subject_body
    return event


def _is_closed(reading: Reading, relative: int, verb: PostVerb) -> bool:
    """Whether a relative clause with a verb of its own ends before a verb: "X, which serves in Y, | took over"."""
    own = any(relative < clause.group.first < verb.first for clause in reading.clauses)
    return own and reading.row[verb.first - 1].text == ","


def _can_act(unit: Unit) -> bool:
    return unit.sort == units.PERSON or unit.sort in BODIES


def _set_subject(reading: Reading, event: Event, index: int) -> None:
    unit = reading.row[index]
    event.start = min(event.start, index)
    if unit.sort == units.PERSON:
        event.subject = unit.value
    else:
        event.subject_body = index


def _stop(reading: Reading, verb: PostVerb, following: int) -> int:
    """Where the clause of a verb ends: before the next verb about posts, a relative clause or a semicolon."""
    row, words = reading.row, reading.words.pack.table("postings")["words"]
    kept = {*words["as"], *words["from"]}
    for at in range(verb.at + 1, following):
        unit = row[at]
        if unit.text == ";" or is_relative(reading, at):
            return at
        if reading.is_in("conjunctions_subordinate", unit) and unit.low not in kept:
            return at
    return following


def hangs(reading: Reading, index: int) -> bool:
    """Whether a unit stands behind a preposition, and so is neither subject nor object."""
    return preposition_before(reading, index) != ""


def preposition_before(reading: Reading, index: int) -> str:
    """The preposition before a unit, over articles and adjectives ("af den italienske | general X")."""
    row, at = reading.row, index - 1
    while at >= 0 and (
        row[at].sort == units.ACTOR
        or row[at].text in reading.words.grammar["genitive"]
        or reading.is_in("definite", row[at])
        or reading.is_in("indefinite", row[at])
        or reading.is_in("evaluative.words", row[at])
        or row[at].low in reading.words.pack.table("postings")["words"]["fellows"]
    ):
        at -= 1
    return row[at].low if at >= 0 and reading.is_in("prepositions", row[at]) else ""


def cast(reading: Reading, event: Event, persons: list[int]) -> None:
    """Give the persons of a clause their parts."""
    words = reading.words.pack.table("postings")["words"]
    verb, subject = event.verb, event.subject
    others = [n for n in persons if verb.at < n < event.stop and reading.row[n].value is not subject]
    by = next((n for n in others if preposition_before(reading, n) in words["by"]), None)
    to = next((n for n in others if preposition_before(reading, n) in words["to"]), None)
    plain = next((n for n in others if not hangs(reading, n) and reading.row[n - 1].text != ","), None)
    source = next((n for n in others if preposition_before(reading, n) in words["from"]), None)
    coming: int | None = None
    going: int | None = None
    if verb.sort in ("enter", "replace", "become"):
        if verb.passive:
            event.going, coming = subject, by
        else:
            event.coming = subject
            by = by if by is not None and reading.row[by - 2].low not in reading.words.verbs else None
            others = [n for n in (source, plain, by) if n is not None]
            going = others[0] if others and subject is not None else None
    elif verb.sort == "leave" and verb.passive:
        going, coming = source, to if source is not None else None
    elif verb.sort == "leave":
        event.going, coming = subject, to
    elif verb.sort == "appoint":
        if verb.passive:
            event.coming = subject
        else:
            coming = plain
    elif verb.sort == "pass":
        going = source if to is not None else None
        coming = to if event.subject_body is not None or source is not None else None
    elif verb.sort in ("hold", "keep"):
        event.coming = subject
    elif verb.sort == "command":
        if verb.passive:
            coming = by
        else:
            event.coming = subject
    for index in (coming, going):
        if index is not None:
            event.last = max(event.last, index)
    if coming is not None:
        event.coming = reading.row[coming].value
    if going is not None:
        event.going = reading.row[going].value
