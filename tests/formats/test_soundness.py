"""What holds for the blocks of any text, however strange, and that time grows no faster than the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contingent.errors import DocumentError
from contingent.formats import parse

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


HOSTILE = {
    "short lines": ("Nation\n\n", "x.txt"),
    "bullets": ("- one item\n", "x.txt"),
    "numbers": ("1. one\n2. two\n", "x.txt"),
    "bullets with wide gaps": ("• a   b\n", "x.txt"),
    "columns": ("a   b   c\n", "x.txt"),
    "one line of gaps": ("a  ", "x.txt"),
    "labels": ("Label: value\n\n", "x.txt"),
    "colons": (": ", "x.txt"),
    "rules": ("- ", "x.txt"),
    "unclosed bold": ("<b>x", "x.html"),
    "unclosed font": ("<p><font>x", "x.html"),
    "wide spans": ("<tr><td colspan=1000 rowspan=60000>a", "x.html"),
    "list items": ("<li>A: b", "x.html"),
    "definitions": ("<dt>a<dd>b", "x.html"),
    "breaks": ("a<br>", "x.html"),
    "ampersands": ("&", "x.html"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_of_a_hostile_text_and_no_faster(name: str) -> None:
    piece, address = HOSTILE[name]
    start = "<table>" if piece.startswith("<tr>") else "<html>" if address.endswith("html") else "x "

    def seconds(characters: int) -> float:
        data = (start + piece * (characters // len(piece))).encode()
        began = time.process_time()
        parse(data, address=address)
        return time.process_time() - began

    seconds(1_000)
    assert seconds(200_000) < 8 * seconds(50_000) + 0.3


@pytest.mark.parametrize("markup", ["<div>" * 300_000, "<ul><li>x" * 100_000, "<p " + "a=1 " * 60_000 + ">x"])
def test_markup_that_would_take_minutes_is_refused_at_once(markup: str) -> None:
    began = time.process_time()
    with pytest.raises(DocumentError, match="more elements than any page"):
        parse(f"<html>{markup}".encode(), address="x.html")
    assert time.process_time() - began < 2


def test_deep_nesting_keeps_all_its_words_in_order() -> None:
    depth = 1_500
    page = "".join(f"<div>{n} " for n in range(depth)) + "</div>" * depth
    assert parse(f"<html>{page}".encode(), address="x.html").text.split() == [str(n) for n in range(depth)]
