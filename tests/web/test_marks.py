"""Claims marked in a text: all words stay, each quote is marked, what is too long is cut."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from contingent.fact import Evidence
from contingent.web.marks import LONGEST_LINE, LONGEST_TEXT, marked_text
from tests.evidence import claim, page

ONE = page("2021-01-01", claim("participation", "DNK", "@KFOR"))[0]


def quoted(start: int, end: int) -> Evidence:
    return replace(ONE, quote_start=start, quote_end=end)


@given(
    st.text(alphabet="ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6),
)
def test_all_words_stay_in_their_order_and_every_quote_is_marked(text: str, places: list[tuple[int, int]]) -> None:
    claims = [quoted(start, min(start + size, len(text))) for start, size in places if start < len(text)]
    marked = marked_text(text, claims)
    lines = ["".join(run.words for run in block.runs) for block in marked.blocks]
    assert lines == [line.rstrip() for line in text.splitlines() if line.strip()]
    for number, item in enumerate(claims, 1):
        words = "".join(run.words for block in marked.blocks for run in block.runs if number in run.claims)
        assert "".join(words.split()) == "".join(text[item.quote_start : item.quote_end].split())


def test_what_is_too_long_is_cut_and_counted() -> None:
    marked = marked_text("x" * (LONGEST_LINE + 7), [quoted(LONGEST_LINE + 1, LONGEST_LINE + 3)])
    assert marked.blocks[0].left_out == 7
    assert not marked.marked
    line = "y" * 999 + "\n"
    marked = marked_text(line * (LONGEST_TEXT // 999 + 5), [])
    assert marked.left_out > 3_000
