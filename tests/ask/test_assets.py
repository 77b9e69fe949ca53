"""One asset in two places: told by type, use and number, and a plan that came true where another element has it."""

from __future__ import annotations

from datetime import date
from typing import Any

from contingent.ask import Line, placemat
from contingent.fact import Evidence
from tests.evidence import claim, page

DENMARK = "DNK@Harbour Watch"
FORCE, DETACHMENT = f"{DENMARK}/Air Force", f"{DENMARK}/helicopter detachment"


def asset(subject: str, name: str, number: int = 2, **fields: Any) -> Any:
    return claim("asset", subject, name, low=number, high=number, **fields)


PLAN = page("2021-03-18", asset(FORCE, "EH101 helicopter", modality="planned", start="2021-05"))
SEEN = page("2021-10-07", asset(DETACHMENT, "EH101-helikopter", start="2021-05"))


def equipment(day: str, *pages: list[Evidence]) -> list[Line]:
    answer = placemat([item for made in pages for item in made], "Harbour Watch", date.fromisoformat(day))
    return [line for line in answer.lines if line.topic == "Equipment"]


def test_what_is_seen_within_the_time_of_a_plan_confirms_it_with_all_sources() -> None:
    (line,) = equipment("2021-10-20", PLAN, SEEN)
    assert (line.subject, line.word.value) == (DETACHMENT, "presumed")
    assert len({*line.notes, *line.further}) == 2


def test_a_plan_of_another_number_or_model_is_not_confirmed() -> None:
    for other in (asset(DETACHMENT, "EH101-helikopter", 3), asset(DETACHMENT, "NH90 helicopter")):
        words = [line.word.value for line in equipment("2021-10-20", PLAN, page("2021-10-07", other))]
        assert sorted(words) == ["planned", "presumed"]


def test_a_plan_of_an_element_that_is_there_already_is_its_own() -> None:
    there = page("2021-06-01", claim("element", FORCE, DENMARK))
    words = [line.word.value for line in equipment("2021-10-20", PLAN, SEEN, there)]
    assert sorted(words) == ["planned", "presumed"]


def test_what_is_said_in_fewer_words_of_the_whole_is_the_same() -> None:
    news = page("2021-10-14", asset(DENMARK, "helicopter"), publisher="The Harbour Gazette")
    (line,) = equipment("2021-10-20", SEEN, news)
    assert line.subject == DETACHMENT
    assert len({*line.notes, *line.further}) == 2
