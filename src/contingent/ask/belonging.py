"""What consists of what on a day: contributions of elements, operations of contributions and of other operations.

The law of this module: what one actor sends belongs to that actor's contribution, however many things it answers to;
that an element answers to the element of another actor makes it no part of what the other sends.
"""

from __future__ import annotations

from collections.abc import Iterator

from contingent.ask.answer import Word
from contingent.ask.day import FactsOn
from contingent.ask.facts import is_operation
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.resolve.naming import normal

THERE = (Word.STATED, Word.PRESUMED, Word.POSSIBLE)
"""The words of a thing that is or may be there on the day."""


class Belonging:
    """Which things lie in which on a day, after the names of elements and after the documents' words.

    Made once for a day; what is worked out is kept.
    """

    def __init__(self, day: FactsOn) -> None:
        """Look at the facts of this day; nothing is worked out until it is asked for."""
        self.day = day
        self._parts: dict[Reference, tuple[Reference, ...]] = {}
        self._nested: dict[Reference, list[Reference]] | None = None
        self._is_named: dict[Reference, Reference] = {}
        self._served: set[Reference] | None = None

    def operations(self) -> list[Reference]:
        """All operations that facts speak of, in the order of the alphabet."""
        return self.day.facts.operations()

    def may_hold_persons(self, operation: Reference) -> bool:
        """Whether anything of an operation can be there: it may be there itself, or something of another serves it.

        What is seen of a part shows the whole, so that nothing of an operation is there while it is not.
        """
        if self._served is None:
            ends = (fact.object for fact in self.day.facts.across_operations() if fact.kind == "element")
            self._served = {Reference(None, end.operation, ()) for end in ends if isinstance(end, Reference)}
            self._served.update(self._nested_operations())
        return operation in self._served or self.day.word_of_presence(operation) in THERE

    def operations_within(self, operation: Reference) -> list[Reference]:
        """The operations that documents call a part of this one, and theirs, each once and never itself."""
        if operation not in self._nested_operations():
            return []
        found: dict[Reference, None] = {}
        waiting = [operation]
        while waiting:
            for inner in self.operations_right_within(waiting.pop()):
                if inner != operation and inner not in found:
                    found[inner] = None
                    waiting.append(inner)
        return sorted(found, key=str)

    def operations_right_within(self, operation: Reference) -> list[Reference]:
        """The operations that documents themselves call a part of this one, or name as one of its parts."""
        return self._nested_operations().get(operation, [])

    def bodies(self, operation: Reference) -> list[Reference]:
        """The parts of an operation that no actor sends, each once: its own, and the operations within it."""
        self._nested_operations()
        own = [part for part in self.day.parts(operation) if part.actor is None and part not in self._is_named]
        return [*own, *self.operations_within(operation)]

    def named_as_part(self, operation: Reference) -> list[Reference]:
        """The parts of other operations that are this one, by their name."""
        self._nested_operations()
        return [part for part, inner in self._is_named.items() if inner == operation]

    def _nested_operations(self) -> dict[Reference, list[Reference]]:
        """The operations within each that has any."""
        if self._nested is None:
            self._nested = {}
            for fact in self.day.facts.across_operations():
                if fact.kind == "element" and all(map(is_operation, fact.references)) and self._in_force(fact):
                    inner, outer = fact.references
                    self._nested.setdefault(outer, []).append(inner)
            names = {normal(each.operation or ""): each for each in self.operations()}
            for part in self.day.facts.bodies():
                # "Task Force Takuba", a part of Operation Barkhane, is an operation of its own.
                same, outer = names.get(normal(part.elements[0])), Reference(None, part.operation, ())
                if same is not None and same != outer and self.day.word_of_presence(part) in THERE:
                    self._is_named[part] = same
                    self._nested.setdefault(outer, []).append(same)
        return self._nested

    def contributions(self, operation: Reference) -> list[Reference]:
        """What each actor sends to an operation, or to an operation within it, the actors by their codes."""
        actors = set(self._actors(operation)).union(*map(self._actors, self.operations_within(operation)))
        return [Reference(actor, operation.operation, ()) for actor in sorted(actors)]

    def contributions_of(self, actor: Reference) -> list[Reference]:
        """What an actor sends to each operation, the operations in the order of the alphabet."""
        found = dict.fromkeys(self.day.contributions(actor.actor or ""))
        for fact in self.day.facts.across_operations():
            outer = fact.object
            if fact.kind != "element" or not isinstance(fact.subject, Reference) or not isinstance(outer, Reference):
                continue
            if fact.subject.actor == actor.actor and outer.actor is None and outer.operation and self._in_force(fact):
                found[Reference(actor.actor, outer.operation, ())] = None
        return sorted(found, key=str)

    def parts(self, reference: Reference) -> tuple[Reference, ...]:
        """What lies right in an element or a contribution: the same actor's elements, units and contributions."""
        if reference not in self._parts:
            found = dict.fromkeys(self.day.parts(reference) if reference.operation or reference.elements else ())
            found.update((inner, None) for inner in self._joined(reference))
            found.pop(reference, None)
            self._parts[reference] = tuple(found)
        return self._parts[reference]

    def below(self, reference: Reference) -> tuple[Reference, ...]:
        """All that lies in a thing at any depth, the nearest first, each once and never the thing itself."""
        found: dict[Reference, None] = {}
        row = [reference]
        while row:
            row = [part for outer in row for part in self.parts(outer) if part != reference and part not in found]
            row = list(dict.fromkeys(row))
            found.update(dict.fromkeys(row))
        return tuple(found)

    def _joined(self, reference: Reference) -> Iterator[Reference]:
        """What belongs to a thing by the words of documents rather than by its name."""
        pointing = self.day.pointing_at(reference, "element")
        if reference.operation is not None and not reference.elements:
            operation = Reference(None, reference.operation, ())
            pointing += self.day.pointing_at(operation, "element")
            for inner in self.operations_within(operation):
                if reference.actor in self._actors(inner):
                    yield Reference(reference.actor, inner.operation, ())
        for fact in pointing:
            inner_thing = fact.subject
            if isinstance(inner_thing, Reference) and inner_thing.actor == reference.actor and self._in_force(fact):
                yield inner_thing

    def _actors(self, operation: Reference) -> list[str]:
        """Who sends something to an operation itself, by the name of what is sent or by the documents' words."""
        found = [part.actor for part in self.day.parts(operation) if part.actor is not None]
        for fact in self.day.pointing_at(operation, "element"):
            sent = fact.subject
            # What is named as sent to the operation is among its parts already.
            if isinstance(sent, Reference) and sent.actor is not None and sent.operation != operation.operation:
                found += [sent.actor] if self._in_force(fact) else []
        return found

    def _in_force(self, fact: Fact) -> bool:
        return self.day.word(fact) in THERE
