"""Enumerations that go on behind a relative clause: "with 70 soldiers, who fly it, | ten officers and a doctor"."""

from __future__ import annotations

from dataclasses import replace

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.phrase import Phrase
from contingent.read.units import Unit

_MEMBERS = (units.UNIT, units.PEOPLE, units.PERSONS, units.ASSET)
_LISTING = ("contribute", "consist")
"""Frames that enumerate what somebody has."""


def resume_lists(row: list[Unit], clauses: list[Clause]) -> None:
    """Give the verb before a relative clause a further clause with the members that follow behind it, in place."""
    for number in range(len(clauses) - 1, 0, -1):
        leading, clause = clauses[number - 1], clauses[number]
        if leading.frame is None or leading.frame.sort not in _LISTING or not _tells_of_member(clause, leading):
            continue
        comma = _list_goes_on(row, clause)
        if comma is None:
            continue
        at = comma + 1
        group = replace(leading.group, first=at, last=at, main=at)
        begin = row[at].start
        resumed = Clause(
            group,
            leading.subjects,
            times=leading.times,
            frame=leading.frame,
            start=begin,
            end=clause.end,
            inherited=True,
        )
        resumed.verb_start, resumed.last = begin, clause.last
        resumed.arguments = [(word, unit) for word, unit in clause.arguments if unit.start >= begin]
        clause.arguments = [(word, unit) for word, unit in clause.arguments if unit.start < begin]
        clause.end, clause.last = row[comma - 1].end, comma
        clauses.insert(number + 1, resumed)


def _tells_of_member(clause: Clause, leading: Clause) -> bool:
    """Whether a relative clause is about a member of the list before it."""
    told_of = clause.subjects[0] if clause.relative and clause.subjects else None
    return told_of is not None and _is_member(told_of) and any(unit is told_of for _, unit in leading.arguments)


def _list_goes_on(row: list[Unit], clause: Clause) -> int | None:
    """The comma behind which the next member stands, if the relative clause counts nothing itself."""
    for at in range(clause.group.last, clause.last - 1):
        if _is_member(row[at]):
            return None
        if row[at].text == "," and _is_member(row[at + 1]):
            return at
    return None


def _is_member(unit: Unit) -> bool:
    phrase = unit.detail
    if unit.sort not in _MEMBERS or not isinstance(phrase, Phrase):
        return False
    return phrase.number is not None or phrase.determiner == "indefinite"
