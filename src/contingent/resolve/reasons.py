"""Why two names are one, in a sentence: which rule of this package joins them.

The law of this module: it tells what the other modules do, by asking the very functions that they ask.
"""

from __future__ import annotations

from collections.abc import Iterable

from contingent.catalogue import Catalogue, find_place
from contingent.decision import Thing
from contingent.resolve.elements import described, fits, plain, same_form
from contingent.resolve.named import known_operation, operation_key
from contingent.resolve.naming import how_same_person, normal, same_words, without_post
from contingent.resolve.places import place_key, same_place

Pairs = Iterable[tuple[str, str]]

CATALOGUE = "The catalogue knows both as names of one thing."
CHAIN = "Other spellings that documents use lead from the one to the other."


def reason_joined(
    thing: Thing | None, one: str, other: str, catalogue: Catalogue, merged: Pairs = (), actor: str | None = None
) -> str:
    """A sentence that says why two names of a ``thing`` that was found to be one are one.

    ``thing`` is None for other words: a task, a type of equipment. The names are those of persons, places, actors and
    operations, and of elements within one thing, without what they belong to; ``actor`` is whose element it is.
    ``merged`` are the pairs of names that people merged.
    """
    mine, yours = normal(one), normal(other)
    if mine == yours:
        return "The same words but for letter case, accents and punctuation."
    for pair in merged:
        if {normal(_last(name)) for name in pair} == {mine, yours}:
            return "A decision merges the two names."
    return _RULES[thing](one, other, catalogue, actor) or CHAIN


def _last(name: str) -> str:
    """A name without what an element belongs to, and without the post in parentheses behind a person."""
    return without_post(name.rpartition("/")[2])


def _operation(one: str, other: str, catalogue: Catalogue, _actor: str | None) -> str | None:
    if operation_key(one, catalogue) != operation_key(other, catalogue):
        return None
    if known_operation(one, catalogue) is not None:
        return CATALOGUE
    return "The same name with and without a word for an operation."


def _named_actor(one: str, other: str, catalogue: Catalogue, _actor: str | None) -> str | None:
    found = catalogue.find_actor(one)
    return CATALOGUE if found is not None and found == catalogue.find_actor(other) else None


def _person(one: str, other: str, _catalogue: Catalogue, _actor: str | None) -> str | None:
    difference = how_same_person(normal(one), normal(other))
    return f"Both hold the same post, and the names differ by {difference}." if difference else None


def _place(one: str, other: str, catalogue: Catalogue, actor: str | None) -> str | None:
    key = place_key(one, catalogue)
    if key == place_key(other, catalogue):
        found = find_place(one)
        if _named_actor(one, other, catalogue, actor) or not found:
            return CATALOGUE
        return f"The gazetteer knows both as names of {found[0].name}."
    return _words(normal(one), normal(other)) if same_place(normal(one), normal(other)) else None


def _element(one: str, other: str, catalogue: Catalogue, actor: str | None) -> str | None:
    mine, yours = plain(one), plain(other)
    if mine == yours:
        return "The same words, with a number written otherwise."
    if (found := _words(mine, yours)) is not None:
        return found
    says, also = described(one, catalogue, actor), described(other, catalogue, actor)
    if (says.type is None and says.head is None) or not fits(says, also):
        return None
    if same_form(says, also):
        return "Forms of the same words."
    if says.type is None:
        return "The same words in another language, and no document uses both of two things."
    return f"Both names say the type “{says.type}” and nothing else, and no document uses two such names side by side."


def _words(one: str, other: str) -> str | None:
    if not same_words(one, other):
        return None
    same_letters = sorted(one.split()) == sorted(other.split())
    return "The same words in another order." if same_letters else "The same words but for one letter."


def _other_words(one: str, other: str, _catalogue: Catalogue, _actor: str | None) -> str | None:
    return _words(normal(one), normal(other))


_RULES = {
    None: _other_words,
    Thing.OPERATION: _operation,
    Thing.ACTOR: _named_actor,
    Thing.PERSON: _person,
    Thing.PLACE: _place,
    Thing.ELEMENT: _element,
}
