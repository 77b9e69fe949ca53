"""``contingent conflicts`` as a person runs it, on a register of pages."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from contingent.ask.conflicts import conflicts
from contingent.catalogue import load
from contingent.resolve import resolve
from contingent.show.command_line import run
from contingent.show.conflicts import CSV_COLUMNS, Question, render
from tests.evidence import MISSION, claim, page

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="article:published_time" content="{day}"><meta property="og:site_name" content="{publisher}"></head>
<body><main><h1>Our troops</h1><p>{text}</p></main></body></html>"""
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """A register of two pages that differ over one figure."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    texts = {
        ("2021-05-03", "Ministry of Defence"): "NATO Mission Iraq counts 500 soldiers.",
        ("2021-05-28", "The Harbour Gazette"): "NATO Mission Iraq counts 700 soldiers.",
    }
    for (day, publisher), text in texts.items():
        page = PAGE.format(title="Our troops in Iraq", day=day, publisher=publisher, text=text)
        Path(f"{day}.html").write_text(page, encoding="utf-8")
    assert run(["add", "."]) == 0
    capsys.readouterr()


def listed(capsys: Captured, *arguments: str) -> str:
    assert run(["conflicts", *arguments]) == 0
    return capsys.readouterr().out


def test_a_conflict_is_listed_with_both_quotes_and_their_sources(capsys: Captured) -> None:
    shown = " ".join(listed(capsys).split())
    assert shown.startswith("1 conflict 1 two totals · NATO Mission Iraq · 2021-05-03 to 2021-05-28")
    for publisher, day, number in (
        ("Ministry of Defence", "2021-05-03", 500),
        ("The Harbour Gazette", "2021-05-28", 700),
    ):
        assert f"{publisher}, {day}" in shown
        assert f"{number} soldiers" in shown
    assert "To settle it:" in shown


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        ((), 1),
        (("NMI",), 1),
        (("NMI", "--on", "2021-05-10"), 1),
        (("NMI", "--on", "2021-06-10"), 0),
        (("--known", "2021-05-10"), 0),
    ],
)
def test_a_name_and_days_limit_the_list(capsys: Captured, arguments: tuple[str, ...], number: int) -> None:
    answer = json.loads(listed(capsys, *arguments, "--format", "json"))
    assert len(answer["conflicts"]) == number


def test_without_conflicts_it_says_so(capsys: Captured) -> None:
    assert listed(capsys, "NMI", "--on", "2021-06-10") == "No conflicts of NMI on 2021-06-10\n"


def test_json_holds_every_statement_with_its_place(capsys: Captured) -> None:
    (conflict,) = json.loads(listed(capsys, "--format", "json"))["conflicts"]
    statements = [statement for side in conflict["sides"] for statement in side["statements"]]
    assert [side["says"] for side in conflict["sides"]] == ["500 persons", "700 persons"]
    assert all(len(s["document"]) == 64 and s["end"] > s["start"] and s["claim"] for s in statements)


def test_csv_has_one_row_for_each_statement(capsys: Captured) -> None:
    rows = list(csv.DictReader(io.StringIO(listed(capsys, "--format", "csv"))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert [(row["side"], row["says"], row["publisher"]) for row in rows] == [
        ("1", "500 persons", "Ministry of Defence"),
        ("2", "700 persons", "The Harbour Gazette"),
    ]


def test_accepting_one_side_settles_a_conflict_and_rejecting_the_other_ends_it(capsys: Captured) -> None:
    (conflict,) = json.loads(listed(capsys, "--format", "json"))["conflicts"]
    one, other = (side["statements"][0]["claim"] for side in conflict["sides"])
    assert run(["accept", other, "--reason", "the newer count", "--by", "Ada"]) == 0
    capsys.readouterr()
    assert listed(capsys) == "No conflicts\n"
    shown = listed(capsys, "--all")
    assert "700 persons (accepted)" in shown
    assert "accepted by Ada" in shown
    assert run(["reject", one, "--reason", "an old count", "--by", "Ada"]) == 0
    capsys.readouterr()
    assert listed(capsys, "--all") == "No conflicts\n"


def test_an_unknown_name_is_one_sentence(capsys: Captured) -> None:
    assert run(["conflicts", "NMX"]) != 0
    assert capsys.readouterr().err.startswith("contingent: Nothing here bears the name 'NMX'")


def test_words_of_a_page_cannot_steer_the_terminal() -> None:
    words = "Ida [bold]Holm\x1b[31m"
    posts = [
        page("2021-06-15", claim("posting", n, MISSION, title="Commander"), publisher=n) for n in (words, "Bo Lind")
    ]
    found = conflicts(resolve([item for items in posts for item in items], load()), load())
    shown = render(found, Question(), "table")
    assert "\x1b" not in shown
    assert "[bold]" in shown
