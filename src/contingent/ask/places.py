"""Where a unit is because its subordinates are: places that no document states of it.

The law of this module: a place is taken on only where no document gives the unit a place of its own, and only while
the subordinate answers to it; nothing else is ever concluded from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from contingent.ask.answer import Answer, answer
from contingent.ask.belonging import THERE
from contingent.ask.day import FactsOn
from contingent.claim import Reference
from contingent.resolve.derived import Derived, places_taken_on


def places_through_subordinates(day: FactsOn, superior: Reference) -> Iterator[tuple[Derived, Answer]]:
    """The places that a unit takes on, with the answer for the day; none where a document places the unit itself.

    The grounds of an answer are the statements of the place and those of the relation.
    """
    if not superior.elements or day.about(superior, "location"):
        return
    relations = [f for f in day.pointing_at(superior, "element") if day.answer(f).word in THERE]
    subordinates = dict.fromkeys(f.subject for f in relations if isinstance(f.subject, Reference))
    located = [fact for subordinate in subordinates for fact in day.about(subordinate, "location")]
    for derived in places_taken_on([*relations, *located], day.gap):
        found = answer(derived.statements, day.on, gap=day.gap)
        if found.word in THERE:
            remarks = (f"through {derived.through.elements[-1]}", *found.remarks)
            yield derived, Answer(found.word, (*found.grounds, *derived.relation), found.age, remarks)
