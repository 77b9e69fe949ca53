"""``contingent why`` as a person runs it, from pages to the chain of an answer."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts
from contingent.ask.why import why
from contingent.catalogue import load
from contingent.resolve import resolve
from contingent.show.command_line import run
from contingent.show.why import render
from tests.evidence import MISSION, claim, page

APRIL = (
    "NATO Mission Iraq\n\nThe mission counts about 500 soldiers. Its headquarters is in Baghdad. Denmark leads NMI.\n"
)
JULY = "NATO Mission Iraq\n\nThe mission counts 550 soldiers. Its headquarters is in Baghdad.\n"

HOSTILE = "[bold]patrol[/bold] \x1b[31mred\x1b[0m | *x* [a](javascript:b)"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """A page in two versions."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    for text, day in ((APRIL, "2021-04-15"), (JULY, "2021-07-01")):
        Path("page.txt").write_text(text, encoding="utf-8")
        assert run(["add", "page.txt", "--language", "en", "--published", day]) == 0
    capsys.readouterr()


def asked(capsys: Captured, *words: str, on: str = "2021-08-01", options: tuple[str, ...] = ()) -> str:
    assert run(["why", *words, "--on", on, *options]) == 0
    return capsys.readouterr().out


def as_json(capsys: Captured, *words: str, on: str = "2021-08-01") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(asked(capsys, *words, on=on, options=("--format", "json")))
    return found


def test_the_chain_leads_from_the_word_to_the_words_of_the_page(capsys: Captured) -> None:
    shown = asked(capsys, "NMI", "strength")
    assert shown.startswith("NATO Mission Iraq: 550 persons · strength · fact ")
    assert "presumed, 31 days from the nearest evidence on 2021-08-01" in shown
    assert "«The mission counts 550 soldiers»" in shown
    assert "version 2 of 2" in shown
    assert "certain on 2021-07-01, possible on any day; neither start nor end is known" in shown
    assert re.search(r"read by .+ \(contingent/.+:\d+\)", shown)
    assert "2021-04-15  about 500 persons" in shown


def test_json_is_the_whole_chain(capsys: Captured) -> None:
    found = as_json(capsys, "NMI", "strength")
    assert [rule["name"] for rule in found["rules"]] == ["presumed", "age"]
    assert [one["standing"] for one in found["statements"]] == ["carries the answer", "says nothing of this day"]
    assert all(one["reader_rules"] and one["quote"] for one in found["statements"])
    assert [(one["version"], one["versions"]) for one in found["statements"]] == [(2, 2), (1, 2)]


def test_a_fact_is_found_by_its_name_and_by_that_of_a_claim(capsys: Captured) -> None:
    whole = as_json(capsys, "NMI", "strength")
    assert as_json(capsys, whole["fact"][:8]) == whole
    assert as_json(capsys, "NMI", whole["fact"][:8]) == whole
    assert as_json(capsys, whole["statements"][1]["claim"][:12]) == whole


def test_a_table_tells_the_names_of_facts_when_asked(capsys: Captured) -> None:
    fact = as_json(capsys, "NMI", "strength")["fact"][:8]
    for options, told in (((), False), (("--facts",), True)):
        assert run(["show", "NMI", "--on", "2021-08-01", *options]) == 0
        assert (f"fact {fact}" in capsys.readouterr().out) is told


def test_where_several_facts_fit_they_are_listed(capsys: Captured) -> None:
    shown = asked(capsys, "NMI")
    assert re.match(r"\d+ facts fit “NMI”; ask for one by its name:\n", shown)
    assert "strength" in shown and "location" in shown
    listed = as_json(capsys, "NMI")
    assert {fact["kind"] for fact in listed["facts"]} >= {"strength", "location", "lead"}


def test_what_the_page_no_longer_says_is_explained(capsys: Captured) -> None:
    assert [rule["name"] for rule in as_json(capsys, "NMI", "lead")["rules"]] == ["presumed", "age", "dropped"]


def test_known_takes_only_what_was_published_by_then(capsys: Captured) -> None:
    shown = asked(capsys, "NMI", "strength", options=("--known", "2021-05-01"))
    assert "about 500 persons" in shown and "550" not in shown


def test_a_rejected_claim_is_part_of_the_chain_and_has_none_of_its_own(capsys: Captured) -> None:
    claim = as_json(capsys, "NMI", "strength")["statements"][0]["claim"]
    assert run(["reject", claim, "--reason", "a slip of the pen", "--by", "Ada"]) == 0
    capsys.readouterr()
    shown = asked(capsys, "NMI", "strength")
    assert shown.startswith("NATO Mission Iraq: about 500 persons")
    assert "What was rejected" in shown and "550 persons" in shown
    assert shown.count("a slip of the pen") == 2
    assert run(["why", claim]) == 1
    assert "does not count: rejected by Ada" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["0123abcd"], "Neither a fact nor a claim has a name that begins with '0123abcd'"),
        (["NATO Mission Irwq", "strength"], "did you mean NATO Mission Iraq"),
        (["NMI", "elephants"], "No fact about 'NMI' fits 'elephants'"),
    ],
)
def test_what_cannot_be_asked_is_explained(words: list[str], complaint: str, capsys: Captured) -> None:
    assert run(["why", *words]) == 1
    error = capsys.readouterr().err
    assert complaint in error
    assert error.count("\n") == 1


def test_words_of_a_page_cannot_steer_the_terminal() -> None:
    facts = resolve(page("2021-04-15", claim("task", MISSION, HOSTILE)), load())
    reason = why(FactsOn(Facts(facts), date(2021, 4, 15)), facts[0], load())
    shown = render(reason, {}, "table", width=100, colour=True)
    assert "\x1b[31mred" not in shown
    assert "[bold]patrol[/bold]" in shown


def test_the_gap_rule_parts_the_statements_into_spells(capsys: Captured) -> None:
    assert "Spells" not in asked(capsys, "NMI", "strength")
    parted = asked(capsys, "NMI", "strength", options=("--gap", "60d")).partition("Spells")[2]
    assert "certain on 2021-04-15" in parted
    assert "certain on 2021-07-01" in parted
    (spell,) = as_json(capsys, "NMI", "strength")["spells"]
    assert (spell["first_precise"], spell["last_precise"], spell["starting"]) == ("2021-04-15", "2021-07-01", "N")
    assert len(spell["claims"]) == 2
