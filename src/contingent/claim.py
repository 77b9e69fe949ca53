"""Claims: what one document states about an operation, in the form of the claim format.

``KINDS`` holds the vocabulary, one row a kind: validation, help and documentation are made from it.
A claim is a frozen value; its identity is the hash of its content.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from contingent.document import Quote
from contingent.errors import ClaimError, PeriodError
from contingent.period import parse_bound


class Modality(StrEnum):
    """How a claim is meant on the day of publication."""

    ACTUAL = "actual"
    PAST = "past"
    PLANNED = "planned"
    AUTHORISED = "authorised"


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the vocabulary: the rule for one kind of claim and the words a person reads."""

    name: str
    subject: str
    """What the subject is, in words."""
    object: str | None
    """What the object is, in words, or None where the kind has no object."""
    object_required: bool
    quantity: bool
    """Whether a quantity may be stated."""
    roles: tuple[str, ...] = ()
    meaning: str = ""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("participation", "actor", "operation", True, False, (), "The actor takes part in the operation."),
        Kind("lead", "actor", "operation or element", True, False, (), "The actor leads the operation or the part."),
        Kind("strength", "operation, contribution or element", None, False, True, (), "How many persons."),
        Kind("asset", "contribution, element or operation", "asset type", True, True, ("reserve",), "What equipment."),
        Kind("element", "element", "contribution, operation or element", True, False, (), "Belongs or answers to."),
        Kind("task", "operation, contribution or element", "task", True, False, (), "What it is to do."),
        Kind("location", "operation, contribution or element", "place", True, False, ("base", "area"), "Where it is."),
        Kind("posting", "person", "operation, element or unit", True, False, (), "Who holds which post."),
        Kind("support", "element", "element, contribution, operation or actor", True, False, (), "Whom it supports."),
        Kind("existence", "operation or element", None, False, False, (), "When it was founded or closed."),
        Kind("mandate", "operation or contribution", "authority", True, False, (), "On whose authority."),
        Kind("membership", "operation", None, False, True, (), "How many countries."),
        Kind("activity", "element, contribution or operation", "what was done", True, True, (), "What was done."),
    )
}


class Quantity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A count with its bounds. ``low`` or ``high`` is None where the text leaves that side open.

    ``unit`` is ``persons`` or ``countries``, the printed unit of a measure, or None for things.
    """

    low: int | float | None = None
    high: int | float | None = None
    approx: bool = False
    unit: str | None = None


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that one document states, with the words that state it.

    ``start``, ``end`` and ``as_of`` are bounds as in the claim format (``2021``, ``2021-05``,
    ``2021-05-01``, ``2021-05-01/2021-08-31``). ``quote`` is copied from the document.
    """

    kind: str
    subject: str
    object: str | None = None
    quantity: Quantity | None = None
    start: str | None = None
    end: str | None = None
    as_of: str | None = None
    modality: str = Modality.ACTUAL.value
    title: str | None = None
    rank: str | None = None
    role: str | None = None
    scope: str | None = None
    quote: str = ""

    def __post_init__(self) -> None:
        """Refuse what breaks the claim format, so that no such claim exists; raises ``ClaimError``."""
        _check(self)


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A claim and the exact place of its quote in its document."""

    claim: Claim
    quote: Quote

    @property
    def id(self) -> str:
        """The claim's name, see ``name_of``."""
        return name_of(self.claim, self.quote.document.content_hash, self.quote.start, self.quote.end)


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Claim)


def name_of(claim: Claim, document_id: str, quote_start: int, quote_end: int) -> str:
    """The name of a claim of a document: a hash of the document, the place of the quote and the content."""
    place = f"{document_id}:{quote_start}:{quote_end}:"
    return hashlib.sha256(place.encode() + encode(claim)).hexdigest()[:32]


def encode(claim: Claim) -> bytes:
    """The claim as one JSON object, UTF-8, without a line break."""
    return _ENCODER.encode(claim)


def encode_lines(claims: Iterable[Claim]) -> bytes:
    """The claims as JSON lines, one claim a line."""
    return _ENCODER.encode_lines(list(claims))


def decode(line: bytes | str) -> Claim:
    """The claim that a JSON object states.

    Raises ``ClaimError``, naming the field, for unknown fields, missing fields and bad values.
    """
    try:
        return _DECODER.decode(line)
    except msgspec.DecodeError as error:
        raise ClaimError(f"A claim cannot be read: {error}; see the claim format.") from error


