"""What stands in a noun phrase before its head: article, number, nationality, describing words."""

from __future__ import annotations

from contingent.read import units
from contingent.read.noun_table import Head
from contingent.read.phrase import Phrase
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary
from contingent.read.word_order import DEFINITE

_MOST_MODIFIERS = 7


def stops(unit: Unit, words: Vocabulary) -> bool:
    """Whether a word can be no part of a noun phrase, such as a verb or a conjunction."""
    return unit.low in words.stopping


def head_at(tokens: list[Unit], index: int, words: Vocabulary) -> tuple[Head | None, int]:
    """The noun of one to three words that begins at ``index``, and how many words it has."""
    token = tokens[index]
    if token.sort != units.WORD:
        return None, 0
    for length in (3, 2) if token.low in words.long_heads else ():
        if index + length <= len(tokens) and all(tokens[index + k].sort == units.WORD for k in range(length)):
            head = words.heads.get(" ".join(tokens[index + k].low for k in range(length)))
            if head:
                return head, length
    return words.head(token.low), 1


def _modifier(out: list[Unit], words: Vocabulary) -> bool:
    """Whether the last unit put out can describe the noun that follows it."""
    unit = out[-1]
    if unit.sort == units.ACTOR and unit.detail == "name" and words.grammar["capitalised_nouns"]:
        return False  # "bildet in Mali | Soldaten aus": names of states describe only as adjectives
    if unit.sort == units.ACTOR and unit.detail == "name" and words.grammar["verb_second"]:
        return not _is_verb_before(out, words)  # "In 2020 | sent Denmark the frigate": the state does it
    if unit.sort in (units.ACTOR, units.ASSET):
        return True
    if unit.sort == units.OPERATION:
        return len(unit.text) <= 12 or unit.text.isupper()
    if unit.sort != units.WORD or stops(unit, words):
        return False
    forms = words.verbs.get(unit.low)
    if forms and not (unit.text[0].isupper() and len(out) > 1):
        tenses = {form.tense for form in forms}
        if "present" in tenses and not unit.text[0].isupper():
            return False
        return "past" not in tenses or "participle" in tenses if _describes(out, words) else False
    return True


def _is_verb_before(out: list[Unit], words: Vocabulary) -> bool:
    """Whether a finite verb and then a name, not in the genitive, were put out last: "sendte Danmark"."""
    if len(out) < 2 or out[-1].low.endswith(tuple(words.grammar["genitive"])):
        return False
    return any(form.tense in ("present", "past") for form in words.verbs.get(out[-2].low, ()))


def _describes(out: list[Unit], words: Vocabulary) -> bool:
    """Whether the last unit, a verb form, stands where only an adjective can (behind an article or number)."""
    before = out[-2] if len(out) > 1 else None
    tenses = {form.tense for form in words.verbs[out[-1].low]}
    if before is None:
        return tenses != {"gerund"} and ("infinitive" not in tenses or out[-1].text[0].isupper())
    if before.sort in (units.NUMBER, units.ASSET):
        return True
    if before.sort == units.ACTOR:
        return bool(before.detail == "adjective")
    if before.sort != units.WORD:
        return before.text in (",", "(") and tenses != {"gerund"}
    low, sets = before.low, words.sets
    if low in sets["conjunctions_and"] and words.grammar["compounds"] and tenses == {"infinitive"}:
        return False  # "overvåge aftalen og | træne soldater"
    if low in words.verbs and tenses == {"gerund"}:
        return True  # "sent training teams"
    if (
        low in sets["definite"]
        or low in sets["indefinite"]
        or low in sets["possessive_first"]
        or low in sets["conjunctions_and"]
    ):
        return True
    if low in sets["prepositions"]:
        # "with training teams", but "for monitoring the zone".
        return low in sets["with"] if tenses == {"gerund"} else low not in sets["infinitive"]
    return not stops(before, words) and low not in words.verbs


