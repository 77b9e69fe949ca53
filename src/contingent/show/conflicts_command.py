"""``contingent conflicts``: what the documents of the register say that cannot all be so."""

from __future__ import annotations

import sys
from pathlib import Path

from contingent.ask.conflicts import about, conflicts
from contingent.catalogue import load
from contingent.resolve import resolve
from contingent.show.asked_facts import Asked
from contingent.show.conflicts import Question, render
from contingent.show.terminal import room, waiting


def show_conflicts(asked: Question, register_path: Path, form: str, *, settled: bool) -> None:
    """Print the conflicts of the register, or of what bears a name, in one of the forms of ``show.conflicts``.

    ``settled`` also lists those of which a person accepted one side.
    """
    catalogue = load()
    whats = () if asked.what is None else (asked.what,)
    register = Asked(register_path, asked.known, asked.entered).held(catalogue, *whats)
    with waiting("Comparing what the documents say …"):
        facts = resolve(register.evidence, catalogue, register.decisions)
        found = conflicts(facts, catalogue, settled)
    if asked.what is not None:
        found = about(found, asked.what, facts, catalogue)
    if asked.on is not None:
        found = tuple(conflict for conflict in found if conflict.touches(asked.on))
    sys.stdout.write(render(found, asked, form, *room()))
