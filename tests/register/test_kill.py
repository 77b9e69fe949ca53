"""A writer is killed with SIGKILL at a random moment, again and again, on registers that are growing and new."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sqlite3
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from contingent.errors import RegisterError
from contingent.reading import Source
from contingent.register import Register, View
from contingent.register.verify import faults_of_file
from tests.register.hand_made import reading_of

ROUNDS = 100
CLAIMS = 60


def add_for_ever(path: Path, first: int, ready: Connection) -> None:
    """Add documents of ``CLAIMS`` claims each until killed; tells its parent when it begins."""
    ready.send_bytes(b"go")
    with Register(path) as register:
        for number in range(first, first + 1_000_000):
            add_one(register, number)


def add_one(register: Register, number: int) -> None:
    words = " ".join(str(number * CLAIMS + n) for n in range(CLAIMS))
    register.keep(reading_of(Source(words.encode(), f"page{number % 50}.txt")))


def seconds_to_make_and_to_add(path: Path) -> tuple[float, float]:
    """How long this machine takes to make a register, and to add a document to it."""
    begin = time.perf_counter()
    with Register(path) as register:
        made = time.perf_counter()
        for number in range(10):
            add_one(register, number)
    return made - begin, (time.perf_counter() - made) / 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer is forked, which this system cannot do")
def test_a_killed_writer_never_leaves_half_a_document_or_a_register_that_does_not_open(tmp_path: Path) -> None:
    make_seconds, add_seconds = seconds_to_make_and_to_add(tmp_path / "measure.db")
    moments = random.Random(20210415)
    context = multiprocessing.get_context("fork")
    growing = tmp_path / "growing.db"
    documents, cut_short = 0, 0
    for round_number in range(ROUNDS):
        # Every fourth round kills the making of a register rather than its growth.
        path = tmp_path / f"new{round_number}.db" if round_number % 4 == 3 else growing
        listener, ready = context.Pipe(duplex=False)
        writer = context.Process(target=add_for_ever, args=(path, round_number * 1_000_000, ready))
        writer.start()
        listener.recv_bytes()
        time.sleep(moments.uniform(0, make_seconds if path != growing else make_seconds + 10 * add_seconds))
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        if not path.exists():
            continue
        try:
            View(path).close()
        except RegisterError as error:
            assert "empty" in str(error)
            cut_short += 1
            Register(path).close()
        found = assert_whole(path)
        if path == growing:
            assert found >= documents, "a document was lost"
            documents = found
    assert documents > 0, "the writers were killed before they had written anything"
    assert cut_short > 0, "no register was killed in the making"


def assert_whole(path: Path) -> int:
    """Demand that all that belongs to a document is there; returns the number of documents."""
    with View(path) as view:
        found = view.documents()
        assert list(faults_of_file(view)) == []
    with sqlite3.connect(path) as connection:
        numbers = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("documents", "readings", "texts", "versions", "claims", "reading_claims")
        }
    connection.close()
    one_each = {table: len(found) for table in ("documents", "readings", "texts", "versions")}
    many_each = {table: CLAIMS * len(found) for table in ("claims", "reading_claims")}
    assert numbers == one_each | many_each
    return len(found)
