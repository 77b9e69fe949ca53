"""Why a claim was read: its rules, and the words that filled each of its parts.

Nothing is read here. What the steps have found is looked up again: the mentions of entities, the numbers and times
of the text, the verbs of its clauses.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from contingent.claim import CitedClaim
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.clause import Clause
from contingent.read.entities import Entity, Sort
from contingent.read.proposals import Proposal, quantity_of
from contingent.read.time_expressions import Time
from contingent.read.units import Sentence, Unit

_MOST_ABOVE = 30
"""How many expressions of time, or sentences, above a sentence are looked through for what it takes from there."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A part of a claim and where it comes from."""

    part: str
    """``subject``, ``object``, ``quantity``, ``start`` …"""
    start: int | None
    """Where the words stand that fill it; None where no words do."""
    end: int | None
    how: str
    """What the words were taken for, or what filled the part where there are none; may be empty."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with the rules that put it forward, the first one first, and how its parts were filled."""

    cited: CitedClaim
    rules: tuple[str, ...]
    filled: tuple[Filled, ...]


def explain(annotated: Annotated) -> tuple[Explanation, ...]:
    """An explanation of each claim of a document that has been read."""
    page = _Page(annotated)
    explanations = []
    for proposal, cited in annotated.claims:
        annotated.check_time()
        filled = tuple(page.filled(proposal, cited))
        explanations.append(Explanation(cited, tuple(proposal.rule.split("; ")), filled))
    return tuple(explanations)


