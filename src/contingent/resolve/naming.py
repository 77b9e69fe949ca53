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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from contingent.catalogue.table import rows
from contingent.resolve.joining import Node, Pair, connected

NICKNAME_COLUMNS = ("name", "forms")

_WORD = re.compile(r"[^\W_]+")
_POST = re.compile(r"(?<=\S)\s+\([^()]*\)$")
_LETTERS = str.maketrans(
    {"å": "aa", "ø": "oe", "æ": "ae", "ö": "oe", "ä": "ae", "ü": "ue", "ß": "ss", "đ": "d", "ł": "l"}
)
"""Letters that are often printed as two, or that have no accent to take away."""
_SHORTEST_MISSPELT_WORD = 5
"""Words below this length must agree letter for letter: "Iraq" and "Iran", "east" and "west" differ by little."""
_LONG_WORD = 7
"""In a word below this length another letter may make another word: "patrol" and "petrol", "train" and "trail"."""
_DOUBLED = re.compile(r"([a-z])\1")
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

    Numbers, their order, short words and first letters must agree: "1 Brigade" is not "2 Brigade", "Post 4-2" is not
    "Post 2-4", and "training contribution" is not "contribution".
    """
    if _numbers_of(one) != _numbers_of(other):
        return False
    mine, yours = Counter(one.split()), Counter(other.split())
    if mine == yours:
        return True
    left, right = list((mine - yours).elements()), list((yours - mine).elements())
    return len(left) == len(right) == 1 and _slip_of_a_word(left[0], right[0])


def _numbers_of(name: str) -> list[str]:
    return [word for word in name.split() if word.isdigit()]


def _slip_of_a_word(one: str, other: str) -> bool:
    """A slip in a word that is nobody's name: in a short one only an ending, a swap or a doubled letter is certain."""
    if not _one_slip(one, other, _SHORTEST_MISSPELT_WORD):
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _LONG_WORD or longer.startswith(shorter):
        return True
    return sorted(one) == sorted(other) or single_letters(one) == single_letters(other)


def single_letters(word: str) -> str:
    """The word with every doubled letter written once."""
    return _DOUBLED.sub(r"\1", word)


def same_person(one: str, other: str) -> bool:
    """Whether two normal forms can be one person, given that both hold the same post."""
    return how_same_person(one, other) is not None


def how_same_person(one: str, other: str) -> str | None:
    """In what two normal forms that can be one person differ, in words; None if they cannot be one.

    First name and surname must agree, but for one letter in one of them, or for a first name that is an initial or
    a familiar form. Middle names may be missing in one of the two, but may not contradict each other. The same
    words in another order are one name, because some countries put the surname first.
    """
    mine, yours = one.split(), other.split()
    if sorted(mine) == sorted(yours):
        return "the same words" if mine == yours else "the same words in another order"
    if len(mine) < 2 or len(yours) < 2:
        return None
    first, last = _how_same_given_name(mine[0], yours[0]), _how_same_word(mine[-1], yours[-1])
    shorter, longer = sorted((mine[1:-1], yours[1:-1]), key=len)
    middle = [_least(_how_same_given_name(a, b) for b in longer) for a in shorter]
    if first is None or last is None or None in middle:
        return None
    if first and last:
        # Two differences together tell too little.
        return None
    missing = "a middle name" if len(longer) > len(shorter) else _EQUAL
    return " and ".join(dict.fromkeys(filter(None, (first, *middle, last, missing)))) or "the same words"


def _least(differences: Iterable[str | None]) -> str | None:
    """The first of the differences in the alphabet, in which none at all comes first; None where there is none."""
    return min((found for found in differences if found is not None), default=None)


_EQUAL, _INITIAL = "", "an initial for a given name"


def _how_same_given_name(one: str, other: str) -> str | None:
    if min(len(one), len(other)) == 1 and one != other:
        return _INITIAL if one[0] == other[0] else None
    if not full_names(one).isdisjoint(full_names(other)):
        return _EQUAL if one == other else "a familiar form of a given name"
    return _how_same_word(one, other)


