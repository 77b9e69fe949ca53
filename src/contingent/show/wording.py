"""Wording: the parts of one claim in a few words, for tables and lists of claims."""

from __future__ import annotations

from datetime import date

from contingent.claim import Claim
from contingent.claim_words import quantity_words, time_words


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 claim``, ``2,000 claims``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def knowledge_words(known: date | None, entered: date | None, gap: int | None = None) -> str:
    """Of which days an answer's knowledge is, and within how many days of it something is presumed, to follow the day
    that it is about; empty for all that is known and no limit."""
    published = f", as published by {known}" if known else ""
    held = f", as entered by {entered}" if entered else ""
    limit = "" if gap is None else f", presumed within {gap:,} {'day' if gap == 1 else 'days'} of evidence"
    return published + held + limit


def statement_words(claim: Claim) -> str:
    """All that a claim says beside its kind and its quote, such as ``DNK · @Kosovo Force · from 1999-06 · actual``."""
    parts = (claim.subject, _object_words(claim), _count_words(claim), _time_words(claim), claim.modality)
    return " · ".join(part for part in parts if part)


def _object_words(claim: Claim) -> str:
    """What is stated of the subject: the object, or a person's rank and title, with the role."""
    parts = (claim.object, claim.rank, claim.title, f"({claim.role})" if claim.role else None)
    return " ".join(part for part in parts if part)


def _count_words(claim: Claim) -> str:
    """How many, with what the count leaves out or takes in; empty if the claim counts nothing."""
    words = quantity_words(claim.quantity) if claim.quantity else ""
    return f"{words} ({claim.scope})" if claim.scope else words


def _time_words(claim: Claim) -> str:
    """When: the start, the end and the day that the claim states; empty if it states none."""
    as_of = f"as of {claim.as_of}" if claim.as_of else None
    return ", ".join(words for words in (time_words(claim.start, claim.end), as_of) if words)
