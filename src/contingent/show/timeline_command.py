"""``contingent timeline``: every fact about a thing over time."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from contingent.ask.timeline import timeline
from contingent.catalogue import load
from contingent.errors import ContingentError, UsageError
from contingent.show.asked_facts import Asked
from contingent.show.terminal import room, waiting
from contingent.show.timeline_chart import SIGNS
from contingent.show.timelines import render

_BY_NAME = {".svg": "svg", ".json": "json", ".csv": "csv", ".txt": "table"}


def show_timeline(
    what: str,
    asked: Asked,
    window: tuple[date | None, date | None],
    gap: int | None,
    form: str | None,
    target: Path | None = None,
) -> None:
    """Print the timeline of what bears the name in one of the forms of ``show.timelines``, or write it to ``target``.

    Without a ``form`` it is that of the target's name, or the table if there is no target. ``window`` are the first and
    the last day to show, None for the first and the last of which anything is said. Raises ``UsageError`` if the
    target's name tells no form, and ``ContingentError`` if the file cannot be written.
    """
    chosen = form or _form_of(target)
    catalogue = load()
    facts = asked.facts(catalogue, what)
    with waiting("Drawing the timeline …"):
        found = timeline(facts, what, catalogue, *window, gap)
    width, colour = room()
    plain = target is None and not _can_print("".join(SIGNS.values()))
    shown = render(
        replace(found, known=asked.known, entered=asked.entered, gap=gap),
        chosen,
        width,
        colour and target is None,
        plain,
    )
    if target is None:
        sys.stdout.write(shown)
        return
    try:
        target.write_text(shown, encoding="utf-8")
    except OSError as error:
        raise ContingentError(f"{target} cannot be written ({error.strerror}); give another file.") from error


def _form_of(target: Path | None) -> str:
    """The form that the name of a file tells."""
    if target is None:
        return "table"
    form = _BY_NAME.get(target.suffix.lower())
    if form is None:
        raise UsageError(
            f"--output: the name {target} tells no format; end it in {', '.join(_BY_NAME)}, or give --format."
        )
    return form


def _can_print(signs: str) -> bool:
    try:
        signs.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
