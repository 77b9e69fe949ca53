"""What a clause states, in the order in which it is read: subject, duties, counts, predicate.

The law of this module: what the phrases of a clause state by themselves is read first, by a walk over its
constituents; then the frame of its verb (``lead``, ``contribute``, ``base`` …) decides who is spoken of, and hence
whose the predicate is. Each step may find that it has read all there is; the later ones are then left out.
"""

from __future__ import annotations

from dataclasses import replace

from contingent.read import units
from contingent.read.activities import read_done, read_outcome
from contingent.read.assertions import is_asserted
from contingent.read.changes import read_total
from contingent.read.clause import Clause
from contingent.read.clause_owners import (
    PLACING,
    all_owners,
    behind_equipment,
    is_decided_at_home,
    is_decided_for_all,
    operation_of,
    owner_of,
)
from contingent.read.constituents import read_constituents
from contingent.read.duties import (
    is_about_duty,
    read_assignment,
    read_duties,
    read_fulfilled,
    read_listed_duties,
    speaks_of_duty,
)
from contingent.read.entities import Entity, Sort
from contingent.read.exercises import joins_exercise
from contingent.read.foundings import read_lasting
from contingent.read.handovers import read_turn
from contingent.read.identities import equate_operation, read_unit_in_place
from contingent.read.mood import Mood
from contingent.read.predicates import HAVING, equips_operation, read_predicate
from contingent.read.presuppositions import presupposed_mood
from contingent.read.provenance import are_from_several, note_nationality, note_provider
from contingent.read.sentence_reading import Reading
from contingent.read.subject_position import behind_subject, is_done, is_said_of_new, names_subject_last, parted_subject
from contingent.read.taking_part import counts_the_past, read_extension, read_staying, read_taking_part_since
from contingent.read.walk import Walk

_SERVING = frozenset(("base", "arrive", "participate"))
"""Frames of those who are or go somewhere."""
_NUMBERED = frozenset(("contribute", "consist", "change"))
"""What a council or an act decides of an operation: how many people it has, or shall have."""


def read_clause(reading: Reading, clause: Clause) -> None:
    """All that one clause states."""
    sort = clause.frame.sort if clause.frame is not None else "task"
    rule = clause.frame.source if clause.frame is not None else "a verb without a frame"
    if sort == "contribute" and not clause.arguments and clause.group.lemma in reading.words.sets["tasks.verbs"]:
        sort = "task"  # "to maintain a safe environment" gives nothing to anybody
    mood = reading.mood(clause)
    row = reading.row
    subject = clause.subjects[-1] if clause.subjects and not clause.relative else None
    if subject is not None and subject.sort == units.OPERATION and speaks_of_several(reading):
        reading.discourse.operation = reading.discourse.resolve(subject)
    if sort in _SERVING and subject is not None and subject.sort in (units.PERSONS, units.UNIT, units.ASSET):
        _note_first_operation(reading, clause)
    first = next((k for k, u in enumerate(row) if u.start >= clause.start), clause.group.first)
    if read_turn(reading, clause, mood, rule):
        return
    if sort == "say" or not is_asserted(reading, clause):
        if sort == "say" and not clause.inherited and not clause.relative:
            # "The company, 125 strong, likes its camp": how many they are holds whatever is said of them.
            read_constituents(
                Walk(reading, Mood(), None, False, rule=rule, introducing=False), first, clause.group.first
            )
        return
    if sort == "participate" and joins_exercise(reading, clause):
        sort = "task"
    if (sort == "participate" and counts_the_past(clause, mood)) or _names_persons(reading, clause):
        return
    if (
        clause.group.passive
        and sort in ("return", "arrive")
        and reading.is_in("modals.past_duty", row[clause.group.first])
    ):
        return  # "Oprindeligt skulle bidraget være vendt hjem i maj": it did not
    if sort == "consist" and read_unit_in_place(reading, clause, mood, rule):
        return
    equate_operation(reading, clause)
    if sort == "fulfil":
        if are_from_several(reading, clause, mood, rule):
            return
        note_provider(reading, clause)
    elif sort == "consist":
        note_nationality(reading, clause)
    subject_walk, behind = _read_subject(reading, clause, mood, first, sort, rule)
    if read_total(reading, clause, mood, rule):
        return
    if sort == "support" and mood.modality == "planned" and is_about_duty(reading, clause):
        read_duties(reading, clause, mood, rule)  # "the company's job is to back up Sector 2" names a task as well
        mood = replace(mood, modality="actual")
    elif read_duties(reading, clause, mood, rule):
        return
    if clause.group.passive and clause.group.lemma in reading.words.sets["tasks.verbs"]:
        read_done(reading, clause, mood, rule)
        if is_done(reading, clause):
            return
    if sort == "fulfil":
        read_fulfilled(reading, clause, mood, rule)
        return
    if sort == "outcome":
        named = bool(clause.subjects) and clause.subjects[-1].sort != units.WORD  # not "it came to 22 sorties"
        if read_outcome(reading, clause, mood, owner_of(reading, clause) if named else None, rule):
            return
        sort = "task"
    owner, mood = _spoken_of(reading, clause, mood, sort, subject_walk.holder)
    if sort == "support" and (owner is None or owner.sort is not Sort.ELEMENT) and equips_operation(reading, clause):
        sort = "contribute"
    if sort in HAVING and read_assignment(reading, clause, mood, owner, rule):
        return
    if owner is not None and read_listed_duties(reading, clause, mood, owner, rule):
        return
    for each in all_owners(reading, clause, owner, sort):
        read_predicate(reading, clause, mood, each, sort, rule, behind)
    read_taking_part_since(reading, clause, mood, owner, rule)
    read_extension(reading, clause, mood, rule)
    read_staying(reading, clause, mood, owner, rule)
    if sort not in ("found", "close"):
        read_lasting(reading, clause, mood, owner, rule)


