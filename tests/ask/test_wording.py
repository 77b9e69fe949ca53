"""How times and references are put into words."""

from __future__ import annotations

import pytest

from contingent.ask.wording import reference_name, stated_time
from contingent.catalogue import load
from contingent.claim import parse_reference
from contingent.claim_words import time_words
from contingent.fact import Statement
from contingent.period import period_of
from tests.evidence import MISSION, claim, page


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, None),
        ("2020-12", None, "from 2020-12"),
        ("2020-12", "2022-05", "from 2020-12 until 2022-05"),
        ("2020-12", "2022-05-01/2022-08-31", "from 2020-12, ending between 2022-05 and 2022-08"),
        ("2021-10-04/2021-10-10", None, "starting between 2021-10-04 and 2021-10-10"),
        ("2021-10-04/2021-10-10", "2021-10-04/2021-10-10", "at some time between 2021-10-04 and 2021-10-10"),
        ("2021-10-05", "2021-10-05", "on 2021-10-05"),
        ("2021-09", "2021-09", "in 2021-09"),
    ],
)
def test_times_in_words(start: str | None, end: str | None, words: str | None) -> None:
    assert time_words(start, end) == words


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("DNK@Harbour Watch/Guard", "Denmark: Guard"),
        ("DNK@Harbour Watch", "Denmark"),
        ("@Harbour Watch/Guard", "Guard"),
        ("@Harbour Watch", "Harbour Watch"),
        ("DNK@Kosovo Force/Guard", "Denmark in Kosovo Force: Guard"),
    ],
)
def test_an_answer_about_an_operation_does_not_repeat_its_name(reference: str, words: str) -> None:
    assert reference_name(parse_reference(reference), load(), within="Harbour Watch") == words


SPELLS = [
    # published, start and end as stated; what is shown of them together
    ((("2021-06-01", "2020", None),), ("2020", None)),
    ((("2021-06-01", "2020", None), ("2022-06-01", "2020-05", None)), ("2020-05", None)),
    ((("2021-06-01", None, None), ("2022-06-01", "2022-05", None)), (None, None)),
    ((("2021-06-01", None, "2021-12"), ("2022-06-01", "2022-05", None)), ("2022-05", "2021-12")),
]


@pytest.mark.parametrize(("stated", "shown"), SPELLS)
def test_a_start_after_a_day_on_which_the_thing_was_so_is_not_its_start(
    stated: tuple[tuple[str, str | None, str | None], ...], shown: tuple[str | None, str | None]
) -> None:
    statements = []
    for published, start, end in stated:
        (item,) = page(published, claim("participation", "DNK", MISSION, start=start, end=end))
        statements.append(Statement(item, period_of(start, end, None, "actual", published)))
    assert stated_time(statements) == shown
