"""Whether those who do something are there yet: modality that one sentence says of another.

"The field hospital arrives in June. It treats soldiers of all nations": the second sentence speaks of what is to
come, though its verb does not say so. "The mission has 12,000 soldiers and shall protect civilians": what is there
does by now what it is to do.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from contingent import catalogue
from contingent.period import is_before, is_behind
from contingent.read.annotate import Annotated
from contingent.read.entities import Entity, Sort
from contingent.read.proposals import Proposal

_AHEAD = ("planned", "authorised")
_FOLLOWING = ("task", "support", "location", "strength", "asset")
"""The kinds whose modality follows that of whoever they are said of."""


def settle(annotated: Annotated) -> None:
    """Make what is said of those to come planned, and the duties of those who are there actual."""
    being = _being(annotated.proposals)
    published = annotated.published
    settled = [_settled(proposal, being, published) for proposal in annotated.proposals]
    annotated.proposals = [replace(p, modality="past") if _is_over(p, published) else p for p in settled]


def _being(proposals: list[Proposal]) -> dict[int, set[str]]:
    """The modalities in which the document says that an entity is there."""
    found: dict[int, set[str]] = {}
    for proposal in proposals:
        subject = proposal.subject
        if proposal.kind in ("element", "existence") and isinstance(subject, Entity):
            found.setdefault(id(subject), set()).add(proposal.modality)
    return found


def _is_over(proposal: Proposal, published: date | None) -> bool:
    """Whether what is put forward as so has ended: by its own end, or with the operation that it belongs to."""
    if proposal.modality != "actual" or proposal.kind == "posting":
        return False
    if proposal.kind == "existence":
        return is_before(proposal.ends, published)
    spoken_of = [e for e in (proposal.subject, proposal.object) if isinstance(e, Entity)]
    operation = next((e if e.sort is Sort.OPERATION else e.operation for e in reversed(spoken_of)), None)
    known = catalogue.load().operations.get(operation.name) if operation is not None else None
    return known is not None and is_before(known.end, published)


def _settled(proposal: Proposal, being: dict[int, set[str]], published: date | None) -> Proposal:
    subject = proposal.subject
    if proposal.kind not in _FOLLOWING or not isinstance(subject, Entity):
        return proposal
    said = being.get(id(subject), set())
    ahead = bool(said) and said <= set(_AHEAD)
    if ahead and proposal.modality == "actual" and not proposal.starts and not proposal.as_of:
        return replace(proposal, modality="planned")
    there = "actual" in said or (subject.sort is Sort.OPERATION and not ahead)
    dated = is_behind(proposal.starts, published)
    if proposal.kind == "task" and proposal.modality == "planned" and there and not dated:
        return replace(proposal, modality="actual")
    return proposal
