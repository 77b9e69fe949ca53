"""Name lookup: which words of a sentence are together a name of an actor, an operation or equipment.

The law of this module: the longest name that begins at a word wins, and what the document introduces itself goes
before the catalogue; a name is known as such by its capitals.
"""

from __future__ import annotations

from contingent.catalogue.equipment import Equipment
from contingent.read.names import Name, Names
from contingent.read.units import ACTOR, ASSET, NUMBER, OPERATION, WORD, Unit
from contingent.read.vocabulary import Vocabulary
from contingent.read.word_parts import GENITIVE, behind_operation

_BRACKET_REACH = 4
"""How many words behind the first of a name a bracket may open inside it."""
_LONGEST_NAME = 12
_SORTS = {"actor": ACTOR, "operation": OPERATION, "word": WORD}


def join_names(
    text: str, tokens: list[Unit], words: Vocabulary, local: Names, equipment: dict[int, Equipment]
) -> list[Unit]:
    """Put names together: from the document's own, from the catalogue, with and without a genitive ending."""
    units: list[Unit] = []
    lows = [token.low for token in tokens]
    compounds = bool(words.grammar["compounds"])
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.sort not in (WORD, NUMBER):
            units.append(token)
            index += 1
            continue
        low = token.low
        found = local.longest_at(lows, index) if low in local.firsts else None
        if found is None and low in words.names.firsts:
            found = words.names.longest_at(lows, index)
        if low in words.names.firsts and "(" in lows[index + 1 : index + _BRACKET_REACH]:
            found = _longest_around_bracket(lows, index, words.names) or found
        if found is None and compounds and token.text[0].isupper():
            # "Danmarks", "Operation Atalantas": a genitive written to the word.
            found = words.names.longest_owner_at(lows, index, GENITIVE)
            found = found or local.longest_owner_at(lows, index, GENITIVE)
        if found and _is_name(tokens[index : index + found[1]], found[0], words):
            name, length = found
            last = tokens[index + length - 1]
            form = "people" if name.form == "adjective" and _is_noun(tokens, index, words) else name.form
            if form == "adjective" and _stands_alone(tokens, index + length, token.low, words):
                form = "name"
            units.append(Unit(token.start, last.end, text[token.start : last.end], _SORTS[name.sort], name.value, form))
            index += length
            continue
        # "Eskadronen" ends with "dronen" and is no drone: a word that ends with the noun of a unit is one.
        begins = token.start in equipment
        is_unit = begins and compounds and token.sort == WORD and words.head(token.low) is not None
        length = _equipment_length(tokens, index, equipment) if begins and not is_unit else 0
        if length:
            last = tokens[index + length - 1]
            detail = equipment[token.start]
            units.append(Unit(token.start, last.end, text[token.start : last.end], ASSET, detail.type, detail))
            index += length
            continue
        units += behind_operation(token, words, local) if compounds else [token]
        index += 1
    return units


def _longest_around_bracket(lows: list[str], index: int, names: Names) -> tuple[Name, int] | None:
    """The name of an operation with an abbreviation inside: "United Nations (UN) | Mission in South Sudan"."""
    opening = lows.index("(", index)
    if lows[opening + 2 : opening + 3] != [")"]:
        return None
    found = names.longest_at([*lows[index:opening], *lows[opening + 3 : opening + 3 + _LONGEST_NAME]], 0)
    if found is None or found[1] <= opening - index or found[0].sort != "operation":
        return None
    return found[0], found[1] + 3


def _equipment_length(tokens: list[Unit], index: int, equipment: dict[int, Equipment]) -> int:
    """How many tokens from ``index`` on are a name of equipment: 0 for none, or for the first part of a word."""
    found = equipment.get(tokens[index].start)
    if found is None:
        return 0
    last = index
    while last < len(tokens) and tokens[last].end < found.end:
        last += 1
    return last + 1 - index if last < len(tokens) and tokens[last].end == found.end else 0


def _is_noun(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a capital letter makes an adjective a noun: "80 Deutsche", not "80 deutsche" or "Deutsche Marine"."""
    if not words.grammar["capitalised_nouns"] or not tokens[index].text[0].isupper():
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is None or following.sort != WORD or not following.text[0].isupper()


def _stands_alone(tokens: list[Unit], behind: int, low: str, words: Vocabulary) -> bool:
    """Whether a state's name that can be an adjective too is the state here, as no noun follows: "the UK leads"."""
    if low not in words.two_forms:
        return False
    following = tokens[behind] if behind < len(tokens) else None
    if (
        following is None
        or following.sort != WORD
        or following.low in words.closed
        or following.low in words.verb_marks
    ):
        return True
    finite = any(form.tense in ("present", "past") for form in words.verbs.get(following.low, ()))
    return finite and following.low not in words.heads


def _is_name(tokens: list[Unit], name: Name, words: Vocabulary) -> bool:
    """Whether words found among the names are one here: names are capitalised."""
    token = tokens[0]
    if name.sort == "operation" and any(letter.isupper() for each in tokens for letter in each.text):
        short = len(tokens) == 1 and len(token.text) <= 3
        return not (short and not token.text.isupper() and name.form != "name")
    if token.text[0].isupper():
        short = len(tokens) == 1 and len(token.text) <= 3
        return not (short and not token.text.isupper() and name.form != "name")
    return name.sort == "actor" and name.form in ("adjective", "people") and bool(words.grammar["compounds"])
