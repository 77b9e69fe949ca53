from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.claim import Claim, name_of
from contingent.decision import (
    Decision,
    DecisionKind,
    Thing,
    decode_decision,
    encode_decision,
    in_force,
    rulings,
    undone_by,
)
from contingent.errors import DecisionError

CLAIM = Claim("lead", "DNK", "@Harbour Watch", quote="Denmark leads Harbour Watch")
PLACE: dict[str, Any] = {"document_id": "d" * 64, "quote_start": 3, "quote_end": 30}


def decision(kind: DecisionKind, minute: int = 0, **about: Any) -> Decision:
    return Decision(
        kind=kind, by="Ada", made_at=f"2021-04-15T12:{minute:02}:00.000Z", reason="The page says so.", **about
    )


def accept(claim_id: str = "c", minute: int = 0) -> Decision:
    return decision(DecisionKind.ACCEPT, minute, claim_id=claim_id)


def reject(claim_id: str = "c", minute: int = 0) -> Decision:
    return decision(DecisionKind.REJECT, minute, claim_id=claim_id)


def undo(of: Decision, minute: int = 0) -> Decision:
    return decision(DecisionKind.UNDO, minute, undoes=of.id)


def enter(minute: int = 0) -> Decision:
    return decision(DecisionKind.ENTER, minute, claim_id=name_of(CLAIM, **PLACE), claim=CLAIM, **PLACE)


def merge(one: str, other: str, minute: int = 0, thing: Thing = Thing.PERSON) -> Decision:
    return decision(DecisionKind.MERGE, minute, thing=thing, names=(one, other))


def split(one: str, other: str, minute: int = 0, thing: Thing = Thing.PERSON) -> Decision:
    return decision(DecisionKind.SPLIT, minute, thing=thing, names=(one, other))


def test_a_decision_is_named_by_its_content() -> None:
    assert accept().id == accept().id
    assert len({accept().id, reject().id, accept(minute=1).id, accept("d").id}) == 4


def test_a_decision_comes_back_from_its_json() -> None:
    for made in (accept(), enter(), merge("A", "B"), undo(accept())):
        assert decode_decision(encode_decision(made)) == made
    with pytest.raises(DecisionError, match="cannot be read"):
        decode_decision('{"kind": "accept"}')


@pytest.mark.parametrize(
    ("kind", "about", "complaint"),
    [
        (DecisionKind.ACCEPT, {}, "accept needs it"),
        (DecisionKind.ACCEPT, {"claim_id": "c", "undoes": "d"}, "does not take it"),
        (DecisionKind.MERGE, {"thing": Thing.PERSON, "names": ("A", "A")}, "two different names"),
        (DecisionKind.SPLIT, {"thing": Thing.PERSON, "names": ("A", " ")}, "two different names"),
        (DecisionKind.ENTER, {"claim_id": "c", "claim": CLAIM, **PLACE}, "not the name of the claim"),
        (DecisionKind.UNDO, {"undoes": "d", "made_at": "2021-04-15"}, "is no moment"),
        (DecisionKind.UNDO, {"undoes": "d", "reason": " "}, "a reason"),
        (DecisionKind.UNDO, {"undoes": "d", "by": ""}, "a signature"),
    ],
)
def test_a_decision_that_is_not_whole_is_refused(kind: DecisionKind, about: dict[str, Any], complaint: str) -> None:
    fields = {"by": "Ada", "made_at": "2021-04-15T12:00:00.000Z", "reason": "So it is."} | about
    with pytest.raises(DecisionError, match=complaint):
        Decision(kind=kind, **fields)


def test_of_two_decisions_about_one_claim_the_later_counts() -> None:
    assert in_force([reject(minute=2), accept(minute=1), accept("d", 3)]) == (reject(minute=2), accept("d", 3))


def test_an_entered_claim_can_be_rejected_and_stays_entered() -> None:
    entered = enter()
    rejected = reject(entered.claim_id or "", 1)
    assert in_force([rejected, entered]) == (entered, rejected)


