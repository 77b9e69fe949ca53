"""Evidence and facts: what documents state, and all evidence that states the same thing taken together.

The law of this module: a fact never says more than its evidence, and every piece of evidence knows the
document, the place and the words that it came from.
"""

from __future__ import annotations

from dataclasses import dataclass

from contingent.claim import Claim


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim together with the document that states it: all that resolving and asking need to know of it.

    ``quote_start`` and ``quote_end`` are code point offsets into the document's text; the words are
    ``claim.quote``. ``published`` is the document's day of publication as an ISO bound, None if unknown.
    ``added`` is the moment at which the register took the document in (ISO, UTC), None outside a register.
    """

    claim: Claim
    claim_id: str
    document_id: str
    quote_start: int
    quote_end: int
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    published: str | None = None
    added: str | None = None
