"""``contingent total``: how many persons there are in something on a day, and what that sum is made of."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

from contingent.ask.day import FactsOn
from contingent.ask.total_account import total_account
from contingent.catalogue import load
from contingent.show.accounts import render
from contingent.show.asked_facts import Asked
from contingent.show.terminal import room, waiting


def show_total(what: str | None, asked: Asked, on: date, gap: int | None, form: str) -> None:
    """Print the total of what bears the name, or of all operations, in one of the forms of ``show.accounts``."""
    catalogue = load()
    day = FactsOn(asked.facts(catalogue, *(() if what is None else (what,))), on, gap)
    with waiting("Adding up …"):
        account = replace(total_account(day, what, catalogue), known=asked.known, entered=asked.entered, gap=gap)
    sys.stdout.write(render(account, form, *room()))
