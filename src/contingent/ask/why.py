"""Why: the whole chain from an answer to the claims, the quotes and the decisions that it rests on.

    found = why(FactsOn(facts, on), fact, load(), decisions)

The law of this module: nothing that was said of the fact is left out. What carries the answer comes first, then what
it beats, then what says nothing of the day; each with the rule by which it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contingent.ask.answer import Answer, Word, words_of_each
from contingent.ask.day import FactsOn
from contingent.ask.drafts import Drafter, of_its_count, tells_of_presence
from contingent.ask.grounds import replaced_plans, rules_of_answer, rules_of_values
from contingent.ask.joins import Join, joins_across_posts, joins_of
from contingent.ask.moves import moves_away
from contingent.ask.rules import RULES, Rule
from contingent.ask.values import Value, values_on
from contingent.ask.wording import claim_text, end_name, object_text, value_words
from contingent.catalogue import Catalogue
from contingent.claim import Quantity, Reference
from contingent.claim_words import period_words
from contingent.decision import Decision, DecisionKind, in_force
from contingent.fact import Evidence, Fact, Statement
from contingent.period import Certainty
from contingent.resolve.mobility import spells_of
from contingent.resolve.naming import normal
from contingent.resolve.spells import Spell


class Standing(StrEnum):
    """What a statement does for the answer, in the order in which they are told."""

    CARRIES = "carries the answer"
    BEATEN = "is beaten"
    SILENT = "says nothing of this day"
    REJECTED = "was rejected"


@dataclass(frozen=True, slots=True)
class Testimony:
    """One statement of the chain. ``text`` is what it says and ``period`` when, in words.

    ``word`` is what it alone says of the day beside the others, None for nothing. ``reason`` is a sentence that tells
    why it stands as it does. ``distance`` is the number of days from the day asked to its nearest certain day, None if
    it has none. ``of_fact`` is false for a statement of another fact that shows something of this one.
    """

    standing: Standing
    evidence: Evidence
    text: str
    period: str
    word: Word | None
    reason: str
    distance: int | None = None
    of_fact: bool = True


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure of the fact's series: what was counted for which day, by whom. ``day`` is None where it is unknown."""

    day: date | None
    quantity: Quantity
    scope: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Why:
    """The answer of one fact on a day, and everything that it rests on.

    ``about`` and ``text`` are the fact in words. ``rules`` gave the word, ``value_rules`` the figures of ``values``;
    ``series`` are all figures by day. ``joins`` tell why different spellings count as one thing, ``spells`` are the
    unbroken stretches of time that the statements tell of, and ``decisions`` are those that touch the fact, as they
    take effect.
    """

    fact: Fact
    about: str
    text: str
    on: date
    answer: Answer
    rules: tuple[Rule, ...]
    values: tuple[Value, ...]
    value_rules: tuple[Rule, ...]
    testimonies: tuple[Testimony, ...]
    series: tuple[Observation, ...]
    joins: tuple[Join, ...]
    spells: tuple[Spell, ...]
    decisions: tuple[Decision, ...]

    def of(self, standing: Standing) -> tuple[Testimony, ...]:
        """The statements of one standing, as documents bring them up; of those that are silent the nearest first."""
        return tuple(one for one in self.testimonies if one.standing is standing)


