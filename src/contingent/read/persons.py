"""Persons in text: a name behind a rank, a form of address, a title or a cue, and later mentions by surname.

Ranks come from the catalogue, all other words from the language pack's table ``persons``. A name without a rank
has two words or more, unless the text introduced the person before.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contingent.catalogue import Catalogue
from contingent.lang import LanguagePack
from contingent.read.person_names import Introduced, NameParser, PersonName
from contingent.read.person_words import PersonWords
from contingent.read.rank_names import WORD, RankFinder, Token


@dataclass(frozen=True, slots=True)
class PersonExpression:
    """A person's name with the rank or the form of address printed before it."""

    start: int
    end: int
    name: str
    """The full name: of a later mention by surname, the name by which the text introduced the person."""
    name_start: int
    name_end: int
    rank: str | None
    rank_start: int | None
    nationality: str | None
    """The state's code from a bracket right behind the name ("(HUN)", "(Italy)")."""
    repeated: bool = False
    """Whether only a part of the name stands here, and the full name stood before."""


_BRACKET = re.compile(r"\s+\(([^()\n]{2,20})\)")
_BEHIND_RANK = re.compile(r"(?:\s?\([^()\n]{2,30}\))?,?(?:[ \u00a0]+|[ \u00a0]?\n(?!\s))")
_BEHIND_ADDRESS = re.compile(r"\.?(?:[ \u00a0]|\n(?!\s))")
_SHORT_WORD = 3
_LONGEST_PLURAL = 2
"""How many words a rank in the plural has ("Brigadier Generals")."""
_SENTENCE_ENDS = ".\n!?:•–"


