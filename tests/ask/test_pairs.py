from __future__ import annotations

import pytest

from contingent.ask.pairs import Pair, are_one, pair_of
from contingent.catalogue import load
from contingent.decision import Decision, DecisionKind, Thing
from contingent.errors import UnknownNameError, UsageError
from contingent.fact import Fact
from contingent.resolve import resolve
from tests.evidence import claim, page

CATALOGUE = load()
EVIDENCE = [
    *page(
        "2021-04-15",
        claim("participation", "Denmark", "@NATO Mission in Iraq"),
        claim("element", "DNK@NMI/bodyguard team", "DNK@NMI"),
        claim("element", "DNK@Harbour Watch/National Support Element", "DNK@Harbour Watch"),
        claim("element", "DNK@Green Lantern/escort", "DNK@Green Lantern"),
        claim("element", "DNK@Green Lantern/crew", "DNK@Green Lantern"),
        claim("posting", "Anna Holm", "@NMI", title="Commander"),
        claim("posting", "Bo Lind", "@Green Lantern", title="Commander"),
        claim("location", "DNK@Green Lantern/crew", "Camp Lantern", role="base"),
    ),
    *page(
        "2021-05-15",
        claim("element", "DNK@Harbour Watch/escort", "DNK@Harbour Watch"),
        claim("posting", "Anna Holm", "@Harbour Watch", title="Commander"),
    ),
]


def facts(*decisions: Decision) -> tuple[Fact, ...]:
    return resolve(EVIDENCE, CATALOGUE, decisions)


def pair(one: str, other: str, thing: Thing | None = None) -> Pair:
    return pair_of(facts(), one, other, CATALOGUE, thing)


@pytest.mark.parametrize(
    ("one", "other", "thing", "names"),
    [
        ("harbour watch", "Green Lantern", Thing.OPERATION, ("Harbour Watch", "Green Lantern")),
        ("NMI", "@Green Lantern", Thing.OPERATION, ("NMI", "Green Lantern")),
        ("NATO-Mission im Irak", "Green Lantern", Thing.OPERATION, ("NATO Mission Iraq", "Green Lantern")),
        ("bo  lind", "Anna Holm (Harbour Watch)", Thing.PERSON, ("Bo Lind", "Anna Holm (Harbour Watch)")),
        ("crew", "bodyguard team", Thing.ELEMENT, ("DNK@Green Lantern/crew", "DNK@NMI/bodyguard team")),
        (
            "NSE",
            "DNK@Green Lantern/escort",
            Thing.ELEMENT,
            ("DNK@Harbour Watch/National Support Element", "DNK@Green Lantern/escort"),
        ),
        (
            "Danmark@NATO Mission Iraq/Bodyguard Team",
            "Denmark@Green Lantern/crew",
            Thing.ELEMENT,
            ("DNK@NMI/bodyguard team", "DNK@Green Lantern/crew"),
        ),
    ],
)
def test_names_are_kept_as_claims_write_them(one: str, other: str, thing: Thing, names: tuple[str, str]) -> None:
    assert pair(one, other) == Pair(thing, names, one=False)


def test_of_several_elements_of_one_name_the_one_beside_the_other_is_meant() -> None:
    assert pair("escort", "crew").names == ("DNK@Green Lantern/escort", "DNK@Green Lantern/crew")


def test_where_that_does_not_tell_the_references_are_offered() -> None:
    with pytest.raises(UsageError, match=r"'DNK@Green Lantern/escort', 'DNK@Harbour Watch/escort'; write one of these"):
        pair("escort", "bodyguard team")


def test_a_person_of_several_posts_is_offered_with_each() -> None:
    with pytest.raises(UsageError, match=r"'Anna Holm \(Harbour Watch\)', 'Anna Holm \(NATO Mission Iraq\)'"):
        pair("Anna Holm", "Bo Lind")


@pytest.mark.parametrize(
    ("one", "other", "complaint"),
    [
        ("Bo Lind", "NMI", "'Bo Lind' is the name of a person and 'NMI' of an operation"),
        ("crew", "Camp Lantern", "an element and 'Camp Lantern' of a place"),
        ("Green Lantern", "green-lantern", "are one name"),
        ("Danmark", "DNK", "are one name in claims: DNK"),
        ("DNK@NMI", "Green Lantern", "is a contribution"),
    ],
)
def test_what_is_no_pair_is_refused(one: str, other: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        pair(one, other)


@pytest.mark.parametrize("name", ["Bo Lund", "DNK@NMI/crew", "Bo Lind (Harbour Watch)"])
def test_a_name_that_nothing_bears_is_refused_with_the_nearest(name: str) -> None:
    with pytest.raises(UnknownNameError):
        pair(name, "NMI")


@pytest.mark.parametrize(
    ("one", "other"),
    [("NMI", "Green Lantern"), ("escort", "crew"), ("Anna Holm (NMI)", "Bo Lind"), ("DNK@NMI/bodyguard team", "crew")],
)
def test_a_pair_that_is_merged_is_one_by_any_of_its_names_and_two_again_when_that_is_undone(
    one: str, other: str
) -> None:
    found = pair(one, other)
    merged = Decision(
        kind=DecisionKind.MERGE,
        by="Ada",
        made_at="2021-06-01T12:00:00.000Z",
        reason="So.",
        thing=found.thing,
        names=found.names,
    )
    undone = Decision(
        kind=DecisionKind.UNDO, by="Ada", made_at="2021-06-01T12:01:00.000Z", reason="No.", undoes=merged.id
    )
    assert are_one(facts(merged), found.names, found.thing, CATALOGUE)
    assert not are_one(facts(merged, undone), found.names, found.thing, CATALOGUE)
    assert facts(merged, undone) == facts()


def test_an_operation_of_the_catalogue_that_is_merged_is_found_by_its_names_there() -> None:
    evidence = page("2021-04-15", claim("strength", "@KFOR", low=5), claim("strength", "@NMI", low=6))
    merged = Decision(
        kind=DecisionKind.MERGE,
        by="Ada",
        made_at="2021-06-01T12:00:00.000Z",
        reason="So.",
        thing=Thing.OPERATION,
        names=("KFOR", "NMI"),
    )
    assert pair_of(resolve(evidence, CATALOGUE, [merged]), "Kosovo Force", "NATO Mission Iraq", CATALOGUE).one
