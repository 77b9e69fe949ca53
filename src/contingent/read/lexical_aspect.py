"""Lexical aspect: whether a clause by the meaning of its words tells of a beginning, a change, an event or a state.

The law of this module: it asks what kind of thing is told and never when that was; its answers hold in every tense.
"""

from __future__ import annotations

import functools

from contingent.read.clause import Clause
from contingent.read.mood import Setting
from contingent.read.vocabulary import Vocabulary

_CHANGING = ("arrive", "return", "take over", "hand over", "found", "close", "change")
_SETTING_OUT = ("arrive", "return", "take over")


@functools.cache
def _long_begins(known: frozenset[str], *articles: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """The verbs of a beginning that have several words, without articles."""
    return frozenset(
        tuple(w for w in row.split() if not any(w in words for words in articles)) for row in known if " " in row
    )


def begins(clause: Clause, words: Vocabulary) -> bool:
    """Whether the verb speaks of a beginning: "joined", "has sent", "arrived", "took the lead"."""
    known, frame = words.sets["begins"], clause.frame
    told = (clause.group.lemma, *frame.words) if frame is not None else ()
    if told in _long_begins(known, words.sets["definite"], words.sets["indefinite"]):
        return True
    return clause.group.lemma in known or (frame is not None and frame.sort == "arrive")


def tells_of_state(clause: Clause, setting: Setting) -> bool:
    """Whether a passive tells of a state in the past, where an event takes another verb: "I 1999 | var 900 udsendt"."""
    row, sets = setting.row, setting.words.sets
    return clause.group.passive and bool(sets.get("become.past")) and row[clause.group.first].low in sets["be.past"]


def sets_out(clause: Clause, words: Vocabulary) -> bool:
    """Whether "is sending", "are leaving" speaks of what is to come, which "is contributing" does not."""
    sort = clause.frame.sort if clause.frame is not None else ""
    return sort in _SETTING_OUT or (sort == "contribute" and begins(clause, words))


def tells_of_change(clause: Clause, words: Vocabulary) -> bool:
    """Whether the verb speaks of a change, which in the present tense with a day is still to come."""
    return begins(clause, words) or (clause.frame is not None and clause.frame.sort in _CHANGING)


def tells_of_event(clause: Clause, setting: Setting) -> bool:
    """Whether a clause is about a handover or says that somebody joins an exercise, which are no lasting things."""
    turns = setting.words.pack.table("postings")["words"]["turns"]
    if any(unit.low in turns for unit in setting.row):
        return True
    joins = clause.frame is not None and clause.frame.sort == "participate"
    inside = (u for u in setting.row[clause.group.last :] if u.end <= clause.end)
    return joins and any(u.low in setting.words.sets["exercises"] for u in inside)
