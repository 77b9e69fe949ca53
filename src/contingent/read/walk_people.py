"""What a walk over a sentence reads of counted people: how strong the one is of whom they are counted."""

from __future__ import annotations

from contingent.claim import Quantity
from contingent.read import units
from contingent.read.counted_people import (
    apposed_to,
    are_aboard,
    counts_no_strength,
    formed_of_count,
    operation_of_count,
    serves_everyone,
    state_of_count,
)
from contingent.read.entities import Entity, Sort
from contingent.read.named_actors import is_state
from contingent.read.numbers import NumberExpression
from contingent.read.phrase import Phrase
from contingent.read.proposals import quantity_of
from contingent.read.units import Unit
from contingent.read.walk import Walk
from contingent.read.walk_equipment import read_reserve


def read_people(walk: Walk, number: int, unit: Unit) -> None:
    """People in the walk: whose strength their number is."""
    reading = walk.reading
    row = reading.row
    counted = unit.detail.number if unit.sort == units.PERSONS else unit.value
    if counted is None:
        if unit.sort == units.PERSONS:
            _uncounted(walk, unit)
        return
    if counts_no_strength(reading, number, unit):
        return
    if unit.sort == units.NUMBER and (read_reserve(walk, number, unit) or _people_of_a_state(walk, number, unit)):
        return
    if unit.sort == units.NUMBER and _people_in_operation(walk, number, unit):
        return
    formed = formed_of_count(reading, number) if unit.sort == units.PERSONS or not counted.people else None
    if formed is not None:
        _strength_of_formed(walk, unit, formed, counted)
        return
    if unit.sort == units.NUMBER and not (counted.people or _bare_count(walk, number, unit)):
        return
    if walk.holder is not None and walk.holder.sort is Sort.ELEMENT and apposed_to(reading, number, walk.holder_unit):
        assert walk.holder_unit is not None
        _strength(walk, walk.holder, counted, walk.holder_unit.start, unit.end)
        return
    close = walk.holder is not None and walk.holder_unit is not None
    fronted = _has_in_front(walk, number, unit)
    if fronted is not None:
        _strength(walk, fronted, counted, unit.start, unit.end)
        return
    if unit.sort == units.PERSONS and unit.detail.nations and not _forms_holder(walk, unit):
        nation = next((n for n in unit.detail.nations if is_state(n)), None)
        entity = reading.entity(unit)
        if nation is None or entity is None or not _is_had(walk, unit):
            return
        _strength(walk, entity, counted, unit.start, unit.end)
        walk.holder, walk.holder_unit = entity, unit
        return
    before = row[number - 1] if number else None
    apposed = before is not None and before.text in (",", "(", "-", "–", ":")
    if apposed and before is not None and before.text == "," and walk.having and unit.sort == units.PERSONS:
        # "Staff officers, 391 police personnel", "eight mentors, three people": people of another sort.
        number_before = getattr(walk.holder_unit.detail, "number", None) if walk.holder_unit is not None else None
        apposed = not unit.detail.modified and number_before is None
    given = walk.owner is not None and walk.owner.sort is Sort.CONTRIBUTION and walk.governed_by("with")
    if close and given and walk.holder is not None and walk.holder.sort is Sort.OPERATION:
        close = False  # "contributes to the mission with 20 soldiers"
    if close and (walk.governed_by("of") or walk.governed_by("with") or apposed) and walk.holder is not None:
        assert walk.holder_unit is not None
        _strength(walk, walk.holder, counted, walk.holder_unit.start, unit.end)
        return
    counts = walk.opening is not None and all(u.sort == units.WORD for u in row[walk.opening : number])
    if any(map(walk.governed_by, ("of", "from", "by", "for"))) and not counts:
        return
    strong = number + 1 < len(row) and reading.is_in("strong", row[number + 1])
    if unit.sort == units.NUMBER:
        if strong or counted.people:
            end = row[number + 1].end if strong else unit.end
            _strength(walk, walk.holder or walk.owner, counted, walk.begin(unit), end)
        elif counts:
            _strength(walk, walk.owner, counted, walk.begin(unit), unit.end)
        return
    if _is_had(walk, unit):
        if reading.discourse.last_ship is not None and are_aboard(reading, number):
            _strength(walk, reading.discourse.last_ship, counted, unit.start, unit.end)
            return
        if serves_everyone(reading, number) and reading.discourse.operation is not None:
            _strength(walk, reading.discourse.operation, counted, unit.start, row[number + 2].end)
            return
        inside = _inside_unit(walk, number) or _joined_unit(walk, unit)
        if inside is not None:
            entity, last = inside
            _strength(walk, entity, counted, unit.start, last.end)
            walk.holder, walk.holder_unit = entity, unit
            return
        subject = walk.is_subject(unit)
        elsewhere = reading.listed and unit.detail.operation is not None  # "- three people for UNMISS"
        entity = reading.entity(unit, walk.sender) if subject or elsewhere or walk.owner is None else walk.owner
        if entity is not None:
            _strength(walk, entity, counted, walk.begin(unit) if not subject else unit.start, unit.end)
            walk.holder, walk.holder_unit = entity, unit


