"""Groups that are counted side by side: each is then an element with a strength of its own.

"14,000 military personnel and 2,100 police", or two items of a list of which each counts one group. Alone, such a
noun only says that people are counted ("600 troops" of an operation are its strength).
"""

from __future__ import annotations

from itertools import pairwise

from contingent.document import Block, BlockKind
from contingent.read import units
from contingent.read.phrase import Phrase
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Vocabulary


def part_categories(row: list[Unit], words: Vocabulary) -> None:
    """Make groups of people of counted ones that are joined in one sentence, in place."""
    for at in range(len(row) - 2):
        first, second = row[at], row[at + 2]
        joined = row[at + 1].text == "," or row[at + 1].low in words.sets["conjunctions_and"]
        if joined and _is_group(first, words) and _is_group(second, words) and _differ(first, second):
            first.sort = second.sort = units.PEOPLE


def part_listed_categories(sentences: list[Sentence], blocks: tuple[Block, ...], words: Vocabulary) -> None:
    """Make groups of people of counted ones that are alone in items of one list, in place."""
    listed = [
        (blocks[s.block].lead_in, s.units[0])
        for s in sentences
        if blocks[s.block].kind is BlockKind.ITEM and s.units and _is_group(s.units[0], words) and _is_alone(s)
    ]
    for (one_list, first), (other_list, second) in pairwise(listed):
        if one_list == other_list and one_list is not None and _differ(first, second):
            first.sort = second.sort = units.PEOPLE


def _is_alone(sentence: Sentence) -> bool:
    return all(unit.sort == units.SIGN for unit in sentence.units[1:])


def _is_group(unit: Unit, words: Vocabulary) -> bool:
    phrase = unit.detail
    if unit.sort not in (units.PERSONS, units.PEOPLE) or not isinstance(phrase, Phrase):
        return False
    group = unit.sort == units.PEOPLE or phrase.head.lemma in words.categories
    return group and phrase.number is not None and not phrase.nations


def _differ(first: Unit, second: Unit) -> bool:
    return bool(first.detail.head.lemma != second.detail.head.lemma)
