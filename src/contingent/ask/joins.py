"""Joins: why different spellings count as one thing.

The law of this module: it tells what ``resolve`` does, one sentence for each spelling that is not the shown one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contingent.ask.wording import end_name
from contingent.catalogue import Catalogue
from contingent.claim import Claim, Reference
from contingent.decision import Decision, DecisionKind
from contingent.fact import Fact
from contingent.resolve.naming import how_same_person, normal, same_words
from contingent.resolve.references import OBJECT_IS_REFERENCE, taken_apart


@dataclass(frozen=True, slots=True)
class Join:
    """That ``written`` counts as ``shown``, and a sentence that says why."""

    written: str
    shown: str
    reason: str


def joins_of(fact: Fact, catalogue: Catalogue, decisions: Iterable[Decision] = ()) -> tuple[Join, ...]:
    """The spellings of the fact's own words that its claims use, each with the reason for taking it for the shown one.

    ``decisions`` are those in force.
    """
    merged = [d.names for d in decisions if d.kind is DecisionKind.MERGE and d.names is not None]
    found: dict[tuple[str, str], Join] = {}
    for statement in fact.statements:
        for written, shown, known in _spellings(fact, statement.claim, catalogue):
            if written != shown and (written, shown) not in found:
                person = isinstance(fact.subject, str) and shown == fact.subject
                reason = known or _reason(written, shown, merged, person=person)
                found[written, shown] = Join(written, shown, reason)
    return tuple(found[key] for key in sorted(found))


def _spellings(fact: Fact, claim: Claim, catalogue: Catalogue) -> Iterator[tuple[str, str, str | None]]:
    """Each name that a claim writes, the one that is shown for it, and the reason where the catalogue is one."""
    yield from _ends(claim.subject, fact.subject, catalogue)
    if claim.object is not None and fact.object is not None:
        target = fact.object
        if isinstance(target, Reference) and claim.kind not in OBJECT_IS_REFERENCE:
            return
        yield from _ends(claim.object, target, catalogue)


def _ends(written: str, shown: Reference | str, catalogue: Catalogue) -> Iterator[tuple[str, str, str | None]]:
    if isinstance(shown, str):
        plain = " ".join(written.split())
        actor = catalogue.find_actor(plain)
        known = _CATALOGUE if actor is not None and actor.name == shown and normal(plain) != normal(shown) else None
        yield plain, shown, known
        return
    spelled = taken_apart(written)
    if spelled.operation is not None and shown.operation is not None:
        operation = catalogue.find_operation(spelled.operation)
        known = _CATALOGUE if operation is not None and operation.name == shown.operation else None
        yield " ".join(spelled.operation.split()), shown.operation, known
    if spelled.actor is not None and shown.actor is not None and spelled.actor != shown.actor:
        yield " ".join(spelled.actor.split()), end_name(Reference(shown.actor, None, ()), catalogue), _CATALOGUE
    for mine, yours in zip(spelled.elements, shown.elements, strict=False):
        yield " ".join(mine.split()), yours, None


_CATALOGUE = "The catalogue knows both as names of one thing."


def _reason(written: str, shown: str, merged: Iterable[tuple[str, str]], *, person: bool) -> str:
    one, other = normal(written), normal(shown)
    if one == other:
        return "The same words but for letter case, accents and punctuation."
    for pair in merged:
        if {normal(name.rpartition("/")[2]) for name in pair} == {one, other}:
            return "A decision merges the two names."
    if person:
        difference = how_same_person(one, other)
        if difference is not None:
            return f"Both hold the same post, and the names differ by {difference}."
    elif same_words(one, other):
        same_letters = sorted(one.split()) == sorted(other.split())
        return "The same words in another order." if same_letters else "The same words but for one letter."
    return "Other spellings that documents use lead from the one to the other."
