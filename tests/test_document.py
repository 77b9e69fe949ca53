"""Quotes: they exist only where their words stand."""

from __future__ import annotations

import pytest

from contingent.document import Document, Quote
from contingent.errors import QuoteError

TEXT = "Støtteelementet er i Kuwait.\u00a0Støtte\u00adelementet er i Kuwait. Ādaži — 100 % 🇩🇰 ja"


def document(text: str = TEXT) -> Document:
    return Document(text, (), "0" * 64, "text/plain")


def test_a_quote_that_is_not_in_the_text_cannot_be_made() -> None:
    with pytest.raises(QuoteError):
        Quote("Støtteelementet", 1, 16, document())
    with pytest.raises(QuoteError):
        document().find("Støtteelementet er i Bagdad")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (-3, 4), (27, 29), (0, 10**6)])
def test_a_range_that_is_empty_backwards_blank_or_outside_is_no_quote(start: int, end: int) -> None:
    text = TEXT[:28] + "  " + TEXT[30:]
    with pytest.raises(QuoteError):
        document(text if start == 27 else TEXT).quote(28 if start == 27 else start, 30 if start == 27 else end)


def test_words_that_stand_twice_have_two_places() -> None:
    first = document().find("er i Kuwait")
    second = document().find("er i Kuwait", after=first.end)
    assert first.text == second.text
    assert (first.start, second.start) == (16, 46)


def test_places_count_code_points_beyond_ascii() -> None:
    flag = document().find("🇩🇰")
    assert flag.end - flag.start == 2
    assert document().quote(flag.end + 1, flag.end + 3).text == "ja"
