"""The name of a person from its first word on: capitalised words with particles between them.

A name ends before a sign, a line's end, or a word that the language pack or the catalogue bars from names
(units, posts, states). What stands in front of it, and whether it is a name at all, others decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from contingent.read.rank_names import Token

_SPACE = re.compile(r"\.?[ \u00a0]|[ \u00a0]?\n(?!\s)")
_INNER = re.compile(r"\.?-|\.")
_MOST_WORDS = 8
_WRAPPED = 50
"""A line of at least so many characters before its end was broken to fit the page, and the name goes on."""


class PersonName(NamedTuple):
    """A name: its place, itself with single spaces, its words, and the index of the word after it."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    next: int


class NameParser:
    """Reads names. ``barred`` holds words in lower case that are in no name, but for ``first_names`` at its head."""

    def __init__(
        self,
        particles: frozenset[str],
        inner_particles: frozenset[str],
        barred: frozenset[str],
        first_names: frozenset[str],
    ) -> None:
        self._particles, self._inner_particles, self._barred = particles, inner_particles, barred
        self._first_names = first_names

    def at(self, text: str, tokens: Sequence[Token], index: int, stop: int | None = None) -> PersonName | None:
        """The name that starts with this word and ends before ``stop``; one word is enough."""
        at, last, words = index, -1, 0
        stop = len(tokens) if stop is None else stop
        while at < stop and words < _MOST_WORDS:
            if at > index and not self._joined(text, tokens[at - 1], tokens[at]):
                break
            token = tokens[at]
            initial = len(token.text) == 1 and text[token.end : token.end + 1] == "."
            if token.text[0].isupper():
                if token.low in self._barred and not initial and not (at == index and self._is_first(tokens, at)):
                    break
                last, words = at, words + 1
            elif not self._goes_on(text, tokens, at):
                break
            at += 1
        if last < 0:
            return None
        start, end = tokens[index].start, tokens[last].end
        if text[end - 2 : end] in ("'s", "’s"):
            end -= 2
        elif len(tokens[last].text) == 1 and text[end : end + 1] == ".":
            return None if last == index else self._before(text, tokens, index, last)
        name = " ".join(text[start:end].split())
        return PersonName(start, end, name, tuple(name.split()), last + 1)

    def _is_first(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word such as "Sunday" is a first name here, before a surname."""
        if tokens[at].text not in self._first_names or at + 1 == len(tokens):
            return False
        return tokens[at + 1].text[0].isupper() and tokens[at + 1].low not in self._barred

    def _before(self, text: str, tokens: Sequence[Token], index: int, last: int) -> PersonName:
        """The name without an initial at its end, which belongs to what follows."""
        end = tokens[last - 1].end
        name = " ".join(text[tokens[index].start : end].split())
        return PersonName(tokens[index].start, end, name, tuple(name.split()), last)

    def _goes_on(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word in small letters is a particle, with a capitalised word or a second particle behind it."""
        known = self._particles if at == 0 or tokens[at - 1].low not in self._particles else self._inner_particles
        if tokens[at].low not in known or at + 1 == len(tokens):
            return False
        following = tokens[at + 1]
        if not self._joined(text, tokens[at], following):
            return False
        if following.text[0].isupper():
            return following.low not in self._barred
        return following.low in self._inner_particles

    @staticmethod
    def _joined(text: str, one: Token, two: Token) -> bool:
        """Whether two words stand in one name by the signs between them; a full stop needs an initial before it."""
        gap = text[one.end : two.start]
        if gap.startswith(".") and len(one.text) > 1:
            return False
        if _INNER.fullmatch(gap):
            return True
        if not _SPACE.fullmatch(gap):
            return False
        return "\n" not in gap or one.end - text.rfind("\n", 0, one.end) > _WRAPPED


class Introduced:
    """The persons whom a text has named so far, to be found again by surname.

    ``genitive`` is what the language writes to a name's end without a sign ("Olesens").
    """

    def __init__(self, genitive: str) -> None:
        self._genitive = genitive
        self._full: dict[str, str] = {}
        self._firsts: set[str] = set()

    def add(self, name: PersonName) -> None:
        """Remember a full name; of two persons with one surname the first keeps it."""
        for count in range(len(name.words)):
            surname = " ".join(name.words[count:])
            self._full.setdefault(surname, name.text)
            self._firsts.add(name.words[count])

    def may_start(self, word: str) -> bool:
        """Whether a known name or surname starts with this word."""
        return word in self._firsts or bool(self._genitive and word.removesuffix(self._genitive) in self._firsts)

    def find(self, name: PersonName) -> tuple[str, int] | None:
        """The full name of which this is the whole or the end, and how many letters of a genitive stand with it."""
        if name.text in self._full:
            return self._full[name.text], 0
        bare = name.text.removesuffix(self._genitive)
        if bare != name.text and bare in self._full:
            return self._full[bare], len(self._genitive)
        return None
