"""What a walk over a sentence reads of units and groups of people: which elements there are and whose they are."""

from __future__ import annotations

from contingent.read import units
from contingent.read.entities import Entity, Sort
from contingent.read.identities import is_apposed
from contingent.read.mood import Mood
from contingent.read.named_actors import is_state
from contingent.read.names_of_elements import clean_name
from contingent.read.phrase import Phrase
from contingent.read.units import Unit
from contingent.read.walk import Walk
from contingent.read.walk_equipment import read_ship_type
from contingent.read.walk_people import read_count, read_size


def read_element(walk: Walk, number: int, unit: Unit) -> None:
    """A unit or ship in the walk: what it is part of, whose it is, how large it is and where."""
    reading, phrase = walk.reading, unit.detail
    discourse = reading.discourse
    words = reading.words
    if walk.governed_by("under") and phrase.head.lemma in words.sets["commands"] and not phrase.named:
        walk.kept = walk.preposition
        return
    unnamed = not phrase.named or phrase.determiner == "indefinite"
    gives = walk.having and phrase.modified and walk.owner is not None and walk.owner.sort is Sort.CONTRIBUTION
    if phrase.head.sort == "operation" and ((unnamed and not phrase.nations and not gives) or phrase.head.plural):
        return  # "EUFOR Althea is a mission", "Operations Bastille and Falconer": no part of anything
    if is_apposed(walk, number, unit) or _is_denied(walk, unit) or _tells_size(walk, number, unit):
        return
    if unit.sort == units.PEOPLE and phrase.head.lemma.endswith(tuple(words.pack.table("postings")["words"]["barred"])):
        return  # press officers, photographers
    sent_by = walk.state_behind(number)
    if sent_by is not None and not phrase.nations and phrase.head.lemma not in words.headquarters:
        phrase.nations = [sent_by]
    bare = not phrase.modified and not phrase.named
    anaphor = bare and phrase.determiner in ("definite", "third person", None) and phrase.number is None
    nation = next((n for n in phrase.nations if discourse.contributes(discourse.operation, n)), None)
    governed = any(map(walk.governed_by, ("of", "from", "by", "for", "beside_having"))) and nation is None
    having = walk.having or (walk.with_having and walk.governed_by("with"))
    known = set(map(id, discourse.recent))
    sender = walk.sender if having or walk.inside else None
    if having and walk.owner is not None and walk.owner.nation and not phrase.nations:
        sender = sender or walk.owner.nation
    if len(discourse.resolve_all(unit, sender)) > 1:
        walk.holder, walk.holder_unit = None, None
        return  # "the three groups": spoken of before
    entity = discourse.resolve(unit, sender)
    if entity is None:
        return
    if not _is_counted_in(walk, number, phrase) and _relates(walk, number, unit, entity):
        return
    headquarters = phrase.head.lemma in words.headquarters and not _is_counted_in(walk, number, phrase)
    if headquarters and _hosts(walk, number, unit, entity):
        return
    spoken_of = anaphor and nation is None and phrase.head.sort != "people"
    introduces = (
        walk.introducing
        and not governed
        and not headquarters
        and not _acts_in_passing(walk, unit, phrase, nation)
        and not (spoken_of and not _opens_item(walk, number, entity, known))
        and (having or walk.inside or bool(nation) or phrase.named or walk.is_subject(unit))
    )
    if introduces and entity.sort is Sort.ELEMENT:
        whole = _whole(walk, entity, phrase, nation)
        belongs(
            walk, entity, whole, walk.begin(unit) if walk.start is not None and not nation else unit.start, unit.end
        )
    elif id(entity) not in known and entity.sort is Sort.ELEMENT and not phrase.named and not nation:
        # Spoken of as the object of a verb that gives nothing: not a part of the contribution.
        discourse.forget(entity)
        return
    walk.holder, walk.holder_unit = entity, unit
    walk.inside = False
    read_size(walk, number, unit, entity)
    if phrase.type and entity.nation is not None:
        read_ship_type(walk, unit, entity, phrase.type)


def _is_counted_in(walk: Walk, number: int, phrase: Phrase) -> bool:
    """Whether a staff is one of the things that a unit consists of: "the battalion consists of a staff and …"."""
    owner, following = walk.owner, walk.reading.row[number + 1 : number + 2]
    placed = bool(following) and walk.reading.is_in("standing", following[0])
    return walk.opening is not None and phrase.determiner == "indefinite" and owner is not None and not placed


