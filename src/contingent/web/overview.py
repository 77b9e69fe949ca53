"""The overview as data: JSON and CSV.

The law of this module: it only writes what ``ask.overview`` found.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from contingent.ask.overview import Row


def as_json(found: Sequence[Row], on: date, known: date | None) -> str:
    """The rows as JSON, ending with a line break."""
    whole = {
        "on": on.isoformat(),
        "known": None if known is None else known.isoformat(),
        "operations": [asdict(row) for row in found],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_csv(found: Sequence[Row], on: date, known: date | None) -> str:
    """The rows as CSV: one operation a row."""
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    writer.writerow(("operation", "on", "known", "answer", "leads", "heads", "strength", "strength_answer", "nations"))
    for row in found:
        leads, heads = ("; ".join(said.text for said in group) for group in (row.leads, row.heads))
        strength = (None, None) if row.strength is None else (row.strength.text, row.strength.word.value)
        writer.writerow((row.operation, on, known, row.word.value, leads, heads, *strength, row.nations))
    return paper.getvalue()
