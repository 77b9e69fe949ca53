"""``contingent documents`` and ``verify``: what the register holds, and whether it is sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rich.text import Text

from contingent.register import StoredDocument, View
from contingent.register.verify import faults_of_decisions, faults_of_document, faults_of_file
from contingent.show.decision_words import SHORT
from contingent.show.terminal import clean, course, new_table, output, print_error, print_plain, squeezed
from contingent.show.wording import counted


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
    version = which_version(stored)
    place = clean(stored.address or "standard input") + (f" (version {version})" if version else "")
    return Text.assemble(name, "\n" if name else "", (place, "dim"))


def which_version(stored: StoredDocument) -> str:
    """Which version of its page a document is, ``2 of 3``; empty where the page has only one."""
    return f"{stored.version} of {stored.versions}" if stored.versions > 1 else ""
