"""Tasks: what somebody does, is to do, or did.

A clause whose verb names what forces do (the language's table of deeds) states a task of its subject, or an
activity where it tells of a count or a day (``activities``). Clauses that announce a task ("is responsible for …",
"is there to …") state whatever they announce. Clauses about duties ("its job is to …", "the tasks include …")
are in ``duties``.
"""

from __future__ import annotations

from contingent.document import BlockKind
from contingent.read import units
from contingent.read.activities import is_activity, is_deed_verb, read_activity
from contingent.read.clauses import Clause
from contingent.read.discourse import clean_name
from contingent.read.duties import hangs, members, speaks_of_duty
from contingent.read.entities import Entity, Sort
from contingent.read.moods import NON_FINITE, Mood
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_LONGEST = 220
"""A task longer than this is a sentence that the rules did not take apart."""
_STATING = frozenset(("aim", "support", "contribute", "lead", "task"))
"""The frames whose clauses state a task by themselves."""
_QUOTATION_MARKS = '"“”„»«'
_DASHES = "–—-"


def read_task(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    """What ``owner`` does in a clause: a task, or what it did on a day or in a count."""
    if not owner.is_part() or not _is_about(reading, clause) or is_speech(reading, clause):
        return
    if _leads_on(reading, clause) or hangs(reading, clause):
        return  # the infinitive clause, or the list that follows, states the task
    if _goes_on(reading, clause):
        return  # "advise and assist the army" is one task, read at its last verb
    happened = is_activity(reading, clause, mood) and not _is_decided(reading, clause)
    if not _is_deed(reading, clause, happened) or _only_moves(reading, clause) or _is_exercise(reading, clause):
        return
    permitted = _is_permitted(reading, clause)
    if _is_decided(reading, clause) and not permitted:
        return
    begin = _begin(reading, clause)
    if begin >= clause.end or (_announces_nouns(clause) and not _opens_noun(reading, begin)):
        return
    end = _end(reading, clause)
    phrase = _words(reading, clause, begin, end)
    if len(phrase) > _LONGEST or not (_announces_nouns(clause) or _says_enough(reading, begin, end)):
        return
    if happened:
        read_activity(reading, clause, mood, owner, begin, phrase, rule)
        return
    times = When(mood.times.starts, mood.times.ends)
    modality = "authorised" if permitted else mood.modality
    if mood.tense == "perfect" and (times.starts or clause.group.progressive):
        modality = "actual"
    if modality == "authorised" and _can(reading, clause):
        modality = "actual"
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


def _is_standing(reading: Reading, clause: Clause, owner: Entity) -> bool:
    """Whether "is to", "skal" tells the task of something that is there already."""
    leading = _leading(reading, clause)
    if not any(reading.is_in("modals.duty", u) for u in reading.row[leading.group.first : leading.group.main]):
        return False
    return owner.sort is Sort.OPERATION or any(modality == "actual" for _, modality in owner.stated)


def is_speech(reading: Reading, clause: Clause) -> bool:
    """Whether a clause stands in somebody's words: between quotation marks, behind a dash, before "says X"."""
    block = reading.discourse.annotated.document.blocks[reading.sentence.block]
    before = reading.text[block.start : clause.verb_start]
    if sum(before.count(mark) for mark in _QUOTATION_MARKS) % 2:
        return True
    if block.kind is BlockKind.PARAGRAPH and before[:1] in tuple(_DASHES):
        return True
    last = reading.clauses[-1]
    at = last.group.first - 1
    closes = at >= 0 and reading.row[at].text in ',”"»'
    return last is not clause and closes and last.frame is not None and last.frame.sort == "say"


def _is_about(reading: Reading, clause: Clause) -> bool:
    """Whether the noun taken for the subject is one.

    "The Army Day lecture was moved" does not speak of the army, "500 tons of food which feed" not of the force.
    """
    if clause.relative:
        return _follows_subject(reading, clause)
    if clause.inherited or not clause.subjects or clause.subjects[-1].start > clause.verb_start:
        return True
    for unit in reading.row[reading.at(clause.subjects[-1]) + 1 : clause.group.first]:
        if unit.sort != units.WORD:
            return True
        if reading.is_in("adverbs", unit):
            continue
        known = unit.low in reading.words.sets["prepositions"] | reading.words.sets["conjunctions_and"]
        return known or reading.is_in("relatives", unit)
    return True


def _follows_subject(reading: Reading, clause: Clause) -> bool:
    """Whether a relative pronoun can mean the phrase that was taken for its subject: no other noun is nearer."""
    at = clause.group.first - 1
    while at > 0 and not reading.is_in("relatives", reading.row[at]):
        at -= 1
    before = reading.row[at - 1] if at else None
    if before is None or before.sort != units.WORD:
        return True
    small = ("prepositions", "adverbs", "conjunctions_and", "definite")
    return any(reading.is_in(name, before) for name in small)


def _is_deed(reading: Reading, clause: Clause, happened: bool) -> bool:
    """Whether the verb says what forces do, or an announcing clause before it makes it a task."""
    lemma, sets = clause.group.lemma, reading.words.sets
    if clause.group.passive:
        return False
    if clause.frame is not None and clause.frame.sort in _STATING:
        return True
    if lemma in sets["tasks.verbs"]:
        return True
    return lemma in sets["tasks.light"] and (happened or _is_announced(reading, clause) or _can(reading, clause))


def _can(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells what its subject is able to do."""
    leading = _leading(reading, clause)
    return any(reading.is_in("modals.ability", u) for u in reading.row[leading.group.first : leading.group.main])


def _leading(reading: Reading, clause: Clause) -> Clause:
    """The clause whose subject and auxiliary a clause goes on with."""
    while clause.inherited and (earlier := _before(reading, clause)) is not None:
        clause = earlier
    return clause


def _is_announced(reading: Reading, clause: Clause) -> bool:
    """Whether an infinitive hangs on a clause that announces a task: "is there | to take part in …"."""
    at = reading.clauses.index(clause)
    if not at or clause.group.tense not in NON_FINITE or not clause.inherited:
        return False
    leading = reading.clauses[at - 1]
    return leading.frame is not None and leading.frame.sort == "aim"


def _is_decided(reading: Reading, clause: Clause) -> bool:
    """Whether an infinitive hangs on a decision: "agreed to strengthen the contingent" tells of no deed."""
    before = _before(reading, clause)
    hangs = clause.inherited and clause.group.tense == "infinitive" and before is not None
    return hangs and before is not None and before.frame is not None and before.frame.sort in ("mandate", "say")


def _is_permitted(reading: Reading, clause: Clause) -> bool:
    """Whether an infinitive hangs on a permission: "authorises the brigade to neutralise armed groups"."""
    before = _before(reading, clause)
    return _is_decided(reading, clause) and before is not None and before.group.lemma in reading.words.sets["permits"]


def _only_moves(reading: Reading, clause: Clause) -> bool:
    """Whether a verb of moving has no object: "sails in the Atlantic", "moved from Erbil"."""
    framed = clause.frame is not None and clause.frame.sort != "area"
    if clause.group.lemma not in reading.words.sets["tasks.moving"] or framed:
        return False
    behind = reading.row[clause.group.last : clause.group.last + 1]
    return not behind or behind[0].sort in (units.SIGN, units.TIME) or reading.is_in("prepositions", behind[0])


def _is_exercise(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells of an exercise, which is read by ``exercises``."""
    return any(reading.is_in("exercises", u) for u in reading.row[clause.group.last : clause.group.last + 2])


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
    while (earlier := _before(reading, first)) is not None and _goes_on(reading, earlier):
        if not _is_deed(reading, earlier, False):
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
    others = (row[first.group.first], *first.subjects)
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


def _words(reading: Reading, clause: Clause, begin: int, end: int) -> str:
    """The words of a task without the subject, where that stands behind the verb: "sikrede | holdet | broen"."""
    text = reading.text
    behind = [] if clause.relative or clause.inherited else clause.subjects
    subject = next((u for u in behind if begin < u.start < end and u.sort != units.WORD), None)
    while (last := _last_before(reading, end)) is not None and reading.is_in("prepositions", last):
        end = last.start
    kept = text[begin:end] if subject is None else f"{text[begin : subject.start]} {text[subject.end : end]}"
    return clean_name(kept.rstrip(" .,;:"))


def _last_before(reading: Reading, end: int) -> Unit | None:
    return next((u for u in reversed(reading.row) if u.end <= end and u.sort != units.SIGN), None)


def _says_enough(reading: Reading, begin: int, end: int) -> bool:
    """Whether a verb has something beside it: "delivered since" says nothing."""
    words = reading.words
    small = words.sets["prepositions"] | words.sets["adverbs"] | words.sets["conjunctions_and"]
    small = small | words.sets["pronouns_thing"] | words.sets["particles"]
    inside = [u for u in reading.row if begin <= u.start < end and u.sort not in (units.SIGN, units.TIME)]
    return len(inside) > 1 and any(u.low not in small for u in inside[1:])


def _goes_on(reading: Reading, clause: Clause) -> bool:
    """Whether a verb shares its object with the next one: "trains | and advises the police"."""
    following = reading.clauses[reading.clauses.index(clause) + 1 :]
    if not following or not following[0].inherited or clause.arguments or not is_deed_verb(reading.words, following[0]):
        return False
    between = reading.row[clause.group.last : following[0].group.first]
    return (
        bool(between)
        and len(between) <= 2
        and all(u.text == "," or reading.is_in("conjunctions_and", u) for u in between)
    )


def _before(reading: Reading, clause: Clause) -> Clause | None:
    at = reading.clauses.index(clause)
    return reading.clauses[at - 1] if at else None