def why(
    day: FactsOn,
    fact: Fact,
    catalogue: Catalogue,
    decisions: Iterable[Decision] = (),
    rejected: Iterable[Evidence] = (),
    gap: int | None = None,
) -> Why:
    """The whole chain of a fact's answer on the day of ``day``.

    ``decisions`` are all that there are; ``rejected`` are the claims that would be statements of this fact if nobody
    had rejected them. ``gap`` is that with which ``day`` was made.
    """
    own = _answer_shown(day, fact, catalogue)
    values = values_on(fact.statements, own.grounds, day.on)
    answer = of_its_count(own, fact, values)
    testimonies = list(_testimonies(day, fact, answer, gap, catalogue))
    beaten = any(one.standing is Standing.BEATEN for one in testimonies)
    in_gap = answer.word is Word.UNKNOWN and FactsOn(day.facts, day.on).answer(fact).word is Word.PRESUMED
    counting = in_force(decisions)
    testimonies += [_rejected(item, fact, catalogue, counting) for item in rejected]
    return Why(
        fact=fact,
        about=end_name(fact.subject, catalogue),
        text=fact_text(fact, values, catalogue),
        on=day.on,
        answer=answer,
        rules=rules_of_answer(fact, answer, day.on, beaten, in_gap),
        values=values,
        value_rules=rules_of_values(fact, values, answer.word),
        testimonies=tuple(sorted(testimonies, key=_place)),
        series=_series(fact),
        joins=(*joins_of(fact, catalogue, counting), *_across_posts(day, fact, catalogue, counting)),
        spells=spells_of(fact, catalogue, gap, moves_away(fact, day.facts)),
        decisions=tuple(_touching(counting, fact, testimonies)),
    )


_ORDER = {standing: place for place, standing in enumerate(Standing)}


def _place(one: Testimony) -> tuple[int, bool, int]:
    """What carries the answer first; of what is silent, the nearest in time first, and last what has no day."""
    if one.standing is not Standing.SILENT:
        return _ORDER[one.standing], False, 0
    return _ORDER[one.standing], one.distance is None, one.distance or 0


def _across_posts(day: FactsOn, fact: Fact, catalogue: Catalogue, counting: Sequence[Decision]) -> tuple[Join, ...]:
    if fact.kind != "posting" or not isinstance(fact.subject, str):
        return ()
    return joins_across_posts(fact, day.facts.about(fact.subject, "posting"), catalogue, counting)


def _answer_shown(day: FactsOn, fact: Fact, catalogue: Catalogue) -> Answer:
    """The answer of a fact as a placemat has it: an element of which nothing else is known is there with its parts."""
    answer = day.answer(fact)
    if answer.word is not Word.UNKNOWN or not tells_of_presence(fact) or not isinstance(fact.subject, Reference):
        return answer
    element = Drafter(day, catalogue).element(fact.subject) if fact.subject.elements else None
    return answer if element is None else element.answer


def fact_text(fact: Fact, values: Iterable[Value], catalogue: Catalogue) -> str:
    """What a fact says of its subject, in words, with its figures for the day; empty where it only says that it is."""
    words = object_text(fact, catalogue)
    return ", ".join(filter(None, (f"{words} ({fact.role})" if fact.role else words, value_words(values))))


def _testimonies(
    day: FactsOn, fact: Fact, answer: Answer, gap: int | None, catalogue: Catalogue
) -> Iterator[Testimony]:
    """Every statement of the fact, and those of other facts that carry its answer."""
    on = day.on
    own = {id(statement) for statement in fact.statements}
    carrying = {id(statement) for statement in answer.grounds}
    foreign = [statement for statement in answer.grounds if id(statement) not in own]
    replaced = replaced_plans(fact, (turn.statement for turn in day.facts.course(fact).turns))
    for statement, word, remark in words_of_each(fact.statements, on, foreign, gap):
        if id(statement) in carrying:
            standing, reason = Standing.CARRIES, remark or ""
        elif word is not Word.STATED and _is_cut(statement, on):
            standing, reason = Standing.BEATEN, RULES["newer-end"].sentence
        elif word is None and _is_contradicted(statement, on):
            standing, reason = Standing.BEATEN, "It gives an end, after which the thing was seen."
        elif word is None or word is answer.word:
            standing, reason = Standing.SILENT, _silence(statement, on, replaced, word)
        else:
            standing, reason = Standing.BEATEN, _defeat(word, answer, remark)
        yield _testimony(standing, statement, fact, word, reason, catalogue, on)
    for statement in foreign:
        reason = "A statement of another fact: it shows something of this one."
        yield _testimony(Standing.CARRIES, statement, fact, None, reason, catalogue, on, of_fact=False)


