"""From proposals to claims: references are written, doubles are dropped.

A contribution that is spoken of yields the participation of its actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from contingent.claim import CitedClaim, Claim
from contingent.document import Document
from contingent.errors import ClaimError, QuoteError
from contingent.read.annotate import Annotated
from contingent.read.entities import Entity
from contingent.read.proposals import Dropped, Proposal

_SAID_BEFORE = "it was said before, and nothing new is added"


@dataclass(frozen=True, slots=True)
class _Written:
    """A proposal with its references written."""

    proposal: Proposal
    subject: str
    object: str | None


def finish(annotated: Annotated) -> None:
    """Make claims of the proposals, in the order of their quotes; doubles and empty proposals are left out.

    A repeat is kept only if it adds a date, an end, a number or another modality.
    """
    kept: dict[tuple[object, ...], tuple[Proposal, CitedClaim]] = {}
    stated: set[tuple[object, ...]] = set()
    drop = annotated.dropped.append
    written = list(_written(annotated))
    outright = _outright(written)
    fullest = _dated_first(outright)
    told = {id(row) for row in fullest}
    for row in written:
        if id(row) not in told:
            drop(_dropped(row.proposal, "another sentence says it outright, or with its day"))
    for row in [*fullest, *_participations(outright)]:
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
            cited = _cite(annotated.document, row)
        except (ClaimError, QuoteError) as error:
            # A rule that builds something that is no claim has read nothing.
            drop(_dropped(proposal, str(error)))
            continue
        stated.add(identity)
        kept[key] = (proposal, cited)
    annotated.claims = sorted(
        kept.values(), key=lambda pair: (pair[1].quote.start, pair[1].quote.end, pair[1].claim.kind)
    )


def _outright(rows: list[_Written]) -> list[_Written]:
    """Without what is implied and also stated outright."""
    stated = {(row.proposal.kind, row.subject, row.object) for row in rows if not row.proposal.implied}
    return [
        row for row in rows if not row.proposal.implied or (row.proposal.kind, row.subject, row.object) not in stated
    ]


def _dropped(proposal: Proposal, why: str) -> Dropped:
    return Dropped(proposal.kind, proposal.start, proposal.end, proposal.rule, why)


def _written(annotated: Annotated) -> Iterator[_Written]:
    """The proposals with their references; those are dropped of which nobody knows what they are about."""
    for proposal in annotated.proposals:
        row = _write(proposal)
        if row is None:
            why = "what it is said of has no name, or belongs to nothing that is known"
            annotated.dropped.append(_dropped(proposal, why))
        else:
            yield row


def _write(proposal: Proposal) -> _Written | None:
    subject = proposal.subject.reference() if isinstance(proposal.subject, Entity) else proposal.subject
    object_ = proposal.object.reference() if isinstance(proposal.object, Entity) else proposal.object
    if subject is None or (proposal.object is not None and object_ is None) or subject == object_:
        return None
    return _Written(proposal, subject, object_)


def _participations(rows: list[_Written]) -> list[_Written]:
    """Whoever has a contribution takes part, even where no sentence says so in as many words.

    Of all that is said of a contribution what goes on counts before what is planned, and that before what is over.
    A start or an end holds for taking part only where all that is so said of the contribution agrees on it.
    """
    outright = {(row.subject, row.object) for row in rows if _takes_part(row) and not row.proposal.implied}
    said: dict[tuple[str, str], list[_Written]] = {}
    for row in rows:
        for reference in (row.subject, row.object or ""):
            actor, at, operation = reference.split("/")[0].partition("@")
            if _takes_part(row):
                actor, at, operation = row.subject, "@", (row.object or "@").removeprefix("@")
            if row.proposal.kind == "posting" or not (actor and at and operation):
                continue
            if (actor, f"@{operation}") not in outright:
                said.setdefault((actor, f"@{operation}"), []).append(row)
    return [_participation(actor, operation, several) for (actor, operation), several in said.items()]


def _dated_first(rows: list[_Written]) -> list[_Written]:
    """Without what is implied, and without that a state takes part where another sentence says since when it does."""
    dated = {
        (row.subject, row.object, row.proposal.modality)
        for row in rows
        if _takes_part(row) and (row.proposal.starts or row.proposal.ends) and not row.proposal.implied
    }
    return [
        row
        for row in rows
        if not _takes_part(row)
        or row.proposal.starts
        or row.proposal.ends
        or not (row.proposal.implied or (row.subject, row.object, row.proposal.modality) in dated)
    ]


def _takes_part(row: _Written) -> bool:
    return row.proposal.kind == "participation"


_FIRST = ("actual", "planned", "authorised", "past")


def _participation(actor: str, operation: str, rows: list[_Written]) -> _Written:
    modality = min(
        (row.proposal.modality for row in rows if row.proposal.kind != "activity"), key=_FIRST.index, default="actual"
    )
    held = [row for row in rows if row.proposal.modality == modality and row.proposal.kind != "activity"] or rows
    dated = [row for row in held if row.proposal.starts or row.proposal.ends]
    starts = {row.proposal.starts for row in dated}
    ends = {row.proposal.ends for row in dated}
    spoken = next((row for row in held if _takes_part(row)), held[0])
    proposal = (dated[0] if dated and len(starts) == 1 else spoken).proposal
    return _Written(
        replace(
            proposal,
            kind="participation",
            quantity=None,
            starts=starts.pop() if len(starts) == 1 else None,
            ends=ends.pop() if len(ends) == 1 else None,
            as_of=None,
            modality=modality,
            title=None,
            rank=None,
            role=None,
            scope=None,
            implied=False,
            rule=proposal.rule + "; who contributes takes part",
        ),
        actor,
        operation,
    )


def _cite(document: Document, row: _Written) -> CitedClaim:
    proposal = row.proposal
    text = document.text
    start, end = proposal.start, proposal.end
    while start < end and (text[start].isspace() or text[start] in ",;:)"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    quote = document.quote(start, end)
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
