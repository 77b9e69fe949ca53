"""Claims from words of the command line: fields put right, fields given, and quotes found in their document.

The law of this module: ``Claim`` itself decides what is a claim; here words only become values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from rapidfuzz import fuzz

from contingent.claim import Claim, Quantity, from_mapping
from contingent.errors import ClaimError, QuoteError, UsageError
from contingent.show.terminal import squeezed

_QUANTITY = Quantity.__struct_fields__
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_ALIKE = 70
"""Below this likeness (of 100) the nearest passage of a document is no help to somebody who misquoted it."""
_CONTEXT = 25
"""How many characters are shown around each place of words that stand in a document several times."""
_PLACES_SHOWN = 6


def corrected(claim: Claim, assignments: Iterable[str]) -> Claim:
    """The claim with fields put right, each as ``field=value``; ``field=`` leaves it null.

    The fields are those of the claim format, and those of its quantity: ``low``, ``high``, ``approx`` and ``unit``;
    ``quantity=140`` is ``low=140 high=140``. Raises ``UsageError`` for what is no assignment or no field, and
    ``ClaimError`` where the outcome is no claim.
    """
    fields: dict[str, Any] = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        name = name.strip().lower().replace("-", "_")
        if not equals:
            raise UsageError(f"{assignment!r} puts no field right; write field=value, or field= to leave it null.")
        if name in fields:
            raise UsageError(f"The field {name!r} is put right twice; write it once.")
        fields[name] = value.strip() or None
    return with_fields(msgspec.to_builtins(claim), fields)


def with_fields(claim: dict[str, Any], fields: dict[str, str | None]) -> Claim:
    """The claim of a mapping in which fields are replaced by words; raises as ``corrected`` does."""
    claim = dict(claim)
    quantity: dict[str, Any] = dict(claim.get("quantity") or {})
    for name, words in fields.items():
        if name == "quantity":
            quantity = {"unit": quantity.get("unit"), "low": _number(name, words), "high": _number(name, words)}
            quantity = quantity if words else {}
        elif name in _QUANTITY:
            quantity[name] = _part_of_quantity(name, words)
        elif name in Claim.__struct_fields__:
            claim[name] = words
        else:
            known = ", ".join((*Claim.__struct_fields__, *_QUANTITY))
            raise UsageError(f"There is no field {name!r} in the claim format; the fields are {known}.")
    for name in ("kind", "subject", "modality"):
        if name in claim and claim[name] is None:
            raise ClaimError(f"Field {name!r}: a claim needs it; it cannot be null.")
    if any(value is not None for name, value in quantity.items() if name != "approx"):
        claim["quantity"] = quantity
    else:
        claim["quantity"] = None
    return from_mapping(claim)


def _part_of_quantity(name: str, words: str | None) -> Any:
    if name == "unit":
        return words
    if name == "approx":
        found = _YES_OR_NO.get((words or "no").lower())
        if found is None:
            raise UsageError(f"Field 'approx': {words!r} is neither yes nor no.")
        return found
    return _number(name, words)


def _number(name: str, words: str | None) -> int | float | None:
    if words is None:
        return None
    try:
        return int(words)
    except ValueError:
        try:
            return float(words)
        except ValueError:
            raise UsageError(f"Field {name!r}: {words!r} is no number; write digits such as 140.") from None


def find_quote(text: str, words: str, where: str, at: int | None = None) -> tuple[int, int]:
    """Where words stand in a document's text: the first code point and the one behind the last.

    Any white space in ``words`` stands for any in the text. ``where`` names the document in errors. Raises
    ``QuoteError``, with the nearest passage, if they do not stand there, and ``UsageError`` if they stand there
    several times and ``at`` does not choose one, or chooses none (the first is 1).
    """
    places = places_of(text, words)
    if not places:
        raise QuoteError(f"The words {words!r} do not stand in {where}{_nearest(text, words)}.")
    if at is None and len(places) == 1:
        return places[0]
    if at is not None and 1 <= at <= len(places):
        return places[at - 1]
    shown = ", ".join(f"{n} {_in_context(text, place)}" for n, place in enumerate(places[:_PLACES_SHOWN], 1))
    shown += " …" if len(places) > _PLACES_SHOWN else ""
    if at is not None:
        times = "once" if len(places) == 1 else f"{len(places)} times"
        raise UsageError(f"--at {at}: the words {words!r} stand in {where} only {times}: {shown}.")
    raise UsageError(
        f"The words {words!r} stand {len(places)} times in {where}; choose one with --at N, or quote more: {shown}."
    )


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """All places where words stand in a text, any white space standing for any other."""
    parts = words.split()
    if not parts:
        raise QuoteError("A quote is empty; quote at least one word.")
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    return [found.span() for found in pattern.finditer(text)]


def _in_context(text: str, place: tuple[int, int]) -> str:
    start, end = place
    before, behind = text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
    return f"“…{squeezed(before)}«{squeezed(text[start:end])}»{squeezed(behind)}…”"


def _nearest(text: str, words: str) -> str:
    """The passage of a text that is most like the words, to end a sentence; empty where none is."""
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=_ALIKE)
    if found is None:
        return "; quote its own characters"
    start, end = found.dest_start, found.dest_end
    # Whole words: the likeness may begin and end within one.
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return f"; the nearest there is “{squeezed(text[start:end])}”"
