"""What the names of elements say, and that the tables of the catalogue say one thing for each word."""

from __future__ import annotations

from collections import Counter

import pytest

from contingent import lang
from contingent.catalogue import load
from contingent.catalogue.table import rows
from contingent.resolve.elements import ELEMENT_HEAD_COLUMNS, ELEMENT_TYPE_COLUMNS, described, fits
from contingent.resolve.naming import normal

TYPES = [row for _, row in rows("element_types.csv", ELEMENT_TYPE_COLUMNS)]
HEADS = [row for _, row in rows("element_heads.csv", ELEMENT_HEAD_COLUMNS)]


@pytest.mark.parametrize("language", lang.languages())
def test_every_type_and_every_head_has_words_in_every_language(language: str) -> None:
    for listed in (TYPES, HEADS):
        names = {row[0] for row in listed}
        assert Counter(row[0] for row in listed if row[-2] == language) == Counter(names)
    assert len({row[0] for row in TYPES}) >= 60


@pytest.mark.parametrize("row", TYPES, ids=lambda row: f"{row[0]}, {row[1]}")
def test_every_word_says_its_type_alone_and_before_a_head(row: list[str]) -> None:
    type_, language, words = row
    general = next(words for _, is_general, spoken, words in HEADS if is_general == "yes" and spoken == language)
    for word in words.split("|"):
        assert word == word.strip()
        assert described(word, load()).type == type_, word
        for head in general.split("|"):
            said = described(f"{word} {head}", load())
            assert (said.type, said.head, said.left) == (type_, "contribution", ()), word


@pytest.mark.parametrize("row", HEADS, ids=lambda row: f"{row[0]}, {row[2]}")
def test_every_head_stands_for_itself(row: list[str]) -> None:
    head, general, _, words = row
    for word in words.split("|"):
        said = described(word, load())
        assert (said.type, said.head, said.general) == (None, head, general == "yes"), word


def test_no_word_is_of_two_types_or_heads() -> None:
    for listed in (TYPES, HEADS):
        meant: dict[str, set[str]] = {}
        for row in listed:
            for word in row[-1].split("|"):
                meant.setdefault(normal(word), set()).add(row[0])
        assert {word: names for word, names in meant.items() if len(names) > 1} == {}


def test_whose_it_is_need_not_be_said_again() -> None:
    assert described("Danish element", load(), "DNK").left == ()
    assert described("Danish element", load(), "SWE").left == ("=DNK",)
    assert fits(described("Danish element", load(), "SWE"), described("dansk element", load(), "SWE"))


def test_what_is_not_understood_is_left_over() -> None:
    said = described("2nd Air Assault Battalion", load())
    assert (said.type, said.head, said.left) == (None, "battalion", ("2", "air", "assault"))
