"""A fact on a day: which word its statements earn, and on what grounds.

The law of this module: "stated" beats "ended" and "not yet", these beat "possible", then "presumed",
"planned", "authorised", "unknown". The rules are those of the design's sections on time and on the rules of an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from contingent.ask.course import NO_SIGHTINGS, Course, Turn, sightings_of
from contingent.claim import Modality
from contingent.fact import Statement
from contingent.sightings import Sightings


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
        return self in _IN_FORCE


_IN_FORCE = frozenset({Word.STATED, Word.POSSIBLE, Word.PRESUMED, Word.PLANNED, Word.AUTHORISED})
_SETTLED = frozenset({Word.ENDED, Word.NOT_YET})
_ORDER = tuple(Word)


@dataclass(frozen=True, slots=True)
class Answer:
    """The word for a fact on a day, and the statements that carry it.

    ``age`` is the number of days between the day and the nearest certain day of the grounds, for a
    presumed fact. ``remarks`` are short sentences that qualify the word. ``inherited`` tells that the word is
    not the fact's own, but that of the thing that it belongs to.
    """

    word: Word
    grounds: tuple[Statement, ...] = ()
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
    return answer_along(Course(statements), on, sightings_of(witnesses), gap)


def answer_along(
    course: Course, on: date, witnesses: Sightings[Statement] = NO_SIGHTINGS, gap: int | None = None
) -> Answer:
    """The same as ``answer``, for statements that have been put in order before."""
    day = on.toordinal()
    stated = course.sightings.on(day)
    if not stated:
        stated = sorted(witnesses.on(day), key=lambda statement: statement.order)
    if stated:
        return Answer(Word.STATED, tuple(stated), remarks=course.faults)
    words: dict[Word, list[Statement]] = {}
    remarks: dict[Word, list[str]] = {}
    together = (course.sightings, witnesses)
    for turn in course.turns:
        word, remark = _word(turn, day, together)
        if word is not None:
            words.setdefault(word, []).append(turn.statement)
            if remark is not None:
                remarks.setdefault(word, []).append(remark)
    return _strongest(words, remarks, course, witnesses, day, gap)


def _strongest(
    words: dict[Word, list[Statement]],
    remarks: dict[Word, list[str]],
    course: Course,
    witnesses: Sightings[Statement],
    day: int,
    gap: int | None,
) -> Answer:
    age = None
    if words.keys().isdisjoint(_BEFORE_PRESUMED):
        age, presumed = _presumed(course, witnesses, day, gap)
        if presumed:
            return Answer(Word.PRESUMED, tuple(presumed), age, course.faults)
    if not words:
        return Answer(Word.UNKNOWN, remarks=course.faults)
    word = min(words, key=_ORDER.index)
    grounds = words[word]
    kept = list(dict.fromkeys(remarks.get(word, ())))
    if word is Word.ENDED and len(remarks.get(word, ())) < len(grounds):
        # A report of the end is among the grounds, and confirms what others announced.
        kept = []
    if Word.AUTHORISED in words and word is Word.PLANNED:
        grounds = [*grounds, *words[Word.AUTHORISED]]
        kept.append("planned and authorised")
    return Answer(word, tuple(grounds), None, (*kept, *course.faults))


_BEFORE_PRESUMED = frozenset({Word.ENDED, Word.NOT_YET, Word.POSSIBLE})


def words_of_each(
    statements: Sequence[Statement], on: date, witnesses: Iterable[Statement] = (), gap: int | None = None
) -> tuple[tuple[Statement, Word | None, str | None], ...]:
    """What each statement of one fact says of a day beside the others, with a remark; None for one that says nothing.

    The strongest of these words is the fact's; the statements with another word are what was beaten.
    """
    course, day = Course(statements), on.toordinal()
    together = (course.sightings, sightings_of(witnesses))
    seen = {id(s) for s in course.sightings.on(day)}
    _, presumed = _presumed(course, together[1], day, gap)
    nearest = {id(s) for s in presumed}
    turns = {id(turn.statement): turn for turn in course.turns}
    found: list[tuple[Statement, Word | None, str | None]] = []
    for statement in statements:
        if id(statement) in seen:
            found.append((statement, Word.STATED, None))
            continue
        turn = turns.get(id(statement))
        word, remark = _word(turn, day, together) if turn is not None else (None, None)
        if word is None and id(statement) in nearest:
            word = Word.PRESUMED
        found.append((statement, word, remark))
    return tuple(found)


def word_along(
    course: Course, day: int, witnesses: Sightings[Statement] = NO_SIGHTINGS, gap: int | None = None
) -> Word:
    """The word alone that ``answer_along`` gives for a day (an ordinal): a fraction of the work, for sums over many."""
    together = (course.sightings, witnesses)
    if any(each.seen_on(day) for each in together):
        return Word.STATED
    words = {word for turn in course.turns if (word := _word(turn, day, together)[0]) is not None}
    if words.isdisjoint(_BEFORE_PRESUMED):
        age = _age(day, together)
        if age is not None and (gap is None or age <= gap):
            return Word.PRESUMED
    return min(words, key=_ORDER.index, default=Word.UNKNOWN)


def settled_along(course: Course, day: int, witnesses: Sightings[Statement] = NO_SIGHTINGS) -> Word | None:
    """``ENDED`` or ``NOT_YET`` where ``answer_along`` gives that word for a day (an ordinal), else None."""
    if not course.turns:
        return None
    together = (course.sightings, witnesses)
    words = [word for turn in course.turns if (word := _word(turn, day, together)[0]) in _SETTLED]
    if not words or any(each.seen_on(day) for each in together):
        return None
    return min(words, key=_ORDER.index)


def _word(turn: Turn, day: int, together: Sequence[Sightings[Statement]]) -> tuple[Word | None, str | None]:
    """The word that one statement earns beside "stated" and "presumed", and a remark, or None for both."""
    if turn.covers is not None:
        return _word_of_plan(turn, day, together)
    if day > turn.ended_after:
        if _contradicted(turn, day, together):
            return None, None
        return Word.ENDED, turn.announcement
    if day < turn.not_before:
        # A day before the stated start on which the thing was seen already makes that start a return.
        return (None, None) if _seen_by(day, together) else (Word.NOT_YET, turn.beginning)
    if turn.may_hold_on(day) and not (turn.open_start and day < turn.certain_first and _seen_by(day, together)):
        # "Until 6 May" leaves the start open; with another statement that the thing was so in March, it is no
        # question in April whether it had begun.
        return Word.POSSIBLE, "neither the document nor its words give a day" if turn.undated else None
    return None, None


def _word_of_plan(turn: Turn, day: int, together: Sequence[Sightings[Statement]]) -> tuple[Word | None, str | None]:
    """A plan or a permission: it covers the whole of its possible period, and no more.

    A plan is made known by its publication: from then to its start the answer is "planned" as well, with the
    start in the remark. A plan whose time is over is still only a plan, unless something shows that it came
    true: then its end is an announced end.
    """
    covers = Word.AUTHORISED if turn.covers == Modality.AUTHORISED else Word.PLANNED
    if day > turn.last:
        if covers is Word.AUTHORISED:
            return Word.ENDED, f"authorised until {turn.statement.period.possible_end}"
        if not any(each.any_between(turn.first, turn.last) for each in together):
            return Word.PLANNED, "its time is over, not confirmed"
        return (None, None) if _contradicted(turn, day, together) else (Word.ENDED, turn.announcement)
    if day < turn.first:
        if turn.statement.claim.start is None:
            return None, None
        return (covers if turn.published_by(day) else Word.NOT_YET), turn.beginning
    return covers, None


def _seen_by(day: int, together: Sequence[Sightings[Statement]]) -> bool:
    """Whether the thing was seen on the day or before it."""
    return any((first := each.first_day) is not None and first <= day for each in together)


def _presumed(
    course: Course, witnesses: Sightings[Statement], day: int, gap: int | None
) -> tuple[int | None, list[Statement]]:
    """The age and the statements of the nearest evidence, where the thing was seen before a day; its own come first."""
    least = _age(day, (course.sightings, witnesses))
    if least is None or (gap is not None and least > gap):
        return None, []
    found = course.sightings.at_distance(day, least)
    if not found:
        found = sorted(witnesses.at_distance(day, least), key=lambda statement: statement.order)
    return least, found


def _age(day: int, together: Sequence[Sightings[Statement]]) -> int | None:
    """The days from a day to the nearest evidence on either side; None where nothing was seen before the day."""
    behind = min((days for each in together if (days := each.behind(day)) is not None), default=None)
    if behind is None:
        return None
    return min(behind, min((days for each in together if (days := each.ahead(day)) is not None), default=behind))


def _contradicted(turn: Turn, day: int, together: Sequence[Sightings[Statement]]) -> bool:
    """Whether the thing was seen after this end: by the day asked, or ever if the end was only announced.

    An end that a text does not date ("previously contributed") is known from its day of publication, so only
    a later day contradicts it. A later start is a return and leaves the days between alone.
    """
    if turn.end is None:
        return False
    if any(each.any_between(turn.end + 1, day) for each in together):
        return True
    return turn.announcement is not None and any(each.outlives(turn.end) for each in together)


def limited(inner: Answer, outer: Answer, name: str) -> Answer:
    """``inner``, but for a thing that belongs to another which has ended or has not begun on the day.

    What is stated of the day stays stated, and what is unknown stays unknown; the rest takes the word of
    the thing that it belongs to, with that one's grounds beside its own. ``name`` is that thing's, for the remark.
    """
    if outer.word not in _SETTLED or inner.word in (Word.STATED, Word.UNKNOWN, *_SETTLED):
        return inner
    grounds = tuple(dict.fromkeys((*outer.grounds, *inner.grounds)))
    remark = f"{name} has ended" if outer.word is Word.ENDED else f"{name} has not begun"
    remarks = tuple(dict.fromkeys((remark, *outer.remarks)))
    return replace(inner, word=outer.word, grounds=grounds, age=None, remarks=remarks, inherited=True)
