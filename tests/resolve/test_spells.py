"""Statements of one fact join into spells: contiguous unless an end, a return, a move or a long gap lies between."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.catalogue import load
from contingent.claim import parse_reference
from contingent.fact import Statement
from contingent.period import Period, period_of
from contingent.period_ranges import from_ranges, to_ranges
from contingent.resolve import resolve
from contingent.resolve.mobility import is_mobile, spells_of
from contingent.resolve.spells import Spell, spells
from tests.evidence import claim, page

JANUARY, MARCH, MAY = "2021-01-15", "2021-03-15", "2021-05-15"


def said(
    published: str | None,
    start: str | None = None,
    end: str | None = None,
    as_of: str | None = None,
    modality: str = "actual",
) -> Statement:
    made = claim("task", "DNK@Harbour Watch", "train", modality=modality, start=start, end=end, as_of=as_of)
    (item,) = page(published, made)
    return Statement(item, period_of(start, end, as_of, modality, published))


def days(found: tuple[Spell, ...]) -> list[tuple[str, str]]:
    certain = (spell.period.certain or ("none", "none") for spell in found)
    return [(str(first), str(last)) for first, last in certain]


def test_statements_are_contiguous_by_default() -> None:
    assert days(spells([said(MAY), said(JANUARY)])) == [(JANUARY, MAY)]


@pytest.mark.parametrize(
    ("between", "parted"),
    [
        (said(MARCH, modality="past"), True),
        (said("2021-06-01", end="2021-02", modality="past"), True),
        (said(MAY, start="2021-04"), True),
        (said("2021-01-20", end="2021-03"), False),
        (said(MARCH), False),
    ],
    ids=["over by then", "a dated end", "a return", "an end that was only announced", "seen in between"],
)
def test_an_end_or_a_return_between_parts_two_spells(between: Statement, parted: bool) -> None:
    assert len(spells([said(JANUARY), between, said(MAY)])) == (2 if parted else 1)


def test_an_end_is_the_end_of_the_spell_before_it() -> None:
    first, second = spells(
        [said("2019-05-01"), said("2020-06-01", start="2020-02"), said(MAY, modality="past")], gap=60
    )
    assert (first.period.ends_known, second.period.ends_known) == (False, True)


def test_an_end_after_which_the_thing_was_seen_is_none_of_the_spell() -> None:
    (spell,) = spells([said("2021-01-20", end="2021-03"), said(MAY)])
    assert not spell.period.ends_known


def test_a_move_between_parts_two_spells() -> None:
    seen = [said(JANUARY), said(MAY)]
    assert len(spells(seen, moves=[date(2021, 3, 1)])) == 2
    assert len(spells(seen, moves=[date(2021, 1, 15), date(2021, 6, 1)])) == 1


@pytest.mark.parametrize(("gap", "count"), [(None, 1), (120, 1), (119, 2), (0, 2)])
def test_a_gap_that_is_longer_than_the_rule_parts_two_spells(gap: int | None, count: int) -> None:
    assert len(spells([said(JANUARY), said(MAY)], gap)) == count


def test_more_than_a_day_parts_the_spells_of_a_mobile_unit() -> None:
    seen = [said(day) for day in ("2013-04-19", "2013-04-20", "2013-04-22")]
    assert days(spells(seen, mobile=True)) == [("2013-04-19", "2013-04-20"), ("2013-04-22", "2013-04-22")]
    assert len(spells(seen, gap=0, mobile=True)) == 3


def test_what_was_so_at_some_time_joins_the_spell_near_it() -> None:
    at_some_time = said(None, as_of="2021-03")
    assert len(spells([said(JANUARY), at_some_time])) == 1
    found = spells([said(JANUARY), at_some_time, said("2022-01-01")], gap=40)
    assert [len(spell.statements) for spell in found] == [1, 1, 1]


def test_plans_and_permissions_tell_of_no_spell() -> None:
    assert spells([said(JANUARY, modality="planned"), said(JANUARY, modality="authorised")]) == ()


@pytest.mark.parametrize(
    ("name", "mobile"),
    [
        ("502 Light Infantry Battalion", True),
        ("let infanteribataljon", True),
        ("HDMS Absalon", True),
        ("fregatten Esbern Snare", True),
        ("frigate", True),
        ("ship inspection team", False),
        ("National Support Element", False),
        ("1 Brigade", False),
    ],
)
def test_what_makes_a_unit_mobile(name: str, mobile: bool) -> None:
    assert is_mobile(parse_reference(f"DNK@Harbour Watch/{name}"), load()) is mobile
    assert is_mobile(parse_reference(f"DNK@Harbour Watch/{name}/staff"), load()) is mobile


some_day = st.dates(date(2020, 1, 1), date(2021, 12, 31))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    start = draw(st.none() | some_day)
    end = draw(st.none() | st.dates(start or date(2020, 1, 1), date(2021, 12, 31)))
    published, modality = draw(st.none() | some_day), draw(st.sampled_from(["actual", "past", "planned"]))
    bounds = [None if day is None else day.isoformat() for day in (published, start, end)]
    return said(*bounds, None, modality)


lists = st.lists(statements(), max_size=7)
gaps = st.none() | st.integers(0, 400)


@given(lists, gaps, st.booleans(), st.lists(some_day, max_size=2), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(
    known: list[Statement], gap: int | None, mobile: bool, moves: list[date], order: random.Random
) -> None:
    shuffled = list(known)
    order.shuffle(shuffled)
    one, other = spells(known, gap, mobile, moves), spells(shuffled, gap, mobile, moves)
    assert [spell.period for spell in one] == [spell.period for spell in other]
    assert [{s.order for s in spell.statements} for spell in one] == [
        {s.order for s in spell.statements} for spell in other
    ]


@given(lists, gaps)
def test_every_statement_of_presence_is_in_one_spell(known: list[Statement], gap: int | None) -> None:
    inside = sorted(id(s) for spell in spells(known, gap) for s in spell.statements)
    assert inside == sorted(id(s) for s in known if s.tells_of_presence)


@given(lists, gaps)
def test_what_is_certain_stays_certain_and_spells_do_not_meet(known: list[Statement], gap: int | None) -> None:
    found = spells(known, gap)
    certain = [spell.period.certain for spell in found if spell.period.certain is not None]
    for statement in known:
        if statement.tells_of_presence and (stated := statement.period.certain) is not None:
            assert any(first <= stated[0] and stated[1] <= last for first, last in certain)
    assert all(last < first for (_, last), (first, _) in pairwise(certain))


@given(lists, gaps)
def test_a_shorter_gap_never_joins_what_a_longer_one_parts(known: list[Statement], gap: int | None) -> None:
    assert len(spells(known, 0 if gap is None else gap // 2)) >= len(spells(known, gap))


@given(lists, gaps)
def test_spells_survive_as_the_ranges_of_the_handbook(known: list[Statement], gap: int | None) -> None:
    for spell in spells(known, gap):
        back = from_ranges(to_ranges(spell.period))
        assert same_days(back, spell.period)


def same_days(one: Period, other: Period) -> bool:
    return all(
        one.on(day) is other.on(day) for day in (date(2019, 6, 1) + timedelta(days=n) for n in range(0, 1100, 3))
    )


def test_a_fact_about_a_mobile_unit_is_parted_by_its_words() -> None:
    seen = [
        page(day, claim("location", f"MMR/{unit}", "Lashio Township", role="area"))
        for day in ("2020-04-24", "2020-04-25", "2020-05-01")
        for unit in ("99 Light Infantry Division", "1 Brigade")
    ]
    facts = {str(f.subject): f for f in resolve([item for made in seen for item in made], load())}
    assert len(spells_of(facts["MMR/99 Light Infantry Division"], load())) == 2
    assert len(spells_of(facts["MMR/1 Brigade"], load())) == 1
