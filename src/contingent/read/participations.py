"""Who takes part, since when and until when: taken together from all that a document says of a contribution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from contingent.period import parse_bound
from contingent.read.proposals import LATELY, Proposal

_FIRST = ("actual", "planned", "authorised", "past")
"""What goes on counts before what is planned, and that before what is over."""
_PASSING = ("task", "mandate", "support")
"""The kinds that speak of a contribution without saying that it is there."""
_DATING = ("participation", "element", "asset", "strength", "location")
"""The kinds whose days may be those of taking part; a task or a decision has days of its own."""


@dataclass(frozen=True, slots=True)
class Written:
    """A proposal with its references written."""

    proposal: Proposal
    subject: str
    object: str | None


def participations(rows: list[Written], published: date | None) -> list[Written]:
    """Whoever has a contribution takes part, even where no sentence says so in as many words.

    Of all that is said of a contribution what goes on counts before what is planned, and that before what is over.
    A start or an end holds for taking part only where all that is so said of the contribution agrees on it.
    """
    outright = {(row.subject, row.object) for row in rows if _takes_part(row) and not row.proposal.implied}
    said: dict[tuple[str, str], list[Written]] = {}
    for row in rows:
        for reference in (row.subject, row.object or ""):
            actor, at, operation = reference.split("/")[0].partition("@")
            if _takes_part(row):
                actor, at, operation = row.subject, "@", (row.object or "@").removeprefix("@")
            if row.proposal.kind == "posting" or not (actor and at and operation):
                continue
            if (actor, f"@{operation}") not in outright:
                said.setdefault((actor, f"@{operation}"), []).append(row)
    return [_participation(actor, operation, several, published) for (actor, operation), several in said.items()]


def dated_first(rows: list[Written]) -> list[Written]:
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


def _takes_part(row: Written) -> bool:
    return row.proposal.kind == "participation"


def _only_ends(row: Written) -> bool:
    """Whether it is said of a part only that it goes: others may stay ("the helicopters went home in May")."""
    return row.proposal.kind in ("element", "asset") and row.proposal.starts is None


def _acted_lately(rows: list[Written], published: date | None) -> bool:
    """Whether all that is told of a contribution are deeds of late: whoever did them is still there."""
    acts = [row.proposal.ends for row in rows if row.proposal.kind == "activity" and row.proposal.ends]
    if published is None or len(acts) < len(rows):
        return False
    return any(published - parse_bound(day)[1] < LATELY for day in acts)


def _participation(actor: str, operation: str, rows: list[Written], published: date | None) -> Written:
    """That the actor takes part, with the days on which all agrees that is said of its contribution."""
    telling = [row for row in rows if row.proposal.kind not in ("activity", "mandate")] or rows
    modality = min((row.proposal.modality for row in telling), key=_FIRST.index, default="actual")
    if modality == "past" and _acted_lately(telling, published):
        modality = "actual"
    held = [row for row in telling if row.proposal.modality == modality] or rows
    dating = [row for row in held if row.proposal.kind in _DATING]
    dated = [row for row in dating if row.proposal.starts or row.proposal.ends]
    if 2 * len(dated) < len(dating):
        dated = []
    starts = {row.proposal.starts for row in dated}
    ends = {row.proposal.ends for row in dated if not _only_ends(row)}
    spoken = min(held, key=lambda row: 0 if _takes_part(row) else 1 if row.proposal.kind not in _PASSING else 2)
    proposal = (dated[0] if dated and len(starts) == 1 else spoken).proposal
    participation = replace(
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
    )
    return Written(participation, actor, operation)
