"""Verbs that say who holds, takes up, gives up or is given a post, found in a sentence with their tense.

The verbs and the words that follow them are the language pack's table ``postings``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from contingent.lang import LanguagePack
from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.posts import is_relative
from contingent.read.sentence_reading import Reading

_REACH = 9
"""How many units behind its verb a phrase such as "gav … stafetten videre" may end."""
_MOST_SKIPPED = 4


@dataclass(frozen=True, slots=True)
class PostVerb:
    """A verb about a post where it stands in the row."""

    sort: str
    """A class of the table ``verbs``, such as ``command`` or ``enter``; the table explains them."""
    first: int
    """The index of its first auxiliary, or its own."""
    at: int
    used: frozenset[int]
    """The indexes of the words that belong to it ("took | over | command")."""
    tense: str
    passive: bool
    words: int
    """How many words follow the verb in the row of the table that fits."""


def find_post_verbs(reading: Reading) -> list[PostVerb]:
    """The verbs about posts in a sentence, in order."""
    rows = _rows(reading.words.pack)
    found: list[PostVerb] = []
    for index, unit in enumerate(reading.row):
        if unit.sort != units.WORD:
            continue
        forms = {form.lemma: form.tense for form in reading.words.verbs.get(unit.low, ())}
        best: tuple[int, str, str, frozenset[int]] | None = None
        for lemma in forms:
            for sort, words in rows.get(lemma, ()):
                used = _follow(reading, index, words)
                if used is None:
                    used = _thing_before(reading, index, words) if sort == "keep" else _precede(reading, index, words)
                if used is not None and (best is None or len(words) > best[0]):
                    best = (len(words), sort, lemma, used)
        if best is None:
            continue
        voice = _voice(reading, index, best[2], best[1])
        if voice is not None:
            first, tense, passive = voice
            found.append(PostVerb(best[1], first, index, best[3] | {index}, tense, passive, best[0]))
    # "has had command": of an auxiliary and its verb the verb counts.
    return [v for v in found if not any(other.first <= v.at < other.at for other in found)]


@cache
def _rows(pack: LanguagePack) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The classes of the verbs, with the words that must follow, by the verb's dictionary form."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for sort, rows in pack.table("postings")["verbs"].items():
        for row in rows:
            lemma, *words = row.split()
            found.setdefault(lemma, []).append((sort, tuple(words)))
    return found


def _follow(reading: Reading, index: int, wanted: tuple[str, ...]) -> frozenset[int] | None:
    """The indexes of the wanted words behind a verb, in order with a few others between; None if they are not there."""
    wanted = tuple(word for word in wanted if word not in reading.words.sets["definite"])
    if not wanted:
        return frozenset()
    row, used = reading.row, set()
    at, skipped = 0, 0
    for number in range(index + 1, min(len(row), index + 1 + _REACH)):
        unit = row[number]
        if unit.text in (";", ".") or is_relative(reading, number):
            return None
        plain = [p for p in unit.low.split() if p not in reading.words.sets["definite"]]
        if plain and plain == list(wanted[at : at + len(plain)]):
            used.add(number)
            at += len(plain)
            if at == len(wanted):
                return frozenset(used)
        elif reading.is_in("under", unit):
            return None  # "has praised the group under the command of X"
        elif not reading.is_in("definite", unit):
            skipped += 1
            if skipped > _MOST_SKIPPED:
                return None
    return None


def _precede(reading: Reading, index: int, wanted: tuple[str, ...]) -> frozenset[int] | None:
    """The indexes of the wanted words at the head of a sentence whose verb comes second: "I spidsen for X står …"."""
    if not wanted or not reading.words.grammar["verb_second"] or index < len(wanted):
        return None
    at_head = tuple(u.low for u in reading.row[: len(wanted)]) == wanted
    return frozenset(range(len(wanted))) if at_head else None


def _thing_before(reading: Reading, index: int, wanted: tuple[str, ...]) -> frozenset[int] | None:
    """The index of the thing that a person holds, where it stands before the verb: "a post he has held since"."""
    for number in range(index - 1, max(-1, index - _MOST_SKIPPED - 1), -1):
        if wanted and reading.row[number].low.split()[-1] == wanted[-1]:
            return frozenset((number,))
    return None


def _voice(reading: Reading, index: int, lemma: str, sort: str) -> tuple[int, str, bool] | None:
    """Where a verb's group starts, its tense and whether it is passive; None if the word is no verb here."""
    row, sets = reading.row, reading.words.sets
    clause = next((c for c in reading.clauses if c.group.main == index), None)
    if clause is not None and _is_past(reading, clause, index, sort):
        return index, "past", False
    if clause is not None and clause.group.tense == "participle" and sort == "command":
        return None  # "a force led by X" is no sentence of its own
    if clause is not None:
        return clause.group.first, _tense(reading, clause), clause.group.passive
    auxiliary = next((c for c in reading.clauses if c.group.first <= index < c.group.last), None)
    if auxiliary is not None and lemma == auxiliary.group.lemma:
        return auxiliary.group.first, auxiliary.group.tense, False
    if auxiliary is not None or not row[index].text[0].islower():
        return None
    tenses = {form.tense for form in reading.words.verbs[row[index].low] if form.lemma == lemma}
    before = index - 1
    while before > 0 and reading.is_in("adverbs", row[before]):
        before -= 1
    opens = before >= 0 and (
        row[before].sort in (units.PERSON, units.TIME)
        or row[before].text in (",", ")")
        or reading.is_in("conjunctions_and", row[before])
        or reading.is_in("pronouns_person", row[before])
        or reading.is_in("relatives", row[before])
        or row[before].low.split()[-1] in reading.words.pack.table("postings")["words"]["tokens"]
    )
    by = index + 1 < len(row) and row[index + 1].low in sets["by"]
    if not opens or (by and "participle" in tenses):
        return None
    for tense in ("past", "present", "gerund"):
        if tense in tenses:
            return index, tense, False
    return (index, "present", True) if "passive" in tenses else None


def _is_past(reading: Reading, clause: Clause, index: int, sort: str) -> bool:
    """Whether what looks like a participle is a past tense: "X handed over" is, "X, appointed chief" is not."""
    group = clause.group
    if group.tense != "participle" or group.first != index or sort == "appoint":
        return False
    forms = {form.tense for form in reading.words.verbs[reading.row[index].low] if form.lemma == group.lemma}
    following = reading.row[index + 1] if index + 1 < len(reading.row) else None
    return "past" in forms and not (following is not None and reading.is_in("by", following))


def _tense(reading: Reading, clause: Clause) -> str:
    """The tense of a clause; an infinitive or participle has that of the verb that it hangs on."""
    return reading.mood(clause).tense or clause.group.tense
