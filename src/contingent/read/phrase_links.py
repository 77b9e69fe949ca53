"""What the words beside a noun phrase say of it: whose it is, in which operation it is, by which name it goes.

Each function changes the row of units of a sentence in place, once its phrases are found.
"""

from __future__ import annotations

import re
from dataclasses import replace

from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.named_actors import is_state
from contingent.read.phrase import Phrase
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary


def join_leaders(tokens: list[Unit], text: str, words: Vocabulary) -> list[Unit]:
    """A nation and "led" before a noun as one word that describes it: "en | britisk ledet | kampgruppe"."""
    if not any(token.low in words.led for token in tokens):
        return tokens
    joined: list[Unit] = []
    for number, token in enumerate(tokens):
        before, following = joined[-1] if joined else None, tokens[number + 1 : number + 2]
        nation = before is not None and before.sort == units.ACTOR and before.detail == "adjective"
        leads = token.low in words.led and nation
        named = bool(following) and following[0].sort == units.OPERATION
        noun = bool(following) and (words.head(following[0].low) is not None or following[0].text[:1].isupper())
        if following and not words.grammar["compounds"]:
            noun = noun or (following[0].sort == units.WORD and following[0].low not in words.closed)
        if leads and before is not None and (named or noun):
            joined[-1] = Unit(before.start, token.end, text[before.start : token.end], units.WORD)
        else:
            joined.append(token)
    return joined


def join_parents(row: list[Unit], text: str) -> None:
    """Join a numbered unit and the numbered unit that it is part of: "1st Battalion, | 150th Infantry Regiment"."""
    at = 0
    while at + 1 < len(row):
        part = row[at]
        if not _is_numbered(part, text):
            at += 1
            continue
        last = at + (2 if row[at + 1].text == "," else 1)
        whole = row[last] if last < len(row) else None
        if whole is None or not _is_numbered(whole, text):
            at += 1
            continue
        if part.detail.head.lemma == whole.detail.head.lemma or whole.start != whole.detail.name_start:
            at += 1
            continue
        detail = replace(
            part.detail,
            head=whole.detail.head,
            nations=[*part.detail.nations, *whole.detail.nations],
            name_end=whole.detail.name_end,
            abbreviation=whole.detail.abbreviation,
            operation=part.detail.operation or whole.detail.operation,
        )
        row[at : last + 1] = [Unit(part.start, whole.end, text[part.start : whole.end], units.UNIT, None, detail)]


_NUMBERED = re.compile(r"(?:[A-Z]|\d+(?:st|nd|rd|th)|\d+[./]\S*|\d+) [A-Z]")
"""How the name of a numbered unit begins, after a language's capitals: "B Company", "2nd Battalion"."""


def _is_numbered(unit: Unit, text: str) -> bool:
    phrase = unit.detail
    if unit.sort != units.UNIT or not isinstance(phrase, Phrase) or phrase.number is not None:
        return False
    return phrase.named and _NUMBERED.match(text, phrase.name_start) is not None


def note_nations(row: list[Unit], words: Vocabulary) -> None:
    """Note the states that people or a unit come from: "engineers from Japan", "a hospital provided by Norway"."""
    for number, unit in enumerate(row[:-2]):
        phrase = unit.detail
        if not isinstance(phrase, Phrase) or _is_taken_over(row, number, words):
            continue
        if phrase.nations and not (phrase.named and row[number + 1].low in words.sets["from"]):
            continue  # but "the Kosovo Tactical Reserve Battalion from Hungary", named for where it works
        if row[number + 1].text == "," and row[number + 2].sort == units.ACTOR:
            if row[number + 2].detail == "armed forces" and unit.sort == units.UNIT:
                phrase.nations.append(row[number + 2].value)  # "116th Infantry Brigade, Virginia National Guard"
            continue
        provided = row[number + 1].low in words.sets["provided"] and row[number + 2].low in words.sets["by"]
        of_forces = row[number + 1].low in words.sets["of"] and unit.sort == units.PERSONS
        if row[number + 1].low not in words.sets["from"] and not provided and not of_forces:
            continue
        at = number + (3 if provided else 2)
        counted = number > 1 and row[number - 1].low in words.sets["of"] and unit.sort == units.PERSONS
        formed = row[number - 2].detail if counted and row[number - 2].sort == units.UNIT else None
        while at < len(row):
            if row[at].sort == units.ACTOR and row[at].detail == ("armed forces" if of_forces else "name"):
                phrase.nations.append(row[at].value)
            elif not (
                row[at].low in words.sets["definite"]
                or row[at].low in words.sets["conjunctions_and"]
                or row[at].text == ","
            ):
                break
            at += 1
        if isinstance(formed, Phrase) and not formed.nations and len(phrase.nations) == 1:
            formed.nations.extend(phrase.nations)  # "a company of 90 soldiers from Albania"


