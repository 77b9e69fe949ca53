"""Changes of post: who takes over from whom, who hands over to whom, who commands what.

The post is the title or the body that the clause of the verb names, else the post that one of the persons is known
to hold.
"""

from __future__ import annotations

from contingent.period import parse_bound
from contingent.read import units
from contingent.read.entities import Sort
from contingent.read.in_charge import read_relations, read_under
from contingent.read.post_events import Event, cast, find_event, preposition_before
from contingent.read.post_verbs import PostVerb
from contingent.read.posts import Post, body_of, body_of_post, default_body, is_body, state, title_text
from contingent.read.proposals import When, when
from contingent.read.sentence_reading import Reading

_STATES = ("command", "hold", "keep")
"""The sorts of verbs that say how things are; all others tell of a change."""


def read_successions(
    reading: Reading, persons: list[int], posts: list[Post], verbs: list[PostVerb], taken: set[int]
) -> None:
    """Put forward what the verbs of a sentence state of posts, and persons that a body is said to be under."""
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
    read_relations(reading, persons)


# --- which post ---------------------------------------------------------------------------------


def _name_post(reading: Reading, event: Event, posts: list[Post]) -> None:
    """Find the title or the body that the clause of a verb names."""
    verb = event.verb
    if event.coming is None and event.going is None and verb.sort != "pass":
        return
    post = next((p for p in posts if verb.at < p.at < event.stop), None)
    if post is not None and post.lost:
        event.coming = event.going = None
        return
    if verb.sort == "hold" and (post is None or not _is_predicate(reading, verb.at, post)):
        event.coming = None
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
            event.body = event.body or default_body(reading)
            event.last = max(event.last, index)
            return


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
    if event.body is not None or event.title is not None:
        return
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
    verb, discourse = event.verb, reading.discourse
    persons = [p for p in (event.coming, event.going) if p is not None]
    if not persons or verb.sort == "receive" or (verb.sort == "hold" and event.title is None):
        return
    times, planned, end = _times(reading, event, events)
    if verb.sort == "keep" and not (event.coming is not None and event.coming.name in discourse.posts):
        return
    # Who is to take over from another leaves the present post for that one's.
    keeps = not planned or verb.sort == "keep"
    known = [p for p in (event.going, event.coming if keeps else None) if p is not None]
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
    if held is None and not named and discourse.last_person is not None and verb.sort != "command":
        held = discourse.posts.get(discourse.last_person.name)
    body = event.body or (held.body if held is not None else None) or default_body(reading)
    if body is None or body.sort is Sort.ACTOR:
        return
    title = event.title or (held.title if held is not None and body is held.body else None)
    row = reading.row
    span = (row[event.start].start, max(row[event.last].end, end))
    day = times.on or times.starts
    if verb.sort not in _STATES:
        day = day or times.ends  # "til august"
    rule = f"a verb about a post: {verb.sort}"
    if verb.sort in _STATES:
        past = verb.tense == "past" or (verb.tense == "perfect" and not times.starts)
        modality = "planned" if planned else "past" if past else "actual"
        planned = planned and verb.sort != "keep"
        modality = modality if verb.sort != "keep" or past else "actual"
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


def _times(reading: Reading, event: Event, events: list[Event]) -> tuple[When, bool, int]:
    """The times of a clause, whether it tells of what is to come, and where its times end in the text."""
    published = reading.discourse.annotated.published
    change = event.verb.sort not in _STATES
    ahead = event.verb.tense == "future"
    row = reading.row
    places = _places_of_time(reading, event, events)
    times = when([row[n].value for n in places], published, ahead or (change and event.verb.tense == "present"))
    day = times.on or times.starts or (times.ends if change else None)
    if day is None and change and published is not None and any(_is_today(reading, n) for n in places):
        day, times = published.isoformat(), When(None, None, published.isoformat())
    if day is None or published is None:
        planned = ahead
    else:
        first, last = parse_bound(day)
        planned = (ahead and last > published) or (change and first > published)
    return times, planned, max((row[n].end for n in places if n > event.verb.at), default=0)


def _is_today(reading: Reading, index: int) -> bool:
    return reading.row[index].low in reading.words.pack.table("postings")["words"]["today"]


def _places_of_time(reading: Reading, event: Event, events: list[Event]) -> list[int]:
    """Where the times of a clause stand: in it, at the head of the sentence, or in the clause that it continues."""
    row = reading.row
    following = [c.group.first for c in reading.clauses if c.group.first > max(event.last, event.verb.at)]
    stop = min([event.stop, *following])
    places = [n for n in range(event.start, stop) if row[n].sort == units.TIME]
    if places:
        return places
    before = row[event.verb.first - 1] if event.verb.first else None
    continues = event.verb.tense == "gerund" or (before is not None and reading.is_in("conjunctions_and", before))
    at = next(number for number, other in enumerate(events) if other is event)
    if at and continues:
        return _places_of_time(reading, events[at - 1], events)
    return [n for n in range(min(event.start, events[0].verb.first)) if row[n].sort == units.TIME][-1:]
