"""Persons: which names in which posts are one person, and why.

    persons = Persons(postings, catalogue, rulings)
    persons.of("J. Smith", post)              # "John Smith"

Names are compared within one post, and one document's own name for the holder of several posts joins these; so a
chain of documents can join names that no document puts side by side. The same name in two posts that no document
joins stays two persons, until someone merges them. The law of this module: who is who depends on the set of
postings and rulings alone, and a shown name belongs to one person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.decision import Rulings, Thing
from contingent.resolve.joining import joined, path
from contingent.resolve.naming import how_same_person, normal, pairs_meant, person_keys, same_person, usual
from contingent.resolve.ranks import grades_of, ranks_fit


class Posting(NamedTuple):
    """What a claim says of a person: the name and rank as printed, and the one reference of the post's body."""

    name: str
    post: Reference
    document_id: str
    rank: str | None = None


class Node(NamedTuple):
    """A name in a post, the smallest thing that is somebody: the name's normal form and the post in writing."""

    name: str
    post: str


class Persons:
    """Who is who among the postings of all documents. Made once for all of them, then asked with ``of``."""

    def __init__(self, postings: Iterable[Posting], catalogue: Catalogue, rulings: Rulings | None = None) -> None:
        """Join the names of one person; ``rulings`` are what people decided about names."""
        self._written: dict[Node, Counter[str]] = {}
        self._posts: dict[str, Reference] = {}
        printed: dict[Node, set[str]] = {}
        told: dict[tuple[str, str], dict[Node, set[str]]] = {}
        texts: dict[Reference, str] = {}
        for name, post, document_id, rank in postings:
            text = texts.get(post) or texts.setdefault(post, str(post))
            node = Node(normal(name), text)
            self._posts[text] = post
            self._written.setdefault(node, Counter())[name] += 1
            ranks = told.setdefault((document_id, node.name), {}).setdefault(node, set())
            if rank is not None:
                ranks.add(rank)
                printed.setdefault(node, set()).add(rank)
        by_label = _labels(self._written, self._posts) if _rules_on_persons(rulings) else {}
        self._merged = set(pairs_meant(rulings.merged[Thing.PERSON], by_label)) if rulings else set()
        self._split = set(pairs_meant(rulings.split[Thing.PERSON], by_label)) if rulings else set()
        self._in_post = set(_alike_in_post(self._written, printed, catalogue))
        self._in_document = set(_named_in_one_document(told, catalogue))
        links = self._in_post | self._in_document
        self._group_of = joined(self._written, links, _are_alike, self._merged, self._are_apart)
        self._shown = self._shown_names()

    def of(self, name: str, post: Reference) -> str:
        """The shown name of the person whom a claim calls ``name`` in ``post``; no other person has it."""
        return self._shown[self._group_of[self._node(name, post)]]

    def shown(self) -> dict[tuple[str, Reference], str]:
        """The shown name of the person behind each name, in its normal form, in each post."""
        return {(node.name, self._posts[node.post]): self._shown[first] for node, first in self._group_of.items()}

    def reasons(self, one: tuple[str, Reference], other: tuple[str, Reference]) -> tuple[str, ...]:
        """Why two names in their posts are one person: a sentence for each step; empty if they are not one."""
        start, end = self._node(*one), self._node(*other)
        if self._group_of[start] != self._group_of[end]:
            return ()
        group = {node for node, first in self._group_of.items() if first == self._group_of[start]}
        links = ((a, b) for a, b in self._in_post | self._in_document | self._merged if a in group and b in group)
        return tuple(self._reason(a, b) for a, b in pairwise(path(links, start, end)))

    def _reason(self, one: Node, other: Node) -> str:
        mine, yours = usual(self._written[one]), usual(self._written[other])
        if (one, other) in self._merged or (other, one) in self._merged:
            return f"A decision merges {mine!r} and {yours!r}."
        if one.name == other.name:
            return f"One document gives {mine!r} both posts, in {self._place(one)} and in {self._place(other)}."
        difference = how_same_person(one.name, other.name)
        return f"{mine!r} and {yours!r} hold one post, in {self._place(one)}, and differ by {difference}."

    def _place(self, node: Node) -> str:
        return post_name(self._posts[node.post])

    def _node(self, name: str, post: Reference) -> Node:
        return Node(normal(name), str(post))

    def _are_apart(self, one: Node, other: Node) -> bool:
        return (one, other) in self._split

    def _shown_names(self) -> dict[Node, str]:
        """The shown name of each group, by its first node: with the post in parentheses where several share a name."""
        spellings: dict[Node, Counter[str]] = {}
        posts: dict[Node, Counter[str]] = {}
        for node, first in self._group_of.items():
            spellings.setdefault(first, Counter()).update(self._written[node])
            posts.setdefault(first, Counter())[node.post] += self._written[node].total()
        usual_post = {first: min(found, key=lambda post: (-found[post], post)) for first, found in posts.items()}
        shown = {first: usual(found) for first, found in spellings.items()}
        for name_of_post in (lambda post: post_name(self._posts[post]), str):
            for first in _sharing(shown):
                shown[first] = f"{usual(spellings[first])} ({name_of_post(usual_post[first])})"
        return shown


