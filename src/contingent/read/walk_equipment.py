"""What a walk over a sentence reads of equipment: what somebody has of which type, and what is held in reserve."""

from __future__ import annotations

from contingent.claim import Quantity
from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.names_of_elements import clean_name
from contingent.read.phrase import Phrase
from contingent.read.proposals import quantity_of
from contingent.read.units import Unit
from contingent.read.walk import Walk

_RESERVE_REACH = 5
"""How many units behind a number the words may stand that say it is held in reserve."""
_ROLE_REACH = 7
_STAYING = ("base", "area", "arrive", "return", "part", "contribute", "participate", "consist", "found")
"""What clauses state whose subject, equipment, belongs to whoever the passage is about."""


def read_asset(walk: Walk, number: int, unit: Unit) -> None:
    """Equipment: who has it, how much, and whether it is held in reserve."""
    phrase = unit.detail
    if not isinstance(phrase, Phrase) or _is_known(walk, unit, phrase):
        return
    owner = _owner(walk, number, unit, phrase)
    if owner is not None and owner.sort is Sort.ACTOR:
        owner = walk.reading.discourse.a_contribution(owner.name)
    if owner is not None and owner.sort is Sort.CONTRIBUTION and phrase.operation:
        # "an aircraft that takes part in MINUSMA"
        discourse = walk.reading.discourse
        owner = discourse.a_contribution(owner.nation, discourse.an_operation(phrase.operation))
    if owner is None:
        return
    name = equipment_name(phrase)
    tail = walk.reading.row[number + 1 : number + 1 + _ROLE_REACH]
    held = next((k for k, other in enumerate(tail) if _means_reserve(walk, other)), None)
    between = (units.NUMBER, units.ASSET, units.UNIT, units.PERSONS)
    further = _further(walk, tail[:held]) if held is not None else None
    parted = any(other.sort in between or other.text == ";" for other in tail[:held])
    itself = held is not None and further is None and not parted
    start = walk.begin(unit) if phrase.number is None and walk.start is not None else unit.start
    _propose(walk, owner, name, quantity_of(phrase.number, None), start, unit.end, "equipment", itself)
    if further is not None and held is not None:
        one = Quantity(1, 1, False, None)
        _propose(walk, owner, name, one, further.start, tail[held].end, "equipment in reserve", True)
    discourse = walk.reading.discourse
    discourse.last_equipment = (owner, name)
    for word in {phrase.head.lemma.casefold(), name.split()[-1].casefold(), unit.text.split()[-1].casefold()}:
        discourse.equipment[word] = owner


def _further(walk: Walk, between: list[Unit]) -> Unit | None:
    """Where the words begin for one more that is held in reserve: "two helicopters and | a third | in reserve"."""
    reading = walk.reading
    joined = next((k for k, other in enumerate(between) if reading.is_in("conjunctions_and", other)), None)
    behind = between[joined + 1 : joined + 3] if joined is not None else []
    counted = any(other.sort == units.NUMBER for other in behind)  # "two more" says how many
    return behind[0] if not counted and any(reading.is_in("further", other) for other in behind) else None


def _propose(
    walk: Walk, owner: Entity, name: str, count: Quantity | None, start: int, end: int, what: str, reserve: bool
) -> None:
    times, as_of = walk.mood.observed()
    walk.reading.propose(
        "asset",
        owner,
        name,
        start,
        end,
        f"{walk.rule}; {what}",
        times,
        modality=walk.mood.modality,
        quantity=count,
        role="reserve" if reserve else None,
        as_of=as_of,
    )


def _is_known(walk: Walk, unit: Unit, phrase: Phrase) -> bool:
    """Whether equipment was spoken of before: "the ship", "its helicopters"; what follows is then said of its owner."""
    if phrase.determiner not in ("definite", "third person") or phrase.number is not None or phrase.nations:
        return False
    known = walk.reading.discourse.resolve(unit)
    if known is not None:
        walk.holder, walk.holder_unit = known, unit
    return known is not None or phrase.determiner == "third person"


# --- whose it is --------------------------------------------------------------------------------


def _owner(walk: Walk, number: int, unit: Unit, phrase: Phrase) -> Entity | None:
    """Who has the equipment; None where it is nobody's who is spoken of, or not said to be had."""
    if walk.unframed and not walk.is_subject(unit):
        return None
    discourse = walk.reading.discourse
    bearer = _bearer(walk, number) or _sender_behind(walk, number) or _sender_of_ship(walk, number, phrase)
    if bearer is not None:
        return bearer
    senders = {n for n in phrase.nations if discourse.contributes(discourse.operation, n)}
    nation = next((n for n in phrase.nations if n in senders), None)
    if len(senders) > 1 and phrase.number is not None:
        return discourse.operation  # "three aircraft from Germany, Luxembourg and Poland"
    of_contribution = (
        walk.governed_by("of") and walk.holder_unit is not None and walk.holder_unit.sort == units.CONTRIBUTION
    )
    if nation is not None:
        return None if walk.governed_by("against") else discourse.a_contribution(nation)
    if not of_contribution and any(map(walk.governed_by, ("of", "from", "by", "under", "against"))):
        return None
    to_operation = walk.owner is not None and walk.holder is not None and walk.holder.sort is Sort.OPERATION
    if (walk.governed_by("with") or walk.inside or of_contribution) and walk.holder is not None and not to_operation:
        return walk.holder
    if walk.having or (walk.with_having and walk.governed_by("with")):
        spoken_of = phrase.determiner == "definite" and phrase.number is None
        if spoken_of and walk.reading.clause_of(unit) is None and walk.reading.owner is None:
            return None  # "The aircraft": in a sentence whose verb is not known
        return None if _only_says_what_it_is(walk, unit) else _within(walk, number) or walk.owner
    return _of_the_passage(walk, unit, phrase) if walk.is_subject(unit) else None


