"""Who takes part in an operation: "Denmark contributes to KFOR", "Irish soldiers have been there since 1978"."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.clause_owners import is_decided_at_home, is_decided_for_all
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.named_actors import is_state, operations_in
from contingent.read.phrase import Phrase
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.supports import read_support
from contingent.read.tasks import read_task
from contingent.read.units import Unit

_FORCES = (units.PERSONS, units.UNIT, units.OPERATION, units.ANAPHOR, units.CONTRIBUTION)


def read_taking_part(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """The states that take part, and in which operation; what else is given may be a task or support."""
    discourse = reading.discourse
    if counts_the_past(clause, mood):
        return
    named = [u for _, u in [*clause.arguments, *clause.before] if u.sort in (units.OPERATION, units.ANAPHOR)]
    operations = [e for e in (discourse.resolve(u) for u in named) if e is not None and e.sort is Sort.OPERATION]
    if not operations:
        inside = [n for _, u in clause.arguments for n in operations_in(u)]
        operations = [discourse.an_operation(n) for n in inside] or [o for o in (discourse.operation,) if o]
        named = named or [u for _, u in clause.arguments if operations_in(u)]
    for operation in operations[:3]:
        for code, unit in _senders(reading, clause):
            ours = code == discourse.home and not named
            if discourse.hosts(operation, code) or (ours and (not mood.times.starts or mood.modality == "planned")):
                continue
            reading.state(
                "participation",
                discourse.an_actor(code),
                operation,
                clause.start,
                max(clause.end, unit.end),
                rule,
                mood,
            )
    if named and named[-1].sort == units.OPERATION:
        discourse.operation = operations[-1] if operations else discourse.operation
    gives = clause.frame is not None and clause.frame.sort == "contribute"
    decided = is_decided_at_home(reading, clause) or is_decided_for_all(reading, clause)
    if gives and owner is not None and not _senders(reading, clause) and not decided:
        supplies = any(f.sort == "support" for f in reading.words.frames_of(clause.group.lemma, ""))
        if supplies:
            read_support(reading, clause, mood, owner, rule)
        elif not _gives_forces(reading, clause):
            read_task(reading, clause, mood, owner, rule)


def _gives_forces(reading: Reading, clause: Clause) -> bool:
    """Whether what is given, or given to, stands right behind the verb and is a force: that is no task.

    "Contributes to the mission", "has deployed 300 soldiers", but "provides protection for the mission".
    """
    words = clause.frame.words if clause.frame is not None else ()
    for unit in reading.row[clause.group.last :]:
        if unit.sort != units.WORD:
            return unit.sort in _FORCES
        if not (reading.is_in("definite", unit) or reading.is_in("adverbs", unit) or unit.low in words):
            return False
    return False


def note_joined(clauses: list[Clause]) -> None:
    """Note the operation that a relative clause says somebody is in: "35 soldiers, who take part in KFOR"."""
    for clause in clauses:
        joins = clause.relative and clause.frame is not None and clause.frame.sort in ("participate", "part")
        joined = next((unit for _, unit in clause.arguments if unit.sort == units.OPERATION), None)
        subject = clause.subjects[0].detail if joins and clause.subjects else None
        if joined is not None and isinstance(subject, Phrase) and not clause.group.negated:
            subject.operation = subject.operation or joined.value


def read_taking_part_since(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "Irish soldiers have been there since 1978": whatever a state's people do, they take part from that day on."""
    ours = owner is not None and owner.sort is Sort.CONTRIBUTION and owner.operation is not None
    if not (ours and mood.tense == "perfect" and mood.times.starts) or owner is None:
        return
    consists = clause.frame is not None and clause.frame.sort == "consist"
    if consists and any(subject.sort == units.CONTRIBUTION for subject in clause.subjects):
        return  # "since 2011 the contribution has consisted of a platoon": it may have been another before
    reading.propose(
        "participation",
        reading.discourse.an_actor(owner.nation or ""),
        owner.operation,
        clause.start,
        clause.end,
        rule + "; done since a day",
        When(mood.times.starts),
        # Only who was said to be there since that day cannot have come before.
        implied=clause.frame is None or clause.frame.sort not in ("base", "return"),
    )


def read_extension(reading: Reading, clause: Clause, mood: Mood, rule: str) -> None:
    """ "Decided to extend the Danish contribution until May": it goes on until then."""
    if clause.group.lemma not in reading.words.sets["extending"] or not mood.times.ends:
        return
    extended = clause.subjects if clause.group.passive else [u for p, u in clause.arguments if not p]
    for unit in extended:
        contribution = reading.entity(unit) if unit.sort == units.CONTRIBUTION else None
        if contribution is None or contribution.sort is not Sort.CONTRIBUTION:
            continue
        actor, times = reading.discourse.an_actor(contribution.nation or ""), When(None, mood.times.ends)
        reading.propose("participation", actor, contribution.operation, clause.start, clause.end, rule, times)


def read_staying(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "The team stays in the country until August": what is there goes on until then."""
    sets = reading.words.sets
    stays = clause.group.lemma in sets["continues"] or clause.group.lemma in sets.get("become.infinitive", ())
    if not stays or clause.group.passive or clause.group.negated or not mood.times.ends or mood.times.starts:
        return
    if owner is None or owner.sort is not Sort.ELEMENT or any(not preposition for preposition, _ in clause.arguments):
        return
    if any(each.kind == "element" and each.subject is owner and not each.starts for each in reading.out):
        return
    whole = reading.discourse.a_contribution(owner.nation, owner.operation) if owner.nation else owner.operation
    times = When(None, mood.times.ends)
    reading.propose("element", owner, whole, clause.start, clause.end, rule + "; stays until a day", times)


def _senders(reading: Reading, clause: Clause) -> list[tuple[str, Unit]]:
    """The states that take part, as subjects of the clause."""
    found: list[tuple[str, Unit]] = []
    whole = clause.subjects[-1] if clause.group.passive and clause.subjects else None
    if whole is not None and whole.sort in (units.OPERATION, units.ANAPHOR):
        # "the force is supplied by Austria, India and Japan"
        agents = (u for p, u in clause.arguments if p in reading.words.sets["by"])
        return [(str(u.value), u) for u in agents if u.sort == units.ACTOR and is_state(u.value)]
    for subject in clause.subjects:
        if subject.sort == units.ACTOR and is_state(subject.value):
            found.append((str(subject.value), subject))
        elif isinstance(subject.detail, Phrase) and subject.sort in (units.PERSONS, units.CONTRIBUTION):
            nation = next((n for n in subject.detail.nations if is_state(n)), reading.discourse.home)
            if nation:
                found.append((nation, subject))
        elif subject.sort == units.UNIT and (service := reading.discourse.resolve(subject)) is not None:
            if service.sort is Sort.CONTRIBUTION and service.nation is not None:
                found.append((service.nation, subject))  # "the Army has sent eight people"
        elif reading.is_in("pronouns_first", subject) and reading.discourse.home:
            found.append((reading.discourse.home, subject))
    return found


def counts_the_past(clause: Clause, mood: Mood) -> bool:
    """Whether a clause only counts people who have served over the years: that states no contribution."""
    counted = any(u.sort == units.PERSONS and u.detail.number is not None for u in clause.subjects)
    return counted and mood.tense == "perfect" and not clause.group.progressive and not mood.times.starts
