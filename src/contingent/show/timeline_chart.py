"""Timelines as charts of characters: months along the top, one line a fact, one sign for each word of an answer.

The law of this module: a sign stands for the strongest word of the days under it, so that a single stated day is seen
in a chart of many years. Words of a page are printed as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from contingent.ask.answer import Word
from contingent.ask.timeline import Row, Timeline
from contingent.show.placemat import STYLES
from contingent.show.terminal import clean
from contingent.show.timeline_words import in_window, row_name, short_values

SIGNS = {Word.STATED: "█", Word.POSSIBLE: "▒", Word.PRESUMED: "·", Word.PLANNED: "□", Word.AUTHORISED: "◇"}
PLAIN_SIGNS = {Word.STATED: "#", Word.POSSIBLE: "%", Word.PRESUMED: ".", Word.PLANNED: "o", Word.AUTHORISED: "+"}
"""The signs where the terminal's encoding has no others."""
_ORDER = {word: place for place, word in enumerate(Word)}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 500, 1000)
_NARROWEST_LABEL, _WIDEST_LABEL = 16, 44


@dataclass(frozen=True, slots=True)
class Scale:
    """Columns for the days from ``first`` to ``last``: a column holds several days, or a day several columns."""

    first: date
    last: date
    columns: int

    @property
    def days(self) -> int:
        """How many days the scale shows."""
        return (self.last - self.first).days + 1

    def column(self, day: date) -> int:
        """The column that holds a day, the first of them where a day has several."""
        number = (day - self.first).days
        if self.columns > self.days:
            return -(-number * self.columns // self.days)
        return ((number + 1) * self.columns - 1) // self.days

    def days_of(self, column: int) -> tuple[date, date]:
        """The first and the last day of a column."""
        start = column * self.days // self.columns
        end = max((column + 1) * self.days // self.columns - 1, start)
        return self.first + timedelta(start), self.first + timedelta(end)


def chart(timeline: Timeline, width: int, *, plain: bool = False) -> Iterator[Text]:
    """The lines of the chart, each at most ``width`` columns wide; ``plain`` keeps to signs of every encoding."""
    signs = PLAIN_SIGNS if plain else SIGNS
    rows = [row for row in timeline.rows if in_window(row, timeline.first, timeline.last)]
    longest = max((cell_len(_label(row)) for row in rows), default=0)
    label = min(max(longest, _NARROWEST_LABEL), _WIDEST_LABEL, width // 3)
    scale = Scale(timeline.first, timeline.last, max(width - label - 1, 1))
    for line in _axis(scale):
        yield Text(" " * (label + 1) + line, style="dim")
    for group in timeline.groups:
        shown = [row for row in group.rows if row in rows]
        if shown:
            yield Text(clean(group.title), style="bold")
        for row in shown:
            yield Text(_fitted(_label(row), label)) + Text(" ") + _bar(row, scale, signs)


def key(timeline: Timeline, *, plain: bool = False) -> str:
    """What the signs of this chart mean."""
    signs = PLAIN_SIGNS if plain else SIGNS
    used = {s.word for row in timeline.rows for s in in_window(row, timeline.first, timeline.last)}
    return "   ".join(f"{sign} {word.value}" for word, sign in signs.items() if word in used)


def _label(row: Row) -> str:
    return "  " * row.level + clean(row_name(row))


def _fitted(words: str, width: int) -> str:
    """The words in just so many columns, cut with an ellipsis where they are too long."""
    if cell_len(words) > width:
        words = set_cell_size(words, max(width - 1, 0)).rstrip() + "…"
    return set_cell_size(words, width)


def _bar(row: Row, scale: Scale, signs: dict[Word, str]) -> Text:
    """The signs of one row, with the figures written where each begins."""
    stretches = in_window(row, scale.first, scale.last)
    words: list[Word | None] = [None] * scale.columns
    for column in range(scale.columns):
        start, end = scale.days_of(column)
        there = [s.word for s in stretches if (s.first or start) <= end and (s.last or end) >= start]
        words[column] = min(there, key=_ORDER.__getitem__, default=None)
    bar = Text("".join(" " if word is None else signs[word] for word in words))
    for column, word in enumerate(words):
        if word is not None:
            bar.stylize(STYLES[word], column, column + 1)
    for column, figure in _figures(row, scale):
        bar = bar[:column] + Text(figure, style="bold") + bar[column + len(figure) :]
    return bar


def _figures(row: Row, scale: Scale) -> list[tuple[int, str]]:
    """The figures that fit, each with the column where it begins to hold; a sign is left between two of them."""
    steps: list[tuple[int, str]] = []
    for stretch in in_window(row, scale.first, scale.last):
        figure = short_values(stretch.values)
        column = scale.column(max(stretch.first or scale.first, scale.first))
        if figure and (not steps or steps[-1][1] != figure):
            steps.append((column, figure))
    ends = (*(column for column, _ in steps[1:]), scale.columns)
    return [step for step, end in zip(steps, ends, strict=False) if step[0] + len(step[1]) < end]


def _axis(scale: Scale) -> Iterator[str]:
    """The years, and below them the months where there is room for their names or their first letters."""
    room = scale.columns * 365 / scale.days
    step = next((step for step in _YEAR_STEPS if step * room >= len("2021 ")), _YEAR_STEPS[-1])
    years = [year for year in range(scale.first.year, scale.last.year + 1) if year % step == 0 or step == 1]
    yield _ticks(scale, [(date(year, 1, 1), str(year)) for year in years])
    if room >= 12 * len("J "):
        letters = None if room >= 12 * len("Jan ") else 1
        months = [(date(year, month, 1), name[:letters]) for year in years for month, name in enumerate(_MONTHS, 1)]
        yield _ticks(scale, months)


def _ticks(scale: Scale, marks: list[tuple[date, str]]) -> str:
    """Names at the columns of their days; the one that began before the scale stands at its edge, if there is room."""
    shown = [(0, name) for day, name in marks if day < scale.first][-1:]
    shown += [(scale.column(day), name) for day, name in marks if scale.first <= day <= scale.last]
    line = ""
    for place, (column, name) in enumerate(shown):
        end = shown[place + 1][0] - 1 if place + 1 < len(shown) else scale.columns
        if column + len(name) <= end:
            line = line.ljust(column) + name
    return line
