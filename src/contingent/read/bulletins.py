"""The days that a bulletin reports on: "Mission update, week 30", "Covers 8 - 14 November", a weekly newsletter.

Updates of missions tell what was done in a week that only their title or first lines name. Fact sheets and news
report on no spell.
"""

from __future__ import annotations

from datetime import date, timedelta

from contingent.document import Block, BlockKind
from contingent.read.annotate import Annotated
from contingent.read.proposals import When
from contingent.read.publication import find_covered_week

_FIRST_LINES = 5
"""How many blocks from the top may say that the page is a weekly."""
_LONGEST_LINE = 120
"""A line that says what the page is, rather than a sentence of its text."""
_LAST_WEEKDAY_AFTER = 3
"""Up to this day of the week a weekly reports on the week before."""


def reported_spell(annotated: Annotated) -> When | None:
    """The first and the last day that the document reports on; None where it is no bulletin of a week."""
    top = [b for b in annotated.document.blocks if b.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CELL)]
    text, pack = annotated.document.text, annotated.words.pack
    headings = [block.start for block in top[:_FIRST_LINES] if block.kind is BlockKind.HEADING]
    week = find_covered_week(text, annotated.times, pack, annotated.published, headings)
    if week is not None:
        return When(*week)
    if annotated.published is not None and any(_is_weekly(annotated, b) for b in top[:_FIRST_LINES]):
        return _week_before(annotated.published)
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
