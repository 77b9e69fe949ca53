"""Joins: why different spellings count as one thing.

The law of this module: it tells what ``resolve`` does, one sentence for each spelling that is not the shown one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contingent.ask.wording import end_name
from contingent.catalogue import Catalogue
from contingent.claim import Claim, Reference
from contingent.decision import Decision, DecisionKind, Thing, rulings
from contingent.fact import Fact
from contingent.resolve.naming import without_post
from contingent.resolve.persons import Persons, Posting
from contingent.resolve.reasons import reason_joined
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
        for thing, written, shown in _spellings(fact, statement.claim, catalogue):
            if written != shown and (written, shown) not in found:
                actor = fact.subject.actor if isinstance(fact.subject, Reference) else None
                reason = reason_joined(thing, written, shown, catalogue, merged, actor)
                found[written, shown] = Join(written, shown, reason)
    return tuple(found[key] for key in sorted(found))


def joins_across_posts(
    fact: Fact, of_person: Iterable[Fact], catalogue: Catalogue, decisions: Iterable[Decision] = ()
) -> tuple[Join, ...]:
    """Why the person of a posting is the one in each other body, by the steps that lead there.

    ``of_person`` are all postings of the person, and ``decisions`` those in force.
    """
    held = [each for each in of_person if isinstance(each.object, Reference)]
    postings = [
        Posting(" ".join(s.claim.subject.split()), each.object, s.evidence.document_id, s.claim.rank)
        for each in held
        for s in each.statements
        if isinstance(each.object, Reference)
    ]
    persons = Persons(postings, catalogue, rulings(decisions))
    here = next((posting for posting in postings if posting.post == fact.object), None)
    found: dict[Reference, Join] = {}
    for there in postings:
        if here is not None and there.post not in (here.post, *found):
            steps = persons.reasons((here.name, here.post), (there.name, there.post))
            if steps:
                place = f"{there.name} in {end_name(there.post, catalogue)}"
                found[there.post] = Join(place, str(fact.subject), " ".join(steps))
    return tuple(sorted(found.values(), key=lambda join: join.written))


def _spellings(fact: Fact, claim: Claim, catalogue: Catalogue) -> Iterator[tuple[Thing | None, str, str]]:
    """Each name that a claim writes, what it is a name of, and the one that is shown for it."""
    yield from _ends(claim.subject, fact.subject, Thing.PERSON, catalogue)
    if claim.object is not None and fact.object is not None:
        if isinstance(fact.object, Reference) and claim.kind not in OBJECT_IS_REFERENCE:
            return
        yield from _ends(claim.object, fact.object, Thing.PLACE if fact.kind == "location" else None, catalogue)


def _ends(
    written: str, shown: Reference | str, free: Thing | None, catalogue: Catalogue
) -> Iterator[tuple[Thing | None, str, str]]:
    if isinstance(shown, str):
        # The post in parentheses that tells namesakes apart is no part of the name.
        yield free, " ".join(written.split()), without_post(shown) if free is Thing.PERSON else shown
        return
    spelled = taken_apart(written)
    if spelled.operation is not None and shown.operation is not None:
        yield Thing.OPERATION, " ".join(spelled.operation.split()), shown.operation
    if spelled.actor is not None and shown.actor is not None and spelled.actor != shown.actor:
        yield Thing.ACTOR, " ".join(spelled.actor.split()), end_name(Reference(shown.actor, None, ()), catalogue)
    for mine, yours in zip(spelled.elements, shown.elements, strict=False):
        yield Thing.ELEMENT, " ".join(mine.split()), yours