def is_half_compound(first: Unit, hyphen: Unit) -> bool:
    """Whether a word is written with a hyphen for a part that only the next noun has: "guard- and escort team"."""
    return hyphen.text == "-" and hyphen.start == first.end and first.sort == units.WORD


def _is_ordinal(out: list[Unit], words: Vocabulary) -> bool:
    """Whether a number with a full stop was put out last, where that is how ordinals are written: "7. | division"."""
    return words.grammar["compounds"] and len(out) > 1 and out[-1].text == "." and out[-2].text.isdigit()


def _governs(unit: Unit, words: Vocabulary) -> bool:
    """Whether a word before a nation's name is a verb that governs the noun: "advising | Iraqi forces"."""
    tenses = {form.tense for form in words.verbs.get(unit.low, ())}
    return unit.sort == units.WORD and unit.text[0].islower() and tenses in ({"gerund"}, {"infinitive"})


def _nation_before(out: list[Unit], phrase: Phrase, words: Vocabulary) -> int:
    """How many of the last units name a nation more: "Danish and | French", "the Dutch Navy (RNLN) | frigate"."""
    last = out[-1]
    if len(out) > 3 and last.text == ")" and out[-3].text == "(" and out[-4].sort == units.ACTOR:
        return 4 if out[-4].detail == "armed forces" and not phrase.nations else 0
    joined = len(out) > 1 and (last.text == "," or last.low in words.sets["conjunctions_and"])
    if not joined or not phrase.nations or phrase.determiner:
        return 0
    count = 3 if len(out) > 2 and out[-2].text == "," and last.text != "," else 2  # "Polish, Hungarian, and | Maltese"
    return count if out[-count].sort == units.ACTOR and out[-count].detail == "adjective" else 0


def _goes_before(out: list[Unit], words: Vocabulary) -> bool:
    """Whether a name goes on before "and": "Liaison and | Observation Teams"."""
    if len(out) < 2 or out[-1].low not in words.sets["conjunctions_and"] or words.grammar["capitalised_nouns"]:
        return False
    first = out[-2]
    return first.sort == units.WORD and first.text[0].isupper() and not stops(first, words)


