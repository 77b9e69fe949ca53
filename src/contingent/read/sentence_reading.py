"""One sentence being read: its clauses, its mood and times, and the proposals put forward for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from contingent.period import parse_bound
from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood, Setting
from contingent.read.moods import mood_of, mood_without_verb
from contingent.read.phrase import Phrase
from contingent.read.proposals import LATELY, UNDATED, Dropped, Proposal, When
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Vocabulary

_PRINTED = frozenset((units.WORD, units.SIGN))


@dataclass
class Reading:
    """One sentence being read."""

    discourse: Discourse
    sentence: Sentence
    clauses: list[Clause]
    times: When = UNDATED
    """Times of the lead-in, for what has none of its own."""
    modality: str | None = None
    """The lead-in's modality, for what has no verb of its own."""
    current: bool = False
    """Whether the lead-in's day is the one that the figures below it are current to."""
    owner: Entity | None = None
    """Whoever the lead-in says has what the list names."""
    opening: int = 0
    """Where an item begins behind the operation that it is about: 2 in "KFOR: up to 5 soldiers"."""
    listed: bool = False
    """Whether the sentence is an item of a list that names what belongs to ``owner``."""
    on_duty: Entity | None = None
    """Whoever a clause about duties gives them to; the infinitives that hang on it have no other subject."""
    out: list[Proposal] = field(default_factory=list)

    row: list[Unit] = field(init=False)
    """The sentence's units."""
    text: str = field(init=False)
    """The document's text."""
    words: Vocabulary = field(init=False)
    """The vocabulary of the document's language."""
    low: str = field(init=False)
    """The sentence's text in lower case."""
    lows: set[str] = field(init=False)
    """Its words in lower case."""
    sorts: set[str] = field(init=False)
    """The sorts of its units."""

    def __post_init__(self) -> None:
        self.row = self.sentence.units
        self.text = self.discourse.annotated.document.text
        self.words = self.discourse.annotated.words
        self._sets = self.words.sets
        self._moods: dict[tuple[int, When, str | None], Mood] = {}
        self.low = self.text[self.sentence.start : self.sentence.end].lower()
        self.lows = {unit.low for unit in self.row}
        self.sorts = {unit.sort for unit in self.row}

    def has(self, name: str) -> bool:
        """Whether any unit is a word of a class of the grammar; most rules can be dismissed by this."""
        return not self.lows.isdisjoint(self._sets[name])

    def is_in(self, name: str, unit: Unit) -> bool:
        """Whether a unit is a word of a class of the language's grammar."""
        return unit.low in self._sets[name] and unit.sort in _PRINTED

    def at(self, unit: Unit) -> int:
        """The index of a unit in the row."""
        return next(k for k, other in enumerate(self.row) if other is unit)

    def propose(
        self,
        kind: str,
        subject: Entity | str | None,
        object_: Entity | str | None,
        start: int,
        end: int,
        rule: str,
        times: When = UNDATED,
        **more: Any,
    ) -> None:
        """Put forward a claim; without a subject nothing is put forward."""
        if subject is None or (isinstance(subject, Entity) and subject is object_):
            why = "nothing tells whom it is said of" if subject is None else "it would say a thing of itself"
            self.discourse.annotated.dropped.append(Dropped(kind, start, end, rule, why))
            return
        if self.words.grammar["verb_bracket"]:
            end = self._end_of_verb(start, end)
        self.out.append(
            Proposal(kind, subject, object_, start, end, rule, starts=times.starts, ends=times.ends, **more)
        )

    def _end_of_verb(self, start: int, end: int) -> int:
        """Where words end that hold one part of a verb, and so must hold all of it: "wird … von X | geführt"."""
        for clause in self.clauses:
            own = self.row[clause.group.first : clause.last]
            parts = [u for n, u in enumerate(own, clause.group.first) if n < clause.group.last or u.low == units.SILENT]
            if any(start <= part.start < end for part in parts) and clause.start <= end:
                end = max(end, *(part.end for part in parts))
        return end

    def state(
        self,
        kind: str,
        subject: Entity | str | None,
        object_: Entity | str | None,
        start: int,
        end: int,
        rule: str,
        mood: Mood,
        **more: Any,
    ) -> None:
        """Put forward a claim about a lasting thing, with the modality and times of its clause."""
        times, as_of = mood.observed()
        more.setdefault("as_of", as_of)
        self.propose(kind, subject, object_, start, end, rule, times, modality=mood.modality, **more)

    # --- mood ---------------------------------------------------------------------------------

    def mood(self, clause: Clause | None) -> Mood:
        """The modality and times of a clause; of a sentence without a verb those of its lead-in."""
        # Many rules ask for the mood of one clause; only the lead-in's part in it can change between.
        key = (id(clause), self.times, self.modality)
        found = self._moods.get(key)
        if found is None:
            published = self.discourse.annotated.published
            setting = Setting(self.row, self.clauses, self.words, published, self.times, self.modality, self.current)
            found = mood_of(clause, setting) if clause is not None else mood_without_verb(setting)
            self._moods[key] = found
        return found

    def is_recent(self, bound: str | None) -> bool:
        """Whether a day is so near to publication that what was so then may be taken to be so now; so is no day."""
        published = self.discourse.annotated.published
        if bound is None or published is None:
            return bound is None
        return published - parse_bound(bound)[1] < LATELY

    # --- who ----------------------------------------------------------------------------------

    def subject_of(self, clause: Clause) -> Entity | None:
        """Whoever does what the clause says; for a state, what it sends to the present operation."""
        for subject in reversed(clause.subjects):
            entity = self.entity(subject)
            if entity is not None:
                return entity
        return None

    def entity(self, unit: Unit, sender: str | None = None) -> Entity | None:
        """What a unit refers to, with states turned into what they send to the present operation."""
        entity = self._troops_of(unit) or self.discourse.resolve(unit, sender)
        if entity is not None and entity.sort is Sort.ACTOR:
            if self.discourse.contributes(self.discourse.operation, entity.name):
                return self.discourse.a_contribution(entity.name)
            return None
        return entity

    def _troops_of(self, unit: Unit) -> Entity | None:
        """ "Troops of the division": the division."""
        if unit.sort != units.PERSONS or unit.detail.nations:
            return None
        at = next((k for k, other in enumerate(self.row) if other is unit), len(self.row))
        if at + 2 >= len(self.row) or not self.is_in("of", self.row[at + 1]):
            return None
        whole = self.row[at + 2]
        return self.discourse.resolve(whole) if whole.sort == units.UNIT or self._is_unit_of_people(whole) else None

    def _is_unit_of_people(self, unit: Unit) -> bool:
        """Whether a group of people is one unit by its noun: "a formed police | unit"."""
        if unit.sort != units.PEOPLE or unit.detail.number is not None:
            return False
        head = self.words.head(unit.detail.head.lemma.split()[-1])
        return head is not None and head.sort == "unit" and not head.plural

    def sender_of(self, clause: Clause | None) -> str | None:
        """The state that the clause says provides things: its subject, if that is a state or its people."""
        if clause is None:
            return None
        for unit in reversed(clause.subjects):
            if unit.sort == units.ACTOR and self.discourse.contributes(self.discourse.operation, unit.value):
                return str(unit.value)
            if isinstance(unit.detail, Phrase):
                entity = self.discourse.resolve(unit)
                if entity is not None and entity.nation:
                    return entity.nation
        return None

    def clause_of(self, unit: Unit) -> Clause | None:
        """The clause that a unit stands in."""
        for clause in self.clauses:
            if clause.start <= unit.start < clause.end:
                return clause
        return None
