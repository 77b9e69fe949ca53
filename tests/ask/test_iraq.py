"""The annotated Iraq page, asked on four days: what a careful reader of the page would answer."""

from __future__ import annotations

from datetime import date

import pytest

from contingent.ask import Line, Placemat, Word, placemat
from tests.evidence import gold_iraq


def on(day: str, what: str = "NATO Mission Iraq") -> Placemat:
    return placemat(gold_iraq(), what, date.fromisoformat(day))


def only(answer: Placemat, topic: str, section: str) -> Line:
    (line,) = [line for part in answer.sections if part.title == section for line in part.lines if line.topic == topic]
    return line


def below(answer: Placemat, element: str) -> dict[str, Line]:
    """The lines right below an element, by their topic."""
    lines = list(answer.lines)
    at = next(i for i, line in enumerate(lines) if line.topic == "Element" and line.text == element)
    found: dict[str, Line] = {}
    for line in lines[at + 1 :]:
        if line.level <= lines[at].level:
            break
        found.setdefault(line.topic, line)
    return found


def helicopters(answer: Placemat) -> list[Line]:
    return [line for line in answer.lines if line.topic == "Equipment" and "helicopter" in line.text]


def test_on_the_day_of_publication() -> None:
    answer = on("2021-04-15")
    lead, strength = only(answer, "Lead", answer.name), only(answer, "Strength", answer.name)
    assert (lead.text, lead.word) == ("Denmark", Word.STATED)
    assert (strength.text, strength.word) == ("about 500 persons", Word.STATED)
    contribution = only(answer, "Strength", "Denmark")
    assert (contribution.text, contribution.word) == ("up to 140 persons", Word.STATED)
    head = only(answer, "Head", answer.name)
    assert (head.text, head.word) == ("Lieutenant General Per Pugholm Olesen", Word.STATED)
    assert head.remarks == ("also spelled Per Pugholm Olsen",)
    base = below(answer, "National Support Element")["Base"]
    assert (base.text, base.word) == ("Ali al Salem Air Base", Word.STATED)
    assert [line.word for line in helicopters(answer)] == [Word.PLANNED, Word.PLANNED]


def test_eleven_weeks_later() -> None:
    answer = on("2021-07-01")
    assert [(line.text, line.word) for line in helicopters(answer)] == [
        ("2 × helicopter", Word.PLANNED),
        ("2 × helicopter, in reserve", Word.PLANNED),
    ]
    for section in (answer.name, "Denmark"):
        strength = only(answer, "Strength", section)
        assert (strength.word, strength.age) == (Word.PRESUMED, 77)


def test_at_the_end_of_the_lead() -> None:
    answer = on("2022-07-15")
    assert only(answer, "Lead", answer.name).word is Word.POSSIBLE
    for line in helicopters(answer):
        assert line.word is Word.PLANNED
        assert "its time is over, not confirmed" in line.remarks


def test_after_the_end_of_the_lead() -> None:
    answer = on("2022-09-01")
    (lead,) = [line for line in answer.sections[-1].lines if line.topic == "Lead"]
    assert lead.word is Word.ENDED
    assert lead.remarks == ("announced 2022-08-31, not confirmed",)


def test_before_the_mission_was_established() -> None:
    answer = on("2018-06-30")
    assert {line.word for line in answer.lines} == {Word.NOT_YET}
    assert only(answer, "Period", answer.name).start == "2018-07"


def test_the_coalition_on_the_day_of_publication() -> None:
    answer = on("2021-04-15", "Operation Inherent Resolve")
    lead = only(answer, "Lead", answer.name)
    assert (lead.text, lead.word) == ("United States", Word.STATED)
    base = below(answer, "operators from the Air Force")["Base"]
    assert (base.text, base.word) == ("Al Dhafra air base", Word.STATED)
    ended = {line.text for line in answer.sections[-1].lines if line.word is Word.ENDED}
    assert {"radar", "trainers", "training contribution", "fighter jet"} <= ended
    assert not [line for line in answer.lines if line.text in ended and line.word.in_force]


@pytest.mark.parametrize("name", ["NMI", "NATO Mission Iraq", "Danmark", "DNK", "OIR", "Per Pugholm Olsen", "NSE"])
def test_names_lead_to_answers(name: str) -> None:
    assert on("2021-04-15", name).lines
