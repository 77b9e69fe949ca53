"""When two names of a place are one."""

from __future__ import annotations

from collections import Counter

import pytest

from contingent.catalogue import load
from contingent.decision import Rulings, Thing
from contingent.resolve.places import join_places

NONE: frozenset[tuple[str, str]] = frozenset()


def groups(
    *names: str, merged: frozenset[tuple[str, str]] = NONE, split: frozenset[tuple[str, str]] = NONE
) -> list[set[str]]:
    """The names, in lower-case ASCII, that are one place."""
    rulings = Rulings(
        dict.fromkeys(Thing, NONE) | {Thing.PLACE: merged}, dict.fromkeys(Thing, NONE) | {Thing.PLACE: split}
    )
    group_of = join_places({name: Counter([name]) for name in names}, load(), rulings)
    return [{n for n in names if group_of[n] == first} for first in sorted(set(group_of.values()))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bagdad", "baghdad"),
        ("irak", "iraq"),
        ("hormuz straedet", "strait of hormuz"),
        ("hkia", "hamid karzai international airport"),
        ("camp bondsteel", "camp bondsteal"),
        ("difra", "diffra"),
        ("sanniquellie", "saniquellie"),
    ],
)
def test_languages_abbreviations_and_slips_are_one_place(one: str, other: str) -> None:
    assert groups(one, other) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zambia", "gambia"),
        ("camp bondsteel", "camp film city"),
        ("kosovo", "eastern kosovo"),
        ("camp erbil", "erbil"),
        ("harbour watch post", "harbour watch port"),
        ("panzi", "pangi"),
        ("kamina", "kamana"),
        ("position 4 2", "position 2 4"),
    ],
)
def test_places_that_the_gazetteer_or_the_words_tell_apart_are_two(one: str, other: str) -> None:
    assert len(groups(one, other)) == 2


def test_a_person_decides_before_the_gazetteer() -> None:
    assert groups("camp erbil", "erbil", merged=frozenset({("Camp Erbil", "Erbil")})) == [{"camp erbil", "erbil"}]
    assert len(groups("bagdad", "baghdad", split=frozenset({("Bagdad", "Baghdad")}))) == 2
