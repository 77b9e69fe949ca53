"""The facts that a question is asked of, as they could be known on a day and stood in the register on another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from contingent.ask.facts import Facts
from contingent.ask.knowledge import as_known
from contingent.catalogue import Catalogue
from contingent.resolve import resolve
from contingent.show.asking import Held, held
from contingent.show.terminal import waiting


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is asked of: the register's file, and what of it counts.

    ``known`` is the day by which it was published, ``entered`` that by which the register held it; None for all.
    """

    register_path: Path
    known: date | None = None
    entered: date | None = None

    def held(self, catalogue: Catalogue, *whats: str) -> Held:
        """What counts of all that can matter to an answer about things named so; of everything for no name, or for one
        that nothing bears.

        Raises ``UnknownNameError`` if no document that speaks of them was published by the day of knowledge.
        """
        found = held(self.register_path, whats, catalogue, self.entered)
        if self.known is None:
            return found
        return replace(found, evidence=tuple(as_known(found.evidence, self.known, whats[0] if whats else None)))

    def facts(self, catalogue: Catalogue, *whats: str) -> Facts:
        """The facts that ``held`` makes; raises what it raises."""
        found = self.held(catalogue, *whats)
        with waiting("Putting the claims together …"):
            return Facts(resolve(found.evidence, catalogue, found.decisions))
