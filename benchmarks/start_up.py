"""How long the command line takes to start, and to read a small page. Prints the median of five runs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGE = "KFOR\n\nDenmark contributes to KFOR in Kosovo with 35 soldiers. They are stationed at Camp Novo Selo.\n"


def seconds(*arguments: str) -> float:
    """The median wall time of a command in seconds."""
    runs = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "contingent", *arguments], check=True, capture_output=True)
        runs.append(time.perf_counter() - begin)
    return statistics.median(runs)


def main() -> None:
    """Run the benchmark and print its figures."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(PAGE, encoding="utf-8")
        print(f"contingent --help        {seconds('--help'):.2f} s")
        print(f"contingent read page.txt {seconds('read', str(page), '--published', '2021-04-15'):.2f} s")


if __name__ == "__main__":
    main()
