"""The worked examples of dating in the Research Handbook: the days that the sentences' own words give.

A case of type ``expression`` is read whole. Of a case of type ``read`` only the date side is tested here: each
claim takes its days from one time expression of the sentence, named below by its words, as a start, an end or a
day on which the thing was so. Of the cases' date parts (four days and two flags a claim) nine in ten must be right.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contingent.lang import load
from contingent.period import parse_bound, period_of, print_bound
from contingent.period_ranges import Ranges, to_ranges
from contingent.read.times import time_reader

FILE = Path(__file__).parents[2] / "shared" / "data" / "sfm-handbook" / "date-cases.json"
CASES: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else []
DAYS = ("first_precise", "last_precise", "first_imprecise", "last_imprecise")
FLAGS = ("starting", "ending")
USES = {
    # For each claim of a case: the words of its date, and what they are to it.
    "how-dates-work-1": [("on 2014-08-01", "day"), ("on 2014-08-01", "day"), ("on 2014-08-01", "start")],
    "how-dates-work-3": [("on February 15th", "after")] * 4,
    "how-dates-work-5": [("last month", "start")] * 3,
    "how-dates-work-7": [("on September 8", "start")],
    "how-dates-work-9": [("On 4 March 2018", "day")] * 4,
    "posting-start-end-dates-1": [("on 2014-08-01", "start"), ("2014-08-03", "start")],
    "posting-start-end-dates-3": [("on 2014-08-01", "start"), ("on 2014-08-01", "end")],
}
FLOOR = 0.90

pytestmark = pytest.mark.skipif(not CASES, reason=f"The handbook's cases are not beside the repository: {FILE}")


def test_expressions_give_the_days_of_the_handbook() -> None:
    right, parts = 0, 0
    for case in CASES:
        if case["type"] == "expression":
            expression = time_reader(load("en")).whole(case["text"])
            bound = expression.resolve(None).on if expression else None
            right, parts = _added((right, parts), case["claims"][0], _of_bound(bound))
    assert (right, parts) == (12, 12)


def test_sentences_give_the_days_of_the_handbook() -> None:
    right, parts = 0, 0
    for case in CASES:
        if case["type"] == "read":
            for claim, (words, use) in zip(case["claims"], USES[case["id"]], strict=True):
                ranges = _read(case["text"], case["published"], words, use, claim["kind"])
                right, parts = _added((right, parts), claim, ranges)
    assert parts > 0
    assert right / parts >= FLOOR, f"{right} of {parts} date parts are right"


def _read(text: str, published: str | None, words: str, use: str, kind: str) -> Ranges:
    """The ranges of a claim whose date are the ``words`` of the sentence."""
    day = parse_bound(published)[1] if published else None
    found = time_reader(load("en")).find(text)
    (expression,) = [each for each in found if text[each.start : each.end] == words]
    bound = expression.resolve(day).on
    if use == "start":
        ranges = to_ranges(period_of(bound, None, published=published))
    elif use == "end":
        ranges = to_ranges(period_of(None, bound, modality="past", published=published))
    elif use == "after" and bound and day:  # at some time from then to the day of publication
        ranges = _of_bound(print_bound(parse_bound(bound)[0], day))
    else:
        ranges = _of_bound(bound)
    if kind != "posting":  # a person and a unit do not begin with a posting
        return Ranges(ranges.first_precise, ranges.last_precise, ranges.first_imprecise, ranges.last_imprecise)
    return ranges


def _of_bound(bound: str | None) -> Ranges:
    if bound is None:
        return Ranges()
    first, last = (day.isoformat() for day in parse_bound(bound))
    return Ranges(first, last) if first == last else Ranges(None, None, first, last)


def _added(tally: tuple[int, int], claim: dict[str, Any], ranges: Ranges) -> tuple[int, int]:
    """The tally of right parts and of all parts with those of one claim; a flag that the case leaves open is none."""
    asked = [*DAYS, *(flag for flag in FLAGS if claim[flag] is not None)]
    return tally[0] + sum(claim[part] == getattr(ranges, part) for part in asked), tally[1] + len(asked)
