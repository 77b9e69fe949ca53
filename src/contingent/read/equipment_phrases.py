"""Phrases of equipment and named ships: "three CH-147F Chinooks", "the frigate Surcouf", "HMS Richmond"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from contingent import catalogue
from contingent.catalogue.equipment import Equipment
from contingent.read import units
from contingent.read.noun_table import Head
from contingent.read.phrase import Phrase
from contingent.read.phrase_parts import collect, head_at, stops
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_HULL_NUMBER = re.compile(r"[A-Z]{1,3}[- ]?\d+\Z")
"""What is painted on a ship, such as F596, L 17 or CVN-75."""
_VESSEL = "ship"
"""The root of the ships in the catalogue's tree of equipment."""
_NAVAL = 3
"""How often a document that is about ships names one by its type, at least."""
_MOST_WORDS_OF_SHIP = 3
_NAMING = (units.WORD, units.PLACE, units.PERSON, units.ACTOR)


def equipment_phrase(out: list[Unit], tokens: list[Unit], index: int, text: str, words: Vocabulary) -> int:
    """A phrase of equipment: its name as the catalogue knows it, with number and nationality before."""
    unit = tokens[index]
    equipment: Equipment = unit.detail
    index += 1
    if _only_describes(out, tokens, index, unit, text, words):
        out.append(unit)
        return index
    phrase = Phrase(Head(equipment.type, "asset", False), determiner=_determiner(unit, words))
    start = collect(out, phrase, unit.start, words, False)
    phrase.name_end = unit.end
    phrase.singular = text[phrase.name_start : unit.start] + equipment.name
    ship = _ship(tokens, index, equipment, text)
    if ship is not None:
        flags = words.ship_prefixes.get(tokens[index].text, ())
        nations = phrase.nations or (list(flags) if len(flags) == 1 else [])  # "the frigate | HNLMS Tromp"
        name_start, index = ship
        named = Phrase(
            Head("ship", "unit", False),
            "definite",
            nations=nations,
            name_start=name_start,
            name_end=tokens[index - 1].end,
            modified=True,
            named=True,
            type=phrase.singular,
        )
        end = tokens[index - 1].end
        out.append(Unit(start, end, text[start:end], units.UNIT, None, named))
        return _behind_hull_number(tokens, index)
    end, index = _behind_designation(tokens, index, unit.end)
    out.append(Unit(start, end, text[start:end], units.ASSET, equipment.type, phrase))
    return index


def _behind_designation(tokens: list[Unit], index: int, end: int) -> tuple[int, int]:
    """Where equipment ends behind its designation in brackets and its noun: "Chinook | (CH-47) helicopters"."""
    bracketed = [token.sort if token.sort == units.ASSET else token.text for token in tokens[index : index + 3]]
    if bracketed != ["(", units.ASSET, ")"]:
        return end, index
    index += 3
    if index < len(tokens) and tokens[index].sort == units.ASSET and tokens[index].text.islower():
        index += 1
    return tokens[index - 1].end, index


def _only_describes(out: list[Unit], tokens: list[Unit], index: int, unit: Unit, text: str, words: Vocabulary) -> bool:
    """Whether equipment only describes the noun behind it: "helicopter detachment", "F-16 crews"."""
    if (
        index >= len(tokens)
        or tokens[index].sort != units.WORD
        or text[unit.end : tokens[index].start] not in (" ", "-")
    ):
        return False
    if any(form.tense == "present" for form in words.verbs.get(tokens[index].low, ())) and out:
        return False  # "the ship patrols the coast"
    found, _length = head_at(tokens, index, words)
    return found is not None and found.sort in ("unit", "people", "contribution")


def _determiner(unit: Unit, words: Vocabulary) -> str | None:
    """The article that is written to the noun, in languages that do so."""
    plain = unit.text == unit.detail.name
    definite = not plain and unit.low.endswith(tuple(words.sets["definite_endings"]))
    return "definite" if definite else None


def _ship(tokens: list[Unit], index: int, equipment: Equipment, text: str) -> tuple[int, int] | None:
    """Where the name behind a ship's type begins, and the index behind it: "the frigate Surcouf"."""
    if not is_vessel(equipment.type):
        return None
    at = index
    while at < len(tokens) and at - index < 4 and tokens[at].text[:1].isupper() and tokens[at].sort in _NAMING:
        at += 1
    if at == index or text[tokens[index].start - 1] not in " \u00a0":
        return None
    return tokens[index].start, at


def _fleet_of(out: list[Unit], words: Vocabulary) -> list[str]:
    """The nation of the ship before in an enumeration: "French warships FS Alsace | and FS Languedoc"."""
    if len(out) < 2 or not (out[-1].text == "," or out[-1].low in words.sets["conjunctions_and"]):
        return []
    before = out[-2].detail
    ship = isinstance(before, Phrase) and before.head.lemma == _VESSEL and out[-2].sort == units.UNIT
    return before.nations if ship else []


