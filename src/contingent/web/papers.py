"""The pages about documents: the list, one document with its claims marked, and the original to download.

The law of this module: the stored bytes leave here as a file to keep, never as a page that a browser would run.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import pairwise

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from contingent.claim import KINDS, Claim
from contingent.decision import DecisionKind
from contingent.errors import RegisterError, UnknownNameError
from contingent.register import StoredDocument
from contingent.show.changes import TITLES, difference_words, version_words
from contingent.show.changes_command import step_between
from contingent.show.decision_words import COUNTS, signed
from contingent.show.document_command import Shown, document_mapping, gathered
from contingent.show.wording import statement_words
from contingent.web.desk import Desk
from contingent.web.marks import marked_text
from contingent.web.pages import Page, json_text, page_number
from contingent.web.question import Question

DOCUMENTS_ON_A_PAGE = 100
_ENDINGS = ("html", "htm", "pdf", "docx", "txt", "md")
KINDS_IN_ORDER = tuple(KINDS)
"""The kinds of claims: the place of each tells how it is marked."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The pages about documents, made of one desk."""

    desk: Desk

    def documents(self, request: Request, asked: Question) -> Page:
        """All documents, the newest first, or those that hold words in their title, publisher or address."""
        words, number = request.query_params.get("q", "").strip()[:200], page_number(request)
        with self.desk.asking():
            listed = self.desk.documents_named(words, most=None)
        first = (number - 1) * DOCUMENTS_ON_A_PAGE
        values = {"documents": listed[first : first + DOCUMENTS_ON_A_PAGE], "all": len(listed), "words": words}
        values |= {"number": number, "last": max(-(-len(listed) // DOCUMENTS_ON_A_PAGE), 1)}
        forms = {"json": lambda: json_text(msgspec.to_builtins(listed)), "csv": lambda: _csv(listed)}
        return Page("documents.html", values, forms, of_day=False)

    def document(self, request: Request, asked: Question) -> Page:
        """One document: its text with every claim marked, the claims, and the versions of its address."""
        with self.desk.asking():
            shown = self._shown(request)
            stored = shown.stored
            versions = self.desk.view.versions(stored.address) if stored.address is not None else ()
            before = next((one for one, two in pairwise(versions) if two.document_id == stored.document_id), None)
            step = None
            if before is not None:
                this = next(version for version in versions if version.document_id == stored.document_id)
                step = step_between(self.desk.view, before, this)
        if stored.document_id != request.path_params["name"]:
            return Page(moved_to=("document", stored.document_id))
        rejected = {
            d.claim_id
            for made in shown.decisions.values()
            for d in made
            if d.kind is DecisionKind.REJECT and shown.state[d.id] == COUNTS
        }
        values = {
            "shown": shown, "stored": stored, "marked": marked_text(shown.text, shown.claims), "versions": versions,
            "step": step, "rejected": rejected, "statement_words": statement_words, "signed": signed,
            "version_words": version_words, "titles": TITLES, "difference_words": difference_words,
            "kinds": {kind: place for place, kind in enumerate(KINDS_IN_ORDER)}, "file_name": _file_name(stored),
        }  # fmt: skip
        forms = {"json": lambda: json_text(document_mapping(shown)), "csv": lambda: _claims_csv(shown)}
        return Page("document.html", values, forms, of_day=False)

    def original(self, request: Request) -> Response:
        """The stored bytes of a document, as a file to keep."""
        with self.desk.asking():
            shown = self._stored(request)
            data = self.desk.view.bytes_of(shown.document_id)
        headers = {"Content-Disposition": f'attachment; filename="{_file_name(shown)}"'}
        return Response(data, media_type="application/octet-stream", headers=headers)

    def _shown(self, request: Request) -> Shown:
        return gathered(self.desk.view, self._stored(request).document_id)

    def _stored(self, request: Request) -> StoredDocument:
        name = request.path_params["name"]
        try:
            return self.desk.view.document(name)
        except RegisterError:
            raise UnknownNameError(
                f"There is no document {name[:80]!r} here; the list of documents has them all."
            ) from None


def _file_name(stored: StoredDocument) -> str:
    ending = (stored.address or "").rpartition(".")[2].lower()
    return f"{stored.document_id[:12]}.{ending if ending in _ENDINGS else 'bin'}"


def _csv(listed: tuple[StoredDocument, ...]) -> str:
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    columns = ("document_id", "title", "publisher", "published", "language", "address", "claims", "added_at")
    writer.writerow(columns)
    writer.writerows([getattr(stored, column) for column in columns] for stored in listed)
    return paper.getvalue()


def _claims_csv(shown: Shown) -> str:
    """One claim a row, the fields as the claim format has them."""
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    fields = tuple(name for name in Claim.__struct_fields__ if name != "quantity")
    writer.writerow(("document", "claim", *fields, "low", "high", "approx", "unit", "quote_start", "quote_end"))
    for item in shown.claims:
        claim = item.claim
        quantity = claim.quantity
        count = ("",) * 4 if quantity is None else (quantity.low, quantity.high, quantity.approx, quantity.unit)
        words = (getattr(claim, name) for name in fields)
        writer.writerow((item.document_id, item.claim_id, *words, *count, item.quote_start, item.quote_end))
    return paper.getvalue()
