"""Groups from pairs: what is one when these pairs are the same, and those must be kept apart.

    group_of = joined(nodes, links, alike)

The law of this module: groups are the connected parts of the links, so they never depend on an order. Where a
part would hold two nodes that must be kept apart, whatever could belong to either belongs to neither; what a
person decided goes before what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any, TypeVar

Node = TypeVar("Node", bound=Any)
"""Anything that can be hashed and sorted."""


Pair = tuple[Node, Node]
Test = Callable[[Node, Node], bool]


def _never(_one: object, _other: object) -> bool:
    return False


def _always(_one: object, _other: object) -> bool:
    return True


def joined(
    nodes: Iterable[Node],
    links: Iterable[Pair[Node]],
    alike: Test[Node] = _always,
    merged: Iterable[Pair[Node]] = (),
    apart: Test[Node] = _never,
) -> dict[Node, Node]:
    """For each node the first, in sorted order, of the group that it belongs to.

    ``links`` are pairs that are the same if nothing speaks against it. Two nodes that are not ``alike`` are never in
    one group: the links of every node that could belong to either of two such nodes are given up, and where a chain
    still joins them, all links of the group. ``merged`` are pairs that are one on a person's word, alike or not;
    nodes that are ``apart`` are two on a person's word, whatever links or merged pairs say. Both tests must be
    symmetric; pairs of nodes that are not among ``nodes`` are left out.
    """
    ordered = sorted(set(nodes))
    known = set(ordered)
    all_links = {(a, b) for a, b in links if a != b and a in known and b in known}
    forced = {(a, b) for a, b in merged if a != b and a in known and b in known}
    found = _grouped(ordered, all_links, set(), alike, apart)
    if not forced:
        return found
    # Whatever was one with either of two merged nodes comes with them, alike to the other's or not.
    decided = _grouped(ordered, all_links, forced, alike, apart)
    whole = connected(ordered, {*found.items(), *decided.items()})
    for group in _members(whole).values():
        if any(apart(a, b) for a, b in combinations(group, 2)):
            whole.update({node: decided[node] for node in group})
    return whole


def _grouped(
    ordered: list[Node], links: set[Pair[Node]], forced: set[Pair[Node]], alike: Test[Node], apart: Test[Node]
) -> dict[Node, Node]:
    """The groups of the links and the merged pairs, less what would join nodes to be kept apart."""
    whole = connected(ordered, links | forced)
    members = _members(whole)
    doubtful = {
        first
        for first, group in members.items()
        if len(group) > 1 and any(apart(a, b) or not alike(a, b) for a, b in combinations(group, 2))
    }
    if not doubtful:
        return whole
    links_of: dict[Node, list[Pair[Node]]] = {}
    forced_of: dict[Node, list[Pair[Node]]] = {}
    for pairs, sorted_out in ((links, links_of), (forced, forced_of)):
        for pair in pairs:
            if (first := whole[pair[0]]) in doubtful:
                sorted_out.setdefault(first, []).append(pair)
    for first in doubtful:
        clusters = _merged(members[first], forced_of.get(first, []), apart)
        whole.update(_parted(clusters, links_of.get(first, []), alike, apart))
    return whole


def _merged(group: list[Node], forced: list[Pair[Node]], apart: Test[Node]) -> dict[Node, Node]:
    """What a person's word makes of a group; where merging and keeping apart exclude each other, merging is less."""
    agreed = [(a, b) for a, b in forced if not apart(a, b)]
    found = connected(group, agreed)
    for cluster in _members(found).values():
        if any(apart(a, b) for a, b in combinations(cluster, 2)):
            found.update({node: node for node in cluster})
    return found


def _parted(
    cluster_of: dict[Node, Node], links: list[Pair[Node]], alike: Test[Node], apart: Test[Node]
) -> dict[Node, Node]:
    """The groups within a part that holds nodes to be kept apart, its merged clusters left whole."""
    clusters = _members(cluster_of)

    def excluded(one: Node, other: Node) -> bool:
        pairs = [(a, b) for a in clusters[one] for b in clusters[other]]
        return any(apart(a, b) for a, b in pairs) or not any(alike(a, b) for a, b in pairs)

    between = {(cluster_of[a], cluster_of[b]) for a, b in links if cluster_of[a] != cluster_of[b]}
    between = {(a, b) for a, b in between if not excluded(a, b)}
    near: dict[Node, set[Node]] = {}
    for a, b in between:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    torn = {node for node, others in near.items() if any(excluded(a, b) for a, b in combinations(sorted(others), 2))}
    found = connected(sorted(clusters), {(a, b) for a, b in between if a not in torn and b not in torn})
    for cluster in _members(found).values():
        if any(excluded(a, b) for a, b in combinations(cluster, 2)):
            found.update({node: node for node in cluster})
    groups = _members({node: found[cluster] for node, cluster in cluster_of.items()})
    return {node: min(together) for together in groups.values() for node in together}


def _members(group_of: dict[Node, Node]) -> dict[Node, list[Node]]:
    members: dict[Node, list[Node]] = {}
    for node, first in group_of.items():
        members.setdefault(first, []).append(node)
    return members


def connected(nodes: Iterable[Node], links: Iterable[Pair[Node]]) -> dict[Node, Node]:
    """The connected parts of the links: for each node the first, in sorted order, of its part."""
    parent = {node: node for node in nodes}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in links:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return {node: root(node) for node in parent}


def path(links: Iterable[Pair[Node]], start: Node, end: Node) -> list[Node]:
    """The nodes from ``start`` to ``end`` along the fewest links, both included; empty if none leads there."""
    near: dict[Node, set[Node]] = {}
    for a, b in links:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    came_from: dict[Node, Node] = {start: start}
    border = [start]
    while border and end not in came_from:
        ahead: list[Node] = []
        for node in border:
            for other in sorted(near.get(node, ())):
                if other not in came_from:
                    came_from[other] = node
                    ahead.append(other)
        border = ahead
    if end not in came_from:
        return []
    found = [end]
    while found[-1] != start:
        found.append(came_from[found[-1]])
    return found[::-1]
