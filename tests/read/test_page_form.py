"""What the form of a page states, tables, boxes and lists: one line, one case, in page_form.jsonl."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contingent.claim import Claim
from contingent.formats import parse
from contingent.read import read

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "page_form.jsonl").read_text(encoding="utf-8").splitlines()
]


def printed(claim: Claim) -> str:
    """A claim on one line: kind, subject, object, quantity, then what is set beside these."""
    quantity = claim.quantity
    count = "" if quantity is None else f"{quantity.low or ''}..{quantity.high or ''}"
    details = {name: getattr(claim, name) for name in ("start", "end", "as_of", "title", "role", "scope")}
    details["modality"] = claim.modality if claim.modality != "actual" else None
    set_ = [f"{name}={value}" for name, value in details.items() if value]
    return " | ".join(part for part in (claim.kind, claim.subject, claim.object or "", count, *set_) if part)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_form_of_a_page_states(case: dict[str, Any]) -> None:
    address = "page.html" if case["text"].startswith("<") else "page.txt"
    document = parse(case["text"].encode(), address=address)
    found = read(document, published=case.get("published"), language=case.get("language", "en"))
    seen = {printed(cited.claim) for cited in found}
    missing = [line for line in case["states"] if line not in seen]
    assert not missing, "\n".join(sorted(seen))
    kinds = {line.split(" | ")[0] for line in case["states"]}
    more = sorted(line for line in seen if line.split(" | ")[0] in kinds and line not in case["states"])
    assert not more, "states too much of the kinds that it names"
