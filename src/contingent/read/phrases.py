"""Noun phrases: units of a force, groups of people, counted persons, equipment, places, anaphors.

A phrase is a ``Unit`` whose ``detail`` is a ``Phrase``: what stands in it beside its head.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from contingent import catalogue
from contingent.document import BlockKind
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.categories import part_categories, part_listed_categories
from contingent.read.equipment_phrases import equipment_phrase, prefixed_ship, ship_by_nation, speaks_of_ships
from contingent.read.named_actors import is_state
from contingent.read.noun_table import Head
from contingent.read.phrase import Phrase
from contingent.read.phrase_parts import collect, head_at, is_half_compound, stops
from contingent.read.place_phrases import join_places
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Vocabulary
from contingent.read.word_parts import without_genitive

_BE = ("be.present", "be.past", "be.infinitive")
_BECOME = ("become.present", "become.past", "become.infinitive")
_NAME_REACH = 4
"""How many words behind equipment the noun of the unit may stand whose name it opens."""
_HAVE_REACH = 4
"""How many units may stand between "have" and its participle."""


def find_phrases(annotated: Annotated) -> None:
    """Put the noun phrases of every sentence together, in place."""
    naval = speaks_of_ships(annotated.equipment.values())
    actors = (unit for sentence in annotated.sentences for unit in sentence.units if unit.sort == units.ACTOR)
    mentioned = frozenset(str(unit.value) for unit in actors)
    for sentence in annotated.sentences:
        annotated.check_time()
        sentence.units = join_places(_phrases(sentence, annotated, naval, mentioned), annotated)
        part_categories(sentence.units, annotated.words)
    _name_described(annotated)
    part_listed_categories(annotated.sentences, annotated.document.blocks, annotated.words)


def _phrases(sentence: Sentence, annotated: Annotated, naval: bool, mentioned: frozenset[str]) -> list[Unit]:
    words, text = annotated.words, annotated.document.text
    tokens = _join_leaders(without_genitive(sentence.units, words), text, words)
    heading = annotated.document.blocks[sentence.block].kind is BlockKind.HEADING
    out: list[Unit] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        alias = annotated.aliases.get(token.text) if token.sort == units.WORD else None
        if alias is not None:
            out.append(
                Unit(
                    token.start,
                    token.end,
                    token.text,
                    units.UNIT,
                    None,
                    replace(alias, nations=[], number=None, determiner="definite"),
                )
            )
            index += 1
            continue
        if token.text in words.ship_prefixes and index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper():
            index = prefixed_ship(out, tokens, index, text, words, mentioned)
            continue
        if token.sort == units.ASSET and _opens_name(tokens, index, words):
            out.append(token)
            index += 1
            continue
        if token.sort == units.ASSET:
            index = equipment_phrase(out, tokens, index, text, words)
            continue
        if token.sort == units.ACTOR and token.detail == "people" and not _describes_next(tokens, index, words):
            _people_of(out, token, text, words)
            index += 1
            continue
        head, length = head_at(tokens, index, words)
        if head is not None and head.sort == "persons" and _describes_head(tokens, index, words):
            head = None  # "den fredsbevarende | styrke", "udsendte | soldater"
        if head is not None and index + 2 < len(tokens) and is_half_compound(token, tokens[index + 1]):
            head = None if tokens[index + 2].low in words.sets["conjunctions_and"] else head
        lone = head is not None and head.lemma in words.sets["commands"] and not _is_proper(tokens, index, out)
        if head is None and naval and (behind := ship_by_nation(out, tokens, index, text, words)) > index:
            index = behind
            continue
        if head is None or lone or (head.sort != "countries" and _goes_on(tokens, index + length, words)):
            out.append(token)
            index += 1
            continue
        if _is_verb_here(out, token, head, words):
            out.append(token)
            index += 1
            continue
        index = _noun_phrase(out, tokens, index, length, head, text, words, heading)
        made = out[-1]
        if made.sort == units.UNIT and made.detail.abbreviation:
            annotated.aliases.setdefault(made.detail.abbreviation, made.detail)
    _take_names(out, words)
    _inside_operations(out, words)
    _from_nations(out, words)
    return out


def _join_leaders(tokens: list[Unit], text: str, words: Vocabulary) -> list[Unit]:
    """A nation and "led" before a noun as one word that describes it: "en | britisk ledet | kampgruppe"."""
    if not any(token.low in words.led for token in tokens):
        return tokens
    joined: list[Unit] = []
    for number, token in enumerate(tokens):
        before, following = joined[-1] if joined else None, tokens[number + 1 : number + 2]
        nation = before is not None and before.sort == units.ACTOR and before.detail == "adjective"
        leads = token.low in words.led and nation
        named = bool(following) and following[0].sort == units.OPERATION
        if leads and before is not None and following and (named or words.head(following[0].low) is not None):
            joined[-1] = Unit(before.start, token.end, text[before.start : token.end], units.WORD)
        else:
            joined.append(token)
    return joined


def _from_nations(row: list[Unit], words: Vocabulary) -> None:
    """Note the states that people or a unit come from: "engineers from Japan", "a hospital provided by Norway"."""
    for number, unit in enumerate(row[:-2]):
        phrase = unit.detail
        if not isinstance(phrase, Phrase) or phrase.nations or _is_taken_over(row, number, words):
            continue
        if row[number + 1].text == "," and row[number + 2].sort == units.ACTOR:
            if row[number + 2].detail == "armed forces" and unit.sort == units.UNIT:
                phrase.nations.append(row[number + 2].value)  # "116th Infantry Brigade, Virginia National Guard"
            continue
        provided = row[number + 1].low in words.sets["provided"] and row[number + 2].low in words.sets["by"]
        of_forces = row[number + 1].low in words.sets["of"] and unit.sort == units.PERSONS
        if row[number + 1].low not in words.sets["from"] and not provided and not of_forces:
            continue
        at = number + (3 if provided else 2)
        while at < len(row):
            if row[at].sort == units.ACTOR and row[at].detail == ("armed forces" if of_forces else "name"):
                phrase.nations.append(row[at].value)
            elif not (
                row[at].low in words.sets["definite"]
                or row[at].low in words.sets["conjunctions_and"]
                or row[at].text == ","
            ):
                break
            at += 1


def _is_taken_over(row: list[Unit], number: int, words: Vocabulary) -> bool:
    """Whether a unit is what somebody commands: "took command of the group | from Austria" tells whom it comes from."""
    at = number - 1
    while at > 0 and row[at].low in words.sets["definite"]:
        at -= 1
    led = words.sets["commands"] | words.sets["leadership"]
    return at > 0 and row[at].low in words.sets["of"] and row[at - 1].low.split()[-1] in led


def _opens_name(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether equipment is a word in the name of a unit: "the Serbian | Vessel Protection Detachment"."""
    if not tokens[index].text[0].isupper() or " " in tokens[index].text or words.grammar["capitalised_nouns"]:
        return False
    following = tokens[index + 1 : index + _NAME_REACH]
    for number, token in enumerate(following):
        if token.sort != units.WORD or not token.text[0].isupper():
            return False
        head = words.head(token.low)
        if head is not None and head.sort == "unit" and number:
            return True
    return False


