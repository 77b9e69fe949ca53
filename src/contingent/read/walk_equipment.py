"""What a walk over a sentence reads of equipment: what somebody has of which type, and what is held in reserve."""

from __future__ import annotations

from contingent.read import units
from contingent.read.discourse import clean_name
from contingent.read.entities import Entity, Sort
from contingent.read.phrases import Phrase
from contingent.read.proposals import quantity_of
from contingent.read.units import Unit
from contingent.read.walk import Walk

_NUMBER_REACH = 3


def read_asset(walk: Walk, number: int, unit: Unit) -> None:
    reading, phrase = walk.reading, unit.detail
    if not isinstance(phrase, Phrase):
        return
    discourse, words = reading.discourse, reading.words
    if phrase.determiner in ("definite", "third person") and phrase.number is None and not phrase.nations:
        known = discourse.resolve(unit)
        if known is not None:
            walk.holder, walk.holder_unit = known, unit
            return
        if phrase.determiner == "third person" and phrase.number is None:
            return
    nation = next((n for n in phrase.nations if discourse.contributes(discourse.operation, n)), None)
    of_contribution = (
        walk.governed_by("of") and walk.holder_unit is not None and walk.holder_unit.sort == units.CONTRIBUTION
    )
    governed = not of_contribution and any(map(walk.governed_by, ("of", "from", "by", "under")))
    given = walk.having and walk.owner is not None and walk.holder is not None
    to_operation = given and walk.holder is not None and walk.holder.sort is Sort.OPERATION
    with_ = (walk.governed_by("with") or walk.inside) and walk.holder is not None and not to_operation
    if nation is not None:
        owner = discourse.a_contribution(nation)
    elif (with_ or of_contribution) and walk.holder is not None:
        owner = walk.holder
    elif walk.having or (walk.with_having and walk.governed_by("with")):
        owner = walk.owner
    elif walk.is_subject(unit):
        owner = discourse.resolve(unit) or discourse.focus or discourse.ours
        if phrase.number is None and not reading.listed:
            return
    else:
        return
    if owner is None or (governed and nation is None) or walk.unframed:
        return
    if owner.sort is Sort.ACTOR:
        owner = reading.discourse.a_contribution(owner.name)
    name = equipment_name(phrase)
    tail = " ".join(u.low for u in reading.row[number + 1 : number + 5])
    role = "reserve" if any(word in tail for word in words.sets["reserve"]) else None
    more = _more_in_reserve(walk, number)
    if more is not None:
        role = None
    times, as_of = walk.mood.observed()
    start = walk.begin(unit) if phrase.number is None and walk.start is not None else unit.start
    reading.propose(
        "asset",
        owner,
        name,
        start,
        unit.end,
        walk.rule + "; equipment",
        times,
        modality=walk.mood.modality,
        quantity=quantity_of(phrase.number, None),
        role=role,
        as_of=as_of,
    )
    if owner is not None:
        for word in {phrase.head.lemma.casefold(), name.split()[-1].casefold(), unit.text.split()[-1].casefold()}:
            discourse.equipment[word] = owner
    if more is not None:
        reading.propose(
            "asset",
            owner,
            name,
            unit.start,
            more[1],
            walk.rule + "; equipment in reserve",
            times,
            modality=walk.mood.modality,
            quantity=quantity_of(more[0].value, None),
            role="reserve",
            as_of=as_of,
        )


def read_ship_type(walk: Walk, unit: Unit, ship: Entity, printed: str) -> None:
    """A named ship is also equipment of its type."""
    owner = walk.reading.discourse.a_contribution(ship.nation, ship.operation)
    times, as_of = walk.mood.observed()
    name = clean_name(printed)
    walk.reading.propose(
        "asset",
        owner,
        name,
        unit.start,
        unit.end,
        walk.rule + "; a ship's type",
        times,
        modality=walk.mood.modality,
        as_of=as_of,
    )
    walk.reading.discourse.equipment[name.split()[-1].casefold()] = ship


def _more_in_reserve(walk: Walk, number: int) -> tuple[Unit, int] | None:
    """A second number of the same equipment: "two helicopters and two more in reserve"."""
    reading = walk.reading
    row = reading.row
    for at in range(number + 1, min(len(row), number + 1 + _NUMBER_REACH)):
        if row[at].sort == units.NUMBER:
            tail = row[at + 1 : at + 6]
            held = next((u for u in tail if u.low in reading.words.sets["reserve"]), None)
            if held is not None and not any(u.sort == units.ASSET for u in tail[:2]):
                return row[at], held.end
            return None
    return None


def equipment_name(phrase: Phrase) -> str:
    """What a phrase of equipment names, as printed, in the singular."""
    return clean_name(phrase.singular or "")
