"""All facts on one day: each fact's answer, and whether the things that facts speak of were there.

The law of this module: what belongs to a thing that has ended, or has not begun, is not claimed for the
day; and every actual or past claim about a part shows that the whole was there on the claim's certain days.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from contingent.ask.answer import Answer, Word, answer_along, limited, settled_along, word_along
from contingent.ask.facts import Facts, contribution_of, line_of, parent
from contingent.ask.succession import in_succession
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.resolve.posts import HEAD


class FactsOn:
    """Facts as seen on a day. Made for one question; every answer is worked out at most once."""

    def __init__(self, facts: Facts | Iterable[Fact], on: date, gap: int | None = None) -> None:
        """Look at the facts; nothing is answered until it is asked for. ``gap`` is that of ``answer``."""
        self.facts = facts if isinstance(facts, Facts) else Facts(facts)
        self.on = on
        self.gap = gap
        self._presence: dict[Reference, Answer] = {}
        self._settled: dict[Reference, Word | None] = {}

    def about(self, reference: Reference, *kinds: str) -> list[Fact]:
        """The facts whose subject is ``reference``, of these kinds."""
        return self.facts.about(reference, *kinds)

    def pointing_at(self, reference: Reference, *kinds: str) -> list[Fact]:
        """The facts whose object is ``reference``, of these kinds."""
        return self.facts.pointing_at(reference, *kinds)

    def parts(self, reference: Reference) -> list[Reference]:
        """The contributions of an operation, or the elements right below a reference, as documents bring them up."""
        return self.facts.parts(reference)

    def contributions(self, actor: str) -> list[Reference]:
        """What an actor sends to each operation, the operations in the order of the alphabet."""
        return self.facts.contributions(actor)

    def presence(self, reference: Reference) -> Answer:
        """Whether an operation, a contribution or an element was there, for all that speaks of it and its parts."""
        if reference not in self._presence:
            own, witnesses = self.facts.presence(reference)
            found = answer_along(own, self.on, witnesses, self.gap)
            outer = parent(reference)
            self._presence[reference] = found if outer is None else self._limited(found, outer)
        return self._presence[reference]

    def answer(self, fact: Fact) -> Answer:
        """The fact's answer for the day, within what it belongs to, and for a head within the succession."""
        subject, target = fact.subject, fact.object
        if fact.kind == "existence" and isinstance(subject, Reference):
            return self.presence(subject)
        if fact.kind == "element" and isinstance(subject, Reference) and target == parent(subject):
            return self.presence(subject)
        sent = contribution_of(fact)
        if sent is not None:
            return self.presence(sent)
        found = answer_along(self.facts.course(fact), self.on, gap=self.gap)
        if fact.kind == "posting" and fact.post == HEAD and isinstance(target, Reference):
            found = in_succession(found, fact, self.facts.succession(target, self.gap), self.on)
        for reference in fact.references:
            found = self._limited(found, reference)
        return found

    def word(self, fact: Fact) -> Word:
        """The word alone of ``answer``: a fraction of the work, for sums over many facts."""
        subject, target = fact.subject, fact.object
        if fact.kind == "existence" and isinstance(subject, Reference):
            return self.word_of_presence(subject)
        if fact.kind == "element" and isinstance(subject, Reference) and target == parent(subject):
            return self.word_of_presence(subject)
        if fact.kind in ("participation", "posting"):
            return self.answer(fact).word
        found = word_along(self.facts.course(fact), self.on.toordinal(), gap=self.gap)
        return self._limited_word(found, *fact.references)

    def word_of_presence(self, reference: Reference) -> Word:
        """The word alone of ``presence``."""
        own, witnesses = self.facts.presence(reference)
        found = word_along(own, self.on.toordinal(), witnesses, self.gap)
        outer = parent(reference)
        return found if outer is None else self._limited_word(found, outer)

    def _limited_word(self, found: Word, *references: Reference) -> Word:
        """The word of what belongs to things of which the first that has ended, or has not begun, decides."""
        if found in (Word.POSSIBLE, Word.PRESUMED, Word.PLANNED, Word.AUTHORISED):
            for outer in (outer for reference in references for outer in line_of(reference)):
                if outer not in self._settled:
                    own, witnesses = self.facts.presence(outer)
                    self._settled[outer] = settled_along(own, self.on.toordinal(), witnesses)
                word = self._settled[outer]
                if word is not None and (outer.operation is not None or outer.elements):
                    return word
        return found

    def _limited(self, found: Answer, reference: Reference) -> Answer:
        """``found`` limited by the presence of ``reference`` and of all that it lies in."""
        for outer in line_of(reference):
            if outer.operation is not None or outer.elements:
                name = outer.elements[-1] if outer.elements else outer.operation or ""
                found = limited(found, self.presence(outer), name)
        return found
