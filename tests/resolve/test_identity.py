"""Decisions on names and claims together: the order of either never matters, and undoing restores everything."""

from __future__ import annotations

import random as randomness
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.catalogue import load
from contingent.decision import Decision, DecisionKind, Thing
from contingent.fact import Evidence
from contingent.resolve import Fold, resolve
from tests.evidence import claim, page

OPERATIONS = ("Night Lamp", "Operation Night Lamp", "Night Lamps", "KFOR", "Kosovo Force")
WITHIN = ("bodyguard team", "livvagtshold", "Close Protection Team", "second bodyguard team", "masonry", "masonery")
ELEMENTS = (*WITHIN, *(f"masonry/{name}" for name in WITHIN))
PERSONS = ("Ida Holm", "I. Holm", "Ida Berg Holm", "Ida Holme", "Ida Holm (Night Lamp)")
PLACES = ("Baghdad", "Bagdad", "Erbil", "Camp Erbil", "Harbour Camp", "Harbor Camp")
ACTORS = ("DNK", "Danmark", "Nowhere")

operations, places = st.sampled_from(OPERATIONS), st.sampled_from(PLACES)
REFERENCES = st.builds("{}@{}/{}".format, st.sampled_from(ACTORS), operations, st.sampled_from(ELEMENTS))
CLAIMS = st.one_of(
    st.builds(lambda reference: claim("task", reference, "guards"), REFERENCES),
    st.builds(lambda name, place: claim("location", f"@{name}", place, role="base"), operations, places),
    st.builds(lambda person, name: claim("posting", person, f"@{name}"), st.sampled_from(PERSONS[:-1]), operations),
)
DAYS = st.sampled_from(("2021-04-15", "2021-05-15", "2021-06-15"))
EVIDENCE = st.lists(st.builds(lambda day, claims: page(day, *claims), DAYS, st.lists(CLAIMS, max_size=3)), max_size=5)
NAMES_OF = {Thing.OPERATION: OPERATIONS, Thing.PERSON: PERSONS, Thing.PLACE: PLACES, Thing.ACTOR: ACTORS}


def _pair(thing: Thing, chance: randomness.Random) -> tuple[str, str]:
    if thing is Thing.ELEMENT:
        one, other = chance.sample([f"DNK@{o}/{e}" for o in OPERATIONS[:2] for e in ELEMENTS], 2)
    else:
        one, other = chance.sample(NAMES_OF[thing], 2)
    return one, other


def decisions_of(chance: randomness.Random, number: int) -> list[Decision]:
    """Merges and splits of all kinds of things, some of them undone."""
    made: list[Decision] = []
    for minute in range(number):
        moment = (datetime(2022, 1, 1) + timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M:00.000Z")
        if made and chance.random() < 0.2:
            undone = chance.choice(made).id
            made.append(Decision(kind=DecisionKind.UNDO, by="Ada", made_at=moment, reason="No.", undoes=undone))
        else:
            thing = chance.choice(list(Thing))
            kind = chance.choice((DecisionKind.MERGE, DecisionKind.SPLIT))
            names = _pair(thing, chance)
            made.append(Decision(kind=kind, by="Ada", made_at=moment, reason="So.", thing=thing, names=names))
    return made


@settings(max_examples=80, deadline=None)
@given(EVIDENCE, st.integers(0, 8), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_decisions_does_not_matter(
    pages: list[list[Evidence]], number: int, chance: randomness.Random
) -> None:
    items = [item for each in pages for item in each]
    decisions = decisions_of(chance, number)
    facts = resolve(items, load(), decisions)
    shuffled = chance.sample(items, len(items))
    assert resolve(shuffled, load(), chance.sample(decisions, len(decisions))) == facts
    # Whatever is decided of names, no statement is lost or counted twice.
    counted = sorted(s.evidence.claim_id for fact in facts for s in fact.statements)
    assert counted == sorted({item.claim_id for item in items})


@settings(max_examples=60, deadline=None)
@given(EVIDENCE, st.integers(1, 6), st.randoms(use_true_random=False))
def test_undoing_every_decision_restores_everything(
    pages: list[list[Evidence]], number: int, chance: randomness.Random
) -> None:
    items = [item for each in pages for item in each]
    decisions = [d for d in decisions_of(chance, number) if d.kind is not DecisionKind.UNDO]
    undone = [
        Decision(kind=DecisionKind.UNDO, by="Bo", made_at=f"2023-01-01T00:{n:02}:00.000Z", reason="No.", undoes=d.id)
        for n, d in enumerate(decisions)
    ]
    assert resolve(items, load(), [*decisions, *undone]) == resolve(items, load())


@settings(max_examples=60, deadline=None)
@given(EVIDENCE, st.integers(0, 8), st.randoms(use_true_random=False))
def test_names_that_are_kept_up_are_those_that_are_joined_at_once(
    pages: list[list[Evidence]], number: int, chance: randomness.Random
) -> None:
    documents: dict[str, list[Evidence]] = {}
    for each in pages:
        for item in each:
            documents.setdefault(item.document_id, []).append(item)
    decisions = decisions_of(chance, number)
    fold = Fold(load())
    for step, (document, items) in enumerate(chance.sample(list(documents.items()), len(documents))):
        fold.put({document: items}, decisions[:step])
    fold.put({}, decisions)
    gone = chance.sample(list(documents), len(documents) // 2)
    fold.put({document: [] for document in gone})
    left = [item for document, items in documents.items() if document not in gone for item in items]
    assert fold.facts == resolve(left, load(), decisions)
