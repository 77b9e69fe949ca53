"""The account of support: whom an element supports, where they are and how many, and who supports the element.

The law of this module: who supports whom is only what documents say; how many persons that is follows the rules of a
total, so that nobody counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contingent.ask.account import Account, Entry, Part, entry_about, figure_remarks
from contingent.ask.answer import Answer, Word
from contingent.ask.belonging import Belonging
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts, line_of
from contingent.ask.sheet import Notes
from contingent.ask.sums import Sums
from contingent.ask.total import Total
from contingent.ask.total_account import countable
from contingent.ask.wording import reference_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact, Statement

_COUNTS = (Word.STATED, Word.PRESUMED)


def support_account(day: FactsOn, what: str, catalogue: Catalogue) -> Account:
    """Whom whatever bears the name ``what`` supports, and by whom it is supported.

    Of an operation or an actor, all its parts are asked for. Raises ``UnknownNameError`` if nothing bears the name, and
    ``UsageError`` if it is that of a person or a place.
    """
    kind, things = countable(day.facts.names(catalogue).find(what), what)
    name = things[0].elements[-1] if kind == "element" else reference_name(things[0], catalogue)
    quartermaster = _Quartermaster(day, catalogue, things)
    parts = (
        Part("elements", "The element" if len(things) == 1 else "The elements", quartermaster.elements()),
        Part("sum", "How many it supports", quartermaster.sum_of_supported()),
        Part("supports", "Whom it supports", quartermaster.supported()),
        Part("supported_by", "Who supports it", quartermaster.supporting()),
    )
    return Account("support", name, kind, day.on, parts, quartermaster.notes.all)


def actors_supported(facts: Facts) -> tuple[str, ...]:
    """The actors that something supports as a whole, in the order of the alphabet."""
    ends = (fact.object for fact in facts if fact.kind == "support")
    whole = (end for end in ends if isinstance(end, Reference) and end.operation is None and not end.elements)
    return tuple(sorted({end.actor for end in whole if end.actor is not None}))


@dataclass(frozen=True, slots=True)
class _Tie:
    """A fact by which one thing supports another, and what is said of it on the day."""

    fact: Fact
    giver: Reference
    taker: Reference
    answer: Answer


class _Quartermaster:
    """Knows who supports whom on a day, and writes it down with the notes."""

    def __init__(self, day: FactsOn, catalogue: Catalogue, things: Sequence[Reference]) -> None:
        """Look at the facts about these things and all that lies in them."""
        self.notes = Notes()
        self._day = day
        self._catalogue = catalogue
        self._things = things
        self._belonging = Belonging(day)
        self._sums = Sums(day)
        self._inner = tuple(dict.fromkeys(node for thing in things for node in (thing, *self._within(thing))))
        pointing = (fact for node in self._inner for fact in day.about(node, "support"))
        self._given = tuple(self._ties(pointing))

    def elements(self) -> tuple[Entry, ...]:
        """Each thing that bears the name: how many it is itself, and where."""
        return tuple(self._line(thing, self._day.presence(thing)) for thing in self._things if thing.elements)

    def supported(self) -> tuple[Entry, ...]:
        """Whom the things and their parts support: who, how many persons, and where they are."""
        return tuple(self._entry(tie, tie.taker, self._giver_remarks(tie)) for tie in self._given)

    def supporting(self) -> tuple[Entry, ...]:
        """Who supports the things, what they belong to, or a part of them."""
        outer = [node for thing in self._things for node in (*line_of(thing), Reference(thing.actor, None, ()))]
        nodes = dict.fromkeys((*self._inner, *outer))
        ties = self._ties(fact for node in nodes for fact in self._day.pointing_at(node, "support"))
        others = (tie for tie in ties if tie.giver not in self._things)
        return tuple(self._entry(tie, tie.giver, self._taker_remarks(tie)) for tie in others)

    def sum_of_supported(self) -> tuple[Entry, ...]:
        """How many persons all whom the things support are together; nothing where they support only one."""
        ties = [tie for tie in self._given if tie.answer.word in _COUNTS]
        takers = list(dict.fromkeys(tie.taker for tie in ties))
        if len(takers) < 2:
            return ()
        roots = [root for taker in takers for root in self._roots(taker)]
        total = self._sums.of_several(list(dict.fromkeys(roots)))
        remarks = [f"{len(total.counted):,} of {len(total.counted) + total.missing:,} have a figure"]
        if any(taker in line_of(tie.giver) for tie in ties for taker in takers):
            remarks.append("the persons who give support are among them")
        return (replace(entry_about("Together", total.figure, self.notes), remarks=tuple(remarks)),)

    def _within(self, thing: Reference) -> tuple[Reference, ...]:
        if thing.operation is None and not thing.elements:
            sent = self._belonging.contributions_of(thing)
            own = [node for unit in self._day.parts(thing) for node in (unit, *self._belonging.below(unit))]
            return (*own, *(node for root in sent for node in (root, *self._belonging.below(root))))
        return self._belonging.below(thing)

    def _ties(self, facts: Iterable[Fact]) -> Iterator[_Tie]:
        """The ties in force on the day; what is over, or has not begun, supports nobody."""
        for fact in facts:
            found = self._day.answer(fact)
            if found.word.in_force and isinstance(fact.subject, Reference) and isinstance(fact.object, Reference):
                yield _Tie(fact, fact.subject, fact.object, found)

    def _roots(self, taker: Reference) -> list[Reference]:
        """What makes the persons of a taker: an actor's are those of all its contributions."""
        whole = taker.operation is None and not taker.elements
        return self._belonging.contributions_of(taker) if whole else [taker]

    def _giver_remarks(self, tie: _Tie) -> list[str]:
        """Which of the parts gives the support, where it is not the thing itself."""
        return [] if tie.giver in self._things else [f"supported by {self._named(tie.giver)}"]

    def _taker_remarks(self, tie: _Tie) -> list[str]:
        """What is supported, where it is not the thing itself."""
        return [] if tie.taker in self._things else [f"supports {self._named(tie.taker)}"]

    def _entry(self, tie: _Tie, about: Reference, remarks: list[str]) -> Entry:
        """One end of a tie; the answer is that of the tie."""
        return self._line(about, tie.answer, (*remarks, *tie.answer.remarks), tie.giver)

    def _line(
        self, about: Reference, answer: Answer, remarks: Iterable[str] = (), giver: Reference | None = None
    ) -> Entry:
        """A thing: how many persons it is and where, with an answer that is said of it."""
        total = self._sums.of(about)
        places, grounds = self._places(about, giver)
        entry = entry_about(self._named(about), total.best, self.notes, about, (*answer.grounds, *grounds))
        return replace(
            entry,
            answer=answer.word.value,
            age=answer.age,
            remarks=(*remarks, *_remarks_on(total, answer)),
            places=places,
        )

    def _places(self, reference: Reference, giver: Reference | None) -> tuple[tuple[str, ...], tuple[Statement, ...]]:
        """Where a thing is; else where its parts are, but for who supports it; else where its operation is."""
        own = [(place, statements) for place, statements in self._located(reference)]
        if not own:
            own = [
                (f"{place}: {part.elements[-1]}" if part.elements else place, statements)
                for part in self._belonging.below(reference)
                if part != giver
                for place, statements in self._located(part)
            ]
        if not own and reference.operation is not None:
            operation = Reference(None, reference.operation, ())
            own = [(f"{place}: the operation", statements) for place, statements in self._located(operation)]
        places = tuple(dict.fromkeys(place for place, _ in own))
        return places, tuple(statement for _, statements in own for statement in statements)

    def _located(self, reference: Reference) -> Iterator[tuple[str, tuple[Statement, ...]]]:
        for fact in self._day.about(reference, "location"):
            found = self._day.answer(fact)
            if found.word.in_force:
                kept = (fact.role, found.word.value if found.word not in _COUNTS else None)
                qualified = ", ".join(words for words in kept if words)
                yield f"{fact.object} ({qualified})" if qualified else str(fact.object), found.grounds

    def _named(self, reference: Reference) -> str:
        return reference_name(reference, self._catalogue)


def _remarks_on(total: Total, answer: Answer) -> Iterator[str]:
    """How the figure was found, and how old it is."""
    figure = total.best
    if figure is None:
        return
    if total.own.figure is None:
        parts = "operations" if total.subject is not None and total.subject.operation is None else "parts"
        yield f"the sum of its {parts}"
    yield from figure_remarks(figure)
    if figure.age is not None and figure.age != answer.age:
        yield f"counted {figure.age:,} {'day' if figure.age == 1 else 'days'} before"