def collect(out: list[Unit], phrase: Phrase, start: int, words: Vocabulary, capital: bool) -> int:
    """Take the describing words before a noun off ``out``; gives where the phrase starts."""
    sets = words.sets
    phrase.name_start = start
    taken = 0
    complete = False
    while out and taken < _MOST_MODIFIERS:
        unit = out[-1]
        if unit.sort == units.NUMBER:
            exact = not unit.value.modified and not unit.value.people and unit.text[:1].isdigit()
            if unit.value.designation or (
                capital
                and exact
                and (phrase.named or phrase.head.lemma in words.named_heads)
                and not phrase.head.plural
            ):
                phrase.named = phrase.modified = True
                phrase.name_start = start = unit.start
                out.pop()
                break
            phrase.number = unit.value
            start = unit.start
            out.pop()
            if out and out[-1].low in sets["definite"] | sets["possessive_first"] | sets["possessive_third"]:
                phrase.determiner = "definite"
                start = out.pop().start
            elif len(out) > 1 and out[-1].text in words.grammar["genitive"] and out[-2].sort == units.ACTOR:
                phrase.nations.insert(0, out[-2].value)
                phrase.determiner = "definite"
                start = out[-2].start
                del out[-2:]
            break
        if not taken and words.bears_numbers(phrase.head.lemma) and _is_ordinal(out, words):
            phrase.named = phrase.modified = True
            phrase.name_start = start = out[-2].start
            del out[-2:]
            continue
        if unit.sort == units.ASSET and isinstance(unit.detail, Phrase) and phrase.head.sort == "asset":
            # "zwei Kampfpanzer | Leopard 2": a type and its model are one phrase, with what stands before the type.
            phrase.number, phrase.determiner = unit.detail.number, unit.detail.determiner
            phrase.nations, phrase.name_start, phrase.modified = unit.detail.nations, unit.detail.name_start, True
            start = out.pop().start
            break
        if capital and taken and unit.text[:1].islower() and unit.low in words.verbs:
            break  # "Gravely departed | Naval Station Norfolk": no verb stands inside a name
        if _modifier(out, words) and not (phrase.nations and _governs(unit, words)):
            if unit.sort == units.ACTOR:
                phrase.nations.insert(0, unit.value)
                if capital and unit.detail != "adjective":
                    phrase.name_start = unit.start
                elif unit.detail == "armed forces" and phrase.head.sort == "unit" and not phrase.modified:
                    # "a | Royal Navy team" is named by its service
                    phrase.name_start, phrase.modified = unit.start, True
            else:
                proper = capital and unit.text[0].isupper() and len(out) > 1
                empty = unit.low in sets["evaluative.words"] or unit.low in sets["partitives"]
                # "The Polish Military Contingent" is a contribution whatever its letters.
                naming = (proper and phrase.head.sort != "contribution") or not empty
                phrase.modified = phrase.modified or naming
                owned = unit.sort == units.OPERATION and capital and phrase.modified and phrase.head.sort == "unit"
                complete = complete or owned  # "KFOR | Regional Command East": whose it is, and no part of its name
                if unit.sort == units.OPERATION and phrase.head.sort == "asset":
                    naming = False  # "the EU NAVFOR warship" is a warship
                elif not complete and naming:
                    phrase.name_start = unit.start
                if unit.text[0].isupper() and capital:
                    phrase.named = phrase.named or len(out) > 1
                if unit.sort == units.OPERATION:
                    phrase.operation = unit.value
            start = unit.start
            out.pop()
            taken += 1
            continue
        if (
            unit.sort == units.SIGN
            and unit.text in words.grammar["genitive"]
            and len(out) > 1
            and out[-2].sort in (units.ACTOR, units.OPERATION, units.ANAPHOR)
        ):
            owner = out[-2]
            if owner.sort == units.ACTOR:
                phrase.nations.insert(0, owner.value)
            elif owner.sort == units.OPERATION:
                phrase.operation = owner.value
            phrase.determiner = phrase.determiner or "definite"
            start = owner.start
            del out[-2:]
            continue
        if unit.text in "-/–" and phrase.nations and len(out) > 1 and out[-2].sort == units.ACTOR:
            out.pop()  # "Irish-Finnish"
            continue
        before = _nation_before(out, phrase, words)
        if before:
            phrase.nations.insert(0, out[-before].value)
            start = out[-before].start
            del out[-before:]
            continue
        if capital and taken and _goes_before(out, words):
            phrase.name_start = start = out[-2].start
            del out[-2:]
            continue
        if len(out) >= 3 and unit.low in sets["conjunctions_and"] and (taken or is_half_compound(out[-3], out[-2])):
            if out[-2].text == "-" and out[-3].sort == units.WORD:
                phrase.name_start = start = out[-3].start
                phrase.modified = True
                del out[-3:]
                taken += 1
                continue
            joined = out[-2].sort == units.WORD and not stops(out[-2], words)
            if joined and (
                out[-3].low in sets["indefinite"]
                or out[-3].low in sets["definite"]
                or (out[-3].sort == units.ACTOR and out[-3].detail == "adjective")
            ):
                phrase.name_start = start = out[-2].start
                phrase.modified = True
                del out[-2:]
                continue
        low = unit.low
        if unit.sort == units.WORD and low in sets["possessive_first"]:
            phrase.determiner = "first person"
        elif unit.sort == units.WORD and low in sets["possessive_third"]:
            phrase.determiner = "third person"
        elif unit.sort == units.WORD and low in sets["definite"]:
            phrase.determiner = "definite"
        elif unit.sort == units.WORD and low in sets["indefinite"]:
            phrase.determiner = "indefinite"
        else:
            if low in sets["fused"] or unit.detail == DEFINITE:
                phrase.determiner = phrase.determiner or "definite"
            break
        start = out.pop().start
        break
    return start
