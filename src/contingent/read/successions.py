"""Changes of post: who takes over from whom, who hands over to whom, who commands what.

Each verb about a post gives roles to the persons around it: one comes in, one goes out. The post is the title or
the body that the clause names, else the post that one of the persons is known to hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from contingent.period import parse_bound
from contingent.read import units
from contingent.read.entities import Entity, Sort
from contingent.read.persons import PersonExpression
from contingent.read.post_verbs import PostVerb
from contingent.read.posts import (
    BODIES,
    Post,
    body_of,
    body_of_post,
    default_body,
    is_body,
    is_relative,
    state,
    title_text,
)
from contingent.read.proposals import UNDATED, When, when
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_INVERTED = 3
"""How far behind a verb its subject may stand."""


@dataclass(slots=True)
class _Event:
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
    last: int = 0
    """The index of the last unit that the event's words need."""


def read_successions(
    reading: Reading, persons: list[int], posts: list[Post], verbs: list[PostVerb], taken: set[int]
) -> None:
    """Put forward what the verbs of a sentence state of posts, and persons that a body is said to be under."""
    _read_under(reading, persons)
    events: list[_Event] = []
    for number, verb in enumerate(verbs):
        following = verbs[number + 1].first if number + 1 < len(verbs) else len(reading.row)
        event = _event(reading, verb, events[-1] if events else None, following)
        _cast(reading, event, persons)
        _name_post(reading, event, [p for p in posts if p.at not in taken])
        events.append(event)
    for event in events:
        _share(event, events)
        _tell(reading, event, events)
    _read_relations(reading, persons)


# --- who ----------------------------------------------------------------------------------------


def _event(reading: Reading, verb: PostVerb, previous: _Event | None, following: int) -> _Event:
    row = reading.row
    floor = previous.verb.at + 1 if previous is not None else 0
    event = _Event(verb, _stop(reading, verb, following), min(verb.first, *verb.used), last=max(verb.used))
    at = verb.first - 1
    while at >= floor:
        unit = row[at]
        if is_relative(reading, at):
            antecedent = next((n for n in range(at - 1, max(-1, at - 8), -1) if _can_act(row[n])), None)
            if antecedent is not None:
                _set_subject(reading, event, antecedent)
                return event
        if unit.text == ";":
            break
        if unit.sort == units.PERSON and not _hangs(reading, at):
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
        for at in range(verb.at + 1, min(len(row), verb.at + 1 + _INVERTED)):
            if row[at].sort == units.PERSON and not _hangs(reading, at):
                _set_subject(reading, event, at)
                return event
            if reading.is_in("pronouns_person", row[at]):
                event.subject = reading.discourse.last_person
                return event
    bodies = [n for n in range(floor, verb.first) if is_body(reading, row[n]) and not _hangs(reading, n)]
    commanded = (verb.passive and verb.sort == "command") or verb.sort == "pass"
    if bodies and (previous is None or previous.subject is None or commanded):
        _set_subject(reading, event, bodies[0])
    elif previous is not None:
        event.subject, event.subject_body = previous.subject, previous.subject_body
    return event


def _can_act(unit: Unit) -> bool:
    return unit.sort == units.PERSON or unit.sort in BODIES


def _set_subject(reading: Reading, event: _Event, index: int) -> None:
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


def _hangs(reading: Reading, index: int) -> bool:
    return _preposition(reading, index) != ""


def _preposition(reading: Reading, index: int) -> str:
    """The preposition before a unit, over articles and adjectives ("af den italienske | general X")."""
    row, at = reading.row, index - 1
    while at >= 0 and (
        row[at].sort == units.ACTOR
        or reading.is_in("definite", row[at])
        or reading.is_in("indefinite", row[at])
        or reading.is_in("evaluative.words", row[at])
    ):
        at -= 1
    return row[at].low if at >= 0 and reading.is_in("prepositions", row[at]) else ""


