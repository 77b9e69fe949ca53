"""What the verb of a clause and what stands behind it state: its predicate.

The verb table of the language says what a clause with a verb is about (``lead``, ``contribute``, ``base`` …); here
is the function for each frame. The law of this module: a walk over the constituents behind the verb first reads what
they state by themselves, then the function of the frame adds what the verb makes of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from contingent import catalogue
from contingent.read import units
from contingent.read.activities import counted_objects
from contingent.read.belonging import read_part
from contingent.read.changes import read_change
from contingent.read.clause import Clause
from contingent.read.clause_owners import PLACING, is_decided_at_home, is_decided_for_all, others_each
from contingent.read.comings import read_arrival, read_return
from contingent.read.constituents import read_constituents
from contingent.read.entities import Entity, Sort
from contingent.read.exercises import read_exercise
from contingent.read.foundings import read_closed, read_founded
from contingent.read.handovers import read_hand_over, read_take_over
from contingent.read.home_units import read_home_units
from contingent.read.identities import read_identity, read_name
from contingent.read.leading import read_lead
from contingent.read.mood import Mood
from contingent.read.sentence_reading import Reading
from contingent.read.supports import read_in_support, read_service, read_support
from contingent.read.taking_part import read_taking_part
from contingent.read.tasks import read_task
from contingent.read.walk import ELEMENTS, Walk

HAVING = frozenset(("contribute", "consist", "found"))


def equips_operation(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says with what an operation is supported: "supports Operation Barkhane with two helicopters"."""
    supported = (units.OPERATION, units.ANAPHOR, units.CONTRIBUTION)
    supports = any(not p and u.sort in supported for p, u in clause.arguments)
    return supports and any(p in reading.words.sets["with"] for p, _ in clause.arguments)


def read_predicate(
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
                sort in HAVING and _gives(reading, clause) and not read_identity(reading, clause, owner),
                sender="" if sort == "consist" and _is_shared(reading, clause, owner) else reading.sender_of(clause),
                rule=rule,
                start=clause.start,
                holder=owner,
                placing=clause.frame is not None or _works_there(reading, clause, mood),
                unframed=clause.frame is None,
                absorbed=_own_preposition(clause),
                moving=sort in ("base", "contribute"),
                with_having=sort in PLACING or sort in HAVING,
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
