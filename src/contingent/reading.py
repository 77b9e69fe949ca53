"""A reading: one document with its language and day of publication settled, and the claims read from it.

The law of this module: what a person says of a document beats what the document says of itself, and that beats
what its words suggest. A day that nobody gives stays unknown; a language that nobody gives is asked for.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from contingent import __version__, lang
from contingent.claim import CitedClaim
from contingent.document import Document
from contingent.errors import DocumentError
from contingent.period import parse_bound

Reader = Callable[..., tuple[CitedClaim, ...]]
"""A reader: called as ``read.read`` is, with a document and, by name, its ``published`` and ``language``."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one document as they came, before anything is made of them.

    ``address`` is where they came from, None for standard input. ``media_type`` is what the sender called them
    (a ``Content-Type``), None where nobody did.
    """

    data: bytes
    address: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of documents; it overrides what they say of themselves. ``published`` is a bound."""

    published: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        """Refuse a malformed day (``PeriodError``) and a language without a pack (``UsageError``)."""
        if self.published is not None:
            parse_bound(self.published)
        if self.language is not None:
            lang.load(self.language)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and the claims read from it by the version ``reader`` of the reader.

    The document's ``language`` is known; its ``published`` is None where no day was found.
    """

    source: Source
    document: Document
    claims: tuple[CitedClaim, ...]
    reader: str


LONGEST_READING = 10.0
"""Seconds after which a document is given up. One of 600 words takes about a hundredth of a second."""

NOTHING_SAID = Said()


def deadline(seconds: float) -> Callable[[], None]:
    """A function that raises ``DocumentError`` once so many seconds have passed from now on."""
    end = time.monotonic() + seconds

    def check() -> None:
        if time.monotonic() > end:
            raise DocumentError(f"The document takes longer than {seconds:g} seconds to read; split it.")

    return check


def reader_version() -> str:
    """The version of the reader in this installation, as readings and the register name it."""
    return f"contingent {__version__}"


def read_source(source: Source, said: Said = NOTHING_SAID, reader: Reader | None = None) -> Reading:
    """The reading of one document, by ``reader`` in place of ``read.read`` if it is given.

    Raises ``DocumentError`` if the bytes are no document, if their language is neither given nor found, or if the
    document takes too long.
    """
    check_time = deadline(LONGEST_READING)
    # Whoever only asks a register imports this module for its values, and should not wait for formats and reader.
    from contingent import formats, read

    document = settled(formats.parse(source.data, address=source.address, media_type=source.media_type), said)
    read_claims: Reader = reader or functools.partial(read.read, check_time=check_time)
    claims = read_claims(document, published=document.published, language=document.language)
    return Reading(source, document, claims, reader_version())


def settled(document: Document, said: Said) -> Document:
    """The document with its language and day of publication filled in as far as they can be known.

    Raises ``DocumentError`` if the language is neither given nor found, or if no pack can read it.
    """
    language = said.language or document.language
    codes = ", ".join(lang.languages())
    if language is None:
        raise DocumentError(f"The language of the document is not clear; name it with --language ({codes}).")
    if language not in lang.languages():
        raise DocumentError(
            f"The document is in a language without a language pack ({language!r}); "
            f"if it is in one of {codes} after all, name that with --language."
        )
    published, published_from = document.published, document.published_from
    if said.published is not None:
        published, published_from = said.published, "option"
    elif published is None:
        from contingent.read.publication import find_publication_day

        published = find_publication_day(document.text, lang.load(language))
        published_from = "text" if published else None
    return replace(document, language=language, published=published, published_from=published_from)
