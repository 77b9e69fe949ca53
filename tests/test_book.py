"""The book: a register held open gives the facts of the whole register, whatever happens to the register meanwhile."""

from __future__ import annotations

import functools
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from contingent.book import Book
from contingent.catalogue import load
from contingent.claim import name_of
from contingent.decision import Decision, DecisionKind
from contingent.reading import Said, Source
from contingent.register import Register, View
from contingent.resolve import resolve

EARLIER = b"Denmark takes part in NATO Mission Iraq. The Danish contribution consists of 50 soldiers.\n"
LATER = b"Denmark takes part in NATO Mission Iraq. The Danish contribution consists of 70 soldiers.\n"
OTHER = b"Norway takes part in NATO Mission Iraq with 60 soldiers.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contingent.db"


def add(path: Path, data: bytes, address: str, published: str) -> None:
    with Register(path) as register:
        register.take_in(Source(data, address, "text/plain"), Said(published, "en"))


def decide(path: Path, **fields: Any) -> Decision:
    with Register(path) as register:
        make = functools.partial(Decision, by="A. Reader", reason="misread", **fields)
        return register.decide(lambda moment: make(made_at=moment)).decision


def facts_of_whole(path: Path) -> list[Any]:
    with View(path) as view:
        return [(fact.order, fact.statements) for fact in resolve(view.claims(), load(), view.decisions())]


def facts_in(book: Book) -> list[Any]:
    return [(fact.order, fact.statements) for fact in book.facts]


def test_a_book_takes_in_what_is_added_and_decided(path: Path) -> None:
    add(path, EARLIER, "https://example.org/page", "2021-01-01")
    with Book(path) as book:
        assert facts_in(book) == facts_of_whole(path) != []
        for data, address, published in (
            (OTHER, "https://example.org/other", "2021-02-01"),
            (LATER, "https://example.org/page", "2021-03-01"),  # a new version, which replaces the earlier
            (EARLIER, "https://example.org/page", "2021-01-15"),  # the earlier one again, with another day
        ):
            add(path, data, address, published)
            assert book.refresh() > 0
            assert facts_in(book) == facts_of_whole(path)
        assert book.refresh() == 0


def test_a_book_follows_decisions_and_their_undoing(path: Path) -> None:
    add(path, EARLIER, "https://example.org/page", "2021-01-01")
    with View(path) as view:
        strength = next(item for item in view.claims() if item.claim.kind == "strength")
    with Book(path) as book:
        before = facts_in(book)
        rejection = decide(path, kind=DecisionKind.REJECT, claim_id=strength.claim_id)
        book.refresh()
        assert facts_in(book) == facts_of_whole(path) != before
        decide(path, kind=DecisionKind.UNDO, undoes=rejection.id)
        book.refresh()
        assert facts_in(book) == before


def test_a_book_takes_in_a_claim_that_a_person_enters_and_corrects(path: Path) -> None:
    add(path, EARLIER, "https://example.org/page", "2021-01-01")
    with View(path) as view:
        read = next(item for item in view.claims() if item.claim.kind == "strength")
    place = (read.document_id, read.quote_start, read.quote_end)
    entered = msgspec.structs.replace(read.claim, scope="without guards")
    about: dict[str, Any] = dict(zip(("document_id", "quote_start", "quote_end"), place, strict=True))
    about["claim_id"] = name_of(entered, *place)
    with Book(path) as book:
        before = facts_in(book)
        entry = decide(path, kind=DecisionKind.ENTER, claim=entered, **about)
        book.refresh()
        assert facts_in(book) == facts_of_whole(path) != before
        decide(path, kind=DecisionKind.CORRECT, claim=msgspec.structs.replace(entered, subject="@KFOR"), **about)
        book.refresh()
        assert facts_in(book) == facts_of_whole(path)
        assert any("Kosovo Force" in str(fact.subject) for fact in book.facts)
        decide(path, kind=DecisionKind.UNDO, undoes=entry.id)
        book.refresh()
        assert facts_in(book) == before


def test_a_book_answers_as_show_does(path: Path) -> None:
    add(path, EARLIER, "https://example.org/page", "2021-01-01")
    with Book(path) as book:
        lines = book.placemat("NMI", date(2021, 1, 1)).lines
    assert any(line.topic == "Strength" and line.text == "50 persons" for line in lines)
