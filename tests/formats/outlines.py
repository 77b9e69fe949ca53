"""Ways to look at a document's blocks that the tests of formats share."""

from __future__ import annotations

import re

from contingent.document import Block, BlockKind, Document
from contingent.formats import parse

_MARK = re.compile(r"[•◦▪·∙*\-–—>+o|=#_~.:]+|\(?(?:\d{1,3}|[a-zæøå]|[ivx]+)[.)]")


def html(body: str, head: str = "") -> Document:
    """The document of a page with this body."""
    return parse(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), address="page.html")


def plain(text: str) -> Document:
    """The document of a plain text."""
    return parse(text.encode(), address="page.txt")


def shown(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind.value, document.text_of(block)) for block in document.blocks]


def block(document: Document, words: str, kind: BlockKind | None = None) -> Block:
    """The block with these words."""
    for candidate in document.blocks:
        if document.text_of(candidate) == words and kind in (None, candidate.kind):
            return candidate
    raise AssertionError(f"no block {words!r} in {shown(document)}")


def words(document: Document, index: int | None) -> str | None:
    """The words of the block with this index, None for none."""
    return None if index is None else document.text_of(document.blocks[index])


def headings(document: Document, of: Block) -> list[str]:
    """The headings above a block, outermost first."""
    return [document.text_of(document.blocks[index]) for index in of.headings]


def headers(document: Document, cell: str) -> tuple[list[str], list[str]]:
    """The row headers and the column headers of the cell with these words."""
    found = block(document, cell, BlockKind.CELL)
    return (
        [document.text_of(document.blocks[index]) for index in found.row_headers],
        [document.text_of(document.blocks[index]) for index in found.column_headers],
    )


def assert_sound(document: Document) -> None:
    """Blocks lie in the text, in order, apart, refer to each other rightly, and miss nothing but bullets and rules."""
    position = 0
    covered = bytearray(len(document.text))
    for index, candidate in enumerate(document.blocks):
        assert position <= candidate.start < candidate.end <= len(document.text)
        assert not document.text[candidate.start].isspace()
        assert not document.text[candidate.end - 1].isspace()
        position = candidate.end
        covered[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
        assert all(h < index and document.blocks[h].kind is BlockKind.HEADING for h in candidate.headings)
        others = [candidate.lead_in, candidate.label, candidate.caption]
        others += [*candidate.row_headers, *candidate.column_headers]
        assert all(0 <= other < len(document.blocks) and other != index for other in others if other is not None)
        if candidate.kind is BlockKind.VALUE:
            assert candidate.label is not None
            assert document.blocks[candidate.label].kind is BlockKind.LABEL
        if candidate.kind is BlockKind.CELL:
            assert None not in (candidate.table, candidate.row, candidate.column)
    missed = "".join(" " if covered[i] else letter for i, letter in enumerate(document.text))
    for run in missed.split():
        assert _MARK.fullmatch(run), f"{run!r} stands in no block"
