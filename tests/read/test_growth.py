"""Work grows with the length of the text, whatever the text; what takes too long is given up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contingent import lang
from contingent.errors import DocumentError
from contingent.formats import parse
from contingent.read import read
from tests.hostile import PAGES, SENTENCE
from tests.steps import assert_steps_grow_with_length


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", lang.languages())
def test_steps_grow_with_the_length_of_the_text(name: str, language: str) -> None:
    def reading(characters: int) -> Callable[[], object]:
        document = parse(PAGES[name](characters).encode(), address="page.txt")
        return lambda: read(document, published="2021-04-15", language=language)

    assert_steps_grow_with_length(reading)


def test_work_that_grows_with_the_square_of_the_length_is_noticed() -> None:
    def pairs(characters: int) -> Callable[[], object]:
        words = range(characters // 40)
        return lambda: sum(1 for _ in words for _ in words)

    with pytest.raises(AssertionError, match="steps for"):
        assert_steps_grow_with_length(pairs)


def test_reading_ends_with_the_error_of_whoever_watches_the_time() -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls > 50:
            raise DocumentError("The time is up.")

    document = parse((SENTENCE * 100).encode(), address="page.txt")
    with pytest.raises(DocumentError, match="time is up"):
        read(document, published=None, language="en", check_time=check)
