"""``contingent conflicts``: what the documents of the register say that cannot all be so."""

from __future__ import annotations

import sys
from pathlib import Path

from contingent.ask import touching
from contingent.ask.conflicts import about, conflicts
from contingent.ask.knowledge import as_known
from contingent.catalogue import load
from contingent.register import View
from contingent.resolve import resolve
from contingent.show.conflicts import Question, render
from contingent.show.placemat import NARROWEST, WIDEST
from contingent.show.terminal import output


def show_conflicts(asked: Question, register_path: Path, form: str, *, settled: bool) -> None:
    """Print the conflicts of the register, or of what bears a name, in one of the forms of ``show.conflicts``.

    ``settled`` also lists those of which a person accepted one side.
    """
    catalogue = load()
    with View(register_path, asked.entered) as view:
        numbers = touching(view.mentions(), asked.what, catalogue) if asked.what is not None else frozenset()
        # A name that nothing bears is compared with all names, to offer the nearest.
        evidence = list(view.claims_numbered(numbers) if numbers else view.claims())
        decisions = view.decisions()
    if asked.known is not None:
        evidence = as_known(evidence, asked.known, asked.what)
    facts = resolve(evidence, catalogue, decisions)
    found = conflicts(facts, catalogue, settled)
    if asked.what is not None:
        found = about(found, asked.what, facts, catalogue)
    if asked.on is not None:
        found = tuple(conflict for conflict in found if conflict.touches(asked.on))
    console = output()
    width = min(max(console.width, NARROWEST), WIDEST)
    sys.stdout.write(render(found, asked, form, width, console.color_system is not None))
