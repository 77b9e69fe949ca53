"""The examples of a language pack: short texts with exactly the claims that a careful person reads in them.

They stand in ``examples.jsonl`` in the folder of the pack, one a line, and are tests of the reader and the
yardstick of how general it is. A pack without the file has no examples.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from contingent.claim import Claim, from_mapping
from contingent.errors import ClaimError, DataError

FOLDER = Path(__file__).parent


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One text and the claims that it states beyond those that its context states.

    ``about`` says in a few words what it is an example of, such as a kind of claim.
    ``published`` is a bound. ``publisher`` says whose "we" the text speaks of. ``context`` stands before the text,
    parted from it by a blank line. ``unread`` says what the reader still gets wrong, and is None where it reads all.
    """

    about: str
    context: str | None = None
    text: str
    published: str | None = None
    publisher: str | None = None
    unread: str | None = None
    claims: tuple[dict[str, Any], ...]

    @property
    def document_text(self) -> str:
        """The whole plain text that is read: the context, a blank line, the text."""
        return f"{self.context}\n\n{self.text}" if self.context else self.text

    def expected(self) -> tuple[Claim, ...]:
        """The claims as values; raises ``ClaimError`` if one breaks the claim format."""
        return tuple(from_mapping(dict(fields)) for fields in self.claims)


def examples_file(code: str, folder: Path = FOLDER) -> Path:
    """Where the examples of a language stand, or would stand."""
    return folder / code / "examples.jsonl"


def load_examples(code: str, folder: Path = FOLDER) -> tuple[Example, ...]:
    """The examples of a language in the order of their file. Raises ``DataError`` for a line that is none."""
    file = examples_file(code, folder)
    if not file.exists():
        return ()
    examples = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            example = msgspec.json.decode(line, type=Example)
            example.expected()
        except (msgspec.DecodeError, ClaimError) as error:
            raise DataError(f"{code}/{file.name}, line {number}, is not an example: {error}") from error
        examples.append(example)
    return tuple(examples)
