"""What the tests of conflicts share: the conflicts of some pages, short enough to compare."""

from __future__ import annotations

from dataclasses import replace

from contingent.ask.conflicts import Conflict, ConflictKind, conflicts
from contingent.catalogue import load
from contingent.fact import Evidence
from contingent.resolve import resolve

GAZETTE = "The Harbour Gazette"


def found(*pages: list[Evidence]) -> tuple[Conflict, ...]:
    """The conflicts of the pages taken together."""
    return conflicts(resolve([item for items in pages for item in items], load()), load())


def kinds(*pages: list[Evidence]) -> list[ConflictKind]:
    return [conflict.kind for conflict in found(*pages)]


def at(address: str, items: list[Evidence]) -> list[Evidence]:
    """The same page at another address."""
    return [replace(item, address=address) for item in items]
