from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contingent.claim import Claim, Quantity, name_of
from contingent.decision import Decision, DecisionKind, Thing, encode_decision
from contingent.errors import RegisterError
from contingent.reading import Reading, Said, Source
from contingent.register import Register, Verdict, View
from contingent.register.storage import MIGRATIONS, open_for_writing
from contingent.register.verify import Fault, faults_of_decisions, faults_of_document, faults_of_file
from tests.register.hand_made import reading_of

TEXT = "140 persons serve under Åse Ødegård and 20 more"
Make = Callable[[str], Decision]


def deciding(kind: DecisionKind, /, **about: Any) -> Make:
    return lambda moment: Decision(kind=kind, by="Ada", made_at=moment, reason="I looked.", **about)


@pytest.fixture
def document_id(register_path: Path) -> str:
    with Register(register_path) as register:
        return register.take_in(Source(TEXT.encode(), "page.txt"), Said(published="2021-04-15"), reading_of).document_id


def decide(path: Path, *makes: Make) -> list[Verdict]:
    with Register(path, make=False) as register:
        return [register.decide(make) for make in makes]


def claim_ids(path: Path) -> list[str]:
    with View(path) as view:
        return [item.claim_id for item in view.claims()]


def entering(document_id: str, words: str = "Åse Ødegård") -> Make:
    start = TEXT.index(words)
    claim = Claim("posting", "Åse Ødegård", "@Mission Delta", quote=words)
    place = (document_id, start, start + len(words))
    return deciding(
        DecisionKind.ENTER,
        claim_id=name_of(claim, *place),
        claim=claim,
        document_id=document_id,
        quote_start=start,
        quote_end=start + len(words),
    )


def correcting(item_id: str, document_id: str, **fields: object) -> Make:
    claim = Claim("strength", "@Mission Delta", quantity=Quantity(150, 150, unit="persons"), quote="140")
    about = {"claim_id": item_id, "claim": claim, "document_id": document_id, "quote_start": 0, "quote_end": 3}
    return deciding(DecisionKind.CORRECT, **(about | fields))


def faults(path: Path) -> list[Fault]:
    with View(path) as view:
        found = [*faults_of_file(view), *faults_of_decisions(view)]
        return found + [f for d in view.documents() for f in faults_of_document(view, d)]


def test_decisions_come_back_as_they_were_made_in_the_order_in_which_they_take_effect(
    register_path: Path, document_id: str
) -> None:
    first, second = claim_ids(register_path)
    made = decide(
        register_path,
        deciding(DecisionKind.REJECT, claim_id=first),
        deciding(DecisionKind.ACCEPT, claim_id=second),
        deciding(DecisionKind.MERGE, thing=Thing.PERSON, names=("Åse", "Aase")),
        correcting(second, document_id, quote_start=TEXT.index("140")),
        entering(document_id),
    )
    assert all(verdict.written for verdict in made)
    with View(register_path) as view:
        assert view.decisions() == tuple(verdict.decision for verdict in made)
        for verdict in made:
            assert view.decision(verdict.decision.id[:8].upper()) == verdict.decision


