from __future__ import annotations

from importlib.metadata import version

import pytest

from contingent.claim import CitedClaim
from contingent.document import Document
from contingent.errors import DocumentError, PeriodError, UsageError
from contingent.reading import NOTHING_SAID, Said, Source, read_source, reader_version, settled

DATED = (
    "Denmark in Iraq\n\nUpdated 10 February 2021\n\nThe soldiers are in Iraq and they train the army of the country.\n"
)


def document(text: str = DATED, language: str | None = "en", published: str | None = None) -> Document:
    return Document(
        text,
        (),
        "0" * 64,
        "text/plain",
        language=language,
        published=published,
        published_from=published and "metadata",
    )


def test_a_day_that_a_person_gives_beats_that_of_the_page_and_that_beats_the_text() -> None:
    given = settled(document(published="2021-03-01"), Said(published="2022"))
    assert (given.published, given.published_from) == ("2022", "option")
    declared = settled(document(published="2021-03-01"), NOTHING_SAID)
    assert (declared.published, declared.published_from) == ("2021-03-01", "metadata")
    found = settled(document(), NOTHING_SAID)
    assert (found.published, found.published_from) == ("2021-02-10", "text")


def test_a_day_that_nobody_gives_stays_unknown() -> None:
    undated = settled(document("The soldiers are in Iraq.\n"), NOTHING_SAID)
    assert (undated.published, undated.published_from) == (None, None)


def test_a_language_that_a_person_gives_beats_that_of_the_page() -> None:
    assert settled(document(language="sv"), Said(language="en")).language == "en"


def test_a_language_that_nobody_knows_is_asked_for() -> None:
    with pytest.raises(DocumentError, match="name it with --language"):
        settled(document(language=None), NOTHING_SAID)


def test_a_language_without_a_pack_is_refused_by_name() -> None:
    with pytest.raises(DocumentError, match="without a language pack \\('tlh'\\)"):
        settled(document(language="tlh"), NOTHING_SAID)


def test_what_a_person_says_is_checked_before_anything_is_read() -> None:
    with pytest.raises(PeriodError, match="2021-13"):
        Said(published="2021-13")
    with pytest.raises(UsageError, match="no language pack 'tlh'"):
        Said(language="tlh")


def test_the_reader_gets_the_settled_document_and_the_reading_names_its_version() -> None:
    seen: list[tuple[Document, str | None, str]] = []

    def reader(document: Document, *, published: str | None, language: str) -> tuple[CitedClaim, ...]:
        seen.append((document, published, language))
        return ()

    source = Source(DATED.encode(), "denmark.txt")
    reading = read_source(source, Said(language="en"), reader)
    assert seen == [(reading.document, "2021-02-10", "en")]
    assert (reading.source, reading.claims) == (source, ())
    assert reading.reader.startswith("contingent ")


def test_the_version_of_the_reader_is_that_of_the_package() -> None:
    assert reader_version() == f"contingent {version('contingent')}"