def _defeat(word: Word, answer: Answer, remark: str | None) -> str:
    beats = f"By itself it says {word}" + (f" ({remark})" if remark else "")
    if answer.inherited:
        return f"{beats}; {RULES['whole'].sentence[0].lower()}{RULES['whole'].sentence[1:]}"
    return f"{beats}, which {answer.word} beats."


def _is_cut(statement: Statement, on: date) -> bool:
    """Whether a statement that does not count for the day speaks of it: only a newer version of its page does that."""
    seen = statement.fault is None and statement.tells_of_presence
    return seen and statement.period.on(on) is Certainty.CERTAIN


def _is_contradicted(statement: Statement, on: date) -> bool:
    """Whether a statement that says nothing of the day gives an end: only a later sighting silences it."""
    end = statement.period.possible_end
    return statement.fault is None and statement.period.ends_known and end is not None and on > end


def _silence(statement: Statement, on: date, replaced: frozenset[int], word: Word | None) -> str:
    """Why a statement says nothing of a day."""
    if statement.fault is not None:
        return statement.fault
    if id(statement) in replaced:
        return RULES["newer-plan"].sentence
    period = statement.period
    certain = period.certain
    if period.starts_known and period.possible_start is not None and on < period.possible_start:
        return RULES["seen-before"].sentence if statement.tells_of_presence else "Its time lies after this day."
    if certain is not None and certain[0] > on:
        return f"It speaks of a later day, {certain[0]}."
    if certain is not None and certain[1] < on:
        return f"It speaks of an earlier day, {certain[1]}."
    return "It says the same of this day." if word is not None else "Its time does not reach this day."


def _testimony(
    standing: Standing,
    statement: Statement,
    fact: Fact,
    word: Word | None,
    reason: str,
    catalogue: Catalogue,
    on: date,
    of_fact: bool = True,
) -> Testimony:
    claim, period = statement.claim, statement.period
    text = claim_text(claim, fact, catalogue) if of_fact else f"{claim.kind}: {claim.subject} {claim.object or ''}"
    words, distance = period_words(period), period.distance(on)
    return Testimony(standing, statement.evidence, text.strip(), words, word, reason, distance, of_fact)


def _rejected(item: Evidence, fact: Fact, catalogue: Catalogue, decisions: Iterable[Decision]) -> Testimony:
    reasons = [d.reason for d in decisions if d.kind is DecisionKind.REJECT and d.claim_id == item.claim_id]
    text = claim_text(item.claim, fact, catalogue)
    return Testimony(Standing.REJECTED, item, text, "", None, "; ".join(reasons))


def _series(fact: Fact) -> tuple[Observation, ...]:
    """Every figure of the fact that tells of how many there were, by the first day for which it is said."""
    found = [
        Observation(
            None if statement.period.certain is None else statement.period.certain[0],
            statement.claim.quantity,
            statement.claim.scope,
            statement.evidence,
        )
        for statement in fact.statements
        if statement.claim.quantity is not None and statement.tells_of_presence
    ]
    return tuple(sorted(found, key=lambda one: (one.day is not None, one.day or date.min)))


def _touching(decisions: Iterable[Decision], fact: Fact, testimonies: Iterable[Testimony]) -> Iterator[Decision]:
    """The decisions on a claim of the chain, or on a name that the fact or its claims use."""
    claims = {one.evidence.claim_id for one in testimonies}
    ends = {normal(str(end)) for end in (fact.subject, fact.object) if end is not None}
    for statement in fact.statements:
        ends.update(normal(end) for end in (statement.claim.subject, statement.claim.object) if end)
    for decision in decisions:
        named = any(_speaks_of(name, ends) for name in decision.names or ())
        if decision.claim_id in claims or named:
            yield decision


def _speaks_of(name: str, ends: Iterable[str]) -> bool:
    """Whether a name is that of one of the ends, or of the operation or actor in one of them."""
    key = f" {normal(name)} "
    return any(key in f" {end} " for end in ends)
