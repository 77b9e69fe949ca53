"""Paper: what every rendered answer is written on, as wide as can be read, and as text in the end.

The law of this module: a line has no blanks at its end, for a table that is padded to its full width is no better in
a text file.
"""

from __future__ import annotations

import io
import json

from rich.console import Console

NARROWEST, WIDEST = 40, 120
"""Columns between which a table can be read: in fewer no word fits, in more the eye loses the line."""


class Paper(Console):
    """A console that keeps what is printed on it. Its width is the one wanted, as far as that can be read."""

    def __init__(self, width: int, colour: bool, widest: int = WIDEST) -> None:
        """Empty paper of about ``width`` columns; ``colour`` lets it use the colours of a terminal."""
        self._kept = io.StringIO()
        super().__init__(
            file=self._kept,
            width=min(max(width, NARROWEST), widest),
            force_terminal=colour,
            color_system="standard" if colour else None,
            highlight=False,
        )

    def written(self) -> str:
        """All that was printed, ending with one line break."""
        return "\n".join(line.rstrip() for line in self._kept.getvalue().rstrip().split("\n")) + "\n"


def as_json(value: object) -> str:
    """Plain values as JSON for people and programs, ending with a line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
