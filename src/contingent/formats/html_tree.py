"""A light tree of an HTML page, with the figures by which its parts are judged.

Built once from the parser's tree: plain attributes are read many times faster than the parser's nodes. Hidden
elements and comments are left out. Nothing lies deeper than ``_DEEPEST``: what broken markup nests deeper is
hung there, in its order, so that a walk may recurse.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from contingent.formats.cues import class_meanings, markup
from contingent.formats.html_limits import MOST_ELEMENTS, refuse

_DEEPEST = 120
_NO_MEANING: frozenset[str] = frozenset()
_NO_ATTRIBUTES: dict[str, str | None] = {}


class Element:
    """An element: its tag, attributes and children (elements and texts), and sums over all that it holds."""

    __slots__ = (
        "attributes", "blocks", "characters", "children", "has_list", "has_paragraph", "holds_page", "is_block",
        "linked", "meanings", "tables", "tag",
    )  # fmt: skip

    def __init__(self, tag: str, attributes: dict[str, str | None], is_block: bool) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.is_block = is_block
        self.characters = 0
        """How many visible characters it holds, texts of nothing but white space left out."""
        self.linked = 0
        """Those of them that are links."""
        self.holds_page = False
        """Whether the page's main part, an article or its first heading is in here."""
        self.tables = 0
        """Tables and definition lists in here."""
        self.blocks = 0
        """Block elements among its descendants."""
        self.has_paragraph = False
        self.has_list = False
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}" if attributes else ""
        self.meanings = class_meanings(names) if len(names) > 1 else _NO_MEANING

    def role(self) -> str:
        """The ARIA role, in lower case; empty if the page gives none."""
        return (self.attributes.get("role") or "").strip().lower()

    def text(self) -> str:
        """All text inside, as it stands."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def link_share(self) -> float:
        """The share of the visible characters that are links."""
        return self.linked / self.characters if self.characters else 0.0

    def elements(self) -> list[Element]:
        """The child elements."""
        return [child for child in self.children if isinstance(child, Element)]

    def find(self, *tags: str) -> list[Element]:
        """All descendants with one of the tags, in the order of the page."""
        found: list[Element] = []
        stack = list(reversed(self.elements()))
        while stack:
            element = stack.pop()
            if element.tag in tags:
                found.append(element)
            stack.extend(reversed(element.elements()))
        return found


def build(root: LexborNode) -> Element:
    """The light tree of what is visible below ``root``. Raises ``DocumentError`` if it has too many elements."""
    known = markup()
    hidden, block_tags = known.hidden_tags, known.block_tags
    top = Element("html", root.attributes, True)
    open_elements = [top]
    depth_beyond = 0
    in_link = 0
    count_elements = 0
    node = root.first_child
    while node is not None:
        tag = node.tag
        descend: LexborNode | None = None
        if tag == "-text":
            words = node.text_content or ""
            parent = open_elements[-1]
            parent.children.append(words)
            count = len(words) if not words.isspace() else 0
            if count:
                parent.characters += count
                if in_link:
                    parent.linked += count
        elif tag is not None and tag not in hidden and tag[0] not in "-!_":
            element = Element(tag, node.attributes or _NO_ATTRIBUTES, tag in block_tags)
            count_elements += 1
            if count_elements > MOST_ELEMENTS:
                refuse()
            if tag in _PAGE_TAGS or element.attributes.get("role") == "main":
                element.holds_page = True
            descend = node.first_child
            if descend is not None:
                if len(open_elements) < _DEEPEST:
                    open_elements.append(element)
                    if tag == "a":
                        in_link += 1
                else:
                    depth_beyond += 1
            else:
                _add(open_elements[-1], element)
        if descend is not None:
            node = descend
            continue
        while True:
            following = node.next
            if following is not None:
                node = following
                break
            above = node.parent
            if above is None or len(open_elements) == 1:
                return top
            node = above
            if depth_beyond:
                depth_beyond -= 1
                continue
            done = open_elements.pop()
            if done.tag == "a":
                in_link -= 1
            _add(open_elements[-1], done)
    return top


_PAGE_TAGS = frozenset(("main", "article", "h1"))
_TABLE_TAGS = frozenset(("table", "dl"))


def _add(parent: Element, child: Element) -> None:
    parent.children.append(child)
    parent.characters += child.characters
    parent.linked += child.linked
    parent.holds_page = parent.holds_page or child.holds_page
    parent.tables += child.tables + (child.tag in _TABLE_TAGS)
    parent.blocks += child.blocks + child.is_block
    parent.has_paragraph = parent.has_paragraph or child.has_paragraph or child.tag == "p"
    parent.has_list = parent.has_list or child.has_list or child.tag in ("ul", "ol")