def _read_subject(reading: Reading, clause: Clause, mood: Mood, first: int, sort: str, rule: str) -> tuple[Walk, int]:
    """What a clause that begins at unit ``first`` says of its subject in passing, wherever the subject stands.

    Gives the walk over the subject, which knows who is spoken of, and where the predicate goes on behind it.
    """
    subject_mood = presupposed_mood(reading, clause, mood, sort)
    if subject_mood.modality == "planned" and is_about_duty(reading, clause):
        subject_mood = Mood()  # "the company's job is to …": the company is there
    subject_walk = Walk(reading, subject_mood, None, False, rule=rule)
    subject_walk.introducing = sort not in ("return", "close", "take over", "hand over") and not is_done(
        reading, clause
    )
    if clause is reading.clauses[0] and first and sort != "say":
        # What stands before the subject: "With a Polish contingent of 200, …"; a count that is no subject.
        said_of = is_said_of_new(reading, clause, first)
        ahead_mood = Mood() if said_of and sort not in PLACING else subject_mood
        read_constituents(Walk(reading, ahead_mood, None, False, rule=rule, introducing=said_of), 0, first)
    if not clause.inherited and not clause.relative:
        read_constituents(subject_walk, first, clause.group.first)
    elif sort == "base" and clause.relative and clause.group.tense == "participle" and clause.subjects:
        # "visited | the detachment | deployed in Djibouti": it is there, whatever the verb before says of it.
        at = reading.at(clause.subjects[0])
        read_constituents(Walk(reading, mood, None, True, rule=rule), at, at + 1)
    parted = parted_subject(reading, clause)
    if parted is not None:
        read_constituents(subject_walk, *parted)
    if names_subject_last(reading, clause, sort):
        at = reading.at(clause.subjects[0])
        read_constituents(subject_walk, at, at + 1)
    elif reading.words.grammar["verb_second"]:
        # "Fra oktober skal | to læger | gøre tjeneste": the subject between the parts of its verb.
        read_constituents(subject_walk, clause.group.first + 1, clause.group.main)
    behind = behind_subject(reading, clause) if subject_mood != mood else clause.group.last
    read_constituents(subject_walk, clause.group.last, behind)
    return subject_walk, behind


def _spoken_of(
    reading: Reading, clause: Clause, mood: Mood, sort: str, holder: Entity | None
) -> tuple[Entity | None, Mood]:
    """Of whom the predicate is said, and how it is meant of them; ``holder`` is whom the walk over the subject left.

    It is the owner of the clause unless what stands there only means somebody else: a headquarters its mission, a
    decision the state or the operation that it is about.
    """
    owner = owner_of(reading, clause)
    if reading.on_duty is not None and clause.inherited and speaks_of_duty(reading, clause):
        owner = reading.on_duty
    if (
        owner is not None
        and sort == "base"
        and owner.head in reading.words.headquarters
        and _names_only(reading, owner)
    ):
        # "the mission's headquarters is in Gao", "das Hauptquartier der Mission": the mission's base
        owner = holder or operation_of(owner)
    if owner is None and sort == "contribute" and is_decided_at_home(reading, clause):
        owner = reading.discourse.ours
    if sort in _NUMBERED and is_decided_for_all(reading, clause) and reading.discourse.operation is not None:
        told = owner is not None and owner.sort is Sort.OPERATION
        owner, mood = owner if told else reading.discourse.operation, replace(mood, modality="authorised")
    if owner is None and sort == "consist" and not clause.subjects:
        # "There are also eight instructors": whoever the section is about has them.
        discourse = reading.discourse
        owner = discourse.focus or discourse.ours or discourse.operation
    if owner is None and sort in ("task", "area", "aim"):
        owner = behind_equipment(reading, clause)
    return owner, mood


def _note_first_operation(reading: Reading, clause: Clause) -> None:
    """Of several operations, whoever serves does so in the first: "40 will be sent to KFOR and ten to EUTM Mali"."""
    named = [u for p, u in clause.arguments if u.sort == units.OPERATION and p in reading.words.sets["serving_in"]]
    if len({u.value for u in named}) > 1:
        reading.discourse.operation = reading.discourse.resolve(named[0])


def _names_persons(reading: Reading, clause: Clause) -> bool:
    """Whether a clause only tells who was moved where: "the officers affected are General X from A to B"."""
    people = bool(clause.subjects) and clause.subjects[-1].sort in (units.PEOPLE, units.PERSONS)
    are = clause.group.lemma in reading.words.sets["be.infinitive"] and clause.frame is not None
    appoints = clause.group.lemma in reading.words.pack.table("postings")["verbs"]["appoint"]
    named = any(unit.sort == units.PERSON for _, unit in clause.arguments)
    return people and named and (appoints or are)


def _names_only(reading: Reading, headquarters: Entity) -> bool:
    """Whether a headquarters is that of the whole operation by its name: "headquarters", "the force headquarters"."""
    *before, last = (headquarters.name or "").lower().split() or [""]
    sets = reading.words.sets
    whole = all(word in sets["forces"] | sets["whole_headquarters"] for word in before)
    return last == headquarters.head and (whole and not headquarters.named if before else True)


def speaks_of_several(reading: Reading) -> bool:
    """Whether the clauses of a sentence are about one operation each: "SNMG1 is led by X, and SNMG2 is led by Y"."""
    subjects = {u.value for c in reading.clauses if not c.relative for u in c.subjects if u.sort == units.OPERATION}
    return len(subjects) > 1
