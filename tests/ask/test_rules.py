"""The rules of an answer: each by its name, and the guide with the same names and sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contingent.ask import Answer, Line, Placemat, Word, answer, placemat
from contingent.ask.rules import RULES
from contingent.ask.values import values_on
from contingent.ask.wording import value_words
from contingent.claim import Claim
from contingent.fact import Evidence, Statement
from contingent.period import PeriodError, period_of
from tests.evidence import MISSION, claim, page

DENMARK, NORWAY = "DNK@Harbour Watch", "NOR@Harbour Watch"
TEAM = f"{DENMARK}/dive team"
GUIDE = (Path(__file__).parents[2] / "docs" / "answers.md").read_text(encoding="utf-8")
_TESTED: set[str] = set()


def rule(*names: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Marks a test as that of the rules of these names."""

    def mark(test: Callable[[], None]) -> Callable[[], None]:
        _TESTED.update(names)
        return test

    return mark


def said(published: str | None, modality: str = "actual", publisher: str = "Ministry", **fields: object) -> Statement:
    """One statement of one task, with the bounds given."""
    (item,) = page(published, claim("task", DENMARK, "train", modality=modality, **fields), publisher=publisher)
    bounds = (item.claim.start, item.claim.end, item.claim.as_of)
    return Statement(item, period_of(*bounds, modality, published))


def word(day: str, *statements: Statement, gap: int | None = None) -> Word:
    return on(day, *statements, gap=gap).word


def on(day: str, *statements: Statement, gap: int | None = None) -> Answer:
    return answer(statements, date.fromisoformat(day), gap=gap)


def sheet(day: str, *items: list[Evidence], known: str | None = None, what: str = "Harbour Watch") -> Placemat:
    evidence = [item for one in items for item in one]
    return placemat(evidence, what, date.fromisoformat(day), None if known is None else date.fromisoformat(known))


def lines(found: Placemat, topic: str) -> list[Line]:
    return [line for line in found.lines if line.topic == topic]


def heads(day: str, *items: list[Evidence]) -> dict[str, Word]:
    return {line.text: line.word for line in lines(sheet(day, *items), "Head")}


def persons(subject: str, **fields: object) -> Claim:
    return claim("strength", subject, unit="persons", **fields)


def counted(published: str, modality: str = "actual", **fields: object) -> Statement:
    """One statement of a strength."""
    publisher = str(fields.pop("publisher", "Ministry"))
    unit = fields.pop("unit", "persons")
    made = claim("strength", DENMARK, unit=unit, modality=modality, **fields)
    (item,) = page(published, made, publisher=publisher)
    return Statement(item, period_of(made.start, made.end, made.as_of, modality, published))


def value(day: str, *statements: Statement) -> str:
    return value_words(values_on(statements, statements, date.fromisoformat(day)))


def total(day: str, *claims: Claim) -> Line:
    (line,) = lines(sheet(day, page("2021-04-15", *claims)), "Contributions")
    return line


# --- the words of a day -------------------------------------------------------------------------

LEAD = {"start": "2020-12", "end": "2022-05-01/2022-08-31"}


@rule("stated")
def test_stated() -> None:
    assert [word(day, said("2021-04-15", **LEAD)) for day in ("2020-12-31", "2022-05-01")] == ["stated"] * 2
    assert word("2019-06-01", said("2021-04-15", "past", start="2019-05-01", end="2019-07-01")) == "stated"


@rule("undated")
def test_undated() -> None:
    assert word("2021-04-15", said("2021-04-15")) == "stated"
    assert word("2021-04-14", said("2021-04-15")) == "unknown"
    assert word("1999-08-15", said("2021-04-15", "past", as_of="1999-08-15")) == "stated"


@rule("possible")
def test_possible() -> None:
    assert [word(day, said("2021-04-15", **LEAD)) for day in ("2020-12-01", "2022-08-31")] == ["possible"] * 2
    assert word("2019-06-01", said("2021-04-15", "past", start="2019", end="2019")) == "possible"


