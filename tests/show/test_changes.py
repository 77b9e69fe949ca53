"""``contingent changes`` as a person runs it, on pages that change."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from contingent.ask.changes import changes
from contingent.catalogue import load
from contingent.register import Version
from contingent.show.changes import CSV_COLUMNS, TITLES, Step, render
from contingent.show.command_line import run
from tests.evidence import MISSION, claim, page

FIRST = "Denmark leads NATO Mission Iraq. The mission counts 500 soldiers. Norway takes part in NATO Mission Iraq.\n"
SECOND = "Denmark leads NATO Mission Iraq. The mission counts 600 soldiers.\n"
THIRD = "NATO Mission Iraq is led by Denmark. The mission counts 600 soldiers. Finland takes part in the mission.\n"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    return tmp_path


def add(text: str, *options: str, name: str = "page.txt") -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert run(["add", name, "--language", "en", *options]) == 0


@pytest.fixture
def three_versions(folder: Path, capsys: Captured) -> None:
    add(FIRST, "--published", "2021-04-15")
    add(SECOND, "--published", "2021-07-01")
    add(THIRD)
    capsys.readouterr()


def steps(capsys: Captured, *arguments: str) -> list[dict[str, Any]]:
    assert run(["changes", *arguments, "--format", "json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def sorts(step: dict[str, Any]) -> list[tuple[str, str]]:
    return [(line["sort"], line["kind"]) for line in step["changes"]]


@pytest.mark.usefixtures("three_versions")
def test_the_last_step_is_told_unless_others_are_chosen(capsys: Captured) -> None:
    (last,) = steps(capsys, "page.txt")
    assert (last["from"]["version"], last["to"]["version"]) == (2, 3)
    assert [(s["from"]["version"], s["to"]["version"]) for s in steps(capsys, "page.txt", "--all")] == [(1, 2), (2, 3)]
    (chosen,) = steps(capsys, "page.txt", "--versions", "1", "3")
    assert (chosen["from"]["version"], chosen["to"]["version"]) == (1, 3)


@pytest.mark.usefixtures("three_versions")
def test_what_a_page_lost_comes_with_its_quote(capsys: Captured) -> None:
    first = steps(capsys, "page.txt", "--all")[0]
    assert sorts(first) == [("lost", "participation"), ("changed", "strength")]
    assert first["changes"][0]["before"]["quote"] == "Norway takes part in NATO Mission Iraq"
    assert first["changes"][0]["after"] is None
    assert first["changes"][1]["differences"] == [{"part": "count", "before": "500 persons", "after": "600 persons"}]


@pytest.mark.usefixtures("three_versions")
def test_the_table_says_what_became_of_each_statement(capsys: Captured) -> None:
    assert run(["changes", "page.txt", "--versions", "1", "3"]) == 0
    shown = capsys.readouterr().out
    titles = [title for title in TITLES.values() if title in shown]
    assert titles == list(TITLES.values())
    assert [shown.index(title) for title in titles] == sorted(shown.index(title) for title in titles)
    assert "count: 500 persons → 600 persons" in shown
    assert "before “The mission counts 500 soldiers”" in shown
    assert "after  “The mission counts 600 soldiers”" in shown


@pytest.mark.usefixtures("three_versions")
def test_a_version_without_a_day_has_that_of_its_capture_and_says_so(capsys: Captured) -> None:
    assert run(["changes", "page.txt"]) == 0
    shown = capsys.readouterr().out
    assert "version 2, published 2021-07-01, captured 20" in shown
    assert "version 3, no day of its own, captured 20" in shown


@pytest.mark.usefixtures("three_versions")
def test_csv_and_markdown_hold_every_line(capsys: Captured) -> None:
    (step,) = steps(capsys, "page.txt", "--versions", "1", "3")
    assert run(["changes", "page.txt", "--versions", "1", "3", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert [(row["sort"], row["kind"]) for row in rows] == sorts(step)
    assert run(["changes", "page.txt", "--versions", "1", "3", "--format", "markdown"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("# From page.txt (version 1, published 2021-04-15, captured 20")
    assert all(line["about"] in text for line in step["changes"])


@pytest.mark.usefixtures("three_versions")
def test_any_two_documents_can_be_compared(capsys: Captured) -> None:
    add(SECOND + "Norway leads Kosovo Force.\n", name="other.txt")
    capsys.readouterr()
    (step,) = steps(capsys, "page.txt", "other.txt")
    assert (step["from"]["address"], step["to"]["address"]) == ("page.txt", "other.txt")
    by_name = step["from"]["document"][:12], step["to"]["document"]
    assert steps(capsys, *by_name) == [step]


@pytest.mark.usefixtures("three_versions")
def test_the_name_of_a_version_stands_for_its_page(capsys: Captured) -> None:
    (step,) = steps(capsys, "page.txt", "--versions", "1", "2")
    assert steps(capsys, step["from"]["document"][:12]) == steps(capsys, "page.txt")


def test_a_page_with_one_version_is_no_failure(capsys: Captured) -> None:
    add(FIRST)
    capsys.readouterr()
    assert run(["changes", "page.txt"]) == 0
    assert "page.txt has one version" in capsys.readouterr().out
    assert steps(capsys, "page.txt") == []


def test_a_document_with_itself_is_said_to_be_the_same(capsys: Captured) -> None:
    add(FIRST)
    capsys.readouterr()
    (step,) = steps(capsys, "page.txt", "page.txt")
    assert (step["changes"], step["remarks"]) == ([], ["both are the same document"])


def test_a_page_that_is_read_again_has_not_changed(capsys: Captured) -> None:
    add(FIRST, "--published", "2021-04-15")
    add(FIRST, "--published", "2021-04-16")
    capsys.readouterr()
    assert steps(capsys, "page.txt") == []


@pytest.mark.usefixtures("three_versions")
@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["pagee.txt"], 1, "did you mean page.txt?"),
        (["http://nowhere.example/"], 1, "There is no page"),
        (["0123456789ab"], 1, "There is no document"),
        (["page.txt", "--versions", "1", "9"], 2, "there is no version 9; the page has versions 1 to 3"),
        (["page.txt", "page.txt", "--all"], 2, "leave out the second document"),
    ],
)
def test_what_cannot_be_compared_is_explained(
    arguments: list[str], code: int, complaint: str, capsys: Captured
) -> None:
    assert run(["changes", *arguments]) == code
    error = capsys.readouterr().err
    assert complaint in error
    assert error.count("\n") == 1


def claim_of(kind: str, quote: str) -> str:
    with sqlite3.connect("contingent.db") as connection:
        query = "SELECT claim_id FROM claims WHERE kind = ? AND quote LIKE ?"
        return str(connection.execute(query, (kind, f"%{quote}%")).fetchone()[0])


@pytest.mark.usefixtures("three_versions")
def test_a_rejected_claim_was_never_said(capsys: Captured) -> None:
    (before,) = steps(capsys, "page.txt", "--versions", "1", "2")
    assert ("lost", "participation") in sorts(before)
    assert run(["reject", claim_of("participation", "Norway"), "--reason", "Misread."]) == 0
    capsys.readouterr()
    (after,) = steps(capsys, "page.txt", "--versions", "1", "2")
    assert ("lost", "participation") not in sorts(after)


@pytest.mark.usefixtures("three_versions")
def test_a_claim_entered_by_hand_is_lost_only_if_its_words_are(capsys: Captured) -> None:
    first = steps(capsys, "page.txt", "--versions", "1", "2")[0]["from"]["document"]
    for words in ("The mission counts", "Norway takes part"):
        fields = ["--kind", "task", "--subject", "@NATO Mission Iraq", "--object", f"what stands at {words}"]
        assert run(["claim", first, "--quote", words, *fields, "--reason", "The reader missed it."]) == 0
    capsys.readouterr()
    (step,) = steps(capsys, "page.txt", "--versions", "1", "2")
    lost = [line["before"]["quote"] for line in step["changes"] if (line["sort"], line["kind"]) == ("lost", "task")]
    assert lost == ["Norway takes part"]


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_words_of_a_page_cannot_steer_what_shows_them(form: str) -> None:
    words = "[bold]patrol[/bold] \x1b[31mred\x1b[0m <b> | *x*"
    found = changes(page("2021-04-15", claim("task", MISSION, words)), [], load())
    version = Version("page.txt", 1, "0" * 64, "2021-04-15T12:00:00.000Z", "2021-04-15", "contingent")
    shown = render([Step(version, version, found)], form, width=100, colour=form == "table")
    assert "\x1b[31mred" not in shown
    assert ("[bold]patrol[/bold]" if form == "table" else "\\<b\\> \\| \\*x\\*") in shown