def _cast(reading: Reading, event: _Event, persons: list[int]) -> None:
    """Give the persons of a clause their parts."""
    words = reading.words.pack.table("postings")["words"]
    verb, subject = event.verb, event.subject
    others = [n for n in persons if verb.at < n < event.stop and reading.row[n].value is not subject]
    by = next((n for n in others if _preposition(reading, n) in words["by"]), None)
    to = next((n for n in others if _preposition(reading, n) in words["to"]), None)
    plain = next((n for n in others if not _hangs(reading, n) and reading.row[n - 1].text != ","), None)
    source = next((n for n in others if _preposition(reading, n) in words["from"]), None)
    coming: int | None = None
    going: int | None = None
    if verb.sort in ("enter", "replace", "become"):
        if verb.passive:
            event.going, coming = subject, by
        else:
            event.coming = subject
            going = next((n for n in (source, plain, by) if n is not None), None)
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


# --- which post ---------------------------------------------------------------------------------


def _name_post(reading: Reading, event: _Event, posts: list[Post]) -> None:
    """Find the title or the body that the clause of a verb names."""
    if event.coming is None and event.going is None:
        return
    verb = event.verb
    post = next((p for p in posts if verb.at < p.at < event.stop), None)
    if post is not None and post.lost:
        event.coming = event.going = None
        return
    if post is not None and verb.sort != "command":
        event.title = title_text(reading, post)
        event.body = body_of_post(reading, post)
        event.last = max(event.last, post.last)
        return
    if verb.sort == "pass" or (verb.passive and verb.sort == "leave"):
        body = next((n for n in range(event.start, -1, -1) if is_body(reading, reading.row[n])), None)
        if body is not None:
            event.body, event.start = body_of(reading, body), min(event.start, body)
            return
    passive_body = verb.passive and verb.sort == "command"
    if (passive_body or verb.sort == "pass") and event.subject_body is not None:
        subject = reading.row[event.subject_body]
        pronoun = subject.sort == units.WORD
        event.body = reading.discourse.resolve(subject) if pronoun else body_of(reading, event.subject_body)
        return
    if verb.sort in ("appoint", "hold"):
        return
    for index in range(min(verb.used) + 1, event.stop):
        unit = reading.row[index]
        thing = reading.is_in("pronouns_thing", unit) and verb.sort == "command" and index == verb.at + 1
        if index in verb.used or not (is_body(reading, unit) or thing):
            continue
        preposition = _preposition(reading, index)
        if preposition in reading.words.pack.table("postings")["words"]["over"] or not preposition:
            event.body = body_of(reading, index) if not thing else reading.discourse.resolve(unit)
            event.body = event.body or default_body(reading)
            event.last = max(event.last, index)
            return


def _share(event: _Event, events: list[_Event]) -> None:
    """Take over the post that another verb of the sentence names for the same person."""
    if event.body is not None or event.title is not None:
        return
    for other in events:
        mine = {p.name for p in (event.coming, event.going) if p is not None}
        if other is not event and other.coming is not None and other.coming.name in mine and other.body is not None:
            event.body, event.title = other.body, other.title
            return


# --- what is stated -----------------------------------------------------------------------------


def _tell(reading: Reading, event: _Event, events: list[_Event]) -> None:
    verb, discourse = event.verb, reading.discourse
    persons = [p for p in (event.coming, event.going) if p is not None]
    if not persons or verb.sort in ("hold", "receive"):
        return
    times, planned, end = _times(reading, event, events)
    # Who is to take over from another leaves the present post for that one's.
    known = [p for p in (event.going, None if planned else event.coming) if p is not None]
    held = next((discourse.posts[p.name] for p in known if p.name in discourse.posts), None)
    named = event.body is not None or event.title is not None
    if not named and held is None and len(persons) < 2 and not (verb.words > 1 or verb.sort == "command"):
        return
    if verb.sort == "command" and not named and not verb.words:
        return
    if verb.sort in ("appoint", "become") and event.title is None:
        return
    if verb.sort == "replace" and len(persons) < 2 and not verb.passive:
        return
    body = event.body or (held.body if held is not None else None) or default_body(reading)
    if body is None or body.sort is Sort.ACTOR:
        return
    title = event.title or (held.title if held is not None and body is held.body else None)
    row = reading.row
    span = (row[event.start].start, max(row[event.last].end, end))
    day = times.on or times.starts
    if verb.sort not in ("command", "hold"):
        day = day or times.ends  # "til august"
    rule = f"a verb about a post: {verb.sort}"
    if verb.sort in ("command", "hold"):
        past = verb.tense == "past" or (verb.tense == "perfect" and not times.starts)
        modality = "planned" if planned else "past" if past else "actual"
        dated = When(day, times.ends) if planned or times.starts else When(None, times.ends)
        if past and times.on and not times.starts and not times.ends:
            dated = When(times.on, times.on)
        if event.coming is not None:
            state(reading, event.coming, title, body, span, dated, modality, rule)
        return
    mine = discourse.posts.get(event.coming.name) if event.coming is not None else None
    if event.coming is not None:
        dated = When(day, times.ends if times.starts else None)
        state(reading, event.coming, title, body, span, dated, "planned" if planned else "actual", rule)
    if event.going is not None:
        dated = When(None, day or (mine.starts if mine is not None and mine.body is body else None))
        state(reading, event.going, title, body, span, dated, "actual" if planned else "past", rule)


