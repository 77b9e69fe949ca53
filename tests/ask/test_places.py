"""Places that a unit has only through its subordinates: shown as such, and counted as nothing else."""

from __future__ import annotations

from datetime import date

from contingent.ask import Line, Word, placemat
from contingent.fact import Evidence
from tests.evidence import claim, page

BATTALION, DIVISION = "MMR/79 Infantry Battalion", "MMR/99 Light Infantry Division"
BEFORE, AFTER = (page(day, claim("element", BATTALION, DIVISION)) for day in ("2020-03-01", "2020-06-01"))
SEEN = page(
    "2020-12-01",
    claim("location", BATTALION, "Lashio Township", role="area", as_of="2020-04-24", modality="past"),
    publisher="A newspaper",
)


def lines(day: str, *pages: list[Evidence]) -> list[Line]:
    items = [item for made in pages for item in made]
    return list(placemat(items, "99 Light Infantry Division", date.fromisoformat(day)).lines)


def places(day: str, *pages: list[Evidence]) -> list[tuple[str, Word, tuple[str, ...]]]:
    found = lines(day, *pages)
    return [(line.text, line.word, line.remarks) for line in found if line.topic == "Area" and line.subject == DIVISION]


def test_a_place_is_shown_as_taken_on_with_the_evidence_of_both() -> None:
    assert places("2020-04-24", BEFORE, SEEN, AFTER) == [
        ("Lashio Township", Word.STATED, ("through 79 Infantry Battalion",))
    ]
    (line,) = [line for line in lines("2020-04-24", BEFORE, SEEN, AFTER) if line.topic == "Area"]
    assert len(line.notes) == 3
    assert line.fact is None


def test_a_unit_that_a_document_places_takes_on_nothing() -> None:
    own = page("2020-04-01", claim("location", DIVISION, "Tangyan", role="base"))
    assert places("2020-04-24", BEFORE, SEEN, AFTER, own) == []


def test_nothing_is_taken_on_once_the_relation_has_ended() -> None:
    left = page("2020-07-01", claim("element", BATTALION, DIVISION, end="2020-06-15", modality="past"))
    assert places("2020-08-01", BEFORE, SEEN, AFTER) != []
    assert places("2020-08-01", BEFORE, SEEN, AFTER, left) == []


def test_what_is_taken_on_shows_no_presence() -> None:
    (element,) = [
        line for line in lines("2020-04-24", BEFORE, SEEN, AFTER) if line.topic == "Element" and not line.level
    ]
    assert (element.text, element.word) == ("99 Light Infantry Division", Word.PRESUMED)
