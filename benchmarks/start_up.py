"""How long the program takes from the call to its end, for its help and for a small page; medians of five.

The ceilings are 0.3 s for the help and 0.5 s for reading a page; ends with code 1 above them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
PAGE = "Denmark leads NATO Mission Iraq. The mission counts about 500 soldiers.\n"


def seconds(*arguments: str) -> float:
    """The wall time of one command, median of ``RUNS``."""
    taken = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "contingent", *arguments], capture_output=True, check=True)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def main() -> int:
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(PAGE, encoding="utf-8")
        for name, ceiling, arguments in (
            ("help", 0.3, ("--help",)),
            ("read", 0.5, ("read", str(page), "--published", "2021-04-15", "--language", "en")),
        ):
            taken = seconds(*arguments)
            slow |= taken > ceiling
            print(f"start-up: contingent {name} {taken:.3f} s (ceiling {ceiling} s)")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
