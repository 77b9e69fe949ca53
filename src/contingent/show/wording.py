"""Wording: the parts of a claim in a few English words, for tables and lists."""

from __future__ import annotations

from contingent.claim import Claim, Quantity


def quantity_words(quantity: Quantity | None) -> str:
    """How many: ``up to 140 persons``, ``about 500``, ``140 to 160 persons``; empty if nothing is counted."""
    if quantity is None:
        return ""
    low, high = quantity.low, quantity.high
    if low is None:
        words = f"up to {high:,}"
    elif high is None:
        words = f"at least {low:,}"
    elif low == high:
        words = f"{low:,}"
    else:
        words = f"{low:,} to {high:,}"
    if quantity.approx:
        words = f"about {words}"
    return f"{words} {quantity.unit}" if quantity.unit else words


def time_words(claim: Claim) -> str:
    """When: ``2020-12 – 2022``, ``since 2014``, ``until 2021-05``, ``as of 1999-08``; empty if the claim has no day."""
    words = []
    if claim.start and claim.end:
        words.append(claim.start if claim.start == claim.end else f"{claim.start} – {claim.end}")
    elif claim.start:
        words.append(f"since {claim.start}")
    elif claim.end:
        words.append(f"until {claim.end}")
    if claim.as_of:
        words.append(f"as of {claim.as_of}")
    return ", ".join(words)


def object_words(claim: Claim) -> str:
    """What is stated of the subject: the object, or a person's rank and title, with the role."""
    parts = [claim.object, claim.rank, claim.title, f"({claim.role})" if claim.role else None]
    return " ".join(part for part in parts if part)
