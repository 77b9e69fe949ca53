"""One claim of what several sentences state of one person in one post: who it is, since when, until when."""

from __future__ import annotations

from dataclasses import replace

from contingent.read.proposals import Proposal

_JOINED = 200
"""How many characters one quote may span that joins two statements of one post; a sentence has about 150."""

_MOST_POSTS = 30
"""How many different posts of one person in one body are compared with the next one."""


def join_postings(proposals: list[Proposal]) -> list[Proposal]:
    """Make one claim of what several sentences state of one person in one post: who it is, since when, until when."""
    joined: list[Proposal] = []
    stated: dict[tuple[object, int], list[int]] = {}
    """Where the postings of each person and body stand among the joined ones."""
    for proposal in proposals:
        if proposal.kind == "posting":
            earlier = stated.setdefault((proposal.subject, id(proposal.object)), [])
            near = reversed(earlier[-_MOST_POSTS:])
            at = next((n for n in near if _is_same_post(joined[n], proposal)), None)
            if at is not None:
                joined[at] = _joined(joined[at], proposal)
                continue
            earlier.append(len(joined))
        joined.append(proposal)
    return joined


def _is_same_post(one: Proposal, two: Proposal) -> bool:
    """Whether two postings of one person in one body can be one."""
    same = not (one.modality == "actual" and two.modality == "planned" and two.starts)
    titles = one.title is None or two.title is None or one.title.casefold() == two.title.casefold()
    starts = one.starts is None or two.starts is None or one.starts == two.starts
    ends = one.ends is None or two.ends is None or one.ends == two.ends
    return same and titles and starts and ends


def _joined(one: Proposal, two: Proposal) -> Proposal:
    adds = (two.starts and not one.starts) or (two.ends and not one.ends)
    near = max(one.end, two.end) - min(one.start, two.start) <= _JOINED
    told = two if two.modality == "past" or (one.modality, two.modality) == ("planned", "actual") else one
    return replace(
        one if near or not adds else two,
        start=min(one.start, two.start) if adds and near else (two.start if adds else one.start),
        end=max(one.end, two.end) if adds and near else (two.end if adds else one.end),
        starts=one.starts or two.starts,
        ends=one.ends or two.ends,
        title=one.title or two.title,
        rank=one.rank or two.rank,
        modality=told.modality,
    )
