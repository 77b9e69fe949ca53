"""How long the program takes from the call to its end, for its help and for a small page; medians of five.

The ceilings hold for processor time, which other programs on the machine lengthen less than the time on the clock.
The ceilings are 0.3 s for the help and 0.5 s for reading a page, and what these leave for loading the catalogue and
the names of places; ends with code 1 above them.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.parts.program import RUNS, seconds
from contingent.catalogue import load, place_names

PAGE = "Denmark leads NATO Mission Iraq. The mission counts about 500 soldiers.\n"


def loading_seconds() -> dict[str, float]:
    """The processor time of loading the catalogue and the names of places, medians of ``RUNS``."""
    taken: dict[str, list[float]] = {"the catalogue": [], "names of places": []}
    for _ in range(RUNS):
        load.cache_clear()
        place_names.cache_clear()
        for seen, work in zip(taken.values(), (load, place_names), strict=True):
            begin = time.process_time()
            work()
            seen.append(time.process_time() - begin)
    return {name: statistics.median(seen) for name, seen in taken.items()}


def main() -> int:
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(PAGE, encoding="utf-8")
        for name, ceiling, arguments in (
            ("help", 0.3, ("--help",)),
            ("read", 0.5, ("read", str(page), "--published", "2021-04-15", "--language", "en")),
        ):
            taken, waited = seconds(*arguments)
            slow |= taken > ceiling
            print(f"start-up: contingent {name} {taken:.2f} s (ceiling {ceiling} s), {waited:.2f} s on the clock")
    for (name, taken), ceiling in zip(loading_seconds().items(), (0.06, 0.08), strict=True):
        slow |= taken > ceiling
        print(f"start-up: {name} loaded in {taken:.3f} s (ceiling {ceiling} s)")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
