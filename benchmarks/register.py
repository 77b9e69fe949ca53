"""How fast documents go into a register and claims come out of it, and how large the file is. No floor."""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from pathlib import Path

from contingent.claim import CitedClaim, Claim, Quantity
from contingent.document import Document
from contingent.reading import Reading, Source
from contingent.register import Register, View

DOCUMENTS = 2_000
CLAIMS_EACH = 50


def reading(number: int) -> Reading:
    """A document of about a page with ``CLAIMS_EACH`` claims."""
    sentences = [
        f"Denmark has {number * CLAIMS_EACH + n} soldiers in the mission at the base." for n in range(CLAIMS_EACH)
    ]
    text = "\n".join(sentences)
    data = text.encode()
    document = Document(text, (), hashlib.sha256(data).hexdigest(), "text/plain", language="en")
    claims, place = [], 0
    for n, sentence in enumerate(sentences):
        count = number * CLAIMS_EACH + n
        claim = Claim("strength", "DNK@Mission", quantity=Quantity(count, count, unit="persons"), quote=sentence)
        claims.append(CitedClaim(claim, document.quote(place, place + len(sentence))))
        place += len(sentence) + 1
    return Reading(Source(data, f"page{number}.txt"), document, tuple(claims), "benchmark")


def main() -> int:
    readings = [reading(number) for number in range(DOCUMENTS)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contingent.db"
        begin = time.perf_counter()
        with Register(path) as register:
            for each in readings:
                register.keep(each)
        added = time.perf_counter()
        with View(path) as view:
            number = sum(1 for _ in view.claims())
            read = time.perf_counter()
        size = path.stat().st_size
    print(f"register: {DOCUMENTS / (added - begin):,.0f} documents of {CLAIMS_EACH} claims added a second")
    print(f"register: {number / (read - added):,.0f} claims read back a second, {size / number:,.0f} bytes a claim")
    return 0


if __name__ == "__main__":
    sys.exit(main())
