"""Duties: clauses that say what somebody's task, job or mission is.

"The tasks include …", "Its job is to …" state tasks of whoever is spoken of.
"""

from __future__ import annotations

import functools
import re

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.deeds import goes_on
from contingent.read.entities import Entity
from contingent.read.mood import NON_FINITE, Mood
from contingent.read.names_of_elements import clean_name
from contingent.read.places import is_place
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit
from contingent.read.walk import ELEMENTS

_REACH = 7
"""How far before its verb a noun of duties is looked for: "the main task of the team in Gao is …"."""


def _noun_of_duty(reading: Reading, clause: Clause) -> Unit | None:
    """The noun before the verb that means duties. "The mission" does only in "the mission … is to advise"."""
    row = reading.row
    if (
        clause.subjects
        and clause.subjects[-1].start > row[clause.group.first].start
        and row[clause.group.first - 1].text == ","
    ):
        return None  # "When Norway takes over the task, | will | Denmark have …"
    is_to = clause.group.tense == "future" and reading.is_in("be.present", row[clause.group.first])
    for at in range(clause.group.first - 1, max(-1, clause.group.first - _REACH - 1), -1):
        unit = row[at]
        if reading.is_in("duties", unit):
            return unit if _is_subject(reading, at, clause) else None
        if unit.sort == units.ANAPHOR and is_to and unit.low.split()[-1] in reading.words.sets["duties"]:
            return unit
    return None


def _is_subject(reading: Reading, at: int, clause: Clause) -> bool:
    """Whether a noun of duties is what its clause is about, and means those of a force.

    Not "besides these tasks the team …", nor "the purpose of the meetings was …".
    """
    row, words = reading.row, reading.words
    before = at - 1
    while before >= 0 and row[before].sort == units.WORD and not reading.is_in("prepositions", row[before]):
        before -= 1
    if before >= 0 and reading.is_in("prepositions", row[before]) and not reading.is_in("of", row[before]):
        return False
    behind = row[at + 1 : clause.group.first]
    small = words.sets["prepositions"] | words.sets["adverbs"] | words.sets["definite"] | words.sets["indefinite"]
    foreign = any(u.sort == units.WORD and u.low not in small for u in behind)
    return not foreign or any(u.sort not in (units.WORD, units.SIGN, units.TIME) for u in behind)


