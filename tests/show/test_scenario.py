"""One answer from many pages, by the command line alone: a page, its later counterpart in another language, a weekly
update and a news report go in, and one placemat comes out.

The pages of the first part are the examples; those of the second are real, are not part of this repository, and are
skipped where they are not beside the checkout.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from contingent.show.command_line import commands
from tests.evidence import SHARED_GOLD

EXAMPLES = Path(__file__).parents[2] / "examples"
MINISTRY, COUNTERPART, UPDATE, NEWS = (
    EXAMPLES / name
    for name in (
        "denmark-nato-mission-iraq-2021-03.html",
        "danmark-nato-mission-iraq-2021-10.html",
        "mission-update-2021-week-40.txt",
        "northern-courier-2021-10-14.pdf",
    )
)
MISSION, DANES = "@NATO Mission Iraq", "DNK@NATO Mission Iraq"
FIRST, SECOND = "Lieutenant General Henrik Falk Madsen", "Lieutenant General Anders Bruun Holmgaard"
IN_FORCE = {"stated", "possible", "presumed", "planned", "authorised"}
Line = dict[str, Any]


def contingent(*arguments: str) -> str:
    """What a command prints; the test fails if the command does."""
    done = CliRunner().invoke(commands, list(arguments))
    assert done.exit_code == 0, done.output
    return done.stdout


def register_of(folder: Path, pages: Iterable[Path]) -> str:
    path = str(folder / "contingent.db")
    contingent("add", *map(str, pages), "--register", path)
    return path


class Asked:
    """The placemat of the mission on a day."""

    def __init__(self, register: str, on: str, *options: str) -> None:
        printed = contingent("show", "NMI", "--on", on, "--format", "json", "--register", register, *options)
        self._answer = json.loads(printed)
        self.lines: list[Line] = [line for section in self._answer["sections"] for line in section["lines"]]

    def word(self, topic: str, text: str, subject: str | None = None) -> str | None:
        found = [line for line in self.lines if line["topic"] == topic and line["text"] == text]
        return next((line["answer"] for line in found if subject in (None, line["subject"])), None)

    def heads(self) -> list[tuple[str, str]]:
        return [(line["text"], line["answer"]) for line in self.lines if line["topic"] == "Head"]

    def remarks(self, text: str) -> list[str]:
        return [remark for line in self.lines if line["text"] == text for remark in line["remarks"]]

    def named(self, *names: str) -> list[Line]:
        """The lines of the elements that bear one of the names, be it as another spelling."""
        return [
            line
            for line in self.lines
            if line["topic"] == "Element"
            and {line["text"], *(r.partition(" called ")[2] for r in line["remarks"])} & {*names}
        ]

    def published(self, line: Line) -> set[str]:
        """The days of the documents that a line cites, the further ones included."""
        numbers = {*line["notes"], *line["further_notes"]}
        return {note["published"] for note in self._answer["notes"] if note["number"] in numbers}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> str:
    return register_of(tmp_path_factory.mktemp("examples"), (MINISTRY, COUNTERPART, UPDATE, NEWS))


@pytest.mark.parametrize(
    "names",
    [
        ("staff contribution", "stabsbidrag"),
        ("close protection team", "livvagtshold"),
        ("security and escort company", "sikrings- og eskortekompagni"),
        ("national support element", "nationalt støtteelement"),
        ("helicopter detachment", "helikopterdetachement"),
    ],
    ids=lambda names: names[0],
)
def test_an_element_is_one_row_in_two_languages(register: str, names: tuple[str, ...]) -> None:
    asked = Asked(register, "2021-10-20")
    (line,) = asked.named(*names)
    assert line["answer"] in IN_FORCE
    assert {"2021-03-18", "2021-10-07"} <= asked.published(line)


def test_a_dated_hand_over_ends_the_one_and_begins_the_other(register: str) -> None:
    assert Asked(register, "2021-05-05").heads() == [(FIRST, "presumed"), (SECOND, "not yet")]
    assert Asked(register, "2021-05-06").heads() == [(FIRST, "stated"), (SECOND, "stated")]
    assert sorted(Asked(register, "2021-08-15").heads()) == [(SECOND, "stated"), (FIRST, "ended")]


def test_a_hand_over_that_nobody_dates_is_a_range(tmp_path: Path) -> None:
    register = register_of(tmp_path, (MINISTRY, NEWS))
    asked = Asked(register, "2021-08-15")
    assert asked.heads() == [(FIRST, "presumed"), (SECOND, "possible")]
    between = "between 2021-03-18 and 2021-10-14"
    assert f"ends {between}, succeeded by Anders Bruun Holmgaard" in asked.remarks(FIRST)
    assert f"starts {between}, after Henrik Falk Madsen" in asked.remarks(SECOND)
    later = Asked(register, "2021-10-20")
    assert sorted(later.heads()) == [(SECOND, "presumed"), (FIRST, "ended")]
    assert f"started {between}, after Henrik Falk Madsen" in later.remarks(SECOND)


def test_planned_helicopters_are_confirmed_by_what_was_published_later(register: str) -> None:
    known_then = Asked(register, "2021-08-15", "--known", "2021-05-01")
    assert known_then.word("Equipment", "2 × EH101 helicopter") == "planned"
    (line,) = [each for each in Asked(register, "2021-08-15").lines if each["text"].startswith("2 × EH101")]
    assert line["answer"] == "stated"
    assert {"2021-03-18", "2021-10-07"} <= Asked(register, "2021-08-15").published(line)


def test_the_weekly_update_says_how_many_and_what_was_done(register: str) -> None:
    asked = Asked(register, "2021-10-06")
    assert any(line["topic"] == "Activity" and line["answer"] == "stated" for line in asked.lines)
    assert asked.word("Strength", "70 persons") is None
    assert Asked(register, "2021-10-12").word("Strength", "70 persons") == "presumed"


def test_sources_that_exclude_each_other_are_both_shown(register: str) -> None:
    (strength,) = [
        line
        for line in Asked(register, "2021-10-20").lines
        if (line["topic"], line["subject"]) == ("Strength", MISSION)
    ]
    assert strength["text"] == "about 700 persons or about 550 persons"
    assert "the sources differ" in strength["remarks"]


@pytest.mark.parametrize("day", ["2021-03-20", "2021-08-15", "2021-10-20"])
def test_every_line_that_claims_something_has_its_sources(register: str, day: str) -> None:
    lines = Asked(register, day).lines
    assert lines
    assert all(line["notes"] for line in lines if line["answer"] != "unknown")


def test_the_answer_by_a_day_is_what_was_published_by_then(register: str) -> None:
    first_page = Asked(register, "2021-08-15", "--known", "2021-05-01")
    assert first_page.heads() == [(FIRST, "presumed")]
    assert {day for line in first_page.lines for day in first_page.published(line)} == {"2021-03-18"}


REAL = [
    (SHARED_GOLD / "iraq" / "iraq-page.txt", "2021-04-15", "en"),
    (SHARED_GOLD / "da" / "irak-september-2021.txt", "2021-09-14", "da"),
    (SHARED_GOLD / "da" / "mission-update-uge-30-2021.html", "2021-08-02", "da"),
    (SHARED_GOLD / "da" / "mission-update-uge-7-2022.txt", "2022-02-18", "da"),
]


COUNTERPART_OF_REAL = REAL[1][0]


def real_register(folder: Path, without: Path | None = None) -> str:
    """A register that holds the real pages on the mission, perhaps without one of them."""
    missing = [page.name for page, _, _ in REAL if not page.exists()]
    if missing:
        pytest.skip(f"the real pages are not beside this repository (../shared/gold): {', '.join(missing)}")
    path = str(folder / "contingent.db")
    for page, published, language in REAL:
        if page != without:
            contingent("add", str(page), "--published", published, "--language", language, "--register", path)
    return path


@pytest.fixture(scope="module")
def real_pages(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A register that holds all of them."""
    return real_register(tmp_path_factory.mktemp("real"))


