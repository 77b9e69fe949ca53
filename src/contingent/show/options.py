"""Options that several commands share, and the days that they state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from contingent.errors import PeriodError, UsageError

Command = TypeVar("Command", bound=Callable[..., Any])

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
PUBLISHED = click.option(
    "--published", metavar="DAY", help="The day of publication (YYYY-MM-DD, YYYY-MM or YYYY), over what the page says."
)
LANGUAGE = click.option("--language", metavar="CODE", help="The language (en, da …), over what the page says.")
ON = click.option("--on", metavar="DAY", help="The day that is asked about (YYYY-MM-DD).  [default: today]")
KNOWN = click.option("--known", metavar="DAY", help="Only documents published by this day count (YYYY-MM-DD).")
ENTERED = click.option(
    "--entered", metavar="DAY", help="Only what the register held by the end of this day (YYYY-MM-DD, UTC) counts."
)


_READERS = {"json": "programs", "csv": "spreadsheets", "markdown": "reports"}
"""For whom each form is that is not for people at the terminal."""


def form_option(shown: str, *others: str) -> Callable[[Command], Command]:
    """The option ``--format`` of a command that has a table, text or list to read (``shown``), and forms for others."""
    *first, last = (_READERS[other] for other in others)
    readers = f"{', '.join(first)} and {last}" if first else last
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", *others]),
        default="table",
        show_default=True,
        help=f"A {shown} to read, or the same for {readers}.",
    )


def _gap_rule(_context: click.Context, _parameter: click.Parameter, value: str) -> int | None:
    """The days that the option ``--gap`` allows, None for no limit."""
    from contingent.show.gap import parse_gap

    return parse_gap(value)


GAP = click.option(
    "--gap",
    metavar="TIME",
    callback=_gap_rule,
    default="none",
    envvar="CONTINGENT_GAP",
    show_default=True,
    show_envvar=True,
    help="Presume nothing further than so long from the nearest evidence: 90d, 6w, 3m, 1y, or none.",
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
