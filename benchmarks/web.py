"""The pages over a register of a million claims: how long each takes at the server, and how large it is on the wire.

    python -m benchmarks.web [CLAIMS | REGISTER]

Conflicts are looked for first. Times are on the clock, from a question to the whole page, medians over days (for
timelines: gap rules) that were not asked before. Ends with code 1 where an aim is missed.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from benchmarks.parts import synthetic
from contingent.register import View
from contingent.web.application import application, prepare
from contingent.web.desk import Desk

AIM = 0.150
"""Seconds within which any page is there, in the median."""
LARGEST_FIRST_PAGE = 300_000
"""Bytes on the wire of the first page."""
AT_ONCE = 50
_TIMELINES = 5
_DAYS = [date(year, 7, 9) for year in range(2003, 2020)]


@contextmanager
def register(what: str) -> Iterator[Path]:
    """The register to ask: one of the name, or one made up with so many claims."""
    if not what.isdigit():
        yield Path(what)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contingent.db"
        synthetic.fill(path, int(what))
        yield path


def pages(path: Path, claims: int) -> dict[str, list[str]]:
    """The addresses of each sort of page to ask for."""
    largest, middle = synthetic.largest_and_middle(claims)
    with View(path) as view:
        documents = [stored.document_id for stored in view.newest_documents(2_000)][:: 2_000 // len(_DAYS)]
    days = [f"?on={day}" for day in _DAYS]
    things = {"largest operation": largest, "middle operation": middle}
    found = {
        "start": [f"/{day}" for day in days],
        "search": [f"/search{day}&q=force" for day in days],
    }
    for name, thing in things.items():
        found[name] = [f"/operation/{quote(thing)}{day}" for day in days]
        found[f"{name}, timeline"] = [f"/timeline/operation/{quote(thing)}?gap={90 + n}d" for n in range(_TIMELINES)]
        found[f"{name}, picture"] = [f"/svg/timeline/operation/{quote(thing)}?gap={90 + n}d" for n in range(_TIMELINES)]
        found[f"{name}, total"] = [f"/total/operation/{quote(thing)}{day}" for day in days]
    found["total of all"] = [f"/total{day}" for day in days]
    found["actor"] = [f"/actor/DNK{day}" for day in days]
    found["documents"] = [f"/documents?page={n + 1}" for n in range(len(days))]
    found["document"] = [f"/document/{name}" for name in documents]
    found["conflicts"] = [f"/conflicts{day}" for day in days]
    return found


def main(what: str) -> int:
    """Ask for every sort of page, print what it took, and return the exit code."""
    missed = []
    with register(what) as path:
        begin = time.perf_counter()
        desk = Desk(path)
        print(f"take in the register: {time.perf_counter() - begin:.0f} s", flush=True)
        begin = time.perf_counter()
        prepare(desk, _DAYS[-1])
        print(f"make ready: {time.perf_counter() - begin:.0f} s", flush=True)
        client = TestClient(application(desk, lambda: _DAYS[-1]))
        while "being looked for" in client.get("/conflicts").text:
            time.sleep(1.0)
        with View(path) as view:
            claims = sum(stored.claims for stored in view.documents())
        for name, addresses in pages(path, claims).items():
            times = []
            size = 0
            for address in addresses:
                begin = time.perf_counter()
                answer = client.get(address)
                times.append(time.perf_counter() - begin)
                assert answer.status_code == 200, address
                size = max(size, len(gzip.compress(answer.content, 4)))
            median = statistics.median(times[1:])
            print(f"{name}: {median * 1000:.0f} ms (slowest {max(times) * 1000:.0f}), {size:,} bytes", flush=True)
            if median > AIM or (name == "start" and size > LARGEST_FIRST_PAGE):
                missed.append(name)
        with ThreadPoolExecutor(AT_ONCE) as crowd:
            begin = time.perf_counter()
            days = [f"/?on=2015-01-{number % 28 + 1:02}" for number in range(AT_ONCE)]
            codes = list(crowd.map(lambda day: client.get(day).status_code, days))
            print(f"{AT_ONCE} at once: {time.perf_counter() - begin:.1f} s, {codes.count(200)} answered", flush=True)
        if any(code != 200 for code in codes):
            missed.append("many at once")
        desk.close()
    if missed:
        print(f"missed: {', '.join(missed)}")
    return bool(missed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "1000000"))
