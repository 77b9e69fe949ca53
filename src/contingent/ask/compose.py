"""From a name to a placemat: what to show of an operation, an actor, a person, a place or an element.

The law of this module: what is in force comes first, in the order in which the documents bring it up; what
is no longer or not yet so stands at the end; notes are numbered as they appear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from contingent.ask.answer import Word
from contingent.ask.day import FactsOn
from contingent.ask.drafts import Draft, Drafter
from contingent.ask.facts import Facts
from contingent.ask.lookup import Named
from contingent.ask.sheet import Line, Notes, Placemat, Section, nearest_published
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact, Statement
from contingent.resolve.naming import normal, without_post
from contingent.resolve.posts import HEAD

INFO_BOX = ("Place", "Lead", "Head", "Strength", "Period", "Mandate")
"""The topics that an operation's placemat always has, with "unknown" where nothing is said for the day."""
MOST_NUMBERED = 8
"""So many statements of a fact are numbered on a line, those published nearest to the day; ``why`` lists them all."""
CLOSING_TITLE = "No longer or not yet"


@dataclass(slots=True)
class _Part:
    """A section before its lines are numbered. The topics in ``always`` are shown even where nothing is known."""

    title: str
    subject: Reference | str
    drafts: list[Draft] = field(default_factory=list)
    always: tuple[str, ...] = ()


def make_placemat(
    facts: Facts | Iterable[Fact], what: str, on: date, known: date | None, catalogue: Catalogue, gap: int | None = None
) -> Placemat:
    """The placemat of whatever bears the name ``what``; raises ``UnknownNameError`` if nothing does."""
    day = FactsOn(facts, on, gap)
    return placemat_of(day, day.facts.names(catalogue).find(what), known, catalogue)


def placemat_of(day: FactsOn, found: Sequence[Named], known: date | None, catalogue: Catalogue) -> Placemat:
    """The placemat of one thing, or of several that bear one name; the first of them names it."""
    names = day.facts.names(catalogue)
    only = found[0].thing if len(found) == 1 and found[0].kind == "operation" else None
    drafter = Drafter(day, catalogue, only.operation if isinstance(only, Reference) else None)
    parts = [part for named in found for part in _parts_of(named, drafter)]
    notes = Notes()
    sections = list(filter(None, (_section(part, drafter, notes) for part in parts)))
    over = _without_mirrors([(part, draft) for part in parts for draft in _closing(part)])
    closing = tuple(_line(draft, 0, drafter, notes, _context(part, draft)) for part, draft in over)
    if closing:
        sections.append(Section(CLOSING_TITLE, closing, past=True))
    name = _title(found[0], drafter)
    others = tuple(other for other in names.of(found[0]) if other != name)
    return Placemat(name, found[0].kind, others, day.on, known, tuple(sections), notes.all)


def _title(named: Named, drafter: Drafter) -> str:
    if named.kind == "element" and isinstance(named.thing, Reference):
        return named.thing.elements[-1]
    return drafter.named(named.thing)


def _parts_of(named: Named, drafter: Drafter) -> list[_Part]:
    thing = named.thing
    if isinstance(thing, Reference):
        match named.kind:
            case "operation":
                return _operation(thing, drafter)
            case "actor":
                return _actor(thing, drafter)
        element = drafter.element(thing)
        return [_Part(drafter.named(thing), thing, [element] if element else [])]
    return [_person(thing, drafter) if named.kind == "person" else _place(thing, drafter)]


def _operation(operation: Reference, drafter: Drafter) -> list[_Part]:
    """The info box and then each nation's contribution, the nations in the order of the alphabet."""
    day = drafter.day
    own = drafter.details(operation)
    for draft in own:
        if draft.topic in ("Base", "Area"):
            draft.text, draft.topic = f"{draft.text} ({draft.topic.lower()})", "Place"
    own.append(drafter.presence(operation, "Period"))
    own += filter(None, [drafter.contributions(operation)])
    parts = day.parts(operation)
    # What has no actor is a part of the operation itself.
    own += filter(None, (drafter.element(part) for part in parts if part.actor is None))
    always = ("Period",) if day.presence(operation).word is Word.NOT_YET else INFO_BOX
    order = {topic: place for place, topic in enumerate(INFO_BOX)}
    own.sort(key=lambda draft: order.get(draft.topic, len(order)))
    sections = [_Part(operation.operation or "", operation, own, always)]
    nations = sorted((part for part in parts if part.actor is not None), key=drafter.actor)
    return sections + [_contribution(nation, drafter.actor(nation), drafter) for nation in nations]


def _contribution(contribution: Reference, title: str, drafter: Drafter) -> _Part:
    day = drafter.day
    drafts = [drafter.participation(fact) for fact in day.facts.participations(contribution)]
    drafts += drafter.details(contribution)
    drafts += filter(None, map(drafter.element, day.parts(contribution)))
    return _Part(title, contribution, drafts)


def _actor(actor: Reference, drafter: Drafter) -> list[_Part]:
    """What an actor leads, what it sends to each operation, and its own forces."""
    day = drafter.day
    leads = [drafter.draft(fact, "Leads") for fact in day.about(actor, "lead")]
    forces = [draft for part in day.parts(actor) if (draft := drafter.element(part)) is not None]
    forces += drafter.details(actor)
    parts = [_Part("In the lead", actor, leads)] if leads else []
    for contribution in day.contributions(actor.actor or ""):
        parts.append(_contribution(contribution, contribution.operation or "", drafter))
    return [*parts, _Part("Own forces", actor, forces)] if forces else parts


