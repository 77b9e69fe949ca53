"""Timelines as pictures: one SVG file that any browser shows, that a report can print, and that is read out in words.

The law of this module: what is drawn is what the words say. Soft ends fade, presumed days are dotted, plans are hollow;
no label covers another, and words of a page stand in the file as text, whatever marks they hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contingent.ask.answer import Word
from contingent.ask.stretches import Stretch
from contingent.ask.timeline import Row, Timeline
from contingent.show.svg_paper import Element, Look, Paper, number, text_width
from contingent.show.timeline_words import in_window, row_name, row_words, short_values
from contingent.show.wording import knowledge_words

_WIDTH, _MARGIN, _LABELS = 1200, 24, 330
_LEFT, _RIGHT = _MARGIN + _LABELS, _WIDTH - _MARGIN
_TOP, _ROW, _STEPS, _GROUP = 112, 22, 54, 34
_BAR = 12
_FONT = "'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', sans-serif"
_INK, _QUIET, _LINE, _FAINT, _PAPER = "#1c2733", "#5b6876", "#c9d1d9", "#eceff2", "#ffffff"
_SOLID, _PLAN = "#1f5f8b", "#8a5a00"
_LEAST = 3
"""The least width of a bar in pixels: a single day is seen in a picture of many years."""
_MEANINGS = (
    (Word.STATED, "stated"), (Word.POSSIBLE, "possible: start or end not known to the day"),
    (Word.PRESUMED, "presumed"), (Word.PLANNED, "planned"), (Word.AUTHORISED, "authorised"),
)  # fmt: skip
_NOTHING = "Nothing is said of these days."
_MONTHLY = 130
"""Pixels that a year must take for its months to have lines."""
_FILLS: dict[Word, Look] = {
    Word.STATED: {"fill": _SOLID},
    Word.POSSIBLE: {"fill": "url(#haze)"},
    Word.PLANNED: {"fill": _PAPER, "stroke": _PLAN},
    Word.AUTHORISED: {"fill": _PAPER, "stroke": _PLAN, "stroke-dasharray": "4 3"},
}
"""How the bars of a word are filled; presumed days are no bar, but a line of dots."""
_LINES: dict[Word, Look] = {
    Word.STATED: {"stroke": _SOLID},
    Word.PRESUMED: {"stroke": _SOLID, "stroke-dasharray": "0.1 5", "stroke-linecap": "round"},
    Word.POSSIBLE: {"stroke": _SOLID, "stroke-opacity": "0.4"},
}
_DRAWN_ORDER = (Word.PRESUMED, Word.AUTHORISED, Word.PLANNED, Word.POSSIBLE, Word.STATED)


def svg(timeline: Timeline) -> str:
    """The picture as an SVG document, ending with a line break."""
    return _Picture(timeline).drawn()


@dataclass(frozen=True, slots=True)
class Scale:
    """Pixels for the days from ``first`` to ``last``."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days the scale shows."""
        return (self.last - self.first).days + 1

    def left(self, day: date) -> float:
        """Where a day begins."""
        return round(_LEFT + (day - self.first).days * (_RIGHT - _LEFT) / self.days, 1)

    def ends(self, stretch: Stretch) -> tuple[float, float]:
        """The left and the right end of a stretch, held within the window and never too narrow to be seen."""
        first = max(stretch.first or self.first, self.first)
        last = min(stretch.last or self.last, self.last)
        right = float(_RIGHT) if last >= self.last else self.left(last + timedelta(1))
        left = min(self.left(first), float(_RIGHT - _LEAST))
        return left, max(right, left + _LEAST)


