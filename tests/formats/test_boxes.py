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
