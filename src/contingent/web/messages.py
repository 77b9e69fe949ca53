"""The words of the pages in each language, from message files.

The law of this module: a language is a file ``messages/CODE.toml``, found by its presence, and all have the same keys.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent / "messages"
LANGUAGES = tuple(sorted((path.stem for path in _FOLDER.glob("*.toml")), key=lambda code: (code != "en", code)))
"""The codes of the languages, English first."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The words of one language by key (``page.start``)."""

    language: str
    words: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, with the values put in; a key that no file has is a fault of the program."""
        text = self.words[key]
        return text.format(**values) if values else text

    def count(self, noun: str, number: int) -> str:
        """A number with its noun: ``1 claim``, ``2,000 claims``."""
        key = f"count.{noun}.one" if number == 1 else f"count.{noun}.many"
        return self.words[key].format(number=self.number(number))

    def number(self, number: int) -> str:
        """A number as the language groups its digits."""
        return f"{number:,}".replace(",", self.words["number.group"])

    def said(self, group: str, words: str) -> str:
        """Words that an answer is made of (a topic, a kind, a title) in the language; themselves if they are names."""
        return self.words.get(f"{group}.{words}", words)


@functools.cache
def messages(language: str) -> Messages:
    """The words of one of ``LANGUAGES``."""
    with (_FOLDER / f"{language}.toml").open("rb") as file:
        tables = tomllib.load(file)
    return Messages(language, dict(_flat("", tables)))


def _flat(prefix: str, table: dict[str, object]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        name = f"{prefix}{key}"
        found += _flat(f"{name}.", value) if isinstance(value, dict) else [(name, str(value))]
    return found
