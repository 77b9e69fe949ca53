"""The tense that counts for a clause: its own, or that of the clause that it hangs on.

The law of this module: an infinitive, a gerund and a participle have the tense of the nearest clause before them that
has one; what is hoped, planned or expected there lies ahead.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.mood import NON_FINITE, Setting


def tense_of(clause: Clause, setting: Setting) -> str:
    """The tense of the clause or, of one without a tense, of the clause that it hangs on."""
    sets = setting.words.sets
    if clause.group.tense == "present" and clause.group.passive and _has_gone(clause, setting):
        return "perfect"
    if clause.group.tense not in NON_FINITE:
        before = setting.clauses[setting.clauses.index(clause) - 1] if clause is not setting.clauses[0] else None
        told = before is not None and before.group.lemma in sets["future_phrases.verbs"] and not clause.relative
        if told and before is not None and clause.group.tense == before.group.tense == "present":
            return "future" if is_that_clause(clause, setting) else "present"  # "proposes that Denmark sends a frigate"
        if told and before is not None and clause.inherited and clause.group.tense in ("obligation", "permission"):
            return "future"  # "ventes | at skulle deltage"
        return clause.group.tense
    for leading in reversed(setting.clauses[: setting.clauses.index(clause)]):
        if leading.group.tense not in NON_FINITE:
            hopes = leading.group.lemma in sets["future_phrases.verbs"]
            if hopes and leading.group.tense in ("present", "perfect"):
                return "future"
            if clause.group.tense == "infinitive" and (_founds_operation(leading) or _has_come(leading)):
                return "present"  # "was set up to watch the truce": it is there for that
            if _tells_where(clause, leading):
                return "present"  # "will work with the 200 soldiers | stationed in Kosovo"
            return leading.group.tense
    return clause.group.tense


def _tells_where(clause: Clause, leading: Clause) -> bool:
    """Whether a participle without a day only says where those are whom the undated deed before it touches."""
    placed = clause.group.tense == "participle" and clause.frame is not None and clause.frame.sort == "base"
    told_of = any(unit is subject for _, unit in leading.arguments for subject in clause.subjects)
    return placed and clause.relative and told_of and not clause.times and not leading.times


def _has_come(clause: Clause) -> bool:
    """Whether a clause tells that somebody has come, and so is there: "has arrived | to train the police"."""
    return clause.group.tense == "perfect" and clause.frame is not None and clause.frame.sort in ("arrive", "base")


def _founds_operation(clause: Clause) -> bool:
    """Whether a clause tells that an operation was set up: not that aircraft were "launched to intercept" others."""
    spoken_of = [*clause.subjects, *(unit for _, unit in clause.arguments)]
    founded = clause.frame is not None and clause.frame.sort == "found"
    return founded and any(unit.sort in (units.OPERATION, units.ANAPHOR) for unit in spoken_of)


def _has_gone(clause: Clause, setting: Setting) -> bool:
    """Whether "is" with a participle tells of what has happened, where the verb comes second: "er vendt hjem"."""
    goes = clause.frame is not None and clause.frame.sort == "return"
    is_be = setting.row[clause.group.first].low in setting.words.sets["be.present"]
    return goes and is_be and bool(setting.words.grammar["verb_second"])


def is_that_clause(clause: Clause, setting: Setting) -> bool:
    """Whether a subordinate conjunction stands before a clause."""
    before = [unit for unit in setting.row if unit.end <= clause.start]
    return bool(before) and before[-1].low in setting.words.sets["conjunctions_subordinate"]
