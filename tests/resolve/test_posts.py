"""Which titles mean the head, in every language that has a pack."""

from __future__ import annotations

import pytest

from contingent import lang
from contingent.resolve.posts import HEAD, one_post, post_of, sorts_of_head


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Force Commander", "Operation Commander", False),
        ("Force Commander", "Head of Mission", False),
        ("styrkechef", "Missionschef", False),
        ("Commander", "Force Commander", True),
        ("Commander", "chef for missionen", True),
        ("Mission Force Commander", "Head of Mission", True),
        ("styrkechef", "Force Commander", True),
        (None, "Force Commander", True),
    ],
)
def test_titles_of_two_sorts_are_two_posts(one: str | None, other: str, same: bool) -> None:
    assert one_post(one, other) is one_post(other, one) is same


@pytest.mark.parametrize("code", lang.languages())
def test_every_sort_of_heads_has_words_that_name_it(code: str) -> None:
    for sort, phrases in lang.load(code).tables["posts"].items():
        if sort not in ("head", "other"):
            assert all(sort in sorts_of_head(phrase.strip("*")) for phrase in phrases)
