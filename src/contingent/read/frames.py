"""What clauses state, by the frame of their verb.

The verb table of the language says what a clause with a verb is about (``lead``, ``contribute``, ``base`` …);
here is one function for each frame. What the phrases of the clause state by themselves is read by the walk
over its constituents first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from contingent.read import units
from contingent.read.activities import counted_objects, read_done, read_outcome, spoken_of
from contingent.read.assertions import is_asserted
from contingent.read.changes import read_change
from contingent.read.clauses import Clause
from contingent.read.constituents import read_constituents
from contingent.read.discourse import is_state, operations_in
from contingent.read.duties import is_about_duty, read_assignment, read_duties, read_fulfilled, speaks_of_duty
from contingent.read.entities import Entity, Sort
from contingent.read.exercises import read_exercise
from contingent.read.foundings import read_closed, read_founded, read_lasting
from contingent.read.handovers import read_hand_over, read_take_over
from contingent.read.home_units import read_home_units
from contingent.read.identities import read_identity, read_name, read_unit_in_place
from contingent.read.moods import Mood
from contingent.read.phrases import Phrase
from contingent.read.proposals import When, quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.supports import read_in_support, read_service, read_support
from contingent.read.tasks import read_task
from contingent.read.units import Unit
from contingent.read.walk import ELEMENTS, Walk
from contingent.read.walk_elements import belongs
from contingent.read.walk_equipment import equipment_name

_HAVING = frozenset(("contribute", "consist", "found"))
_PLACING = frozenset(("base", "area", "arrive", "return", "participate"))
_RELIEVED = (*ELEMENTS, units.ASSET, units.ACTOR)
"""What somebody relieves: a frigate, a company, "the German Hessen"."""
_WHOLES = (*ELEMENTS, units.OPERATION, units.ANAPHOR, units.CONTRIBUTION)


def _operation_of(owner: Entity) -> Entity:
    """The operation that a headquarters belongs to, or itself where it belongs to no operation."""
    return owner.operation if owner.operation is not None and owner.nation is None else owner


def read_clause(reading: Reading, clause: Clause) -> None:
    """All that one clause states."""
    sort = clause.frame.sort if clause.frame is not None else "task"
    rule = clause.frame.source if clause.frame is not None else "a verb without a frame"
    if sort == "contribute" and not clause.arguments and clause.group.lemma in reading.words.sets["tasks.verbs"]:
        sort = "task"  # "to maintain a safe environment" gives nothing to anybody
    mood = reading.mood(clause)
    row = reading.row
    first = next((k for k, u in enumerate(row) if u.start >= clause.start), clause.group.first)
    if sort == "say" or not is_asserted(reading, clause):
        if sort == "say" and not clause.inherited and not clause.relative:
            # "The company, 125 strong, likes its camp": how many they are holds whatever is said of them.
            read_constituents(
                Walk(reading, Mood(), None, False, rule=rule, introducing=False), first, clause.group.first
            )
        return
    if sort == "participate" and _counts_the_past(clause, mood):
        return
    if sort == "consist" and read_unit_in_place(reading, clause, mood, rule):
        return
    subject_mood = _subject_mood(reading, clause, mood, sort)
    if subject_mood.modality == "planned" and is_about_duty(reading, clause):
        subject_mood = Mood()  # "the company's job is to …": the company is there
    subject_walk = Walk(reading, subject_mood, None, False, rule=rule)
    subject_walk.introducing = sort not in ("return", "close", "take over", "hand over")
    if clause is reading.clauses[0] and first and sort != "say":
        # What stands before the subject: "With a Polish contingent of 200, …"; a count that is no subject.
        read_constituents(Walk(reading, subject_mood, None, False, rule=rule, introducing=False), 0, first)
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
    if sort == "support" and mood.modality == "planned" and is_about_duty(reading, clause):
        read_duties(reading, clause, mood, rule)  # "the company's job is to back up Sector 2" names a task as well
        mood = replace(mood, modality="actual")
    elif read_duties(reading, clause, mood, rule):
        return
    if clause.group.passive and clause.group.lemma in reading.words.sets["tasks.verbs"]:
        read_done(reading, clause, mood, rule)
    if sort == "fulfil":
        read_fulfilled(reading, clause, mood, rule)
        return
    if sort == "outcome":
        named = bool(clause.subjects) and clause.subjects[-1].sort != units.WORD  # not "it came to 22 sorties"
        if read_outcome(reading, clause, mood, _owner(reading, clause) if named else None, rule):
            return
        sort = "task"
    owner = _owner(reading, clause)
    if reading.on_duty is not None and clause.inherited and speaks_of_duty(reading, clause):
        owner = reading.on_duty
    if (
        owner is not None
        and sort == "base"
        and owner.head in reading.words.headquarters
        and (owner.name or "").lower() == owner.head
    ):
        # "the mission's headquarters is in Gao", "das Hauptquartier der Mission": the mission's base
        owner = subject_walk.holder or _operation_of(owner)
    if owner is None and sort == "contribute" and _is_decided_at_home(reading, clause):
        owner = reading.discourse.ours
    if owner is None and sort == "consist" and not clause.subjects:
        # "There are also eight instructors": whoever the section is about has them.
        discourse = reading.discourse
        owner = discourse.focus or discourse.ours or discourse.operation
    if owner is None and sort in ("task", "area", "aim"):
        owner = _behind_equipment(reading, clause)
    if sort == "support" and (owner is None or owner.sort is not Sort.ELEMENT) and _equips_operation(reading, clause):
        sort = "contribute"
    if sort in _HAVING and read_assignment(reading, clause, mood, owner, rule):
        return
    for each in _all_owners(reading, clause, owner, sort):
        _read_predicate(reading, clause, mood, each, sort, rule)
    _takes_part_since(reading, clause, mood, owner, rule)
    if sort not in ("found", "close"):
        read_lasting(reading, clause, mood, owner, rule)


def _takes_part_since(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "Irish soldiers have been there since 1978": whatever a state's people do, they take part from that day on."""
    ours = owner is not None and owner.sort is Sort.CONTRIBUTION and owner.operation is not None
    if not (ours and mood.tense == "perfect" and mood.times.starts) or owner is None:
        return
    reading.propose(
        "participation",
        reading.discourse.an_actor(owner.nation or ""),
        owner.operation,
        clause.start,
        clause.end,
        rule + "; done since a day",
        When(mood.times.starts),
        implied=True,
    )


