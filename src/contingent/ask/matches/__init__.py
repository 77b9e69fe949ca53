"""Matches: names that are likely those of one thing, and that nothing joins for certain: a person decides.

    for proposal in matches(resolve(evidence, catalogue), catalogue):
        print(proposal.reason)

The law of this package: a proposal joins nothing. What people split is not proposed again, and what documents name
side by side is not taken for one thing.
"""

from __future__ import annotations

from collections.abc import Iterable

from contingent.ask.conflicts import lies_in
from contingent.ask.lookup import Names
from contingent.ask.matches.elements import likely_elements
from contingent.ask.matches.operations import likely_operations
from contingent.ask.matches.persons import likely_persons
from contingent.ask.matches.places import likely_places
from contingent.ask.matches.proposal import Proposal
from contingent.catalogue import Catalogue
from contingent.decision import Decision, Thing, rulings
from contingent.fact import Fact
from contingent.resolve.naming import normal

__all__ = ["Proposal", "about", "matches"]

_FINDERS = (likely_operations, likely_elements, likely_persons, likely_places)


def matches(facts: Iterable[Fact], catalogue: Catalogue, decisions: Iterable[Decision] = ()) -> tuple[Proposal, ...]:
    """All proposals, by the kind of thing and then by name, without those that a ``split`` in force rules out."""
    facts, ruled = tuple(facts), rulings(decisions)
    split = {thing: {frozenset(map(normal, pair)) for pair in ruled.split[thing]} for thing in Thing}
    found = (proposal for finder in _FINDERS for proposal in finder(facts, catalogue))
    kept = (proposal for proposal in found if not _is_split(proposal, split[proposal.kind]))
    return tuple(sorted(kept, key=lambda proposal: proposal.rank))


def _is_split(proposal: Proposal, split: set[frozenset[str]]) -> bool:
    if not split:
        return False
    mine, yours = ({normal(name) for name in names} for names in (proposal.one_names, proposal.other_names))
    return any(frozenset((one, other)) in split for one in mine for other in yours)


def about(found: Iterable[Proposal], what: str, facts: Iterable[Fact], catalogue: Catalogue) -> tuple[Proposal, ...]:
    """The proposals on what bears the name ``what``, its parts, and the holders of its posts.

    Raises ``UnknownNameError`` with the nearest names if nothing bears it.
    """
    asked = Names(facts, catalogue).find(what)
    return tuple(p for p in found if any(lies_in(thing, named) for named in asked for thing in p.things))
