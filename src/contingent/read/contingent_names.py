"""Short names of national contingents as units with their states: "PAKBATT-2", "IRISHPOLBATT"."""

from __future__ import annotations

from contingent.catalogue.contingents import states_in
from contingent.read import units
from contingent.read.phrase import Phrase
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary


def contingent_by_name(token: Unit, words: Vocabulary) -> Unit | None:
    """The unit that a word in capitals names by its nation and its size; None for any other word."""
    if token.sort != units.WORD:
        return None
    name = token.text.partition("-")[0]
    if not name.isupper():
        return None
    for row in words.pack.table("units")["contingent_endings"]:
        ending, noun = row.split()
        nations = states_in(name.removesuffix(ending)) if name.endswith(ending) else []
        head = words.head(noun)
        if nations and head is not None:
            phrase = Phrase(head, "definite", nations=nations, modified=True, named=True)
            phrase.name_start, phrase.name_end = token.start, token.end
            return Unit(token.start, token.end, token.text, units.UNIT, None, phrase)
    return None
