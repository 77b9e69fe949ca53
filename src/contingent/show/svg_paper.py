"""Paper to draw on: an SVG document in the making, on which words stay words whatever marks they hold.

The law of this module: what is written is well-formed XML, and no words take more room than they are given.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from itertools import accumulate
from xml.etree import ElementTree

from contingent.show.terminal import squeezed

Element = ElementTree.Element
Look = dict[str, str]
"""How something is filled and lined: attributes of SVG."""
_BOLDER = 1.08
"""How much wider bold letters are."""


def text_width(words: str, size: float) -> float:
    """About how many pixels words take in the picture's fonts; rather more than less, so that none collide."""
    return sum(map(_em, words)) * size


def _em(character: str) -> float:
    """The width of a character in parts of the size of its font."""
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in "iljtfI.,:;'|!()[] ":
        return 0.36
    return 0.9 if character in "mwMW@%—…" else 0.72 if character.isupper() else 0.6


def fitted(words: str, size: float, width: float) -> str:
    """The words, cut with an ellipsis where they would take more than ``width`` pixels."""
    ends = list(accumulate(map(_em, words)))
    if not ends or ends[-1] * size <= width:
        return words
    room = width / size - _em("…")
    return words[: bisect_right(ends, room)].rstrip() + "…"


class Paper:
    """An SVG document. All places are in pixels, from the upper left corner."""

    def __init__(self, attributes: Look) -> None:
        """An empty document with these attributes."""
        self._root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **attributes})

    def printed(self) -> str:
        """The document, ending with a line break."""
        ElementTree.indent(self._root, " ")
        return ElementTree.tostring(self._root, encoding="unicode") + "\n"

    def add(self, tag: str, attributes: Look, parent: Element | None = None, words: str | None = None) -> Element:
        """An element at the end of ``parent``, or of the document."""
        made = ElementTree.SubElement(self._root if parent is None else parent, tag, attributes)
        if words is not None:
            made.text = _plain(words)
        return made

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str,
        width: float,
        parent: Element | None = None,
        bold: bool = False,
    ) -> Element:
        """Words on one line, cut where they would take more than ``width``; their direction stays their own."""
        shown = fitted(_plain(words), size * (_BOLDER if bold else 1), width)
        place = {"x": number(x), "y": number(y), "font-size": number(size), "fill": colour}
        weight = {"font-weight": "bold"} if bold else {}
        return self.add("text", {**place, **weight, "unicode-bidi": "isolate"}, parent, shown)

    def line(self, left: float, right: float, y: float, look: Look, group: Element | None) -> None:
        """A line from one side to the other, a little short of both, so that lines in a row stay apart."""
        ends = {"x1": number(left + 1), "x2": number(max(right - 1, left + 1.1)), "y1": number(y), "y2": number(y)}
        self.add("line", {**ends, "stroke-width": "2.4", **look}, group)

    def box(self, left: float, top: float, right: float, bottom: float, look: Look, group: Element | None) -> None:
        """A rectangle; nothing where it has no height."""
        if bottom - top > 0:
            place = {"x": number(left), "y": number(top)}
            size = {"width": number(right - left), "height": number(bottom - top)}
            self.add("rect", {**place, **size, **look}, group)


def _plain(words: str) -> str:
    """Words that an XML file can hold, on one line."""
    return "".join(c if _is_of_xml(c) else "\N{REPLACEMENT CHARACTER}" for c in squeezed(words))


def _is_of_xml(character: str) -> bool:
    return not 0xD800 <= ord(character) <= 0xDFFF and ord(character) & 0xFFFE != 0xFFFE


def number(pixels: float) -> str:
    """Pixels as SVG has them, to a tenth."""
    return f"{pixels:.1f}".removesuffix(".0")
