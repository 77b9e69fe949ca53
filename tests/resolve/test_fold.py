"""The fold: documents and decisions in any order, one by one or at once, give the same facts."""

from __future__ import annotations

import dataclasses
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from contingent.catalogue import load
from contingent.claim import Claim
from contingent.decision import Decision, DecisionKind, Thing
from contingent.fact import Evidence, Fact
from contingent.resolve import Fold, resolve
from tests.evidence import MISSION, claim, page

PERSONS = ("Per Pugholm Olesen", "Per Olsen", "P. Olesen", "Ida Holm", "Ida Holmm", "Robert Smith", "Bob Smith")
ELEMENTS = ("National Support Element", "national support element", "dive team", "dive teams", "staff", "1 Company")
MISSIONS = (MISSION, "@Harbour  watch", "@NATO Mission Iraq", "@NMI")
DAYS = ("2021-01-01", "2021-06-01", "2021-06-15", None)

elements = st.builds(lambda mission, name: f"DNK{mission}/{name}", st.sampled_from(MISSIONS), st.sampled_from(ELEMENTS))
posts = st.one_of(st.sampled_from(MISSIONS), elements)
claims = st.one_of(
    st.builds(lambda e: claim("element", e, e.partition("/")[0]), elements),
    st.builds(lambda e, task: claim("task", e, task), elements, st.sampled_from(["train", "Train", "guard the camp"])),
    st.builds(lambda e, place: claim("location", e, place), elements, st.sampled_from(["Irak", "Iraq", "Kirkuk"])),
    st.builds(
        lambda person, post, title: claim("posting", person, post, title=title),
        st.sampled_from(PERSONS), posts, st.sampled_from(["Commander", None, "Chief of Staff"]),
    ),
)  # fmt: skip
documents = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(DAYS), st.lists(claims, max_size=4)), max_size=6)


def evidence(number: int, published: str | None, stated: list[Claim]) -> list[Evidence]:
    """The evidence of the document of a number; a later call for the same number is a later reading of it."""
    found = page(published, *stated, publisher=f"Ministry {number}")
    return [dataclasses.replace(item, document_id=f"document {number}") for item in found]


def decision(kind: DecisionKind, number: int, **fields: Any) -> Decision:
    moment = f"2022-01-01T00:00:00.{number:03}Z"
    return Decision(kind=kind, by="A. Reader", made_at=moment, reason="seen", **fields)


def comparable(facts: tuple[Fact, ...]) -> list[tuple[Any, ...]]:
    return [(fact.order, fact.role, fact.post, fact.statements) for fact in facts]


@given(documents, st.randoms())
def test_documents_one_by_one_give_the_facts_of_all_at_once(read: list[tuple[Any, ...]], random: Any) -> None:
    catalogue, fold = load(), Fold(load())
    newest: dict[str, list[Evidence]] = {}
    for number, published, stated in read:
        newest[f"document {number}"] = evidence(number, published, stated)
        fold.put({f"document {number}": newest[f"document {number}"]})
    everything = [item for items in newest.values() for item in items]
    random.shuffle(everything)
    assert comparable(fold.facts) == comparable(resolve(everything, catalogue))


@given(documents, st.data())
def test_decisions_that_come_later_give_the_facts_of_all_at_once(read: list[tuple[Any, ...]], data: Any) -> None:
    catalogue, fold = load(), Fold(load())
    newest = {f"document {number}": evidence(number, published, stated) for number, published, stated in read}
    fold.put(newest)
    everything = [item for items in newest.values() for item in items]
    one, other = data.draw(st.lists(st.sampled_from(PERSONS), min_size=2, max_size=2, unique=True))
    kind = data.draw(st.sampled_from([DecisionKind.MERGE, DecisionKind.SPLIT]))
    made = [decision(kind, 1, thing=Thing.PERSON, names=(one, other))]
    if everything:
        rejected = data.draw(st.sampled_from(everything))
        made.append(decision(DecisionKind.REJECT, 2, claim_id=rejected.claim_id))
    for number in range(len(made) + 1):
        fold.put(newest, made[:number])
        assert comparable(fold.facts) == comparable(resolve(everything, catalogue, made[:number]))
    undone = [*made, *(decision(DecisionKind.UNDO, 10 + n, undoes=d.id) for n, d in enumerate(made))]
    fold.put(newest, undone)
    assert comparable(fold.facts) == comparable(resolve(everything, catalogue))


@given(documents, documents)
def test_a_step_tells_which_facts_came_and_went(first: list[tuple[Any, ...]], later: list[tuple[Any, ...]]) -> None:
    fold = Fold(load())
    known: dict[int, Fact] = {}
    for number, published, stated in [*first, *later]:
        change = fold.put({f"document {number}": evidence(number, published, stated)})
        for fact in change.gone:
            del known[id(fact)]
        known.update({id(fact): fact for fact in change.new})
        assert known.keys() == {id(fact) for fact in fold.facts}


def test_a_document_touches_only_the_facts_that_it_speaks_of() -> None:
    fold = Fold(load())
    fold.put({"document 0": evidence(0, "2021-01-01", [claim("task", "DNK@Harbour Watch/dive team", "clear mines")])})
    change = fold.put({"document 1": evidence(1, "2021-02-01", [claim("task", "DNK@Other Watch/staff", "plan")])})
    assert (len(change.gone), len(change.new)) == (0, 1)
