"""Titles of posts in a sentence: "Deputy Force Commander", "chief of staff", "kompagnichef".

A title is put together before the noun phrases are, so that "battalion commander" names no battalion. All words
come from the language pack's table ``postings``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.names_of_elements import clean_name
from contingent.read.noun_table import Head
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_BODIES = ("unit", "operation", "contribution")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says of the post."""

    text: str
    """The title without the words that say when it is held."""
    standing: str = "present"
    """``present``, ``former`` or ``coming``."""
    head: Head | None = None
    """The noun in it that names what the post belongs to ("battalion commander")."""
    whole: bool = False
    """Whether it is by its nature a post of the whole operation."""
    ship: bool = False
    """Whether it is by its nature a post on a ship."""
    unit: bool = False
    """Whether it is by its nature a post in one unit ("Officer Commanding")."""
    many: bool = False
    """Whether it is the title of more than one person ("advisers")."""
    force: bool = False
    """Whether it is by its nature the head of an armed force at home ("Chief of Army Staff")."""


@dataclass
class TitleWords:
    """The words of a language's titles, arranged for looking up."""

    words: Vocabulary
    nouns: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    table: dict[str, Any] = field(default_factory=dict)
    barred: tuple[str, ...] = ()
    abbreviations: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Vocabulary) -> TitleWords:
        """The title words of a vocabulary's language."""
        postings = words.pack.table("postings")
        made = cls(words, table=postings["titles"], barred=tuple(postings["words"]["barred"]))
        made.abbreviations, made.endings = frozenset(made.table["abbreviations"]), tuple(made.table["endings"])
        for noun in made.table["nouns"]:
            parts = tuple(noun.split())
            made.nouns.setdefault(parts[0], []).append(parts)
        for rows in made.nouns.values():
            rows.sort(key=len, reverse=True)
        return made

    def length_at(self, row: list[Unit], index: int) -> int:
        """How many units the noun of a title takes that starts here; 0 if none does."""
        unit = row[index]
        if unit.sort != units.WORD or unit.low.endswith(self.barred):
            return 0
        if unit.text in self.abbreviations:
            return 1
        for parts in self.nouns.get(unit.low, ()):
            if tuple(u.low for u in row[index : index + len(parts)]) == parts:
                return len(parts)
        compound = unit.low.endswith(self.endings) and any(
            unit.low.endswith(ending) and len(unit.low) > len(ending) + 1 for ending in self.endings
        )
        return 1 if compound else 0

    def field_at(self, row: list[Unit], index: int) -> int:
        """How many units "of staff" takes behind the noun; 0 if nothing of the kind stands there."""
        if index + 1 >= len(row) or row[index].low not in self.words.sets["of"]:
            return 0
        best = 0
        for name in self.table["fields"]:
            parts = name.split()
            if len(parts) > best and [u.low for u in row[index + 1 : index + 1 + len(parts)]] == parts:
                best = len(parts)
        return best + 1 if best else 0


def find_titles(annotated: Annotated) -> None:
    """Put the titles of every sentence together, in place."""
    known = TitleWords.of(annotated.words)
    for sentence in annotated.sentences:
        annotated.check_time()
        sentence.units = _titles(sentence.units, known, annotated.document.text)


def _titles(row: list[Unit], known: TitleWords, text: str) -> list[Unit]:
    out: list[Unit] = []
    index = 0
    while index < len(row):
        length = known.length_at(row, index)
        if length == 0 or _is_verb(row, index, length, known.words):
            out.append(row[index])
            index += 1
            continue
        last = index + length + known.field_at(row, index + length) - 1
        head = _head_of_compound(row[index].low, known)
        start = title_start = row[index].start
        while out:
            taken, noun = _taken_before(out, known)
            if not taken:
                break
            head = head or noun
            start = out[-taken].start
            if noun is None or noun.sort != "unit" or not noun.definite:
                title_start = start  # "missionens chef", but only "chef" of "kampgruppens chef"
            del out[-taken:]
        owner = _ship_before(out, known)
        if owner:
            start = out[-owner].start
            del out[-owner:]
        standing = "present"
        while out and out[-1].sort == units.WORD:
            found = next((s for s in ("former", "coming", "present") if out[-1].low in known.table[s]), None)
            if found is None:
                break
            standing = found if standing == "present" else standing
            start = out.pop().start
        name = clean_name(text[title_start : row[last].end])
        unit = _unit(text, start, row[last].end, name, standing, head, known)
        if owner:
            unit.detail = replace(unit.detail, ship=True)
        out.append(unit)
        goes_on = last + 1 < len(row) and row[last].low in known.table["before"] and known.length_at(row, last + 1) > 0
        if not goes_on:  # "commander and deputy | commander"
            _join(out, known, text)
        index = last + 1
    return out


