"""The words by which a text introduces names: a pack's table ``introductions``, with the patterns made of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
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
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def plain(printed: str) -> str:
    """Words as printed, without quotation marks around them and with single spaces."""
    return " ".join(printed.split()).strip(_QUOTES)


def words_before(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words right in front of a place, as far as no stop or other sign parts them."""
    found: list[re.Match[str]] = []
    for word in WORD.finditer(text, max(start, end - _PHRASE_LENGTH), end):
        if found and _PARTING.search(text, found[-1].end(), word.start()):
            found = []
        found.append(word)
    if found and text[found[-1].end() : end].strip(_QUOTES):
        return []
    return found[-_PHRASE_WORDS:]


@functools.cache
def introduction_words(pack: LanguagePack) -> Words:
    """The words of a pack. Raises ``DataError`` if the pack lacks the table."""
    lists = {name: frozenset(word.lower() for word in words) for name, words in pack.table("introductions").items()}
    compounds = bool(pack.table("grammar")["compounds"])
    heads = any_of(lists["operation_heads"] | lists["qualified_heads"])
    before = r"\w*" if compounds else r"\b"
    articles = any_of(lists["articles"])
    place = rf"\s(?:{any_of(lists['place_joiners'])})(?:\s(?i:{articles}))?"
    known = catalogue.load()
    leads = {operation.lead for operation in known.operations.values()}
    leading = (
        name.name
        for name in known.actor_names
        if name.form == "name" and name.actor in leads and known.actors[name.actor].kind == "organisation"
    )
    return Words(
        pack.code,
        lists,
        compounds,
        code_name=re.compile(rf"(?i:(?<!\w)(?:{any_of(lists['code_name'])}))\s+[“\"„]?({NAME}(?:[ \n]{NAME}){{0,3}})"),
        prefix=re.compile(rf"\b(?:{any_of(word.upper() for word in lists['prefixes'])})[ -]{NAME}(?:[ -]{NAME})?"),
        task_force=re.compile(rf"(?i:\b(?:{any_of(lists['task_force'])}))\s+({NAME})"),
        other_name=re.compile(rf"(?i:\b(?:{any_of(lists['other_name'])}))\s+"),
        multinational=re.compile(rf"(?i:\b(?:{any_of(lists['multinational'])})\b)"),
        head=re.compile(rf"(?i:{before}(?:{heads}))(?!\w)"),
        bracket_lead=re.compile(rf"(?i:(?:{any_of(lists['bracket_lead'])})\b[,:]?\s+)+"),
        place=re.compile(rf"{place}(?:\s{NAME}){{1,4}}"),
        described=re.compile(
            rf"(?<!\w)({any_of(leading)})(?:['’]?s)?[ -](?:[\w-]+ ){{0,3}}?"
            rf"(?i:{before}(?:{heads})){place}\s({NAME}(?:[ -](?:og |and )?{NAME}){{0,4}})"
        ),
    )
