"""The word of a fact on a day, rule by rule; the rules and their cases are the lines of ``answers.csv``."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.ask import Word, answer
from contingent.fact import Statement
from contingent.period import period_of
from tests.evidence import claim, page

CASES = list(csv.DictReader((Path(__file__).parent / "answers.csv").read_text(encoding="utf-8").splitlines()))


def stated(modality: str, start: str | None, end: str | None, as_of: str | None, published: str | None) -> Statement:
    """One statement of one fact, as its document would make it."""
    made = claim("task", "DNK@Harbour Watch", "train", modality=modality, start=start, end=end, as_of=as_of)
    (item,) = page(published, made)
    return Statement(item, period_of(start, end, as_of, modality, published))


@pytest.mark.parametrize("case", CASES, ids=[case["behaviour"].replace(" ", "_") for case in CASES])
def test_word_for_a_day(case: dict[str, str]) -> None:
    statements = []
    for line in case["statements"].split(";"):
        modality, *bounds = (None if part == "-" else part for part in line.split())
        statements.append(stated(modality or "", *bounds))
    found = answer(statements, date.fromisoformat(case["day"]))
    assert found.word == case["word"]
    assert found.age == (int(case["age"]) if case["age"] else None)
    assert list(found.remarks) == ([case["remark"]] if case["remark"] else [])


days = st.dates(date(2019, 1, 1), date(2023, 12, 31))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    start = draw(st.none() | days)
    end = draw(st.none() | st.dates(start or date(2019, 1, 1), date(2023, 12, 31)))
    published = draw(st.none() | days)
    modality = draw(st.sampled_from(["actual", "past", "planned", "authorised"]))
    bounds = [None if day is None else day.isoformat() for day in (start, end)]
    return stated(modality, *bounds, None, None if published is None else published.isoformat())


@given(st.lists(statements(), max_size=5), statements(), days)
def test_more_evidence_never_removes_a_stated_day(known: list[Statement], new: Statement, day: date) -> None:
    if answer(known, day).word is Word.STATED:
        assert answer([*known, new], day).word is Word.STATED


@given(st.lists(statements(), max_size=5), days, st.randoms())
def test_the_order_of_statements_does_not_matter(known: list[Statement], day: date, random: Random) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)
    one, other = answer(known, day), answer(shuffled, day)
    assert (one.word, one.age, set(one.remarks)) == (other.word, other.age, set(other.remarks))
    assert {id(s) for s in one.grounds} == {id(s) for s in other.grounds}


@given(st.lists(statements(), max_size=5), days)
def test_every_word_but_unknown_has_grounds(known: list[Statement], day: date) -> None:
    found = answer(known, day)
    assert bool(found.grounds) is (found.word is not Word.UNKNOWN)


def test_a_witness_shows_that_the_thing_was_there() -> None:
    seen = stated("past", "2021-06-01", "2021-06-07", None, "2021-06-14")
    assert answer([], date(2021, 6, 3), [seen]).word is Word.STATED
    assert answer([], date(2021, 6, 17), [seen]).age == 10


def test_a_witness_never_ends_the_thing() -> None:
    own = stated("actual", None, None, None, "2021-04-15")
    seen = stated("past", None, None, None, "2021-05-01")
    assert answer([own], date(2021, 6, 1), [seen]).word is Word.PRESUMED


@pytest.mark.parametrize(("gap", "word"), [(None, "presumed"), (77, "presumed"), (76, "unknown"), (0, "unknown")])
def test_the_gap_rule_limits_what_is_presumed_after_the_last_statement(gap: int | None, word: str) -> None:
    known = [stated("actual", None, None, None, "2021-04-15")]
    assert answer(known, date(2021, 7, 1), gap=gap).word == word


@pytest.mark.parametrize(("gap", "word"), [(None, "presumed"), (45, "presumed"), (44, "unknown")])
def test_the_gap_rule_limits_what_is_presumed_between_statements(gap: int | None, word: str) -> None:
    known = [stated("actual", None, None, None, day) for day in ("2021-01-01", "2021-04-01")]
    assert answer(known, date(2021, 2, 15), gap=gap).word == word
