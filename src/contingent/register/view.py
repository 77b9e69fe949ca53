"""The view: the register for those who only read it. It is what pages and answers get; it cannot write.

Of a document that was read several times, the newest reading counts; the older ones stay in the file. A view as of a
day sees what the register held by the end of that day (UTC), and of several readings the newest of those.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from contingent.claim import Claim, decode, decode_shared
from contingent.decision import Decision, DecisionKind, decode_decision, in_force
from contingent.errors import RegisterError
from contingent.fact import Evidence, Mention
from contingent.register.decisions import STORED
from contingent.register.queries import (
    AS_OF,
    CAPTURED,
    CLAIMS,
    DOCUMENTS,
    DOCUMENTS_SINCE,
    ENTERED_CLAIMS,
    MENTIONING,
    NEWEST,
    NUMBERED_CLAIMS,
    REACHED,
    REPLACED,
    VERSION_NUMBERS,
    VERSIONS,
)
from contingent.register.storage import address_of_file, explained, open_for_reading
from contingent.register.stored import Reached, StoredDocument, Version
from contingent.resolve.references import mention_of

LEAST_PREFIX = 4
"""How many characters of a document's name must be given: fewer are a typing error rather than a name."""


def _beginning(name: str, what: str) -> str:
    """The beginning of a name of a document, claim or decision that a person gave; refuses one that is too short."""
    beginning = name.strip().lower()
    if len(beginning) < LEAST_PREFIX:
        raise RegisterError(f"{name!r} is too short for a {what}'s name; give {LEAST_PREFIX} characters or more.")
    return beginning


