"""Whoever a clause is about, and the bodies that its verb names."""

from __future__ import annotations

import itertools

from contingent import catalogue
from contingent.read import units
from contingent.read.activities import counted_objects, spoken_of
from contingent.read.acts import is_organ
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.named_actors import is_state
from contingent.read.phrase import Phrase
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit
from contingent.read.walk import BODIES, ELEMENTS

_GENITIVE_LENGTH = 3
"""Characters of a genitive with its space."""
PLACING = frozenset(("base", "area", "arrive", "return", "participate"))
"""The frames that say where something is, or that it comes or goes."""


def owner_of(reading: Reading, clause: Clause) -> Entity | None:
    """Whoever the clause is about."""
    for subject in reversed(clause.subjects):
        entity = reading.entity(subject)
        if entity is not None:
            return entity
    return _led_by(reading, clause)


def _led_by(reading: Reading, clause: Clause) -> Entity | None:
    """The operation spoken of, where the organisation that runs it has people: "The UN has 10,000 troops there"."""
    operation = reading.discourse.operation
    known = catalogue.load().operations.get(operation.name) if operation is not None else None
    counted = any(u.sort == units.PERSONS and u.detail.number is not None for _, u in clause.arguments[:1])
    having = clause.frame is not None and clause.frame.sort in ("consist", "contribute")
    if known is None or not (counted and having):
        return None
    return operation if any(u.sort == units.ACTOR and u.value == known.lead for u in clause.subjects) else None


def operation_of(owner: Entity) -> Entity:
    """The operation that a headquarters belongs to, or itself where it belongs to no operation."""
    return owner.operation if owner.operation is not None and owner.nation is None else owner


def all_owners(reading: Reading, clause: Clause, owner: Entity | None, sort: str) -> list[Entity | None]:
    """Everybody that the clause says the same of: "A Company, B Company and C Company are at Camp X"."""
    if len(clause.subjects) < 2 or sort not in PLACING or clause.inherited:
        return [owner]
    entities = [reading.entity(subject) for subject in clause.subjects if subject.sort in ELEMENTS]
    found = [entity for entity in entities if entity is not None and entity.sort is Sort.ELEMENT]
    return list(found) if len(found) == len(clause.subjects) else [owner]


def others_each(reading: Reading, clause: Clause, owner: Entity | None) -> list[Entity]:
    """The other states of "France and Greece have each sent a ship" or "send observers": each gives its own."""
    states = [u.value for u in clause.subjects if u.sort == units.ACTOR and is_state(u.value)]
    if owner is None or len(states) < 2:
        return []
    counted = [u for _, u in clause.arguments if isinstance(u.detail, Phrase) and u.detail.number is not None]
    general = [u for _, u in clause.arguments if u.sort in (*ELEMENTS, units.ASSET) and u.detail.head.plural]
    if not any(reading.is_in("each", u) for u in reading.row) and (counted or not general):
        return []  # one thing, or a sum, that they give together
    given = [reading.discourse.a_contribution(state, owner.operation) for state in states if state != owner.nation]
    return [contribution for contribution in given if contribution is not None]


def behind_equipment(reading: Reading, clause: Clause) -> Entity | None:
    """Whose helicopters fly, or whose Hornets that no list knows: whoever the passage is about has them."""
    subject = clause.subjects[-1] if clause.subjects else None
    if subject is None:
        return spoken_of(reading) if counted_objects(reading, clause) and not clause.inherited else None
    phrase = subject.detail
    if subject.sort != units.ASSET or not isinstance(phrase, Phrase):
        return None
    nation = next((n for n in phrase.nations if reading.discourse.contributes(reading.discourse.operation, n)), None)
    if nation is not None:
        return reading.discourse.a_contribution(nation)
    if phrase.determiner != "definite":
        return None
    lemma = phrase.head.lemma.casefold()
    ours = [e for e in reversed(reading.discourse.recent) if lemma in e.name.casefold() or lemma == e.head.casefold()]
    return ours[0] if ours else spoken_of(reading)


def is_decided_at_home(reading: Reading, clause: Clause) -> bool:
    """Whether a body without a state's name does something: "The government may send no more than 350 people"."""
    if clause.subjects or clause.group.passive:
        return False
    return any(reading.is_in("deciders", unit) for unit in reading.row[: clause.group.last])


def is_decided_for_all(reading: Reading, clause: Clause) -> bool:
    """Whether an act or a council says what the whole operation is to have.

    "Resolution 2502 keeps the ceiling at 14,000 soldiers", "the Council decided to raise the strength to 1,500".
    """
    about = clause.subjects[-1].sort if clause.subjects and clause.group.tense == "future" else None
    content = about in (units.OPERATION, units.ANAPHOR) and not clause.inherited and not clause.relative
    if clause.subjects and not content and not (clause.inherited and clause.group.tense == "infinitive"):
        return False
    before = [u for u in reading.row[: clause.group.first] if u.sort == units.WORD or is_organ(u)]
    earlier = reading.clauses[: reading.clauses.index(clause)]
    if clause.group.tense == "infinitive" or content:
        decides = any(c.frame is not None and c.frame.sort == "mandate" and not c.relative for c in earlier)
        bodies = (u for u in before if reading.is_in("councils", u) or (is_organ(u) and not is_state(u.value)))
        return decides and any(bodies)
    return not earlier and any(u.low.split()[0] in reading.words.sets["resolutions"] for u in before)


def bodies_named(clause: Clause) -> list[tuple[str, Unit]]:
    """What the verb names that can be led or be a whole, each with its preposition."""
    found = [(p, u) for p, u in clause.arguments if u.sort in BODIES]
    # "The Combined Maritime Forces' | CTF 153": of two names right behind each other the first is the owner.
    pairs = [(u, v) for (_, u), (_, v) in itertools.pairwise(found) if u.sort == v.sort == units.OPERATION]
    owners = {id(u) for u, v in pairs if 0 < v.start - u.end <= _GENITIVE_LENGTH}
    return [(p, u) for p, u in found if id(u) not in owners]
