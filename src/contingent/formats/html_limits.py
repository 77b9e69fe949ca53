"""How much work the markup of a page makes, worked out before the parser does it.

The parser is fast on any page, but some markup makes it look through everything that is open for each new tag:
a page of one megabyte can hold it for hours, and nothing can interrupt it. What it would look through is counted
here in one pass, with the HTML standard's rules for what a tag closes, roughly: a wrong count only matters where
it is a thousand times that of a page.
"""

from __future__ import annotations

import re
from collections import Counter

from contingent.errors import DocumentError
from contingent.formats.cues import markup

MOST_STEPS = 100_000_000
"""Elements and attributes that the parser may look through, about a tenth of a second. The longest pages met (books
on one page, 400,000 elements) need five million; 14,000 elements inside each other, or as many attributes on one
tag, need all of them."""
MOST_ELEMENTS = 1_000_000
"""Elements of a page: more than twice those of the longest pages met, and what a walk takes some seconds for."""
_SMALL = 20_000
"""Characters up to which a page cannot need the steps, whatever its markup."""
_LONG_TAG = 1_000
"""Characters of a tag from which its attributes are counted; those of a shorter one cost nothing."""
_NEW_ELEMENT = 100
"""Steps for which an element could be made: what is bold is made again in each paragraph until it is closed."""
_MOST_ALIKE = 3
"""How many equal formatting tags the parser keeps open (HTML standard, "Noah's Ark clause")."""
_LOOK_BACK = 50

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title)\b[^>]*(?:>.*?(?:</(?P=raw)\b|\Z)|\Z)"
    r"|<(?P<name>/?[a-z][^\s/><]*)(?P<rest>(?:[^>\"'<]++|\"[^\"]*+\"|'[^']*+')*+)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"=?[^\s/=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_FORMATTING = frozenset(("b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"))
_CLOSES_ITSELF = {
    "p": "p", "li": "li", "dt": "d", "dd": "d", "td": "cell", "th": "cell", "tr": "row", "option": "option",
    "tbody": "part", "thead": "part", "tfoot": "part",
}  # fmt: skip
"""Elements that the start of another of their group closes."""
_FENCES = frozenset(("ul", "ol", "menu", "dir", "dl", "table", "select"))
"""Elements within which such a start closes nothing outside."""


def check_markup(source: str) -> None:
    """Raises ``DocumentError`` if the markup would hold the parser for minutes."""
    if len(source) <= _SMALL:
        return
    block_tags = markup().block_tags
    steps = 0
    open_names = _Open()
    for tag in _TAG.finditer(source):
        name = tag["name"]
        if name is None:
            continue
        name = name.lower()
        if name[0] == "/":
            if not open_names.end(name[1:]):
                steps += len(open_names.stack)  # Looked for in vain.
        elif name not in _VOID:
            open_names.start(name, tag["rest"])
            if name in block_tags:
                steps += len(open_names.stack) + _NEW_ELEMENT * len(open_names.kept)
        if len(tag["rest"]) > _LONG_TAG:
            steps += sum(1 for _ in _ATTRIBUTE.finditer(tag["rest"])) ** 2
        if steps > MOST_STEPS:
            refuse()


def refuse() -> None:
    """Raises the ``DocumentError`` of a page that is too much to read."""
    raise DocumentError(
        "The page has more elements than any page that people write, inside each other or as attributes of one tag; "
        "give a file of its text."
    )


class _Open:
    """The elements that are open behind a tag."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.kept: list[tuple[str, str]] = []
        """Formatting tags that were not closed, which the parser opens again in each block."""
        self._counts: Counter[str] = Counter()
        self._alike: Counter[tuple[str, str]] = Counter()

    def start(self, name: str, rest: str) -> None:
        group = _CLOSES_ITSELF.get(name)
        if group is not None:
            for back in range(len(self.stack) - 1, max(len(self.stack) - _LOOK_BACK, 0) - 1, -1):
                if _CLOSES_ITSELF.get(self.stack[back]) == group:
                    self._cut(back)
                    break
                if self.stack[back] in _FENCES:
                    break
        elif name in _FORMATTING and self._alike[name, rest] < _MOST_ALIKE:
            self.kept.append((name, rest))
            self._alike[name, rest] += 1
        self.stack.append(name)
        self._counts[name] += 1

    def end(self, name: str) -> bool:
        """Close an element and all in it; False if none of the name is open."""
        if name in _FORMATTING:
            last = range(len(self.kept) - 1, max(len(self.kept) - _LOOK_BACK, 0) - 1, -1)
            place = next((place for place in last if self.kept[place][0] == name), None)
            if place is not None:
                self._alike[self.kept.pop(place)] -= 1
        if not self._counts[name]:
            return False
        place = len(self.stack) - 1
        while self.stack[place] != name:
            place -= 1
        self._cut(place)
        return True

    def _cut(self, place: int) -> None:
        for name in self.stack[place:]:
            self._counts[name] -= 1
        del self.stack[place:]
