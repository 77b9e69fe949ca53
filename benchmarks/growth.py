"""Whether time grows with the length of a text, on the hostile texts of ``tests/hostile.py``, in processor time.

The tests count the steps of the same work; time shows also what patterns do inside. Ends with code 1 where a text of
four times the length takes far more than four times as long, or where one of 100,000 characters takes seconds.
``make bench`` finds the texts; else run it with ``PYTHONPATH=.``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator

from contingent import catalogue, lang
from contingent.catalogue.equipment import EquipmentFinder
from contingent.errors import DocumentError
from contingent.formats import parse
from contingent.read import read
from contingent.read.numbers import number_reader
from contingent.read.persons import person_reader
from contingent.read.times import time_reader
from tests.hostile import EQUIPMENT, FILES, NUMBERS, PAGES, PERSONS, TIMES, hostile_file

GROWTH = 4
MOST = 7.5
"""How many times as long a text of ``GROWTH`` times the length may take; 4 on an idle machine, 16 were a square."""
AT_ONCE = 0.1
"""Seconds within which growth is not looked at."""
MOST_SECONDS = 5.0
MEGABYTE_SECONDS = 10.0
REFUSED_SECONDS = 2.0
MINUTES_OF_MARKUP = ("<div>" * 300_000, "<ul><li>x" * 100_000, "<p " + "a=1 " * 60_000 + ">x")

Work = Callable[[], object]


def seconds(work: Work) -> float:
    """The processor time of some work, the better of two."""
    taken = []
    for _ in range(2):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)


def growing() -> Iterator[tuple[str, int, Callable[[int], Work]]]:
    """What is measured: its name, the characters of its shorter text, and the work on a text of some length."""
    for name in FILES:
        yield f"parse {name}", 50_000, lambda n, name=name: _parsing(name, n)
    known = catalogue.load()
    for code in lang.languages():
        language = lang.load(code)
        for name in PAGES:
            yield f"read {code} {name}", 6_000, lambda n, name=name, code=code: _reading(name, code, n)
        for kind, parts, find in (
            ("times", TIMES, time_reader(language).find),
            ("numbers", NUMBERS, number_reader(language).find),
            ("persons", PERSONS, person_reader(language, known).find),
            ("equipment", EQUIPMENT, EquipmentFinder(known, code, compounds=code == "da").find),
        ):
            for part in parts:
                yield f"{kind} {code} {part!r}", 25_000, lambda n, part=part, find=find: _finding(find, part, n)


def _parsing(name: str, characters: int) -> Work:
    data = hostile_file(name, characters)
    return lambda: parse(data, address=FILES[name][1])


def _reading(name: str, code: str, characters: int) -> Work:
    document = parse(PAGES[name](characters).encode(), address="page.txt")
    return lambda: read(document, published="2021-04-15", language=code)


def _finding(find: Callable[[str], object], part: str, characters: int) -> Work:
    text = part * (characters // len(part))
    return lambda: find(text)


def _refused(markup: str) -> None:
    try:
        parse(f"<html>{markup}".encode(), address="x.html")
    except DocumentError:
        return
    raise AssertionError("markup that would take minutes is not refused")


def main() -> int:
    """Run the benchmark and print what is too slow, and the slowest."""
    missed, slowest, number = False, (0.0, ""), 0
    for name, length, prepare in growing():
        number += 1
        short, long = seconds(prepare(length)), seconds(prepare(GROWTH * length))
        slowest = max(slowest, (long, name))
        if long > MOST_SECONDS or long > max(MOST * short, AT_ONCE):
            missed = True
            print(f"growth: {name!s} takes {short:.2f} s for {length} characters, {long:.2f} s for {GROWTH * length}")
    print(
        f"growth: {number} hostile texts; the slowest is {slowest[1]} with {slowest[0]:.2f} s (at most {MOST_SECONDS})"
    )
    megabyte = _finding(time_reader(lang.load("en")).find, "since a in May 2014-", 1_000_000)
    refused = max(seconds(lambda markup=markup: _refused(markup)) for markup in MINUTES_OF_MARKUP)
    for name, taken, most in (
        ("times in a megabyte", seconds(megabyte), MEGABYTE_SECONDS),
        ("markup that would take minutes is refused", refused, REFUSED_SECONDS),
    ):
        missed |= taken > most
        print(f"growth: {name} {taken:.2f} s (at most {most:g} s)")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
