"""What the name of an element says: its type, how it is made up, whose it is, and the words that are left.

    described("livvagtshold")         # a bodyguard team
    described("2 Brigade")            # a brigade, with "2" left over

The words are those of the catalogue's ``element_types.csv`` and ``element_heads.csv``, in all languages at once,
because pages of one language print names of another. The law of this module: a word that two types share means
neither, and nothing of a name is dropped: what is not understood is left over.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from contingent import lang
from contingent.catalogue import Catalogue
from contingent.catalogue.table import rows
from contingent.resolve.naming import normal, only_meanings

ELEMENT_TYPE_COLUMNS = ("type", "language", "words")
ELEMENT_HEAD_COLUMNS = ("head", "general", "language", "words")
_LONGEST_TERM = 5
"""So many words of a name are looked at together: "operators", "close protection team"."""
_LONGEST_ENDING = 3
"""Words of one type that differ by no more letters at their ends are forms of one word: "fregat", "fregatten"."""
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class Described:
    """What a name of an element says. ``left`` holds, in alphabetical order, the words that say something else.

    ``head`` is None where the name says only what the element is for ("bodyguards"); ``general`` tells that it says
    nothing of size. ``word`` is the word, written together, that says the type, or else the head.
    """

    type: str | None
    head: str | None
    general: bool
    left: tuple[str, ...]
    word: str = ""


def fits(one: Described, other: Described) -> bool:
    """Whether two names say the same in words of any language: one type, nothing else, and no size that differs."""
    if one.left != other.left or one.type != other.type:
        return False
    return one.head == other.head or (one.type is not None and one.general and other.general)


def same_form(one: Described, other: Described) -> bool:
    """Whether two names are forms of the same words: "helikopterbidrag" and "helikopterbidraget"."""
    if (one.type, one.head, one.left) != (other.type, other.head, other.left) or not (one.type or one.head):
        return False
    shorter, longer = sorted((one.word, other.word), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= _LONGEST_ENDING


def described(name: str, catalogue: Catalogue, actor: str | None = None) -> Described:
    """What ``name`` says of an element; ``actor``, whose element it is, need not be said again ("Danish element")."""
    return _described(plain(name), catalogue, actor)


@functools.lru_cache(maxsize=65536)
def _described(name: str, catalogue: Catalogue, actor: str | None) -> Described:
    words = name.split()
    types: list[tuple[str, str]] = []
    heads: list[tuple[str, str]] = []
    left: list[str] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_TERM), at, -1):
            term = _term("".join(words[at:end]))
            if term is not None:
                types += [term[:2]] if term[0] else []
                heads += [(term[2], term[1])] if term[2] else []
                at = end
                break
        else:
            nation = _nations(catalogue).get(words[at])
            if nation is None or nation != actor:
                left.append(f"={nation}" if nation else words[at])
            at += 1
    # Two types or two heads ("police liaison team") are one only for those who say them in the same words.
    if len(types) > 1 or len(heads) > 1:
        return Described(None, None, False, tuple(sorted(words)))
    head, head_word = heads[0] if heads else (None, "")
    type_, word = types[0] if types else (None, head_word)
    return Described(type_, head, head is None or head in _general_heads(), tuple(sorted(left)), word)


@functools.lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The normal form with ordinals as numbers ("117th" is "117"), and a number in words at the end in digits."""
    words = [_ORDINAL.sub("", word) for word in normal(name).split()]
    if len(words) > 1 and words[-1] in _numbers():
        words[-1] = _numbers()[words[-1]]
    return " ".join(words)


@functools.lru_cache(maxsize=65536)
def _term(compact: str) -> tuple[str, str, str] | None:
    """The type that words written together mean, the word for it, and the head.

    Type or head are empty where the words say none; without a type the word is that of the head. None if they mean
    neither.
    """
    types, heads = _types(), _heads()
    if compact in heads:
        return "", compact, heads[compact]
    if compact in types:
        return types[compact], compact, ""
    for at in range(1, len(compact)):
        if compact[at:] in heads and compact[:at] in types:
            return types[compact[:at]], compact[:at], heads[compact[at:]]
    return None


@functools.cache
def _types() -> dict[str, str]:
    """The type that each word means, words written together; a word of two types means neither."""
    return _meanings((type_, words) for _, (type_, _, words) in rows("element_types.csv", ELEMENT_TYPE_COLUMNS))


@functools.cache
def _heads() -> dict[str, str]:
    return _meanings((head, words) for _, (head, _, _, words) in rows("element_heads.csv", ELEMENT_HEAD_COLUMNS))


@functools.cache
def _general_heads() -> frozenset[str]:
    listed = rows("element_heads.csv", ELEMENT_HEAD_COLUMNS)
    return frozenset(head for _, (head, general, _, _) in listed if general == "yes")


def _meanings(listed: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What words mean, each written together, from pairs of a meaning and its words."""
    said = ((word, meaning) for meaning, words in listed for word in words.split("|"))
    return only_meanings((normal(word).replace(" ", ""), meaning) for word, meaning in said)


@functools.cache
def _numbers() -> dict[str, str]:
    """Numbers in words from two up, in every language that has a pack; a word that is two numbers is none."""
    listed = (lang.load(code).tables["numbers"]["words"] for code in lang.languages())
    return only_meanings((normal(word), str(number)) for words in listed for word, number in words.items())


@functools.lru_cache(maxsize=4)
def _nations(catalogue: Catalogue) -> dict[str, str]:
    """The actor that each adjective of one word names, in all languages: "Danish", "danske"."""
    adjectives = (name for name in catalogue.actor_names if name.form == "adjective" and not name.ambiguous)
    listed = ((normal(name.name), name.actor) for name in adjectives)
    return only_meanings((word, actor) for word, actor in listed if " " not in word)
