"""Wording: the parts of one claim in a few words, for tables and lists of claims."""

from __future__ import annotations

from contingent.ask import Word
from contingent.ask.wording import quantity_words, time_words
from contingent.claim import Claim

MEANINGS = {
    Word.STATED: "a document speaks of this day and says so",
    Word.ENDED: "it was over before this day",
    Word.NOT_YET: "it had not begun by this day",
    Word.POSSIBLE: "its start or end is not known to the day; this day may lie within it",
    Word.PRESUMED: "it was stated so many days from this day, and nothing says that it ended",
    Word.PLANNED: "it was announced for this day; nothing says that it came true",
    Word.AUTHORISED: "it was permitted on this day; nothing says that it was so",
    Word.UNKNOWN: "no document speaks of this day",
}
"""What each word of an answer means, for those who read one for the first time."""


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 claim``, ``2,000 claims``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


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
