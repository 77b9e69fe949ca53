"""Whether two printed ranks can be those of one person: by their NATO grades, which the catalogue knows.

The law of this module: a rank that nothing is known of speaks neither for nor against.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

from contingent.catalogue import Catalogue
from contingent.resolve.naming import normal

_STEPS_AT_A_TIME = 2
"""Grades that lie further apart are not held by one person within one post or one document."""
_POLICE = "police"


@functools.lru_cache(maxsize=4)
def _grades(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for rank in catalogue.ranks:
        found.setdefault(normal(rank.name), set()).add(rank.grade)
    return {name: frozenset(grades) for name, grades in found.items()}


def grades_of(ranks: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """The grades that any of the printed ranks may mean ("Captain" is one on land and another at sea)."""
    known = _grades(catalogue)
    return frozenset(grade for rank in ranks for grade in known.get(normal(rank), ()))


def ranks_fit(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether grades can be those of one person at about one time; police and unknown ranks fit with any."""
    mine, yours = _steps(one), _steps(other)
    if mine is None or yours is None:
        return True
    return any(a == b and abs(m - n) <= _STEPS_AT_A_TIME for a, m in mine for b, n in yours)


def rank_rises(earlier: Iterable[str], later: Iterable[str]) -> bool:
    """Whether one person can have held the first grades before the second: nobody is expected to be demoted."""
    mine, yours = _steps(earlier), _steps(later)
    if mine is None or yours is None:
        return True
    return any(a == b and m <= n for a, m in mine for b, n in yours)


def _steps(grades: Iterable[str]) -> frozenset[tuple[str, int]] | None:
    """Each grade as its ladder and the step on it; None where no grade is known, or a police rank is among them."""
    listed = frozenset(grades)
    if not listed or _POLICE in listed:
        return None
    return frozenset((ladder, int(step)) for ladder, _, step in (grade.partition("-") for grade in listed))
