"""Options that several commands share, and the days that they state."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from contingent.errors import PeriodError, UsageError

REGISTER = click.option(
    "--register",
    "register_path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default="contingent.db",
    envvar="CONTINGENT_REGISTER",
    show_default=True,
    show_envvar=True,
    help="The register.",
)
KNOWN = click.option("--known", metavar="DAY", help="Only documents published by this day count (YYYY-MM-DD).")
ENTERED = click.option(
    "--entered", metavar="DAY", help="Only what the register held by the end of this day (YYYY-MM-DD, UTC) counts."
)


def bound(option: str, text: str | None) -> str | None:
    """The bound that an option states. Raises ``UsageError`` if it is none."""
    from contingent.period import parse_bound

    if text is not None:
        try:
            parse_bound(text)
        except PeriodError as error:
            raise UsageError(f"{option}: {error}") from error
    return text


def one_day(option: str, text: str | None) -> date | None:
    """The day that an option states. Raises ``UsageError`` if it is none, or a longer time."""
    stated = bound(option, text)
    if stated is None:
        return None
    try:
        return date.fromisoformat(stated)
    except ValueError:
        raise UsageError(f"{option}: {stated!r} is not one day; write YYYY-MM-DD.") from None
