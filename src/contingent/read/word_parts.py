"""Words taken apart that a language writes together: "missionens" (the mission's), "SFOR-styrken" (the SFOR force)."""

from __future__ import annotations

from contingent.read.names import Names
from contingent.read.units import OPERATION, SIGN, WORD, Unit
from contingent.read.vocabulary import Vocabulary

GENITIVE = "s"
"""The genitive that is written to a noun or a name without a sign, in every language that does so."""


def without_genitive(tokens: list[Unit], words: Vocabulary) -> list[Unit]:
    """The units of a sentence with the genitive endings of definite nouns as signs of their own."""
    if not words.grammar["compounds"]:
        return tokens
    found: list[Unit] = []
    for token in tokens:
        found += _genitive(token, words) if token.sort == WORD else [token]
    return found


def _genitive(token: Unit, words: Vocabulary) -> list[Unit]:
    if not token.low.endswith(GENITIVE) or words.head(token.low) is not None:
        return [token]
    head = words.head(token.low[:-1])
    if head is None or not head.definite or head.sort == "persons":
        return [token]
    cut = token.end - 1
    return [Unit(token.start, cut, token.text[:-1], WORD), Unit(cut, token.end, token.text[-1], SIGN)]


def behind_operation(token: Unit, words: Vocabulary, local: Names) -> list[Unit]:
    """An operation before a hyphen with the noun behind it, or the operation alone where the noun only says so."""
    if not words.grammar["compounds"] or token.sort != WORD:
        return [token]
    first, hyphen, last = token.text.partition("-")
    head = words.head(last.lower().removesuffix(GENITIVE)) or words.head(last.lower()) if hyphen else None
    if head is None:
        return [token]
    found = (names.named((first.lower(),)) for names in (local, words.names))
    name = next((name for name in found if name is not None and name.sort == "operation"), None)
    if name is None or not first[0].isupper():
        return [token]
    if head.sort == "operation" or head.lemma in words.sets["forces"]:
        return [Unit(token.start, token.end, token.text, OPERATION, name.value, name.form)]
    cut = token.start + len(first)
    return [Unit(token.start, cut, first, OPERATION, name.value, name.form), Unit(cut + 1, token.end, last, WORD)]
