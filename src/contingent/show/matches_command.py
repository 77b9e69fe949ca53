"""``contingent matches``: names in the register that are likely those of one thing, for a person to decide."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from contingent.ask.knowledge import as_known
from contingent.ask.matches import about, matches
from contingent.catalogue import load
from contingent.resolve import resolve
from contingent.show.asking import held
from contingent.show.matches import render
from contingent.show.terminal import room, waiting


def show_matches(what: str | None, register_path: Path, known: date | None, entered: date | None, form: str) -> None:
    """Print the likely matches of the register, or of what bears a name, in one of the forms of ``show.matches``."""
    catalogue = load()
    register = held(register_path, [] if what is None else [what], catalogue, entered)
    evidence = register.evidence if known is None else as_known(register.evidence, known, what)
    with waiting("Comparing names …"):
        facts = resolve(evidence, catalogue, register.decisions)
        found = matches(facts, catalogue, register.decisions)
    if what is not None:
        found = about(found, what, facts, catalogue)
    sys.stdout.write(render(found, what, form, *room()))
