"""Decisions: what a person says about claims and names, signed with who, when and why.

A decision is a frozen value, named by the hash of its content. Nobody takes one away: ``undo`` is a decision too.
The law of this module: what counts is a function of the set of decisions, never of the order in which they come.
They take effect in the order of their moments; of two in the same moment, in the order of their names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from contingent.claim import Claim, name_of
from contingent.errors import DecisionError


class DecisionKind(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"
    """The claim is what the document says."""
    REJECT = "reject"
    """The claim does not count: the document does not say so, or what it says is known to be wrong."""
    CORRECT = "correct"
    """The claim counts as ``Decision.claim`` has it."""
    ENTER = "enter"
    """A claim that a person read; it cites its document like any other."""
    MERGE = "merge"
    """Two names mean one thing."""
    SPLIT = "split"
    """Two names mean two things."""
    UNDO = "undo"
    """Another decision, perhaps itself an ``undo``, does not count."""


class Thing(StrEnum):
    """What two names that are merged or split are names of."""

    OPERATION = "operation"
    ACTOR = "actor"
    ELEMENT = "element"
    PERSON = "person"
    PLACE = "place"


_CLAIM_AND_PLACE = ("claim_id", "claim", "document_id", "quote_start", "quote_end")
_ABOUT: Mapping[DecisionKind, tuple[str, ...]] = {
    DecisionKind.ACCEPT: ("claim_id",),
    DecisionKind.REJECT: ("claim_id",),
    DecisionKind.CORRECT: _CLAIM_AND_PLACE,
    DecisionKind.ENTER: _CLAIM_AND_PLACE,
    DecisionKind.MERGE: ("thing", "names"),
    DecisionKind.SPLIT: ("thing", "names"),
    DecisionKind.UNDO: ("undoes",),
}
"""The fields that say what a decision of each kind is about: all of them are given, and no others."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One thing that one person decided.

    ``made_at`` is a moment in UTC, written as ``2021-04-15T12:00:00.000Z``, so that moments sort as text does.
    ``claim_id`` names the claim that is accepted, rejected, corrected or entered; ``claim`` is what it is to say,
    and ``document_id``, ``quote_start`` and ``quote_end`` (code points, the end excluded) are where its quote
    stands. ``names`` are two names of a ``thing`` as claims write them: an operation's, an actor's, a person's or
    a place's own name, and the whole reference of an element. ``undoes`` is the ``id`` of a decision.

    Raises ``DecisionError`` where a field that the kind needs is missing, or one that it does not take is given.
    """

    kind: DecisionKind
    by: str
    made_at: str
    reason: str
    claim_id: str | None = None
    claim: Claim | None = None
    document_id: str | None = None
    quote_start: int | None = None
    quote_end: int | None = None
    thing: Thing | None = None
    names: tuple[str, str] | None = None
    undoes: str | None = None

    def __post_init__(self) -> None:
        """Refuse a decision that is not whole, so that no such decision exists."""
        _check(self)

    @property
    def id(self) -> str:
        """The decision's name: a hash of its content."""
        return hashlib.sha256(encode_decision(self)).hexdigest()[:32]

    @property
    def order(self) -> tuple[str, str]:
        """The decision's place among others: its moment, then its name."""
        return self.made_at, self.id

    @property
    def matter(self) -> tuple[str, ...]:
        """What the decision settles: of two decisions in one matter the later one counts.

        Whether a claim was entered is a matter of its own, so that an entered claim can be rejected or corrected.
        """
        match self.kind:
            case DecisionKind.MERGE | DecisionKind.SPLIT:
                return ("names", str(self.thing), *sorted(self.names or ()))
            case DecisionKind.UNDO:
                return ("decision", self.undoes or "")
            case DecisionKind.ENTER:
                return ("entry", self.claim_id or "")
        return ("claim", self.claim_id or "")


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Decision)


def encode_decision(decision: Decision) -> bytes:
    """The decision as one JSON object, UTF-8, without a line break and without the fields that it does not use."""
    return _ENCODER.encode(decision)


def decode_decision(line: bytes | str) -> Decision:
    """The decision that a JSON object holds; raises ``DecisionError`` if it holds none."""
    try:
        return _DECODER.decode(line)
    except msgspec.DecodeError as error:
        raise DecisionError(f"A decision cannot be read: {error}.") from error


