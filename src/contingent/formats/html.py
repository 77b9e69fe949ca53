"""HTML pages of any encoding, however broken their markup."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from contingent.document import Document
from contingent.errors import DocumentError
from contingent.formats.boxes import find_boxes
from contingent.formats.encoding import decode
from contingent.formats.html_limits import check_markup
from contingent.formats.html_metadata import Metadata
from contingent.formats.html_tree import build
from contingent.formats.html_walk import Walk
from contingent.formats.language import settle_language
from contingent.formats.outline import finish
from contingent.formats.run_in import find_run_ins
from contingent.formats.typed_lists import find_typed_lists

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CHARSET_WITHIN = 4096
"""Browsers look for a declaration in the first 1,024 bytes; pages with long comments need more."""


def parse(data: bytes, content_hash: str, address: str | None, charset: str | None = None) -> Document:
    """The document of an HTML page; ``charset`` is what its sender said. Raises ``DocumentError`` if it cannot
    be decoded or holds more elements than any page."""
    declared = _CHARSET.search(data[:_CHARSET_WITHIN])
    source = decode(data, charset or (declared.group(1).decode("ascii", "replace") if declared else None))
    check_markup(source)
    tree = LexborHTMLParser(source)
    if tree.root is None:
        raise DocumentError("The document holds no text; give a page with text in it.")
    page = build(tree.root)
    walk = Walk(page)
    walk.page(page)
    text = walk.outline.text
    drafts = find_run_ins(text, find_boxes(text, find_typed_lists(text, walk.outline.drafts)))
    blocks = finish(drafts)
    metadata = Metadata(tree)
    published = metadata.published(walk.times)
    return Document(
        text,
        blocks,
        content_hash,
        "text/html",
        address,
        metadata.title,
        metadata.publisher(drafts, walk.brands, text),
        settle_language(metadata.language, text),
        published,
        "metadata" if published else None,
    )
