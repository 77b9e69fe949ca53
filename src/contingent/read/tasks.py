"""Tasks: what somebody does, is to do, or did.

A clause whose verb names what forces do (the language's table of deeds) states a task of its subject, or an
activity where it tells of a count or a day (``activities``). Clauses that announce a task ("is responsible for …",
"is there to …") state whatever they announce. Clauses about duties ("its job is to …", "the tasks include …")
are in ``duties``.
"""

from __future__ import annotations

import itertools

from contingent.read import units
from contingent.read.activities import is_activity, read_activity
from contingent.read.clause import Clause
from contingent.read.deeds import (
    can,
    clause_before,
    goes_on,
    hangs_on_permission,
    is_about,
    is_decided,
    is_deed,
    is_exercise,
    is_speech,
    leading_clause,
    only_moves,
)
from contingent.read.duties import hangs, members, speaks_of_duty
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.names_of_elements import clean_name
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_LONGEST = 220
"""A task longer than this is a sentence that the rules did not take apart."""


def read_task(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    """What ``owner`` does in a clause: a task, or what it did on a day or in a count."""
    if not owner.is_part() or not is_about(reading, clause) or is_speech(reading, clause):
        return
    if _leads_on(reading, clause) or hangs(reading, clause):
        return  # the infinitive clause, or the list that follows, states the task
    if goes_on(reading, clause):
        return  # "advise and assist the army" is one task, read at its last verb
    happened = is_activity(reading, clause, mood) and not is_decided(reading, clause)
    if not is_deed(reading, clause, happened) or only_moves(reading, clause) or is_exercise(reading, clause):
        return
    permitted = hangs_on_permission(reading, clause)
    if is_decided(reading, clause) and not permitted:
        return
    begin = _begin(reading, clause)
    if begin >= clause.end or (_announces_nouns(clause) and not _opens_noun(reading, begin)):
        return
    end = _end(reading, clause)
    if not _announces_nouns(clause):
        end = _before_colon(reading, clause, begin, end)
    phrase = _words(reading, clause, begin, end)
    if len(phrase) > _LONGEST or not (_announces_nouns(clause) or _says_enough(reading, begin, end)):
        return
    if happened:
        read_activity(reading, clause, mood, owner, phrase, rule)
        return
    times = When(mood.times.starts, mood.times.ends)
    modality = "authorised" if permitted else mood.modality
    if mood.tense == "perfect" and (times.starts or clause.group.progressive):
        modality = "actual"
    if modality == "authorised" and can(reading, clause):
        modality = "actual"
    if modality == "planned" and _was_to(reading, clause):
        modality = "past"
    as_of = mood.times.on if modality == "past" and not times.starts and not times.ends else None
    if modality == "planned" and (speaks_of_duty(reading, clause) or _is_standing(reading, clause, owner)):
        modality = "actual"  # "its job is to deter … and to defend …"
    if _announces_nouns(clause):
        for start, stop in members(reading, begin, end):
            words = clean_name(reading.text[start:stop])
            reading.propose("task", owner, words, clause.start, stop, rule, times, modality=modality, as_of=as_of)
        return
    reading.propose("task", owner, phrase, begin, end, rule, times, modality=modality, as_of=as_of)


def _announces_nouns(clause: Clause) -> bool:
    """Whether an announcing clause goes on with nouns: "is responsible for transport, mail and repairs"."""
    return clause.frame is not None and clause.frame.sort == "aim" and bool(clause.frame.words)


def _opens_noun(reading: Reading, begin: int) -> bool:
    """Whether a noun can begin here: not "is responsible | until May", "works | on board", "is in charge | of Gao"."""
    unit = next((u for u in reading.row if u.start >= begin), None)
    if unit is None or unit.sort in (units.TIME, units.PLACE):
        return False
    return not any(reading.is_in(name, unit) for name in ("prepositions", "adverbs", "conjunctions_and"))


def _was_to(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells what somebody was to do: "the force was to disarm …", "styrken skulle afvæbne …"."""
    first = reading.row[leading_clause(reading, clause).group.first]
    return reading.is_in("be.past", first) or reading.is_in("modals.past_duty", first)


def _is_standing(reading: Reading, clause: Clause, owner: Entity) -> bool:
    """Whether "is to", "skal" tells the task of something that is there already."""
    leading = leading_clause(reading, clause)
    if not any(reading.is_in("modals.duty", u) for u in reading.row[leading.group.first : leading.group.main]):
        return False
    return owner.sort is Sort.OPERATION or any(modality == "actual" for _, modality in owner.stated)


def _leads_on(reading: Reading, clause: Clause) -> bool:
    """Whether an announcing clause is followed at once by the verb that it announces."""
    if clause.frame is None or clause.frame.sort != "aim":
        return False
    verb = _announced_verb(reading, clause)
    if verb is None:
        return False
    between = reading.row[clause.group.last : verb.group.first]
    words = [u for u in between if u.sort != units.TIME and not reading.is_in("adverbs", u)]
    return len(words) <= len(clause.frame.words)


def _announced_verb(reading: Reading, clause: Clause) -> Clause | None:
    """The infinitive or gerund that goes on after a clause with its subject."""
    following = reading.clauses[reading.clauses.index(clause) + 1 :]
    goes_on = bool(following) and following[0].inherited and following[0].group.tense in ("infinitive", "gerund")
    return following[0] if goes_on else None


def _begin(reading: Reading, clause: Clause) -> int:
    """Where the words of a task begin: at its verb, at the first of joined verbs, or behind an announcing phrase."""
    row = reading.row
    if clause.frame is not None and clause.frame.sort == "aim" and clause.frame.words:
        return _behind_frame(reading, clause, clause.frame.words)
    first = clause
    while (earlier := clause_before(reading, first)) is not None and goes_on(reading, earlier):
        if not is_deed(reading, earlier, False):
            break
        first = earlier
    if reading.words.grammar["verb_bracket"]:
        return _begin_of_bracket(reading, first, clause)
    return row[first.group.main].start


def _behind_frame(reading: Reading, clause: Clause, words: tuple[str, ...]) -> int:
    """Where the text goes on behind the words of an announcing phrase, over adverbs and a subject between them."""
    wanted = list(words)
    for unit in reading.row[clause.group.last :]:
        if not wanted:
            return unit.start
        parts = unit.low.split()
        if parts == wanted[: len(parts)]:
            del wanted[: len(parts)]
    return clause.end


def _begin_of_bracket(reading: Reading, first: Clause, last: Clause) -> int:
    """Where a verb and what it governs begin in the text, where the verb may stand behind it."""
    row, main = reading.row, reading.row[first.group.main]
    finite = row[first.group.first]
    others = first.subjects if finite.low in reading.words.sets["infinitive"] else (finite, *first.subjects)
    floor = max((unit.end for unit in others if unit is not main and unit.end <= main.start), default=0)
    small = reading.words.sets["adverbs"] | reading.words.sets["infinitive_opening"]
    governed = [
        unit.start
        for unit in row[first.group.first : last.last]
        if unit.start >= floor and unit.sort not in (units.SIGN, units.TIME) and unit.low not in small
    ]
    return min(governed, default=main.start)


def _end(reading: Reading, clause: Clause) -> int:
    """Where the words of a task end: "helps civilians | to return home" takes in what it helps to do."""
    if clause.frame is None or clause.frame.sort != "aim" or clause.frame.words:
        return clause.end
    verb = _announced_verb(reading, clause)
    return clause.end if verb is None else verb.end


def _before_colon(reading: Reading, clause: Clause, begin: int, end: int) -> int:
    """Where a deed ends that a colon explains: "support the mission: | two frigates from France"."""
    behind = (unit for unit in reading.row[clause.group.last + 1 :] if begin < unit.start < end)
    colon = next((unit for unit in behind if unit.text == ":"), None)
    return colon.start if colon is not None else end


def _words(reading: Reading, clause: Clause, begin: int, end: int) -> str:
    """The words of a task without the subject, where that stands behind the verb: "sikrede | holdet | broen"."""
    text = reading.text
    behind = [] if clause.relative or clause.inherited else clause.subjects
    subject = next((u for u in behind if begin < u.start < end and u.sort != units.WORD), None)
    end = _without_addition(reading, begin, end)
    while (last := _last_before(reading, end)) is not None and last.start > begin and _says_when(reading, last):
        end = last.start
    at = reading.at(subject) if subject is not None else 0
    article = reading.row[at - 1] if at and reading.is_in("definite", reading.row[at - 1]) else subject
    kept = (
        text[begin:end]
        if subject is None or article is None
        else f"{text[begin : article.start]} {text[subject.end : end]}"
    )
    return clean_name(kept.rstrip(" .,;:"))


def _without_addition(reading: Reading, begin: int, end: int) -> int:
    """Where the words end before what a comma adds: "fetches the wounded, | at any hour", "trains there, | a …"."""
    inside = [u for u in reading.row if begin <= u.start < end]
    told = next((u for u in reversed(inside) if u.sort != units.SIGN), None)
    if told is not None and _tells_speech(reading, told):
        last = next((u for u in reversed(inside) if u.text == ","), None)
        if last is not None and _says_enough(reading, begin, last.start):
            end, inside = last.start, [u for u in inside if u.start < last.start]  # "…, | media reports said"
    for comma, behind in itertools.pairwise(inside):
        adds = reading.is_in("prepositions", behind) or reading.is_in("indefinite", behind)
        if comma.text == "," and adds and _says_enough(reading, begin, comma.start):
            return comma.start
    return end


def _tells_speech(reading: Reading, unit: Unit) -> bool:
    """Whether a word is the past of a verb of speaking."""
    forms = reading.words.verbs.get(unit.low, ()) if unit.sort == units.WORD else ()
    said = (f.lemma for f in forms if f.tense == "past")
    return any(frame.sort == "say" for lemma in said for frame in reading.words.frames_of(lemma, ""))


def _says_when(reading: Reading, unit: Unit) -> bool:
    """Whether a unit at the end of a task's words is a time or leads to nothing."""
    small = reading.is_in("prepositions", unit) or reading.is_in("conjunctions_and", unit)
    return unit.sort == units.TIME or small


def _last_before(reading: Reading, end: int) -> Unit | None:
    return next((u for u in reversed(reading.row) if u.end <= end and u.sort != units.SIGN), None)


def _says_enough(reading: Reading, begin: int, end: int) -> bool:
    """Whether a verb has something beside it: "delivered since" says nothing."""
    words = reading.words
    small = words.sets["prepositions"] | words.sets["adverbs"] | words.sets["conjunctions_and"]
    small = small | words.sets["pronouns_thing"] | words.sets["particles"]
    inside = [u for u in reading.row if begin <= u.start < end and u.sort not in (units.SIGN, units.TIME)]
    return len(inside) > 1 and any(u.low not in small for u in inside[1:])
