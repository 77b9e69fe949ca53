"""Evidence for tests: claims written in a line each, and the documents that they stand in."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from contingent.claim import Claim, encode, from_mapping
from contingent.fact import Evidence

SHARED_GOLD = Path(__file__).parents[2] / "shared" / "gold"
MISSION = "@Harbour Watch"
"""An operation that no catalogue knows, so that tests rest on their own words."""


def claim(kind: str, subject: str, target: str | None = None, /, **fields: Any) -> Claim:
    """A claim with a quote of its own; ``low``, ``high``, ``approx`` and ``unit`` make its quantity."""
    quantity = {name: fields.pop(name) for name in ("low", "high", "approx", "unit") if name in fields}
    if quantity:
        fields["quantity"] = quantity
    words = " ".join(str(part) for part in (kind, subject, target or "", *fields.values()))
    return from_mapping({"kind": kind, "subject": subject, "object": target, "quote": words, **fields})


def page(
    published: str | None, *claims: Claim, publisher: str = "Ministry of Defence", added: str | None = None
) -> list[Evidence]:
    """The evidence of one document; two pages with the same day and publisher are the same document."""
    document = hashlib.sha256(f"{publisher} {published} {added}".encode()).hexdigest()
    found, start = [], 0
    for stated in claims:
        end = start + len(stated.quote)
        name = hashlib.sha256(f"{document}:{start}:".encode() + encode(stated)).hexdigest()[:32]
        address = f"https://example.org/{document[:8]}"
        found.append(Evidence(stated, name, document, start, end, publisher, "A page", address, published, added))
        start = end + 1
    return found


def gold_iraq() -> list[Evidence]:
    """The claims that people read from the Iraq page; skips the test where the shared folder is missing."""
    file = SHARED_GOLD / "iraq" / "iraq-page.json"
    if not file.exists():
        pytest.skip("the annotated Iraq page is not beside this repository (../shared/gold/iraq)")
    gold = json.loads(file.read_text(encoding="utf-8"))
    claims = [from_mapping(fields) for fields in gold["claims"]]
    return page(gold["published"], *claims, publisher=gold["publisher"])
