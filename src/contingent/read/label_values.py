"""What the value of an entry of an info box states, by the meaning of its label."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from contingent import catalogue
from contingent.document import Block
from contingent.period import is_before
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.attributes import read_counted_nations
from contingent.read.clauses import find_clauses
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity, Sort
from contingent.read.label_words import Label
from contingent.read.mandates import read_named_acts
from contingent.read.named_actors import is_state
from contingent.read.names_of_elements import clean_name
from contingent.read.nation_items import read_counted_line
from contingent.read.numbers import number_reader
from contingent.read.places import is_place, role_of
from contingent.read.proposals import Proposal, quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.sentences import read_sentence
from contingent.read.times import time_reader
from contingent.read.units import Sentence, Unit

_MOST_LEADERS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an info box."""

    discourse: Discourse
    label: Label
    label_block: Block
    value_block: Block
    sentence: Sentence
    """The value as a sentence."""

    @property
    def annotated(self) -> Annotated:
        """The page."""
        return self.discourse.annotated

    @property
    def text(self) -> str:
        """The words of the value."""
        return self.annotated.document.text_of(self.value_block).strip()

    @property
    def operation(self) -> Entity | None:
        """The operation that the value names, else the one spoken of."""
        named = next((u for u in self.sentence.units if u.sort == units.OPERATION), None)
        return self.discourse.an_operation(named.value) if named is not None else self.discourse.operation

    @property
    def whole(self) -> Entity | None:
        """Whatever the box is about: the section's subject if it is a part, else the operation."""
        focus = self.discourse.focus
        return focus if focus is not None and focus.sort is Sort.ELEMENT else self.operation

    @property
    def ours(self) -> Entity | None:
        """Whoever has people and things: the state in the label, the section's subject, the page's own state."""
        if self.label.nation is not None:
            return self.discourse.a_contribution(self.label.nation, self.operation)
        focus = self.discourse.focus
        if focus is not None and focus.is_part():
            return focus
        return self.discourse.a_contribution(self.discourse.home, self.operation) or self.operation

    def propose(self, kind: str, subject: Entity | None, what: Entity | str | None, **more: Any) -> list[Proposal]:
        """What label and value together state."""
        if subject is None:
            return []
        rule = f"info box: {self.label.key}"
        span = (self.label_block.start, self.sentence.end)
        return [Proposal(kind, subject, what, *span, rule, **more)]


def read_entry(entry: Entry) -> list[Proposal]:
    """What an entry states; nothing where its label is known but not what its value would state."""
    reader = _READERS.get(entry.label.key or "")
    return reader(entry) if reader is not None else []


# --- where ------------------------------------------------------------------------------------


def _read_place(entry: Entry) -> list[Proposal]:
    subject = _national(entry) or entry.whole
    reading = Reading(entry.discourse, entry.sentence, [])
    places = [u for u in entry.sentence.units if is_place(u)]
    if not places or _is_one_phrase(entry, places):
        return entry.propose("location", subject, clean_name(entry.text), role="area")
    return [
        proposal
        for unit in places
        for proposal in entry.propose("location", subject, clean_name(unit.text), role=role_of(reading, unit, ""))
    ]


def _national(entry: Entry) -> Entity | None:
    """The contribution where the operation is the page's own state's: it is the state that works there."""
    operation, home = entry.operation, entry.discourse.home
    known = catalogue.load().operations.get(operation.name) if operation is not None else None
    return entry.ours if known is not None and home is not None and known.country == home else None


def _is_one_phrase(entry: Entry, places: list[Unit]) -> bool:
    """Whether a single place ends a phrase that only as a whole names the area: "Central and Eastern Europe"."""
    before = [u for u in entry.sentence.units if u.end <= places[0].start]
    reading = Reading(entry.discourse, entry.sentence, [])
    joined = any(reading.is_in("conjunctions_and", u) for u in before)
    return len(places) == 1 and joined and all(u.sort == units.WORD for u in before)


def _read_base(entry: Entry) -> list[Proposal]:
    place = next((u for u in entry.sentence.units if is_place(u)), None)
    name = place.text if place is not None and place.sort == units.PLACE else re.split(r"[,;(]", entry.text)[0]
    row = entry.sentence.units
    bracketed = [u.text for before, u in pairwise(row) if before.text == "(" and u.sort == units.PLACE]
    names = dict.fromkeys(map(clean_name, (name, *bracketed)))  # "Sarajevo (Camp Butmir)"
    return [p for each in names for p in entry.propose("location", entry.whole, each, role="base")]


# --- how many ---------------------------------------------------------------------------------


def _read_strength(entry: Entry) -> list[Proposal]:
    numbers = number_reader(entry.annotated.words.pack).find(entry.text)
    if not numbers or numbers[0].measure is not None:
        return []
    found = entry.propose("strength", entry.ours, None, quantity=quantity_of(numbers[0], "persons"))
    if len(numbers) > 1:
        found += _read_earlier(entry)
    return found


def _read_crew(entry: Entry) -> list[Proposal]:
    """How many serve aboard the ship named last."""
    number = next(iter(number_reader(entry.annotated.words.pack).find(entry.text)), None)
    ship = next((e for e in reversed(entry.discourse.recent) if e.named and not e.plural), None)
    return entry.propose("strength", ship or entry.ours, None, quantity=quantity_of(number, "persons"))


def _read_earlier(entry: Entry) -> list[Proposal]:
    """A second figure in brackets behind its own day: "1,254 (31 May: 1,301)"."""
    row = entry.sentence.units
    for opening, time, colon, number in zip(row, row[1:], row[2:], row[3:], strict=False):
        if opening.text == "(" and time.sort == units.TIME and colon.text == ":" and number.sort == units.NUMBER:
            on = time.value.resolve(entry.annotated.published, False, None).on
            quantity = quantity_of(number.value, "persons")
            return entry.propose("strength", entry.ours, None, quantity=quantity, as_of=on, modality="past")
    return []


