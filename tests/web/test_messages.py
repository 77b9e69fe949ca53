"""The words of the pages: the same in each language, and the language that the reader wants."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from contingent.ask import Word
from contingent.ask.conflicts import ConflictKind
from contingent.ask.total import Reason
from contingent.ask.why import Standing
from contingent.claim import KINDS
from contingent.show.meanings import MEANINGS
from contingent.web.messages import LANGUAGES, messages
from contingent.web.question import preferred
from tests.web.conftest import TestClient

FOLDER = Path(__file__).parents[2] / "src" / "contingent" / "web"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_keys_with_the_same_values(language: str) -> None:
    english, own = messages("en").words, messages(language).words
    assert own.keys() == english.keys()
    assert all(fields(own[key]) == fields(english[key]) for key in english)
    assert all(own.values())


def test_every_key_of_a_template_is_there() -> None:
    english = messages("en").words
    for template in (FOLDER / "templates").iterdir():
        words = template.read_text(encoding="utf-8")
        for key in re.findall(r"""\bt\(["']([a-z_.]+[a-z])["']""", words):
            assert key in english, (template.name, key)
        for noun in re.findall(r"""t\.count\(["'](\w+)["']""", words):
            assert f"count.{noun}.one" in english


def test_every_word_that_answers_are_made_of_is_translated() -> None:
    danish = messages("da").words
    for group, keys in (
        ("word", [*Word, *Reason]),
        ("meaning", list(Word)),
        ("conflict", list(ConflictKind)),
        ("standing", list(Standing)),
        ("claim", list(KINDS)),
    ):
        assert not [key for key in map(str, keys) if f"{group}.{key}" not in danish]


def test_the_pages_and_the_terminal_tell_the_same_of_what_a_word_means() -> None:
    assert {word: messages("en").said("meaning", word.value) for word in Word} == MEANINGS


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("da", "da"),
        ("da-DK,da;q=0.9,en;q=0.5", "da"),
        ("en-GB,da;q=0.4", "en"),
        ("fr,da;q=0.2", "da"),
        ("fr;q=x", "en"),
    ],
)
def test_a_browser_gets_the_language_that_it_likes_best(accepted: str, language: str) -> None:
    assert preferred(accepted) == language


def test_an_address_decides_the_language_over_the_browser(browser: TestClient) -> None:
    danish = browser.get("/", headers={"Accept-Language": "da"}).text
    assert '<html lang="da">' in danish and "Operationer den" in danish
    assert "Operations on" in browser.get("/?lang=en", headers={"Accept-Language": "da"}).text
