"""Storage: one SQLite file, opened, brought to the newest form, and written in whole transactions.

The law of this module: a migration is never edited once it is published; each runs in one transaction together
with its own record, so that a register is always in exactly one numbered form. Every error of SQLite leaves here
as one sentence that names the file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from contingent.errors import RegisterError

MIGRATIONS = Path(__file__).parent / "migrations"
"""The folder of the migrations, ``NNNN_name.sql``."""

_APPLICATION_ID = int.from_bytes(b"CTNG", "big")
_BUSY_SECONDS = 30.0
"""How long to wait for another program that writes: writing one document takes milliseconds, so this is never idle."""

_FORM = """CREATE TABLE IF NOT EXISTS migrations (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    applied_at TEXT NOT NULL -- UTC
)"""


class Migration(NamedTuple):
    """One step from one form of the register to the next."""

    number: int
    name: str
    statements: tuple[str, ...]


def now() -> str:
    """This moment in UTC, as the register writes it: ``2021-04-15T12:00:00.000Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def migrations(folder: Path = MIGRATIONS) -> tuple[Migration, ...]:
    """The migrations of a folder, in order."""
    found = []
    for file in sorted(folder.glob("*.sql")):
        number, _, name = file.stem.partition("_")
        found.append(Migration(int(number), name, tuple(_statements(file.read_text(encoding="utf-8")))))
    return tuple(found)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script. ``executescript`` would commit before it runs, so each is run by itself."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def address_of_file(file: str, register: Path) -> str:
    """The address of a file in a register: relative to the register's folder if it lies below it, else absolute.

    So a folder with its register can be moved, and the same file has one address wherever it is named from.
    """
    path, folder = os.path.abspath(file), os.path.dirname(os.path.abspath(register))
    if os.path.commonpath([path, folder]) == folder:
        path = os.path.relpath(path, folder)
    # A name that is not UTF-8 cannot be stored as text; its odd bytes are written as escapes.
    return os.fsencode(path).decode("utf-8", "backslashreplace")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn every error of SQLite in a ``with`` block into a ``RegisterError`` that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise RegisterError(_explanation(path, error)) from error


def _explanation(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_NOTADB"):
        return f"{path} is not a register: it is no SQLite file; name another file with --register."
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"The register {path} is in use by another program; try again when that is done."
    if name.startswith("SQLITE_FULL"):
        return f"There is no space left for the register {path}; free some and run the same command again."
    if name.startswith("SQLITE_READONLY"):
        return f"The register {path} may not be written; ask for permission or name another file with --register."
    if name.startswith("SQLITE_CANTOPEN"):
        return f"The register {path} cannot be opened; check that the path and its folder exist and are yours."
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return f"The register {path} is damaged ({error}); go back to a copy of the file."
    return f"The register {path} refused the work ({error}); see whether contingent verify finds it sound."


def open_for_writing(path: Path, folder: Path = MIGRATIONS) -> sqlite3.Connection:
    """The register at ``path``, made if it is not there and brought to its newest form.

    Raises ``RegisterError`` if the file is none of ours, is from a newer version, or cannot be written.
    """
    if path.is_dir():
        raise RegisterError(f"{path} is a folder, not a register; name a file with --register.")
    with explained(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            _refuse_foreign(connection, path)
            # WAL lets others read while one writes. FULL waits for the disk at each commit, so that a document that
            # was reported as added survives a power cut; that is milliseconds beside the reading of a document.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection, path, folder)
        except BaseException:
            connection.close()
            raise
        return connection


def open_for_reading(path: Path, folder: Path = MIGRATIONS) -> sqlite3.Connection:
    """The register at ``path``, which no statement on this connection can change.

    Raises ``RegisterError`` if there is none, or if it is not in the form that this version reads.
    """
    if not path.exists():
        raise RegisterError(f"There is no register {path}; make one with contingent add, or name another file.")
    if path.is_dir():
        raise RegisterError(f"{path} is a folder, not a register; name a file with --register.")
    with explained(path):
        connection = _connect_read_only(path)
        try:
            _refuse_foreign(connection, path)
            number = _form(connection)
            newest = migrations(folder)[-1].number
            _refuse_newer(number, newest, path)
            if number < newest:
                raise RegisterError(
                    f"The register {path} is empty or of an older form; contingent add brings it up to date."
                )
        except BaseException:
            connection.close()
            raise
        return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    # A program that serves many people may ask from any of its threads, as long as one of them asks at a time.
    form: dict[str, Any] = {"uri": True, "isolation_level": None, "check_same_thread": False}
    connection: sqlite3.Connection = sqlite3.connect(address, timeout=_BUSY_SECONDS, **form)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(path.name + "-wal").exists():
            raise
        # On a medium that cannot be written, SQLite cannot make the side file of WAL; with nothing left in a WAL
        # the file is complete as it stands.
        connection = sqlite3.connect(f"{address}&immutable=1", **form)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All that a ``with`` block writes, or nothing of it."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            # After some errors, a full disk among them, SQLite has rolled back already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != _APPLICATION_ID and (application or tables):
        raise RegisterError(f"{path} is a database of another program; name another file with --register.")


def _refuse_newer(number: int, newest: int, path: Path) -> None:
    if number > newest:
        raise RegisterError(
            f"The register {path} was written by a newer version of Contingent "
            f"(form {number}, this version knows {newest}); install the newer version."
        )


def _form(connection: sqlite3.Connection) -> int:
    """The number of the newest migration that was applied, 0 for an empty file."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").fetchone():
        return 0
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0])


def _migrate(connection: sqlite3.Connection, path: Path, folder: Path) -> None:
    known = migrations(folder)
    for migration in known:
        if _form(connection) >= migration.number:
            continue
        with transaction(connection, path):
            # Another process may have done it while this one waited for its turn.
            if _form(connection) >= migration.number:
                continue
            connection.execute(_FORM)
            for statement in migration.statements:
                connection.execute(statement)
            connection.execute(
                "INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)",
                (migration.number, migration.name, now()),
            )
    _refuse_newer(_form(connection), known[-1].number, path)
