"""The outline of a document in the making: drafts of its blocks, which point at each other.

A draft may still be changed, split or dropped; only ``finish`` turns drafts into blocks, whose references are
indexes. Drafts stand in the order of the text and never overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from contingent.document import Block, BlockKind


@dataclass(slots=True, eq=False)
class Draft:
    """A block in the making; the fields mean what they mean in ``Block``, with drafts in place of indexes."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    headings: tuple[Draft, ...] = ()
    lead_in: Draft | None = None
    label: Draft | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_headers: tuple[Draft, ...] = ()
    column_headers: tuple[Draft, ...] = ()
    caption: Draft | None = None
    zone: int = 0
    """0 for the main part of a page, else the number of the side box in which the block stands."""
    link_share: float = 0.0
    """The share of the block's characters that are links."""
    bold: int = 0
    """How many characters at its head are bold, where more follow that are not."""
    index: int = field(default=-1, init=False)


class Outline:
    """Drafts in the order of the text, with the headings under which the next one stands."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.headings: tuple[Draft, ...] = ()
        self.introduction: Draft | None = None
        """The last paragraph or heading of this part of the page: it introduces a list or a table that comes next.
        A list that a second one follows leaves its own to it."""
        self.zone = 0
        self.tables = 0
        """How many tables there are so far; the next one gets this number."""

    def add(self, kind: BlockKind, start: int, end: int, **fields: object) -> Draft:
        """Append a draft under the present headings; a heading becomes the innermost of its level."""
        draft = Draft(kind, start, end, zone=self.zone, **fields)  # type: ignore[arg-type]
        if kind is BlockKind.HEADING:
            self.headings = tuple(above for above in self.headings if above.level < draft.level)
            draft.headings = self.headings
            self.headings = (*self.headings, draft)
        elif kind is not BlockKind.NAVIGATION:
            draft.headings = self.headings
        if kind is BlockKind.HEADING or (kind is BlockKind.PARAGRAPH and draft.lead_in is None):
            self.introduction = draft
        self.drafts.append(draft)
        return draft


_TEXT_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH)


class WrittenOutline(Outline):
    """An outline whose text is written together with it, for formats that have blocks rather than lines."""

    def __init__(self) -> None:
        super().__init__()
        self.length = 0
        self._parts: list[str] = []
        self._last: BlockKind | None = None

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def write(self, words: str, kind: BlockKind) -> int:
        """Append words behind a line break, or behind a blank line around paragraphs and headings; gives their
        place. The draft is for the caller to add."""
        if self.length:
            gap = "\n\n" if kind in _TEXT_KINDS or self._last in _TEXT_KINDS else "\n"
            self._parts.append(gap)
            self.length += len(gap)
        self._last = kind
        self._parts.append(words)
        start, self.length = self.length, self.length + len(words)
        return start

    def put(self, kind: BlockKind, words: str, **fields: object) -> Draft | None:
        """Write words and add their draft, without outer white space; None if there is nothing else in them."""
        inner = words.strip()
        if not inner:
            return None
        start = self.write(words.rstrip(), kind) + len(words) - len(words.lstrip())
        return self.add(kind, start, start + len(inner), **fields)


def finish(drafts: Iterable[Draft]) -> tuple[Block, ...]:
    """The blocks of drafts. A reference to a draft that was dropped, or a heading that is none any more, is lost."""
    ordered = list(drafts)
    for index, draft in enumerate(ordered):
        draft.index = index
    known: dict[int, tuple[int, ...]] = {}
    blocks: list[Block] = []
    for draft in ordered:
        headings: tuple[int, ...] = ()
        if draft.headings and draft.kind is not BlockKind.NAVIGATION:
            key = id(draft.headings)
            if key not in known:
                known[key] = tuple(h.index for h in draft.headings if h.kind is BlockKind.HEADING and h.index >= 0)
            headings = known[key]
        lead_in, label, caption = draft.lead_in, draft.label, draft.caption
        blocks.append(
            Block(
                draft.kind,
                draft.start,
                draft.end,
                draft.level,
                headings,
                lead_in.index if lead_in is not None and lead_in.index >= 0 else None,
                label.index if label is not None and label.index >= 0 else None,
                draft.table,
                draft.row,
                draft.column,
                tuple(h.index for h in draft.row_headers) if draft.row_headers else (),
                tuple(h.index for h in draft.column_headers) if draft.column_headers else (),
                caption.index if caption is not None and caption.index >= 0 else None,
            )
        )
    return tuple(blocks)