def _behind_hull_number(tokens: list[Unit], index: int) -> int:
    """The index behind a hull number in brackets, "(F596)": it is no equipment of its own."""
    inside = tokens[index + 1 : index + 3]
    if index < len(tokens) and tokens[index].text == "(" and len(inside) == 2 and inside[1].text == ")":
        return index + 3 if _HULL_NUMBER.match(inside[0].text) else index
    return index


def _behind_particles(tokens: list[Unit], index: int, words: Vocabulary) -> int:
    """The index behind the small words inside a name: "Durand | de la Penne"."""
    particles = words.pack.table("persons")["particles"]
    while index < len(tokens) and tokens[index].sort == units.WORD and tokens[index].low in particles:
        if tokens[index].text[0].isupper() or tokens[index].low in words.closed:
            break
        index += 1
    return index


def prefixed_ship(
    out: list[Unit], tokens: list[Unit], index: int, text: str, words: Vocabulary, mentioned: frozenset[str]
) -> int:
    """A ship by its prefix and name: "HMS Richmond", "the frigate KDM Absalon".

    ``mentioned`` are the states that the text speaks of.
    """
    prefix, last = tokens[index], index + 1
    while last + 1 < len(tokens) and last - index < _MOST_WORDS_OF_SHIP:
        following = _behind_particles(tokens, last + 1, words)
        named = following < len(tokens) and tokens[following].text[:1].isupper()
        if not named or tokens[following].sort not in _NAMING or text[tokens[last].end : tokens[last + 1].start] != " ":
            break
        last = following
    phrase = Phrase(Head("ship", "unit", False), "definite", None, name_start=prefix.start, name_end=tokens[last].end)
    phrase.named = phrase.modified = True
    start = prefix.start
    before = out[-1] if out else None
    if before is not None and before.sort == units.ASSET and isinstance(before.detail, Phrase):
        if text[before.end : prefix.start] == " ":
            phrase.type = before.detail.singular
            phrase.nations = before.detail.nations
            start = out.pop().start
    elif before is not None and before.sort == units.ACTOR and before.detail == "adjective":
        phrase.nations = [str(before.value)]
        start = out.pop().start
    elif before is not None and before.text in words.grammar["genitive"] and len(out) > 1:
        phrase.nations = [str(out[-2].value)] if out[-2].sort == units.ACTOR else []
    flags = words.ship_prefixes[prefix.text]
    if not phrase.nations:
        known = [flag for flag in flags if flag in mentioned] if len(flags) > 1 else list(flags)
        # A prefix of several fleets is that of the state spoken of; of none, that of the one which uses it most.
        phrase.nations = known if len(known) == 1 else list(_fleet_of(out, words)) or ([] if known else [flags[0]])
    out.append(Unit(start, tokens[last].end, text[start : tokens[last].end], units.UNIT, None, phrase))
    return _behind_hull_number(tokens, last + 1)


def ship_by_nation(out: list[Unit], tokens: list[Unit], index: int, text: str, words: Vocabulary) -> int:
    """A ship by nationality and name alone, "den norske Otra"; gives the index behind it, or the same for none.

    Only where the adjective is written small: with a capital it may be part of any name.
    """
    nation = out[-1] if out else None
    last = index
    while last < len(tokens) and last - index < _MOST_WORDS_OF_SHIP and _is_plain_name(tokens[last], words):
        last += 1
    if nation is None or nation.sort != units.ACTOR or nation.detail != "adjective" or not nation.text[0].islower():
        return index
    if last == index or text[nation.end : tokens[index].start] != " ":
        return index
    out.pop()
    start = nation.start
    if out and out[-1].low in words.sets["definite"]:
        start = out.pop().start
    end = tokens[last - 1].end
    phrase = Phrase(
        Head("ship", "unit", False),
        "definite",
        nations=[str(nation.value)],
        name_start=tokens[index].start,
        name_end=end,
        modified=True,
        named=True,
    )
    out.append(Unit(start, end, text[start:end], units.UNIT, None, phrase))
    return last


def _is_plain_name(unit: Unit, words: Vocabulary) -> bool:
    capital = unit.sort == units.WORD and unit.text[0].isupper() and not unit.text.isupper()
    return capital and not stops(unit, words) and words.head(unit.low) is None and "-" not in unit.text


def speaks_of_ships(equipment: Iterable[Equipment]) -> bool:
    """Whether a document names ships so often that a name with a nationality is one."""
    return sum(is_vessel(each.type) for each in equipment) >= _NAVAL


@functools.cache
def is_vessel(asset: str) -> bool:
    """Whether a type of equipment is a kind of ship, by the catalogue's tree."""
    types = catalogue.load().asset_types
    seen: str | None = asset
    while seen is not None:
        if seen == _VESSEL:
            return True
        seen = types[seen].parent if seen in types else None
    return False
