"""Conflicts of the whole register, looked for beside the answers, so that nobody waits for them.

The law of this module: what it gives says of which state of the register it is. A small register is looked through at
once; a large one in a thread of its own, and until that is done the last result stands, or none.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from contingent.ask.conflicts import Conflict, conflicts
from contingent.ask.facts import Facts
from contingent.catalogue import Catalogue
from contingent.fact import Fact
from contingent.register.stored import Reached

_AT_ONCE = 2_000
"""So many facts are looked through while somebody waits: it takes less than a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Found:
    """The conflicts that are known, None before the first search ends; ``current`` tells that nothing came since."""

    conflicts: tuple[Conflict, ...] | None
    current: bool


class Findings:
    """The conflicts of a register as it goes on. ``of`` is asked by one thread at a time."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know of none yet."""
        self._catalogue = catalogue
        self._found: tuple[Reached, tuple[Conflict, ...]] | None = None
        self._search: threading.Thread | None = None

    def of(self, facts: Facts, reached: Reached) -> Found:
        """The conflicts of all facts, those of a register that has come so far; begins to look where they are older."""
        if self._found is None or self._found[0] != reached:
            if len(facts) <= _AT_ONCE:
                self._look(tuple(facts), reached)
            elif self._search is None or not self._search.is_alive():
                # Facts are never changed, so that the search needs no more of the register than which there are.
                self._search = threading.Thread(target=self._look, args=(tuple(facts), reached), daemon=True)
                self._search.start()
        found = self._found
        return Found(None, False) if found is None else Found(found[1], found[0] == reached)

    def _look(self, facts: tuple[Fact, ...], reached: Reached) -> None:
        self._found = reached, conflicts(facts, self._catalogue)
