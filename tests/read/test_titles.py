"""Titles of posts: where they begin and end, and what they say of the post."""

from __future__ import annotations

import pytest

from contingent.formats import parse
from contingent.read import annotate
from contingent.read.titles import Title
from contingent.read.units import TITLE


def titles(text: str, language: str = "en") -> list[Title]:
    annotated = annotate(parse(text.encode(), media_type="text/plain"), published=None, language=language)
    return [unit.detail for sentence in annotated.sentences for unit in sentence.units if unit.sort == TITLE]


@pytest.mark.parametrize(
    ("text", "language", "title", "standing"),
    [
        ("Deputy Force Commander X spoke.", "en", "Deputy Force Commander", "present"),
        ("The former chief of staff spoke.", "en", "chief of staff", "former"),
        ("The incoming battalion commander spoke.", "en", "battalion commander", "coming"),
        ("The acting Head of Mission spoke.", "en", "acting Head of Mission", "present"),
        ("The 2nd Infantry Battalion commander spoke.", "en", "commander", "present"),
        ("Missionens chef talte.", "da", "Missionens chef", "present"),
        ("Kampgruppens chef talte.", "da", "chef", "present"),
        ("Den fungerende stabschef talte.", "da", "fungerende stabschef", "present"),
    ],
)
def test_a_title_has_its_own_words_and_no_others(text: str, language: str, title: str, standing: str) -> None:
    assert [(found.text, found.standing) for found in titles(text, language)] == [(title, standing)]


def test_two_titles_of_one_person_are_one() -> None:
    assert [t.text for t in titles("The Special Representative and Head of UNMISS spoke.")] == [
        "Special Representative and Head"
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [("He will head the mission.", "en"), ("Generalmajoren leder missionen.", "da"), ("Ordføreren talte.", "da")],
)
def test_verbs_and_offices_of_other_kinds_are_no_titles(text: str, language: str) -> None:
    assert titles(text, language) == []


def test_the_noun_in_a_title_tells_what_the_post_is_in() -> None:
    head = titles("Bataljonschefen talte.", "da")[0].head
    assert head is not None
    assert head.lemma == "bataljon"
