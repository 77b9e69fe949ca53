"""The commands that look at many facts together: their options, each calling one function."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from contingent.show.options import ENTERED, GAP, KNOWN, ON, REGISTER, form_option, one_day

_FORM = form_option("table", "json", "csv")


@click.command(short_help="Add up how many persons there are on a day.")
@click.argument("what", metavar="[WHAT]", required=False)
@REGISTER
@ON
@KNOWN
@ENTERED
@GAP
@_FORM
def total(
    what: str | None,
    register_path: Path,
    on: str | None,
    known: str | None,
    entered: str | None,
    gap: int | None,
    form: str,
) -> None:
    """Add up how many persons there are on a day, with what counts, what is left out, and what may count twice.

    WHAT is any name of an operation, an actor or an element; without it, all operations are added up.
    """
    from contingent.show.asked_facts import Asked
    from contingent.show.total_command import show_total

    asked = Asked(register_path, one_day("--known", known), one_day("--entered", entered))
    show_total(what, asked, one_day("--on", on) or date.today(), gap, form)


@click.command(short_help="Tell whom an element supports, and who supports it.")
@click.argument("what")
@REGISTER
@ON
@KNOWN
@ENTERED
@GAP
@_FORM
def support(
    what: str,
    register_path: Path,
    on: str | None,
    known: str | None,
    entered: str | None,
    gap: int | None,
    form: str,
) -> None:
    """Tell whom an element supports, where they are and how many persons that is; and who supports the element.

    WHAT is any name of an element; of an operation or an actor, all its parts are asked for.
    """
    from contingent.show.asked_facts import Asked
    from contingent.show.support_command import show_support

    asked = Asked(register_path, one_day("--known", known), one_day("--entered", entered))
    show_support(what, asked, one_day("--on", on) or date.today(), gap, form)


@click.command(short_help="Draw every fact about a thing over time.")
@click.argument("what")
@REGISTER
@click.option("--from", "first", metavar="DAY", help="The first day to show (YYYY-MM-DD).  [default: the first known]")
@click.option("--to", "last", metavar="DAY", help="The last day to show (YYYY-MM-DD).  [default: the last known]")
@KNOWN
@ENTERED
@GAP
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "svg"]),
    help="A chart to read, the same for programs and spreadsheets, or a picture.  [default: by the name of the file, "
    "else table]",
)
@click.option(
    "--output",
    "target",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file in place of the terminal.",
)
def timeline(
    what: str,
    register_path: Path,
    first: str | None,
    last: str | None,
    known: str | None,
    entered: str | None,
    gap: int | None,
    form: str | None,
    target: Path | None,
) -> None:
    """Draw every fact about a thing over time: what is stated, possible, presumed or planned on which days.

    WHAT is any name of an operation, an actor, a person, an element or a place.
    """
    from contingent.show.asked_facts import Asked
    from contingent.show.timeline_command import show_timeline

    asked = Asked(register_path, one_day("--known", known), one_day("--entered", entered))
    show_timeline(what, asked, (one_day("--from", first), one_day("--to", last)), gap, form, target)


COUNTING = (total, support, timeline)
"""The commands of this module, in the order in which they are listed."""
