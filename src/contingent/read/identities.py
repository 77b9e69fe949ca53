"""One thing under two descriptions: "the lead unit is 27 Infantry Battalion", "the unit, a light company".

An element that is known keeps its place and takes the name that says more; nothing is proposed.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.names_of_elements import clean_name
from contingent.read.phrase import Phrase
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit
from contingent.read.walk import ELEMENTS, Walk

_APPOSED = 4
"""How many units behind a noun its apposition may begin: "The unit | there | , | a company"."""


def read_identity(reading: Reading, clause: Clause, owner: Entity | None) -> bool:
    """Whether a clause only says what an element is, with nothing between "is" and the noun; it then has that name."""
    frame = clause.frame
    if owner is None or owner.sort is not Sort.ELEMENT or frame is None or frame.words or not clause.subjects:
        return False
    if clause.group.lemma not in reading.words.sets["be.infinitive"] or clause.group.passive:
        return False
    said = next((unit for preposition, unit in clause.arguments if not preposition), None)
    if said is None or said.sort not in ELEMENTS or said.detail.number is not None:
        return False
    call(reading, owner, said)
    return True


def equate_operation(reading: Reading, clause: Clause) -> None:
    """Note that a noun behind "is" only says what an operation is: "SNMG2 is | a task force that operates under …"."""
    frame = clause.frame
    if frame is None or frame.words or clause.group.passive or not clause.subjects or not clause.arguments:
        return
    if clause.group.lemma not in reading.words.sets["be.infinitive"] or clause.subjects[-1].sort != units.OPERATION:
        return
    preposition, said = clause.arguments[0]
    phrase = said.detail
    if preposition or said.sort != units.UNIT or phrase.determiner != "indefinite" or phrase.number is not None:
        return
    operation = reading.discourse.resolve(clause.subjects[-1])
    if operation is not None:
        reading.discourse.equated[said.start] = operation


def read_unit_in_place(reading: Reading, clause: Clause, mood: Mood, rule: str) -> bool:
    """Take the name behind "is" as that of the unit before it, which is only described; False where none is given."""
    discourse = reading.discourse
    if clause.group.lemma not in reading.words.sets["be.infinitive"] or len(clause.subjects) != 1 or clause.relative:
        return False
    subject = clause.subjects[0]
    preposition, named = clause.arguments[0] if clause.arguments else ("", subject)
    described = subject.sort == units.UNIT and not subject.detail.named and subject.detail.determiner == "definite"
    if not described or preposition or named.sort != units.UNIT or not named.detail.named:
        return False
    if subject.detail.head.lemma not in reading.words.empty:
        return False
    if not subject.detail.modified and reading.entity(subject) is not None:
        return False  # an element that is known takes the name
    entity = reading.entity(named)
    if entity is None or entity.sort is not Sort.ELEMENT:
        return False
    discourse.call(entity, subject.detail.head.lemma)
    whole = discourse.a_contribution(entity.nation, entity.operation) if entity.nation else entity.operation
    if whole is not None:
        reading.state("element", entity, whole, clause.start, named.end, rule + "; a name", mood)
    discourse.last_subject = entity
    return True


def is_apposed(walk: Walk, number: int, unit: Unit) -> bool:
    """Whether a unit stands between commas behind the general noun for it, and so is the same; it names that one."""
    row, holder = walk.reading.row, walk.holder
    if holder is None or holder.sort is not Sort.ELEMENT or walk.holder_unit is None or number < 2:
        return False
    closed = number + 1 >= len(row) or row[number + 1].text == ","
    near = walk.holder_unit in row[max(0, number - 1 - _APPOSED) : number - 1]
    if near and row[number - 1].text == "," and _describes(walk, holder, unit):
        return True
    if not (closed and near and row[number - 1].text == "," and _is_general(walk.reading, holder)):
        return False
    if unit.detail.number is not None or unit.detail.determiner not in ("indefinite", None):
        return False
    call(walk.reading, holder, unit)
    return True


def _describes(walk: Walk, holder: Entity, unit: Unit) -> bool:
    """Whether a unit only says of what sort a named one is; its nation is then that one's: "…, a French unit"."""
    phrase: Phrase = unit.detail
    if not holder.named or phrase.named or phrase.determiner != "indefinite" or phrase.number is not None:
        return False
    discourse = walk.reading.discourse
    if phrase.head.lemma not in walk.reading.words.empty and phrase.head.lemma.split()[-1] != holder.head:
        return False
    nation = next((n for n in phrase.nations if discourse.contributes(holder.operation, n)), None)
    holder.nation = holder.nation or nation
    return True


def call(reading: Reading, element: Entity, unit: Unit) -> None:
    """Give an element the name of a phrase, if that says more than the one it has."""
    phrase: Phrase = unit.detail
    name = clean_name(reading.text[phrase.name_start : phrase.name_end])
    function = unit.sort == units.PEOPLE and element.head in reading.words.categories  # "the officers are observers"
    better = (phrase.named and not element.named) or (_is_general(reading, element) and phrase.modified) or function
    if better:
        element.name, element.head, element.named = name, phrase.head.lemma.split()[-1], phrase.named
    reading.discourse.call(element, name)


def _is_general(reading: Reading, element: Entity) -> bool:
    """Whether an element is only called "unit", "force", "detachment"."""
    return element.name.casefold() == element.head and element.head in reading.words.empty


def read_name(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "The detachment is called the Carpathian Pumas": the name that the element has from now on."""
    if owner is None or owner.sort is not Sort.ELEMENT:
        return
    row = reading.row
    stretch = [u for u in row[clause.group.last :] if u.end <= clause.end]
    while stretch and (not stretch[0].text[:1].isupper() and not stretch[0].text[:1].isdigit()):
        stretch = stretch[1:]
    taken: list[Unit] = []
    for unit in stretch:
        if unit.sort == units.SIGN or (unit.sort == units.WORD and not unit.text[:1].isupper()):
            break
        taken.append(unit)
    if taken:
        owner.name = reading.text[taken[0].start : taken[-1].end]
        owner.named = True
        reading.discourse.call(owner, owner.name)
