"""One reference for every spelling: operations, actors, and elements in any language."""

from __future__ import annotations

import random as randomness
from collections import Counter
from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.catalogue import load
from contingent.claim import Reference
from contingent.decision import Rulings, Thing
from contingent.resolve.references import References

NO_PAIRS: frozenset[tuple[str, str]] = frozenset()


def ruled(
    thing: Thing, *, merged: Collection[tuple[str, str]] = (), split: Collection[tuple[str, str]] = ()
) -> Rulings:
    def pairs(given: Collection[tuple[str, str]]) -> dict[Thing, frozenset[tuple[str, str]]]:
        return {each: frozenset(given) if each is thing else NO_PAIRS for each in Thing}

    return Rulings(pairs(merged), pairs(split))


NOTHING_RULED = Rulings(dict.fromkeys(Thing, NO_PAIRS), dict.fromkeys(Thing, NO_PAIRS))


def written(*documents: Collection[str], rulings: Rulings = NOTHING_RULED) -> References:
    """The references that documents write, each a collection of them."""
    references = References(load(), rulings)
    for number, texts in enumerate(documents):
        references.put(str(number), Counter(texts))
    references.settle()
    return references


def one(*texts: str, rulings: Rulings = NOTHING_RULED) -> bool:
    """Whether the references, each in a document of its own, are all one."""
    references = written(*([text] for text in texts), rulings=rulings)
    return len({references.of(text) for text in texts}) == 1


FORCE = "DNK@Harbour Watch"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("bodyguard contribution", "livvagtshold"),
        ("bodyguard contribution", "Close Protection Team"),
        ("Personenschutzteam", "livvagter"),
        ("sikrings- og eskortebidrag", "security and escort unit"),
        ("nationalt støtteelement", "NSE"),
        ("Stabsoffiziere", "staff officers"),
        ("Danish element", "dansk element"),
        ("frigate Iver Huitfeldt", "fregatten Iver Huitfeldt"),
        ("infantry company", "infanterikompagni"),
        ("Hold 3", "Team 3"),
        ("117th Infantry Battalion", "117 Infantry Battalion"),
        ("Sector Two", "Sector 2"),
    ],
)
def test_elements_of_one_type_are_one_in_any_words(name: str, other: str) -> None:
    assert one(f"{FORCE}/{name}", f"{FORCE}/{other}")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("staff contribution", "staff officers"),
        ("bodyguard team 1", "livvagtshold 2"),
        ("northern bodyguard team", "livvagtshold"),
        ("infantry company", "infantry platoon"),
        ("infantry company", "infantry contribution"),
        ("infantry platoon", "infantry platoons"),
        ("panserinfanterikompagni", "panserinfanterikompagnier"),
        ("frigate Iver Huitfeldt", "fregat Esbern Snare"),
        ("Swedish element", "dansk element"),
        ("Sector Two", "Sector Six"),
        ("stabshold", "støttehold"),
    ],
)
def test_elements_that_say_anything_else_are_two(name: str, other: str) -> None:
    assert not one(f"{FORCE}/{name}", f"{FORCE}/{other}")


def test_a_type_joins_nothing_where_a_document_names_two_of_it() -> None:
    names = ("bodyguard team", "livvagtshold", "second bodyguard team")
    english, danish, second = (f"{FORCE}/{name}" for name in names)
    for documents, together in (([[english], [danish], [second]], True), ([[english, second], [danish]], False)):
        references = written(*documents)
        assert (references.of(english) == references.of(danish)) is together


def test_forms_of_the_same_words_are_one_also_within_a_document() -> None:
    bare, definite = (f"{FORCE}/{name}" for name in ("helikopterbidrag", "Helikopterbidraget"))
    references = written([bare, definite])
    assert references.of(bare) == references.of(definite)


def test_one_type_in_two_contributions_is_two_elements() -> None:
    assert not one("DNK@Harbour Watch/livvagtshold", "NOR@Harbour Watch/bodyguard team")


def test_an_operation_is_one_with_and_without_the_word_for_it() -> None:
    assert one("@Operation Night Lamp", "@OP NIGHT LAMP", "@Night Lamp")
    assert one("@Operation Barkhane", "@Opération Barkhane", "@Op Barkhane", "@Barkhane")
    assert not one("@Operation Night Lamp", "@Operation Night Lamp II")


def test_a_merge_of_operations_goes_before_the_catalogue_and_a_split_too() -> None:
    names = ("@Night Lamp", "@Kosovo Force")
    assert not one(*names)
    assert one(*names, rulings=ruled(Thing.OPERATION, merged=[("Kosovo Force", "Night Lamp")]))
    assert not one("@KFOR", "@Kosovo Force", rulings=ruled(Thing.OPERATION, split=[("KFOR", "Kosovo Force")]))


