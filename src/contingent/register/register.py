"""The register: takes in documents with what was read from them, and never gives anything up.

The law of this module: a document, its reading and all its claims are written in one transaction or not at all,
and nothing that was written is changed. What is there already is not written a second time.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from contingent.claim import encode
from contingent.decision import Decision
from contingent.errors import RegisterError
from contingent.reading import Reading, Said, Source, read_source, reader_version
from contingent.register.decisions import Verdict, write_decision
from contingent.register.storage import address_of_file, explained, now, open_for_writing, transaction


class Outcome(StrEnum):
    """What came of adding a document."""

    ADDED = "added"
    """Its bytes were not in the register."""
    NEW_VERSION = "new version"
    """Its address was known, with other bytes."""
    NEW_ADDRESS = "known, at a new address"
    """Its bytes were known from elsewhere; the register now knows this address too."""
    READ_AGAIN = "read again"
    """It was known, but the reader is a newer one, or something else was said of its day or language."""
    UNCHANGED = "unchanged"
    """It was known as it is; nothing was written."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What came of adding one document. ``version`` counts the documents of its address, 0 without an address."""

    outcome: Outcome
    document_id: str
    version: int
    claims: int
    published: str | None


@dataclass(frozen=True, slots=True)
class _Packed:
    """A reading with all that can be worked out of it before the register is locked."""

    reading: Reading
    text_id: str
    compressed: bytes
    claims: tuple[tuple[str, str, int, int, str], ...]

    @classmethod
    def of(cls, reading: Reading) -> _Packed:
        document_id = reading.document.content_hash
        claims = tuple(
            (c.id, document_id, c.quote.start, c.quote.end, encode(c.claim).decode()) for c in reading.claims
        )
        text_id = hashlib.sha256(reading.document.text.encode()).hexdigest()
        return cls(reading, text_id, zlib.compress(reading.source.data), claims)


