"""Time expressions: where a text speaks of time, and the bounds that it means.

``TimeReader.find`` marks expressions with their connecting words ("From December 2020 to mid-2022");
``TimeExpression.resolve`` works out the bounds once the day of publication is known. The words and forms
of a language are data (``time.toml``); figures such as 2014-08-01 are read here for all languages.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from contingent.lang import LanguagePack
from contingent.read.time_expressions import Time, TimeExpression
from contingent.read.time_pairs import adjoin, completed, fits
from contingent.read.time_points import Point
from contingent.read.time_table import TimeTable, compile_table, plain
from contingent.read.time_values import length_of, point_of

__all__ = ["Time", "TimeExpression", "TimeReader", "time_reader"]

_BEFORE_SEED = 96
"""How far before its seed an expression can begin: a lead, six words between, a weekday and a day."""
_BEHIND_SEED = 160
_ANAPHORA = 400
"""How far back "the same month" looks for a month."""
_SENTENCE_END = re.compile(r"[.!?]\s+[^\W\d_]|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+|\d+\w*")
_BEGIN = re.compile(r"(?<!\w)\w")
_JOINED = re.compile(r"\w[-/.,]")
"""What stands before a figure that belongs to a longer name or number: "B-2014", "1,2014"."""
_NAMING = (None, "on", "throughout")
"""The roles of a point that names days."""
_BEGINNING = (*_NAMING, "as_of", "since", "from")
"""The roles of a point from which something can run on."""
_SHORT_YEAR = re.compile(r"(?:[–—-]|/)(\d\d)(?![\w]|[.,/-]\d)")


class TimeReader:
    """Finds time expressions in texts of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """``table`` is the language's ``time.toml``; raises ``DataError`` if it is malformed."""
        self._table: TimeTable = compile_table(table)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[TimeExpression]:
        """The expressions between ``start`` and ``end``, in order; none overlaps another."""
        lowered = _lowered(text)
        stop = len(text) if end is None else end
        found: list[TimeExpression] = []
        position = start
        for seed in self._table.seed.finditer(lowered, start, stop):
            if seed.start() < position:
                continue
            if seed.group() in self._table.capitalised and not text[seed.start()].isupper():
                continue
            expression = self._around(text, lowered, seed, position, stop)
            if expression is None:
                position = seed.start() + 1  # nothing that begins before or at this seed reaches the next one
                continue
            found.append(self._linked(lowered, expression, found))
            position = expression.end
        return found

    def whole(self, text: str) -> TimeExpression | None:
        """The expression that is all of ``text``, such as a table cell: "2011 - 2020", "Fra 2014"; else None."""
        lowered = _lowered(text)
        start = len(lowered) - len(lowered.lstrip(" \t\n\xa0(–-"))
        stop = len(lowered.rstrip(" \t\n\xa0).,;:"))
        expression = self._at(text, lowered, start, stop, alone=True)
        if expression is None:
            return None
        rest = lowered[expression.end : stop].strip(" \t\n\xa0,;:(")
        if not rest or self._table.present.fullmatch(rest):
            return replace(expression, end=stop)
        if not rest.strip("–—-… ?"):
            return replace(expression, end=stop, role="from") if expression.role == "on" else None
        word, _, behind = rest.partition(" ")
        for begin in (stop - len(rest), stop - len(behind) if word in self._table.links else stop):
            second = self._at(text, lowered, begin, stop, alone=True)
            if second is not None and second.end == stop:
                return self._joined(expression, second)
        return None

    def _joined(self, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
        """One expression of two that stand side by side: "since 2014, until further notice", "6 months in 2022"."""
        if second.role in ("open", "none"):
            return replace(first, end=second.end)
        if first.role == "duration" and first.spell and second.first and second.role in ("on", "range"):
            spell = None if second.last else replace(first.spell, side="within")
            return replace(second, start=first.start, role="range", spell=spell)
        return None

    def _at(self, text: str, lowered: str, start: int, stop: int, alone: bool) -> TimeExpression | None:
        match = self._table.expression.match(lowered, start, stop)
        return None if match is None else self._read(text, lowered, match, stop, alone)

    def _around(self, text: str, lowered: str, seed: re.Match[str], position: int, end: int) -> TimeExpression | None:
        """The expression that holds the seed, if there is one."""
        stop = min(end, seed.end() + _BEHIND_SEED)
        at = self._left_of(lowered, max(position, seed.start() - _BEFORE_SEED), seed.start())
        for begin in _BEGIN.finditer(lowered, at, seed.start() + 1):
            match = self._table.expression.match(lowered, begin.start(), stop)
            if match is None or (match.start() > 1 and _JOINED.match(lowered, match.start() - 2)):
                continue
            expression = self._read(text, lowered, match, stop)
            if expression is not None and expression.end > seed.start():
                return expression
        return None

    def _left_of(self, lowered: str, floor: int, seed: int) -> int:
        """Where an expression with its seed at ``seed`` can begin: as far left as its own words reach."""
        parting = self._table.parting.search(lowered, floor, seed)
        at = parting.start() if parting else seed
        for word in reversed(list(_WORD.finditer(lowered, floor, at))):
            if word.group() not in self._table.vocabulary and not word.group()[0].isdigit():
                break
            at = word.start()
        return at

    def _read(
        self, text: str, lowered: str, match: re.Match[str], stop: int, alone: bool = False
    ) -> TimeExpression | None:
        """The expression that begins with ``match``; None where its words do not tell a time here."""
        if match["open"] or match["none"]:
            return TimeExpression(match.start(), match.end(), "open" if match["open"] else "none")
        if match["for_count"]:
            return self._spell(text, lowered, match, stop)
        lead = plain(match["lead"]) if match["lead"] else None
        role = self._table.leads[lead] if lead else _role_of_parted_lead(match)
        form = self._table.forms[int((match.lastgroup or "p0")[1:])]
        if form.role:
            return TimeExpression(match.start(), match.end(), form.role)
        first = point_of(self._table, text, match)
        if first is None:
            return None
        end = match.end()
        if lead in self._table.month_only and first.day and first.month and not first.has_year and not first.weekday:
            month, day = (match.span(form.slots[slot]) if slot in form.slots else (0, 0) for slot in ("month", "day"))
            if 0 < month[1] < day[0]:  # "In May 12 soldiers": the number counts the soldiers
                return TimeExpression(match.start(), month[1], "on", Point(month=first.month))
        ranged = self._range(text, lowered, match.start(), end, stop, role, first)
        if ranged is not None:
            return ranged
        if form.partner:  # a number alone; it may count days or months
            spell = self._table.spell.match(lowered, match.start(), stop)
            return self._spell(text, lowered, spell, stop) if spell else None
        onward = self._table.onward.match(lowered, end, stop) if role in _BEGINNING else None
        if onward:
            return TimeExpression(match.start(), onward.end(), "since" if role == "since" else "from", first)
        if form.bare and not alone and not self._stands(text, lowered, match.start(), end, lead, role, first):
            return None
        if role in _BEGINNING:
            lasting = self._table.duration_behind.match(lowered, end, stop)
            if lasting:
                length = length_of(self._table, lasting, "for")
                return TimeExpression(match.start(), lasting.end(), "range", first, spell=length)
        if role in (*_NAMING, "between", "due", "as_of"):
            due, current, throughout = (role == name for name in ("due", "as_of", "throughout"))
            return TimeExpression(match.start(), end, "on", first, due=due, current=current, throughout=throughout)
        return TimeExpression(match.start(), end, role, first)

    def _stands(
        self, text: str, lowered: str, start: int, end: int, lead: str | None, role: str | None, point: Point
    ) -> bool:
        """Whether a bare year or month tells a time here, rather than being a count, a name or a verb."""
        if point.is_plain_year:
            if self._table.counted.match(lowered, end):
                return False
            before, behind = lowered[start - 1 : start], lowered[end : end + 2]
            if role is None:
                opened = before == "(" and behind[:1] in (")", ",", ";", ":")
                line = text[max(0, start - 200) : start].rpartition("\n")[2].strip(" \t•*·–-") == ""
                return opened or (line and (behind[:1] in ("", "\n", "\t", ":") or behind in ("  ", " –", " -")))
            return lead not in self._table.counting_leads or not (behind[:1].isspace() and behind[1:2].isalnum())
        return role is not None

    def _range(
        self, text: str, lowered: str, start: int, end: int, stop: int, role: str | None, first: Point
    ) -> TimeExpression | None:
        """The expression that runs on from its first point to a second one."""
        table = self._table
        if role in ("until", "due", "none"):
            return None
        short = _SHORT_YEAR.match(lowered, end, stop) if first.is_plain_year else None
        if short and first.year and int(short[1]) > first.year % 100:
            last = Point(year=first.year // 100 * 100 + int(short[1]))
            return TimeExpression(start, short.end(), "range", first, last)
        link = table.link.match(lowered, end, stop)
        if link is None:
            return self._row(text, lowered, start, end, stop, first) if role in _NAMING else None
        kind = table.links[plain(link["link"])] if link["link"] else ("and" if "/" in link.group() else "to")
        if kind == "and" and role == "between":
            kind = "to"
        if kind == "to" and role in (*_NAMING, "since", "from"):
            present = table.present.match(lowered, link.end(), stop)
            if present:
                return TimeExpression(start, present.end(), "range", first)
        match = self._plain_point(lowered, link.end(), stop)
        second = point_of(self._table, text, match) if match else None
        if match is None or second is None or not fits(first, second, kind):
            return None
        end = match.end()
        if first.week and lowered[end - 1] == ".":
            end -= 1  # a week has no ending: the point closes the sentence
        if (
            second.day
            and not second.month
            and lowered[end : end + 1].isspace()
            and lowered[end + 1 : end + 2].isalnum()
        ):
            return None  # "July 25 - 30 soldiers"
        if second.is_plain_year and not first.is_plain_year and table.counted.match(lowered, end):
            return None
        joint = kind == "or" or (kind == "and" and not adjoin(first, second))
        return TimeExpression(start, end, "on" if joint else "range", *completed(first, second), joint)

    def _row(self, text: str, lowered: str, start: int, end: int, stop: int, first: Point) -> TimeExpression | None:
        """The expression of a row of points that follow each other without a gap: "March, April and May"."""
        last, comma = first, self._table.row.match(lowered, end, stop)
        while comma:
            found = self._plain_point(lowered, comma.end(), stop)
            point = point_of(self._table, text, found) if found else None
            if found is None or point is None or not adjoin(last, point):
                return None
            last = point
            if comma["linked"]:
                return TimeExpression(start, found.end(), "range", *completed(first, last))
            comma = self._table.row.match(lowered, found.end(), stop)
        return None

    def _plain_point(self, lowered: str, start: int, stop: int) -> re.Match[str] | None:
        """A point that stands at ``start`` without a lead."""
        match = self._table.expression.match(lowered, start, stop)
        if match is None or not (match.lastgroup or "").startswith("p") or match["lead"] or _role_of_parted_lead(match):
            return None
        return None if match["past"] else match

    def _spell(self, text: str, lowered: str, match: re.Match[str], stop: int) -> TimeExpression | None:
        """A length of time, with the point that it is counted from where one follows."""
        side = next((side for side in ("past", "next", "for") if match[side]), "bare")
        if match["ahead"]:
            side = "next"
        spell = length_of(self._table, match, side)
        if plain(match["for_unit"]) in self._table.singular and match["for_count"].isdigit() and spell.count > 1:
            return None
        offset = self._table.offset.match(lowered, match.end(), stop)
        begin = self._table.duration_start.match(lowered, match.end(), stop)
        for link in (offset, begin):
            if link is None or (link is begin and side not in ("for", "bare")):
                continue
            found = self._plain_point(lowered, link.end(), stop)
            point = point_of(self._table, text, found) if found else None
            if found is None or point is None or (link is offset and point.is_plain_year):
                continue
            if link is offset:
                sign = -1 if offset and offset["before"] else 1
                return TimeExpression(match.start(), found.end(), "on", point, spell=spell, offset=sign)
            return TimeExpression(match.start(), found.end(), "range", point, spell=replace(spell, side="for"))
        if (
            side == "bare"
            and not match["for_count"].isdigit()
            and self._table.words["count"][plain(match["for_count"])] == 1
        ):
            return None  # "a day", "one week": an article, no length
        return TimeExpression(match.start(), match.end(), "duration", spell=spell)

    def _linked(self, lowered: str, expression: TimeExpression, found: list[TimeExpression]) -> TimeExpression:
        """The expression with the one before it, if it needs one to be understood."""
        spell = expression.spell if expression.role == "duration" else None
        anchored = expression.first is not None and expression.first.anchored
        if not anchored and not (spell and spell.side == "for"):
            return expression
        grain = 0 if spell or expression.first is None else _grain(Point(unit=expression.first.unit, shift=0))
        for earlier in reversed(found):
            if expression.start - earlier.end > _ANAPHORA:
                break
            if spell and _SENTENCE_END.search(lowered, earlier.end, expression.start):
                break
            if earlier.role in ("none", "open", "duration", "until" if spell else "none") or earlier.first is None:
                continue
            if _grain(earlier.last or earlier.first) >= grain:
                return replace(expression, previous=earlier)
        return expression


def _role_of_parted_lead(match: re.Match[str]) -> str | None:
    for role in ("since", "until"):
        if match.re.groupindex.get(f"apart_{role}") and match[f"apart_{role}"]:
            return role
    return None


def _grain(point: Point) -> int:
    """How finely a point names its days: 3 for a day, 2 for a week, 1 for a month, 0 for more."""
    if point.day or point.weekday or point.unit in ("day", "weekend"):
        return 3
    if point.week or point.unit == "week":
        return 2
    return 1 if point.month or point.unit == "month" else 0


@functools.lru_cache(maxsize=1)
def _lowered(text: str) -> str:
    """The text in lower case with every character in its place; the last one is kept, for its parts are asked for."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@functools.cache
def time_reader(pack: LanguagePack) -> TimeReader:
    """The reader of times for a language; raises ``DataError`` if its pack has no sound time.toml."""
    return TimeReader(pack.table("time"))
