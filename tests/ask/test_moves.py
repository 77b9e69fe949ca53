"""A unit that is seen far away in between has moved: what is said of it at one place falls into two spells."""

from __future__ import annotations

from datetime import date

from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts
from contingent.ask.moves import moves_away
from contingent.ask.why import why
from contingent.catalogue import load
from contingent.fact import Evidence
from contingent.resolve import resolve
from tests.evidence import claim, page

TEAM = "DNK@Harbour Watch/dive team"


def at(day: str, *places: str) -> list[Evidence]:
    return page(day, *(claim("location", TEAM, place, role="base") for place in places), publisher=f"Source of {day}")


def spells_at(place: str, *pages: list[Evidence]) -> int:
    facts = Facts(resolve([item for made in pages for item in made], load()))
    (fact,) = [fact for fact in facts if fact.object == place]
    return len(why(FactsOn(facts, date(2022, 1, 1)), fact, load()).spells)


def test_a_far_place_in_between_is_a_move() -> None:
    assert spells_at("Djibouti", at("2021-01-15", "Djibouti"), at("2021-05-15", "Djibouti")) == 1
    pages = at("2021-01-15", "Djibouti"), at("2021-03-15", "Copenhagen"), at("2021-05-15", "Djibouti")
    assert spells_at("Djibouti", *pages) == 2


def test_two_places_that_one_document_names_are_no_move() -> None:
    pages = at("2021-01-15", "Djibouti"), at("2021-03-15", "Copenhagen", "Djibouti"), at("2021-05-15", "Djibouti")
    assert spells_at("Djibouti", *pages) == 1


def test_a_place_that_nobody_knows_is_no_move() -> None:
    pages = at("2021-01-15", "Djibouti"), at("2021-03-15", "Camp Nowhere"), at("2021-05-15", "Djibouti")
    assert spells_at("Djibouti", *pages) == 1


def test_only_places_move() -> None:
    facts = Facts(resolve(page("2021-01-15", claim("task", TEAM, "clear mines")), load()))
    assert [moves_away(fact, facts) for fact in facts] == [()]