def _names_subject_last(reading: Reading, clause: Clause, sort: str) -> bool:
    """Whether a passive behind an expletive has its subject last; it is then taken as such: "der er udsendt | ti"."""
    if clause.subjects or not clause.group.passive or sort not in _PLACING or not clause.arguments:
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
    if reading.listed or not all(other.relative for other in before):
        return None
    first = next((k for k, u in enumerate(reading.row) if u is clause.subjects[0]), None)
    return (first, before[0].group.first) if first is not None else None


def _equips_operation(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says with what an operation is supported: "supports Operation Barkhane with two helicopters"."""
    supported = (units.OPERATION, units.ANAPHOR, units.CONTRIBUTION)
    supports = any(not p and u.sort in supported for p, u in clause.arguments)
    return supports and any(p in reading.words.sets["with"] for p, _ in clause.arguments)


def _all_owners(reading: Reading, clause: Clause, owner: Entity | None, sort: str) -> list[Entity | None]:
    """Everybody that the clause says the same of: "A Company, B Company and C Company are at Camp X"."""
    if len(clause.subjects) < 2 or sort not in _PLACING or clause.inherited:
        return [owner]
    entities = [reading.entity(subject) for subject in clause.subjects if subject.sort in ELEMENTS]
    found = [entity for entity in entities if entity is not None and entity.sort is Sort.ELEMENT]
    return list(found) if len(found) == len(clause.subjects) else [owner]


def _read_predicate(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, sort: str, rule: str) -> None:
    """What the verb and what stands behind it say of ``owner``."""
    row = reading.row
    last = next((k for k, u in enumerate(row) if u.start >= clause.end), len(row))
    changes = sort in ("take over", "hand over")
    given: Entity | None = None
    if owner is not None or changes or sort in ("contribute", "participate", "lead", "found", "close"):
        handler = _FRAMES.get(sort)
        if not changes and (clause.frame is not None or owner is not None):
            walk = Walk(
                reading,
                mood,
                owner,
                sort in _HAVING and _gives(reading, clause) and not read_identity(reading, clause, owner),
                sender=reading.sender_of(clause),
                rule=rule,
                start=clause.start,
                holder=owner,
                placing=clause.frame is not None,
                unframed=clause.frame is None,
                absorbed=_own_preposition(clause),
                moving=sort == "base",
                with_having=sort in _PLACING or sort in _HAVING,
                opening=clause.group.last if sort == "consist" else None,
                from_base=clause.group.lemma in reading.words.sets["works_from"],
            )
            others = _others_each(reading, clause, owner) if sort in ("contribute", "consist") else []
            twins = [
                replace(walk, owner=other, holder=other, sender=other.nation, introduced=[], placed=set())
                for other in others
            ]
            for each in (walk, *twins):
                read_constituents(each, clause.group.last, last)
            if sort == "contribute" and owner is not None and owner.sort is Sort.CONTRIBUTION:
                # "Denmark provides a detachment. It is based at …": the one thing that was given.
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
        if owner.sort is Sort.ELEMENT:
            reading.discourse.mention(owner)


def _names_duty(reading: Reading, clause: Clause) -> bool:
    behind = (u for u in reading.row[clause.group.last :] if u.end <= clause.end)
    return any(reading.is_in("duties", u) for u in behind)


def _others_each(reading: Reading, clause: Clause, owner: Entity | None) -> list[Entity]:
    """The other states of "France and Greece have each sent a ship" or "send observers": each gives its own."""
    states = [u.value for u in clause.subjects if u.sort == units.ACTOR and is_state(u.value)]
    if owner is None or len(states) < 2:
        return []
    counted = [u for _, u in clause.arguments if isinstance(u.detail, Phrase) and u.detail.number is not None]
    general = [u for _, u in clause.arguments if u.sort in (*ELEMENTS, units.ASSET) and u.detail.head.plural]
    if not any(reading.is_in("each", u) for u in reading.row) and (counted or not general):
        return []  # one thing, or a sum, that they give together
    given = [reading.discourse.a_contribution(state, owner.operation) for state in states if state != owner.nation]
    return [contribution for contribution in given if contribution is not None]


def _own_preposition(clause: Clause) -> str:
    """The preposition that belongs to a verb of having, as "of" does in "consists of"."""
    frame = clause.frame
    return frame.words[-1] if frame is not None and frame.words and frame.sort == "consist" else ""


def _subject_mood(reading: Reading, clause: Clause, mood: Mood, sort: str) -> Mood:
    """What is said of a subject in passing ("the team in Gao flew 30 sorties") holds without the clause's day.

    What acted lately is still there; what acted long ago was there then.
    """
    if sort in ("base", "area", "part", "contribute", "participate", "consist", "arrive"):
        return mood
    if sort == "return":
        gone = mood.tense in ("past", "perfect")
        return Mood("past" if gone else "actual", When(None, mood.times.on or mood.times.ends or mood.times.starts))
    if sort == "take over" and any(not p and u.sort in _RELIEVED for p, u in clause.arguments):
        day = mood.times.on or mood.times.starts
        return Mood("planned" if mood.modality == "planned" else "actual", When(day))
    if sort == "mandate":
        return Mood()  # "the Danish contribution was extended": it goes on
    if mood.tense == "perfect" and mood.times.starts and mood.modality == "actual":
        return Mood("actual", When(mood.times.starts))  # "Three officers have since May run the camp"
    if mood.modality == "past" and (sort == "close" or not reading.is_recent(mood.times.on)):
        return Mood("past")
    return Mood(mood.modality if mood.modality == "planned" else "actual")


def _gives(reading: Reading, clause: Clause) -> bool:
    """Whether the things named behind the verb come from the subject: a passive with an agent turns them round."""
    existing = clause.frame is not None and clause.frame.sort == "consist"
    return bool(clause.subjects) or existing or _is_decided_at_home(reading, clause)


def _is_decided_at_home(reading: Reading, clause: Clause) -> bool:
    """Whether a body without a state's name does something: "The government may send no more than 350 people"."""
    if clause.subjects or clause.group.passive:
        return False
    return any(reading.is_in("deciders", unit) for unit in reading.row[: clause.group.last])


def _owner(reading: Reading, clause: Clause) -> Entity | None:
    """Whoever the clause is about."""
    for subject in reversed(clause.subjects):
        entity = reading.entity(subject)
        if entity is not None:
            return entity
    return None


def _behind_equipment(reading: Reading, clause: Clause) -> Entity | None:
    """Whose helicopters fly, or whose Hornets that no list knows: whoever the passage is about has them."""
    subject = clause.subjects[-1] if clause.subjects else None
    if subject is None:
        return spoken_of(reading) if counted_objects(reading, clause) and not clause.inherited else None
    phrase = subject.detail
    if subject.sort != units.ASSET or not isinstance(phrase, Phrase):
        return None
    nation = next((n for n in phrase.nations if reading.discourse.contributes(reading.discourse.operation, n)), None)
    if nation is not None:
        return reading.discourse.a_contribution(nation)
    if phrase.determiner != "definite":
        return None
    lemma = phrase.head.lemma.casefold()
    ours = [e for e in reversed(reading.discourse.recent) if lemma in e.name.casefold() or lemma == e.head.casefold()]
    return ours[0] if ours else spoken_of(reading)


def _targets(clause: Clause) -> list[tuple[str, Unit]]:
    return [(p, u) for p, u in clause.arguments if u.sort in _WHOLES]


# --- taking part ------------------------------------------------------------------------------


def _senders(reading: Reading, clause: Clause) -> list[tuple[str, Unit]]:
    """The states that take part, as subjects of the clause."""
    found: list[tuple[str, Unit]] = []
    for subject in clause.subjects:
        if subject.sort == units.ACTOR and is_state(subject.value):
            found.append((str(subject.value), subject))
        elif isinstance(subject.detail, Phrase) and subject.sort in (units.PERSONS, units.CONTRIBUTION):
            nation = next((n for n in subject.detail.nations if is_state(n)), reading.discourse.home)
            if nation:
                found.append((nation, subject))
        elif reading.is_in("pronouns_first", subject) and reading.discourse.home:
            found.append((reading.discourse.home, subject))
    return found


def _takes_part(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    discourse = reading.discourse
    if _counts_the_past(clause, mood):
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
    if gives and owner is not None and not _senders(reading, clause) and not _is_decided_at_home(reading, clause):
        supplies = any(f.sort == "support" for f in reading.words.frames_of(clause.group.lemma, ""))
        (read_support if supplies else read_task)(reading, clause, mood, owner, rule)


def _counts_the_past(clause: Clause, mood: Mood) -> bool:
    """Whether a clause only counts people who have served over the years: that states no contribution."""
    counted = any(u.sort == units.PERSONS and u.detail.number is not None for u in clause.subjects)
    return counted and mood.tense == "perfect" and not clause.group.progressive and not mood.times.starts


# --- leading ----------------------------------------------------------------------------------


def _leads(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    targets = _targets(clause)
    if clause.group.passive:
        agent = next((u for p, u in clause.arguments if u.sort == units.ACTOR and p in reading.words.sets["by"]), None)
        if agent is not None and owner is not None:
            reading.state("lead", reading.discourse.an_actor(agent.value), owner, clause.start, agent.end, rule, mood)
        return
    led = [reading.discourse.resolve(u) for _, u in targets]
    if owner is not None and not targets and all(u.sort != units.ACTOR for u in clause.subjects):
        read_task(reading, clause, mood, owner, rule)  # "guides the coalition's aircraft over Iraq"
    for subject in clause.subjects:
        spoken = reading.entity(subject) if subject.sort in (units.WORD, units.CONTRIBUTION, units.PERSONS) else None
        leader = str(subject.value) if subject.sort == units.ACTOR else None
        if spoken is not None and spoken.sort is Sort.CONTRIBUTION:
            leader = spoken.nation
        if leader is not None and led and led[0] is not None and _has(targets[0][1]):
            # "Cambodia runs a field hospital": what a state runs and nobody spoke of before is what it gives.
            led[0].nation = leader
            walk = Walk(reading, mood, reading.discourse.a_contribution(leader), True, rule=rule)
            belongs(walk, led[0], walk.owner, clause.start, targets[0][1].end)
        elif leader is not None and led and led[0] is not None:
            reading.state("lead", reading.discourse.an_actor(leader), led[0], clause.start, clause.end, rule, mood)
            if led[0].sort is Sort.ELEMENT and led[0].operation is not None:
                reading.propose(
                    "element",
                    led[0],
                    led[0].operation,
                    targets[0][1].start,
                    targets[0][1].end,
                    rule,
                    modality="actual" if mood.modality == "past" else mood.modality,
                )


def _has(unit: Unit) -> bool:
    """Whether what is run is something new of the leader's own: "a field hospital"."""
    phrase = unit.detail
    return (
        isinstance(phrase, Phrase)
        and unit.sort == units.UNIT
        and phrase.determiner == "indefinite"
        and not phrase.named
    )


# --- where ------------------------------------------------------------------------------------


def _works(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """ "Patrols the coast": where the walk finds a place, the verb may name a task as well."""
    if owner is not None and clause.group.lemma in reading.words.sets["tasks.verbs"]:
        read_task(reading, clause, mood, owner, rule)


def _based(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    """Places that the walk did not join to the subject: "in" is enough behind a verb of staying."""


# --- belonging --------------------------------------------------------------------------------


def _part(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    for each in _owners(reading, clause, owner):
        _belongs(reading, clause, mood, each, rule)


def _owners(reading: Reading, clause: Clause, owner: Entity | None) -> list[Entity]:
    """All that the clause is about, where its subject is several: "the three groups"."""
    several = reading.discourse.resolve_all(clause.subjects[-1]) if clause.subjects else []
    return several if len(several) > 1 else [owner] if owner is not None else []


def _belongs(reading: Reading, clause: Clause, mood: Mood, owner: Entity, rule: str) -> None:
    discourse = reading.discourse
    if owner.sort is Sort.CONTRIBUTION and any(u.sort in (units.ACTOR, units.PERSONS) for u in clause.subjects):
        _takes_part(reading, clause, mood, owner, rule)
        return
    for number, (_, target) in enumerate(_targets(clause)):
        known = len(discourse.recent)
        whole = discourse.resolve(target) or _unnamed_part(reading, target)
        if whole is None or whole is owner:
            continue
        if len(discourse.recent) > known and not _stands_alone(reading, target):
            discourse.forget(whole)
            continue
        element = owner
        if owner.sort is Sort.OPERATION and whole.sort is Sort.OPERATION:
            element = Entity(Sort.ELEMENT, owner.name, None, whole, named=True)
        if element.sort is not Sort.ELEMENT or (number and whole.sort is Sort.OPERATION):
            continue
        if whole is element.operation and element.nation is not None:
            # "The Danish team is part of UNTSO": it is, as a part of what Denmark sends.
            contribution = discourse.a_contribution(element.nation, whole)
            belongs(Walk(reading, mood, None, False, rule=rule), element, contribution, clause.start, target.end)
            break
        if whole.sort is Sort.ELEMENT and whole.nation is None and not whole.stated and target.detail.named:
            belongs(Walk(reading, Mood(), None, False, rule=rule), whole, whole.operation, target.start, target.end)
        if target.sort == units.UNIT and target.detail.head.lemma in reading.words.headquarters:
            whole.nation = next((n for n in target.detail.nations if is_state(n)), None)
        reading.state("element", element, whole, clause.start, target.end, rule, mood)
        joined = reading.at(target) + 1
        if joined >= len(reading.row) or not reading.is_in("conjunctions_and", reading.row[joined]):
            break


def _stands_alone(reading: Reading, target: Unit) -> bool:
    """Whether a body that was not spoken of before can be what something belongs to: named, foreign, or the staff."""
    phrase = target.detail
    if not isinstance(phrase, Phrase):
        return True
    whole = any(noun in target.low for noun in reading.words.operation_units)
    return phrase.named or bool(phrase.nations) or whole or phrase.head.lemma in reading.words.headquarters


def _unnamed_part(reading: Reading, target: Unit) -> Entity | None:
    """ "The battalion" that something is attached to, where no battalion was spoken of: one of the operation.

    That of a state in which the operation works is one of its own armed force: "the Estonian 1st Brigade".
    """
    operation = reading.discourse.operation
    if target.sort != units.UNIT or operation is None:
        return None
    phrase = target.detail
    name = reading.discourse.name_of(phrase)
    host = next((n for n in phrase.nations if reading.discourse.hosts(operation, n)), None)
    return Entity(Sort.ELEMENT, name, host, None if host else operation, head=phrase.head.lemma, named=phrase.named)


def _supports(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    if owner is not None:
        read_support(reading, clause, mood, owner, rule)


# --- beginning and ending ---------------------------------------------------------------------


def _returns(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    day = mood.times.on or mood.times.ends or mood.times.starts
    if owner is None or not day:
        return
    if any(u.sort == units.ASSET for u in clause.subjects):
        _equipment_goes(reading, clause, mood, owner, day, rule)
        return
    if owner.sort is Sort.CONTRIBUTION and any(u.sort in (units.ACTOR, units.CONTRIBUTION) for u in clause.subjects):
        named = next((u for _, u in clause.arguments if u.sort == units.OPERATION), None)
        operation = reading.discourse.resolve(named) if named is not None else owner.operation
        reading.propose(
            "participation",
            reading.discourse.an_actor(owner.nation or ""),
            operation,
            clause.start,
            clause.end,
            rule,
            When(None, day),
            modality="past" if mood.tense in ("past", "perfect") else "actual",
        )
        return
    if owner.sort is not Sort.ELEMENT:
        return
    over = mood.tense in ("past", "perfect")
    whole = reading.discourse.a_contribution(owner.nation, owner.operation) if owner.nation else owner.operation
    reading.propose(
        "element", owner, whole, clause.start, clause.end, rule, When(None, day), modality="past" if over else "actual"
    )


def _equipment_goes(reading: Reading, clause: Clause, mood: Mood, owner: Entity, day: str, rule: str) -> None:
    """ "The radar was taken home in 2019": equipment with an end."""
    for unit in clause.subjects:
        phrase = unit.detail
        if unit.sort == units.ASSET and isinstance(phrase, Phrase):
            reading.propose(
                "asset",
                owner,
                equipment_name(phrase),
                clause.start,
                clause.end,
                rule,
                When(None, day),
                modality="past" if mood.tense in ("past", "perfect") else "actual",
                quantity=quantity_of(phrase.number, None),
            )


def _arrives(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> None:
    day = mood.times.on or mood.times.starts
    if owner is None or owner.sort is not Sort.ELEMENT or not day:
        return
    said = next((n for n, p in enumerate(reading.out) if p.kind == "element" and p.subject is owner), None)
    if said is not None:
        introduction = reading.out[said]
        dated = introduction.starts or introduction.ends or introduction.as_of
        if not dated and introduction.modality == mood.modality == "actual" and not clause.relative:
            end = max(introduction.end, clause.end)
            reading.out[said] = replace(introduction, starts=day, end=end)  # it was spoken of before the verb
        return
    planned = mood.modality == "planned"
    whole = reading.discourse.a_contribution(owner.nation, owner.operation) if owner.nation else owner.operation
    reading.propose(
        "element",
        owner,
        whole,
        clause.start,
        clause.end,
        rule,
        When(day, mood.times.ends),
        modality="planned" if planned else "actual",
    )


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
    "lead": _leads,
    "contribute": _takes_part,
    "participate": _takes_part,
    "part": _part,
    "change": read_change,
    "support": _supports,
    "found": read_founded,
    "close": read_closed,
    "return": _returns,
    "arrive": _arrives,
    "take over": read_take_over,
    "hand over": read_hand_over,
    "name": read_name,
    "mandate": _mandated,
    "aim": _aims,
    "area": _works,
    "task": _does,
}