@rule("presumed")
def test_presumed() -> None:
    assert word("2021-03-01", said("2021-02-01"), said("2021-04-15")) == "presumed"
    assert word("2030-01-01", said("2021-04-15")) == "presumed"
    assert word("2030-01-01", said("2021-04-15", end="2021-05")) == "ended"


@rule("not-yet")
def test_not_yet() -> None:
    assert word("2020-11-30", said("2021-04-15", **LEAD)) == "not yet"


@rule("ended")
def test_ended() -> None:
    assert word("2019-08-01", said("2021-04-15", "past", end="2019-07")) == "ended"


@rule("past-undated")
def test_past_undated() -> None:
    assert word("2011-01-01", said("2021-04-15", "past")) == "possible"
    assert word("2021-04-15", said("2021-04-15", "past")) == "ended"


@rule("unknown")
def test_unknown() -> None:
    assert on("2020-01-01", said("2021-04-15")) == Answer(Word.UNKNOWN)
    assert on("2020-01-01", said("2021-04-15", end="2022-05")) == Answer(Word.UNKNOWN)


@rule("no-day")
def test_no_day() -> None:
    assert word("2021-04-15", said(None)) == "possible"
    assert word("2021-04-15", said(None, start="2020", end="2022")) == "stated"


@rule("strongest-word")
def test_strongest_word() -> None:
    day = "2021-06-01"
    by_word = {
        "stated": said("2021-06-01"),
        "ended": said("2021-05-01", "past", end="2021-04-20"),
        "possible": said("2021-07-01", "past", start="2021-06", end="2021-06"),
        "presumed": said("2021-03-01"),
        "planned": said("2021-05-01", "planned", start="2021-06", end="2021-06"),
        "authorised": said("2021-05-01", "authorised", start="2021", end="2021"),
    }
    assert {name: word(day, statement) for name, statement in by_word.items()} == {name: name for name in by_word}
    order = list(by_word)
    for place, stronger in enumerate(order):
        for weaker in order[place + 1 :]:
            assert word(day, by_word[weaker], by_word[stronger]) == stronger


@rule("strongest-word")
def test_what_is_beaten_stays_visible() -> None:
    task = claim("task", DENMARK, "train")
    gone = claim("task", DENMARK, "train", modality="past", end="2021-05")
    (line,) = lines(sheet("2021-06-20", page("2021-06-20", task), page("2021-06-15", gone)), "Task")
    assert (line.word, len(line.notes) + len(line.further)) == (Word.STATED, 2)


# --- periods ------------------------------------------------------------------------------------


@rule("age")
def test_age() -> None:
    dated = said("2021-04-15", "past", as_of="2021-03-01")
    assert on("2021-04-10", said("2021-04-15", as_of="2021-03-01")).age == 40
    assert dated.period.distance(date(2021, 3, 11)) == 10


@rule("gap")
def test_gap() -> None:
    both = (said("2021-01-01"), said("2021-04-01"))
    assert [word("2021-02-15", *both, gap=gap) for gap in (45, 44)] == ["presumed", "unknown"]
    assert [word("2021-04-11", *both, gap=gap) for gap in (10, 9)] == ["presumed", "unknown"]


@rule("announced-end")
def test_announced_end() -> None:
    announced = said("2021-04-15", end="2022-05")
    found = on("2022-06-15", announced)
    assert (found.word, found.remarks) == (Word.ENDED, ("announced 2022-05-31, not confirmed",))
    assert word("2022-06-15", announced, said("2022-07-01")) == "presumed"
    confirmed = on("2022-06-15", announced, said("2022-06-10", "past", end="2022-05"))
    assert (confirmed.word, confirmed.remarks) == (Word.ENDED, ())


