"""PDF files give the blocks that a page of the same look gives."""

from __future__ import annotations

from contingent.document import BlockKind, Document
from contingent.formats import parse

from .made_pdf import Printed, made_pdf
from .outlines import assert_sound, block, headers, headings, words


def page(*lines: tuple[float, str, float, bool]) -> Document:
    """The document of one page: how far each line is set in, its words, the gap above it, and whether it is a
    heading."""
    printed, y = [], 800.0
    for indent, said, gap, is_heading in lines:
        y -= gap
        for column, piece in enumerate(said.split("|")):
            x = 60 + indent + 150 * column
            printed.append(Printed(piece, x, y, 14 if is_heading else 11, is_heading))
    document = parse(made_pdf([printed]), address="x.pdf")
    assert_sound(document)
    return document


BODY = (
    (0, "The force has 900 soldiers in the north of the country, where it has been since the", 22, False),
    (0, "spring of 2013. Its tasks are:", 14, False),
)


def test_lists_in_lists_are_told_by_how_far_they_are_set_in() -> None:
    document = page(
        (0, "The force", 30, True), *BODY, (12, "• to protect civilians;", 18, False),
        (12, "• to support the army;", 14, False), (30, "– with advisers", 14, False),
        (30, "– with trainers", 14, False),
        (12, "• to guard its camps.", 14, False),
    )  # fmt: skip
    assert block(document, "with trainers", BlockKind.ITEM).level == 2
    assert words(document, block(document, "with trainers").lead_in) == "to support the army;"
    camps = block(document, "to guard its camps.", BlockKind.ITEM)
    assert camps.level == 1
    assert (words(document, camps.lead_in) or "").endswith("Its tasks are:")
    assert headings(document, camps) == ["The force"]


def test_tables_and_lines_of_an_info_box() -> None:
    document = page(
        (0, "The force", 30, True), *BODY, (0, "Country|Troops", 40, False), (0, "Italy|638", 15, False),
        (0, "Spain|20", 15, False), (0, "At a glance", 40, True), (0, "Headquarters: Gao", 20, False),
        (0, "Personnel: 900", 14, False), (0, "Commander: Colonel A. Berg", 14, False),
    )  # fmt: skip
    assert headers(document, "638") == (["Italy"], ["Troops"])
    assert words(document, block(document, "900", BlockKind.VALUE).label) == "Personnel:"
    assert block(document, "Colonel A. Berg", BlockKind.VALUE)
