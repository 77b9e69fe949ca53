"""The styles of a DOCX file: which paragraphs are headings, items of lists and captions, and in what language.

A style is known by its name, which is English for Word's own styles in every edition, or by what it sets, and it
takes over what the style that it is based on sets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])$")
_DEEPEST = 20
"""How many styles may be based on each other; a circle of styles ends here."""


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    level: int
    """1 to 9 for a heading, else 0."""
    depth: int
    """1 and more for an item of a list, else 0."""


class Styles:
    """The styles of one file."""

    def __init__(self, source: Any) -> None:
        root = source.styles.element
        self._elements: dict[str, Any] = {style.get(_W + "styleId") or "": style for style in root.iter(_W + "style")}
        self._known: dict[str, _Style] = {}
        self._default = next(
            (
                key
                for key, s in self._elements.items()
                if s.get(_W + "type") == "paragraph" and s.get(_W + "default") == "1"
            ),
            "",
        )
        language = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
        self.language: str | None = language.get(_W + "val") if language is not None else None
        """The language of the file's default style."""
        body = source.element.body
        used = {mark.get(_W + "val") for mark in body.iter(_W + "pStyle")}
        self._below_title = int(any(self._style(key).name == "title" for key in used if key))
        """1 where the file has a title above its first level of headings."""

    def _style(self, key: str) -> _Style:
        if key not in self._known:
            self._known[key] = self._found(key)
        return self._known[key]

    def _found(self, key: str) -> _Style:
        name, level, depth = "", 0, 0
        for _ in range(_DEEPEST):
            element = self._elements.get(key)
            if element is None:
                break
            named = element.find(_W + "name")
            own = (named.get(_W + "val") or "").lower() if named is not None else ""
            name = name or own
            heading = _HEADING.match(own)
            outline = element.find(f"{_W}pPr/{_W}outlineLvl")
            level = level or (int(heading.group(1)) if heading else _value(outline, -1) + 1)
            numbered = element.find(f"{_W}pPr/{_W}numPr")
            if numbered is not None or own.startswith(("list bullet", "list number")):
                digits = own[-1:] if own[-1:].isdigit() else "1"
                depth = depth or max(_value(_level_of(numbered), 0) + 1, int(digits))
            based = element.find(_W + "basedOn")
            if based is None:
                break
            key = based.get(_W + "val") or ""
        return _Style(name, level if level <= 9 else 0, depth)

    def _of(self, paragraph: Any) -> _Style:
        mark = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self._style(mark.get(_W + "val") if mark is not None else self._default)

    def heading_level(self, paragraph: Any) -> int:
        """The level of the heading that a paragraph is, 0 if it is none."""
        style = self._of(paragraph)
        if style.name == "title":
            return 1
        own = _value(paragraph.find(f"{_W}pPr/{_W}outlineLvl"), -1) + 1
        level = own if 0 < own <= 9 else style.level
        return level + self._below_title if level else 0

    def list_depth(self, paragraph: Any) -> int:
        """How deep in a list a paragraph is an item, 0 if it is none."""
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr")
        if numbered is None:
            return self._of(paragraph).depth
        if _value(numbered.find(_W + "numId"), 1) == 0:
            return 0  # Word's way to take one paragraph of a list style out of the list.
        return _value(_level_of(numbered), 0) + 1

    def is_caption(self, paragraph: Any) -> bool:
        """Whether a paragraph is the caption of a picture or a table."""
        return self._of(paragraph).name == "caption"


def _level_of(numbered: Any) -> Any:
    return numbered.find(_W + "ilvl") if numbered is not None else None


def _value(element: Any, default: int) -> int:
    said = element.get(_W + "val") if element is not None else None
    return int(said) if said is not None and said.isdigit() and len(said) < 4 else default