@rule("newer-end")
def test_newer_end() -> None:
    def version(day: str, modality: str, end: str) -> Statement:
        item = replace(said(day, modality, end=end).evidence, address="https://example.org/mission")
        return Statement(item, period_of(None, end, None, modality, day))

    announced = version("2021-04-15", "actual", "2022-05")
    ended, sooner = version("2021-10-07", "past", "2021-09-15"), version("2021-10-07", "actual", "2022-01")
    assert [word(day, announced, ended) for day in ("2021-09-15", "2021-11-01")] == ["stated", "ended"]
    assert [word(day, announced, sooner) for day in ("2022-01-31", "2022-02-01")] == ["stated", "ended"]
    elsewhere = said("2021-10-07", "past", end="2021-09-15")
    assert word("2021-11-01", announced, elsewhere) == "stated"


@rule("return")
def test_return() -> None:
    gone, back = said("2021-04-15", "past", end="2021-03"), said("2022-01-15", start="2022-01-01")
    assert [word(day, gone, back) for day in ("2021-09-01", "2022-01-10")] == ["ended", "stated"]


@rule("seen-before")
def test_seen_before() -> None:
    assert word("2020-06-01", said("2020-05-01"), said("2021-04-15", start="2021")) == "presumed"


@rule("done-by-publication")
def test_done_by_publication() -> None:
    week = period_of("2021-06-07", "2021-06-13", None, "past", "2021-06-10")
    assert week.possible_end == date(2021, 6, 10)
    assert word("2021-06-11", said("2021-06-10", "past", start="2021-06", end="2021-06")) == "ended"


@rule("presence")
def test_presence() -> None:
    fields = {"modality": "past", "start": "2021-06-07", "end": "2021-06-13"}
    found = sheet("2021-06-10", page("2021-06-14", claim("activity", TEAM, "cleared mines", **fields)))
    (team,) = lines(found, "Element")
    assert team.word is Word.STATED
    (period,) = lines(found, "Period")
    assert period.word is Word.STATED


@rule("whole")
def test_whole() -> None:
    open_page = page("2021-04-15", claim("task", TEAM, "clear mines"), claim("existence", MISSION, start="2021-04"))
    closed = page("2022-06-01", claim("existence", MISSION, end="2022-03", modality="past"))
    assert not [line for line in sheet("2022-07-01", open_page, closed).lines if line.word.in_force]
    assert {line.word for line in sheet("2021-03-31", open_page).lines} == {Word.NOT_YET}


@rule("plan")
def test_plan() -> None:
    plan = said("2021-04-15", "planned", start="2021-05", end="2022-05")
    days = ("2021-04-14", "2021-04-15", "2021-05-01", "2022-05-31")
    assert [word(day, plan) for day in days] == ["not yet", "planned", "planned", "planned"]


@rule("plan-unconfirmed")
def test_plan_unconfirmed() -> None:
    plan = said("2021-04-15", "planned", start="2021-05", end="2022-05")
    found = on("2022-06-01", plan)
    assert (found.word, found.remarks) == (Word.PLANNED, ("its time is over, not confirmed",))
    assert word("2022-06-01", plan, said("2021-09-01")) == "ended"


@rule("newer-plan")
def test_newer_plan() -> None:
    old = said("2021-04-15", "planned", start="2021-05", end="2021-06")
    new = said("2021-05-10", "planned", start="2021-09", end="2022-09")
    assert on("2021-07-15", old, new).remarks == ("starts 2021-09",)
    other = said("2021-04-15", "planned", "Another ministry", start="2021-05", end="2021-06")
    assert set(on("2021-06-01", other, new).grounds) == {other, new}


@rule("plan-and-permission")
def test_plan_and_permission() -> None:
    plan = said("2021-01-01", "planned", start="2021", end="2021")
    permission = said("2021-01-01", "authorised", start="2021", end="2021")
    found = on("2021-06-01", plan, permission)
    assert (found.word, found.grounds) == (Word.PLANNED, (plan, permission))
    assert found.remarks == ("planned and authorised",)


@rule("permission")
def test_permission() -> None:
    permission = said("2021-01-01", "authorised", start="2021", end="2021")
    assert [word(day, permission) for day in ("2021-12-31", "2022-01-01")] == ["authorised", "ended"]


OLD = page("2021-04-15", claim("posting", "Ida Holm", MISSION, title="Commander"))
NEW = page("2021-10-07", claim("posting", "Nora Vik", MISSION, title="Commander"))