def _bearer(walk: Walk, number: int) -> Entity | None:
    """The unit whose equipment it is by a genitive: "HMCS Toronto's embarked helicopter"."""
    row = walk.reading.row
    if number < 2 or row[number - 1].text not in walk.reading.words.grammar["genitive"]:
        return None
    return walk.reading.entity(row[number - 2]) if row[number - 2].sort in (units.UNIT, units.CONTRIBUTION) else None


def _sender_behind(walk: Walk, number: int) -> Entity | None:
    """The contribution of the state in brackets right behind: "1 P-3C Orion (Germany)"."""
    code = walk.state_behind(number)
    return walk.reading.discourse.a_contribution(code) if code is not None else None


def _sender_of_ship(walk: Walk, number: int, phrase: Phrase) -> Entity | None:
    """Who sends the ship whose type stands behind its name: "FGS Bayern (Germany), frigate"."""
    row, ship = walk.reading.row, walk.holder
    named = ship is not None and ship.name.split()[:1] and ship.name.split()[0] in walk.reading.words.ship_prefixes
    if ship is None or not named or phrase.number is not None or number == 0 or row[number - 1].text not in (",", "("):
        return None
    return walk.reading.discourse.a_contribution(ship.nation, ship.operation)


def _within(walk: Walk, number: int) -> Entity | None:
    """The unit in which it is said to be: "five Hornets, in the Air Task Force"."""
    reading = walk.reading
    at = number + 1
    if at < len(reading.row) and reading.row[at].text == ",":
        at += 1
    if at + 1 >= len(reading.row) or not reading.is_in("standing", reading.row[at]):
        return None
    unit = reading.row[at + 1]
    if unit.sort != units.UNIT or not unit.detail.named:
        return None
    entity = reading.discourse.resolve(unit, walk.sender)
    return entity if entity is not None and entity.sort is Sort.ELEMENT else None


def _only_says_what_it_is(walk: Walk, unit: Unit) -> bool:
    """Whether the noun is said of a ship or other equipment: "San Giusto is the new flagship"."""
    clause = walk.reading.clause_of(unit)
    if clause is None or clause.group.lemma not in walk.reading.words.sets["be.infinitive"]:
        return False
    if clause.frame is not None and clause.frame.words:
        return False
    return walk.owner is not None and walk.owner.head == "ship"


def _of_the_passage(walk: Walk, unit: Unit, phrase: Phrase) -> Entity | None:
    """Whoever the passage is about, for equipment that is the subject: "Two helicopters have been flown home"."""
    reading = walk.reading
    clause = reading.clause_of(unit)
    reserved = any(_means_reserve(walk, other) for other in reading.row)
    if clause is None or (clause.group.passive and not (_belongs_somewhere(clause) or reserved)):
        return None
    new = phrase.determiner == "indefinite" and _belongs_somewhere(clause) and clause.group.passive
    if phrase.number is None and not (reading.listed or new or reserved):
        return None
    discourse = reading.discourse
    return discourse.resolve(unit) or discourse.focus or discourse.ours or discourse.operation


def _belongs_somewhere(clause: Clause) -> bool:
    return clause.frame is not None and clause.frame.sort in _STAYING


# --- in reserve -----------------------------------------------------------------------------------


def read_reserve(walk: Walk, number: int, unit: Unit) -> bool:
    """More of the equipment last spoken of, held in reserve: "two helicopters and two more in reserve"."""
    reading, known = walk.reading, walk.reading.discourse.last_equipment
    if known is None or unit.value.measure is not None:
        return False
    for other in reading.row[number + 1 : number + 1 + _RESERVE_REACH]:
        if _means_reserve(walk, other):
            owner, name = known
            count = quantity_of(unit.value, None)
            _propose(walk, owner, name, count, unit.start, other.end, "equipment in reserve", True)
            return True
        if other.sort not in (units.WORD, units.PLACE):
            return False
    return False


def _means_reserve(walk: Walk, unit: Unit) -> bool:
    """Whether a unit is the word of a reserve, even as the noun of a unit: "in reserve", "the reserve"."""
    return unit.low in walk.reading.words.sets["reserve"]


# --- ships ------------------------------------------------------------------------------------------


def read_ship_type(walk: Walk, unit: Unit, ship: Entity, printed: str) -> None:
    """A named ship is also equipment of its type."""
    owner = walk.reading.discourse.a_contribution(ship.nation, ship.operation)
    name = clean_name(printed)
    if owner is not None:
        _propose(walk, owner, name, None, unit.start, unit.end, "a ship's type", False)
    walk.reading.discourse.equipment[name.split()[-1].casefold()] = ship


def equipment_name(phrase: Phrase) -> str:
    """What a phrase of equipment names, as printed, in the singular."""
    return clean_name(phrase.singular or "")
