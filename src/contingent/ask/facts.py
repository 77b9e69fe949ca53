"""All facts, found by what they speak of, and kept up as facts come and go.

The law of this module: what it gives depends on the facts that it holds, never on the order in which they came. It
knows no day; what facts say of one is asked of ``ask.day``.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, TypeVar

from contingent.ask.course import Course, sightings_of
from contingent.ask.lookup import Names
from contingent.ask.succession import Succession
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact, Statement
from contingent.resolve.posts import HEAD
from contingent.sightings import Sightings

_SHOWS_NO_PRESENCE = frozenset({"lead", "mandate"})
"""A decision is no beginning, and a lead may be announced far ahead: neither shows that a thing was there."""
_SAYS_OUTRIGHT = ("existence", "element")
"""The kinds of facts about a thing that say outright whether it is there."""

_Kept = TypeVar("_Kept")
_Found = dict[int, Fact]
"""Facts by their place in memory: quick to take out again, and no fact is compared with another."""


def parent(reference: Reference) -> Reference | None:
    """What a reference lies in: an element in its element or contribution, a contribution in its operation."""
    if reference.elements:
        return Reference(reference.actor, reference.operation, reference.elements[:-1])
    if reference.actor is not None and reference.operation is not None:
        return Reference(None, reference.operation, ())
    return None


def is_operation(reference: Reference) -> bool:
    """Whether a reference names an operation itself, and nothing that lies in it."""
    return reference.actor is None and reference.operation is not None and not reference.elements


@functools.lru_cache(maxsize=262144)
def line_of(reference: Reference) -> tuple[Reference, ...]:
    """The reference and all that it lies in, innermost first."""
    found = [reference]
    while (outer := parent(found[-1])) is not None:
        found.append(outer)
    return tuple(found)


def contribution_of(fact: Fact) -> Reference | None:
    """What the actor of a participation sends to its operation; None for every other fact."""
    if fact.kind == "participation" and isinstance(fact.subject, Reference) and isinstance(fact.object, Reference):
        return Reference(fact.subject.actor, fact.object.operation, ())
    return None


class Facts:
    """All facts that a question is asked of."""

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        """Take in the facts."""
        self._facts: _Found = {}
        self._by_subject: dict[Reference | str, dict[str, _Found]] = {}
        self._by_object: dict[Reference | str, dict[str, _Found]] = {}
        self._within: dict[Reference, _Found] = {}
        self._parts: dict[Reference, dict[Reference, int]] = {}
        self._across: _Found = {}
        self._courses: dict[int, Course] = {}
        self._presence: dict[Reference, tuple[Course, Sightings[Statement]]] = {}
        self._kept: dict[Reference, dict[Any, Any]] = {}
        self._mentions: dict[Reference, tuple[str, str, int, int, str]] = {}
        self._successions: dict[Reference, dict[int | None, Succession]] = {}
        self._names: Names | None = None
        self._operations: tuple[Reference, ...] | None = None
        for fact in facts:
            self.add(fact)

    def __iter__(self) -> Iterator[Fact]:
        return iter(sorted(self._facts.values(), key=lambda fact: fact.order))

    def __len__(self) -> int:
        return len(self._facts)

    def add(self, fact: Fact) -> None:
        """Take in a fact."""
        key = id(fact)
        self._facts[key] = fact
        for found, end in self._ends(fact):
            found.setdefault(end, {}).setdefault(fact.kind, {})[key] = fact
        for outer in self._shown_within(fact):
            self._within.setdefault(outer, {})[key] = fact
        for inner, outer in self._nested(fact):
            parts = self._parts.setdefault(outer, {})
            parts[inner] = parts.get(inner, 0) + 1
        if self._names is not None:
            self._names.add(fact)
        if _joins_operations(fact):
            self._across[key] = fact
        self._forget(fact)

    def remove(self, fact: Fact) -> None:
        """Give a fact up that was taken in before."""
        key = id(fact)
        del self._facts[key]
        self._courses.pop(key, None)
        self._across.pop(key, None)
        for found, end in self._ends(fact):
            del found[end][fact.kind][key]
            if not found[end][fact.kind]:
                del found[end][fact.kind]
            if not found[end]:
                del found[end]
        for outer in self._shown_within(fact):
            del self._within[outer][key]
            if not self._within[outer]:
                del self._within[outer]
        for inner, outer in self._nested(fact):
            parts = self._parts[outer]
            parts[inner] -= 1
            if not parts[inner]:
                del parts[inner]
        if self._names is not None:
            self._names.remove(fact)
        self._forget(fact)

    def names(self, catalogue: Catalogue) -> Names:
        """The names by which the facts can be asked for; the catalogue is that of the first call."""
        if self._names is None:
            self._names = Names(self._facts.values(), catalogue)
        return self._names

    def about(self, thing: Reference | str, *kinds: str) -> list[Fact]:
        """The facts whose subject is ``thing``, of these kinds; of all kinds if none is named."""
        return _of_kinds(self._by_subject.get(thing), kinds)

    def pointing_at(self, thing: Reference | str, *kinds: str) -> list[Fact]:
        """The facts whose object is ``thing``, of these kinds; of all kinds if none is named."""
        return _of_kinds(self._by_object.get(thing), kinds)

    def parts(self, reference: Reference) -> list[Reference]:
        """The contributions of an operation, or the elements right below a reference, as documents bring them up."""
        return sorted(self._parts.get(reference, ()), key=lambda part: (self._first_mention(part), str(part)))

    def operations(self) -> list[Reference]:
        """All operations, in the order of the alphabet."""
        if self._operations is None:
            named = (end for ends in (self._parts, self._within, self._by_object) for end in ends)
            found = {end for end in named if isinstance(end, Reference) and is_operation(end)}
            self._operations = tuple(sorted(found, key=str))
        return list(self._operations)

    def bodies(self) -> list[Reference]:
        """The parts of operations that no actor sends: commands, headquarters, operations within operations."""
        outers = [parts for outer, parts in self._parts.items() if is_operation(outer)]
        return sorted((part for parts in outers for part in parts if part.actor is None), key=str)

    def contributions(self, actor: str) -> list[Reference]:
        """What an actor sends to each operation, the operations in the order of the alphabet."""
        found = {
            part for outer, parts in self._parts.items() for part in parts if part.actor == actor and not outer.elements
        }
        return sorted((part for part in found if part.operation is not None and not part.elements), key=str)

    def across_operations(self) -> list[Fact]:
        """The facts by which something belongs to, or supports, what is not of its own operation."""
        return sorted(self._across.values(), key=lambda fact: fact.order)

    def course(self, fact: Fact) -> Course:
        """The statements of a fact in order; worked out when it is first asked for."""
        key = id(fact)
        found = self._courses.get(key)
        if found is None:
            found = self._courses[key] = Course(fact.statements)
        return found

    def presence(self, reference: Reference) -> tuple[Course, Sightings[Statement]]:
        """What says outright whether a thing is there, and what else shows that it was."""
        if reference not in self._presence:
            own = self._says_outright(reference)
            keys = {id(fact) for fact in own}
            witnesses = [fact for key, fact in self._within.get(reference, {}).items() if key not in keys]
            if len(own) == 1:
                course = self.course(own[0])
            else:
                course = Course([statement for fact in own for statement in fact.statements])
            self._presence[reference] = course, sightings_of(s for fact in witnesses for s in fact.statements)
        return self._presence[reference]

    def succession(self, post: Reference, gap: int | None = None) -> Succession:
        """The heads of an operation or an element, one after another, under a gap rule in days."""
        found = self._successions.setdefault(post, {})
        if gap not in found:
            heads = [fact for fact in self.pointing_at(post, "posting") if fact.post == HEAD]
            found[gap] = Succession(heads, gap)
        return found[gap]

    def within(self, reference: Reference) -> list[Fact]:
        """The facts that show a thing, or what belongs to it, to be there."""
        return list(self._within.get(reference, {}).values())

    def keep(
        self, reference: Reference, work_out: Callable[[Facts, Reference, Catalogue], _Kept], catalogue: Catalogue
    ) -> _Kept:
        """What ``work_out`` makes of the facts about a thing and what belongs to it, kept until one of them changes."""
        kept = self._kept.setdefault(reference, {})
        if work_out not in kept:
            kept[work_out] = work_out(self, reference, catalogue)
        found: _Kept = kept[work_out]
        return found

    def participations(self, reference: Reference) -> list[Fact]:
        """The facts that say that a contribution's actor takes part in its operation; none for other things."""
        if reference.actor is None or reference.operation is None or reference.elements:
            return []
        actor = Reference(reference.actor, None, ())
        taking_part = self.pointing_at(Reference(None, reference.operation, ()), "participation")
        return [fact for fact in taking_part if fact.subject == actor]

    def _says_outright(self, reference: Reference) -> list[Fact]:
        """The facts that say whether a thing is there: founded, closed, taking part, belonging."""
        return self.about(reference, *_SAYS_OUTRIGHT) + self.participations(reference)

    def _first_mention(self, reference: Reference) -> tuple[str, str, int, int, str]:
        if reference not in self._mentions:
            facts: Iterable[Fact] = self._within.get(reference, {}).values()
            facts = facts or self.pointing_at(reference) or self.about(reference)
            orders = (fact.first_mention for fact in facts)
            self._mentions[reference] = min(orders, default=("", "", 0, 0, ""))
        return self._mentions[reference]

    def _ends(self, fact: Fact) -> Iterator[tuple[dict[Reference | str, dict[str, _Found]], Reference | str]]:
        """Where a fact is found by its subject and its object."""
        yield self._by_subject, fact.subject
        if fact.object is not None:
            yield self._by_object, fact.object

    @staticmethod
    def _shown_within(fact: Fact) -> tuple[Reference, ...]:
        """The things that a sighting of the fact shows to be there, innermost first."""
        shown = shown_by(fact)
        return () if shown is None else line_of(shown)

    @staticmethod
    def _nested(fact: Fact) -> Iterator[tuple[Reference, Reference]]:
        for reference in {*fact.references, _shown(fact)} - {None}:
            yield from pairwise(line_of(reference))

    def _forget(self, fact: Fact) -> None:
        """Let go of what was worked out of other facts in the same place."""
        self._operations = None
        for reference in (*fact.references, _shown(fact)):
            if reference is not None:
                for outer in line_of(reference):
                    self._presence.pop(outer, None)
                    self._mentions.pop(outer, None)
                    self._successions.pop(outer, None)
                    self._kept.pop(outer, None)


def shown_by(fact: Fact) -> Reference | None:
    """The innermost thing that a sighting of the fact shows to be there, None if it shows nothing."""
    return None if fact.kind in _SHOWS_NO_PRESENCE else _shown(fact)


def _shown(fact: Fact) -> Reference | None:
    """The thing that a fact shows to be there: of a posting what the person leads, of a participation what is sent."""
    sent = contribution_of(fact)
    if sent is not None:
        return sent
    shown = fact.object if fact.kind == "posting" else fact.subject
    return shown if isinstance(shown, Reference) else None


def _joins_operations(fact: Fact) -> bool:
    if fact.kind not in ("element", "support"):
        return False
    inner, outer = fact.subject, fact.object
    return isinstance(inner, Reference) and isinstance(outer, Reference) and inner.operation != outer.operation


def _of_kinds(found: dict[str, _Found] | None, kinds: tuple[str, ...]) -> list[Fact]:
    if not found:
        return []
    facts = [fact for kind in kinds or found if kind in found for fact in found[kind].values()]
    return sorted(facts, key=lambda fact: fact.order) if len(facts) > 1 else facts
