"""A noun phrase around its head: what describes it, the name that goes on behind it, and what it is then.

The law of this module: capitals and numbers make a name as long as they stand next to each other; whether a noun has
a name of its own decides whether it is an element or only speaks of something known.
"""

from __future__ import annotations

from contingent import catalogue
from contingent.read import units
from contingent.read.noun_table import Head
from contingent.read.phrase import Phrase
from contingent.read.phrase_parts import collect, stops
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary


def add_noun_phrase(
    out: list[Unit],
    tokens: list[Unit],
    index: int,
    length: int,
    head: Head,
    text: str,
    words: Vocabulary,
    heading: bool,
) -> int:
    """Add the phrase whose head of ``length`` words is at ``index``; gives the index behind the phrase.

    Words before the head that belong to the phrase are taken back from ``out``.
    """
    token = tokens[index]
    capital = _is_capital(tokens, index, out, words)
    phrase = Phrase(head, determiner="definite" if head.definite else None)
    if words.grammar["compounds"] and words.heads.get(token.low) is None:
        phrase.modified = True
    if not words.grammar["compounds"] and length > 1 and head.sort in ("unit", "people"):
        phrase.modified = head.lemma not in words.empty
    phrase.named = capital and index > 0 and bool(out)
    start = collect(out, phrase, token.start, words, capital)
    phrase.name_end = tokens[index + length - 1].end
    index = _go_on_with_name(phrase, tokens, index + length, capital, text, words, heading)
    end = phrase.name_end
    if index + 2 < len(tokens) and tokens[index].text == "(" and tokens[index + 2].text == ")":
        inner = tokens[index + 1]
        if sum(c.isupper() for c in inner.text) >= 2:
            phrase.abbreviation = inner.text
            end = tokens[index + 2].end
            index += 3
    sort = _sort_of(phrase, token, words)
    if sort == units.PERSONS and head.lemma in words.categories and phrase.number is not None and not phrase.nations:
        phrase.name_start = token.start if not phrase.modified else phrase.name_start
    out.append(Unit(start, end, text[start:end], sort, None, phrase))
    return index


def _go_on_with_name(
    phrase: Phrase, tokens: list[Unit], index: int, capital: bool, text: str, words: Vocabulary, heading: bool
) -> int:
    """Take in the name that goes on behind a noun: "Task Force Mali", "Sector Two", "Hold 4", "Regional Command East".

    Gives the index behind it. ``capital`` tells whether the noun has the capital letter of a name.
    """
    while index < len(tokens):
        following = tokens[index]
        if capital and _is_side(tokens, index, words):
            phrase.name_end = tokens[index + 1].end
            phrase.named = phrase.modified = True
            index += 2
            continue
        behind = _named_behind_of(tokens, index, words) if capital else 0
        if behind:
            phrase.name_end = tokens[index + behind].end
            phrase.named = phrase.modified = True
            index += behind + 1
            continue
        adjoining = text[phrase.name_end : following.start] == " "
        named = capital or phrase.head.lemma in words.named_heads
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
        phrase.name_end = following.end
        phrase.named = phrase.modified = True
        index += 1
    return index


def _sort_of(phrase: Phrase, token: Unit, words: Vocabulary) -> str:
    """What sort of unit a phrase is whose head is ``token``."""
    head = phrase.head
    if head.sort == "persons":
        return units.PERSONS
    if head.sort == "countries":
        return units.COUNTRIES
    if head.sort == "people":
        return units.PEOPLE
    if head.sort == "contribution" and not (phrase.modified and _says_of_what_sort(token, head, words)):
        return units.CONTRIBUTION
    known = head.sort == "operation" and (not _is_proper_name(phrase, words) or _is_bare(phrase))
    new = (phrase.determiner == "indefinite" and not phrase.nations) or _is_of_one_state(phrase)
    return units.ANAPHOR if known and not new else units.UNIT


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
