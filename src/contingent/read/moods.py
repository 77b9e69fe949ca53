"""How a clause is meant: whether it tells of what is, was, is to come or is permitted, and of which days.

The tense of the verb says most of it; the days, the verb's own meaning ("send" changes something, "have" does not)
and the words that permit or promise say the rest.

The law of this module: it weighs those four against each other and against the day of publication; what each of them
says by itself is asked elsewhere (``tenses``, ``clause_times``, ``lexical_aspect``, ``permissions``).
"""

from __future__ import annotations

from datetime import date

from contingent.period import is_before, is_behind, parse_bound
from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.clause_times import expected_times, is_today, own_times
from contingent.read.lexical_aspect import begins, sets_out, tells_of_change, tells_of_event, tells_of_state
from contingent.read.mood import NON_FINITE, Mood, Setting
from contingent.read.permissions import is_able, is_permitted, sets_a_most, speaks_of_ceiling
from contingent.read.proposals import UNDATED, When, when
from contingent.read.tenses import tense_of

_STATES = ("consist", "base", "area", "part", "lead", "participate", "contribute")
"""Frames of what lasts."""
_SPELLS = ("contribute", "participate")
"""Frames of what is done for a time: "contributed in 2011" says when that began and ended."""
_MODALITIES = {"future": "planned", "permission": "authorised", "past": "past"}


def mood_without_verb(setting: Setting) -> Mood:
    """The mood of a sentence or item without a verb: that of its lead-in, and over where its days are."""
    published, base = setting.published, setting.times
    times = [u.value for u in setting.row if u.sort == units.TIME]
    own = when(times, published, setting.modality == "planned")
    both = When(own.starts or base.starts, own.ends or base.ends, own.on or base.on)
    plans = any(u.low in setting.words.sets["future_phrases.nouns_plan"] for u in setting.row)
    modality = setting.modality or ("planned" if plans else "actual")
    if modality == "actual" and is_before(own.ends or own.on or base.ends, published):
        # "2016: special operations forces", "a frigate, 2012 to 2014"
        return Mood("past", both, spell=True)
    if modality == "past":
        return Mood("past", both, spell=True)  # under "Earlier contributions"
    current = any(time.current for time in times) or (setting.current and own.on is None)
    return Mood(modality, both, current=current)


def mood_of(clause: Clause, setting: Setting) -> Mood:
    """The modality and times of a clause."""
    words, published, base = setting.words, setting.published, setting.times
    tense = tense_of(clause, setting)
    own = own_times(clause, setting, tense)
    if tense == "future" and own == UNDATED and clause.group.tense == "infinitive":
        own = expected_times(clause, setting)
    open_ended = not own.starts or any(time.role == "from" for time in clause.times)  # "Fra januar | overtager"
    if tense == "present" and open_ended and (tells_of_change(clause, words) or tells_of_event(clause, setting)):
        # "In January six aircraft leave": what changes something in the present tense lies ahead.
        coming = when(clause.times, published, True)
        if _ends_ahead(coming.on or coming.starts, published):
            own, tense = coming, "future"
    elif tense == "present" and is_behind(own.starts or own.on, published):
        tense = "future"
    elif tense == "permission" and is_able(clause, setting):
        tense = "future" if is_behind(own.starts or own.on, published) else "present"
    times = When(own.starts or base.starts, own.ends or base.ends, own.on or base.on)
    modality = _modality(clause, setting, tense, own)
    if times.on and not times.starts and any(time.throughout for time in clause.times):
        times = When(times.on, times.ends or times.on)
    if times.on and not times.starts and begins(clause, words) and not tells_of_state(clause, setting):
        # "Finland joined in August": it began then and goes on.
        times = When(times.on, times.ends)
        modality = "planned" if modality == "planned" else "actual"
    if modality == "actual" and speaks_of_ceiling(clause, setting):
        modality = "authorised"
    permitted = modality != "past" or clause.group.tense in NON_FINITE
    if permitted and is_permitted(clause, setting):
        return Mood("authorised", own if clause.times else UNDATED, tense)
    if modality == "planned" and own.starts and published and own.starts <= published.isoformat():
        modality = "actual"
    if modality == "actual" and tense in ("past", "perfect") and is_before(times.ends, published):
        modality = "past"
    spell = clause.frame is not None and clause.frame.sort in _SPELLS
    return Mood(modality, times, tense, spell, any(time.current for time in clause.times))


def _modality(clause: Clause, setting: Setting, tense: str, own: When) -> str:
    """The modality by tense and days alone, before ceilings, permissions and the day of publication are looked at."""
    words = setting.words
    verb = setting.row[clause.group.first : clause.group.main]
    goes_on = clause.group.lemma in words.sets["continues"] and not clause.group.passive
    goes_on = goes_on or any(u.low in words.sets["still"] for u in verb)
    until = own.ends and not own.on and not tells_of_change(clause, words) and not sets_out(clause, words)
    if tense == "future" and not own.starts and (goes_on or until):
        return "actual"  # "will still be present", "will patrol off Lampedusa until Christmas"
    modality = _MODALITIES.get(tense, "actual")
    if tense == "future" and setting.row[clause.group.first].low in words.sets["modals.decree"]:
        modality = "authorised" if sets_a_most(clause, setting) else modality  # "shall consist of up to 9 soldiers"
    stands = clause.group.lemma in words.sets["stands"] and not own.ends
    stands = stands or (own == UNDATED and _reaches_the_present(clause, setting))
    if tense == "perfect" and not own.starts and not clause.group.progressive and not stands:
        return "past"
    if tense == "present" and clause.group.progressive and sets_out(clause, words):
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
    return any(time.role == "none" for time in clause.times) and not is_today(clause, setting)


def _ends_ahead(bound: str | None, published: date | None) -> bool:
    """Whether some of a bound lies behind the day of publication."""
    return bool(bound and published) and parse_bound(bound or "")[1] > (published or date.max)
