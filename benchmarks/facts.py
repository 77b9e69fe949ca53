"""Facts of a million claims: how long they take to make, to keep up with the register, and to ask.

    python -m benchmarks.facts [CLAIMS]

Times are on the clock, inside one running process, medians over days that were not asked before; aims are for a million
claims. Ends with code 1 where an aim is missed.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.parts import synthetic
from contingent.ask.day import FactsOn
from contingent.ask.sums import Sums
from contingent.book import Book
from contingent.reading import Reading
from contingent.register import Register

YEARS = range(2003, 2020)
AIMS = {
    "make all facts from scratch": 120.0,
    "take in one more page of the largest operation": 1.0,
    "take in one more page of a middle operation": 1.0,
    "show the largest operation": 0.150,
    "show a middle operation": 0.020,
    "total over all operations": 0.100,
}
MOST_MEMORY = 2_000.0


def seconds(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def over_days(ask: Callable[[date], object]) -> float:
    """The median time to ask, over days of different years; the first day asked is not counted."""
    ask(date(2012, 5, 1))
    return statistics.median(seconds(partial(ask, date(year, 7, 9))) for year in YEARS)


def take_in(page: Reading, register: Register, book: Book) -> None:
    """Keep a page in the register and take it into the book."""
    register.keep(page)
    book.refresh()


def peak_memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000


def measured(path: Path, claims: int) -> dict[str, float]:
    """The time of each thing that has an aim, in seconds."""
    largest, middle = synthetic.largest_and_middle(claims)
    found: dict[str, float] = {}
    begin = time.perf_counter()
    with Book(path) as book:
        found["make all facts from scratch"] = time.perf_counter() - begin
        print(f"facts: {claims:,} claims are {len(book.facts):,} facts; at most {peak_memory():,.0f} MB", flush=True)
        found["show the largest operation"] = over_days(lambda day: book.placemat(largest, day))
        found["show a middle operation"] = over_days(lambda day: book.placemat(middle, day))
        found["total over all operations"] = over_days(lambda day: Sums(FactsOn(book.facts, day)).of_all())
        chance = random.Random(2)
        for label, name in (("the largest", largest), ("a middle", middle)):
            page = synthetic.page_about(name, claims, chance)
            with Register(path) as register:
                found[f"take in one more page of {label} operation"] = seconds(partial(take_in, page, register, book))
        assert book.refresh() == 0
    return found


def main(claims: int = synthetic.CLAIMS) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contingent.db"
        taken = seconds(lambda: synthetic.fill(path, claims))
        print(f"facts: register of {claims:,} claims: {path.stat().st_size / 1e6:,.0f} MB, written in {taken:.0f} s")
        found = measured(path, claims)
    missed = peak_memory() > MOST_MEMORY
    print(f"facts: most memory with all facts and answers: {peak_memory():,.0f} MB (aim {MOST_MEMORY:,.0f} MB)")
    for what, aim in AIMS.items():
        missed |= found[what] > aim
        print(f"facts: {what}: {found[what]:.3f} s (aim {aim:g} s)")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
