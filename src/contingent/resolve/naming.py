"""When two names mean the same: plain comparisons of words, each with the reason for its strictness.

The law of this module: precision before recall. A missed match leaves two lines where one would do; a
false match puts words into a document's mouth. Groups of names are the connected parts of "means the
same", so that they do not depend on the order of the names, and more names never part two that were joined.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {"å": "aa", "ø": "oe", "æ": "ae", "ö": "oe", "ä": "ae", "ü": "ue", "ß": "ss", "đ": "d", "ł": "l"}
)
"""Letters that are often printed as two, or that have no accent to take away."""
_SHORTEST_MISSPELT_WORD = 5
"""Words below this length must agree letter for letter: "Iraq" and "Iran", "east" and "west" differ by little."""
_SHORTEST_MISSPELT_NAME = 4
"""The same for parts of a person's name, which are compared only within one post."""


@functools.lru_cache(maxsize=262144)
def normal(text: str) -> str:
    """The words of a name without letter case, accents and punctuation: ``Al-Asad`` and ``Al Asad`` are one."""
    # Compatibility forms first: a mathematical capital folds only once it is a plain letter.
    letters = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c)).casefold()
    return " ".join(_WORD.findall(plain.replace("'", "").replace("’", ""))) or text.casefold().strip()


def same_words(one: str, other: str) -> bool:
    """Whether two normal forms hold the same words, in any order, one slip of the pen allowed in one long word.

    Numbers, short words and first letters must agree: "1 Brigade" is not "2 Brigade", and "training
    contribution" is not "contribution".
    """
    mine, yours = Counter(one.split()), Counter(other.split())
    if mine == yours:
        return True
    left, right = list((mine - yours).elements()), list((yours - mine).elements())
    return len(left) == len(right) == 1 and _one_slip(left[0], right[0], _SHORTEST_MISSPELT_WORD)


def same_person(one: str, other: str) -> bool:
    """Whether two normal forms can be one person, given that both hold the same post.

    First name and surname must agree, but for one letter each; middle names may be missing in one of the
    two, but may not contradict each other.
    """
    mine, yours = one.split(), other.split()
    if len(mine) < 2 or len(yours) < 2:
        return mine == yours
    ends = ((mine[0], yours[0]), (mine[-1], yours[-1]))
    if not all(a == b or _one_slip(a, b, _SHORTEST_MISSPELT_NAME) for a, b in ends):
        return False
    shorter, longer = sorted((mine[1:-1], yours[1:-1]), key=len)
    return all(any(_same_given_name(a, b) for b in longer) for a in shorter)


def _same_given_name(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return one == other or _one_slip(one, other, _SHORTEST_MISSPELT_NAME)


def _one_slip(one: str, other: str, shortest: int) -> bool:
    """One letter more, less, changed or swapped, in words of letters that begin alike."""
    if min(len(one), len(other)) < shortest or one[0] != other[0]:
        return False
    if not (one.isalpha() and other.isalpha()):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """A way to compare normal forms. Names that are the ``same`` always have one ``key``, which is quick to find."""

    same: Callable[[str, str], bool]
    key: Callable[[str], str]


WORDS = Comparison(same_words, lambda name: "".join(sorted(word[0] for word in name.split())))
PERSONS = Comparison(same_person, lambda name: "".join(word[0] for word in (name.split()[:1] + name.split()[-1:])))


def groups(names: Iterable[str], comparison: Comparison) -> dict[str, str]:
    """For each normal form the first, in alphabetical order, of the group that it belongs to.

    Two names are in one group if a chain of names leads from one to the other, each the same as the next.
    """
    comparable: dict[str, list[str]] = {}
    for name in sorted(set(names)):
        comparable.setdefault(comparison.key(name), []).append(name)
    return {name: first for block in comparable.values() for name, first in _joined(block, comparison.same).items()}


def _joined(ordered: list[str], same: Callable[[str, str], bool]) -> dict[str, str]:
    parent = {name: name for name in ordered}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            first, second = sorted((root(one), root(other)))
            if first != second and same(one, other):
                parent[second] = first
    return {name: root(name) for name in ordered}


def usual(spellings: Counter[str]) -> str:
    """The spelling to show: the most frequent, then the fuller, then the first in the alphabet."""
    return min(spellings, key=lambda spelling: (-spellings[spelling], -len(spelling), spelling))
