"""Answers over all time agree with the answers of each day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.ask.answer import Word
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts
from contingent.ask.stretches import FactsOver, Stretch
from contingent.ask.values import values_on
from contingent.catalogue import load
from contingent.claim import Claim, parse_reference
from contingent.fact import Evidence
from contingent.resolve import resolve
from tests.ask.harbour_watch import ALL
from tests.evidence import MISSION, claim, page

DENMARK, GUARD = "DNK@Harbour Watch", "DNK@Harbour Watch/guard"
FIRST, LAST = date(2020, 11, 1), date(2021, 6, 30)


def facts_of(*items: Evidence) -> Facts:
    return Facts(resolve(items, load()))


def told(stretches: Iterable[Stretch], day: date) -> tuple[Word, list[object]]:
    (stretch,) = [stretch for stretch in stretches if stretch.holds(day)]
    return stretch.word, [(value.quantity, value.scope) for value in stretch.values]


def assert_agreement(facts: Facts, gap: int | None, days: list[date]) -> None:
    """Every stretch of every fact says what the answer of each of the days says, and each day is in just one."""
    over = FactsOver(facts, gap)
    answers = [(fact, over.answers(fact)) for fact in facts]
    presences = [(thing, over.presence(thing)) for thing in map(parse_reference, (MISSION, DENMARK))]
    for day in days:
        seen = FactsOn(facts, day, gap)
        for fact, stretches in answers:
            found = seen.answer(fact)
            assert seen.word(fact) is found.word
            own = [statement for statement in found.grounds if statement in fact.statements]
            values = values_on(fact.statements, own, day) if found.word.in_force else ()
            assert told(stretches, day) == (found.word, [(value.quantity, value.scope) for value in values]), (
                fact,
                day,
            )
        for thing, stretches in presences:
            assert told(stretches, day)[0] is seen.presence(thing).word is seen.word_of_presence(thing)


@pytest.mark.parametrize("gap", [None, 20, 200])
def test_every_day_of_a_small_world_agrees_with_its_answer(gap: int | None) -> None:
    days = [date(2018, 6, 20) + timedelta(days) for days in range(0, 1600, 5)]
    assert_agreement(facts_of(*ALL), gap, days)


day = st.dates(FIRST, LAST)
bound = day.map(date.isoformat) | day.map(lambda day: day.isoformat()[:7]) | day.map(lambda day: str(day.year))
published = st.none() | day.map(date.isoformat) | day.map(lambda day: day.isoformat()[:7])


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim about one small operation, with any time that makes sense."""
    start, end = draw(st.none() | bound), draw(st.none() | bound)
    if start is not None and end is not None and start[:4] > end[:4]:
        start, end = end, start
    times = {
        "start": start,
        "end": end,
        "as_of": draw(st.none() | bound) if start is None and end is None else None,
        "modality": draw(st.sampled_from(["actual", "past", "planned", "authorised"])),
    }
    number = draw(st.sampled_from([100, 105, 140]))
    low, high = draw(st.sampled_from([(number, number), (None, number), (number, None)]))
    return draw(
        st.sampled_from(
            [
                claim("strength", DENMARK, low=low, high=high, unit="persons", **times),
                claim("element", GUARD, DENMARK, **times),
                claim("existence", MISSION, **{**times, "as_of": None}),
                claim("participation", "DNK", MISSION, **times),
                claim("posting", draw(st.sampled_from(["Ida Holm", "Nora Vik"])), MISSION, title="Commander", **times),
                claim("location", GUARD, "Korsør", role="base", **times),
            ]
        )
    )


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(published, claims()), min_size=1, max_size=6), st.sampled_from([None, 10, 60]))
def test_every_day_agrees_with_the_answer_of_that_day(pages: list[tuple[str | None, Claim]], gap: int | None) -> None:
    items = [item for day, stated in pages for item in page(day, stated, publisher=stated.quote)]
    days = [FIRST + timedelta(days) for days in range(-40, 290)]
    assert_agreement(facts_of(*items), gap, days)
