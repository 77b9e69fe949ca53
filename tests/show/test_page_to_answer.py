"""From a page to dated answers, by the command line alone: a real page goes in, and what it states comes out.

The page is not part of this repository; without it beside the checkout these tests are skipped. They look at what is
answered (in the JSON form), never at how it is laid out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.evidence import SHARED_GOLD

PAGE = SHARED_GOLD / "iraq" / "iraq-page.txt"
IN_FORCE = {"stated", "possible", "presumed", "planned", "authorised"}
Line = dict[str, Any]

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the Iraq page is not there (../shared/gold/iraq)")


def contingent(*arguments: str) -> str:
    """What a command prints; the test fails if the command does."""
    command = [sys.executable, "-m", "contingent", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that holds the page and nothing else."""
    path = tmp_path_factory.mktemp("register") / "contingent.db"
    contingent("add", str(PAGE), "--published", "2021-04-15", "--register", str(path))
    return path


class Asked:
    """The answer about one thing on one day."""

    def __init__(self, register: Path, what: str, on: str) -> None:
        self._answer = json.loads(contingent("show", what, "--on", on, "--format", "json", "--register", str(register)))

    @property
    def lines(self) -> list[Line]:
        return [line for section in self._answer["sections"] for line in section["lines"]]

    def about(self, subject: str, topic: str) -> list[Line]:
        """The lines about exactly this subject."""
        return [line for line in self.lines if line["topic"] == topic and line["subject"] == subject]

    def naming(self, words: str) -> list[Line]:
        """The lines with the words, whatever they are about."""
        return [line for line in self.lines if words in line["text"] or words in (line["context"] or "")]

    def quotes(self, line: Line) -> str:
        """The words that a line rests on."""
        return " | ".join(note["quote"] for note in self._answer["notes"] if note["number"] in line["notes"])

    def heads(self, topic: str) -> list[Line]:
        return [line for line in self.lines if line["topic"] == topic and line["answer"] in IN_FORCE]


NMI, DANES = "@NATO Mission Iraq", "DNK@NATO Mission Iraq"


def answers(lines: list[Line]) -> list[tuple[str, str]]:
    return [(line["text"], line["answer"]) for line in lines]


def helicopters(asked: Asked) -> tuple[Line, Line]:
    """The line of the helicopters in use and that of those in reserve."""
    found = [line for line in asked.about(DANES, "Equipment") if "helicopter" in line["text"]]
    in_use, reserve = sorted(found, key=lambda line: "reserve" in line["text"])
    return in_use, reserve


def test_on_the_day_of_publication(register: Path) -> None:
    asked = Asked(register, "NATO Mission Iraq", "2021-04-15")
    assert answers(asked.heads("Lead")) == [("Denmark", "stated")]
    assert "Denmark" in asked.quotes(asked.heads("Lead")[0])
    (strength,), (danes,) = asked.about(NMI, "Strength"), asked.about(DANES, "Strength")
    assert strength["answer"] == danes["answer"] == "stated"
    (value,) = strength["values"]
    assert (value["low"], value["high"], value["approx"], value["unit"]) == (500, 500, True, "persons")
    (value,) = danes["values"]
    assert (value["low"], value["high"], value["unit"]) == (None, 140, "persons")
    (head,) = asked.heads("Head")
    assert head["answer"] == "stated"
    assert "Per Pugholm Olesen" in head["text"]
    assert any("Per Pugholm Olsen" in remark for remark in head["remarks"])
    bases = asked.about(f"{DANES}/National Support Element", "Base")
    assert ("Ali al Salem Air Base", "stated") in answers(bases)
    assert {line["answer"] for line in helicopters(asked)} == {"planned"}


def test_eleven_weeks_later(register: Path) -> None:
    asked = Asked(register, "NMI", "2021-07-01")
    for line in helicopters(asked):
        assert line["answer"] == "planned"
        assert [(value["low"], value["high"]) for value in line["values"]] == [(2, 2)]
    for line in (*asked.about(NMI, "Strength"), *asked.about(DANES, "Strength")):
        assert (line["answer"], line["age_days"]) == ("presumed", 77)


def test_in_the_weeks_in_which_the_lead_may_end(register: Path) -> None:
    asked = Asked(register, "NMI", "2022-07-15")
    assert answers(asked.heads("Lead")) == [("Denmark", "possible")]
    for line in helicopters(asked):
        assert line["answer"] == "planned"
        assert any("not confirmed" in remark for remark in line["remarks"])


def test_before_the_mission_was_established(register: Path) -> None:
    asked = Asked(register, "NMI", "2018-06-30")
    assert {line["answer"] for line in asked.lines} == {"not yet"}
    (period,) = asked.about(NMI, "Period")
    assert period["start"] == "2018-07"


def test_the_coalition_against_isil(register: Path) -> None:
    asked = Asked(register, "Operation Inherent Resolve", "2021-04-15")
    assert answers(asked.heads("Lead")) == [("United States", "stated")]
    bases = [line for line in asked.lines if line["topic"] == "Base" and "operators" in line["subject"]]
    assert ("Al Dhafra air base", "stated") in answers(bases)
    for words in ("radar", "trainers", "fighter jet"):
        found = asked.naming(words)
        assert found, words
        assert {line["answer"] for line in found} == {"ended"}, words


@pytest.mark.parametrize("name", ["NMI", "NATO Mission Iraq", "Danmark", "DNK", "OIR", "Per Pugholm Olsen", "NSE"])
def test_things_are_found_by_any_of_their_names(register: Path, name: str) -> None:
    assert Asked(register, name, "2021-04-15").lines


def test_the_register_is_proved_sound(register: Path) -> None:
    assert "are as they were written" in contingent("verify", "--register", str(register))
