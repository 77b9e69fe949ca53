"""Evidence and facts: what documents state, and all evidence that states the same thing taken together.

The law of this module: a fact never says more than its evidence, and every piece of evidence knows the
document, the place and the words that it came from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from contingent.claim import Claim, Modality, Reference
from contingent.decision import Decision
from contingent.period import Period


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim together with the document that states it: all that resolving and asking need to know of it.

    ``quote_start`` and ``quote_end`` are code point offsets into the document's text; the words are
    ``claim.quote``. ``published`` is the document's day of publication as an ISO bound, None if unknown; ``captured``
    tells that it is the day of its capture, because the document is a version of a page and has no day of its own.
    ``added`` is the moment at which the register took the document in (ISO, UTC), None outside a register.
    ``replaced`` is the day of the next version of the page, as a bound, None while this is the newest.
    ``entry`` is the decision by which a person entered the claim, None where it was read. ``decision`` is the last that
    was decided of it: that it is accepted or corrected, or else its ``entry``. Where it is corrected, ``claim`` and the
    place of the quote are as corrected, and ``original`` is the claim as it was before.
    """

    claim: Claim
    claim_id: str
    document_id: str
    quote_start: int
    quote_end: int
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    published: str | None = None
    added: str | None = None
    replaced: str | None = None
    decision: Decision | None = None
    original: Claim | None = None
    entry: Decision | None = None
    captured: bool = False


class Mention(NamedTuple):
    """What a claim names, without its document: enough to tell whether it can matter to an answer.

    ``named`` is the object where that names something; None where it is words of its own, such as a task.
    """

    kind: str
    subject: str
    named: str | None


_PRESENT = frozenset({Modality.ACTUAL.value, Modality.PAST.value})


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of evidence and the period that it states.

    ``fault`` says in a sentence why the stated time makes no sense; the period is then empty of knowledge.
    """

    evidence: Evidence
    period: Period
    fault: str | None = None

    claim: Claim = field(init=False, repr=False, compare=False)
    """The claim itself."""
    tells_of_presence: bool = field(init=False, repr=False, compare=False)
    """Whether the claim says that something was so, rather than that it is planned or permitted."""

    def __post_init__(self) -> None:
        """Keep at hand what every question asks of every statement."""
        claim = self.evidence.claim
        object.__setattr__(self, "claim", claim)
        object.__setattr__(self, "tells_of_presence", claim.modality in _PRESENT)

    def __hash__(self) -> int:
        """The hash of the claim's name, which tells statements apart at a fraction of the cost of all the rest."""
        return hash(self.evidence.claim_id)

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """A place in a sequence that depends on the evidence alone, never on the order in which it came."""
        evidence = self.evidence
        return (
            evidence.published or "",
            evidence.document_id,
            evidence.quote_start,
            evidence.quote_end,
            evidence.claim_id,
        )


@dataclass(frozen=True)
class Fact:
    """All statements of one thing. What is counted is a value over time and no part of the identity.

    ``subject`` is a person's name for a posting and a reference otherwise; ``object`` is a reference, the
    document's words (a place, a task, a type), or None, as the kind has it. ``post`` tells the posts of one
    person apart (see ``resolve.posts``). ``statements`` are in the order of ``Statement.order``.
    """

    kind: str
    subject: Reference | str
    object: Reference | str | None
    role: str | None
    post: str | None
    statements: tuple[Statement, ...]

    @cached_property
    def id(self) -> str:
        """The fact's name: a hash of what it states, not of who states it."""
        parts = (self.kind, str(self.subject), str(self.object or ""), self.role or "", self.post or "")
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    @cached_property
    def order(self) -> tuple[str, str, str, str]:
        """A place in a sequence of facts that depends on what the fact states alone."""
        return self.kind, str(self.subject), str(self.object), self.id

    @cached_property
    def first_mention(self) -> tuple[str, str, int, int, str]:
        """Where documents speak of the fact first: the ``Statement.order`` of its first statement."""
        return self.statements[0].order

    @cached_property
    def rank(self) -> str | None:
        """The rank that the latest published actual statement gives, else the latest of any; None where none does."""
        return _latest((s, s.claim.rank) for s in self.statements)

    @cached_property
    def title(self) -> str | None:
        """The title that the latest published actual statement gives, else the latest of any; None where none does."""
        return _latest((s, s.claim.title) for s in self.statements)

    @cached_property
    def subjects_written(self) -> tuple[str, ...]:
        """The subject as documents write it, each spelling once, in the order of the alphabet."""
        return tuple(sorted({statement.claim.subject for statement in self.statements}))

    @cached_property
    def objects_written(self) -> tuple[str, ...]:
        """The object as documents write it, each spelling once, in the order of the alphabet."""
        return tuple(sorted({s.claim.object for s in self.statements if s.claim.object is not None}))

    @property
    def references(self) -> tuple[Reference, ...]:
        """The operations, contributions, elements and actors that the fact speaks of, the subject first."""
        return tuple(end for end in (self.subject, self.object) if isinstance(end, Reference))


def _latest(said: Iterable[tuple[Statement, str | None]]) -> str | None:
    told = [(statement, words) for statement, words in said if words]
    if not told:
        return None
    return max(told, key=lambda each: (each[0].claim.modality == Modality.ACTUAL, each[0].order))[1]
