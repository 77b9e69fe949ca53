"""What clauses state, by the frame of their verb.

The verb table of the language says what a clause with a verb is about (``lead``, ``contribute``, ``base`` …);
here is one function for each frame. What the phrases of the clause state by themselves is read by the walk
over its constituents first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from contingent import catalogue
from contingent.read import units
from contingent.read.activities import counted_objects, read_done, read_outcome
from contingent.read.assertions import is_asserted
from contingent.read.belonging import read_part
from contingent.read.changes import read_change, read_total
from contingent.read.clause import Clause
from contingent.read.clause_owners import (
    PLACING,
    all_owners,
    behind_equipment,
    is_decided_at_home,
    is_decided_for_all,
    operation_of,
    others_each,
    owner_of,
)
from contingent.read.comings import read_arrival, read_return
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
from contingent.read.exercises import joins_exercise, read_exercise
from contingent.read.foundings import read_closed, read_founded, read_lasting
from contingent.read.handovers import read_hand_over, read_take_over, read_turn
from contingent.read.home_units import read_home_units
from contingent.read.identities import equate_operation, read_identity, read_name, read_unit_in_place
from contingent.read.leading import read_lead
from contingent.read.moods import Mood
from contingent.read.named_actors import is_state
from contingent.read.proposals import When, quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.supports import read_in_support, read_service, read_support
from contingent.read.taking_part import (
    counts_the_past,
    read_extension,
    read_staying,
    read_taking_part,
    read_taking_part_since,
)
from contingent.read.tasks import read_task
from contingent.read.walk import ELEMENTS, Walk

_SERVING = frozenset(("base", "arrive", "participate"))
"""Frames of those who are or go somewhere."""
_HAVING = frozenset(("contribute", "consist", "found"))
_COUNTS = (units.PERSONS, units.PEOPLE, units.NUMBER)
_NUMBERED = frozenset(("contribute", "consist", "change"))
"""What a council or an act decides of an operation: how many people it has, or shall have."""
_RELIEVED = (*ELEMENTS, units.ASSET, units.ACTOR)
"""What somebody relieves: a frigate, a company, "the German Hessen"."""


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
        if _are_from_several(reading, clause, mood, rule):
            return
        _note_provider(reading, clause)
    elif sort == "consist":
        _note_nationality(reading, clause)
    subject_mood = _subject_mood(reading, clause, mood, sort)
    if subject_mood.modality == "planned" and is_about_duty(reading, clause):
        subject_mood = Mood()  # "the company's job is to …": the company is there
    subject_walk = Walk(reading, subject_mood, None, False, rule=rule)
    subject_walk.introducing = sort not in ("return", "close", "take over", "hand over") and not _is_done(
        reading, clause
    )
    if clause is reading.clauses[0] and first and sort != "say":
        # What stands before the subject: "With a Polish contingent of 200, …"; a count that is no subject.
        said_of = _is_said_of_new(reading, clause, first)
        ahead_mood = Mood() if said_of and sort not in PLACING else subject_mood
        read_constituents(Walk(reading, ahead_mood, None, False, rule=rule, introducing=said_of), 0, first)
    if not clause.inherited and not clause.relative:
        read_constituents(subject_walk, first, clause.group.first)
    parted = _parted_subject(reading, clause)
    if parted is not None:
        read_constituents(subject_walk, *parted)
    if _names_subject_last(reading, clause, sort):
        at = reading.at(clause.subjects[0])
        read_constituents(subject_walk, at, at + 1)
    elif reading.words.grammar["verb_second"]:
        # "Fra oktober skal | to læger | gøre tjeneste": the subject between the parts of its verb.
        read_constituents(subject_walk, clause.group.first + 1, clause.group.main)
    behind = _behind_subject(reading, clause) if subject_mood != mood else clause.group.last
    read_constituents(subject_walk, clause.group.last, behind)
    if read_total(reading, clause, mood, rule):
        return
    if sort == "support" and mood.modality == "planned" and is_about_duty(reading, clause):
        read_duties(reading, clause, mood, rule)  # "the company's job is to back up Sector 2" names a task as well
        mood = replace(mood, modality="actual")
    elif read_duties(reading, clause, mood, rule):
        return
    if clause.group.passive and clause.group.lemma in reading.words.sets["tasks.verbs"]:
        read_done(reading, clause, mood, rule)
        if _is_done(reading, clause):
            return
    if sort == "fulfil":
        read_fulfilled(reading, clause, mood, rule)
        return
    if sort == "outcome":
        named = bool(clause.subjects) and clause.subjects[-1].sort != units.WORD  # not "it came to 22 sorties"
        if read_outcome(reading, clause, mood, owner_of(reading, clause) if named else None, rule):
            return
        sort = "task"
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
        owner = subject_walk.holder or operation_of(owner)
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
    if sort == "support" and (owner is None or owner.sort is not Sort.ELEMENT) and _equips_operation(reading, clause):
        sort = "contribute"
    if sort in _HAVING and read_assignment(reading, clause, mood, owner, rule):
        return
    if owner is not None and read_listed_duties(reading, clause, mood, owner, rule):
        return
    for each in all_owners(reading, clause, owner, sort):
        _read_predicate(reading, clause, mood, each, sort, rule, behind)
    read_taking_part_since(reading, clause, mood, owner, rule)
    read_extension(reading, clause, mood, rule)
    read_staying(reading, clause, mood, owner, rule)
    if sort not in ("found", "close"):
        read_lasting(reading, clause, mood, owner, rule)


def _note_first_operation(reading: Reading, clause: Clause) -> None:
    """Of several operations, whoever serves does so in the first: "40 will be sent to KFOR and ten to EUTM Mali"."""
    named = [u for p, u in clause.arguments if u.sort == units.OPERATION and p in reading.words.sets["serving_in"]]
    if len({u.value for u in named}) > 1:
        reading.discourse.operation = reading.discourse.resolve(named[0])


def _behind_subject(reading: Reading, clause: Clause) -> int:
    """Where the predicate goes on: behind a subject that follows its verb ("fløj | danske fly | 27 missioner")."""
    first = clause.group.last
    if not reading.words.grammar["verb_second"] or clause.inherited or clause.relative or not clause.subjects:
        return first
    subject = clause.subjects[-1]
    if subject.sort not in (*ELEMENTS, units.ASSET, units.PERSONS) or first >= len(reading.row):
        return first
    if not reading.row[first].start <= subject.start < clause.end:
        return first
    behind = reading.at(subject) + 1
    size = reading.row[behind : behind + 2]  # "en eskorteenhed | på 55 soldater"
    counted = len(size) == 2 and reading.is_in("of", size[0]) and size[1].sort in _COUNTS
    return behind + 2 if counted else behind


def _is_done(reading: Reading, clause: Clause) -> bool:
    """Whether the subject is what was done: "40 patrols were conducted"."""
    subject = clause.subjects[-1] if clause.group.passive and clause.subjects else None
    if subject is None or subject.sort != units.UNIT or clause.group.lemma not in reading.words.sets["tasks.verbs"]:
        return False
    return not subject.detail.named and subject.detail.head.lemma.split()[-1] in reading.words.sets["tasks.results"]


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


def _are_from_several(reading: Reading, clause: Clause, mood: Mood, rule: str) -> bool:
    """ "About 1,000 troops are provided by Austria, India and Japan": all take part, and the sum is the operation's."""
    by = reading.words.sets["by"]
    states = [u for p, u in clause.arguments if p in by and u.sort == units.ACTOR and is_state(u.value)]
    subject = clause.subjects[-1] if clause.subjects else None
    operation = reading.discourse.operation
    if len(states) < 2 or subject is None or subject.sort != units.PERSONS or operation is None:
        return False
    for state in states:
        actor = reading.discourse.an_actor(str(state.value))
        reading.state("participation", actor, operation, clause.start, state.end, rule, mood)
    counted = quantity_of(subject.detail.number, "persons")
    if counted is not None:
        reading.state("strength", operation, None, subject.start, subject.end, rule, mood, quantity=counted)
    return True


