"""Attributive words: whether a word that could head a phrase only describes a noun behind it, or means no thing at all.

The law of this module: it looks at the neighbours of the word; every answer of yes keeps a phrase from being made.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.noun_table import Head
from contingent.read.phrase_parts import stops
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_NAME_REACH = 4
"""How many words behind equipment the noun of the unit may stand whose name it opens."""


def is_manner(out: list[Unit], token: Unit, head: Head, words: Vocabulary) -> bool:
    """Whether a noun without an article behind a preposition means no force: "is in | force", "on | operations"."""
    if words.grammar["compounds"] or head.sort != "operation" or head.plural or token.text[0].isupper() or not out:
        return False
    return out[-1].low in words.sets["prepositions"]


def opens_name(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
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


def describes_head(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a word for people stands right before a noun, which it then describes, in a language of compounds."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.sort != units.WORD or not words.grammar["compounds"]:
        return False
    return words.head(following.low) is not None and following.low not in words.sets["prepositions"]


def describes_next(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a people's name is an adjective here, since a noun follows: "Swiss soldiers"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.sort == units.SIGN:
        return False
    if following.sort in (units.ASSET, units.PERSON):
        return True
    return following.sort == units.WORD and not stops(following, words) and following.low not in words.verbs


def is_part_of_name(tokens: list[Unit], index: int, out: list[Unit], words: Vocabulary) -> bool:
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


def describes_noun(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
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
