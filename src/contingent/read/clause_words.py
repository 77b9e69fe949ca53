"""Small questions about the words of a sentence that is cut into clauses."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import NOUNS
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary


def tenses_of(low: str, words: Vocabulary) -> dict[str, str]:
    """The tenses that a word can have as a verb, each with the dictionary form."""
    return {form.tense: form.lemma for form in words.verbs.get(low, ())}


def is_closed(unit: Unit, words: Vocabulary) -> bool:
    """Whether a word is one of the small words of the language, which name and state nothing."""
    return unit.low in words.closed


def unit_before(row: list[Unit], index: int, words: Vocabulary) -> Unit | None:
    """The unit before, over adverbs."""
    at = index - 1
    while at >= 0 and row[at].sort == units.WORD and row[at].low in words.sets["adverbs"] and at > 0:
        at -= 1
    return row[at] if at >= 0 else None


def is_subject(unit: Unit, words: Vocabulary) -> bool:
    """Whether a unit can be the subject of a verb."""
    if unit.sort in NOUNS:
        return not (unit.sort == units.ACTOR and unit.detail == "adjective")
    sets = words.sets
    return unit.sort == units.WORD and (
        unit.low in sets["pronouns_thing"]
        or unit.low in sets["pronouns_things"]
        or unit.low in sets["pronouns_person"]
        or unit.low in sets["pronouns_first"]
    )


def breaks(unit: Unit, words: Vocabulary) -> bool:
    """Whether a unit parts what stands before it from what stands behind."""
    return (unit.sort == units.SIGN and unit.text in ',;:—–"“”«»') or (
        unit.sort == units.WORD
        and (
            unit.low in words.sets["conjunctions_and"]
            or unit.low in words.sets["conjunctions_subordinate"]
            or unit.low in words.sets["relatives"]
        )
    )
