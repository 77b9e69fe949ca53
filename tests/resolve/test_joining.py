"""Groups from pairs: what a merge brings along, and what a split keeps apart."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from contingent.resolve.joining import joined

NODES = range(7)
PAIRS = st.sets(st.sampled_from(list(combinations(NODES, 2))))
Pairs = set[tuple[int, int]]


def among(pairs: Pairs, one: int, other: int) -> bool:
    return (min(one, other), max(one, other)) in pairs


def test_what_is_one_with_either_of_two_merged_nodes_comes_with_them() -> None:
    links, unlike = [("A", "a"), ("B", "b")], {frozenset(pair) for pair in (("A", "B"), ("a", "b"), ("A", "b"))}
    found = joined("AaBb", links, lambda one, other: frozenset((one, other)) not in unlike, merged=[("A", "B")])
    assert set(found.values()) == {"A"}


@given(PAIRS, PAIRS, PAIRS)
def test_a_merge_parts_nothing(links: Pairs, unlike: Pairs, merged: Pairs) -> None:
    def alike(one: int, other: int) -> bool:
        return not among(unlike, one, other)

    before, after = joined(NODES, links, alike), joined(NODES, links, alike, merged)
    for one, other in combinations(NODES, 2):
        if before[one] == before[other] or (one, other) in merged:
            assert after[one] == after[other]


@given(PAIRS, PAIRS, PAIRS, PAIRS)
def test_a_split_holds_against_links_and_merges(links: Pairs, unlike: Pairs, merged: Pairs, split: Pairs) -> None:
    found = joined(NODES, links, lambda a, b: not among(unlike, a, b), merged, apart=lambda a, b: among(split, a, b))
    assert all(found[one] != found[other] for one, other in split)
    assert all(found[first] == first == min(n for n in NODES if found[n] == first) for first in found.values())
