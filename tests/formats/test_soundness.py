"""What holds for the blocks of any text, however strange, and that work grows no faster than the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contingent.errors import DocumentError
from contingent.formats import parse
from tests.hostile import FILES, hostile_file
from tests.steps import assert_steps_grow_with_length, steps

from .outlines import assert_sound

NEWLINES = ["\n", "\n\n", "\n\n\n", "\r\n"]
MARKERS = ["• ", "- ", "– ", "* ", "o ", "1. ", "2. ", "(a) ", "(b) ", ">> ", ": ", "|", "---", "===", "# ", "."]
SPACES = [" ", "  ", "   ", "\t", "\u00a0", "\u00ad", "\u200b", "\x0c", "\u2028"]
WORDS = ["Label: value", "Photo: x", "Heading", "HEADING", "10", "1,234", "x", "É", "Home > Ops > Mali"]
LINES = ["lower case line", "Name    12", "A\tB", "a sentence that goes on for a while and then it stops."]
PIECES = st.sampled_from([*NEWLINES, *MARKERS, *SPACES, *WORDS, *LINES])
NAMES = "p ul li table tr td th caption dl dt dd h1 h2 div aside nav b main figure figcaption pre span form header"
SINGLE = ["<br>", "<script>", "</script>", "<button>", "</button>", "<summary>", "<details>", "<!-- x -->"]
WITH_ATTRIBUTES = ["<td colspan=3>", "<td rowspan=2>", "<a href=x>", "<section class=facts>", "<div class=label>"]
TAGS = st.sampled_from([f"<{end}{name}>" for name in NAMES.split() for end in ("", "/")] + SINGLE + WITH_ATTRIBUTES)


@example("Heading  \x0c• \nName    12")  # a form feed at the edge of a column
@given(st.lists(PIECES, min_size=1, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_blocks_of_any_plain_text_are_sound_and_the_text_is_kept(text: str) -> None:
    try:
        document = parse(text.encode(), address="x.txt")
    except DocumentError:
        return
    assert document.text == text
    assert_sound(document)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_blocks_of_any_characters_are_sound(text: str) -> None:
    try:
        assert_sound(parse(text.encode(), address="x.txt"))
    except DocumentError:
        return


@given(st.lists(st.one_of(TAGS, PIECES), max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_blocks_of_any_markup_are_sound(markup: str) -> None:
    try:
        assert_sound(parse(f"<html>{markup}".encode(), address="x.html"))
    except DocumentError:
        return


@pytest.mark.parametrize("name", FILES)
def test_steps_grow_with_the_length_of_a_hostile_text_and_no_faster(name: str) -> None:
    def parsing(characters: int) -> Callable[[], object]:
        data = hostile_file(name, characters)
        return lambda: parse(data, address=FILES[name][1])

    assert_steps_grow_with_length(parsing)


@pytest.mark.parametrize("markup", ["<div>" * 300_000, "<ul><li>x" * 100_000, "<p " + "a=1 " * 60_000 + ">x"])
def test_markup_that_would_take_minutes_is_refused_before_it_is_parsed(
    markup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        with pytest.raises(DocumentError, match="more elements than any page"):
            parse(f"<html>{markup}".encode(), address="x.html")

    monkeypatch.setattr("contingent.formats.html.LexborHTMLParser", lambda source: pytest.fail("it is parsed"))
    assert steps(refuse) < len(markup)


def test_deep_nesting_keeps_all_its_words_in_order() -> None:
    depth = 1_500
    page = "".join(f"<div>{n} " for n in range(depth)) + "</div>" * depth
    assert parse(f"<html>{page}".encode(), address="x.html").text.split() == [str(n) for n in range(depth)]
