"""Reading: from a document to claims, by steps that each add one thing.

The steps run in the order of ``STEPS``; each is a plain function over the annotated document. Reading uses
no disk, no network and no clock, and gives the same claims for the same document every time.
"""

from __future__ import annotations

from collections.abc import Callable

from contingent.claim import CitedClaim
from contingent.document import Document
from contingent.errors import PeriodError
from contingent.lang import load
from contingent.period import parse_bound
from contingent.read.annotate import Annotated, annotate
from contingent.read.phrases import find_phrases
from contingent.read.presence import settle
from contingent.read.proposals import Proposal, finish
from contingent.read.sections import read_sections
from contingent.read.titles import find_titles
from contingent.read.vocabulary import vocabulary

STEPS: tuple[Callable[[Annotated], None], ...] = (find_titles, find_phrases)
"""The steps that add to the annotated document before its sentences are read."""


def read_with_trace(document: Document, *, published: str | None, language: str) -> list[tuple[Proposal, CitedClaim]]:
    """The claims of a document, each with the proposal that it was made of: its rule and how it was filled.

    ``published`` is the day of publication as a bound, or None: then nothing relative to it is worked out.
    Raises ``UsageError`` for a language without a pack and ``PeriodError`` for a bound that is none.
    """
    words = vocabulary(load(language))
    day = parse_bound(published)[1] if published else None
    annotated = annotate(document, words, day)
    for step in STEPS:
        step(annotated)
    return finish(document, settle(read_sections(annotated), day))


def read(document: Document, *, published: str | None, language: str) -> tuple[CitedClaim, ...]:
    """The claims of a document in the order of their quotes; parameters and errors as ``read_with_trace``."""
    return tuple(cited for _, cited in read_with_trace(document, published=published, language=language))


__all__ = ["STEPS", "PeriodError", "Proposal", "read", "read_with_trace"]
