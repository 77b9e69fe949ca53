"""The facts that a question is asked of, as they could be known on a day and stood in the register on another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from contingent.ask import touching
from contingent.ask.facts import Facts
from contingent.ask.knowledge import as_known
from contingent.catalogue import Catalogue
from contingent.register import View
from contingent.resolve import resolve


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is asked of: the register's file, and what of it counts.

    ``known`` is the day by which it was published, ``entered`` that by which the register held it; None for all.
    """

    register_path: Path
    known: date | None = None
    entered: date | None = None

    def facts(self, what: str | None, catalogue: Catalogue) -> Facts:
        """The facts that can matter to an answer about ``what``, all facts where it is None or nothing bears the name.

        Raises ``UnknownNameError`` if no document that speaks of it was published by the day of knowledge.
        """
        with View(self.register_path, self.entered) as view:
            numbers = touching(view.mentions(), what, catalogue) if what is not None else frozenset()
            # A name that nothing bears is compared with all names, to offer the nearest.
            evidence = list(view.claims_numbered(numbers) if numbers else view.claims())
            decisions = view.decisions()
        if self.known is not None:
            evidence = as_known(evidence, self.known, what)
        return Facts(resolve(evidence, catalogue, decisions))
