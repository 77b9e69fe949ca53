"""Support: which element works for which other: "looks after the contingent", "flew in support of 7 Division"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.deeds import is_speech
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.sentence_reading import Reading
from contingent.read.tasks import read_task
from contingent.read.units import Unit
from contingent.read.walk import BODIES, ELEMENTS

_SUPPORTED = (*BODIES, units.PERSONS)


def read_support(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    """Whom ``owner`` supports, in a clause with a verb of support; a task where nobody is named."""
    if clause.group.passive:
        _read_supported(reading, clause, mood, owner, rule)
        return
    supported = _supported(reading, owner, [u for _, u in clause.arguments])
    if supported is None:
        read_task(reading, clause, mood, owner, rule)
        return
    reading.state("support", owner, supported, clause.start, clause.end, rule, mood)
    if clause.frame is not None and len(clause.frame.words) > 1:
        read_task(reading, clause, mood, owner, rule)  # "provides logistical support to …" names a task as well


def _read_supported(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    """ "The battlegroup is supported by a Danish platoon": whoever stands behind "by" supports it."""
    for preposition, unit in clause.arguments:
        helper = reading.entity(unit) if preposition in reading.words.sets["by"] and unit.sort in ELEMENTS else None
        if helper is not None and helper is not owner:
            reading.state("support", helper, owner, clause.start, unit.end, rule, mood)


def read_service(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    """Whom an element serves by what it does: "is responsible for the logistics of all Danish soldiers"."""
    serves = reading.words.sets["serving"]
    targets = [u for p, u in clause.arguments if p in serves and u.sort in (units.PERSONS, units.CONTRIBUTION)]
    supported = _supported(reading, owner, targets)
    if supported is not None:
        reading.state("support", owner, supported, clause.start, clause.end, rule, mood)


def read_in_support(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    """ "… in support of the battalion", wherever it stands in a clause."""
    if owner.sort is not Sort.ELEMENT or is_speech(reading, clause):
        return
    begin = reading.sentence.start if clause is reading.clauses[0] else clause.start
    low = reading.text[begin : clause.end].lower()
    for phrase in reading.words.sets["in_support"]:
        at = low.find(f"{phrase} ")
        if at < 0:
            continue
        behind = [u for u in reading.row if u.start >= begin + at + len(phrase) and u.end <= clause.end]
        supported = _supported(reading, owner, behind[:2])
        if supported is not None:
            reading.state("support", owner, supported, min(begin + at, clause.start), clause.end, rule, mood)
            return


def _supported(reading: Reading, owner: Entity, targets: list[Unit]) -> Entity | None:
    """Whoever of the targets is one's own side: "all three groups" are the owner's contribution as a whole."""
    if owner.sort is not Sort.ELEMENT:
        return None
    target = targets[0] if targets else None
    if target is None or target.sort not in _SUPPORTED or _has_something(reading, target):
        return None
    whole = reading.discourse.a_contribution(owner.nation, owner.operation) if owner.nation else owner.operation
    phrase = target.detail
    if target.sort in ELEMENTS and phrase.head.plural and not phrase.modified and not phrase.named:
        several = reading.discourse.resolve_all(target)
        return whole if len(several) != 1 or several[0].plural else several[0]
    entity = reading.entity(target)
    return whole if entity is owner else entity


def _has_something(reading: Reading, target: Unit) -> bool:
    """Whether a phrase is only the owner of what is meant: "the coalition's | attacks"."""
    words = reading.words
    at = reading.at(target) + 1
    behind = reading.row[at] if at < len(reading.row) else None
    if behind is None or behind.text in words.grammar["genitive"]:
        return behind is not None
    ends = words.grammar["compounds"] and target.text.endswith("s")
    noun = behind.sort == units.WORD and behind.low not in words.sets["prepositions"] | words.sets["conjunctions_and"]
    return bool(ends) and noun and not reading.is_in("adverbs", behind)
