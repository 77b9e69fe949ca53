"""DOCX files give the blocks that a page of the same look gives."""

from __future__ import annotations

import io
from typing import Any

import docx

from contingent.document import BlockKind, Document
from contingent.formats import parse

from .outlines import assert_sound, block, headers, headings, shown, words


def made(source: Any) -> Document:
    held = io.BytesIO()
    source.save(held)
    document = parse(held.getvalue(), address="x.docx")
    assert_sound(document)
    return document


def with_bold(source: Any, bold: str, rest: str) -> None:
    paragraph = source.add_paragraph()
    paragraph.add_run(bold).bold = True
    paragraph.add_run(rest)


def test_bold_and_underlined_lines_are_headings_and_bold_heads_run_in() -> None:
    source = docx.Document()
    source.add_heading("Weekly update", 0)
    source.add_paragraph().add_run("Kosovo Force").underline = True
    source.add_paragraph("The force has 90 soldiers.")
    with_bold(source, "Lebanon.", " The company moved to the coast.")
    document = made(source)
    assert headings(document, block(document, "The force has 90 soldiers.")) == ["Weekly update", "Kosovo Force"]
    moved = block(document, "The company moved to the coast.")
    assert headings(document, moved) == ["Weekly update", "Kosovo Force", "Lebanon"]


def test_items_know_their_depth_and_lead_in() -> None:
    source = docx.Document()
    source.add_paragraph("The tasks are:")
    source.add_paragraph("patrols", style="List Bullet")
    source.add_paragraph("in the north", style="List Bullet 2")
    source.add_paragraph("guards", style="List Bullet")
    document = made(source)
    assert words(document, block(document, "in the north").lead_in) == "patrols"
    assert block(document, "in the north").level == 2
    assert words(document, block(document, "guards").lead_in) == "The tasks are:"


def test_tables_of_labels_bold_labels_and_tables_typed_with_tabs() -> None:
    source = docx.Document()
    source.add_heading("The mission", 1)
    table = source.add_table(rows=2, cols=2)
    for row, (label, value) in enumerate((("Location", "Gao"), ("Strength", "about 300"))):
        table.cell(row, 0).text, table.cell(row, 1).text = label, value
    source.add_paragraph("It has grown since.")
    with_bold(source, "Personnel", " 430")
    source.add_paragraph("It is made up of:")
    for line in ("Nation\tTroops", "Italy\t638", "Spain\t20"):
        source.add_paragraph(line)
    document = made(source)
    values = [(words(document, b.label), document.text_of(b)) for b in document.blocks if b.kind is BlockKind.VALUE]
    assert values[:2] == [("Location", "Gao"), ("Strength", "about 300")]
    assert headers(document, "638") == (["Italy"], ["Troops"])
    assert ("paragraph", "It is made up of:") in shown(document)
