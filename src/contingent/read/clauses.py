"""Clauses: who (subject) does what (verb with its frame), with which further phrases, when.

A sentence is cut at its verbs. The words on each side of a verb belong to it as far as the next verb's
own subject; a relative pronoun takes the phrase before it as its subject, "and" with a verb keeps the subject.
"""

from __future__ import annotations

import itertools

from contingent.read import units
from contingent.read.auxiliaries import denied_behind
from contingent.read.clause import Clause
from contingent.read.clause_arguments import date_clauses, take_arguments
from contingent.read.clause_subjects import begin_clause, take_parted_subject
from contingent.read.resumed_lists import resume_lists
from contingent.read.units import Sentence, Unit
from contingent.read.verb_frames import find_frame, frame_by_object
from contingent.read.verb_groups import find_verb_groups
from contingent.read.vocabulary import Vocabulary


def find_clauses(sentence: Sentence, words: Vocabulary) -> list[Clause]:
    """The clauses of a sentence, in order."""
    row = sentence.units
    groups = find_verb_groups(row, words)
    clauses: list[Clause] = []
    if words.grammar["verb_second"]:
        for group in groups:
            group.negated = group.negated or denied_behind(row, group, words)
    for number, group in enumerate(groups):
        floor = groups[number - 1].last if number else 0
        clauses.append(begin_clause(row, group, floor, clauses[-1] if clauses else None, words))
    if len(clauses) > 1 and clauses[0].group.tense == "infinitive" and not clauses[0].subjects:
        # "To help the battalion, a team …": whoever the sentence is about is to help.
        clauses[0].subjects, clauses[0].inherited = clauses[1].subjects, True
    take_parted_subject(row, clauses, words)
    for number, clause in enumerate(clauses):
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        take_arguments(row, clause, following, words)
        clause.frame = frame_by_object(clause, find_frame(row, clause, words), words)
    resume_lists(row, clauses)
    _set_out(clauses)
    _share_places(row, clauses, words)
    date_clauses(row, clauses, words)
    return clauses


def _set_out(clauses: list[Clause]) -> None:
    """Let who leaves to take part set out rather than go home: "left Wilhelmshaven | to join Operation Irini"."""
    for clause, following in itertools.pairwise(clauses):
        if clause.frame is None or clause.frame.sort != "return" or clause.frame.words:
            continue
        joins = following.frame is not None and following.frame.sort in ("participate", "part", "support")
        spoken_of = any(unit.sort in (units.OPERATION, units.ANAPHOR) for _, unit in following.arguments)
        if following.group.tense == "infinitive" and following.inherited and joins and spoken_of:
            clause.frame = clause.frame._replace(sort="arrive")


def _share_places(row: list[Unit], clauses: list[Clause], words: Vocabulary) -> None:
    """Give a verb of being somewhere the place behind the verb that is joined to it: "lives and trains at Camp X"."""
    for clause, following in itertools.pairwise(clauses):
        placing = clause.frame is not None and clause.frame.sort in ("base", "area")
        between = row[clause.group.last : following.group.first]
        joined = len(between) == 1 and between[0].low in words.sets["conjunctions_and"]
        if placing and joined and following.inherited and not clause.arguments:
            clause.arguments, clause.end, clause.last = following.arguments, following.end, following.last
