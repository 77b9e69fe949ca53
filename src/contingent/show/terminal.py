"""The terminal: where output goes, how wide it is, and which characters may reach it.

The law of this module: words of a page are printed as text. No page may move the cursor, colour the screen or
change the title of the window of the person who reads it.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn
from rich.table import Column, Table
from rich.text import Text

_PIPE_WIDTH = 200
"""Columns of a table that goes into a file or a pipe: wide enough that few cells break."""

_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""The characters that turn the direction of all that follows them on the line."""
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_TURNS), "\N{REPLACEMENT CHARACTER}") | dict.fromkeys(
    map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " "
)


def clean(words: str) -> str:
    """The words on one line, with every control character made visible as a replacement character."""
    return words.translate(_CONTROLS)


def squeezed(words: str) -> str:
    """The words on one line, cleaned, with every run of white space as one space."""
    return re.sub(r"\s+", " ", clean(words))


def source_name(name: str) -> str:
    """What to call a source that a person named: itself, or in words for ``-``."""
    return "Standard input" if name == "-" else clean(name)


def output() -> Console:
    """Standard output as a console; in a pipe it has no colours and a fixed width."""
    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else _PIPE_WIDTH)


def room() -> tuple[int, bool]:
    """How many columns an answer on standard output has, and whether it may be coloured."""
    console = output()
    return console.width, console.color_system is not None


def print_plain(line: str) -> None:
    """Print one line to standard output, never broken to the width of the terminal."""
    click.echo(line)


def print_error(line: str) -> None:
    """Print one line to standard error."""
    click.echo(line, err=True)


def new_table(short: Sequence[str], long: Sequence[str]) -> Table:
    """An empty table without rules: columns under ``short`` headings never break, ``long`` ones share the rest."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for heading in short:
        table.add_column(heading, no_wrap=True)
    for heading in long:
        table.add_column(heading, overflow="fold")
    return table


def cell(words: str | None, style: str = "") -> Text:
    """A table's cell that holds words of a page or of the register, on one line; None is an empty cell."""
    return Text(squeezed(words or ""), style=style)


@dataclass(slots=True)
class Course:
    """The course of work on several sources, shown on a terminal and silent in a pipe."""

    _progress: Progress
    _task: TaskID
    _on_output: bool

    def begin(self, name: str) -> None:
        """Say which source is next."""
        self._progress.update(self._task, description=clean(name))

    def done(self) -> None:
        """Say that a source is finished."""
        self._progress.advance(self._task)

    def tell(self, line: str) -> None:
        """Print a line to standard output, above the progress bar if both are on one screen."""
        if self._on_output:
            self._progress.console.print(Text(line), soft_wrap=True)
        else:
            print_plain(line)


@contextmanager
def course(total: int | None = None) -> Iterator[Course]:
    """A progress bar for the time of a ``with`` block; it vanishes at the end and only ever shows on a terminal."""
    on_output = sys.stdout.isatty()
    # Lines and bar share a screen if both are shown: then both must go through one console.
    console = Console(stderr=not on_output, highlight=False)
    # A long name is cut, for a bar of two lines would leave its first line behind when it vanishes.
    name = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    columns = (SpinnerColumn(), MofNCompleteColumn(), BarColumn(bar_width=20), name)
    progress = Progress(
        *columns,
        console=console,
        transient=True,
        disable=not console.is_terminal,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with progress:
        yield Course(progress, progress.add_task("", total=total), on_output and console.is_terminal)


_MOMENT = 1.0
"""Seconds after which a person wonders whether anything is being done."""


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Say on a terminal what a ``with`` block does, once it takes longer than a moment; in a pipe, say nothing."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield
        return
    status = console.status(words)
    timer = threading.Timer(_MOMENT, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        # Where it has begun to speak meanwhile, it must have finished that before it is silenced.
        timer.join()
        status.stop()
