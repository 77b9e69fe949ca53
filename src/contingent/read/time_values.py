"""From matched words to values: the point in time that a form's words make, and the length that a count makes."""

from __future__ import annotations

import re
from typing import Any

from contingent.read.time_expressions import Spell
from contingent.read.time_points import Point, in_whole_units
from contingent.read.time_table import TimeTable, plain

_CENTURY = 100
_FIRST_SHORT_DECADE = 40
"""The '40s are those of the last century, the '30s those of this."""


def point_of(table: TimeTable, text: str, match: re.Match[str]) -> Point | None:
    """The point that the match's form and words make; None where a word lacks its capital letter."""
    form = table.forms[int((match.lastgroup or "p0")[1:])]
    values: dict[str, Any] = dict(form.given)
    for slot, group in form.slots.items():
        written = match[group]
        if written is None:
            continue
        word = plain(written)
        if slot in ("month", "weekday") and word in table.capitalised and not text[match.start(group)].isupper():
            return None
        if slot in ("day", "month_number", "day_number", "week", "year", "decade"):
            number = int("".join(letter for letter in word if letter.isdigit()))
            values[slot.removesuffix("_number")] = number
        elif slot.startswith("shifted_"):
            values["unit"], values["shift"] = table.words[slot][word]
        elif slot == "holiday":
            named = table.words[slot][word]  # a month, or a day of one: "01-01"
            values["month"], values["day"] = map(int, named.split("-")) if isinstance(named, str) else (named, None)
        elif slot == "unit":
            times, _, values["unit"] = table.words[slot][word].partition(" ")
            values["count"] = values["count"] * int(times) if "count" in values else None
        elif slot == "count":
            values["count"] = float(word) if word.isdigit() else float(table.words[slot][word])
        elif slot in table.words:
            values[slot] = table.words[slot][word]
    if "one" in form.slots:
        one, two = int(match[form.slots["one"]]), int(match[form.slots["two"]])
        day_first = (table.day_first and two <= 12) or one > 12
        values["day"], values["month"] = (one, two) if day_first else (two, one)
    if values.get("decade", _CENTURY) < _CENTURY:
        values["decade"] += _CENTURY * (19 if values["decade"] >= _FIRST_SHORT_DECADE else 20)
    if values.get("count") is not None:
        values["count"], values["unit"] = in_whole_units(values["count"], values["unit"])
    return Point(**values)


def length_of(table: TimeTable, match: re.Match[str], side: str) -> Spell:
    """The length of time that a match counts; ``side`` is that of ``Spell``."""
    prefix = "for" if match["for_count"] else "ahead"
    count, unit = plain(match[f"{prefix}_count"]), plain(match[f"{prefix}_unit"])
    number = float(count) if count.isdigit() else float(table.words["count"][count])
    times, _, name = table.words["unit"][unit].partition(" ")
    return Spell(*in_whole_units(number * int(times), name), bool(match[f"{prefix}_about"]), side)
