"""The answer to "show": what stands where on a day, on a small world of our own."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from contingent.ask import Line, Placemat, Word, placemat
from contingent.errors import UnknownNameError
from contingent.fact import Evidence
from tests.ask.harbour_watch import ALL, DENMARK, FIRST_PAGE, NEWS, SECOND_PAGE, UPDATE
from tests.evidence import MISSION, claim, page

DAY_OF_PUBLICATION = date(2021, 4, 15)
TWO_TASKS = (claim("task", MISSION, "guard the port"), claim("task", MISSION, "clear mines"))


def on(day: str, what: str = "Harbour Watch", known: str | None = None, items: list[Evidence] = ALL) -> Placemat:
    return placemat(items, what, date.fromisoformat(day), None if known is None else date.fromisoformat(known))


def lines(answer: Placemat, topic: str, section: str | None = None) -> list[Line]:
    return [
        line for part in answer.sections for line in part.lines if line.topic == topic and section in (None, part.title)
    ]


def test_the_info_box_comes_first_and_in_its_order() -> None:
    topics = [line.topic for line in on("2021-04-15").sections[0].lines]
    assert list(dict.fromkeys(topics)) == ["Place", "Lead", "Head", "Strength", "Period", "Mandate", "Post"]


def test_what_no_document_says_is_unknown_and_has_no_note() -> None:
    (mandate,) = lines(on("2021-04-15"), "Mandate")
    assert (mandate.word, mandate.notes) == (Word.UNKNOWN, ())


def test_spellings_of_the_head_are_noted() -> None:
    (head,) = lines(on("2021-04-15", items=FIRST_PAGE), "Head")
    assert head.text == "Commodore Ida Holmm"
    assert "also spelled Ida Holm" in head.remarks
    assert len(head.notes) == 2


def test_a_chief_of_staff_is_a_post_and_no_head() -> None:
    (post,) = lines(on("2021-04-15"), "Post")
    assert post.text == "Colonel Jens Brandt, Chief of Staff"


def test_a_successor_ends_the_predecessor() -> None:
    answer = on("2021-12-31")
    heads = {line.text: line for line in lines(answer, "Head")}
    assert heads["Rear Admiral Nora Vik"].word is Word.PRESUMED
    assert heads["Commodore Ida Holmm"].word is Word.ENDED
    assert "ended between 2021-04-15 and 2021-12-01, succeeded by Nora Vik" in heads["Commodore Ida Holmm"].remarks
    assert "started between 2021-04-15 and 2021-12-01, after Ida Holmm" in heads["Rear Admiral Nora Vik"].remarks


def test_between_two_heads_the_first_is_presumed_and_the_second_possible() -> None:
    heads = {line.text: line.word for line in lines(on("2021-08-15"), "Head")}
    assert heads == {"Commodore Ida Holmm": Word.PRESUMED, "Rear Admiral Nora Vik": Word.POSSIBLE}


def test_before_the_first_head_is_named_nobody_is_head() -> None:
    (head,) = lines(on("2021-01-01"), "Head")
    assert head.word is Word.UNKNOWN


def test_a_bound_stands_in_only_while_there_is_no_count() -> None:
    texts = [[line.text for line in lines(on(day), "Strength", "Denmark")] for day in ("2021-04-15", "2022-01-01")]
    assert texts == [["up to 140 persons"], ["120 persons or 185 persons"]]


def test_figures_that_exclude_each_other_are_both_shown_and_marked() -> None:
    (strength,) = lines(on("2021-12-01"), "Strength", "Denmark")
    assert "the sources differ" in strength.remarks
    assert len(strength.notes) == 2


def test_what_a_number_leaves_out_is_said() -> None:
    (strength,) = lines(on("2021-04-15"), "Strength", "Denmark")
    assert "“without the helicopters”" in strength.remarks


def test_an_ended_element_ends_what_belongs_to_it() -> None:
    answer = on("2021-07-01")
    closing = answer.sections[-1]
    assert closing.past
    assert [(line.context, line.text) for line in closing.lines if line.topic == "Element"] == [
        ("Denmark", "dive team")
    ]
    assert "clear mines" not in {line.text for line in answer.lines}


def test_an_activity_shows_that_its_element_was_there() -> None:
    (element,) = [line for line in lines(on("2021-06-24"), "Element") if line.text == "boarding team"]
    assert (element.word, element.age) == (Word.PRESUMED, 11)


def test_counts_of_what_shows_a_presence_are_no_values_of_it() -> None:
    seen = [claim("activity", f"{DENMARK}/crew", did, low=n, high=n) for n, did in ((3, "boarded"), (9, "flown"))]
    items = [*page("2021-04-15", claim("participation", "DNK", MISSION)), *page("2021-06-14", *seen)]
    (takes_part,) = lines(on("2021-06-14", items=items), "Takes part")
    assert (takes_part.values, takes_part.remarks) == ((), ())


def test_before_the_operation_nothing_of_it_is_claimed() -> None:
    answer = on("2018-06-30")
    assert {line.word for line in answer.lines} == {Word.NOT_YET}
    (period,) = lines(answer, "Period")
    assert "starts 2018-07" in period.remarks


def test_after_the_operation_nothing_of_it_is_presumed() -> None:
    closed = page("2022-06-01", claim("existence", MISSION, end="2022-03", modality="past"))
    answer = on("2022-07-01", items=[*ALL, *closed])
    assert not [line for line in answer.lines if line.word.in_force]
    assert "Harbour Watch has ended" in next(iter(lines(answer, "Takes part"))).remarks


def test_a_withdrawn_nation_has_no_contribution_in_force() -> None:
    left = page("2021-06-01", claim("participation", "DNK", MISSION, end="2021-05", modality="past"))
    answer = on("2021-05-31", items=[*FIRST_PAGE, *left])
    assert on("2021-06-01", items=[*FIRST_PAGE, *left]).sections[-1].past
    assert "Denmark" in [section.title for section in answer.sections]
    assert "Denmark" not in [section.title for section in on("2021-06-01", items=[*FIRST_PAGE, *left]).sections]


def test_known_takes_only_what_was_published_by_then() -> None:
    assert {note.evidence.published for note in on("2022-01-01", known="2021-04-15").notes} == {"2021-04-15"}
    assert {note.evidence.published for note in on("2022-01-01", known="2021-12-01").notes} == {
        "2021-04-15",
        "2021-06-14",
        "2021-12-01",
    }


def test_before_the_first_document_the_question_says_when_that_was() -> None:
    with pytest.raises(UnknownNameError, match=r"published by 2021-04-14 speaks of 'Harbour Watch'.* 2021-04-15"):
        on("2021-04-15", known="2021-04-14")


def test_a_page_without_a_day_was_public_when_it_was_taken_in() -> None:
    undated = page(None, claim("participation", "DNK", MISSION), added="2021-05-01T10:00:00Z")
    assert on("2022-01-01", known="2021-05-01", items=undated).lines
    with pytest.raises(UnknownNameError):
        on("2022-01-01", known="2021-04-30", items=undated)


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("harbour-watch", "operation", "Harbour Watch"),
        ("DNK", "actor", "Denmark"),
        ("Danmark", "actor", "Denmark"),
        ("danish", "actor", "Denmark"),
        ("ida holm", "person", "Ida Holmm"),
        ("NSE", "element", "National Support Element"),
        ("Camp Lemonnier", "place", "Camp Lemonnier"),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(name: str, kind: str, found: str) -> None:
    answer = on("2021-04-15", name)
    assert (answer.kind, answer.name) == (kind, found)
    assert answer.lines


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Harbour Watch") as error:
        on("2021-04-15", "Harbor Wach")
    assert error.value.nearest[0] == "Harbour Watch"


def test_a_name_like_no_other_gets_a_sentence() -> None:
    with pytest.raises(UnknownNameError, match="or one like it") as error:
        on("2021-04-15", "qqq")
    assert error.value.nearest == ()


def test_without_claims_the_error_says_so() -> None:
    with pytest.raises(UnknownNameError, match="no claims yet"):
        on("2021-04-15", items=[])


def test_an_actor_is_shown_in_all_its_operations() -> None:
    other = page("2021-04-15", claim("participation", "DNK", "@Night Lamp"))
    titles = [section.title for section in on("2021-04-15", "Denmark", items=[*ALL, *other]).sections]
    assert titles[:2] == ["Harbour Watch", "Night Lamp"]


def test_an_actor_is_shown_with_what_it_leads() -> None:
    (leads,) = lines(on("2021-04-15", "Norge"), "Leads")
    assert (leads.text, leads.word) == ("Harbour Watch", Word.STATED)


def test_a_person_is_shown_with_posts_rank_and_titles() -> None:
    (post,) = on("2021-04-15", "Ida Holm").lines
    assert (post.topic, post.text) == ("Head of", "Harbour Watch")
    assert "Commodore; Commander; head of the mission" in post.remarks


def test_a_place_is_shown_with_what_is_there() -> None:
    (line,) = on("2021-04-15", "Camp Lemonnier").lines
    assert (line.topic, line.text) == ("Based here", "Denmark in Harbour Watch: National Support Element")


def test_an_element_is_shown_with_whom_it_supports() -> None:
    (line,) = lines(on("2021-04-15", "National Support Element"), "Supports")
    assert (line.level, line.text) == (1, "Norway in Harbour Watch")


@pytest.mark.parametrize("day", ["2018-06-30", "2020-12-15", "2021-04-15", "2021-08-15", "2022-07-15", "2030-01-01"])
@pytest.mark.parametrize("what", ["Harbour Watch", "Denmark", "Ida Holm", "Camp Lemonnier", "dive team"])
def test_every_answer_can_show_its_quotes(what: str, day: str) -> None:
    answer = on(day, what)
    quotes = {note.number: note.quote for note in answer.notes}
    assert list(quotes) == list(range(1, len(quotes) + 1))
    for line in answer.lines:
        assert bool(line.notes) is (line.word is not Word.UNKNOWN)
        assert all(quotes[number] for number in (*line.notes, *line.further))


def test_notes_are_numbered_in_the_order_in_which_lines_cite_them() -> None:
    firsts = list(dict.fromkeys(number for line in on("2021-07-01").lines for number in (*line.notes, *line.further)))
    assert firsts == sorted(firsts)


def test_the_same_words_are_one_note() -> None:
    twice = page("2021-04-15", claim("task", DENMARK, "patrol"))
    answer = on("2021-04-15", items=[*twice, *twice])
    assert len(answer.notes) == 1


def test_the_order_of_evidence_does_not_matter() -> None:
    shuffled = list(ALL)
    random.Random(7).shuffle(shuffled)
    assert on("2021-07-01") == on("2021-07-01", items=shuffled)


@pytest.mark.parametrize("extra", [SECOND_PAGE, UPDATE, NEWS])
def test_more_evidence_keeps_what_was_stated(extra: list[Evidence]) -> None:
    def stated(answer: Placemat) -> set[tuple[str, str, str]]:
        return {(line.topic, line.subject, line.text) for line in answer.lines if line.word is Word.STATED}

    assert stated(on("2021-04-15", items=FIRST_PAGE)) <= stated(on("2021-04-15", items=[*FIRST_PAGE, *extra]))


def test_what_the_newer_version_of_a_page_dropped_is_presumed_and_marked() -> None:
    old = [replace(item, replaced="2021-06-01") for item in page("2021-04-15", *TWO_TASKS)]
    new = page("2021-06-01", TWO_TASKS[0])
    marks = {line.text: line.remarks for line in on("2021-07-01", items=[*old, *new]).lines if line.topic == "Task"}
    assert marks == {"guard the port": (), "clear mines": ("no longer on the page since 2021-06-01",)}


def test_a_newer_version_that_was_not_yet_known_drops_nothing() -> None:
    old = [replace(item, replaced="2021-06-01") for item in page("2021-04-15", *TWO_TASKS)]
    for day, known in (("2021-07-01", "2021-05-31"), ("2021-05-31", None)):
        assert not [line.remarks for line in on(day, known=known, items=old).lines if line.remarks]


def test_a_place_is_found_by_any_name_that_the_gazetteer_has_for_it() -> None:
    evidence = [
        *page("2021-04-15", claim("location", "DNK@Harbour Watch/frigate", "Bagdad", role="base")),
        *page("2021-05-15", claim("location", MISSION, "Baghdad", role="area")),
    ]
    for name in ("Bagdad", "Baghdad"):
        answer = placemat(evidence, name, date(2021, 6, 1))
        assert {line.topic for line in answer.lines} == {"Based here", "Works here"}


def test_the_posts_of_namesakes_are_told_apart() -> None:
    evidence = [
        *page("2021-04-15", claim("posting", "Ida Holm", MISSION, title="Commander")),
        *page("2021-05-15", claim("posting", "Ida Holm", "@Night Lamp", title="Commander")),
    ]
    answer = placemat(evidence, "Ida Holm", date(2021, 6, 1))
    titles = [section.title for section in answer.sections]
    assert titles == ["Posts of Ida Holm (Harbour Watch)", "Posts of Ida Holm (Night Lamp)"]


def test_the_end_of_a_part_is_none_of_the_whole() -> None:
    leaving = claim("element", f"{DENMARK}/advance party", DENMARK, end="2021-05")
    authorised = claim("participation", "DNK", MISSION, modality="authorised", end="2021-12")
    (part,) = lines(on("2021-05-01", items=page("2021-04-15", leaving, authorised)), "Takes part")
    assert (part.start, part.end, part.word) == (None, None, Word.STATED)


def test_the_end_of_an_operation_is_told_once() -> None:
    ended = page("2021-05-01", claim("existence", MISSION, modality="past", end="2021-04"))
    mandate = page("2021-01-15", claim("mandate", DENMARK, "a vote"), claim("participation", "DNK", MISSION))
    (line,) = lines(on("2021-06-01", items=[*ended, *mandate]), "Mandate", "No longer or not yet")
    assert (line.word, line.remarks) == (Word.ENDED, ("Harbour Watch has ended",))


def test_a_start_that_only_one_old_page_gives_is_cited_beside_many_newer_pages() -> None:
    items = page("2010-02-15", claim("task", MISSION, "guard the port", start="2010-01"))
    for month in range(36):
        day = f"{2018 + month // 12}-{month % 12 + 1:02}-15"
        items += page(day, claim("task", MISSION, "guard the port", end="2030"))
    answer = on("2021-01-15", items=items)
    (task,) = lines(answer, "Task")
    cited = {answer.notes[number - 1].evidence.published for number in task.notes}
    assert task.start == "2010-01" and "2010-02-15" in cited
