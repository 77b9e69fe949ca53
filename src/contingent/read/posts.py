"""Posts: a title in a sentence with what it is a post in, and what is remembered of persons' posts.

What the post belongs to is named behind the title ("commander of KFOR"), before it ("the brigade's commander"),
in it ("contingent commander"), or is what the page speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass

from contingent.read import units
from contingent.read.entities import Entity, Held
from contingent.read.names_of_elements import clean_name
from contingent.read.persons import PersonExpression
from contingent.read.phrase import Phrase
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.titles import Title
from contingent.read.units import Unit
from contingent.read.walk import BODIES


@dataclass(frozen=True, slots=True)
class Post:
    """A title where it stands in the row: units ``first`` to ``last`` are the title with its owner."""

    title: Title
    at: int
    """The index of the title itself."""
    first: int
    last: int
    owner: int | None = None
    """The index of the unit that names what the post is in, or whose it is."""
    nation: bool = False
    """Whether the title itself names a nation ("Danmarks stabsofficer")."""
    lost: bool = False
    """Whether the words say what the post is in, but name nothing that is known ("head of the agency")."""

    @property
    def stated(self) -> bool:
        """Whether the sentence itself names what the post is in."""
        return self.owner is not None or self.nation


def find_posts(reading: Reading) -> list[Post]:
    """The posts of a sentence in order: titles, and what one person of a group is called ("stabsofficer in UNMISS")."""
    found = []
    for index, unit in enumerate(reading.row):
        title = _title_of(reading, unit)
        if title is None:
            continue
        behind, before = _body_behind(reading, index), _owner_before(reading, index)
        first = index if before is None or before < index - 2 else before
        nation = isinstance(unit.detail, Phrase) and bool(unit.detail.nations)
        owner = behind if behind is not None else before
        if behind is not None and before is not None and _is_part_of(reading, before, behind):
            owner = before  # "Sector West Commander of UNMISS"
        last = index if behind is None else end_of_body(reading, behind)
        lost = owner is None and (title.force or _names_unknown(reading, index + 1))
        found.append(Post(title, index, first, last, owner, nation, lost))
    return found


def _is_part_of(reading: Reading, before: int, behind: int) -> bool:
    """Whether a named unit stands before a title and behind it only the operation that the unit is part of."""
    unit, whole = reading.row[before], reading.row[behind]
    return unit.sort == units.UNIT and unit.detail.named and whole.sort == units.OPERATION


def _names_unknown(reading: Reading, index: int) -> bool:
    """Whether a preposition and a name stand here that is none of a unit: "head of the Agency", "chef for Absalon"."""
    row = reading.row
    title = row[index - 1]
    if index < len(row) and title.sort == units.TITLE and str(title.value)[0].isupper():
        # "Commander Peshawar", "Inspector General Arms"
        behind = row[index]
        plain = behind.sort == units.WORD and not any(
            reading.is_in(name, behind) for name in ("prepositions", "conjunctions_and", "be.present", "be.past")
        )
        if behind.text[0].isupper() and (behind.sort == units.PLACE or plain):
            return True
    if index + 1 >= len(row) or row[index].low not in reading.words.pack.table("postings")["words"]["over"]:
        return False
    if reading.is_in("of", row[index]):
        return True
    located = reading.is_in("standing", row[index])
    word = row[index + 1].sort == units.WORD and row[index + 1].text[0].isupper()
    return word or (row[index + 1].sort == units.PLACE and not located)


def _title_of(reading: Reading, unit: Unit) -> Title | None:
    if unit.sort == units.TITLE:
        return unit.detail if isinstance(unit.detail, Title) else None
    if unit.sort == units.PEOPLE and isinstance(unit.detail, Phrase):
        if unit.detail.determiner == "indefinite":
            return None  # "said X, a medic of the battalion"
        lemma = unit.detail.head.lemma
        single = reading.words.heads.get(lemma.removesuffix("s"))
        many = _means_many(unit.detail)
        return Title(single.lemma if many and single is not None else lemma, whole=True, many=many)
    return None


def _means_many(phrase: Phrase) -> bool:
    return phrase.head.plural or (phrase.number is not None and phrase.number.low != 1)


def _body_behind(reading: Reading, index: int) -> int | None:
    """The index of the unit that a title is a title of, where it follows: "commander of X", "GOC 7 Division"."""
    row, sets = reading.row, reading.words.sets
    at = index + 1
    comma = at < len(row) and row[at].text == ","
    if comma:
        at += 1
    elif at < len(row) and row[at].low in sets["prepositions"] and row[at].low not in sets["by"] - sets["of"]:
        at += 1
        if at < len(row) and reading.is_in("definite", row[at]):
            at += 1
    if at >= len(row) or not (row[at].sort in BODIES or is_body(reading, row[at])):
        return None
    unit = row[at]
    if at == index + 1 or comma:
        last = row[index].low.split()[-1]
        if any(form.tense == "gerund" for form in reading.words.verbs.get(last, ())) and not comma:
            return at  # "the officer commanding the contingent"
        named = unit.sort == units.OPERATION or (isinstance(unit.detail, Phrase) and unit.detail.named)
        bracketed = index > 0 and row[index - 1].text == "("
        if not named or not (bracketed or str(row[index].value or unit.text)[0].isupper()):
            return None
        if comma and at + 1 < len(row) and row[at + 1].text not in (",", ")"):
            return None
    return at


def _owner_before(reading: Reading, index: int) -> int | None:
    """The index of the unit before a title that owns the post: "the task force 's | commander", "its | commander"."""
    row, at = reading.row, index - 1
    genitive = at >= 1 and row[at].sort == units.SIGN and row[at].text in reading.words.grammar["genitive"]
    if genitive:
        at -= 1
    if at < 0:
        return None
    owner = row[at]
    if owner.sort in (units.OPERATION, units.ACTOR) or (genitive and owner.sort in BODIES):
        return at
    if owner.sort == units.UNIT and not reading.words.grammar["compounds"]:
        # "10 Corps | Commander", "the Multan corps | commander"
        return at if owner.detail.named or owner.detail.modified else None
    if owner.low in reading.words.pack.table("postings")["words"]["whose"]:
        return next((n for n in range(at - 1, -1, -1) if row[n].sort in BODIES), None)
    return at if reading.is_in("possessive_third", owner) else None


def end_of_body(reading: Reading, index: int) -> int:
    """The index of the operation or armed force that is named right behind a body: "Sector 2 of the | MNJTF"."""
    row, at = reading.row, index + 1
    if at < len(row) and row[index].sort == units.UNIT:
        # "Commander Sector 1 | Operation X", "GOC 1 Division | Nigerian Army"
        behind = row[at]
        if behind.sort == units.OPERATION or (behind.sort == units.ACTOR and behind.detail == "armed forces"):
            return at
    if at >= len(row) or not (reading.is_in("to", row[at]) or reading.is_in("of", row[at])):
        return index
    at += 1
    if at < len(row) and reading.is_in("definite", row[at]):
        at += 1
    if at >= len(row) or row[index].sort == units.OPERATION:
        return index
    return at if row[at].sort in (units.OPERATION, units.ACTOR) else index


def title_text(reading: Reading, post: Post) -> str:
    """A title as it is given: "head of the mission" whole, but only "Commander" of "Commander of KFOR"."""
    row = reading.row
    if post.last > post.at and row[post.last].sort == units.ANAPHOR:
        return clean_name(reading.text[row[post.at].end - len(post.title.text) : row[post.last].end])
    return post.title.text


def is_body(reading: Reading, unit: Unit) -> bool:
    """Whether a person can command what a unit names: not the bare word "command" itself."""
    if unit.sort == units.ACTOR:
        # "the Polish Military Contingent" is known as an armed force by its name
        head = reading.words.heads.get(unit.low.split()[-1])
        return unit.detail == "armed forces" and head is not None and head.sort == "contribution"
    if unit.sort not in BODIES:
        return False
    return not all(w in reading.words.sets["commands"] or reading.words.is_in("definite", w) for w in unit.low.split())


def state(
    reading: Reading,
    person: PersonExpression,
    title: str | None,
    body: Entity,
    span: tuple[int, int],
    times: When,
    modality: str,
    rule: str,
    as_of: str | None = None,
) -> None:
    """Put forward one posting, quoting the characters of ``span``, and remember it."""
    reading.propose(
        "posting",
        person.name,
        body,
        *span,
        rule,
        times,
        modality=modality,
        title=title,
        rank=person.rank,
        as_of=as_of,
    )
    reading.discourse.posts[person.name] = Held(body, title, times.starts)


def is_lost(reading: Reading, post: Post) -> bool:
    """Whether a title's words say what it is a post in, but name nothing that can be known here."""
    if post.lost or post.owner is None or reading.row[post.owner].sort not in BODIES:
        return post.lost
    return reading.entity(reading.row[post.owner]) is None


def is_relative(reading: Reading, index: int) -> bool:
    """Whether a word opens a relative clause; the same word may mean "as" before a title ("som chef")."""
    row = reading.row
    if not reading.is_in("relatives", row[index]):
        return False
    if row[index].low not in reading.words.pack.table("postings")["words"]["as"]:
        return True
    following = [u for u in row[index + 1 : index + 5] if not (reading.is_in("indefinite", u) or u.sort == units.ACTOR)]
    return not (following and following[0].sort in (units.TITLE, units.PEOPLE))
