"""Periods as the precise and imprecise ranges of the Security Force Monitor's Research Handbook.

In the handbook a statement is true on every day of its precise range and on at least one day of its
imprecise range; both ranges join without a gap; ``Y`` for starting or ending says that the range holds the
start or the end itself. The law of this module: ranges written by the handbook's rules come back unchanged
from a period, and a period comes back from its ranges with the same answer on every day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from contingent.errors import PeriodError
from contingent.period import Period, parse_bound

BEGINNING_OF_TIME = "since_beginning_of_time"
"""The handbook's value for a first day of which only is known that it lies in the past."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ranges:
    """The six columns of the handbook: days as ``YYYY-MM-DD``, flags as ``Y`` or ``N``, None where a cell is empty.

    A precise range has both days. An imprecise range without a last day has no end in sight, which the
    handbook's own rows, being about the past, never have.
    """

    first_precise: str | None = None
    last_precise: str | None = None
    first_imprecise: str | None = None
    last_imprecise: str | None = None
    starting: str = "N"
    ending: str = "N"


def to_ranges(period: Period) -> Ranges:
    """The handbook's ranges of a period."""
    starting, ending = "Y" if period.starts_known else "N", "Y" if period.ends_known else "N"
    if period.certain is None:
        first = period.possible_start if period.starts_known else period.certain_end
        last = period.possible_end if period.ends_known else period.certain_start
        return Ranges(None, None, _first(first), _written(last), starting, ending)
    first_precise, last_precise = period.certain
    blurred_start = period.possible_start is not None and period.possible_start < first_precise
    blurred_end = period.possible_end is not None and period.possible_end > last_precise
    # A stated end tells that the thing was so before it; the handbook writes this as the beginning of time.
    ageless = period.possible_start == date.min or (period.possible_start is None and period.ends_known)
    first_imprecise = _first(period.possible_start)
    imprecise: tuple[str | None, str | None] = None, None
    if (blurred_start or ageless) and blurred_end:
        imprecise = first_imprecise, _written(period.possible_end)
    elif ageless:
        imprecise = first_imprecise, _written(first_precise - _DAY)
    elif blurred_start:
        imprecise = first_imprecise, _written(first_precise)
        first_precise = min(first_precise + _DAY, last_precise)
    elif blurred_end:
        imprecise = _written(last_precise), _written(period.possible_end)
        last_precise = max(last_precise - _DAY, first_precise)
    return Ranges(_written(first_precise), _written(last_precise), *imprecise, starting, ending)


def from_ranges(ranges: Ranges) -> Period:
    """The period that the handbook's ranges tell of.

    Raises ``PeriodError`` for cells that are no days, for half a range and for a gap between the two ranges.
    """
    starts, ends = ranges.starting == "Y", ranges.ending == "Y"
    ageless = ranges.first_imprecise == BEGINNING_OF_TIME
    first_imprecise = None if ageless else _read(ranges.first_imprecise)
    last_imprecise = _read(ranges.last_imprecise)
    first_precise, last_precise = _read(ranges.first_precise), _read(ranges.last_precise)
    if (first_precise is None) != (last_precise is None):
        raise PeriodError("A precise range has only one of its two days; give both, or neither.")
    if first_precise is None or last_precise is None:
        possible_start = (first_imprecise or date.min) if starts else None
        return Period(possible_start, last_imprecise, first_imprecise, last_imprecise if ends else None, starts, ends)
    possible_start = first_precise if starts or ends else None
    possible_end = last_precise if ends else None
    if ageless:
        possible_start = None if ends and not starts else date.min
        if last_imprecise and last_imprecise > last_precise:
            possible_end = last_imprecise
        return Period(possible_start, first_precise, last_precise, possible_end, starts, ends)
    if first_imprecise is None:
        return Period(possible_start, first_precise, last_precise, possible_end, starts, ends)
    if last_imprecise is None or last_imprecise < first_precise - _DAY or first_imprecise > last_precise + _DAY:
        raise PeriodError(
            f"The imprecise range from {first_imprecise} to {last_imprecise} does not join the precise range "
            f"from {first_precise} to {last_precise}; write them without a gap."
        )
    if first_imprecise < first_precise:
        possible_start = first_imprecise
        if last_imprecise <= first_precise:
            first_precise = last_imprecise
    if last_imprecise > last_precise:
        possible_end = last_imprecise
        if first_imprecise >= last_precise:
            last_precise = first_imprecise
    return Period(possible_start, first_precise, last_precise, possible_end, starts, ends)


def _first(day: date | None) -> str:
    return BEGINNING_OF_TIME if day is None or day == date.min else day.isoformat()


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read(cell: str | None) -> date | None:
    """The day in a cell; raises ``PeriodError`` if the cell holds anything but one day."""
    if not cell:
        return None
    first, last = parse_bound(cell)
    if first != last:
        raise PeriodError(f"{cell!r} is more than one day; ranges are written as days, YYYY-MM-DD.")
    return first
