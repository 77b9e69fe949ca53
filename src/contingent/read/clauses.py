"""Clauses: who (subject) does what (verb with its frame), with which further phrases, when.

A sentence is cut at its verbs. The words on each side of a verb belong to it as far as the next verb's
own subject; a relative pronoun takes the phrase before it as its subject, "and" with a verb keeps the subject.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from contingent.read import units
from contingent.read.times import TimeExpression
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Frame, Vocabulary

NOUNS = frozenset(
    (
        units.UNIT,
        units.PEOPLE,
        units.PERSONS,
        units.CONTRIBUTION,
        units.ANAPHOR,
        units.OPERATION,
        units.ACTOR,
        units.PERSON,
        units.ASSET,
        units.COUNTRIES,
    )
)
_MOST_BETWEEN = 5
"""How many units may stand between an auxiliary and its verb; sentences of the genre need up to four."""


@dataclass(slots=True)
class VerbGroup:
    """The verb of a clause with its auxiliaries. ``first`` and ``last`` are indexes of units, the last excluded."""

    first: int
    last: int
    lemma: str
    tense: str
    """``present``, ``past``, ``perfect``, ``future``, ``permission``, ``infinitive``, ``gerund`` or ``participle``."""
    passive: bool = False
    negated: bool = False
    main: int = 0
    """The index of the main verb."""
    progressive: bool = False
    """Whether the verb says that something is going on: "are flying", "have been serving"."""


@dataclass(slots=True)
class Clause:
    """One verb with its subjects and arguments."""

    group: VerbGroup
    subjects: list[Unit]
    arguments: list[tuple[str, Unit]] = field(default_factory=list)
    """Each phrase behind the verb with the preposition before it ("" for none)."""
    before: list[tuple[str, Unit]] = field(default_factory=list)
    """Phrases before the verb that are not its subject."""
    times: list[TimeExpression] = field(default_factory=list)
    frame: Frame | None = None
    start: int = 0
    end: int = 0
    verb_start: int = 0
    last: int = 0
    """The index of the last unit that belongs to it, excluded."""
    inherited: bool = False
    """The subject is that of an earlier clause."""
    relative: bool = False


def find_clauses(sentence: Sentence, words: Vocabulary) -> list[Clause]:
    """The clauses of a sentence, in order."""
    row = sentence.units
    groups = _groups(row, words)
    clauses: list[Clause] = []
    if words.grammar["verb_second"]:
        for group in groups:
            group.negated = group.negated or _denied_behind(row, group, words)
    for number, group in enumerate(groups):
        floor = groups[number - 1].last if number else 0
        clauses.append(_clause(row, group, floor, clauses[-1] if clauses else None, words))
    if len(clauses) > 1 and clauses[0].group.tense == "infinitive" and not clauses[0].subjects:
        # "To help the battalion, a team …": whoever the sentence is about is to help.
        clauses[0].subjects, clauses[0].inherited = clauses[1].subjects, True
    for number, clause in enumerate(clauses):
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        _arguments(row, clause, following, words)
        clause.frame = _by_object(clause, _frame(row, clause, words), words)
    _date(row, clauses)
    return clauses


# --- verb groups ------------------------------------------------------------------------------


def _groups(row: list[Unit], words: Vocabulary) -> list[VerbGroup]:
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


def _tenses(low: str, words: Vocabulary) -> dict[str, str]:
    return {form.tense: form.lemma for form in words.verbs.get(low, ())}


def _group_at(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> VerbGroup | None:
    unit = row[index]
    if unit.sort != units.WORD:
        return None
    low, sets = unit.low, words.sets
    if low not in words.verbs and low not in words.verb_marks:
        return _unknown_verb(row, index, words)
    modal = low in sets["modals.future"] or low in sets["modals.permission"] or low in sets["modals.obligation"]
    if modal and not _makes_passive(row, index, words):
        tense = (
            "future"
            if low in sets["modals.future"]
            else "permission"
            if low in sets["modals.permission"]
            else "obligation"
        )
        completed = _complete(row, index, index + 1, tense, words)
        if completed is not None or low not in sets["become.present"]:
            return completed
    if low in sets["be.present"] or low in sets["be.past"]:
        return _with_be(row, index, "present" if low in sets["be.present"] else "past", words)
    if low in sets.get("become.present", frozenset()) or low in sets.get("become.past", frozenset()):
        return _with_become(row, index, "present" if low in sets["become.present"] else "past", words)
    if low in sets["have.present"] or low in sets["have.past"]:
        found = _find_verb(row, index + 1, ("participle",), words)
        if found is not None:
            at, lemma, negated = found
            main_low = row[at].low
            if main_low in sets["be.participle"] or main_low in sets.get("become.participle", frozenset()):
                inner = _find_verb(row, at + 1, ("participle", "gerund"), words, 2)
                if inner is not None:
                    form = _tenses(row[inner[0]].low, words)
                    going_on = "participle" not in form
                    return VerbGroup(
                        index, inner[0] + 1, inner[1], "perfect", not going_on, negated, inner[0], going_on
                    )
                return VerbGroup(index, at + 1, "be" if "be" in words.frames else lemma, "perfect", False, negated, at)
            return VerbGroup(
                index, at + 1, lemma, "perfect" if low in sets["have.present"] else "past", False, negated, at
            )
        lemma = _tenses(low, words).get("present") or _tenses(low, words).get("past") or low
        return VerbGroup(
            index, index + 1, lemma, "present" if low in sets["have.present"] else "past", False, False, index
        )
    if low in sets.get("do.present", frozenset()) or low in sets.get("do.past", frozenset()):
        found = _find_verb(row, index + 1, ("infinitive",), words, 3)
        if found is not None and found[2]:
            tense = "present" if low in sets["do.present"] else "past"
            return VerbGroup(index, found[0] + 1, found[1], tense, False, True, found[0])
    if low in sets["infinitive"]:
        following = row[index + 1] if index + 1 < len(row) else None
        if following is not None and following.sort == units.WORD:
            tenses = _tenses(following.low, words)
            if "infinitive" in tenses:
                if following.low in sets["be.infinitive"]:
                    inner = _find_verb(row, index + 2, ("participle",), words, 2)
                    if inner is not None:
                        return VerbGroup(index, inner[0] + 1, inner[1], "infinitive", True, False, inner[0])
                return VerbGroup(index, index + 2, tenses["infinitive"], "infinitive", False, False, index + 1)
        return None
    tenses = _tenses(low, words)
    if low in words.doubtful and not _has_words_behind(row, index, tenses, words):
        return None
    return _finite(row, index, tenses, words, groups) if tenses else _unknown_verb(row, index, words)


def _finite(
    row: list[Unit], index: int, tenses: dict[str, str], words: Vocabulary, groups: list[VerbGroup]
) -> VerbGroup | None:
    unit, sets = row[index], words.sets
    before = _before(row, index, words)
    if unit.text[0].isupper() and index > 0 and before is not None:
        return None
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
    joined = before.low in sets["conjunctions_and"] or before.text == ","
    if groups and groups[-1].last == index and any(f.words for f in words.frames_of(groups[-1].lemma, unit.low)):
        return None  # "have taken | turns": a word that belongs to the verb before it
    if unit.low in sets["exercises"] and index + 1 < len(row) and row[index + 1].text[:1].isupper():
        return None  # "the annual exercise SIIL"
    noun = _is_counted_noun if words.grammar["verb_second"] else _is_noun_of_object
    if (
        noun(row, index, words, groups)
        or _is_noun_of_many(row, index, words)
        or _is_second_adjective(row, index, words)
    ):
        return None
    opens = (
        before.sort in NOUNS
        or before.low in sets["relatives"]
        or before.low in sets["pronouns_thing"]
        or before.low in sets["pronouns_things"]
        or before.low in sets["pronouns_person"]
        or before.low in sets["pronouns_first"]
        or before.text in (")", "”", '"')
    )
    if before.text == "," and _closes_apposition(row, index, words, groups):
        opens = True
    if not groups and not words.grammar["verb_second"] and _ends_name(row, index, words):
        opens = True
    if words.grammar["verb_second"] and (before.sort in (units.TIME, units.PLACE) or index == 1):
        opens = True
    if words.grammar["verb_bracket"] and before.low in sets["conjunctions_subordinate"]:
        opens = True
    previous = groups[-1] if groups else None
    if "passive" in tenses and (opens or joined or before.sort == units.PLACE):
        return VerbGroup(index, index + 1, tenses["passive"], "present", True, False, index)
    if (
        opens
        or before.sort in (units.PLACE, units.TIME, units.NUMBER)
        or (before.sort == units.WORD and not _closed(before, words))
    ):
        if (
            "past" in tenses
            and (opens or not words.grammar["compounds"] or "participle" not in tenses)
            and ("participle" not in tenses or opens)
        ):
            if "participle" in tenses and _is_reduced(row, index, words, groups):
                return VerbGroup(index, index + 1, tenses["participle"], "participle", True, False, index)
            return VerbGroup(index, index + 1, tenses["past"], "past", False, False, index)
        counted = before.sort == units.NUMBER and not words.grammar["verb_second"]
        if counted and index > 1 and row[index - 2].low in sets["of"]:
            counted = False  # "a cell of eight | supports …"
        if "present" in tenses and not counted:
            return VerbGroup(index, index + 1, tenses["present"], "present", False, False, index)
        if "infinitive" in tenses and (opens or before.low in words.sets["duties"]):
            plural = (
                before.low in words.sets["duties"]
                or before.low in sets["pronouns_things"] | sets["pronouns_first"] | sets["relatives"]
                or before.sort in (units.PEOPLE, units.PERSONS, units.ASSET)
                or (before.detail is not None and hasattr(before.detail, "head") and before.detail.head.plural)
                or _is_body_of_many(row, index)
                or (before.text == "," and _begins_with_several(row, index))
                or _is_one_of_several(row, index, words)
            )
            if plural or before.sort == units.OPERATION:
                return VerbGroup(index, index + 1, tenses["infinitive"], "present", False, False, index)
        return None
    moves = words.moves_itself(tenses.get("past", ""))
    if before.text == "," and moves and previous is not None and not words.grammar["verb_second"]:
        # "The battalion, the first that China has given, | arrived in May": nobody is arrived by another.
        return VerbGroup(index, index + 1, tenses["past"], "past", False, False, index)
    if before.text == "," and "participle" in tenses and _is_reduced(row, index, words, groups):
        return VerbGroup(index, index + 1, tenses["participle"], "participle", True, False, index)
    if joined and previous is not None:
        wanted = {
            "present": ("present", "infinitive", "past"),
            "past": ("past", "present"),
            "perfect": ("participle", "present"),
            "future": ("infinitive", "present"),
            "permission": ("infinitive",),
            "obligation": ("infinitive",),
            "infinitive": ("infinitive",),
            "gerund": ("gerund",),
            "participle": ("participle",),
        }[previous.tense]
        for tense in wanted:
            if tense in tenses:
                keeps = tense not in ("present", "past") or previous.tense not in ("present", "past")
                if tense == "infinitive" and previous.tense == "present" and row[previous.main].low != previous.lemma:
                    continue
                return VerbGroup(
                    index,
                    index + 1,
                    tenses[tense],
                    previous.tense if keeps and tense not in ("present", "past") else tense,
                    previous.passive and tense == "participle",
                    False,
                    index,
                )
    return None


def _ends_name(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a name stands before a verb, over a time: "the Summit | extended", "the Council in June | renewed"."""
    at = index - 1
    while at > 0 and (row[at].sort == units.TIME or row[at].low in words.sets["adverbs"]):
        at -= 1
    if row[at].sort in NOUNS:
        return True
    return at > 0 and row[at].sort == units.WORD and row[at].text[:1].isupper() and row[0] is not row[at]


