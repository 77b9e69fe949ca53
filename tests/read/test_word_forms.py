"""Words that a language writes together, and nouns with their article at the end: what they name and belong to."""

from __future__ import annotations

import pytest

from contingent.formats import parse
from contingent.read import read

PUBLISHED = "2021-04-15"


def stated(text: str, language: str = "da") -> set[tuple[str, str, str | None]]:
    """Kind, subject and object of all claims of a text."""
    cited = read(parse(text.encode(), address="page.txt"), published=PUBLISHED, language=language)
    return {(c.claim.kind, c.claim.subject, c.claim.object) for c in cited}


def test_a_noun_means_the_compound_that_ends_with_it() -> None:
    claims = stated("Danmark bidrager til KFOR med et vagthold.\n\nHoldet består af 30 soldater.")
    assert ("element", "DNK@Kosovo Force/vagthold", "DNK@Kosovo Force") in claims
    assert ("strength", "DNK@Kosovo Force/vagthold", None) in claims


def test_the_article_at_the_end_is_no_part_of_a_name() -> None:
    claims = stated("Danmark bidrager til KFOR med et vagthold.\n\nVagtholdet ligger i Pristina.")
    assert ("location", "DNK@Kosovo Force/vagthold", "Pristina") in claims


def test_parted_compounds_are_one_name() -> None:
    claims = stated("Danmark har sendt et sikrings- og eskortebidrag til KFOR.")
    assert ("element", "DNK@Kosovo Force/sikrings- og eskortebidrag", "DNK@Kosovo Force") in claims


@pytest.mark.parametrize("sentence", ["KFOR-bidraget består af 35 soldater.", "Bidraget til KFOR er på 35 soldater."])
def test_a_contribution_without_a_nation_is_that_of_the_readers(sentence: str) -> None:
    assert ("strength", "DNK@Kosovo Force", None) in stated(sentence)


def test_a_genitive_ending_is_no_part_of_the_noun() -> None:
    claims = stated("KFOR er i Kosovo.\n\nMissionens hovedkvarter ligger i Pristina.")
    assert ("location", "@Kosovo Force", "Pristina") in claims


def test_a_genitive_of_a_name_of_several_words_is_that_name() -> None:
    assert not {c for c in stated("Operation Atalantas skibe sejler i Adenbugten.") if "Atalantas" in c[1]}


def test_a_unit_is_no_equipment_by_the_letters_at_its_end() -> None:
    claims = stated("Danmark bidrager til KFOR med en eskadron.\n\nEskadronen ligger i Pristina.")
    assert not {c for c in claims if c[0] == "asset"}
    assert ("location", "DNK@Kosovo Force/eskadron", "Pristina") in claims


def test_parts_of_a_contribution_come_from_standing_units() -> None:
    claims = stated("Danmark bidrager til KFOR med et vagthold.\n\nVagtholdet kommer fra Slesvigske Fodregiment.")
    assert ("element", "DNK@Kosovo Force/vagthold", "DNK/Slesvigske Fodregiment") in claims


def test_a_prefix_tells_whose_ship_it_is() -> None:
    claims = stated("HDMS Absalon patrols for Operation Atalanta.", "en")
    assert ("element", "DNK@Operation Atalanta/HDMS Absalon", "DNK@Operation Atalanta") in claims


def test_where_a_page_is_about_ships_a_nationality_and_a_name_are_one() -> None:
    claims = stated(
        "Operation Atalanta jager pirater. Styrken består af fire skibe: fregatten Absalon, den norske Otra, "
        "et støtteskib og det tyske Bayern. Fregatten fører flåden an."
    )
    assert ("element", "NOR@Operation Atalanta/Otra", "NOR@Operation Atalanta") in claims


def test_what_each_of_several_states_gives_is_stated_for_each() -> None:
    claims = stated("France and Greece have each sent a frigate to Operation Aspides.", "en")
    assert {subject for kind, subject, _ in claims if kind == "asset"} == {
        "FRA@Operation Aspides",
        "GRC@Operation Aspides",
    }
