"""``contingent documents``, ``document`` and ``verify``: what the register holds, and whether it is sound."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rich.padding import Padding
from rich.text import Text

from contingent.decision import Decision, DecisionKind
from contingent.fact import Evidence
from contingent.register import StoredDocument, View
from contingent.register.verify import faults_of_decisions, faults_of_document, faults_of_file
from contingent.show.decision_words import COUNTS, SHORT, correction_words, signed, states
from contingent.show.terminal import clean, course, new_table, output, print_error, print_plain, squeezed
from contingent.show.wording import counted, statement_words

_CONTEXT = 90
"""How many characters are shown on each side of a quote: about a line of print."""


def list_documents(register_path: Path, entered: date | None) -> None:
    """Print a table of all documents to standard output, of those held by the day ``entered`` if that is given."""
    with View(register_path, entered) as view:
        documents = view.documents()
    if not documents:
        print_error(f"The register {register_path} holds no document yet; add some with contingent add.")
        return
    table = new_table(["document", "published", "lang", "claims"], ["page"])
    for stored in documents:
        table.add_row(
            stored.document_id[:SHORT],
            stored.published or "unknown",
            stored.language,
            str(stored.claims),
            _page(stored),
        )
    output().print(table)


def show_document(name: str, register_path: Path, entered: date | None) -> None:
    """Print one document and its claims to standard output, as of the day ``entered`` if that is given.

    Each has its name, the quote within the text around it, and what people decided of it.
    """
    with View(register_path, entered) as view:
        stored = view.document(name)
        text = view.text_of(stored.document_id)
        console = output()
        for label, value in _particulars(stored):
            console.print(Text.assemble((f"{label:<10}", "dim"), clean(value)), soft_wrap=True)
        decisions = view.decisions()
        claims = tuple(view.claims(stored.document_id))
        state = states(decisions, {evidence.claim_id for evidence in claims})
        for number, evidence in enumerate(claims, start=1):
            console.print()
            console.print(_statement(number, evidence), soft_wrap=True)
            context = _in_context(text, evidence, marks=not console.is_terminal)
            about = [_decided(decision, evidence, state) for decision in decisions if _is_about(decision, evidence)]
            for words in (context, *about):
                console.print(Padding(words, (0, 0, 0, 5), expand=False))


def verify_register(register_path: Path) -> int:
    """Prove every document against its bytes and list what is not as it was written. Returns the exit code."""
    number = 0
    with View(register_path) as view:
        faults = [*faults_of_file(view), *faults_of_decisions(view)]
        documents, decisions = view.documents(), len(list(view.decision_rows()))
        with course(len(documents)) as progress:
            for stored in documents:
                progress.begin(stored.address or stored.document_id)
                faults.extend(faults_of_document(view, stored))
                number += stored.claims
                progress.done()
    if faults:
        print_error(f"{counted(len(faults), 'fault')} in {register_path}; go back to a copy of the file:")
        for fault in faults:
            print_error(clean(f"  {fault.where}: {fault.sentence}"))
        return 1
    parts = [counted(len(documents), "document"), counted(number, "claim")]
    parts += [counted(decisions, "decision")] if decisions else []
    print_plain(f"{', '.join(parts[:-1])} and {parts[-1]} are as they were written.")
    return 0


def _page(stored: StoredDocument) -> Text:
    """Who published what, and below it where it is and which version of that page it is."""
    name = ": ".join(squeezed(words) for words in (stored.publisher, stored.title) if words)
    version = _version(stored)
    place = clean(stored.address or "standard input") + (f" (version {version})" if version else "")
    return Text.assemble(name, "\n" if name else "", (place, "dim"))


def _version(stored: StoredDocument) -> str:
    return f"{stored.version} of {stored.versions}" if stored.versions > 1 else ""


def _particulars(stored: StoredDocument) -> list[tuple[str, str]]:
    published = f"{stored.published} (from {stored.published_from})" if stored.published else "unknown"
    rows = (
        ("document", stored.document_id),
        ("title", stored.title),
        ("publisher", stored.publisher),
        ("published", published),
        ("language", stored.language),
        ("address", stored.address or "standard input"),
        ("version", _version(stored)),
        ("added", stored.added_at),
        ("read by", stored.reader),
        ("claims", str(stored.claims)),
    )
    return [(label, value) for label, value in rows if value]


def _statement(number: int, evidence: Evidence) -> Text:
    return Text.assemble(
        f"{number:>3}  ",
        (evidence.claim_id[:SHORT], "dim"),
        "  ",
        (evidence.claim.kind, "bold"),
        f"  {squeezed(statement_words(evidence.claim))}",
    )


def _is_about(decision: Decision, evidence: Evidence) -> bool:
    return decision.claim_id == evidence.claim_id


def _decided(decision: Decision, evidence: Evidence, state: Mapping[str, str]) -> Text:
    """What was decided of a claim, dimmed where that does not count any more."""
    counts = state[decision.id] == COUNTS
    words = signed(decision)
    if decision.kind is DecisionKind.CORRECT and decision.claim is not None:
        words = f"{words} ({correction_words(evidence.claim, decision.claim)})"
    named = decision.id[:SHORT] if counts else f"{decision.id[:SHORT]}, {state[decision.id]}"
    return Text(f"{words}  [decision {named}]", style="" if counts else "dim")


def _in_context(text: str, evidence: Evidence, *, marks: bool) -> Text:
    """The quote in bold, or between marks where nothing can be bold, with the words before and behind it."""
    start, end = evidence.quote_start, evidence.quote_end
    before, behind = text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
    words = squeezed(text[start:end])
    return Text.assemble(
        ("…" if start > _CONTEXT else "", "dim"),
        (squeezed(before), "dim"),
        (f"«{words}»" if marks else words, "bold"),
        (squeezed(behind), "dim"),
        ("…" if end + _CONTEXT < len(text) else "", "dim"),
    )
