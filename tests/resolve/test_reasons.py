"""Each join can say by which rule it came about."""

from __future__ import annotations

import pytest

from contingent.catalogue import load
from contingent.decision import Thing
from contingent.resolve.reasons import CHAIN, reason_joined


@pytest.mark.parametrize(
    ("thing", "one", "other", "words"),
    [
        (Thing.OPERATION, "KFOR", "Kosovo Force", "The catalogue knows both"),
        (Thing.OPERATION, "Operation Night Lamp", "Night Lamp", "with and without a word for an operation"),
        (Thing.ACTOR, "Danmark", "DNK", "The catalogue knows both"),
        (Thing.PLACE, "Irak", "Iraq", "The catalogue knows both"),
        (Thing.PLACE, "Bagdad", "Baghdad", "The gazetteer knows both as names of Baghdad."),
        (Thing.PLACE, "Harbourside Camp", "Harborside Camp", "but for one letter"),
        (Thing.PERSON, "Bob Smith", "Robert Smith", "differ by a familiar form of a given name"),
        (Thing.PERSON, "Michael Lollesgård", "Michael Lollesgaard", "letter case, accents and punctuation"),
        (Thing.ELEMENT, "bodyguard contribution", "livvagtshold", "say the type “bodyguard” and nothing else"),
        (Thing.ELEMENT, "Sector Two", "Sector 2", "a number written otherwise"),
        (Thing.ELEMENT, "Danish element", "dansk element", "Forms of the same words"),
        (Thing.ELEMENT, "Team 3", "Hold 3", "in another language"),
        (Thing.ELEMENT, "East Company", "Company East", "in another order"),
        (None, "Patrol the strait", "patrols the strait", "but for one letter"),
        (Thing.ELEMENT, "Alpha", "Omega", CHAIN),
    ],
)
def test_each_rule_is_a_sentence(thing: Thing | None, one: str, other: str, words: str) -> None:
    assert words in reason_joined(thing, one, other, load(), actor="DNK")
    assert words in reason_joined(thing, other, one, load(), actor="DNK")


def test_a_decision_is_a_reason() -> None:
    merged = [("DNK@Harbour Watch/Alpha", "DNK@Harbour Watch/Omega")]
    assert reason_joined(Thing.ELEMENT, "Alpha", "Omega", load(), merged) == "A decision merges the two names."
