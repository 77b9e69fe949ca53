"""``contingent show``: what the register knows of one thing on one day."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from contingent.ask import placemat, touching
from contingent.catalogue import load
from contingent.register import View
from contingent.show.placemat import render
from contingent.show.terminal import output


def show_answer(what: str, register_path: Path, on: date, known: date | None, gap: int | None, form: str) -> None:
    """Print the answer to standard output in one of the forms of ``show.placemat``."""
    catalogue = load()
    with View(register_path) as view:
        numbers = touching(view.mentions(), what, catalogue)
        # A name that nothing bears is compared with all names, to offer the nearest.
        evidence = view.claims_numbered(numbers) if numbers else view.claims()
        answer = placemat(evidence, what, on, known, catalogue, gap)
    console = output()
    sys.stdout.write(render(answer, form, width=console.width, colour=console.color_system is not None))
