"""What the phrases of a sentence state: strengths, elements, equipment, and whose they are.

The cases are in ``constituents_<code>.jsonl``, one a line: a text, and for each kind of claim that is looked at all
that it is to state: subject, object and count (``low..high``), then what is not as usual (modality, role, bounds).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contingent.claim import Claim
from contingent.formats import parse
from contingent.lang import languages
from contingent.read import read

FOLDER = Path(__file__).parent
CASES = [
    pytest.param(code, case, id=f"{code}: {case['text'][:60]}")
    for code in languages()
    if (file := FOLDER / f"constituents_{code}.jsonl").exists()
    for case in map(json.loads, file.read_text(encoding="utf-8").splitlines())
]


def line(claim: Claim) -> str:
    """A claim as the cases print it."""
    parts: list[str | None] = [claim.subject, claim.object]
    if claim.quantity is not None:
        low, high = claim.quantity.low, claim.quantity.high
        parts.append(f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}")
    if claim.modality != "actual":
        parts.append(claim.modality)
    parts += [claim.role, claim.start and f"from {claim.start}", claim.end and f"to {claim.end}"]
    return " | ".join(part for part in parts if part)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_phrases_state_what_somebody_has(code: str, case: dict[str, Any]) -> None:
    found = read(parse(case["text"].encode(), media_type="text/plain"), published="2021-04-15", language=code)
    for kind, expected in case["states"].items():
        assert sorted(line(c.claim) for c in found if c.claim.kind == kind) == sorted(expected), kind
