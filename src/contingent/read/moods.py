"""How a clause is meant: whether it tells of what is, was, is to come or is permitted, and of which days.

The tense of the verb says most of it; the days, the verb's own meaning ("send" changes something, "have" does not)
and the words that permit or promise say the rest.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date

from contingent.period import parse_bound
from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.proposals import UNDATED, When, when
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_CEILING_REACH = 60
"""How many characters before its subject a clause may speak of a ceiling ("The ceiling for the mission is …")."""
_PERMITTING_REACH = 3
"""How many units before "to" the noun of a permission may stand: "consent to the Government | to send"."""
NON_FINITE = ("infinitive", "gerund", "participle")
_CHANGING = ("arrive", "return", "take over", "hand over", "found", "close", "change")
_SETTING_OUT = ("arrive", "return", "take over")
_STATES = ("consist", "base", "area", "part", "lead", "participate", "contribute")
"""Frames of what lasts."""
_SPELLS = ("contribute", "participate")
"""Frames of what is done for a time: "contributed in 2011" says when that began and ended."""
_MODALITIES = {"future": "planned", "permission": "authorised", "past": "past"}


@dataclass(frozen=True, slots=True)
class Mood:
    """How a clause is meant: its modality and its times."""

    modality: str = "actual"
    times: When = UNDATED
    tense: str | None = None
    """The tense of the leading verb; None where there is no verb."""
    spell: bool = False
    """Whether the days named are those from beginning to end, rather than some on which a state was observed."""
    current: bool = False
    """Whether the day named is the one that figures are current to: "as of 1 May Denmark has …"."""

    def observed(self) -> tuple[When, str | None]:
        """The times and the ``as_of`` of a lasting thing: what "was so in 2008" has no start and end by that."""
        times = self.times
        if times.on and not times.starts and not times.ends:
            if self.current and self.modality in ("actual", "authorised"):
                return UNDATED, times.on
            if self.modality == "past":
                return (When(times.on, times.on), None) if self.spell else (UNDATED, times.on)
            if self.modality == "planned":
                return When(times.on, None), None
        return When(times.starts, times.ends), None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is read in: its words and clauses, the day, and what its lead-in or heading says."""

    row: list[Unit]
    clauses: list[Clause]
    words: Vocabulary
    published: date | None
    times: When = UNDATED
    modality: str | None = None
    current: bool = False
    """Whether the lead-in's day is the one that its figures are current to: "Strength (30 June 2015)"."""


def mood_without_verb(setting: Setting) -> Mood:
    """The mood of a sentence or item without a verb: that of its lead-in, and over where its days are."""
    published, base = setting.published, setting.times
    times = [u.value for u in setting.row if u.sort == units.TIME]
    own = when(times, published, setting.modality == "planned")
    both = When(own.starts or base.starts, own.ends or base.ends, own.on or base.on)
    plans = any(u.low in setting.words.sets["future_phrases.nouns_plan"] for u in setting.row)
    modality = setting.modality or ("planned" if plans else "actual")
    if modality == "actual" and _is_over(own.ends or own.on or base.ends, published):
        # "2016: special operations forces", "a frigate, 2012 to 2014"
        return Mood("past", both, spell=True)
    if modality == "past":
        return Mood("past", both, spell=True)  # under "Earlier contributions"
    current = any(time.current for time in times) or (setting.current and own.on is None)
    return Mood(modality, both, current=current)


