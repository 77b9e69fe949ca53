"""Noun phrases: units of a force, groups of people, counted persons, equipment, places, anaphors.

A phrase is a ``Unit`` whose ``detail`` is a ``Phrase``: what stands in it beside its head.
"""

from __future__ import annotations

from dataclasses import replace

from contingent import catalogue
from contingent.document import BlockKind
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.categories import part_categories, part_listed_categories
from contingent.read.equipment_phrases import equipment_phrase, prefixed_ship, ship_by_nation, speaks_of_ships
from contingent.read.noun_or_verb import is_verb_here
from contingent.read.noun_table import Head
from contingent.read.phrase import Phrase
from contingent.read.phrase_links import (
    join_leaders,
    join_parents,
    name_described,
    note_nations,
    note_operations,
    take_names,
)
from contingent.read.phrase_parts import collect, head_at, is_half_compound, stops
from contingent.read.place_phrases import join_places
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Vocabulary
from contingent.read.word_parts import without_genitive

_NAME_REACH = 4
"""How many words behind equipment the noun of the unit may stand whose name it opens."""


def find_phrases(annotated: Annotated) -> None:
    """Put the noun phrases of every sentence together, in place."""
    naval = speaks_of_ships(annotated.equipment.values())
    actors = (unit for sentence in annotated.sentences for unit in sentence.units if unit.sort == units.ACTOR)
    mentioned = frozenset(str(unit.value) for unit in actors)
    for sentence in annotated.sentences:
        annotated.check_time()
        sentence.units = join_places(_phrases(sentence, annotated, naval, mentioned), annotated)
        part_categories(sentence.units, annotated.words)
    name_described(annotated)
    part_listed_categories(annotated.sentences, annotated.document.blocks, annotated.words)


def _phrases(sentence: Sentence, annotated: Annotated, naval: bool, mentioned: frozenset[str]) -> list[Unit]:
    words, text = annotated.words, annotated.document.text
    tokens = join_leaders(without_genitive(sentence.units, words), text, words)
    heading = annotated.document.blocks[sentence.block].kind is BlockKind.HEADING
    out: list[Unit] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        alias, length = _alias_at(tokens, index, annotated)
        if alias is not None:
            begin, end = token.start, tokens[index + length - 1].end
            if out and out[-1].sort == units.OPERATION and text[out[-1].end : begin] == " ":
                begin = out.pop().start  # "KFOR | RC-East"
            detail = replace(alias, nations=[], number=None, determiner="definite", type=None)
            out.append(Unit(begin, end, text[begin:end], units.UNIT, None, detail))
            index += length
            continue
        if token.text in words.ship_prefixes and index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper():
            index = prefixed_ship(out, tokens, index, text, words, mentioned)
            _note_ship(out[-1], annotated)
            continue
        if token.sort == units.ASSET and _opens_name(tokens, index, words):
            out.append(token)
            index += 1
            continue
        if token.sort == units.ASSET:
            index = equipment_phrase(out, tokens, index, text, words)
            _note_ship(out[-1], annotated)
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
        lone = head is not None and head.lemma in words.sets["commands"] and not _is_proper(tokens, index, out, words)
        if head is None and naval and (behind := ship_by_nation(out, tokens, index, text, words)) > index:
            index = behind
            continue
        if head is None or lone or (head.sort != "countries" and _goes_on(tokens, index + length, words)):
            out.append(token)
            index += 1
            continue
        if _is_manner(out, token, head, words) or is_verb_here(out, tokens, index, head, words):
            out.append(token)
            index += 1
            continue
        index = _noun_phrase(out, tokens, index, length, head, text, words, heading)
        made = out[-1]
        if made.sort == units.UNIT and made.detail.abbreviation:
            annotated.aliases.setdefault(made.detail.abbreviation, made.detail)
        for short in _sides(made.detail, text, words) if made.sort == units.UNIT else ():
            annotated.aliases.setdefault(short, made.detail)
    join_parents(out, text)
    take_names(out, words)
    note_operations(out, words)
    note_nations(out, words)
    return out