def _sharing(shown: dict[Node, str]) -> list[Node]:
    """The groups that share their shown name with another."""
    bearers: dict[str, list[Node]] = {}
    for first, name in shown.items():
        bearers.setdefault(normal(name), []).append(first)
    return [first for sharing in bearers.values() if len(sharing) > 1 for first in sharing]


def post_name(post: Reference) -> str:
    """The body of a post in a word or two: its own name without what it belongs to."""
    return post.elements[-1] if post.elements else post.operation or post.actor or ""


def _rules_on_persons(rulings: Rulings | None) -> bool:
    return rulings is not None and bool(rulings.merged[Thing.PERSON] or rulings.split[Thing.PERSON])


def _labels(written: Iterable[Node], posts: dict[str, Reference]) -> dict[str, list[Node]]:
    """The nodes that a decision may mean by a name: all that bear it, or the one in the post put in parentheses."""
    found: dict[str, list[Node]] = {}
    for node in written:
        post = posts[node.post]
        for label in {node.name, normal(f"{node.name} ({post_name(post)})"), normal(f"{node.name} ({node.post})")}:
            found.setdefault(label, []).append(node)
    return found


def _are_alike(one: Node, other: Node) -> bool:
    return one.name == other.name or same_person(one.name, other.name)


def _alike_in_post(
    nodes: Iterable[Node], printed: dict[Node, set[str]], catalogue: Catalogue
) -> Iterator[tuple[Node, Node]]:
    """Pairs of names that can be one person, within each post; only names that share a key are compared."""
    comparable: dict[tuple[str, str], list[Node]] = {}
    for node in nodes:
        for key in person_keys(node.name):
            comparable.setdefault((node.post, key), []).append(node)
    for block in comparable.values():
        for one, other in combinations(block, 2):
            if same_person(one.name, other.name) and _ranks_fit(
                printed.get(one, ()), printed.get(other, ()), catalogue
            ):
                yield one, other


def _named_in_one_document(
    told: dict[tuple[str, str], dict[Node, set[str]]], catalogue: Catalogue
) -> Iterator[tuple[Node, Node]]:
    """Pairs of posts that one document gives to one name, unless it prints ranks that no one person has at a time."""
    for ranks_in in told.values():
        if len(ranks_in) > 1:
            for one, other in combinations(ranks_in, 2):
                if _ranks_fit(ranks_in[one], ranks_in[other], catalogue):
                    yield one, other


def _ranks_fit(one: Iterable[str], other: Iterable[str], catalogue: Catalogue) -> bool:
    return ranks_fit(grades_of(one, catalogue), grades_of(other, catalogue))
