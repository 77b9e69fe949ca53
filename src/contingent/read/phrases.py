"""Noun phrases: units of a force, groups of people, counted persons, equipment, places, anaphors.

A phrase is a ``Unit`` whose ``detail`` is a ``Phrase``: what stands in it beside its head.

The law of this module: a sentence is gone through once from left to right, and at each word the first sort of phrase
that can begin there is made; what looks at several phrases together comes behind.
"""

from __future__ import annotations

from dataclasses import replace

from contingent.document import BlockKind
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.attributive_words import (
    describes_head,
    describes_next,
    describes_noun,
    is_manner,
    is_part_of_name,
    opens_name,
)
from contingent.read.categories import part_categories, part_listed_categories
from contingent.read.contingent_names import contingent_by_name
from contingent.read.equipment_phrases import equipment_phrase, prefixed_ship, ship_by_nation, speaks_of_ships
from contingent.read.noun_or_verb import is_verb_here
from contingent.read.noun_phrase import add_noun_phrase
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
from contingent.read.phrase_parts import collect, head_at, is_half_compound
from contingent.read.place_phrases import join_places
from contingent.read.short_names import alias_at, note_ship, owner_at, sides_of
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Vocabulary
from contingent.read.word_parts import without_genitive

_OPENING = frozenset((units.WORD, units.ACTOR, units.ASSET))
"""The sorts of units that a noun phrase can begin with."""


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
    """The units of a sentence with its noun phrases put together; short names that it introduces are noted."""
    words, text = annotated.words, annotated.document.text
    tokens = join_leaders(without_genitive(sentence.units, words), text, words)
    heading = annotated.document.blocks[sentence.block].kind is BlockKind.HEADING
    out: list[Unit] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.sort not in _OPENING:
            out.append(token)
            index += 1
            continue
        alias, length = alias_at(tokens, index, annotated)
        if alias is None and words.grammar["compounds"]:
            alias, length = owner_at(tokens, index, annotated)
        if alias is not None:
            begin, end = token.start, tokens[index + length - 1].end
            if out and out[-1].sort == units.OPERATION and text[out[-1].end : begin] == " ":
                begin = out.pop().start  # "KFOR | RC-East"
            detail = replace(alias, nations=[], number=None, determiner="definite", type=None)
            out.append(Unit(begin, end, text[begin:end], units.UNIT, None, detail))
            index += length
            continue
        contingent = contingent_by_name(token, words)
        if contingent is not None:
            out.append(contingent)
            index += 1
            continue
        if token.text in words.ship_prefixes and index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper():
            index = prefixed_ship(out, tokens, index, text, words, mentioned)
            note_ship(out[-1], annotated)
            continue
        if token.sort == units.ASSET and opens_name(tokens, index, words):
            out.append(token)
            index += 1
            continue
        if token.sort == units.ASSET:
            index = equipment_phrase(out, tokens, index, text, words)
            note_ship(out[-1], annotated)
            continue
        if token.sort == units.ACTOR and token.detail == "people" and not describes_next(tokens, index, words):
            _people_of(out, token, text, words)
            index += 1
            continue
        head, length = head_at(tokens, index, words)
        if head is not None and head.sort == "persons" and describes_head(tokens, index, words):
            head = None  # "den fredsbevarende | styrke", "udsendte | soldater"
        if head is not None and index + 2 < len(tokens) and is_half_compound(token, tokens[index + 1]):
            head = None if tokens[index + 2].low in words.sets["conjunctions_and"] else head
        lone = (
            head is not None and head.lemma in words.sets["commands"] and not is_part_of_name(tokens, index, out, words)
        )
        if head is None and naval and (behind := ship_by_nation(out, tokens, index, text, words)) > index:
            index = behind
            continue
        if head is None or lone or (head.sort != "countries" and describes_noun(tokens, index + length, words)):
            out.append(token)
            index += 1
            continue
        if is_manner(out, token, head, words) or is_verb_here(out, tokens, index, head, words):
            out.append(token)
            index += 1
            continue
        index = add_noun_phrase(out, tokens, index, length, head, text, words, heading)
        made = out[-1]
        if made.sort == units.UNIT and made.detail.abbreviation:
            annotated.aliases.setdefault(made.detail.abbreviation, made.detail)
        for short in sides_of(made.detail, text, words) if made.sort == units.UNIT else ():
            annotated.aliases.setdefault(short, made.detail)
    join_parents(out, text)
    take_names(out, words)
    note_operations(out, words)
    note_nations(out, words)
    return out


def _people_of(out: list[Unit], token: Unit, text: str, words: Vocabulary) -> None:
    """ "Some two dozen Norwegians": the people of a state, as persons who are counted or spoken of."""
    phrase = Phrase(Head(token.low, "persons", True), nations=[str(token.value)])
    start = collect(out, phrase, token.start, words, False)
    phrase.nations = [str(token.value)]  # "Greek and Turkish | Cypriots" are Cypriots
    phrase.name_end = token.end
    out.append(Unit(start, token.end, text[start : token.end], units.PERSONS, None, phrase))
