"""Postings: who holds which post where and when, in sentences of which each shows one way to say so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from contingent.formats import parse
from contingent.read import read

FOLDER = Path(__file__).parent
CASES: list[dict[str, Any]] = [
    {"language": language, **json.loads(line)}
    for language in ("da", "en")
    for line in (FOLDER / f"postings_{language}.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:60]}")
def test_a_posting_is_read_with_its_post_and_its_days(case: dict[str, Any]) -> None:
    document = replace(parse(case["text"].encode(), media_type="text/plain"), publisher=case.get("publisher"))
    seen = [
        {
            "person": claim.subject,
            "in": claim.object,
            "title": claim.title,
            "start": claim.start,
            "end": claim.end,
            "modality": str(claim.modality),
        }
        for claim in (cited.claim for cited in read(document, published=case["published"], language=case["language"]))
        if claim.kind == "posting"
    ]
    wanted = [{"title": None, "start": None, "end": None, "modality": "actual", **row} for row in case["postings"]]

    def order(row: dict[str, Any]) -> tuple[str, str]:
        return row["person"], row["in"]

    assert sorted(seen, key=order) == sorted(wanted, key=order)
