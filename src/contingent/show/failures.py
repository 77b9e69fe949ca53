"""Failures: sources that could not be taken in, kept until the others are finished and then listed.

The law of this module: one bad source costs one line, never the work on the others.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from contingent.errors import ContingentError, RegisterError, UsageError
from contingent.show.terminal import clean, print_error, source_name

REPORT = "this is a fault of Contingent; please report it with the document that shows it"


def unexpected(error: Exception) -> str:
    """One sentence about an error that nobody foresaw, with the place that a report should name."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].name}, line {frames[-1].lineno}" if frames else ""
    what = type(error).__name__ + (f": {error}" if str(error) else "")
    return f"Unexpected error ({clean(what)[:200]}{place}); {REPORT}."


@dataclass(slots=True)
class Failures:
    """What went wrong so far, and how much went well."""

    sentences: list[str] = field(default_factory=list)
    """One sentence for each source that failed, naming it."""
    finished: int = 0
    """How many sources went well."""

    @contextmanager
    def around(self, name: str, *, counts: bool = True) -> Iterator[None]:
        """Work on one source: an error is kept, and the program goes on behind the ``with`` block.

        ``counts`` is False for work that ends before a source is taken in. An error of the register or of the
        command's use concerns all sources alike and is not kept.
        """
        try:
            yield
        except (RegisterError, UsageError, BrokenPipeError):
            raise
        except ContingentError as error:
            self._keep(name, str(error))
        except Exception as error:
            self._keep(name, unexpected(error))
        else:
            self.finished += counts

    def _keep(self, name: str, sentence: str) -> None:
        shown = source_name(name)
        self.sentences.append(sentence if shown in sentence else f"{shown}: {sentence}")

    def report(self) -> int:
        """List the failures on standard error. Returns the exit code: 1 if there are any, else 0."""
        if not self.sentences:
            return 0
        number = len(self.sentences) + self.finished
        if number > 1:
            print_error(f"{len(self.sentences)} of {number} could not be taken in:")
        for sentence in self.sentences:
            print_error(clean(f"  {sentence}" if number > 1 else f"contingent: {sentence}"))
        return 1
