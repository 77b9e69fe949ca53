"""Noun phrases: units of a force, groups of people, counted persons, equipment, places, anaphors.

A phrase is a ``Unit`` whose ``detail`` is a ``Phrase``: what stands in it beside its head.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field, replace

from contingent import catalogue
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.numbers import NumberExpression
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Head, Vocabulary

_MODEL = re.compile(r"[A-Z]{1,4}[-/ ]?[A-Z]?-?\d+[A-Za-z0-9]*(?:-\w+)?\Z")
"""A maker's designation such as F-16, CV9035, C-130J or KC-30A: capital letters, then digits."""

_MOST_MODIFIERS = 7


@dataclass(slots=True)
class Phrase:
    """The parts of a noun phrase."""

    head: Head
    determiner: str | None = None
    """``definite``, ``indefinite``, ``first person``, ``third person`` or None."""
    number: NumberExpression | None = None
    nations: list[str] = field(default_factory=list)
    operation: str | None = None
    """An operation named inside the phrase ("KFOR headquarters")."""
    name_start: int = 0
    """Where the naming words start, behind article, number and nationality."""
    name_end: int = 0
    abbreviation: str | None = None
    modified: bool = False
    """Whether any word beside article, number and nationality stands before the head."""
    named: bool = False
    """Whether the phrase is a proper name."""
    type: str | None = None
    """For a named ship: its type as printed ("frigate")."""


def find_phrases(annotated: Annotated) -> None:
    """Put the noun phrases of every sentence together, in place."""
    for sentence in annotated.sentences:
        sentence.units = _places(_phrases(sentence, annotated), annotated)


def _stops(unit: Unit, words: Vocabulary) -> bool:
    low, sets = unit.low, words.sets
    return (
        low in sets["prepositions"]
        or low in sets["definite"]
        or low in sets["indefinite"]
        or low in sets["possessive_first"]
        or low in sets["relatives"]
        or low in sets["conjunctions_and"]
        or low in sets["conjunctions_subordinate"]
        or low in sets["negations"]
        or low in sets["adverbs"]
        or low in sets["pronouns_thing"]
        or low in sets["pronouns_things"]
        or low in sets["pronouns_person"]
        or low in sets["pronouns_first"]
        or low in sets["be.present"]
        or low in sets["be.past"]
        or low in sets["have.present"]
        or low in sets["have.past"]
        or low in sets["modals.future"]
        or low in sets["modals.permission"]
        or low in sets["modals.obligation"]
    )


def _modifier(out: list[Unit], words: Vocabulary) -> bool:
    """Whether the last unit put out can describe the noun that follows it."""
    unit = out[-1]
    if unit.sort in (units.ACTOR, units.ASSET):
        return True
    if unit.sort == units.OPERATION:
        return len(unit.text) <= 12 or unit.text.isupper()
    if unit.sort != units.WORD or _stops(unit, words):
        return False
    forms = words.verbs.get(unit.low)
    if forms and not (unit.text[0].isupper() and len(out) > 1):
        tenses = {form.tense for form in forms}
        if "present" in tenses and not unit.text[0].isupper():
            return False
        return "past" not in tenses or "participle" in tenses if _describes(out, words) else False
    return True


def _describes(out: list[Unit], words: Vocabulary) -> bool:
    """Whether the last unit, a verb form, stands where only an adjective can (behind an article or number)."""
    before = out[-2] if len(out) > 1 else None
    if before is None and {form.tense for form in words.verbs[out[-1].low]} == {"gerund"}:
        return False
    if before is None:
        return "infinitive" not in {form.tense for form in words.verbs[out[-1].low]} or out[-1].text[0].isupper()
    if before.sort in (units.NUMBER, units.ASSET):
        return True
    if before.sort == units.ACTOR:
        return bool(before.detail == "adjective")
    if before.sort != units.WORD:
        return before.text in (",", "(")
    low, sets = before.low, words.sets
    if (
        low in sets["definite"]
        or low in sets["indefinite"]
        or low in sets["possessive_first"]
        or low in sets["conjunctions_and"]
    ):
        return True
    if low in sets["prepositions"]:
        return low not in sets["infinitive"]
    return not _stops(before, words) and low not in words.verbs