class _Page:
    """A document that has been read, arranged for asking where something comes from."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.starts = [sentence.start for sentence in annotated.sentences]

    def filled(self, proposal: Proposal, cited: CitedClaim) -> list[Filled]:
        claim, start, end = cited.claim, cited.quote.start, cited.quote.end
        found = self.reference("subject", proposal.subject, start, end)
        if proposal.object is not None:
            found += self.reference("object", proposal.object, start, end)
        if claim.quantity is not None:
            found.append(self.quantity(proposal, start, end))
        bounds = (("start", claim.start), ("end", claim.end), ("as of", claim.as_of))
        found += [self.bound(part, bound, start, end) for part, bound in bounds if bound is not None]
        found.append(self.modality(start, end))
        for part, words in (("title", claim.title), ("rank", claim.rank), ("scope", claim.scope)):
            if words is not None:
                found.append(self.printed(part, words, start, end))
        return found

    # --- who and what -------------------------------------------------------------------------

    def reference(self, part: str, meant: Entity | str, start: int, end: int) -> list[Filled]:
        if isinstance(meant, str):
            return [
                self.person(part, meant, start, end) if part == "subject" else self.printed(part, meant, start, end)
            ]
        at = self.mention(meant, start, end)
        found = [Filled(part, at, meant.mentions[at], _distance(at, start, end))] if at is not None else []
        if meant.sort in (Sort.CONTRIBUTION, Sort.ELEMENT):
            if meant.nation is not None:
                found.append(self.nation(f"{part}: nation", meant.nation, start, end))
            if meant.operation is not None:
                found.append(self.operation(f"{part}: operation", meant.operation, start, end))
        if not found and meant.sort is Sort.ACTOR:
            return [self.nation(part, meant.name, start, end)]
        return found or [Filled(part, None, None, "what its sentence is about")]

    def mention(self, entity: Entity, start: int, end: int) -> int | None:
        """The first mention within the quote, else the last one before it, else the first one at all."""
        places = sorted(entity.mentions)
        inside = [at for at in places if start <= at < end]
        before = [at for at in places if at < start]
        return inside[0] if inside else before[-1] if before else places[0] if places else None

    def nation(self, part: str, code: str, start: int, end: int) -> Filled:
        for sentence in self.sentences(start, end):
            for unit in sentence.units:
                if _names_nation(unit, code):
                    return Filled(part, unit.start, unit.end, "")
        if code == self.annotated.home:
            return Filled(part, None, None, f"the page speaks for {code}")
        before = bisect_right(self.starts, start)
        for sentence in reversed(self.annotated.sentences[max(0, before - _MOST_ABOVE) : before]):
            for unit in reversed(sentence.units):
                if _names_nation(unit, code):
                    return Filled(part, unit.start, unit.end, "named before")
        return Filled(part, None, None, f"{code}, by a part of a word, or by a name")

    def operation(self, part: str, operation: Entity, start: int, end: int) -> Filled:
        at = self.mention(operation, start, end)
        if at is None:
            at = self.named_operation(operation.name, end)
        if at is None:
            return Filled(part, None, None, f"{operation.name}, the operation of the page")
        stop = operation.mentions.get(at) or next(
            unit.end for sentence in self.sentences(at, at + 1) for unit in sentence.units if unit.start == at
        )
        return Filled(part, at, stop, _distance(at, start, end))

    def named_operation(self, name: str, before: int) -> int | None:
        """The last place before another at which the text names an operation."""
        for sentence in reversed(self.annotated.sentences[: bisect_right(self.starts, before)]):
            for unit in reversed(sentence.units):
                if unit.sort == units.OPERATION and unit.value == name and unit.start < before:
                    return unit.start
        return None

    def person(self, part: str, name: str, start: int, end: int) -> Filled:
        people = [person for person in self.annotated.persons if person.name == name]
        inside = [person for person in people if start <= person.start < end]
        found = inside or [person for person in reversed(people) if person.start < start] or people
        if not found:
            return self.printed(part, name, start, end)
        person = found[0]
        return Filled(part, person.name_start, person.name_end, _distance(person.start, start, end))

    def printed(self, part: str, words: str, start: int, end: int) -> Filled:
        """Words that stand in the quote as they are."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        found = pattern.search(self.annotated.document.text, start, end)
        if found is None:
            return Filled(part, None, None, "its words, put together from the quote")
        return Filled(part, *found.span(), "")

    # --- how many, when, how meant ------------------------------------------------------------

    def quantity(self, proposal: Proposal, start: int, end: int) -> Filled:
        unit = proposal.quantity.unit if proposal.quantity is not None else None
        for number in self.annotated.numbers:
            if start <= number.digits_start < end and quantity_of(number, unit) == proposal.quantity:
                return Filled("quantity", number.start, number.end, "")
        return Filled("quantity", None, None, "worked out from the numbers of the quote")

    def bound(self, part: str, bound: str, start: int, end: int) -> Filled:
        """The expression that sets a bound: in the quote, in its sentence, in what stands above it."""
        sentences = self.sentences(start, end)
        first = sentences[0].start if sentences else start
        last = sentences[-1].end if sentences else end
        here = [time for time in self.annotated.times if first <= time.start < last]
        before = bisect_left(self.annotated.times, first, key=lambda time: time.start)
        above = self.annotated.times[max(0, before - _MOST_ABOVE) : before][::-1]
        for time in (*here, *above):
            for future in (False, True):
                resolved = time.resolve(self.annotated.published, future, None)
                if bound in (resolved.starts, resolved.ends, resolved.on, *resolved.spell):
                    return Filled(part, time.start, time.end, _resolution(resolved))
        spell = self.annotated.spell
        if spell is not None and bound in (spell.starts, spell.ends):
            return Filled(part, None, None, "the days that the page reports on")
        return Filled(part, None, None, "worked out from several expressions of time")

    def modality(self, start: int, end: int) -> Filled:
        """The verb that says whether something is so, was so, will be or may be."""
        for sentence in self.sentences(start, end):
            clauses = self.annotated.clauses.get(sentence.start, [])
            inside = [c for c in clauses if start <= _verb(sentence, c)[0] < end]
            around = [c for c in clauses if c.start < end and start < c.end]
            for clause in (*inside, *around):
                return Filled("modality", *_verb(sentence, clause), _form(clause))
        return Filled("modality", None, None, "no verb: by the heading, the lead-in, or as it stands")

    def sentences(self, start: int, end: int) -> list[Sentence]:
        """The sentences that a range of the text touches."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.annotated.sentences[first : bisect_right(self.starts, max(start, end - 1))]


def _names_nation(unit: Unit, code: str) -> bool:
    """Whether a unit names a state, or is of it: "Denmark", "Danish soldiers"."""
    return unit.value == code if unit.sort == units.ACTOR else code in getattr(unit.detail, "nations", ())


def _distance(at: int, start: int, end: int) -> str:
    return "" if start <= at < end else "named before" if at < start else "named later"


def _resolution(time: Time) -> str:
    said = (("from", time.starts), ("to", time.ends), ("on", time.on))
    return ", ".join(f"{word} {bound}" for word, bound in said if bound)


def _verb(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    group = clause.group
    return sentence.units[group.first].start, sentence.units[group.last - 1].end


def _form(clause: Clause) -> str:
    group = clause.group
    marks = (group.tense, "passive" if group.passive else "", "going on" if group.progressive else "")
    return ", ".join(mark for mark in marks if mark)