class _Picture:
    """A picture in the making: rows from the top to the bottom, each as high as it needs."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._scale = Scale(timeline.first, timeline.last)
        self._shown = {id(row): in_window(row, timeline.first, timeline.last) for row in timeline.rows}
        self._groups = [
            (group.title, rows) for group in timeline.groups if (rows := [r for r in group.rows if self._shown[id(r)]])
        ]
        height = sum(_GROUP + sum(map(self._height, rows)) for _, rows in self._groups)
        self._bottom = _TOP + max(height, _ROW)
        self._paper = Paper(_size(self._bottom + 58))

    def drawn(self) -> str:
        """The whole document."""
        self._frame()
        self._axis()
        y = float(_TOP)
        for title, rows_of_group in self._groups:
            self._paper.text(_MARGIN, y + 23, title, 14, _INK, _LABELS + 500, bold=True)
            y += _GROUP
            for row in rows_of_group:
                self._row(row, y)
                y += self._height(row)
        if not self._groups:
            self._paper.text(_MARGIN, y + 15, _NOTHING, 13, _QUIET, _WIDTH)
        self._key(self._bottom + 34)
        return self._paper.printed()

    def _height(self, row: Row) -> float:
        return _STEPS if self._is_counted(row) else _ROW

    def _is_counted(self, row: Row) -> bool:
        """Whether a row is nothing but a figure over time, to be drawn in steps."""
        return row.topic in ("Strength", "Countries") and any(s.values for s in self._shown[id(row)])

    def _frame(self) -> None:
        """The title and the description, the fades, the paper and the heading."""
        timeline = self._timeline
        days = (
            f"from {timeline.first} to {timeline.last}{knowledge_words(timeline.known, timeline.entered, timeline.gap)}"
        )
        self._paper.add("title", {"id": "timeline-title"}, words=f"{timeline.name} ({timeline.kind}), {days}")
        self._paper.add("desc", {"id": "timeline-desc"}, words=self._description())
        self._fades()
        self._paper.add("rect", {"width": "100%", "height": "100%", "fill": _PAPER})
        self._paper.text(_MARGIN, 38, timeline.name, 22, _INK, _WIDTH - 2 * _MARGIN, bold=True)
        self._paper.text(_MARGIN, 60, f"{timeline.kind.capitalize()} {days}", 13, _QUIET, _WIDTH - 2 * _MARGIN)

    def _fades(self) -> None:
        """How possible days fade in, fade out, or stand as a haze."""
        definitions = self._paper.add("defs", {})
        for name, ends in (("rise", ("0.1", "0.9")), ("fall", ("0.9", "0.1")), ("haze", ("0.28", "0.28"))):
            gradient = self._paper.add("linearGradient", {"id": name}, definitions)
            for offset, opacity in zip(("0", "1"), ends, strict=True):
                self._paper.add("stop", {"offset": offset, "stop-color": _SOLID, "stop-opacity": opacity}, gradient)

    def _description(self) -> str:
        """The whole timeline in words, for those who cannot see the picture."""
        first, last = self._timeline.first, self._timeline.last
        told = (
            f"{title}: " + " ".join(f"{row_name(row)}: {row_words(row, first, last)}." for row in rows)
            for title, rows in self._groups
        )
        return " ".join(told) or _NOTHING

    def _axis(self) -> None:
        """Lines at years and months with their names above; what is too narrow for a name has only a line."""
        marks = list(_marks(self._scale))
        for day, _, year in marks:
            x = number(self._scale.left(day))
            stroke = {"stroke": _LINE if year else _FAINT}
            self._paper.add("line", {"x1": x, "x2": x, "y1": str(_TOP - 8), "y2": number(self._bottom), **stroke})
        years = [(day, name) for day, name, year in marks if year]
        if not years or years[0][0] > self._scale.first:
            years.insert(0, (self._scale.first, str(self._scale.first.year)))
        self._names(years, _TOP - 28, 13, _INK)
        self._names([(day, name) for day, name, year in marks if not year], _TOP - 12, 11, _QUIET)

    def _names(self, marks: list[tuple[date, str]], y: float, size: float, colour: str) -> None:
        """Names at the days where they begin, but for those that would run into the next."""
        for place, (day, name) in enumerate(marks):
            left = self._scale.left(day)
            end = self._scale.left(marks[place + 1][0]) if place + 1 < len(marks) else _RIGHT
            if left + text_width(name, size) + 4 <= end:
                self._paper.text(left + 2, y, name, size, colour, end - left)

    def _row(self, row: Row, y: float) -> None:
        """One row: its name, what it says in words, and its bars or steps."""
        group = self._paper.add("g", {})
        words = row_words(row, self._timeline.first, self._timeline.last)
        self._paper.add("title", {}, group, f"{row.about}: {row_name(row)}: {words}")
        middle = y + self._height(row) / 2
        indent, size = 10 + 14 * min(row.level, 6), 12 if row.level else 13
        self._paper.text(_MARGIN + indent, middle + 4, row_name(row), size, _INK, _LABELS - indent - 12, group)
        stretches = self._shown[id(row)]
        if self._is_counted(row):
            self._steps(stretches, y, group)
            return
        for word in _DRAWN_ORDER:
            for place, stretch in enumerate(stretches):
                if stretch.word is word:
                    look = _look(stretch, stretches[max(place - 1, 0) : place], stretches[place + 1 : place + 2])
                    self._bar(*self._scale.ends(stretch), middle, look, group)
        for _, x, figure in self._fitting(stretches, beside=True):
            self._figure(x, middle + 4, figure, group)
        self._edges(stretches, middle, group)

    def _steps(self, stretches: Sequence[Stretch], y: float, group: Element) -> None:
        """A figure over time: columns up to the lower bound, a haze up to the upper one, and a line on top."""
        counted = [stretch for stretch in stretches if stretch.values]
        base, highest = y + _STEPS - 6, max(_bounds(stretch)[1] for stretch in counted) or 1
        tops: dict[float, float] = {}
        for stretch in counted:
            left, right = self._scale.ends(stretch)
            low, high = (base - (_STEPS - 26) * bound / highest for bound in _bounds(stretch))
            if stretch.word in (Word.PLANNED, Word.AUTHORISED):
                self._paper.box(left, high, right, base, _FILLS[stretch.word], group)
            else:
                sure, between = ("0.45", "0.2") if stretch.word is Word.STATED else ("0.16", "0.07")
                self._paper.box(left, low, right, base, {"fill": _SOLID, "fill-opacity": sure}, group)
                self._paper.box(left, high, right, low, {"fill": _SOLID, "fill-opacity": between}, group)
                self._paper.line(left, right, high, _LINES[stretch.word], group)
            tops[left] = high
        for left, x, figure in self._fitting(counted):
            self._figure(x, tops[left] - 4, figure, group)
        self._edges(counted, base - 6, group)

    def _fitting(self, stretches: Sequence[Stretch], *, beside: bool = False) -> Iterator[tuple[float, float, str]]:
        """The figures that fit: where each begins to hold, where it is written, and the figure.

        One that would run into the next is left out; ``beside`` puts those that are wider than their bar behind it.
        """
        steps: list[tuple[float, float, str]] = []
        for stretch in stretches:
            figure = short_values(stretch.values)
            if figure and (not steps or steps[-1][2] != figure):
                left, right = self._scale.ends(stretch)
                narrow = beside and right - left < text_width(figure, 11) + 6
                steps.append((left, right if narrow else left, figure))
        free = 0.0
        for place, (left, x, figure) in enumerate(steps):
            last = place + 1 == len(steps)
            width = text_width(figure, 11) + 6
            end = float(_RIGHT) if last else steps[place + 1][0]
            # At the right edge the last figure is written before its step rather than not at all.
            x = min(x, end - width) if last else x
            if free <= x and x + width <= end:
                free = x + width
                yield left, x, figure

    def _figure(self, left: float, y: float, figure: str, group: Element) -> None:
        """A figure with a rim of paper around it, so that it can be read on any bar."""
        rim = {"stroke": _PAPER, "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke"}
        made = self._paper.text(left + 3, y, figure, 11, _INK, _WIDTH, group, bold=True)
        made.attrib.update(rim)

    def _edges(self, stretches: Sequence[Stretch], y: float, group: Element) -> None:
        """Arrows where a row goes on beyond the window."""
        for side, beyond in ((-1, stretches[:1]), (1, stretches[-1:])):
            for stretch in beyond:
                end, edge = (stretch.first, self._scale.first) if side < 0 else (stretch.last, self._scale.last)
                if end is None or (end < edge if side < 0 else end > edge):
                    x = (_LEFT - 7) if side < 0 else (_RIGHT + 2)
                    tip, back = (x, x + 5) if side < 0 else (x + 5, x)
                    points = f"{back},{number(y - 4)} {tip},{number(y)} {back},{number(y + 4)}"
                    self._paper.add("polyline", {"points": points, "fill": "none", "stroke": _QUIET}, group)

    def _bar(self, left: float, right: float, middle: float, look: Look | None, group: Element | None) -> None:
        """A bar with a look, or the dots of presumed days where it has none."""
        if look is None:
            self._paper.line(left, right, middle, _LINES[Word.PRESUMED], group)
        else:
            self._paper.box(left, middle - _BAR / 2, right, middle + _BAR / 2, look, group)

    def _key(self, y: float) -> None:
        """What the bars mean, at the bottom."""
        x = float(_MARGIN + 10)
        for word, meaning in _MEANINGS:
            self._bar(x, x + 34, y - 4, _FILLS.get(word), None)
            self._paper.text(x + 42, y, meaning, 12, _QUIET, _WIDTH)
            x += 42 + text_width(meaning, 12) + 22


def _size(height: float) -> Look:
    """The size of the picture, its fonts, and where its title and description are."""
    return {
        "viewBox": f"0 0 {_WIDTH} {number(height)}",
        "width": str(_WIDTH),
        "height": number(height),
        "font-family": _FONT,
        "aria-labelledby": "timeline-title timeline-desc",
    }


def _look(stretch: Stretch, before: Sequence[Stretch], after: Sequence[Stretch]) -> Look | None:
    """How a bar is filled, None where it is dotted: a possible one fades away from the surer days beside it."""
    if stretch.word is Word.POSSIBLE:
        joins_before = any(other.last is not None and _next_to(other.last, stretch.first) for other in before)
        joins_after = any(stretch.last is not None and _next_to(stretch.last, other.first) for other in after)
        if joins_before != joins_after:
            return {"fill": f"url(#{'fall' if joins_before else 'rise'})"}
    return _FILLS.get(stretch.word)


def _next_to(last: date, first: date | None) -> bool:
    return first is not None and (first - last).days == 1


def _bounds(stretch: Stretch) -> tuple[float, float]:
    """The least and the most that the figures of a stretch say; for "at least" the most is that very figure."""
    quantities = [value.quantity for value in stretch.values]
    lows, highs = [q.low or 0 for q in quantities], [q.high or q.low or 0 for q in quantities]
    return float(min(lows)), float(max(highs))


def _marks(scale: Scale) -> Iterator[tuple[date, str, bool]]:
    """The days where a year or a month begins, with their names, and whether it is a year; as many as fit."""
    year_room = (_RIGHT - _LEFT) * 365 / scale.days
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 500) if step * year_room >= 44), 1000)
    for year in range(scale.first.year, scale.last.year + 1):
        for month in range(1, 13):
            day = date(year, month, 1)
            whole = month == 1 and year % step == 0
            if scale.first <= day <= scale.last:
                if whole:
                    yield day, str(year), True
                if year_room >= _MONTHLY:
                    yield day, f"{day:%b}", False
