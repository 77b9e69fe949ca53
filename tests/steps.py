"""Work counted in steps rather than seconds: a step is a line of Python that is run, on any machine the same.

What a pattern does inside the ``re`` module makes no steps; ``benchmarks/growth.py`` measures its time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction

SHORT = 3_000
"""Characters of the shorter text."""
GROWTH = 4
MOST = 5.5
"""How many times the steps a text of ``GROWTH`` times the length may take; a square would come to 16."""
FIXED = 1_000
"""Steps that any text may take."""


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python the work runs, to its end or to its error."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def assert_steps_grow_with_length(prepare: Callable[[int], Callable[[], object]]) -> None:
    """Steps grow no faster than the length; ``prepare`` gives the work on a text of so many characters."""
    prepare(SHORT // 2)()  # tables and patterns are loaded once; what is remembered of a word is not of these texts
    few, many = (steps(prepare(characters)) for characters in (SHORT, GROWTH * SHORT))
    assert many < MOST * few + FIXED, f"{few} steps for {SHORT} characters, {many} for {GROWTH * SHORT}"
