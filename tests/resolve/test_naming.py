"""When names mean the same; the cases are the lines of ``same.csv``."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.resolve.naming import PERSONS, WORDS, groups, normal, usual

CASES = list(csv.DictReader((Path(__file__).parent / "same.csv").read_text(encoding="utf-8").splitlines()))
COMPARE = {"words": WORDS, "person": PERSONS}


@pytest.mark.parametrize("case", CASES, ids=[case["behaviour"].replace(" ", "_") for case in CASES])
def test_names_mean_the_same_or_not(case: dict[str, str]) -> None:
    comparison, one, other = COMPARE[case["compare"]], normal(case["one"]), normal(case["other"])
    same = comparison.same
    assert same(one, other) is (case["same"] == "yes")
    assert same(other, one) is (case["same"] == "yes")
    assert (len(set(groups([one, other], comparison).values())) == 1) is (case["same"] == "yes")


@given(st.text(min_size=1))
def test_the_normal_form_of_a_normal_form_is_itself(name: str) -> None:
    assert normal(normal(name)) == normal(name)


names = st.lists(
    st.sampled_from(["staff", "staffs", "stafs", "north unit", "south unit", "1 unit", "2 unit", "unit 1"])
)


@given(names, names)
def test_more_names_never_part_what_was_joined(some: list[str], more: list[str]) -> None:
    before, after = groups(some, WORDS), groups([*some, *more], WORDS)
    for one in some:
        for other in some:
            if before[one] == before[other]:
                assert after[one] == after[other]


def test_a_chain_of_slips_is_one_group() -> None:
    joined = groups(["training", "trainings", "trainngs"], WORDS)
    assert len(set(joined.values())) == 1


def test_the_usual_spelling_is_the_most_frequent_then_the_fuller() -> None:
    assert usual(Counter({"Olsen": 2, "Olesen": 1})) == "Olsen"
    assert usual(Counter({"Olsen": 1, "Olesen": 1})) == "Olesen"
