"""What the register tells of a document and of the versions of a page, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What the register knows of one document; ``document_id`` is the SHA-256 of its bytes.

    ``address`` is where it was read from, None for standard input. ``version`` of ``versions`` tells which of the
    documents seen at that address it is (its latest place among them); both are 0 without an address.
    ``claims`` is their number. ``added_at`` is in UTC.
    """

    document_id: str
    address: str | None
    declared_media_type: str | None
    title: str | None
    publisher: str | None
    language: str
    published: str | None
    published_from: str | None
    reader: str
    claims: int
    size_in_bytes: int
    added_at: str
    version: int
    versions: int


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a page: what stood at its address from the moment ``seen_at`` (UTC) on.

    ``number`` counts from 1. ``published`` is the document's day of publication as a bound, None where none is known:
    then the day of capture counts. ``reader`` is the version of the reader that read it last.
    """

    address: str | None
    number: int
    document_id: str
    seen_at: str
    published: str | None
    reader: str

    @property
    def day(self) -> str:
        """The version's day: that of its publication or else of its capture, as a bound."""
        return self.published or self.seen_at[:10]


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a register had come: its last reading, the moment (UTC) of its last version and how many versions are of
    that moment, and its last decision."""

    reading: int = 0
    seen_at: str = ""
    versions: int = 0
    decision: int = 0
