"""How well annotated documents are read: the table of figures for the README of this folder. No floor.

Every third document, by the SHA-256 of its file name without ending, is set aside: its score is reported, and nobody
who works on the reader looks at it. The gold sets and the script that scores are not part of this repository; they
are taken from ../shared beside it.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from contingent.claim import encode_lines
from contingent.reading import Said, Source, read_source

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORE = SHARED / "tools" / "score.py"
GOLD, OURS = SHARED / "gold", ROOT / "tests" / "read" / "documents"


def is_set_aside(document: Path) -> bool:
    """Whether a document belongs to the third that is not looked at."""
    return int(hashlib.sha256(document.stem.encode()).hexdigest(), 16) % 3 == 1


def is_seen(document: Path) -> bool:
    return not is_set_aside(document)


SETS: tuple[tuple[str, Path, Callable[[Path], bool]], ...] = (
    ("the model page (English)", GOLD / "iraq", lambda document: True),
    ("English, seen while building", GOLD / "en", is_seen),
    ("Danish, seen while building", GOLD / "da", is_seen),
    ("English, set aside", GOLD / "en", is_set_aside),
    ("Danish, set aside", GOLD / "da", is_set_aside),
    ("`tests/read/documents`, seen", OURS, is_seen),
    ("`tests/read/documents`, set aside", OURS, is_set_aside),
)


def figures(folder: Path, chosen: Callable[[Path], bool]) -> tuple[int, dict[str, Any]]:
    """How many documents there are, and their scores taken together."""
    documents = [d for d in sorted(folder.rglob("*")) if d.suffix in (".txt", ".html") and chosen(d)]
    with tempfile.TemporaryDirectory() as scratch:
        gold, claims = Path(scratch, "gold"), Path(scratch, "claims")
        gold.mkdir()
        claims.mkdir()
        for document in documents:
            annotation = document.with_suffix(".json")
            (gold / document.name).symlink_to(document)
            (gold / annotation.name).symlink_to(annotation)
            known = json.loads(annotation.read_text(encoding="utf-8"))
            said = Said(known["published"], known["language"])
            reading = read_source(Source(document.read_bytes(), address=document.name), said)
            lines = encode_lines(cited.claim for cited in reading.claims)
            (claims / f"{document.stem}.jsonl").write_bytes(lines)
        command = [sys.executable, str(SCORE), str(gold), "--claims", str(claims), "--json"]
        scored = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, Any] = json.loads(scored)
    return len(documents), found


def main() -> int:
    if not SCORE.exists():
        print(f"quality: {SCORE} is not there, so nothing is scored")
        return 0
    print("| set | documents | core | full | core precision | quotes not in the document |")
    print("|---|---|---|---|---|---|")
    for name, folder, chosen in SETS:
        number, found = figures(folder, chosen)
        core, full, precision = found["core"]["f1"], found["full"]["f1"], found["core"]["precision"]
        print(f"| {name} | {number} | {core:.2f} | {full:.2f} | {precision:.2f} | {found['unquoted']} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
