"""Typed bullets: which lines begin an item of a list, in plain text and where a page types its bullets.

A bullet sign is certain. A dash, a star or a letter also begins dialogue, footnotes and words, and a number also
begins dates and sections: these count only with others of their kind, or behind a line that announces a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from contingent.formats.shapes import ends_sentence

_MARKER = re.compile(
    r"(?P<sign>[•◦▪▫‣●○■□▶►➢➤✓✔·∙⁃])[ \t\u00a0]*(?=\S)"
    r"|(?P<dash>[-–—*+>]|>>|o)[ \t\u00a0]+(?=\S)"
    r"|(?P<count>\(?(?:\d{1,3}|[a-zæøå]|[ivx]{1,5})[.)])[ \t\u00a0]+(?=\S)"
)
_FIRST = frozenset("•◦▪▫‣●○■□▶►➢➤✓✔·∙⁃-–—*+>o(0123456789abcdefghijklmnopqrstuvwxyzæøå")
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_LONG = 160


@dataclass(slots=True)
class Line:
    """A line that may begin with a bullet. ``start`` and ``end`` enclose its words without outer white space."""

    start: int
    end: int
    indent: int
    words: str
    gap: int = 0
    """Blank lines above it."""
    bullet: int = 0
    """The length of its bullet with the space behind, 0 if it has none."""


def find_bullets(lines: Sequence[Line]) -> None:
    """Set ``bullet`` of the lines that begin an item."""
    candidates: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate(lines):
        if line.words[0] in _FIRST:
            match = _MARKER.match(line.words)
            if match is not None:
                candidates.append((number, match))
    if not candidates:
        return
    marks = dict(candidates)
    counted = _chains(candidates)
    for place, (number, match) in enumerate(candidates):
        line = lines[number]
        if match.lastgroup == "sign":
            line.bullet = match.end()
        elif match.lastgroup == "count":
            is_first = any(value == 1 for _, value in _values(match["count"]))
            announced = is_first and number > 0 and lines[number - 1].words.endswith(":")
            line.bullet = match.end() if number in counted or announced else 0
        elif _is_listed(lines, number, match, marks, candidates[place + 1][0] if place + 1 < len(candidates) else None):
            line.bullet = match.end()


def _is_listed(
    lines: Sequence[Line], number: int, match: re.Match[str], marks: dict[int, re.Match[str]], following: int | None
) -> bool:
    """Whether a dash begins an item: an announcement, an item before it, or a close neighbour says so."""
    line, sign = lines[number], match["dash"]
    before = lines[number - 1] if number else None
    next_alike = following is not None and marks[following].lastgroup == "dash" and marks[following]["dash"] == sign
    if sign == "o":
        last = _last_item(lines, number)
        return next_alike or (last is not None and last.words[:1] == "o") or bool(before and before.bullet)
    if before is not None and before.words.endswith(":"):
        return True
    last = _last_item(lines, number)
    if last is not None and (last.words[:1] == sign[0] or line.indent > last.indent):
        return True
    if line.indent >= 2 and (next_alike or len(line.words) <= _LONG):
        return True
    if next_alike and following == number + 1:
        neighbour = lines[number + 1]
        if neighbour.gap == 0 or not (ends_sentence(line.words) or ends_sentence(neighbour.words)):
            return True
    announced = before is not None and not ends_sentence(before.words) and not before.words.endswith(",")
    return announced and (next_alike or not ends_sentence(line.words))


def _last_item(lines: Sequence[Line], number: int) -> Line | None:
    """The item that the lines just above belong to, if no other text stands between."""
    for back in range(number - 1, max(number - 12, -1), -1):
        if lines[back].bullet:
            return lines[back]
        # A line that is not set in, behind a gap, is a paragraph that ends the list.
        if lines[back].gap and not lines[back].indent:
            return None
    return None


def style_of(marker: str) -> str:
    """What sort of bullet a marker is: "1.", "(a", "-"; lists that are nested differ in it."""
    marker = marker.strip()
    if not any(character.isalnum() for character in marker) or marker == "o":
        return marker[:1]
    core = marker.strip("(.)")
    shape = "1" if core.isdigit() else "i" if core in _ROMAN else "a"
    return f"{marker[0] if marker[0] == '(' else ''}{shape}{marker[-1]}"


def _values(marker: str) -> set[tuple[str, int]]:
    style = ("(" if marker[0] == "(" else "") + marker[-1]
    core = marker.strip("(.)")
    if core.isdigit():
        return {(f"1{style}", int(core))}
    found = {(f"i{style}", _ROMAN[core])} if core in _ROMAN else set()
    if len(core) == 1:
        found.add((f"a{style}", ord(core) - 96))
    return found


def _chains(candidates: list[tuple[int, re.Match[str]]]) -> set[int]:
    """The lines whose number or letter follows on from, or is followed by, another of its style."""
    counted: set[int] = set()
    last: dict[str, tuple[int, int]] = {}
    for number, match in candidates:
        if match.lastgroup != "count":
            continue
        for style, value in _values(match["count"]):
            before = last.get(style)
            is_roman = style[0] == "a" and match["count"].strip("(.)") in _ROMAN
            if is_roman and (before is None or value != before[1] + 1):
                continue  # "(i)" is a letter only behind "(h)".
            if before is not None and value == before[1] + 1:
                counted.update((before[0], number))
            last[style] = (number, value)
    return counted