def _phrases(sentence: Sentence, annotated: Annotated) -> list[Unit]:
    words, text = annotated.words, annotated.document.text
    tokens = sentence.units
    out: list[Unit] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.sort == units.WORD and _MODEL.match(token.text) and token.low not in words.names:
            token.sort = units.ASSET
            token.value, token.detail = token.text, "model"
        alias = annotated.aliases.get(token.text) if token.sort == units.WORD else None
        if alias is not None:
            out.append(
                Unit(
                    token.start,
                    token.end,
                    token.text,
                    units.UNIT,
                    None,
                    replace(alias, nations=[], number=None, determiner="definite"),
                )
            )
            index += 1
            continue
        if token.text in words.ship_prefixes and index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper():
            index = _prefixed_ship(out, tokens, index, text, words)
            continue
        if token.sort == units.ASSET:
            index = _asset(out, tokens, index, text, words)
            continue
        if token.sort == units.ACTOR and token.detail == "people" and not _describes_next(tokens, index, words):
            _people_of(out, token, text, words)
            index += 1
            continue
        head, length = _head_at(tokens, index, words)
        if head is None or (head.sort != "countries" and _goes_on(tokens, index + length, words)):
            out.append(token)
            index += 1
            continue
        if _is_verb_here(out, token, head, words):
            out.append(token)
            index += 1
            continue
        index = _noun_phrase(out, tokens, index, length, head, text, words)
        made = out[-1]
        if made.sort == units.UNIT and made.detail.abbreviation:
            annotated.aliases.setdefault(made.detail.abbreviation, made.detail)
    _inside_operations(out, words)
    _from_nations(out, words)
    return out


def _from_nations(row: list[Unit], words: Vocabulary) -> None:
    """Note the states that people or a unit come from: "engineers from Japan", "soldiers from Ghana and Malaysia"."""
    for number, unit in enumerate(row[:-2]):
        phrase = unit.detail
        if not isinstance(phrase, Phrase) or phrase.nations or row[number + 1].low not in words.sets["from"]:
            continue
        at = number + 2
        while at < len(row):
            if row[at].sort == units.ACTOR and row[at].detail == "name":
                phrase.nations.append(row[at].value)
            elif not (
                row[at].low in words.sets["definite"]
                or row[at].low in words.sets["conjunctions_and"]
                or row[at].text == ","
            ):
                break
            at += 1


