"""``contingent accept``, ``reject``, ``correct``, ``claim``, ``merge``, ``split`` and ``undo``: decisions are made.

The law of this module: all that a command names is looked up before anything is decided, and each decision is told
in one line that begins with its name, by which it can be undone.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from contingent.ask.pairs import are_one, pair_of
from contingent.catalogue import load
from contingent.claim import Claim, name_of
from contingent.decision import Decision, DecisionKind, Thing, in_force
from contingent.errors import UsageError
from contingent.fact import Evidence
from contingent.register import Register, Verdict, View
from contingent.resolve import Fold, by_document
from contingent.resolve.deciding import decided
from contingent.resolve.references import taken_apart
from contingent.show.asking import held
from contingent.show.claim_fields import corrected, find_quote, places_of, with_fields
from contingent.show.decision_words import DONE, SHORT, signed
from contingent.show.naming import versions_named
from contingent.show.terminal import print_plain, squeezed
from contingent.show.wording import statement_words

_LAST_MOMENT = "9999-12-31T23:59:59.999Z"
"""Later than any decision: to see what one would do before it is made."""
_COUNTED = {"strength": "persons", "membership": "countries"}
"""What a claim of a kind counts, as the claim format has it."""


def judge(kind: DecisionKind, names: Sequence[str], register_path: Path, by: str | None, reason: str) -> None:
    """Accept or reject claims, each named by its name or the beginning of it; none if one of them is not there."""
    with _opened(register_path) as (register, view):
        found = {item.claim_id: item for item in map(view.claim, names)}
        for name, item in found.items():
            verdict = register.decide(_signed(kind, by, reason, claim_id=name))
            _tell(verdict, _claim_words(name, item.claim))


def correct(
    name: str, assignments: Sequence[str], at: int | None, register_path: Path, by: str | None, reason: str
) -> None:
    """Put fields of a claim right, each ``field=value``; what was corrected before stays so.

    A corrected quote must stand in the document as well; ``at`` chooses among several places.
    """
    with _opened(register_path) as (register, view):
        read = view.claim(name)
        counting = next(decided([read], view.decisions()), None)
        base = counting or read
        claim, place = corrected(base.claim, assignments), (base.quote_start, base.quote_end)
        if claim.quote != base.claim.quote or at is not None:
            text = view.text_of(read.document_id)
            place = _place_of_quote(text, claim.quote, base, at)
            claim = msgspec.structs.replace(claim, quote=text[slice(*place)])
        unchanged = claim == base.claim and place == (base.quote_start, base.quote_end)
        if unchanged or (claim == read.claim and place == (read.quote_start, read.quote_end)):
            raise UsageError(_nothing_to_correct(read, counting, unchanged))
        start, end = place
        verdict = register.decide(
            _signed(
                DecisionKind.CORRECT,
                by,
                reason,
                claim_id=read.claim_id,
                claim=claim,
                document_id=read.document_id,
                quote_start=start,
                quote_end=end,
            )
        )
        _tell(verdict, _claim_words(read.claim_id, claim))


def enter(
    document: str,
    quote: str,
    at: int | None,
    fields: Mapping[str, str | None],
    register_path: Path,
    by: str | None,
    reason: str,
) -> None:
    """Enter a claim by hand: its fields as words, the document that it cites, and the words that stand there."""
    with _opened(register_path) as (register, view):
        version = versions_named(view, document)[-1]
        text = view.text_of(version.document_id)
        start, end = find_quote(text, quote, f"document {version.document_id[:SHORT]}", at)
        given: dict[str, str | None] = {name: words for name, words in fields.items() if words is not None}
        given.setdefault("unit", _COUNTED.get(given.get("kind") or ""))
        claim = with_fields({"quote": text[start:end]}, given)
        name = name_of(claim, version.document_id, start, end)
        verdict = register.decide(
            _signed(
                DecisionKind.ENTER,
                by,
                reason,
                claim_id=name,
                claim=claim,
                document_id=version.document_id,
                quote_start=start,
                quote_end=end,
            )
        )
        _tell(verdict, _claim_words(name, claim))


def rule(
    kind: DecisionKind,
    names: tuple[str, str],
    thing: Thing | None,
    register_path: Path,
    by: str | None,
    reason: str,
) -> None:
    """Merge or split two names of one kind of thing; ``thing`` chooses the kind where they are names of several."""
    catalogue = load()
    with _opened(register_path) as (register, view):
        decisions = view.decisions()
        found = held(register_path, map(_whole, names), catalogue)
        fold = Fold(catalogue, decisions)
        fold.put(by_document(found.evidence))
        pair = pair_of(fold.facts, *names, catalogue, thing)
        make = _signed(kind, by, reason, thing=pair.thing, names=pair.names)
        # What the decision would do is only one step more.
        fold.put({}, (*decisions, make(_LAST_MOMENT)))
        one, other = (squeezed(name) for name in pair.names)
        wanted = kind is DecisionKind.MERGE
        if are_one(fold.facts, pair.names, pair.thing, catalogue) is not wanted:
            stay = "they stay two" if wanted else "they stay one"
            raise UsageError(f"To {kind} the {pair.thing} “{one}” and “{other}” would change no answer: {stay}.")
        remark = f"they were {'one' if wanted else 'two'} already, and stay so" if pair.one is wanted else ""
        _tell(register.decide(make), f"{pair.thing} “{one}” and “{other}”", remark)


def undo(names: Sequence[str], register_path: Path, by: str | None, reason: str) -> None:
    """Undo decisions, each named by its name or the beginning of it; none if one of them is not there."""
    with _opened(register_path) as (register, view):
        found = {decision.id: decision for decision in map(view.decision, names)}
        for name, decision in found.items():
            verdict = register.decide(_signed(DecisionKind.UNDO, by, reason, undoes=name))
            now = next((d for d in in_force(view.decisions()) if d.matter == decision.matter), None)
            remark = f"now decision {now.id[:SHORT]} counts: {signed(now)}" if now else ""
            _tell(verdict, f"{name[:SHORT]}  {decision.kind}", remark)


@contextmanager
def _opened(register_path: Path) -> Iterator[tuple[Register, View]]:
    """A register that is there, to decide and to look things up."""
    # Opening it to write comes first: that brings a register of an older form up to what a view reads.
    with Register(register_path, make=False) as register, View(register_path) as view:
        yield register, view


def _signed(kind: DecisionKind, by: str | None, reason: str, **about: Any) -> Callable[[str], Decision]:
    """What makes the decision at a moment, signed by the user of the system unless somebody else signs."""
    signature = by if by is not None else _user()
    return lambda moment: Decision(kind=kind, by=signature, made_at=moment, reason=reason, **about)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise UsageError("The system has no name for its user; say with --by who decides.") from None


def _whole(name: str) -> str:
    """What to look for when a name is looked up: the operation or else the actor of a reference, or the name itself."""
    if "@" not in name and "/" not in name:
        return name
    reference = taken_apart(name)
    return reference.operation or reference.actor or name


def _place_of_quote(text: str, quote: str, base: Evidence, at: int | None) -> tuple[int, int]:
    """Where a corrected quote stands: of several places the only one that overlaps the old, unless one is chosen."""
    if at is None:
        near = [(s, e) for s, e in places_of(text, quote) if s < base.quote_end and base.quote_start < e]
        if len(near) == 1:
            return near[0]
    return find_quote(text, quote, f"document {base.document_id[:SHORT]}", at)


def _nothing_to_correct(read: Evidence, counting: Evidence | None, unchanged: bool) -> str:
    """Why a correction is none: the claim says so, or would say what was read; ``counting`` is None if rejected."""
    name = read.claim_id[:SHORT]
    if counting is None:
        return f"Claim {name} is rejected, and would be as it was read; accept it to let it count again."
    if unchanged or counting.decision is None:
        return f"Claim {name} says so already; there is nothing to correct."
    return f"Claim {name} would be as it was read; for that, undo its correction: {counting.decision.id[:SHORT]}."


def _claim_words(name: str, claim: Claim) -> str:
    return f"{name[:SHORT]}  {claim.kind}  {squeezed(statement_words(claim))}"


def _tell(verdict: Verdict, what: str, *remarks: str) -> None:
    """Print the line of a decision: its name, what was done to what, and what it changes."""
    decision = verdict.decision
    if not verdict.written:
        print_plain(f"{decision.id[:SHORT]}  unchanged  {what}  (already {signed(decision)})")
        return
    before = verdict.replaced
    replaced = f"in place of decision {before.id[:SHORT]}: {signed(before)}" if before else ""
    print_plain("  ".join((decision.id[:SHORT], DONE[decision.kind], what, *_bracketed((*remarks, replaced)))))


def _bracketed(remarks: Iterable[str]) -> list[str]:
    said = "; ".join(filter(None, remarks))
    return [f"({said})"] if said else []
