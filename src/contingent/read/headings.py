"""Headings: who and what a section is about, and what its heading itself states."""

from __future__ import annotations

from dataclasses import dataclass

from contingent.read import units
from contingent.read.attributes import read_leaders
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity, Sort
from contingent.read.mandates import note_proposals
from contingent.read.mood import Mood
from contingent.read.named_actors import is_state, operations_in
from contingent.read.phrase import Phrase
from contingent.read.places import is_place
from contingent.read.proposals import Proposal
from contingent.read.senders import sender_of_heading
from contingent.read.sentence_reading import Reading
from contingent.read.theatres import read_heading_theatre, read_theatres
from contingent.read.units import Sentence, Unit
from contingent.read.walk import Walk
from contingent.read.walk_elements import belongs

_SMALL = (units.SIGN, units.NUMBER)
"""What may stand beside the places that a heading consists of."""


@dataclass(frozen=True, slots=True)
class Section:
    """What the section below a heading is about."""

    operation: Entity | None = None
    """The operation that the heading names, or the one above it."""
    focus: Entity | None = None
    """The contribution or the part that the heading names."""
    sender: str | None = None
    """The state that the heading consists of."""
    elsewhere: bool = False
    """Whether it is about a place, so that the operation of the section before does not go on in it."""
    losses: bool = False
    """Whether it counts the dead and the missing."""
    over: bool = False
    """Whether it, or a heading above it, says that what the section tells of is over: "Completed missions"."""


def enter_section(discourse: Discourse, sentence: Sentence, above: Section) -> tuple[list[Proposal], Section]:
    """What a heading states, and what its section is about; ``above`` is the section that it stands in."""
    over = above.over or _opens_as_former(discourse, sentence)
    reading = Reading(discourse, sentence, [], modality="past" if over else None)
    operations = {name for u in sentence.units for name in operations_in(u)}
    elements = [u for u in sentence.units if u.sort == units.UNIT and (u.detail.modified or u.detail.named)]
    elements = [u for u in elements if not _is_mission(discourse, u.detail)]
    about_operation = len(operations) == 1
    if about_operation:
        discourse.operation = discourse.an_operation(operations.pop())
        elements = [u for u in elements if _is_one_part(reading, u)]
    if about_operation or not operations:
        first = bool(elements) and elements[0] is sentence.units[0]
        discourse.focus = _element_of(reading, elements[0]) if len(elements) == 1 or first else None
    sender = _sender_of(discourse, sentence)
    if sender is not None and discourse.focus is None:
        discourse.focus = sender
        if any(operations_in(u) for u in sentence.units):
            reading.propose(
                "participation",
                discourse.an_actor(sender.nation or ""),
                sender.operation,
                sentence.start,
                sentence.end,
                "a heading of a state and an operation",
                modality="planned" if reading.has("proposals") else "actual",
            )
    discourse.last_subject = discourse.focus
    note_proposals(reading)
    read_leaders(reading)
    read_theatres(reading)
    read_heading_theatre(reading)
    named = any(operations_in(u) for u in sentence.units)
    operation = discourse.operation if named else above.operation
    elsewhere = discourse.overview and not named and all(is_place(u) or u.sort in _SMALL for u in sentence.units)
    losses = above.losses or reading.has("casualties")
    spoken_for = sender_of_heading(discourse, sentence)
    return reading.out, Section(operation, discourse.focus, spoken_for, elsewhere, losses, over)


def _opens_as_former(discourse: Discourse, sentence: Sentence) -> bool:
    """Whether the first word of a heading, behind its number, says that it is over: "4. Completed missions"."""
    said = [u for u in sentence.units if u.sort not in (units.NUMBER, units.SIGN)]
    return bool(said) and said[0].low.split()[0] in discourse.annotated.words.labels["notes"]["former"]


def _is_mission(discourse: Discourse, phrase: Phrase) -> bool:
    """Whether a phrase of a heading only speaks of the operation: "Mission Background", not "Air Task Force"."""
    forces = discourse.annotated.words.sets["forces"]
    return phrase.head.sort == "operation" and phrase.head.lemma.split()[-1] not in forces


def _is_one_part(reading: Reading, unit: Unit) -> bool:
    """Whether a heading that names an operation can be about this part of it."""
    phrase: Phrase = unit.detail
    headquarters = phrase.head.lemma in reading.words.headquarters
    if headquarters or phrase.head.sort == "operation" or phrase.head.plural:
        return False
    return phrase.named or any(map(is_state, phrase.nations))


def _element_of(reading: Reading, unit: Unit) -> Entity | None:
    """The element that a heading is about; with a name or a state it is stated to be part of the operation."""
    discourse = reading.discourse
    entity = discourse.resolve(unit)
    if entity is None or entity.sort is not Sort.ELEMENT:
        return None
    if unit.detail.named or any(map(is_state, unit.detail.nations)):
        whole = discourse.a_contribution(entity.nation, entity.operation) or discourse.operation
        if entity.operation is None or entity.nation is None:
            whole = discourse.operation
        belongs(Walk(reading, Mood(), None, False, rule="a heading"), entity, whole, unit.start, unit.end)
    return entity


def _sender_of(discourse: Discourse, sentence: Sentence) -> Entity | None:
    """The contribution that a heading is about: "Germany in Resolute Support", "The Estonian contingent"."""
    codes: set[str] = set()
    if not any(operations_in(u) or u.sort == units.CONTRIBUTION for u in sentence.units):
        return None
    operation = next((u for u in sentence.units if u.sort == units.OPERATION), None)
    for number, unit in enumerate(sentence.units):
        dashed = number > 0 and sentence.units[number - 1].text in "-–—"
        if dashed and unit.detail == "name" and operation is not None and operation.start < unit.start:
            continue  # "Operation Inherent Resolve - Qatar": a place
        if unit.sort == units.ACTOR and unit.detail in ("name", "adjective"):
            codes.add(str(unit.value))
        elif unit.sort in (units.CONTRIBUTION, units.PERSONS):
            codes.update(unit.detail.nations)
    senders = {code for code in codes if discourse.contributes(discourse.operation, code)}
    return discourse.a_contribution(senders.pop()) if len(senders) == 1 and len(codes) == 1 else None
