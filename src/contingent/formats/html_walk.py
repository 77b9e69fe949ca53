"""The walk over an HTML page that writes its text and drafts its blocks.

Every visible character is kept, in the order of the page; white space collapses as a browser does it, outside of
``pre``. Line breaks that a block does not have in the page are put only between blocks and for ``br``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from contingent.document import BlockKind
from contingent.formats import html_parts, shapes
from contingent.formats.grid import give_headers
from contingent.formats.html_table import Placing, is_layout
from contingent.formats.html_tree import Element
from contingent.formats.outline import Draft, WrittenOutline
from contingent.formats.plain import outline_text

_SPACE = re.compile(r"[ \t\n\r\f]+")
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD = ("b", "strong", "u")
_MOSTLY_LINKED = 0.8
_SHORT_ITEM = 120
"""Characters up to which a heading inside a list item is only the item's bold first line."""


@dataclass(slots=True)
class Context:
    """What a text met here becomes. An item's context changes to that of its further paragraphs."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lead_in: Draft | None = None
    label: Draft | None = None
    depth: int = 0
    """How many lists are open."""
    is_flat: bool = False
    """Whether headings in here are only bold lines."""
    in_frame: bool = False
    """Whether this holds the page's main part beside other things."""
    in_content: bool = False
    """Whether this stands in the page's main part or an article."""


