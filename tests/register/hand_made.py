"""Documents and readings made by hand, so that the register is tested without a reader."""

from __future__ import annotations

import hashlib

from contingent.claim import CitedClaim, Claim, Quantity
from contingent.document import Block, BlockKind, Document
from contingent.reading import NOTHING_SAID, Reading, Said, Source, reader_version

PAGE = "Mission Delta’s head is Åse Ødegård.\u00a0Up to 140 persons serve."


def reading_of(source: Source, said: Said = NOTHING_SAID) -> Reading:
    """A stand-in for the reader: every word of the text that is a number is a strength claim."""
    text = source.data.decode()
    document = Document(
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        content_hash=hashlib.sha256(source.data).hexdigest(),
        media_type="text/plain",
        address=source.address,
        title="A page",
        publisher="A ministry",
        language=said.language or "en",
        published=said.published,
        published_from="option" if said.published else None,
    )
    claims = []
    place = 0
    for word in text.split():
        place = text.index(word, place)
        if word.isdigit():
            quantity = Quantity(int(word), int(word), unit="persons")
            claim = Claim("strength", "@Mission Delta", quantity=quantity, quote=word)
            claims.append(CitedClaim(claim, document.quote(place, place + len(word))))
        place += len(word)
    return Reading(source, document, tuple(claims), reader_version())
