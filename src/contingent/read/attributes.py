"""What words inside a noun phrase state: "US-led", "under French lead", "Bulgaria (516)"."""

from __future__ import annotations

import functools

from contingent import catalogue
from contingent.read import units
from contingent.read.assertions import is_asserted
from contingent.read.clause import Clause
from contingent.read.named_actors import is_state
from contingent.read.phrase import Phrase
from contingent.read.proposals import quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_DOING = ("task", "aim", "support", "fulfil", "outcome")
_SENT = (units.PERSONS, units.PEOPLE, units.UNIT, units.ASSET, units.CONTRIBUTION)


def read_leaders(reading: Reading) -> None:
    """ "US-led", "NATO-ledede": an attribute that names the leader of what follows."""
    suffixes = reading.words.pack.table("units")["led"]
    apart = reading.words.led
    if not any(map(reading.low.__contains__, suffixes)) and apart.isdisjoint(reading.low.split()):
        return
    endings = tuple(suffixes)
    language = reading.words.pack.code
    for number, unit in enumerate(reading.row):
        if unit.sort not in (units.WORD, units.UNIT, units.ANAPHOR, units.OPERATION):
            continue
        parts = unit.text.split()
        at = next((n for n, part in enumerate(parts) if part.lower().endswith(endings) or part.lower() in apart), None)
        if at is None:
            continue
        suffix = next((s for s in suffixes if parts[at].lower().endswith(s)), parts[at])
        name = parts[at][: -len(suffix)].strip("-") or (parts[at - 1] if at else "")  # "britisk ledet"
        actor = _leaders(language).get(name.lower())
        behind = reading.row[number : number + 5]
        target = next((u for u in behind if u.sort in (units.OPERATION, units.ANAPHOR, units.UNIT)), None)
        start, end = unit.start, target.end if target is not None else unit.end
        if target is None:
            # "The operation is | French-led": of what the clause is about.
            clause = next((c for c in reading.clauses if c.start < unit.start < c.end), None)
            predicate = clause is not None and reading.row[number - 1] is reading.row[clause.group.last - 1]
            target = clause.subjects[-1] if clause is not None and predicate and clause.subjects else None
            start = min(start, target.start) if target is not None else start
        if actor and target is not None and target.sort in (units.OPERATION, units.ANAPHOR, units.UNIT):
            leader, led = reading.discourse.an_actor(actor), reading.discourse.resolve(target)
            reading.propose("lead", leader, led, start, end, "led by")


def read_leadership(reading: Reading) -> None:
    """ "A task force under French leadership", "Sector East: under Spanish lead"."""
    row = reading.row if reading.has("under") else []
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
    for number in range(len(row) - 2) if units.ACTOR in reading.sorts else ():
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


def read_named_contributors(reading: Reading) -> None:
    """ "With Albania, Italy and Spain as contributing nations": all of them take part."""
    row, discourse = reading.row, reading.discourse
    if units.COUNTRIES not in reading.sorts:
        return
    at = next((n for n, unit in enumerate(row) if unit.sort == units.COUNTRIES and n > 1), 0)
    as_words = reading.words.pack.table("postings")["words"]["as"]
    if not at or discourse.operation is None or row[at - 1].low not in as_words:
        return
    first = at - 2
    while first > 0 and (row[first].sort == units.ACTOR or row[first].text == "," or _joins_names(reading, row[first])):
        first -= 1
    if not reading.is_in("with", row[first]):
        return
    for unit in row[first:at]:
        if unit.sort == units.ACTOR and is_state(unit.value) and discourse.contributes(discourse.operation, unit.value):
            actor, span = discourse.an_actor(str(unit.value)), (row[first].start, row[at].end)
            reading.propose("participation", actor, discourse.operation, *span, "states as contributors")


def _joins_names(reading: Reading, unit: Unit) -> bool:
    return reading.is_in("conjunctions_and", unit) or reading.is_in("definite", unit)


def read_national_presence(reading: Reading) -> None:
    """The nations of a phrase that names several: "Danish and Swedish officers", "troops from Ghana and Malaysia"."""
    discourse = reading.discourse
    for other in reading.row if not reading.sorts.isdisjoint(_SENT) else ():
        phrase = other.detail
        if not isinstance(phrase, Phrase) or len(phrase.nations) < 2 or other.sort not in _SENT:
            continue
        clause = reading.clause_of(other)
        clause = clause or next((c for c in reading.clauses if other in c.subjects), None)
        if clause is not None and (clause.group.negated or not is_asserted(reading, clause)):
            continue
        if (
            clause is not None
            and other not in clause.subjects
            and (clause.frame is None or clause.frame.sort in _DOING)
        ):
            continue  # "trains Iraqi and Jordanian soldiers": whom it is done to
        named = _operation_served(reading, clause)
        operation = discourse.resolve(named) if named is not None else discourse.operation
        behind = [u for u in reading.row if u.start >= other.end and u.sort == units.ACTOR and u.detail == "name"]
        for nation in phrase.nations if operation is not None else ():
            if discourse.contributes(operation, nation):
                listed = next((u.end for u in behind if u.value == nation), other.end)
                reading.state(
                    "participation",
                    discourse.an_actor(nation),
                    operation,
                    other.start,
                    max(named.end if named is not None else 0, other.end, listed),
                    "nations in an operation",
                    reading.mood(clause),
                )


def _operation_served(reading: Reading, clause: Clause | None) -> Unit | None:
    """The operation that a preposition of service joins to the clause: "in UNIFIL", "with KFOR"."""
    row = reading.row
    for number, unit in enumerate(row):
        if unit.sort != units.OPERATION or not number or reading.clause_of(unit) is not clause:
            continue
        at = number - 1
        while at > 0 and reading.is_in("definite", row[at]):
            at -= 1
        if reading.is_in("serving_in", row[at]):
            return unit
    return None
