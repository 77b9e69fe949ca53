"""The words by which a text introduces names: a pack's table ``introductions``, with the patterns made of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from contingent import catalogue
from contingent.lang import LanguagePack

Kind = Literal["operation", "abbreviation", "other name"]


class Introduction(NamedTuple):
    """A name and where the document introduces it."""

    start: int
    end: int
    """Where the name, or the long form of an abbreviation, stands in the document's text."""
    name: str
    """What is named: an operation's usual English name where it is known, otherwise the words as printed."""
    short: str | None
    """The abbreviation or the other name that the thing is given here."""
    kind: Kind


NAME = r"[^\W\d_a-zæøåäöüéèß][\w'’-]*"
"""A capitalised word."""

WORD = re.compile(r"[^\W_](?:[\w'’&./-]*\w)?|&")

_QUOTES = " \t\n\"'“”„«»‘’"
_PHRASE_WORDS = 14
"""How many words in front of a sign are looked at; the longest names of missions have about as many."""

_PHRASE_LENGTH = 160
_PARTING = re.compile(r"[^\s\"“”„«»–-]")
_PARTING_BUT_COMMA = re.compile(r"[^\s\"“”„«»,–-]")


@dataclass(frozen=True, slots=True)
class Words:
    """The table's lists, in lower case, and the patterns made of them."""

    code: str
    lists: dict[str, frozenset[str]]
    compounds: bool
    """Whether nouns are written together, so that a head may be the end of a word."""
    code_name: re.Pattern[str]
    prefix: re.Pattern[str]
    task_force: re.Pattern[str]
    other_name: re.Pattern[str]
    multinational: re.Pattern[str]
    head: re.Pattern[str]
    bracket_lead: re.Pattern[str]
    place: re.Pattern[str]
    """A small word and capitalised ones: "in the Lower Valley"."""
    described: re.Pattern[str]
    """An organisation, a head and a place: "the EU's training mission in Mali"; groups: actor and place."""

    def has(self, name: str, word: str) -> bool:
        """Whether a word is in one of the table's lists."""
        return word.lower() in self.lists[name]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, as they are, capitalised or in capitals, the longest first.

    The letter cases are written out, because a pattern that begins with plain letters is found many times faster
    than one that begins with a condition or that looks past letter case.
    """
    cased = {form for word in words for form in (word, word[:1].upper() + word[1:], word.title(), word.upper())}
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(cased, key=lambda word: (-len(word), word))
    )


def whole(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin a word."""
    for match in pattern.finditer(text, start, end):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before == "_"):
            yield match


def plain(printed: str) -> str:
    """Words as printed, without quotation marks around them and with single spaces."""
    return " ".join(printed.split()).strip(_QUOTES)


def words_before(text: str, start: int, end: int, *, commas: bool = False) -> list[re.Match[str]]:
    """The words right in front of a place, as far as no stop or other sign, a comma too unless allowed, parts them."""
    parting = _PARTING_BUT_COMMA if commas else _PARTING
    found: list[re.Match[str]] = []
    for word in WORD.finditer(text, max(start, end - _PHRASE_LENGTH), end):
        if found and parting.search(text, found[-1].end(), word.start()):
            found = []
        found.append(word)
    if found and text[found[-1].end() : end].strip(_QUOTES):
        return []
    return found[-_PHRASE_WORDS:]


@functools.cache
def introduction_words(pack: LanguagePack) -> Words:
    """The words of a pack. Raises ``DataError`` if the pack lacks the table."""
    lists = {name: frozenset(word.lower() for word in words) for name, words in pack.table("introductions").items()}
    lists["prepositions"] = frozenset(pack.table("grammar")["prepositions"])
    heads = any_of(lists["operation_heads"] | lists["qualified_heads"])
    compounds = bool(pack.table("grammar")["compounds"])
    stem = r"\w*" if compounds else ""
    place = rf"\s(?:{any_of(lists['place_joiners'])})(?:\s(?:{any_of(lists['articles'])}))?"
    known = catalogue.load()
    leads = {operation.lead for operation in known.operations.values()}
    leading = {
        name.name
        for name in known.actor_names
        if name.form == "name"
        and name.actor in leads
        and known.actors[name.actor].kind == "organisation"
        and name.language in (pack.code, catalogue.ANY_LANGUAGE, "en")
    }
    leading_names = "|".join(re.escape(name) for name in sorted(leading, key=lambda name: (-len(name), name)))
    return Words(
        pack.code,
        lists,
        compounds,
        code_name=re.compile(rf"(?:{any_of(lists['code_name'])})\s+[“\"„]?({NAME}(?:[ \n]{NAME}){{0,3}})"),
        prefix=re.compile(rf"(?:{any_of(word.upper() for word in lists['prefixes'])})[ -]{NAME}(?:[ -]{NAME})?"),
        task_force=re.compile(rf"(?:{any_of(lists['task_force'])})\s+({NAME})"),
        other_name=re.compile(rf"(?:{any_of(lists['other_name'])})\s+"),
        multinational=re.compile(rf"(?:{any_of(lists['multinational'])})(?!\w)"),
        head=re.compile(rf"(?:{heads})(?!\w)"),
        bracket_lead=re.compile(rf"(?:(?:{any_of(lists['bracket_lead'])})\b[,:]?\s+)+"),
        place=re.compile(rf"{place}(?:\s{NAME}){{1,4}}"),
        described=re.compile(
            rf"({leading_names})(?:['’]?s)?[ -](?:(?!(?:{any_of(lists['articles'])})\s)[\w-]+ ){{0,3}}?"
            rf"{stem}(?:{heads}){place}\s({NAME}(?:[ -]{NAME}){{0,4}}(?: of(?: the)? {NAME}(?: {NAME})?)?)"
        ),
    )
