"""What stands around the verb of a clause beside its subject: further phrases and times."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import NOUNS, Clause
from contingent.read.clause_words import breaks, is_subject
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary


def take_arguments(row: list[Unit], clause: Clause, following: Clause | None, words: Vocabulary) -> None:
    """Give a clause the phrases around its verb, and the times there."""
    group = clause.group
    stop = len(row)
    if following is not None:
        stop = following.group.first
        owned = (
            {id(unit) for unit in following.subjects} if not following.inherited and not following.relative else set()
        )
        for at in range(group.last, following.group.first):
            if id(row[at]) in owned and following.subjects[0].start >= row[group.last - 1].end:
                stop = at
                break
        if stop - 2 >= group.last and row[stop - 1].sort == units.TIME and breaks(row[stop - 2], words):
            stop -= 1  # "…; on Friday | it repaired the bridge": the time is the next clause's
        while stop > group.last and breaks(row[stop - 1], words):
            stop -= 1
        for at in range(group.last, stop) if not following.inherited else ():
            low = row[at].low if row[at].sort == units.WORD else ""
            if low in words.sets["conjunctions_subordinate"] and low not in words.sets["prepositions"]:
                stop = at  # "commenced in May, | when a frigate and an aircraft arrived"
                break
    preposition, pending = "", ""
    for at in range(group.last, stop):
        unit = row[at]
        if unit.sort == units.WORD:
            if unit.low in words.sets["prepositions"]:
                preposition = (
                    f"{pending} {unit.low}".strip()
                    if pending and pending != unit.low and row[at - 1].low == pending
                    else unit.low
                )
                pending = unit.low
            elif (
                unit.low not in words.sets["conjunctions_and"]
                and unit.low not in words.sets["adverbs"]
                and unit.low not in words.sets["definite"]
                and unit.low not in words.sets["indefinite"]
            ):
                if is_subject(unit, words):
                    clause.arguments.append((preposition, unit))
                preposition = ""
            continue
        if unit.sort == units.SIGN:
            if unit.text == ";":
                stop = at
                break
            if unit.text not in (",", "(", ")", "-") and unit.text not in words.grammar["genitive"]:
                preposition = ""
            continue
        if unit.sort == units.TIME:
            continue
        if not any(unit is subject for subject in clause.subjects):
            clause.arguments.append((preposition, unit))
    floor = next((k for k, unit in enumerate(row) if unit.start >= clause.start), group.first)
    fronted = 0 if not clause.inherited else floor
    for at in range(fronted, group.first):
        unit = row[at]
        spoken = any(unit is subject for subject in clause.subjects)
        if (unit.sort in NOUNS or unit.sort == units.PLACE) and not spoken:
            before = row[at - 1].low if at else ""
            clause.before.append((before if before in words.sets["prepositions"] else "", unit))
    last = row[stop - 1] if stop > group.last else row[group.last - 1]
    clause.end = max(last.end, row[group.last - 1].end)
    if last.sort == units.SIGN and last.text in ".,;:!?" and stop - 2 >= group.last:
        clause.end = row[stop - 2].end
    clause.last = stop
    if words.grammar["verb_bracket"]:
        # The parts of the verb were brought together; in the text they stand around what they govern.
        parted = row[group.first : stop]
        clause.start = min(clause.start, *(unit.start for unit in parted))
        clause.end = max(clause.end, *(unit.end for unit in parted if unit.sort != units.SIGN))
    # "Will join for six weeks | to train divers": a time before a purpose is the leading clause's.
    own = group.first if group.tense in ("infinitive", "gerund") else floor
    if own == floor and floor > 1 and row[floor - 1].sort == units.TIME and breaks(row[floor - 2], words):
        own -= 1
    clause.times = [row[k].value for k in range(own, stop) if row[k].sort == units.TIME and not _is_of_an_act(row, k)]


def _is_of_an_act(row: list[Unit], at: int) -> bool:
    """Whether a year is part of the number of a resolution: "resolution 2009 (2011)"."""
    return at > 1 and row[at - 1].text == "(" and row[at - 2].text.isdigit()


def date_clauses(row: list[Unit], clauses: list[Clause], words: Vocabulary) -> None:
    """Give a time at the head of the sentence to the clauses that it holds for.

    It is one of the first clause's times, and that of each later statement with none of its own; a purpose ("to train
    divers") and what is said in passing behind a relative pronoun have none but their own.
    """
    leading = next((c for c in clauses if not c.relative and c.group.tense not in ("infinitive", "gerund")), None)
    if leading is None:
        return
    head = row[: leading.group.first]
    opening = min([leading.verb_start, *(subject.start for subject in leading.subjects)])
    spoken = [c for c in clauses if c is not leading and c.start < opening]
    fronted = [
        u.value
        for u in head
        if u.sort == units.TIME and u.start < opening and not any(c.start <= u.start < c.end for c in spoken)
    ]
    leading.times = fronted + [time for time in leading.times if time not in fronted]
    for clause in clauses:
        stated = not clause.relative and clause.group.tense not in ("infinitive", "gerund", "participle")
        # "In November they left for Naqoura, where they took over …": told in one breath.
        told = clause.start > leading.start and clause.group.tense == leading.group.tense == "past"
        if clause is not leading and not clause.times and (stated or told):
            clause.times = fronted
    _date_chain(clauses, words)


def _date_chain(clauses: list[Clause], words: Vocabulary) -> None:
    """Give the time at the end of a chain of deeds to all: "found two mines and freed six men | last week"."""
    deeds = words.sets["tasks.verbs"]
    for number in range(len(clauses) - 1, 0, -1):
        last, before = clauses[number], clauses[number - 1]
        chained = last.inherited and last.subjects is before.subjects and not last.relative
        alike = last.group.tense == before.group.tense and {last.group.lemma, before.group.lemma} <= deeds
        if chained and alike and last.times and not before.times:
            before.times = list(last.times)
