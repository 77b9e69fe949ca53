"""What an activity came to: its figures, each with the spell that it counts.

The law of this module: spells may be nested or overlap ("three this week, 31 since May"), so their figures are never
summed, and none contradicts another. For one spell only figures of different documents do: a document that gives two of
them has counted two things.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from contingent.ask.values import Value
from contingent.claim_words import quantity_words, time_words

_Spell = tuple[str | None, str | None]


def activity_words(values: Iterable[Value]) -> str:
    """The figures in words, with the time of each where they are of several spells: "3 from 2021-07-26, 31 in 2021"."""
    by_spell: dict[_Spell, list[Value]] = {}
    for value in values:
        by_spell.setdefault(spell_of(value), []).append(value)
    several = len(by_spell) > 1
    told = []
    for (start, end), counted in by_spell.items():
        figures = dict.fromkeys(quantity_words(value.quantity) for value in counted)
        words = (" or " if contradict_each_other(counted) else " and ").join(figures)
        told.append(f"{words} {time_words(start, end) or ''}".strip() if several else words)
    return ", ".join(told)


def contradict_each_other(values: Iterable[Value]) -> bool:
    """Whether two of an activity's values cannot both be so."""
    return any(
        (spell_of(one), one.scope, one.quantity.unit) == (spell_of(other), other.scope, other.quantity.unit)
        and _documents(one).isdisjoint(_documents(other))
        for one, other in combinations(values, 2)
    )


def spell_of(value: Value) -> _Spell:
    """The start and the end that the first statement of a value gives."""
    claim = value.statements[0].claim
    return claim.start, claim.end


def _documents(value: Value) -> set[str]:
    return {statement.evidence.document_id for statement in value.statements}
