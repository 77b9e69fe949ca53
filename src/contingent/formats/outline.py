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
    index: int = field(default=-1, init=False)


class Outline:
    """Drafts in the order of the text, with the headings under which the next one stands."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.headings: tuple[Draft, ...] = ()
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
        self.drafts.append(draft)
        return draft

    def introduction(self) -> Draft | None:
        """The paragraph or heading that introduces what comes next in this part of the page.

        Behind a list it is what introduced that list, so that a list in two parts keeps its lead-in.
        """
        for draft in reversed(self.drafts):
            if draft.zone != self.zone:
                return None
            if draft.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
                return draft
            if draft.kind is BlockKind.ITEM and draft.level == 1:
                return draft.lead_in
        return None


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
