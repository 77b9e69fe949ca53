"""Which titles mean the head, in every language that has a pack."""

from __future__ import annotations

import pytest

from contingent import lang
from contingent.resolve.posts import HEAD, post_of


@pytest.mark.parametrize(
    "title",
    [
        "Commander",
        "Force Commander",
        "head of the mission",
        "General Officer Commanding",
        "Chef",
        "styrkechef",
        "missionschefen",
    ],
)
def test_titles_of_a_head(title: str) -> None:
    assert post_of(title) == HEAD


@pytest.mark.parametrize(
    "title",
    [
        "Deputy Commander",
        "Acting Force Commander",
        "Chief of Staff",
        "stabschef",
        "næstkommanderende",
        "fungerende chef",
        "Military Adviser",
    ],
)
def test_titles_of_someone_else(title: str) -> None:
    assert post_of(title) not in (HEAD, None)


def test_no_title_is_no_post() -> None:
    assert post_of(None) is None


@pytest.mark.parametrize("code", lang.languages())
def test_every_word_of_a_language_pack_means_what_its_list_says(code: str) -> None:
    table = lang.load(code).tables.get("posts")
    if table is None:
        pytest.skip(f"language pack {code} has no table of posts")
    for phrase in table["head"]:
        assert post_of(phrase.strip("*")) == HEAD
    for phrase in table["other"]:
        assert post_of(phrase.strip("*")) != HEAD