def _person(name: str, drafter: Drafter) -> _Part:
    """The posts of a person, each with the title that goes with it."""
    drafts = []
    for fact in drafter.day.facts.about(name, "posting"):
        ranks = dict.fromkeys(s.claim.rank for s in fact.statements if s.claim.rank)
        titles: dict[str, str] = {}
        for title in filter(None, (s.claim.title for s in fact.statements)):
            titles.setdefault(normal(title), title)
        draft = drafter.draft(fact, "Head of" if fact.post == HEAD else "Post in")
        draft.remarks = tuple(filter(None, ("; ".join((*ranks, *titles.values())), *draft.remarks)))
        drafts.append(draft)
    # A name with a post in parentheses is that of one of several: whose posts these are must be said.
    return _Part("Posts" if without_post(name) == name else f"Posts of {name}", name, drafts)


def _place(name: str, drafter: Drafter) -> _Part:
    """What is at a place, and whether it is stationed or works there."""
    topics = {"base": "Based here", "area": "Works here"}
    located = drafter.day.facts.pointing_at(name, "location")
    drafts = [drafter.draft(f, topics.get(f.role or "", "Here"), drafter.named(f.subject)) for f in located]
    return _Part(name, name, drafts)


def _section(part: _Part, drafter: Drafter, notes: Notes) -> Section | None:
    """The section of what is in force, or None where there is nothing of it."""
    lines: list[Line] = []
    shown: set[str] = set()
    for draft in part.drafts:
        if draft.in_force or (draft.topic in part.always and draft.topic == "Period"):
            lines += _lines(draft, 0, drafter, notes)
            shown.add(draft.topic)
    for place, topic in enumerate(part.always):
        if topic not in shown:
            at = next((i for i, line in enumerate(lines) if line.topic not in part.always[: place + 1]), len(lines))
            unknown = Line(topic, str(part.subject), drafter.named(part.subject), "", Word.UNKNOWN)
            lines.insert(at, unknown)
    return Section(part.title, tuple(lines)) if lines else None


def _lines(draft: Draft, level: int, drafter: Drafter, notes: Notes) -> Iterator[Line]:
    """The line of a draft and those below it that are in force."""
    yield _line(draft, level, drafter, notes)
    for below in draft.below:
        if below.in_force:
            yield from _lines(below, level + 1, drafter, notes)


def _closing(part: _Part) -> Iterator[Draft]:
    """The drafts of a section that are over or to come, each for itself."""
    for draft in part.drafts:
        if draft.topic != "Period" or "Period" not in part.always:
            yield from _over(draft, None)


def _over(draft: Draft, above: Draft | None) -> Iterator[Draft]:
    """A draft itself if it is over or to come and not shown above; then those below it.

    What has ended only because the thing it belongs to has is not repeated; what has not begun only because
    of that is never worth a line.
    """
    word = draft.answer.word
    if not word.in_force and word is not Word.UNKNOWN and not draft.in_force:
        same = above is not None and above.answer.word is word
        implied = draft.answer.inherited and (word is Word.NOT_YET or same)
        if not implied and not (same and draft.topic == "Part of"):
            yield draft
    for below in draft.below:
        yield from _over(below, draft)


def _without_mirrors(over: list[tuple[_Part, Draft]]) -> list[tuple[_Part, Draft]]:
    """The same drafts, but a fact that stands on both sides ("includes", "part of") only where it is at home."""
    at_home = {draft.fact for _, draft in over if draft.topic != "Includes"}
    return [(part, draft) for part, draft in over if draft.topic != "Includes" or draft.fact not in at_home]


def _context(part: _Part, draft: Draft) -> str | None:
    """What a line at the end belongs to: the section and the element that it stood under, unless it is that itself."""
    if part.subject == draft.subject and isinstance(part.subject, str):
        return None if without_post(part.subject) == part.subject else part.subject
    names = [part.title] if not isinstance(part.subject, Reference) or part.subject.actor is not None else []
    if isinstance(draft.subject, Reference):
        inner = draft.subject.elements[len(part.subject.elements) if isinstance(part.subject, Reference) else 0 :]
        names += inner[:-1] if draft.topic == "Element" else inner
    return ": ".join(names) or None


def _line(draft: Draft, level: int, drafter: Drafter, notes: Notes, context: str | None = None) -> Line:
    counted = (s for value in draft.values for s in (*value.statements, *(value.next.statements if value.next else ())))
    on = drafter.day.on
    grounds = nearest_published(draft.answer.grounds, on, MOST_NUMBERED)
    cited = notes.cite((*counted, *grounds, *_dated(draft, on)))
    others = notes.cite(nearest_published(draft.statements, on, MOST_NUMBERED))
    return Line(
        topic=draft.topic,
        subject=str(draft.subject),
        about=drafter.named(draft.subject),
        text=draft.text,
        word=draft.answer.word,
        level=level,
        age=draft.answer.age,
        start=draft.start,
        end=draft.end,
        values=draft.values,
        remarks=draft.remarks,
        notes=tuple(sorted(cited)),
        further=tuple(number for number in others if number not in cited),
        unnumbered=max(len(draft.statements) - MOST_NUMBERED, 0),
        fact=draft.fact,
        context=context,
    )


def _dated(draft: Draft, on: date) -> list[Statement]:
    """The statements nearest to the day that give the start, and those that give the end, which a line shows."""
    found: dict[Statement, None] = {}
    if draft.start is not None:
        giving = [s for s in draft.timed if s.claim.start == draft.start]
        found.update(dict.fromkeys(nearest_published(giving, on, MOST_NUMBERED)))
    if draft.end is not None:
        giving = [s for s in draft.timed if s.claim.end == draft.end]
        found.update(dict.fromkeys(nearest_published(giving, on, MOST_NUMBERED)))
    return sorted(found, key=lambda statement: statement.order)
