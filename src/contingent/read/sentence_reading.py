"""One sentence being read: its clauses, its mood and times, and the proposals put forward for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from contingent.period import parse_bound
from contingent.read import units
from contingent.read.clauses import Clause
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity, Sort
from contingent.read.phrases import Phrase
from contingent.read.proposals import UNDATED, Proposal, When, when
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Vocabulary

_CEILING_REACH = 60
"""How many characters before its subject a clause may speak of a ceiling ("The ceiling for the mission is …")."""
_RECENT = timedelta(days=92)
"""How long before publication a deed may lie whose doer is taken to be there still: a tour lasts longer."""
NON_FINITE = ("infinitive", "gerund", "participle")


@dataclass(frozen=True, slots=True)
class Mood:
    """How a clause is meant: its modality and its times."""

    modality: str = "actual"
    times: When = UNDATED
    tense: str | None = None
    """The tense of the leading verb; None where there is no verb."""

    def observed(self) -> tuple[When, str | None]:
        """The times and the ``as_of`` of a lasting thing: what "was so in 2008" has no start and end by that."""
        times = self.times
        if times.on and not times.starts and not times.ends:
            if self.modality == "past":
                return UNDATED, times.on
            if self.modality == "planned":
                return When(times.on, None), None
        return When(times.starts, times.ends), None


def _lies_ahead(bound: str | None, published: date | None) -> bool:
    """Whether all of a bound lies behind the day of publication."""
    return bool(bound and published) and parse_bound(bound or "")[0] > (published or date.max)


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
    owner: Entity | None = None
    """Whoever the lead-in says has what the list names."""
    listed: bool = False
    """Whether the sentence is an item of a list that names what belongs to ``owner``."""
    out: list[Proposal] = field(default_factory=list)

    @property
    def row(self) -> list[Unit]:
        """The sentence's units."""
        return self.sentence.units

    @property
    def text(self) -> str:
        """The document's text."""
        return self.discourse.annotated.document.text

    @property
    def words(self) -> Vocabulary:
        """The vocabulary of the document's language."""
        return self.discourse.annotated.words

    def is_in(self, name: str, unit: Unit) -> bool:
        """Whether a unit is a word of a class of the language's grammar."""
        return unit.sort in (units.WORD, units.SIGN) and unit.low in self.words.sets[name]

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
            return
        self.out.append(
            Proposal(kind, subject, object_, start, end, rule, starts=times.starts, ends=times.ends, **more)
        )

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
        published = self.discourse.annotated.published
        base = self.times
        if clause is None:
            own = when([u.value for u in self.row if u.sort == units.TIME], published, self.modality == "planned")
            times = When(own.starts or base.starts, own.ends or base.ends, own.on or base.on)
            plans = any(self.is_in("future_phrases.nouns_plan", u) for u in self.row)
            return Mood(self.modality or ("planned" if plans else "actual"), times)
        tense = self._leading_tense(clause)
        own = when(clause.times, published, tense == "future")
        if tense == "present" and not own.starts and not own.ends and self._changes(clause):
            # "In January six aircraft leave": what changes something in the present tense lies ahead.
            coming = when(clause.times, published, True)
            if _lies_ahead(coming.on, published):
                own, tense = coming, "future"
        elif tense == "present" and _lies_ahead(own.starts or own.on, published):
            tense = "future"
        times = When(own.starts or base.starts, own.ends or base.ends, own.on or base.on)
        modality = {"future": "planned", "permission": "authorised", "past": "past"}.get(tense, "actual")
        stands = clause.group.lemma in self.words.sets["stands"] and not own.ends
        if tense == "perfect" and not own.starts and not clause.group.progressive and not stands:
            modality = "past"
        if tense == "present" and clause.group.progressive and self._sets_out(clause):
            modality = "planned"
        if tense == "present" and self.modality:
            modality = self.modality
        if tense == "past" and own.starts and not own.ends and not own.on:
            modality = "actual"
        if times.on and not times.starts and self._begins(clause):
            # "Finland joined in August": it began then and goes on.
            times = When(times.on, times.ends)
            modality = "planned" if modality == "planned" else "actual"
        if modality == "actual" and any(
            self.is_in("ceilings", u)
            for u in self.row[: clause.group.first]
            if u.start >= clause.start - _CEILING_REACH
        ):
            modality = "authorised"
        if modality != "past" and self._is_permitted(clause):
            return Mood("authorised", When(own.starts, own.ends, own.on) if clause.times else UNDATED, tense)
        if modality == "planned" and own.starts and published and own.starts <= published.isoformat():
            modality = "actual"
        return Mood(modality, times, tense)

    def _is_permitted(self, clause: Clause) -> bool:
        """Whether a clause is what somebody permits: "Parliament consents to | send up to 100 soldiers"."""
        for earlier in reversed(self.clauses[: self.clauses.index(clause)]):
            if earlier.frame is not None and earlier.frame.sort == "mandate":
                return earlier.group.lemma in self.words.sets["consents"] and not clause.relative
        return False

    def is_recent(self, bound: str | None) -> bool:
        """Whether a day is so near to publication that what was so then may be taken to be so now; so is no day."""
        published = self.discourse.annotated.published
        if bound is None or published is None:
            return bound is None
        return published - parse_bound(bound)[1] < _RECENT

    def _begins(self, clause: Clause) -> bool:
        """Whether the verb speaks of a beginning: "joined", "has sent", "arrived"."""
        if clause.group.passive and clause.group.lemma not in self.words.sets["begins"]:
            return clause.frame is not None and clause.frame.sort == "arrive"
        arrives = clause.frame is not None and clause.frame.sort == "arrive"
        return arrives or clause.group.lemma in self.words.sets["begins"]

    @staticmethod
    def _sets_out(clause: Clause) -> bool:
        """Whether "is sending", "are leaving" speaks of what is to come."""
        return clause.frame is not None and clause.frame.sort in ("contribute", "arrive", "return", "take over")

    def _changes(self, clause: Clause) -> bool:
        """Whether the verb speaks of a change, which in the present tense with a day is still to come."""
        changing = ("arrive", "return", "take over", "hand over", "found", "close")
        return self._begins(clause) or (clause.frame is not None and clause.frame.sort in changing)

    def _leading_tense(self, clause: Clause) -> str:
        """The tense of the clause or, of one without a tense, of the clause that it hangs on."""
        if clause.group.tense not in NON_FINITE:
            return clause.group.tense
        for leading in reversed(self.clauses[: self.clauses.index(clause)]):
            if leading.group.tense not in NON_FINITE:
                hopes = leading.group.lemma in self.words.sets["future_phrases.verbs"]
                return "future" if hopes and leading.group.tense == "present" else leading.group.tense
        return clause.group.tense

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
        if at + 2 >= len(self.row) or not self.is_in("of", self.row[at + 1]) or self.row[at + 2].sort != units.UNIT:
            return None
        return self.discourse.resolve(self.row[at + 2])

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
