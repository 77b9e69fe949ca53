"""``contingent matches``: names in the register that are likely those of one thing, for a person to decide."""

from __future__ import annotations

import sys

from contingent.ask.matches import about, matches
from contingent.catalogue import load
from contingent.resolve import resolve
from contingent.show.asked_facts import Asked
from contingent.show.matches import render
from contingent.show.terminal import room, waiting


def show_matches(what: str | None, asked: Asked, form: str) -> None:
    """Print the likely matches of the register, or of what bears a name, in one of the forms of ``show.matches``."""
    catalogue = load()
    register = asked.held(catalogue, *(() if what is None else (what,)))
    with waiting("Comparing names …"):
        facts = resolve(register.evidence, catalogue, register.decisions)
        found = matches(facts, catalogue, register.decisions)
    if what is not None:
        found = about(found, what, facts, catalogue)
    sys.stdout.write(render(found, what, form, *room()))
