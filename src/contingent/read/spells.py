"""Beginning and end of one thing, told by two verbs of one sentence: "was set up in 2015 and closed two years later".

They make one claim, which cites the words from the first verb to the second.
"""

from __future__ import annotations

from dataclasses import replace

from contingent.read.entities import Entity
from contingent.read.proposals import Proposal

_LASTING = ("element", "existence", "participation", "asset", "lead")


def join_spells(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals of one sentence, with each beginning joined to the end of the same thing."""
    joined: list[Proposal] = []
    for proposal in proposals:
        at = next((n for n, other in enumerate(joined) if _completes(other, proposal)), None)
        if at is None:
            joined.append(proposal)
        else:
            joined[at] = _join(joined[at], proposal)
    return joined


def _completes(first: Proposal, second: Proposal) -> bool:
    if first.kind not in _LASTING or _thing(first) != _thing(second):
        return False
    return bool(first.starts and not first.ends and second.ends and not second.starts)


def _thing(proposal: Proposal) -> tuple[object, ...]:
    subject, object_ = (id(p) if isinstance(p, Entity) else p for p in (proposal.subject, proposal.object))
    return proposal.kind, subject, object_, proposal.quantity, proposal.role


def _join(first: Proposal, second: Proposal) -> Proposal:
    modality = "past" if second.modality == "past" else first.modality
    return replace(
        first, start=min(first.start, second.start), end=max(first.end, second.end), ends=second.ends, modality=modality
    )
