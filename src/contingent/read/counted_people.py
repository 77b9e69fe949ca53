"""What a count of people says by the words around it: a strength, a part of one, people of one state, or no strength.

Nothing is proposed here; the walk asks these questions of a unit and its neighbours.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.named_actors import is_state
from contingent.read.numbers import NumberExpression
from contingent.read.phrase import Phrase
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_AROUND = 5
"""How many units before and behind a count tell what became of the people, where there is no clause."""
_SERVING = ("base", "arrive", "participate", "contribute")
_FORMED = (units.UNIT, units.PEOPLE)
_STATE_REACH = 4
"""How many units behind a count a verb and "from" may stand before the state."""


def counts_no_strength(reading: Reading, number: int, unit: Unit) -> bool:
    """Whether a count is part of a name, a measure, of casualties, or of some within a whole that is counted."""
    counted: NumberExpression | None = unit.detail.number if isinstance(unit.detail, Phrase) else unit.value
    if counted is None or counted.designation or counted.measure is not None:
        return True
    nations = unit.detail.nations if isinstance(unit.detail, Phrase) else []
    stated = any(map(is_state, nations))
    contributes = reading.discourse.contributes
    if stated and not any(contributes(reading.discourse.operation, nation) for nation in nations):
        return True  # people of the state that the operation helps
    if unit.sort == units.PERSONS and (_over_many_countries(reading, unit) or _over_many_missions(reading, unit)):
        return True
    if unit.sort == units.PERSONS and not stated and _among(reading, number):
        return True
    return any(reading.is_in("casualties", other) for other in _spoken_with(reading, number, unit))


def _among(reading: Reading, number: int) -> bool:
    """Whether people are counted within others: "among them 87 women", "heraf 12 kvinder"."""
    return number > 0 and reading.is_in("among", reading.row[number - 1])


def _spoken_with(reading: Reading, number: int, unit: Unit) -> list[Unit]:
    """The units that say something of a counted unit: its clause, else its neighbours."""
    clause = reading.clause_of(unit)
    if clause is not None:
        return [u for u in reading.row if clause.start <= u.start < clause.end]
    return reading.row[max(0, number - _AROUND) : number + _AROUND + 1]


def _over_many_countries(reading: Reading, unit: Unit) -> bool:
    """Whether people are counted over several operations: "587 members are away from home in thirteen countries"."""
    clause = reading.clause_of(unit)
    if clause is None or unit not in clause.subjects:
        return False
    standing = reading.words.sets["standing"]
    return any(other.sort == units.COUNTRIES and preposition in standing for preposition, other in clause.arguments)


def _over_many_missions(reading: Reading, unit: Unit) -> bool:
    """Whether people are counted over operations that are not named: "60,000 soldiers to various missions"."""
    clause = reading.clause_of(unit)
    if clause is None or any(u.sort == units.OPERATION for _, u in clause.arguments):
        return False
    missions = [u for p, u in clause.arguments if p and u.sort == units.ANAPHOR and u.detail.head.plural]
    return any(u.detail.head.lemma.split()[-1] not in reading.words.sets["forces"] for u in missions)


def serves_everyone(reading: Reading, number: int) -> bool:
    """Whether counted people come from several counted states: they are the whole operation's."""
    following = reading.row[number + 1 : number + 3]
    return len(following) == 2 and reading.is_in("from", following[0]) and following[1].sort == units.COUNTRIES


def state_of_count(reading: Reading, number: int) -> tuple[str, Unit] | None:
    """The state whose people a bare number counts, and the unit that says so: "310 come from France"."""
    row = reading.row
    listed = row[number + 3 : number + 5]
    enumerated = len(listed) == 2 and listed[0].text == "," and listed[1].sort == units.NUMBER
    if number and reading.is_in("of", row[number - 1]) and not enumerated:
        return None  # "a staff of about a dozen from Bahrain", but "comprising 501 from Fiji, 193 from India"
    for at in range(number + 1, min(len(row), number + 1 + _STATE_REACH)):
        unit = row[at]
        if unit.sort == units.ACTOR and is_state(unit.value):
            behind = row[at + 1] if at + 1 < len(row) else None
            closed = behind is None or behind.sort == units.SIGN or reading.is_in("conjunctions_and", behind)
            from_there = reading.is_in("from", row[at - 1])
            return (str(unit.value), unit) if from_there or (unit.detail == "adjective" and closed) else None
        if unit.sort == units.PERSONS:
            nation = next(filter(is_state, unit.detail.nations), None)
            alone = at > number + 1 and unit.detail.number is None
            return (nation, unit) if nation is not None and alone else None
        joins = any(reading.is_in(name, unit) for name in ("from", "be.present", "be.past"))
        if unit.sort != units.WORD or not (joins or unit.low in reading.words.verbs):
            return None
    return None


