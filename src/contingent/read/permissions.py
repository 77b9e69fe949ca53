"""Permission: whether a clause tells what somebody may do rather than what is done.

The law of this module: a permission is a noun or verb that permits before the clause, a ceiling, or "can" with a most;
"can" alone tells what somebody is able to do.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.mood import NON_FINITE, Setting
from contingent.read.tenses import is_that_clause

_CEILING_REACH = 60
"""How many characters before its subject a clause may speak of a ceiling ("The ceiling for the mission is …")."""
_PERMITTING_REACH = 3
"""How many units before "to" the noun of a permission may stand: "consent to the Government | to send"."""


def is_permitted(clause: Clause, setting: Setting) -> bool:
    """Whether a clause is what somebody permits: "consents to | send soldiers", "a mandate | to use force"."""
    sets = setting.words.sets
    if clause.group.tense == "infinitive":
        near = setting.row[max(0, clause.group.first - _PERMITTING_REACH) : clause.group.first]
        if any(u.sort == units.WORD and u.low in sets["permissions"] for u in near):
            return True
    elif is_that_clause(clause, setting):
        near = [unit for unit in setting.row if unit.end <= clause.start][-_PERMITTING_REACH:]
        if any(u.sort == units.WORD and u.low in sets["permissions"] for u in near):
            return True  # "gives its consent that | a contribution is sent"
    for earlier in reversed(setting.clauses[: setting.clauses.index(clause)]):
        if earlier.frame is not None and earlier.frame.sort == "mandate" and not earlier.relative:
            return earlier.group.lemma in sets["consents"] and not clause.relative
    return False


def is_able(clause: Clause, setting: Setting) -> bool:
    """Whether "can" tells an ability or a chance rather than a permission to send."""
    first = setting.row[clause.group.first]
    if first.low not in setting.words.sets["modals.ability"] or sets_a_most(clause, setting):
        return False
    return not (clause.frame is not None and clause.frame.sort == "contribute")


def sets_a_most(clause: Clause, setting: Setting) -> bool:
    """Whether a clause counts people up to a most: "can comprise up to 35 soldiers", "up to 400 can be deployed"."""
    sent = clause.group.passive and clause.frame is not None and clause.frame.sort in ("base", "arrive")
    for subject in clause.subjects if sent else ():
        number = getattr(subject.detail, "number", None)
        if subject.sort in (units.PERSONS, units.PEOPLE) and number is not None and number.low is None:
            return True
    for unit in setting.row[clause.group.first :]:
        if unit.start >= clause.end:
            break
        number = getattr(unit.detail, "number", None) if unit.sort in (units.PERSONS, units.PEOPLE) else None
        bounding = unit.sort == units.WORD and unit.low in setting.words.sets["bounding"]
        if bounding or (number is not None and number.low is None):
            return True
    return False


def speaks_of_ceiling(clause: Clause, setting: Setting) -> bool:
    """Whether a word for a ceiling stands before the verb of a clause: "the ceiling of the mission is 80 soldiers"."""
    if clause.group.tense in NON_FINITE:
        return False
    ceilings = setting.words.sets["ceilings"]
    return any(
        u.sort in (units.WORD, units.SIGN) and u.low in ceilings
        for u in setting.row[: clause.group.first]
        if u.start >= clause.start - _CEILING_REACH
    )