class Walk:
    """Text and drafts of a page. Call ``page`` once, then use ``outline``."""

    def __init__(self, page: Element) -> None:
        self.outline = WrittenOutline()
        self.parted = html_parts.Parts(page)
        self.times: list[tuple[Element, Draft | None]] = []
        """The ``time`` elements and the last draft before each."""
        self.brands: list[Draft] = []
        """Names of the site, as its head prints them."""
        self._open: list[str] = []
        self._context = Context()
        self._bold = 0
        self._link = 0
        self._all_bold = True
        self._bold_head = 0
        """The characters of the open block up to where bold type ends, if it begins in bold."""
        self._linked = 0
        self._ends_space = True
        self._joined = 0
        self._words = ""
        """The words of the block that was closed last."""
        self._label: Draft | None = None
        self._typed_headings: set[int] = set()
        self._zones = 0

    def page(self, page: Element) -> None:
        """Walk the whole page."""
        context = Context(in_frame=self.parted.main is not None)
        self._children(page, context)
        self._close()
        self.parted.judge(self.outline.drafts, self.outline.text)

    # --- text -------------------------------------------------------------------------------------

    def _put(self, words: str, context: Context) -> None:
        words = _SPACE.sub(" ", words)
        if not self._open:
            words = words.lstrip(" ")
            if not words:
                return
            self._context = context
            self._all_bold, self._linked, self._bold_head = True, 0, 0
        elif self._ends_space and words[:1] == " ":
            words = words[1:]
        if not words:
            return
        self._open.append(words)
        self._ends_space = words[-1] == " "
        if words != " ":
            if not self._bold:
                if self._all_bold:
                    self._bold_head = sum(map(len, self._open)) - len(words)
                self._all_bold = False
            if self._link:
                self._linked += len(words)

    def _break(self) -> None:
        """A line break inside a block; two in a row part paragraphs."""
        if not self._open:
            return
        if self._open[-1] == "\n":
            if self._context.kind is BlockKind.PARAGRAPH and not self._joined:
                self._close()
            return
        if self._all_bold and not self._joined and self._may_be_heading("".join(self._open).strip()):
            self._close()
            return
        self._new_line()

    def _new_line(self) -> None:
        if self._open and self._open[-1] != "\n":
            self._open[-1] = self._open[-1].rstrip(" ")
            self._open.append("\n")
            self._ends_space = True

    def _close(self) -> Draft | None:
        """End the open block and draft it, unless it is to be joined with what follows."""
        if not self._open:
            return None
        if self._joined:
            self._new_line()
            return None
        words = "".join(self._open).rstrip(" \n")
        self._open = []
        self._ends_space = True
        inner = words.strip()
        if not inner:
            if words:
                self.outline.write(words, BlockKind.PARAGRAPH)  # No-break spaces are kept, but are no block.
            return None
        self._words = inner
        context = self._context
        kind, level = self._kind(context, inner)
        start = self.outline.write(words, kind) + len(words) - len(words.lstrip())
        lead_in = context.lead_in if kind in (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.CELL) else None
        if context.kind is BlockKind.HEADING:
            # What is only bold heads the text below it up to the next heading that is marked as one.
            self.outline.headings = tuple(h for h in self.outline.headings if id(h) not in self._typed_headings)
        draft = self.outline.add(
            kind,
            start,
            start + len(inner),
            level=level,
            lead_in=lead_in,
            label=context.label if kind is BlockKind.VALUE else None,
            link_share=min(1.0, self._linked / len(inner)),
            bold=self._bold_head,
        )
        if context.kind is BlockKind.ITEM:
            context.kind, context.level, context.lead_in = BlockKind.PARAGRAPH, 0, draft
        elif context.kind is BlockKind.LABEL:
            self._label = draft
        if kind is BlockKind.HEADING and context.kind is not BlockKind.HEADING:
            self._typed_headings.add(id(draft))
        return draft

    def _kind(self, context: Context, words: str) -> tuple[BlockKind, int]:
        if context.kind is not BlockKind.PARAGRAPH:
            return context.kind, context.level
        if self._all_bold and self._may_be_heading(words):
            return BlockKind.HEADING, self._typed_level()
        if shapes.is_caption(words):
            return BlockKind.CAPTION, 0
        return (BlockKind.NAVIGATION if self._leads_elsewhere(words) else BlockKind.PARAGRAPH), 0

    def _leads_elsewhere(self, words: str) -> bool:
        """Whether a paragraph is of the site: by its words, or as a row of links or a trail above the title."""
        if shapes.leads_elsewhere(words):
            return True
        if self._linked >= _MOSTLY_LINKED * len(words.replace(" ", "")) and shapes.is_trail(words, 2):
            return True
        return not self.outline.headings and shapes.is_trail(words, 3)

    def _may_be_heading(self, words: str) -> bool:
        context = self._context
        return context.kind is BlockKind.PARAGRAPH and context.lead_in is None and shapes.is_heading(words)

    def _typed_level(self) -> int:
        """The level of a heading that is only bold: below the innermost heading that is marked as one."""
        marked = [h.level for h in self.outline.headings if id(h) not in self._typed_headings]
        return max(marked, default=1) + 1

    # --- elements ---------------------------------------------------------------------------------

    def _children(self, element: Element, context: Context) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._put(child, context)
            elif child.is_block:
                self._block(child, context)
            else:
                self._inline(child, context)

    def _inline(self, element: Element, context: Context) -> None:
        tag = element.tag
        if tag == "br":
            self._break()
            return
        if tag == "time":
            self.times.append((element, self.outline.drafts[-1] if self.outline.drafts else None))
        if element.attributes and element.role() == "heading" and context.kind is BlockKind.PARAGRAPH:
            self._heading(element, context, _level(element))
            return
        outer = context
        if element.meanings and "navigation" in element.meanings and not element.blocks:
            context = self._inline_site(element, context)
        bold, link = tag in _BOLD, tag == "a"
        self._bold += bold
        self._link += link
        self._children(element, context)
        self._bold -= bold
        self._link -= link
        if context is not outer:
            self._close()

    def _inline_site(self, element: Element, context: Context) -> Context:
        """An inline element by which the site speaks ("Skip to content") where no sentence is open."""
        if self._open or context.kind is not BlockKind.PARAGRAPH or context.in_content or element.has_paragraph:
            return context
        return replace(context, kind=BlockKind.NAVIGATION)

    def _block(self, element: Element, context: Context) -> None:
        self._close()
        if self._joined:
            self._children(element, context)
            self._close()
            return
        tag = element.tag
        level = _HEADINGS.get(tag) or (element.attributes and element.role() == "heading" and _level(element)) or 0
        if level and (context.kind is BlockKind.PARAGRAPH or tag == "h1") and not context.is_flat:
            self._heading(element, context, level)
        elif context.kind is BlockKind.NAVIGATION and not (element.holds_page and tag in ("main", "article")):
            self._children(element, context)
            self._close()
        elif self.parted.is_site(element, context.in_content):
            self._site(element, context)
        else:
            self._content(element, tag, context)
        self._close()

    def _heading(self, element: Element, context: Context, level: int) -> None:
        self._close()
        self._join(element, replace(context, kind=BlockKind.HEADING, level=level))

    def _join(self, element: Element, context: Context) -> Draft | None:
        """All of an element as one block."""
        before = len(self.outline.drafts)
        self._joined += 1
        self._children(element, context)
        self._joined -= 1
        if self._open:
            self._context = context
        self._close()
        return self.outline.drafts[-1] if len(self.outline.drafts) > before else None

    def _site(self, element: Element, context: Context) -> None:
        before = len(self.outline.drafts)
        site = replace(context, kind=BlockKind.NAVIGATION)
        self._children(element, site)
        self._close()
        if "brand" in element.meanings or element.tag == "header":
            self.brands += self.outline.drafts[before : before + 3]

    def _content(self, element: Element, tag: str, context: Context) -> None:
        if tag in ("ul", "ol", "dir"):
            self._list(element, context)
        elif tag == "li":
            self._item(element, context)
        elif tag == "dt" and context.kind is BlockKind.PARAGRAPH:
            self._join(element, replace(context, kind=BlockKind.LABEL, lead_in=None))
        elif tag == "dd" and context.kind is BlockKind.PARAGRAPH and self._label is not None:
            self._children(element, replace(context, kind=BlockKind.VALUE, label=self._label, lead_in=None))
        elif tag == "dl":
            label, self._label = self._label, None
            self._children(element, context)
            self._close()
            self._label = label
        elif tag == "table" and context.kind is BlockKind.PARAGRAPH and not is_layout(element):
            self._table(element, context)
        elif tag in ("td", "th"):
            self._scope(element, replace(context, in_content=True))
        elif tag == "figure":
            self._figure(element, context)
        elif html_parts.is_caption(element) and context.kind is BlockKind.PARAGRAPH:
            self._join(element, replace(context, kind=BlockKind.CAPTION))
        elif tag in ("pre", "listing", "xmp", "plaintext"):
            self._preformatted(element, context)
        elif tag == "summary" and context.kind is BlockKind.PARAGRAPH:
            words = _SPACE.sub(" ", element.text()).strip()
            kind = BlockKind.HEADING if shapes.is_heading(words) else BlockKind.PARAGRAPH
            self._join(element, replace(context, kind=kind, level=self._typed_level() if kind == "heading" else 0))
        elif self.parted.is_side(element, context.in_frame):
            self._side(element, context)
        elif tag in ("main", "article") or element is self.parted.main:
            self._children(element, replace(context, kind=BlockKind.PARAGRAPH, in_frame=False, in_content=True))
            self._close()
            if element is self.parted.main:
                self.outline.headings = tuple(h for h in self.outline.headings if h.level == 1)
        elif html_parts.is_label_pair(element) and context.kind is BlockKind.PARAGRAPH:
            name, value = element.elements()
            head = self._join(name, replace(context, kind=BlockKind.LABEL, lead_in=None))
            self._children(value, replace(context, kind=BlockKind.VALUE, label=head, lead_in=None))
        else:
            inside = context.in_frame and self.parted.on_way(element)
            self._apart(element, replace(context, in_frame=False) if context.in_frame and not inside else context)

    def _scope(self, element: Element, context: Context) -> None:
        """Content whose headings hold only inside it; the page's first heading holds everywhere."""
        outline = self.outline
        before, introduction = outline.headings, outline.introduction
        outline.headings = tuple(h for h in before if h.level == 1)
        self._children(element, context)
        self._close()
        titles = tuple(h for h in outline.headings if h.level == 1)
        outline.headings = before if before and before[0].level == 1 else (*titles, *before)
        outline.introduction = introduction

    def _side(self, element: Element, context: Context) -> None:
        self._zones += 1
        before, self.outline.zone = self.outline.zone, self._zones
        introduction, self.outline.introduction = self.outline.introduction, None
        if "facts" in element.meanings:
            self.parted.fact_zones.add(self._zones)
        self._scope(element, replace(context, kind=BlockKind.PARAGRAPH, lead_in=None, in_frame=False))
        self.outline.zone, self.outline.introduction = before, introduction

    # --- lists, tables, pictures --------------------------------------------------------------------

    def _list(self, element: Element, context: Context) -> None:
        nested = context.depth > 0
        lead_in = context.lead_in if nested else self.outline.introduction
        inner = replace(context, depth=context.depth + 1, lead_in=lead_in, is_flat=False)
        if context.kind is BlockKind.ITEM:
            inner.kind = BlockKind.PARAGRAPH
        self._children(element, inner)

    def _item(self, element: Element, context: Context) -> None:
        if context.kind is not BlockKind.PARAGRAPH:
            self._children(element, context)
            return
        depth = max(context.depth, 1)
        lead_in = context.lead_in if context.depth else self.outline.introduction
        item = replace(context, kind=BlockKind.ITEM, level=depth, depth=depth, lead_in=lead_in)
        item.is_flat = element.characters <= _SHORT_ITEM
        headings = self.outline.headings
        self._apart(element, item)
        self._close()
        self.outline.headings = headings

    def _apart(self, element: Element, context: Context) -> None:
        """The children of an element, two that would run together on lines of their own."""
        pair = html_parts.run_together(element) if element.tag != "p" else None
        if pair is None:
            self._children(element, context)
            return
        self._inline(pair[0], context)
        self._new_line()
        self._inline(pair[1], context)

    def _table(self, element: Element, context: Context) -> None:
        outline = self.outline
        number = outline.tables
        outline.tables += 1
        lead_in, introduction = outline.introduction, outline.introduction
        caption: Draft | None = None
        placing = Placing(element)
        for part in placing.captions:
            caption = self._join(part, replace(context, kind=BlockKind.CAPTION)) or caption
            if caption is not None:
                caption.table = number
        for cell, place in placing.cells():
            made = self._join(cell, Context(BlockKind.CELL, lead_in=lead_in, in_content=True))
            if made is not None:
                made.table, made.caption = number, caption
                place.draft, place.words = made, self._words
                place.heads = cell.tag == "th" or (self._all_bold and (place.row <= 1 or place.column == 0))
        give_headers(placing.placed, placing.header_rows)
        outline.introduction = introduction

    def _figure(self, element: Element, context: Context) -> None:
        before = len(self.outline.drafts)
        plain = not element.tables and not element.has_list and context.kind is BlockKind.PARAGRAPH
        self._children(element, replace(context, kind=BlockKind.CAPTION) if plain else context)
        self._close()
        made = self.outline.drafts[before:]
        caption = next((d for d in made if d.kind is BlockKind.CAPTION), None)
        if caption is not None and caption.table is None:
            for draft in made:
                if draft.kind is BlockKind.CELL and draft.caption is None:
                    draft.caption, caption.table = caption, draft.table

    def _preformatted(self, element: Element, context: Context) -> None:
        """Text that keeps its line breaks is read as plain text is."""
        words = element.text().replace("\r\n", "\n").strip("\n").rstrip()
        if context.kind is not BlockKind.PARAGRAPH or not words.strip():
            self._children(element, context)
            return
        shift = self.outline.write(words, BlockKind.PARAGRAPH)
        above = self.outline.headings
        tables = 0
        for draft in outline_text(words):
            draft.start, draft.end = draft.start + shift, draft.end + shift
            draft.headings, draft.zone = (*above, *draft.headings), self.outline.zone
            draft.level += above[-1].level if draft.kind is BlockKind.HEADING and above else 0
            if draft.table is not None:
                tables = max(tables, draft.table + 1)
                draft.table += self.outline.tables
            self.outline.drafts.append(draft)
        self.outline.tables += tables


def _level(element: Element) -> int:
    said = element.attributes.get("aria-level") or ""
    return min(max(int(said), 1), 6) if said.isdigit() and len(said) < 3 else 2
