"""Whose the subject of a clause is: the states that provide it, or whose nationality it has.

The law of this module: the clause must name the states behind its verb, as agents ("is provided by Portugal") or as
an adjective that stands alone ("is Irish").
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.mood import Mood
from contingent.read.named_actors import is_state
from contingent.read.proposals import quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.walk import ELEMENTS


def are_from_several(reading: Reading, clause: Clause, mood: Mood, rule: str) -> bool:
    """ "About 1,000 troops are provided by Austria, India and Japan": all take part, and the sum is the operation's."""
    by = reading.words.sets["by"]
    states = [u for p, u in clause.arguments if p in by and u.sort == units.ACTOR and is_state(u.value)]
    subject = clause.subjects[-1] if clause.subjects else None
    operation = reading.discourse.operation
    if len(states) < 2 or subject is None or subject.sort != units.PERSONS or operation is None:
        return False
    for state in states:
        actor = reading.discourse.an_actor(str(state.value))
        reading.state("participation", actor, operation, clause.start, state.end, rule, mood)
    counted = quantity_of(subject.detail.number, "persons")
    if counted is not None:
        reading.state("strength", operation, None, subject.start, subject.end, rule, mood, quantity=counted)
    return True


def note_provider(reading: Reading, clause: Clause) -> None:
    """ "The reserve battalion is provided by Portugal": the state whose the subject is."""
    agents = [u for p, u in clause.arguments if p in reading.words.sets["by"] and u.sort == units.ACTOR]
    subject = clause.subjects[-1] if clause.subjects else None
    had = (*ELEMENTS, units.PERSONS)
    if len(agents) == 1 and subject is not None and subject.sort in had and is_state(agents[0].value):
        subject.detail.nations = subject.detail.nations or [str(agents[0].value)]


def note_nationality(reading: Reading, clause: Clause) -> None:
    """ "The reserve company is Irish": the state whose the subject is."""
    subject = clause.subjects[-1] if clause.subjects and not clause.relative else None
    told = reading.row[clause.group.last : clause.last]
    alone = bool(told) and told[0].sort == units.ACTOR and all(unit.sort == units.SIGN for unit in told[1:])
    are = clause.group.lemma in reading.words.sets["be.infinitive"] and not clause.group.passive
    if not alone or not are or subject is None or subject.sort != units.UNIT or not is_state(told[0].value):
        return
    between = [u for u in reading.row[: clause.group.first] if u.start >= subject.end]
    if told[0].detail == "adjective" and all(u.sort == units.TIME or reading.is_in("adverbs", u) for u in between):
        subject.detail.nations = subject.detail.nations or [str(told[0].value)]