def _check(decision: Decision) -> None:
    kind = decision.kind
    for name in ("by", "reason"):
        if not getattr(decision, name).strip():
            raise DecisionError(f"Field {name!r}: a decision needs {'a signature' if name == 'by' else 'a reason'}.")
    if not _MOMENT.fullmatch(decision.made_at):
        raise DecisionError(f"Field 'made_at': {decision.made_at!r} is no moment such as 2021-04-15T12:00:00.000Z.")
    for name in ("claim_id", "claim", "document_id", "quote_start", "quote_end", "thing", "names", "undoes"):
        if (getattr(decision, name) is not None) != (name in _ABOUT[kind]):
            verb = "needs" if name in _ABOUT[kind] else "does not take"
            raise DecisionError(f"Field {name!r}: a decision to {kind} {verb} it.")
    if decision.names is not None:
        one, other = decision.names
        if not one.strip() or not other.strip() or one == other:
            raise DecisionError(f"Field 'names': to {kind} takes two different names, not {one!r} and {other!r}.")
    if decision.claim is not None and kind is DecisionKind.ENTER:
        place = decision.document_id or "", decision.quote_start or 0, decision.quote_end or 0
        if name_of(decision.claim, *place) != decision.claim_id:
            raise DecisionError("Field 'claim_id': it is not the name of the claim that is entered.")


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that count, in the order in which they take effect; ``undo`` itself is not among them.

    An undone decision does not count, unless its ``undo`` is undone. In one matter (``Decision.matter``) the last
    decision that is not undone counts; what it replaced counts again when it is undone.
    """
    ordered = _ordered(decisions)
    undone = _undone(ordered)
    last: dict[tuple[str, ...], Decision] = {}
    for name, decision in ordered.items():
        if decision.kind is not DecisionKind.UNDO and name not in undone:
            # What is put in anew stands last.
            last.pop(decision.matter, None)
            last[decision.matter] = decision
    return tuple(last.values())


def undone_by(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """For the name of each undone decision the ``undo`` that counts, the last where there are several."""
    ordered = _ordered(decisions)
    undone = _undone(ordered)
    undos = (made for name, made in ordered.items() if made.kind is DecisionKind.UNDO and name not in undone)
    return {undo.undoes or "": undo for undo in undos}


def _ordered(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decisions by their names, each once, in the order in which they take effect (see ``Decision.order``)."""
    named = {decision.id: decision for decision in decisions}
    return dict(sorted(named.items(), key=lambda item: (item[1].made_at, item[0])))


def _undone(all_of: Mapping[str, Decision]) -> frozenset[str]:
    """The names of the decisions that an ``undo`` which counts is about.

    An ``undo`` holds the name, a hash, of what it undoes, so that no chain of them comes back to where it began.
    A chain is followed by what it says and not by its moments, which a clock that was set back puts out of order.
    """
    undos_of: dict[str, list[str]] = {}
    for name, decision in all_of.items():
        if decision.undoes is not None:
            undos_of.setdefault(decision.undoes, []).append(name)
    settled: dict[str, bool] = {}
    for begin in undos_of:
        stack = [begin]
        while stack:
            undos = undos_of.get(stack[-1], [])
            open_ones = [undo for undo in undos if undo not in settled]
            if open_ones:
                stack += open_ones
            else:
                settled[stack.pop()] = any(not settled[undo] for undo in undos)
    return frozenset(name for name, is_undone in settled.items() if is_undone)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The pairs of names that count as one, and those that count as two, for each kind of thing.

    A pair holds the two names as the decision has them, in alphabetical order; no pair is in both.
    """

    merged: Mapping[Thing, frozenset[tuple[str, str]]]
    split: Mapping[Thing, frozenset[tuple[str, str]]]


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """What the decisions that count say of names. Every kind of thing has an entry."""
    pairs: dict[tuple[DecisionKind, Thing], set[tuple[str, str]]] = {}
    for decision in in_force(decisions):
        if decision.thing is not None and decision.names is not None:
            one, other = sorted(decision.names)
            pairs.setdefault((decision.kind, decision.thing), set()).add((one, other))
    merged, split = (
        {thing: frozenset(pairs.get((kind, thing), ())) for thing in Thing}
        for kind in (DecisionKind.MERGE, DecisionKind.SPLIT)
    )
    return Rulings(merged, split)
