"""An authority: whoever or whatever permits an operation, as a document names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Authority:
    """Who or what permits: its words in the text, and the state whose organ or act it is."""

    name: str
    start: int
    end: int
    state: str | None = None
