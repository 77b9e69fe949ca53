"""``contingent read``: the claims of documents, printed and not stored."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum

from contingent.claim import encode_lines
from contingent.gather import fetch
from contingent.reading import Reading, Said, read_source
from contingent.show.failures import Failures
from contingent.show.terminal import cell, course, new_table, output, print_error, source_name, squeezed
from contingent.show.wording import counted, statement_words


class ClaimFormat(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"


def read_documents(names: Sequence[str], said: Said, form: ClaimFormat) -> int:
    """Read each named source and print its claims to standard output. Returns the exit code."""
    failures = Failures()
    for name in names:
        with failures.around(name):
            with course(total=1) as progress:
                progress.begin(f"reading {name}")
                reading = read_source(fetch(name), said)
            heading = _heading(name, reading)
            if form is ClaimFormat.JSONL:
                if len(names) > 1:
                    print_error(heading)
                sys.stdout.buffer.write(encode_lines(cited.claim for cited in reading.claims))
                sys.stdout.buffer.flush()
            else:
                _print_table(heading, reading)
            _warn(name, reading)
    return failures.report()


def _heading(name: str, reading: Reading) -> str:
    document = reading.document
    published = f"{document.published} (from {document.published_from})" if document.published else "day unknown"
    parts = (source_name(name), document.title, document.publisher)
    return " · ".join(
        (
            *(squeezed(part) for part in parts if part),
            f"published {published}",
            f"language {document.language}",
            counted(len(reading.claims), "claim"),
        )
    )


def _warn(name: str, reading: Reading) -> None:
    if reading.document.published is None:
        print_error(
            f"{source_name(name)}: no day of publication was found, so nothing is certain that the text does not date; "
            "give the day with --published."
        )


def _print_table(heading: str, reading: Reading) -> None:
    console = output()
    console.print(cell(heading, "bold"), soft_wrap=True)
    if reading.claims:
        table = new_table(["kind"], ["claim", "words"])
        for cited in reading.claims:
            table.add_row(cited.claim.kind, cell(statement_words(cited.claim)), cell(f"“{cited.claim.quote}”", "dim"))
        console.print(table)
    console.print()
