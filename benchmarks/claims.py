"""How many claims are encoded and decoded in a second on one core, with all checks of the claim format.

The floor is 200,000 each way; ends with code 1 below it. Medians of five runs over claims that all differ, in
processor time, so that other work on the machine does not count.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from contingent.claim import Claim, Quantity, decode, encode

NUMBER = 100_000
RUNS = 5
FLOOR = 200_000


def some_claims() -> list[Claim]:
    """Claims of several kinds and sizes, as a register of many pages holds them."""
    makers: tuple[Callable[[int], Claim], ...] = (
        lambda n: Claim(
            "strength",
            "DNK@NATO Mission Iraq",
            quantity=Quantity(None, n, unit="persons"),
            scope="Before sending out the helicopter contribution",
            quote=f"The total Danish contribution is up to {n} people",
        ),
        lambda n: Claim(
            "lead",
            "DNK",
            "@NATO Mission Iraq",
            start=f"{2000 + n % 27}-{n % 12 + 1:02}",
            end=f"{2030 + n % 20}-05-01/{2030 + n % 20}-08-31",
            modality="planned",
            quote=f"Denmark will lead the mission from December to mid-{2030 + n % 20} ({n})",
        ),
        lambda n: Claim(
            "posting",
            f"Åse Ødegård {n}",
            "@NATO Mission Iraq",
            title="commander",
            rank="Lieutenant General",
            as_of=f"{2000 + n % 27}-{n % 12 + 1:02}-{n % 28 + 1:02}",
            quote=f"commander of the mission, Lieutenant General Åse Ødegård {n}",
        ),
        lambda n: Claim(
            "location", f"DNK@NATO Mission Iraq/Element {n}", f"Base {n}", role="base", quote=f"at the Base {n}"
        ),
    )
    return [makers[number % len(makers)](number) for number in range(NUMBER)]


def a_second(work: Callable[[], object]) -> float:
    """How many claims a second the work does, median of ``RUNS``."""
    rates = []
    for _ in range(RUNS):
        begin = time.process_time()
        work()
        rates.append(NUMBER / (time.process_time() - begin))
    return statistics.median(rates)


def main() -> int:
    claims = some_claims()
    lines = [encode(claim) for claim in claims]
    assert [decode(line) for line in lines] == claims
    slow = False
    for name, rate in (
        ("encode", a_second(lambda: [encode(claim) for claim in claims])),
        ("decode", a_second(lambda: [decode(line) for line in lines])),
    ):
        slow |= rate < FLOOR
        print(f"claims: {name} {rate:>11,.0f} a second (floor {FLOOR:,})")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
