"""From proposals to claims: references are written, doubles are dropped.

A contribution that is spoken of yields the participation of its actor.
"""

from __future__ import annotations

from collections.abc import Iterator

from contingent.claim import CitedClaim, Claim
from contingent.errors import ClaimError, QuoteError
from contingent.read.annotate import Annotated
from contingent.read.citing import Citer
from contingent.read.entities import Entity
from contingent.read.participations import Written, dated_first, participations
from contingent.read.proposals import Dropped, Proposal

_SAID_BEFORE = "it was said before, and nothing new is added"


def finish(annotated: Annotated) -> None:
    """Make claims of the proposals, in the order of their quotes; doubles and empty proposals are left out.

    A repeat is kept only if it adds a date, an end, a number or another modality.
    """
    kept: dict[tuple[object, ...], tuple[Proposal, CitedClaim]] = {}
    stated: set[tuple[object, ...]] = set()
    drop = annotated.dropped.append
    citer = Citer(annotated.document, annotated.sentences)
    written = list(_written(annotated))
    outright = _outright(written)
    fullest = dated_first(outright)
    told = {id(row) for row in fullest}
    for row in written:
        if id(row) not in told:
            drop(_dropped(row.proposal, "another sentence says it outright, or with its day"))
    for row in [*fullest, *participations(outright, annotated.published)]:
        proposal = row.proposal
        dated = proposal.starts or proposal.ends or proposal.as_of
        identity = (
            proposal.kind,
            row.subject.casefold(),
            (row.object or "").casefold(),
            proposal.quantity,
            proposal.role,
            proposal.title if proposal.kind == "posting" else None,
        )
        if identity in stated and not dated:
            drop(_dropped(proposal, _SAID_BEFORE))
            continue
        key = (*identity, proposal.starts, proposal.ends, proposal.as_of, proposal.modality)
        if key in kept:
            drop(_dropped(proposal, _SAID_BEFORE))
            continue
        try:
            cited = _cite(citer, row)
        except (ClaimError, QuoteError) as error:
            # A rule that builds something that is no claim has read nothing.
            drop(_dropped(proposal, str(error)))
            continue
        stated.add(identity)
        kept[key] = (proposal, cited)
    annotated.claims = sorted(
        kept.values(), key=lambda pair: (pair[1].quote.start, pair[1].quote.end, pair[1].claim.kind)
    )


def _outright(rows: list[Written]) -> list[Written]:
    """Without what is implied and also stated outright."""
    stated = {(row.proposal.kind, row.subject, row.object) for row in rows if not row.proposal.implied}
    return [
        row for row in rows if not row.proposal.implied or (row.proposal.kind, row.subject, row.object) not in stated
    ]


def _dropped(proposal: Proposal, why: str) -> Dropped:
    return Dropped(proposal.kind, proposal.start, proposal.end, proposal.rule, why)


def _written(annotated: Annotated) -> Iterator[Written]:
    """The proposals with their references; those are dropped of which nobody knows what they are about."""
    for proposal in annotated.proposals:
        row = _write(proposal)
        if row is None:
            why = "what it is said of has no name, or belongs to nothing that is known"
            annotated.dropped.append(_dropped(proposal, why))
        else:
            yield row


def _write(proposal: Proposal) -> Written | None:
    subject = proposal.subject.reference() if isinstance(proposal.subject, Entity) else proposal.subject
    object_ = proposal.object.reference() if isinstance(proposal.object, Entity) else proposal.object
    if subject is None or (proposal.object is not None and object_ is None) or subject == object_:
        return None
    return Written(proposal, subject, object_)


def _cite(citer: Citer, row: Written) -> CitedClaim:
    proposal = row.proposal
    quote = citer.cite(proposal.start, proposal.end)
    claim = Claim(
        proposal.kind,
        row.subject,
        row.object,
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
    return CitedClaim(claim, quote)
