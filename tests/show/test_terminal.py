from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from contingent.show.terminal import clean, source_name, squeezed


@given(st.text())
def test_cleaned_words_hold_no_control_character_and_keep_their_length(words: str) -> None:
    cleaned = clean(words)
    assert not any(unicodedata.category(character) == "Cc" for character in cleaned)
    assert len(cleaned) == len(words)


def test_words_that_cannot_steer_a_terminal_stay_as_they_are() -> None:
    assert clean("Åse Ødegård – “op til 215” 𝔄") == "Åse Ødegård – “op til 215” 𝔄"


def test_no_word_turns_the_direction_of_those_behind_it() -> None:
    assert clean("a\u202eb\u2066c\u2028d") == "a\ufffdb\ufffdc d"
    assert clean("שלום\u200f!") == "שלום\u200f!"


def test_line_breaks_and_indents_of_a_page_become_single_spaces() -> None:
    assert squeezed("up to\n   140\t\u00a0people") == "up to 140 people"


def test_standard_input_has_a_name_in_words() -> None:
    assert (source_name("-"), source_name("page.html")) == ("Standard input", "page.html")
