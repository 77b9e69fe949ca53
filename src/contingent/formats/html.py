"""HTML: a walk over the tree that keeps every visible character, its block and its place."""

from __future__ import annotations

import json
import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from contingent.document import Block, BlockKind, Document
from contingent.formats.encoding import decode
from contingent.formats.language import declared, find_language

_HIDDEN = {"script", "style", "template", "noscript", "title", "head", "svg", "iframe"}
_SITE = {"nav", "footer", "form", "button", "select"}
_SITE_ROLES = {"navigation", "search", "contentinfo", "menu", "menubar"}
_SITE_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|breadcrumb|breadcrumbs|footer|share|social|cookie|cookies|newsletter|topmenu|skip|advert|annonce|byline|meta|related|teaser)(?:$|[\s_-])",
    re.I,
)
_CAPTION_CLASSES = re.compile(r"caption|billedtekst", re.I)
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "main",
    "aside",
    "header",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "tfoot",
    "caption",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "address",
    "body",
    "html",
    "details",
    "summary",
    "fieldset",
    *_SITE,
}
_SPACE = re.compile(r"[ \t\r\n\f]+")


def parse(data: bytes, content_hash: str, address: str | None) -> Document:
    """The document of an HTML page of any encoding, however broken its markup."""
    charset = re.search(rb"charset=[\"']?([\w-]+)", data[:4096], re.I)
    source = decode(data, charset.group(1).decode("ascii") if charset else None)
    tree = LexborHTMLParser(source)
    walk = _Walk()
    if tree.body is not None:
        walk.node(tree.body, BlockKind.PARAGRAPH)
        walk.close()
    text = "".join(walk.parts)
    meta = _meta(tree)
    title = tree.css_first("title")
    name = _SPACE.sub(" ", title.text()).strip() if title else None
    html = tree.css_first("html")
    language = (
        declared(html.attributes.get("lang") if html else None)
        or declared(meta.get("og:locale"))
        or find_language(text)
    )
    published = _published(tree, meta)
    return Document(
        text,
        tuple(walk.blocks),
        content_hash,
        "text/html",
        address,
        name,
        _publisher(tree, meta, name),
        language,
        published,
        "metadata" if published else None,
    )


