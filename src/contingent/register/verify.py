"""Verifying: the register is proved against itself, and its texts against the original bytes.

The law of this module: it trusts nothing that can be worked out again: hashes, texts, the places of quotes, and
the names of claims and decisions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from contingent import formats
from contingent.claim import name_of
from contingent.decision import Decision, DecisionKind, decode_decision, encode_decision, in_force
from contingent.document import Document
from contingent.errors import ContingentError, RegisterError
from contingent.register.stored import StoredDocument
from contingent.register.view import View


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the register that is not as it was written: where, and one sentence."""

    where: str
    sentence: str


def faults_of_file(view: View) -> Iterator[Fault]:
    """The faults of the file as a database: damaged pages, and rows that point at rows that are not there."""
    for sentence in view.faults():
        yield Fault(str(view.path), sentence)


def faults_of_decisions(view: View) -> Iterator[Fault]:
    """The faults of the decisions: their names, what they undo, and the quotes of corrections that count."""
    sound: list[Decision] = []
    for name, line in view.decision_rows():
        try:
            decision = decode_decision(line)
        except ContingentError as error:
            yield Fault(f"decision {name[:12]}", str(error))
            continue
        if decision.id != name or encode_decision(decision) != line.encode():
            yield Fault(f"decision {name[:12]}", "It is not the one that was written.")
            continue
        sound.append(decision)
    for decision in in_force(sound):
        if decision.kind is DecisionKind.CORRECT and decision.claim is not None:
            words = decision.claim.quote
            if view.text_of(decision.document_id or "")[decision.quote_start : decision.quote_end] != words:
                yield Fault(
                    f"decision {decision.id[:12]}",
                    f"The quote {words[:60]!r} does not stand at {decision.quote_start} to {decision.quote_end} of "
                    f"document {(decision.document_id or '')[:12]}; undo it and correct the claim again.",
                )


def faults_of_document(view: View, stored: StoredDocument) -> Iterator[Fault]:
    """The faults of one document: its bytes, its text, and the quotes of its claims."""
    where = stored.document_id[:12] + (f" ({stored.address})" if stored.address else "")
    try:
        data = view.bytes_of(stored.document_id)
    except RegisterError as error:
        yield Fault(where, str(error))
        return
    if hashlib.sha256(data).hexdigest() != stored.document_id:
        yield Fault(where, "The bytes no longer have the hash by which the document is named.")
        return
    text = view.text_of(stored.document_id)
    try:
        document = formats.parse(data, address=stored.address, media_type=stored.declared_media_type)
    except ContingentError as error:
        yield Fault(where, f"The text cannot be derived from the bytes any more: {error}")
        return
    if document.text != text:
        yield Fault(
            where,
            "The text that the bytes give is not the stored one; if this version of Contingent is another than "
            f"the one that read it ({stored.reader}), add the document again.",
        )
    yield from _faults_of_claims(view, stored, document, where)


def _faults_of_claims(view: View, stored: StoredDocument, document: Document, where: str) -> Iterator[Fault]:
    number = 0
    try:
        for evidence in view.claims(stored.document_id):
            number += evidence.entry is None  # what a person entered was not read
            words, start, end = evidence.claim.quote, evidence.quote_start, evidence.quote_end
            if document.text[start:end] != words:
                yield Fault(where, f"The quote {words[:60]!r} does not stand at {start} to {end} of the text.")
            elif name_of(evidence.claim, stored.document_id, start, end) != evidence.claim_id:
                yield Fault(where, f"The claim with the quote {words[:60]!r} is not the one that was written.")
    except ContingentError as error:
        yield Fault(where, f"Its claims cannot be read: {error}")
        return
    if number != stored.claims:
        yield Fault(where, f"It has {number} claims, but {stored.claims} were read.")
