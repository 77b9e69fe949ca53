"""Posts: which titles mean the head of an operation or a unit, in any language that has a pack.

The words are the language packs' table ``posts``: ``head`` lists what makes a title that of a head,
``other`` what makes it the title of someone else although a word of ``head`` stands in it. Every further list
is a sort of heads: an operation can have a head of each sort at one time.
"""

from __future__ import annotations

import functools
import re

from contingent import lang
from contingent.errors import DataError
from contingent.fact import Fact
from contingent.resolve.naming import normal, pattern_of

_LISTS = frozenset({"head", "other"})
"""The lists that every table has; the others are sorts of heads."""
HEAD = "head"
"""The post of the one person who leads; titles such as "Force Commander" and "chef for missionen" are one post."""


@functools.lru_cache(maxsize=16384)
def post_of(title: str | None) -> str | None:
    """The post that a printed title means: ``HEAD``, the title's own words, or None where none is printed.

    "Acting" and "deputy" heads hold posts of their own, as do chiefs of staff.
    """
    if title is None:
        return None
    words = normal(title)
    # Pages of one language print titles of another, so what is no head in any language is none.
    if any(others.search(words) for _, others in _patterns()):
        return words
    return HEAD if any(heads.search(words) for heads, _ in _patterns()) else words


@functools.lru_cache(maxsize=16384)
def sorts_of_head(title: str | None) -> frozenset[str]:
    """Which sorts of heads a printed title names: ``force`` for "Force Commander"; none for "Commander"."""
    if title is None:
        return frozenset()
    words = normal(title)
    return frozenset(sort for sort, pattern in _sorts() if pattern.search(words))


def one_post(one: str | None, other: str | None) -> bool:
    """Whether two titles of heads can be those of one post, as far as the titles tell.

    A "Force Commander" and an "Operation Commander" stand beside each other; a "Commander" can be either.
    """
    return may_be_one_head(sorts_of_head(one), sorts_of_head(other))


def sorts_of(posting: Fact) -> frozenset[str]:
    """The sorts of heads that the titles of one person's posting name; none where they tell nothing."""
    return frozenset(sort for statement in posting.statements for sort in sorts_of_head(statement.claim.title))


def may_be_one_head(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two persons of these sorts can be head in one sense: a force commander follows no operation commander."""
    return not one or not other or not one.isdisjoint(other)


@functools.cache
def _sorts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The sorts of heads and their words in each language."""
    return tuple(
        (sort, pattern_of(phrases))
        for code in lang.languages()
        for sort, phrases in lang.load(code).tables.get("posts", {}).items()
        if sort not in _LISTS
    )


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For each language the pattern of a head's titles and that of titles that only look like it."""
    found = []
    for code in lang.languages():
        table = lang.load(code).tables.get("posts")
        if table is None:
            continue
        if not set(table) >= _LISTS:
            raise DataError(f"{code}/posts.toml must hold the lists 'head' and 'other'; it holds {', '.join(table)}.")
        found.append((pattern_of(table["head"]), pattern_of(table["other"])))
    return tuple(found)
