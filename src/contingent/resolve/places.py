"""Places made one: by the catalogue's states and gazetteer, by their words, and by what people decided.

The law of this module: what the gazetteer knows as two places is never joined by likeness, and a name that the
gazetteer has for a town and for a base in it means neither for certain.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from contingent.catalogue import Catalogue, find_place
from contingent.catalogue import places as gazetteer
from contingent.decision import Rulings, Thing
from contingent.resolve.joining import joined
from contingent.resolve.naming import WORDS, normal, same_words, single_letters, usual

_STATES = frozenset({"state", "territory"})
_LONG = 8
"""In words of so many letters one other letter is a slip of the pen."""
_SORTS = {"camp": "base", "base": "base", "airfield": "base", "port": "base", "city": "town", "district": "town"}
"""The kinds of the gazetteer that are of one sort: an airfield may be listed once more as a base."""


def state_or_words(name: str, catalogue: Catalogue) -> str:
    """What the name of a place means without the gazetteer: a state's code, marked by "=", or its normal form."""
    actor = catalogue.find_actor(name)
    return f"={actor.code}" if actor is not None and actor.kind in _STATES else normal(name)


@functools.lru_cache(maxsize=65536)
def place_key(name: str, catalogue: Catalogue) -> str:
    """What the name of a place means; equal keys are one place. It is marked by "=" if the catalogue knows the name."""
    key = state_or_words(name, catalogue)
    if key.startswith("="):
        return key
    found = find_place(name)
    if not found:
        return key
    if len({_SORTS.get(place.kind, place.kind) for place in found}) > 1:
        return f"={gazetteer.place_key(name)}"
    return f"={found[0].name}, {found[0].country or 'in no one state'}"


def shown_place(spellings: Counter[str], catalogue: Catalogue, rulings: Rulings) -> str:
    """The name to show for a place: for a state its usual English name, else the documents' usual spelling.

    Places that a person made one are one wherever they are named, and so have one name: the first in the alphabet of
    those that were merged.
    """
    merged = _merged_names(rulings.merged[Thing.PLACE], rulings.split[Thing.PLACE])
    names = {merged[key] for spelling in spellings if (key := normal(spelling)) in merged} if merged else set()
    spelling = min(names) if names else usual(spellings)
    actor = catalogue.find_actor(spelling)
    return actor.name if actor is not None and actor.kind in _STATES else spelling


@functools.lru_cache(maxsize=8)
def _merged_names(merged: frozenset[tuple[str, str]], split: frozenset[tuple[str, str]]) -> dict[str, str]:
    """For the normal form of each merged name the name by which the place is shown."""
    written = {normal(name): name for pair in sorted(merged, reverse=True) for name in pair}
    apart = _both_ways(split)
    group_of = joined(written, [], merged=_both_ways(merged), apart=lambda one, other: (one, other) in apart)
    shown: dict[str, str] = {}
    for key in sorted(written, reverse=True):
        shown[group_of[key]] = written[key]
    return {key: shown[group_of[key]] for key in written}


def _both_ways(pairs: frozenset[tuple[str, str]]) -> set[tuple[str, str]]:
    """The normal forms of pairs of names, in either order."""
    return {(normal(a), normal(b)) for one, other in pairs for a, b in ((one, other), (other, one))}


def join_places(spelled: Mapping[str, Counter[str]], catalogue: Catalogue, rulings: Rulings) -> dict[str, str]:
    """For each normal form the first of its group; ``spelled`` counts the spellings of each.

    The gazetteer, which takes long to read, is asked only where there is something to compare.
    """
    if len(spelled) < 2:
        return {name: name for name in spelled}
    keys = {name: place_key(usual(spellings), catalogue) for name, spellings in spelled.items()}
    merged, split = _both_ways(rulings.merged[Thing.PLACE]), _both_ways(rulings.split[Thing.PLACE])
    blocks: dict[str, list[str]] = {}
    for name, key in keys.items():
        blocks.setdefault(key, []).append(name)
        blocks.setdefault(f"words {WORDS.key(name)}", []).append(name)
    return joined(
        spelled,
        [pair for block in blocks.values() for pair in combinations(block, 2) if _link(*pair, keys)],
        lambda one, other: keys[one] == keys[other] or not (keys[one].startswith("=") and keys[other].startswith("=")),
        merged,
        lambda one, other: (one, other) in split,
    )


def _link(one: str, other: str, keys: Mapping[str, str]) -> bool:
    return keys[one] == keys[other] or same_place(one, other)


def same_place(one: str, other: str) -> bool:
    """Whether two normal forms spell one place: the same words, but for a doubled letter or a slip in one long word.

    Short names of places that differ by one letter are mostly two places: Panzi and Pangi, Himbi and Himbe. So are
    numbers in another order: "Position 4-2" is not "Position 2-4".
    """
    mine, yours = Counter(one.split()), Counter(other.split())
    differing = [*(mine - yours).elements(), *(yours - mine).elements()]
    if not differing:
        return same_words(one, other)
    if len(differing) != 2:
        return False
    return single_letters(differing[0]) == single_letters(differing[1]) or (
        min(map(len, differing)) >= _LONG and same_words(one, other)
    )