def _tells_size(walk: Walk, number: int, unit: Unit) -> bool:
    """Whether people are counted to say how large the unit before is: "a staff contribution of six officers"."""
    holder, before = walk.holder, walk.reading.row[number - 1] if number else None
    if holder is None or holder.sort is not Sort.ELEMENT or before is None or unit.detail.number is None:
        return False
    if (
        unit.sort == units.PEOPLE
        and not unit.detail.nations
        and holder is walk.owner
        and _is_counted_by_verb(walk, unit)
    ):
        read_count(walk, holder, unit)
        return True
    right_before = number > 1 and walk.reading.row[number - 2] is walk.holder_unit
    if unit.sort != units.PEOPLE or unit.detail.nations or not right_before or not walk.reading.is_in("of", before):
        return False
    read_count(walk, holder, unit)
    return True


def _is_counted_by_verb(walk: Walk, unit: Unit) -> bool:
    """Whether the verb only counts: "the staff numbers 80 officers"."""
    clause = walk.reading.clause_of(unit)
    return clause is not None and clause.group.lemma in walk.reading.words.sets["counting"]


def _is_denied(walk: Walk, unit: Unit) -> bool:
    """Whether the article denies it: "Iceland has no army"."""
    return unit.low.split()[0] in walk.reading.words.sets["negations"]


def _acts_in_passing(walk: Walk, unit: Unit, phrase: Phrase, nation: str | None) -> bool:
    """Whether people taken as known only do something: "the pilots gave a talk" makes no element of them."""
    if phrase.head.sort != "people" or phrase.number is not None or nation is not None or phrase.named:
        return False
    clause = walk.reading.clause_of(unit)
    taken_as_known = phrase.determiner in ("definite", "first person", "third person")
    return taken_as_known and walk.is_subject(unit) and clause is not None and clause.frame is None


def read_home_unit(walk: Walk, number: int, unit: Unit) -> None:
    """The unit at home from which an element comes: "a boarding team from the Frogman Corps"."""
    holder = walk.holder
    if unit.detail != "unit" or holder is None or holder.sort is not Sort.ELEMENT or not walk.governed_by("from"):
        return
    home = Entity(Sort.ELEMENT, clean_name(unit.text), str(unit.value), named=True)
    start = walk.holder_unit.start if walk.holder_unit is not None else walk.begin(unit)
    walk.reading.state("element", holder, home, start, unit.end, walk.rule + "; from a unit at home", walk.mood)


def _opens_item(walk: Walk, number: int, entity: Entity, known: set[int]) -> bool:
    """Whether a bare noun opens an item and speaks of nothing that was named before: "- Field hospital in Gao"."""
    return walk.reading.listed and number == 0 and id(entity) not in known


def belongs(walk: Walk, entity: Entity, whole: Entity | None, start: int, end: int) -> None:
    """State what an element belongs to, once for each whole and modality."""
    if whole is None or whole is entity:
        return
    mark = (id(whole), walk.mood.modality)
    again = {modality for _, modality in entity.stated} & {walk.mood.modality, "actual"}
    if mark in entity.stated or (again and whole.sort is not Sort.ELEMENT):
        return
    entity.stated.add(mark)
    entity.whole = entity.whole or whole
    walk.introduced.append(entity)
    joined = walk.joining and entity is not walk.owner and walk.mood.modality == "planned"
    mood = Mood() if joined else walk.mood
    walk.reading.state("element", entity, whole, start, end, walk.rule, mood)


def _whole(walk: Walk, entity: Entity, phrase: Phrase, nation: str | None) -> Entity | None:
    discourse = walk.reading.discourse
    ships = entity.head == "ship" and walk.holder is not None and walk.holder.head == "ship"
    if walk.inside and walk.holder is not None and walk.holder is not entity and not ships:
        return walk.holder
    if walk.having and walk.owner is not None and walk.owner is not entity and walk.owner.is_part():
        sent = walk.owner.sort is Sort.OPERATION and entity.nation is not None  # what a state sends to the force
        if not sent and (nation is None or walk.owner.nation in (nation, None)):
            return walk.owner
    if phrase.determiner == "third person" and discourse.last_subject is not None:
        last = discourse.last_subject
        if last is not entity and last.is_part() and last.nation in (entity.nation, None):
            return last
    if nation is None and phrase.determiner != "indefinite" and discourse.focus is not None:
        focus = discourse.focus
        aboard = focus.head == "ship" and phrase.named  # a task force is no part of the ship that the section is about
        if focus.sort is Sort.ELEMENT and focus is not entity and focus.operation is entity.operation and not aboard:
            return focus
    if entity.nation is not None:
        return discourse.a_contribution(entity.nation, entity.operation) if entity.operation else None
    return entity.operation


