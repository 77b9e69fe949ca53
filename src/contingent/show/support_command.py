"""``contingent support``: whom an element supports, where they are and how many, and who supports it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

from contingent.ask.day import FactsOn
from contingent.ask.support_account import actors_supported, support_account
from contingent.catalogue import load
from contingent.show.accounts import render
from contingent.show.asked_facts import Asked
from contingent.show.terminal import room


def show_support(what: str, asked: Asked, on: date, gap: int | None, form: str) -> None:
    """Print the account of support of what bears the name, in one of the forms of ``show.accounts``."""
    catalogue = load()
    facts = asked.facts(catalogue, what)
    actors = actors_supported(facts)
    if actors:
        # Support for an actor is for all that it sends, and of that the facts about one thing tell only a part.
        facts = asked.facts(catalogue, what, *actors)
    day = FactsOn(facts, on, gap)
    account = replace(support_account(day, what, catalogue), known=asked.known, entered=asked.entered, gap=gap)
    sys.stdout.write(render(account, form, *room()))
