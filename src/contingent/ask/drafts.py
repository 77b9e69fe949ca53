"""Lines of an answer before they are put in order and numbered: facts on a day as a tree.

The law of this module: a draft keeps the answer that it was made from, so that its notes can be cited when
its place is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from contingent.ask.activities import activity_words, contradict_each_other, spell_of
from contingent.ask.answer import Answer, Word
from contingent.ask.assets import stands_with_a_part, stated_of_the_whole
from contingent.ask.conflicts.marks import conflict_remarks
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts, parent
from contingent.ask.places import places_through_subordinates
from contingent.ask.sums import sum_of_contributions
from contingent.ask.values import Value, values_on
from contingent.ask.wording import (
    actor_name,
    other_names,
    other_spellings,
    reference_name,
    stated_time,
    time_of_timed,
    value_words,
)
from contingent.catalogue import Catalogue
from contingent.claim import KINDS, Reference
from contingent.claim_words import bound_words, quantity_words, time_words
from contingent.fact import Fact, Statement
from contingent.period import parse_bound
from contingent.resolve.naming import without_post
from contingent.resolve.posts import HEAD
from contingent.resolve.standing import outranked_starts

_COUNTS = frozenset({"strength", "membership"})
"""The kinds of facts that are nothing but a count."""
_PLACE_TOPICS = {"base": "Base", "area": "Area"}
_STRENGTH_OF_WORD = {word: place for place, word in enumerate(Word)}


@dataclass(slots=True)
class Draft:
    """A line and what belongs below it.

    ``statements`` are all of the fact's, for the further notes; ``timed`` those of them that give a start or an end.
    """

    topic: str
    subject: Reference | str
    text: str
    answer: Answer
    statements: tuple[Statement, ...] = ()
    timed: tuple[Statement, ...] = ()
    values: tuple[Value, ...] = ()
    start: str | None = None
    end: str | None = None
    remarks: tuple[str, ...] = ()
    fact: str | None = None
    below: list[Draft] = field(default_factory=list)

    @property
    def in_force(self) -> bool:
        """Whether the line, or any below it, speaks of something that is, may be or is to be so."""
        return self.answer.word.in_force or any(draft.in_force for draft in self.below)


class Drafter:
    """Makes drafts of facts on a day, with the catalogue's names."""

    def __init__(self, day: FactsOn, catalogue: Catalogue, within: str | None = None) -> None:
        """Draft from these facts, with these names; ``within`` is the operation that the answer is about, if it is."""
        self.day = day
        self.catalogue = catalogue
        self._within = within

    def named(self, end: Reference | str | None) -> str:
        """A subject or object in words."""
        return reference_name(end, self.catalogue) if isinstance(end, Reference) else end or ""

    def shortly(self, end: Reference | str | None) -> str:
        """The same without the operation that the whole answer is about."""
        return reference_name(end, self.catalogue, self._within) if isinstance(end, Reference) else end or ""

    def draft(self, fact: Fact, topic: str, text: str | None = None) -> Draft:
        """One fact as one line under ``topic``; ``text`` is the object in words unless given."""
        answer = self.day.answer(fact)
        course = self.day.facts.course(fact)
        plan = answer.word in (Word.PLANNED, Word.AUTHORISED) or not course.tells
        timed = [s for s in course.timed if s.tells_of_presence]
        # What shows that a thing takes part is of another kind, and its time and figures are its own.
        grounds = [statement for statement in answer.grounds if statement.claim.kind == fact.kind]
        start, end = stated_time(grounds) if plan else time_of_timed(timed, course.first_seen)
        appointed = outranked_starts(timed) if fact.kind == "posting" and not plan else ()
        if appointed:
            outranked = {s.evidence.claim_id for s in appointed}
            start, end = stated_time(s for s in fact.statements if s.evidence.claim_id not in outranked)
        values: tuple[Value, ...] = ()
        if KINDS[fact.kind].quantity:
            values = values_on(course.counted_around(self.day.on), grounds, self.day.on)
        answer = of_its_count(answer, fact, values)
        remarks = [
            *answer.remarks,
            *_value_remarks(fact, values, answer),
            *_dropped(fact.statements, answer, self.day.on),
        ]
        remarks += dict.fromkeys(f"appointed {bound_words(s.claim.start)}" for s in appointed if s.claim.start)
        remarks += (f"also spelled {name}" for name in other_spellings(fact))
        remarks += self._in_conflict([fact], (*answer.grounds, *(s for value in values for s in value.statements)))
        return Draft(
            topic=topic,
            subject=fact.subject,
            text=self.shortly(fact.object) if text is None else text,
            answer=answer,
            statements=fact.statements,
            timed=course.timed,
            values=values,
            start=start,
            end=end,
            remarks=tuple(remarks),
            fact=fact.id,
        )

    def details(self, reference: Reference) -> list[Draft]:
        """What an operation, a contribution or an element has, is and does, itself; not its parts."""
        made: list[Draft] = []
        for topic, kinds, wording in _TOPICS:
            for fact in sorted(self.day.about(reference, *kinds), key=lambda fact: fact.first_mention):
                if fact.kind == "element" and fact.object == parent(reference):
                    continue
                if stands_with_a_part(self.day, fact):
                    continue
                made.append(wording(self, fact, topic))
        made += [self.post(fact) for fact in sorted(self.day.pointing_at(reference, "posting"), key=self._first_seen)]
        made += [self.draft(fact, "Lead", self.named(fact.subject)) for fact in self.day.pointing_at(reference, "lead")]
        return made

    def _first_seen(self, fact: Fact) -> date:
        """The first day of a fact, by which those who hold a post one after another stand in their order."""
        return self.day.facts.course(fact).first_seen or date.max

    def element(self, reference: Reference) -> Draft | None:
        """An element with all that belongs to it, or None where the documents only mention it."""
        below = self.details(reference)
        below += [
            self.draft(fact, "Includes", self.shortly(fact.subject))
            for fact in self.day.pointing_at(reference, "element")
            if isinstance(fact.subject, Reference) and parent(fact.subject) != reference
        ]
        own_lines = len(below)
        below += filter(None, map(self.element, self.day.parts(reference)))
        answer = self.day.presence(reference)
        in_force = [draft.answer for draft in below if draft.answer.word.in_force]
        if answer.word is Word.UNKNOWN and in_force:
            answer = min(in_force, key=lambda found: _STRENGTH_OF_WORD[found.word])
        # What is derived shows nothing of the element itself, so it comes in when the element's answer is settled.
        below[own_lines:own_lines] = self._taken_on(reference)
        own = self.day.about(reference, "existence", "element")
        if not below and not own:
            return None
        statements, timed, start, end = self._together(own)
        return Draft(
            topic="Element",
            subject=reference,
            text=reference.elements[-1],
            answer=answer,
            statements=statements,
            timed=timed,
            start=start,
            end=end,
            remarks=(*answer.remarks, *self._names(reference), *self._in_conflict(own, answer.grounds)),
            fact=next((fact.id for fact in own if tells_of_presence(fact)), None),
            below=below,
        )

    def _names(self, reference: Reference) -> list[str]:
        names = self.day.facts.keep(reference, _other_names_of, self.catalogue)
        return [f"also called {name}" for name in names]

    def _taken_on(self, reference: Reference) -> Iterator[Draft]:
        """The places that a unit has only through its subordinates, each as a line of no fact."""
        for derived, answer in places_through_subordinates(self.day, reference):
            topic = _PLACE_TOPICS.get(derived.role or "", "Place")
            statements = (*derived.statements, *derived.relation)
            yield Draft(topic, reference, derived.place, answer, statements, remarks=answer.remarks)

    def post(self, fact: Fact) -> Draft:
        """A posting as a line of the post's own section: rank and name of the holder."""
        bare = without_post(str(fact.subject))
        name = f"{fact.rank} {bare}" if fact.rank else bare
        if fact.post == HEAD:
            return self.draft(fact, "Head", name)
        return self.draft(fact, "Post", f"{name}, {fact.title}" if fact.title else name)

    def participation(self, fact: Fact) -> Draft:
        """That an actor takes part, as a line of its contribution's own section: since when, where that is said."""
        made = self.draft(fact, "Takes part")
        made.text = time_words(made.start, made.end) or "yes"
        return made

    def presence(self, reference: Reference, topic: str) -> Draft:
        """Whether an operation is there, with the dates that the documents state."""
        answer = self.day.presence(reference)
        own = self.day.about(reference, "existence")
        statements, timed, start, end = self._together(own)
        text = time_words(start, end) or "no dates stated"
        fact = own[0].id if own else None
        remarks = (*answer.remarks, *self._in_conflict(own, answer.grounds))
        return Draft(topic, reference, text, answer, statements, timed, (), start, end, remarks, fact)

    def _in_conflict(self, facts: Iterable[Fact], rests_on: tuple[Statement, ...]) -> list[str]:
        """The conflicts of facts that matter to a line which rests on these statements."""
        on, catalogue = self.day.on, self.catalogue
        found = (r for f in facts for r in conflict_remarks(self.day.facts, f, rests_on, on, catalogue))
        return list(dict.fromkeys(found))

    def _together(
        self, facts: list[Fact]
    ) -> tuple[tuple[Statement, ...], tuple[Statement, ...], str | None, str | None]:
        """The statements of several facts about one thing in their order, those with a time, and the start and the end
        that these give."""
        courses = [self.day.facts.course(fact) for fact in facts]
        if len(facts) == 1:
            statements, timed = facts[0].statements, courses[0].timed
        else:
            statements = tuple(sorted((s for fact in facts for s in fact.statements), key=lambda s: s.order))
            timed = tuple(s for s in statements if s.claim.start or s.claim.end)
        first_seen = min((course.first_seen for course in courses if course.first_seen is not None), default=None)
        return statements, timed, *time_of_timed(timed, first_seen)

    def contributions(self, operation: Reference) -> Draft | None:
        """The sum of what the nations send to an operation, beside the operation's own figure."""
        total = sum_of_contributions(self.day, operation)
        figure = None if total is None else total.figure
        if total is None or figure is None or figure.quantity is None:
            return None
        answer = Answer(figure.word, figure.statements, age=figure.age)
        number = len(total.counted)
        remarks = [f"the sum of {number} nation{'' if number == 1 else 's'}"]
        if total.missing:
            remarks.append(f"{total.missing} more without a figure")
        value = Value(figure.quantity, None, figure.age, figure.statements)
        cited, values = figure.statements, (value,)
        return Draft("Contributions", operation, figure.words, answer, cited, values=values, remarks=tuple(remarks))

    def actor(self, reference: Reference) -> str:
        """The name of a reference's actor."""
        return "" if reference.actor is None else actor_name(reference.actor, self.catalogue)


