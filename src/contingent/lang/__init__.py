"""Language packs: folders of data from which the reader learns a language.

A language exists if its folder does; adding one adds no Python. Each ``NAME.toml`` of a folder is one
table of the pack. The pages that use a table check its form; this loader only finds and parses.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contingent.errors import DataError, UsageError

_FOLDER = Path(__file__).parent


class Tables(Mapping[str, dict[str, Any]]):
    """The tables of a folder by their names; each is parsed when it is first asked for.

    A page in one language needs only a few words of the others, and no one should wait for the rest.
    """

    def __init__(self, folder: Path) -> None:
        self._files = {file.stem: file for file in sorted(folder.glob("*.toml"))}
        self._parsed: dict[str, dict[str, Any]] = {}

    def __getitem__(self, name: str) -> dict[str, Any]:
        if name not in self._parsed:
            file = self._files[name]
            try:
                self._parsed[name] = tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise DataError(f"{file.parent.name}/{file.name} is not valid TOML: {error}.") from error
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, name: object) -> bool:
        return name in self._files


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language: its ISO 639-1 code and the tables of its folder, by file name without ending."""

    code: str
    tables: Mapping[str, dict[str, Any]]

    def table(self, name: str) -> dict[str, Any]:
        """The table ``name``; raises ``DataError`` if the pack lacks it."""
        try:
            return self.tables[name]
        except KeyError:
            raise DataError(f"Language pack {self.code!r} has no file {name}.toml; add it.") from None

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LanguagePack) and other.code == self.code


@functools.cache
def languages() -> tuple[str, ...]:
    """The codes of all languages that have a pack, in alphabetical order."""
    return tuple(sorted(folder.name for folder in _FOLDER.iterdir() if (folder / "language.toml").exists()))


@functools.cache
def load(code: str) -> LanguagePack:
    """The pack of a language. Raises ``UsageError`` for a language without one."""
    folder = _FOLDER / code
    if code not in languages():
        raise UsageError(f"There is no language pack {code!r}; the languages are {', '.join(languages())}.")
    return LanguagePack(code, Tables(folder))
