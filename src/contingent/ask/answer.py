"""A fact on a day: which word its statements earn, and on what grounds.

The law of this module: "stated" beats "ended" and "not yet", these beat "possible", then "presumed",
"planned", "authorised", "unknown"; what was beaten stays visible. The rules are those of the design's
sections on time and on the rules of an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from contingent.claim import Modality
from contingent.fact import Statement
from contingent.period import Certainty, Period, Side, parse_bound


class Word(StrEnum):
    """What can be said of a fact on a day, strongest first (``ENDED`` and ``NOT_YET`` are equally strong)."""

    STATED = "stated"
    ENDED = "ended"
    NOT_YET = "not yet"
    POSSIBLE = "possible"
    PRESUMED = "presumed"
    PLANNED = "planned"
    AUTHORISED = "authorised"
    UNKNOWN = "unknown"

    @property
    def in_force(self) -> bool:
        """Whether the thing is, may be, or is to be so on the day."""
        return self in (Word.STATED, Word.POSSIBLE, Word.PRESUMED, Word.PLANNED, Word.AUTHORISED)


@dataclass(frozen=True, slots=True)
class Answer:
    """The word for a fact on a day, the statements that carry it, and what else was said.

    ``age`` is the number of days between the day and the nearest certain day of the grounds, for a
    presumed fact. ``remarks`` are short sentences that qualify the word. ``inherited`` tells that the word is
    not the fact's own, but that of the thing that it belongs to.
    """

    word: Word
    grounds: tuple[Statement, ...] = ()
    beaten: tuple[Statement, ...] = ()
    age: int | None = None
    remarks: tuple[str, ...] = ()
    inherited: bool = False


def answer(
    statements: Sequence[Statement], on: date, witnesses: Iterable[Statement] = (), gap: int | None = None
) -> Answer:
    """What ``statements`` of one fact say of the day ``on``.

    ``witnesses`` are statements of other facts which show that this one was so on their certain days and say
    nothing more of it. Nothing is presumed of a day that lies more than ``gap`` days from the nearest of them.
    """
    sightings = [s for s in (*statements, *witnesses) if s.tells_of_presence and s.period.certain is not None]
    words = {Word.STATED: _own_first([s for s in sightings if s.period.on(on) is Certainty.CERTAIN], statements)}
    remarks: dict[Word, list[str]] = {}
    for statement in _without_replaced_plans(statements):
        word, remark = _word(statement, on, sightings)
        if word is None:
            continue
        words.setdefault(word, []).append(statement)
        if remark is not None:
            remarks.setdefault(word, []).append(remark)
    presumed = _own_first(_presumed(sightings, on, gap), statements)
    if presumed:
        words[Word.PRESUMED] = presumed
    faults = tuple(dict.fromkeys(s.fault for s in statements if s.fault))
    for word in Word:
        grounds = words.get(word)
        if grounds:
            break
    else:
        return Answer(Word.UNKNOWN, beaten=tuple(statements), remarks=faults)
    said = {id(s) for s in grounds}
    beaten = tuple(s for others in words.values() for s in others if id(s) not in said)
    kept = list(dict.fromkeys(remarks.get(word, ())))
    if Word.AUTHORISED in words and word is Word.PLANNED:
        grounds = [*grounds, *words[Word.AUTHORISED]]
        kept.append("planned and authorised")
    age = presumed[0].period.distance(on) if word is Word.PRESUMED else None
    return Answer(word, tuple(grounds), beaten, age, (*kept, *faults))


def _own_first(found: list[Statement], own: Sequence[Statement]) -> list[Statement]:
    """The fact's own statements among those found; witnesses only where it has none of its own."""
    mine = {id(s) for s in own}
    return [s for s in found if id(s) in mine] or found


def _word(statement: Statement, on: date, sightings: list[Statement]) -> tuple[Word | None, str | None]:
    """The word that one statement earns beside "stated" and "presumed", and a remark, or None for both."""
    if statement.fault is not None:
        return None, None
    if not statement.tells_of_presence:
        return _word_of_plan(statement, on, sightings)
    period = statement.period
    match period.side(on):
        case Side.AFTER:
            if _contradicted(statement, on, sightings):
                return None, None
            return Word.ENDED, _announced(statement)
        case Side.BEFORE:
            # A day before the stated start on which the thing was seen already makes that start a return.
            seen = any(s.period.certain and s.period.certain[0] <= on for s in sightings)
            return (None, None) if seen else (Word.NOT_YET, f"starts {_start(statement)}")
    if period.on(on) is Certainty.POSSIBLE and period.speaks_of(on) and not _lies_between(period, on, sightings):
        undated = period.certain_start is None and period.certain_end is None and period.possible_end is None
        return Word.POSSIBLE, "neither the document nor its words give a day" if undated else None
    return None, None