def _other_names_of(facts: Facts, element: Reference, _catalogue: Catalogue) -> tuple[str, ...]:
    """The other names of an element, which no day changes."""
    return other_names(facts.about(element))


def tells_of_presence(fact: Fact) -> bool:
    """Whether a fact says of its subject only that it is there, so that its answer is the subject's presence."""
    if fact.kind == "existence":
        return True
    return fact.kind == "element" and isinstance(fact.subject, Reference) and fact.object == parent(fact.subject)


def of_its_count(answer: Answer, fact: Fact, values: tuple[Value, ...]) -> Answer:
    """The answer of a fact that is nothing but a count: what is presumed is the count, so its own age and words are
    given, not those of the nearest other statement."""
    if answer.word is not Word.PRESUMED or fact.kind not in _COUNTS or not values:
        return answer
    grounds = tuple(statement for value in values for statement in value.statements)
    return replace(answer, grounds=grounds, age=values[0].age)


def _plain(drafter: Drafter, fact: Fact, topic: str) -> Draft:
    return drafter.draft(fact, topic)


def _counted(drafter: Drafter, fact: Fact, topic: str) -> Draft:
    made = drafter.draft(fact, topic)
    made.text = value_words(made.values) or value_words(values_on(fact.statements, fact.statements, drafter.day.on))
    return made