def _how_same_word(one: str, other: str) -> str | None:
    if one == other:
        return _EQUAL
    # A familiar form begins like the full name that it stands for, not as it is written (see ``person_key``).
    if one in _full_names() or other in _full_names():
        return None
    return "one letter" if _one_slip(one, other, _SHORTEST_MISSPELT_NAME) else None


def person_keys(name: str) -> frozenset[str]:
    """Keys to find the names that can be one person with this normal form: any two such names share one of them."""
    words = name.split() or [name]
    return frozenset((f"last {words[-1]}", f"first {words[0]} {words[-1][:1]}", f"all {' '.join(sorted(words))}"))


def full_names(given: str) -> frozenset[str]:
    """The given names that a normal form may stand for: itself, and those of which it is a familiar form."""
    return _full_names().get(given, frozenset()) | {given}


@functools.cache
def _full_names() -> dict[str, frozenset[str]]:
    """The full given names of each familiar form, all in their normal forms."""
    found: dict[str, set[str]] = {}
    for _, (name, forms) in rows("nicknames.csv", NICKNAME_COLUMNS):
        for form in forms.split("|"):
            found.setdefault(normal(form), set()).add(normal(name))
    return {form: frozenset(names) for form, names in found.items()}


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


def person_key(name: str) -> str:
    """A key that all normal forms of one person share: the two first letters, whichever name is put first."""
    words = name.split()
    return "".join(sorted(map(_first_letter, (*words[:1], *words[-1:]))))


def _first_letter(name: str) -> str:
    """The first letter of a name, for a familiar form that of the full name: "Bob" belongs to "Robert"."""
    return min(_full_names().get(name, (name,)))[0]


WORDS = Comparison(same_words, lambda name: "".join(sorted(word[0] for word in name.split())))
PERSONS = Comparison(same_person, person_key)


def groups(names: Iterable[str], comparison: Comparison) -> dict[str, str]:
    """For each normal form the first, in alphabetical order, of the group that it belongs to.

    Two names are in one group if a chain of names leads from one to the other, each the same as the next.
    """
    ordered = sorted(set(names))
    comparable: dict[str, list[str]] = {}
    for name in ordered:
        comparable.setdefault(comparison.key(name), []).append(name)
    pairs = (pair for block in comparable.values() for pair in combinations(block, 2))
    return connected(ordered, (pair for pair in pairs if comparison.same(*pair)))


def without_post(name: str) -> str:
    """A person's name without the post in parentheses at its end, which tells namesakes apart."""
    return _POST.sub("", name)


def usual(spellings: Counter[str]) -> str:
    """The spelling to show: the most frequent, then the fuller, then the first in the alphabet."""
    return min(spellings, key=lambda spelling: (-spellings[spelling], -len(spelling), spelling))


def pairs_meant(named: Iterable[Pair[str]], by_label: Mapping[str, Iterable[Node]]) -> Iterator[Pair[Node]]:
    """What pairs of names mean, each pair in both directions; ``by_label`` has all that a normal form may mean."""
    for one, other in named:
        for a in by_label.get(normal(one), ()):
            for b in by_label.get(normal(other), ()):
                if a != b:
                    yield a, b
                    yield b, a


def only_meanings(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each word means, from pairs of a word and a meaning: a word of two meanings means neither."""
    found: dict[str, set[str]] = {}
    for word, meaning in said:
        found.setdefault(word, set()).add(meaning)
    return {word: next(iter(meanings)) for word, meanings in found.items() if len(meanings) == 1}


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases in a normal form, as whole words.

    A phrase that begins or ends with a star may be part of a longer word there.
    """
    parts = []
    for phrase in phrases:
        start = "" if phrase.startswith("*") else r"\b"
        end = "" if phrase.endswith("*") else r"\b"
        parts.append(start + re.escape(normal(phrase)) + end)
    return re.compile("|".join(parts) or r"(?!)")
