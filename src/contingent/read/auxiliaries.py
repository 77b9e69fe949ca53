"""What follows an auxiliary: the verb that "be", "become" and the modals go with, and what denies it."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import VerbGroup
from contingent.read.clause_words import is_subject, tenses_of
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_MOST_BETWEEN = 5
"""How many units may stand between an auxiliary and its verb; sentences of the genre need up to four."""


def find_verb(
    row: list[Unit], start: int, wanted: tuple[str, ...], words: Vocabulary, reach: int = _MOST_BETWEEN
) -> tuple[int, str, bool] | None:
    """The next verb form of a wanted tense, over adverbs and times, and over a subject where the verb comes second."""
    negated = False
    sets = words.sets
    crossing = words.grammar["verb_second"]
    for at in range(start, min(len(row), start + (reach + 4 if crossing else reach))):
        unit = row[at]
        if unit.sort == units.WORD:
            tenses = tenses_of(unit.low, words)
            governed = at > start and row[at - 1].low in sets["prepositions"]
            for tense in wanted:
                if tense in tenses and not (governed and tense == "participle"):  # not "stay in | landet"
                    return at, tenses[tense], negated
            if at == start and crossing and unit.low in sets["expletives"]:
                continue
            if unit.low in sets["negations"]:
                negated = negated or _denies(row, at, words)
                continue
            if unit.low in sets["adverbs"] or (
                crossing
                and unit.low not in sets["conjunctions_and"] | sets["conjunctions_subordinate"] | sets["relatives"]
            ):
                continue
            return None
        if unit.sort == units.TIME or (crossing and unit.sort != units.SIGN):
            continue
        return None
    return None


def _denies(row: list[Unit], at: int, words: Vocabulary) -> bool:
    """Whether a negation denies the verb: "not", but not "not only"."""
    return at + 1 >= len(row) or row[at + 1].low not in words.sets["mere"]


def denied_behind(row: list[Unit], group: VerbGroup, words: Vocabulary) -> bool:
    """Whether a negation stands behind the finite verb, over its subject and adverbs: "deltager Danmark ikke"."""
    for at in range(group.first + 1, min(len(row), group.last + _MOST_BETWEEN)):
        unit = row[at]
        if unit.low in words.sets["negations"] and unit.sort == units.WORD:
            return unit.low not in words.sets["prepositions"] and _denies(row, at, words)
        if group.first < at < group.last or unit.low in words.sets["adverbs"] or unit.sort == units.TIME:
            continue
        if not is_subject(unit, words):
            return False
    return False


def complete_group(row: list[Unit], first: int, start: int, tense: str, words: Vocabulary) -> VerbGroup | None:
    """A modal with its infinitive, active or passive."""
    found = find_verb(row, start, ("infinitive", "passive"), words)
    if found is None:
        return None
    at, lemma, negated = found
    low = row[at].low
    if low in words.sets["be.infinitive"] or low in words.sets.get("become.infinitive", frozenset()):
        inner = find_verb(row, at + 1, ("participle",), words, 3)
        if inner is not None:
            return VerbGroup(first, inner[0] + 1, inner[1], tense, True, negated, inner[0])
    if low in words.sets["have.infinitive"]:
        inner = find_verb(row, at + 1, ("participle",), words, 2)
        if inner is not None:
            return VerbGroup(first, inner[0] + 1, inner[1], tense, False, negated, inner[0])
    return VerbGroup(first, at + 1, lemma, tense, "passive" in tenses_of(low, words), negated, at)


def group_with_be(row: list[Unit], index: int, tense: str, words: Vocabulary) -> VerbGroup:
    """The group of a form of "be", alone or with the participle or gerund behind it."""
    sets = words.sets
    at, negated = index + 1, False
    while (
        at < len(row)
        and row[at].sort in (units.WORD, units.TIME)
        and (row[at].low in sets["adverbs"] or row[at].low in sets["negations"] or row[at].sort == units.TIME)
    ):
        negated = negated or row[at].low in sets["negations"]
        at += 1
    lemma = next((f.lemma for f in words.verbs.get(row[index].low, ()) if f.tense in ("present", "past")), "be")
    if at < len(row):
        for phrase in words.grammar["future_phrases"]["phrases"]:
            parts = phrase.split()
            if [u.low for u in row[at : at + len(parts)]] == parts:
                found = complete_group(row, index, at + len(parts), "future", words)
                if found is not None and found.main <= at + len(parts) + 3:
                    found.negated = found.negated or negated
                    return found
        inner = find_verb(row, at, ("participle", "gerund"), words, 1 if not words.grammar["verb_second"] else 4)
        if inner is not None:
            form = tenses_of(row[inner[0]].low, words)
            passive = "participle" in form
            if row[inner[0]].low in sets.get("become.participle", frozenset()):
                # "Der er blevet | flyttet gods": the perfect of a passive.
                done = find_verb(row, inner[0] + 1, ("participle",), words)
                if done is not None:
                    kind = "perfect" if tense == "present" else "past"
                    return VerbGroup(index, done[0] + 1, done[1], kind, True, negated or done[2], done[0])
            # In Danish "er rykket ind" is a perfect of motion as often as a passive; the frame decides.
            return VerbGroup(index, inner[0] + 1, inner[1], tense, passive, negated or inner[2], inner[0], not passive)
    return VerbGroup(index, index + 1, lemma, tense, False, negated, index)


def makes_passive(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a verb that makes both the future and the passive ("wird") has a participle behind it."""
    if row[index].low not in words.sets.get("become.present", frozenset()):
        return False
    found = find_verb(row, index + 1, ("participle", "infinitive"), words)
    return found is not None and "participle" in tenses_of(row[found[0]].low, words)


def group_with_become(row: list[Unit], index: int, tense: str, words: Vocabulary) -> VerbGroup:
    """The group of a form of "become", alone or with the participle behind it."""
    inner = find_verb(row, index + 1, ("participle",), words)
    lemma = next((f.lemma for f in words.verbs.get(row[index].low, ())), row[index].low)
    if tense == "present" and words.grammar["become_ahead"]:
        tense = "future"
    if inner is None:
        return VerbGroup(index, index + 1, lemma, tense, False, False, index)
    return VerbGroup(index, inner[0] + 1, inner[1], tense, True, inner[2], inner[0])
