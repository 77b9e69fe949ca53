"""Who is who: names in one post, chains across posts, and what people decided."""

from __future__ import annotations

import random as randomness

from hypothesis import given, settings
from hypothesis import strategies as st

from contingent.catalogue import load
from contingent.claim import parse_reference
from contingent.decision import Rulings, Thing
from contingent.resolve.persons import Persons, Posting

NO_PAIRS: frozenset[tuple[str, str]] = frozenset()


def posting(name: str, post: str = "@Harbour Watch", document: str = "a", rank: str | None = None) -> Posting:
    return Posting(name, parse_reference(post), document, rank)


def ruled(*, merged: tuple[str, str] | None = None, split: tuple[str, str] | None = None) -> Rulings:
    def pairs(pair: tuple[str, str] | None) -> dict[Thing, frozenset[tuple[str, str]]]:
        return {thing: frozenset({pair}) if pair and thing is Thing.PERSON else NO_PAIRS for thing in Thing}

    return Rulings(pairs(merged), pairs(split))


def shown(*postings: Posting, rulings: Rulings | None = None) -> list[str]:
    """The shown name of each posting's person."""
    persons = Persons(postings, load(), rulings)
    return [persons.of(each.name, each.post) for each in postings]


def number_of_persons(*postings: Posting, rulings: Rulings | None = None) -> int:
    return len(set(shown(*postings, rulings=rulings)))


ALFRED = posting("John Alfred Smith", "@Station 1", "a")
INITIAL = posting("J. Smith", "@Station 3", "b")
CAREER = [posting("John Smith", f"@Station {number}", "c") for number in (1, 15, 3)]


def test_names_that_no_post_and_no_document_joins_are_two_persons() -> None:
    assert number_of_persons(ALFRED, INITIAL) == 2


def test_a_document_that_gives_one_name_several_posts_joins_a_chain() -> None:
    assert number_of_persons(ALFRED, INITIAL, *CAREER) == 1


def test_one_name_in_two_posts_that_nothing_joins_is_shown_with_the_post() -> None:
    assert shown(posting("Ida Holm", "@Station 1", "a"), posting("Ida Holm", "@Station 3/2 Platoon", "b")) == [
        "Ida Holm (Station 1)",
        "Ida Holm (2 Platoon)",
    ]


def test_posts_of_one_short_name_are_told_apart_by_the_whole_reference() -> None:
    ones = (posting("Ida Holm", f"DNK@Station {number}/staff", document) for number, document in ((1, "a"), (3, "b")))
    assert shown(*ones) == ["Ida Holm (DNK@Station 1/staff)", "Ida Holm (DNK@Station 3/staff)"]


def test_ranks_that_nobody_holds_at_a_time_keep_the_names_of_one_document_apart() -> None:
    one = posting("Ida Holm", "@Station 1", rank="Sgt.")
    other = posting("Ida Holm", "@Station 3", rank="Major General")
    assert number_of_persons(one, other) == 2
    assert number_of_persons(one._replace(rank="brigadegeneral"), other) == 1


def test_ranks_that_nobody_holds_at_a_time_keep_like_names_of_one_post_apart() -> None:
    assert number_of_persons(posting("Per Olsen", rank="oberst"), posting("Per Olesen", rank="oberst")) == 1
    assert number_of_persons(posting("Per Olsen", rank="oberst"), posting("Per Olesen", rank="sergent")) == 2


def test_an_initial_that_two_persons_share_belongs_to_neither() -> None:
    assert number_of_persons(posting("J. Smith"), posting("John Smith")) == 1
    assert number_of_persons(posting("J. Smith"), posting("John Smith"), posting("James Smith")) == 3


def test_a_familiar_form_and_another_order_of_the_words_are_one_name() -> None:
    assert number_of_persons(posting("Bob Smith"), posting("Robert Smith")) == 1
    assert number_of_persons(posting("TESFAMARIAM Yohannes"), posting("Yohannes Tesfamariam")) == 1


