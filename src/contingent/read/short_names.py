"""Short names of elements: how a text calls a ship or a unit again that it has named in full.

The law of this module: a short name is noted where the full one stands and found again only letter by letter.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.phrase import Phrase
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary
from contingent.read.word_parts import GENITIVE


def note_ship(made: Unit, annotated: Annotated) -> None:
    """Note the name of a ship for its later mentions: "the frigate Esbern Snare", then "Esbern Snare"."""
    ship = made.detail
    if made.sort != units.UNIT or not isinstance(ship, Phrase) or not ship.named:
        return
    name = annotated.document.text[ship.name_start : ship.name_end].split()
    prefixed = len(name) > 1 and name[0] in annotated.words.ship_prefixes
    annotated.aliases.setdefault(" ".join(name[1:] if prefixed else name), ship)


def alias_at(tokens: list[Unit], index: int, annotated: Annotated) -> tuple[Phrase | None, int]:
    """What a short name of one or two words was introduced for, and how many words it has."""
    token = tokens[index]
    if token.sort != units.WORD:
        return None, 0
    if index + 1 < len(tokens) and tokens[index + 1].sort == units.WORD:
        alias = annotated.aliases.get(f"{token.text} {tokens[index + 1].text}")
        if alias is not None:
            return alias, 2
    return annotated.aliases.get(token.text), 1


def owner_at(tokens: list[Unit], index: int, annotated: Annotated) -> tuple[Phrase | None, int]:
    """The same for a name in the genitive, whose ending becomes a sign of its own: "Niels Juel | s | besætning"."""
    for length in (2, 1):
        last = tokens[index + length - 1] if index + length < len(tokens) else None
        named = tokens[index : index + length]
        if last is None or any(t.sort != units.WORD or not t.text[0].isupper() for t in named):
            continue
        name = " ".join(t.text for t in named)
        alias = annotated.aliases.get(name.removesuffix(GENITIVE)) if name.endswith(GENITIVE) else None
        if alias is not None:
            cut = last.end - len(GENITIVE)
            ending = Unit(cut, last.end, GENITIVE, units.SIGN)
            tokens[index + length - 1 : index + length] = [
                Unit(last.start, cut, last.text.removesuffix(GENITIVE), units.WORD),
                ending,
            ]
            return alias, length
    return None, 0


def sides_of(phrase: Phrase, text: str, words: Vocabulary) -> list[str]:
    """The short names of a unit that a point of the compass ends: "RC-East", "RC East", "RC-E"."""
    *before, side = text[phrase.name_start : phrase.name_end].replace("-", " ").replace("–", " ").split()
    if len(before) < 2 or side.lower() not in words.sets["compass"] or not all(word[0].isupper() for word in before):
        return []
    initials = "".join(word[0] for word in before)
    return [f"{initials}-{side}", f"{initials} {side}", f"{initials}-{side[0]}"]
