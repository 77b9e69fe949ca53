"""``contingent show``: what the register knows of one thing on one day."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from contingent.ask import placemat
from contingent.register import View
from contingent.show.placemat import render
from contingent.show.terminal import output


def show_answer(what: str, register_path: Path, on: date, known: date | None, form: str) -> None:
    """Print the answer to standard output in one of the forms of ``show.placemat``."""
    with View(register_path) as view:
        answer = placemat(view.claims(), what, on, known)
    console = output()
    sys.stdout.write(render(answer, form, width=console.width, colour=console.color_system is not None))