def _lies_between(period: Period, on: date, sightings: list[Statement]) -> bool:
    """Whether a day is possible only because this period's start is open, and the thing was so before and after it.

    "Until 6 May" leaves the start open; with another statement that it was so in March, it is no question in April
    whether it had begun.
    """
    certain = period.certain
    if period.possible_start is not None or certain is None or on >= certain[0]:
        return False
    return any(s.period.certain and s.period.certain[0] <= on for s in sightings)


def _word_of_plan(statement: Statement, on: date, sightings: list[Statement]) -> tuple[Word | None, str | None]:
    """A plan or a permission: it covers the whole of its possible period, and no more.

    A plan is made known by its publication: from then to its start the answer is "planned" as well, with the
    start in the remark. A plan whose time is over is still only a plan, unless something shows that it came
    true: then its end is an announced end.
    """
    plan = statement.claim.modality == Modality.PLANNED
    covers = Word.PLANNED if plan else Word.AUTHORISED
    period = statement.period
    if period.possible_end is not None and on > period.possible_end:
        if not plan:
            return Word.ENDED, f"authorised until {period.possible_end}"
        if not any(_overlaps(statement, s) for s in sightings):
            return Word.PLANNED, "its time is over, not confirmed"
        return (None, None) if _contradicted(statement, on, sightings) else (Word.ENDED, _announced(statement))
    if period.possible_start is not None and on < period.possible_start:
        if statement.claim.start is None:
            return None, None
        published = statement.evidence.published
        known = published is not None and parse_bound(published)[0] <= on
        return (covers if known else Word.NOT_YET), f"starts {_start(statement)}"
    return covers, None


def _presumed(sightings: list[Statement], on: date, gap: int | None) -> list[Statement]:
    """The sightings, nearest in time, that let the thing be presumed on a day after one of them."""
    if not any(s.period.certain and s.period.certain[1] < on for s in sightings):
        return []
    ages = [(s.period.distance(on) or 0, s) for s in sightings]
    least = min(age for age, _ in ages)
    if gap is not None and least > gap:
        return []
    return sorted((s for age, s in ages if age == least), key=lambda s: s.order)


def _contradicted(ended: Statement, on: date, sightings: list[Statement]) -> bool:
    """Whether the thing was seen after this end: by the day asked, or ever if the end was only announced.

    An end that a text does not date ("previously contributed") is known from its day of publication, so only
    a later day contradicts it. A later start is a return and leaves the days between alone.
    """
    end = ended.period.possible_end
    if end is None:
        return False
    published = ended.evidence.published
    reported = parse_bound(published)[1] if published else None
    if ended.claim.end is None and reported is not None:
        end = max(end, reported)
    announced = _is_announced(ended)
    for sighting in sightings:
        certain = sighting.period.certain
        if sighting is ended or certain is None or certain[1] <= end:
            continue
        returned = sighting.period.starts_known and (sighting.period.possible_start or end) > end
        if certain[0] <= on or (announced and not returned):
            return True
    return False


def _is_announced(statement: Statement) -> bool:
    """Whether the end lay ahead on the day of publication."""
    published, end = statement.evidence.published, statement.period.possible_end
    return published is not None and end is not None and end > parse_bound(published)[1]


def _announced(statement: Statement) -> str | None:
    return f"announced {statement.period.possible_end}, not confirmed" if _is_announced(statement) else None


def _overlaps(plan: Statement, sighting: Statement) -> bool:
    certain, first, last = sighting.period.certain, plan.period.possible_start, plan.period.possible_end
    if certain is None:
        return False
    return (last is None or certain[0] <= last) and (first is None or certain[1] >= first)


def _start(statement: Statement) -> str:
    return str(statement.claim.start or statement.period.possible_start)


def _without_replaced_plans(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without those plans that the same publisher has replaced by newer ones."""
    newest: dict[str, date] = {}
    for statement in statements:
        if (made := _plan_of_publisher(statement)) is not None:
            newest[made[0]] = max(newest.get(made[0], made[1]), made[1])
    return [s for s in statements if (made := _plan_of_publisher(s)) is None or newest[made[0]] == made[1]]


def _plan_of_publisher(statement: Statement) -> tuple[str, date] | None:
    evidence = statement.evidence
    if statement.claim.modality != Modality.PLANNED or evidence.publisher is None or evidence.published is None:
        return None
    return evidence.publisher, parse_bound(evidence.published)[1]


def limited(inner: Answer, outer: Answer, remark: str) -> Answer:
    """``inner``, but for a thing that belongs to another which has ended or has not begun on the day.

    What is stated of the day stays stated, and what is unknown stays unknown; the rest takes the word of
    the thing that it belongs to, with that one's grounds beside its own.
    """
    settled = (Word.ENDED, Word.NOT_YET)
    if outer.word not in settled or inner.word in (Word.STATED, Word.UNKNOWN, *settled):
        return inner
    grounds = tuple(dict.fromkeys((*outer.grounds, *inner.grounds)))
    return replace(inner, word=outer.word, grounds=grounds, age=None, remarks=(remark, *outer.remarks), inherited=True)