def words_of_heads(asked: Asked) -> dict[str, str]:
    return {text.split()[-1]: word for text, word in asked.heads()}


def test_real_pages_that_do_not_date_the_hand_over_give_it_as_a_range(tmp_path: Path) -> None:
    register = real_register(tmp_path, without=COUNTERPART_OF_REAL)
    asked = Asked(register, "2021-06-15")
    assert words_of_heads(asked) == {"Olesen": "presumed", "Lollesgaard": "possible"}
    remarks = [remark for line in asked.lines if line["topic"] == "Head" for remark in line["remarks"]]
    assert sum("between 2021-04-15 and 2021-08-02" in remark for remark in remarks) == 2


def test_real_pages_give_the_successor_as_the_head_from_then_on(real_pages: str) -> None:
    words = words_of_heads(Asked(real_pages, "2021-08-15"))
    assert words["Olesen"] == "ended"
    assert words["Lollesgaard"] in IN_FORCE


def test_real_pages_give_one_row_for_the_close_protection_team(real_pages: str) -> None:
    names = ("bodyguard contribution", "livvagtsbidrag", "livvagtsbidraget", "Close Protection Team")
    assert len(Asked(real_pages, "2021-09-20").named(*names)) == 1


def test_real_pages_confirm_the_helicopters(real_pages: str) -> None:
    then, now = Asked(real_pages, "2021-08-15", "--known", "2021-05-01"), Asked(real_pages, "2021-09-20")
    helicopters = [[line for line in asked.lines if line["topic"] == "Equipment"] for asked in (then, now)]
    planned, seen = (
        {line["answer"] for line in lines if "helicopter" in line["text"] or "helikopter" in line["text"]}
        for lines in helicopters
    )
    assert planned == {"planned"}
    assert seen & {"stated", "presumed"}


def test_every_line_from_real_pages_has_its_sources(real_pages: str) -> None:
    for day in ("2021-04-15", "2021-08-15", "2022-03-01"):
        assert all(line["notes"] for line in Asked(real_pages, day).lines if line["answer"] != "unknown")
