"""The day of knowledge: what documents had made public by a day.

The law of this module: evidence counts from the day on which it was public for certain, that day included.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from contingent.errors import UnknownNameError
from contingent.fact import Evidence
from contingent.period import parse_bound


def as_known(evidence: Iterable[Evidence], day: date, what: str | None = None) -> list[Evidence]:
    """The evidence as it could be known on ``day``.

    Raises ``UnknownNameError`` if there is evidence and none of it was public by then; ``what`` names in the message
    what it speaks of.
    """
    found = list(evidence)
    kept = [_as_known(item, day) for item in found if known_by(item, day)]
    if found and not kept:
        first = min(filter(None, map(public_since, found)), default=None)
        since = f"; the first such document is of {first}" if first else ""
        subject = f"speaks of {what!r}" if what is not None else "is in the register"
        raise UnknownNameError(f"No document published by {day} {subject}{since}.")
    return kept


def known_by(item: Evidence, day: date) -> bool:
    """Whether a piece of evidence was public on ``day``, for certain."""
    since = public_since(item)
    return since is not None and since <= day


def public_since(item: Evidence) -> date | None:
    """The day by which a piece of evidence was public for certain, None if that is not known.

    A document without a day of publication was public at the latest when the register took it in.
    """
    if item.published is not None:
        return parse_bound(item.published)[1]
    return None if item.added is None else date.fromisoformat(item.added[:10])


def _as_known(item: Evidence, day: date) -> Evidence:
    """The evidence without a next version of its page that was not yet public."""
    unknown = item.replaced is not None and parse_bound(item.replaced)[1] > day
    return replace(item, replaced=None) if unknown else item
