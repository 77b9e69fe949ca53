"""Beginning and end of one thing, told by two verbs of one sentence: "was set up in 2015 and closed two years later".

So do two lines of a box. They make one claim, which cites the words from the first verb to the second.
"""

from __future__ import annotations

from dataclasses import replace

from contingent.read.entities import Entity
from contingent.read.proposals import Proposal

_NEXT_LINE = 20
"""How many characters a line's label may have before its value, where the line above tells of the beginning."""
_LASTING = ("element", "existence", "participation", "asset", "lead")


def join_spells(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals of one sentence, with each beginning joined to the end of the same thing."""
    joined: list[Proposal] = []
    for proposal in proposals:
        ends = proposal.ends and not proposal.starts
        at = next((n for n, other in enumerate(joined) if _completes(other, proposal)), None) if ends else None
        if at is None:
            joined.append(proposal)
        else:
            joined[at] = _join(joined[at], proposal)
    return joined


def join_lines(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals of a document, with a line "Start: …" joined to the line "End: …" right below it."""
    joined: list[Proposal] = []
    for proposal in proposals:
        before = joined[-1] if joined else None
        follows = before is not None and 0 <= proposal.start - before.end <= _NEXT_LINE
        if before is not None and follows and before.kind == "existence" and _completes(before, proposal):
            joined[-1] = _join(before, proposal)
        else:
            joined.append(proposal)
    return joined


def _completes(first: Proposal, second: Proposal) -> bool:
    """Whether the first is the beginning of what the second, an end, tells of."""
    if first.kind not in _LASTING or _thing(first) != _thing(second):
        return False
    return bool(first.starts and not first.ends)


def _thing(proposal: Proposal) -> tuple[object, ...]:
    subject, object_ = (id(p) if isinstance(p, Entity) else p for p in (proposal.subject, proposal.object))
    return proposal.kind, subject, object_, proposal.quantity, proposal.role


def _join(first: Proposal, second: Proposal) -> Proposal:
    modality = "past" if second.modality == "past" else first.modality
    return replace(
        first, start=min(first.start, second.start), end=max(first.end, second.end), ends=second.ends, modality=modality
    )