def mood_of(clause: Clause, setting: Setting) -> Mood:
    """The modality and times of a clause."""
    words, published, base = setting.words, setting.published, setting.times
    tense = _leading_tense(clause, setting)
    own = _own_times(clause, setting, tense)
    if tense == "future" and own == UNDATED and clause.group.tense == "infinitive":
        own = _expected_times(clause, setting)
    open_ended = not own.starts or any(time.role == "from" for time in clause.times)  # "Fra januar | overtager"
    if tense == "present" and open_ended and (_changes(clause, words) or _is_event(clause, setting)):
        # "In January six aircraft leave": what changes something in the present tense lies ahead.
        coming = when(clause.times, published, True)
        if _ends_ahead(coming.on or coming.starts, published):
            own, tense = coming, "future"
    elif tense == "present" and _lies_ahead(own.starts or own.on, published):
        tense = "future"
    elif tense == "permission" and _is_able(clause, setting):
        tense = "future" if _lies_ahead(own.starts or own.on, published) else "present"
    times = When(own.starts or base.starts, own.ends or base.ends, own.on or base.on)
    modality = _modality(clause, setting, tense, own)
    if times.on and not times.starts and any(time.throughout for time in clause.times):
        times = When(times.on, times.ends or times.on)
    if times.on and not times.starts and begins(clause, words) and not _is_state(clause, setting):
        # "Finland joined in August": it began then and goes on.
        times = When(times.on, times.ends)
        modality = "planned" if modality == "planned" else "actual"
    if modality == "actual" and _speaks_of_ceiling(clause, setting):
        modality = "authorised"
    permitted = modality != "past" or clause.group.tense in NON_FINITE
    if permitted and _is_permitted(clause, setting):
        return Mood("authorised", own if clause.times else UNDATED, tense)
    if modality == "planned" and own.starts and published and own.starts <= published.isoformat():
        modality = "actual"
    if modality == "actual" and tense in ("past", "perfect") and _is_over(times.ends, published):
        modality = "past"
    spell = clause.frame is not None and clause.frame.sort in _SPELLS
    return Mood(modality, times, tense, spell, any(time.current for time in clause.times))


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


def _is_state(clause: Clause, setting: Setting) -> bool:
    """Whether a passive tells of a state in the past, where an event takes another verb: "I 1999 | var 900 udsendt"."""
    row, sets = setting.row, setting.words.sets
    return clause.group.passive and bool(sets.get("become.past")) and row[clause.group.first].low in sets["be.past"]


# --- steps --------------------------------------------------------------------------------------


def _own_times(clause: Clause, setting: Setting, tense: str) -> When:
    """The times of the clause; a perfect takes in those of what hangs on it: "has helped | running it since 2016"."""
    own = when(clause.times, setting.published, tense == "future")
    if tense in ("past", "perfect") and own.on is None and own.starts is None and _is_today(clause, setting):
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


def _expected_times(clause: Clause, setting: Setting) -> When:
    """The days of what is expected: "is in late 2020 expected | to take over"."""
    before = setting.clauses[setting.clauses.index(clause) - 1] if clause is not setting.clauses[0] else None
    if before is None or before.group.lemma not in setting.words.sets["future_phrases.verbs"]:
        return UNDATED
    told = before.group.tense == "present"  # not "planned in May to send"
    return when(before.times, setting.published, True) if told else UNDATED


def _is_today(clause: Clause, setting: Setting) -> bool:
    """Whether a clause about the past says "today": that dates what it tells, as "now" does not."""
    today = setting.words.pack.table("postings")["words"]["today"]
    dated = [u for u in setting.row if u.sort == units.TIME and any(u.value is time for time in clause.times)]
    return any(u.low in today for u in dated)


def _leading_tense(clause: Clause, setting: Setting) -> str:
    """The tense of the clause or, of one without a tense, of the clause that it hangs on."""
    sets = setting.words.sets
    if clause.group.tense == "present" and clause.group.passive and _has_gone(clause, setting):
        return "perfect"
    if clause.group.tense not in NON_FINITE:
        before = setting.clauses[setting.clauses.index(clause) - 1] if clause is not setting.clauses[0] else None
        told = before is not None and before.group.lemma in sets["future_phrases.verbs"] and not clause.relative
        if told and before is not None and clause.group.tense == before.group.tense == "present":
            return (
                "future" if _is_that_clause(clause, setting) else "present"
            )  # "proposes that Denmark sends a frigate"
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
            return leading.group.tense
    return clause.group.tense


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


def _is_that_clause(clause: Clause, setting: Setting) -> bool:
    """Whether a subordinate conjunction stands before a clause."""
    before = [unit for unit in setting.row if unit.end <= clause.start]
    return bool(before) and before[-1].low in setting.words.sets["conjunctions_subordinate"]


def _is_permitted(clause: Clause, setting: Setting) -> bool:
    """Whether a clause is what somebody permits: "consents to | send soldiers", "a mandate | to use force"."""
    sets = setting.words.sets
    if clause.group.tense == "infinitive":
        near = setting.row[max(0, clause.group.first - _PERMITTING_REACH) : clause.group.first]
        if any(u.sort == units.WORD and u.low in sets["permissions"] for u in near):
            return True
    elif _is_that_clause(clause, setting):
        near = [unit for unit in setting.row if unit.end <= clause.start][-_PERMITTING_REACH:]
        if any(u.sort == units.WORD and u.low in sets["permissions"] for u in near):
            return True  # "gives its consent that | a contribution is sent"
    for earlier in reversed(setting.clauses[: setting.clauses.index(clause)]):
        if earlier.frame is not None and earlier.frame.sort == "mandate" and not earlier.relative:
            return earlier.group.lemma in sets["consents"] and not clause.relative
    return False


