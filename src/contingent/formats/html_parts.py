"""Which parts of an HTML page are its text, which are words of the site, and which stand beside the text.

Markup is judged by tags, ARIA roles and class words together with what the part holds: a class word alone never
turns the greater part of a page into navigation, nor a part with the page's first heading.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from itertools import groupby

from contingent.document import BlockKind
from contingent.formats import shapes
from contingent.formats.cues import class_meanings, cues, markup
from contingent.formats.html_tree import Element
from contingent.formats.outline import Draft

_MAIN_IDS = frozenset(("main", "content", "maincontent", "main-content", "indhold"))
_LEAST_MAIN = 0.35
"""Share of a page's characters below which ``main`` is taken for a mistake of the page."""
_MOST_SITE = 0.3
_MOST_FORM = 0.25
_ONLY_LINKS, _LEAST_LINKS = 0.95, 3
"""A line of links outside the text is a menu."""
_MOSTLY_LINKS = 0.5
_LONG_TEXT = 400
"""Characters from which a part that is no list of links is more than a word of the site."""
_LONGEST_CAPTION = 600
_NEVER_SITE = frozenset(
    ("html", "body", "main", "article", "p", "li", "td", "th", "tr", "tbody", "thead", "table", "dt", "dd")
)
_LABEL_WORDS = 5


class Parts:
    """The parts of one page."""

    def __init__(self, page: Element) -> None:
        self.characters = max(page.characters, 1)
        self.main, way = _find_main(page)
        self._way = {id(element) for element in way}
        self.fact_zones: set[int] = set()

    def on_way(self, element: Element) -> bool:
        """Whether the main part is inside the element."""
        return id(element) in self._way

    def is_site(self, element: Element, in_content: bool) -> bool:
        """Whether an element holds words of the site: menus, search, footers, adverts."""
        tag, known = element.tag, markup()
        if element.holds_page:
            return False
        if tag in known.navigation_tags or tag in ("button", "optgroup", "option"):
            return True
        if tag == "header":
            return not in_content
        if tag == "form":
            return element.characters < _MOST_FORM * self.characters or not element.has_paragraph
        if element.attributes and element.role() in known.navigation_roles:
            return True
        is_row = not in_content and not element.blocks and element.link_share() >= _ONLY_LINKS
        if is_row and len(element.find("a")) >= _LEAST_LINKS:
            return True
        if "navigation" not in element.meanings or tag in _NEVER_SITE:
            return False
        if element.link_share() >= _MOSTLY_LINKS:
            return True
        if element.tables or "facts" in element.meanings or element.characters > _MOST_SITE * self.characters:
            # A small page's frame can be a large share of it.
            return not element.tables and "facts" not in element.meanings and element.characters < 60
        return not (element.has_paragraph and element.characters > _LONG_TEXT)

    def is_side(self, element: Element, in_frame: bool) -> bool:
        """Whether an element stands beside the page's text, with headings of its own."""
        if element is self.main or element.tag in ("body", "html"):
            return False
        if in_frame and id(element) not in self._way and not element.holds_page:
            return True
        if element.holds_page and element.characters > _MOST_SITE * self.characters:
            return False
        if element.tag == "aside" or (element.attributes and element.role() in markup().side_roles):
            return True
        aside = "side" in element.meanings or "facts" in element.meanings
        return aside and element.tag in ("div", "section") and element.characters < 0.5 * self.characters

    def judge(self, drafts: Sequence[Draft], text: str) -> None:
        """Turn what stands beside the text and states nothing, such as lists of headlines, into navigation."""
        _judge_ends(drafts, text)
        for zone, members in groupby(drafts, key=lambda draft: draft.zone):
            if zone == 0 or zone in self.fact_zones:
                continue
            group: list[Draft] = []
            for draft in members:
                if draft.kind is BlockKind.HEADING:
                    _judge_group(group, text)
                    group = []
                group.append(draft)
            _judge_group(group, text)


