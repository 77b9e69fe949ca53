"""Where the subject of a clause stands when it is not simply what comes before the verb.

The law of this module: it looks only at the order of the words and the build of the clause; what a subject states is
read by the walk over its constituents.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.clause_owners import PLACING
from contingent.read.sentence_reading import Reading
from contingent.read.walk import ELEMENTS

_COUNTS = (units.PERSONS, units.PEOPLE, units.NUMBER)


def behind_subject(reading: Reading, clause: Clause) -> int:
    """Where the predicate goes on: behind a subject that follows its verb ("fløj | danske fly | 27 missioner")."""
    first = clause.group.last
    if not reading.words.grammar["verb_second"] or clause.inherited or clause.relative or not clause.subjects:
        return first
    subject = clause.subjects[-1]
    if subject.sort not in (*ELEMENTS, units.ASSET, units.PERSONS) or first >= len(reading.row):
        return first
    if not reading.row[first].start <= subject.start < clause.end:
        return first
    behind = reading.at(subject) + 1
    size = reading.row[behind : behind + 2]  # "en eskorteenhed | på 55 soldater"
    counted = len(size) == 2 and reading.is_in("of", size[0]) and size[1].sort in _COUNTS
    return behind + 2 if counted else behind


def is_done(reading: Reading, clause: Clause) -> bool:
    """Whether the subject is what was done: "40 patrols were conducted"."""
    subject = clause.subjects[-1] if clause.group.passive and clause.subjects else None
    if subject is None or subject.sort != units.UNIT or clause.group.lemma not in reading.words.sets["tasks.verbs"]:
        return False
    return not subject.detail.named and subject.detail.head.lemma.split()[-1] in reading.words.sets["tasks.results"]


def names_subject_last(reading: Reading, clause: Clause, sort: str) -> bool:
    """Whether a passive behind an expletive has its subject last; it is then taken as such: "der er udsendt | ti"."""
    if clause.subjects or not clause.group.passive or sort not in PLACING or not clause.arguments:
        return False
    preposition, unit = clause.arguments[0]
    if preposition or unit.sort not in (*ELEMENTS, units.PERSONS, units.ASSET) or clause.group.first == 0:
        return False
    if not reading.is_in("expletives", reading.row[clause.group.first - 1]):
        return False
    clause.subjects, clause.relative, clause.arguments = [unit], False, clause.arguments[1:]
    return True


def parted_subject(reading: Reading, clause: Clause) -> tuple[int, int] | None:
    """Where the subject stands that other clauses part from its verb: "The company, which …, is in Gao"."""
    before = reading.clauses[: reading.clauses.index(clause)]
    if not clause.inherited or clause.relative or not clause.subjects or not before:
        return None
    if reading.listed or not (clause.parted or all(other.relative for other in before)):
        return None
    first = next((k for k, u in enumerate(reading.row) if u is clause.subjects[0]), None)
    return (first, before[0].group.first) if first is not None else None


def is_said_of_new(reading: Reading, clause: Clause, first: int) -> bool:
    """Whether a relative clause hangs on a unit that is the subject of what follows: "The team, which …, is there"."""
    noun = clause.subjects[0] if clause.relative and clause.subjects else None
    if noun is None or noun.sort not in ELEMENTS or not any(unit is noun for unit in reading.row[:first]):
        return False
    placed = clause.frame is not None and clause.frame.sort in PLACING and bool(clause.times)
    if noun.detail.determiner != "indefinite" and not noun.detail.nations and not placed:
        return False  # "the team", spoken of before
    return any(c.parted and not c.relative and c.subjects and c.subjects[0] is noun for c in reading.clauses)
