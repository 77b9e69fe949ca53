"""How many claims a second are encoded and decoded, validated, on one core. Prints the median of five runs."""

from __future__ import annotations

import statistics
import time

from contingent.claim import Claim, Quantity, decode, encode

COUNT = 100_000


def main() -> None:
    """Run the benchmark and print its figures."""
    claims = [
        Claim(
            "strength", f"DNK@Operation {n % 500}/team {n % 7}", None, Quantity(n, n + 5, False, "persons"),
            start=f"20{n % 25:02}-05", end="2021-05-01/2021-08-31", quote=f"a team of {n} soldiers",
        )
        for n in range(COUNT)
    ]  # fmt: skip
    lines = [encode(claim) for claim in claims]
    encoding, decoding = [], []
    for _ in range(5):
        begin = time.perf_counter()
        for claim in claims:
            encode(claim)
        encoding.append(COUNT / (time.perf_counter() - begin))
        begin = time.perf_counter()
        for line in lines:
            decode(line)
        decoding.append(COUNT / (time.perf_counter() - begin))
    print(f"encode {statistics.median(encoding):,.0f} claims/s")
    print(f"decode {statistics.median(decoding):,.0f} claims/s")


if __name__ == "__main__":
    main()
