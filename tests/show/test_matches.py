"""``contingent matches`` as a person runs it, and that the commands which it prints settle what they say."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path

import pytest

from contingent.show.command_line import run
from contingent.show.matches import CSV_COLUMNS

PAGES = {
    "2020-09-21": "Denmark contributes to MINUSMA. Force Commander for MINUSMA is Major General Ida Berg Holm.",
    "2021-08-02": "Denmark contributes to NATO Mission Iraq. The mission's head is Lieutenant General Ida Berg Holm.",
}
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """A register of two pages that name one officer in two posts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    for day, text in PAGES.items():
        Path(f"{day}.txt").write_text(text, encoding="utf-8")
        assert run(["add", f"{day}.txt", "--published", day, "--language", "en"]) == 0
    capsys.readouterr()


def listed(capsys: Captured, *arguments: str) -> str:
    assert run(["matches", *arguments]) == 0
    return capsys.readouterr().out


def test_a_likely_match_is_listed_with_its_reason_and_both_quotes(capsys: Captured) -> None:
    shown = " ".join(listed(capsys).split())
    assert shown.startswith(
        "1 likely match 1 person · Ida Berg Holm (NATO Mission Iraq) and Ida Berg Holm (United Nations"
    )
    assert "same name, posts in" in shown
    assert "Major General Ida Berg Holm" in shown


@pytest.mark.parametrize(("decision", "names"), [("merge", 1), ("split", 2)])
def test_the_printed_commands_settle_it(capsys: Captured, decision: str, names: int) -> None:
    (proposal,) = json.loads(listed(capsys, "--format", "json"))["matches"]
    words = shlex.split(proposal[decision].replace("…", "'Asked her.'"))
    assert words[:2] == ["contingent", decision]
    assert run(words[1:]) == 0
    capsys.readouterr()
    assert listed(capsys) == "No likely matches\n"


def test_a_name_limits_the_list(capsys: Captured) -> None:
    assert json.loads(listed(capsys, "NMI", "--format", "json"))["matches"]
    assert listed(capsys, "Denmark") == "No likely matches of Denmark\n"


def test_what_was_not_yet_known_is_not_compared(capsys: Captured) -> None:
    assert listed(capsys, "--known", "2021-01-01") == "No likely matches\n"


def test_csv_has_a_row_for_each_match(capsys: Captured) -> None:
    rows = list(csv.reader(io.StringIO(listed(capsys, "--format", "csv"))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert len(rows) == 2


def test_a_name_that_nothing_bears_is_an_error_of_one_sentence(capsys: Captured) -> None:
    assert run(["matches", "Nowhere"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
