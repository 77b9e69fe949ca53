"""The ledger of a total: who counts, and who does not.

The law of this module: every person counts once. A contribution counts as a whole if its strength is known and else by
its parts, as "at least"; what is planned, permitted or only possible does not count; what is there without a figure
makes the sum "at least"; and whatever the sum may still hold twice is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from contingent.ask.answer import Word
from contingent.ask.belonging import THERE
from contingent.ask.day import FactsOn
from contingent.ask.figures import Figure, Strength, added
from contingent.ask.total import Counted, LeftOut, Reason, Tie, Total, Twice
from contingent.ask.values import compatible
from contingent.ask.wording import value_words
from contingent.claim import Reference

_REASONS = {
    Word.STATED: Reason.NO_FIGURE,
    Word.PRESUMED: Reason.NO_FIGURE,
    Word.POSSIBLE: Reason.POSSIBLE,
    Word.PLANNED: Reason.PLANNED,
    Word.AUTHORISED: Reason.AUTHORISED,
    Word.ENDED: Reason.ENDED,
    Word.NOT_YET: Reason.NOT_YET,
    Word.UNKNOWN: Reason.UNKNOWN,
}


class Nesting(Protocol):
    """What lies in what: ``parts`` right in a thing, ``below`` at any depth, neither ever the thing itself."""

    def parts(self, reference: Reference) -> Sequence[Reference]: ...

    def below(self, reference: Reference) -> Sequence[Reference]: ...


class Ledger:
    """What counts of several things, the roots, and of all that lies in them; each thing at most once."""

    def __init__(
        self,
        day: FactsOn,
        roots: Sequence[Reference],
        nesting: Nesting,
        strength: Callable[[Reference], Strength],
    ) -> None:
        """Find what lies in the roots and what is said of the strength of each."""
        self._day = day
        self._nesting = nesting
        below = {root: nesting.below(root) for root in roots}
        inner: set[Reference] = set()
        for root in roots:
            # Of two that lie in each other, the first holds the other.
            inner.update(below[root] if root not in inner else ())
        self._roots = [root for root in roots if root not in inner]
        self._below = {root: below[root] for root in self._roots}
        nodes = dict.fromkeys((*self._roots, *(node for inner in self._below.values() for node in inner)))
        self._place = {node: place for place, node in enumerate(nodes)}
        self._strength = {node: strength(node) for node in nodes}
        self._figures = {node: found.figure for node, found in self._strength.items() if found.figure is not None}
        self._covers = {
            head: frozenset(below[head] if head in below else nesting.below(head)) for head in self._figures
        }
        self._holders: dict[Reference, list[Reference]] = {}
        for head, covered in self._covers.items():
            for node in covered:
                self._holders.setdefault(node, []).append(head)
        self._counted = {head: figure for head, figure in self._figures.items() if not any(self._covering(head))}

    @property
    def counts_anything(self) -> bool:
        """Whether anything counts at all."""
        return bool(self._counted)

    def summed(self, *, whole: bool = True) -> tuple[Figure | None, tuple[Counted, ...]]:
        """The sum of the roots and what counts of them. ``whole`` is False if there may be more than them."""
        used: set[Reference] = set()
        counted = {root: self._item(root, used) for root in self._roots}
        items = tuple(item for item in counted.values() if item is not None)
        opens = any(item is None and self._reason(root).opens for root, item in counted.items())
        return added((item.figure for item in items), whole=whole and not opens), items

    def total(self, subject: Reference | None, *, whole: bool = True) -> Total:
        """The sum of the roots with all that is to be said of it."""
        figure, counted = self.summed(whole=whole)
        items = {item.subject: item for item in counted}
        left_out = dict.fromkeys(entry for root in self._roots for entry in self._left_of(root, items.get(root)))
        return Total(subject, figure, counted, tuple(left_out), tuple(self._twice()))

    def _covering(self, node: Reference) -> Iterator[Reference]:
        """The things with a figure in which a thing lies; of two that lie in each other, the first holds the other."""
        for head in self._holders.get(node, ()):
            mutual = node in self._covers and head in self._covers[node]
            if not (mutual and self._place[node] < self._place[head]):
                yield head

    def _item(self, root: Reference, used: set[Reference]) -> Counted | None:
        """What counts of one root; ``used`` is what counts of the roots before it."""
        if root in self._counted:
            used.add(root)
            return Counted(root, self._counted[root], outgrown=self._outgrown(root))
        own = [node for node in self._below[root] if node in self._counted and node not in used]
        used.update(own)
        parts = tuple(Counted(node, self._counted[node]) for node in own)
        figure = added((part.figure for part in parts), whole=False)
        return None if figure is None else Counted(root, figure, parts)

    def _left_of(self, root: Reference, item: Counted | None) -> Iterator[LeftOut]:
        """What is left out of one root, of which ``item`` counts."""
        if item is None:
            missing = self._left_out(root)
            yield missing
            if missing.reason not in (Reason.ENDED, Reason.NOT_YET):
                own = (root, Reason.PLANNED), (root, Reason.AUTHORISED)
                yield from (entry for entry in self._beside(root) if (entry.subject, entry.reason) not in own)
            return
        if item.parts:
            yield from self._without(root)
        yield from self._beside(root)

    def _reason(self, reference: Reference) -> Reason:
        """Why a thing without a figure that counts is left out."""
        strength = self._strength[reference]
        if reference in self._figures or any(node in self._figures for node in self._below.get(reference, ())):
            return Reason.ELSEWHERE
        word = self._day.word_of_presence(reference)
        reason = _REASONS[word]
        if strength.plans and word not in (Word.ENDED, Word.NOT_YET):
            return Reason(strength.plans[0].word.value) if not reason.opens or reason is Reason.UNKNOWN else reason
        if reason is Reason.NO_FIGURE and strength.word is Word.POSSIBLE and strength.values:
            return Reason.POSSIBLE
        return reason

    def _outgrown(self, root: Reference) -> Figure | None:
        """What the parts of a root with a figure make together, if that is more than the figure can be."""
        figure = self._counted[root]
        if not self._below[root]:
            return None
        inner = [node for node in self._below[root] if node in self._figures and set(self._covering(node)) == {root}]
        parts = added((self._figures[node] for node in inner), whole=False)
        if parts is None or figure.high is None or figure.quantity is None or parts.quantity is None:
            return None
        above = parts.low > figure.high and not compatible(parts.quantity, figure.quantity)
        return parts if above else None

    def _without(self, root: Reference) -> Iterator[LeftOut]:
        """The outermost parts of a root that are there without a figure, or have one that does not count."""
        waiting, seen = list(self._nesting.parts(root)), {root}
        while waiting:
            part = waiting.pop(0)
            if part in seen or part in self._figures or part in self._holders:
                continue
            seen.add(part)
            if any(node in self._figures for node in self._nesting.below(part)):
                waiting += self._nesting.parts(part)
            elif self._day.word_of_presence(part) in THERE or self._strength[part].values:
                yield self._left_out(part)

    def _left_out(self, reference: Reference) -> LeftOut:
        """A thing that does not count, with the figure that stands beside the sum."""
        reason, strength = self._reason(reference), self._strength[reference]
        if strength.plans and reason not in (Reason.ENDED, Reason.NOT_YET, Reason.ELSEWHERE):
            plan = strength.plans[0]
            words = plan.words if reason.value == plan.word.value else f"{plan.words} {plan.word}"
            return LeftOut(reference, reason, words, plan.statements)
        if strength.word is None or not strength.values or reason is Reason.ELSEWHERE:
            return LeftOut(reference, reason, None, self._day.presence(reference).grounds)
        # The thing may be there, but what is said of its strength does not hold on the day.
        words, statements = value_words(strength.values), (s for value in strength.values for s in value.statements)
        told = _REASONS[strength.word] is reason
        return LeftOut(reference, reason, words if told else f"{words}, {strength.word}", tuple(statements))

    def _beside(self, root: Reference) -> Iterator[LeftOut]:
        """What is planned or authorised for a root and for what lies in it, or counted there in another unit."""
        for node in (root, *self._below[root]):
            for plan in self._strength[node].plans:
                yield LeftOut(node, Reason(plan.word.value), plan.words, plan.statements)
            for value in self._strength[node].others:
                yield LeftOut(node, Reason.OTHER_UNIT, value_words([value]), value.statements)

    def _twice(self) -> Iterator[Twice]:
        """What has a figure and lies in something that counts, and what hangs together with something else as well."""
        for node in self._place:
            figure = self._figures.get(node)
            holders = [head for head in self._covering(node) if head in self._counted]
            if figure is not None:
                for place, holder in enumerate(holders):
                    yield Twice(node, Tie.PART_OF, holder, place > 0, figure, figure.statements)
            if node in self._counted or holders:
                yield from self._ties(node, {*holders, node}, figure)

    def _ties(self, node: Reference, holders: set[Reference], figure: Figure | None) -> Iterator[Twice]:
        """The other things to which something belongs, and those in other operations which it supports."""
        for fact in self._day.about(node, "element", "support"):
            other, support = fact.object, fact.kind == "support"
            if not isinstance(other, Reference) or other in holders or _says_so(node, other):
                continue
            if self._is_only_home(node, other):
                continue
            abroad = other.operation not in (None, node.operation)
            in_sum = any(head not in holders and self._may_hold(head, other) for head in self._counted)
            # Within one operation it only matters where the other has a figure that may hold these persons.
            matters = abroad if support else figure is not None and (abroad or in_sum)
            if matters and not any(other in self._covers.get(holder, ()) for holder in holders):
                found = self._day.answer(fact)
                if found.word in THERE:
                    yield Twice(node, Tie.SUPPORTS if support else Tie.PART_OF, other, in_sum, figure, found.grounds)

    def _is_only_home(self, node: Reference, other: Reference) -> bool:
        """Whether a thing, such as a unit of an actor's own forces, is in this sum only as a part of the other."""
        homes = [root for root in self._roots if node in self._below[root]]
        whole = other.actor in (None, node.actor) and not other.elements
        return whole and len(homes) == 1 and homes[0].operation == other.operation

    def _may_hold(self, head: Reference, other: Reference) -> bool:
        """Whether the figure of ``head`` may be one of persons of ``other``, or hold them."""
        if other.actor is None and not other.elements:
            return head.operation == other.operation
        return head == other or other in self._covers[head] or head in self._nesting.below(other)


def _says_so(node: Reference, other: Reference) -> bool:
    """Whether the name of a thing says already that it lies in the other."""
    if node.operation != other.operation:
        return False
    inner = node.actor == other.actor and node.elements[: len(other.elements)] == other.elements
    return inner or (other.actor is None and not other.elements)
