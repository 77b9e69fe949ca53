"""What the catalogue says of well-known operations, and that operations of one name are kept apart."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from contingent import catalogue
from contingent.period import parse_bound

FACTS = list(csv.DictReader((Path(__file__).parent / "operations.csv").read_text(encoding="utf-8").split("\n")))


@pytest.mark.parametrize("fact", FACTS, ids=[fact["name"] for fact in FACTS])
def test_a_well_known_operation_has_its_facts(fact: dict[str, str]) -> None:
    operation = catalogue.load().find_operation(fact["name"])
    assert operation is not None
    assert operation.lead == (fact["lead"] or None)
    assert set(fact["hosts"].split()) <= set(operation.hosts)
    assert (operation.start or "")[:4] == fact["start"]
    assert (operation.end or "")[:4] == fact["end"]


def test_a_part_of_an_operation_does_not_end_before_it_starts() -> None:
    known = catalogue.load().operations
    for operation in known.values():
        whole = known[operation.parent] if operation.parent else None
        if whole and whole.start and operation.end:
            assert parse_bound(whole.start)[0] <= parse_bound(operation.end)[1], operation.name
        if whole and whole.end and operation.start:
            assert parse_bound(operation.start)[0] <= parse_bound(whole.end)[1], operation.name


@pytest.mark.parametrize(
    ("one", "other"),
    [("UNMIS", "UNMISS"), ("UNOSOM I", "UNOSOM II"), ("AMISOM", "ATMIS"), ("SNMG1", "SNMG2"), ("NTM-I", "NMI")],
)
def test_names_that_differ_by_a_letter_are_of_two_operations(one: str, other: str) -> None:
    first, second = catalogue.load().find_operation(one), catalogue.load().find_operation(other)
    assert first is not None
    assert second is not None
    assert first is not second


@pytest.mark.parametrize("name", ["EUTM", "EUCAP", "Mission in Mali", "NATO's advisory mission", "EUNAVFOR"])
def test_a_name_of_several_operations_finds_none_alone(name: str) -> None:
    assert catalogue.load().find_operation(name) is None
    meant = {row.operation for row in catalogue.load().operation_names if row.name == name and row.ambiguous}
    assert len(meant) > 1


@pytest.mark.parametrize("kind", ["nato", "eu military", "un peacekeeping"])
def test_most_operations_of_a_kind_have_a_danish_name(kind: str) -> None:
    known = catalogue.load()
    danish = {name.operation for name in known.operation_names if name.language == "da"}
    # A code name is the same in every language.
    wanted = [o.name for o in known.operations.values() if o.kind == kind and not o.name.startswith("Operation ")]
    assert sum(name in danish for name in wanted) >= 0.6 * len(wanted)
