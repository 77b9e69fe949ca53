"""Timelines: every fact about a thing over time, as rows under the operation, the contribution or the unit it is of.

The law of this module: a row says of each day what ``show`` says of it; days between two statements are no more
certain here than there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contingent.ask.facts import Facts, parent
from contingent.ask.lookup import Named
from contingent.ask.sheet import Note, Notes
from contingent.ask.stretches import FactsOver, Stretch
from contingent.ask.wording import actor_name, reference_name
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.errors import UsageError
from contingent.fact import Fact, Statement
from contingent.resolve.mobility import is_mobile
from contingent.resolve.posts import HEAD
from contingent.resolve.spells import Spell, spells

_SHORTEST = timedelta(days=92)
"""A window of fewer days is widened to these: where all is said on one day, the days after it are worth seeing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact over time, or whether a thing was there: its answers on all days, and the spells that they rest on.

    ``topic`` and ``text`` name it, ``subject`` is a reference or a person's name as in the claim format, ``about`` the
    same in words. ``level`` is 1 and more for what belongs to the element above. ``fact`` is the fact's name, None for
    a presence that several facts or none tell of. ``notes`` are numbers of the timeline's notes.
    """

    topic: str
    subject: str
    about: str
    text: str
    level: int
    fact: str | None
    stretches: tuple[Stretch, ...]
    spells: tuple[Spell, ...]
    notes: tuple[int, ...]

    def on(self, day: date) -> Stretch:
        """The stretch that holds a day."""
        return next(stretch for stretch in self.stretches if stretch.holds(day))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a title."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The answer to ``timeline``: what is known of one thing over time, shown from ``first`` to ``last``.

    ``kind`` is what the name means. ``known`` and ``entered`` are the days of knowledge, None for all;
    ``gap`` is the gap rule in days, None for no limit.
    """

    name: str
    kind: str
    first: date
    last: date
    groups: tuple[Group, ...]
    notes: tuple[Note, ...]
    known: date | None = None
    entered: date | None = None
    gap: int | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


def timeline(
    facts: Facts,
    what: str,
    catalogue: Catalogue,
    first: date | None = None,
    last: date | None = None,
    gap: int | None = None,
) -> Timeline:
    """Every fact about whatever bears the name ``what``, over time.

    Without ``first`` and ``last`` all days are shown for which anything is said. Raises ``UnknownNameError`` with the
    nearest names if nothing bears the name, and ``UsageError`` if the first day comes after the last.
    """
    if first is not None and last is not None and first > last:
        raise UsageError(f"The timeline cannot run from {first} to {last}; give the earlier day first.")
    return timeline_of(facts, facts.names(catalogue).find(what), catalogue, first, last, gap)


def timeline_of(
    facts: Facts,
    found: Sequence[Named],
    catalogue: Catalogue,
    first: date | None = None,
    last: date | None = None,
    gap: int | None = None,
) -> Timeline:
    """The timeline of one thing, or of several that bear one name; the first of them names it."""
    only = found[0].thing if len(found) == 1 and found[0].kind == "operation" else None
    writer = _Writer(FactsOver(facts, gap), catalogue, only.operation if isinstance(only, Reference) else None)
    groups = tuple(group for named in found for group in writer.groups(named) if group.rows)
    begin, end = _window([row for group in groups for row in group.rows], first, last)
    name = found[0].thing
    if isinstance(name, Reference):
        name = name.elements[-1] if name.elements else reference_name(name, catalogue)
    return Timeline(name, found[0].kind, begin, end, groups, writer.notes.all)


def _window(rows: Iterable[Row], first: date | None, last: date | None) -> tuple[date, date]:
    """The days to show: from the first to the last day on which an answer changes to or from something in force."""
    bounds = {day for row in rows for stretch in row.stretches if stretch.word.in_force for day in _ends(stretch)}
    begin = first or min(bounds, default=last or date.min)
    end = last or max(max(bounds, default=begin), begin)
    if last is None and end - begin < _SHORTEST:
        end = min(begin, date.max - _SHORTEST) + _SHORTEST
    return (min(begin, end), end) if first is None else (begin, max(begin, end))


def _ends(stretch: Stretch) -> Iterator[date]:
    yield from (day for day in (stretch.first, stretch.last) if day is not None)


_TOPICS = (
    ("strength", "Strength"), ("membership", "Countries"), ("mandate", "Mandate"), ("location", "Place"),
    ("asset", "Equipment"), ("support", "Supports"), ("element", "Part of"), ("task", "Task"), ("activity", "Activity"),
)  # fmt: skip
"""The kinds of facts about a thing, in the order in which their rows come, with their topics."""
_PLACES = {"base": "Base", "area": "Area"}