class PersonReader:
    """Finds the persons of a text in one language."""

    def __init__(self, pack: LanguagePack, known: Catalogue) -> None:
        table: Mapping[str, Any] = pack.table("persons")
        self._ranks = RankFinder(known.ranks, pack.code, capital=table["capital_ranks"])
        barred = frozenset(word.lower() for word in table["barred"])
        particles, inner = frozenset(table["particles"]), frozenset(table["inner_particles"])
        self._names = NameParser(particles, inner, barred, frozenset(table["first_names"]))
        self._words = PersonWords(table, known, pack.code)
        self._address = frozenset(table["address"])
        self._before_rank_behind = frozenset(tuple(words.split()) for words in table["before_rank_behind"])
        self._genitive: str = table["genitive"]
        self._plural: str = table["rank_plural"]
        self._joiners = frozenset(table["joiners"])

    def find(
        self, text: str, start: int = 0, end: int | None = None, check_time: Callable[[], None] | None = None
    ) -> list[PersonExpression]:
        """The persons of the text in order; names in photo credits are left out.

        ``check_time`` is called at each word that may start a name, and may end the search by an error.
        """
        stop = len(text) if end is None else end
        tokens = [Token(m.start(), m.end(), m.group(), m.group().lower()) for m in WORD.finditer(text, start, stop)]
        found: list[PersonExpression] = []
        introduced = Introduced(self._genitive)
        at = 0
        while at < len(tokens):
            if not self._may_start(tokens[at]):
                at += 1
                continue
            if check_time is not None:
                check_time()
            plural = tokens[at].low.removesuffix(self._plural) in self._ranks.firsts
            together, behind = self._together(text, tokens, at, introduced) if plural else ([], at)
            if together:
                found += together
                at = behind
                continue
            person, at = self._at(text, tokens, at, introduced)
            if person is not None:
                found.append(person)
        return found

    def _may_start(self, token: Token) -> bool:
        """Whether a person can start with a word; most words are dismissed by this alone."""
        firsts = self._ranks.firsts
        if token.text[0].isupper() or token.low in firsts or token.text in self._address:
            return True
        return token.low.removesuffix(self._plural) in firsts

    def _at(
        self, text: str, tokens: Sequence[Token], at: int, introduced: Introduced
    ) -> tuple[PersonExpression | None, int]:
        """The person that starts with this word, and the word to go on with."""
        token = tokens[at]
        rank = self._ranks.at(text, tokens, at) if token.low in self._ranks.firsts else None
        if rank is not None:
            return self._ranked(text, tokens, at, rank, introduced)
        if token.text in self._address:
            return self._addressed(text, tokens, at, introduced)
        if not token.text[0].isupper():
            return None, at + 1
        if introduced.may_start(token.text):
            name = self._names.at(text, tokens, at)
            if name is not None and introduced.find(name) and self._stands_alone(text, tokens, at, name):
                return self._person(text, tokens, name.start, name, introduced), name.next
        if self._words.announce_name(text, tokens, at):
            name = self._name(text, tokens, at)
            if name is not None and len(name.words) > 1 and self._is_unranked(text, tokens, at, name):
                return self._person(text, tokens, name.start, name, introduced), name.next
        if self._is_confirmed(text, tokens, at):
            name = self._name(text, tokens, at)
            if name is not None and self._is_unranked(text, tokens, at, name):
                return self._person(text, tokens, name.start, name, introduced), name.next
        return None, at + 1

    def _is_confirmed(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """Whether a name of two words and more starts here, of whom what follows is said as of a person."""
        name = self._names.at(text, tokens, at)
        if name is None or len(name.words) == 1 or not self._words.confirm_name(text, tokens, name):
            return False
        together = at > 0 and text[tokens[at - 1].end : tokens[at].start] in (" ", "-", "\u00a0")
        inside = together and tokens[at - 1].text[0].isupper() and self._names.at(text, tokens, at - 1) is not None
        return not inside  # of a longer name

    def _together(
        self, text: str, tokens: Sequence[Token], at: int, introduced: Introduced
    ) -> tuple[list[PersonExpression], int]:
        """Persons with one rank in the plural ("Majors X and Y"), and the word to go on with."""
        rank_end, behind = self._plural_rank(text, tokens, at)
        start, found = tokens[at].start, list[PersonExpression]()
        while behind < len(tokens):
            name = self._name(text, tokens, behind)
            if name is None or len(name.words) < 2 or not self._is_unranked(text, tokens, behind, name):
                break
            person = self._person(text, tokens, start, name, introduced, (tokens[at].start, rank_end))
            found.append(person)
            gap = text[name.end : tokens[name.next].start] if name.next < len(tokens) else ""
            joined = gap == " " and tokens[name.next].low in self._joiners
            behind = name.next + joined
            if not (joined or gap == ", ") or behind == len(tokens):
                break
            start = tokens[behind].start
        return (found, behind) if len(found) > 1 else ([], at)

    def _plural_rank(self, text: str, tokens: Sequence[Token], at: int) -> tuple[int, int]:
        """Where a rank in the plural ends without its ending, and the word behind it; the latter is no word if none."""
        if tokens[at].low.removesuffix(self._plural) in self._ranks.firsts:
            for last in range(at, min(len(tokens), at + _LONGEST_PLURAL)):
                word = tokens[last]
                if word.low.endswith(self._plural):
                    cut = len(self._plural)
                    singular = Token(word.start, word.end - cut, word.text[:-cut], word.low[:-cut])
                    run = [*tokens[at:last], singular]
                    if self._ranks.at(text, run, 0) == (singular.end, len(run)):
                        return singular.end, last + 1
        return 0, len(tokens)

    def _ranked(
        self, text: str, tokens: Sequence[Token], at: int, rank: tuple[int, int], introduced: Introduced
    ) -> tuple[PersonExpression | None, int]:
        rank_end, behind = rank
        gap = _BEHIND_RANK.match(text, rank_end)
        if gap is None:
            return None, behind
        first = behind
        while first < len(tokens) and tokens[first].start < gap.end():
            first += 1
        at_name = first
        while at_name < len(tokens) and tokens[at_name].text in self._address:
            at_name += 1
        if at_name == len(tokens) or (at_name == first and tokens[first].start != gap.end()):
            return None, behind
        name = None if self._ranks.at(text, tokens, at_name) else self._name(text, tokens, at_name)
        if name is None or self._words.bar_behind_rank(name):
            return None, behind
        known = introduced.find(name) is not None
        if len(name.words) == 1 and not known and self._words.bar_surname(tokens[at:behind], name):
            return None, behind
        start = tokens[at].start
        if self._words.name_a_thing(text, tokens, at, name) or self._words.credit_a_photo(text, start):
            return None, name.next
        if self._words.make_post(text, tokens, at, behind):
            return self._person(text, tokens, name.start, name, introduced), name.next
        return self._person(text, tokens, start, name, introduced, (start, rank_end)), name.next

    def _addressed(
        self, text: str, tokens: Sequence[Token], at: int, introduced: Introduced
    ) -> tuple[PersonExpression | None, int]:
        """The person behind a form of address, with further ones between them."""
        behind = at + 1
        while behind < len(tokens) and _BEHIND_ADDRESS.fullmatch(text, tokens[behind - 1].end, tokens[behind].start):
            if tokens[behind].text in self._address:
                behind += 1
                continue
            name = self._name(text, tokens, behind)
            if name is None or not self._is_unranked(text, tokens, at, name):
                break
            if len(name.words) == 1 and introduced.find(name) is None:
                break
            return self._person(text, tokens, tokens[at].start, name, introduced), name.next
        return None, at + 1

    def _name(self, text: str, tokens: Sequence[Token], at: int) -> PersonName | None:
        """The name that starts here, up to a rank that follows it ("Force Commander X Major General Y")."""
        name = self._names.at(text, tokens, at)
        if name is None:
            return None
        for index in range(at + 1, name.next):
            rank = self._ranks.at(text, tokens, index) if tokens[index].text[0].isupper() else None
            # A short word without a full stop may be a surname that looks like an abbreviation ("Hav", "Lt").
            if rank is not None and len(tokens[index].text) > _SHORT_WORD:
                return self._names.at(text, tokens, at, index)
        return name

    def _person(
        self,
        text: str,
        tokens: Sequence[Token],
        start: int,
        name: PersonName,
        introduced: Introduced,
        rank: tuple[int, int] | None = None,
    ) -> PersonExpression:
        """The person by this name from ``start`` on; a name that the text gives for the first time is remembered."""
        before = introduced.find(name)
        full, genitive = before if before else (name.text, 0)
        if before is None and len(name.words) > 1:
            introduced.add(name)
        name_end = name.end - genitive
        end = name_end
        bracket = _BRACKET.match(text, name_end)
        state = self._words.state(bracket[1]) if bracket else None
        if bracket and state:
            end = bracket.end()
        rank = rank or self._rank_behind(text, tokens, name)
        printed = " ".join(text[rank[0] : rank[1]].split()) if rank else None
        repeated = full != name.text[: len(name.text) - genitive]
        rank_start = rank[0] if rank else None
        return PersonExpression(start, end, full, name.start, name_end, printed, rank_start, state, repeated)

    def _rank_behind(self, text: str, tokens: Sequence[Token], name: PersonName) -> tuple[int, int] | None:
        """Where the rank stands that a relative clause right behind a name gives: "X, der er oberst"."""
        if text[name.end : name.end + 1] != ",":
            return None
        for words in self._before_rank_behind:
            at = name.next + len(words)
            if at < len(tokens) and tuple(token.low for token in tokens[name.next : at]) == words:
                rank = self._ranks.at(text, tokens, at)
                if rank is not None:
                    return tokens[at].start, rank[0]
        return None

    def _is_unranked(self, text: str, tokens: Sequence[Token], at: int, name: PersonName) -> bool:
        """Whether a name is a person's although no rank stands before it."""
        if self._words.bar_unranked(name) or self._words.credit_a_photo(text, tokens[at].start):
            return False
        if self._words.describe_a_body(text, tokens, name):
            return False
        return not self._words.name_a_thing(text, tokens, at, name)

    def _stands_alone(self, text: str, tokens: Sequence[Token], at: int, name: PersonName) -> bool:
        """Whether a surname is not a part of some longer name."""
        if at and text[tokens[at - 1].end : name.start] in (" ", "-", "\u00a0"):
            before = tokens[at - 1]
            opening = text[max(0, before.start - 4) : before.start].rstrip(" \u00a0\"'“”’")
            if before.text[0].isupper() and opening and opening[-1] not in _SENTENCE_ENDS:
                return False
        return not self._words.name_a_thing(text, tokens, at, name)


@functools.cache
def person_reader(pack: LanguagePack, known: Catalogue) -> PersonReader:
    """The person reader of a language; raises ``DataError`` if its pack has no table ``persons``."""
    return PersonReader(pack, known)
