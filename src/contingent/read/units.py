"""Units and sentences: what a document is taken apart into before anything is read from it.

A unit is a stretch of a sentence with one meaning; its sort is one of the letters below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

WORD, SIGN, TIME, NUMBER, ACTOR, OPERATION, ASSET, PLACE, PERSON = "WSTNAOQLP"
UNIT, PEOPLE, PERSONS, COUNTRIES, CONTRIBUTION, ANAPHOR = "UFMCBX"
TITLE = "R"
"""Sorts of units. The second row are noun phrases that the step ``phrases`` makes, the third the titles of posts."""

SILENT = "_"
"""What a word is looked up by that says nothing where it stands: a prefix parted from its verb, an empty subject."""


class Unit:
    """A stretch of a sentence with one meaning. ``start`` and ``end`` are code points of the document."""

    __slots__ = ("detail", "end", "low", "sort", "start", "text", "value")

    def __init__(self, start: int, end: int, text: str, sort: str, value: Any = None, detail: Any = None) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.low = text.lower()
        self.sort = sort
        self.value = value
        self.detail = detail

    def __repr__(self) -> str:
        return f"{self.sort}:{self.text}"


@dataclass(slots=True)
class Sentence:
    """A sentence, list item, cell or heading: its units and the block that it stands in."""

    block: int
    start: int
    end: int
    units: list[Unit]