class Register:
    """A register opened for adding. Every method raises ``RegisterError`` if the file cannot be used."""

    def __init__(self, path: Path | str, *, make: bool = True) -> None:
        """Open the register at ``path``, brought to its newest form, or ``make`` it if it is not there.

        Raises ``RegisterError`` if that is not possible.
        """
        self.path = Path(path)
        if not make and not self.path.exists():
            raise RegisterError(
                f"There is no register {self.path}; make one with contingent add, or name another file."
            )
        self._connection = open_for_writing(self.path)

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def address_of(self, path: str) -> str:
        """The address under which this register knows a file."""
        return address_of_file(path, self.path)

    def take_in(self, source: Source, said: Said, read: Callable[[Source, Said], Reading] = read_source) -> Addition:
        """Read a source and keep what was read; if it is there already as it is, neither happens.

        Raises what ``read`` raises; then nothing is written.
        """
        document_id = hashlib.sha256(source.data).hexdigest()
        if self._is_known(document_id, source, said):
            return self._see(document_id, source)
        return self.keep(read(source, said))

    def keep(self, reading: Reading) -> Addition:
        """Write a reading: its document where that is new, its version, and its claims."""
        (addition,) = self.keep_all([reading])
        return addition

    def keep_all(self, readings: Sequence[Reading]) -> tuple[Addition, ...]:
        """Write several readings in one transaction: much quicker than one by one, and all of them or none."""
        # Hashing and packing come first, so that others wait for the writing only.
        packed = [_Packed.of(reading) for reading in readings]
        moment = now()
        with transaction(self._connection, self.path):
            return tuple(self._insert(each, moment) for each in packed)

    def _insert(self, packed: _Packed, moment: str) -> Addition:
        reading = packed.reading
        document, source = reading.document, reading.source
        document_id = document.content_hash
        was_known = self._insert_new("documents", document_id, len(source.data), packed.compressed, moment)
        version, versions_before = self._insert_version(document_id, source.address, moment)
        self._insert_new("texts", packed.text_id, document.text)
        reading_id = self._insert_reading(reading, packed.text_id, moment)
        for position, claim in enumerate(packed.claims):
            self._insert_new("claims", *claim)
            self._connection.execute(
                "INSERT INTO reading_claims (reading_id, position, claim_id) VALUES (?, ?, ?)",
                (reading_id, position, claim[0]),
            )
        new = Outcome.NEW_VERSION if versions_before else Outcome.ADDED
        outcome = Outcome.READ_AGAIN if was_known else new
        return Addition(outcome, document_id, version, len(packed.claims), document.published)

    def decide(self, make: Callable[[str], Decision]) -> Verdict:
        """Write the decision that ``make`` gives for the present moment, unless the same counts already.

        Raises ``RegisterError`` if it is about something that the register does not hold, if its quote does not stand
        in the document, or if the claim to enter was read from the document already; then nothing is written.
        """
        with transaction(self._connection, self.path):
            return write_decision(self._connection, make, now())

    def _is_known(self, document_id: str, source: Source, said: Said) -> bool:
        """Whether reading the document again would tell nothing new."""
        query = "SELECT reader, language, published, address FROM current_readings WHERE document_id = ?"
        with explained(self.path):
            row = self._connection.execute(query, (document_id,)).fetchone()
        if row is None:
            return False
        reader, language, published, address = row
        return (
            reader == reader_version()
            and said.language in (None, language)
            and said.published in (None, published)
            and (address is not None or source.address is None)
        )

    def _see(self, document_id: str, source: Source) -> Addition:
        """Note that a known document stands at an address; writes nothing if that is known too."""
        with transaction(self._connection, self.path):
            version, before = self._insert_version(document_id, source.address, now())
            claims, published = self._connection.execute(
                "SELECT claims, published FROM current_readings WHERE document_id = ?", (document_id,)
            ).fetchone()
        outcome = Outcome.UNCHANGED
        if version > before:
            outcome = Outcome.NEW_VERSION if before else Outcome.NEW_ADDRESS
        return Addition(outcome, document_id, version, claims, published)

    def _insert_version(self, document_id: str, address: str | None, moment: str) -> tuple[int, int]:
        """Note which document stands at an address.

        Returns the number of its version, and how many versions there were before: a version that is still the
        newest one is not noted again, so that both are the same.
        """
        if address is None:
            return 0, 0
        row = self._connection.execute("SELECT page_id FROM pages WHERE address = ?", (address,)).fetchone()
        if row is None:
            page_id = self._connection.execute("INSERT INTO pages (address) VALUES (?)", (address,)).lastrowid
        else:
            page_id = row[0]
        newest = self._connection.execute(
            "SELECT version, document_id FROM versions WHERE page_id = ? ORDER BY version DESC LIMIT 1", (page_id,)
        ).fetchone()
        before, document_before = newest or (0, None)
        if document_before == document_id:
            return before, before
        self._connection.execute(
            "INSERT INTO versions (page_id, version, document_id, seen_at) VALUES (?, ?, ?, ?)",
            (page_id, before + 1, document_id, moment),
        )
        return before + 1, before

    def _insert_new(self, table: str, *row: object) -> bool:
        """Write a row that is named by its content, unless it is there. Returns whether it was there."""
        query, name_is_there = _INSERTS[table]
        if self._connection.execute(name_is_there, row[:1]).fetchone():
            return True
        self._connection.execute(query, row)
        return False

    def _insert_reading(self, reading: Reading, text_id: str, moment: str) -> int | None:
        document, source = reading.document, reading.source
        row = {
            "document_id": document.content_hash,
            "text_id": text_id,
            "reader": reading.reader,
            "address": source.address,
            "declared_media_type": source.media_type,
            "title": document.title,
            "publisher": document.publisher,
            "language": document.language,
            "published": document.published,
            "published_from": document.published_from,
            "claims": len(reading.claims),
            "read_at": moment,
        }
        columns, places = ", ".join(row), ", ".join("?" * len(row))
        query = f"INSERT INTO readings ({columns}) VALUES ({places})"
        return self._connection.execute(query, tuple(row.values())).lastrowid


_INSERTS = {
    "documents": (
        "INSERT INTO documents (document_id, size_in_bytes, compressed_bytes, added_at) VALUES (?, ?, ?, ?)",
        "SELECT 1 FROM documents WHERE document_id = ?",
    ),
    "texts": (
        "INSERT INTO texts (text_id, text) VALUES (?, ?)",
        "SELECT 1 FROM texts WHERE text_id = ?",
    ),
    "claims": (
        "INSERT INTO claims (claim_id, document_id, quote_start, quote_end, claim_json) VALUES (?, ?, ?, ?, ?)",
        "SELECT 1 FROM claims WHERE claim_id = ?",
    ),
}
