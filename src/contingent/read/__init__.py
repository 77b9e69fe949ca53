"""Reading: from a document to claims, by steps that each add one thing.

The steps run in the order of ``STEPS``; each is a plain function over the annotated document, on which its result can
be looked at. Reading uses no disk, no network and no clock, and gives the same claims for the same document every time.
"""

from __future__ import annotations

from collections.abc import Callable

from contingent.claim import CitedClaim
from contingent.document import Document
from contingent.errors import DocumentError, PeriodError
from contingent.lang import load
from contingent.period import parse_bound
from contingent.read.annotate import (
    Annotated,
    find_equipment,
    find_names,
    find_numbers,
    find_persons,
    find_times,
    find_units,
)
from contingent.read.finishing import finish
from contingent.read.phrases import find_phrases
from contingent.read.presence import settle
from contingent.read.proposals import Proposal
from contingent.read.sections import read_sections
from contingent.read.titles import find_titles
from contingent.read.vocabulary import vocabulary

LONGEST = 10_000_000
"""Characters of the longest text that is read; a book has about a million."""

STEPS: tuple[Callable[[Annotated], None], ...] = (
    find_times,
    find_persons,
    find_numbers,
    find_equipment,
    find_names,
    find_units,
    find_titles,
    find_phrases,
    read_sections,
    settle,
    finish,
)


def _patient() -> None:
    """Let a document take as long as it takes."""


def annotate(
    document: Document, *, published: str | None, language: str, check_time: Callable[[], None] = _patient
) -> Annotated:
    """The document with all that every step has found, its claims last; parameters and errors as ``read``."""
    if len(document.text) > LONGEST:
        raise DocumentError(
            f"The document has {len(document.text):,} characters, more than the {LONGEST:,} that are read; split it."
        )
    day = parse_bound(published)[1] if published else None
    annotated = Annotated(document, vocabulary(load(language)), day, check_time)
    for step in STEPS:
        check_time()
        step(annotated)
    return annotated


def read(
    document: Document, *, published: str | None, language: str, check_time: Callable[[], None] = _patient
) -> tuple[CitedClaim, ...]:
    """The claims of a document in the order of their quotes.

    ``published`` is the day of publication as a bound, or None: then nothing relative to it is worked out.
    ``check_time`` is called again and again; reading ends with the error that it raises. Raises ``DocumentError`` for
    a text that is too long, ``UsageError`` for a language without a pack and ``PeriodError`` for a bound that is none.
    """
    annotated = annotate(document, published=published, language=language, check_time=check_time)
    return tuple(cited for _, cited in annotated.claims)


__all__ = ["LONGEST", "STEPS", "Annotated", "PeriodError", "Proposal", "annotate", "read"]