def _has_words_behind(row: list[Unit], index: int, tenses: dict[str, str], words: Vocabulary) -> bool:
    """Whether a form that is mostly another word has the words of a frame behind it: "så dagens lys"."""
    behind = row[index + 1].low if index + 1 < len(row) else ""
    return any(frame.words for lemma in tenses.values() for frame in words.frames_of(lemma, behind))


def _closes_apposition(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether the comma before a verb ends what describes its subject: "the division, led by X, | arrested …"."""
    if not groups:
        return row[index - 2].sort != units.PERSON and any(unit.text == "," for unit in row[: index - 1])
    at = groups[0].first - 1
    while at > 0 and row[at].sort == units.WORD and row[at].low in words.sets["adverbs"]:
        at -= 1
    described = groups[0].tense == "participle" and at > 0 and row[at].text == ","
    return len(groups) == 1 and described


def _is_counted_noun(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether a word that could be a verb is none where the verb comes second: "tre | møder", "behandle | sårede"."""
    if row[index - 1].sort == units.NUMBER:
        return True
    if not groups or groups[-1].last > index:
        return False
    between = row[groups[-1].last : index]
    return groups[-1].tense in ("infinitive", "future") and not any(_breaks(unit, words) for unit in between)


def _is_noun_of_many(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether "of" makes a noun of a word that no verb with "of" could be: "smaller | numbers of soldiers"."""
    if index + 1 >= len(row) or row[index + 1].low not in words.sets["of"] or row[index - 1].sort != units.WORD:
        return False
    lemmas = {form.lemma for form in words.verbs.get(row[index].low, ())}
    return not any(words.frames_of(lemma, row[index + 1].low) for lemma in lemmas)


def _is_second_adjective(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a word joined to another behind an article describes the same noun: "a safe and | secure environment"."""
    return (
        index >= 3
        and "present" not in _tenses(row[index].low, words)  # "the camp and | clears mines" goes on with a verb
        and row[index - 1].low in words.sets["conjunctions_and"]
        and row[index - 2].sort == units.WORD
        and not _closed(row[index - 2], words)
        and row[index - 3].low in words.sets["definite"] | words.sets["indefinite"]
        and index + 1 < len(row)
        and (row[index + 1].sort in NOUNS or (row[index + 1].sort == units.WORD and not _closed(row[index + 1], words)))
    )


def _is_noun_of_object(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether a word that could be a verb is a noun of what the verb before it governs.

    "Moves troops and | supplies around the north", "guards the relief | stores": nothing that could open a clause
    stands between, or a bare noun joined to it, and no object follows.
    """
    if not groups or groups[-1].passive or "gerund" in _tenses(row[index].low, words):
        return False
    between = row[groups[-1].last : index]
    marks = [unit for unit in between if _breaks(unit, words)]
    if "past" in _tenses(row[index].low, words):
        # "keeps the contingent | supplied."
        closes = index + 1 == len(row) or row[index + 1].text in ".,;"
        return closes and not marks and bool(between) and groups[-1].tense in ("present", "past")
    if _is_governed_noun(row, index, words):
        return True
    if not marks:
        helps = any(frame.sort == "aim" for frame in words.frames_of(groups[-1].lemma, ""))
        return all(unit.sort == units.WORD for unit in between) and not (helps and not between)
    following = row[index + 1] if index + 1 < len(row) else None
    governs = following is None or following.sort in (units.SIGN, units.TIME) or _closed(following, words)
    opening = words.sets["definite"] | words.sets["indefinite"] | words.sets["particles"]
    if following is not None and following.low in opening:
        governs = False  # "and | clears the road", "and | carries out patrols"
    plain = [u for u in between if not _breaks(u, words) and u.low not in words.sets["adverbs"]]
    last = between[-1].low in words.sets["conjunctions_and"] or between[-1].text == ","
    return (
        governs
        and last
        and bool(plain)
        and all(u.sort in NOUNS or not _closed(u, words) for u in plain)
        and not any(
            u.sort in (units.TIME, units.PLACE, units.OPERATION) or getattr(u.detail, "determiner", None) for u in plain
        )
    )


def _is_governed_noun(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a plural noun closes a phrase behind a preposition: "including seven multinational | exercises"."""
    if "present" not in _tenses(row[index].low, words):
        return False
    at = index - 1
    while at > 0 and (row[at].sort == units.NUMBER or (row[at].sort == units.WORD and not _closed(row[at], words))):
        at -= 1
    return (
        at < index - 1
        and row[at].sort == units.WORD
        and row[at].low in words.sets["prepositions"] - words.sets["infinitive"]
    )


def _is_reduced(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether a participle behind a noun describes it: "a coalition led by X", "a company, equipped with Y, …"."""
    following = row[index + 1] if index + 1 < len(row) else None
    if following is None or following.low not in words.sets["prepositions"]:
        return False
    if following.low in words.sets["by"] or any(g.tense not in ("infinitive", "gerund") for g in groups):
        return True
    return any(
        unit.sort == units.WORD
        and (
            unit.low in words.sets["be.present"]
            or unit.low in words.sets["be.past"]
            or _tenses(unit.low, words).get("present")
        )
        for unit in row[index + 2 :]
    )


def _begins_with_several(row: list[Unit], index: int) -> bool:
    """Whether the first noun before a verb is of several: "Soldiers from the Army, beside the police, | monitor …"."""
    first = next((unit for unit in row[:index] if unit.sort in NOUNS), None)
    return first is not None and (
        first.sort == units.PERSONS or bool(getattr(first.detail, "head", None) and first.detail.head.plural)
    )


def _is_body_of_many(row: list[Unit], index: int) -> bool:
    """Whether armed forces stand before a verb, perhaps with their abbreviation: "the Defence Forces (DF) | send"."""
    at = index - 1
    while at > 0 and row[at].sort == units.WORD:
        at -= 1
    if row[at].text == ")" and at > 2 and row[at - 2].text == "(":
        at -= 3
    return row[at].sort == units.ACTOR and " " in row[at].text and row[at].detail == "armed forces"


def _is_one_of_several(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether the noun before a verb ends an enumeration or names a people: "Fiji and Nepal both contribute"."""
    at = index - 1
    depth = 0
    while at >= 0:
        unit = row[at]
        if unit.text == ")":
            depth += 1
        elif unit.text == "(":
            depth -= 1
        elif not depth:
            if unit.sort == units.ACTOR and unit.detail == "people":
                return True
            if unit.low in words.sets["conjunctions_and"]:
                return True
            small = unit.low in words.sets["adverbs"] or unit.low in words.sets["definite"]
            if not small and (unit.sort == units.WORD or unit.text in ",;:"):
                return False
        at -= 1
    return False


def _unknown_verb(row: list[Unit], index: int, words: Vocabulary) -> VerbGroup | None:
    """A word that no table knows, standing where only a verb can: behind "which" or "it"."""
    before = row[index - 1] if index else None
    sets = words.sets
    if before is None:
        return None
    pronoun = index == 1 and (before.low in sets["pronouns_thing"] or before.low in sets["pronouns_things"])
    may_follow = before.low in sets["relatives"] or (pronoun and not words.grammar["verb_second"])
    if may_follow and row[index].text[0].islower() and not _closed(row[index], words):
        low = row[index].low
        past = low.endswith("ed") and not words.grammar["compounds"]
        return VerbGroup(index, index + 1, low, "past" if past else "present", False, False, index)
    return None


def _closed(unit: Unit, words: Vocabulary) -> bool:
    return unit.low in words.closed


def _before(row: list[Unit], index: int, words: Vocabulary) -> Unit | None:
    """The unit before, over adverbs."""
    at = index - 1
    while at >= 0 and row[at].sort == units.WORD and row[at].low in words.sets["adverbs"] and at > 0:
        at -= 1
    return row[at] if at >= 0 else None


def _find_verb(
    row: list[Unit], start: int, wanted: tuple[str, ...], words: Vocabulary, reach: int = _MOST_BETWEEN
) -> tuple[int, str, bool] | None:
    """The next verb form of a wanted tense, over adverbs and times, and over a subject where the verb comes second."""
    negated = False
    sets = words.sets
    crossing = words.grammar["verb_second"]
    for at in range(start, min(len(row), start + (reach + 4 if crossing else reach))):
        unit = row[at]
        if unit.sort == units.WORD:
            tenses = _tenses(unit.low, words)
            for tense in wanted:
                if tense in tenses:
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


def _denied_behind(row: list[Unit], group: VerbGroup, words: Vocabulary) -> bool:
    """Whether a negation stands behind the finite verb, over its subject and adverbs: "deltager Danmark ikke"."""
    for at in range(group.first + 1, min(len(row), group.last + _MOST_BETWEEN)):
        unit = row[at]
        if unit.low in words.sets["negations"] and unit.sort == units.WORD:
            return unit.low not in words.sets["prepositions"] and _denies(row, at, words)
        if group.first < at < group.last or unit.low in words.sets["adverbs"] or unit.sort == units.TIME:
            continue
        if not _is_subject(unit, words):
            return False
    return False


def _complete(row: list[Unit], first: int, start: int, tense: str, words: Vocabulary) -> VerbGroup | None:
    """A modal with its infinitive, active or passive."""
    found = _find_verb(row, start, ("infinitive", "passive"), words)
    if found is None:
        return None
    at, lemma, negated = found
    low = row[at].low
    if low in words.sets["be.infinitive"] or low in words.sets.get("become.infinitive", frozenset()):
        inner = _find_verb(row, at + 1, ("participle",), words, 3)
        if inner is not None:
            return VerbGroup(first, inner[0] + 1, inner[1], tense, True, negated, inner[0])
    if low in words.sets["have.infinitive"]:
        inner = _find_verb(row, at + 1, ("participle",), words, 2)
        if inner is not None:
            return VerbGroup(first, inner[0] + 1, inner[1], tense, False, negated, inner[0])
    return VerbGroup(first, at + 1, lemma, tense, "passive" in _tenses(low, words), negated, at)


def _with_be(row: list[Unit], index: int, tense: str, words: Vocabulary) -> VerbGroup:
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
                found = _complete(row, index, at + len(parts), "future", words)
                if found is not None and found.main <= at + len(parts) + 3:
                    found.negated = found.negated or negated
                    return found
        inner = _find_verb(row, at, ("participle", "gerund"), words, 1 if not words.grammar["verb_second"] else 4)
        if inner is not None:
            form = _tenses(row[inner[0]].low, words)
            passive = "participle" in form
            if row[inner[0]].low in sets.get("become.participle", frozenset()):
                # "Der er blevet | flyttet gods": the perfect of a passive.
                done = _find_verb(row, inner[0] + 1, ("participle",), words)
                if done is not None:
                    kind = "perfect" if tense == "present" else "past"
                    return VerbGroup(index, done[0] + 1, done[1], kind, True, negated or done[2], done[0])
            # In Danish "er rykket ind" is a perfect of motion as often as a passive; the frame decides.
            return VerbGroup(index, inner[0] + 1, inner[1], tense, passive, negated or inner[2], inner[0], not passive)
    return VerbGroup(index, index + 1, lemma, tense, False, negated, index)


def _makes_passive(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a verb that makes both the future and the passive ("wird") has a participle behind it."""
    if row[index].low not in words.sets.get("become.present", frozenset()):
        return False
    found = _find_verb(row, index + 1, ("participle", "infinitive"), words)
    return found is not None and "participle" in _tenses(row[found[0]].low, words)


def _with_become(row: list[Unit], index: int, tense: str, words: Vocabulary) -> VerbGroup:
    inner = _find_verb(row, index + 1, ("participle",), words)
    lemma = next((f.lemma for f in words.verbs.get(row[index].low, ())), row[index].low)
    if tense == "present" and words.grammar["become_ahead"]:
        tense = "future"
    if inner is None:
        return VerbGroup(index, index + 1, lemma, tense, False, False, index)
    return VerbGroup(index, inner[0] + 1, inner[1], tense, True, inner[2], inner[0])


# --- subjects and arguments -------------------------------------------------------------------


def _is_subject(unit: Unit, words: Vocabulary) -> bool:
    if unit.sort in NOUNS:
        return not (unit.sort == units.ACTOR and unit.detail == "adjective")
    sets = words.sets
    return unit.sort == units.WORD and (
        unit.low in sets["pronouns_thing"]
        or unit.low in sets["pronouns_things"]
        or unit.low in sets["pronouns_person"]
        or unit.low in sets["pronouns_first"]
    )


def _clause(row: list[Unit], group: VerbGroup, floor: int, previous: Clause | None, words: Vocabulary) -> Clause:
    sets = words.sets
    at = group.first - 1
    while (
        at >= floor
        and row[at].sort in (units.WORD, units.TIME)
        and (row[at].low in sets["adverbs"] or row[at].sort == units.TIME)
    ):
        at -= 1
    clause = Clause(group, [], start=row[group.first].start, verb_start=row[group.first].start)
    clause.start = row[min(at + 1, group.first)].start
    if at < floor:
        if previous is not None:
            clause.subjects, clause.inherited = previous.subjects, True
        elif words.grammar["verb_second"]:
            _subject_behind(row, clause, words)
        return clause
    marker = row[at]
    if previous is not None and _goes_on_behind(previous, group, row[floor : at + 1], words):
        clause.subjects, clause.inherited = previous.subjects, True
        return clause
    if at == 0 and not group.passive and marker.low in sets["expletives"] and words.grammar["verb_second"]:
        _subject_behind(row, clause, words)  # "Der | indgår | 180 soldater i KFOR"
        if clause.subjects:
            return clause
    if marker.low in sets["relatives"] and marker.sort == units.WORD:
        clause.relative = True
        antecedent = _last_noun(row, at - 1, 0, words)
        if antecedent is not None:
            clause.subjects = [antecedent]
            return clause
    if group.tense == "participle" and group.passive:
        described = _last_noun(row, at, 0, words)
        if described is not None:
            clause.subjects, clause.relative = [described], True
            return clause
    if group.tense in ("infinitive", "gerund") and previous is not None:
        clause.subjects, clause.inherited = previous.subjects, True
        return clause
    if (marker.low in sets["conjunctions_and"] or marker.text == ",") and previous is not None:
        clause.subjects, clause.inherited = previous.subjects, True
        return clause
    begin = at
    while begin >= floor and not _breaks(row[begin], words):
        begin -= 1
    if marker.text in (",", ")") and previous is None:
        begin = floor - 1
    stretch = [row[k] for k in range(begin + 1, at + 1)]
    subject = _first_noun(stretch, words)
    if subject is None and words.grammar["verb_second"] and not clause.relative:
        _subject_behind(row, clause, words)
        if clause.subjects:
            clause.start = row[begin + 1].start if begin + 1 < len(row) else clause.start
            return clause
    if subject is None and previous is None:
        subject = _first_noun(row[: at + 1], words)
    if subject is None:
        if previous is not None:
            clause.subjects, clause.inherited = previous.subjects, True
        return clause
    clause.start = subject.start
    clause.subjects = [*_listed_before(row, subject, words), subject]
    clause.start = clause.subjects[0].start
    return clause


def _goes_on_behind(relative: Clause, group: VerbGroup, between: list[Unit], words: Vocabulary) -> bool:
    """Whether a verb goes on with the clause around a relative one: "the soldiers who lead the mission | are there"."""
    finite = not {relative.group.tense, group.tense} & {"infinitive", "gerund", "participle"}
    told = relative.relative and not relative.group.passive and bool(relative.subjects)
    return finite and told and bool(between) and not any(_breaks(unit, words) for unit in between)


def _subject_behind(row: list[Unit], clause: Clause, words: Vocabulary) -> None:
    """Where the verb comes second and something else first, the subject follows the finite verb."""
    for at in range(clause.group.first + 1, min(len(row), clause.group.first + 6)):
        unit = row[at]
        if _is_subject(unit, words):
            clause.subjects = [unit]
            joined = at + 2 < len(row) and row[at + 1].low in words.sets["conjunctions_and"]
            if joined and row[at + 2].sort == unit.sort == units.ACTOR and row[at + 2].detail == unit.detail:
                clause.subjects.append(row[at + 2])  # "teil nehmen auch Polen und | Griechenland"
            return
        if unit.sort == units.SIGN or (unit.sort == units.WORD and unit.low in words.sets["prepositions"]):
            return


def _breaks(unit: Unit, words: Vocabulary) -> bool:
    return (unit.sort == units.SIGN and unit.text in ',;:—–"“”«»') or (
        unit.sort == units.WORD
        and (
            unit.low in words.sets["conjunctions_and"]
            or unit.low in words.sets["conjunctions_subordinate"]
            or unit.low in words.sets["relatives"]
        )
    )


def _first_noun(stretch: list[Unit], words: Vocabulary) -> Unit | None:
    governed = False
    for number, unit in enumerate(stretch):
        if _is_subject(unit, words) and not _is_article(stretch, number, words):
            before = stretch[number - 1] if number else None
            if number > 1 and before is not None and before.low in words.sets["definite"]:
                before = stretch[number - 2]  # "an der | Operation"
            if [u.sort for u in stretch[number + 1 : number + 3]] == [units.TITLE, units.PERSON]:
                continue  # "10 Corps Commander | Lieutenant General X": the person acts
            joined = before is not None and before.low in words.sets["conjunctions_and"]
            if before is not None and before.sort == units.WORD and before.low in words.sets["prepositions"]:
                governed = True
                continue
            if governed and joined:
                continue  # "as observers and | staff officers fourteen soldiers serve"
            return unit
    # "The core of the contingent is …": the noun that hangs on "of".
    for number, unit in enumerate(stretch):
        before = stretch[number - 1] if number else None
        if number > 1 and before is not None and before.low in words.sets["definite"]:
            before = stretch[number - 2]
        hangs = before is not None and before.low in words.sets["of"]
        if hangs and _is_subject(unit, words) and not _is_article(stretch, number, words):
            return unit
    # "Its job is to …": the owner of the job is the subject.
    return next((u for u in stretch if u.sort == units.WORD and u.low in words.sets["possessive_third"]), None)


def _is_article(stretch: list[Unit], number: int, words: Vocabulary) -> bool:
    """Whether a word that could be a pronoun belongs to a noun behind it: "den | mindskede pirataktivitet"."""
    unit = stretch[number]
    if unit.sort != units.WORD or unit.low not in words.sets["definite"] or number + 1 >= len(stretch):
        return False
    return stretch[number + 1].sort == units.WORD and not _closed(stretch[number + 1], words)


def _last_noun(row: list[Unit], at: int, floor: int, words: Vocabulary) -> Unit | None:
    while at >= floor:
        unit = row[at]
        if _is_subject(unit, words) and unit.sort != units.ACTOR:
            # "operators from the Air Force who …": the phrase that the preposition hangs on.
            near = at - 1
            while near > floor and row[near].low in words.sets["definite"]:
                near -= 1
            if (
                near > floor
                and row[near].low in words.sets["from"] | words.sets["of"]
                and row[near - 1].sort in NOUNS - {units.ACTOR}
            ):
                return row[near - 1]
            return unit
        if unit.sort == units.SIGN and unit.text in ";:":
            return None
        at -= 1
    return None


def _listed_before(row: list[Unit], subject: Unit, words: Vocabulary) -> list[Unit]:
    """The members of an enumeration that ends with ``subject``: "Uganda, Burundi and | Kenya"."""
    at = next(k for k, unit in enumerate(row) if unit is subject) - 1
    found: list[Unit] = []
    articles = words.sets["definite"] | words.sets["indefinite"]
    while at >= 1 and row[at].low in articles:
        at -= 1
    if at < 1 or row[at].low not in words.sets["conjunctions_and"]:
        return found  # "In Latvia, Canada leads": a comma alone joins nothing
    while at >= 1 and (row[at].text == "," or row[at].low in words.sets["conjunctions_and"]):
        member = row[at - 1]
        if member.text == "," and at >= 2:
            at -= 1
            continue
        if member.sort != subject.sort or (member.sort == units.ACTOR and member.detail == "adjective"):
            break
        found.insert(0, member)
        at -= 2
        while at >= 1 and row[at].low in articles:
            at -= 1
    return found


def _arguments(row: list[Unit], clause: Clause, following: Clause | None, words: Vocabulary) -> None:
    group = clause.group
    stop = len(row)
    if following is not None:
        stop = following.group.first
        owned = (
            {id(unit) for unit in following.subjects} if not following.inherited and not following.relative else set()
        )
        for at in range(group.last, following.group.first):
            if id(row[at]) in owned and following.subjects[0].start >= row[group.last - 1].end:
                stop = at
                break
        if stop - 2 >= group.last and row[stop - 1].sort == units.TIME and _breaks(row[stop - 2], words):
            stop -= 1  # "…; on Friday | it repaired the bridge": the time is the next clause's
        while stop > group.last and _breaks(row[stop - 1], words):
            stop -= 1
    preposition, pending = "", ""
    for at in range(group.last, stop):
        unit = row[at]
        if unit.sort == units.WORD:
            if unit.low in words.sets["prepositions"]:
                preposition = (
                    f"{pending} {unit.low}".strip()
                    if pending and pending != unit.low and row[at - 1].low == pending
                    else unit.low
                )
                pending = unit.low
            elif (
                unit.low not in words.sets["conjunctions_and"]
                and unit.low not in words.sets["adverbs"]
                and unit.low not in words.sets["definite"]
                and unit.low not in words.sets["indefinite"]
            ):
                if _is_subject(unit, words):
                    clause.arguments.append((preposition, unit))
                preposition = ""
            continue
        if unit.sort == units.SIGN:
            if unit.text == ";":
                stop = at
                break
            if unit.text not in (",", "(", ")", "-") and unit.text not in words.grammar["genitive"]:
                preposition = ""
            continue
        if unit.sort == units.TIME:
            continue
        if not any(unit is subject for subject in clause.subjects):
            clause.arguments.append((preposition, unit))
    floor = next((k for k, unit in enumerate(row) if unit.start >= clause.start), group.first)
    fronted = 0 if not clause.inherited else floor
    for at in range(fronted, group.first):
        unit = row[at]
        spoken = any(unit is subject for subject in clause.subjects)
        if (unit.sort in NOUNS or unit.sort == units.PLACE) and not spoken:
            before = row[at - 1].low if at else ""
            clause.before.append((before if before in words.sets["prepositions"] else "", unit))
    last = row[stop - 1] if stop > group.last else row[group.last - 1]
    clause.end = max(last.end, row[group.last - 1].end)
    if last.sort == units.SIGN and last.text in ".,;:!?" and stop - 2 >= group.last:
        clause.end = row[stop - 2].end
    clause.last = stop
    if words.grammar["verb_bracket"]:
        # The parts of the verb were brought together; in the text they stand around what they govern.
        parted = row[group.first : stop]
        clause.start = min(clause.start, *(unit.start for unit in parted))
        clause.end = max(clause.end, *(unit.end for unit in parted if unit.sort != units.SIGN))
    # "Will join for six weeks | to train divers": a time before a purpose is the leading clause's.
    own = group.first if group.tense in ("infinitive", "gerund") else floor
    if own == floor and floor > 1 and row[floor - 1].sort == units.TIME and _breaks(row[floor - 2], words):
        own -= 1
    clause.times = [row[k].value for k in range(own, stop) if row[k].sort == units.TIME and not _is_of_an_act(row, k)]


def _is_of_an_act(row: list[Unit], at: int) -> bool:
    """Whether a year is part of the number of a resolution: "resolution 2009 (2011)"."""
    return at > 1 and row[at - 1].text == "(" and row[at - 2].text.isdigit()


def _date(row: list[Unit], clauses: list[Clause]) -> None:
    """Give a time at the head of the sentence to the clauses that it holds for.

    It is one of the first clause's times, and that of each later statement with none of its own; a purpose ("to train
    divers") and what is said in passing behind a relative pronoun have none but their own.
    """
    leading = next((c for c in clauses if not c.relative and c.group.tense not in ("infinitive", "gerund")), None)
    if leading is None:
        return
    head = row[: leading.group.first]
    opening = min([leading.verb_start, *(subject.start for subject in leading.subjects)])
    spoken = [c for c in clauses if c is not leading and c.start < opening]
    fronted = [
        u.value
        for u in head
        if u.sort == units.TIME and u.start < opening and not any(c.start <= u.start < c.end for c in spoken)
    ]
    leading.times = fronted + [time for time in leading.times if time not in fronted]
    for clause in clauses:
        stated = not clause.relative and clause.group.tense not in ("infinitive", "gerund", "participle")
        # "In November they left for Naqoura, where they took over …": told in one breath.
        told = clause.start > leading.start and clause.group.tense == leading.group.tense == "past"
        if clause is not leading and not clause.times and (stated or told):
            clause.times = fronted


def _by_object(clause: Clause, frame: Frame | None, words: Vocabulary) -> Frame | None:
    """The frame of a verb that both sends and goes ("deploy"): it sends where an object follows, else it goes."""
    if frame is None or frame.words or clause.group.passive:
        return frame
    others = {each.sort: each for each in words.frames_of(clause.group.lemma, "")}
    if "contribute" not in others or "arrive" not in others:
        return frame
    sends = any(preposition == "" and unit.sort in NOUNS for preposition, unit in clause.arguments[:1])
    return others["contribute" if sends else "arrive"]


_MOST_SKIPPED = 2
_FRAME_REACH = 8
"""How many units behind the verb are looked at for the words of a frame."""


def _frame(row: list[Unit], clause: Clause, words: Vocabulary) -> Frame | None:
    """The row of the verb table that fits: the longest run of words behind the verb wins.

    A subject behind the verb is passed over: "står | Danmark | for driften".
    """
    group = clause.group
    subjects = clause.subjects if words.grammar["verb_second"] else []
    behind = [[row[group.main].low]] if group.passive else []
    inside = False
    for at in range(group.last, min(len(row), group.last + _FRAME_REACH)):
        inside = (inside or row[at].text == "(") and row[at - 1].text != ")"
        if inside:
            continue  # "gik RSM (Resolute Support) i gang"
        if row[at].sort == units.SIGN and row[at].text != "-":
            break
        if row[at].sort != units.TIME and not any(row[at] is subject for subject in subjects):
            behind.append([part for part in row[at].low.split() if part not in words.skipped])
    following = [part for parts in behind for part in parts]
    if group.passive:
        rows = [f for lemma in words.auxiliaries for f in words.frames_of(lemma, following[0])]
        fitting = [f for f in rows if list(f.words) == following[: len(f.words)]]
        if fitting:
            return max(fitting, key=lambda f: len(f.words))
        following = following[1:]
    for frame in words.frames_of(group.lemma, following[0]) if following else ():
        if list(frame.words) == following[: len(frame.words)]:
            return frame
    if not group.passive:
        loose = next(
            (
                f
                for f in words.loose_frames.get(group.lemma, ())
                if f.words[0] in following and _loosely(f.words, behind)
            ),
            None,
        )
        if loose is not None:
            return loose
    return next(iter(words.frames_of(group.lemma, "")), None)


def _loosely(wanted: tuple[str, ...], behind: list[list[str]]) -> bool:
    """Whether the wanted words come in order with at most two units between: "keep the task force supplied"."""
    at, skipped = 0, 0
    for parts in behind:
        found = False
        for word in parts:
            if word == wanted[at]:
                at, found = at + 1, True
                if at == len(wanted):
                    return True
        if parts and not found:
            skipped += 1
            if skipped > _MOST_SKIPPED:
                return False
    return False
