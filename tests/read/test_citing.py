"""Quotes: a quote can be found again, even where its words stand in several places."""

from __future__ import annotations

from contingent.formats import parse
from contingent.read import read


def test_words_that_stand_before_are_cited_with_the_words_behind_them() -> None:
    text = "KFOR and Sector Two\n\nNorway takes part in KFOR. Sector Two of KFOR has its headquarters in Pristina."
    document = parse(text.encode(), address="page.txt")
    for cited in read(document, published="2021-04-15", language="en"):
        earlier = document.text.find(cited.claim.quote) < cited.quote.start
        assert not earlier, cited.claim.quote


def test_a_quote_has_no_blanks_or_signs_at_its_ends() -> None:
    document = parse(b"Norway (90), Sweden (12) and Finland (20) take part in KFOR.", address="page.txt")
    for cited in read(document, published="2021-04-15", language="en"):
        assert cited.claim.quote == cited.claim.quote.strip(" ,;:")
