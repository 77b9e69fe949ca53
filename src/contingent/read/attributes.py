"""What words inside a noun phrase state: "US-led", "Bulgaria (516)", "the mission in Mali"."""

from __future__ import annotations

import functools

from contingent import catalogue
from contingent.read import units
from contingent.read.discourse import is_state
from contingent.read.entities import Entity
from contingent.read.phrases import Phrase
from contingent.read.places import is_place, place_name
from contingent.read.proposals import quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit


def read_leaders(reading: Reading) -> None:
    """ "US-led", "NATO-ledede": an attribute that names the leader of what follows."""
    suffixes = reading.words.pack.table("units")["led"]
    if not any(map(reading.low.__contains__, suffixes)):
        return
    language = reading.words.pack.code
    for number, unit in enumerate(reading.row):
        if unit.sort not in (units.WORD, units.UNIT, units.ANAPHOR, units.OPERATION):
            continue
        word = next((w for w in unit.text.split() for s in suffixes if w.lower().endswith(s)), None)
        if word is None:
            continue
        suffix = next(s for s in suffixes if word.lower().endswith(s))
        actor = _leaders(language).get(word[: -len(suffix)].strip("-").lower())
        target = next(
            (u for u in reading.row[number : number + 5] if u.sort in (units.OPERATION, units.ANAPHOR, units.UNIT)),
            None,
        )
        if actor and target is not None:
            reading.propose(
                "lead",
                reading.discourse.an_actor(actor),
                reading.discourse.resolve(target),
                unit.start,
                target.end,
                "led by",
            )


def read_leadership(reading: Reading) -> None:
    """ "A task force under French leadership", "Sector East: under Spanish lead"."""
    row = reading.row
    for number, unit in enumerate(row[:-2]):
        if not reading.is_in("under", unit) or row[number + 1].sort not in (
            units.ACTOR,
            units.UNIT,
            units.CONTRIBUTION,
        ):
            continue
        leader, noun = row[number + 1], row[number + 2]
        if leader.sort != units.ACTOR:
            nations = leader.detail.nations
            actor, end = (nations[0] if nations else None), leader.end
            is_lead = leader.detail.head.lemma in reading.words.sets["leadership"]
        else:
            actor, end = str(leader.value), noun.end
            is_lead = noun.low in reading.words.sets["leadership"]
        if actor is None or not is_lead:
            continue
        bodies = [u for u in row[:number] if u.sort in (units.OPERATION, units.ANAPHOR, units.UNIT)]
        led = reading.discourse.resolve(bodies[0]) if bodies else reading.discourse.focus or reading.discourse.operation
        if led is not None and led.sort in ("operation", "element"):
            start = bodies[0].start if bodies else unit.start
            reading.state(
                "lead",
                reading.discourse.an_actor(actor),
                led,
                start,
                end,
                "under the lead of",
                reading.mood(reading.clause_of(unit)),
            )


@functools.cache
def _leaders(language: str) -> dict[str, str]:
    """The actors by their names and adjectives in lower case."""
    found: dict[str, str] = {}
    for name in catalogue.load().actor_names:
        if name.language in (language, catalogue.ANY_LANGUAGE):
            found.setdefault(name.name.lower(), name.actor)
    return found


def read_counted_nations(reading: Reading) -> None:
    """Lists such as "Bulgaria (516), Hungary (502)" and "638 from Italy"."""
    row, discourse = reading.row, reading.discourse
    for number in range(len(row) - 2):
        unit = row[number]
        if not (unit.sort == units.ACTOR and is_state(unit.value) and unit.detail == "name"):
            continue
        opening, count = row[number + 1], row[number + 2]
        closing = row[number + 3] if number + 3 < len(row) else None
        if (
            opening.text == "("
            and count.sort in (units.NUMBER, units.PERSONS)
            and closing is not None
            and closing.text == ")"
        ):
            value = count.value if count.sort == units.NUMBER else count.detail.number
            contribution = discourse.a_contribution(unit.value)
            if value is None or contribution is None or (count.sort == units.NUMBER and count.value.measure):
                continue
            reading.propose(
                "participation",
                discourse.an_actor(unit.value),
                discourse.operation,
                unit.start,
                closing.end,
                "nation (number)",
            )
            reading.propose(
                "strength",
                contribution,
                None,
                unit.start,
                closing.end,
                "nation (number)",
                quantity=quantity_of(value, "persons"),
            )


def read_national_presence(reading: Reading) -> None:
    """Nations in a phrase that a preposition joins to an operation: "soldiers from Ghana and Malaysia in UNIFIL"."""
    row, discourse = reading.row, reading.discourse
    for number, unit in enumerate(row):
        if unit.sort != units.OPERATION or not number:
            continue
        at = number - 1
        while at > 0 and reading.is_in("definite", row[at]):
            at -= 1
        if not reading.is_in("serving_in", row[at]):
            continue
        clause = reading.clause_of(unit)
        operation = discourse.resolve(unit)
        for other in row[:at]:
            phrase = other.detail
            same = reading.clause_of(other) is clause or (clause is not None and other in clause.subjects)
            if not isinstance(phrase, Phrase) or len(phrase.nations) < 2 or not same:
                continue
            for nation in phrase.nations:
                if discourse.contributes(operation, nation):
                    reading.state(
                        "participation",
                        discourse.an_actor(nation),
                        operation,
                        other.start,
                        unit.end,
                        "nations in an operation",
                        reading.mood(clause),
                    )


def read_theatres(reading: Reading) -> None:
    """Where an operation works: "KFOR in Kosovo", "UNIFIL (Lebanon)", "the UN mission in South Sudan"."""
    row = reading.row
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
            holder = next((u for u in reversed(row[: at - 1]) if u.sort in (units.OPERATION, units.ANAPHOR)), None)
        if holder is None or holder.sort not in (units.OPERATION, units.ANAPHOR):
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