@rule("succession")
def test_succession() -> None:
    assert heads("2021-10-07", OLD, NEW) == {"Nora Vik": Word.STATED, "Ida Holm": Word.ENDED}
    closing = sheet("2021-10-07", OLD, NEW).sections[-1]
    assert [(line.text, line.word) for line in closing.lines] == [("Ida Holm", Word.ENDED)]


@rule("succession-gap")
def test_succession_gap() -> None:
    assert heads("2021-08-01", OLD, NEW) == {"Ida Holm": Word.PRESUMED, "Nora Vik": Word.POSSIBLE}


@rule("hand-over-day")
def test_hand_over_day() -> None:
    took_over = page(
        "2021-10-07",
        claim("posting", "Nora Vik", MISSION, title="Commander", start="2021-05-06"),
        claim("posting", "Ida Holm", MISSION, title="Commander", end="2021-05-06", modality="past"),
    )
    assert heads("2021-05-06", OLD, took_over) == {"Ida Holm": Word.STATED, "Nora Vik": Word.STATED}
    assert heads("2021-05-07", OLD, took_over) == {"Ida Holm": Word.ENDED, "Nora Vik": Word.STATED}
    assert heads("2021-05-05", OLD, took_over) == {"Ida Holm": Word.PRESUMED, "Nora Vik": Word.NOT_YET}


@rule("taking-over")
def test_taking_over() -> None:
    told = (("appointed", "2014-08-01"), ("took over", "2014-08-03"))
    postings = [
        claim("posting", "Ida Holm", MISSION, title="Commander", start=day, quote=f"{verb} {day}") for verb, day in told
    ]
    (head,) = lines(sheet("2014-09-01", page("2014-08-05", *postings)), "Head")
    assert (head.start, head.remarks) == ("2014-08-03", ("appointed 2014-08-01",))


@rule("taken-on")
def test_taken_on() -> None:
    troop, squadron = f"{DENMARK}/troop", f"{DENMARK}/squadron"
    made = page("2021-04-15", claim("element", troop, squadron), claim("location", troop, "Djibouti", role="base"))
    bases = [line for line in lines(sheet("2021-04-15", made), "Base") if line.subject == squadron]
    assert [(line.text, line.remarks, line.fact) for line in bases] == [("Djibouti", ("through troop",), None)]


@rule("acting")
def test_acting() -> None:
    acting = page("2021-10-07", claim("posting", "Nora Vik", MISSION, title="Acting Commander"))
    found = sheet("2021-10-07", OLD, acting)
    assert [(line.text, line.word) for line in lines(found, "Head")] == [("Ida Holm", Word.PRESUMED)]
    assert [line.text for line in lines(found, "Post")] == ["Nora Vik, Acting Commander"]


@rule("late-predecessor")
def test_late_predecessor() -> None:
    late = page("2021-11-01", claim("posting", "Ida Holm", MISSION, title="Commander"), publisher="Gazette")
    assert heads("2021-12-01", OLD, NEW, late) == {"Ida Holm": Word.PRESUMED, "Nora Vik": Word.PRESUMED}


@rule("decision")
def test_decision() -> None:
    decided = page("2021-04-15", claim("mandate", MISSION, "a vote in parliament", start="2021-02"))
    (period,) = lines(sheet("2021-04-15", decided), "Period")
    assert period.word is Word.UNKNOWN


@rule("disjoint-bounds")
def test_disjoint_bounds() -> None:
    early, late = said("2021-04-15", start="2020-01"), said("2021-05-15", start="2020-12")
    assert word("2020-06-01", early, late) == "stated"
    assert word("2019-12-31", early, late) == "not yet"
    task = [claim("task", DENMARK, "train", start=start) for start in ("2020-01", "2020-12")]
    (line,) = lines(sheet("2020-06-01", page("2021-04-15", task[0]), page("2021-05-15", task[1])), "Task")
    assert (len(line.notes), len(line.further)) == (1, 1)


# --- values -------------------------------------------------------------------------------------


