"""Names in the words of an answer, each with the address of the thing that it names.

The law of this module: a link is made of the fact that the words come from, never guessed from the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from contingent.ask.lookup import Named
from contingent.ask.wording import actor_name, reference_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.resolve.naming import without_post
from contingent.web.desk import address_of


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and the path of the page that they lead to; None for words that name nothing."""

    words: str
    path: tuple[str, str] | None = None


def things_of(fact: Fact) -> Iterator[Named]:
    """What a fact names: its subject and its object, of a contribution its actor and its operation."""
    for end in (fact.subject, fact.object):
        if isinstance(end, Reference):
            yield from things_in(end)
        elif end is fact.subject and end is not None:
            yield Named("person", end)
        elif end is not None and fact.kind == "location":
            yield Named("place", end)


def things_in(reference: Reference) -> Iterator[Named]:
    """The element, the actor and the operation that a reference names."""
    if reference.elements:
        yield Named("element", reference)
    if reference.actor is not None:
        yield Named("actor", Reference(reference.actor, None, ()))
    if reference.operation is not None:
        yield Named("operation", Reference(None, reference.operation, ()))


def pieces(words: str, things: Iterable[Named], catalogue: Catalogue, here: Named | None = None) -> tuple[Piece, ...]:
    """The words with the names of these things in them as links, but for what the page itself is about."""
    names: dict[str, tuple[str, str]] = {}
    for named in things:
        if named != here:
            for name in _written(named, catalogue):
                names.setdefault(name, address_of(named))
    return tuple(_cut(words, sorted(names.items(), key=lambda pair: -len(pair[0]))))


def name_of(named: Named, catalogue: Catalogue) -> str:
    """A thing in words, with what it belongs to."""
    return reference_name(named.thing, catalogue) if isinstance(named.thing, Reference) else named.thing


def _written(named: Named, catalogue: Catalogue) -> tuple[str, ...]:
    thing = named.thing
    if not isinstance(thing, Reference):
        return (thing, without_post(thing))
    if thing.elements:
        return (reference_name(thing, catalogue), thing.elements[-1])
    return (actor_name(thing.actor, catalogue),) if thing.actor is not None else (thing.operation or "",)


def _cut(words: str, names: Sequence[tuple[str, tuple[str, str]]]) -> Iterator[Piece]:
    """The words, cut around the first name that stands in them; the rest is looked through for the others."""
    for place, (name, path) in enumerate(names):
        at = words.find(name) if name else -1
        if at >= 0 and _is_whole(words, at, at + len(name)):
            yield from _cut(words[:at], names[place + 1 :])
            yield Piece(name, path)
            yield from _cut(words[at + len(name) :], names[place + 1 :])
            return
    if words:
        yield Piece(words)


def _is_whole(words: str, start: int, end: int) -> bool:
    """Whether a name stands there as words of its own, and not within a longer one."""
    return not (start and words[start - 1].isalnum()) and not (end < len(words) and words[end].isalnum())
