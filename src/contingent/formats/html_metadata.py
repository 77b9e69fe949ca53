"""What an HTML page says of itself: its title, publisher, language and day of publication.

The day of the last change comes before that of the first publication: the page states things as they were then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from email.utils import parsedate
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from contingent.document import BlockKind
from contingent.formats.html_tree import Element
from contingent.formats.outline import Draft

_MODIFIED = (
    "article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "datemodified",
    "last-modified", "lastmod", "revised",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "date", "pubdate", "publishdate", "publish-date", "publish_date",
    "citation_publication_date", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_PUBLISHERS = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "article:publisher_name",
    "application-name",
)
_LANGUAGES = ("content-language", "og:locale", "dc.language", "dcterms.language")
_ISO = re.compile(r"\s*(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?=$|[T\s+Z])")
_TITLE_SIGN = re.compile(r"\s+[|–—»·-]\s+|\s*\|\s*")
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?[,.]?\s*)?([^\W\d][^.,;|·©\n]{1,60})")
_LONGEST_NAME = 60
_FIRST_BLOCKS = 12
"""A ``time`` element further down dates an event that the page tells of, not the page."""


class Metadata:
    """The metadata of a page, read once; every value is as the page gives it."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._named: dict[str, str] = {}
        for node in tree.css("meta"):
            said = node.attributes
            key = said.get("property") or said.get("name") or said.get("http-equiv") or said.get("itemprop")
            content = said.get("content")
            if key and content:
                self._named.setdefault(key.strip().lower(), content.strip())
        self._linked = [
            entry for node in tree.css("script[type='application/ld+json']") for entry in _entries(node.text())
        ]
        title = tree.css_first("head title") or tree.css_first("title")
        self.title = (" ".join(title.text().split()) or None) if title is not None else None
        root = tree.css_first("html")
        said = root.attributes if root is not None else {}
        self.language = said.get("lang") or said.get("xml:lang") or self._first(_LANGUAGES)

    def _first(self, names: Sequence[str]) -> str | None:
        return next((self._named[name] for name in names if name in self._named), None)

    def published(self, times: Sequence[tuple[Element, Draft | None]]) -> str | None:
        """The day as an ISO bound; ``times`` are the page's ``time`` elements, each with the draft before it."""
        marked = [(time, as_day(time.attributes.get("datetime"))) for time, _ in times]
        changed = [day for time, day in marked if day and _says(time, "modified", "updated")]
        issued = [day for time, day in marked if day and (_says(time, "published") or "pubdate" in time.attributes)]
        near = [
            day
            for (_, day), (_, before) in zip(marked, times, strict=True)
            if day and (before is None or (before.zone == 0 and before.index < _FIRST_BLOCKS))
        ]
        for days in (
            self._days(_MODIFIED, "dateModified"),
            changed,
            self._days(_PUBLISHED, "datePublished"),
            issued,
            near,
        ):
            if days:
                return days[0]
        return None

    def _days(self, names: Sequence[str], linked: str) -> list[str]:
        said = [self._named.get(name) for name in names] + [entry.get(linked) for entry in self._linked]
        return [day for value in said if (day := as_day(value))]

    def publisher(self, drafts: Sequence[Draft], brands: Sequence[Draft], text: str) -> str | None:
        """Who publishes the page: what it declares, else a name that stands in its title and again in its frame,
        else the name at its head or behind its copyright sign."""
        declared = self._first(_PUBLISHERS)
        if declared:
            return declared
        for entry in self._linked:
            publisher = entry.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else None
            if isinstance(name, str) and name.strip():
                return name.strip()
        frame = [text[d.start : d.end] for d in drafts if d.kind is BlockKind.NAVIGATION]
        around = "\n".join(frame)
        parts = _TITLE_SIGN.split(self.title or "")
        if len(parts) > 1:
            for part in (parts[-1].strip(), parts[0].strip()):
                if (
                    1 < len(part) <= _LONGEST_NAME
                    and part[0].isupper()
                    and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", around)
                ):
                    return part
        for draft in brands:
            name = text[draft.start : draft.end].split(" / ")[0].split(" | ")[0]
            if draft.link_share < 1 and len(name) <= _LONGEST_NAME and "\n" not in name and name[:1].isupper():
                return name
        copyrights = (_COPYRIGHT.search(words) for words in reversed(frame))
        return next((match.group(1).strip() for match in copyrights if match), None)


def as_day(value: object) -> str | None:
    """A date as metadata write it, as an ISO bound of a day or a month; None if it is none."""
    if not isinstance(value, str):
        return None
    match = _ISO.match(value)
    if match is None:
        parsed = parsedate(value)
        return _checked(*parsed[:3]) if parsed else None
    year, month, day = match.groups()
    if month is None:
        return None
    return _checked(int(year), int(month), int(day)) if day else _checked(int(year), int(month), None)


def _checked(year: int, month: int, day: int | None) -> str | None:
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    return first.isoformat() if day else first.isoformat()[:7]


def _says(time: Element, *words: str) -> bool:
    names = f"{time.attributes.get('itemprop') or ''} {time.attributes.get('class') or ''}".lower()
    return any(word in names for word in words)


def _entries(source: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script; a broken script says nothing."""
    try:
        data = json.loads(source)
    except (ValueError, RecursionError):
        return
    for entry in data if isinstance(data, list) else [data]:
        if isinstance(entry, dict):
            graph = entry.get("@graph")
            yield entry
            if isinstance(graph, list):
                yield from (node for node in graph if isinstance(node, dict))