@rule("latest-count")
def test_latest_count() -> None:
    both = counted("2021-01-01", low=100, high=100), counted("2021-06-01", low=120, high=120)
    assert [value(day, *both) for day in ("2021-05-31", "2021-06-01")] == ["100 persons", "120 persons"]
    assert values_on(both, [], date(2021, 5, 31))[0].age == 150


@rule("count-foretold")
def test_count_foretold() -> None:
    foretold = counted("2021-04-15", low=140, high=140, start="2020-12-01", end="2022-05-01")
    newer = counted("2021-10-07", low=185, high=185)
    assert value("2021-11-01", foretold, newer) == "185 persons"
    assert values_on([foretold], [], date(2021, 6, 1))[0].age == 47


@rule("next-figure")
def test_next_figure() -> None:
    both = (counted("2021-01-01", low=100, high=100), counted("2021-06-01", low=120, high=120))
    (found,) = values_on(both, both, date(2021, 3, 1))
    assert (found.quantity.low, found.next and found.next.day) == (100, date(2021, 6, 1))


@rule("bound")
def test_bound() -> None:
    bound, count = counted("2021-03-01", high=140), counted("2021-04-01", low=120, high=120)
    assert [value(day, bound, count) for day in ("2021-03-15", "2021-04-15")] == ["up to 140 persons", "120 persons"]
    assert value("2021-05-15", count, counted("2021-05-01", high=140)) == "120 persons"


@rule("narrowing")
def test_narrowing() -> None:
    assert value("2021-04-01", counted("2021-04-01", high=140), counted("2021-04-01", low=132)) == "132 to 140 persons"


@rule("approximate")
def test_approximate() -> None:
    about = counted("2021-04-01", low=500, high=500, approx=True)
    assert value("2021-04-01", about, counted("2021-04-01", low=550, high=550)) == "550 persons"
    assert " or " in value("2021-04-01", about, counted("2021-04-01", low=551, high=551))


@rule("same-month")
def test_same_month() -> None:
    one, other = counted("2021-06-07", low=140, high=140), counted("2021-06-14", low=185, high=185)
    assert value("2021-06-30", one, other) == "185 persons or 140 persons"
    assert value("2021-07-30", one, counted("2021-07-14", low=185, high=185)) == "185 persons"
    scoped = counted("2021-06-14", low=185, high=185, scope="with the frigate")
    assert value("2021-06-30", one, scoped) == "185 persons"


@rule("same-page")
def test_same_page() -> None:
    versions = [
        replace(counted(day, low=number, high=number).evidence, address="https://example.org/mission")
        for day, number in (("2021-06-07", 140), ("2021-06-14", 185))
    ]
    statements = [Statement(item, period_of(None, None, None, "actual", item.published)) for item in versions]
    assert value("2021-06-30", *statements) == "185 persons"


@rule("same-page")
def test_a_page_that_was_rewritten_under_its_old_day_gives_its_newest_figure() -> None:
    for numbers in ((140, 185), (140, 185, 160), (185, 140)):
        statements = []
        for place, number in enumerate(numbers):
            item = counted("2021-06-07", low=number, high=number, publisher=str(place)).evidence
            replaced = f"2021-06-{place + 20}" if place + 1 < len(numbers) else None
            item = replace(item, address="https://example.org/mission", replaced=replaced)
            statements.append(Statement(item, period_of(None, None, None, "actual", item.published)))
        assert value("2021-06-30", *statements) == f"{numbers[-1]} persons"


@rule("units")
def test_units() -> None:
    soldiers = counted("2021-06-07", low=140, high=140)
    civilians = counted("2021-06-14", low=20, high=20, unit="civilians")
    assert value("2021-06-30", soldiers, civilians) == "140 persons and 20 civilians"


