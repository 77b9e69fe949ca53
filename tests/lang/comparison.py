"""When two claims are the same, and how much of what an example states was read, by the rules of the claim format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from contingent import catalogue, read
from contingent.claim import Claim, Quantity, parse_reference
from contingent.formats import parse
from contingent.lang.examples import Example
from contingent.period import parse_bound

LEAST_NAME, LEAST_OPERATION, LEAST_PHRASE = 75, 85, 70
"""How alike, of 100, names of persons and places, names of operations, and free phrases have to be."""

REFERENCE_KINDS = {"participation", "lead", "element", "posting", "support"}
"""The kinds whose object is a reference."""


@dataclass
class Outcome:
    """What became of the claims of one example. ``wrong`` pairs a claim with the names of its wrong details."""

    expected: int = 0
    read: int = 0
    missed: list[Claim] = field(default_factory=list)
    invented: list[Claim] = field(default_factory=list)
    wrong: list[tuple[Claim, Claim, list[str]]] = field(default_factory=list)

    @property
    def exact(self) -> bool:
        return not (self.missed or self.invented or self.wrong)

    def reason(self) -> str:
        """In a few words what is not read as it should be."""
        parts = {
            "missed": {claim.kind for claim in self.missed},
            "invented": {claim.kind for claim in self.invented},
            "wrong": {name for _, _, names in self.wrong for name in names},
        }
        return "; ".join(f"{what} {', '.join(sorted(names))}" for what, names in parts.items() if names)


def try_example(example: Example, language: str) -> Outcome:
    """Read an example and compare.

    What is cited from the context alone counts where the example expects it and is no fault where it does not.
    """
    document = parse(example.document_text.encode(), media_type="text/plain")
    document = replace(document, publisher=example.publisher)
    found = read.read(document, published=example.published, language=language)
    text_start = len(document.text) - len(example.text)
    assert document.text[text_start:] == example.text, "plain text is kept as it is"
    of_context = [cited.claim for cited in found if cited.quote.end <= text_start]
    of_text = [cited.claim for cited in found if cited.quote.end > text_start]
    return compare(example.expected(), of_text, of_context)


def compare(expected: Sequence[Claim], seen: Sequence[Claim], also: Sequence[Claim] = ()) -> Outcome:
    """Pair each expected claim with the claim read that has the fewest wrong details.

    Claims of ``also`` may be paired, but are not counted as invented.
    """
    outcome = Outcome(expected=len(expected))
    left, spare = list(seen), list(also)
    for claim in expected:
        candidates = [other for other in (*left, *spare) if same_core(claim, other)]
        if not candidates:
            outcome.missed.append(claim)
            continue
        best = min(candidates, key=lambda other: len(wrong_details(claim, other)))
        (left if best in left else spare).remove(best)
        outcome.read += 1
        if names := wrong_details(claim, best):
            outcome.wrong.append((claim, best, names))
    outcome.invented = left
    outcome.read += len(left)
    return outcome


def same_core(expected: Claim, seen: Claim) -> bool:
    """Whether kind, subject, object and quantity agree, where the expected claim has them."""
    if expected.kind != seen.kind:
        return False
    if expected.kind == "posting":
        if not alike(expected.subject, seen.subject, LEAST_NAME):
            return False
    elif not same_reference(expected.subject, seen.subject):
        return False
    if expected.object is not None:
        if seen.object is None:
            return False
        compare_objects = same_reference if expected.kind in REFERENCE_KINDS else alike
        if not compare_objects(expected.object, seen.object):
            return False
    return expected.quantity is None or _same_count(expected.quantity, seen.quantity)


def wrong_details(expected: Claim, seen: Claim) -> list[str]:
    """The names of the further fields in which two claims with the same core differ."""
    wrong = [name for name in ("start", "end", "as_of") if not same_bound(getattr(expected, name), getattr(seen, name))]
    if expected.modality != seen.modality:
        wrong.append("modality")
    for name in ("role", "rank", "title", "scope"):
        value = getattr(expected, name)
        if value is not None and not alike(value, getattr(seen, name) or ""):
            wrong.append(name)
    if expected.quantity and seen.quantity and expected.quantity.approx != seen.quantity.approx:
        wrong.append("approx")
    return wrong


def same_reference(expected: str, seen: str) -> bool:
    """Whether two references name the same actor, operation and element; of nested elements the last decides."""
    one, other = parse_reference(expected), parse_reference(seen)
    if (one.actor or "").casefold() != (other.actor or "").casefold():
        return False
    if (one.operation is None) != (other.operation is None) or bool(one.elements) != bool(other.elements):
        return False
    if one.operation and other.operation and not _same_operation(one.operation, other.operation):
        return False
    return not one.elements or alike(one.elements[-1], other.elements[-1])


def alike(expected: str, seen: str, least: int = LEAST_PHRASE) -> bool:
    """Whether two phrases share their words, as far as ``least`` of 100."""
    one, other = _folded(expected), _folded(seen)
    if one == other:
        return True
    if min(len(one), len(other)) < 0.3 * max(len(one), len(other)):
        return False
    return fuzz.token_set_ratio(one, other) >= least


def same_bound(expected: str | None, seen: str | None) -> bool:
    """Whether the days that two bounds leave open are for the greater part the same."""
    if expected is None or seen is None:
        return expected is seen
    (first, last), (other_first, other_last) = parse_bound(expected), parse_bound(seen)
    common = (min(last, other_last) - max(first, other_first)).days + 1
    return common / ((max(last, other_last) - min(first, other_first)).days + 1) >= 0.5


def _same_count(expected: Quantity, seen: Quantity | None) -> bool:
    return seen is not None and (expected.low, expected.high) == (seen.low, seen.high)


def _same_operation(expected: str, seen: str) -> bool:
    known = catalogue.load()
    one, other = known.find_operation(expected), known.find_operation(seen)
    if one and other:
        return one == other
    return fuzz.token_sort_ratio(_folded(expected), _folded(seen)) >= LEAST_OPERATION


def _folded(phrase: str) -> str:
    without_brackets = re.sub(r"\([^)]*\)", " ", phrase).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", without_brackets).split())