def _judge_ends(drafts: Sequence[Draft], text: str) -> None:
    """Turn lists of links under a heading that leads elsewhere, or at the end of the page, into navigation."""
    group: list[Draft] = []
    at_end = True
    for draft in reversed(drafts):
        if draft.kind is BlockKind.NAVIGATION:
            continue
        group.append(draft)
        if draft.kind is BlockKind.HEADING:
            links = [linked.link_share >= _ONLY_LINKS for linked in group[:-1]]
            elsewhere = at_end or shapes.leads_elsewhere(text[draft.start : draft.end])
            only_links = any(links) and all(map(operator.or_, links, (_is_remark(d, text) for d in group[:-1])))
            if elsewhere and draft.level > 1 and only_links:
                for linked in group:
                    linked.kind, linked.level, linked.lead_in = BlockKind.NAVIGATION, 0, None
            else:
                at_end = False
            group = []


def _is_remark(draft: Draft, text: str) -> bool:
    """Whether a block is a few words beside a link, such as a date."""
    words = text[draft.start : draft.end]
    return draft.kind is BlockKind.PARAGRAPH and len(words.split()) < 5 and not shapes.ends_sentence(words)


def _judge_group(group: list[Draft], text: str) -> None:
    if any(_states(draft, text) for draft in group):
        return
    if group and group[0].kind is BlockKind.HEADING:
        title = text[group[0].start : group[0].end]
        if group[0].level == 1 or cues().fact_boxes.search(title):
            return
    for draft in group:
        draft.kind, draft.level, draft.lead_in = BlockKind.NAVIGATION, 0, None


def _states(draft: Draft, text: str) -> bool:
    """Whether a block beside the text can state something, rather than name an article or a topic."""
    if draft.kind in (BlockKind.LABEL, BlockKind.VALUE, BlockKind.CELL):
        return True
    if draft.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or draft.link_share >= _MOSTLY_LINKS:
        return False
    words = text[draft.start : draft.end]
    if draft.kind is BlockKind.PARAGRAPH and shapes.label_end(words) is not None:
        return True
    count = len(words.split())
    return count >= 5 and (shapes.ends_sentence(words) or count >= 15)


def _find_main(page: Element) -> tuple[Element | None, list[Element]]:
    """The element that holds the page's text, and the elements around it, from the outermost."""
    found: list[list[Element]] = []
    stack: list[list[Element]] = [[page]]
    while stack:
        way = stack.pop()
        element = way[-1]
        said = element.attributes
        if element.tag == "main" or (said and (element.role() == "main" or (said.get("id") or "") in _MAIN_IDS)):
            found.append(way)
            continue
        for child in element.children:
            if isinstance(child, Element) and child.blocks + child.is_block and child.characters:
                stack.append([*way, child])
    best = max(found, key=lambda way: way[-1].characters, default=None)
    if best is None or best[-1].characters < _LEAST_MAIN * page.characters:
        return None, []
    return best[-1], best


def is_caption(element: Element) -> bool:
    """Whether an element is the caption of a picture, by its tag or its class."""
    if element.tag in ("figcaption", "caption"):
        return True
    return "caption" in element.meanings and not element.holds_page and element.characters <= _LONGEST_CAPTION


def is_label_pair(element: Element) -> bool:
    """Whether an element holds just a label and its value, by the class of the first."""
    children = element.elements()
    if len(children) != 2 or "label" not in children[0].meanings:
        return False
    if any(isinstance(child, str) and not child.isspace() for child in element.children):
        return False
    label, value = children
    return 0 < label.characters <= 60 and value.characters > 0 and not element.holds_page


def run_together(element: Element) -> tuple[Element, Element] | None:
    """The two inline elements of an element whose words would run together if the page's style did not put them
    on lines of their own: ``<li><span>Place</span><span>Mali</span></li>``."""
    if len(element.children) != 2:
        return None
    first, second = element.children
    if isinstance(first, str) or isinstance(second, str) or first.is_block or second.is_block:
        return None
    if first.blocks or second.blocks:
        return None
    before, behind = first.text(), second.text()
    if not before or not behind or not before[-1].isalnum() or "sup" in (first.tag, second.tag):
        return None
    if not (behind[0].isupper() or behind[0].isdigit() or (before[-1].isdigit() and behind[0].isalpha())):
        return None
    return (first, second) if len(before.split()) <= _LABEL_WORDS else None


__all__ = ["Parts", "class_meanings", "is_caption", "is_label_pair", "run_together"]
