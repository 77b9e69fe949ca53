"""Conflicts as values: two sides with their statements, why both cannot be so, and what would settle it.

The law of this module: a conflict takes no side. Each side keeps its statements, so that both quotes can be shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contingent.claim import Reference
from contingent.decision import DecisionKind
from contingent.fact import Fact, Statement


class ConflictKind(StrEnum):
    """What is in conflict, the hardest first: what cannot be comes before what hardly is, and spellings come last."""

    END_BEFORE_START = "end before start"
    CIRCLE = "parts in a circle"
    TWO_HEADS = "two heads"
    ENDED_AND_SERVING = "ended and serving"
    TWO_TOTALS = "two totals"
    ABOVE_CEILING = "above the ceiling"
    TWO_STARTS = "two starts"
    TWO_ENDS = "two ends"
    TWO_PLACES = "two places"
    OWN_SUPERIOR = "own superior"
    TWO_FIGURES = "two figures in one document"
    TWO_SPELLINGS = "two spellings"


_HARDNESS = {kind: place for place, kind in enumerate(ConflictKind)}


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says, in a few words (``140 persons``), and the statements that say so."""

    says: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two things that documents say and that cannot both be so.

    ``about`` is a reference or a person's name as in the claim format, ``name`` the same in words. It touches the
    days from ``first`` to ``last``; both are None where it touches no day. ``short`` is the reason in a few words,
    for a remark; ``reason`` and ``settled_by`` are sentences. ``facts`` are the names of the facts that stand in it,
    and ``things`` what it speaks of: references, persons and places.
    """

    kind: ConflictKind
    about: str
    name: str
    first: date | None
    last: date | None
    one: Side
    other: Side
    short: str
    reason: str
    settled_by: str
    facts: tuple[str, ...]
    things: tuple[Reference | str, ...]

    @property
    def id(self) -> str:
        """The conflict's name: a hash of what it is about and of what its sides say, not of who says so."""
        sides = sorted((self.one.says, self.other.says))
        parts = (self.kind, self.about, *sorted(self.facts), *sides, str(self.first), str(self.last))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    @property
    def rank(self) -> tuple[int, str, str, str, str]:
        """A place among conflicts: hard ones first, then by what they are about and when."""
        first = "" if self.first is None else self.first.isoformat()
        return _HARDNESS[self.kind], self.about, first, self.one.says, self.other.says

    @property
    def favoured(self) -> Side | None:
        """The side of which a person accepted a statement, None if that is neither or both."""
        chosen = [side for side in (self.one, self.other) if any(map(_is_accepted, side.statements))]
        return chosen[0] if len(chosen) == 1 else None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of both sides, each once."""
        return tuple({id(s): s for side in (self.one, self.other) for s in side.statements}.values())

    def touches(self, day: date) -> bool:
        """Whether the conflict is about ``day``; one without days is about every day."""
        if self.first is None or self.last is None:
            return True
        return self.first <= day <= self.last


def _is_accepted(statement: Statement) -> bool:
    decision = statement.evidence.decision
    return decision is not None and decision.kind is DecisionKind.ACCEPT


def side(says: str, statements: Iterable[Statement]) -> Side:
    """A side with its statements in the order of ``Statement.order``, each once."""
    found = {s.evidence.claim_id: s for s in statements}
    return Side(says, tuple(sorted(found.values(), key=lambda s: s.order)))


def things_of(*facts: Fact) -> tuple[Reference | str, ...]:
    """What facts speak of: their references, persons and places, each once."""
    ends = (end for fact in facts for end in (fact.subject, fact.object) if end is not None)
    return tuple(dict.fromkeys(ends))


def sources(found: Side) -> str:
    """Who says so, in words: the publishers, or the documents where no publisher is known."""
    first, *others = dict.fromkeys(_source(statement) for statement in found.statements)
    if not others:
        return first
    return f"{first} and {others[0]}" if len(others) == 1 else f"{first} and {len(others)} others"


def _source(statement: Statement) -> str:
    evidence = statement.evidence
    file = evidence.address.rstrip("/").rpartition("/")[2] if evidence.address else None
    if evidence.publisher is None and evidence.title is not None:
        return f"“{evidence.title}”"
    return evidence.publisher or file or f"document {evidence.document_id[:8]}"
