"""How an answer names things: actors and operations by their usual names, counts and times in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from contingent.ask.values import Value
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.claim_words import quantity_words
from contingent.fact import Fact, Statement
from contingent.period import parse_bound
from contingent.resolve.naming import normal
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
    start = end = None
    ordered = sorted(statements, key=lambda statement: statement.order)
    for statement in ordered:
        if statement.claim.start is not None and not _was_so_before(statement.claim.start, ordered):
            start = statement.claim.start
        end = statement.claim.end or end
    return start, end


def _was_so_before(start: str, statements: list[Statement]) -> bool:
    day = parse_bound(start)[0]
    seen = any(s.tells_of_presence and s.period.certain is not None and s.period.certain[0] < day for s in statements)
    return seen and not any(s.claim.end is not None and parse_bound(s.claim.end)[0] <= day for s in statements)


def other_spellings(fact: Fact) -> tuple[str, ...]:
    """The other ways in which documents spell the fact's person, element or object, in the order of the alphabet."""
    found: dict[str, str] = {}
    for statement in fact.statements:
        claim = statement.claim
        if isinstance(fact.subject, str):
            shown, written = fact.subject, claim.subject
        elif fact.subject.elements:
            shown, written = fact.subject.elements[-1], taken_apart(claim.subject).elements[-1]
        else:
            continue
        if normal(written) != normal(shown):
            found.setdefault(normal(written), " ".join(written.split()))
    return tuple(sorted(found.values()))