def _forms_holder(walk: Walk, unit: Unit) -> bool:
    """Whether people of a state are those of the unit before them: "a company of 90 soldiers from Albania"."""
    holder = walk.holder
    formed = holder is not None and walk.holder_unit is not None and holder.sort is Sort.ELEMENT
    if not formed or holder is None or not walk.governed_by("of"):
        return False
    return holder.nation in unit.detail.nations or (holder.nation is None and len(unit.detail.nations) > 1)


def _strength_of_formed(walk: Walk, unit: Unit, formed: Unit, counted: NumberExpression) -> None:
    """How many they are whom a verb says that counted people are or form."""
    nations = unit.detail.nations if isinstance(unit.detail, Phrase) else []
    element = walk.reading.discourse.resolve(formed, next(filter(is_state, nations), walk.sender))
    _strength(walk, element, counted, unit.start, formed.end)


def _has_in_front(walk: Walk, number: int, unit: Unit) -> Entity | None:
    """The state that "with" before it counts people of: "With 640 troops, Italy is the largest contributor"."""
    reading = walk.reading
    if number > 1 or not walk.governed_by("with") or unit.sort != units.PERSONS or unit.detail.nations:
        return None
    following = reading.row[number + 1 : number + 3]
    if len(following) < 2 or following[0].text != "," or following[1].sort != units.ACTOR:
        return None
    clause = reading.clause_of(following[1])
    taking_part = clause is not None and clause.frame is not None and clause.frame.sort in ("participate", "contribute")
    nation = str(following[1].value)
    contributes = taking_part and reading.discourse.contributes(reading.discourse.operation, nation)
    return reading.discourse.a_contribution(nation) if contributes else None


def _is_had(walk: Walk, unit: Unit) -> bool:
    """Whether the stretch says that counted people serve: they are had, or they are the subject."""
    return walk.having or (walk.with_having and walk.governed_by("with")) or walk.is_subject(unit)


def _people_of_a_state(walk: Walk, number: int, unit: Unit) -> bool:
    """ "950 are Britons", "310 come from France": part of a whole that is one state's contribution."""
    found = state_of_count(walk.reading, number)
    if found is None:
        return False
    nation, last = found
    if walk.reading.discourse.contributes(walk.reading.discourse.operation, nation):
        contribution = walk.reading.discourse.a_contribution(nation)
        _strength(walk, contribution, unit.value, unit.start, last.end)
        walk.holder, walk.holder_unit = contribution, unit
    return True


def _people_in_operation(walk: Walk, number: int, unit: Unit) -> bool:
    """ "301 were serving with UNDOF, five are in UNMISS": what the page's state has in an operation."""
    discourse = walk.reading.discourse
    found = operation_of_count(walk.reading, number)
    nation = discourse.home or discourse.sender or (walk.owner.nation if walk.owner is not None else None)
    nation = nation or (walk.holder.nation if walk.holder is not None else None)
    if found is None or nation is None or discourse.hosts(discourse.resolve(found), nation):
        return False
    contribution = discourse.a_contribution(nation, discourse.resolve(found))
    assert contribution is not None
    past = walk.mood.modality == "past"
    walk.reading.propose(
        "participation",
        discourse.an_actor(nation),
        contribution.operation,
        unit.start,
        found.end,
        walk.rule + "; people counted in an operation",
        modality="past" if past else "actual",
        implied=True,
    )
    _strength(walk, contribution, unit.value, unit.start, found.end)
    return True


def read_size(walk: Walk, number: int, unit: Unit, entity: Entity) -> None:
    """How large an entity is by the number in its own phrase: "a 40-strong team"."""
    phrase: Phrase = unit.detail
    if phrase.number is not None and (unit.sort == units.PEOPLE or phrase.number.people):
        _strength(walk, entity, phrase.number, unit.start, unit.end)


def read_count(walk: Walk, holder: Entity, unit: Unit) -> None:
    """How large the holder is, by the people that are counted behind it."""
    start = walk.holder_unit.start if walk.holder_unit is not None else unit.start
    _strength(walk, holder, unit.detail.number, start, unit.end)


def _strength(walk: Walk, entity: Entity | None, number: NumberExpression | None, start: int, end: int) -> None:
    quantity = quantity_of(number, "persons")
    if entity is None or quantity is None or not entity.is_part():
        return
    if _is_most(walk, start):
        quantity = Quantity(None, quantity.high, quantity.approx, quantity.unit)
    times, as_of = walk.mood.observed()
    if (
        walk.mood.tense is None
        and walk.mood.modality in ("actual", "authorised")
        and not times.starts
        and not times.ends
    ):
        as_of = as_of or walk.mood.times.on  # a figure without a verb is that of the day named beside it
    # "Approved the deployment of up to 300": a most that is decided on is permitted, whenever that was.
    decided = quantity.low is None and any(
        c.frame is not None and c.frame.sort == "mandate" and c.start <= start < c.end for c in walk.reading.clauses
    )
    walk.reading.propose(
        "strength",
        entity,
        None,
        start,
        end,
        walk.rule + "; counted people",
        times,
        modality="authorised" if decided else walk.mood.modality,
        quantity=quantity,
        as_of=None if decided else as_of,
    )


