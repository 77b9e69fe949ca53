"""Run-in headings: parted from the paragraphs that they name, and only from these."""

from __future__ import annotations

import pytest

from contingent.document import BlockKind

from .outlines import assert_sound, block, headings, html, plain, shown


def test_paragraphs_of_a_bulletin_stand_under_the_words_in_capitals_at_their_head() -> None:
    document = plain(
        "THE WEEK\n\nTroops had a busy week.\n\n7 BRIGADE. Troops of the brigade cleared two villages.\n\n"
        "AIR COMPONENT. It flew 31 sorties.\n\nThe commander came to see them.\n"
    )
    assert_sound(document)
    heading = block(document, "7 BRIGADE", BlockKind.HEADING)
    assert heading.level == 2
    assert headings(document, block(document, "Troops of the brigade cleared two villages.")) == [
        "THE WEEK",
        "7 BRIGADE",
    ]
    assert headings(document, block(document, "The commander came to see them.")) == ["THE WEEK"]


def test_names_before_a_colon_or_a_dash_and_items_under_a_heading() -> None:
    document = plain(
        "Other work\n\nOperation Sea Lamp: An aircraft has watched the sea since May, and is home again.\n\n"
        "Kosovo: Three weather people have worked in the camp since 4 January.\n\n"
        "LEBANON – The company has moved to the coast.\n\nMALI – The last aircraft has left the camp.\n\n"
        "In brief\n\n- Botswana (BDF). The company patrols from Mueda.\n- Lesotho (LDF). It holds Nangade.\n"
    )
    assert_sound(document)
    named = [words for kind, words in shown(document) if kind == "heading"]
    assert named[1:] == [
        "Operation Sea Lamp", "Kosovo", "LEBANON", "MALI", "In brief", "Botswana (BDF)", "Lesotho (LDF)",
    ]  # fmt: skip


def test_bold_words_at_the_head_of_one_paragraph_are_enough() -> None:
    document = html("<h1>Work</h1><p><b>Lebanon.</b> The company holds the coast.</p><p>It has <b>two</b> ships.</p>")
    assert shown(document)[1:3] == [("heading", "Lebanon"), ("paragraph", "The company holds the coast.")]


def test_what_a_run_in_paragraph_introduces_stands_under_its_heading() -> None:
    document = plain(
        "Weekly\n\nNORTH SECTOR. The troops have these tasks:\n\n- patrols\n- guards\n\n"
        "SOUTH SECTOR. All is quiet there.\n"
    )
    assert headings(document, block(document, "guards")) == ["Weekly", "NORTH SECTOR"]


@pytest.mark.parametrize(
    "words",
    [
        "U.S. forces left the base in May.\n\nU.N. troops stayed there.",
        "Capt. Smith leads the team.\n\nCol. Jones leads the others.",
        "GAO, Mali – Soldiers of the company have left.\n\nThe base is empty now.",
        "He said this: Nobody knows when it will end.\n\nHe also said this then: We shall see what comes of it.",
        "Spring came late. The snow lay long.\n\nSummer came soon. The heat was great.",
        "It is over. The last soldiers went home.\n\nIt is so. Nobody is left there.",
    ],
)
def test_sentences_are_left_whole(words: str) -> None:
    document = plain(f"The title\n\n{words}\n")
    assert [kind for kind, _ in shown(document)] == ["heading", "paragraph", "paragraph"]