def _is_taken_over(row: list[Unit], number: int, words: Vocabulary) -> bool:
    """Whether a unit is what somebody commands: "took command of the group | from Austria" tells whom it comes from."""
    at = number - 1
    while at > 0 and row[at].low in words.sets["definite"]:
        at -= 1
    if at <= 0 or row[at].low not in words.sets["of"]:
        return False
    led = row[at - 1].low.split()[-1]
    return led in words.sets["commands"] or led in words.sets["leadership"]


def name_described(annotated: Annotated) -> None:
    """Make operations of a force that is named in brackets and of its later mentions.

    "NATO's minerydningsstyrke i Østersøen (SNMCMG1)", later "minerydningsstyrken".
    """
    forces = tuple(annotated.words.sets["forces"])
    named: dict[str, Unit] = {}
    for sentence in annotated.sentences:
        row = sentence.units
        for number, unit in enumerate(row):
            phrase = unit.detail
            if unit.sort != units.UNIT or not isinstance(phrase, Phrase) or not phrase.head.lemma.endswith(forces):
                continue
            if phrase.number is not None or any(map(is_state, phrase.nations)):
                continue
            operation = _in_brackets(row, number) or named.get(phrase.head.lemma)
            if operation is None or (phrase.determiner == "indefinite" or not (phrase.determiner or phrase.modified)):
                continue
            named[phrase.head.lemma] = operation
            row[number] = Unit(unit.start, unit.end, unit.text, units.OPERATION, operation.value, operation.detail)


def _in_brackets(row: list[Unit], number: int) -> Unit | None:
    """The operation that stands in brackets behind a noun and the places that say where it works."""
    at = number + 1
    while at < len(row) and row[at].sort in (units.WORD, units.PLACE, units.ACTOR):
        at += 1
    named = [row[at + 1]] if at + 2 < len(row) and row[at].text == "(" and row[at + 2].text == ")" else []
    return named[0] if named and named[0].sort == units.OPERATION else None


def take_names(row: list[Unit], words: Vocabulary) -> None:
    """Make an operation of a unit that is named behind a comma: "NATO's naval group, the so-called SNMG1"."""
    for number, unit in enumerate(row):
        if unit.low not in words.sets["so_called"] or number < 2 or number + 1 >= len(row):
            continue
        named = row[number + 1]
        comma = number - 2 if row[number - 1].low in words.sets["definite"] else number - 1
        described = row[comma - 1] if comma > 0 and row[comma].text == "," else None
        if named.sort == units.OPERATION and described is not None and described.sort in (units.UNIT, units.ANAPHOR):
            row[comma - 1] = Unit(
                described.start, described.end, described.text, units.OPERATION, named.value, named.detail
            )


def note_operations(row: list[Unit], words: Vocabulary) -> None:
    """Note the operation that is named right behind a phrase: "the Danish contributions to the OIR"."""
    for number, unit in enumerate(row[:-2]):
        if not isinstance(unit.detail, Phrase) or unit.detail.operation:
            continue
        serving = row[number + 1].low
        if serving not in words.sets["serving_in"] and serving not in words.sets["serving"]:
            continue
        following = [u for u in row[number + 2 : number + 4] if u.low not in words.sets["definite"]]
        if following and following[0].sort == units.OPERATION:
            unit.detail.operation = following[0].value