class _Walk:
    """Collects text and blocks while going through the tree in order."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.start: int | None = None
        self.kind = BlockKind.PARAGRAPH
        self.more: dict[str, Any] = {}
        self.headings: list[int] = []
        self.previous: int | None = None
        self.label: int | None = None
        self.lists: list[int | None] = []
        self.table = -1

    def put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def text(self, words: str) -> None:
        words = _SPACE.sub(" ", words)
        if self.start is None:
            words = words.lstrip(" ")
            if not words:
                return
            if self.length:
                self.put("\n")
            self.start = self.length
        elif words.startswith(" ") and self.parts[-1].endswith((" ", "\n")):
            words = words[1:]
        if words:
            self.put(words)

    def close(self) -> int | None:
        """End the block that is open, if any, and give its index."""
        if self.start is None:
            return None
        end = self.length
        while end > self.start and self._last_is_space():
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
            end -= 1
            if not self.parts[-1]:
                self.parts.pop()
        start, self.start = self.start, None
        if end <= start:
            return None
        more = dict(self.more)
        more.setdefault("headings", tuple(self.headings))
        self.blocks.append(Block(self.kind, start, end, **more))
        index = len(self.blocks) - 1
        if self.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            self.previous = index
        return index

    def _last_is_space(self) -> bool:
        return bool(self.parts) and self.parts[-1][-1:] == " "

    def node(self, node: LexborNode, kind: BlockKind, more: dict[str, Any] | None = None) -> None:
        """The children of a node, as blocks of ``kind`` where nothing inside says otherwise."""
        more = more or {}
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                self.kind, self.more = (kind, more) if self.start is None else (self.kind, self.more)
                self.text(child.text_content or "")
            elif tag == "br":
                if self.start is not None:
                    self.put("\n")
            elif tag in _HIDDEN or tag is None or tag.startswith(("!", "_", "-")):
                continue
            elif tag in _BLOCKS:
                self.close()
                self._block(child, tag, kind, more)
                self.close()
            else:
                if self.start is None:
                    self.kind, self.more = kind, more
                self.node(child, kind, more)

    def _block(self, node: LexborNode, tag: str, kind: BlockKind, more: dict[str, Any]) -> None:
        attributes = node.attributes
        marks = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        heading = tag[0] == "h" and tag[1:].isdigit()
        if (heading and kind is not BlockKind.NAVIGATION) or (heading and tag == "h1"):
            level = int(tag[1:])
            self.headings = [h for h in self.headings if self.blocks[h].level < level]
            self.node(node, BlockKind.HEADING, {"level": level, "headings": tuple(self.headings)})
            made = self.close()
            if made is not None:
                self.headings.append(made)
            return
        site = tag in _SITE or (attributes.get("role") or "") in _SITE_ROLES or bool(_SITE_CLASSES.search(marks))
        if tag == "header" and node.css_first("h1") is None:
            site = True
        if (
            tag == "aside"
            and node.css_first("dl") is None
            and node.css_first("table") is None
            and node.css_first("li") is not None
        ):
            site = True
        if site or kind is BlockKind.NAVIGATION:
            self.node(node, BlockKind.NAVIGATION)
        elif tag in ("figcaption", "caption") or _CAPTION_CLASSES.search(marks):
            self.node(node, BlockKind.CAPTION, more)
        elif tag in ("ul", "ol"):
            self.lists.append(self.previous)
            self.node(node, kind, more)
            self.lists.pop()
        elif tag == "li":
            lead_in = self.lists[-1] if self.lists else None
            self.node(node, BlockKind.ITEM, {"level": max(len(self.lists), 1), "lead_in": lead_in})
        elif tag == "dt":
            self.node(node, BlockKind.LABEL)
            self.label = self.close()
        elif tag == "dd":
            self.node(node, BlockKind.VALUE, {"label": self.label})
        elif tag == "table" and not _is_layout(node):
            self._table(node)
        elif tag in ("thead", "tbody", "tr", "td", "th"):
            self.node(node, kind, more)
        else:
            self.node(node, kind, more if kind is not BlockKind.PARAGRAPH else {})

    def _table(self, node: LexborNode) -> None:
        self.table += 1
        number = self.table
        caption: int | None = None
        drawn = node.css_first("caption")
        if drawn is not None:
            self.node(drawn, BlockKind.CAPTION, {"table": number})
            caption = self.close()
        spans: dict[int, tuple[int, int]] = {}
        columns: dict[int, int] = {}
        for row, line in enumerate(node.css("tr")):
            column, first = 0, None
            cells = [c for c in line.iter() if c.tag in ("td", "th")]
            heads_columns = bool(cells) and (
                all(c.tag == "th" for c in cells) or (row == 0 and not any(re.search(r"\d", c.text()) for c in cells))
            )
            for cell in cells:
                while spans.get(column, (0, 0))[0] > 0:
                    left, filled = spans[column]
                    spans[column] = (left - 1, filled)
                    column += 1
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                self.node(
                    cell,
                    BlockKind.CELL,
                    {
                        "table": number,
                        "row": row,
                        "column": column,
                        "caption": caption,
                        "row_headers": (first,) if first is not None else (),
                        "column_headers": (columns[column],) if column in columns and not heads_columns else (),
                    },
                )
                made = self.close()
                if made is not None:
                    first = made if first is None else first
                    if heads_columns:
                        for k in range(column, column + wide):
                            columns[k] = made
                    if high > 1:
                        for k in range(column, column + wide):
                            spans[k] = (high - 1, made)
                column += wide


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or "1"
    return min(max(int(value), 1), 100) if value.isdigit() else 1


def _is_layout(table: LexborNode) -> bool:
    """Whether a table only arranges the page: tables, headings, lists or paragraphs stand in its cells."""
    return any(table.css_first(f"td {tag}") is not None for tag in ("table", "h1", "h2", "h3", "p", "ul", "div"))


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if key and attributes.get("content"):
            found.setdefault(key, str(attributes["content"]))
    return found


_DATES = (
    "article:modified_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.issued",
    "dc.date.issued",
    "pubdate",
    "publishdate",
)


def _published(tree: LexborHTMLParser, meta: dict[str, str]) -> str | None:
    """The day that the page's metadata give; a change counts before a first publication, as the page is so since."""
    for key in _DATES:
        day = _day(meta.get(key))
        if day:
            return day
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text())
        except ValueError:
            continue
        for entry in data if isinstance(data, list) else [data]:
            if isinstance(entry, dict):
                day = _day(str(entry.get("dateModified") or "")) or _day(str(entry.get("datePublished") or ""))
                if day:
                    return day
    times = [day for node in tree.css("time[datetime]") if (day := _day(node.attributes.get("datetime")))]
    return times[0] if times else None


def _day(value: str | None) -> str | None:
    match = re.match(r"\s*(\d{4}-\d\d-\d\d)", value or "")
    return match.group(1) if match else None


def _publisher(tree: LexborHTMLParser, meta: dict[str, str], title: str | None) -> str | None:
    for key in ("og:site_name", "publisher", "dc.publisher", "application-name"):
        if meta.get(key):
            return meta[key]
    parts = re.split(r"\s+[|–—-]\s+", title or "")
    return parts[-1].strip() if len(parts) > 1 and len(parts[-1]) < 50 else None
