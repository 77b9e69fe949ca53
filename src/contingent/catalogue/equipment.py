"""Equipment in text: a noun of the catalogue with the designations before it, and its singular.

"CH-147F Chinook helicopters", "Leopard 2-kampvogne" and "patrol boat" are each one name of equipment: designations
and nouns in a row, of which the last says what it is. A designation that the catalogue does not know is recognised
by its form, before a noun only ("An-99 transport aircraft").
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from contingent.catalogue.entries import ANY_LANGUAGE, AssetName
from contingent.catalogue.loading import Catalogue

_WORD = re.compile(r"[^\W_]+")
_TIE = re.compile(r"[ \u00a0/.-]?")
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}[-/]?[A-Z]?-?\d+[A-Za-z0-9]*|[A-Z]{2,5}(?=-)")
_NAME_IN_COMPOUND = re.compile(rf"{_DESIGNATION.pattern}|[^\W\d_a-z]\w+(?=-\w)")
"""Where nouns are written together, any name tied to one by a hyphen ("Mirage-fly")."""
_SHORTEST_ENDING = 5
"""Letters of the shortest noun that is looked for at the end of a longer word; "tank" and "bil" end too many."""
_MOST_WORDS = 12
"""Words of the longest name; a row of more is text in capitals."""
_TYING = ("-", "/")
_REMEMBERED = 20_000
"""How many words are remembered as starting a name or not; a language's pages have fewer frequent ones."""
_PLURAL_ENDING = "s"
"""What a designation takes in the plural, in every language ("Chinooks", "F-16s")."""


class Equipment(NamedTuple):
    """A name of equipment in a text."""

    start: int
    end: int
    name: str
    """As printed, in the singular."""
    type: str
    """The most special type that its words name."""
    model: bool
    """Whether a maker's or service's designation is part of it."""


class _Word(NamedTuple):
    start: int
    end: int
    text: str


class _Part(NamedTuple):
    """A noun or designation of the catalogue: its type, its singular as printed, and the word after it."""

    type: str
    model: bool
    singular: str
    next: int


class EquipmentFinder:
    """Finds equipment in one language. ``compounds``: nouns are written together, the last part says what they are."""

    def __init__(self, known: Catalogue, language: str, *, compounds: bool) -> None:
        self._types = known.asset_types
        self._designation = _NAME_IN_COMPOUND if compounds else _DESIGNATION
        self._rows: dict[str, list[tuple[tuple[str, ...], AssetName]]] = {}
        self._endings: dict[str, AssetName] = {}
        for name in known.asset_names:
            if name.language not in (language, ANY_LANGUAGE):
                continue
            words = tuple(_WORD.findall(name.name.lower()))
            self._rows.setdefault(words[0], []).append((words, name))
            if compounds and not name.model and len(words) == 1 and len(words[0]) >= _SHORTEST_ENDING:
                self._endings[words[0]] = name
        self._longest_ending = max(map(len, self._endings), default=0)
        self._may_start = functools.lru_cache(_REMEMBERED)(self._begins)
        for rows in self._rows.values():
            rows.sort(key=lambda row: -len(row[0]))

    def find(self, text: str) -> list[Equipment]:
        """The names of equipment in the text in order."""
        words = [_Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
        found: list[Equipment] = []
        at = 0
        while at < len(words):
            begins = self._may_start(words[at].text)
            if begins is None:
                # A word in capitals may begin a designation only if a sign ties it to its number: "F-16".
                begins = text[words[at].end : words[at].end + 1] in _TYING
            if not begins:
                at += 1
                continue
            equipment, at = self._at(text, words, at)
            if equipment is not None:
                found.append(equipment)
        return found

    def singular(self, name: str) -> str:
        """A printed name of equipment in the singular; as it is if its last word is not known."""
        found = self.find(name)
        return f"{name[: found[-1].start]}{found[-1].name}" if found and found[-1].end == len(name) else name

    def _begins(self, word: str) -> bool | None:
        """Whether a name of equipment can start with a word; None where what stands behind it tells.

        Most words are dismissed by this alone.
        """
        low = word.lower()
        if low in self._rows or low.removesuffix(_PLURAL_ENDING) in self._rows or self._compound(word, 0) is not None:
            return True
        if any(letter.isdigit() for letter in word):
            return True
        return None if word[0].isupper() else False

    def _at(self, text: str, words: Sequence[_Word], first: int) -> tuple[Equipment | None, int]:
        """The longest row of designations and nouns from a word on, and the word to go on with."""
        at = first
        last: tuple[int, _Part] | None = None
        kind, model = "", False
        limit = min(len(words), first + _MOST_WORDS)
        while at < limit and (at == first or _TIE.fullmatch(text, words[at - 1].end, words[at].start)):
            part = self._part(text, words, at)
            if last is not None and not last[1].model and (part is None or part.model):
                break
            if part is None:
                form = self._designation.match(text, words[at].start)
                if form is None:
                    break
                model = True
                while at < len(words) and words[at].start < form.end():
                    at += 1
                continue
            kind = part.type if not kind or self._is_under(part.type, kind) else kind
            model = model or part.model
            last = (words[at].start, part)
            at = part.next
        if last is None:
            return None, max(at, first + 1)
        start, part = words[first].start, last[1]
        name = f"{text[start : last[0]]}{part.singular}"
        return Equipment(start, words[part.next - 1].end, name, kind, model), part.next

    def _part(self, text: str, words: Sequence[_Word], at: int) -> _Part | None:
        """The noun or designation of the catalogue that starts with a word."""
        for low in (words[at].text.lower(), words[at].text.lower().removesuffix(_PLURAL_ENDING)):
            for row, name in self._rows.get(low, ()):
                stop = at + len(row)
                run = words[at:stop]
                last = run[-1].text.lower()
                # Most rows that begin with the word end with another one.
                if last != row[-1] and last != row[-1] + _PLURAL_ENDING:
                    continue
                if len(run) < len(row) or any(
                    not _TIE.fullmatch(text, one.end, two.start) for one, two in itertools.pairwise(run)
                ):
                    continue
                if name.model and not (run[0].text[0].isupper() or run[0].text[0].isdigit()):
                    continue
                printed = tuple(word.text.lower() for word in run)
                begin, end = run[0].start, run[-1].end
                if printed == row:
                    singular = text[begin:end] if name.name == name.singular else name.singular
                    return _Part(name.type, name.model, _like(singular, run[0].text), stop)
                if name.model and printed == (*row[:-1], row[-1] + _PLURAL_ENDING):
                    return _Part(name.type, True, text[begin : end - len(_PLURAL_ENDING)], stop)
        return self._compound(words[at].text, at)

    def _compound(self, word: str, at: int) -> _Part | None:
        """A word that ends with a noun of the catalogue ("havovervågningsfly", "forsyningsskibene")."""
        low = word.lower()
        for begin in range(max(3, len(low) - self._longest_ending), len(low) - _SHORTEST_ENDING + 1):
            name = self._endings.get(low[begin:])
            if name is not None:
                return _Part(name.type, False, word[:begin] + name.singular, at + 1)
        return None

    def _is_under(self, kind: str, other: str) -> bool:
        """Whether a type is another, or a special case of it."""
        above: str | None = kind
        while above is not None and above != other:
            above = self._types[above].parent
        return above is not None


def _like(word: str, printed: str) -> str:
    """A word with a capital at its head if the printed one has it."""
    return word[0].upper() + word[1:] if printed[0].isupper() else word
