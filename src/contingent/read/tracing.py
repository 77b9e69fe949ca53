"""What was seen in a document and not used: what rules put forward in vain, and what no claim speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.explaining import Explanation
from contingent.read.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Seen:
    """A stretch of the text, what it was taken for, and why no claim came of it."""

    what: str
    """``time``, ``number``, ``person``, ``operation``, ``element``, ``place``, or ``proposed KIND``."""
    start: int
    end: int
    why: str
    rule: str | None = None
    """The rule of what was proposed."""


def trace(annotated: Annotated, explanations: tuple[Explanation, ...]) -> tuple[Seen, ...]:
    """What made no claim and what no claim uses, in the order of the text."""
    proposed = (
        Seen(f"proposed {dropped.kind}", dropped.start, dropped.end, dropped.why, dropped.rule)
        for dropped in annotated.dropped
    )
    seen = dict.fromkeys((*proposed, *_unused(annotated, explanations)))
    return tuple(sorted(seen, key=lambda one: (one.start, one.end, one.what)))


def _unused(annotated: Annotated, explanations: tuple[Explanation, ...]) -> Iterator[Seen]:
    filling = {filled.start for explanation in explanations for filled in explanation.filled}
    quoted = sorted((explanation.cited.quote.start, explanation.cited.quote.end) for explanation in explanations)
    for time in annotated.times:
        if time.start not in filling:
            yield Seen("time", time.start, time.end, _where(quoted, time.start))
    for number in annotated.numbers:
        at = bisect_right(annotated.times, number.start, key=lambda time: time.start)
        dates = at > 0 and annotated.times[at - 1].end > number.start
        if number.start not in filling and not dates:
            yield Seen("number", number.start, number.end, _where(quoted, number.start))
    claims = [explanation.cited.claim for explanation in explanations]
    references = {reference for claim in claims for reference in (claim.subject, claim.object or "")}
    for person in annotated.persons:
        if person.name not in references:
            yield Seen("person", person.start, person.end, "no post or deed is told of this person")
    operations = {reference.partition("@")[2].partition("/")[0] for reference in references}
    elements = {reference.partition("/")[2] for reference in references}
    for sentence in annotated.sentences:
        for unit in sentence.units:
            if unit.sort == units.OPERATION and unit.value not in operations:
                yield Seen("operation", unit.start, unit.end, "no claim speaks of it")
            elif unit.sort == units.PLACE and " ".join(unit.text.split()) not in references:
                yield Seen("place", unit.start, unit.end, "nothing is said to be there")
            elif unit.sort in (units.UNIT, units.PEOPLE) and isinstance(unit.detail, Phrase):
                name = annotated.document.text[unit.detail.name_start : unit.detail.name_end]
                if unit.start not in filling and " ".join(name.split()) not in elements:
                    yield Seen("element", unit.start, unit.end, "it has no part in a claim")


def _where(quoted: list[tuple[int, int]], at: int) -> str:
    if any(start <= at < end for start, end in quoted):
        return "it stands in a quote, but fills no part of the claim"
    return "no claim quotes it"
