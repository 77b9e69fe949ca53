"""Makes the pictures of the guides from the program's real output: python -m scripts.picture.

Reads the example pages into a register of its own, asks it, and writes docs/placemat.svg, the picture of a terminal,
and docs/timeline.svg, which the program draws itself.
"""

from __future__ import annotations

import contextlib
import fcntl
import io
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
PICTURE = ROOT / "docs" / "placemat.svg"
TIMELINE = ROOT / "docs" / "timeline.svg"
WIDTH = 100
QUESTION = ("show", "NATO Mission Iraq", "--on", "2021-10-20")
LEFT_OUT = "  […]"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(EXAMPLES, Path(folder) / EXAMPLES.name)
        _on_terminal(folder, "add", EXAMPLES.name)
        shown = _abridged(_on_terminal(folder, *QUESTION))
        _on_terminal(folder, "timeline", "NATO Mission Iraq", "--from", "2020-11-01", "--output", str(TIMELINE))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    asked = " ".join(f'"{word}"' if " " in word else word for word in QUESTION)
    console.print(Text.assemble(("$ ", "dim"), (f"contingent {asked}", "bold")))
    console.print(Text.from_ansi(shown))
    # A name of its own keeps the file the same from one run to the next.
    PICTURE.write_text(console.export_svg(title="Contingent", unique_id="placemat"), encoding="utf-8")


def _on_terminal(folder: str, *arguments: str) -> str:
    """What a command prints on a terminal of ``WIDTH`` columns, with its colours."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
    settings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "contingent", *arguments]
    program = subprocess.Popen(command, stdout=theirs, cwd=folder, env={**settings, "TERM": "xterm-256color"})
    os.close(theirs)
    printed = b""
    # Linux answers the end of the other side with an error, other systems with nothing.
    with contextlib.suppress(OSError):
        while piece := os.read(ours, 65536):
            printed += piece
    os.close(ours)
    if program.wait() != 0:
        sys.exit(f"contingent {arguments[0]} ended with code {program.returncode}.")
    return printed.decode().replace("\r\n", "\n")


def _abridged(shown: str) -> str:
    """The info box, the beginning of the first contribution, the first notes, and the words: a picture is no page."""
    parts = shown.rstrip().split("\n\n")
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", part) for part in parts]
    notes = next(place for place, part in enumerate(plain) if part.startswith("Notes"))
    words = next(place for place, part in enumerate(plain) if part.startswith("Words"))
    box, first, cited = (parts[place].split("\n") for place in (1, 2, notes))
    chosen = [parts[0], _first_of(box, 17), _first_of(first, 17), _first_of(cited, 9), parts[words]]
    return "\n\n".join(chosen)


def _first_of(lines: list[str], number: int) -> str:
    return "\n".join(lines if len(lines) <= number else [*lines[:number], LEFT_OUT])


if __name__ == "__main__":
    main()
