"""Failures: sources that could not be taken in, kept until the others are finished and then listed.

The law of this module: one bad source costs one line, never the work on the others.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from contingent.errors import ContingentError, RegisterError, UsageError
from contingent.show.terminal import clean, print_error

REPORT = "this is a fault of Contingent; please report it with the document that shows it"


def unexpected(error: Exception) -> str:
    """One sentence about an error that nobody foresaw, with the place that a report should name."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].name}, line {frames[-1].lineno}" if frames else ""
    what = type(error).__name__ + (f": {error}" if str(error) else "")
    return f"Unexpected error ({clean(what)[:200]}{place}); {REPORT}."


@dataclass(slots=True)
class Failures:
    """What went wrong so far, a name and a sentence each."""

    found: list[tuple[str, str]] = field(default_factory=list)
    finished: int = 0

    @contextmanager
    def around(self, name: str) -> Iterator[None]:
        """Work on one source: an error is kept, and the program goes on behind the ``with`` block.

        An error of the register or of the command's use concerns all sources alike and is not kept.
        """
        try:
            yield
        except (RegisterError, UsageError):
            raise
        except BrokenPipeError:
            raise
        except ContingentError as error:
            self.found.append((name, str(error)))
        except Exception as error:
            self.found.append((name, unexpected(error)))
        else:
            self.finished += 1

    def report(self) -> int:
        """List the failures on standard error. Returns the exit code: 1 if there are any, else 0."""
        if not self.found:
            return 0
        number = len(self.found) + self.finished
        print_error(f"{len(self.found)} of {number} could not be taken in:" if number > 1 else "Nothing was taken in:")
        for name, sentence in self.found:
            print_error(f"  {clean(sentence if name in sentence else f'{name}: {sentence}')}")
        return 1
