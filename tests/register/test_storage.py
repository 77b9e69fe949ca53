from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from contingent.errors import RegisterError
from contingent.register import Register, View
from contingent.register.storage import MIGRATIONS, migrations, open_for_reading, open_for_writing


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [migration.number for migration in migrations()] == list(range(1, len(migrations()) + 1))
    assert all(migration.statements for migration in migrations())


def test_a_register_records_each_migration_once(register_path: Path) -> None:
    for _ in range(2):
        with Register(register_path):
            pass
    with sqlite3.connect(register_path) as connection:
        recorded = connection.execute("SELECT number, name FROM migrations").fetchall()
    assert recorded == [(migration.number, migration.name) for migration in migrations()]


def test_a_register_waits_for_the_disk_and_keeps_its_references(register_path: Path) -> None:
    connection = open_for_writing(register_path)
    pragmas = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")}
    connection.close()
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1}


@pytest.fixture
def next_form(tmp_path: Path) -> Path:
    """A folder with the migrations of today and one of tomorrow."""
    folder = tmp_path / "next"
    folder.mkdir()
    for file in MIGRATIONS.glob("*.sql"):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "9999_tomorrow.sql").write_text("CREATE TABLE tomorrow (day TEXT);", encoding="utf-8")
    return folder


def test_an_older_register_is_brought_up_to_date_when_it_is_written(register_path: Path, next_form: Path) -> None:
    open_for_writing(register_path).close()
    with pytest.raises(RegisterError, match="older form; contingent add brings it up to date"):
        open_for_reading(register_path, next_form)
    open_for_writing(register_path, next_form).close()
    connection = open_for_reading(register_path, next_form)
    assert connection.execute("SELECT count(*) FROM tomorrow").fetchone() == (0,)
    connection.close()


def test_a_migration_that_fails_leaves_the_register_as_it_was(register_path: Path, next_form: Path) -> None:
    open_for_writing(register_path).close()
    (next_form / "9999_tomorrow.sql").write_text("CREATE TABLE tomorrow (day TEXT);\nNONSENSE;", encoding="utf-8")
    with pytest.raises(RegisterError, match="syntax error"):
        open_for_writing(register_path, next_form)
    with sqlite3.connect(register_path) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'tomorrow'").fetchall()
    View(register_path).close()


@pytest.mark.parametrize("use", [View, Register])
def test_a_register_from_a_newer_version_is_refused(register_path: Path, next_form: Path, use: type) -> None:
    open_for_writing(register_path, next_form).close()
    with pytest.raises(RegisterError, match="written by a newer version of Contingent"):
        use(register_path)


@pytest.mark.parametrize("use", [View, Register])
def test_a_file_that_is_not_sqlite_is_refused_and_left_alone(register_path: Path, use: type) -> None:
    register_path.write_text("Shopping: bread, milk. " * 100)
    with pytest.raises(RegisterError, match="no SQLite file"):
        use(register_path)
    assert register_path.read_text().startswith("Shopping")


@pytest.mark.parametrize("use", [View, Register])
def test_a_database_of_another_program_is_refused_and_left_alone(register_path: Path, use: type) -> None:
    with sqlite3.connect(register_path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = register_path.read_bytes()
    with pytest.raises(RegisterError, match="database of another program"):
        use(register_path)
    assert register_path.read_bytes() == before


@pytest.mark.parametrize("use", [View, Register])
def test_a_folder_is_refused(tmp_path: Path, use: type) -> None:
    with pytest.raises(RegisterError, match="is a folder"):
        use(tmp_path)


def test_viewing_a_register_that_is_not_there_does_not_make_one(register_path: Path) -> None:
    with pytest.raises(RegisterError, match="There is no register"):
        View(register_path)
    assert not register_path.exists()


def test_a_register_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be opened"):
        Register(tmp_path / "missing" / "contingent.db")