def _ship_before(out: list[Unit], known: TitleWords) -> int:
    """How many of the last units say that a title is one on a ship: "skibets", "the ship's"."""
    for count in (1, 2):
        if len(out) >= count and "".join(u.low for u in out[-count:]) in known.table["ship_owners"]:
            return count
    return 0


def _unit(text: str, start: int, end: int, name: str, standing: str, head: Head | None, known: TitleWords) -> Unit:
    low = f" {name.lower()} "
    whole = any(f" {o} " in low for o in known.table["operation"]) or (head is not None and head.sort == "operation")
    ship = any(low == f" {s} " or low == f" {s}en " for s in known.table["ship"])
    unit, force = low.strip() in known.table["unit"], low.strip() in known.table["force"]
    return Unit(start, end, text[start:end], units.TITLE, name, Title(name, standing, head, whole, ship, unit, force))


def _join(out: list[Unit], known: TitleWords, text: str) -> None:
    """Make one title of "Special Representative and Head", but two of "chief of security and chief of the bureau"."""
    if len(out) < 3 or out[-3].sort != units.TITLE or out[-2].low not in known.words.sets["conjunctions_and"]:
        return
    first, second = out[-3].detail, out[-1].detail
    if second.text.lower().split()[:1] == first.text.lower().split()[:1] and " " in first.text:
        return
    name = clean_name(text[out[-3].end - len(first.text) : out[-1].end])
    out[-3:] = [_unit(text, out[-3].start, out[-1].end, name, first.standing, first.head or second.head, known)]


def _is_verb(row: list[Unit], index: int, length: int, words: Vocabulary) -> bool:
    """Whether a word that is also a verb is one here: "to head the mission", "X leder styrken"."""
    unit, sets = row[index], words.sets
    if length > 1 or unit.low not in words.verbs:
        return False
    before = row[index - 1] if index else None
    behind = row[index + 1] if index + 1 < len(row) else None
    if before is not None and (
        before.sort in (units.PERSON, units.OPERATION, units.TIME)
        or any(
            before.low in sets[name]
            for name in ("infinitive", "modals.future", "modals.permission", "relatives", "pronouns_person")
        )
        or (before.sort == units.WORD and words.head(before.low) is not None and words.grammar["verb_second"])
    ):
        return True
    if behind is None or behind.sort in (units.SIGN, units.PERSON):
        return False
    if behind.sort == units.WORD:
        return (
            behind.low in sets["definite"]
            or behind.low in sets["indefinite"]
            or behind.low in sets["possessive_first"]
            or words.head(behind.low) is not None
        )
    return True


def _head_of_compound(low: str, known: TitleWords) -> Head | None:
    """The unit's noun in a title written as one word: "bataljonschef", "kompagnichefen"."""
    for ending in known.table["endings"]:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            stem = low[: -len(ending)]
            return known.words.head(stem) or known.words.head(stem.removesuffix("s"))
    return None


def _taken_before(out: list[Unit], known: TitleWords) -> tuple[int, Head | None]:
    """How many of the last units belong to a title that follows, and the noun of a unit among them."""
    words = known.words
    unit = out[-1]
    if unit.sort == units.TITLE and unit.low in known.table["before"]:
        return 1, None  # "Deputy | Force Commander"
    if unit.sort != units.WORD:
        return 0, None
    for count in (2, 1):
        if len(out) < count or any(u.sort != units.WORD for u in out[-count:]):
            continue
        low = " ".join(u.low for u in out[-count:])
        head = words.heads.get(low)
        if head is None and words.grammar["compounds"] and low.endswith("s") and count == 1:
            found = words.head(low[:-1])
            head = found if found is not None and found.definite else None
        if head is not None and head.sort in _BODIES and not head.plural:
            return (0, None) if _is_named(out, count, known) else (count, head)
    return (1, None) if unit.low in known.table["before"] else (0, None)


def _is_named(out: list[Unit], count: int, known: TitleWords) -> bool:
    """Whether the noun ends the name of one unit, so that it is no part of the title ("2nd Battalion commander")."""
    if len(out) <= count:
        return False
    before = out[-count - 1]
    if before.sort == units.NUMBER:
        return True
    inner = before.sort == units.WORD and before.text[0].isupper() and len(out) > count + 1
    table = known.table
    titled = before.low in (*table["before"], *table["former"], *table["coming"], *table["present"])
    closed = before.low in known.words.sets["definite"] | known.words.sets["indefinite"]
    return inner and not titled and not closed
