"""Proposals as values: two names, why they may be one thing's, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from contingent.claim import Reference
from contingent.decision import Thing
from contingent.fact import Fact, Statement
from contingent.resolve.naming import normal
from contingent.resolve.references import OBJECT_IS_REFERENCE, taken_apart

_ORDER = {thing: place for place, thing in enumerate(Thing)}
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Proposal:
    """That two names of one kind of thing may be those of one, with the reason in words.

    ``one`` and ``other`` are the names as ``merge`` and ``split`` take them. ``evidence`` holds a statement that uses
    each of them. ``one_names`` and ``other_names`` are all names of either, and ``things`` what the proposal speaks of:
    references, persons and places.
    """

    kind: Thing
    one: str
    other: str
    reason: str
    evidence: tuple[Statement, Statement]
    one_names: frozenset[str] = frozenset()
    other_names: frozenset[str] = frozenset()
    things: tuple[Reference | str, ...] = ()

    @property
    def rank(self) -> tuple[int, str, str]:
        """A place among proposals that depends on what they are about alone."""
        return _ORDER[self.kind], self.one, self.other


@dataclass(slots=True)
class Seen:
    """What documents say of one thing: the names that they use for it, and the statements that do."""

    names: set[str] = field(default_factory=set)
    statements: dict[str, Statement] = field(default_factory=dict)

    def add(self, name: str, statement: Statement) -> None:
        """Note that a statement uses a name for the thing."""
        self.names.add(" ".join(name.split()))
        self.statements[statement.evidence.claim_id] = statement

    @property
    def documents(self) -> frozenset[str]:
        """The documents that speak of the thing."""
        return frozenset(statement.evidence.document_id for statement in self.statements.values())

    @property
    def first(self) -> Statement:
        """The first statement of the thing."""
        return min(self.statements.values(), key=lambda statement: statement.order)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which the thing certainly was so; None if there is none."""
        spells = [s.period.certain for s in self.statements.values() if s.period.certain and s.tells_of_presence]
        return (min(first for first, _ in spells), max(last for _, last in spells)) if spells else None


def references_in(fact: Fact, statement: Statement) -> Iterator[tuple[Reference, Reference]]:
    """The references of a fact, each with the one that a statement writes for it."""
    if isinstance(fact.subject, Reference):
        yield fact.subject, taken_apart(statement.claim.subject)
    if isinstance(fact.object, Reference) and fact.kind in OBJECT_IS_REFERENCE and statement.claim.object:
        yield fact.object, taken_apart(statement.claim.object)


def days_apart(one: Seen, other: Seen) -> int | None:
    """The days between two things' last and first certain day; 0 where they overlap, None where one has none."""
    mine, yours = one.days, other.days
    if mine is None or yours is None:
        return None
    return max((yours[0] - mine[1]).days, (mine[0] - yours[1]).days, 0)


def apart_words(one: Seen, other: Seen) -> str | None:
    """How far apart in time two things are, in words: "2 weeks apart"; None where it is not known."""
    days = days_apart(one, other)
    if days is None:
        return None
    if days == 0:
        return "at one time"
    for unit, length, least in (("year", _YEAR, 2), ("month", _MONTH, 2), ("week", _WEEK, 2)):
        if days >= least * length:
            return f"{round(days / length)} {unit}s apart"
    return f"{days} day{'' if days == 1 else 's'} apart"


def is_short_for(short: str, long: str) -> bool:
    """Whether one word is made of the beginnings of all words of a name, in their order: "NSE", "NORTAD"."""
    word, words = normal(short), normal(long).split()
    if " " in word or not 3 <= len(word) <= 16 or len(words) < 2:
        return False
    return _made_of(word, words)


def words_of_short_form(one: str, other: str) -> str | None:
    """That one of two names may be short for the other, in words; None if neither is."""
    if not is_short_for(one, other) and not is_short_for(other, one):
        return None
    short, long = sorted((one, other), key=len)
    return f"“{short}” may be short for “{long}”"


def _made_of(word: str, words: list[str]) -> bool:
    """Whether ``word`` can be cut into beginnings of the words, at least one letter of each."""
    if not words:
        return not word
    return any(
        word[:length] == words[0][:length] and _made_of(word[length:], words[1:])
        for length in range(1, min(len(word), len(words[0])) + 1)
    )


def sharing_a_word(names: Iterable[str], most: int = 60) -> set[tuple[str, str]]:
    """Pairs of names that share a word, words that very many names have left out."""
    bearers: dict[str, set[str]] = {}
    for name in names:
        for word in normal(name).split():
            bearers.setdefault(word, set()).add(name)
    pairs: set[tuple[str, str]] = set()
    for sharing in bearers.values():
        if 1 < len(sharing) <= most:
            ordered = sorted(sharing)
            pairs.update((one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :])
    return pairs


def shortened(names: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of a name of one word and a longer one that it may be short for."""
    listed = sorted(set(names))
    by_letter: dict[str, list[str]] = {}
    for name in listed:
        if " " in name:
            by_letter.setdefault(normal(name)[:1], []).append(name)
    return {
        (min(short, long), max(short, long))
        for short in listed
        if " " not in short
        for long in by_letter.get(normal(short)[:1], ())
        if is_short_for(short, long)
    }
