"""Deeds: whether a clause tells what its subject does, is to do or did as a force.

A clause can have a verb of doing and yet state nothing of the kind: it may be somebody's speech, speak of something
else than the noun that was taken for its subject, tell of a decision, or only of where somebody goes.
"""

from __future__ import annotations

from contingent.document import BlockKind
from contingent.read import units
from contingent.read.activities import is_deed_verb
from contingent.read.clause import Clause
from contingent.read.mood import NON_FINITE
from contingent.read.sentence_reading import Reading

_STATING = frozenset(("aim", "support", "contribute", "lead", "task"))
"""The frames whose clauses state a task by themselves."""
_QUOTATION_MARKS = '"“”„»«'
_RUNS_REACH = 8
"""How many units before its verb the mandate may stand that runs or expires."""
_DASHES = "–—-"
_LONGEST_SPEECH = 1500
"""How far back in its paragraph a quotation can have been opened."""


def is_speech(reading: Reading, clause: Clause) -> bool:
    """Whether a clause stands in somebody's words: between quotation marks, behind a dash, before "says X"."""
    block = reading.discourse.annotated.document.blocks[reading.sentence.block]
    before = reading.text[max(block.start, clause.verb_start - _LONGEST_SPEECH) : clause.verb_start]
    if sum(before.count(mark) for mark in _QUOTATION_MARKS) % 2:
        return True
    if block.kind is BlockKind.PARAGRAPH and reading.text[block.start] in _DASHES:
        return True
    last = reading.clauses[-1]
    at = last.group.first - 1
    closes = at >= 0 and reading.row[at].text in ',”"»'
    return last is not clause and closes and last.frame is not None and last.frame.sort == "say"


def is_about(reading: Reading, clause: Clause) -> bool:
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
    small = ("prepositions", "adverbs", "conjunctions_and")
    return any(reading.is_in(name, before) for name in small)


def is_deed(reading: Reading, clause: Clause, happened: bool) -> bool:
    """Whether the verb says what forces do, or an announcing clause before it makes it a task."""
    lemma, sets = clause.group.lemma, reading.words.sets
    before = reading.row[max(0, clause.group.first - _RUNS_REACH) : clause.group.first]
    if lemma in sets["lasting"] and any(unit.low in sets["mandates"] for unit in before):
        return False  # "the mandate of the mission will expire in May"
    if clause.subjects and clause.subjects[-1].sort == units.ACTOR and clause.subjects[-1].detail == "authority":
        return False  # "the parliament discussed the participation"
    if clause.group.passive or (clause.frame is not None and clause.frame.sort == "happen"):
        return False
    if clause.frame is not None and clause.frame.sort in _STATING:
        return True
    if lemma in sets["tasks.verbs"]:
        return True
    return lemma in sets["tasks.light"] and (happened or _is_announced(reading, clause) or can(reading, clause))


def can(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells what its subject is able to do."""
    leading = leading_clause(reading, clause)
    return any(reading.is_in("modals.ability", u) for u in reading.row[leading.group.first : leading.group.main])


def leading_clause(reading: Reading, clause: Clause) -> Clause:
    """The clause whose subject and auxiliary a clause goes on with."""
    while clause.inherited and (earlier := clause_before(reading, clause)) is not None:
        clause = earlier
    return clause


def _is_announced(reading: Reading, clause: Clause) -> bool:
    """Whether an infinitive hangs on a clause that announces a task: "is there | to take part in …"."""
    at = reading.clauses.index(clause)
    if not at or clause.group.tense not in NON_FINITE or not clause.inherited:
        return False
    leading = reading.clauses[at - 1]
    return leading.frame is not None and leading.frame.sort == "aim"


def is_decided(reading: Reading, clause: Clause) -> bool:
    """Whether an infinitive hangs on a decision: "agreed to strengthen the contingent" tells of no deed."""
    before = clause_before(reading, clause)
    hangs = clause.inherited and clause.group.tense == "infinitive" and before is not None
    return hangs and before is not None and before.frame is not None and before.frame.sort in ("mandate", "say")


def hangs_on_permission(reading: Reading, clause: Clause) -> bool:
    """Whether an infinitive hangs on a permission: "authorises the brigade to neutralise armed groups"."""
    before = clause_before(reading, clause)
    return is_decided(reading, clause) and before is not None and before.group.lemma in reading.words.sets["permits"]


def only_moves(reading: Reading, clause: Clause) -> bool:
    """Whether a verb of moving has no object: "sails in the Atlantic", "moved from Erbil"."""
    framed = clause.frame is not None and clause.frame.sort != "area"
    if clause.group.lemma not in reading.words.sets["tasks.moving"] or framed:
        return False
    behind = next((u for u in reading.row[clause.group.last :] if not any(u is s for s in clause.subjects)), None)
    return behind is None or behind.sort in (units.SIGN, units.TIME) or reading.is_in("prepositions", behind)


def is_exercise(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells of an exercise, which is read by ``exercises``."""
    return any(reading.is_in("exercises", u) for u in reading.row[clause.group.last : clause.group.last + 2])


def clause_before(reading: Reading, clause: Clause) -> Clause | None:
    """The clause right before another; None for the first."""
    at = reading.clauses.index(clause)
    return reading.clauses[at - 1] if at else None


def goes_on(reading: Reading, clause: Clause) -> bool:
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
