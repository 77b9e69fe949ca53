"""The words by which pages of any language mark captions, bylines, navigation and boxes of facts.

They are data: ``markup.toml`` beside this file for HTML, and ``language.toml`` of each language pack. The words of
all packs are used together, since a page in one language often has captions or a frame in another.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contingent.errors import DataError
from contingent.lang import languages, load

_CLASS_WORD = re.compile(r"[A-ZÆØÅÄÖÜ]?[a-zæøåäöüéß]+|[A-ZÆØÅÄÖÜ]+")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of all language packs by what they mark; prefixes of lines in the form for ``str.startswith``."""

    captions: tuple[str, ...]
    bylines: tuple[str, ...]
    navigation: tuple[str, ...]
    fact_boxes: re.Pattern[str]
    labels: frozenset[str]
    """What info boxes call their entries, in lower case."""


@dataclass(frozen=True, slots=True)
class Markup:
    """What tags, roles and class words of HTML mean; the fields are the tables of ``markup.toml``."""

    block_tags: frozenset[str]
    hidden_tags: frozenset[str]
    navigation_tags: frozenset[str]
    navigation_roles: frozenset[str]
    side_roles: frozenset[str]
    class_words: dict[str, frozenset[str]]
    navigation_endings: tuple[str, ...]


def language_table(code: str) -> dict[str, Any]:
    """The table ``language.toml`` of a pack."""
    return load(code).table("language")


def _words(name: str) -> tuple[str, ...]:
    found: list[str] = []
    for code in languages():
        words = language_table(code).get(name)
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise DataError(f"{code}/language.toml needs {name!r}, a list of words; it may be empty.")
        found += words
    return tuple(dict.fromkeys(found))


def _labels() -> Iterator[str]:
    for code in languages():
        for words in load(code).table("labels").values():
            if isinstance(words, list):
                yield from (word.casefold() for word in words)


@functools.cache
def cues() -> Cues:
    """The cue words of all language packs. Raises ``DataError`` if a pack lacks a list."""
    boxes = "|".join(sorted((re.escape(word) for word in _words("fact_boxes")), key=len, reverse=True))
    return Cues(
        captions=_words("captions"),
        bylines=tuple(f"{word} " for word in _words("bylines")),
        navigation=_words("navigation"),
        labels=frozenset(_labels()),
        fact_boxes=re.compile(rf"\b(?:{boxes})\b" if boxes else r"(?!)", re.IGNORECASE),
    )


@functools.cache
def markup() -> Markup:
    """The tables of ``markup.toml`` with the class words of all language packs added."""
    table = tomllib.loads((Path(__file__).parent / "markup.toml").read_text(encoding="utf-8"))
    words: dict[str, set[str]] = {k: set(v) for k, v in table["class_words"].items() if k != "navigation_endings"}
    for code in languages():
        for name, more in language_table(code).get("class_words", {}).items():
            if name not in words:
                raise DataError(f"{code}/language.toml has class words {name!r}; use {', '.join(sorted(words))}.")
            words[name].update(more)
    return Markup(
        block_tags=frozenset(table["block_tags"]),
        hidden_tags=frozenset(table["hidden_tags"]),
        navigation_tags=frozenset(table["navigation_tags"]),
        navigation_roles=frozenset(table["navigation_roles"]),
        side_roles=frozenset(table["side_roles"]),
        class_words={name: frozenset(found) for name, found in words.items()},
        navigation_endings=tuple(table["class_words"]["navigation_endings"]),
    )


@functools.lru_cache(maxsize=4096)
def class_meanings(names: str) -> frozenset[str]:
    """What the class and id of an element say that it is: names of ``[class_words]`` in ``markup.toml``."""
    known = markup()
    parts = [part.lower() for part in _CLASS_WORD.findall(names)]
    found = {meaning for meaning, words in known.class_words.items() if not words.isdisjoint(parts)}
    if any(part.endswith(known.navigation_endings) for part in parts):
        found.add("navigation")
    return frozenset(found)
