"""Tables: rows that are titles, cells of two lines, columns between bars, and which cells head which."""

from __future__ import annotations

from .outlines import assert_sound, block, headers, html, plain


def test_a_row_across_the_table_is_a_title_above_the_row_of_headers() -> None:
    document = html(
        "<h1>Work</h1><table><tr><td colspan=3><b>Contributions</b></td></tr><tr><td><b>Mission</b></td>"
        "<td><b>Number</b></td><td><b>Place</b></td></tr><tr><td>KFOR</td><td>35</td><td>Novo Selo</td></tr></table>"
    )
    assert_sound(document)
    assert headers(document, "35") == (["KFOR"], ["Contributions", "Number"])


def test_a_cell_of_two_lines_leaves_the_table_whole() -> None:
    document = plain(
        "CONTINGENTS\n\n"
        "Operation            Country         Personnel\n"
        "Resolute Support     Afghanistan     160\n"
        "EUFOR Althea         Bosnia and      12\n"
        "                     Herzegovina\n"
        "KFOR                 Kosovo          23\n"
    )
    assert_sound(document)
    assert headers(document, "Herzegovina") == (["EUFOR Althea"], ["Country"])
    assert headers(document, "23") == (["KFOR"], ["Personnel"])


def test_columns_between_bars_count_from_the_first_that_holds_words() -> None:
    document = plain("Troops\n\nBy nation.\n\n| Nation  | Troops |\n|---------|--------|\n| Georgia | 870    |\n")
    assert_sound(document)
    assert headers(document, "870") == (["Georgia"], ["Troops"])
    assert block(document, "Georgia").column == 0
    document = plain(
        "Land | Soldater | Rolle\n-----|----------|------\nFrankrig | 300 | Ledelse\nDanmark | 100 | Vagt\n"
    )
    assert headers(document, "100") == (["Danmark"], ["Soldater"])
