"""How an answer looks: nothing is lost, nothing is added, and no page can play with the terminal."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from contingent.ask import Placemat, Word, placemat
from contingent.errors import UsageError
from contingent.show.paper import NARROWEST, WIDEST
from contingent.show.placemat import CSV_COLUMNS, FORMS, answer_words, render
from tests.ask.harbour_watch import ALL
from tests.evidence import MISSION, claim, page

FORM_NAMES = ["table", *FORMS]


@pytest.fixture(scope="module")
def answer() -> Placemat:
    return placemat(ALL, "Harbour Watch", date(2021, 8, 15))


@pytest.mark.parametrize("width", [80, 120])
def test_a_table_keeps_to_its_width(answer: Placemat, width: int) -> None:
    assert max(map(len, render(answer, width=width).splitlines())) <= width


@pytest.mark.parametrize(("width", "kept"), [(10, NARROWEST), (500, WIDEST)])
def test_a_table_stays_readable_at_any_width(answer: Placemat, width: int, kept: int) -> None:
    assert render(answer, width=width) == render(answer, width=kept)


@pytest.mark.parametrize("form", FORM_NAMES)
def test_every_form_holds_every_quote_and_every_word(answer: Placemat, form: str) -> None:
    shown = " ".join(render(answer, form, width=120).replace("\\", "").split())
    grounds = {number for line in answer.lines for number in line.notes}
    for note in answer.notes:
        # CSV has a column for the quotes of a line's grounds, and only the numbers of the others.
        assert (form == "csv" and note.number not in grounds) or all(word in shown for word in note.quote.split())
    for line in answer.lines:
        assert line.word.value in shown


@pytest.mark.parametrize("form", FORM_NAMES)
def test_every_form_says_who_published_and_when(answer: Placemat, form: str) -> None:
    shown = render(answer, form)
    assert "Ministry of Defence" in shown
    assert "2021-04-15" in shown


def test_a_presumed_line_gives_the_age_of_its_evidence(answer: Placemat) -> None:
    (strength,) = [line for line in answer.sections[0].lines if line.topic == "Strength"]
    assert answer_words(strength) == "presumed, 122 days"
    assert "presumed, 122 days" in render(answer)


def test_one_day_is_no_plural() -> None:
    answer = placemat(ALL, "Harbour Watch", date(2021, 4, 16))
    assert "presumed, 1 day\n" in render(answer).replace(" 1\n", "\n") or "presumed, 1 day " in render(answer)


def test_only_a_coloured_table_has_escape_sequences(answer: Placemat) -> None:
    assert "\x1b[" not in render(answer)
    assert "\x1b[" in render(answer, colour=True)


def test_json_is_the_whole_answer(answer: Placemat) -> None:
    read = json.loads(render(answer, "json"))
    lines = [line for section in read["sections"] for line in section["lines"]]
    assert len(lines) == len(answer.lines)
    assert {line["answer"] for line in lines} == {line.word.value for line in answer.lines}
    assert [note["quote"] for note in read["notes"]] == [note.quote for note in answer.notes]
    cited = {number for line in lines for number in line["notes"] + line["further_notes"]}
    assert cited == {note["number"] for note in read["notes"]}


def test_csv_has_one_row_for_each_line_with_its_quotes(answer: Placemat) -> None:
    rows = list(csv.DictReader(io.StringIO(render(answer, "csv"))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert len(rows) == len(answer.lines)
    quotes = {note.number: note.quote for note in answer.notes}
    for row, line in zip(rows, answer.lines, strict=True):
        assert row["quote"] == "\n".join(quotes[number] for number in line.notes)


def test_csv_gives_figures_in_columns_of_their_own(answer: Placemat) -> None:
    rows = list(csv.DictReader(io.StringIO(render(answer, "csv"))))
    (row,) = [row for row in rows if row["topic"] == "Strength" and row["section"] == "Harbour Watch"]
    assert [row[name] for name in ("low", "high", "approx", "unit")] == ["500", "500", "yes", "persons"]


def test_markdown_defines_every_footnote_that_it_cites(answer: Placemat) -> None:
    shown = render(answer, "markdown")
    for note in answer.notes:
        assert f"\n[^{note.number}]: " in shown


def test_what_else_is_said_of_a_fact_is_cited_in_parentheses() -> None:
    later = placemat(ALL, "Harbour Watch", date(2021, 12, 31))
    (strength,) = [line for line in later.lines if line.topic == "Strength" and line.subject == "DNK@Harbour Watch"]
    assert strength.further
    assert f"({strength.further[0]})" in render(later)


def test_what_is_unknown_shows_as_a_dash(answer: Placemat) -> None:
    assert [line.topic for line in answer.lines if line.word is Word.UNKNOWN] == ["Mandate"]
    assert any(row.split() == ["Mandate", "–", "unknown"] for row in render(answer).splitlines())


def test_an_unknown_form_is_refused_with_the_known_ones(answer: Placemat) -> None:
    with pytest.raises(UsageError, match="table, json, csv, markdown"):
        render(answer, "xml")


HOSTILE = page(
    "2021-04-15",
    claim("task", MISSION, "[bold]patrol[/bold] \x1b[31mred\x1b[0m <script>alert(1)</script> | *x* [a](javascript:b)"),
)


def test_words_of_a_page_cannot_steer_the_terminal() -> None:
    shown = render(placemat(HOSTILE, "Harbour Watch", date(2021, 4, 15)), colour=True)
    assert "\x1b[31mred" not in shown
    assert "[bold]patrol[/bold]" in shown


def test_words_of_a_page_are_no_markup_in_markdown() -> None:
    shown = render(placemat(HOSTILE, "Harbour Watch", date(2021, 4, 15)), "markdown")
    assert "<script>" not in shown.replace("\\<script\\>", "")
    assert "\\[a\\](javascript:b)" in shown
    assert "\\| \\*x\\*" in shown


def test_a_line_break_in_a_quote_breaks_no_table() -> None:
    wrapped = page("2021-04-15", claim("task", MISSION, "patrol\n\n    the strait"))
    shown = render(placemat(wrapped, "Harbour Watch", date(2021, 4, 15)), "markdown")
    assert "| Task | patrol the strait | stated[^1] |" in shown


def test_a_table_explains_the_words_that_it_uses_and_no_others(answer: Placemat) -> None:
    key = render(answer, "table").partition("\nWords\n")[2].splitlines()
    explained = {word for word in Word for line in key if line.startswith(f"  {word.value}  ")}
    assert explained == {line.word for line in answer.lines}


@pytest.mark.parametrize("width", [NARROWEST, 60, 71, 72, WIDEST])
def test_no_text_is_lost_at_any_width(answer: Placemat, width: int) -> None:
    shown = "".join(render(answer, width=width).partition("\nNotes\n")[0].split())
    for line in answer.lines:
        assert "".join(answer_words(line).split()) in shown
        assert all(word in shown for word in line.text.split())


def test_a_narrow_table_says_how_many_notes_it_leaves_out() -> None:
    pages = [page(f"2021-0{month}-15", claim("participation", "DNK", MISSION)) for month in range(1, 8)]
    answer = placemat([item for items in pages for item in items], "Harbour Watch", date(2021, 4, 15))
    assert "1 (2 3 4 5 +2)" in render(answer, width=120)
    assert "1 2 +5" in render(answer, width=80)
