"""``contingent read``: the claims of documents, printed and not stored."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from contingent.claim import CitedClaim, encode_lines
from contingent.document import Document
from contingent.errors import UsageError
from contingent.gather import fetch
from contingent.reading import LONGEST_READING, Reading, Said, deadline, read_source
from contingent.show.failures import Failures
from contingent.show.terminal import cell, course, new_table, output, print_error, print_plain, source_name, squeezed
from contingent.show.wording import counted, statement_words

if TYPE_CHECKING:
    from contingent.read import Annotated


class ClaimFormat(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"


def read_documents(
    names: Sequence[str], said: Said, form: ClaimFormat, *, explain: bool = False, trace: bool = False
) -> int:
    """Read each named source and print its claims to standard output. Returns the exit code.

    ``explain`` adds to each claim how it was made, ``trace`` what was seen and not used. Raises ``UsageError`` if one
    of them is asked for with a format for programs.
    """
    if (explain or trace) and form is not ClaimFormat.TABLE:
        raise UsageError("--explain and --trace are printed for people; leave out --format jsonl.")
    failures = Failures()
    for name in names:
        with failures.around(name):
            with course(total=1) as progress:
                progress.begin(f"reading {name}")
                looking = Looking() if explain or trace else None
                reading = read_source(fetch(name), said, looking)
            heading = _heading(name, reading)
            if form is ClaimFormat.JSONL:
                if len(names) > 1:
                    print_error(heading)
                sys.stdout.buffer.write(encode_lines(cited.claim for cited in reading.claims))
                sys.stdout.buffer.flush()
            elif looking is not None and looking.annotated is not None:
                print_plain(heading)
                print_plain("")
                # What these need, a mere reading need not wait for.
                from contingent.show.explanations import print_explanations

                print_explanations(looking.annotated, claims=explain, unused=trace)
            else:
                _print_table(heading, reading)
            _warn(name, reading)
    return failures.report()


class Looking:
    """A reader that keeps the annotated document, so that one can look into it."""

    def __init__(self) -> None:
        self.annotated: Annotated | None = None
        self._check_time = deadline(LONGEST_READING)

    def __call__(self, document: Document, *, published: str | None, language: str) -> tuple[CitedClaim, ...]:
        from contingent.read import annotate

        self.annotated = annotate(document, published=published, language=language, check_time=self._check_time)
        return tuple(cited for _, cited in self.annotated.claims)


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
