"""``contingent total`` and ``contingent support`` as a person runs them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contingent.ask.day import FactsOn
from contingent.ask.total_account import total_account
from contingent.catalogue import load
from contingent.resolve import resolve
from contingent.show.accounts import CSV_COLUMNS, render
from contingent.show.command_line import run
from tests.evidence import claim, page

PAGE = """Denmark takes part in NATO Mission Iraq with 140 soldiers.
Norway contributes 60 soldiers to NATO Mission Iraq.
Sweden takes part in NATO Mission Iraq. NATO Mission Iraq counts about 500 people.
"""
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    assert run(["add", "page.txt", "--language", "en", "--published", "2021-04-15"]) == 0
    capsys.readouterr()


def asked(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert run(["total", *arguments, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def texts(entries: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(entry["about"], entry["text"], entry["answer"]) for entry in entries]


def test_an_operation_is_added_up_with_what_is_left_out(capsys: Captured) -> None:
    found = asked(capsys, "NMI", "--on", "2021-04-20")
    assert texts(found["sum"]) == [
        ("Sum", "at least 200 persons", "presumed"),
        ("Own figure", "about 500 persons", "presumed"),
    ]
    assert found["sum"][0]["quantity"] == {"low": 200, "high": None, "approx": False, "unit": "persons"}
    assert texts(found["counted"]) == [
        ("Denmark", "140 persons", "presumed"),
        ("Norway", "60 persons", "presumed"),
    ]
    assert texts(found["left_out"]) == [("Sweden", "", "no figure")]
    quotes = {note["number"]: note["quote"] for note in found["notes"]}
    assert all("140" in quotes[number] for number in found["counted"][0]["notes"])


def test_an_actor_and_all_operations_are_added_up(capsys: Captured) -> None:
    (item,) = asked(capsys, "Danmark", "--on", "2021-04-15")["counted"]
    assert (item["about"], item["text"]) == ("NATO Mission Iraq", "140 persons")
    found = asked(capsys, "--on", "2021-04-15")
    assert (found["name"], found["sum"][0]["text"]) == ("All operations", "about 500 persons")


def test_the_two_clocks_and_the_gap_rule_count(capsys: Captured) -> None:
    assert asked(capsys, "DNK", "--on", "2021-08-15", "--gap", "90d")["sum"][0]["answer"] == "unknown"
    assert asked(capsys, "DNK", "--on", "2021-08-15", "--known", "2021-04-15")["known"] == "2021-04-15"
    assert run(["total", "DNK", "--known", "2021-04-14"]) == 1
    assert "No document published by 2021-04-14" in capsys.readouterr().err


def test_the_table_says_what_the_others_say(capsys: Captured) -> None:
    assert run(["total", "NMI", "--on", "2021-04-20"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    for words in ("at least 200 persons", "presumed, 5 days", "Left out", "1 contribution without a figure", "“"):
        assert words in shown


def test_csv_has_a_row_an_entry_with_its_quotes(capsys: Captured) -> None:
    assert run(["total", "NMI", "--on", "2021-04-15", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert tuple(rows[0]) == CSV_COLUMNS
    (denmark,) = [row for row in rows if row["about"] == "Denmark"]
    assert (denmark["part"], denmark["low"], denmark["high"], denmark["published"]) == (
        "counted", "140", "140", "2021-04-15",
    )  # fmt: skip
    assert "140 soldiers" in denmark["quote"]


@pytest.mark.parametrize(
    ("name", "code", "words"), [("Denmrk", 1, "did you mean Denmark"), ("NMI --on 2021-02-30", 2, "--on")]
)
def test_what_is_not_understood_is_refused_in_one_sentence(capsys: Captured, name: str, code: int, words: str) -> None:
    assert run(["total", *name.split()]) == code
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


def test_a_place_holds_nobody(capsys: Captured) -> None:
    Path("base.txt").write_text("The Danish staff officers in NATO Mission Iraq are based in Baghdad.", "utf-8")
    assert run(["add", "base.txt", "--language", "en", "--published", "2021-04-15"]) == 0
    assert run(["total", "Baghdad"]) == 2
    assert "is the name of a place" in capsys.readouterr().err


def test_support_is_told_with_persons_and_places(capsys: Captured) -> None:
    words = "The Danish National Support Element in NATO Mission Iraq is based in Kuwait. It supports Danish personnel."
    Path("nse.txt").write_text(words, "utf-8")
    assert run(["add", "nse.txt", "--language", "en", "--published", "2021-04-15"]) == 0
    capsys.readouterr()
    assert run(["support", "National Support Element", "--on", "2021-04-20", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [entry["places"] for entry in found["elements"]] == [["Kuwait (area)"]]
    assert {"supports", "supported_by", "sum", "notes"} < set(found)
    assert run(["support", "National Support Element", "--on", "2021-04-20"]) == 0
    assert "at Kuwait (area)" in capsys.readouterr().out
    assert run(["support", "Nobody"]) == 1


def test_support_for_an_actor_counts_all_that_it_sends(capsys: Captured) -> None:
    words = "The supply depot in NATO Mission Iraq supports all Danish forces. Denmark has 30 soldiers in KFOR."
    Path("depot.txt").write_text(words, "utf-8")
    assert run(["add", "depot.txt", "--language", "en", "--published", "2021-04-15"]) == 0
    name = capsys.readouterr().out.split()[0]
    by_hand = ["claim", name, "--by", "Ida Holm", "--reason", "The reader does not see it."]
    support = ["--kind", "support", "--subject", "DNK@NATO Mission Iraq/supply depot", "--object", "DNK"]
    assert run([*by_hand, *support, "--quote", "supports all Danish forces"]) == 0
    strength = ["--kind", "strength", "--subject", "DNK@Kosovo Force", "--low", "30", "--high", "30"]
    assert run([*by_hand, *strength, "--quote", "30 soldiers in KFOR"]) in (0, 1)  # the reader may see this one itself
    capsys.readouterr()
    assert run(["support", "supply depot", "--on", "2021-04-15", "--format", "json"]) == 0
    (supported,) = json.loads(capsys.readouterr().out)["supports"]
    assert (supported["about"], supported["text"]) == ("Denmark", "170 persons")


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_hostile_names_come_out_as_text(form: str) -> None:
    hostile = "[bold]guard[-bold]\x1b[31m\u202eab\x00"
    guard = f"DNK@Harbour Watch/{hostile}"
    items = page("2021-04-15", claim("strength", guard, low=20, high=20, unit="persons"))
    account = total_account(FactsOn(resolve(items, load()), date(2021, 4, 15)), "Harbour Watch", load())
    shown = render(account, form, 120, colour=False)
    assert "guard" in shown
    assert form != "table" or not set("\x1b\u202e\x00") & set(shown)
    assert form != "table" or "[bold]guard[-bold]" in shown
