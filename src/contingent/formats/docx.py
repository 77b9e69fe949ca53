"""DOCX: headings, paragraphs, lists and tables in the order of the text."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.table import Table

from contingent.document import Block, BlockKind, Document
from contingent.errors import DocumentError
from contingent.formats.language import find_language


def parse(data: bytes, content_hash: str, address: str | None) -> Document:
    """The document of a DOCX file; raises ``DocumentError`` if it is damaged."""
    try:
        source = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise DocumentError("The DOCX file is damaged and cannot be opened; save it again.") from error
    parts: list[str] = []
    blocks: list[Block] = []
    headings: list[int] = []
    lead_in: int | None = None
    table_number = -1
    length = 0

    def put(words: str, kind: BlockKind, **more: Any) -> int | None:
        nonlocal length
        if not words.strip():
            return None
        if parts:
            parts.append("\n")
            length += 1
        start = length + len(words) - len(words.lstrip())
        parts.append(words)
        length += len(words)
        more.setdefault("headings", tuple(headings))
        blocks.append(Block(kind, start, start + len(words.strip()), **more))
        return len(blocks) - 1

    for item in source.iter_inner_content():
        if isinstance(item, Table):
            table_number += 1
            header: list[int | None] = []
            for row, line in enumerate(item.rows):
                made: list[int | None] = []
                for column, cell in enumerate(line.cells):
                    above = header[column] if row and column < len(header) else None
                    first = made[0] if made else None
                    made.append(
                        put(
                            cell.text,
                            BlockKind.CELL,
                            table=table_number,
                            row=row,
                            column=column,
                            row_headers=() if first is None else (first,),
                            column_headers=() if above is None else (above,),
                        )
                    )
                if row == 0:
                    header = made
            continue
        style = (item.style.name if item.style is not None else "") or ""
        if style.startswith(("Heading", "Title")):
            level = int(style[-1]) if style[-1].isdigit() else 1
            headings[:] = [h for h in headings if blocks[h].level < level]
            made_heading = put(item.text, BlockKind.HEADING, level=level)
            if made_heading is not None:
                headings.append(made_heading)
                lead_in = made_heading
        elif style.startswith("List") or (item._p.pPr is not None and item._p.pPr.numPr is not None):
            put(item.text, BlockKind.ITEM, level=1, lead_in=lead_in)
        elif style == "Caption":
            put(item.text, BlockKind.CAPTION)
        else:
            lead_in = put(item.text, BlockKind.PARAGRAPH) or lead_in
    text = "".join(parts)
    return Document(
        text,
        tuple(blocks),
        content_hash,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        address,
        source.core_properties.title or None,
        language=find_language(text),
    )