def _describes_head(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a word for people stands right before a noun, which it then describes, in a language of compounds."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.sort != units.WORD or not words.grammar["compounds"]:
        return False
    return words.head(following.low) is not None and following.low not in words.sets["prepositions"]


def _describes_next(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a people's name is an adjective here, since a noun follows: "Swiss soldiers"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.sort == units.SIGN:
        return False
    if following.sort in (units.ASSET, units.PERSON):
        return True
    return following.sort == units.WORD and not stops(following, words) and following.low not in words.verbs


def _people_of(out: list[Unit], token: Unit, text: str, words: Vocabulary) -> None:
    """ "Some two dozen Norwegians": the people of a state, as persons who are counted or spoken of."""
    phrase = Phrase(Head(token.low, "persons", True), nations=[str(token.value)])
    start = collect(out, phrase, token.start, words, False)
    phrase.name_end = token.end
    out.append(Unit(start, token.end, text[start : token.end], units.PERSONS, None, phrase))


def _name_described(annotated: Annotated) -> None:
    """Make operations of a force that is named in brackets and of its later mentions.

    "NATO's minerydningsstyrke i Østersøen (SNMCMG1)", later "minerydningsstyrken".
    """
    forces = tuple(annotated.words.sets["forces"])
    named: dict[str, Unit] = {}
    for sentence in annotated.sentences:
        row = sentence.units
        for number, unit in enumerate(row):
            phrase = unit.detail
            if unit.sort != units.UNIT or not isinstance(phrase, Phrase) or not phrase.head.lemma.endswith(forces):
                continue
            if phrase.number is not None or any(map(is_state, phrase.nations)):
                continue
            operation = _in_brackets(row, number) or named.get(phrase.head.lemma)
            if operation is None or (phrase.determiner == "indefinite" or not (phrase.determiner or phrase.modified)):
                continue
            named[phrase.head.lemma] = operation
            row[number] = Unit(unit.start, unit.end, unit.text, units.OPERATION, operation.value, operation.detail)


def _in_brackets(row: list[Unit], number: int) -> Unit | None:
    """The operation that stands in brackets behind a noun and the places that say where it works."""
    at = number + 1
    while at < len(row) and row[at].sort in (units.WORD, units.PLACE, units.ACTOR):
        at += 1
    named = [row[at + 1]] if at + 2 < len(row) and row[at].text == "(" and row[at + 2].text == ")" else []
    return named[0] if named and named[0].sort == units.OPERATION else None


def _take_names(row: list[Unit], words: Vocabulary) -> None:
    """Make an operation of a unit that is named behind a comma: "NATO's naval group, the so-called SNMG1"."""
    for number, unit in enumerate(row):
        if unit.low not in words.sets["so_called"] or number < 2 or number + 1 >= len(row):
            continue
        named = row[number + 1]
        comma = number - 2 if row[number - 1].low in words.sets["definite"] else number - 1
        described = row[comma - 1] if comma > 0 and row[comma].text == "," else None
        if named.sort == units.OPERATION and described is not None and described.sort in (units.UNIT, units.ANAPHOR):
            row[comma - 1] = Unit(
                described.start, described.end, described.text, units.OPERATION, named.value, named.detail
            )


def _inside_operations(row: list[Unit], words: Vocabulary) -> None:
    """Note the operation that is named right behind a phrase: "the Danish contributions to the OIR"."""
    for number, unit in enumerate(row[:-2]):
        if not isinstance(unit.detail, Phrase) or unit.detail.operation:
            continue
        if row[number + 1].low not in words.sets["serving_in"] | words.sets["serving"]:
            continue
        following = [u for u in row[number + 2 : number + 4] if u.low not in words.sets["definite"]]
        if following and following[0].sort == units.OPERATION:
            unit.detail.operation = following[0].value


def _says_of_what_sort(token: Unit, head: Head, words: Vocabulary) -> bool:
    """Whether a described contribution is an element: "staff contribution", but not "deployment" or "solide bidrag"."""
    if head.lemma not in words.naming_contributions:
        return False
    return not words.grammar["compounds"] or words.heads.get(token.low) is None


def _is_side(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a dash goes on a name: "Regional Command – East", "Air Task Force-Iraq"."""
    if index + 1 >= len(tokens) or tokens[index].text not in ("-", "–"):
        return False
    side = tokens[index + 1]
    written_together = tokens[index].start == tokens[index - 1].end
    if side.text[0].isdigit():
        return written_together and side.start == tokens[index].end  # "Bureau of Special Operations-6"
    return side.text[0].isupper() and (written_together or side.low in words.sets["compass"])


def _named_behind_of(tokens: list[Unit], index: int, words: Vocabulary) -> int:
    """How many words behind an "of" go on a unit's name: "Brigade of | Gurkhas", "Bureau of | Special Operations"."""
    if tokens[index].low not in words.sets["of"] or words.grammar["compounds"]:
        return 0
    count = 0
    for token in tokens[index + 1 :]:
        if token.sort != units.WORD or not token.text[0].isupper() or stops(token, words):
            break
        count += 1
    return count


def _is_proper(tokens: list[Unit], index: int, out: list[Unit]) -> bool:
    """Whether a noun such as "command" is part of a name: "Regional Command East", not "took command"."""
    before = out[-1] if out else None
    modified = before is not None and before.sort in (units.WORD, units.ACTOR, units.OPERATION, units.UNIT)
    modified = modified and before is not None and before.text[:1].isupper()
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    goes_on = following is not None and (following.text[0].isupper() or following.text in ("-", "–", "("))
    return tokens[index].text[0].isupper() and (modified or goes_on)


def _goes_on(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether the noun before ``index`` only describes the next noun ("staff | officers", "force | headquarters")."""
    if index >= len(tokens):
        return False
    following = tokens[index]
    if following.sort == units.ASSET:
        return not following.detail.model and not words.grammar["compounds"]
    if following.sort != units.WORD:
        return False
    if words.grammar["compounds"]:
        return False
    if words.heads.get(following.low) is None:
        ahead = tokens[index + 1] if index + 1 < len(tokens) else None
        # "support company", "force protection team": one plain noun may stand between.
        return (
            ahead is not None
            and ahead.sort == units.WORD
            and ahead.low in words.heads
            and not stops(following, words)
            and following.low not in words.verbs
            and following.text[0].islower() == tokens[index - 1].text[0].islower()
        )
    tenses = {form.tense for form in words.verbs.get(following.low, ())}
    noun = words.head(tokens[index - 1].low)
    if noun is not None and noun.plural and "infinitive" in tenses:
        return False  # "troops patrol the zone"
    # "the force patrols": a plural noun that is also a verb ends the phrase; "staff officers" does not.
    return "present" not in tenses


def _is_verb_here(out: list[Unit], token: Unit, head: Head, words: Vocabulary) -> bool:
    """Whether a word that may be a noun or a verb is a verb: "to staff", "will command", "which guard", "it forms"."""
    forms = words.verbs.get(token.low)
    if not forms or not out or token.text[0].isupper():
        return False
    before = out[-1]
    sets = words.sets
    if before.low in sets["infinitive"] and before.low != "in":
        return True
    if head.definite and any(f.tense == "participle" for f in forms) and _completes_have(out, words):
        return True
    # "Nu bliver | bidraget skåret ned": a definite noun behind "become" is its subject.
    passive = _BE if head.definite else (*_BE, *_BECOME)
    if any(f.tense == "participle" for f in forms) and _completes_be(out, passive, words):
        return True
    if words.grammar["verb_second"] and len(out) == 1 and before.sort == units.TIME:
        return any(f.tense in ("present", "past") for f in forms)  # "In 2008 | sent Denmark a frigate"
    if before.sort == units.WORD:
        if before.low in sets["modals.future"] or before.low in sets["modals.permission"]:
            return any(f.tense in ("infinitive", "passive") for f in forms)  # not "skal | bidraget være hjemme"
        return (
            before.low in sets["relatives"]
            or before.low in sets["pronouns_thing"]
            or before.low in sets["pronouns_things"]
            or before.low in sets["pronouns_first"]
            or before.low in sets["adverbs"]
        )
    return before.sort in (
        units.UNIT,
        units.PEOPLE,
        units.PERSONS,
        units.PERSON,
        units.ASSET,
        units.OPERATION,
        units.ANAPHOR,
        units.CONTRIBUTION,
    ) and any(f.tense == "present" or (f.tense == "infinitive" and _is_plural(before)) for f in forms)


def _is_plural(unit: Unit) -> bool:
    return isinstance(unit.detail, Phrase) and unit.detail.head.plural


def _completes_have(out: list[Unit], words: Vocabulary) -> bool:
    """Whether a word is the participle of a "have" before it, over a subject or adverbs: "has Denmark contributed"."""
    for unit in reversed(out[-_HAVE_REACH:]):
        if unit.low in words.sets["have.present"] or unit.low in words.sets["have.past"]:
            return True
        if unit.sort == units.SIGN or unit.low in words.sets["prepositions"] or unit.low in words.sets["definite"]:
            return False
    return False


def _completes_be(out: list[Unit], marks: Iterable[str], words: Vocabulary) -> bool:
    """Whether a word is the participle of a "be" before it, over adverbs and times: "Der er aktuelt | udsendt tre"."""
    for unit in reversed(out[-_HAVE_REACH:]):
        if any(unit.low in words.sets.get(name, ()) for name in marks):
            return True
        if unit.sort != units.TIME and unit.low not in words.sets["adverbs"] | words.sets["expletives"]:
            return False
    return False


def _is_of_one_state(phrase: Phrase) -> bool:
    """Whether a force is one state's and of one sort, and so no operation: "the Portuguese quick reaction force"."""
    if not phrase.modified or phrase.operation is not None or len(phrase.nations) != 1:
        return False
    actor = catalogue.load().actors.get(phrase.nations[0])
    return actor is not None and actor.kind != "organisation"


def _is_proper_name(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether a phrase is a proper name; "hele FN-missionen" has a capital only for its abbreviation."""
    return phrase.named and not (words.grammar["compounds"] and phrase.head.definite)


def _is_bare(phrase: Phrase) -> bool:
    """Whether only an article stands beside the noun: "the Mission" with a capital is "the mission"."""
    return phrase.determiner in ("definite", "third person") and not phrase.modified


def _is_capital(tokens: list[Unit], index: int, out: list[Unit], words: Vocabulary) -> bool:
    """Whether a noun has the capital letter of a name; where all nouns have one, only behind another capital."""
    if not tokens[index].text[0].isupper() or not words.grammar["capitalised_nouns"]:
        return tokens[index].text[0].isupper()
    before = out[-1] if len(out) > 1 else None
    return before is not None and before.sort == units.WORD and before.text.rsplit("-")[-1][:1].isupper()


def _is_common_noun(unit: Unit, words: Vocabulary) -> bool:
    """Whether a capital letter tells nothing of a word, as all nouns have one: no point of the compass, no acronym."""
    if not words.grammar["capitalised_nouns"]:
        return False
    return unit.low not in words.sets["compass"] and not unit.text.isupper()


def _is_headline_word(tokens: list[Unit], index: int, text: str) -> bool:
    """Whether a word of a heading has its capital for being there: "114th Battalion | Reviewed in Donegal".

    It then stands before more words, and the text does not name the unit so again; ``text`` begins with the unit.
    """
    word = tokens[index]
    if word.sort != units.WORD or index + 1 >= len(tokens) or not word.text.isalpha():
        return False
    length = text.find(word.text) + len(word.text)
    return tokens[index + 1].text[0].islower() and text.find(text[:length], length) < 0


def _noun_phrase(
    out: list[Unit],
    tokens: list[Unit],
    index: int,
    length: int,
    head: Head,
    text: str,
    words: Vocabulary,
    heading: bool,
) -> int:
    token = tokens[index]
    capital = _is_capital(tokens, index, out, words)
    phrase = Phrase(head, determiner="definite" if head.definite else None)
    if words.grammar["compounds"] and words.heads.get(token.low) is None:
        phrase.modified = True
    if not words.grammar["compounds"] and length > 1 and head.sort in ("unit", "people"):
        phrase.modified = head.lemma not in words.empty
    phrase.named = capital and index > 0 and bool(out)
    start = collect(out, phrase, token.start, words, capital)
    end = tokens[index + length - 1].end
    index += length
    phrase.name_end = end
    # Names that go on behind the noun: "Task Force Mali", "Sector Two", "Hold 4", "Regional Command East".
    while index < len(tokens):
        following = tokens[index]
        if capital and _is_side(tokens, index, words):
            end = phrase.name_end = tokens[index + 1].end
            phrase.named = phrase.modified = True
            index += 2
            continue
        behind = _named_behind_of(tokens, index, words) if capital else 0
        if behind:
            end = phrase.name_end = tokens[index + behind].end
            phrase.named = phrase.modified = True
            index += behind + 1
            continue
        adjoining = text[end : following.start] == " "
        named = capital or head.lemma in words.named_heads
        capital = capital or (named and bool(words.grammar["capitalised_nouns"]))
        if not adjoining or not named:
            break
        written = following.text[:1].isdigit() or following.text[:1].isupper()
        number = written and following.sort == units.NUMBER and not following.value.modified
        number = number or (following.sort == units.WORD and following.text.isdigit())
        noun = following.sort == units.WORD and _is_common_noun(following, words)
        proper = following.text[0].isupper() and (
            (following.sort == units.WORD and not stops(following, words) and capital and not noun)
            or (following.sort in (units.ACTOR, units.PLACE) and following.detail == "name" and capital)
        )
        if not (number or proper) or (heading and _is_headline_word(tokens, index, text[phrase.name_start :])):
            break
        end = phrase.name_end = following.end
        phrase.named = phrase.modified = True
        index += 1
    if index + 2 < len(tokens) and tokens[index].text == "(" and tokens[index + 2].text == ")":
        inner = tokens[index + 1]
        if sum(c.isupper() for c in inner.text) >= 2:
            phrase.abbreviation = inner.text
            end = tokens[index + 2].end
            index += 3
    if head.sort == "persons":
        sort = units.PERSONS
    elif head.sort == "countries":
        sort = units.COUNTRIES
    elif head.sort == "people":
        sort = units.PEOPLE
    elif head.sort == "contribution" and not (phrase.modified and _says_of_what_sort(token, head, words)):
        sort = units.CONTRIBUTION
    elif (
        head.sort == "operation"
        and (not _is_proper_name(phrase, words) or _is_bare(phrase))
        and (phrase.determiner not in ("indefinite",) or phrase.nations)
        and not _is_of_one_state(phrase)
    ):
        sort = units.ANAPHOR
    else:
        sort = units.UNIT
    if sort == units.PERSONS and head.lemma in words.categories and phrase.number is not None and not phrase.nations:
        phrase.name_start = token.start if not phrase.modified else phrase.name_start
    out.append(Unit(start, end, text[start:end], sort, None, phrase))
    return index


__all__ = ["Phrase", "find_phrases"]
