"""Why a fact has its word for a day: the rules that gave it, told from the answer's own grounds.

The law of this module: it works nothing out anew. It only names, from the table of rules, what ``answer`` and
``values_on`` have done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from contingent.ask.activities import contradict_each_other
from contingent.ask.answer import Answer, Word
from contingent.ask.rules import RULES, Rule
from contingent.ask.values import Value
from contingent.claim import Modality
from contingent.fact import Fact, Statement
from contingent.period import parse_bound
from contingent.resolve.posts import HEAD
from contingent.resolve.standing import outranked_starts


def rules_of_answer(fact: Fact, answer: Answer, on: date, beaten: bool, in_gap: bool) -> tuple[Rule, ...]:
    """The rules that give a fact its word for a day, the one that gives the word first.

    ``beaten`` tells that another statement would give another word, ``in_gap`` that only the gap rule keeps the fact
    from being presumed.
    """
    own = {id(statement) for statement in fact.statements}
    foreign = [statement for statement in answer.grounds if id(statement) not in own]
    names = dict.fromkeys(_names(fact, answer, on, foreign))
    if fact.kind == "posting" and outranked_starts(fact.statements):
        names["taking-over"] = None
    if answer.word is Word.UNKNOWN:
        names = dict.fromkeys(("gap",) if in_gap else ("unknown",))
    if beaten:
        names["strongest-word"] = None
    if any(statement.evidence.captured for statement in answer.grounds):
        names["captured"] = None
    return tuple(RULES[name] for name in names)


def _names(fact: Fact, answer: Answer, on: date, foreign: Sequence[Statement]) -> Iterator[str]:
    if answer.inherited:
        yield "whole"
        return
    succeeded = fact.kind == "posting" and fact.post == HEAD and bool(foreign)
    match answer.word:
        case Word.STATED:
            yield "undated" if all(map(_is_undated, answer.grounds)) else "stated"
        case Word.ENDED if succeeded:
            yield "succession"
        case Word.ENDED:
            yield from (_rule_of_end(statement) for statement in answer.grounds)
        case Word.NOT_YET if succeeded:
            yield "succession-gap"
        case Word.NOT_YET:
            yield from ("not-yet" if s.tells_of_presence else "plan" for s in answer.grounds)
        case Word.POSSIBLE if succeeded:
            yield "succession-gap"
        case Word.POSSIBLE:
            yield from map(_rule_of_possibility, answer.grounds)
        case Word.PRESUMED:
            yield from ("presumed", "age")
            if succeeded:
                yield "succession-gap"
            if _is_dropped(fact, on):
                yield "dropped"
        case Word.PLANNED | Word.AUTHORISED:
            yield from _rules_of_plan(answer, on)
    if foreign and not succeeded:
        yield "presence"


def _is_undated(statement: Statement) -> bool:
    return statement.claim.start is None and statement.claim.end is None


def _rule_of_end(statement: Statement) -> str:
    if statement.claim.modality == Modality.AUTHORISED:
        return "permission"
    end, published = statement.period.possible_end, statement.evidence.published
    if end is not None and published is not None and end > parse_bound(published)[1]:
        return "announced-end"
    return "past-undated" if statement.claim.end is None else "ended"


def _rule_of_possibility(statement: Statement) -> str:
    if statement.evidence.published is None and statement.period.certain is None:
        return "no-day"
    return "past-undated" if statement.claim.modality == Modality.PAST and _is_undated(statement) else "possible"


def _rules_of_plan(answer: Answer, on: date) -> Iterator[str]:
    modalities = {statement.claim.modality for statement in answer.grounds}
    if len(modalities) > 1:
        yield "plan-and-permission"
    elif answer.word is Word.AUTHORISED:
        yield "permission"
    else:
        ends = [statement.period.possible_end for statement in answer.grounds]
        yield "plan-unconfirmed" if all(end is not None and end < on for end in ends) else "plan"


def _is_dropped(fact: Fact, on: date) -> bool:
    """Whether no page says any more what is presumed."""
    days = [statement.evidence.replaced for statement in fact.statements]
    return all(day is not None and parse_bound(day)[0] <= on for day in days)


def rules_of_values(fact: Fact, values: Sequence[Value], word: Word) -> tuple[Rule, ...]:
    """The rules that give a fact its figures for a day; none where it has no figure."""
    return tuple(RULES[name] for name in dict.fromkeys(_names_of_values(fact, values, word)))


def _names_of_values(fact: Fact, values: Sequence[Value], word: Word) -> Iterator[str]:
    counted = [value for value in values if value.age is not None]
    if not counted:
        return
    yield "latest-count"
    if any(value.next is not None for value in counted):
        yield "next-figure"
    if any(value.quantity.low is None or value.quantity.high is None for value in counted):
        yield "bound"
    if any(_narrowed(value) for value in counted):
        yield "narrowing"
    if any(s.claim.quantity and s.claim.quantity.approx for value in counted for s in value.statements[1:]):
        yield "approximate"
    if len(counted) > len({(value.scope, value.quantity.unit) for value in counted}):
        if fact.kind == "activity":
            yield "activities"
        if fact.kind != "activity" or contradict_each_other(counted):
            yield "same-month"
    if len({value.quantity.unit for value in counted}) > 1:
        yield "units"
    if word is Word.STATED and any(value.age for value in counted):
        yield "count-foretold"


def _narrowed(value: Value) -> bool:
    """Whether a figure is said by no single statement: it is what several say together."""
    return all(statement.claim.quantity != value.quantity for statement in value.statements)


def replaced_plans(fact: Fact, used: Iterable[Statement]) -> frozenset[int]:
    """Which plans of a fact (by ``id``) a newer one of the same publisher has replaced; ``used`` are those in use."""
    kept = {id(statement) for statement in used}
    return frozenset(
        id(s) for s in fact.statements if s.claim.modality == Modality.PLANNED and s.fault is None and id(s) not in kept
    )
