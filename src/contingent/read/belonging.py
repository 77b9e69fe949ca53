"""What belongs to what: "the Danish team is part of UNTSO", "attached to the battalion"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.clause_owners import bodies_named
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.named_actors import is_state
from contingent.read.phrase import Phrase
from contingent.read.sentence_reading import Reading
from contingent.read.taking_part import read_taking_part
from contingent.read.units import Unit
from contingent.read.walk import BODIES, Walk
from contingent.read.walk_elements import belongs


def read_part(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """That all which the clause is about belongs to what the verb names."""
    for each in _owners(reading, clause, owner):
        _belongs(reading, clause, mood, each, rule)


def _owners(reading: Reading, clause: Clause, owner: Entity | None) -> list[Entity]:
    """All that the clause is about, where its subject is several: "the three groups"."""
    several = reading.discourse.resolve_all(clause.subjects[-1]) if clause.subjects else []
    return several if len(several) > 1 else [owner] if owner is not None else []


def _belongs(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    discourse = reading.discourse
    if owner.sort is Sort.CONTRIBUTION and any(u.sort in (units.ACTOR, units.PERSONS) for u in clause.subjects):
        read_taking_part(reading, clause, mood, owner, rule)
        return
    for number, (_, target) in enumerate(bodies_named(clause) or _fronted(reading, clause)):
        known = len(discourse.recent)
        whole = discourse.resolve(target) or _unnamed_part(reading, target)
        if whole is None or whole is owner:
            continue
        if len(discourse.recent) > known and not _stands_alone(reading, target):
            discourse.forget(whole)
            continue
        element = owner
        if owner.sort is Sort.OPERATION and whole.sort is Sort.OPERATION:
            element = Entity(Sort.ELEMENT, owner.name, None, whole, named=True)
        if element.sort is not Sort.ELEMENT or (number and whole.sort is Sort.OPERATION):
            continue
        if whole is element.operation and element.nation is not None:
            # "The Danish team is part of UNTSO": it is, as a part of what Denmark sends.
            contribution = discourse.a_contribution(element.nation, whole)
            belongs(Walk(reading, mood, None, False, rule=rule), element, contribution, clause.start, target.end)
            break
        if whole.sort is Sort.ELEMENT and whole.nation is None and not whole.stated and target.detail.named:
            belongs(Walk(reading, Mood(), None, False, rule=rule), whole, whole.operation, target.start, target.end)
        if target.sort == units.UNIT and target.detail.head.lemma in reading.words.headquarters:
            whole.nation = next((n for n in target.detail.nations if is_state(n)), None)
        reading.state("element", element, whole, clause.start, target.end, rule, mood)
        joined = reading.at(target) + 1
        if joined >= len(reading.row) or not reading.is_in("conjunctions_and", reading.row[joined]):
            break


def _fronted(reading: Reading, clause: Clause) -> list[tuple[str, Unit]]:
    """What stands before the verb where the subject follows it: "I kampgruppen | indgår | et kompagni"."""
    if not clause.subjects or clause.subjects[-1].start < clause.verb_start:
        return []
    return [(p, u) for p, u in clause.before if p in reading.words.sets["standing"] and u.sort in BODIES]


def _stands_alone(reading: Reading, target: Unit) -> bool:
    """Whether a body that was not spoken of before can be what something belongs to: named, foreign, or the staff."""
    phrase = target.detail
    if not isinstance(phrase, Phrase):
        return True
    whole = any(noun in target.low for noun in reading.words.operation_units)
    return phrase.named or bool(phrase.nations) or whole or phrase.head.lemma in reading.words.headquarters


def _unnamed_part(reading: Reading, target: Unit) -> Entity | None:
    """ "The battalion" that something is attached to, where no battalion was spoken of: one of the operation.

    That of a state in which the operation works is one of its own armed force: "the Estonian 1st Brigade".
    """
    operation = reading.discourse.operation
    if target.sort != units.UNIT or operation is None:
        return None
    phrase = target.detail
    name = reading.discourse.name_of(phrase)
    host = next((n for n in phrase.nations if reading.discourse.hosts(operation, n)), None)
    return Entity(Sort.ELEMENT, name, host, None if host else operation, head=phrase.head.lemma, named=phrase.named)