def _hosts(walk: Walk, number: int, unit: Unit, headquarters: Entity) -> bool:
    """ "Its headquarters is in Gao", "the sector headquarters in Gao": the base of whoever is led there."""
    reading, row = walk.reading, walk.reading.row
    phrase: Phrase = unit.detail
    discourse = reading.discourse
    after = row[number + 1] if number + 1 < len(row) else None
    if after is not None and reading.is_in("of", after) and number + 2 < len(row):
        body = discourse.resolve(row[number + 2]) if row[number + 2].sort != units.WORD else None
    elif phrase.determiner == "third person" or (walk.having and walk.owner is not None):
        body = walk.owner or discourse.last_subject
    elif not phrase.named or phrase.head.lemma != headquarters.name.lower():
        body = discourse.called_before(_without_head(headquarters.name), phrase, None, discourse.operation, False)
        body = body or headquarters.operation
    else:
        body = headquarters.operation
    if body is None or not body.is_part():
        return False
    walk.holder, walk.holder_unit = body, None
    walk.start = unit.start if walk.start is None else walk.start
    return True


def _relates(walk: Walk, number: int, unit: Unit, entity: Entity) -> bool:
    """ "A team under the command of the mission", "officers at the headquarters of the force"."""
    reading = walk.reading
    holder = walk.holder
    if holder is None or holder is entity or holder.sort is not Sort.ELEMENT or not walk.preposition:
        return False
    headquarters = unit.detail.head.lemma in reading.words.headquarters
    under = walk.governed_by("under")
    if (
        not under
        and not (headquarters and (walk.governed_by("standing") or walk.governed_by("to")))
        and not (
            walk.governed_by("standing")
            and unit.detail.named
            and walk.holder_unit is not None
            and entity.sort is Sort.ELEMENT
        )
    ):
        return False
    if headquarters and entity.operation is not None:
        entity.nation = next((n for n in unit.detail.nations if is_state(n)), None)
    start = walk.holder_unit.start if walk.holder_unit is not None else walk.begin(unit)
    reading.state(
        "element", holder, entity, start, unit.end, walk.rule + "; under a command or at a headquarters", walk.mood
    )
    return True


def read_operation(walk: Walk, number: int, unit: Unit) -> None:
    """An operation in the walk: what is under it, in it or given to it."""
    reading = walk.reading
    entity = reading.discourse.resolve(unit)
    holder = walk.holder
    ours = holder is not None and holder.operation is entity and holder.nation is not None
    if ours and walk.governed_by("under"):
        return  # "HDMS Absalon sails under Operation Atalanta": a part of what its nation sends there
    if walk.governed_by("under") and holder is not None and holder.sort is Sort.ELEMENT and entity is not None:
        start = walk.holder_unit.start if walk.holder_unit is not None else unit.start
        reading.state("element", holder, entity, start, unit.end, walk.rule + "; under the operation", walk.mood)
        return
    # A place behind "the contributions to the operation in …" is the operation's, which ``theatres`` reads.
    governed = any(map(walk.governed_by, ("to", "of", "from", "with")))
    walk.holder, walk.holder_unit = (None, None) if governed else (entity, unit)


def read_contribution(walk: Walk, number: int, unit: Unit) -> None:
    """A contribution in the walk: it holds what follows, and says that its state takes part."""
    entity = walk.reading.entity(unit, walk.sender)
    if entity is not None:
        walk.holder, walk.holder_unit = entity, unit
        read_size(walk, number, unit, entity)
        _taking_part(walk, number, unit, entity)


def _taking_part(walk: Walk, number: int, unit: Unit, contribution: Entity) -> None:
    """ "The Danish contribution to KFOR" says that Denmark takes part, whatever is said of it."""
    phrase: Phrase = unit.detail
    if contribution.nation is None or phrase.determiner == "indefinite" or not any(map(is_state, phrase.nations)):
        return
    clause = walk.reading.clause_of(unit)
    told = clause is None or clause.group.tense != "infinitive"  # not "decided to strengthen the contribution"
    following = walk.reading.row[number + 1 : number + 4]
    named = next((u for u in following if u.sort == units.OPERATION and u.value == phrase.operation), unit)
    walk.reading.propose(
        "participation",
        walk.reading.discourse.an_actor(contribution.nation),
        contribution.operation,
        unit.start,
        named.end,
        walk.rule + "; a contribution spoken of",
        modality="past" if walk.mood.modality == "past" and told else "actual",
        implied=True,
    )


def _without_head(name: str) -> str:
    return " ".join(name.split()[:-1])
