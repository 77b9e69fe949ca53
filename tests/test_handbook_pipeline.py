"""The worked examples of the Research Handbook, each through the whole pipeline: a case is right if all its claims are.

A sentence of the handbook does not say whose forces it speaks of, which a page always does; so each is read under the
name of an armed force. A unit's name may have its words in another order ("Bureau of Special Operations-6", "6 Bureau
of Special Operations"), and a title is compared as the post that it means ("battalion commander", "Commander"). A flag
or a status that a case leaves open is not compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from contingent.catalogue import load as load_catalogue
from contingent.claim import CitedClaim, Claim, Reference
from contingent.fact import Evidence, Fact, Statement
from contingent.formats import parse
from contingent.lang import load as load_language
from contingent.period import Period, parse_bound
from contingent.period_ranges import Ranges, from_ranges, to_ranges
from contingent.read import read
from contingent.read.times import time_reader
from contingent.resolve import resolve
from contingent.resolve.derived import places_taken_on
from contingent.resolve.mobility import is_mobile, spells_of
from contingent.resolve.naming import normal, same_words
from contingent.resolve.posts import post_of
from contingent.resolve.standing import named_within_another, outranked_starts
from tests.evidence import claim, page

FILE = Path(__file__).parents[2] / "shared" / "data" / "sfm-handbook" / "date-cases.json"
CASES: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else []
HEADING = "Nigerian Army\n\n"
FORCE = "NGA"
NOT_YET_RIGHT = {
    "how-dates-work-3": "places in a list that shares one noun, and a deed of unknown length",
    "how-dates-work-9": "units that a list numbers, placed by the sentence before",
}
"""Cases that are not right, with what they need; ``docs/time.md`` explains them."""
Case = dict[str, Any]

pytestmark = pytest.mark.skipif(not CASES, reason=f"The handbook's cases are not beside the repository: {FILE}")


class Found(NamedTuple):
    """A claim as the pipeline gives it: what it is about, its time, and whether it stands."""

    kind: str
    subject: str
    object: str
    post: str | None
    role: str | None
    period: Period
    status: str = "accepted"

    def states(self, wanted: Case) -> bool:
        """Whether this is a claim of a case, in every part that the case gives."""
        ranges = to_ranges(self.period)
        return (
            self.kind == wanted["kind"]
            and same_words(normal(self.subject), normal(wanted["subject"]))
            and same_words(normal(self.object), normal(wanted["object"] or ""))
            and self.post == (post_of(wanted["title"]) if "title" in wanted else None)
            and self.role == wanted.get("role")
            and wanted.get("status", self.status) == self.status
            and all(getattr(ranges, name) == wanted[name] for name in DAYS)
            and all(wanted[name] in (None, getattr(ranges, name)) for name in ("starting", "ending"))
        )


DAYS = ("first_precise", "last_precise", "first_imprecise", "last_imprecise")


def name_of(end: Reference | str | None) -> str:
    return end.elements[-1] if isinstance(end, Reference) and end.elements else str(end or "")


def as_found(fact: Fact, statements: Iterable[Statement], status: str = "accepted") -> Iterator[Found]:
    """What some statements of a fact state, and that the unit and the person were there, who do not begin with it."""
    for s in statements:
        yield Found(fact.kind, name_of(fact.subject), name_of(fact.object), fact.post, fact.role, s.period, status)
        seen = replace(s.period, starts_known=False, ends_known=False)
        if fact.kind == "posting":
            yield Found("existence", name_of(fact.object), "", None, None, seen)
            yield Found("person", name_of(fact.subject), "", None, None, seen)


def of_sentence(case: Case) -> list[Found]:
    document = parse((HEADING + case["text"]).encode(), address="handbook.txt")
    claims = read(document, published=case["published"], language="en")
    found: list[Found] = []
    for fact in resolve([evidence(each, case["published"]) for each in claims], load_catalogue()):
        outranked = outranked_starts(fact.statements)
        names = {s.evidence.claim_id for s in outranked}
        found += as_found(fact, (s for s in fact.statements if s.evidence.claim_id not in names))
        found += as_found(fact, outranked, "conflict")
    return found


def evidence(cited: CitedClaim, published: str | None) -> Evidence:
    quote = cited.quote
    return Evidence(cited.claim, cited.id, "handbook", quote.start, quote.end, published=published)


def of_expression(case: Case) -> list[Case]:
    expression = time_reader(load_language("en")).whole(case["text"])
    bound = expression.resolve(None).on if expression else None
    first, last = (day.isoformat() for day in parse_bound(bound)) if bound else (None, None)
    ranges = Ranges(first, last) if first == last else Ranges(None, None, first, last)
    return [{name: getattr(ranges, name) for name in DAYS}]


def given(claims: list[Case]) -> list[Fact]:
    """The facts of claims that a case gives, each from a document of its own, with the ranges that the case gives."""
    periods: dict[str, Period] = {}
    items: list[Evidence] = []
    for number, fields in enumerate(claims):
        for ranges in ranges_of(fields):
            (item,) = page(None, claim_of(fields), publisher=f"Source {number} {ranges.first_precise}")
            periods[item.claim_id] = from_ranges(ranges)
            items.append(item)
    facts = resolve(items, load_catalogue())
    return [replace(f, statements=tuple(with_period(s, periods) for s in f.statements)) for f in facts]


def with_period(statement: Statement, periods: dict[str, Period]) -> Statement:
    return replace(statement, period=periods[statement.evidence.claim_id])


def ranges_of(fields: Case) -> list[Ranges]:
    if fields.get("note") == "before and after 2020-04-24":
        return [Ranges("2020-04-23", "2020-04-23"), Ranges("2020-04-25", "2020-04-25")]
    return [Ranges(*(fields[name] for name in DAYS))]


def claim_of(fields: Case) -> Claim:
    """A claim of a case in the claim format: units are named within a force."""
    person = fields["kind"] == "posting"
    subject = fields["subject"] if person else f"{FORCE}/{fields['subject']}"
    target = fields["object"] if fields["kind"] == "location" else f"{FORCE}/{fields['object']}"
    more = {name: fields[name] for name in ("title", "role") if name in fields}
    return claim(fields["kind"], subject, target, **more)


def reconciled(case: Case) -> list[Found]:
    facts = given(case["given"])
    within = {each.statement.evidence.claim_id for each in named_within_another(facts)}
    found = []
    for fact in facts:
        unit = fact.subject if isinstance(fact.subject, Reference) else None
        assert (unit is not None and is_mobile(unit, load_catalogue())) == case.get("mobile", False)
        for spell in spells_of(fact, load_catalogue()):
            status = "conflict" if {s.evidence.claim_id for s in spell.statements} <= within else "accepted"
            whole = replace(spell.statements[0], period=spell.period)
            found += list(as_found(fact, [whole], status))
    return found


def derived(case: Case) -> list[Found]:
    return [
        Found("location", name_of(each.subject), each.place, None, each.role, statement.period)
        for each in places_taken_on(given(case["given"]))
        for statement in each.statements
        if each.relation
    ]


def persons(claims: Iterable[Claim | Iterable[Claim]]) -> int:
    """How many persons the postings of several documents are about."""
    items = [
        item
        for number, stated in enumerate(claims)
        for item in page(None, *([stated] if isinstance(stated, Claim) else stated), publisher=f"Source {number}")
    ]
    return len({fact.subject for fact in resolve(items, load_catalogue())})


def is_right(case: Case) -> bool:
    """Whether the pipeline gives every claim of a case."""
    if case["type"] == "identity":
        one_by_one = [claim_of(fields) for fields in case["given"]]
        in_one = [claim_of(fields) for fields in case["then_given"]]
        counts = [persons(one_by_one), persons([*one_by_one, in_one])]
        return counts == [case["persons"], case["then_persons"]]
    if case["type"] == "expression":
        return [{name: wanted[name] for name in DAYS} for wanted in case["claims"]] == of_expression(case)
    pipeline: dict[str, Callable[[Case], list[Found]]] = {
        "read": of_sentence,
        "reconcile": reconciled,
        "derive": derived,
    }
    found = pipeline[case["type"]](case)
    return all(any(each.states(wanted) for each in found) for wanted in case["claims"])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_case_of_the_handbook_is_right_as_a_whole(case: Case) -> None:
    assert is_right(case) is (case["id"] not in NOT_YET_RIGHT), NOT_YET_RIGHT.get(case["id"])


def test_at_least_thirteen_cases_are_right() -> None:
    assert len(CASES) - len(NOT_YET_RIGHT) >= 13