def _note_provider(reading: Reading, clause: Clause) -> None:
    """ "The reserve battalion is provided by Portugal": the state whose the subject is."""
    agents = [u for p, u in clause.arguments if p in reading.words.sets["by"] and u.sort == units.ACTOR]
    subject = clause.subjects[-1] if clause.subjects else None
    had = (*ELEMENTS, units.PERSONS)
    if len(agents) == 1 and subject is not None and subject.sort in had and is_state(agents[0].value):
        subject.detail.nations = subject.detail.nations or [str(agents[0].value)]


def _note_nationality(reading: Reading, clause: Clause) -> None:
    """ "The reserve company is Irish": the state whose the subject is."""
    subject = clause.subjects[-1] if clause.subjects and not clause.relative else None
    told = reading.row[clause.group.last : clause.last]
    alone = bool(told) and told[0].sort == units.ACTOR and all(unit.sort == units.SIGN for unit in told[1:])
    are = clause.group.lemma in reading.words.sets["be.infinitive"] and not clause.group.passive
    if not alone or not are or subject is None or subject.sort != units.UNIT or not is_state(told[0].value):
        return
    between = [u for u in reading.row[: clause.group.first] if u.start >= subject.end]
    if told[0].detail == "adjective" and all(u.sort == units.TIME or reading.is_in("adverbs", u) for u in between):
        subject.detail.nations = subject.detail.nations or [str(told[0].value)]