@rule("ceiling")
def test_ceiling() -> None:
    ceiling = counted("2021-01-01", "authorised", high=200, start="2021", end="2021")
    count = counted("2021-03-01", low=120, high=120)
    assert value("2021-06-01", ceiling, count) == "120 persons"
    allowed = claim("strength", DENMARK, high=200, unit="persons", modality="authorised", start="2021", end="2021")
    found = sheet("2021-06-01", page("2021-01-01", allowed, persons(MISSION, low=900, high=900)))
    assert {(line.about, line.text): line.word for line in lines(found, "Strength")} == {
        ("Harbour Watch", "900 persons"): Word.PRESUMED,
        ("Denmark in Harbour Watch", "up to 200 persons"): Word.AUTHORISED,
    }
    (over,) = sheet("2022-01-01", page("2021-01-01", allowed)).sections[-1].lines
    assert over.word is Word.ENDED


NORWEGIANS = persons(NORWAY, low=60, high=60)


@rule("counted-once")
def test_counted_once() -> None:
    part = persons(TEAM, low=30, high=30)
    assert total("2021-04-15", persons(DENMARK, low=140, high=140), part, NORWEGIANS).text == "200 persons"
    assert total("2021-04-15", part, NORWEGIANS).text == "at least 90 persons"


@rule("presumed-counts")
def test_presumed_counts() -> None:
    line = total("2021-04-25", persons(DENMARK, low=140, high=140), NORWEGIANS)
    assert (line.text, line.word, line.age) == ("200 persons", Word.PRESUMED, 10)


@rule("plans-aside")
def test_plans_aside() -> None:
    claims = [persons(DENMARK, low=140, high=140), NORWEGIANS, claim("participation", "SWE", MISSION)]
    for modality in ("planned", "authorised"):
        other = persons("SWE@Harbour Watch", low=500, high=500, modality=modality)
        assert total("2021-04-15", *claims, other).text == "at least 200 persons"


@rule("bounds-add")
def test_bounds_add() -> None:
    assert total("2021-04-15", persons(DENMARK, high=140), persons(NORWAY, low=60)).text == "at least 60 persons"
    assert total("2021-04-15", persons(DENMARK, high=140), NORWEGIANS).text == "60 to 200 persons"


@rule("unknown-part")
def test_unknown_part() -> None:
    line = total("2021-04-15", NORWEGIANS, claim("participation", "DNK", MISSION))
    assert line.text == "at least 60 persons"


@rule("both-totals")
def test_both_totals() -> None:
    found = sheet(
        "2021-04-15",
        page("2021-04-15", persons(MISSION, low=500, high=500), persons(DENMARK, low=140, high=140), NORWEGIANS),
    )
    assert next(line.text for line in lines(found, "Strength")) == "500 persons"
    assert [line.text for line in lines(found, "Contributions")] == ["200 persons"]


@rule("activities")
def test_activities() -> None:
    spells = (("2021-06-07", "2021-06-13", 3), ("2021-06-01", "2021-06-30", 5))
    boarded = [
        claim("activity", TEAM, "boarded ships", low=n, high=n, modality="past", start=start, end=end)
        for start, end, n in spells
    ]
    found = sheet("2021-06-10", page("2021-07-01", *boarded))
    (line,) = lines(found, "Activity")
    counts = ("3 from 2021-06-07 until 2021-06-13", "5 from 2021-06-01 until 2021-06-30")
    assert line.text == f"boarded ships: {', '.join(counts)}"
    assert "the sources differ" not in line.remarks


@rule("activities")
def test_figures_of_one_spell_differ_only_between_documents() -> None:
    three, five = (
        claim("activity", TEAM, "boarded ships", low=n, high=n, modality="past", start="2021-06", end="2021-06")
        for n in (3, 5)
    )
    (line,) = lines(sheet("2021-06-10", page("2021-07-01", three, five)), "Activity")
    assert (line.text, line.remarks) == ("boarded ships: 3 and 5", ())
    (line,) = lines(sheet("2021-06-10", page("2021-07-01", three), page("2021-07-02", five)), "Activity")
    assert (line.text, line.remarks) == ("boarded ships: 3 or 5", ("the sources differ",))


# --- documents ----------------------------------------------------------------------------------


