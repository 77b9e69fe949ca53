"""Floors of quality on annotated pages: a lower floor is a decision that someone writes down here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from contingent.lang import languages
from contingent.lang.examples import load_examples
from tests.lang.comparison import try_example

EXAMPLES = {"da": 0.80, "de": 0.80, "en": 0.60}
"""The least core F1 over the examples of each language pack."""
SHARED = Path(__file__).parents[3] / "shared"
SCORE = SHARED / "tools" / "score.py"


def figures(folder: Path) -> dict[str, dict[str, float]]:
    command = (
        f"{sys.executable} -m contingent read {{path}} --published {{published}} --language {{language}} --format jsonl"
    )
    done = subprocess.run(
        [sys.executable, str(SCORE), str(folder), "--run", command, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, dict[str, float]] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("code", languages())
def test_a_pack_reads_its_examples_to_its_floor(code: str) -> None:
    outcomes = [try_example(example, code) for example in load_examples(code)]
    missed, counted = sum(len(o.missed) for o in outcomes), sum(o.expected + o.read for o in outcomes)
    right = sum(o.expected for o in outcomes) - missed
    assert 2 * right / counted >= EXAMPLES.get(code, 0)


@pytest.mark.skipif(not SCORE.exists(), reason="the shared gold set is not beside this checkout")
def test_the_model_page_is_read_to_its_floor() -> None:
    found = figures(SHARED / "gold" / "iraq")
    assert found["core"]["f1"] >= 0.85
    assert found["full"]["f1"] >= 0.75
    assert found["unquoted"] == 0
