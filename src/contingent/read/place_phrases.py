"""Places in a sentence: capitalised words that a preposition, a place word or the gazetteer makes a place."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from contingent.lang import LanguagePack
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.phrase_parts import stops
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_LONGEST = 12
"""Words of the longest name of a place; a longer row of capitalised words is a title or a list."""


@dataclass(frozen=True, slots=True)
class _PlaceWords:
    """The words of a language that mark places."""

    before: tuple[str, ...]
    behind: dict[str, list[list[str]]]
    """Words that go on a name, by their first word, the longest first: "air base"."""
    ends: tuple[str, ...]
    led: tuple[str, ...]
    particles: frozenset[str]
    """Small words inside names: "Ali al Salem"."""


@functools.cache
def _place_words(pack: LanguagePack) -> _PlaceWords:
    table = pack.table("units")
    behind: dict[str, list[list[str]]] = {}
    for ending in sorted(table["place_after"], key=lambda words: -len(words.split())):
        behind.setdefault(ending.split()[0], []).append(ending.split())
    return _PlaceWords(
        tuple(f"{word} " for word in table["place_before"]),
        behind,
        tuple(f" {word}" for word in table["place_after"]),
        tuple(table["led"]),
        frozenset(table["place_particles"]),
    )


def join_places(row: list[Unit], annotated: Annotated) -> list[Unit]:
    """Join capitalised words to places where a preposition, a place word or the gazetteer says so."""
    words, text = annotated.words, annotated.document.text
    marks = _place_words(words.pack)
    out: list[Unit] = []
    index = 0
    while index < len(row):
        unit = row[index]
        run = index
        known_to = _known_from_adjective(row, index, text, words)
        if known_to:
            name = text[unit.start : row[known_to - 1].end]
            out.append(Unit(unit.start, row[known_to - 1].end, name, units.PLACE, name, "name"))
            index = known_to
            continue
        attribute = unit.sort == units.WORD and unit.low.endswith(marks.led)
        if (
            not attribute
            and unit.sort in (units.WORD, units.ACTOR)
            and unit.text[0].isupper()
            and not (unit.sort == units.WORD and stops(unit, words) and index == 0)
        ):
            while run < len(row) and run - index <= _LONGEST and _in_name(row, run, index, text, marks):
                run += 1
        if run == index or run - index > _LONGEST:
            out.append(unit)
            index += 1
            continue
        end, stop = row[run - 1].end, run
        if run < len(row):
            for parts in marks.behind.get(row[run].low, ()):
                if [u.low for u in row[run : run + len(parts)]] == parts:
                    end, stop = row[run + len(parts) - 1].end, run + len(parts)
                    break
        name = text[unit.start : end]
        preposition = out[-1].low if out else ""
        if preposition in words.sets["definite"] and len(out) > 1:
            preposition = out[-2].low
        pair = f"{out[-2].low} {out[-1].low}" if len(out) > 1 else ""
        located = preposition in words.sets["locating"] and pair not in words.sets["besides"]
        marked = stop > run or name.startswith(marks.before) or name.lower().endswith(marks.ends)
        single_actor = run == index + 1 and stop == run and unit.sort == units.ACTOR
        if single_actor and unit.detail == "capital" and located:
            unit.sort, unit.value, unit.detail = units.PLACE, unit.text, "name"
        if single_actor:
            out.append(unit)
            index += 1
            continue
        known = name in words.place_names
        if words.grammar["capitalised_nouns"] and not marked:
            # A capital letter alone tells no place from another noun: of a run, what the gazetteer knows.
            while not known and stop > index + 1:
                stop -= 1
                end = row[stop - 1].end
                name = text[unit.start : end]
                known = name in words.place_names
            listed = len(out) > 1 and out[-2].sort == units.PLACE and preposition in words.sets["conjunctions_and"]
            known, located = known and (located or listed or stop > index + 1), False
        located = located and not _describes_noun(row, stop, words) and name.lower() not in words.sets["compass"]
        if marked or known or (located and not words.verbs.get(unit.low) and not unit.text.isupper()):
            out.append(Unit(unit.start, end, name, units.PLACE, name, "marked" if marked else "name"))
            index = stop
            continue
        out.append(unit)
        index += 1
    return out


def _known_from_adjective(row: list[Unit], index: int, text: str, words: Vocabulary) -> int:
    """Where a known place ends whose first word is a state's adjective ("Indian | Ocean"); 0 where there is none."""
    if row[index].sort != units.ACTOR or row[index].detail not in ("adjective", "people"):
        return 0
    stop = index + 1
    while stop < len(row) and row[stop].sort == units.WORD and row[stop].text[0].isupper():
        stop += 1
        if text[row[index].start : row[stop - 1].end] in words.place_names:
            return stop
    return 0


def _describes_noun(row: list[Unit], behind: int, words: Vocabulary) -> bool:
    """Whether a plain noun follows what might be a place: "in the African | continent"."""
    following = row[behind] if behind < len(row) else None
    if following is None or following.sort != units.WORD or words.grammar["capitalised_nouns"]:
        return False
    small = following.low in words.closed or following.low in words.verb_marks or following.low in words.verbs
    return following.text[0].islower() and not small


def _in_name(row: list[Unit], run: int, first: int, text: str, marks: _PlaceWords) -> bool:
    unit = row[run]
    if run > first and text[row[run - 1].end : unit.start] not in (" ", "-", "'", "’", "/"):
        return False
    if unit.sort == units.ACTOR:
        return unit.detail in ("name", "capital") or run > first
    if unit.sort != units.WORD:
        return False
    # "Ali al Salem", "Strait of Hormuz": a small word inside, of those that any name or this beginning may have.
    inside = unit.low in marks.particles or f"{text[row[first].start : unit.end]} " in marks.before
    return unit.text[0].isupper() or (run > first and inside and run + 1 < len(row) and row[run + 1].text[:1].isupper())
