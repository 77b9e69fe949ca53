"""Conflicts: what documents say that cannot all be so, found and explained, and left for a person to decide.

    for conflict in conflicts(resolve(evidence, catalogue), catalogue):
        print(conflict.reason)

The law of this package: a conflict is a function of the facts alone, in any order of them; nothing is overwritten or
averaged, and nothing that a document itself explains (a change, a hand-over, a return, a newer version) is a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from contingent.ask.conflicts.bounds import end_before_start, two_bounds
from contingent.ask.conflicts.ceilings import above_ceiling
from contingent.ask.conflicts.circles import chain_of_command
from contingent.ask.conflicts.conflict import Conflict, ConflictKind, Side
from contingent.ask.conflicts.endings import ended_and_serving
from contingent.ask.conflicts.heads import two_heads
from contingent.ask.conflicts.index import FactIndex
from contingent.ask.conflicts.names import two_spellings
from contingent.ask.conflicts.places import two_places
from contingent.ask.conflicts.totals import two_totals
from contingent.ask.lookup import Named, Names
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact

__all__ = ["CHECKS", "Conflict", "ConflictKind", "Side", "about", "conflicts", "lies_in"]

CHECKS: tuple[Callable[[FactIndex], Iterator[Conflict]], ...] = (
    end_before_start,
    chain_of_command,
    two_heads,
    ended_and_serving,
    two_totals,
    above_ceiling,
    two_bounds,
    two_places,
    two_spellings,
)
"""All kinds of conflicts are found by these; each looks at the facts for itself."""


def conflicts(facts: Iterable[Fact], catalogue: Catalogue, settled: bool = False) -> tuple[Conflict, ...]:
    """All conflicts of the facts, the hardest first.

    A conflict of which a person accepted one side alone is settled, and left out unless ``settled`` asks for it. What a
    person rejected or corrected stands in no fact any more.
    """
    index = FactIndex(facts, catalogue)
    found = (conflict for check in CHECKS for conflict in check(index))
    kept = (conflict for conflict in found if settled or conflict.favoured is None)
    return tuple(sorted(kept, key=lambda conflict: conflict.rank))


def about(found: Iterable[Conflict], what: str, facts: Iterable[Fact], catalogue: Catalogue) -> tuple[Conflict, ...]:
    """The conflicts of what bears the name ``what``: an operation or actor with all its parts, an element, a person, a
    place. Raises ``UnknownNameError`` with the nearest names if nothing bears it.
    """
    asked = Names(facts, catalogue).find(what)
    return tuple(c for c in found if any(lies_in(thing, named) for named in asked for thing in c.things))


def lies_in(thing: Reference | str, named: Named) -> bool:
    """Whether a thing is the named one or a part of it."""
    outer = named.thing
    if not isinstance(thing, Reference) or not isinstance(outer, Reference):
        return thing == outer
    if named.kind == "operation":
        return thing.operation == outer.operation
    if named.kind == "actor":
        return thing.actor == outer.actor
    inner = Reference(thing.actor, thing.operation, thing.elements[: len(outer.elements)])
    return inner == outer