def test_undoing_restores_what_was_decided_before() -> None:
    first, second = reject(minute=1), accept(minute=2)
    assert in_force([first, second, undo(second, 3)]) == (first,)


def test_undo_of_undo_restores() -> None:
    made = reject()
    once = undo(made, 1)
    twice = undo(once, 2)
    assert in_force([made, once]) == ()
    assert in_force([made, once, twice]) == (made,)
    assert in_force([made, once, twice, undo(twice, 3)]) == ()
    assert undone_by([made, once, twice]) == {once.id: twice}


def test_a_decision_that_was_undone_twice_stays_undone_until_both_are_undone() -> None:
    made = reject()
    one, other = undo(made, 1), undo(made, 2)
    assert in_force([made, one, other, undo(one, 3)]) == ()
    assert undone_by([made, one, other, undo(one, 3)])[made.id] == other
    assert in_force([made, one, other, undo(one, 3), undo(other, 4)]) == (made,)


def test_a_clock_that_was_set_back_does_not_stop_an_undo() -> None:
    made = reject(minute=30)
    assert in_force([made, undo(made, 10)]) == ()


def test_a_long_chain_of_undoing_ends() -> None:
    chain = [reject()]
    for _ in range(3001):
        chain.append(undo(chain[-1]))
    assert in_force(chain) == ()
    assert in_force(chain[:-1]) == (chain[0],)


def test_merge_and_split_of_one_pair_are_one_matter_in_either_order_of_the_names() -> None:
    ruled = rulings([merge("Olesen", "Olsen", 1), split("Olsen", "Olesen", 2), merge("A", "B", 1, Thing.PLACE)])
    assert ruled.merged[Thing.PERSON] == frozenset()
    assert ruled.split[Thing.PERSON] == {("Olesen", "Olsen")}
    assert ruled.merged[Thing.PLACE] == {("A", "B")}
    assert ruled.merged[Thing.ACTOR] == ruled.split[Thing.ACTOR] == frozenset()


def test_a_merge_can_be_undone_completely() -> None:
    merged = merge("Olesen", "Olsen")
    assert rulings([merged, undo(merged, 1)]) == rulings([])


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    """Decisions about few claims and names, some of them undoing earlier ones, moments often equal."""
    made: list[Decision] = []
    for _ in range(draw(st.integers(0, 12))):
        minute = draw(st.integers(0, 3))
        about = draw(st.sampled_from(("a claim", "a claim", "names", "names", "a decision")[: 5 if made else 4]))
        if about == "a decision":
            made.append(undo(draw(st.sampled_from(made)), minute))
        elif about == "names":
            rule = draw(st.sampled_from((merge, split)))
            made.append(rule(*draw(st.sampled_from([("A", "B"), ("B", "A"), ("B", "C")])), minute))
        else:
            judge = draw(st.sampled_from((accept, reject)))
            made.append(judge(draw(st.sampled_from("cd")), minute))
    return made


@given(histories(), st.randoms())
def test_the_order_in_which_decisions_come_never_matters(history: list[Decision], chance: Any) -> None:
    shuffled = [*history, *history[:3]]
    chance.shuffle(shuffled)
    assert in_force(shuffled) == in_force(history)
    assert undone_by(shuffled) == undone_by(history)
    assert rulings(shuffled) == rulings(history)


@given(histories())
def test_at_most_one_decision_counts_in_each_matter_and_none_that_is_undone(history: list[Decision]) -> None:
    counting = in_force(history)
    assert len({made.matter for made in counting}) == len(counting)
    assert not {made.id for made in counting} & set(undone_by(history))


@given(histories())
def test_undoing_and_undoing_that_leaves_all_as_it_was(history: list[Decision]) -> None:
    for made in history:
        once = undo(made, 10)
        twice = undo(once, 11)
        assert in_force([*history, once, twice]) == in_force(history)
