"""Names that several states share: "the Defence Forces", "the Ministry of Defence".

The law of this module: such a name means an organ of the state whose organs the document names most.
"""

from __future__ import annotations

import itertools
from collections import Counter

from contingent.read.units import ACTOR, Sentence
from contingent.read.vocabulary import Vocabulary


def settle_shared_names(sentences: list[Sentence], words: Vocabulary) -> None:
    """Give forces that several states could mean ("the Defence Forces") to the state whose organs the text names most.

    Where it names organs of the state that the catalogue thinks of, or none, or speaks of that state more, they stay
    with that one.
    """
    actors = [unit for sentence in sentences for unit in sentence.units if unit.sort == ACTOR]
    shared = words.shared_names
    organs = Counter(str(u.value) for u in actors if u.detail in ("armed forces", "authority") and u.low not in shared)
    named = Counter(str(u.value) for u in actors if u.low not in shared)
    for sentence in sentences:
        for before, unit in itertools.pairwise(sentence.units):
            forces = unit.sort == ACTOR and (
                unit.low in shared or (unit.detail == "armed forces" and unit.text.isupper())
            )
            if forces and before.sort == ACTOR and before.detail == "adjective":
                unit.value = before.value  # "the Latvian | NAF"
    for unit in actors:
        if unit.low in shared and organs and not organs[str(unit.value)]:
            most = organs.most_common(1)[0][0]
            unit.value = most if named[most] >= named[str(unit.value)] else unit.value
