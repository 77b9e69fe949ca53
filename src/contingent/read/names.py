"""Names by their words: which known name starts at a word, the longest first.

The law of this module: looking a name up costs the same however many names there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Name(NamedTuple):
    """A name of the catalogue or of the document: what it names, by which form of the name."""

    sort: str
    """``actor``, ``operation``, or ``word`` for what is only kept together."""
    value: str
    form: str


class Names:
    """Names of one or several words, all in lower case. Of two equal names the one added first stays."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, ...], Name] = {}
        self.firsts: dict[str, list[int]] = {}
        """How many words the names have that begin with a word, the longest first."""

    def add(self, words: tuple[str, ...], name: Name) -> None:
        """Take in a name; one of no words is none."""
        if not words or words in self._named:
            return
        self._named[words] = name
        lengths = self.firsts.setdefault(words[0], [])
        if len(words) not in lengths:
            lengths.append(len(words))
            lengths.sort(reverse=True)

    def named(self, words: tuple[str, ...]) -> Name | None:
        """What exactly these words name."""
        return self._named.get(words)

    def longest_at(self, words: Sequence[str], index: int) -> tuple[Name, int] | None:
        """The longest name that starts at a word, and how many words it has."""
        for length in self.firsts.get(words[index], ()):
            run = tuple(words[index : index + length])
            name = self._named.get(run)
            if name is not None and len(run) == length:
                return name, length
        return None

    def longest_owner_at(self, words: Sequence[str], index: int, ending: str) -> tuple[Name, int] | None:
        """As ``longest_at``, for a name with the genitive ending written to its last word ("Operation Atalantas")."""
        for length in (1, *self.firsts.get(words[index], ())):
            run = tuple(words[index : index + length])
            if len(run) == length and run[-1].endswith(ending) and len(run[-1]) > len(ending) + 1:
                name = self._named.get((*run[:-1], run[-1].removesuffix(ending)))
                if name is not None:
                    return name, length
        return None
