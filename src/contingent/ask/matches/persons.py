"""Persons who are likely one: in one post with names that nearly agree, or of one name in two posts.

The law of this module: between two posts only a whole name counts, and ranks and times must fit one career.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import OSA

from contingent.ask.matches.proposal import Proposal, Seen, apart_words, days_apart
from contingent.ask.wording import reference_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.decision import Thing
from contingent.fact import Fact
from contingent.resolve.naming import how_same_person, normal, person_key, person_keys
from contingent.resolve.persons import post_name
from contingent.resolve.ranks import grades_of, rank_rises, ranks_fit

_LONGEST_CAREER = 40 * 365
_WHOLE = frozenset({"the same words", "the same words in another order", "a middle name"})
"""Differences that leave a whole name: enough to think of one person in two posts."""
_LONG_NAME = 3
"""A name of so many words that agrees but for one letter is likely one person's also in two posts."""


@dataclass(slots=True)
class _Person:
    shown: str
    seen: Seen = field(default_factory=Seen)
    posts: dict[Reference, None] = field(default_factory=dict)
    ranks: set[str] = field(default_factory=set)

    @property
    def labels(self) -> frozenset[str]:
        """All names that a decision may use for the person."""
        of_posts = (f"{name} ({post_name(post)})" for name in self.seen.names for post in self.posts)
        return frozenset((self.shown, *self.seen.names, *of_posts))


def likely_persons(facts: Iterable[Fact], catalogue: Catalogue) -> Iterator[Proposal]:
    """A proposal for each two persons who are likely one."""
    persons: dict[str, _Person] = {}
    for fact in facts:
        if fact.kind == "posting" and isinstance(fact.object, Reference):
            person = persons.setdefault(str(fact.subject), _Person(str(fact.subject)))
            person.posts[fact.object] = None
            for statement in fact.statements:
                person.seen.add(statement.claim.subject, statement)
                if statement.claim.rank:
                    person.ranks.add(statement.claim.rank)
    for one, other in sorted(_comparable(persons)):
        reason = _reason(persons[one], persons[other], catalogue)
        if reason is not None:
            mine, yours = persons[one], persons[other]
            yield Proposal(
                Thing.PERSON, one, other, reason, (mine.seen.first, yours.seen.first), mine.labels, yours.labels,
                (one, other, *mine.posts, *yours.posts),
            )  # fmt: skip


def _comparable(persons: dict[str, _Person]) -> set[tuple[str, str]]:
    """Pairs of persons whose names share a key, or who hold one post and share the first letters of their names."""
    blocks: dict[tuple[str, str], set[str]] = {}
    for shown, person in persons.items():
        for name in map(normal, person.seen.names):
            for key in person_keys(name):
                blocks.setdefault(("name", key), set()).add(shown)
            for post in person.posts:
                blocks.setdefault((str(post), person_key(name)), set()).add(shown)
    return {pair for block in blocks.values() if len(block) > 1 for pair in combinations(sorted(block), 2)}


def _reason(one: _Person, other: _Person, catalogue: Catalogue) -> str | None:
    """Why two persons are likely one, in words; None if they are not."""
    apart = days_apart(one.seen, other.seen)
    if apart is not None and apart > _LONGEST_CAREER:
        return None
    grades = grades_of(one.ranks, catalogue), grades_of(other.ranks, catalogue)
    shared = [post for post in one.posts if post in other.posts]
    names = [(a, b) for a in map(normal, one.seen.names) for b in map(normal, other.seen.names)]
    if shared:
        likeness = min(filter(None, (_likeness(a, b) for a, b in names)), default=None)
        fits = ranks_fit(*grades)
        where = f"same post, in {post_name(shared[0])}"
    else:
        likeness = min(filter(None, (_whole_name(a, b) for a, b in names)), default=None)
        earlier = not (one.seen.days and other.seen.days) or one.seen.days <= other.seen.days
        fits = rank_rises(*(grades if earlier else grades[::-1]))
        ends = (reference_name(next(iter(person.posts)), catalogue) for person in (one, other))
        where = "posts in " + " and in ".join(ends)
    if likeness is None or not fits:
        return None
    ranks = _ranks(one, other) if all(grades) else None
    return ", ".join(filter(None, (likeness, where, ranks, apart_words(one.seen, other.seen))))


def _ranks(one: _Person, other: _Person) -> str:
    mine, yours = sorted(one.ranks)[0], sorted(other.ranks)[0]
    return "same rank" if normal(mine) == normal(yours) else f"ranks that fit ({mine}, {yours})"


def _whole_name(one: str, other: str) -> str | None:
    """What two names have in common, if it is a whole name."""
    if min(len(one.split()), len(other.split())) < 2:
        return None
    how = how_same_person(one, other)
    if how == "the same words":
        return "same name"
    if how == "one letter" and min(len(one.split()), len(other.split())) >= _LONG_NAME:
        return "same name but for one letter"
    # An initial is no whole first name.
    initial = min(len(one.split()[0]), len(other.split()[0])) == 1
    return f"same name but for {how}" if how in _WHOLE and not initial else None


def _likeness(one: str, other: str) -> str | None:
    """What two names of holders of one post have in common; None if it is too little."""
    how = how_same_person(one, other)
    if how is not None:
        return "same name" if how == "the same words" else f"same surname, {how}"
    mine, yours = one.split(), other.split()
    shorter, longer = sorted((mine, yours), key=len)
    if set(shorter) <= set(longer) and mine[0] == yours[0] and len(shorter) > 1:
        return "one name holds all words of the other"
    if len(shorter) == 1:
        return "the surname alone" if shorter[0] == longer[-1] else None
    if mine[0][0] == yours[0][0] and min(len(mine[-1]), len(yours[-1])) > 3:
        given, surname = OSA.distance(mine[0], yours[0]), OSA.distance(mine[-1], yours[-1])
        if given <= 1 and surname <= 1:
            return "given name and surname each one letter apart"
        if given == 0 and surname == 2 and mine[-1][0] == yours[-1][0]:
            return "same given name, surname two letters apart"
    return None
