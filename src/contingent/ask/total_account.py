"""The account of a total: the sum, what it counts, what it leaves out and why, and what may be counted twice.

The law of this module: it counts nothing itself; it names what ``ask.sums`` has counted and cites the grounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from contingent.ask.account import Account, Entry, Part, entry_about, figure_remarks
from contingent.ask.day import FactsOn
from contingent.ask.facts import is_operation
from contingent.ask.figures import Figure
from contingent.ask.lookup import Named
from contingent.ask.sheet import Notes
from contingent.ask.sums import Sums
from contingent.ask.total import Counted, LeftOut, Tie, Total, Twice
from contingent.ask.values import compatible
from contingent.ask.wording import reference_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.errors import UsageError
from contingent.fact import Statement

COUNTABLE = ("operation", "actor", "element")
"""The kinds of things that hold persons, in the order in which a name is understood."""
ALL_OPERATIONS = "All operations"


def total_account(day: FactsOn, what: str | None, catalogue: Catalogue, sums: Sums | None = None) -> Account:
    """How many persons there are in whatever bears the name ``what``, or in all operations where it is None.

    ``sums`` are those of the day, if they have been made before. Raises ``UnknownNameError`` if nothing bears the name,
    and ``UsageError`` if it is that of a person or a place.
    """
    if what is None:
        return _Clerk(catalogue, day.on).account(ALL_OPERATIONS, "operations", (sums or Sums(day)).of_all())
    return total_account_of(day, *countable(day.facts.names(catalogue).find(what), what), catalogue, sums)


def total_account_of(
    day: FactsOn, kind: str, things: Sequence[Reference], catalogue: Catalogue, sums: Sums | None = None
) -> Account:
    """How many persons there are in things of one kind of ``COUNTABLE`` that bear one name."""
    sums = sums or Sums(day)
    total = sums.of(things[0]) if len(things) == 1 else sums.of_several(things)
    clerk = _Clerk(catalogue, day.on, things[0] if kind != "element" else None)
    name = things[0].elements[-1] if kind == "element" else reference_name(things[0], catalogue)
    return clerk.account(name, kind, total)


def countable(found: Sequence[Named], what: str) -> tuple[str, list[Reference]]:
    """The things of the first kind among those found that holds persons; raises ``UsageError`` if none does."""
    for kind in COUNTABLE:
        things = [named.thing for named in found if named.kind == kind and isinstance(named.thing, Reference)]
        if things:
            return kind, things
    raise UsageError(f"{what!r} is the name of a {found[0].kind}; give that of an operation, an actor or an element.")


class _Clerk:
    """Writes entries: names things in words and numbers their notes."""

    def __init__(self, catalogue: Catalogue, on: date, about: Reference | None = None) -> None:
        """Write for a day, leaving out of names what the account is ``about``."""
        self._catalogue = catalogue
        self._on = on
        self._about = about
        self._notes = Notes()

    def account(self, name: str, kind: str, total: Total) -> Account:
        """The whole account."""
        counted = [entry for item in total.counted for entry in self._counted(item, one_line=total.subject is None)]
        parts = (
            Part("sum", "Total", (self._sum(total, kind), *self._own(total))),
            Part("counted", "Counted", tuple(counted)),
            Part("left_out", "Left out", tuple(map(self._left_out, total.left_out))),
            Part("twice", "What might be counted twice", tuple(map(self._twice, total.twice))),
        )
        return Account("total", name, kind, self._on, parts, self._notes.all)

    def _sum(self, total: Total, kind: str) -> Entry:
        noun = "operation" if kind in ("actor", "operations") else "part" if kind == "element" else "contribution"
        remarks = [f"the sum of {_many(len(total.counted), noun)}" if total.counted else f"no {noun} has a figure"]
        if total.missing and total.counted:
            remarks.append(f"{_many(total.missing, noun)} without a figure")
        known = total.known
        if known is not None and total.figure is not None and total.figure.high is None and known.high is not None:
            remarks.append(f"the figures that are known make {known.words}")
        if total.countries:
            remarks.append("more countries take part than are named here")
        if any(tie.in_sum for tie in total.twice):
            remarks.append("may count some persons twice, see below")
        return self._entry(total.subject, "Sum", total.figure, remarks, total.countries)

    def _own(self, total: Total) -> Iterator[Entry]:
        """The figure that documents give for the whole, beside the sum, and how the two agree."""
        own, summed = total.own.figure, total.figure
        if own is None:
            return
        remarks = list(figure_remarks(own))
        one, other = own.quantity, None if summed is None else summed.quantity
        if one is not None and other is not None:
            above = (one.low or 0) < (other.low or 0)
            agrees = compatible(one, other)
            remarks.append(f"the sum {'agrees with' if agrees else 'is above' if above else 'is below'} it")
        yield self._entry(total.subject, "Own figure", own, remarks)

    def _counted(self, item: Counted, *, one_line: bool) -> Iterator[Entry]:
        """What counts, and below it its parts, unless it is to be ``one_line``."""
        remarks = list(figure_remarks(item.figure))
        if item.parts:
            remarks.insert(0, f"the sum of its {'contributions' if is_operation(item.subject) else 'parts'}")
        if item.outgrown is not None:
            remarks.append(f"its parts make {item.outgrown.words}, more than it")
        further = () if item.outgrown is None else item.outgrown.statements
        yield self._entry(item.subject, self._named(item.subject), item.figure, remarks, further)
        for part in () if one_line else item.parts:
            about = self._named(part.subject, item.subject)
            yield self._entry(part.subject, about, part.figure, figure_remarks(part.figure), level=1)

    def _left_out(self, entry: LeftOut) -> Entry:
        notes = self._notes.cite(entry.statements)
        return Entry(str(entry.subject), self._named(entry.subject), entry.words or "", entry.reason.value, notes=notes)

    def _twice(self, tie: Twice) -> Entry:
        entry = self._entry(tie.subject, self._named(tie.subject), tie.figure, (self._sentence(tie),), tie.statements)
        answer = "maybe twice" if tie.in_sum else "once"
        return replace(entry, text="" if tie.figure is None else entry.text, answer=answer, age=None)

    def _sentence(self, tie: Twice) -> str:
        """How two things hang together, and what that means for the sum."""
        other = self._named(tie.other)
        if tie.tie is Tie.SUPPORTS:
            told = f"supports {other}"
            return f"{told}, whose figure counts too" if tie.in_sum else f"{told}; a sum over both may hold it twice"
        if tie.in_sum:
            return f"also belongs to {other}, whose figure counts too"
        if tie.subject.actor is None and tie.other.actor is None:
            return "not added: its persons are those of the contributions"
        if tie.subject.operation == tie.other.operation:
            return f"not added: it counts with {other}"
        return f"also belongs to {other}; a sum over both would hold it twice"

    def _entry(
        self,
        subject: Reference | None,
        about: str,
        figure: Figure | None,
        remarks: Iterable[str] = (),
        further: Iterable[Statement] = (),
        level: int = 0,
    ) -> Entry:
        entry = entry_about(about, figure, self._notes, subject, further)
        return replace(entry, remarks=tuple(remarks), level=level)

    def _named(self, reference: Reference, within: Reference | None = None) -> str:
        """A thing in words, without what the account is about, or what the entry above it has said."""
        if within is not None and (within.actor, within.operation) == (reference.actor, reference.operation):
            inner = reference.elements[len(within.elements) :]
            if reference.elements[: len(within.elements)] == within.elements and inner:
                return ": ".join(inner)
        about = self._about
        if about is not None and about.operation is None and reference.actor == about.actor and reference.operation:
            return reference_name(replace(reference, actor=None), self._catalogue)
        return reference_name(reference, self._catalogue, None if about is None else about.operation)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
