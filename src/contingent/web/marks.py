"""The text of a document as blocks in which every claim is marked where it stands.

The law of this module: all words of the text are shown as they are and in their order; what is too long for a page is
cut with a note, and the claims that fall behind the cut are still listed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from contingent.fact import Evidence

LONGEST_LINE = 20_000
"""More characters of one line are no paragraph that somebody reads."""
LONGEST_TEXT = 400_000
"""More characters make a page that a browser shows slowly; the original has them all."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words with the same claims on them. ``claims`` are numbers in the list of claims, from 1; ``begins`` are those of
    them whose quote begins here."""

    words: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text. ``left_out`` is the number of its characters that are not shown."""

    runs: tuple[Run, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The blocks of a text, how many characters behind them are not shown, and the claims that stand in them."""

    blocks: tuple[Block, ...]
    left_out: int
    marked: frozenset[int]


def marked_text(text: str, claims: Sequence[Evidence]) -> MarkedText:
    """The text with its claims marked."""
    places = sorted((claim.quote_start, claim.quote_end, number) for number, claim in enumerate(claims, 1))
    longest = max((end - start for start, end, _ in places), default=0)
    blocks: list[Block] = []
    shown = start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if shown >= LONGEST_TEXT:
            break
        if line.strip():
            visible = min(len(line.rstrip()), LONGEST_LINE, LONGEST_TEXT - shown)
            near = places[bisect_left(places, (start - longest,)) : bisect_left(places, (start + visible,))]
            runs = tuple(_runs(text, start, start + visible, near))
            blocks.append(Block(runs, len(line.rstrip()) - visible))
            shown += visible
        start = end
    marked = frozenset(number for block in blocks for run in block.runs for number in run.begins)
    return MarkedText(tuple(blocks), len(text) - start, marked)


def _runs(text: str, start: int, end: int, near: Sequence[tuple[int, int, int]]) -> Iterator[Run]:
    """The stretch of a text from ``start`` to ``end``, cut wherever one of the quotes near it begins or ends."""
    quotes = [quote for quote in near if quote[1] > start]
    cuts = {start, end}
    for first, last, _ in quotes:
        cuts |= {max(first, start), min(last, end)}
    for here, there in pairwise(sorted(cuts)):
        on = tuple(number for first, last, number in quotes if first <= here and last >= there)
        begins = tuple(number for first, _, number in quotes if first == here)
        yield Run(text[here:there], on, begins)