class View:
    """A register opened for reading. Every method raises ``RegisterError`` if the file cannot be read."""

    def __init__(self, path: Path | str, entered: date | None = None) -> None:
        """Open the register at ``path``, as it was at the end of the day ``entered`` (UTC) if that is given.

        Raises ``RegisterError`` if there is none that this version can read, or if it held nothing by that day.
        """
        self.path = Path(path)
        self._connection = open_for_reading(self.path)
        try:
            if entered is not None:
                self._look_back_to(entered)
            else:
                with explained(self.path):
                    self._connection.executescript(NEWEST)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> View:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _look_back_to(self, day: date) -> None:
        with explained(self.path):
            self._connection.executescript(AS_OF.format(end=day + timedelta(days=1)))
        if next(self._rows("SELECT 1 FROM current_readings LIMIT 1"), None) is None:
            ((first,),) = self._rows("SELECT min(added_at) FROM documents")
            begins = f"its first document was added on {first[:10]}" if first else "it is empty"
            raise RegisterError(f"The register {self.path} held nothing by {day}; {begins}.")

    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents, in the order in which they were added."""
        rows = self._rows(f"{DOCUMENTS} GROUP BY r.reading_id ORDER BY d.added_at, d.rowid")
        return tuple(StoredDocument(*row) for row in rows)

    def newest_documents(self, most: int) -> tuple[StoredDocument, ...]:
        """So many documents, those that were added last first."""
        newest = "d.rowid IN (SELECT rowid FROM documents ORDER BY rowid DESC LIMIT ?)"
        rows = self._rows(f"{DOCUMENTS} WHERE {newest} GROUP BY r.reading_id ORDER BY d.rowid DESC", (most,))
        return tuple(StoredDocument(*row) for row in rows)

    def document(self, name: str) -> StoredDocument:
        """The document of a ``document_id`` or of the beginning of one.

        Raises ``RegisterError`` if the beginning is too short, unknown, or that of several documents.
        """
        beginning = _beginning(name, "document")
        behind = beginning[:-1] + chr(ord(beginning[-1]) + 1)
        rows = list(
            self._rows(
                f"{DOCUMENTS} WHERE r.document_id >= ? AND r.document_id < ? GROUP BY r.reading_id LIMIT 2",
                (beginning, behind),
            )
        )
        if not rows:
            raise self._unknown(name)
        if len(rows) > 1:
            raise RegisterError(f"Several documents begin with {name!r}; give more of the name.")
        return StoredDocument(*rows[0])

    def addresses(self) -> tuple[str, ...]:
        """The addresses of all pages, in the order of the alphabet."""
        return tuple(
            address
            for (address,) in self._rows(
                "SELECT DISTINCT address FROM pages JOIN versions USING (page_id) ORDER BY address"
            )
        )

    def versions(self, address: str) -> tuple[Version, ...]:
        """What stood at an address, a web address or the path of a file, oldest first; nothing for an unknown one."""
        found = [Version(*row) for row in self._rows(VERSIONS, (address,))]
        if not found and "://" not in address:
            found = [Version(*row) for row in self._rows(VERSIONS, (address_of_file(address, self.path),))]
        return tuple(found)

    def version_numbers(self, document_ids: Iterable[str]) -> dict[tuple[str, str | None], tuple[int, int]]:
        """For each document and address that it was seen at: which version of how many it is, its latest place."""
        rows = self._rows(VERSION_NUMBERS, (json.dumps(list(document_ids)),))
        return {(document_id, address): (version, versions) for document_id, address, version, versions in rows}

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
        """What claims name, each mention once, those of older readings and of corrected claims among them."""
        found = dict.fromkeys(Mention(*row) for row in self._rows("SELECT DISTINCT kind, subject, named FROM claims"))
        yield from found | dict.fromkeys(mention for mention, _ in self._corrections())

    def claims_mentioning(self, mentions: Collection[Mention]) -> Iterator[Evidence]:
        """The claims that mention one of these, as ``claims`` gives them; those of older readings are left out.

        A corrected claim is given for what it mentions as well as for what it mentions as corrected.
        """
        corrected = [claim_id for mention, claim_id in self._corrections() if mention in mentions]
        listed = json.dumps([list(mention) for mention in mentions])
        numbers = [number for (number,) in self._rows(MENTIONING, (listed, json.dumps(corrected)))]
        condition = "c.rowid IN (SELECT value FROM json_each(?))"
        return self._evidence(condition, (json.dumps(numbers),), NUMBERED_CLAIMS)

    def _corrections(self) -> Iterator[tuple[Mention, str]]:
        """What corrected claims mention as corrected, and their names."""
        for decision in in_force(self.decisions()):
            if decision.kind is DecisionKind.CORRECT and decision.claim is not None and decision.claim_id is not None:
                yield mention_of(decision.claim), decision.claim_id

    def claims(self, document_id: str | None = None) -> Iterator[Evidence]:
        """The claims of all documents, or of one, with their document, in the order of documents and pages.

        Claims that people entered come last, with the decision that did it, as long as it is not undone. What else was
        decided of claims is for ``resolve`` to apply. Raises ``RegisterError`` if the register cannot be read, and
        ``ClaimError`` for a claim that breaks the form.
        """
        return self._evidence() if document_id is None else self._evidence("r.document_id = ?", (document_id,))

    def claims_in(self, document_id: str) -> Iterator[Evidence]:
        """The claims of one document by its own words alone: not dated or replaced by other versions of its page."""
        return self._evidence("r.document_id = ?", (document_id,), alone=True)

    def claims_of(self, document_ids: Iterable[str]) -> Iterator[Evidence]:
        """The claims of several documents, as ``claims`` gives them."""
        return self._evidence("r.document_id IN (SELECT value FROM json_each(?))", (json.dumps(list(document_ids)),))

    @contextmanager
    def unmoved(self) -> Iterator[None]:
        """Let all that is read in a ``with`` block be of one moment, whatever others write meanwhile."""
        with explained(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def reached(self) -> Reached:
        """How far the register has come."""
        ((reading, seen_at, versions, decision),) = self._rows(REACHED)
        return Reached(reading or 0, seen_at or "", versions, decision or 0)

    def documents_since(self, earlier: Reached) -> tuple[str, ...]:
        """The documents of which the register may say something else than at an earlier time, but for decisions.

        Those read since, and the other versions of pages that have a new version or a new reading of one.
        """
        moment = earlier.seen_at
        rows = self._rows(DOCUMENTS_SINCE, (earlier.reading, moment, moment, earlier.versions, moment))
        return tuple(document_id for (document_id,) in rows)

    def documents_of_claims(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """The documents in which claims of these whole names stand."""
        query = "SELECT DISTINCT document_id FROM claims WHERE claim_id IN (SELECT value FROM json_each(?))"
        return tuple(document_id for (document_id,) in self._rows(query, (json.dumps(list(claim_ids)),)))

    def claims_still_read(self, claim_ids: Iterable[str]) -> frozenset[str]:
        """Those of these whole names whose claims count now: of the newest readings, or entered and not undone."""
        names = frozenset(claim_ids)
        return names & {item.claim_id for item in self.claims_of(self.documents_of_claims(names))}

    def claim(self, name: str) -> Evidence:
        """The claim of a ``claim_id`` or of the beginning of one, as ``claims`` gives it.

        Raises ``RegisterError`` if the beginning is too short, unknown, that of several claims, or the name of a
        claim that does not count any more: one of an older reading, or entered by a decision that is undone.
        """
        beginning = _beginning(name, "claim")
        behind = beginning[:-1] + chr(ord(beginning[-1]) + 1)
        # Their documents come first: from a few of them to a few claims is a short way in a large register.
        query = "SELECT DISTINCT document_id FROM claims WHERE claim_id >= ? AND claim_id < ?"
        documents = [document_id for (document_id,) in self._rows(query, (beginning, behind))]
        if documents:
            found = [item for item in self.claims_of(documents) if item.claim_id.startswith(beginning)]
            if len(found) > 1:
                raise RegisterError(f"Several claims begin with {name!r}; give more of the name.")
            if found:
                return found[0]
            raise RegisterError(
                f"The claim {name!r} no longer counts, because its document was read again or its entry undone; "
                f"contingent document {documents[0][:12]} lists those that do."
            )
        raise RegisterError(
            f"There is no claim {name!r} in {self.path}; contingent document lists those of a document."
        )

    def claims_named(self, names: Iterable[str]) -> dict[str, Claim]:
        """The claims of whole names, as they were read or entered, those that no longer count among them."""
        query = "SELECT claim_id, claim_json FROM claims WHERE claim_id IN (SELECT value FROM json_each(?))"
        return {name: decode(line) for name, line in self._rows(query, (json.dumps(sorted(names)),))}

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, those undone among them, in the order in which they take effect.

        Raises ``DecisionError`` for one that cannot be read.
        """
        return tuple(decode_decision(line) for _, line in self._rows(STORED))

    def decision(self, name: str) -> Decision:
        """The decision of an ``id`` or of the beginning of one.

        Raises ``RegisterError`` if the beginning is too short, unknown, or that of several decisions.
        """
        beginning = _beginning(name, "decision")
        found = [decision for decision in self.decisions() if decision.id.startswith(beginning)]
        if len(found) > 1:
            raise RegisterError(f"Several decisions begin with {name!r}; give more of the name.")
        if not found:
            raise RegisterError(f"There is no decision {name!r} in {self.path}; contingent decisions lists them.")
        return found[0]

    def decision_rows(self) -> Iterator[tuple[str, str]]:
        """The stored name and JSON of each decision, neither of them looked at."""
        yield from self._rows(STORED)

    def _evidence(
        self, condition: str = "true", values: tuple[object, ...] = (), claims: str = CLAIMS, *, alone: bool = False
    ) -> Iterator[Evidence]:
        replaced_on, captured_on = ({}, {}) if alone else (dict(self._rows(REPLACED)), dict(self._rows(CAPTURED)))

        def item(row: tuple[Any, ...]) -> Evidence:
            # All claims of a document share what is said of it.
            about: list[Any] = [sys.intern(each) if isinstance(each, str) else each for each in row[2:]]
            made = Evidence(decode_shared(row[0]), row[1], *(*about, replaced_on.get(row[2])))
            day = captured_on.get(made.document_id)
            return made if day is None else replace(made, published=day, captured=True)

        for row in self._rows(claims.format(condition=condition), values):
            yield item(row)
        entries = {d.claim_id: d for d in in_force(self.decisions()) if d.kind is DecisionKind.ENTER}
        if not entries:
            return
        names = json.dumps(list(entries))
        for row in self._rows(ENTERED_CLAIMS.format(condition=condition), (names, *values)):
            entry = entries[row[1]]
            yield replace(item(row), decision=entry, entry=entry)

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