def _modality(clause: Clause, setting: Setting, tense: str, own: When) -> str:
    words = setting.words
    verb = setting.row[clause.group.first : clause.group.main]
    goes_on = clause.group.lemma in words.sets["continues"] and not clause.group.passive
    goes_on = goes_on or any(u.low in words.sets["still"] for u in verb)
    until = own.ends and not own.on and not _changes(clause, words) and not _sets_out(clause, words)
    if tense == "future" and not own.starts and (goes_on or until):
        return "actual"  # "will still be present", "will patrol off Lampedusa until Christmas"
    modality = _MODALITIES.get(tense, "actual")
    stands = clause.group.lemma in words.sets["stands"] and not own.ends
    stands = stands or (own == UNDATED and _reaches_the_present(clause, setting))
    if tense == "perfect" and not own.starts and not clause.group.progressive and not stands:
        return "past"
    if tense == "present" and clause.group.progressive and _sets_out(clause, words):
        return "planned"
    if tense == "present" and setting.modality:
        return setting.modality
    if tense == "past" and own.starts and not own.ends and not own.on:
        return "actual"
    return modality


def _reaches_the_present(clause: Clause, setting: Setting) -> bool:
    """Whether a clause about a state says that it lasts up to now: "has in recent years counted ten officers"."""
    if clause.frame is None or clause.frame.sort not in _STATES:
        return False
    return any(time.role == "none" for time in clause.times) and not _is_today(clause, setting)


def _is_able(clause: Clause, setting: Setting) -> bool:
    """Whether "can" tells an ability or a chance rather than a permission to send."""
    first = setting.row[clause.group.first]
    if first.low not in setting.words.sets["modals.ability"] or _sets_a_most(clause, setting):
        return False
    return not (clause.frame is not None and clause.frame.sort == "contribute")


def _sets_a_most(clause: Clause, setting: Setting) -> bool:
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


def _speaks_of_ceiling(clause: Clause, setting: Setting) -> bool:
    if clause.group.tense in NON_FINITE:
        return False
    ceilings = setting.words.sets["ceilings"]
    return any(
        u.sort in (units.WORD, units.SIGN) and u.low in ceilings
        for u in setting.row[: clause.group.first]
        if u.start >= clause.start - _CEILING_REACH
    )


def _sets_out(clause: Clause, words: Vocabulary) -> bool:
    """Whether "is sending", "are leaving" speaks of what is to come, which "is contributing" does not."""
    sort = clause.frame.sort if clause.frame is not None else ""
    return sort in _SETTING_OUT or (sort == "contribute" and begins(clause, words))


def _changes(clause: Clause, words: Vocabulary) -> bool:
    """Whether the verb speaks of a change, which in the present tense with a day is still to come."""
    return begins(clause, words) or (clause.frame is not None and clause.frame.sort in _CHANGING)


def _lies_ahead(bound: str | None, published: date | None) -> bool:
    """Whether all of a bound lies behind the day of publication."""
    return bool(bound and published) and parse_bound(bound or "")[0] > (published or date.max)


def _ends_ahead(bound: str | None, published: date | None) -> bool:
    """Whether some of a bound lies behind the day of publication."""
    return bool(bound and published) and parse_bound(bound or "")[1] > (published or date.max)


def _is_event(clause: Clause, setting: Setting) -> bool:
    """Whether a clause is about a handover or says that somebody joins an exercise, which are no lasting things."""
    turns = setting.words.pack.table("postings")["words"]["turns"]
    if any(unit.low in turns for unit in setting.row):
        return True
    joins = clause.frame is not None and clause.frame.sort == "participate"
    inside = (u for u in setting.row[clause.group.last :] if u.end <= clause.end)
    return joins and any(u.low in setting.words.sets["exercises"] for u in inside)


def _is_over(bound: str | None, published: date | None) -> bool:
    """Whether all of a bound lies before the day of publication."""
    return bool(bound and published) and parse_bound(bound or "")[1] < (published or date.min)
