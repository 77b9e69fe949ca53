"""A superior takes on the places of its subordinate, within the time of their relation and as nothing but derived."""

from __future__ import annotations

from typing import Any

from contingent.catalogue import load
from contingent.claim import parse_reference
from contingent.fact import Evidence
from contingent.resolve import resolve
from contingent.resolve.derived import Derived, places_taken_on
from tests.evidence import claim, page

BATTALION, DIVISION = "MMR/79 Infantry Battalion", "MMR/99 Light Infantry Division"


def belongs(published: str, **fields: Any) -> list[Evidence]:
    return page(published, claim("element", BATTALION, DIVISION, **fields))


def seen(day: str) -> list[Evidence]:
    where = claim("location", BATTALION, "Lashio Township", role="area", as_of=day, modality="past")
    return page("2020-12-01", where, publisher="A newspaper")


def taken_on(*pages: list[Evidence]) -> tuple[Derived, ...]:
    return places_taken_on(resolve([item for made in pages for item in made], load()))


def test_a_superior_takes_on_a_place_between_two_statements_of_the_relation() -> None:
    (derived,) = taken_on(belongs("2020-03-01"), seen("2020-04-24"), belongs("2020-06-01"))
    assert (str(derived.subject), derived.place, str(derived.through)) == (DIVISION, "Lashio Township", BATTALION)
    (statement,) = derived.statements
    assert str(statement.period.certain[0]) == "2020-04-24" if statement.period.certain else False
    assert [s.evidence.published for s in derived.relation] == ["2020-03-01", "2020-06-01"]


def test_nothing_is_taken_on_outside_the_time_of_the_relation() -> None:
    assert taken_on(belongs("2020-05-01"), seen("2020-04-24"), belongs("2020-06-01")) == ()
    assert taken_on(belongs("2020-03-01"), seen("2020-04-24")) == ()


def test_an_end_of_the_relation_ends_what_is_taken_on() -> None:
    left = belongs("2020-04-20", end="2020-04", modality="past")
    assert taken_on(belongs("2020-03-01"), left, seen("2020-04-24"), belongs("2020-06-01")) == ()


def test_contributions_and_operations_take_on_nothing() -> None:
    made = page(
        "2021-04-15",
        claim("element", "DNK@Harbour Watch/dive team", "DNK@Harbour Watch"),
        claim("location", "DNK@Harbour Watch/dive team", "Djibouti", role="base"),
    )
    assert taken_on(made) == ()


def test_a_unit_at_home_is_not_where_the_people_are_whom_it_sends() -> None:
    made = page(
        "2021-04-15",
        claim("element", "DNK@Harbour Watch/dive team", "DNK/Harbour Regiment"),
        claim("location", "DNK@Harbour Watch/dive team", "Djibouti", role="base"),
    )
    assert taken_on(made) == ()


def test_nothing_is_derived_from_what_is_derived() -> None:
    above = page("2020-03-01", claim("element", DIVISION, "MMR/1 Corps")) + page(
        "2020-06-01", claim("element", DIVISION, "MMR/1 Corps")
    )
    found = taken_on(belongs("2020-03-01"), seen("2020-04-24"), belongs("2020-06-01"), above)
    assert [each.subject for each in found] == [parse_reference(DIVISION)]
