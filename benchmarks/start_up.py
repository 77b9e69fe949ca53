"""How long the program takes from the call to its end, for its help and for a small page; medians of five.

The ceilings hold for processor time, which other programs on the machine lengthen less than the time on the clock.
The ceilings are 0.3 s for the help and 0.5 s for reading a page, and what these leave for loading the catalogue and
the names of places; ends with code 1 above them.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from contingent.catalogue import load, place_names

RUNS = 5
PAGE = "Denmark leads NATO Mission Iraq. The mission counts about 500 soldiers.\n"


def seconds(*arguments: str) -> tuple[float, float]:
    """The processor time and the time on the clock of one command, medians of ``RUNS``."""
    taken, waited = [], []
    for _ in range(RUNS):
        begin, before = time.perf_counter(), _children()
        subprocess.run([sys.executable, "-m", "contingent", *arguments], capture_output=True, check=True)
        waited.append(time.perf_counter() - begin)
        taken.append(_children() - before)
    return statistics.median(taken), statistics.median(waited)


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


def _children() -> float:
    """The processor time of all programs started so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


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
