"""Totals of operations, actors and elements: what counts, what is left out and why, what might be counted twice."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.ask.day import FactsOn
from contingent.ask.figures import strength_on
from contingent.ask.sums import Sums
from contingent.ask.total import Reason, Tie, Total
from contingent.ask.values import values_on
from contingent.catalogue import load
from contingent.claim import Claim, Reference, parse_reference
from contingent.fact import Evidence
from contingent.resolve import resolve
from tests.evidence import MISSION, claim, page

DENMARK, NORWAY, SWEDEN = (f"{code}@Harbour Watch" for code in ("DNK", "NOR", "SWE"))
GUARD, STAFF = f"{DENMARK}/guard", f"{DENMARK}/staff"
DAY = "2021-04-15"


def persons(subject: str, number: int | None = None, **fields: object) -> Claim:
    bounds = {} if number is None else {"low": number, "high": number}
    return claim("strength", subject, unit="persons", **bounds, **fields)


def sums(*claims: Claim, on: str = DAY, gap: int | None = None) -> Sums:
    return of_evidence(page(DAY, *claims), on, gap)


def of_evidence(items: list[Evidence], on: str = DAY, gap: int | None = None) -> Sums:
    return Sums(FactsOn(resolve(items, load()), date.fromisoformat(on), gap))


def total(subject: str, *claims: Claim, on: str = DAY, gap: int | None = None) -> Total:
    return sums(*claims, on=on, gap=gap).of(parse_reference(subject))


def words(found: Total) -> str:
    return "" if found.figure is None else found.figure.words


def counted(found: Total) -> list[str]:
    return [str(part.subject) for item in found.counted for part in item.parts or (item,)]


def left_out(found: Total) -> dict[str, str]:
    return {str(entry.subject): entry.reason.value for entry in found.left_out}


def test_a_whole_counts_in_place_of_its_parts_which_are_named() -> None:
    found = total(MISSION, persons(DENMARK, 140), persons(GUARD, 20), persons(NORWAY, 60))
    assert words(found) == "200 persons"
    assert counted(found) == [DENMARK, NORWAY]
    (within,) = found.twice
    assert (str(within.subject), str(within.other), within.in_sum) == (GUARD, DENMARK, False)


def test_parts_that_make_more_than_their_whole_are_told() -> None:
    (item,) = total(MISSION, persons(DENMARK, 140), persons(GUARD, 120), persons(STAFF, 60)).counted
    assert item.outgrown is not None
    assert (item.figure.words, item.outgrown.words) == ("140 persons", "at least 180 persons")
    (item,) = total(MISSION, persons(DENMARK, 140), persons(GUARD, 120), persons(STAFF, 20)).counted
    assert item.outgrown is None


def test_parts_without_a_whole_count_as_at_least() -> None:
    found = total(MISSION, persons(GUARD, 20), persons(STAFF, 5), claim("element", f"{DENMARK}/divers", DENMARK))
    assert words(found) == "at least 25 persons"
    assert counted(found) == [GUARD, STAFF]
    assert left_out(found) == {f"{DENMARK}/divers": "no figure"}


def test_upper_bounds_are_kept_beside_a_sum_that_others_make_at_least() -> None:
    found = total(
        MISSION, persons(DENMARK, high=140), persons(f"{NORWAY}/guard", 20), claim("participation", "SWE", MISSION)
    )
    assert words(found) == "at least 20 persons"
    assert found.known is not None
    assert found.known.words == "20 to 160 persons"


def test_a_planned_count_that_has_come_true_is_not_left_out() -> None:
    planned = persons(STAFF, 20, modality="planned", start="2021-03", end="2021-12")
    assert left_out(total(MISSION, persons(DENMARK, 140), planned)) == {STAFF: "planned"}
    assert left_out(total(MISSION, persons(DENMARK, 140), planned, persons(STAFF, 20))) == {}
    assert left_out(total(MISSION, persons(DENMARK, 140), planned, persons(STAFF, 5))) == {STAFF: "planned"}


def test_an_element_that_answers_to_another_counts_with_that_one() -> None:
    divers = [claim("element", f"{DENMARK}/divers", GUARD), claim("element", f"{DENMARK}/divers", DENMARK)]
    found = total(MISSION, persons(GUARD, 20), persons(STAFF, 5), claim("element", STAFF, GUARD), *divers)
    assert words(found) == "at least 20 persons"
    assert found.left_out == ()


def test_an_element_under_two_parents_counts_once() -> None:
    divers = f"{DENMARK}/divers"
    claims = [claim("element", divers, GUARD), claim("element", divers, STAFF), persons(divers, 7)]
    found = total(MISSION, *claims, persons(GUARD, 20), persons(STAFF, 15))
    assert words(found) == "at least 35 persons"
    assert [(str(tie.other), tie.in_sum) for tie in found.twice if str(tie.subject) == divers] == [
        (GUARD, False),
        (STAFF, True),
    ]


def test_elements_that_belong_to_each_other_count_once() -> None:
    claims = [claim("element", GUARD, STAFF), claim("element", STAFF, GUARD)]
    found = total(MISSION, *claims, persons(GUARD, 20), persons(STAFF, 15))
    assert len(counted(found)) == 1


def test_an_element_of_one_nation_under_an_element_of_another_may_count_twice() -> None:
    battlegroup = f"{NORWAY}/battlegroup"
    found = total(MISSION, persons(GUARD, 20), persons(battlegroup, 800), claim("element", GUARD, battlegroup))
    assert words(found) == "at least 820 persons"
    (tie,) = found.twice
    assert (str(tie.subject), str(tie.other), tie.in_sum) == (GUARD, battlegroup, True)


@pytest.mark.parametrize(
    ("claims", "on", "reason"),
    [
        ([claim("participation", "SWE", MISSION)], DAY, "no figure"),
        ([claim("participation", "SWE", MISSION)], "2021-04-14", "unknown"),
        ([claim("participation", "SWE", MISSION, start="2021")], DAY, "no figure"),
        ([claim("participation", "SWE", MISSION, modality="past")], "2021-04-01", "possible only"),
        ([persons(SWEDEN, 50, modality="planned", start="2021", end="2022")], DAY, "planned"),
        ([persons(SWEDEN, high=50, modality="authorised")], DAY, "authorised"),
        ([claim("participation", "SWE", MISSION, end="2020", modality="past")], DAY, "ended"),
        ([claim("participation", "SWE", MISSION, start="2021-09", modality="planned")], "2021-02-01", "not yet"),
    ],
)  # fmt: skip
def test_what_does_not_count_is_left_out_with_its_reason(claims: list[Claim], on: str, reason: str) -> None:
    found = total(MISSION, persons(NORWAY, 60, start="2020"), *claims, on=on)
    assert left_out(found)[SWEDEN] == reason
    opens = reason in ("no figure", "unknown", "possible only")
    assert words(found) == ("at least 60 persons" if opens else "60 persons")


def test_a_plan_stands_beside_what_counts() -> None:
    found = total(MISSION, persons(DENMARK, 140), persons(GUARD, 20, modality="planned", start="2021", end="2022"))
    assert words(found) == "140 persons"
    (plan,) = found.left_out
    assert (str(plan.subject), plan.reason, plan.words) == (GUARD, Reason.PLANNED, "20 persons")


def test_a_figure_older_than_the_gap_does_not_count() -> None:
    assert words(total(MISSION, persons(DENMARK, 140), on="2021-07-15", gap=100)) == "140 persons"
    found = total(MISSION, persons(DENMARK, 140), on="2021-08-15", gap=100)
    assert found.figure is None
    assert left_out(found) == {DENMARK: "unknown"}


def test_more_countries_than_are_named_make_a_sum_at_least() -> None:
    members = claim("membership", MISSION, low=2, high=2, unit="countries")
    assert words(total(MISSION, persons(DENMARK, 140), members)) == "at least 140 persons"
    assert words(total(MISSION, persons(DENMARK, 140), persons(NORWAY, 60), members)) == "200 persons"


def test_the_parts_of_an_operation_itself_count_only_where_no_contribution_does() -> None:
    east, west = f"{MISSION}/East Command", f"{MISSION}/West Command"
    figures = [persons(east, 300), persons(west, 200)]
    assert words(total(MISSION, *figures)) == "at least 500 persons"
    found = total(MISSION, *figures, persons(DENMARK, 140))
    assert words(found) == "140 persons"
    assert {str(tie.subject) for tie in found.twice} == {east, west}


PATROL, PATROLLING = "@Harbour Patrol", "DNK@Harbour Patrol"
NESTED = claim("element", PATROL, MISSION)


def test_what_is_sent_to_an_operation_within_another_counts_there_once() -> None:
    found = total(MISSION, NESTED, persons(PATROLLING, 30), persons(DENMARK, 140), persons("SWE@Harbour Patrol", 50))
    assert words(found) == "at least 190 persons"
    assert counted(found) == [DENMARK, "SWE@Harbour Patrol"]
    assert words(total("DNK", NESTED, persons(PATROLLING, 30), persons(DENMARK, 140))) == "140 persons"


@pytest.mark.parametrize("claims", [[persons(PATROLLING, 30)], [persons(f"{PATROLLING}/guard", 30)]])
def test_an_operation_within_another_gives_its_figure_to_a_contribution_without_one(claims: list[Claim]) -> None:
    found = total("DNK", NESTED, *claims, claim("participation", "DNK", MISSION))
    assert words(found) == "at least 30 persons"


def test_an_operation_named_as_a_part_of_another_is_within_it() -> None:
    part = claim("element", f"{MISSION}/harbour patrol", MISSION)
    found = total(MISSION, part, persons(PATROLLING, 30), persons(NORWAY, 60))
    assert words(found) == "at least 90 persons"
    assert counted(found) == [PATROLLING, NORWAY]
    assert words(total("DNK", part, persons(PATROLLING, 30), persons(DENMARK, 140))) == "140 persons"
    everything = sums(part, persons(MISSION, 500), persons(f"{MISSION}/harbour patrol", 80), persons(PATROLLING, 30))
    assert words(everything.of_all()) == "500 persons"
    assert words(total(MISSION, part, persons(f"{MISSION}/harbour patrol", 80), claim("task", PATROL, "patrol"))) == (
        "at least 80 persons"
    )


def test_all_operations_count_each_within_another_once() -> None:
    found = sums(NESTED, persons(MISSION, 500), persons(PATROL, 80), persons("DNK@Bay Guard", 10)).of_all()
    assert words(found) == "510 persons"
    assert [str(item.subject) for item in found.counted] == ["@Bay Guard", MISSION]
    (tie,) = found.twice
    assert (str(tie.subject), tie.in_sum) == (PATROL, False)


def test_a_unit_that_serves_two_operations_counts_once_for_its_actor() -> None:
    ship = f"{DENMARK}/frigate"
    claims = [persons(DENMARK, 140), persons(ship, 100), claim("element", ship, "@Bay Guard")]
    found = total("DNK", *claims)
    assert words(found) == "at least 140 persons"
    assert left_out(found) == {"DNK@Bay Guard": "counted elsewhere"}
    assert words(total("@Bay Guard", *claims)) == "at least 100 persons"
    (tie,) = [tie for tie in sums(*claims).of_all().twice if str(tie.subject) == ship]
    assert tie.in_sum


def test_support_for_another_operation_is_told_where_both_count() -> None:
    support = claim("support", f"{DENMARK}/support element", PATROLLING)
    found = total("DNK", support, persons(DENMARK, 140), persons(PATROLLING, 30))
    (tie,) = found.twice
    assert (tie.tie, str(tie.other), tie.in_sum) == (Tie.SUPPORTS, PATROLLING, True)
    (tie,) = total(MISSION, support, persons(DENMARK, 140), persons(PATROLLING, 30)).twice
    assert not tie.in_sum
    (tie,) = sums(support, persons(DENMARK, 140), persons(PATROLLING, 30)).of_all().twice
    assert tie.in_sum
    assert sums(support, persons(DENMARK, 140), persons("NOR@Harbour Patrol", 30)).of_all().twice == ()


def test_an_own_unit_of_an_actor_counts_where_it_serves() -> None:
    found = total(MISSION, claim("element", "NGA/7 Division", MISSION), persons("NGA/7 Division", 900))
    assert words(found) == "at least 900 persons"
    assert found.twice == ()


def test_the_home_unit_of_an_element_counts_nobody_twice() -> None:
    found = total(MISSION, persons(GUARD, 20), claim("element", GUARD, "DNK/Life Guards"))
    assert found.twice == ()


def test_the_own_figure_of_an_operation_stands_beside_the_sum() -> None:
    found = total(MISSION, persons(MISSION, 500), persons(DENMARK, 140))
    assert (words(found), found.own.figure and found.own.figure.words) == ("140 persons", "500 persons")
    assert found.best == found.own.figure


def test_figures_of_one_day_that_differ_make_a_range() -> None:
    found = total(MISSION, persons(DENMARK, 140), persons(DENMARK, 185))
    assert words(found) == "140 to 185 persons"
    assert found.counted[0].figure.differ
    assert len(found.counted[0].figure.variants) == 2


def test_civilians_are_another_unit_and_stand_beside() -> None:
    found = total(MISSION, persons(DENMARK, 140), claim("strength", DENMARK, low=9, high=9, unit="civilians"))
    assert words(found) == "140 persons"
    assert [(entry.reason.value, entry.words) for entry in found.left_out] == [("another unit", "9 civilians")]


def test_a_figure_that_leaves_nothing_out_is_preferred() -> None:
    found = total(MISSION, persons(DENMARK, 100, scope="without the divers"), persons(DENMARK, 140))
    assert words(found) == "140 persons"


days = st.dates(date(2021, 1, 1), date(2021, 6, 30))
counts = st.sampled_from([(100, 100), (105, 105), (140, 140), (None, 130), (120, None)])


@given(st.lists(st.tuples(days, counts, st.sampled_from([None, "without the band"])), min_size=1, max_size=5), days)
def test_the_figure_of_a_day_holds_the_values_of_that_day(
    said: list[tuple[date, tuple[int | None, int | None], str | None]], on: date
) -> None:
    claims = [(day, persons(DENMARK, low=low, high=high, scope=scope)) for day, (low, high), scope in said]
    (fact,) = resolve([item for day, made in claims for item in page(str(day), made, publisher=made.quote)], load())
    figure = strength_on(FactsOn([fact], on), parse_reference(DENMARK)).figure
    values = values_on(fact.statements, (), on)
    assert (figure is None) == (not values)
    if figure is not None:
        scope = figure.scopes[0] if figure.scopes else None
        of_scope = [value for value in values if value.scope == scope]
        assert figure.low == min(value.quantity.low or 0 for value in of_scope)
        assert figure.high == max((v.quantity.high for v in of_scope), key=lambda high: high or float("inf"))
        assert figure.age == max((value.age for value in of_scope if value.age), default=None)


@given(
    st.lists(st.tuples(days, days, st.sampled_from((DENMARK, GUARD, PATROLLING, MISSION, PATROL))), max_size=6), days
)
def test_all_operations_count_as_each_does_by_itself(said: list[tuple[date, date, str]], on: date) -> None:
    items = page("2021-07-01", claim("element", GUARD, PATROL), claim("existence", MISSION, end="2021-05"))
    for published, start, subject in said:
        stated = persons(subject, 10 + start.day, start=str(start) if start < published else None)
        items += page(str(published), stated, publisher=f"{subject} {start}")
    every = of_evidence(items, str(on))
    counted_in_all = {item.subject: item.figure for item in every.of_all().counted}
    for operation in map(parse_reference, (MISSION, PATROL)):
        assert counted_in_all.get(operation) == every.of(operation).best


NAMES = ("guard", "staff", "divers", "band")
numbers = st.none() | st.integers(1, 900)
edges = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda edge: edge[0] != edge[1])


@given(
    st.dictionaries(st.sampled_from(("DNK", "NOR", "SWE")), numbers, min_size=1),
    st.dictionaries(st.sampled_from(NAMES), numbers),
    st.lists(edges, max_size=5),
    st.randoms(use_true_random=False),
)
def test_no_person_counts_twice_and_order_does_not_matter(
    nations: dict[str, int | None], elements: dict[str, int | None], below: list[tuple[str, str]], random: Random
) -> None:
    claims = [claim("participation", code, MISSION) for code in nations]
    claims += [persons(f"{code}@Harbour Watch", number) for code, number in nations.items() if number]
    claims += [claim("element", f"{DENMARK}/{name}", DENMARK) for name in elements]
    claims += [persons(f"{DENMARK}/{name}", number) for name, number in elements.items() if number]
    claims += [claim("element", f"{DENMARK}/{inner}", f"{DENMARK}/{outer}") for inner, outer in below]
    items = page(DAY, *claims)
    found = of_evidence(items).of(parse_reference(MISSION))
    random.shuffle(items)
    again = of_evidence(items).of(parse_reference(MISSION))
    assert (words(found), counted(found), left_out(found)) == (words(again), counted(again), left_out(again))

    figures = {Reference(code, "Harbour Watch", ()): number for code, number in nations.items()}
    figures |= {Reference("DNK", "Harbour Watch", (name,)): number for name, number in elements.items()}
    each = [part for item in found.counted for part in item.parts or (item,)]
    assert len({part.subject for part in each}) == len(each)
    assert all(part.figure.low == figures[part.subject] for part in each)
    wholes = {item.subject: item for item in found.counted}
    for code, number in nations.items():
        if number:
            # What is known of the whole is never more and never less because of its parts.
            assert wholes[Reference(code, "Harbour Watch", ())].figure.words == f"{number} persons"
    there = nations if not elements and not below else {"DNK": None, **nations}
    missing = any(not number for number in there.values())
    if found.figure is not None:
        assert found.figure.low == sum(part.figure.low for part in each)
        assert (found.figure.high is None) == missing
