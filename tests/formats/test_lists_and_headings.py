"""Lists in lists, numbered sections, titles of two lines, and what is the site's own."""

from __future__ import annotations

from contingent.document import BlockKind

from .outlines import assert_sound, block, headings, html, plain, shown, words

RESOLUTION = """Resolution 2999 (2021)

Acting under Chapter VII of the Charter,

1.      Decides to extend the mandate until 15 March 2022;

2.      Decides that the mandate shall be as follows:

(a)     Protection of civilians:

        (i)     To protect civilians under threat;

        (ii)    To deter violence, especially through
active patrolling;

(b)     Delivery of aid:

        (i)     To contribute to secure conditions;

3.      Decides to remain seized of the matter.
"""


def test_paragraphs_of_a_resolution_are_nested_by_the_sort_of_their_numbers() -> None:
    document = plain(RESOLUTION)
    assert_sound(document)
    items = [(b.level, document.text_of(b).split()[0]) for b in document.blocks if b.kind is BlockKind.ITEM]
    assert items == [
        (1, "Decides"), (1, "Decides"), (2, "Protection"), (3, "To"), (3, "To"), (2, "Delivery"), (3, "To"),
        (1, "Decides"),
    ]  # fmt: skip
    aid = block(document, "To contribute to secure conditions;")
    assert words(document, aid.lead_in) == "Delivery of aid:"


def test_sections_by_numbers_and_letters_are_headings_of_two_levels() -> None:
    document = plain(
        "The operation\n\nIt goes on.\n\nII. FORCES\n\nA. Land\n\nSome 4,500 soldiers.\n\nB. Air\n\nSeven jets.\n"
    )
    assert headings(document, block(document, "Seven jets.")) == ["The operation", "II. FORCES", "B. Air"]
    document = plain(
        "Weekly brief\n\nAll is well.\n\na) Situation\n\nCalm at sea.\n\nb) Activities\n\nTwo patrols went out.\n"
    )
    assert headings(document, block(document, "Calm at sea.")) == ["Weekly brief", "Situation"]


def test_a_title_of_two_lines_stands_above_all_sections() -> None:
    document = plain(
        "Operations abroad\n\nMali\n\nThe force has been in Mali since 2013.\n\n\nThe camp\n\nIt has beds for 130.\n"
    )
    assert headings(document, block(document, "It has beds for 130.")) == ["Operations abroad", "Mali", "The camp"]


def test_lines_with_a_day_are_no_headings() -> None:
    document = plain(
        "The mission\n\nUpdated 4 November 2019\n\nIt trains soldiers.\n\nPublished 16.10.2023\n\nIt has 90.\n"
    )
    assert [kind for kind, _ in shown(document)] == ["heading", "paragraph", "paragraph", "paragraph", "paragraph"]


def test_a_line_in_capitals_with_a_colon_is_a_heading() -> None:
    document = plain("Sahel\n\nDenmark takes part.\n\nTASK FORCE TAKUBA:\n\nSome 100 soldiers support it.\n")
    assert block(document, "TASK FORCE TAKUBA", BlockKind.HEADING)


def test_rows_of_links_trails_and_lists_of_links_at_the_end_are_navigation() -> None:
    document = html(
        "<div><a href=/>Home</a> <a href=/x>Missions</a> <a href=/y>News</a></div><p>Home » Missions » Mali</p>"
        "<h1>Mali</h1><p>The force has <a href=z>90 soldiers</a> there.</p><ul><li>ten of them in Gao</li></ul>"
        "<h2>Others</h2><ul><li><a href=1>Kosovo</a></li><li><a href=2>Lebanon</a></li></ul>"
    )
    said = [found for kind, found in shown(document) if kind != "navigation"]
    assert said == ["Mali", "The force has 90 soldiers there.", "ten of them in Gao"]


def test_adverts_between_paragraphs_are_navigation_and_not_headings() -> None:
    document = plain("Army takes over\n\nIt did so today.\n\nADVERTISEMENT\n\nThe group has 600 soldiers.\n")
    assert block(document, "ADVERTISEMENT", BlockKind.NAVIGATION)


def test_the_first_of_a_stack_of_short_lines_is_the_title() -> None:
    document = plain("Army takes over in Lithuania\nBy Peter Example\n2 February 2021\n\nIt did so today.\n")
    assert block(document, "Army takes over in Lithuania", BlockKind.HEADING).level == 1
    document = plain("It began in the spring\nand the summer\n\nIt did not end.\n")
    assert [kind for kind, _ in shown(document)] == ["paragraph", "paragraph"]


def test_words_that_only_the_style_of_a_page_parts_do_not_run_together() -> None:
    document = html("<h1>KFOR</h1><div><span>3,600</span><span>soldiers</span></div><p><b>K</b><i>FOR</i> stays.</p>")
    assert [found for _, found in shown(document)] == ["KFOR", "3,600\nsoldiers", "KFOR stays."]


def test_a_name_with_a_colon_above_its_text_is_a_heading_and_an_announcement_is_none() -> None:
    document = plain(
        "Weekly update\n\nCommand North:\nGermany leads it with 1,100 soldiers.\n\nCommand West:\n"
        "Italy leads it with 850 soldiers.\n\nThe units are:\nThey come from five nations.\n"
    )
    named = [found for kind, found in shown(document) if kind == "heading"]
    assert named == ["Weekly update", "Command North", "Command West"]


def test_lines_behind_a_line_with_a_colon_are_items_without_bullets() -> None:
    document = html("<h1>KFOR</h1><p>Contributing nations:<br>Greece<br>Poland<br>Turkey</p><p>It goes:<br>on.</p>")
    assert_sound(document)
    assert words(document, block(document, "Poland", BlockKind.ITEM).lead_in) == "Contributing nations:"
    assert shown(document)[-1] == ("paragraph", "It goes:\non.")


def test_a_bold_line_heads_the_text_up_to_the_next_marked_heading() -> None:
    document = html("<h1>Mali</h1><p><b>Our part</b></p><p>It is small.</p><h3>By year</h3><p>It grew in 2019.</p>")
    assert headings(document, block(document, "It is small.")) == ["Mali", "Our part"]
    assert headings(document, block(document, "It grew in 2019.")) == ["Mali", "By year"]
