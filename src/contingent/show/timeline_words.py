"""Timelines in words: figures short enough for a chart, and stretches for those who cannot see one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from contingent.ask.answer import Word
from contingent.ask.stretches import Stretch
from contingent.ask.timeline import Row
from contingent.ask.values import Value
from contingent.ask.wording import value_words
from contingent.claim import Quantity

_CLOSING = (Word.ENDED,)
"""The words of days on which a thing is not in force that are worth saying."""


def short_quantity(quantity: Quantity) -> str:
    """A figure for a chart: ``140``, ``≤140``, ``≥85``, ``~500``, ``20–25``."""
    low, high = quantity.low, quantity.high
    about = "~" if quantity.approx else ""
    if low is None:
        return f"≤{about}{high:,}"
    if high is None:
        return f"≥{about}{low:,}"
    return f"{about}{low:,}" if low == high else f"{about}{low:,}–{high:,}"


def short_values(values: Iterable[Value]) -> str:
    """All figures of a day for a chart; several exclude each other or differ in scope."""
    return "/".join(dict.fromkeys(short_quantity(value.quantity) for value in values))


def row_name(row: Row) -> str:
    """What a row is about, within its group: ``Strength``, ``Head: Ida Holm``."""
    return f"{row.topic}: {row.text}" if row.text else row.topic


def in_window(row: Row, first: date, last: date) -> tuple[Stretch, ...]:
    """The stretches of a row that are in force on any day of the window."""
    return tuple(s for s in row.stretches if s.word.in_force and _overlaps(s, first, last))


def stretch_words(stretch: Stretch) -> str:
    """One stretch in a few words: ``stated 2020-12-31 to 2022-05-01: up to 140 persons``."""
    figures = f": {value_words(stretch.values)}" if stretch.values else ""
    return f"{stretch.word.value} {_days(stretch)}{figures}"


def row_words(row: Row, first: date, last: date) -> str:
    """All that a row says of the days of the window, in the order of time."""
    return "; ".join(_told(row, first, last))


def _told(row: Row, first: date, last: date) -> Iterator[str]:
    """The stretches in words, each with its remarks unless those of the one before were the same."""
    told: tuple[str, ...] = ()
    for place, stretch in enumerate(row.stretches):
        closing = stretch.word in _CLOSING and place and row.stretches[place - 1].word.in_force
        if _overlaps(stretch, first, last) and (stretch.word.in_force or closing):
            remarks = f" ({'; '.join(stretch.remarks)})" if stretch.remarks and stretch.remarks != told else ""
            told = stretch.remarks
            yield stretch_words(stretch) + remarks


def _overlaps(stretch: Stretch, first: date, last: date) -> bool:
    return (stretch.first is None or stretch.first <= last) and (stretch.last is None or stretch.last >= first)


def _days(stretch: Stretch) -> str:
    first, last = stretch.first, stretch.last
    if first is not None and first == last:
        return f"on {first}"
    if first is None:
        return f"until {last}" if last is not None else "at all times"
    return f"from {first}" if last is None else f"{first} to {last}"
