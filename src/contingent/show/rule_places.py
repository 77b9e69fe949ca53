"""Where a rule of the reader stands: the file of the package and the line.

A rule's name is its own words. Those of the language packs are looked for in the packs, all others in the code.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

import contingent

_PACKAGE = Path(contingent.__file__).parent
_FRAME = re.compile(r"(\w+)/verbs\.toml, frame (\d+): (.+)")
_LITERAL = re.compile(r'(f?)"((?:[^"\\]|\\.)*)"')
_TABLES = {"info box": "labels.toml", "a verb about a post": "postings.toml"}
"""The files of a pack whose entries are named behind a rule's colon."""


def place_of(rule: str, language: str) -> str | None:
    """The file and the line of a rule, such as ``contingent/lang/en/verbs.toml:120``; None for an unknown one."""
    frame = _FRAME.fullmatch(rule)
    if frame:
        return _place(f"lang/{frame[1]}/verbs.toml", _line_of_frame(frame[1], int(frame[2]), frame[3]))
    head, _, entry = rule.partition(": ")
    if head in _TABLES:
        file = f"lang/{language}/{_TABLES[head]}"
        line = next((n for n, text in enumerate(_lines(file), 1) if text.startswith(f"{entry} = ")), None)
        if line is not None:
            return _place(file, line)
    return _literals().get(rule) or _literals().get(f"{head}: ")


def name_of(rule: str) -> str:
    """A rule's name for people: of a verb frame the words that make it."""
    frame = _FRAME.fullmatch(rule)
    return f"the verb “{frame[3]}”" if frame else rule


def _place(file: str, line: int) -> str:
    return f"contingent/{file}:{line}"


@functools.cache
def _lines(file: str) -> list[str]:
    return (_PACKAGE / file).read_text(encoding="utf-8").splitlines()


def _line_of_frame(code: str, wanted: int, row: str) -> int:
    """The line of a verb in the frame with this number; the line of the frame where its verbs are not found."""
    frames = 0
    head = 1
    for number, line in enumerate(_lines(f"lang/{code}/verbs.toml"), 1):
        if line.startswith("[[frame]]"):
            frames += 1
            head = number if frames == wanted else head
        elif frames == wanted and f'"{row}"' in line:
            return number
    return head


@functools.cache
def _literals() -> dict[str, str]:
    """The quoted words in the code of the reader with the place of each; of words with gaps what stands before them."""
    found: dict[str, str] = {}
    for path in sorted((_PACKAGE / "read").glob("*.py")):
        file = f"read/{path.name}"
        for number, line in enumerate(_lines(file), 1):
            for formatted, literal in _LITERAL.findall(line):
                words = literal.partition("{")[0] if formatted else literal
                found.setdefault(words.removeprefix("; "), _place(file, number))
    return found
