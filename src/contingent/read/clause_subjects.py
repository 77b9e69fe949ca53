"""Who a clause is about: the noun before its verb or, where the verb comes second, behind it."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import NOUNS, Clause, VerbGroup
from contingent.read.clause_words import breaks, is_closed, is_subject
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_SHORTEST_LIST = 3
"""How many units stand before the last name of a list without "and", at the least: two names and their commas."""
_OWNED = (units.UNIT, units.PEOPLE, units.ASSET)
"""What a state in the genitive may have: its ship, its troops, its aircraft."""


def begin_clause(row: list[Unit], group: VerbGroup, floor: int, previous: Clause | None, words: Vocabulary) -> Clause:
    """A clause with its verb and its subjects, which may be those of the clause before."""
    sets = words.sets
    at = group.first - 1
    while (
        at >= floor
        and row[at].sort in (units.WORD, units.TIME)
        and (row[at].low in sets["adverbs"] or row[at].sort == units.TIME)
    ):
        at -= 1
    clause = Clause(group, [], start=row[group.first].start, verb_start=row[group.first].start)
    clause.start = row[min(at + 1, group.first)].start
    if at < floor:
        if previous is not None:
            clause.subjects, clause.inherited = previous.subjects, True
        elif words.grammar["verb_second"]:
            _subject_behind(row, clause, words)
        return clause
    marker = row[at]
    if previous is not None and _goes_on_behind(previous, group, row[floor : at + 1], words):
        clause.subjects, clause.inherited = previous.subjects, True
        return clause
    if at == 0 and not group.passive and marker.low in sets["expletives"] and words.grammar["verb_second"]:
        _subject_behind(row, clause, words)  # "Der | indgår | 180 soldater i KFOR"
        if clause.subjects:
            return clause
    if marker.low in sets["relatives"] and marker.sort == units.WORD:
        clause.relative = True
        antecedent = _state_before(row, at, words) or _last_noun(row, at - 1, 0, words)
        if antecedent is not None:
            clause.subjects = [antecedent]
            return clause
    if group.tense == "participle" and group.passive:
        described = _last_noun(row, at, 0, words)
        if described is not None:
            clause.subjects, clause.relative = [_named_before(row, described) or described], True
            return clause
    if group.tense in ("infinitive", "gerund") and previous is not None:
        clause.subjects, clause.inherited = previous.subjects, True
        return clause
    if marker.text == "," and words.grammar["verb_second"] and row[0].low in sets["conjunctions_subordinate"]:
        behind = row[group.first + 1] if group.first + 1 < len(row) else None
        if behind is not None and is_subject(behind, words) and (group.last > group.first + 1 or behind.sort in NOUNS):
            _subject_behind(row, clause, words)  # "Mens X rejser, | vil | Danmark | have …"
            if clause.subjects:
                return clause
    if (marker.low in sets["conjunctions_and"] or marker.text == ",") and previous is not None:
        clause.subjects, clause.inherited = previous.subjects, True
        return clause
    begin = at
    while begin >= floor and not breaks(row[begin], words):
        begin -= 1
    if marker.text in (",", ")") and previous is None:
        begin = floor - 1
    stretch = [row[k] for k in range(begin + 1, at + 1)]
    subject = _first_noun(stretch, words)
    if subject is None and words.grammar["verb_second"] and not clause.relative:
        _subject_behind(row, clause, words)
        if clause.subjects:
            clause.start = row[begin + 1].start if begin + 1 < len(row) else clause.start
            return clause
    if subject is None and previous is None:
        subject = _first_noun(row[: at + 1], words)
    if subject is None:
        if previous is not None:
            clause.subjects, clause.inherited = previous.subjects, True
        return clause
    clause.subjects = [*_listed_before(row, subject, words), subject]
    clause.subjects = _placed_noun(row, clause.subjects, words) or clause.subjects
    clause.start = clause.subjects[0].start
    opening = next(k for k, unit in enumerate(row) if unit is clause.subjects[0]) - 1
    if opening > 0 and row[opening].sort == units.WORD and row[opening].low in sets["relatives"]:
        clause.antecedent = _last_noun(row, opening - 1, 0, words)
    return clause


def _named_before(row: list[Unit], noun: Unit) -> Unit | None:
    """The unit by name that a noun behind a comma only describes: "Battle Group West, | a unit | led by Italy"."""
    at = next(k for k, unit in enumerate(row) if unit is noun)
    named = row[at - 2] if at > 1 and row[at - 1].text == "," else None
    if named is None or not noun.sort == named.sort == units.UNIT:
        return None
    told = named.detail.named and noun.detail.determiner == "indefinite" and not noun.detail.named
    return named if told else None


def _placed_noun(row: list[Unit], listed: list[Unit], words: Vocabulary) -> list[Unit]:
    """The noun that stands in, or comes from, the states that seemed to be the subject.

    "The contingent in Iraq, Jordan and Qatar", "A unit of 260 soldiers from Albania, Bulgaria and Greece".
    """
    if len(listed) < 2 or listed[0].sort != units.ACTOR:
        return []
    hangs = words.sets["standing"] | words.sets["from"]
    at = _over_owner(row, next(k for k, unit in enumerate(row) if unit is listed[0]) - 1, words)
    noun = None
    while at >= 1 and row[at].low in hangs and row[at - 1].sort in NOUNS - {units.ACTOR}:
        noun, hangs = row[at - 1], words.sets["of"]
        at = _over_owner(row, at - 2, words)
    return [noun] if noun is not None else []


def take_parted_subject(row: list[Unit], clauses: list[Clause], words: Vocabulary) -> None:
    """Give the verb behind a relative clause its subject: "The team, which sees that …, | drove 20 times"."""
    comma = next((k for k, unit in enumerate(row) if unit.text == ","), None)
    if comma is None or len(clauses) < 2 or comma + 1 >= len(row) or clauses[0].group.first < comma:
        return
    opening = next((unit for unit in row[comma + 1 : comma + 3] if unit.low in words.sets["relatives"]), row[comma])
    named = next((unit for unit in row[:comma] if unit.sort == units.PERSON), None)
    subject = named or _first_noun(row[:comma], words)
    if opening is row[comma] or subject is None:
        return
    for clause in clauses[1:]:
        finite = clause.group.tense not in ("infinitive", "gerund", "participle")
        if finite and not clause.relative and clause.inherited and row[clause.group.first - 1].text == ",":
            clause.subjects, clause.parted = [subject], True
            return


def _goes_on_behind(relative: Clause, group: VerbGroup, between: list[Unit], words: Vocabulary) -> bool:
    """Whether a verb goes on with the clause around a relative one: "the soldiers who lead the mission | are there"."""
    finite = not {relative.group.tense, group.tense} & {"infinitive", "gerund", "participle"}
    told = relative.relative and not relative.group.passive and bool(relative.subjects)
    return finite and told and bool(between) and not any(breaks(unit, words) for unit in between)


def _subject_behind(row: list[Unit], clause: Clause, words: Vocabulary) -> None:
    """Where the verb comes second and something else first, the subject follows the finite verb."""
    for at in range(clause.group.first + 1, min(len(row), clause.group.first + 6)):
        unit = row[at]
        if is_subject(unit, words):
            clause.subjects = [unit]
            joined = at + 2 < len(row) and row[at + 1].low in words.sets["conjunctions_and"]
            if joined and row[at + 2].sort == unit.sort == units.ACTOR and row[at + 2].detail == unit.detail:
                clause.subjects.append(row[at + 2])  # "teil nehmen auch Polen und | Griechenland"
            return
        if unit.sort == units.SIGN or (unit.sort == units.WORD and unit.low in words.sets["prepositions"]):
            return


def _first_noun(stretch: list[Unit], words: Vocabulary) -> Unit | None:
    governed = False
    for number, unit in enumerate(stretch):
        if is_subject(unit, words) and not _is_article(stretch, number, words):
            if _owns_next(stretch, number, words):
                continue  # "Belgium's | frigate Louise-Marie sails"
            before = stretch[number - 1] if number else None
            if number > 1 and before is not None and before.low in words.sets["definite"]:
                before = stretch[number - 2]  # "an der | Operation"
            if number + 1 < len(stretch) and stretch[number + 1].sort == units.TITLE:
                continue  # "10 Corps Commander | Lieutenant General X", "the new 21st Battalion | Commander served"
            joined = before is not None and before.low in words.sets["conjunctions_and"]
            if before is not None and before.sort == units.WORD and before.low in words.sets["prepositions"]:
                governed = True
                continue
            if governed and joined:
                continue  # "as observers and | staff officers fourteen soldiers serve"
            return unit
    # "The core of the contingent is …": the noun that hangs on "of".
    for number, unit in enumerate(stretch):
        before = stretch[number - 1] if number else None
        if number > 1 and before is not None and before.low in words.sets["definite"]:
            before = stretch[number - 2]
        hangs = before is not None and before.low in words.sets["of"]
        if hangs and is_subject(unit, words) and not _is_article(stretch, number, words):
            return unit
    # "Its job is to …": the owner of the job is the subject.
    return next((u for u in stretch if u.sort == units.WORD and u.low in words.sets["possessive_third"]), None)


def _owns_next(stretch: list[Unit], number: int, words: Vocabulary) -> bool:
    """Whether a state stands in the genitive before the noun that is its own."""
    if stretch[number].sort != units.ACTOR or number + 2 >= len(stretch):
        return False
    return stretch[number + 1].text in words.grammar["genitive"] and stretch[number + 2].sort in _OWNED


def _is_article(stretch: list[Unit], number: int, words: Vocabulary) -> bool:
    """Whether a word that could be a pronoun belongs to a noun behind it: "den | mindskede pirataktivitet"."""
    unit = stretch[number]
    if unit.sort != units.WORD or unit.low not in words.sets["definite"] or number + 1 >= len(stretch):
        return False
    return stretch[number + 1].sort == units.WORD and not is_closed(stretch[number + 1], words)


def _state_before(row: list[Unit], marker: int, words: Vocabulary) -> Unit | None:
    """The state right before a relative clause, where no preposition hangs it on something else: "Britain, | which"."""
    at = marker - 1
    if at < 1 or row[at].text != "," or row[at - 1].sort != units.ACTOR or row[at - 1].detail != "name":
        return None
    before = at - 2
    while before >= 0 and row[before].low in words.sets["definite"]:
        before -= 1
    free = before < 0 or row[before].low not in words.sets["prepositions"] - words.sets["by"]
    return row[at - 1] if free else None


def _last_noun(row: list[Unit], at: int, floor: int, words: Vocabulary) -> Unit | None:
    while at >= floor:
        unit = row[at]
        if is_subject(unit, words) and unit.sort != units.ACTOR:
            # "operators from the Air Force who …": the phrase that the preposition hangs on.
            near = at - 1
            while near > floor and row[near].low in words.sets["definite"]:
                near -= 1
            if (
                near > floor
                and row[near].low in words.sets["from"] | words.sets["of"]
                and row[near - 1].sort in NOUNS - {units.ACTOR}
            ):
                return row[near - 1]
            return unit
        if unit.sort == units.SIGN and unit.text in ";:":
            return None
        at -= 1
    return None


def _listed_before(row: list[Unit], subject: Unit, words: Vocabulary) -> list[Unit]:
    """The members of an enumeration that ends with ``subject``: "Uganda, Burundi and | Kenya"."""
    at = _over_owner(row, next(k for k, unit in enumerate(row) if unit is subject) - 1, words)
    found: list[Unit] = []
    if at < 1 or (row[at].low not in words.sets["conjunctions_and"] and not _enumerates(row, at, subject)):
        return found  # "In Latvia, Canada leads": a comma alone joins nothing
    while at >= 1 and (row[at].text == "," or row[at].low in words.sets["conjunctions_and"]):
        if row[at - 1].text == "," and at >= 2:
            at -= 1
            continue
        behind = _over_brackets(row, at - 1)
        member = row[behind]
        if member.sort != subject.sort or (member.sort == units.ACTOR and member.detail == "adjective"):
            break
        found.insert(0, member)
        at = _over_owner(row, behind - 1, words)
    return found


def _enumerates(row: list[Unit], at: int, subject: Unit) -> bool:
    """Whether states stand in a row from the head of a sentence on: "Austria, Canada, Japan, | Poland contributed"."""
    if subject.sort != units.ACTOR or at < _SHORTEST_LIST:
        return False
    names, signs = row[: at + 1 : 2], row[1 : at + 1 : 2]
    return all(u.sort == units.ACTOR and u.detail == "name" for u in names) and all(u.text == "," for u in signs)


def _over_owner(row: list[Unit], at: int, words: Vocabulary) -> int:
    """The index before the articles of a noun and the state in the genitive that has it."""
    articles = words.sets["definite"] | words.sets["indefinite"]
    if at >= 1 and row[at].text in words.grammar["genitive"] and row[at - 1].sort == units.ACTOR:
        at -= 2
    while at >= 1 and row[at].low in articles:
        at -= 1
    return at


def _over_brackets(row: list[Unit], at: int) -> int:
    """The index before a bracket that closes here: "Van Amstel | (F831)"."""
    if row[at].text != ")":
        return at
    opening = next((k for k in range(at - 1, 0, -1) if row[k].text == "("), None)
    return opening - 1 if opening is not None else at
