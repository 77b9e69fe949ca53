"""Changes of post: who takes over from whom, who hands over to whom, who commands what.

The post is the title or the body that the clause of the verb names, else the post that one of the persons is known
to hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from contingent.read import units
from contingent.read.entities import Entity, Held, Sort
from contingent.read.event_times import STATES, times_of_event
from contingent.read.in_charge import read_relations, read_respective, read_turn, read_under
from contingent.read.phrase import Phrase
from contingent.read.post_bodies import body_of, body_of_post, default_body
from contingent.read.post_events import Event, cast, find_event, preposition_before
from contingent.read.post_verbs import PostVerb
from contingent.read.posts import Post, is_body, is_lost, state, title_text
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading


@dataclass(frozen=True, slots=True)
class _Told:
    """What is stated of one event: the post, the characters that state it, its times."""

    title: str | None
    body: Entity
    span: tuple[int, int]
    times: When
    planned: bool


def read_successions(
    reading: Reading, persons: list[int], posts: list[Post], verbs: list[PostVerb], taken: set[int]
) -> None:
    """Put forward what the verbs of a sentence state of posts, and persons that a body is said to be under."""
    if read_respective(reading, persons, verbs):
        return
    read_under(reading, persons)
    events: list[Event] = []
    for number, verb in enumerate(verbs):
        following = verbs[number + 1].first if number + 1 < len(verbs) else len(reading.row)
        event = find_event(reading, verb, events[-1] if events else None, following)
        cast(reading, event, persons)
        _name_post(reading, event, [p for p in posts if p.at not in taken])
        events.append(event)
    for event in events:
        _share(event, events)
        _tell(reading, event, events)
    read_turn(reading, persons)
    read_relations(reading, persons)


# --- which post ---------------------------------------------------------------------------------


def _name_post(reading: Reading, event: Event, posts: list[Post]) -> None:
    """Find the title or the body that the clause of a verb names."""
    verb = event.verb
    if event.coming is None and event.going is None and verb.sort != "pass":
        return
    post = next((p for p in posts if verb.at < p.at < event.stop and not _is_others(reading, event, p)), None)
    if post is not None and is_lost(reading, post):
        event.coming = event.going = None
        return
    if verb.sort == "hold" and (post is None or not _is_predicate(reading, verb.at, post)):
        event.coming = None
        return
    if post is not None and verb.sort != "command":
        event.title = title_text(reading, post)
        event.body = body_of_post(reading, post)
        event.last = max(event.last, post.last)
        behind = [
            p for p in posts if post.last < p.first and p.at < event.stop and p.stated and not is_lost(reading, p)
        ]
        event.further = tuple(p for p in behind if reading.is_in("conjunctions_and", reading.row[p.first - 1]))
        if event.body is None and event.further and verb.sort == "appoint":
            post, *others = event.further  # nobody says what the first of the posts is in
            event.title, event.body = title_text(reading, post), body_of_post(reading, post)
            event.last, event.further = max(event.last, post.last), tuple(others)
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
    if verb.sort in ("appoint", "hold", "keep"):
        return
    for index in range(min(verb.used) + 1, event.stop):
        unit = reading.row[index]
        thing = verb.sort == "command" and index == verb.at + 1 and _is_thing(reading, index)
        following = reading.row[index + 1] if index + 1 < event.stop else None
        if unit.sort == units.OPERATION and following is not None and following.sort == units.UNIT:
            continue  # "KFORs | regionale kommando vest"
        if index in verb.used or not (is_body(reading, unit) or thing):
            continue
        preposition = preposition_before(reading, index)
        if _is_of_person(reading, index):
            continue
        if preposition in reading.words.pack.table("postings")["words"]["over"] or not preposition:
            event.body = body_of(reading, index) if not thing else reading.discourse.resolve(unit)
            if event.body is None and isinstance(unit.detail, Phrase) and unit.detail.named:
                event.coming = event.going = None  # a unit of which nobody knows whose it is
                return
            event.body = event.body or default_body(reading)
            event.last = max(event.last, index)
            return


def _is_others(reading: Reading, event: Event, post: Post) -> bool:
    """Whether a title stands right before the name of somebody else: "in the presence of the commander, General X"."""
    behind = [u for u in reading.row[post.last + 1 : post.last + 3] if u.text != ","]
    named = behind[0] if behind and behind[0].sort == units.PERSON else None
    taking = {person.name for person in (event.coming, event.going) if person is not None}
    return named is not None and len(taking) > 1 and named.value.name not in taking


def _is_thing(reading: Reading, index: int) -> bool:
    """Whether a pronoun such as "it" stands alone here; "den ene" is an article with its noun."""
    row = reading.row
    following = row[index + 1] if index + 1 < len(row) else None
    alone = following is None or following.sort in (units.SIGN, units.TIME) or reading.is_in("prepositions", following)
    return alone and reading.is_in("pronouns_thing", row[index])


def _is_predicate(reading: Reading, at: int, post: Post) -> bool:
    """Whether only small words stand between a verb and a title: "he is now the | chief"."""
    light = reading.words.pack.table("postings")["words"]["light"]
    between = reading.row[at + 1 : post.first]
    return all(u.sort in (units.TIME, units.ACTOR) or u.low in light or reading.is_in("adverbs", u) for u in between)


def _is_of_person(reading: Reading, index: int) -> bool:
    """Whether a body tells where a person comes from: "Colonel X of the Kentucky National Guard"."""
    row, at = reading.row, index - 1
    while at > 0 and (reading.is_in("definite", row[at]) or reading.is_in("prepositions", row[at])):
        at -= 1
    return at < index - 1 and row[at].sort == units.PERSON


def _share(event: Event, events: list[Event]) -> None:
    """Take over the post that another verb of the sentence names for the same person."""
    if event.body is not None or event.title is not None or event.verb.sort == "appoint":
        return  # who was "promoted to general and given the post of chief" was not promoted to that post
    for other in events:
        if other is event or other.body is None:
            continue
        pairs = ((event.coming, other.coming), (event.going, other.going))
        same = any(one is not None and two is not None and one.name == two.name for one, two in pairs)
        if same or (other.coming is None and other.going is None):
            event.body, event.title = other.body, other.title
            return


# --- what is stated -----------------------------------------------------------------------------


def _tell(reading: Reading, event: Event, events: list[Event]) -> None:
    """Put forward what one verb states: a post that somebody holds, or one that changes hands."""
    times, planned, end = times_of_event(reading, event, events)
    held = _held_before(reading, event, planned)
    if not _says_enough(reading, event, held):
        return
    if held is None and not event.named and event.verb.sort != "command":
        held = _last_held(reading)
    body = event.body or (held.body if held is not None else None) or default_body(reading)
    if body is None or body.sort is Sort.ACTOR:
        return
    title = event.title or (held.title if held is not None and body is held.body else None)
    row = reading.row
    told = _Told(title, body, (row[event.start].start, max(row[event.last].end, end)), times, planned)
    if event.verb.sort in STATES:
        _tell_state(reading, event, told)
    else:
        _tell_change(reading, event, told)


def _held_before(reading: Reading, event: Event, planned: bool) -> Held | None:
    """The post that one of the persons is known to hold, and that the verb can be about."""
    # Who is to take over from another leaves the present post for that one's.
    keeps = not planned or event.verb.sort == "keep"
    known = [p for p in (event.going, event.coming if keeps else None) if p is not None]
    posts = reading.discourse.posts
    # "He relieved X, who is now chief of Y" tells of another post of X.
    later = {u.value.name for u in reading.row[event.verb.at :] if u.sort == units.PERSON}
    fresh = {p.subject for p in reading.out if p.kind == "posting"}
    return next((posts[p.name] for p in known if p.name in posts and not (p.name in later and p.name in fresh)), None)


def _last_held(reading: Reading) -> Held | None:
    """The post that the sentences before are about: one that was said to change hands, or that of the last person."""
    discourse = reading.discourse
    person = discourse.last_person
    if discourse.opened is None and discourse.changing is not None:
        return Held(discourse.changing)
    return discourse.opened or (discourse.posts.get(person.name) if person is not None else None)


def _says_enough(reading: Reading, event: Event, held: Held | None) -> bool:
    """Whether a verb with what stands around it is about a post at all."""
    verb, count = event.verb, sum(person is not None for person in (event.coming, event.going))
    if not count or verb.sort == "receive":
        return False
    if verb.sort in ("hold", "appoint", "become"):
        return event.title is not None
    if verb.sort == "keep":
        return event.coming is not None and event.coming.name in reading.discourse.posts
    if verb.sort == "command":
        return event.named or verb.words > 0
    if verb.sort == "replace":
        return count > 1 or verb.passive
    return event.named or held is not None or count > 1 or verb.words > 1


def _tell_state(reading: Reading, event: Event, told: _Told) -> None:
    verb, times = event.verb, told.times
    past = verb.tense == "past" or (verb.tense == "perfect" and not times.starts)
    planned = told.planned and verb.sort != "keep"
    dated, as_of = When(times.starts, times.ends), None
    if planned:
        dated = When(times.on or times.starts, times.ends)
    elif past and times.on and not times.starts and not times.ends:
        dated, as_of = When(), times.on
    modality = "planned" if planned else "past" if past else "actual"
    if event.coming is not None:
        state(reading, event.coming, told.title, told.body, told.span, dated, modality, _rule(verb), as_of)


def _tell_change(reading: Reading, event: Event, told: _Told) -> None:
    times, discourse, opened = told.times, reading.discourse, reading.discourse.opened
    day = times.on or times.starts or times.ends  # an end as in "til august"
    if day is None and opened is not None and opened.body is told.body:
        day = opened.starts
    if day is None and not told.planned and event.verb.tense in ("past", "perfect"):
        day = discourse.changed
    mine = discourse.posts.get(event.coming.name) if event.coming is not None else None
    if event.coming is not None:
        dated = When(day, times.ends if times.starts else None)
        modality = "planned" if told.planned else "actual"
        state(reading, event.coming, told.title, told.body, told.span, dated, modality, _rule(event.verb))
        for post in event.further if event.verb.sort == "appoint" else ():
            body, span = body_of_post(reading, post), (told.span[0], reading.row[post.last].end)
            if body is not None:
                state(reading, event.coming, title_text(reading, post), body, span, dated, modality, _rule(event.verb))
    if event.going is not None:
        dated = When(None, day or (mine.starts if mine is not None and mine.body is told.body else None))
        modality = "actual" if told.planned else "past"
        state(reading, event.going, told.title, told.body, told.span, dated, modality, _rule(event.verb))


def _rule(verb: PostVerb) -> str:
    return f"a verb about a post: {verb.sort}"