def _describes_next(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a people's name is an adjective here, since a noun follows: "Swiss soldiers"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.sort == units.SIGN:
        return False
    if following.sort == units.ASSET:
        return True
    return following.sort == units.WORD and not _stops(following, words) and following.low not in words.verbs


def _people_of(out: list[Unit], token: Unit, text: str, words: Vocabulary) -> None:
    """ "Some two dozen Norwegians": the people of a state, as persons who are counted or spoken of."""
    phrase = Phrase(Head(token.low, "persons", True), nations=[str(token.value)])
    start = _collect(out, phrase, token.start, words, False)
    phrase.name_end = token.end
    out.append(Unit(start, token.end, text[start : token.end], units.PERSONS, None, phrase))


def _inside_operations(row: list[Unit], words: Vocabulary) -> None:
    """Note the operation that is named right behind a phrase: "the Danish contributions to the OIR"."""
    for number, unit in enumerate(row[:-2]):
        if not isinstance(unit.detail, Phrase) or unit.detail.operation or row[number + 1].low not in words.sets["to"]:
            continue
        following = [u for u in row[number + 2 : number + 4] if u.low not in words.sets["definite"]]
        if following and following[0].sort == units.OPERATION:
            unit.detail.operation = following[0].value


def _head_at(tokens: list[Unit], index: int, words: Vocabulary) -> tuple[Head | None, int]:
    token = tokens[index]
    if token.sort != units.WORD:
        return None, 0
    for length in (3, 2):
        if index + length <= len(tokens) and all(tokens[index + k].sort == units.WORD for k in range(length)):
            head = words.heads.get(" ".join(tokens[index + k].low for k in range(length)))
            if head:
                return head, length
    return words.head(token.low), 1


def _goes_on(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether the noun before ``index`` only describes the next noun ("staff | officers", "force | headquarters")."""
    if index >= len(tokens):
        return False
    following = tokens[index]
    if following.sort == units.ASSET:
        return following.detail == "noun" and not words.grammar["compounds"]
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
            and not _stops(following, words)
            and following.low not in words.verbs
            and following.text[0].islower() == tokens[index - 1].text[0].islower()
        )
    tenses = {form.tense for form in words.verbs.get(following.low, ())}
    # "the force patrols": a plural noun that is also a verb ends the phrase; "staff officers" does not.
    return "present" not in tenses


def _is_verb_here(out: list[Unit], token: Unit, head: Head, words: Vocabulary) -> bool:
    """Whether a word that may be a noun or a verb is a verb: "to staff", "will command", "which guard", "it forms"."""
    forms = words.verbs.get(token.low)
    if not forms or not out or token.text[0].isupper():
        return False
    before = out[-1]
    sets = words.sets
    if before.low in sets["infinitive"] and before.low != "in":
        return True
    if before.sort == units.WORD:
        return (
            before.low in sets["modals.future"]
            or before.low in sets["modals.permission"]
            or before.low in sets["relatives"]
            or before.low in sets["pronouns_thing"]
            or before.low in sets["pronouns_things"]
            or before.low in sets["pronouns_first"]
            or before.low in sets["adverbs"]
        )
    return before.sort in (
        units.UNIT,
        units.PEOPLE,
        units.PERSONS,
        units.PERSON,
        units.OPERATION,
        units.ANAPHOR,
        units.CONTRIBUTION,
    ) and any(f.tense == "present" for f in forms)


def _collect(out: list[Unit], phrase: Phrase, start: int, words: Vocabulary, capital: bool) -> int:
    """Take the describing words before a noun off ``out``; gives where the phrase starts."""
    sets = words.sets
    phrase.name_start = start
    taken = 0
    while out and taken < _MOST_MODIFIERS:
        unit = out[-1]
        if unit.sort == units.NUMBER:
            exact = not unit.value.modified and unit.text[:1].isdigit()
            if (
                capital
                and exact
                and (phrase.named or phrase.head.lemma in words.named_heads)
                and not phrase.head.plural
            ):
                phrase.named = phrase.modified = True
                phrase.name_start = start = unit.start
                out.pop()
                break
            phrase.number = unit.value
            start = unit.start
            out.pop()
            if out and out[-1].low in sets["definite"] | sets["possessive_first"] | sets["possessive_third"]:
                phrase.determiner = "definite"
                start = out.pop().start
            elif len(out) > 1 and out[-1].text in words.grammar["genitive"] and out[-2].sort == units.ACTOR:
                phrase.nations.insert(0, out[-2].value)
                phrase.determiner = "definite"
                start = out[-2].start
                del out[-2:]
            break
        if _modifier(out, words):
            if unit.sort == units.ACTOR:
                phrase.nations.insert(0, unit.value)
                if capital and unit.detail != "adjective":
                    phrase.name_start = unit.start
            else:
                proper = capital and unit.text[0].isupper() and len(out) > 1
                naming = proper or unit.low not in sets["evaluative.words"]
                phrase.modified = phrase.modified or naming
                if naming or phrase.name_start != start:
                    phrase.name_start = unit.start
                if unit.text[0].isupper() and capital:
                    phrase.named = phrase.named or len(out) > 1
                if unit.sort == units.OPERATION:
                    phrase.operation = unit.value
            start = unit.start
            out.pop()
            taken += 1
            continue
        if (
            unit.sort == units.SIGN
            and unit.text in ("'s", "’s", "'", "’")
            and len(out) > 1
            and out[-2].sort in (units.ACTOR, units.OPERATION, units.ANAPHOR)
        ):
            owner = out[-2]
            if owner.sort == units.ACTOR:
                phrase.nations.insert(0, owner.value)
            elif owner.sort == units.OPERATION:
                phrase.operation = owner.value
            phrase.determiner = phrase.determiner or "definite"
            start = owner.start
            del out[-2:]
            continue
        if len(out) >= 3 and unit.low in sets["conjunctions_and"] and taken:
            if out[-2].text == "-" and out[-3].sort == units.WORD:
                phrase.name_start = start = out[-3].start
                phrase.modified = True
                del out[-3:]
                continue
            joined = out[-2].sort == units.WORD and not _stops(out[-2], words)
            if joined and (
                out[-3].low in sets["indefinite"]
                or out[-3].low in sets["definite"]
                or (out[-3].sort == units.ACTOR and out[-3].detail == "adjective")
            ):
                phrase.name_start = start = out[-2].start
                phrase.modified = True
                del out[-2:]
                continue
        low = unit.low
        if unit.sort == units.WORD and low in sets["possessive_first"]:
            phrase.determiner = "first person"
        elif unit.sort == units.WORD and low in sets["possessive_third"]:
            phrase.determiner = "third person"
        elif unit.sort == units.WORD and low in sets["definite"]:
            phrase.determiner = "definite"
        elif unit.sort == units.WORD and low in sets["indefinite"]:
            phrase.determiner = "indefinite"
        else:
            break
        start = out.pop().start
        break
    return start


def _noun_phrase(
    out: list[Unit], tokens: list[Unit], index: int, length: int, head: Head, text: str, words: Vocabulary
) -> int:
    token = tokens[index]
    capital = token.text[0].isupper()
    phrase = Phrase(head, determiner="definite" if head.definite else None)
    if words.grammar["compounds"] and head.lemma != token.low and words.heads.get(token.low) is None:
        phrase.modified = True
    if not words.grammar["compounds"] and length > 1 and head.sort in ("unit", "people"):
        phrase.modified = head.lemma not in words.empty
    phrase.named = capital and index > 0 and bool(out)
    start = _collect(out, phrase, token.start, words, capital)
    end = tokens[index + length - 1].end
    index += length
    phrase.name_end = end
    # Names that go on behind the noun: "Task Force Mali", "Sector Two", "Hold 4", "Regional Command East".
    while index < len(tokens):
        following = tokens[index]
        adjoining = text[end : following.start] == " "
        named = capital or head.lemma in words.named_heads
        if not adjoining or not named:
            break
        number = following.sort == units.NUMBER and not following.value.modified
        proper = following.text[0].isupper() and (
            (following.sort == units.WORD and not _stops(following, words) and capital)
            or (following.sort in (units.ACTOR, units.PLACE) and following.detail == "name" and capital)
        )
        if not (number or proper):
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
    elif head.sort == "contribution" and not phrase.modified:
        sort = units.CONTRIBUTION
    elif head.sort == "operation" and not phrase.named and (phrase.determiner not in ("indefinite",) or phrase.nations):
        sort = units.ANAPHOR
    else:
        sort = units.UNIT
    if sort == units.PERSONS and head.lemma in words.categories and phrase.number is not None and not phrase.nations:
        phrase.name_start = token.start if not phrase.modified else phrase.name_start
    out.append(Unit(start, end, text[start:end], sort, None, phrase))
    return index


def _asset(out: list[Unit], tokens: list[Unit], index: int, text: str, words: Vocabulary) -> int:
    """A phrase of equipment: designations, names and nouns in a row, with number and nationality before."""
    first = last = tokens[index]
    index += 1
    while index < len(tokens):
        following = tokens[index]
        gap = text[last.end : following.start]
        designation = following.sort == units.WORD and bool(_MODEL.match(following.text))
        proper = (
            following.sort == units.WORD
            and following.text[0].isupper()
            and not _stops(following, words)
            and first.detail == "model"
        )
        if gap not in (" ", "-", " ") or not (following.sort == units.ASSET or designation or proper):
            break
        last = following
        index += 1
    head = Head(str(first.value), "asset", False)
    if index < len(tokens) and tokens[index].sort == units.WORD and text[last.end : tokens[index].start] in (" ", "-"):
        found, _length = _head_at(tokens, index, words)
        if any(form.tense == "present" for form in words.verbs.get(tokens[index].low, ())) and out:
            found = None  # "the ship patrols the coast"
        if found is not None and found.sort in ("unit", "people", "contribution"):
            # "helicopter detachment", "F-16 crews": the equipment only describes the unit.
            out.append(Unit(first.start, last.end, text[first.start : last.end], units.ASSET, first.value, "noun"))
            return index
    phrase = Phrase(head)
    start = _collect(out, phrase, first.start, words, False)
    phrase.name_end = last.end
    ship = _ship(tokens, index, first, text, words)
    if ship is not None:
        name_start, index = ship
        named = Phrase(
            Head("ship", "unit", False),
            "definite",
            nations=phrase.nations,
            name_start=name_start,
            name_end=tokens[index - 1].end,
            modified=True,
            named=True,
            type=text[phrase.name_start : phrase.name_end],
        )
        end = tokens[index - 1].end
        out.append(Unit(start, end, text[start:end], units.UNIT, None, named))
        return index
    out.append(Unit(start, last.end, text[start : last.end], units.ASSET, first.value, phrase))
    return index


def _ship(tokens: list[Unit], index: int, first: Unit, text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Where the name behind a ship's type begins, and the index behind it: "the frigate Surcouf"."""
    if not _is_vessel(str(first.value)) or (first.low.endswith("s") and not words.grammar["compounds"]):
        return None
    at = index
    while at < len(tokens) and at - index < 4 and tokens[at].text[:1].isupper() and tokens[at].sort in _NAMING:
        at += 1
    if at == index or text[tokens[index].start - 1] not in " \u00a0":
        return None
    return tokens[index].start, at


def _prefixed_ship(out: list[Unit], tokens: list[Unit], index: int, text: str, words: Vocabulary) -> int:
    """A ship by its prefix and name: "HMS Richmond", "the frigate KDM Absalon"."""
    prefix, last = tokens[index], index + 1
    while last + 1 < len(tokens) and last - index < 3 and tokens[last + 1].text[:1].isupper():
        if tokens[last + 1].sort not in _NAMING or text[tokens[last].end : tokens[last + 1].start] != " ":
            break
        last += 1
    phrase = Phrase(Head("ship", "unit", False), "definite", None, name_start=prefix.start, name_end=tokens[last].end)
    phrase.named = phrase.modified = True
    start = prefix.start
    before = out[-1] if out else None
    if before is not None and before.sort == units.ASSET and isinstance(before.detail, Phrase):
        if text[before.end : prefix.start] == " ":
            phrase.type = text[before.detail.name_start : before.detail.name_end]
            phrase.nations = before.detail.nations
            start = out.pop().start
    elif before is not None and before.sort == units.ACTOR and before.detail == "adjective":
        phrase.nations = [str(before.value)]
        start = out.pop().start
    out.append(Unit(start, tokens[last].end, text[start : tokens[last].end], units.UNIT, None, phrase))
    return last + 1


_VESSEL = "ship"
"""The root of the ships in the catalogue's tree of equipment."""
_NAMING = (units.WORD, units.PLACE, units.PERSON, units.ACTOR)


@functools.cache
def _is_vessel(asset: str) -> bool:
    """Whether a type of equipment is a kind of ship, by the catalogue's tree."""
    types = catalogue.load().asset_types
    seen: str | None = asset
    while seen is not None:
        if seen == _VESSEL:
            return True
        seen = types[seen].parent if seen in types else None
    return False


def _places(row: list[Unit], annotated: Annotated) -> list[Unit]:
    """Join capitalised words to places where a preposition, a place word or the gazetteer says so."""
    words, text = annotated.words, annotated.document.text
    table = words.pack.table("units")
    before, after, led = table["place_before"], table["place_after"], tuple(table["led"])
    out: list[Unit] = []
    index = 0
    while index < len(row):
        unit = row[index]
        run = index
        attribute = unit.sort == units.WORD and unit.low.endswith(led)
        if (
            not attribute
            and unit.sort in (units.WORD, units.ACTOR)
            and unit.text[0].isupper()
            and not (unit.sort == units.WORD and _stops(unit, words) and index == 0)
        ):
            while run < len(row) and _in_name(row, run, index, text):
                run += 1
        if run == index:
            out.append(unit)
            index += 1
            continue
        end, stop = row[run - 1].end, run
        for ending in after:
            parts = ending.split()
            if [u.low for u in row[run : run + len(parts)]] == parts:
                end, stop = row[run + len(parts) - 1].end, run + len(parts)
                break
        name = text[unit.start : end]
        preposition = out[-1].low if out else ""
        if preposition in words.sets["definite"] and len(out) > 1:
            preposition = out[-2].low
        located = preposition in words.sets["locating"]
        marked = (
            stop > run
            or any(name.startswith(b + " ") for b in before)
            or any(name.lower().endswith(" " + a) for a in after)
        )
        single_actor = run == index + 1 and stop == run and unit.sort == units.ACTOR
        if single_actor and unit.detail == "capital" and located:
            unit.sort, unit.value, unit.detail = units.PLACE, unit.text, "name"
        if single_actor:
            out.append(unit)
            index += 1
            continue
        known = name in words.place_names
        if marked or known or (located and not words.verbs.get(unit.low) and not unit.text.isupper()):
            out.append(Unit(unit.start, end, name, units.PLACE, name, "marked" if marked else "name"))
            index = stop
            continue
        out.append(unit)
        index += 1
    return out


def _in_name(row: list[Unit], run: int, first: int, text: str) -> bool:
    unit = row[run]
    if run > first and text[row[run - 1].end : unit.start] not in (" ", "-", "'", "’", "/"):
        return False
    if unit.sort == units.ACTOR:
        return unit.detail in ("name", "capital") or run > first
    if unit.sort != units.WORD:
        return False
    return unit.text[0].isupper() or (
        run > first
        and unit.low in ("al", "el", "as", "ash", "de", "la", "le", "du", "bin")
        and run + 1 < len(row)
        and row[run + 1].text[:1].isupper()
    )
