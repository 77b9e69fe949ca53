"""When a verb about a post says that something was, is or will be so."""

from __future__ import annotations

from contingent.period import parse_bound
from contingent.read import units
from contingent.read.post_events import Event
from contingent.read.proposals import When, when
from contingent.read.sentence_reading import Reading

STATES = ("command", "hold", "keep")
"""The sorts of verbs that say how things are; all others tell of a change."""


def times_of_event(reading: Reading, event: Event, events: list[Event]) -> tuple[When, bool, int]:
    """The times of a clause, whether it tells of what is to come, and where its times end in the text."""
    published = reading.discourse.annotated.published
    change = event.verb.sort not in STATES
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
    following += [n for n in range(event.last + 1, event.stop) if reading.is_in("modals.future", row[n])]
    stop = min([event.stop, *following])
    places = [n for n in range(event.start, stop) if row[n].sort == units.TIME]
    if places:
        return places
    before = row[event.verb.first - 1] if event.verb.first else None
    continues = event.verb.tense == "gerund" or (before is not None and reading.is_in("conjunctions_and", before))
    at = next(number for number, other in enumerate(events) if other is event)
    earlier = events[at - 1] if at else None
    changes = earlier is not None and earlier.verb.sort not in STATES and event.verb.sort not in STATES
    if changes and earlier is not None and earlier.subject is not None and event.subject is not None:
        # "when X stops in May, he is relieved by Y"
        continues = continues or earlier.subject.name == event.subject.name
    if at and continues:
        return _places_of_time(reading, events[at - 1], events)
    return [n for n in range(min(event.start, events[0].verb.first)) if row[n].sort == units.TIME][-1:]
