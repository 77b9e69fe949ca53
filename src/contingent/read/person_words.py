"""What the words around a name say: that a person's name starts here, or that it is the name of something else.

The words are the language pack's table ``persons``; states, organisations, operations and places are the catalogue's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from contingent import catalogue
from contingent.catalogue import Catalogue
from contingent.read.person_names import PersonName
from contingent.read.rank_names import Token

_BEHIND_CUE = re.compile(r"[ \u00a0]?[,:–—-]?[ \u00a0]|\)?:?[ \u00a0]?\n(?!\s)")
_SENTENCE_SIGN = re.compile(r"[.!?;:\n•(,]")
_TITLE_REACH = 10
"""Words between a title's noun and the name behind its comma ("the commander of the force's air wing, X")."""
_LONGEST_CUE = 4
_CREDIT_REACH = 12
"""Characters before a name in which a photographer's credit begins ("Photo: Sgt X")."""


class PersonWords:
    """The questions that ``PersonReader`` asks about the words around a name."""

    def __init__(self, table: Mapping[str, Any], known: Catalogue, language: str) -> None:
        self._known, self._language = known, language
        self._places = catalogue.place_names()
        self._cues = frozenset(tuple(cue.split()) for cue in table["cues"])
        self._cues_behind = frozenset(tuple(cue.split()) for cue in table["cues_behind"])
        self._longest_cue_behind = max(map(len, self._cues_behind), default=0)
        self._agents = frozenset(table["agents"])
        self._titles = frozenset(table["titles"])
        self._title_endings: tuple[str, ...] = tuple(table["title_endings"])
        self._post_ranks = frozenset(table["post_ranks"])
        self._before_posts = frozenset(table["before_posts"])
        self._plain_ranks = frozenset(table["plain_ranks"])
        self._bearers_before = frozenset(table["bearers_before"])
        self._bearers_behind = frozenset(table["bearers_behind"])
        self._credits = re.compile("|".join(re.escape(cue) for cue in table["credits"]))
        self._adjectives = frozenset(name.name.lower() for name in known.actor_names if name.form == "adjective")
        self._leading_adjectives = self._adjectives if table["adjectives_before_names"] else frozenset[str]()
        people = frozenset(name.name.lower() for name in known.actor_names if name.form == "people")
        self._people = people if table["people_before_names"] else frozenset[str]()
        names = (*known.operations, *known.actors, *(name.name for name in known.operation_names))
        firsts = (name.split()[0] for name in names)
        self._acronyms = frozenset(word for word in firsts if len(word) > 2 and word.isupper())

    def announce_name(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """Whether what stands before a word says that a person's name starts with it."""
        if at == 0:
            return False
        before = tokens[at - 1]
        gap = text[before.end : tokens[at].start]
        if not _BEHIND_CUE.fullmatch(gap):
            return False
        if gap.isspace() and "\n" not in gap:
            return (
                before.low in self._people
                or self._is_title(before.low)
                or (before.low in self._leading_adjectives and before.text[0].isupper())
                or (before.low in self._adjectives and at > 1 and tokens[at - 2].low in self._agents)
                or self._is_cue(tokens, at)
            )
        if self._is_cue(tokens, at):
            return True
        for back in range(1, min(_TITLE_REACH, at) + 1):
            token = tokens[at - back]
            between = text[token.end : tokens[at - back + 1].start] if back > 1 else ""
            bracketed = gap.startswith(")") and between.strip() == "("
            if _SENTENCE_SIGN.search(between) and not bracketed:
                return False
            if self._is_title(token.low):
                return True
        return False

    def confirm_name(self, text: str, tokens: Sequence[Token], name: PersonName) -> bool:
        """Whether what stands behind a name says that it is a person's: "X was appointed", "X took over as"."""
        if name.next >= len(tokens) or text[name.end : tokens[name.next].start] not in (" ", "\u00a0"):
            return False
        words = tuple(token.low for token in tokens[name.next : name.next + self._longest_cue_behind])
        return any(words[:count] in self._cues_behind for count in range(1, len(words) + 1))

    def _is_cue(self, tokens: Sequence[Token], at: int) -> bool:
        words = tuple(token.low for token in tokens[max(0, at - _LONGEST_CUE) : at])
        return any(words[-count:] in self._cues for count in range(1, len(words) + 1))

    def _is_title(self, low: str) -> bool:
        return low in self._titles or low.endswith(self._title_endings)

    def make_post(self, text: str, tokens: Sequence[Token], at: int, behind: int) -> bool:
        """Whether a rank that is also a post ("Commander") is the post here, by the word before it ("Force")."""
        if behind != at + 1 or at == 0 or tokens[at].low not in self._post_ranks:
            return False
        return text[tokens[at - 1].end : tokens[at].start].isspace() and tokens[at - 1].low in self._before_posts

    def bar_behind_rank(self, name: PersonName) -> bool:
        """Whether a name behind a rank is one of a state or an organisation ("Commander British Forces")."""
        return name.words[0].lower() in self._adjectives or name.words[0] in self._acronyms

    def bar_surname(self, rank: Sequence[Token], name: PersonName) -> bool:
        """Whether a rank and one word need not be a person ("Major Powers"), unless the text introduced it."""
        plain = len(rank) == 1 and rank[0].low in self._plain_ranks
        return plain or len(name.text) < 3 or name.text.isupper() or name.text in self._places

    def bar_unranked(self, name: PersonName) -> bool:
        """Whether a name without a rank is one of a state, an organisation, an operation or a place."""
        if self.bar_behind_rank(name) or any(len(word) > 1 and word.isupper() for word in name.words):
            return True
        if name.text in self._places or self._known.find_actor(name.text) or self._known.find_operation(name.text):
            return True
        return all(word in self._places or self._known.find_actor(word) for word in name.words)

    def name_a_thing(self, text: str, tokens: Sequence[Token], at: int, name: PersonName) -> bool:
        """Whether a place, a ship or a unit bears the name ("Camp Roberts", "HMS Richmond", "X Barracks")."""
        spaced = at > 0 and text[tokens[at - 1].end : tokens[at].start].isspace()
        if spaced and tokens[at - 1].text in self._bearers_before:
            return True
        if name.next >= len(tokens) or text[name.end : tokens[name.next].start].strip() not in ("", "-"):
            return False
        return tokens[name.next].low in self._bearers_behind

    def describe_a_body(self, text: str, tokens: Sequence[Token], name: PersonName) -> bool:
        """Whether a name ends with a state's adjective before a body's name: "Readiness Canadian | Joint Command"."""
        if name.words[-1].lower() not in self._adjectives or name.next >= len(tokens):
            return False
        following = tokens[name.next]
        return text[name.end : following.start] == " " and following.text[0].isupper()

    def credit_a_photo(self, text: str, start: int) -> bool:
        """Whether a photographer's name starts here."""
        return self._credits.search(text, max(0, start - _CREDIT_REACH), start) is not None

    def state(self, name: str) -> str | None:
        """The code of a state by its name or code, as a bracket behind a name gives it."""
        found = self._known.find_actor(name, self._language)
        return found.code if found else None
