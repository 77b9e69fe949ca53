"""Which statements of one post stand: a taking over before an appointment, an unbroken posting before a name within."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from contingent.ask import placemat
from contingent.catalogue import load
from contingent.fact import Evidence
from contingent.resolve import resolve
from contingent.resolve.standing import is_appointment, named_within_another, outranked_starts
from tests.evidence import MISSION, claim, page


def posting(published: str, name: str, quote: str = "is commander", **fields: Any) -> list[Evidence]:
    said = {"title": "Commander", "quote": f"{name} {quote}", **fields}
    return page(published, claim("posting", name, MISSION, **said))


APPOINTED = posting("2014-08-05", "Ida Holm", "was appointed commander", start="2014-08-01")
CEREMONY = posting("2014-08-06", "Ida Holm", "took over command in a ceremony", start="2014-08-03")


@pytest.mark.parametrize(
    ("quote", "appointment"),
    [
        ("was appointed commander", True),
        ("blev udnævnt til chef", True),
        ("wurde zum Kommandeur ernannt", True),
        ("took over as commander", False),
        ("overtog posten", False),
    ],
)
def test_an_appointment_is_told_by_its_words(quote: str, appointment: bool) -> None:
    (item,) = posting("2014-08-05", "Ida Holm", quote)
    assert is_appointment(item.claim) is appointment


def test_a_taking_over_outranks_an_appointment_as_the_start() -> None:
    (fact,) = resolve([*APPOINTED, *CEREMONY], load())
    assert [s.claim.start for s in outranked_starts(fact.statements)] == ["2014-08-01"]
    (head,) = [line for line in placemat([*APPOINTED, *CEREMONY], "Harbour Watch", date(2014, 9, 1)).lines if line.fact]
    assert (head.start, "appointed 2014-08-01" in head.remarks) == ("2014-08-03", True)
    assert len({*head.notes, *head.further}) == 2


def test_an_appointment_alone_or_of_the_same_time_is_the_start() -> None:
    (alone,) = resolve(APPOINTED, load())
    assert outranked_starts(alone.statements) == ()
    month = posting("2014-09-06", "Ida Holm", "took over command", start="2014-08")
    (fact,) = resolve([*APPOINTED, *month], load())
    assert outranked_starts(fact.statements) == ()


def test_who_is_named_within_the_posting_of_another_is_in_conflict_with_it() -> None:
    pages = [posting(day, "Ida Holm") for day in ("2023-02-04", "2024-10-11", "2025-01-18")]
    other = posting("2025-02-01", "Nora Vik", as_of="2024", modality="past")
    facts = resolve([item for made in (*pages, other) for item in made], load())
    (within,) = named_within_another(facts)
    assert (within.fact.subject, within.other.subject) == ("Nora Vik", "Ida Holm")
    assert (str(within.first), str(within.last)) == ("2024-01-01", "2024-12-31")
    assert named_within_another(facts, gap=90) == ()


def test_of_two_who_follow_each_other_neither_lies_within_the_other() -> None:
    facts = resolve([*posting("2023-02-04", "Ida Holm"), *posting("2024-02-04", "Nora Vik")], load())
    assert named_within_another(facts) == ()


def test_heads_of_different_sorts_stand_beside_each_other() -> None:
    pages = [posting(day, "Ida Holm", title="Operation Commander") for day in ("2023-02-04", "2025-01-18")]
    force = posting("2024-02-04", "Nora Vik", title="Force Commander")
    facts = resolve([item for made in (*pages, force) for item in made], load())
    assert named_within_another(facts) == ()