def _is_most(walk: Walk, start: int) -> bool:
    """Whether a count is no more than that: "the ceiling is 470", "kan | højst | omfatte 35"."""
    reading = walk.reading
    if walk.mood.modality == "authorised" and any(reading.is_in("ceilings", unit) for unit in reading.row):
        return True
    clause = next((c for c in reading.clauses if c.start <= start < c.end), None)
    if clause is None or not reading.has("bounding"):
        return False
    return any(reading.is_in("bounding", unit) for unit in reading.row[clause.group.first : clause.group.main])


def _serves(walk: Walk, unit: Unit) -> bool:
    """Whether a preposition says where counted people serve: "sailors in", "troops from"."""
    return walk.reading.is_in("standing", unit) or walk.reading.is_in("from", unit)


def _inside_unit(walk: Walk, number: int) -> tuple[Entity, Unit] | None:
    """The element in which counted people serve: "240 sailors in the Maritime Task Force"."""
    reading, row = walk.reading, walk.reading.row
    at = _place_of_service(walk, number)
    if at is None or row[at].sort != units.UNIT:
        return None
    unit = row[at]
    if not (unit.detail.named or unit.detail.determiner == "definite" or walk.reading.listed):
        return None
    entity = reading.discourse.resolve(unit, walk.sender)
    return (entity, unit) if entity is not None and entity.sort is Sort.ELEMENT else None


def _place_of_service(walk: Walk, number: int) -> int | None:
    """The index of what counted people serve in: right behind them, or behind what they have with them.

    "135 aviators, with five aircraft, in the Air Task Force" is an item of a list.
    """
    row = walk.reading.row
    if number + 2 < len(row) and _serves(walk, row[number + 1]):
        return number + 2
    if not walk.reading.listed or number + 1 >= len(row) or row[number + 1].text != ",":
        return None
    comma = next((n for n in range(number + 2, len(row) - 2) if row[n].text == ","), None)
    return comma + 2 if comma is not None and _serves(walk, row[comma + 1]) else None


def _joined_unit(walk: Walk, unit: Unit) -> tuple[Entity, Unit] | None:
    """The unit that a clause says counted people are part of: "1,500 soldiers serve in the battlegroup"."""
    clause = walk.reading.clause_of(unit)
    if clause is None or clause.frame is None or clause.frame.sort not in ("part", "participate"):
        return None
    if not walk.is_subject(unit) or unit.detail.determiner == "definite":
        return None
    for preposition, target in clause.arguments:
        known = target.sort == units.UNIT and (target.detail.named or target.detail.determiner == "definite")
        if known and preposition in walk.reading.words.sets["standing"]:
            entity = walk.reading.discourse.resolve(target, walk.sender)
            return (entity, target) if entity is not None and entity.sort is Sort.ELEMENT else None
    return None


def _uncounted(walk: Walk, unit: Unit) -> None:
    if unit.detail.nations or walk.is_subject(unit):
        entity = walk.reading.entity(unit)
        if entity is not None:
            walk.holder, walk.holder_unit = entity, unit


def _bare_count(walk: Walk, number: int, unit: Unit) -> bool:
    """Whether a number without a noun counts people: "a team of 14", "Italy (638)", "1,400 strong"."""
    row = walk.reading.row
    before = row[number - 1] if number else None
    after = row[number + 1] if number + 1 < len(row) else None
    if after is not None and walk.reading.is_in("strong", after):
        return True
    if before is not None and walk.reading.is_in("of", before):
        if after is not None and after.sort == units.WORD:
            return not _may_be_counted(walk, after)
        return after is None or after.sort in (units.SIGN, units.PLACE, units.TIME)
    if walk.opening is not None and all(_opens_count(walk, u) for u in row[walk.opening : number]):
        # "The mission numbers 5,000", "the contingent counts 320 at present"
        return after is None or after.sort in (units.SIGN, units.TIME) or walk.reading.is_in("prepositions", after)
    if before is not None and before.text == "(" and after is not None and after.text == ")":
        return not _listed_nation(walk, number)
    return False


def _may_be_counted(walk: Walk, unit: Unit) -> bool:
    """Whether a word may begin a noun phrase of its own that the number counts: "consists of two | regional wings"."""
    words = walk.reading.words
    small = unit.low in words.closed | words.verb_marks or any(
        walk.reading.is_in(name, unit) for name in ("adverbs", "prepositions")
    )
    tenses = {form.tense for form in words.verbs.get(unit.low, ())}
    return not small and not tenses - {"gerund"}


def _opens_count(walk: Walk, unit: Unit) -> bool:
    """Whether a word may stand between "numbers" or "is" and the count: "is at present on", "total strength 3,770"."""
    small = any(walk.reading.is_in(name, unit) for name in ("adverbs", "of", "definite"))
    return small or unit.low in walk.reading.words.labels["strength"]


def _listed_nation(walk: Walk, number: int) -> bool:
    row = walk.reading.row
    return number >= 2 and row[number - 2].sort == units.ACTOR