def _asset(drafter: Drafter, fact: Fact, topic: str) -> Draft:
    made = drafter.draft(fact, topic)
    count = " or ".join(dict.fromkeys(quantity_words(value.quantity) for value in made.values))
    made.text = (f"{count} × " if count else "") + str(fact.object) + (", in reserve" if fact.role == "reserve" else "")
    made.statements += stated_of_the_whole(drafter.day, fact)
    return made


def _activity(drafter: Drafter, fact: Fact, topic: str) -> Draft:
    made = drafter.draft(fact, topic)
    count = activity_words(made.values)
    made.text = f"{fact.object}: {count}" if count else str(fact.object)
    spells = {spell_of(value) for value in made.values}
    if spells:
        # A figure counts its own spell only, and the words of several spells have their times already.
        made.start, made.end = spells.pop() if len(spells) == 1 else (None, None)
    return made


def _location(drafter: Drafter, fact: Fact, topic: str) -> Draft:
    return drafter.draft(fact, _PLACE_TOPICS.get(fact.role or "", topic))


_TOPICS: tuple[tuple[str, tuple[str, ...], Callable[[Drafter, Fact, str], Draft]], ...] = (
    ("Place", ("location",), _location),
    ("Strength", ("strength",), _counted),
    ("Countries", ("membership",), _counted),
    ("Mandate", ("mandate",), _plain),
    ("Equipment", ("asset",), _asset),
    ("Task", ("task",), _plain),
    ("Supports", ("support",), _plain),
    ("Part of", ("element",), _plain),
    ("Activity", ("activity",), _activity),
)
"""The topics of a thing's own lines, in the order in which they are shown: topic, kinds of facts, wording."""


def _value_remarks(fact: Fact, values: tuple[Value, ...], answer: Answer) -> list[str]:
    """What the values leave out or take in, whether they exclude each other, and their age if it is their own."""
    scopes = {value.scope for value in values}
    remarks = [f"“{scope}”" for scope in sorted(filter(None, scopes))]
    alike = len(values) > len({(value.scope, value.quantity.unit) for value in values})
    if alike and (fact.kind != "activity" or contradict_each_other(values)):
        remarks.append("the sources differ")
    if values and values[0].age and values[0].age != answer.age and answer.word.in_force:
        remarks.append(f"counted {values[0].age:,} days before")
    for following in dict.fromkeys(value.next for value in values if value.next is not None):
        counts = " or ".join(map(quantity_words, following.quantities))
        remarks.append(f"next {counts} on {following.day}")
    return remarks


def _dropped(statements: Iterable[Statement], answer: Answer, on: date) -> list[str]:
    """Since when no page says any more what is presumed: the newer versions of all pages that said it have not."""
    if answer.word is not Word.PRESUMED or any(statement.evidence.replaced is None for statement in statements):
        return []
    days = (statement.evidence.replaced for statement in statements)
    last = max((day for day in days if day is not None), key=lambda day: parse_bound(day)[0], default=None)
    return [f"no longer on the page since {last}"] if last is not None and parse_bound(last)[0] <= on else []