def operation_of_count(reading: Reading, number: int) -> Unit | None:
    """The operation in which a verb says that a bare number of people serve: "five were with UNMISS"."""
    row = reading.row
    joined = number > 0 and (row[number - 1].text == "," or reading.is_in("conjunctions_and", row[number - 1]))
    behind = row[number + 1 : number + 4]
    if joined and len(behind) > 1 and reading.is_in("serving_in", behind[0]):
        named = behind[2] if len(behind) > 2 and reading.is_in("definite", behind[1]) else behind[1]
        clause = reading.clause_of(row[number])
        serving = clause is not None and clause.frame is not None and clause.frame.sort in _SERVING
        return named if serving and named.sort == units.OPERATION else None  # "… and up to ten to EUTM Mali"
    if number and row[number - 1].sort == units.WORD and not reading.is_in("conjunctions_and", row[number - 1]):
        return None
    verb = False
    for at in range(number + 1, min(len(row) - 1, number + 1 + _STATE_REACH)):
        unit = row[at]
        if verb and reading.is_in("serving_in", unit):
            following = row[at + 2] if reading.is_in("definite", row[at + 1]) and at + 2 < len(row) else row[at + 1]
            return following if following.sort == units.OPERATION else None
        if unit.sort != units.WORD:
            return None
        verb = verb or reading.is_in("be.present", unit) or reading.is_in("be.past", unit) or _serves(reading, unit)
    return None


def _serves(reading: Reading, unit: Unit) -> bool:
    """Whether a word is a verb of taking part."""
    lemmas = {form.lemma for form in reading.words.verbs.get(unit.low, ())}
    return any(f.sort == "participate" for lemma in lemmas for f in reading.words.frames_of(lemma, ""))


def formed_of_count(reading: Reading, number: int) -> Unit | None:
    """The unit or group that counted people are: "30 form a guard platoon", "130 Danes are now instructors"."""
    row, forming = reading.row, reading.words.sets["forming"]
    behind = [
        unit
        for unit in row[number + 1 : number + 1 + _STATE_REACH]
        if unit.sort != units.TIME and not reading.is_in("adverbs", unit)
    ]
    right_behind = bool(behind) and behind[0].sort in _FORMED
    verb = row[number - 1] if number and right_behind else behind[0] if behind else None
    formed = behind[0] if right_behind else behind[1] if len(behind) > 1 else None
    if verb is None or formed is None or formed.sort not in _FORMED or formed.detail.number is not None:
        return None
    if not any(form.lemma in forming for form in reading.words.verbs.get(verb.low, ())):
        return None
    return formed if formed.detail.determiner in ("indefinite", None) else None


def are_aboard(reading: Reading, number: int) -> bool:
    """Whether the words beside a count say that the people are on a ship: "147 mand om bord", "aboard are 120"."""
    beside = [*reading.row[max(0, number - _STATE_REACH) : number], *reading.row[number + 1 : number + 3]]
    low = " ".join(unit.low for unit in beside)
    return any(f" {words} " in f" {low} " for words in reading.words.sets["aboard"])


def apposed_to(reading: Reading, number: int, holder: Unit | None) -> bool:
    """Whether a count stands between commas or brackets behind a unit: "Sector South, 2,000 troops from Zambia, …"."""
    row = reading.row
    if (
        holder is None
        or number < 2
        or row[number - 2] is not holder
        or row[number - 1].text not in (",", "(", "-", "–")
    ):
        return False
    at = number + 1
    while at < len(row) and (reading.is_in("from", row[at]) or row[at].sort == units.ACTOR):
        at += 1
        if at < len(row) and reading.is_in("conjunctions_and", row[at]) and row[at - 1].sort == units.ACTOR:
            at += 1
    return at >= len(row) or row[at].sort == units.SIGN
