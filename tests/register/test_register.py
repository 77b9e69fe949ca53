from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from contingent.decision import Decision, DecisionKind, Thing
from contingent.errors import RegisterError
from contingent.reading import Reading, Said, Source
from contingent.register import Outcome, Register, View
from tests.register.hand_made import PAGE, reading_of

ADDRESS = "https://example.org/delta"
NOTHING = Said()


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()


def refuse_to_read(source: Source, said: Said) -> Reading:
    raise AssertionError("a known document was read again")


def test_a_document_comes_back_with_its_bytes_text_and_claims(register_path: Path) -> None:
    source = Source(PAGE.encode(), ADDRESS, "text/plain; charset=utf-8")
    with Register(register_path) as register:
        addition = register.take_in(source, Said(published="2021-04-15"), reading_of)
    with View(register_path) as view:
        (stored,) = view.documents()
        (evidence,) = view.claims()
        assert view.bytes_of(stored.document_id) == source.data
        assert view.text_of(stored.document_id) == PAGE
    assert addition.outcome is Outcome.ADDED
    assert (stored.document_id, stored.claims, stored.published) == (addition.document_id, 1, "2021-04-15")
    assert (stored.title, stored.publisher, stored.address) == ("A page", "A ministry", ADDRESS)
    assert (stored.language, stored.published_from, stored.version, stored.versions) == ("en", "option", 1, 1)
    (cited,) = reading_of(source).claims
    assert evidence.claim == cited.claim
    assert evidence.claim_id == cited.id
    assert PAGE[evidence.quote_start : evidence.quote_end] == "140"
    assert (evidence.publisher, evidence.published, evidence.document_id) == (
        "A ministry",
        "2021-04-15",
        stored.document_id,
    )


def test_offsets_count_code_points_and_not_bytes(register_path: Path) -> None:
    with Register(register_path) as register:
        register.take_in(Source("𝔄 ødegård 7".encode()), NOTHING, reading_of)
    with View(register_path) as view:
        (evidence,) = view.claims()
    assert (evidence.quote_start, evidence.quote_end) == (10, 11)


def test_adding_a_document_again_changes_nothing_and_says_so(register_path: Path) -> None:
    source = Source(PAGE.encode(), ADDRESS)
    with Register(register_path) as register:
        register.take_in(source, NOTHING, reading_of)
        tables = ("documents", "pages", "versions", "texts", "readings", "claims", "reading_claims")
        before = [rows(register_path, table) for table in tables]
        again = register.take_in(source, NOTHING, refuse_to_read)
        assert again.outcome is Outcome.UNCHANGED
        assert [rows(register_path, table) for table in tables] == before


def test_new_bytes_at_the_same_address_are_a_new_version_beside_the_old_one(register_path: Path) -> None:
    with Register(register_path) as register:
        first = register.take_in(Source(b"140 persons", ADDRESS), NOTHING, reading_of)
        second = register.take_in(Source(b"150 persons", ADDRESS), NOTHING, reading_of)
    assert (second.outcome, second.version) == (Outcome.NEW_VERSION, 2)
    with View(register_path) as view:
        versions = {stored.document_id: (stored.version, stored.versions) for stored in view.documents()}
        quotes = [evidence.claim.quote for evidence in view.claims()]
    assert versions == {first.document_id: (1, 2), second.document_id: (2, 2)}
    assert quotes == ["140", "150"]


def test_a_page_that_goes_back_to_its_old_words_is_a_version_of_its_own(register_path: Path) -> None:
    with Register(register_path) as register:
        register.take_in(Source(b"140 persons", ADDRESS), NOTHING, reading_of)
        register.take_in(Source(b"150 persons", ADDRESS), NOTHING, reading_of)
        third = register.take_in(Source(b"140 persons", ADDRESS), NOTHING, refuse_to_read)
    assert (third.outcome, third.version) == (Outcome.NEW_VERSION, 3)
    assert len(rows(register_path, "documents")) == 2
    assert [row[1] for row in rows(register_path, "page_history")] == [1, 2, 3]


def test_the_same_bytes_elsewhere_are_one_document_with_two_addresses(register_path: Path) -> None:
    with Register(register_path) as register:
        register.take_in(Source(PAGE.encode(), ADDRESS), NOTHING, reading_of)
        other = register.take_in(Source(PAGE.encode(), "copy.txt"), NOTHING, refuse_to_read)
    assert other.outcome is Outcome.NEW_ADDRESS
    assert len(rows(register_path, "documents")) == len(rows(register_path, "claims")) == 1
    assert [row[0] for row in rows(register_path, "page_history")] == ["copy.txt", ADDRESS]


def test_a_day_given_later_makes_a_further_reading_which_then_counts(register_path: Path) -> None:
    source = Source(PAGE.encode(), ADDRESS)
    with Register(register_path) as register:
        register.take_in(source, NOTHING, reading_of)
        again = register.take_in(source, Said(published="2021-04"), reading_of)
        unchanged = register.take_in(source, NOTHING, refuse_to_read)
    assert (again.outcome, unchanged.outcome) == (Outcome.READ_AGAIN, Outcome.UNCHANGED)
    assert len(rows(register_path, "readings")) == 2
    with View(register_path) as view:
        (stored,) = view.documents()
        (evidence,) = view.claims()
    assert stored.published == evidence.published == unchanged.published == "2021-04"