def decode_shared(line: bytes | str) -> Claim:
    """The same as ``decode``, for a program that keeps a million claims: names that many of them hold are kept once."""
    claim = decode(line)
    for name in _SHARED:
        text = getattr(claim, name)
        if text is not None:
            msgspec.structs.force_setattr(claim, name, sys.intern(text))
    return claim


_SHARED = ("kind", "subject", "object", "start", "end", "modality", "title", "rank", "role")


def from_mapping(fields: dict[str, Any]) -> Claim:
    """The claim that a mapping of field names to values states; raises ``ClaimError`` as ``decode`` does."""
    try:
        return msgspec.convert(fields, Claim)
    except msgspec.ValidationError as error:
        raise ClaimError(f"A claim cannot be read: {error}; see the claim format.") from error


def _check(claim: Claim) -> None:
    kind = KINDS.get(claim.kind)
    if kind is None:
        raise ClaimError(f"Field 'kind': {claim.kind!r} is not a kind of claim; use one of {', '.join(KINDS)}.")
    if not claim.subject or not claim.subject.strip():
        raise ClaimError(f"Field 'subject': a {kind.name} claim needs a subject: {kind.subject}.")
    if kind.object_required and not claim.object:
        raise ClaimError(f"Field 'object': a {kind.name} claim needs an object: {kind.object}.")
    if kind.object is None and claim.object is not None:
        raise ClaimError(f"Field 'object': a {kind.name} claim has no object; leave it null.")
    if claim.quantity is not None:
        _validate_quantity(kind, claim.quantity)
    elif kind.name in ("strength", "membership"):
        raise ClaimError(f"Field 'quantity': a {kind.name} claim needs a quantity.")
    if claim.modality not in _MODALITIES:
        raise ClaimError(f"Field 'modality': {claim.modality!r} is none of {', '.join(sorted(_MODALITIES))}.")
    if claim.role is not None and claim.role not in kind.roles:
        allowed = " or ".join(kind.roles) or "null"
        raise ClaimError(f"Field 'role': {claim.role!r} does not go with a {kind.name} claim; use {allowed}.")
    for name in ("start", "end", "as_of"):
        bound = getattr(claim, name)
        if bound is not None:
            try:
                parse_bound(bound)
            except PeriodError as error:
                raise ClaimError(f"Field {name!r}: {error}") from error
    if not claim.quote.strip():
        raise ClaimError("Field 'quote': a claim needs the words that state it.")


_MODALITIES = frozenset(modality.value for modality in Modality)


def _validate_quantity(kind: Kind, quantity: Quantity) -> None:
    if not kind.quantity:
        raise ClaimError(f"Field 'quantity': a {kind.name} claim has no quantity; leave it null.")
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        raise ClaimError("Field 'quantity': both bounds are open; state one, or leave the quantity null.")
    if (low is not None and low < 0) or (high is not None and high < 0):
        raise ClaimError("Field 'quantity': a count cannot be below zero.")
    if low is not None and high is not None and low > high:
        raise ClaimError(f"Field 'quantity': low {low} is above high {high}.")


@dataclass(frozen=True, slots=True)
class Reference:
    """A subject or object taken apart: ``ACTOR@OPERATION/ELEMENT/ELEMENT``; missing parts are None or empty."""

    actor: str | None
    operation: str | None
    elements: tuple[str, ...]
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the hash once: a reference is looked up far more often than it is made."""
        object.__setattr__(self, "_hash", hash((self.actor, self.operation, self.elements)))

    def __hash__(self) -> int:
        return self._hash

    def __str__(self) -> str:
        head = (self.actor or "") + (f"@{self.operation}" if self.operation else "")
        return "/".join((head, *self.elements))


def parse_reference(text: str) -> Reference:
    """Take a reference apart. Raises ``ClaimError`` if it names neither an actor nor an operation."""
    head, *elements = text.split("/")
    actor, at, operation = head.partition("@")
    if not actor.strip() and not operation.strip():
        raise ClaimError(f"Reference {text!r} names neither an actor nor an operation.")
    return Reference(actor.strip() or None, operation.strip() if at else None, tuple(e.strip() for e in elements))
