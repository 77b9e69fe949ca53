"""All facts on one day: each fact's answer, and whether the things that facts speak of were there.

The law of this module: what belongs to a thing that has ended, or has not begun, is not claimed for the
day; and every actual or past claim about a part shows that the whole was there on the claim's certain days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from contingent.ask.answer import Answer, Word, answer_along, limited
from contingent.ask.facts import Facts, line_of, parent
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.resolve.posts import HEAD


class FactsOn:
    """Facts as seen on a day. Made for one question; every answer is worked out at most once."""

    def __init__(self, facts: Facts | Iterable[Fact], on: date, gap: int | None = None) -> None:
        """Look at the facts; nothing is answered until it is asked for. ``gap`` is that of ``answer``."""
        self.facts = facts if isinstance(facts, Facts) else Facts(facts)
        self.on = on
        self._gap = gap
        self._presence: dict[Reference, Answer] = {}

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
            found = answer_along(own, self.on, witnesses, self._gap)
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
        if fact.kind == "participation" and isinstance(subject, Reference) and isinstance(target, Reference):
            return self.presence(Reference(subject.actor, target.operation, ()))
        found = answer_along(self.facts.course(fact), self.on, gap=self._gap)
        if fact.kind == "posting" and fact.post == HEAD and isinstance(target, Reference):
            found = self._in_succession(fact, found, target)
        for reference in fact.references:
            found = self._limited(found, reference)
        return found

    def _limited(self, found: Answer, reference: Reference) -> Answer:
        """``found`` limited by the presence of ``reference`` and of all that it lies in."""
        for outer in line_of(reference):
            if outer.operation is not None or outer.elements:
                name = outer.elements[-1] if outer.elements else outer.operation
                presence = self.presence(outer)
                verb = "has ended" if presence.word is Word.ENDED else "has not begun"
                found = limited(found, presence, f"{name} {verb}")
        return found

    def _in_succession(self, fact: Fact, found: Answer, post: Reference) -> Answer:
        """The answer for one holder of a post that one person holds at a time.

        Once a successor is named, the predecessor has ended; before that, from the predecessor's last
        statement on, the successor may have begun. A statement of the old name after the successor's first
        leaves both as they are: that is a conflict for a person to settle.
        """
        mine = _first_and_last_day(fact)
        if mine is None or found.word not in (Word.PRESUMED, Word.POSSIBLE, Word.UNKNOWN):
            return found
        for other in self.pointing_at(post, "posting"):
            theirs = _first_and_last_day(other)
            if other is fact or other.post != HEAD or theirs is None:
                continue
            if mine[1] < theirs[0] <= self.on and found.word is not Word.UNKNOWN:
                remark = f"succeeded by {other.subject}, named for {theirs[0]}"
                grounds = (*found.grounds, other.statements[0])
                return replace(found, word=Word.ENDED, grounds=grounds, age=None, remarks=(remark,))
            if found.word is Word.UNKNOWN and theirs[1] < self.on < mine[0]:
                remark = f"first named for {mine[0]}, after {other.subject}"
                return Answer(Word.POSSIBLE, fact.statements[:1], remarks=(remark,))
        return found


def _first_and_last_day(fact: Fact) -> tuple[date, date] | None:
    """The first and the last certain day of a fact, over all its statements that tell of presence."""
    spells = [s.period.certain for s in fact.statements if s.tells_of_presence and s.period.certain is not None]
    return (min(first for first, _ in spells), max(last for _, last in spells)) if spells else None
