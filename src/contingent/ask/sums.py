"""Which things make a total: the contributions to an operation, all that an actor sends, the parts of an element.

The law of this module: a sum is taken over things that do not hold each other; what documents call a part of
another operation counts with that operation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from contingent.ask.answer import Word
from contingent.ask.belonging import THERE, Belonging
from contingent.ask.day import FactsOn
from contingent.ask.facts import is_operation
from contingent.ask.figures import Figure, Strength, strength_on
from contingent.ask.ledger import Ledger, Nesting
from contingent.ask.total import Counted, Tie, Total, Twice
from contingent.ask.values import values_on
from contingent.claim import Reference
from contingent.fact import Statement


class Sums:
    """Totals on a day. Made once for a day; what is worked out for one sum is kept for the others."""

    def __init__(self, day: FactsOn) -> None:
        """Count from these facts; nothing is counted until it is asked for."""
        self._day = day
        self._belonging = Belonging(day)
        self._strengths: dict[Reference, Strength] = {}
        self._totals: dict[Reference, Total] = {}
        self._sums: dict[Reference, tuple[Figure | None, tuple[Counted, ...]]] = {}

    def of(self, subject: Reference) -> Total:
        """The sum of whatever a reference names: an operation, an actor, a contribution or an element."""
        if subject not in self._totals:
            self._totals[subject] = self._made(subject)
        return self._totals[subject]

    def of_wholes(self, operation: Reference) -> Total:
        """The same sum of an operation, without looking into what has a figure of its own."""
        ledger, whole = self._ledger_of(operation, _Wholes(self._belonging, self.strength))
        return ledger.total(operation, whole=whole)

    def of_several(self, things: Sequence[Reference]) -> Total:
        """The sum over several things that bear one name, such as the support elements of several nations."""
        return self._ledger(things).total(None)

    def of_all(self) -> Total:
        """The sum over all operations.

        An operation counts by its own figure, else by the sum of its contributions, which are then its parts.
        """
        nesting = _Operations(self._belonging)
        total = Ledger(self._day, self._belonging.operations(), nesting, self._as_one).total(None)
        counted = tuple(self._with_parts(item) for item in total.counted)
        return replace(total, counted=counted, twice=(*total.twice, *self._shared(counted)))

    def _as_one(self, operation: Reference) -> Strength:
        """The strength of an operation by the figure that is best to count with: its own, else that of the sum."""
        own = self.strength(operation)
        if own.figure is not None or not self._belonging.may_hold_persons(operation):
            return own
        figure, _ = self._summed(operation)
        return own if figure is None or figure.quantity is None else replace(own, figure=figure)

    def _with_parts(self, item: Counted) -> Counted:
        if item.parts or self.strength(item.subject).figure is not None:
            return item
        return replace(item, parts=self._summed(item.subject)[1])

    def _summed(self, operation: Reference) -> tuple[Figure | None, tuple[Counted, ...]]:
        """The sum for an operation and what counts of it, without what is left out and why: many are asked for."""
        if operation not in self._sums:
            ledger, whole = self._ledger_of(operation)
            self._sums[operation] = ledger.summed(whole=whole)
        return self._sums[operation]

    def _shared(self, counted: Sequence[Counted]) -> Iterator[Twice]:
        """What belongs to an operation that counts, and serves another that counts as well."""
        items = {item.subject: item for item in counted}
        for fact in self._day.facts.across_operations():
            thing, other = fact.subject, fact.object
            if not isinstance(thing, Reference) or not isinstance(other, Reference) or is_operation(thing):
                continue
            sides = [items.get(Reference(None, end.operation, ())) for end in (thing, other)]
            if all(item and _holds(item, end) for item, end in zip(sides, (thing, other), strict=True)):
                found = self._day.answer(fact)
                if found.word in THERE:
                    tie = Tie.SUPPORTS if fact.kind == "support" else Tie.PART_OF
                    yield Twice(thing, tie, other, True, self.strength(thing).figure, found.grounds)

    def _made(self, subject: Reference) -> Total:
        if subject.elements or (subject.actor is not None and subject.operation is not None):
            total = self._ledger(self._belonging.parts(subject)).total(subject, whole=False)
            return replace(total, own=self.strength(subject))
        if subject.operation is None:
            return self._ledger(self._belonging.contributions_of(subject)).total(subject)
        return self._of_operation(subject)

    def _of_operation(self, operation: Reference) -> Total:
        ledger, whole = self._ledger_of(operation)
        total = ledger.total(operation, whole=whole)
        made_of_them: tuple[Twice, ...] = ()
        if any(item.subject.actor is not None for item in total.counted):
            made_of_them = tuple(self._made_of_them(operation, self._belonging.bodies(operation)))
        return replace(
            total,
            twice=(*total.twice, *made_of_them),
            own=self.strength(operation),
            countries=self._unnamed_countries(operation, self._belonging.contributions(operation)),
        )

    def _ledger_of(self, operation: Reference, nesting: Nesting | None = None) -> tuple[Ledger, bool]:
        """The contributions to an operation; where none has a figure, the parts of the operation itself as well.

        Also whether that is all there is.
        """
        contributions = self._belonging.contributions(operation)
        ledger = self._ledger(contributions, nesting)
        if ledger.counts_anything:
            return ledger, not self._unnamed_countries(operation, contributions)
        bodies = self._belonging.bodies(operation)
        return (self._ledger([*contributions, *bodies], nesting), False) if bodies else (ledger, True)

    def strength(self, reference: Reference) -> Strength:
        """What is said of the strength of a thing itself."""
        if reference not in self._strengths:
            found = strength_on(self._day, reference)
            if found.figure is None and reference.actor is None and not reference.elements:
                # Documents may say it of the operation as a part of another one.
                same = (strength_on(self._day, part) for part in self._belonging.named_as_part(reference))
                found = next((strength for strength in same if strength.figure is not None), found)
            self._strengths[reference] = found
        return self._strengths[reference]

    def _ledger(self, roots: Sequence[Reference], nesting: Nesting | None = None) -> Ledger:
        return Ledger(self._day, roots, nesting or self._belonging, self.strength)

    def _made_of_them(self, operation: Reference, bodies: Sequence[Reference]) -> Iterator[Twice]:
        """The parts of an operation itself: their persons are those whom the actors send, and count with them."""
        for body in bodies:
            figure = self.strength(body).figure
            if figure is not None:
                yield Twice(body, Tie.PART_OF, operation, False, figure, figure.statements)

    def _unnamed_countries(self, operation: Reference, contributions: Sequence[Reference]) -> tuple[Statement, ...]:
        """The statements that more countries take part than those that are known here by name."""
        for fact in self._day.about(operation, "membership"):
            named = sum(self._day.word_of_presence(contribution) in THERE for contribution in contributions)
            found = self._day.answer(fact)
            if found.word in (Word.STATED, Word.PRESUMED):
                for value in values_on(fact.statements, found.grounds, self._day.on)[:1]:
                    if (value.quantity.low or 0) > named:
                        return value.statements
        return ()


class _Operations:
    """Operations within operations, as a nesting."""

    def __init__(self, belonging: Belonging) -> None:
        self._belonging = belonging

    def parts(self, reference: Reference) -> Sequence[Reference]:
        return self._belonging.operations_right_within(reference)

    def below(self, reference: Reference) -> Sequence[Reference]:
        return self._belonging.operations_within(reference)


def _holds(item: Counted, end: Reference) -> bool:
    """Whether an operation's figure may hold persons of a thing: by its own figure, or by what its actor sends."""
    return not item.parts or end.actor is None or any(part.subject.actor == end.actor for part in item.parts)


class _Wholes:
    """What lies in what, but for the elements of what has a figure of its own: these change no sum."""

    def __init__(self, belonging: Belonging, strength: Callable[[Reference], Strength]) -> None:
        self._belonging = belonging
        self._strength = strength

    def parts(self, reference: Reference) -> Sequence[Reference]:
        found = self._belonging.parts(reference)
        return found if self._strength(reference).figure is None else [inner for inner in found if not inner.elements]

    def below(self, reference: Reference) -> Sequence[Reference]:
        if self._strength(reference).figure is None:
            return self._belonging.below(reference)
        wholes = dict.fromkeys(self.parts(reference))
        for whole in tuple(wholes):
            wholes.update(dict.fromkeys(inner for inner in self._belonging.below(whole) if not inner.elements))
        wholes.pop(reference, None)
        return tuple(wholes)


def sum_of_contributions(day: FactsOn, operation: Reference) -> Total | None:
    """The sum over what is sent to an operation; None where fewer than two contributions are there, or none counts.

    What might be counted twice is not looked for.
    """
    total = Sums(day).of_wholes(operation)
    sent = [item for item in total.counted if item.subject.actor is not None]
    return total if sent and len(sent) + total.missing >= 2 else None
