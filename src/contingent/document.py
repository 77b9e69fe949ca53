"""A document: its text, the blocks that the text is made of, and quotes from it.

The law of this module: every position is an offset in Unicode code points into ``Document.text``,
the first one included and the last one excluded, and a quote exists only where its words stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from contingent.errors import QuoteError


class BlockKind(StrEnum):
    """What a block of a page is."""

    HEADING = "heading"
    """A heading; also the words at the head of a paragraph that name its subject, "7 DIVISION. Troops of …": these are
    of the deepest level and stand above the rest of that paragraph and what it introduces, not above what follows."""
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """An item of a list; ``Block.lead_in`` is the sentence or heading that introduces the list."""
    CELL = "cell"
    """A cell of a table; its row and column headers are known."""
    CAPTION = "caption"
    """A caption of a picture or a table."""
    LABEL = "label"
    """The label of an info box entry, such as "Headquarters"."""
    VALUE = "value"
    """The value of an info box entry; ``Block.label`` is its label."""
    NAVIGATION = "navigation"
    """Menus, footers, adverts, form labels: words of the site, which state nothing."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document. All references to other blocks are indexes into ``Document.blocks``."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Headings: 1 is the top. List items: depth of nesting, from 1. Otherwise 0."""
    headings: tuple[int, ...] = ()
    """The headings above this block, outermost first."""
    lead_in: int | None = None
    """For a list item: the block that introduces its list (for a nested item, the item above)."""
    label: int | None = None
    """For a value: its label."""
    table: int | None = None
    """For a cell or a table's caption: the number of the table in the document, from 0."""
    row: int | None = None
    column: int | None = None
    row_headers: tuple[int, ...] = ()
    """For a cell: the cells that head its row (``th``, else the first cell of the row)."""
    column_headers: tuple[int, ...] = ()
    """For a cell: the cells that head its column."""
    caption: int | None = None
    """For a cell: the caption of its table."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document and where they stand.

    Made by ``Document.quote`` or ``Document.find`` only: the constructor checks ``text`` against
    the document's text, so that a quote that is not in the document cannot be made.
    """

    text: str
    start: int
    end: int
    document: Document = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise QuoteError(f"A quote is empty at {self.start} to {self.end}; quote at least one word.")
        if self.document.text[self.start : self.end] != self.text or not 0 <= self.start < self.end <= len(
            self.document.text
        ):
            raise QuoteError(
                f"The words {self.text[:60]!r} do not stand at {self.start} to {self.end} of the document; "
                "quote the document's own characters."
            )


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one version of one page, and what the page says of itself.

    ``content_hash`` is the SHA-256 of the bytes, in hexadecimal, and the document's identity.
    ``published`` is an ISO bound (``2021-04-15``, ``2021-04``) or None where no day was found;
    ``published_from`` says in a word where it was found (``option``, ``metadata``, ``text``).
    """

    text: str
    blocks: tuple[Block, ...]
    content_hash: str
    media_type: str
    address: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: str | None = None

    def quote(self, start: int, end: int) -> Quote:
        """The quote of the characters from ``start`` up to ``end``.

        Raises ``QuoteError`` if the range is empty, blank or outside the text.
        """
        return Quote(self.text[start:end], start, end, self)

    def find(self, words: str, after: int = 0) -> Quote:
        """The first quote of ``words`` at or behind ``after``; raises ``QuoteError`` if there is none."""
        start = self.text.find(words, after) if words else -1
        if start < 0:
            raise QuoteError(f"The words {words[:60]!r} do not stand in the document; quote its own characters.")
        return Quote(words, start, start + len(words), self)

    def text_of(self, block: Block) -> str:
        """The words of one block."""
        return self.text[block.start : block.end]