def _times(reading: Reading, event: _Event, events: list[_Event]) -> tuple[When, bool, int]:
    """The times of a clause, whether it tells of what is to come, and where its times end in the text."""
    published = reading.discourse.annotated.published
    change = event.verb.sort not in ("command", "hold")
    ahead = event.verb.tense == "future"
    row = reading.row
    places = _places_of_time(reading, event, events)
    times = when([row[n].value for n in places], published, ahead or (change and event.verb.tense == "present"))
    day = times.on or times.starts or (times.ends if change else None)
    if day is None or published is None:
        planned = ahead
    else:
        first, last = parse_bound(day)
        planned = (ahead and last > published) or (change and first > published)
    return times, planned, max((row[n].end for n in places if n > event.verb.at), default=0)


def _places_of_time(reading: Reading, event: _Event, events: list[_Event]) -> list[int]:
    """Where the times of a clause stand: in it, before the sentence's first verb, or in the clause that it continues."""
    row = reading.row
    places = [n for n in range(event.start, event.stop) if row[n].sort == units.TIME]
    if places:
        return places
    before = row[event.verb.first - 1] if event.verb.first else None
    continues = event.verb.tense == "gerund" or (before is not None and reading.is_in("conjunctions_and", before))
    at = next(number for number, other in enumerate(events) if other is event)
    if at and continues:
        return _places_of_time(reading, events[at - 1], events)
    return [n for n in range(min(event.start, events[0].verb.first)) if row[n].sort == units.TIME][-1:]


# --- without a verb -------------------------------------------------------------------------------


def _read_under(reading: Reading, persons: list[int]) -> None:
    """ "The battalion, under Colonel X", "a force led by General Y", "Under Captain Z, the frigate …"."""
    row = reading.row
    phrases = sorted(reading.words.pack.table("postings")["words"]["under"], key=len, reverse=True)
    for person in persons:
        at = person - 1
        while at >= 0 and (row[at].sort == units.ACTOR or reading.is_in("definite", row[at])):
            at -= 1
        before = f" {reading.text[row[0].start : row[max(at, 0)].end]}".lower()
        found = next((p for p in phrases if before.endswith(f" {p}")), None)
        if found is None:
            continue
        first = next(n for n in range(at + 1) if row[n].end > row[at].end - len(found))
        if first and any(reading.is_in(f"be.{tense}", row[first - 1]) for tense in ("present", "past", "participle")):
            continue  # "is led by X": the verb tells
        body = _body_before(reading, first)
        if body is None:
            body = (
                next((n for n in range(person + 1, len(row)) if is_body(reading, row[n])), None) if first == 0 else None
            )
        entity = body_of(reading, body) if body is not None else reading.discourse.operation
        if entity is not None and entity.sort is not Sort.ACTOR:
            start = row[min(first, body if body is not None else first)].start
            span = (start, row[max(person, body or 0)].end)
            state(reading, row[person].value, None, entity, span, UNDATED, "actual", "a body under a person")


def _body_before(reading: Reading, stop: int) -> int | None:
    """The nearest body before a place in the row; of "the contingent in UNIFIL" the first."""
    row = reading.row
    sorts = (*BODIES, units.PERSONS)
    body = next((n for n in range(stop - 1, -1, -1) if row[n].sort in sorts), None)
    while body is not None and row[body].sort == units.OPERATION:
        before = next((n for n in range(max(0, body - 3), body) if row[n].sort in sorts), None)
        if before is None or not _hangs(reading, body):
            break
        body = before
    return body


def _read_relations(reading: Reading, persons: list[int]) -> None:
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
