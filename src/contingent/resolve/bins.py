"""Bins: which statements can be one fact by what they state, and the facts that the statements of one bin make.

The law of this module: the facts of a bin depend on its members alone, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from contingent.catalogue import Catalogue
from contingent.claim import Claim, Reference
from contingent.decision import Rulings
from contingent.fact import Fact, Statement
from contingent.resolve.equipment import equipment_meant
from contingent.resolve.naming import WORDS, groups, normal, usual
from contingent.resolve.places import join_places, shown_place
from contingent.resolve.posts import HEAD, post_of
from contingent.resolve.references import OBJECT_IS_PLACE, OBJECT_IS_REFERENCE, SUBJECT_IS_PERSON

_ASSETS = frozenset({"asset"})

PersonOf = Callable[[str, Reference], str]
"""Gives the shown name of the person whom a claim calls by a name in a post."""


@dataclass(frozen=True, slots=True)
class Bin:
    """What statements of one fact have in common, but for the part of the claim that documents spell freely: the person
    of a posting, else the object where it is text."""

    kind: str
    subject: Reference | None
    object: Reference | None
    role: str | None

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references by which the bin is found, each once: a merge can make subject and object one."""
        return tuple(dict.fromkeys(end for end in (self.subject, self.object) if end is not None))


def bin_of(claim: Claim, reference_of: Callable[[str], Reference]) -> Bin:
    """The bin of a claim; ``reference_of`` gives the reference that a spelling leads to."""
    return Bin(
        claim.kind,
        None if claim.kind in SUBJECT_IS_PERSON else reference_of(claim.subject),
        reference_of(claim.object) if claim.kind in OBJECT_IS_REFERENCE and claim.object else None,
        claim.role,
    )


def facts_of(
    bin_: Bin, members: Collection[Statement], catalogue: Catalogue, rulings: Rulings, person_of: PersonOf
) -> Iterator[Fact]:
    """The facts of one bin: one for each thing that its freely spelled names mean."""
    if bin_.kind in SUBJECT_IS_PERSON:
        yield from _facts_of_posts(bin_, members, person_of)
        return
    spelled: dict[str, Counter[str]] = {}
    for statement in members:
        name = free_name(statement.claim)
        spelled.setdefault(normal(name), Counter())[name] += 1
    group_of = _grouped(bin_.kind, spelled, catalogue, rulings)
    together: dict[str, Counter[str]] = {}
    for name, spellings in spelled.items():
        together.setdefault(group_of[name], Counter()).update(spellings)
    sorted_out: dict[str, list[Statement]] = {}
    for statement in members:
        sorted_out.setdefault(group_of[normal(free_name(statement.claim))], []).append(statement)
    for group, statements in sorted_out.items():
        spellings = together[group]
        shown = shown_place(spellings, catalogue, rulings) if bin_.kind in OBJECT_IS_PLACE else usual(spellings)
        target = bin_.object if bin_.object is not None else (shown or None)
        yield _fact(bin_, bin_.subject or shown, target, None, statements)


def _facts_of_posts(bin_: Bin, members: Iterable[Statement], person_of: PersonOf) -> Iterator[Fact]:
    """The facts of one body's posts: one for each person and post."""
    if bin_.object is None:
        return
    held: dict[tuple[str, str | None], list[Statement]] = {}
    for statement in members:
        person = person_of(free_name(statement.claim), bin_.object)
        held.setdefault((person, post_of(statement.claim.title)), []).append(statement)
    # Who is named without a title, in the post of which that person is head elsewhere, is named as the head.
    for person, post in list(held):
        if post is None and (person, HEAD) in held:
            held[person, HEAD] += held.pop((person, None))
    for (person, post), statements in held.items():
        yield _fact(bin_, person, bin_.object, post, statements)


def _fact(
    bin_: Bin, subject: Reference | str, target: Reference | str | None, post: str | None, statements: list[Statement]
) -> Fact:
    ordered = tuple(sorted(statements, key=lambda statement: statement.order))
    return Fact(bin_.kind, subject, target, bin_.role, post, ordered)


def free_name(claim: Claim) -> str:
    """The freely spelled part of a claim, empty where there is none."""
    if claim.kind in SUBJECT_IS_PERSON:
        name = claim.subject
    else:
        name = "" if claim.kind in OBJECT_IS_REFERENCE else claim.object or ""
    return " ".join(name.split())


def _grouped(kind: str, spelled: Mapping[str, Counter[str]], catalogue: Catalogue, rulings: Rulings) -> dict[str, str]:
    """For each normal form the first of the group that means the same."""
    if kind in OBJECT_IS_PLACE:
        return join_places(spelled, catalogue, rulings)
    if kind not in _ASSETS:
        return groups(spelled, WORDS)
    # A type of equipment is what it is; only words that name none can be misspelt.
    known = {name: meant for name in spelled if (meant := equipment_meant(name, catalogue)) is not None}
    return known | groups((name for name in spelled if name not in known), WORDS)