def test_a_newer_reader_reads_again_and_the_older_reading_stays(register_path: Path) -> None:
    source = Source(b"140 persons and 20 dogs", ADDRESS)
    with Register(register_path) as register:
        old = reading_of(source)
        register.keep(replace(old, claims=old.claims[:1], reader="contingent 0.0.1"))
        again = register.take_in(source, NOTHING, reading_of)
    assert (again.outcome, again.claims) == (Outcome.READ_AGAIN, 2)
    with View(register_path) as view:
        assert [evidence.claim.quote for evidence in view.claims()] == ["140", "20"]
    assert [row[1] for row in rows(register_path, "reading_claims")] == [0, 0, 1]
    assert len(rows(register_path, "claims")) == 2


def test_what_the_reader_refuses_leaves_no_trace(register_path: Path) -> None:
    with Register(register_path) as register, pytest.raises(UnicodeDecodeError):
        register.take_in(Source(b"\xff\xfe 140", ADDRESS), NOTHING, reading_of)
    for table in ("documents", "pages", "versions", "texts", "readings", "claims"):
        assert rows(register_path, table) == []


def test_an_error_in_the_middle_of_writing_undoes_the_whole_document(register_path: Path) -> None:
    reading = reading_of(Source(b"140 persons and 20 dogs", ADDRESS))
    with Register(register_path) as register:
        with pytest.raises(RegisterError, match="refused"):
            register.keep(replace(reading, document=replace(reading.document, language=None)))
        for table in ("documents", "pages", "versions", "texts", "readings", "claims"):
            assert rows(register_path, table) == []
        assert register.keep(reading).outcome is Outcome.ADDED


@pytest.mark.parametrize(
    "table",
    ["documents", "pages", "versions", "texts", "readings", "claims", "reading_claims", "migrations", "decisions"],
)
def test_no_row_can_be_changed_deleted_or_replaced_by_anyone(register_path: Path, table: str) -> None:
    with Register(register_path) as register:
        register.take_in(Source(PAGE.encode(), ADDRESS), NOTHING, reading_of)
        register.decide(
            lambda moment: Decision(
                kind=DecisionKind.MERGE, by="Ada", made_at=moment, reason="So.", thing=Thing.PLACE, names=("A", "B")
            )
        )
    connection = sqlite3.connect(register_path)
    (column, *_) = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
    before = rows(register_path, table)
    assert before
    for statement, verb in (
        (f"UPDATE {table} SET {column} = {column}", "changed"),
        (f"DELETE FROM {table}", "deleted"),
        (f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}", "replaced"),
    ):
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} are never {verb}"):
            connection.execute(statement)
    connection.close()
    assert rows(register_path, table) == before


@pytest.mark.parametrize("table", ["documents", "texts", "claims", "decisions"])
def test_no_row_gives_way_to_another_of_its_number(register_path: Path, table: str) -> None:
    with Register(register_path) as register:
        register.take_in(Source(PAGE.encode(), ADDRESS), NOTHING, reading_of)
        register.decide(
            lambda moment: Decision(
                kind=DecisionKind.MERGE, by="Ada", made_at=moment, reason="So.", thing=Thing.PLACE, names=("A", "B")
            )
        )
    before = rows(register_path, table)
    with closing(sqlite3.connect(register_path)) as connection:
        name, *others = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        columns = ", ".join(["rowid", name, *others])
        another = ", ".join(["rowid", f"hex(randomblob(length({name}) / 2))", *others])
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} are never replaced"):
            connection.execute(f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {another} FROM {table} LIMIT 1")
        connection.commit()
    assert rows(register_path, table) == before != []


def test_a_claim_can_be_read_column_by_column_in_any_sqlite_browser(register_path: Path) -> None:
    with Register(register_path) as register:
        register.take_in(Source(PAGE.encode(), ADDRESS), Said(published="2021-04-15"), reading_of)
    with sqlite3.connect(register_path) as connection:
        row = connection.execute(
            "SELECT kind, subject, quantity_low, quantity_unit, modality, quote, publisher, published, address "
            "FROM current_claims"
        ).fetchone()
    assert row == ("strength", "@Mission Delta", 140, "persons", "actual", "140", "A ministry", "2021-04-15", ADDRESS)


def test_a_files_address_is_relative_to_the_register_if_it_lies_below_it(tmp_path: Path) -> None:
    with Register(tmp_path / "contingent.db") as register:
        assert register.address_of(str(tmp_path / "pages" / "a.html")) == "pages/a.html"
        assert register.address_of("/elsewhere/a.html") == "/elsewhere/a.html"
        assert register.address_of(f"{tmp_path}/pages/\udcff.html") == "pages/\\xff.html"
