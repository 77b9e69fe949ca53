"""Info boxes in whatever form a page prints them."""

from __future__ import annotations

from contingent.document import BlockKind

from .outlines import assert_sound, block, headers, html, plain, shown, words


def test_a_table_whose_first_column_holds_known_labels_is_an_info_box() -> None:
    document = html(
        "<h1>Operation</h1><p>It goes on.</p><table><tr><td>Headquarters</td><td>Gao</td></tr>"
        "<tr><td>Personnel</td><td>about 430</td></tr><tr><td>Joint radio</td><td>none</td></tr></table>"
    )
    assert_sound(document)
    value = block(document, "about 430", BlockKind.VALUE)
    assert words(document, value.label) == "Personnel"


def test_a_table_of_nations_stays_a_table() -> None:
    document = html(
        "<h1>Troops</h1><table><tr><td>Country</td><td>Personnel</td></tr><tr><td>Spain</td><td>300</td></tr>"
        "<tr><td>Total</td><td>300</td></tr></table>"
    )
    assert headers(document, "Spain") == ([], ["Country"])


def test_headers_of_rows_alone_leave_the_first_row_a_row_like_the_others() -> None:
    document = html(
        "<h1>Figures</h1><table><tr><th>Flag</th><td>blue</td></tr><tr><th>Patrols</th><td>46</td></tr></table>"
    )
    assert headers(document, "46") == (["Patrols"], [])
    assert headers(document, "blue") == (["Flag"], [])


def test_rows_of_dots_lead_from_one_column_to_the_next() -> None:
    document = plain("RESULTS\n\nWeapons found ............ 27\nHostages freed ........... 8\n")
    assert_sound(document)
    assert headers(document, "8") == (["Hostages freed"], [])


def test_numbered_sections_stay_headings_when_a_list_follows() -> None:
    document = plain(
        "1. COMMAND\n\nThe general is in Pemba.\n\n2. UNITS\n\na. the first\n\nb. the second\n\n3. WEATHER\n\nRain.\n"
    )
    assert [found for kind, found in shown(document) if kind == "heading"] == ["1. COMMAND", "2. UNITS", "3. WEATHER"]
    assert block(document, "the second", BlockKind.ITEM).level == 1


def test_bold_words_and_small_headings_are_labels_of_the_short_words_behind_them() -> None:
    document = html(
        "<h1>The mission</h1><p>It goes on.</p><div><strong>Location</strong> Gao</div>"
        "<div><strong>Personnel</strong> 45</div><h3>Commander</h3><p>Colonel A. Berg</p><h3>Base</h3><p>Camp X</p>"
    )
    assert_sound(document)
    pairs = [(words(document, b.label), document.text_of(b)) for b in document.blocks if b.kind is BlockKind.VALUE]
    assert pairs == [("Location", "Gao"), ("Personnel", "45"), ("Commander", "Colonel A. Berg"), ("Base", "Camp X")]


def test_items_that_a_sentence_announces_stay_items_whatever_colons_they_have() -> None:
    document = plain("Ships\n\nThe force has two ships:\n\n- Germany: one corvette\n- Turkey: one frigate\n")
    item = block(document, "Turkey: one frigate", BlockKind.ITEM)
    assert words(document, item.lead_in) == "The force has two ships:"


def test_a_line_with_a_known_label_needs_no_other_beside_it() -> None:
    document = plain("The mission\n\nIt has been there for years.\n\nHeadquarters: Naqoura\n")
    assert block(document, "Naqoura", BlockKind.VALUE)


def test_labels_with_a_colon_in_a_table_or_above_their_value() -> None:
    document = html(
        "<h1>KFOR</h1><table><tr><td>Soldaten:</td><td>70</td></tr><tr><td>Grenze:</td><td>400</td></tr></table>"
        "<p><strong>Mandate:</strong><br>Resolution 1244</p>"
    )
    assert_sound(document)
    pairs = [(words(document, b.label), document.text_of(b)) for b in document.blocks if b.kind is BlockKind.VALUE]
    assert pairs == [("Soldaten:", "70"), ("Grenze:", "400"), ("Mandate:", "Resolution 1244")]
