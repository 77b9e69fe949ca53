"""What a post is in: named with its title, meant by its own words, or what the page speaks of."""

from __future__ import annotations

from bisect import bisect_left

from contingent import catalogue
from contingent.read import units
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity, Sort
from contingent.read.named_actors import is_state
from contingent.read.noun_table import Head
from contingent.read.phrase import Phrase
from contingent.read.posts import Post, end_of_body, is_body
from contingent.read.sentence_reading import Reading
from contingent.read.titles import Title


def body_of_post(reading: Reading, post: Post, holder: str | None = None) -> Entity | None:
    """What a post is in, as far as its words say; None leaves it to the persons and the page.

    ``holder`` is who holds the post: nobody is meant by "his" in "X is his deputy" but another person.
    """
    title = post.title
    if post.owner is None:
        return _by_nature(reading, title, None)
    owner = reading.row[post.owner]
    if owner.sort == units.ACTOR:
        named = owner.detail != "adjective"  # "the Danish chief of staff" tells where that person comes from
        return _by_nature(reading, title, owner.value) or (reading.entity(owner) if named else None)
    if owner.sort == units.WORD:
        return _by_nature(reading, title, None) or _possessed(reading, post.owner, holder)
    body = body_of(reading, post.owner)
    if (
        body is not None
        and body.sort is Sort.OPERATION
        and title.head is not None
        and title.head.sort == "contribution"
    ):
        # "Danish contingent commander in KFOR"
        before = reading.row[post.first - 1] if post.first else None
        nation = before.value if before is not None and before.sort == units.ACTOR else reading.discourse.home
        return reading.discourse.a_contribution(nation, body) or body
    return body


def body_of(reading: Reading, index: int) -> Entity | None:
    """The entity of the unit at an index, in the operation that is named right behind it."""
    row = reading.row
    unit = row[index]
    if unit.sort == units.PERSONS and not unit.detail.nations:
        return reading.discourse.operation
    end = end_of_body(reading, index)
    if isinstance(unit.detail, Phrase) and end > index:
        whole = row[end]
        if whole.sort == units.OPERATION and _is_of_the_whole(reading, unit.detail):
            return reading.entity(whole)  # "Force Command of Operation Atalanta"
        if whole.sort == units.OPERATION:
            unit.detail.operation = unit.detail.operation or whole.value
        elif is_state(whole.value):
            unit.detail.nations = unit.detail.nations or [whole.value]
    return reading.entity(unit)


def _is_of_the_whole(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun only says that somebody commands: "Force Command", but not "Regional Command East"."""
    sets = reading.words.sets
    *before, last = reading.text[phrase.name_start : phrase.name_end].lower().split() or [""]
    return last in sets["commands"] and all(word in sets["forces"] for word in before)


def _by_nature(reading: Reading, title: Title, nation: str | None) -> Entity | None:
    """What a title is a post in by its own words; None where they do not say."""
    discourse = reading.discourse
    if title.whole:
        return _whole_operation(discourse)
    if title.ship:
        return _last_ship(discourse)
    if title.unit:
        return next((e for e in reversed(discourse.recent) if e.named and not e.plural), None)
    if title.head is not None:
        return _of_noun(discourse, title.head, nation)
    marks = reading.words.pack.table("postings")["words"]["of_contributions"]
    if nation is not None or any(mark in title.text.casefold() for mark in marks):
        return discourse.a_contribution(nation or discourse.home)
    return None


def _whole_operation(discourse: Discourse) -> Entity | None:
    """The operation that a force commander or head of mission has: not a state's own name for its part in it."""
    known = catalogue.load().operations
    entry = known.get(discourse.operation.name) if discourse.operation is not None else None
    if entry is None or not entry.country or not entry.parent:
        return discourse.operation
    return discourse.an_operation(entry.parent)


def _of_noun(discourse: Discourse, head: Head, nation: str | None) -> Entity | None:
    if head.sort == "contribution":
        return discourse.a_contribution(nation or discourse.home)
    if head.lemma in discourse.annotated.words.headquarters:
        return None  # a chief of staff is one of the whole
    found = discourse.last_called(head.lemma.split()[-1])
    if found is None and nation is not None:
        return discourse.a_contribution(nation)
    return found


def _last_ship(discourse: Discourse) -> Entity | None:
    prefixes = discourse.annotated.words.ship_prefixes
    for entity in reversed(discourse.recent):
        if entity.head == "ship" or entity.name.split()[0] in prefixes:
            return entity
    return None


def _possessed(reading: Reading, index: int, holder: str | None) -> Entity | None:
    """Whatever "its commander", "his deputy" belongs to: the thing spoken of, or the post of the person."""
    discourse, owner = reading.discourse, reading.row[index]
    if owner.low in reading.words.pack.table("postings")["words"]["owners"]:
        others = [u.value for u in reading.row[:index] if u.sort == units.PERSON and u.value.name != holder]
        person = others[-1] if others else discourse.last_person
        held = discourse.posts.get(person.name) if person is not None else None
        return held.body if held is not None else None
    return discourse.resolve(owner)


def default_body(reading: Reading) -> Entity | None:
    """What a post is in where nothing in the sentence says so."""
    discourse = reading.discourse
    spoken = _spoken_of_before(reading)
    if spoken is not None:
        return spoken
    unfit = reading.words.sets["commands"] | reading.words.headquarters
    for entity in (discourse.focus, discourse.last_subject):
        if entity is not None and entity.sort is Sort.ELEMENT and entity.head not in unfit:
            return entity
    return discourse.operation


def _spoken_of_before(reading: Reading) -> Entity | None:
    """What the sentence before in the same paragraph is about: the first thing that it names."""
    sentences = reading.discourse.annotated.sentences
    at = bisect_left(sentences, reading.sentence.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or sentences[at].block != reading.sentence.block:
        return None
    unit = next((u for u in sentences[at].units if is_body(reading, u)), None)
    entity = reading.entity(unit) if unit is not None else None
    if entity is None or entity.head in reading.words.headquarters:
        return None
    return entity if entity.sort in (Sort.OPERATION, Sort.ELEMENT) else None
