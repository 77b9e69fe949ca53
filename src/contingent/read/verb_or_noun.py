"""Whether a word that could be a verb is one where it stands, or a noun, an adjective, a participle."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import NOUNS, VerbGroup
from contingent.read.clause_words import breaks, is_closed, tenses_of
from contingent.read.phrase import Phrase
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary


def ends_name(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether a name stands before a verb, over a time: "the Summit | extended", "the Council in June | renewed".

    Behind other verbs it must follow a comma that ends what they say: "Noting that …, the Council in June | renewed".
    """
    at = index - 1
    while at > 0 and (row[at].sort == units.TIME or row[at].low in words.sets["adverbs"]):
        at -= 1
    if groups:
        return at < index - 1 and row[at].sort in NOUNS and _follows_comma(row, at, groups[-1].last, words)
    if row[at].sort in NOUNS:
        return True
    return at > 0 and row[at].sort == units.WORD and row[at].text[:1].isupper() and row[0] is not row[at]


def _follows_comma(row: list[Unit], at: int, floor: int, words: Vocabulary) -> bool:
    """Whether only an article stands between a unit and the comma before it."""
    at -= 1
    while at > floor and row[at].low in words.sets["definite"]:
        at -= 1
    return at >= floor and row[at].text == ","


def takes_object(row: list[Unit], index: int, tenses: dict[str, str], words: Vocabulary, before: Unit) -> bool:
    """Whether a form that may be a participle governs what follows, and so is a past: "the ministry | approved the …".

    A participle that describes the noun before it has its object before it: "the troops | deployed in the north".
    """
    if words.grammar["verb_second"] or not {"past", "participle"} <= tenses.keys() or index + 1 >= len(row):
        return False
    if before.sort != units.WORD or is_closed(before, words) or before.low in words.verbs:
        return False
    following, sets = row[index + 1], words.sets
    determiners = sets["definite"] | sets["indefinite"] | sets["possessive_third"]
    decides = any(frame.sort == "mandate" for frame in words.frames_of(tenses["past"], ""))
    governs = decides and following.low in sets["infinitive"] | {'"', "“"}
    return governs or following.low in determiners