def speaks_of_several(reading: Reading) -> bool:
    """Whether the clauses of a sentence are about one operation each: "SNMG1 is led by X, and SNMG2 is led by Y"."""
    subjects = {u.value for c in reading.clauses if not c.relative for u in c.subjects if u.sort == units.OPERATION}
    return len(subjects) > 1


def _names_subject_last(reading: Reading, clause: Clause, sort: str) -> bool:
    """Whether a passive behind an expletive has its subject last; it is then taken as such: "der er udsendt | ti"."""
    if clause.subjects or not clause.group.passive or sort not in PLACING or not clause.arguments:
        return False
    preposition, unit = clause.arguments[0]
    if preposition or unit.sort not in (*ELEMENTS, units.PERSONS, units.ASSET) or clause.group.first == 0:
        return False
    if not reading.is_in("expletives", reading.row[clause.group.first - 1]):
        return False
    clause.subjects, clause.relative, clause.arguments = [unit], False, clause.arguments[1:]
    return True


def _parted_subject(reading: Reading, clause: Clause) -> tuple[int, int] | None:
    """Where the subject stands that other clauses part from its verb: "The company, which …, is in Gao"."""
    before = reading.clauses[: reading.clauses.index(clause)]
    if not clause.inherited or clause.relative or not clause.subjects or not before:
        return None
    if reading.listed or not (clause.parted or all(other.relative for other in before)):
        return None
    first = next((k for k, u in enumerate(reading.row) if u is clause.subjects[0]), None)
    return (first, before[0].group.first) if first is not None else None


def _is_said_of_new(reading: Reading, clause: Clause, first: int) -> bool:
    """Whether a relative clause hangs on a unit that is the subject of what follows: "The team, which …, is there"."""
    noun = clause.subjects[0] if clause.relative and clause.subjects else None
    if noun is None or noun.sort not in ELEMENTS or not any(unit is noun for unit in reading.row[:first]):
        return False
    placed = clause.frame is not None and clause.frame.sort in PLACING and bool(clause.times)
    if noun.detail.determiner != "indefinite" and not noun.detail.nations and not placed:
        return False  # "the team", spoken of before
    return any(c.parted and not c.relative and c.subjects and c.subjects[0] is noun for c in reading.clauses)


