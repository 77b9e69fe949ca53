"""The bounds of a number: the words around it that make it a most, a least or an approximation.

The law of this module: only words that stand right next to a number bound it, and none that belong to a verb.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

BOUND_REACH = 40
"""Characters before a number in which its bounds are looked for; the longest are about half of that."""
_VERB_REACH = 4
"""How many words before a bound the verb may stand to which it belongs: "råder siden maj 2021 | over"."""


class NumberBounds:
    """Finds the bounds of one language beside numbers."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._kinds = _by_words({w: kind for kind, words in table["bounds"].items() for w in words})
        self._ends = frozenset(words[-1] for words in self._kinds)
        self._most_words = max(map(len, self._kinds))
        self._kinds_behind = {w.lower(): kind for kind, words in table["bounds_behind"].items() for w in words}
        behind = "|".join(f"{' ' if w[0].isalpha() else ' ?'}{re.escape(w)}" for w in self._kinds_behind)
        self._there = re.compile(rf"(?:{behind})(?![^\W_])")
        self._no_bounds = frozenset(tuple(words.split()) for words in table["no_bounds"])

    def before(self, text: str, start: int, after: int) -> tuple[int, list[str]]:
        """The kinds of the bounds right before a place, and where the first of them starts."""
        line_start = max(after, start - BOUND_REACH)
        line = text[line_start:start]
        before = line.lower().split()
        # Most numbers have no bound, and the word right before them tells.
        if not line[-1:].isspace() or not before or before[-1].lstrip("([\"'“") not in self._ends:
            return start, []
        words = list(re.finditer(r"\S+", line))
        if line_start > after and line_start and not text[line_start - 1].isspace() and words:
            words = words[1:]
        kinds: list[str] = []
        at = len(words)
        while at:
            for count in range(min(self._most_words, at), 0, -1):
                run = tuple(m.group().lower().lstrip("([\"'“") for m in words[at - count : at])
                kind = self._kinds.get(run)
                if kind is not None and not self._is_of_verb(run, text, line_start + words[at - count].start()):
                    kinds.append(kind)
                    at -= count
                    break
            else:
                break
        if not kinds:
            return start, []
        first = words[at]
        return line_start + first.start() + len(first.group()) - len(first.group().lstrip("([\"'“")), kinds[::-1]

    def behind(self, text: str, end: int) -> tuple[int, str | None]:
        """The kind of a bound right behind a place ("or more", "+"), and where it ends."""
        found = self._there.match(text, end)
        return (found.end(), self._kinds_behind[found.group().strip()]) if found else (end, None)

    def _is_of_verb(self, bound: tuple[str, ...], text: str, start: int) -> bool:
        """Whether a bound belongs to a verb before it: "råder | over", "råder siden maj 2021 | over"."""
        before = text[max(0, start - BOUND_REACH) : start].lower().split()[-_VERB_REACH:]
        while before:
            word = before.pop()
            if (word, *bound) in self._no_bounds:
                return True
            if word[-1] in ",.;:":
                return False
        return False


def bounded(low: float | None, high: float | None, kinds: Sequence[str]) -> tuple[float | None, float | None, bool]:
    """The least and the most that a number means with these kinds of bounds, and whether it is an approximation."""
    approx = False
    for kind in kinds:
        if kind == "at most":
            low = None
        elif kind == "at least":
            high = None
        elif kind == "more than":
            low, high = _next(low), None
        elif kind == "less than":
            low, high = None, None if high is None else _next(high, -1)
        elif kind == "approximately":
            approx = True
    return low, high, approx


def _next(value: float | None, step: int = 1) -> float:
    return (value or 0) + step


def _by_words(kinds: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    return {tuple(words.lower().split()): kind for words, kind in kinds.items()}
