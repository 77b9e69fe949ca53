"""Persons in text: a rank and a name, with the nationality that stands behind it.

Ranks come from the catalogue, in the language of the text and in English; a name is two or more capitalised
words, with particles between them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from contingent import catalogue
from contingent.catalogue import Catalogue
from contingent.lang import LanguagePack


@dataclass(frozen=True, slots=True)
class PersonExpression:
    """A person's name with the rank printed before it."""

    start: int
    end: int
    name: str
    name_start: int
    name_end: int
    rank: str | None
    rank_start: int | None
    nationality: str | None
    """The state's code from a bracket right behind the name ("(HUN)", "(Italy)")."""


_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w'’]*(?:-[^\W\d_]\w*)*"


class PersonReader:
    """Finds the persons of a text in one language."""

    def __init__(self, pack: LanguagePack, known: Catalogue) -> None:
        table: Mapping[str, Any] = pack.table("persons")
        languages = {pack.code, "en", catalogue.ANY_LANGUAGE}
        names = {rank.name for rank in known.ranks if rank.language in languages}
        ranks = "|".join(re.escape(name).replace(r"\ ", r"[\s ]+") for name in sorted(names, key=len, reverse=True))
        particles = "|".join(re.escape(p) for p in table["particles"])
        part = rf"(?:{_CAPITALISED}|[A-Z]\.)"
        self._pattern = re.compile(
            rf"(?<!\w)(?P<rank>(?i:{ranks})\.?)(?:\s+\([^()]{{2,30}}\))?,?\s+"
            rf"(?P<name>{part}(?:[ \u00a0](?:(?:{particles})[ \u00a0])?{part}){{1,4}})"
            rf"(?:\s+\((?P<state>[^()]{{2,20}})\))?"
        )
        self._barred = frozenset(table["barred"])
        self._photo = re.compile("|".join(re.escape(cue) for cue in table["credits"]))
        self._known = known
        self._language = pack.code

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[PersonExpression]:
        """The persons of the text in order; names in photo credits are left out."""
        found: list[PersonExpression] = []
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            words = match["name"].split()
            while words and words[-1] in self._barred:
                words.pop()
            if len(words) < 2 or words[0] in self._barred:
                continue
            if self._photo.search(text, max(0, match.start() - 12), match.start()):
                continue
            name = match["name"][: sum(map(len, words)) + len(words) - 1]
            state = self._known.find_actor(match["state"], self._language) if match["state"] else None
            finish = match.end() if state else match.start("name") + len(name)
            found.append(
                PersonExpression(
                    match.start(),
                    finish,
                    name,
                    match.start("name"),
                    match.start("name") + len(name),
                    " ".join(match["rank"].split()),
                    match.start("rank"),
                    state.code if state else None,
                )
            )
        return found


@functools.cache
def person_reader(pack: LanguagePack, known: Catalogue) -> PersonReader:
    """The person reader of a language; raises ``DataError`` if its pack has no table ``persons``."""
    return PersonReader(pack, known)