def _equips_operation(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says with what an operation is supported: "supports Operation Barkhane with two helicopters"."""
    supported = (units.OPERATION, units.ANAPHOR, units.CONTRIBUTION)
    supports = any(not p and u.sort in supported for p, u in clause.arguments)
    return supports and any(p in reading.words.sets["with"] for p, _ in clause.arguments)


def _read_predicate(
    reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, sort: str, rule: str, first: int
) -> None:
    """What the verb and what stands behind it, from ``first`` on, say of ``owner``."""
    row = reading.row
    last = next((k for k, u in enumerate(row) if u.start >= clause.end), len(row))
    changes = sort in ("take over", "hand over")
    given: Entity | None = None
    if owner is not None or changes or sort in ("contribute", "participate", "lead", "found", "close"):
        handler = _FRAMES.get(sort)
        if not changes and (clause.frame is not None or owner is not None):
            walk = Walk(
                reading,
                replace(mood, modality="actual") if mood.modality == "past" and _lasts(clause, sort) else mood,
                owner,
                sort in _HAVING and _gives(reading, clause) and not read_identity(reading, clause, owner),
                sender="" if sort == "consist" and _is_shared(reading, clause, owner) else reading.sender_of(clause),
                rule=rule,
                start=clause.start,
                holder=owner,
                placing=clause.frame is not None or _works_there(reading, clause, mood),
                unframed=clause.frame is None,
                absorbed=_own_preposition(clause),
                moving=sort in ("base", "contribute"),
                with_having=sort in PLACING or sort in _HAVING,
                opening=clause.group.last if sort == "consist" else None,
                introducing=sort not in ("return", "close"),
                joining=sort == "part",
                from_base=clause.group.lemma in reading.words.sets["works_from"],
            )
            others = others_each(reading, clause, owner) if sort in ("contribute", "consist") else []
            twins = [
                replace(walk, owner=other, holder=other, sender=other.nation, introduced=[], placed=set())
                for other in others
            ]
            for each in (walk, *twins):
                read_constituents(each, first, last)
            gives = sort == "contribute" or _forms(reading, clause)
            if gives and owner is not None and owner.sort is Sort.CONTRIBUTION:
                # "Denmark provides a detachment. It is based at …": the one thing that was given; "30 form a guard".
                given = walk.introduced[0] if len(walk.introduced) == 1 else None
        if handler is not None:
            handler(reading, clause, mood, owner, rule)
        read_home_units(reading, clause, mood, owner, rule)
        if owner is not None:
            read_exercise(reading, clause, mood, owner, rule)
        if owner is not None and sort == "take over" and _names_duty(reading, clause):
            read_task(reading, clause, mood, owner, rule)  # "took over the task from rotation 3"
        if owner is not None and sort != "support":
            read_in_support(reading, clause, mood, owner, rule)
    if owner is not None and owner.sort is not Sort.ACTOR:
        reading.discourse.last_subject = given or owner
        if not clause.relative:
            reading.discourse.main_subject = given or owner
        if owner.sort is Sort.ELEMENT:
            reading.discourse.mention(owner)


def _works_there(reading: Reading, clause: Clause, mood: Mood) -> bool:
    """Whether a verb of a standing task tells where somebody works: "trains recruits at Tapa".

    A deed that is done only happened there: "freed nine hostages near Gao".
    """
    done = clause.group.passive or mood.modality not in ("actual", "planned") or mood.tense in ("past", "perfect")
    return not done and clause.group.lemma in reading.words.sets["tasks.verbs"]


def _lasts(clause: Clause, sort: str) -> bool:
    """Whether what was done once goes on: what was permitted, and what was founded in a place and is there."""
    return sort == "mandate" or (sort == "found" and clause.group.passive)


def _is_shared(reading: Reading, clause: Clause, owner: Entity | None) -> bool:
    """Whether a clause names an operation of several states as the one who has things: they are no state's then.

    A page that speaks for a state tells of what that state has there.
    """
    if reading.discourse.home is not None:
        return False
    named = bool(clause.subjects) and clause.subjects[-1].sort == units.OPERATION and not clause.relative
    known = catalogue.load().operations.get(owner.name) if owner is not None and named else None
    return known is not None and owner is not None and owner.sort is Sort.OPERATION and known.country is None


def _forms(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says what counted people are: "130 Danes are instructors"."""
    counted = bool(clause.subjects) and clause.subjects[-1].sort == units.PERSONS
    return counted and clause.group.lemma in reading.words.sets["forming"] and not clause.group.passive


def _names_duty(reading: Reading, clause: Clause) -> bool:
    behind = (u for u in reading.row[clause.group.last :] if u.end <= clause.end)
    return any(reading.is_in("duties", u) for u in behind)


def _own_preposition(clause: Clause) -> str:
    """The preposition that belongs to a verb of having, as "of" does in "consists of"."""
    frame = clause.frame
    return frame.words[-1] if frame is not None and frame.words and frame.sort == "consist" else ""


def _subject_mood(reading: Reading, clause: Clause, mood: Mood, sort: str) -> Mood:
    """What is said of a subject in passing ("the team in Gao flew 30 sorties") holds without the clause's day.

    What acted lately is still there; what acted long ago was there then.
    """
    acts = sort == "area" and mood.modality == "past" and mood.times.on and reading.is_recent(mood.times.on)
    if sort in ("base", "area", "part", "contribute", "participate", "consist", "arrive") and not acts:
        return mood  # but "this week the frigate has patrolled south of Nigeria": it is there still
    if sort == "return":
        gone = mood.tense in ("past", "perfect")
        return Mood("past" if gone else "actual", When(None, mood.times.on or mood.times.ends or mood.times.starts))
    if sort == "take over" and any(not p and u.sort in _RELIEVED for p, u in clause.arguments):
        day = mood.times.on or mood.times.starts
        return Mood("planned" if mood.modality == "planned" else "actual", When(day))
    if sort == "mandate":
        return Mood()  # "the Danish contribution was extended": it goes on
    long_since = clause.frame is not None or not reading.is_recent(mood.times.starts)  # not "has since last week run"
    if mood.tense == "perfect" and mood.times.starts and mood.modality == "actual" and long_since:
        return Mood("actual", When(mood.times.starts))  # "Three officers have since May run the camp"
    acted = mood.times.on or mood.times.ends or mood.times.starts
    told = acted is None and mood.tense == "past" and reading.discourse.spell is None  # of times gone by
    if mood.modality == "past" and (sort == "close" or told or not reading.is_recent(acted)):
        return Mood("past")
    if mood.modality == "planned":
        return Mood("planned", When(mood.times.starts))  # "shall from May back up the mission": it comes then
    return Mood("actual")


def _gives(reading: Reading, clause: Clause) -> bool:
    """Whether the things named behind the verb come from the subject: a passive with an agent turns them round."""
    existing = clause.frame is not None and clause.frame.sort == "consist"
    decided = is_decided_at_home(reading, clause) or is_decided_for_all(reading, clause)
    return bool(clause.subjects) or existing or decided


def _works(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "Patrols the coast": where the walk finds a place, the verb may name a task as well."""
    if owner is not None and clause.group.lemma in reading.words.sets["tasks.verbs"]:
        read_task(reading, clause, mood, owner, rule)


def _supports(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    if owner is not None:
        read_support(reading, clause, mood, owner, rule)


def _mandated(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """Authorities are read over the whole sentence; see ``mandates``. "Passed 12 tonnes of fuel" tells of a deed."""
    if clause.group.passive and any(f.sort == "found" for f in reading.words.frames_of(clause.group.lemma, "")):
        read_founded(reading, clause, mood, owner, rule)  # "was established by the Security Council in 1964"
    deed = clause.group.lemma in reading.words.sets["tasks.light"]
    if deed and owner is not None and counted_objects(reading, clause):
        read_task(reading, clause, mood, owner, rule)


def _does(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    if owner is not None:
        read_task(reading, clause, mood, owner, rule)


def _aims(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    if owner is None or clause.frame is None:
        return
    if not clause.frame.words and any(not p and u.sort in ELEMENTS for p, u in clause.arguments):
        read_support(reading, clause, mood, owner, rule)  # "to help the battalion"
        return
    read_task(reading, clause, mood, owner, rule)
    read_service(reading, clause, mood, owner, rule)


_FRAMES: dict[str, Callable[[Reading, Clause, Mood, Entity | None, str], None]] = {
    "lead": read_lead,
    "contribute": read_taking_part,
    "participate": read_taking_part,
    "part": read_part,
    "change": read_change,
    "support": _supports,
    "found": read_founded,
    "close": read_closed,
    "return": read_return,
    "arrive": read_arrival,
    "take over": read_take_over,
    "hand over": read_hand_over,
    "name": read_name,
    "mandate": _mandated,
    "aim": _aims,
    "area": _works,
    "task": _does,
}
