"""The facts that conflicts are looked for in, sorted so that no check looks at facts that cannot matter to it.

The law of this module: it holds some of the facts, for one look at them all by their kind; what facts say of one thing
is found in ``ask.facts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contingent.ask.wording import end_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact


class FactIndex:
    """Facts by their kind, and the words for what they speak of."""

    def __init__(self, facts: Iterable[Fact], catalogue: Catalogue) -> None:
        """Put the facts in order, so that the order in which they come never matters; nothing is compared yet."""
        self.catalogue = catalogue
        self.facts = tuple(sorted(facts, key=lambda fact: fact.order))
        self._of_kind: dict[str, list[Fact]] = {}
        for fact in self.facts:
            self._of_kind.setdefault(fact.kind, []).append(fact)

    def of_kind(self, *kinds: str) -> Iterator[Fact]:
        """The facts of these kinds."""
        for kind in kinds:
            yield from self._of_kind.get(kind, ())

    def named(self, thing: Reference | str | None) -> str:
        """A reference, a person or a place in words."""
        return end_name(thing, self.catalogue)
