from __future__ import annotations

import os
import pty
import threading
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.show import terminal
from contingent.show.terminal import clean, source_name, squeezed, waiting


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


def test_a_long_wait_is_told_on_a_terminal_and_a_short_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = pty.openpty()
    seen: list[bytes] = []
    listener = threading.Thread(target=lambda: seen.extend(iter(lambda: os.read(reader, 1024), b"end")), daemon=True)
    listener.start()
    with os.fdopen(writer, "w", buffering=1, closefd=False) as screen:
        monkeypatch.setattr("sys.stderr", screen)
        with waiting("Thinking it over"):
            pass
        assert seen == []
        monkeypatch.setattr(terminal, "_MOMENT", 0)
        with waiting("Thinking it over"):
            while b"Thinking it over" not in b"".join(seen):
                time.sleep(0.01)


def test_a_wait_in_a_pipe_is_silent(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_MOMENT", 0)
    with waiting("Thinking it over"):
        time.sleep(0.05)
    assert capsys.readouterr() == ("", "")