def is_unknown_participle(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a word that no table knows is the participle of a "have" before it: "has | lauded the battle group"."""
    if index + 1 >= len(row) or row[index].sort != units.WORD or not row[index].text.isalpha():
        return False
    word, following = row[index], row[index + 1]
    unknown = word.text.islower() and not is_closed(word, words) and words.head(word.low) is None
    determiners = words.sets["definite"] | words.sets["indefinite"] | words.sets["possessive_third"]
    return unknown and word.low not in words.verbs and following.low in determiners


def has_words_behind(row: list[Unit], index: int, tenses: dict[str, str], words: Vocabulary) -> bool:
    """Whether a form that is mostly another word has the words of a frame behind it: "så dagens lys"."""
    behind = row[index + 1].low if index + 1 < len(row) else ""
    return any(frame.words for lemma in tenses.values() for frame in words.frames_of(lemma, behind))


def says_next(row: list[Unit], index: int, tenses: dict[str, str], words: Vocabulary) -> bool:
    """Whether a verb of speaking follows at once on a form in the present, which then is its subject."""
    following = row[index + 1] if index + 1 < len(row) else None
    if "present" not in tenses or following is None or following.sort != units.WORD:
        return False
    forms = words.verbs.get(following.low, ())
    return any(f.tense == "past" and any(x.sort == "say" for x in words.frames_of(f.lemma, "")) for f in forms)


def heads_subject(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether the first word of a sentence, with what a preposition hangs on it, is the subject of a verb behind."""
    if words.grammar["verb_second"] or index + 2 >= len(row) or row[index + 1].low not in words.sets["prepositions"]:
        return False
    for unit in row[index + 2 :]:
        if breaks(unit, words):
            return False
        if unit.sort == units.WORD and _is_finite(unit.low, words):
            return True
    return False


def closes_apposition(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether the comma before a verb ends what describes its subject: "the division, led by X, | arrested …"."""
    if not groups:
        opened = any(unit.text == "," for unit in row[: index - 1])
        named = row[index - 2].sort == units.PERSON  # "Denmark's only officer, Major X, | goes home"
        return opened and (not named or (words.grammar["verb_second"] and row[index - 3].text == ","))
    at = groups[0].first - 1
    while at > 0 and row[at].sort == units.WORD and row[at].low in words.sets["adverbs"]:
        at -= 1
    if at > 1 and row[at].sort in NOUNS and row[at - 1].text == ",":
        at -= 1  # "the battle group, a unit led by X, | carried out …"
    described = groups[0].tense == "participle" and at > 0 and row[at].text == ","
    return len(groups) == 1 and described


def is_counted_noun(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether a word that could be a verb is none where the verb comes second: "tre | møder", "behandle | sårede"."""
    if row[index - 1].sort == units.NUMBER:
        return True
    if not groups or groups[-1].last > index:
        return False
    between = row[groups[-1].last : index]
    return groups[-1].tense in ("infinitive", "future") and not any(breaks(unit, words) for unit in between)


def is_noun_of_many(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether "of" makes a noun of a word that no verb with "of" could be: "smaller | numbers of soldiers"."""
    if index + 1 >= len(row) or row[index + 1].low not in words.sets["of"] or row[index - 1].sort != units.WORD:
        return False
    lemmas = {form.lemma for form in words.verbs.get(row[index].low, ())}
    return not any(words.frames_of(lemma, row[index + 1].low) for lemma in lemmas)


def is_second_adjective(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a word joined to another behind an article describes the same noun: "a safe and | secure environment"."""
    return (
        index >= 3
        and "present" not in tenses_of(row[index].low, words)  # "the camp and | clears mines" goes on with a verb
        and row[index - 1].low in words.sets["conjunctions_and"]
        and row[index - 2].sort == units.WORD
        and not is_closed(row[index - 2], words)
        and row[index - 3].low in words.sets["definite"] | words.sets["indefinite"]
        and index + 1 < len(row)
        and (
            row[index + 1].sort in NOUNS or (row[index + 1].sort == units.WORD and not is_closed(row[index + 1], words))
        )
    )


def is_noun_of_object(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether a word that could be a verb is a noun of what the verb before it governs.

    "Moves troops and | supplies around the north", "guards the relief | stores": nothing that could open a clause
    stands between, or a bare noun joined to it, and no object follows.
    """
    if not groups or groups[-1].passive or "gerund" in tenses_of(row[index].low, words):
        return False
    if closes_gerund(row, index, groups):
        return False
    between = row[groups[-1].last : index]
    marks = [unit for unit in between if breaks(unit, words)]
    if "past" in tenses_of(row[index].low, words):
        # "keeps the contingent | supplied."
        closes = index + 1 == len(row) or row[index + 1].text in ".,;"
        return closes and not marks and bool(between) and groups[-1].tense in ("present", "past")
    if _is_governed_noun(row, index, words):
        return True
    if not marks:
        helps = any(frame.sort == "aim" for frame in words.frames_of(groups[-1].lemma, ""))
        return all(unit.sort == units.WORD for unit in between) and not (helps and not between)
    following = row[index + 1] if index + 1 < len(row) else None
    governs = following is None or following.sort in (units.SIGN, units.TIME) or is_closed(following, words)
    opening = words.sets["definite"] | words.sets["indefinite"] | words.sets["particles"]
    if following is not None and following.low in opening:
        governs = False  # "and | clears the road", "and | carries out patrols"
    plain = [u for u in between if not breaks(u, words) and u.low not in words.sets["adverbs"]]
    last = between[-1].low in words.sets["conjunctions_and"] or between[-1].text == ","
    return (
        governs
        and last
        and bool(plain)
        and all(u.sort in NOUNS or not is_closed(u, words) for u in plain)
        and not any(
            u.sort in (units.TIME, units.PLACE, units.OPERATION) or getattr(u.detail, "determiner", None) for u in plain
        )
    )


def _is_governed_noun(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a plural noun closes a phrase behind a preposition: "including seven multinational | exercises"."""
    if "present" not in tenses_of(row[index].low, words):
        return False
    at = index - 1
    while at > 0 and (row[at].sort == units.NUMBER or (row[at].sort == units.WORD and not is_closed(row[at], words))):
        at -= 1
    return (
        at < index - 1
        and row[at].sort == units.WORD
        and row[at].low in words.sets["prepositions"] - words.sets["infinitive"]
    )


def goes_along(row: list[Unit], index: int, previous: VerbGroup, words: Vocabulary) -> bool:
    """Whether a gerund behind a comma tells what goes along with a deed: "joined in May, | replacing the frigate".

    Its object follows with a determiner or a name; in a list of nouns ("advice, training and support") none does.
    """
    if previous.tense not in ("present", "past", "perfect", "future") or index + 1 >= len(row):
        return False
    if row[index].low in words.sets["prepositions"]:
        return False  # "including 88 officers"
    following = row[index + 1]
    determiners = words.sets["definite"] | words.sets["indefinite"] | words.sets["possessive_third"]
    determined = isinstance(following.detail, Phrase) and following.detail.determiner is not None
    counted = isinstance(following.detail, Phrase) and following.detail.number is not None
    return following.low in determiners or determined or counted or following.sort == units.OPERATION


def says_of_what(row: list[Unit], index: int, tenses: dict[str, str], words: Vocabulary) -> bool:
    """Whether a gerund between commas says what a thing consists of: "the company, | numbering 41, is …"."""
    if "gerund" not in tenses or index < 2 or row[index].low in words.sets["prepositions"]:
        return False
    following = row[index + 1 : index + 2]
    if following and following[0].low in words.sets["prepositions"]:
        following = row[index + 2 : index + 3]
    counted = bool(following) and isinstance(following[0].detail, Phrase) and following[0].detail.number is not None
    told_of = row[index - 1].text == "," and (row[index - 2].sort in NOUNS or row[index - 2].text == ")")
    made_of = any(frame.sort == "consist" for frame in words.frames.get(tenses["gerund"], ()))
    return counted and told_of and made_of


def closes_gerund(row: list[Unit], index: int, groups: list[VerbGroup]) -> bool:
    """Whether a word stands behind what a gerund between commas says: "the battalion, numbering 340, | operates"."""
    alone = len(groups) == 1 and groups[0].tense == "gerund" and groups[0].first > 1
    return alone and row[index - 1].text == row[groups[0].first - 1].text == ","


def is_had(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether a participle says what somebody has done with what stands before it: "has 70 soldiers | stationed"."""
    if not groups or groups[-1].passive or groups[-1].lemma not in words.sets["have.infinitive"]:
        return False
    between = row[groups[-1].last : index]
    return bool(between) and between[-1].sort in NOUNS and not any(breaks(unit, words) for unit in between)


def is_reduced(row: list[Unit], index: int, words: Vocabulary, groups: list[VerbGroup]) -> bool:
    """Whether a participle behind a noun describes it: "a coalition led by X", "a company, equipped with Y, …"."""
    following = row[index + 1] if index + 1 < len(row) else None
    if following is None or following.low not in words.sets["prepositions"]:
        return False
    if row[index - 1].sort == units.WORD and row[index - 1].low in words.sets["relatives"]:
        return False  # "which | made up the first element, went home"
    if following.low in words.sets["by"] or any(g.tense not in ("infinitive", "gerund", "participle") for g in groups):
        return True
    if any(g.tense == "participle" for g in groups) and _has_verb_behind_comma(row, index, words):
        return True  # "the unit, led by Italy, | based in Peja, carried out …"
    return any(unit.sort == units.WORD and _is_finite(unit.low, words) for unit in row[index + 2 :])


def _has_verb_behind_comma(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a form that may be in the past stands right behind a comma later in the sentence."""
    return any(
        row[at].text == "," and "past" in tenses_of(row[at + 1].low, words) for at in range(index + 1, len(row) - 1)
    )


def _is_finite(low: str, words: Vocabulary) -> bool:
    """Whether a word can only be the verb of a clause: "is", "has", "flew", "patrols", but not "based"."""
    sets, tenses = words.sets, tenses_of(low, words)
    if any(low in sets[name] for name in ("be.present", "be.past", "have.present", "have.past", "modals.future")):
        return True
    return "present" in tenses or ("past" in tenses and "participle" not in tenses)


def begins_with_several(row: list[Unit], index: int) -> bool:
    """Whether the first noun before a verb is of several: "Soldiers from the Army, beside the police, | monitor …"."""
    first = next((unit for unit in row[:index] if unit.sort in NOUNS), None)
    return first is not None and (
        first.sort == units.PERSONS or bool(getattr(first.detail, "head", None) and first.detail.head.plural)
    )


def is_body_of_many(row: list[Unit], index: int) -> bool:
    """Whether armed forces stand before a verb, perhaps with their abbreviation: "the Defence Forces (DF) | send"."""
    at = index - 1
    while at > 0 and row[at].sort == units.WORD:
        at -= 1
    if row[at].text == ")" and at > 2 and row[at - 2].text == "(":
        at -= 3
    return row[at].sort == units.ACTOR and " " in row[at].text and row[at].detail == "armed forces"


def is_one_of_several(row: list[Unit], index: int, words: Vocabulary) -> bool:
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
