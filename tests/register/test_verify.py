from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest

from contingent import formats
from contingent.claim import CitedClaim, Claim, Quantity
from contingent.reading import Reading, Said, Source, reader_version
from contingent.register import Register, View
from contingent.register.verify import Fault, faults_of_document, faults_of_file

PAGE = "Mission Delta\n\nUp to 140 persons serve. Their head is Åse Ødegård.\n"


def read_by_hand(source: Source, said: Said) -> Reading:
    """A reading with the text that the formats really derive."""
    document = formats.parse(source.data, address=source.address, media_type=source.media_type)
    claim = Claim("strength", "@Mission Delta", quantity=Quantity(None, 140, unit="persons"), quote="Up to 140 persons")
    return Reading(source, document, (CitedClaim(claim, document.find(claim.quote)),), reader_version())


@pytest.fixture
def filled(register_path: Path) -> Path:
    with Register(register_path) as register:
        register.take_in(Source(PAGE.encode(), "delta.txt"), Said(language="en"), read_by_hand)
    return register_path


def tampered(path: Path, table: str, statement: str, *values: object) -> list[Fault]:
    """The faults after someone has taken the triggers of a table away and changed it."""
    with sqlite3.connect(path) as connection:
        connection.execute(f"DROP TRIGGER {table}_are_never_changed")
        connection.execute(f"DROP TRIGGER {table}_are_never_deleted")
        assert connection.execute(statement, values).rowcount == 1
    connection.close()
    return faults(path)


def faults(path: Path) -> list[Fault]:
    with View(path) as view:
        return [*faults_of_file(view), *(f for stored in view.documents() for f in faults_of_document(view, stored))]


def test_a_register_that_nobody_touched_has_no_fault(filled: Path) -> None:
    assert faults(filled) == []


def test_changed_bytes_are_found_by_their_hash(filled: Path) -> None:
    forged = zlib.compress(PAGE.replace("140", "150").encode())
    (fault,) = tampered(filled, "documents", "UPDATE documents SET compressed_bytes = ?", forged)
    assert "delta.txt" in fault.where
    assert "no longer have the hash" in fault.sentence


def test_bytes_that_do_not_unpack_are_a_fault_and_no_error(filled: Path) -> None:
    (fault,) = tampered(filled, "documents", "UPDATE documents SET compressed_bytes = ?", b"rubbish")
    assert "damaged" in fault.sentence


def test_a_changed_text_is_found_against_the_bytes(filled: Path) -> None:
    (fault,) = tampered(filled, "texts", "UPDATE texts SET text = replace(text, '140', '150')")
    assert "not the stored one" in fault.sentence


def test_a_quote_that_was_moved_is_found(filled: Path) -> None:
    (fault,) = tampered(filled, "claims", "UPDATE claims SET quote_start = quote_start + 1, quote_end = quote_end + 1")
    assert "does not stand at" in fault.sentence


def test_a_claim_whose_number_was_changed_is_found(filled: Path) -> None:
    (fault,) = tampered(filled, "claims", "UPDATE claims SET claim_json = replace(claim_json, ':140', ':150')")
    assert "is not the one that was written" in fault.sentence


def test_a_claim_that_breaks_the_format_is_a_fault_and_no_error(filled: Path) -> None:
    (fault,) = tampered(filled, "claims", "UPDATE claims SET claim_json = replace(claim_json, 'strength', 'power')")
    assert "cannot be read" in fault.sentence


def test_a_claim_that_was_taken_away_is_missed(filled: Path) -> None:
    found = tampered(filled, "reading_claims", "DELETE FROM reading_claims")
    assert [fault.sentence for fault in found] == ["It has 0 claims, but 1 were read."]


def test_a_row_that_points_at_nothing_is_found(filled: Path) -> None:
    found = tampered(filled, "claims", "DELETE FROM claims")
    assert any("points at a row of claims that is not there" in fault.sentence for fault in found)
