"""The verbs of a sentence with their auxiliaries, in order."""

from __future__ import annotations

from contingent.read import units
from contingent.read.auxiliaries import complete_group, find_verb, group_with_be, group_with_become, makes_passive
from contingent.read.clause import NOUNS, VerbGroup
from contingent.read.clause_words import is_closed, tenses_of, unit_before
from contingent.read.phrase import Phrase
from contingent.read.units import Unit
from contingent.read.verb_or_noun import (
    begins_with_several,
    closes_apposition,
    closes_gerund,
    ends_name,
    goes_along,
    has_words_behind,
    heads_subject,
    is_body_of_many,
    is_counted_noun,
    is_had,
    is_noun_of_many,
    is_noun_of_object,
    is_one_of_several,
    is_reduced,
    is_second_adjective,
    is_unknown_participle,
    says_next,
    says_of_what,
    takes_object,
)
from contingent.read.vocabulary import Vocabulary

_GOING_ON = {
    "present": ("present", "infinitive", "past"),
    "past": ("past", "present"),
    "perfect": ("participle", "present"),
    "future": ("infinitive", "present"),
    "permission": ("infinitive",),
    "obligation": ("infinitive",),
    "infinitive": ("infinitive",),
    "gerund": ("gerund",),
    "participle": ("participle",),
}
"""The forms of a verb that can go on with one of each tense, the likeliest first."""


def find_verb_groups(row: list[Unit], words: Vocabulary) -> list[VerbGroup]:
    """The verbs of a row of units with their auxiliaries, in order."""
    groups: list[VerbGroup] = []
    index = 0
    while index < len(row):
        group = _group_at(row, index, words, groups)
        if group is None:
            index += 1
        else:
            groups.append(group)
            index = group.last
    return groups


