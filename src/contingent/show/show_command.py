"""``contingent show``: what the register knows of one thing on one day."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from contingent.ask import placemat
from contingent.catalogue import load
from contingent.show.asking import held
from contingent.show.placemat import render
from contingent.show.terminal import room, waiting


def show_answer(
    what: str,
    register_path: Path,
    on: date,
    known: date | None,
    entered: date | None,
    gap: int | None,
    form: str,
    *,
    facts: bool = False,
) -> None:
    """Print the answer to standard output in one of the forms of ``show.placemat``, in the table with names of facts
    if ``facts``.

    ``known`` and ``entered`` are the two days of knowledge: what was published, and what the register held, by then.
    """
    catalogue = load()
    found = held(register_path, [what], catalogue, entered)
    with waiting("Putting the claims together …"):
        answer = placemat(found.evidence, what, on, known, catalogue, gap, found.decisions)
    sys.stdout.write(render(replace(answer, entered=entered, gap=gap), form, *room(), facts=facts))