def is_about_duty(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says what somebody's duty is: "the company's job is to …"."""
    return _noun_of_duty(reading, clause) is not None and not clause.inherited and not clause.relative


def speaks_of_duty(reading: Reading, clause: Clause) -> bool:
    """Whether an infinitive hangs on a clause about duties: "its job is to deter … and | to defend …"."""
    for leading in reversed(reading.clauses[: reading.clauses.index(clause)]):
        if leading.group.tense not in NON_FINITE:
            return _noun_of_duty(reading, leading) is not None
    return False


def read_duties(reading: Reading, clause: Clause, mood: Mood, rule: str) -> bool:
    """ "The tasks include …", "Its job is to …"; whether the clause was of this form."""
    row = reading.row
    noun = _noun_of_duty(reading, clause)
    if noun is None or clause.inherited or clause.relative or clause.group.passive:
        return False
    if clause.frame is not None and clause.frame.sort == "happen":
        return False  # "the mandate will be in force until May"
    leads = _leads_to_verbs(reading, clause)
    names = clause.frame is not None and clause.frame.sort in ("consist", "aim")
    if not (leads or names or clause.group.tense == "future"):
        return False
    stretch = row[max(0, clause.group.first - _REACH - 1) : clause.group.first]
    discourse = reading.discourse
    owner: Entity | None = None
    for unit in stretch:
        named = unit.sort in (units.OPERATION, *ELEMENTS, units.CONTRIBUTION)
        if named or (unit.sort == units.ANAPHOR and unit is not noun) or reading.is_in("possessive_third", unit):
            owner = reading.entity(unit) or owner
    if owner is None and reading.is_in("duties_of_operations", noun):
        owner = discourse.focus or discourse.operation
    owner = owner or discourse.focus or discourse.last_subject or discourse.operation
    if owner is None or not owner.is_part():
        return False
    discourse.last_subject = owner
    reading.on_duty = owner
    if leads or hangs(reading, clause):
        return True  # the infinitives state the tasks
    future = clause.group.tense == "future"
    if not future and clause.group.last < len(row) and row[clause.group.last].sort in (units.TIME, units.NUMBER):
        return False  # "the mission's mandate is 24 months"
    if future and goes_on(reading, clause):
        return True  # "its task is to deter | and stop attacks": read at the last verb
    is_noun = (
        future
        and not leads
        and not _is_to(reading, clause)
        and clause.group.lemma in reading.words.sets["be.infinitive"]
    )
    future = future and not is_noun  # "the task will be transport" names it by a noun
    begin = row[clause.group.main].start if future else row[min(clause.group.last, len(row) - 1)].start
    modality = "actual" if mood.modality == "planned" else mood.modality
    if future and reading.is_in("be.past", row[clause.group.first]):
        modality = "past"  # "its first duty was to fetch the wounded"
    spans = [(begin, clause.end)] if future else members(reading, begin, clause.end)
    for start, end in spans:
        words = clean_name(reading.text[start:end])
        if len(words) > 2:
            times = When(mood.times.starts, mood.times.ends)
            reading.propose("task", owner, words, start, end, rule, times, modality=modality)
    return True


def _is_to(reading: Reading, clause: Clause) -> bool:
    """Whether the future is that of "is to": "the task is | to be transport"."""
    return reading.is_in("be.present", reading.row[clause.group.first]) or reading.is_in(
        "be.past", reading.row[clause.group.first]
    )


def hangs(reading: Reading, clause: Clause) -> bool:
    """Whether a clause ends with its "to", so that the items of a list go on with the verb."""
    tail = [u for u in reading.row if u.start >= clause.verb_start and u.sort != units.SIGN]
    return bool(tail) and clause is reading.clauses[-1] and reading.is_in("infinitive", tail[-1])


def read_assignment(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> bool:
    """ "Gave the mission the task of helping the state": whether the clause was of this form."""
    row, words = reading.row, reading.words
    stretch = [k for k in range(clause.group.last, len(row) - 2) if row[k].end <= clause.end]
    at = next((k for k in stretch if reading.is_in("duties", row[k]) and reading.is_in("of", row[k + 1])), None)
    if at is None or not any(form.tense == "gerund" for form in words.verbs.get(row[at + 2].low, ())):
        return False
    given = [u for _, u in clause.arguments if u.end <= row[at].start]
    holder = reading.entity(given[-1]) if given else owner
    if holder is None or not holder.is_part():
        return False
    times = When(mood.times.starts, mood.times.ends)
    task = clean_name(reading.text[row[at + 2].start : clause.end])
    modality = mood.modality
    reading.propose("task", holder, task, clause.start, clause.end, rule, times, modality=modality)
    return True


def read_listed_duties(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> bool:
    """ "Performs three tasks: search, rescue and patrols": whether the clause was of this form."""
    row = reading.row
    stretch = range(clause.group.last, len(row) - 2)
    at = next((k for k in stretch if reading.is_in("duties", row[k]) and row[k + 1].text == ":"), None)
    if at is None or not owner.is_part() or clause is not reading.clauses[0]:
        return False
    if any(other.verb_start > row[at].start for other in reading.clauses):
        return False  # "has two tasks: to train …": the verbs state them
    reading.discourse.last_subject = reading.discourse.main_subject = owner
    times = When(mood.times.starts, mood.times.ends)
    begin, end = row[at + 2].start, next(u.end for u in reversed(row) if u.sort != units.SIGN)
    for start, stop in members(reading, begin, end):
        words = clean_name(reading.text[start:stop])
        reading.propose("task", owner, words, start, stop, rule, times, modality=mood.modality)
    return True


def read_fulfilled(reading: Reading, clause: Clause, mood: Mood, rule: str) -> None:
    """ "Medical cover is provided by a Belgian team", "the defence of the airport falls to the battalion"."""
    doers = [e for _, u in clause.arguments if u.sort in ELEMENTS and (e := reading.entity(u)) is not None]
    if not doers or clause.inherited or clause.relative:
        return
    floor = max((c.end for c in reading.clauses if c.end <= clause.verb_start), default=reading.sentence.start)
    begin = next((u.start for u in reading.row if u.start >= floor and u.sort not in (units.SIGN, units.TIME)), floor)
    end = reading.row[clause.group.first].start
    last = next(u.end for _, u in clause.arguments if u.sort in ELEMENTS)
    times = When(mood.times.starts, mood.times.ends)
    for start, stop in members(reading, begin, end):
        words = clean_name(reading.text[start:stop])
        if words:
            reading.propose("task", doers[0], words, begin, last, rule, times, modality=mood.modality)


def members(reading: Reading, begin: int, end: int) -> list[tuple[int, int]]:
    """The members of an enumeration of nouns: "transport, | mail and | repairs".

    "Security and escort duties", without a comma and with one noun for both, is left whole.
    """
    text = reading.text[begin:end]
    joiners = tuple(sorted(w for w in reading.words.sets["conjunctions_and"] if " " not in w))
    if "," not in text and not reading.words.grammar["compounds"]:
        return [(begin, end)]
    spans = []
    for match in _separator(joiners).finditer(text):
        opening = _opening(joiners).match(match.group())
        start = match.start() + (opening.end() if opening else 0)
        stop = match.start() + len(match.group().rstrip(" .,;:"))
        while start < stop and text[start].isspace():
            start += 1
        if start < stop:
            spans.append((begin + start, begin + stop))
    spans = _with_their_places(reading, spans)
    whole = any(text[b - begin - 1] == "-" for _, b in spans) or any(
        _is_verb_alone(reading, reading.text[a:b]) for a, b in spans[:-1]
    )
    opens = [_opens_with_verb(reading, reading.text[a:b]) for a, b in spans]
    whole = whole or (any(opens) and not all(opens))  # "building professional, accountable security forces"
    inside = ([u for u in reading.row if a <= u.start < b] for a, b in spans)
    whole = whole or any(found and all(u.sort == units.PLACE for u in found) for found in inside)
    return [(begin, end)] if whole else spans


def _with_their_places(reading: Reading, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The members with what only goes on with the one before: "over Estonia, | Latvia", "to | and from the port"."""
    kept: list[tuple[int, int]] = []
    for start, stop in spans:
        inside = [u for u in reading.row if start <= u.start < stop]
        before = [u for u in reading.row if kept and kept[-1][0] <= u.start < kept[-1][1]]
        if before and inside and (_is_small(reading, before[-1]) or _goes_on_with_place(reading, before[-1], inside)):
            kept[-1] = (kept[-1][0], stop)
        else:
            kept.append((start, stop))
    return kept


def _is_small(reading: Reading, unit: Unit) -> bool:
    return unit.sort == units.WORD and reading.is_in("prepositions", unit)


def _goes_on_with_place(reading: Reading, before: Unit, inside: list[Unit]) -> bool:
    """Whether a member is one place more behind a place: "in the Baltic Sea | and the eastern part of the Atlantic"."""
    if not is_place(before) or not is_place(inside[-1]):
        return False
    return is_place(inside[0]) or reading.is_in("definite", inside[0])


def _is_verb_alone(reading: Reading, words: str) -> bool:
    """Whether a member is a verb that shares the object of the last one: "collecting, | analysing this information"."""
    return any(form.tense == "gerund" for form in reading.words.verbs.get(words.lower(), ()))


def _opens_with_verb(reading: Reading, words: str) -> bool:
    """Whether the words of a member begin with the verb of a task: "training the police"."""
    first, *rest = words.lower().split() or [""]
    return bool(rest) and any(form.tense == "gerund" for form in reading.words.verbs.get(first, ()))


def _leads_to_verbs(reading: Reading, clause: Clause) -> bool:
    """Whether what the duties are is said by verbs: "their job will be | to evacuate and | to treat …"."""
    following = reading.clauses[reading.clauses.index(clause) + 1 :]
    if not following or not following[0].inherited or following[0].group.tense not in ("infinitive", "gerund"):
        return False
    between = reading.row[clause.group.last : following[0].group.first]
    small = ("adverbs", "conjunctions_and")
    return all(u.sort == units.TIME or any(reading.is_in(name, u) for name in small) for u in between)


@functools.cache
def _separator(joiners: tuple[str, ...]) -> re.Pattern[str]:
    """Matches each member of an enumeration."""
    return re.compile(rf"[^,;]+?(?=,|;|\s(?:{'|'.join(map(re.escape, joiners))})\s|$)")


@functools.cache
def _opening(joiners: tuple[str, ...]) -> re.Pattern[str]:
    """Matches what stands before the words of a member."""
    return re.compile(rf"^\s*(?:(?:{'|'.join(map(re.escape, joiners))})\s+)+")
