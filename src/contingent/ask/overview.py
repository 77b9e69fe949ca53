"""The overview: which operations are in force on a day, and of each the lead, the head, the strength and the nations.

The law of this module: each word and figure is the one that the placemat of the operation has for the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from contingent.ask.answer import Word, settled_along
from contingent.ask.belonging import THERE
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts
from contingent.ask.figures import strength_on
from contingent.ask.sums import Sums
from contingent.ask.wording import actor_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.claim_words import quantity_words
from contingent.fact import Fact
from contingent.resolve.naming import without_post
from contingent.resolve.posts import HEAD


@dataclass(frozen=True, slots=True)
class Said:
    """A name or a figure with its word; ``key`` is the code or the full name of whom it names, if anybody."""

    text: str
    word: Word
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One operation on the day. ``nations`` is the number of actors that are there."""

    operation: str
    word: Word
    leads: tuple[Said, ...]
    heads: tuple[Said, ...]
    strength: Said | None
    nations: int


def operations_in_force(
    facts: Facts, operations: Iterable[Reference], on: date, gap: int | None
) -> tuple[tuple[Reference, Word], ...]:
    """Those of the operations that are, may be or are to be there on a day, in their order."""
    day = FactsOn(facts, on, gap)
    words = ((operation, day.word_of_presence(operation)) for operation in operations)
    return tuple((operation, word) for operation, word in words if word.in_force)


def rows(
    facts: Facts, listed: Sequence[tuple[Reference, Word]], on: date, gap: int | None, catalogue: Catalogue
) -> tuple[Row, ...]:
    """What is known of these operations on the day."""
    day = FactsOn(facts, on, gap)
    sums = Sums(day)
    return tuple(_row(day, sums, operation, word, catalogue) for operation, word in listed)


def _row(day: FactsOn, sums: Sums, operation: Reference, word: Word, catalogue: Catalogue) -> Row:
    leads = [
        Said(actor_name(fact.subject.actor, catalogue), found, fact.subject.actor)
        for fact, found in _in_force((fact, day.word(fact)) for fact in day.pointing_at(operation, "lead"))
        if isinstance(fact.subject, Reference) and fact.subject.actor is not None
    ]
    heads = [
        Said(without_post(fact.subject), found, fact.subject)
        for fact, found in _in_force(_heads(day, operation))
        if isinstance(fact.subject, str)
    ]
    nations = sum(part.actor is not None and day.word_of_presence(part) in THERE for part in day.parts(operation))
    return Row(operation.operation or "", word, tuple(leads), tuple(heads), _strength(day, sums, operation), nations)


def _heads(day: FactsOn, operation: Reference) -> Iterator[tuple[Fact, Word]]:
    """The heads of an operation, but for those whose own statements settle that they are over or to come."""
    for fact in day.pointing_at(operation, "posting"):
        if fact.post == HEAD and settled_along(day.facts.course(fact), day.on.toordinal()) is None:
            yield fact, day.answer(fact).word


def _in_force(answers: Iterable[tuple[Fact, Word]]) -> list[tuple[Fact, Word]]:
    """Of facts with their words those in force, the strongest first."""
    order = list(Word)
    return sorted(((fact, word) for fact, word in answers if word.in_force), key=lambda pair: order.index(pair[1]))


def _strength(day: FactsOn, sums: Sums, operation: Reference) -> Said | None:
    """The operation's own figure, else what is planned or permitted, else the sum of its contributions."""
    own = strength_on(day, operation)
    if own.figure is not None and own.figure.quantity is not None:
        return Said(quantity_words(own.figure.quantity), own.figure.word)
    if own.plans:
        return Said(own.plans[0].words, own.plans[0].word)
    best = sums.of(operation).best
    return None if best is None or best.quantity is None else Said(quantity_words(best.quantity), best.word)
