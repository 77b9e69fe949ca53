"""Bytes to documents: every format, every place exact, every bad input refused in one sentence."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.document import BlockKind, Document
from contingent.errors import DocumentError
from contingent.formats import parse

PAGE = """<!DOCTYPE html><html lang="da-DK"><head><title>Mali – Forsvaret</title>
<meta property="article:modified_time" content="2021-04-15T08:00"><style>p{}</style></head><body>
<nav><ul><li>Forside</li><li>Opgaver</li></ul></nav>
<h1>Mali</h1><p>Bidraget best&aring;r&nbsp;af:</p>
<ul><li>Et kirurg&shy;hold på <b>12</b> personer<ul><li>to l&aelig;ger</li></ul></li><li>En støttedeling</li></ul>
<table><caption>Styrke i maj</caption>
<tr><th>Land</th><th>Soldater</th></tr><tr><td>Danmark</td><td>90</td></tr></table>
<dl><dt>Sted</dt><dd>Gao</dd></dl><figure><figcaption>Lejren i Gao</figcaption></figure>
<script>var x = "Et kirurghold";</script><footer>Kontakt</footer></body></html>"""


def block(document: Document, words: str) -> tuple[int, BlockKind]:
    for index, candidate in enumerate(document.blocks):
        if document.text_of(candidate) == words:
            return index, candidate.kind
    raise AssertionError(f"no block {words!r} in {[document.text_of(b) for b in document.blocks]}")


def test_html_blocks_know_their_kind_lead_in_headers_and_label() -> None:
    document = parse(PAGE.encode(), address="mali.html")
    lead_in, _ = block(document, "Bidraget består\u00a0af:")
    item, kind = block(document, "Et kirurg\u00adhold på 12 personer")
    assert kind is BlockKind.ITEM
    assert document.blocks[item].lead_in == lead_in
    assert document.text_of(document.blocks[document.blocks[item].headings[-1]]) == "Mali"
    count, kind = block(document, "90")
    assert kind is BlockKind.CELL
    assert [document.text_of(document.blocks[k]) for k in document.blocks[count].row_headers] == ["Danmark"]
    assert [document.text_of(document.blocks[k]) for k in document.blocks[count].column_headers] == ["Soldater"]
    value, kind = block(document, "Gao")
    assert kind is BlockKind.VALUE
    label = document.blocks[value].label
    assert label is not None
    assert document.text_of(document.blocks[label]) == "Sted"
    assert block(document, "Lejren i Gao")[1] is BlockKind.CAPTION
    assert block(document, "Forside")[1] is BlockKind.NAVIGATION
    assert block(document, "Kontakt")[1] is BlockKind.NAVIGATION


def test_html_metadata_is_found() -> None:
    document = parse(PAGE.encode(), address="mali.html")
    assert (document.language, document.published, document.title) == ("da", "2021-04-15", "Mali – Forsvaret")
    assert "var x" not in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_of_any_encoding_keeps_its_letters(encoding: str) -> None:
    words = "Støtteelementet på flyvepladsen sørger for forsyninger til æskadrillen på Færøerne.\n" * 3
    assert parse(words.encode(encoding), address="x.txt").text == words


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    document = parse(b"<html><body><p>The team <b>of 14 <p>works in Gao<ul><li>one<li>two", address="x.html")
    assert "works in Gao" in document.text
    assert block(document, "two")[1] is BlockKind.ITEM


def test_plain_text_lists_headings_and_labels_are_told_apart() -> None:
    items = "  • a company of 120 soldiers\n  - a hospital\n\n"
    text = f"THE FORCE\n\nThe force consists of:\n\n{items}Headquarters: Gao\nStrength: 300\n"
    document = parse(text.encode(), address="x.txt")
    assert [b.kind.value for b in document.blocks] == [
        "heading",
        "paragraph",
        "item",
        "item",
        "label",
        "value",
        "label",
        "value",
    ]
    assert document.blocks[2].lead_in == 1
    assert document.text_of(document.blocks[3]) == "a hospital"


@given(
    st.text(
        alphabet=st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\n\n •-:\t|"),
        min_size=1,
        max_size=400,
    )
)
def test_blocks_of_any_text_are_in_order_within_the_text_and_apart(text: str) -> None:
    try:
        document = parse(text.encode(), address="x.txt")
    except DocumentError:  # Nothing but space, marks or signs of damage.
        return
    position = 0
    for candidate in document.blocks:
        assert position <= candidate.start < candidate.end <= len(document.text)
        position = candidate.end


def test_docx_keeps_headings_lists_and_tables() -> None:
    source = docx.Document()
    source.add_heading("Mali", 1)
    source.add_paragraph("The contribution consists of:")
    source.add_paragraph("a surgical team", style="List Bullet")
    table = source.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ådaži", "90"
    held = io.BytesIO()
    source.save(held)
    document = parse(held.getvalue(), address="x.docx")
    assert block(document, "a surgical team")[1] is BlockKind.ITEM
    assert block(document, "Ådaži")[1] is BlockKind.CELL


def archive() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("x.txt", "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (bytes(2_000_000), "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"%PDF-1.4\n1 0 obj <<", "cut off"),
        (b"%PDF-1.4\nnothing\n%%EOF", "damaged"),
        (archive(), "archive"),
        (b"<html><body></body></html>", "no text"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as error:
        parse(data)
    assert "\n" not in str(error.value)
