"""``contingent read``: the claims of documents, printed and not stored."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum

from contingent.claim import encode_lines
from contingent.gather import fetch
from contingent.reading import Reading, Said, read_source
from contingent.show.failures import Failures
from contingent.show.terminal import cell, clean, course, new_table, output, print_error, source_name
from contingent.show.wording import claim_time_words, count_words, object_words


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
    number = len(reading.claims)
    return " · ".join(
        (
            *(clean(part) for part in parts if part),
            f"published {published}",
            f"language {document.language}",
            f"{number} claim{'' if number == 1 else 's'}",
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
        table = new_table("kind", "about", "what", "how many", "when", "meant as", "words")
        for cited in reading.claims:
            claim = cited.claim
            table.add_row(
                claim.kind,
                cell(claim.subject),
                cell(object_words(claim)),
                cell(count_words(claim)),
                claim_time_words(claim),
                claim.modality,
                cell(claim.quote, "dim"),
            )
        console.print(table)
    console.print()
