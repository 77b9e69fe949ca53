"""The gap rule as it is written on the command line: ``90d``, ``3m``, ``1y``, ``90`` or ``none``.

The law of this module: it is the only one that reads the rule, so that every command understands the same.
"""

from __future__ import annotations

import re

from contingent.errors import UsageError

_WRITTEN = re.compile(r"(\d{1,6})\s*(d|w|m|y)?", re.ASCII | re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 31, "y": 366}
"""The days of each unit, months and years at their longest: "1y" reaches the same date of the next year in any year."""


def parse_gap(text: str) -> int | None:
    """The number of days that a gap rule allows, None for no limit. Raises ``UsageError`` with a sentence that says how
    it is written."""
    written = text.strip().lower()
    if written == "none":
        return None
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise UsageError(
            f"--gap or CONTINGENT_GAP: {text!r} is no length of time; write days, weeks, months or years as 90d, 6w, "
            "3m, 1y, or none."
        )
    return int(found[1]) * _DAYS[found[2] or "d"]
