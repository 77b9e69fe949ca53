"""The state that a paragraph is about: "South Africa (SANDF). Combat Team Alpha …", "Fiji provides 160 people. …"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.discourse import Discourse
from contingent.read.sentence_reading import Reading
from contingent.read.units import Sentence, Unit

_GIVING = ("contribute", "participate")
_CLOSING = (".", ":", "(", ")", ",", "-", "–")


def sender_of_heading(discourse: Discourse, sentence: Sentence) -> str | None:
    """The state that a heading consists of, unless the page speaks for one state: it then tells where that one is."""
    if discourse.home is not None:
        return None
    return _alone(discourse, sentence.units) or _acts_alone(discourse, sentence.units)


def _acts_alone(discourse: Discourse, row: list[Unit]) -> str | None:
    """The state that a heading begins with, where it names no other that contributes: "Croatia sends troops to …"."""
    states = {u.value for u in row if u.sort == units.ACTOR and discourse.contributes(discourse.main, u.value)}
    first = row[0] if row else None
    alone = first is not None and first.sort == units.ACTOR and first.detail == "name" and states == {first.value}
    return str(first.value) if first is not None and alone and discourse.main is not None else None


def note_sender(reading: Reading) -> None:
    """Note the state that a sentence consists of, or says what it gives: the next sentences are about its part."""
    discourse = reading.discourse
    state = _alone(discourse, reading.row)
    clause = reading.clauses[0] if reading.clauses else None
    if state is None and clause is not None and clause.frame is not None and clause.frame.sort in _GIVING:
        states = [u for u in clause.subjects if u.sort == units.ACTOR]
        if len(states) == 1 and len(clause.subjects) == 1:
            state = _contributor(discourse, states[0])
    if state is not None:
        discourse.sender = state


def _alone(discourse: Discourse, row: list[Unit]) -> str | None:
    if not row or any(u.sort != units.ACTOR and u.text not in _CLOSING for u in row):
        return None
    states = [state for unit in row if (state := _contributor(discourse, unit)) is not None]
    return states[0] if len(set(states)) == 1 else None


def _contributor(discourse: Discourse, unit: Unit) -> str | None:
    if unit.sort != units.ACTOR or not discourse.contributes(discourse.operation, unit.value):
        return None
    return str(unit.value)