def _group_at(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> VerbGroup | None:
    unit = row[index]
    if unit.sort != units.WORD:
        return None
    low, sets = unit.low, words.sets
    if low not in words.verbs and low not in words.verb_marks:
        return _unknown_verb(row, index, words)
    modal = low in sets["modals.future"] or low in sets["modals.permission"] or low in sets["modals.obligation"]
    if modal and not makes_passive(row, index, words):
        tense = (
            "future"
            if low in sets["modals.future"]
            else "permission"
            if low in sets["modals.permission"]
            else "obligation"
        )
        completed = complete_group(row, index, index + 1, tense, words)
        if completed is not None or low not in sets["become.present"]:
            return completed
    if low in sets["be.present"] or low in sets["be.past"]:
        return group_with_be(row, index, "present" if low in sets["be.present"] else "past", words)
    if low in sets.get("become.present", frozenset()) or low in sets.get("become.past", frozenset()):
        return group_with_become(row, index, "present" if low in sets["become.present"] else "past", words)
    if low in sets["have.present"] or low in sets["have.past"]:
        found = find_verb(row, index + 1, ("participle",), words)
        if found is not None:
            at, lemma, negated = found
            main_low = row[at].low
            if main_low in sets["be.participle"] or main_low in sets.get("become.participle", frozenset()):
                inner = find_verb(row, at + 1, ("participle", "gerund"), words, 2)
                if inner is not None:
                    form = tenses_of(row[inner[0]].low, words)
                    going_on = "participle" not in form
                    return VerbGroup(
                        index, inner[0] + 1, inner[1], "perfect", not going_on, negated, inner[0], going_on
                    )
                return VerbGroup(index, at + 1, "be" if "be" in words.frames else lemma, "perfect", False, negated, at)
            return VerbGroup(
                index, at + 1, lemma, "perfect" if low in sets["have.present"] else "past", False, negated, at
            )
        lemma = tenses_of(low, words).get("present") or tenses_of(low, words).get("past") or low
        if is_unknown_participle(row, index + 1, words):
            return VerbGroup(index, index + 2, row[index + 1].low, "perfect", False, False, index + 1)
        return VerbGroup(
            index, index + 1, lemma, "present" if low in sets["have.present"] else "past", False, False, index
        )
    if low in sets.get("do.present", frozenset()) or low in sets.get("do.past", frozenset()):
        found = find_verb(row, index + 1, ("infinitive",), words, 3)
        if found is not None and found[2]:
            tense = "present" if low in sets["do.present"] else "past"
            return VerbGroup(index, found[0] + 1, found[1], tense, False, True, found[0])
    if low in sets["infinitive"]:
        following = row[index + 1] if index + 1 < len(row) else None
        if following is not None and following.sort == units.WORD:
            tenses = tenses_of(following.low, words)
            if "infinitive" in tenses:
                if following.low in sets["be.infinitive"]:
                    inner = find_verb(row, index + 2, ("participle",), words, 2)
                    if inner is not None:
                        return VerbGroup(index, inner[0] + 1, inner[1], "infinitive", True, False, inner[0])
                return VerbGroup(index, index + 2, tenses["infinitive"], "infinitive", False, False, index + 1)
        return None
    tenses = tenses_of(low, words)
    if words.grammar["verb_second"] and tenses.get("passive") in sets["future_phrases.verbs"]:
        # "ventes | udvidet til 60": what is expected done lies ahead.
        inner = find_verb(row, index + 1, ("participle", "infinitive"), words, 1)
        if inner is not None and "infinitive" not in tenses_of(row[inner[0]].low, words):
            return VerbGroup(index, inner[0] + 1, inner[1], "future", True, inner[2], inner[0])
    if low in words.doubtful and not has_words_behind(row, index, tenses, words):
        return None
    return _finite(row, index, tenses, words, groups) if tenses else _unknown_verb(row, index, words)


def _finite(
    row: list[Unit], index: int, tenses: dict[str, str], words: Vocabulary, groups: list[VerbGroup]
) -> VerbGroup | None:
    unit, sets = row[index], words.sets
    before = unit_before(row, index, words)
    if unit.text[0].isupper() and index > 0 and before is not None:
        return None
    if before is None and heads_subject(row, index, words):
        return None  # "Support for the mission was expressed"
    if before is None or before.text in (":", "–", "-", "•", "“", '"'):
        for tense in ("present", "gerund", "infinitive", "passive"):
            if tense in tenses:
                return VerbGroup(
                    index,
                    index + 1,
                    tenses[tense],
                    "present" if tense == "passive" else tense,
                    tense == "passive",
                    False,
                    index,
                )
        if words.grammar["verb_second"] and "past" in tenses:
            return VerbGroup(index, index + 1, tenses["past"], "past", False, False, index)
        return None
    if says_next(row, index, tenses, words):
        return None  # "media | reports said"
    if not groups and says_of_what(row, index, tenses, words):
        return VerbGroup(index, index + 1, tenses["gerund"], "gerund", False, False, index)
    joined = before.low in sets["conjunctions_and"] or before.text == ","
    if groups and groups[-1].last == index and any(f.words for f in words.frames_of(groups[-1].lemma, unit.low)):
        return None  # "have taken | turns": a word that belongs to the verb before it
    if unit.low in sets["exercises"] and index + 1 < len(row) and row[index + 1].text[:1].isupper():
        return None  # "the annual exercise SIIL"
    noun = is_counted_noun if words.grammar["verb_second"] else is_noun_of_object
    if noun(row, index, words, groups) or is_noun_of_many(row, index, words) or is_second_adjective(row, index, words):
        return None
    opens = _opens(row, index, tenses, words, groups, before)
    previous = groups[-1] if groups else None
    if "passive" in tenses and (opens or joined or before.sort == units.PLACE):
        return VerbGroup(index, index + 1, tenses["passive"], "present", True, False, index)
    if (
        opens
        or before.sort in (units.PLACE, units.TIME, units.NUMBER)
        or (before.sort == units.WORD and not is_closed(before, words))
    ):
        if (
            "past" in tenses
            and (opens or not words.grammar["compounds"] or "participle" not in tenses)
            and ("participle" not in tenses or opens)
        ):
            if "participle" in tenses and (is_reduced(row, index, words, groups) or is_had(row, index, words, groups)):
                return VerbGroup(index, index + 1, tenses["participle"], "participle", True, False, index)
            return VerbGroup(index, index + 1, tenses["past"], "past", False, False, index)
        counted = before.sort == units.NUMBER and not words.grammar["verb_second"]
        if index > 1 and row[index - 2].sort == units.NUMBER and before.sort == units.WORD:
            counted = not words.grammar["verb_second"]  # "five RPG | bombs"
        if counted and index > 1 and row[index - 2].low in sets["of"]:
            counted = False  # "a cell of eight | supports …"
        if "present" in tenses and not counted:
            return VerbGroup(index, index + 1, tenses["present"], "present", False, False, index)
        if "infinitive" in tenses and (opens or before.low in words.sets["duties"]):
            before = _over_times(row, index, words)
            plural = (
                before.low in words.sets["duties"]
                or before.low in sets["pronouns_things"] | sets["pronouns_first"] | sets["relatives"]
                or before.sort in (units.PEOPLE, units.PERSONS, units.ASSET, units.COUNTRIES)
                or (isinstance(before.detail, Phrase) and before.detail.head.plural)
                or is_body_of_many(row, index)
                or (before.text == "," and begins_with_several(row, index))
                or is_one_of_several(row, index, words)
            )
            if plural or before.sort == units.OPERATION:
                return VerbGroup(index, index + 1, tenses["infinitive"], "present", False, False, index)
        return None
    moves = words.moves_itself(tenses.get("past", ""))
    if before.text == "," and moves and previous is not None and not words.grammar["verb_second"]:
        # "The battalion, the first that China has given, | arrived in May": nobody is arrived by another.
        return VerbGroup(index, index + 1, tenses["past"], "past", False, False, index)
    if before.text == "," and "participle" in tenses and is_reduced(row, index, words, groups):
        return VerbGroup(index, index + 1, tenses["participle"], "participle", True, False, index)
    if before.text == "," and "gerund" in tenses and previous is not None and goes_along(row, index, previous, words):
        return VerbGroup(index, index + 1, tenses["gerund"], "gerund", False, False, index)
    if joined and previous is not None and previous.passive and previous.tense == "present" and "participle" in tenses:
        # "The command is led by Italy and | based in Pec": what is so beside what is so.
        return VerbGroup(index, index + 1, tenses["participle"], "present", True, False, index)
    return _going_on(row, index, tenses, previous) if joined and previous is not None else None


def _opens(
    row: list[Unit], index: int, tenses: dict[str, str], words: Vocabulary, groups: list[VerbGroup], before: Unit
) -> bool:
    """Whether a finite verb is at home here by what stands before it: behind a noun, a name or a pronoun."""
    sets = words.sets
    if (
        before.sort in NOUNS
        or before.sort == units.TITLE
        or before.low in sets["relatives"]
        or before.low in sets["pronouns_thing"]
        or (before.low in sets["pronouns_things"] and not _is_governed(row, index - 1, words))
        or before.low in sets["pronouns_person"]
        or before.low in sets["pronouns_first"]
        or before.text in (")", "”", '"')
    ):
        return True
    if closes_gerund(row, index, groups) or takes_object(row, index, tenses, words, before):
        return True
    if before.text == "," and closes_apposition(row, index, words, groups):
        return True
    if words.grammar["verb_bracket"] and before.low in sets["conjunctions_subordinate"]:
        return True
    if not words.grammar["verb_second"]:
        return ends_name(row, index, words, groups)
    if before.sort in (units.TIME, units.PLACE) or index == 1:
        return True
    following = row[index + 1] if index + 1 < len(row) else None
    fronted = before.text == "," and row[0].low in sets["conjunctions_subordinate"]
    return fronted and following is not None and following.sort in NOUNS  # "Når X kommer, | rejser | Y hjem"


def _going_on(row: list[Unit], index: int, tenses: dict[str, str], previous: VerbGroup) -> VerbGroup | None:
    """A verb that "and" or a comma joins to the one before it, in a form that can go on with that one's tense."""
    for tense in _GOING_ON[previous.tense]:
        if tense in tenses:
            if tense == "infinitive" and previous.tense == "present" and row[previous.main].low != previous.lemma:
                continue
            return VerbGroup(
                index,
                index + 1,
                tenses[tense],
                tense if tense in ("present", "past") else previous.tense,
                previous.passive and tense == "participle",
                False,
                index,
            )
    return None


def _is_governed(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a preposition stands before a word that then is an article: "inden for | de | rammer"."""
    before = row[index - 1].low if index and row[index].low in words.sets["definite"] else ""
    return before in words.sets["prepositions"] and before not in words.sets["conjunctions_subordinate"]


def _over_times(row: list[Unit], index: int, words: Vocabulary) -> Unit:
    """What stands before a verb, and before the times and adverbs there: "the soldiers | currently serve"."""
    at = index - 1
    while at > 0 and (row[at].sort == units.TIME or row[at].low in words.sets["adverbs"]):
        at -= 1
    return row[at]


def _unknown_verb(row: list[Unit], index: int, words: Vocabulary) -> VerbGroup | None:
    """A word that no table knows, standing where only a verb can: behind "which" or "it"."""
    before = row[index - 1] if index else None
    sets = words.sets
    if before is None:
        return None
    pronoun = index == 1 and (before.low in sets["pronouns_thing"] or before.low in sets["pronouns_things"])
    may_follow = before.low in sets["relatives"] or (pronoun and not words.grammar["verb_second"])
    if may_follow and row[index].text[0].islower() and not is_closed(row[index], words):
        low = row[index].low
        past = low.endswith("ed") and not words.grammar["compounds"]
        return VerbGroup(index, index + 1, low, "past" if past else "present", False, False, index)
    return None
