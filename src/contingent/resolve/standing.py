"""Which statements about the holders of one post stand, and which are in conflict with those.

The law of this module: a statement that does not stand is kept and shown as any other; only the start, or the holder,
that is given first is another one. What stands depends on the set of statements alone. The two rules are those of the
Security Force Monitor's Research Handbook: a ceremony, or any other taking over, outranks an appointment as the start
of a posting, and who is named within the unbroken posting of another is in conflict with it.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from contingent import lang
from contingent.claim import Claim
from contingent.fact import Fact, Statement
from contingent.period import parse_bound, period_of
from contingent.resolve.naming import normal, pattern_of
from contingent.resolve.posts import may_be_one_head, sorts_of
from contingent.resolve.spells import at_some_time, spells


def is_appointment(claim: Claim) -> bool:
    """Whether the words of a claim tell of the decision to give a post rather than of its taking over."""
    return claim.kind == "posting" and bool(_appointments().search(normal(claim.quote)))


@functools.cache
def _appointments() -> re.Pattern[str]:
    words = (word for code in lang.languages() for word in lang.load(code).table("postings")["words"]["appointed"])
    return pattern_of(words)


def outranked_starts(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The appointments among statements of one posting whose start another start, that of a taking over, excludes.

    Each comes back with the time of the decision alone: it tells nothing of the days between the two starts.
    """
    started = [s for s in statements if s.claim.start is not None and s.tells_of_presence and s.fault is None]
    begun = [s for s in started if not is_appointment(s.claim)]
    return tuple(
        replace(s, period=period_of(s.claim.start, None))
        for s in started
        if is_appointment(s.claim) and any(_exclude_each_other(s, other) for other in begun)
    )


def _exclude_each_other(one: Statement, other: Statement) -> bool:
    """Whether two starts that both are known to have come share no day."""
    mine, yours = parse_bound(one.claim.start or ""), parse_bound(other.claim.start or "")
    return mine[1] < yours[0] or yours[1] < mine[0]


class Within(NamedTuple):
    """A statement that names a holder of a post within the unbroken posting of another, from ``first`` to ``last``."""

    statement: Statement
    fact: Fact
    other: Fact
    first: date
    last: date


def named_within_another(holders: Sequence[Fact], gap: int | None = None, undated: bool = False) -> tuple[Within, ...]:
    """The statements that name a holder of a post within the unbroken posting of another one.

    ``holders`` are the postings of one post that one person holds at a time; heads of different sorts, such as a force
    commander and a head of mission, stand beside each other. Where two postings each reach beyond the other, neither
    lies within the other, and nothing is said of them here. ``undated`` asks only for those of whom no day is certain.
    """
    known = [(fact, spell, sorts_of(fact)) for fact in holders for spell in spells(fact.statements, gap)]
    around = [(*spell.period.certain, fact, sorts) for fact, spell, sorts in known if spell.period.certain is not None]
    around.sort(key=lambda each: each[:2])
    starts = [each[0] for each in around]
    furthest = list(accumulate((each[1] for each in around), max))
    found: list[Within] = []
    for fact, spell, sorts in known:
        if undated and spell.period.certain is not None:
            continue
        first, last = spell.period.certain or at_some_time(spell.period)
        place = bisect_left(starts, first) - 1
        while place >= 0 and furthest[place] > last:  # of those that begin earlier, some end later
            _, end, holder, other_sorts = around[place]
            if end > last and holder is not fact and may_be_one_head(sorts, other_sorts):
                found += (Within(statement, fact, holder, first, last) for statement in spell.statements)
            place -= 1
    return tuple(sorted(found, key=lambda each: (each.statement.order, str(each.other.subject))))