def _read_contributors(entry: Entry) -> list[Proposal]:
    """How many states take part, and which: "Contributing states: 20 EU member states, Albania and Chile"."""
    numbers = number_reader(entry.annotated.words.pack).find(entry.text)
    states = [u.value for u in entry.sentence.units if u.sort == units.ACTOR and is_state(u.value)]
    actors = [entry.discourse.an_actor(code) for code in dict.fromkeys(states)]
    found = [p for actor in actors for p in entry.propose("participation", actor, entry.operation)]
    counted = any(u.sort == units.COUNTRIES for u in entry.sentence.units)
    if numbers and (counted or not states):
        found += entry.propose("membership", entry.operation, None, quantity=quantity_of(numbers[0], "countries"))
    elif numbers:
        reading = Reading(entry.discourse, entry.sentence, [])
        read_counted_nations(reading)  # "Albania (25), Chile (16)"
        read_counted_line(reading)
        found += reading.out
    return found


def _read_assets(entry: Entry) -> list[Proposal]:
    """ "Aircraft: 5" counts what the label names; "Ship: FNS Pohjanmaa (corvette)" is an item of what somebody has."""
    number = number_reader(entry.annotated.words.pack).find(entry.text)
    alone = len(number) == 1 and not any(u.sort not in (units.NUMBER, units.SIGN) for u in entry.sentence.units)
    if not alone:
        return _read_contribution(entry)
    for unit in entry.discourse.layout.sentences_in(entry.label_block)[0].units:
        if unit.sort == units.ASSET and unit.detail.singular:
            name = clean_name(unit.detail.singular)
            name = name if any(letter.isupper() for letter in name[1:]) else name.lower()
            return entry.propose("asset", entry.ours, name, quantity=quantity_of(number[0], None))
    return []


def _read_contribution(entry: Entry) -> list[Proposal]:
    """A value that lists what somebody has; the element that it names is what the rest of the box is about."""
    words = entry.annotated.words
    reading = Reading(
        entry.discourse, entry.sentence, find_clauses(entry.sentence, words), owner=entry.ours, listed=True
    )
    return read_sentence(reading)


# --- when -------------------------------------------------------------------------------------


def _read_period(entry: Entry) -> list[Proposal]:
    """How long the operation has existed; where the section is about a contribution, how long there has been one."""
    time = time_reader(entry.annotated.words.pack).whole(entry.text)
    resolved = time.resolve(entry.annotated.published) if time else None
    if resolved is None or not (resolved.starts or resolved.on or resolved.ends):
        return []
    starts = resolved.starts or resolved.on
    focus = entry.discourse.focus
    if focus is not None and focus.sort is Sort.CONTRIBUTION and entry.label.key == "period":
        actor = entry.discourse.an_actor(focus.nation or "")
        modality = "past" if is_before(resolved.ends, entry.annotated.published) else "actual"
        times = {"starts": starts, "ends": resolved.ends, "modality": modality}
        return entry.propose("participation", actor, focus.operation, **times)
    return entry.propose("existence", entry.whole, None, starts=starts, ends=resolved.ends)


def _read_end(entry: Entry) -> list[Proposal]:
    time = time_reader(entry.annotated.words.pack).whole(entry.text)
    resolved = time.resolve(entry.annotated.published) if time else None
    ends = (resolved.on or resolved.ends) if resolved is not None else None
    return entry.propose("existence", entry.whole, None, ends=ends, modality="past") if ends else []


# --- who and why ------------------------------------------------------------------------------


def _read_lead(entry: Entry) -> list[Proposal]:
    actors = [u for u in entry.sentence.units if u.sort == units.ACTOR][:_MOST_LEADERS]
    named = [entry.discourse.an_actor(unit.value) for unit in actors]
    return [p for actor in named for p in entry.propose("lead", actor, entry.whole)]


def _read_mandate(entry: Entry) -> list[Proposal]:
    """The acts that the value names, else its words as a whole."""
    whole = entry.whole
    if whole is None:
        return []
    found = read_named_acts(entry.discourse, entry.sentence, whole)
    return found or entry.propose("mandate", whole, clean_name(entry.text))


def _read_task(entry: Entry) -> list[Proposal]:
    return entry.propose("task", entry.whole, clean_name(entry.text))


def _read_operation(entry: Entry) -> list[Proposal]:
    """The operation that the box is about; the page's own state takes part in it."""
    if not any(u.sort == units.OPERATION for u in entry.sentence.units):
        return _read_task(entry) if entry.discourse.operation is not None and _is_task(entry) else []
    entry.discourse.operation = entry.operation
    home = entry.discourse.home
    if home is None:
        return []
    found = entry.propose("participation", entry.discourse.an_actor(home), entry.operation)
    return [replace(proposal, implied=True) for proposal in found]


def _is_task(entry: Entry) -> bool:
    """Whether the label can also mean a task ("Mission: protect civilians")."""
    return entry.label.noun in entry.annotated.words.labels["task"]


_READERS: dict[str, Callable[[Entry], list[Proposal]]] = {
    "place": _read_place,
    "base": _read_base,
    "strength": _read_strength,
    "crew": _read_crew,
    "contributors": _read_contributors,
    "asset": _read_assets,
    "contribution": _read_contribution,
    "period": _read_period,
    "begun": _read_period,
    "ended": _read_end,
    "lead": _read_lead,
    "mandate": _read_mandate,
    "task": _read_task,
    "operation": _read_operation,
}
"""Who reads the entries whose labels have which meaning."""
