"""A book: a register held open as facts, for a program that answers many questions and runs on.

    book = Book("contingent.db")
    book.refresh()                 # takes in what was added or decided since
    book.placemat("NMI", date(2021, 4, 15))

The law of this module: after ``refresh`` its facts are those that ``resolve`` makes of the whole register, however many
steps they took.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from contingent.ask import Placemat
from contingent.ask.compose import make_placemat
from contingent.ask.facts import Facts
from contingent.catalogue import Catalogue, load
from contingent.decision import Decision, in_force
from contingent.fact import Evidence
from contingent.register import View
from contingent.register.stored import Reached
from contingent.resolve import Fold

_MANY = 10_000
"""So many new facts are worth telling the garbage collector that they are here to stay."""


class Book:
    """The facts of a whole register, kept up with it. Not to be used by two threads at once."""

    def __init__(self, path: Path | str, catalogue: Catalogue | None = None) -> None:
        """Open the register at ``path`` and take it in; raises ``RegisterError`` if it cannot be read."""
        self.catalogue = load() if catalogue is None else catalogue
        self.facts = Facts()
        self._view = View(path)
        self._fold = Fold(self.catalogue)
        self._taken_in = Reached()
        self._matters: dict[tuple[str, ...], Decision] = {}
        self.refresh()

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the register."""
        self._view.close()

    @property
    def reached(self) -> Reached:
        """How far the register had come when the book last took it in: what is made of the facts holds until then."""
        return self._taken_in

    def refresh(self) -> int:
        """Take in what the register holds that the book does not. Returns the number of documents that it touches."""
        with self._view.unmoved():
            reached = self._view.reached()
            if reached == self._taken_in:
                return 0
            documents = dict.fromkeys(self._view.documents_since(self._taken_in))
            decisions = self._view.decisions() if reached.decision != self._taken_in.decision else None
            if decisions is not None:
                documents |= dict.fromkeys(self._view.documents_of_claims(self._decided(decisions)))
            evidence: dict[str, list[Evidence]] = {document_id: [] for document_id in documents}
            for item in self._view.claims_of(documents):
                evidence[item.document_id].append(item)
        change = self._fold.put(evidence, decisions)
        for fact in change.gone:
            self.facts.remove(fact)
        for fact in change.new:
            self.facts.add(fact)
        self._taken_in = reached
        if len(change.new) > _MANY:
            # Millions of values that stay make every full collection take a second, in the middle of an answer.
            gc.collect()
            gc.freeze()
        return len(documents)

    def _decided(self, decisions: Iterable[Decision]) -> set[str]:
        """The names of the claims of which these decisions say something else than those before."""
        before = self._matters
        self._matters = {d.matter: d for d in in_force(decisions) if d.claim_id is not None}
        changed = {
            matter for matter in before.keys() | self._matters if before.get(matter) != self._matters.get(matter)
        }
        found = (self._matters.get(matter) or before[matter] for matter in changed)
        return {decision.claim_id for decision in found if decision.claim_id is not None}

    def placemat(self, what: str, on: date, gap: int | None = None) -> Placemat:
        """What is known of ``what`` on a day; see ``ask.placemat``."""
        return make_placemat(self.facts, what, on, None, self.catalogue, gap)
