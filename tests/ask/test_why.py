"""Why an answer is what it is: the chain leaves nothing out, and names the rule that did it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from contingent.ask import placemat
from contingent.ask.addressing import facts_by_name, facts_of, may_be_fact_name
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts
from contingent.ask.why import Standing, Why, why
from contingent.catalogue import load
from contingent.claim_words import period_words
from contingent.decision import Decision, DecisionKind
from contingent.errors import UnknownNameError
from contingent.fact import Evidence
from contingent.period import period_of
from contingent.resolve import resolve
from tests.ask.harbour_watch import ALL
from tests.evidence import MISSION, claim, gold_iraq, page

DENMARK = "DNK@Harbour Watch"
TRAIN: tuple[str, str, str] = ("task", DENMARK, "train")


def why_on(day: str, *items: list[Evidence], gap: int | None = None, kind: str = "task", **fields: Any) -> Why:
    evidence = [item for one in items for item in one]
    decisions = fields.get("decisions", ())
    facts = resolve(evidence, load(), decisions)
    (fact,) = [f for f in facts if f.kind == kind and f.subject == fields.get("subject", f.subject)]
    on = FactsOn(Facts(facts), date.fromisoformat(day), gap)
    return why(on, fact, load(), decisions, fields.get("rejected", ()), gap)


def rules(found: Why) -> list[str]:
    return [rule.name for rule in found.rules]


APRIL = page("2021-04-15", claim(*TRAIN))


@pytest.mark.parametrize(
    ("day", "items", "word", "expected"),
    [
        ("2021-04-15", [APRIL], "stated", ["undated"]),
        ("2021-04-15", [page("2021-04-15", claim(*TRAIN, start="2020"))], "stated", ["stated"]),
        ("2021-07-01", [APRIL], "presumed", ["presumed", "age"]),
        ("2021-04-14", [APRIL], "unknown", ["unknown"]),
        ("2019-01-01", [page("2021-04-15", claim(*TRAIN, start="2020"))], "not yet", ["not-yet"]),
        ("2020-06-01", [page("2021-04-15", claim(*TRAIN, start="2020"))], "possible", ["possible"]),
        ("2021-06-01", [page("2021-04-15", claim(*TRAIN, end="2021-05"))], "ended", ["announced-end"]),
        ("2021-06-01", [page("2021-06-15", claim(*TRAIN, end="2021-05", modality="past"))], "ended", ["ended"]),
        ("2021-06-01", [page("2021-05-15", claim(*TRAIN, modality="past"))], "ended", ["past-undated"]),
        ("2021-05-01", [page("2021-05-15", claim(*TRAIN, modality="past"))], "possible", ["past-undated"]),
        ("2021-05-01", [page(None, claim(*TRAIN))], "possible", ["no-day"]),
        ("2021-06-01", [page("2021-05-15", claim(*TRAIN, modality="planned"))], "planned", ["plan"]),
        (
            "2022-06-01",
            [page("2021-05-15", claim(*TRAIN, modality="planned", start="2021-06", end="2021-12"))],
            "planned",
            ["plan-unconfirmed"],
        ),
        ("2021-06-01", [page("2021-05-15", claim(*TRAIN, modality="authorised"))], "authorised", ["permission"]),
        (
            "2021-06-01",
            [APRIL, page("2021-05-15", claim(*TRAIN, modality="past"))],
            "ended",
            ["past-undated", "strongest-word"],
        ),
        (
            "2021-05-15",
            [page("2021-05-15", claim(*TRAIN)), page("2021-05-10", claim(*TRAIN, modality="past"), publisher="B")],
            "stated",
            ["undated", "strongest-word"],
        ),
    ],
)
def test_the_rule_that_gave_the_word_is_named(
    day: str, items: list[list[Evidence]], word: str, expected: list[str]
) -> None:
    found = why_on(day, *items)
    assert (found.answer.word, rules(found)) == (word, expected)


def test_the_gap_rule_is_named_where_it_alone_keeps_a_thing_from_being_presumed() -> None:
    assert rules(why_on("2021-07-01", APRIL, gap=10)) == ["gap"]


def test_what_a_whole_that_has_ended_takes_along_is_said_to_end_by_it() -> None:
    closed = page("2022-06-01", claim("existence", MISSION, end="2022-03", modality="past"))
    found = why_on("2022-07-01", APRIL, closed)
    assert rules(found)[0] == "whole"
    assert any(not one.of_fact for one in found.of(Standing.CARRIES))


def test_no_statement_of_the_fact_is_left_out() -> None:
    for fact in resolve(ALL, load()):
        for day in (date(2021, 4, 15), date(2021, 8, 15), date(2022, 9, 1)):
            found = why(FactsOn(Facts(resolve(ALL, load())), day), fact, load())
            told = {one.evidence.claim_id for one in found.testimonies if one.of_fact}
            assert told == {statement.evidence.claim_id for statement in fact.statements}
            assert found.rules
            assert found.testimonies == tuple(
                sorted(found.testimonies, key=lambda one: list(Standing).index(one.standing))
            )


@pytest.mark.parametrize("evidence", [ALL, "gold"], ids=["harbour watch", "iraq"])
def test_the_chain_ends_in_the_answer_that_a_placemat_shows(evidence: Any) -> None:
    items = gold_iraq() if evidence == "gold" else evidence
    facts = {fact.id: fact for fact in resolve(items, load())}
    for day in (date(2019, 6, 1), date(2021, 4, 15), date(2021, 8, 15), date(2022, 9, 1)):
        on = FactsOn(Facts(facts.values()), day)
        for what in ("Harbour Watch", "Denmark") if evidence is ALL else ("NMI", "OIR"):
            for line in placemat(items, what, day).lines:
                if line.fact is not None:
                    found = why(on, facts[line.fact], load())
                    assert (found.answer.word, found.answer.age) == (line.word, line.age)


def test_what_is_beaten_says_what_it_would_be_and_what_beats_it() -> None:
    plan = page("2021-05-10", claim(*TRAIN, modality="planned"), publisher="Gazette")
    (beaten,) = why_on("2021-05-15", page("2021-05-15", claim(*TRAIN)), plan).of(Standing.BEATEN)
    assert (beaten.word, beaten.reason) == ("planned", "By itself it says planned, which stated beats.")


def test_an_end_that_a_later_sighting_contradicts_is_beaten() -> None:
    ended = page("2021-05-10", claim(*TRAIN, modality="past"), publisher="Gazette")
    (beaten,) = why_on("2021-05-15", page("2021-05-15", claim(*TRAIN)), ended).of(Standing.BEATEN)
    assert beaten.reason == "It gives an end, after which the thing was seen."


def test_what_a_newer_version_of_the_page_cuts_says_so() -> None:
    old, new = (
        [replace(item, address="https://example.org/mission") for item in items]
        for items in (
            page("2021-04-15", claim(*TRAIN, end="2022-05")),
            page("2021-10-07", claim(*TRAIN, end="2021-09-15", modality="past")),
        )
    )
    found = why_on("2021-11-01", old, new)
    (cut,) = found.of(Standing.BEATEN)
    assert (found.answer.word, cut.evidence.published) == ("ended", "2021-04-15")
    assert "gives way to the end that a newer version gives" in cut.reason


def test_a_plan_that_was_replaced_says_so() -> None:
    old = page("2021-04-15", claim(*TRAIN, modality="planned", start="2021-05"))
    new = page("2021-05-10", claim(*TRAIN, modality="planned", start="2021-09"))
    (silent,) = why_on("2021-06-01", old, new).of(Standing.SILENT)
    assert silent.reason == "A newer plan by the same publisher replaces the older one."


def test_a_figure_comes_with_its_series_and_its_rule() -> None:
    pages = [
        page(day, claim("strength", DENMARK, low=n, high=n, unit="persons"))
        for day, n in (("2021-06-01", 120), ("2021-04-01", 100), ("2021-08-01", 150))
    ]
    found = why_on("2021-07-01", *pages, kind="strength")
    assert found.text == "120 persons"
    assert [(str(one.day), one.quantity.low) for one in found.series] == [
        ("2021-04-01", 100),
        ("2021-06-01", 120),
        ("2021-08-01", 150),
    ]
    assert [rule.name for rule in found.value_rules] == ["latest-count", "next-figure"]
    assert [one.evidence.claim.quantity for one in found.of(Standing.CARRIES)] == [found.values[0].quantity]


def test_figures_that_differ_within_a_month_are_both_explained() -> None:
    pages = [
        page("2021-06-01", claim("strength", DENMARK, low=n, high=n, unit="persons"), publisher=str(n))
        for n in (120, 185)
    ]
    found = why_on("2021-06-01", *pages, kind="strength")
    assert "same-month" in [rule.name for rule in found.value_rules]


def test_figures_of_an_activity_are_explained_by_their_spells() -> None:
    spells = ((3, "2021-06-07", "2021-06-13"), (31, "2021-05-01", "2021-06-13"))
    flown = [
        claim("activity", DENMARK, "flown", low=n, high=n, modality="past", start=start, end=end)
        for n, start, end in spells
    ]
    found = why_on("2021-06-13", page("2021-06-14", *flown), kind="activity")
    assert [rule.name for rule in found.value_rules] == ["latest-count", "activities"]


def test_spellings_are_joined_with_a_reason() -> None:
    names = ("Åse Ødegård", "Aase Oedegaard", "Aase Oedegard")
    items = page("2021-04-15", *(claim("posting", name, "@NMI", title="Commander") for name in names))
    reasons = {join.written: join.reason for join in why_on("2021-04-15", items, kind="posting").joins}
    assert reasons["NMI"] == "The catalogue knows both as names of one thing."
    assert "The same words but for letter case, accents and punctuation." in reasons.values()
    assert any("differ by one letter" in reason for reason in reasons.values())


def test_one_person_in_several_posts_is_explained_step_by_step() -> None:
    career = page("2021-05-01", *(claim("posting", "Ida Holm", f"@Station {n}") for n in (1, 3)), publisher="Gazette")
    items = [*page("2021-04-15", claim("posting", "Ida Berg Holm", "@Station 1")), *career]
    facts = resolve(items, load())
    (fact,) = (fact for fact in facts if str(fact.object) == "@Station 1")
    found = why(FactsOn(facts, date(2021, 5, 1)), fact, load())
    (across,) = (join for join in found.joins if join.written == "Ida Holm in Station 3")
    assert "One document gives 'Ida Holm' both posts" in across.reason
    assert "differ by a middle name" in across.reason


def test_decisions_on_the_claims_are_part_of_the_chain() -> None:
    two = page("2021-04-15", claim(*TRAIN), claim(*TRAIN, start="2020"))
    rejected = two[1]
    decision = Decision(
        kind=DecisionKind.REJECT,
        by="Ada",
        made_at="2021-05-01T12:00:00.000Z",
        reason="misread",
        claim_id=rejected.claim_id,
    )
    found = why_on("2021-04-15", two, decisions=(decision,), rejected=[rejected])
    assert found.decisions == (decision,)
    (one,) = found.of(Standing.REJECTED)
    assert (one.evidence, one.reason) == (rejected, "misread")
    assert len(found.of(Standing.CARRIES)) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Harbour Watch", "strength"], ["@Harbour Watch"]),
        (["Denmark", "strength"], ["DNK@Harbour Watch"]),
        (["Harbour Watch", "head"], ["Ida Holmm", "Nora Vik"]),
        (["Harbour Watch", "head", "nora"], ["Nora Vik"]),
        (["Danmark", "equipment", "reserve"], ["DNK@Harbour Watch"]),
        (["Camp Lemonnier"], ["DNK@Harbour Watch/National Support Element"]),
        (["NSE", "base"], ["DNK@Harbour Watch/National Support Element"]),
    ],
)
def test_a_fact_is_found_by_what_it_is_about(words: list[str], expected: list[str]) -> None:
    found = facts_of(Facts(resolve(ALL, load())), load(), words)
    assert sorted(str(fact.subject) for fact in found) == expected


def test_a_respect_that_nothing_fits_is_explained() -> None:
    with pytest.raises(UnknownNameError, match="No fact about 'Harbour Watch' fits 'elephants'; there is existence"):
        facts_of(Facts(resolve(ALL, load())), load(), ["Harbour Watch", "elephants"])


def test_a_fact_is_found_by_the_beginning_of_its_name() -> None:
    facts = resolve(ALL, load())
    assert facts_by_name(facts, facts[0].id[:6].upper()) == (facts[0],)
    assert may_be_fact_name(facts[0].id)
    assert not any(map(may_be_fact_name, ("abc", "KFOR", "Denmark", "0" * 17)))


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (
            ("2020-12", "2022-05-01/2022-08-31", None, "actual", "2021-04-15"),
            "certain from 2020-12-31 to 2022-05-01, possible from 2020-12-01 to 2022-08-31; start and end are known",
        ),
        (
            (None, None, None, "actual", "2021-04-15"),
            "certain on 2021-04-15, possible on any day; neither start nor end is known",
        ),
        (
            (None, None, None, "past", "2021-04-15"),
            "certain on no day, possible on any day up to 2021-04-14; its end is known",
        ),
        (
            ("2021-05-01", None, None, "planned", "2021-04-15"),
            "certain on 2021-05-01, possible on any day from 2021-05-01; its start is known",
        ),
        (
            ("2021-05-01", "2021-05-01", None, "past", "2021-06-15"),
            "certain on 2021-05-01, possible on 2021-05-01; start and end are known",
        ),
    ],
)
def test_periods_in_words(bounds: tuple[Any, ...], words: str) -> None:
    assert period_words(period_of(*bounds)) == words
