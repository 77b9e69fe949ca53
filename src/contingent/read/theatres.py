"""Where an operation works: "KFOR in Kosovo", "UNIFIL (Lebanon)", "the area of operations covers Mali and Niger"."""

from __future__ import annotations

from contingent import catalogue
from contingent.read import units
from contingent.read.entities import Entity, Sort
from contingent.read.mood import NON_FINITE
from contingent.read.named_actors import is_state
from contingent.read.places import is_place, place_name
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_OPERATIONS = (units.OPERATION, units.ANAPHOR)


def read_theatres(reading: Reading) -> None:
    """Where an operation works: "KFOR in Kosovo", "UNIFIL (Lebanon)", "the UN mission in South Sudan"."""
    row = reading.row
    if reading.sorts.isdisjoint(_OPERATIONS):
        return
    for number, unit in enumerate(row):
        if unit.sort == units.OPERATION:
            _theatre_in_name(reading, unit)
        if not is_place(unit) or number == 0:
            continue
        at = number - 1
        while at > 0 and reading.is_in("definite", row[at]):
            at -= 1
        before, holder = row[at], row[at - 1] if at else None
        if holder is not None and holder.text == ")" and at >= 4:
            holder = next((u for u in reversed(row[: at - 1]) if u.sort in _OPERATIONS), None)
        if holder is None or holder.sort not in _OPERATIONS:
            continue
        if before.text == "(" or reading.is_in("standing", before):
            operation = reading.discourse.resolve(holder)
            sent = [u for u in row[max(0, at - 5) : at - 1] if u.sort == units.CONTRIBUTION and u.detail.nations]
            if sent:
                operation = reading.entity(sent[-1])
            _works_in(reading, operation, [unit, *_joined_places(reading, number)], holder.start)


def _works_in(reading: Reading, operation: Entity | None, places: list[Unit], start: int) -> None:
    for place in places:
        reading.propose(
            "location",
            operation,
            place_name(place),
            min(start, place.start),
            max(place.end, start),
            "operation in a place",
            role="area",
            modality="past" if reading.modality == "past" else "actual",
        )


def _theatre_in_name(reading: Reading, unit: Unit) -> None:
    """The place inside an operation's name that is printed in full: "the UN Mission in South Sudan"."""
    at, name = -1, ""
    for preposition in reading.words.sets["standing"]:
        found = unit.low.rfind(f" {preposition} ")
        if found > at:
            at, name = found, unit.text[found + len(preposition) + 2 :]
    for article in reading.words.sets["definite"]:
        if name.lower().startswith(article + " "):
            name = name[len(article) + 1 :]
    actor = catalogue.load().find_actor(name, reading.words.pack.code) if name else None
    if at > 0 and name and ((actor is not None and is_state(actor.code)) or name.title() in reading.words.place_names):
        reading.propose(
            "location",
            reading.discourse.resolve(unit),
            " ".join(name.split()),
            unit.start,
            unit.end,
            "place in an operation's name",
            role="area",
        )


def read_heading_theatre(reading: Reading) -> None:
    """A heading of an operation and a place: "KFOR - Kosovo", "Lake Chad: MULTINATIONAL JOINT TASK FORCE"."""
    operations = [u for u in reading.row if u.sort == units.OPERATION]
    found = [u for u in reading.row if is_place(u)]
    # "Baltic Air Policing - Siauliai, Lithuania": the state only says where the town is.
    places = [u for n, u in enumerate(found) if not (n and u.sort == units.ACTOR and found[n - 1].sort == units.PLACE)]
    if not operations or not places:
        return
    first, last = operations[0], places[0]
    several = len({u.value for u in operations}) > 1
    leads = last.start < first.start
    if leads:
        between = [u for u in reading.row if last.end <= u.start < first.start]
    else:
        between = [u for u in reading.row if operations[-1].end <= u.start < last.start]
    signs = {u.text for u in between if u.sort == units.SIGN}
    if several and leads and len(places) == 1 and ":" in signs:
        for each in operations:  # "Mali: MINUSMA and Operation Barkhane"
            _works_in(reading, reading.discourse.resolve(each), places, last.start)
    elif not several and (signs & set(":-–—(") or not between or (leads and signs == {","})):
        _works_in(reading, reading.discourse.resolve(first), places, first.start)


def _joined_places(reading: Reading, number: int) -> list[Unit]:
    row, found = reading.row, []
    at = number + 1
    while (
        at + 1 < len(row)
        and (reading.is_in("conjunctions_and", row[at]) or row[at].text == ",")
        and is_place(row[at + 1])
    ):
        found.append(row[at + 1])
        at += 2
    return found


def read_areas(reading: Reading) -> None:
    """ "The area of operations covers Mali and Niger": the places behind the verb, of whatever is spoken of."""
    sentence, nouns = reading.low, reading.words.sets["areas_of_operation"]
    if not any(map(sentence.__contains__, nouns)):
        return
    for noun in sorted(nouns, key=len, reverse=True):
        at = sentence.find(noun)
        if at < 0:
            continue
        start = reading.sentence.start + at
        clause = next((c for c in reading.clauses if c.verb_start > start and not c.relative), None)
        between = [u for u in reading.row if clause and start + len(noun) <= u.start < clause.verb_start]
        owner = _area_owner(reading, between)
        if clause is None or owner is None or any(is_place(u) for u in between):
            return
        mood = reading.mood(clause)
        later = [c.start for c in reading.clauses if c.start >= clause.end and c.group.tense not in NON_FINITE]
        for place in reading.row[clause.group.last :]:
            if is_place(place) and place.start < min(later, default=reading.sentence.end):
                reading.state(
                    "location", owner, place_name(place), start, place.end, "an area of operations", mood, role="area"
                )
        return


def _area_owner(reading: Reading, between: list[Unit]) -> Entity | None:
    discourse = reading.discourse
    for unit in between:
        entity = reading.entity(unit) if unit.sort in (units.OPERATION, units.ANAPHOR, units.CONTRIBUTION) else None
        if entity is not None:
            return entity
    last = discourse.last_subject
    if last is not None and last.sort in (Sort.OPERATION, Sort.CONTRIBUTION):
        return last
    return discourse.focus or discourse.operation