def versions_of_a_page() -> list[Evidence]:
    tasks = [claim("task", DENMARK, words) for words in ("guard the port", "clear mines")]
    old = [replace(item, replaced="2021-06-01") for item in page("2021-04-15", *tasks)]
    return [*old, *page("2021-06-01", tasks[0])]


@rule("newer-version")
def test_newer_version() -> None:
    on_day = {line.text: line.word for line in lines(sheet("2021-04-15", versions_of_a_page()), "Task")}
    assert on_day == {"guard the port": Word.STATED, "clear mines": Word.STATED}


@rule("dropped")
def test_dropped() -> None:
    found = {line.text: (line.word, line.remarks) for line in lines(sheet("2021-07-01", versions_of_a_page()), "Task")}
    assert found["clear mines"] == (Word.PRESUMED, ("no longer on the page since 2021-06-01",))
    assert found["guard the port"] == (Word.PRESUMED, ())


@rule("captured")
def test_captured() -> None:
    captured = [replace(item, captured=True) for item in page("2021-04-15", claim("task", DENMARK, "train"))]
    found = sheet("2021-04-15", captured)
    assert lines(found, "Task")[0].word is Word.STATED
    assert [note.evidence.captured for note in found.notes] == [True]


@rule("known")
def test_known() -> None:
    pages = page("2021-04-15", claim("task", DENMARK, "train")), page("2021-06-01", claim("task", DENMARK, "guard"))
    days = ("2021-05-31", "2021-06-01")
    found = [{line.text for line in lines(sheet("2021-06-01", *pages, known=day), "Task")} for day in days]
    assert found == [{"train"}, {"train", "guard"}]


# --- identity -----------------------------------------------------------------------------------


@rule("spellings")
def test_spellings() -> None:
    names = ("Åse Ødegård", "Aase Oedegaard", "Aase Oedegard")
    found = sheet("2021-04-15", page("2021-04-15", *(claim("posting", n, MISSION, title="Commander") for n in names)))
    (head,) = lines(found, "Head")
    assert any("also spelled" in remark for remark in head.remarks)


@rule("nationality")
def test_nationality() -> None:
    posting = claim("posting", "Ida Holm", MISSION, title="Norwegian Commander", rank="Commodore")
    found = sheet("2021-04-15", page("2021-04-15", posting))
    (lead,) = lines(found, "Lead")
    assert lead.word is Word.UNKNOWN


@rule("planned-asset")
def test_planned_asset() -> None:
    plan = claim("asset", f"{DENMARK}/air force", "helicopter", low=2, high=2, modality="planned", start="2021-05")
    wing = claim("asset", f"{DENMARK}/wing", "helicopter", low=2, high=2)
    equipment = lines(sheet("2021-07-01", page("2021-04-15", plan), page("2021-06-01", wing)), "Equipment")
    assert [(line.about[-4:], line.word) for line in equipment] == [("wing", Word.PRESUMED)]


@rule("one-asset")
def test_one_asset() -> None:
    wing = f"{DENMARK}/helicopter wing"
    assets = [claim("asset", subject, "helicopter", low=2, high=2) for subject in (DENMARK, wing)]
    assert [line.about for line in lines(sheet("2021-04-15", page("2021-04-15", *assets)), "Equipment")] == [
        "Denmark in Harbour Watch: helicopter wing"
    ]
    more = claim("asset", DENMARK, "helicopter", low=4, high=4)
    assert len(lines(sheet("2021-04-15", page("2021-04-15", more, assets[1])), "Equipment")) == 2


# --- the rules and the guide --------------------------------------------------------------------


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_test(name: str) -> None:
    assert name in _TESTED


def test_every_tested_rule_is_a_rule() -> None:
    assert set(RULES) >= _TESTED


def test_the_guide_has_every_rule_with_its_sentence_and_no_other() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", GUIDE, flags=re.MULTILINE)
    assert rows == [(rule.name, rule.sentence) for rule in RULES.values()]


def test_dates_that_contradict_themselves_are_refused_when_a_period_is_made() -> None:
    with pytest.raises(PeriodError):
        period_of("2021", "2020", None, "actual", "2021-04-15")
