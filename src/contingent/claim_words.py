"""Counts and times of claims in words."""

from __future__ import annotations

from datetime import timedelta

from contingent.claim import Quantity
from contingent.period import Period, parse_bound


def quantity_words(quantity: Quantity) -> str:
    """A count with its bound and its unit, such as ``up to 140 persons`` or ``about 500 persons``."""
    low, high = quantity.low, quantity.high
    about = "about " if quantity.approx else ""
    if low is None:
        words = f"up to {about}{high:,}"
    elif high is None:
        words = f"at least {about}{low:,}"
    else:
        words = f"{about}{low:,}" if low == high else f"{about}{low:,} to {high:,}"
    return f"{words} {quantity.unit}" if quantity.unit else words


def time_words(start: str | None, end: str | None) -> str | None:
    """When, in words: ``from 2020-12, ending between 2022-05 and 2022-08``; None where neither is stated.

    Where start and end are one bound, it is said once: ``on 2021-10-05``, ``in 2021-09``.
    """
    if start is not None and start == end:
        return _between("at some time", start) or (f"on {start}" if len(start) == len("2021-10-05") else f"in {start}")
    parts = []
    if start is not None:
        parts.append(_between("starting", start) or f"from {start}")
    if end is not None:
        parts.append(_between("ending", end) or f"until {end}")
    return (", " if any("between" in part for part in parts) else " ").join(parts) or None


def period_words(period: Period) -> str:
    """The four days of a period, and whether its start and end are known themselves.

    ``certain from 2020-12-31 to 2022-05-01, possible from 2020-12-01 to 2022-08-31; start and end are known``
    """
    certain, first, last = period.certain, period.possible_start, period.possible_end
    if certain is None:
        words = "certain on no day"
    elif certain[0] == certain[1]:
        words = f"certain on {certain[0]}"
    else:
        words = f"certain from {certain[0]} to {certain[1]}"
    if first is not None and first == last:
        possible = f"possible on {first}"
    elif first is not None and last is not None:
        possible = f"possible from {first} to {last}"
    else:
        side = f" up to {last}" if last is not None else f" from {first}" if first is not None else ""
        possible = f"possible on any day{side}"
    known = {
        (True, True): "start and end are known",
        (True, False): "its start is known",
        (False, True): "its end is known",
        (False, False): "neither start nor end is known",
    }[period.starts_known, period.ends_known]
    return f"{words}, {possible}; {known}"


def bound_words(bound: str) -> str:
    """A bound in words: itself where it is a day, a month or a year, else ``between 2022-05 and 2022-08``."""
    return (_between("", bound) or bound).strip()


def _between(verb: str, bound: str) -> str | None:
    """A bound that is no year, month or day of its own, in words; one of whole months is told by its months."""
    if "/" not in bound:
        return None
    first, last = parse_bound(bound)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return f"{verb} between {first:%Y-%m} and {last:%Y-%m}"
    return f"{verb} between {first} and {last}"
