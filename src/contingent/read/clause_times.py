"""Which times hold for a clause: its own, or those of a clause that it hangs on or that hangs on it.

The law of this module: times are taken over only from a neighbour and only where the clause has none of its own.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.mood import Setting
from contingent.read.proposals import UNDATED, When, when


def own_times(clause: Clause, setting: Setting, tense: str) -> When:
    """The times of the clause; a perfect takes in those of what hangs on it: "has helped | running it since 2016"."""
    own = when(clause.times, setting.published, tense == "future")
    if tense in ("past", "perfect") and own.on is None and own.starts is None and is_today(clause, setting):
        return When(None, own.ends, setting.published.isoformat() if setting.published else None)
    if not clause.times and tense == "past":
        return _time_told_of(clause, setting)
    if tense != "perfect" or clause.times:
        return own
    following = setting.clauses[setting.clauses.index(clause) + 1 :]
    if following and following[0].inherited and following[0].group.tense == "gerund":
        hanging = when(following[0].times, setting.published, False)
        return When(hanging.starts) if hanging.starts else own
    return own


def _time_told_of(clause: Clause, setting: Setting) -> When:
    """The time that a clause tells of which follows it: "It was largest in 1999, when | 900 Danes were there"."""
    earlier = setting.clauses[: setting.clauses.index(clause)]
    at = next((k for k, unit in enumerate(setting.row) if unit.start >= clause.start), 0)
    while at > 0 and setting.row[at].low not in setting.words.sets["conjunctions_time"]:
        at -= 1
        if setting.row[at].sort in (units.SIGN, units.TIME):
            return UNDATED
    told = setting.row[at - 2] if at > 1 and setting.row[at - 1].text == "," else setting.row[at - 1]
    if not earlier or at == 0 or told.sort != units.TIME:
        return UNDATED
    return When(None, None, when([told.value], setting.published, False).on)


def expected_times(clause: Clause, setting: Setting) -> When:
    """The days of what is expected: "is in late 2020 expected | to take over"."""
    before = setting.clauses[setting.clauses.index(clause) - 1] if clause is not setting.clauses[0] else None
    if before is None or before.group.lemma not in setting.words.sets["future_phrases.verbs"]:
        return UNDATED
    told = before.group.tense == "present"  # not "planned in May to send"
    return when(before.times, setting.published, True) if told else UNDATED


def is_today(clause: Clause, setting: Setting) -> bool:
    """Whether a clause about the past says "today": that dates what it tells, as "now" does not."""
    today = setting.words.pack.table("postings")["words"]["today"]
    dated = [u for u in setting.row if u.sort == units.TIME and any(u.value is time for time in clause.times)]
    return any(u.low in today for u in dated)
