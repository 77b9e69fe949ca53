"""How an answer names things: actors and operations by their usual names, counts and times in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from contingent.ask.values import Value
from contingent.catalogue import Catalogue
from contingent.claim import Claim, Modality, Reference
from contingent.claim_words import bound_words, quantity_words, time_words
from contingent.fact import Fact, Statement
from contingent.period import parse_bound
from contingent.resolve.naming import normal, without_post
from contingent.resolve.references import taken_apart


def actor_name(code: str, catalogue: Catalogue) -> str:
    """The usual English name of a state, the acronym of an organisation, or the name as the documents have it."""
    actor = catalogue.actors.get(code)
    return code if actor is None or actor.kind == "organisation" else actor.name


def reference_name(reference: Reference, catalogue: Catalogue, within: str | None = None) -> str:
    """A reference in words, such as ``Denmark in NATO Mission Iraq: National Support Element``.

    In an answer about the operation ``within``, that is not said again: ``Denmark: National Support Element``.
    """
    if within is not None and reference.operation == within and (reference.actor or reference.elements):
        reference = replace(reference, operation=None)
    whole = " in ".join(
        part
        for part in (
            None if reference.actor is None else actor_name(reference.actor, catalogue),
            reference.operation,
        )
        if part
    )
    return ": ".join((whole, *reference.elements)) if whole else ": ".join(reference.elements)


def end_name(end: Reference | str | None, catalogue: Catalogue) -> str:
    """A subject or object in words: a person, a place or a phrase is what it is."""
    return reference_name(end, catalogue) if isinstance(end, Reference) else end or ""


_RELATIONS = {"participation": "in", "lead": "leads", "element": "part of", "support": "supports", "posting": "in"}
"""What joins a subject to an object that is an operation, an actor or an element."""


def object_text(fact: Fact, catalogue: Catalogue) -> str:
    """What a fact says its subject has to do with, in words: ``leads NATO Mission Iraq``, ``Baghdad``; empty where the
    subject's own name says it, or where the kind has no object."""
    target = fact.object
    if not isinstance(target, Reference):
        return target or ""
    if fact.kind == "element" and isinstance(fact.subject, Reference) and _lies_in(fact.subject, target):
        return ""
    return f"{_RELATIONS[fact.kind]} {end_name(target, catalogue)}"


def claim_text(claim: Claim, fact: Fact, catalogue: Catalogue) -> str:
    """What a claim of a fact says of its subject, in words; empty where the subject's own name says it all."""
    words = object_text(fact, catalogue) if isinstance(fact.object, Reference) else claim.object
    person = " ".join(part for part in (claim.rank, claim.title) if part)
    count = None if claim.quantity is None else quantity_words(claim.quantity)
    as_of = None if claim.as_of is None else f"as of {bound_words(claim.as_of)}"
    modality = None if claim.modality == Modality.ACTUAL else claim.modality
    parts = (person, words, claim.role, count, time_words(claim.start, claim.end), as_of, modality)
    return ", ".join(part for part in parts if part)


def _lies_in(part: Reference, whole: Reference) -> bool:
    """Whether the name of a part says already that it lies right in the whole."""
    return bool(part.elements) and replace(part, elements=part.elements[:-1]) == whole


def value_words(values: Iterable[Value]) -> str:
    """All values that hold on the day: those of one unit, which exclude each other or differ in scope, joined by "or",
    those of several units by "and"."""
    by_unit: dict[str | None, dict[str, None]] = {}
    for value in values:
        by_unit.setdefault(value.quantity.unit, {})[quantity_words(value.quantity)] = None
    return " and ".join(" or ".join(words) for words in by_unit.values())


def stated_time(statements: Iterable[Statement]) -> tuple[str | None, str | None]:
    """The start and the end that statements give, each as the latest published statement has it.

    A start after a day on which the thing was so already is only the start of a spell, and not given, unless an end
    lies before it.
    """
    statements = list(statements)
    first_days = [s.period.certain[0] for s in statements if s.tells_of_presence and s.period.certain is not None]
    timed = sorted((s for s in statements if s.claim.start or s.claim.end), key=lambda statement: statement.order)
    return time_of_timed(timed, min(first_days, default=None))


def time_of_timed(timed: Sequence[Statement], first_seen: date | None) -> tuple[str | None, str | None]:
    """The same as ``stated_time``, from the statements in order that have a start or an end.

    ``first_seen`` is the first day on which the thing was so, None if that is not known.
    """
    start = end = None
    first_end = min((parse_bound(s.claim.end)[0] for s in timed if s.claim.end is not None), default=date.max)
    for statement in timed:
        if statement.claim.start is not None:
            day = parse_bound(statement.claim.start)[0]
            if first_seen is None or first_seen >= day or first_end <= day:
                start = statement.claim.start
        end = statement.claim.end or end
    return start, end


def other_spellings(fact: Fact) -> tuple[str, ...]:
    """The other ways in which documents spell the fact's person or place, in the order of the alphabet."""
    if isinstance(fact.subject, str):
        return _others(without_post(fact.subject), fact.subjects_written)
    return (
        _others(fact.object, fact.objects_written) if isinstance(fact.object, str) and fact.kind == "location" else ()
    )


def other_names(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The other names that documents have for the element that facts are about, in the order of the alphabet."""
    found: set[str] = set()
    for fact in facts:
        if isinstance(fact.subject, Reference) and fact.subject.elements:
            spelled = (elements[-1] for text in fact.subjects_written if (elements := taken_apart(text).elements))
            found.update(_others(fact.subject.elements[-1], spelled))
    return tuple(sorted({normal(name): name for name in sorted(found)}.values()))


def _others(shown: str, written: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in written:
        if normal(name) != normal(shown):
            found.setdefault(normal(name), " ".join(name.split()))
    return tuple(sorted(found.values()))