def test_a_merge_joins_what_is_not_alike_and_a_split_parts_what_is() -> None:
    ones = (posting("Eva Berg", "@Station 1", "a"), posting("Eva Lund", "@Station 3", "b"))
    assert number_of_persons(*ones) == 2
    assert number_of_persons(*ones, rulings=ruled(merged=("Eva Berg", "Eva Lund"))) == 1
    like = (posting("Per Olsen"), posting("Per Olesen"))
    assert number_of_persons(*like, rulings=ruled(split=("Per Olesen", "Per Olsen"))) == 2


def test_a_split_holds_against_a_chain() -> None:
    split = ruled(split=("J. Smith", "John Alfred Smith"))
    persons = Persons([ALFRED, INITIAL, *CAREER], load(), split)
    assert persons.of(ALFRED.name, ALFRED.post) != persons.of(INITIAL.name, INITIAL.post)


def test_namesakes_are_told_apart_by_the_names_that_are_shown() -> None:
    ones = (posting("Ida Holm", "@Station 1", "a"), posting("Ida Holm", "@Station 3", "b"))
    merged = ruled(merged=("Ida Holm (Station 1)", "Ida Holm (Station 3)"))
    assert shown(*ones, rulings=merged) == ["Ida Holm", "Ida Holm"]
    joined_by_document = (ones[0], ones[1]._replace(document_id="a"))
    split = ruled(split=("Ida Holm (Station 1)", "Ida Holm (Station 3)"))
    assert shown(*joined_by_document, rulings=split) == ["Ida Holm (Station 1)", "Ida Holm (Station 3)"]


def test_each_step_of_a_join_is_a_sentence() -> None:
    persons = Persons([ALFRED, INITIAL, *CAREER], load())
    assert persons.reasons((ALFRED.name, ALFRED.post), (INITIAL.name, INITIAL.post)) == (
        "'John Alfred Smith' and 'John Smith' hold one post, in Station 1, and differ by a middle name.",
        "One document gives 'John Smith' both posts, in Station 1 and in Station 3.",
        "'John Smith' and 'J. Smith' hold one post, in Station 3, and differ by an initial for a given name.",
    )
    assert Persons([ALFRED, INITIAL], load()).reasons(
        (ALFRED.name, ALFRED.post), (INITIAL.name, INITIAL.post)
    ) == ()  # fmt: skip


NAMES_USED = ("John Smith", "J. Smith", "John Alfred Smith", "John B. Smith", "James Smith", "Jon Smith")
NAMES = st.sampled_from(NAMES_USED)
POSTINGS = st.lists(
    st.builds(
        posting,
        NAMES,
        st.sampled_from(["@Station 1", "@Station 3", "DNK@Station 1/staff"]),
        st.sampled_from("abcd"),
        st.sampled_from([None, "Colonel", "Sergeant"]),
    ),
    max_size=10,
)
PAIRS = st.frozensets(st.permutations(sorted(NAMES_USED)).map(lambda names: tuple(sorted(names[:2]))), max_size=3)


@settings(max_examples=150, deadline=None)
@given(POSTINGS, PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_postings_does_not_matter_and_splits_always_hold(
    postings: list[Posting],
    merged: frozenset[tuple[str, str]],
    split: frozenset[tuple[str, str]],
    random: randomness.Random,
) -> None:
    rulings = Rulings(
        {thing: merged - split if thing is Thing.PERSON else NO_PAIRS for thing in Thing},
        {thing: split if thing is Thing.PERSON else NO_PAIRS for thing in Thing},
    )
    names = dict(zip(postings, shown(*postings, rulings=rulings), strict=True))
    shuffled = list(postings)
    random.shuffle(shuffled)
    assert dict(zip(shuffled, shown(*shuffled, rulings=rulings), strict=True)) == names
    for one, its_person in names.items():
        for other, person in names.items():
            if tuple(sorted((one.name, other.name))) in split:
                assert its_person != person
