"""Finding one fact: by its name, by that of a claim, or by what it is about and in what respect.

    facts_of(facts, catalogue, ["NATO Mission Iraq", "strength"])

The law of this module: an address is never guessed at. Where several facts fit, all are given, and the person chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contingent.ask.facts import Facts, line_of
from contingent.ask.lookup import listed
from contingent.ask.wording import end_name
from contingent.catalogue import Catalogue
from contingent.claim import KINDS, Reference
from contingent.errors import UnknownNameError
from contingent.fact import Fact
from contingent.resolve.naming import normal
from contingent.resolve.posts import HEAD

LEAST_PREFIX = 4
"""How many characters of a fact's name must be given: fewer are a word rather than a name."""
_TOPICS = {
    "place": ("location",),
    "base": ("location",),
    "area": ("location",),
    "head": ("posting",),
    "post": ("posting",),
    "period": ("existence",),
    "countries": ("membership",),
    "equipment": ("asset",),
    "supports": ("support",),
    "leads": ("lead",),
    "takes part": ("participation",),
    "part of": ("element",),
    "includes": ("element",),
}
"""The topics of a placemat beside the names of kinds, and the kinds of the facts that they show."""


def may_be_fact_name(text: str) -> bool:
    """Whether a text has the form of a fact's name or the beginning of one."""
    return LEAST_PREFIX <= len(text) <= 16 and all(letter in "0123456789abcdef" for letter in text.lower())


def facts_by_name(facts: Iterable[Fact], beginning: str) -> tuple[Fact, ...]:
    """The facts whose name begins so."""
    return tuple(fact for fact in facts if fact.id.startswith(beginning.lower()))


def facts_of(facts: Facts, catalogue: Catalogue, words: Sequence[str]) -> tuple[Fact, ...]:
    """The facts about what bears the name ``words[0]``, in every respect that the further words name.

    A further word is a kind (``strength``), a topic of an answer (``head``), words of the fact, or its name. Facts
    about the thing itself go before facts about its parts. Raises ``UnknownNameError`` if nothing bears the name, or
    if none of its facts fits the other words.
    """
    what, *respects = words
    things = [named.thing for named in facts.names(catalogue).find(what)]
    close = list(dict.fromkeys(f for t in things for f in (*facts.about(t), *facts.pointing_at(t))))
    found = _fitting(close, respects, catalogue)
    if respects and (own := [fact for fact in found if fact.subject in things]):
        found = own
    if not found:
        references = {thing for thing in things if isinstance(thing, Reference)}
        around = [fact for fact in facts if any(references & set(line_of(end)) for end in fact.references)]
        around += [f for f in facts if isinstance(f.subject, Reference) and _is_of(f.subject, references)]
        found = _fitting(dict.fromkeys(around), respects, catalogue)
    if not found:
        kinds = listed(tuple(sorted({fact.kind for fact in close} or set(KINDS))))
        raise UnknownNameError(f"No fact about {what!r} fits {' '.join(respects)!r}; there is {kinds}.")
    return tuple(found)


def _is_of(reference: Reference, actors: Iterable[Reference]) -> bool:
    """Whether a reference is what one of the actors sends."""
    return any(each.operation is None and not each.elements and each.actor == reference.actor for each in actors)


def _fitting(facts: Iterable[Fact], respects: Sequence[str], catalogue: Catalogue) -> list[Fact]:
    return [fact for fact in facts if all(_fits(fact, respect, catalogue) for respect in respects)]


def _fits(fact: Fact, respect: str, catalogue: Catalogue) -> bool:
    key = normal(respect)
    if key in KINDS:
        return fact.kind == key
    if may_be_fact_name(key) and fact.id.startswith(key):
        return True
    if key in _TOPICS:
        of_role = key not in ("base", "area") or fact.role == key
        return fact.kind in _TOPICS[key] and of_role and (key != "head" or fact.post == HEAD)
    words = " ".join((end_name(fact.subject, catalogue), end_name(fact.object, catalogue), fact.role or ""))
    return key in normal(words)
