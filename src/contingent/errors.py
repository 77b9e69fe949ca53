"""The errors that a user can cause or meet, as one small family.

Every message is one sentence that says what is wrong, where, and what to do. The command line
prints it and ends with ``exit_code``; nothing else of the program's inside is ever shown.
"""

from __future__ import annotations


class ContingentError(Exception):
    """Any error that Contingent explains in one sentence.

    ``exit_code`` is 1 for work that failed and 2 for wrong use of a command or a function.
    """

    exit_code = 1


class UsageError(ContingentError):
    """A command or function was called with something that it does not take."""

    exit_code = 2


class DocumentError(ContingentError):
    """A document cannot be taken in: empty, binary, truncated, too large, of an unknown form."""


class QuoteError(ContingentError):
    """A quote does not stand in the document at the place that was given."""


class ClaimError(ContingentError):
    """A claim breaks the claim format; the message names the field."""


class DecisionError(ContingentError):
    """A decision lacks what its kind needs, or is about something that it cannot be about."""


class PeriodError(ContingentError):
    """A day, a bound or a period is written wrongly or contradicts itself."""


class DataError(ContingentError):
    """A file of the catalogue or of a language pack breaks its own form."""


class RegisterError(ContingentError):
    """The register cannot be opened, read or written."""


class UnknownNameError(ContingentError):
    """A name was asked for that nothing in the register bears; ``nearest`` lists similar names."""

    def __init__(self, message: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.nearest = nearest