class _Writer:
    """Writes rows in their order and numbers their notes."""

    def __init__(self, over: FactsOver, catalogue: Catalogue, within: str | None) -> None:
        """Write from these facts; ``within`` is the operation that the timeline is about, if it is about one."""
        self.notes = Notes()
        self._over = over
        self._facts = over.facts
        self._catalogue = catalogue
        self._within = within

    def groups(self, named: Named) -> Iterator[Group]:
        """The groups of whatever a name means."""
        thing = named.thing
        if not isinstance(thing, Reference):
            facts = self._facts.about(thing, "posting") + self._facts.pointing_at(thing, "location")
            yield Group(thing, tuple(self._of_person_or_place(fact, named.kind) for fact in _by_mention(facts)))
        elif named.kind == "operation":
            yield from self._operation(thing)
        elif named.kind == "actor":
            yield from self._actor(thing)
        else:
            yield Group(self._named(thing), tuple(self._element(thing, 0)))

    def _operation(self, operation: Reference) -> Iterator[Group]:
        """The operation itself with its heads and parts; then each contribution, the actors in alphabetical order."""
        parts = self._facts.parts(operation)
        rows = [self._presence(operation, "Period", "", 0), *self._details(operation, 0)]
        rows += [row for part in parts if part.actor is None for row in self._element(part, 0)]
        yield Group(operation.operation or "", tuple(rows))
        sent = [part for part in parts if part.actor is not None]
        for part in sorted(sent, key=lambda part: actor_name(part.actor or "", self._catalogue)):
            yield self._contribution(part, actor_name(part.actor or "", self._catalogue))

    def _actor(self, actor: Reference) -> Iterator[Group]:
        """What an actor leads, what it sends to each operation, and its own forces."""
        leads = [self._row(fact, "Leads", self._named(fact.object), 0) for fact in self._facts.about(actor, "lead")]
        yield Group("In the lead", tuple(leads))
        for contribution in self._facts.contributions(actor.actor or ""):
            yield self._contribution(contribution, contribution.operation or "")
        units = [row for unit in self._facts.parts(actor) if unit.elements for row in self._element(unit, 0)]
        yield Group("Own forces", tuple(units))

    def _contribution(self, contribution: Reference, title: str) -> Group:
        rows = [self._presence(contribution, "Takes part", "", 0), *self._details(contribution, 0)]
        rows += [row for part in self._facts.parts(contribution) for row in self._element(part, 0)]
        return Group(title, tuple(rows))

    def _element(self, element: Reference, level: int) -> Iterator[Row]:
        """An element and all that is said of it and its parts; nothing where documents only mention it."""
        own = self._presence(element, "Element", element.elements[-1], level)
        below = list(self._details(element, level + 1))
        below += [row for part in self._facts.parts(element) for row in self._element(part, level + 1)]
        if below or own.notes:
            yield own
            yield from below

    def _details(self, reference: Reference, level: int) -> Iterator[Row]:
        """Who leads it, its posts one holder after another, then what it has, is and does itself."""
        for fact in _by_mention(self._facts.pointing_at(reference, "lead")):
            yield self._row(fact, "Lead", self._named(fact.subject), level)
        postings = self._facts.pointing_at(reference, "posting")
        holders = [(fact, self._row(fact, *_post(fact), level)) for fact in _by_mention(postings)]
        yield from (row for _, row in sorted(holders, key=lambda pair: (pair[0].post != HEAD, _beginning(pair[1]))))
        for kind, topic in _TOPICS:
            for fact in _by_mention(self._facts.about(reference, kind)):
                if kind != "element" or fact.object != parent(reference):
                    topic = _PLACES.get(fact.role or "", topic) if kind == "location" else topic
                    yield self._row(fact, topic, self._text(fact), level)

    def _of_person_or_place(self, fact: Fact, kind: str) -> Row:
        if kind == "person":
            return self._row(fact, "Head of" if fact.post == HEAD else "Post in", self._named(fact.object), 0)
        return self._row(fact, _PLACES.get(fact.role or "", "Here"), self._named(fact.subject), 0)

    def _presence(self, reference: Reference, topic: str, text: str, level: int) -> Row:
        """Whether a thing was there. It cites who says so outright, else the first ground of each stretch."""
        facts = self._saying_so(reference)
        stretches = self._over.presence(reference)
        statements = [s for fact in facts for s in fact.statements]
        shown = statements or [s for stretch in stretches if stretch.word.in_force for s in stretch.grounds[:1]]
        return Row(
            topic=topic,
            subject=str(reference),
            about=self._named(reference),
            text=text,
            level=level,
            fact=facts[0].id if len(facts) == 1 else None,
            stretches=stretches,
            spells=self._spells(statements, reference),
            notes=self.notes.cite(shown),
        )

    def _saying_so(self, reference: Reference) -> list[Fact]:
        facts = self._facts.about(reference, "existence")
        facts += [fact for fact in self._facts.about(reference, "element") if fact.object == parent(reference)]
        return facts + self._facts.participations(reference)

    def _row(self, fact: Fact, topic: str, text: str, level: int) -> Row:
        unit = fact.subject if isinstance(fact.subject, Reference) else None
        return Row(
            topic=topic,
            subject=str(fact.subject),
            about=self._named(fact.subject),
            text=text,
            level=level,
            fact=fact.id,
            stretches=self._over.answers(fact),
            spells=self._spells(fact.statements, unit),
            notes=self.notes.cite(fact.statements),
        )

    def _spells(self, statements: Sequence[Statement], unit: Reference | None) -> tuple[Spell, ...]:
        return spells(statements, self._over.gap, unit is not None and is_mobile(unit, self._catalogue))

    def _text(self, fact: Fact) -> str:
        if fact.object is None:
            return ""
        return self._named(fact.object) + (", in reserve" if fact.role == "reserve" else "")

    def _named(self, end: Reference | str | None) -> str:
        return reference_name(end, self._catalogue, self._within) if isinstance(end, Reference) else end or ""


def _by_mention(facts: Iterable[Fact]) -> list[Fact]:
    """The facts as documents bring them up."""
    return sorted(facts, key=lambda fact: (fact.first_mention, fact.order))


def _post(fact: Fact) -> tuple[str, str]:
    """The topic and the text of a posting in the rows of the post: the holder, and the title where it is no head's."""
    if fact.post == HEAD:
        return "Head", str(fact.subject)
    titles = [s.claim.title for s in fact.statements if s.claim.title]
    return "Post", f"{fact.subject}, {titles[-1]}" if titles else str(fact.subject)


def _beginning(row: Row) -> date:
    """The first day on which a row is in force."""
    return next((stretch.first or date.min for stretch in row.stretches if stretch.word.in_force), date.max)
