"""Places that are likely one: names of one operation's places that the gazetteer has for one, or nearly spells so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from contingent.ask.matches.proposal import Proposal, Seen, sharing_a_word
from contingent.catalogue import Catalogue, find_place
from contingent.claim import Reference
from contingent.decision import Thing
from contingent.fact import Fact
from contingent.resolve.naming import normal
from contingent.resolve.places import place_key, state_or_words

_SHORTEST, _LONG, _SLIPS_OF_A_LONG_WORD = 5, 8, 2
"""Words below the first length differ on purpose; from the second on they may hold so many slips, before it one."""


def likely_places(facts: Iterable[Fact], catalogue: Catalogue) -> Iterator[Proposal]:
    """A proposal for each two places of one operation, or of one actor's own forces, that are likely one."""
    located: dict[str, dict[str, Seen]] = {}
    subjects: dict[tuple[str, str], dict[Reference, None]] = {}
    for fact in facts:
        if fact.kind == "location" and isinstance(fact.subject, Reference) and isinstance(fact.object, str):
            whole = fact.subject.operation or fact.subject.actor or ""
            seen = located.setdefault(whole, {}).setdefault(fact.object, Seen())
            subjects.setdefault((whole, fact.object), {})[fact.subject] = None
            for statement in fact.statements:
                seen.add(statement.claim.object or "", statement)
    proposed: set[tuple[str, str]] = set()
    for whole, places in located.items():
        for one, other in sorted(_comparable(places)):
            reason = _reason(one, other, catalogue)
            if reason is not None and (one, other) not in proposed:
                proposed.add((one, other))
                mine, yours = places[one], places[other]
                things: tuple[Reference | str, ...] = (one, other, *subjects[whole, one], *subjects[whole, other])
                names = frozenset((one, *mine.names)), frozenset((other, *yours.names))
                yield Proposal(Thing.PLACE, one, other, reason, (mine.first, yours.first), *names, things)


def _comparable(places: Iterable[str]) -> set[tuple[str, str]]:
    by_letter: dict[str, list[str]] = {}
    for name in sorted(places):
        by_letter.setdefault(normal(name)[:2], []).append(name)
    return sharing_a_word(places) | {pair for names in by_letter.values() for pair in combinations(names, 2)}


def _reason(one: str, other: str, catalogue: Catalogue) -> str | None:
    if any(state_or_words(name, catalogue).startswith("=") for name in (one, other)):
        return None
    keys = place_key(one, catalogue), place_key(other, catalogue)
    if keys[0] == keys[1]:
        # One place, stated of several things: there is nothing to decide.
        return None
    mine, yours = find_place(one), find_place(other)
    shared = [place for place in mine if place in yours]
    if shared:
        return f"the gazetteer has {shared[0].name} under both names, and another place under one of them"
    if mine and yours:
        return None
    numbers = [[word for word in normal(name).split() if word.isdigit()] for name in (one, other)]
    words = set(normal(one).split()), set(normal(other).split())
    if numbers[0] != numbers[1]:
        return None
    if words[0] < words[1] or words[1] < words[0]:
        return "one name holds all words of the other, and the gazetteer does not know both"
    if _differ_by_a_slip(normal(one).split(), normal(other).split()):
        return "the names differ by one or two letters of a word, and the gazetteer does not know both"
    return None


def _differ_by_a_slip(mine: list[str], yours: list[str]) -> bool:
    differing = [(a, b) for a, b in zip(mine, yours, strict=False) if a != b]
    if len(mine) != len(yours) or len(differing) != 1:
        return False
    ((one, other),) = differing
    slips = _SLIPS_OF_A_LONG_WORD if min(len(one), len(other)) >= _LONG else 1
    return min(len(one), len(other)) >= _SHORTEST and one[0] == other[0] and OSA.distance(one, other) <= slips
