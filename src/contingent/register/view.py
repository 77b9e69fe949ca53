"""The view: the register for those who only read it. It is what pages and answers get; it cannot write.

Of a document that was read several times, the newest reading counts; the older ones stay in the file.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from contingent.claim import decode, decode_named
from contingent.errors import RegisterError
from contingent.fact import Evidence, Mention
from contingent.register.storage import address_of_file, explained, open_for_reading

LEAST_PREFIX = 4
"""How many characters of a document's name must be given: fewer are a typing error rather than a name."""


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


_VERSIONS = """
SELECT p.address, v.version, v.document_id, v.seen_at, r.published, r.reader
FROM pages AS p
JOIN versions AS v USING (page_id)
JOIN current_readings AS r ON r.document_id = v.document_id
WHERE p.address = ?
ORDER BY v.version
"""

_DOCUMENTS = """
SELECT r.document_id, r.address, r.declared_media_type, r.title, r.publisher, r.language, r.published,
       r.published_from, r.reader, r.claims, d.size_in_bytes, d.added_at,
       coalesce(max(v.version), 0),
       coalesce((SELECT max(later.version) FROM versions AS later WHERE later.page_id = p.page_id), 0)
FROM current_readings AS r
JOIN documents AS d USING (document_id)
LEFT JOIN pages AS p ON p.address = r.address
LEFT JOIN versions AS v ON v.page_id = p.page_id AND v.document_id = r.document_id
"""

_CLAIMS = """
SELECT c.claim_json, c.claim_id, r.document_id, c.quote_start, c.quote_end,
       r.publisher, r.title, r.address, r.published, d.added_at
FROM current_readings AS r
JOIN documents AS d USING (document_id)
JOIN reading_claims AS l USING (reading_id)
JOIN claims AS c USING (claim_id)
"""


_REPLACED = """
SELECT older.document_id, coalesce(r2.published, substr(newer.seen_at, 1, 10))
FROM versions AS newer
JOIN versions AS older ON older.page_id = newer.page_id AND older.version = newer.version - 1
JOIN pages AS p ON p.page_id = newer.page_id
JOIN current_readings AS r ON r.document_id = older.document_id AND r.address = p.address
JOIN current_readings AS r2 ON r2.document_id = newer.document_id
WHERE older.document_id <> (SELECT v.document_id FROM versions AS v WHERE v.page_id = p.page_id
                            ORDER BY v.version DESC LIMIT 1)
ORDER BY newer.version
"""
"""For each document that no longer stands at its address: the day of what came next."""


class View:
    """A register opened for reading. Every method raises ``RegisterError`` if the file cannot be read."""

    def __init__(self, path: Path | str) -> None:
        """Open the register at ``path``; raises ``RegisterError`` if there is none that this version can read."""
        self.path = Path(path)
        self._connection = open_for_reading(self.path)

    def __enter__(self) -> View:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents, in the order in which they were added."""
        rows = self._rows(f"{_DOCUMENTS} GROUP BY r.reading_id ORDER BY d.added_at, d.rowid")
        return tuple(StoredDocument(*row) for row in rows)

    def document(self, name: str) -> StoredDocument:
        """The document of a ``document_id`` or of the beginning of one.

        Raises ``RegisterError`` if the beginning is too short, unknown, or that of several documents.
        """
        beginning = name.strip().lower()
        if len(beginning) < LEAST_PREFIX:
            raise RegisterError(f"{name!r} is too short for a document's name; give {LEAST_PREFIX} characters or more.")
        rows = list(
            self._rows(
                f"{_DOCUMENTS} WHERE substr(r.document_id, 1, ?) = ? GROUP BY r.reading_id LIMIT 2",
                (len(beginning), beginning),
            )
        )
        if not rows:
            raise self._unknown(name)
        if len(rows) > 1:
            raise RegisterError(f"Several documents begin with {name!r}; give more of the name.")
        return StoredDocument(*rows[0])

    def addresses(self) -> tuple[str, ...]:
        """The addresses of all pages, in the order of the alphabet."""
        return tuple(address for (address,) in self._rows("SELECT address FROM pages ORDER BY address"))

    def versions(self, address: str) -> tuple[Version, ...]:
        """What stood at an address, a web address or the path of a file, oldest first; nothing for an unknown one."""
        found = [Version(*row) for row in self._rows(_VERSIONS, (address,))]
        if not found and "://" not in address:
            found = [Version(*row) for row in self._rows(_VERSIONS, (address_of_file(address, self.path),))]
        return tuple(found)

    def text_of(self, document_id: str) -> str:
        """The text of a document, in which the places of its quotes are counted.

        Raises ``RegisterError`` for a name that is not a whole ``document_id`` of the register.
        """
        return str(
            self._one("SELECT text FROM current_readings JOIN texts USING (text_id) WHERE document_id = ?", document_id)
        )

    def bytes_of(self, document_id: str) -> bytes:
        """The original bytes of a document, not compared with their hash.

        Raises ``RegisterError`` for a name that is not a whole ``document_id``, and for bytes that are damaged.
        """
        stored = self._one("SELECT compressed_bytes FROM documents WHERE document_id = ?", document_id)
        try:
            return zlib.decompress(stored)
        except (zlib.error, TypeError) as error:
            raise RegisterError(
                f"The bytes of document {document_id[:12]} in {self.path} are damaged ({error}); "
                "go back to a copy of the file."
            ) from error

    def mentions(self) -> Iterator[Mention]:
        """What each claim names, those of older readings among them; far quicker than the claims themselves.

        Raises ``ClaimError`` for a claim that cannot be read.
        """
        for number, line in self._rows("SELECT rowid, claim_json FROM claims"):
            named = decode_named(line)
            yield Mention(number, named.kind, named.subject, named.object)

    def claims_numbered(self, numbers: Iterable[int]) -> Iterator[Evidence]:
        """The claims that ``mentions`` numbers so, as ``claims`` gives them; those of older readings are left out."""
        where = "WHERE c.rowid IN (SELECT value FROM json_each(?))"
        return self._evidence(where, (json.dumps(sorted(numbers)),))

    def claims(self, document_id: str | None = None) -> Iterator[Evidence]:
        """The claims of all documents, or of one, with their document, in the order of documents and pages.

        Raises ``RegisterError`` if the register cannot be read, and ``ClaimError`` for a claim that breaks the form.
        """
        return self._evidence() if document_id is None else self._evidence("WHERE r.document_id = ?", (document_id,))

    def _evidence(self, where: str = "", values: tuple[object, ...] = ()) -> Iterator[Evidence]:
        replaced = dict(self._rows(_REPLACED))
        for row in self._rows(f"{_CLAIMS} {where} ORDER BY r.reading_id, l.position", values):
            yield Evidence(decode(row[0]), *(*row[1:], replaced.get(row[2])))

    def faults(self) -> Iterator[str]:
        """What SQLite finds wrong with the file: damaged pages, rows that point at nothing; none in a sound file."""
        for (finding,) in self._rows("PRAGMA integrity_check"):
            if finding != "ok":
                yield f"The file is damaged: {finding}."
        for table, row, parent, _ in self._rows("PRAGMA foreign_key_check"):
            yield f"Row {row} of {table} points at a row of {parent} that is not there."

    def _one(self, query: str, document_id: str) -> Any:
        row = next(self._rows(query, (document_id,)), None)
        if row is None:
            raise self._unknown(document_id)
        return row[0]

    def _unknown(self, name: str) -> RegisterError:
        return RegisterError(f"There is no document {name!r} in {self.path}; contingent documents lists them.")

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        with explained(self.path):
            yield from self._connection.execute(query, values)
