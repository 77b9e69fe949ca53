"""Tasks, activities and support: what clauses about deeds and duties, lists and tables state."""

from __future__ import annotations

import pytest

from contingent.claim import Claim
from contingent.formats import parse
from contingent.read import read

PUBLISHED = "2021-04-15"


def read_claims(text: str, kind: str, language: str = "en") -> list[Claim]:
    """The claims of a kind, of a page about KFOR (unless ``text`` brings a heading of its own)."""
    page = text if "\n" in text else f"KFOR\n\n{text}\n"
    document = parse(page.encode(), address="page.txt")
    cited = read(document, published=PUBLISHED, language=language)
    return [c.claim for c in cited if c.claim.kind == kind]


def objects(text: str, kind: str, language: str = "en") -> list[str | None]:
    return [claim.object for claim in read_claims(text, kind, language)]


@pytest.mark.parametrize(
    ("language", "sentence", "tasks"),
    [
        ("en", "The Danish company guards the camp and clears mines.", ["guards the camp", "clears mines"]),
        ("en", "The Danish company moves troops and supplies.", ["moves troops and supplies"]),
        ("en", "The Danish company's tasks are transport, mail and repairs.", ["transport", "mail", "repairs"]),
        ("en", "The Danish company is responsible for security.", ["security"]),
        ("en", "KFOR trains and advises the police.", ["trains and advises the police"]),
        ("en", "KFOR helps civilians to return home.", ["helps civilians to return home"]),
        ("en", "Medical cover is provided by a Danish surgical team.", ["Medical cover"]),
        ("da", "Det danske kompagni vogter lejren og rydder miner.", ["vogter lejren", "rydder miner"]),
        ("da", "KFOR skal overvåge grænsen og træne politiet.", ["overvåge grænsen", "træne politiet"]),
        ("da", "I lejren beskytter det danske kompagni politiet.", ["beskytter politiet"]),
        ("da", "Det danske kompagni står for logistik og administration.", ["logistik", "administration"]),
    ],
)
def test_clauses_about_deeds_and_duties_state_tasks(language: str, sentence: str, tasks: list[str]) -> None:
    assert objects(sentence, "task", language) == tasks


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", '"The Danish company guards the whole town," one officer said.'),
        ("en", "The Danish company likes the food in the camp."),
        ("en", "The Danish company sails on Tuesday."),
        ("en", "The government agreed to strengthen the Danish company."),
        ("en", "The Danish company cares for 500 tons of food which feed a town."),
        ("da", "– Vi vogter hele byen, siger en officer."),
        ("da", "Formålet med møderne er at drøfte vejret."),
    ],
)
def test_speech_moods_moves_and_decisions_state_no_task(language: str, sentence: str) -> None:
    assert objects(sentence, "task", language) == []


def test_an_announced_duty_is_actual_in_all_its_parts() -> None:
    tasks = read_claims("The Danish company's job is to deter an attack and to defend the country.", "task")
    assert [task.modality for task in tasks] == ["actual", "actual"]


def test_a_past_deed_with_counts_is_an_activity_for_each_thing_counted() -> None:
    found = read_claims("In March the Danish company carried out 19 patrols and arrested six suspects.", "activity")
    assert [(c.object, c.quantity and (c.quantity.low, c.quantity.unit), c.start, c.end) for c in found] == [
        ("carried out patrols", (19, None), "2021-03", "2021-03"),
        ("arrested suspects", (6, "persons"), "2021-03", "2021-03"),
    ]


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("en", "Weekly update. Covers 5 - 11 April", "The Danish company flew 31 sorties."),
        ("en", "KFOR week 14", "31 sorties, 4 boardings."),
        ("en", "News", "Week 14: 31 sorties, 41 vessels hailed."),
        ("da", "Mission update, uge 14", "Det danske kompagni fløj 31 patruljer."),
    ],
)
def test_what_a_bulletin_tells_happened_in_its_week(language: str, title: str, sentence: str) -> None:
    found = read_claims(f"{title}\n\nKFOR\n\n{sentence}\n", "activity", language)
    assert found
    assert {(c.start, c.end) for c in found} == {("2021-04-05", "2021-04-11")}


def test_news_reports_on_no_week() -> None:
    found = read_claims("KFOR\n\nThe Danish company has flown 31 sorties so far.\n", "activity")
    assert [(c.start, c.end) for c in found] == [(None, None)]


def test_a_table_gives_results_for_each_of_its_columns() -> None:
    table = (
        "<h1>KFOR</h1><table><tr><th></th><th>March 2021</th><th>Since May 2020</th></tr>"
        "<tr><th>Cargo, kg</th><td>2,800</td><td>19,450</td></tr><tr><th>Pristina</th><td>3</td><td>4</td></tr></table>"
    )
    document = parse(table.encode(), address="page.html")
    found = [c.claim for c in read(document, published=PUBLISHED, language="en") if c.claim.kind == "activity"]
    assert [(c.object, c.quantity and (c.quantity.low, c.quantity.unit), c.start, c.end) for c in found] == [
        ("Cargo", (2800, "kg"), "2021-03", "2021-03"),
        ("Cargo", (19450, "kg"), "2020-05", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A Danish logistics team keeps the contingent supplied.",
        "A Danish logistics team looks after all Danish soldiers in the mission.",
        "A Danish logistics team provides logistical support to the contingent.",
    ],
)
def test_who_serves_the_whole_supports_the_contribution(sentence: str) -> None:
    found = read_claims(sentence, "support")
    assert [(c.subject, c.object) for c in found] == [("DNK@Kosovo Force/logistics team", "DNK@Kosovo Force")]


def test_a_purpose_before_the_sentence_is_its_subjects() -> None:
    found = read_claims("In support of the French company, a Danish platoon will arrive in May.", "support")
    assert [(c.subject, c.object) for c in found] == [("DNK@Kosovo Force/platoon", "FRA@Kosovo Force/company")]


def test_the_forces_of_a_host_are_not_supported_elements() -> None:
    assert read_claims("A Danish logistics team supports the Kosovo Security Force.", "support") == []