def test_elements_can_be_merged_across_what_they_belong_to() -> None:
    here, there = "@Harbour Watch/Sector East", "USA@Harbour Watch/eastern sector"
    merged = ruled(Thing.ELEMENT, merged=[(here, there)])
    assert not one(here, there)
    assert one(here, there, rulings=merged)
    references = written([here], [there, f"{there}/Alpha Company"], rulings=merged)
    assert str(references.of(f"{there}/Alpha Company")) == f"{references.of(here)}/Alpha Company"


def test_an_element_can_be_merged_with_a_part_of_itself_and_beside_its_whole() -> None:
    outer, inner = f"{FORCE}/battalion", f"{FORCE}/battalion/logistics company"
    beside = f"{FORCE}/logistics company"
    nested = written([outer], [f"{inner}/cooks"], [inner], rulings=ruled(Thing.ELEMENT, merged=[(outer, inner)]))
    assert nested.of(inner) == nested.of(outer)
    assert str(nested.of(f"{inner}/cooks")) == f"{outer}/cooks"
    both = written([outer], [inner], [beside], rulings=ruled(Thing.ELEMENT, merged=[(inner, beside)]))
    assert str(both.of(inner)) == str(both.of(beside)) == beside
    assert both.of(outer) != both.of(inner)


def test_a_split_keeps_elements_apart_also_against_a_chain() -> None:
    chain = tuple(f"{FORCE}/{name}" for name in ("masonry works", "masonery works", "masonerry works"))
    assert one(*chain)
    split = ruled(Thing.ELEMENT, split=[(chain[0], chain[2])])
    references = written(*([text] for text in chain), rulings=split)
    assert references.of(chain[0]) != references.of(chain[2])


NAMES = (
    "bodyguard team",
    "livvagtshold",
    "Close Protection Team",
    "livvagter",
    "bodyguard team 2",
    "masonry",
    "masonery",
)
ACTORS, OPERATIONS = st.sampled_from(("DNK", "Danmark")), st.sampled_from(("KFOR", "Night Lamp"))
TEXTS = st.builds("{}@{}/{}".format, ACTORS, OPERATIONS, st.sampled_from(NAMES))
PAIRS = st.frozensets(st.permutations(NAMES).map(lambda names: tuple(sorted(names[:2]))), max_size=3)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), max_size=6), PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter_and_splits_always_hold(
    documents: list[list[str]],
    merged: frozenset[tuple[str, str]],
    split: frozenset[tuple[str, str]],
    random: randomness.Random,
) -> None:
    def of_elements(pairs: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        return frozenset((f"DNK@Night Lamp/{a}", f"DNK@Night Lamp/{b}") for a, b in pairs)

    rulings = ruled(Thing.ELEMENT, merged=of_elements(merged - split), split=of_elements(split))
    texts = {text for document in documents for text in document}
    before = written(*documents, rulings=rulings)
    again = [random.sample(document, len(document)) for document in random.sample(documents, len(documents))]
    after = written(*again, rulings=rulings)
    assert {text: before.of(text) for text in texts} == {text: after.of(text) for text in texts}
    for a, b in of_elements(split):
        if a in texts and b in texts:
            assert before.of(a) != before.of(b)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), max_size=6), st.lists(st.integers(0, 5), max_size=3), PAIRS)
def test_what_is_kept_up_is_what_is_made_at_once(
    documents: list[list[str]], taken_back: list[int], merged: frozenset[tuple[str, str]]
) -> None:
    pairs = [(f"DNK@KFOR/{a}", f"DNK@Night Lamp/{b}") for a, b in merged]
    rulings = ruled(Thing.ELEMENT, merged=pairs)
    kept_up = References(load(), NOTHING_RULED)
    seen: dict[str, Reference] = {}

    def settle() -> None:
        """Every spelling that means something else than before is told."""
        now = {text for number, texts in enumerate(documents) if number in present for text in texts}
        changed = kept_up.settle()
        for text, reference in seen.items():
            assert (text in changed) == (text not in now or kept_up.of(text) != reference)
        seen.clear()
        seen.update({text: kept_up.of(text) for text in now})

    present: set[int] = set()
    for number, texts in enumerate(documents):
        present.add(number)
        kept_up.put(str(number), Counter(texts))
        settle()
    for number in taken_back:
        present.discard(number)
        kept_up.put(str(number), Counter())
        settle()
    kept_up.rule(rulings)
    settle()
    left = [texts for number, texts in enumerate(documents) if number in present]
    at_once = written(*left, rulings=rulings)
    assert seen == {text: at_once.of(text) for texts in left for text in texts}


def test_a_merge_or_a_split_of_actors_goes_before_the_catalogue() -> None:
    assert one("Danmark@KFOR", "DNK@KFOR")
    assert not one("Danmark@KFOR", "DNK@KFOR", rulings=ruled(Thing.ACTOR, split=[("DNK", "Danmark")]))
    merged = ruled(Thing.ACTOR, merged=[("Kingdom of Nowhere", "Nowhere")])
    assert not one("Nowhere@KFOR", "Kingdom of Nowhere@KFOR")
    assert one("Nowhere@KFOR", "Kingdom of Nowhere@KFOR", rulings=merged)
