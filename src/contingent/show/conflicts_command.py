"""``contingent conflicts``: what the documents of the register say that cannot all be so."""

from __future__ import annotations

import sys
from pathlib import Path

from contingent.ask.conflicts import about, conflicts
from contingent.ask.knowledge import as_known
from contingent.catalogue import load
from contingent.resolve import resolve
from contingent.show.asking import held
from contingent.show.conflicts import Question, render
from contingent.show.terminal import room, waiting


def show_conflicts(asked: Question, register_path: Path, form: str, *, settled: bool) -> None:
    """Print the conflicts of the register, or of what bears a name, in one of the forms of ``show.conflicts``.

    ``settled`` also lists those of which a person accepted one side.
    """
    catalogue = load()
    register = held(register_path, [] if asked.what is None else [asked.what], catalogue, asked.entered)
    evidence = register.evidence if asked.known is None else as_known(register.evidence, asked.known, asked.what)
    with waiting("Comparing what the documents say …"):
        facts = resolve(evidence, catalogue, register.decisions)
        found = conflicts(facts, catalogue, settled)
    if asked.what is not None:
        found = about(found, asked.what, facts, catalogue)
    if asked.on is not None:
        found = tuple(conflict for conflict in found if conflict.touches(asked.on))
    sys.stdout.write(render(found, asked, form, *room()))
