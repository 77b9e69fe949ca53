"""Counts: what a number in a report counts, in which unit, and whether that is a result of what forces do."""

from __future__ import annotations

from contingent.claim import Quantity
from contingent.read import units
from contingent.read.numbers import NumberExpression
from contingent.read.phrase import Phrase
from contingent.read.proposals import quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_LONGEST_NOUN = 4
"""Words of a counted noun behind its number."""


def number_of(unit: Unit) -> NumberExpression | None:
    """The number that a unit is or has."""
    return unit.value if unit.sort == units.NUMBER else getattr(unit.detail, "number", None)


def is_result(words: Vocabulary, label: str) -> bool:
    """Whether a noun phrase names what forces count as results: "Patrols", "Convoys escorted", "passagerer"."""
    return _names_one_of(words, "tasks.results", label) or _ends_with_deed(words, label)


def unit_of(words: Vocabulary, label: str) -> str | None:
    """The unit of a count of what ``label`` names: persons for people."""
    return "persons" if _names_one_of(words, "tasks.people", label) else None


def _ends_with_deed(words: Vocabulary, label: str) -> bool:
    """ "Hideouts destroyed": a noun with what was done to it."""
    parts = label.lower().split()
    deeds = words.sets["tasks.verbs"] | words.sets["tasks.light"]
    return len(parts) > 1 and any(
        form.tense in ("participle", "past") and form.lemma in deeds for form in words.verbs.get(parts[-1], ())
    )


def _names_one_of(words: Vocabulary, name: str, label: str) -> bool:
    known = words.sets[name]
    for word in label.split():
        low = word.strip(",.;:()")
        forms = {low, low.lower(), low.removesuffix("s"), low.lower().removesuffix("s"), low.lower().removesuffix("es")}
        if words.grammar["compounds"]:
            forms |= {low.lower().removesuffix(ending) for ending in ("er", "e", "r")}
            if any(low.lower().endswith(noun) for noun in known if len(noun) > _LONGEST_NOUN):
                return True
        if forms & known:
            return True
    return False


def count_of(reading: Reading, unit: Unit) -> tuple[Quantity | None, str, int]:
    """The quantity of a counted thing, the noun that is counted and the end of its words."""
    words = reading.words
    if unit.sort != units.NUMBER:
        phrase: Phrase = unit.detail
        people = unit.sort in (units.PERSONS, units.PEOPLE)
        noun = reading.text[phrase.name_start : phrase.name_end] if phrase.name_end else unit.text
        return quantity_of(phrase.number, "persons" if people else unit_of(words, noun)), noun, unit.end
    row, at = reading.row, reading.at(unit)
    parts: list[str] = []
    end = unit.end
    verbs = {clause.group.first for clause in reading.clauses}
    for number, other in enumerate(row[at + 1 : at + 1 + _LONGEST_NOUN], at + 1):
        if number in verbs:
            break
        governs = other.low in words.sets["prepositions"] and not reading.is_in("of", other)
        stops = (units.SIGN, units.TIME, units.NUMBER)
        if other.sort in stops or (other.sort == units.WORD and governs) or reading.is_in("conjunctions_and", other):
            break
        if reading.is_in("relatives", other) or reading.is_in("adverbs", other):
            break
        parts.append(other.text)
        end = other.end
    while parts and parts[-1].lower() in words.sets["of"] | words.sets["definite"] | words.sets["indefinite"]:
        parts.pop()
    if parts and parts[0].lower() in words.sets["of"]:
        parts.pop(0)
    noun = " ".join(parts)
    if unit.value.measure is not None and not noun:
        noun = reading.text[unit.value.digits_end : unit.end].strip()
    if unit.value.measure is not None:
        measured_in = unit.value.unit.split()[-1] if unit.value.unit else None  # "flying hours" are hours
        return quantity_of(unit.value, measured_in), noun, end
    return quantity_of(unit.value, unit_of(words, noun)), noun, end
