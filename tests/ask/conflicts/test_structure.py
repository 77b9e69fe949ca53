"""Parts in a circle, persons who are their own superior, units in two places, and names in two spellings."""

from __future__ import annotations

import pytest

from contingent.ask.conflicts import ConflictKind
from contingent.ask.conflicts.places import how_far
from contingent.fact import Evidence
from tests.ask.conflicts.found import GAZETTE, at, found, kinds
from tests.evidence import MISSION, claim, page

BRIGADE, COMPANY = f"{MISSION}/brigade", f"{MISSION}/company"


def belongs(part: str, whole: str, publisher: str = "Ministry of Defence") -> list[Evidence]:
    return page("2021-06-15", claim("element", part, whole), publisher=publisher)


def test_parts_that_contain_each_other_in_a_circle() -> None:
    (conflict,) = found(belongs(BRIGADE, COMPANY), belongs(COMPANY, BRIGADE, GAZETTE))
    assert conflict.kind is ConflictKind.CIRCLE
    assert {s.evidence.publisher for s in conflict.statements} == {"Ministry of Defence", GAZETTE}


def test_a_circle_of_three_is_told_once() -> None:
    squad = f"{MISSION}/squad"
    pages = belongs(BRIGADE, COMPANY), belongs(COMPANY, squad, GAZETTE), belongs(squad, BRIGADE, "Navy")
    assert kinds(*pages) == [ConflictKind.CIRCLE]


def test_a_whole_that_belongs_to_its_own_part() -> None:
    assert kinds(belongs(BRIGADE, f"{BRIGADE}/company")) == [ConflictKind.CIRCLE]


def test_a_chain_is_no_circle() -> None:
    assert not kinds(belongs(COMPANY, BRIGADE), belongs(BRIGADE, MISSION), belongs(COMPANY, MISSION, GAZETTE))


def head(name: str, of: str, day: str = "2021-06-15", publisher: str = "Ministry of Defence") -> list[Evidence]:
    return page(day, claim("posting", name, of, title="Commander"), publisher=publisher)


def test_a_person_as_their_own_superior() -> None:
    pages = belongs(COMPANY, BRIGADE), head("Ida Holm", COMPANY), head("Ida Holm", BRIGADE, publisher=GAZETTE)
    (conflict,) = found(*pages)
    assert (conflict.kind, conflict.about) == (ConflictKind.OWN_SUPERIOR, "Ida Holm")


@pytest.mark.parametrize("day", ["2021-06-15", "2021-07-01"])
def test_a_head_of_two_units_or_one_who_rose_is_no_superior_of_their_own(day: str) -> None:
    rose = head("Ida Holm", COMPANY), head("Ida Holm", BRIGADE, day, GAZETTE)
    structure = belongs(COMPANY, BRIGADE) if day != "2021-06-15" else belongs(COMPANY, MISSION)
    assert not kinds(structure, *rose)


UNIT = "DNK@Harbour Watch/engineer company"


def in_place(
    place: str, publisher: str = "Ministry of Defence", day: str = "2021-06-15", role: str = "base"
) -> list[Evidence]:
    return page(day, claim("location", UNIT, place, role=role), publisher=publisher)


def test_one_unit_in_two_far_places_on_one_day() -> None:
    (conflict,) = found(in_place("Bamako"), in_place("Gao", GAZETTE))
    assert conflict.kind is ConflictKind.TWO_PLACES
    assert (conflict.one.says, conflict.other.says) == ("in Bamako", "in Gao")
    assert "km apart" in conflict.reason


@pytest.mark.parametrize(
    "other",
    [
        in_place("Gao", GAZETTE, "2021-06-16"),
        in_place("Gao", GAZETTE, role="area"),
        in_place("Mali", GAZETTE),
        in_place("Kati", GAZETTE),
        in_place("A place that no gazetteer knows", GAZETTE),
        at(f"https://example.org/{in_place('Bamako')[0].document_id[:8]}", in_place("Gao", GAZETTE)),
    ],
    ids=["another day", "another role", "the state around it", "near", "unknown", "the newer version"],
)
def test_one_unit_that_is_not_in_two_far_places_on_one_day(other: list[Evidence]) -> None:
    assert not kinds(in_place("Bamako"), other)


def test_two_bases_that_one_document_names_are_no_conflict() -> None:
    both = (claim("location", UNIT, place, role="base") for place in ("Bamako", "Gao"))
    assert not kinds(page("2021-06-15", *both), in_place("Gao", GAZETTE))


def test_a_contribution_may_be_in_many_places() -> None:
    places = (("Bamako", "A"), ("Gao", "B"))
    assert not kinds(*(page("2021-06-15", claim("location", "DNK@Harbour Watch", p), publisher=w) for p, w in places))


def test_distances_are_those_on_the_globe() -> None:
    distance = how_far("Copenhagen", "Nairobi")
    assert distance is not None
    assert 6_600 < distance < 6_800
    assert how_far("Nairobi", "Kenya") is None


def named(name: str, publisher: str = "Ministry of Defence") -> list[Evidence]:
    return page("2021-06-15", claim("posting", name, MISSION, title="Commander"), publisher=publisher)


def test_two_spellings_of_one_name_come_last() -> None:
    pages = named("Per Pugholm Olesen"), named("Per Pugholm Olsen", GAZETTE), named("Nora Vik", "Navy")
    ranked = kinds(*pages)
    assert ranked[-1] is ConflictKind.TWO_SPELLINGS
    assert ConflictKind.TWO_HEADS in ranked[:-1]


@pytest.mark.parametrize("other", ["Per Olesen", "PER PUGHOLM OLESEN"])
def test_a_shorter_form_or_other_letters_are_no_other_spelling(other: str) -> None:
    assert not kinds(named("Per Pugholm Olesen"), named(other, GAZETTE))