def test_decisions_of_one_moment_take_effect_in_the_order_in_which_they_were_made(
    register_path: Path, document_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contingent.register.register.now", lambda: "2021-05-01T23:59:59.999Z")
    first, _ = claim_ids(register_path)
    kinds = [DecisionKind.REJECT, DecisionKind.ACCEPT] * 3
    made = decide(register_path, *(deciding(kind, claim_id=first) for kind in kinds))
    with View(register_path) as view:
        assert [decision.kind for decision in view.decisions()] == kinds
    assert made[2].decision.made_at == "2021-05-02T00:00:00.001Z"
    assert [v.replaced for v in made[1:]] == [v.decision for v in made[:-1]]


def test_a_clock_that_was_set_back_is_noticed(
    register_path: Path, document_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = claim_ids(register_path)
    decide(register_path, deciding(DecisionKind.REJECT, claim_id=first))
    monkeypatch.setattr("contingent.register.register.now", lambda: "2001-05-01T12:00:00.000Z")
    with pytest.raises(RegisterError, match="set the clock right"):
        decide(register_path, deciding(DecisionKind.ACCEPT, claim_id=first))


def test_deciding_twice_in_the_same_way_writes_nothing(register_path: Path, document_id: str) -> None:
    first, _ = claim_ids(register_path)
    for make in (
        deciding(DecisionKind.REJECT, claim_id=first),
        correcting(first, document_id),
        entering(document_id),
        deciding(DecisionKind.SPLIT, thing=Thing.PLACE, names=("Arbil", "Erbil")),
    ):
        (made,) = decide(register_path, make)
        (again,) = decide(register_path, make)
        assert (again.written, again.decision) == (False, made.decision)
        undoing = deciding(DecisionKind.UNDO, undoes=made.decision.id)
        (undone, undone_again) = decide(register_path, undoing, undoing)
        assert (undone.written, undone_again.written) == (True, False)
        assert undone_again.decision == undone.decision


def test_an_entered_claim_comes_out_like_any_other_until_its_entry_is_undone(
    register_path: Path, document_id: str
) -> None:
    (made,) = decide(register_path, entering(document_id))
    name = made.decision.claim_id or ""
    with View(register_path) as view:
        (*_, entered) = view.claims(document_id)
        assert list(view.claims())[-1] == entered == view.claim(name[:6])
        mentions = [mention for mention in view.mentions() if mention.kind == "posting"]
        assert list(view.claims_mentioning(mentions)) == [entered]
    assert (entered.claim_id, entered.decision, entered.published) == (name, made.decision, "2021-04-15")
    assert TEXT[entered.quote_start : entered.quote_end] == entered.claim.quote
    (undone,) = decide(register_path, deciding(DecisionKind.UNDO, undoes=made.decision.id))
    assert name not in claim_ids(register_path)
    with View(register_path) as view, pytest.raises(RegisterError, match="no longer counts"):
        view.claim(name)
    decide(register_path, deciding(DecisionKind.UNDO, undoes=undone.decision.id))
    assert claim_ids(register_path)[-1] == name
    decide(register_path, deciding(DecisionKind.UNDO, undoes=made.decision.id))
    (again,) = decide(register_path, entering(document_id))
    assert again.written
    assert claim_ids(register_path)[-1] == name


def test_an_entered_claim_that_is_read_later_counts_once(register_path: Path, document_id: str) -> None:
    words = "20"
    start = TEXT.index(words)
    claim = Claim("strength", "@Mission Delta", quantity=Quantity(20, 20, unit="persons"), quote=words)
    place = (document_id, start, start + 2)
    make = deciding(
        DecisionKind.ENTER,
        claim_id=name_of(claim, *place),
        claim=claim,
        document_id=document_id,
        quote_start=start,
        quote_end=start + 2,
    )
    with pytest.raises(RegisterError, match="was read from the document already"):
        decide(register_path, make)
    source = Source(TEXT.encode(), "page.txt")
    whole = reading_of(source)
    with Register(register_path) as register:
        register.keep(Reading(source, whole.document, whole.claims[:1], "older"))
        register.decide(make)
        assert len(claim_ids(register_path)) == 2
        register.keep(whole)
    assert len(claim_ids(register_path)) == 2


def test_a_corrected_claim_is_mentioned_as_it_was_and_as_it_is(register_path: Path, document_id: str) -> None:
    first, _ = claim_ids(register_path)
    with View(register_path) as view:
        before = list(view.mentions())
    elsewhere = Claim("strength", "@Mission Gamma", quantity=Quantity(150), quote="140")
    decide(register_path, correcting(first, document_id, claim=elsewhere))
    with View(register_path) as view:
        (more,) = list(view.mentions())[len(before) :]
        assert more.subject == "@Mission Gamma"
        assert [item.claim_id for item in view.claims_mentioning([more])] == [first]


@pytest.mark.parametrize(
    ("about", "complaint"),
    [
        ({"kind": DecisionKind.ACCEPT, "claim_id": "f" * 32}, "no such claim"),
        ({"kind": DecisionKind.UNDO, "undoes": "f" * 32}, "no decision"),
    ],
)
def test_a_decision_about_something_unknown_is_refused(
    register_path: Path, document_id: str, about: dict[str, object], complaint: str
) -> None:
    kind = about.pop("kind")
    assert isinstance(kind, DecisionKind)
    with pytest.raises(RegisterError, match=complaint):
        decide(register_path, deciding(kind, **about))


def test_words_that_do_not_stand_in_the_document_are_refused(register_path: Path, document_id: str) -> None:
    first, second = claim_ids(register_path)
    with pytest.raises(RegisterError, match="do not stand at 1 to 4"):
        decide(register_path, correcting(first, document_id, quote_start=1, quote_end=4))
    with pytest.raises(RegisterError, match="no such claim"):
        decide(register_path, correcting(second, "0" * 64))
    with pytest.raises(RegisterError, match="no document"):
        decide(register_path, entering("0" * 64))
    with View(register_path) as view:
        assert view.decisions() == ()
        assert len(list(view.claims())) == 2


def test_deciding_makes_no_register(register_path: Path) -> None:
    with pytest.raises(RegisterError, match="There is no register"):
        Register(register_path, make=False)
    assert not register_path.exists()


def test_a_register_of_the_form_before_decisions_is_brought_up_by_one(register_path: Path, tmp_path: Path) -> None:
    first_form = tmp_path / "first"
    first_form.mkdir()
    (file,) = MIGRATIONS.glob("0001_*.sql")
    (first_form / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    open_for_writing(register_path, first_form).close()
    with pytest.raises(RegisterError, match="older form"):
        View(register_path)
    decide(register_path, deciding(DecisionKind.MERGE, thing=Thing.PLACE, names=("Arbil", "Erbil")))
    with View(register_path) as view:
        assert len(view.decisions()) == 1


def test_people_who_decide_at_once_wait_for_each_other(register_path: Path, document_id: str) -> None:
    pairs = [(f"Camp {number}", f"Base {number}") for number in range(24)]

    def merge(names: tuple[str, str]) -> Verdict:
        (verdict,) = decide(register_path, deciding(DecisionKind.MERGE, thing=Thing.PLACE, names=names))
        return verdict

    with ThreadPoolExecutor(6) as people:
        made = list(people.map(merge, pairs))
    with View(register_path) as view:
        kept = view.decisions()
    assert {decision.names for decision in kept} == set(pairs)
    assert len({verdict.decision.made_at for verdict in made}) == len(pairs)


# --- proofs -----------------------------------------------------------------------------------


@pytest.fixture
def decided(register_path: Path, document_id: str) -> Path:
    first, second = claim_ids(register_path)
    makes = [deciding(DecisionKind.REJECT, claim_id=second), correcting(first, document_id), entering(document_id)]
    decide(register_path, *makes)
    return register_path


def tampered(path: Path, statement: str, *values: object) -> list[Fault]:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER decisions_are_never_changed")
        connection.execute("DROP TRIGGER decisions_are_never_deleted")
        assert connection.execute(statement, values).rowcount == 1
    connection.close()
    return faults(path)


def test_decisions_that_nobody_touched_have_no_fault(decided: Path) -> None:
    with View(decided) as view:
        assert list(faults_of_decisions(view)) == []


def test_a_changed_decision_is_found(decided: Path) -> None:
    query = "UPDATE decisions SET decision_json = replace(decision_json, 'Ada', 'Eve') WHERE kind = 'reject'"
    assert any("not the one that was written" in fault.sentence for fault in tampered(decided, query))


def test_a_decision_that_cannot_be_read_is_a_fault_and_no_error(decided: Path) -> None:
    query = "UPDATE decisions SET decision_json = replace(decision_json, 'reason', 'season') WHERE kind = 'reject'"
    assert any("cannot be read" in fault.sentence for fault in tampered(decided, query))


def test_a_correction_whose_words_stand_elsewhere_is_found(decided: Path) -> None:
    with View(decided) as view:
        (correction,) = (made for made in view.decisions() if made.kind is DecisionKind.CORRECT)
    forged = Decision(**{**{n: getattr(correction, n) for n in correction.__struct_fields__}, "quote_start": 1})
    query = "UPDATE decisions SET decision_json = ?, decision_id = ? WHERE kind = 'correct'"
    found = tampered(decided, query, encode_decision(forged).decode(), forged.id)
    assert any("does not stand at 1 to 3" in fault.sentence for fault in found)


def test_an_entered_claim_that_was_changed_is_found(decided: Path) -> None:
    with sqlite3.connect(decided) as connection:
        connection.execute("DROP TRIGGER claims_are_never_changed")
        connection.execute("UPDATE claims SET quote_start = quote_start + 1 WHERE kind = 'posting'")
    connection.close()
    assert any("does not stand at" in fault.sentence for fault in faults(decided))


def test_a_decision_that_was_taken_away_is_missed_by_what_undoes_it(decided: Path) -> None:
    with View(decided) as view:
        (rejection,) = (made for made in view.decisions() if made.kind is DecisionKind.REJECT)
    decide(decided, deciding(DecisionKind.UNDO, undoes=rejection.id))
    found = tampered(decided, "DELETE FROM decisions WHERE kind = 'reject'")
    assert any("points at a row of decisions that is not there" in fault.sentence for fault in found)


# --- the second clock -------------------------------------------------------------------------


@pytest.fixture
def history(register_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page of two versions, read again once, and decisions on it, each on a day of its own in May 2021."""
    page, version = Source(b"140 persons", "page.txt"), Source(b"150 persons", "page.txt")

    def on(day: int) -> None:
        monkeypatch.setattr("contingent.register.register.now", lambda: f"2021-05-{day:02}T12:00:00.000Z")

    with Register(register_path) as register:
        on(1)
        register.take_in(page, Said(published="2021-01"), reading_of)
        on(3)
        register.take_in(page, Said(published="2021-02"), reading_of)
        on(5)
        register.take_in(version, Said(published="2021-03"), reading_of)
        (first, _) = claim_ids(register_path)
        on(7)
        made = register.decide(deciding(DecisionKind.REJECT, claim_id=first)).decision
        on(9)
        register.decide(deciding(DecisionKind.UNDO, undoes=made.id))
    return register_path


@pytest.mark.parametrize(
    ("day", "claims", "decisions"),
    [
        (1, [("140", "2021-01", None)], 0),
        (2, [("140", "2021-01", None)], 0),
        (3, [("140", "2021-02", None)], 0),
        (5, [("140", "2021-02", "2021-03"), ("150", "2021-03", None)], 0),
        (7, [("140", "2021-02", "2021-03"), ("150", "2021-03", None)], 1),
        (9, [("140", "2021-02", "2021-03"), ("150", "2021-03", None)], 2),
    ],
)
def test_a_view_as_of_a_day_holds_what_the_register_held_at_its_end(
    history: Path, day: int, claims: list[tuple[str, str, str | None]], decisions: int
) -> None:
    with View(history, date(2021, 5, day)) as view:
        assert [(e.claim.quote, e.published, e.replaced) for e in view.claims()] == claims
        assert len(view.decisions()) == decisions
        assert [stored.published for stored in view.documents()] == [published for _, published, _ in claims]
        assert {stored.versions for stored in view.documents()} == {len(claims)}
        mentions = list(view.mentions())
        assert [e.claim.quote for e in view.claims_mentioning(mentions)] == [quote for quote, *_ in claims]


def test_a_view_as_of_a_day_before_the_first_document_says_when_that_came(history: Path) -> None:
    with pytest.raises(RegisterError, match="held nothing by 2021-04-30; its first document was added on 2021-05-01"):
        View(history, date(2021, 4, 30))


def test_an_entered_claim_is_not_there_before_it_was_entered(
    register_path: Path, document_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with View(register_path) as view:
        (added,) = {stored.added_at for stored in view.documents()}
    monkeypatch.setattr("contingent.register.register.now", lambda: "2999-01-01T00:00:00.000Z")
    decide(register_path, entering(document_id))
    with View(register_path, date.fromisoformat(added[:10])) as view:
        assert len(list(view.claims())) == 2
    with View(register_path, date(2999, 1, 1)) as view:
        assert len(list(view.claims())) == 3


def test_looking_back_writes_nothing(history: Path) -> None:
    before = history.read_bytes()
    with View(history, date(2021, 5, 5)) as view:
        list(view.claims())
    assert history.read_bytes() == before
