"""Time grows with the length of the text, whatever the text; what takes too long is given up."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from contingent import lang
from contingent.errors import DocumentError
from contingent.formats import parse
from contingent.read import read

SENTENCE = "Denmark contributes to KFOR in Kosovo with a guard platoon of 35 soldiers. "
SHORT = 6_000
"""Characters of the shorter text: above it what grows with the square of the length would show."""
GROWTH = 4
MOST = 7.5
"""How many times as long a text of ``GROWTH`` times the length may take; 4 on an idle machine, 16 were a square."""

HOSTILE: dict[str, Callable[[int], str]] = {
    "one line": lambda n: SENTENCE * (n // len(SENTENCE)),
    "one sentence": lambda n: (SENTENCE.strip(" .") + " and ") * (n // len(SENTENCE)),
    "brackets": lambda n: "Denmark (" * (n // 9),
    "nested brackets": lambda n: "(" * (n // 2) + "a" + ")" * (n // 2),
    "digits": lambda n: "1" * n,
    "groups of digits": lambda n: "1.234.567, 123 456 " * (n // 19),
    "years": lambda n: "2014-2015 until 2016 and " * (n // 25),
    "capitals": lambda n: "ABC DEF GHI " * (n // 12),
    "one word": lambda n: "a" * n,
    "one word in capitals": lambda n: "A" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "empty lines": lambda n: "a" + "\n" * n + "b",
    "headings": lambda n: "\n\n".join(f"# Heading {k}\n\nThe team has {k} soldiers." for k in range(n // 36)),
    "items": lambda n: "KFOR consists of:\n\n" + "\n".join(f"- a team of {k} soldiers" for k in range(n // 24)),
    "nested items": lambda n: "\n".join("  " * (k % 40) + f"- item {k} of KFOR:" for k in range(n // 55)),
    "a table": lambda n: "\n".join(f"| Denmark | {k} |" for k in range(n // 16)),
    "names": lambda n: "KFOR\n\n" + " ".join(f"Denmark sends Alpha{k} Team to KFOR." for k in range(n // 36)),
    "one name": lambda n: "KFOR\n\n" + " ".join(f"Denmark sends a team of {k}." for k in range(n // 28)),
    "persons": lambda n: "KFOR\n\n" + "\n\n".join(
        f"General Ada Lind{chr(97 + k % 26)}{chr(97 + k // 26 % 26)} commands KFOR." for k in range(n // 40)
    ),
    "operations": lambda n: "\n\n".join(
        f"Operation Zulu{chr(97 + k % 26)}{chr(97 + k // 26 % 26)} has {k} soldiers." for k in range(n // 38)
    ),
    "abbreviations": lambda n: "\n\n".join(f"The Alpha Beta Mission (ABM{k}) works." for k in range(n // 38)),
    "resolutions": lambda n: "Resolution " * (n // 11),
    "verbs": lambda n: "the team which supports trains leads " * (n // 37),
    "ranks": lambda n: "Lieutenant General Colonel Major " * (n // 33),
    "durations": lambda n: "for six months from " * (n // 20),
    "quotation marks": lambda n: '"KFOR" “NATO” ' * (n // 14),
    "slashes": lambda n: "a/" * (n // 2),
    "combining marks": lambda n: "e\u0301" * (n // 2),
}  # fmt: skip


def seconds(text: str, language: str) -> float:
    """The processor time of reading a text, the better of two."""
    document = parse(text.encode(), address="page.txt")
    taken = []
    for _ in range(2):
        begin = time.process_time()
        read(document, published="2021-04-15", language=language)
        taken.append(time.process_time() - begin)
    return min(taken)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", lang.languages())
def test_time_grows_with_the_length_of_the_text(name: str, language: str) -> None:
    make = HOSTILE[name]
    short = seconds(make(SHORT), language)
    long = seconds(make(GROWTH * SHORT), language)
    assert long < max(MOST * short, 0.1)


def test_reading_ends_with_the_error_of_whoever_watches_the_time() -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls > 50:
            raise DocumentError("The time is up.")

    document = parse((SENTENCE * 100).encode(), address="page.txt")
    with pytest.raises(DocumentError, match="time is up"):
        read(document, published=None, language="en", check_time=check)
