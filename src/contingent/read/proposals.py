"""Proposed claims: the common form in which all rules put forward what they have read.

A proposal knows its rule and the place of its words. ``finish`` makes claims of proposals: doubles are
dropped, contributions that are spoken of yield the participation of their actor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from contingent.claim import CitedClaim, Claim, Quantity
from contingent.document import Document
from contingent.errors import ClaimError, QuoteError
from contingent.read.numbers import NumberExpression
from contingent.read.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that a rule puts forward, with the range of the words that state it."""

    kind: str
    subject: str
    object: str | None
    start: int
    end: int
    rule: str
    quantity: Quantity | None = None
    starts: str | None = None
    ends: str | None = None
    as_of: str | None = None
    modality: str = "actual"
    title: str | None = None
    rank: str | None = None
    role: str | None = None
    scope: str | None = None


def quantity_of(number: NumberExpression | None, unit: str | None) -> Quantity | None:
    """The quantity that a number states, in ``unit``."""
    if number is None or (number.low is None and number.high is None):
        return None
    return Quantity(number.low, number.high, number.approx, unit)


@dataclass(frozen=True, slots=True)
class When:
    """The times of a clause, as a claim's bounds. ``on`` is the day or days that the text names."""

    starts: str | None = None
    ends: str | None = None
    on: str | None = None


def when(times: list[TimeExpression], published: date | None, future: bool) -> When:
    """All times of a clause taken together; the first that sets a bound wins."""
    starts = ends = on = None
    anchor: date | None = None
    for expression in times:
        time = expression.resolve(published, future, anchor)
        starts = starts or time.starts
        ends = ends or time.ends
        on = on or time.on
    return When(starts, ends, on)


def finish(document: Document, proposals: list[Proposal]) -> list[tuple[Proposal, CitedClaim]]:
    """The claims of the proposals, in the order of their quotes; doubles and empty proposals are left out.

    A repeat is kept only if it adds a date, an end, a number or another modality.
    """
    kept: dict[tuple[object, ...], tuple[Proposal, CitedClaim]] = {}
    stated: dict[tuple[object, ...], Proposal] = {}
    for proposal in [*proposals, *_participations(proposals)]:
        identity = (
            proposal.kind,
            proposal.subject.casefold(),
            (proposal.object or "").casefold(),
            proposal.quantity,
            proposal.role,
        )
        earlier = stated.get(identity)
        if earlier is not None and not (proposal.starts or proposal.ends or proposal.as_of):
            continue
        key = (*identity, proposal.starts, proposal.ends, proposal.as_of, proposal.modality)
        if key in kept:
            continue
        cited = _cite(document, proposal)
        if cited is None:
            continue
        stated[identity] = proposal
        kept[key] = (proposal, cited)
    return sorted(kept.values(), key=lambda pair: (pair[1].quote.start, pair[1].quote.end, pair[1].claim.kind))


def _participations(proposals: list[Proposal]) -> list[Proposal]:
    """Whoever has a contribution takes part, even where no sentence says so in as many words."""
    spoken = {(p.subject, p.object) for p in proposals if p.kind == "participation"}
    found: list[Proposal] = []
    for proposal in proposals:
        for reference in (proposal.subject, proposal.object or ""):
            head = reference.split("/")[0]
            actor, at, operation = head.partition("@")
            if proposal.kind == "posting" or not (actor and at and operation):
                continue
            if (actor, f"@{operation}") not in spoken:
                spoken.add((actor, f"@{operation}"))
                found.append(
                    replace(
                        proposal,
                        kind="participation",
                        subject=actor,
                        object=f"@{operation}",
                        quantity=None,
                        role=None,
                        title=None,
                        rank=None,
                        scope=None,
                        as_of=None,
                        rule=proposal.rule + "; who contributes takes part",
                    )
                )
    return found


def _cite(document: Document, proposal: Proposal) -> CitedClaim | None:
    text = document.text
    start, end = proposal.start, proposal.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    try:
        quote = document.quote(start, end)
        claim = Claim(
            proposal.kind,
            proposal.subject,
            proposal.object,
            proposal.quantity,
            proposal.starts,
            proposal.ends,
            proposal.as_of,
            proposal.modality,
            proposal.title,
            proposal.rank,
            proposal.role,
            proposal.scope,
            quote.text,
        )
    except (ClaimError, QuoteError):
        # A rule that builds something that is no claim has read nothing; the trace shows the proposal.
        return None
    return CitedClaim(claim, quote)
