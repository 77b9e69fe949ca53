"""Beginning and end of one thing, told by two verbs of one sentence: "was set up in 2015 and closed two years later".

So do two lines of a box. They make one claim, which cites the words from the first verb to the second.
"""

from __future__ import annotations

from dataclasses import replace

from contingent.read.entities import Entity, Sort
from contingent.read.proposals import Proposal

_NEXT_LINE = 20
"""How many characters a line's label may have before its value, where the line above tells of the beginning."""
_PRESENT = ("element", "asset", "strength", "location")
"""The kinds that say that a contribution is there."""
_LASTING = ("element", "existence", "participation", "asset", "lead")


def join_spells(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals of one sentence, with each beginning joined to the end of the same thing."""
    joined: list[Proposal] = []
    for proposal in proposals:
        ends = proposal.ends and not proposal.starts
        at = next((n for n, other in enumerate(joined) if _completes(other, proposal)), None) if ends else None
        if at is None:
            joined.append(_since_coming(proposal, joined) if ends else proposal)
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


def _since_coming(leaving: Proposal, proposals: list[Proposal]) -> Proposal:
    """The end of taking part with its beginning: "has had a ship there since May, and will take it home in July"."""
    actor, operation = leaving.subject, leaving.object
    if leaving.kind != "participation" or not isinstance(actor, Entity):
        return leaving
    coming = [
        other
        for other in proposals
        if other.kind in _PRESENT and isinstance(other.subject, Entity) and other.starts and not other.ends
        if other.subject.nation == actor.name and other.subject.operation is operation
        if other.starts != leaving.ends
    ]
    if not coming or len({other.starts for other in coming}) > 1:
        return leaving
    return replace(leaving, start=min(coming[0].start, leaving.start), starts=coming[0].starts)


def _thing(proposal: Proposal) -> tuple[object, ...]:
    return proposal.kind, _same(proposal.subject), _same(proposal.object), proposal.quantity, proposal.role


def _same(party: Entity | str | None) -> object:
    """What is equal for two parties of claims that are the same: an actor is known by its name."""
    if not isinstance(party, Entity):
        return party
    return party.name if party.sort is Sort.ACTOR else id(party)


def _join(first: Proposal, second: Proposal) -> Proposal:
    modality = "past" if second.modality == "past" else first.modality
    start, end = min(first.start, second.start), max(first.end, second.end)
    implied = first.implied and second.implied
    return replace(first, start=start, end=end, ends=second.ends, modality=modality, implied=implied)
