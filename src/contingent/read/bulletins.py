"""The days that a bulletin reports on: "Mission update, week 30", "Covers 8 - 14 November", a weekly newsletter.

Updates of missions tell what was done in a week that only their title or first lines name. Fact sheets and news
report on no spell.
"""

from __future__ import annotations

from datetime import date, timedelta

from contingent.document import Block, BlockKind
from contingent.period import parse_bound
from contingent.read.annotate import Annotated
from contingent.read.proposals import When
from contingent.read.time_expressions import Time

_FIRST_LINES = 7
"""How many blocks from the top may name the days."""
_LONGEST_LINE = 120
"""A line that says what the page is, rather than a sentence of its text."""
_LEAST_DAYS, _MOST_DAYS = 5, 10
"""The length of a reported spell: a week, by whatever days it is counted."""
_LAST_WEEKDAY_AFTER = 3
"""Up to this day of the week a weekly reports on the week before."""


def reported_spell(annotated: Annotated) -> When | None:
    """The first and the last day that the document reports on; None where it is no bulletin of a week."""
    top = [b for b in annotated.document.blocks if b.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CELL)]
    for block in top[:_FIRST_LINES]:
        spell = _named_spell(annotated, block)
        if spell is not None:
            return spell
    if annotated.published is not None and any(_is_weekly(annotated, b) for b in top[: _FIRST_LINES - 2]):
        return _week_before(annotated.published)
    return None


def _named_spell(annotated: Annotated, block: Block) -> When | None:
    """The week that a heading or a line at the top names."""
    for expression in annotated.times_in(block):
        resolved = expression.resolve(annotated.published)
        start, end = resolved.spell
        if start is None or end is None:
            continue
        relative = expression.first is not None and expression.first.shift is not None
        if relative and block.kind is not BlockKind.HEADING:
            continue  # news, too, tells of what happened last week
        first, last = parse_bound(start)[0], parse_bound(end)[1]
        if _LEAST_DAYS <= (last - first).days + 1 <= _MOST_DAYS:
            return When(*Time(first.isoformat(), last.isoformat()).spell)
    return None


def _is_weekly(annotated: Annotated, block: Block) -> bool:
    low = annotated.document.text_of(block).lower()
    return len(low) <= _LONGEST_LINE and any(
        word in low.split() or (" " in word and word in low) for word in annotated.words.sets["weeklies"]
    )


def _week_before(published: date) -> When:
    """The last whole week, or the present one towards its end."""
    monday = published - timedelta(days=published.isoweekday() - 1)
    if published.isoweekday() <= _LAST_WEEKDAY_AFTER:
        monday -= timedelta(days=7)
    return When(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