def _is_manner(out: list[Unit], token: Unit, head: Head, words: Vocabulary) -> bool:
    """Whether a noun without an article behind a preposition means no force: "is in | force", "on | operations"."""
    if words.grammar["compounds"] or head.sort != "operation" or head.plural or token.text[0].isupper() or not out:
        return False
    return out[-1].low in words.sets["prepositions"]


def _note_ship(made: Unit, annotated: Annotated) -> None:
    """Note the name of a ship for its later mentions: "the frigate Esbern Snare", then "Esbern Snare"."""
    ship = made.detail
    if made.sort != units.UNIT or not isinstance(ship, Phrase) or not ship.named:
        return
    name = annotated.document.text[ship.name_start : ship.name_end].split()
    prefixed = len(name) > 1 and name[0] in annotated.words.ship_prefixes
    annotated.aliases.setdefault(" ".join(name[1:] if prefixed else name), ship)


def _alias_at(tokens: list[Unit], index: int, annotated: Annotated) -> tuple[Phrase | None, int]:
    """What a short name of one or two words was introduced for, and how many words it has."""
    token = tokens[index]
    if token.sort != units.WORD:
        return None, 0
    if index + 1 < len(tokens) and tokens[index + 1].sort == units.WORD:
        alias = annotated.aliases.get(f"{token.text} {tokens[index + 1].text}")
        if alias is not None:
            return alias, 2
    return annotated.aliases.get(token.text), 1


def _sides(phrase: Phrase, text: str, words: Vocabulary) -> list[str]:
    """The short names of a unit that a point of the compass ends: "RC-East", "RC East", "RC-E"."""
    *before, side = text[phrase.name_start : phrase.name_end].replace("-", " ").replace("–", " ").split()
    if len(before) < 2 or side.lower() not in words.sets["compass"] or not all(word[0].isupper() for word in before):
        return []
    initials = "".join(word[0] for word in before)
    return [f"{initials}-{side}", f"{initials} {side}", f"{initials}-{side[0]}"]


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
    phrase.nations = [str(token.value)]  # "Greek and Turkish | Cypriots" are Cypriots
    phrase.name_end = token.end
    out.append(Unit(start, token.end, text[start : token.end], units.PERSONS, None, phrase))


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


def _is_proper(tokens: list[Unit], index: int, out: list[Unit], words: Vocabulary) -> bool:
    """Whether a noun such as "command" is part of a name: "Regional Command East", not "took command"."""
    before = out[-1] if out else None
    modified = before is not None and before.sort in (units.WORD, units.ACTOR, units.OPERATION, units.UNIT)
    modified = modified and before is not None and before.text[:1].isupper()
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    ceremonies = words.pack.table("postings")["words"]["ceremonies"]
    if following is not None and following.low in ceremonies:
        return modified  # "Change of Command | Ceremony"
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


def _is_headline_word(tokens: list[Unit], index: int, text: str, compass: frozenset[str]) -> bool:
    """Whether a word of a heading has its capital for being there: "114th Battalion | Reviewed in Donegal".

    It then stands before more words, and the text does not name the unit so again; ``text`` begins with the unit.
    """
    word = tokens[index]
    if word.sort != units.WORD or index + 1 >= len(tokens) or not word.text.isalpha() or word.low in compass:
        return False
    length = text.find(word.text) + len(word.text)
    return tokens[index + 1].text[0].islower() and text.find(text[:length], length) < 0


def _is_headline_verb(word: Unit, words: Vocabulary) -> bool:
    """Whether a capitalised word of a heading can only be its verb: "Boarding Team | Departs"."""
    tenses = {form.tense for form in words.verbs.get(word.low, ())} if word.sort == units.WORD else set()
    return "present" in tenses and "infinitive" not in tenses and words.head(word.low) is None


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
        if not (number or proper) or (
            heading and _is_headline_word(tokens, index, text[phrase.name_start :], words.sets["compass"])
        ):
            break
        if heading and proper and _is_headline_verb(following, words):
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
