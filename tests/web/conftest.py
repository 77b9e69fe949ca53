"""A register of a few pages, and a browser's questions to it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from contingent.reading import Said, Source
from contingent.register import Register
from contingent.web.application import application
from contingent.web.desk import Desk

with warnings.catch_warnings():
    # The client names a newer library that it would like better.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

TODAY = date(2021, 4, 20)
ENGLISH = b"""NATO Mission Iraq

Denmark takes part in NATO Mission Iraq. The Danish contribution consists of 50 soldiers.

Denmark leads NATO Mission Iraq until May 2022. The commander of NATO Mission Iraq is Colonel Ida Holm.

The Danish contribution includes a guard platoon of 35 soldiers. The mission has its headquarters in Baghdad.
"""
LATER = ENGLISH.replace(b"50 soldiers", b"70 soldiers").replace(b" The mission has its headquarters in Baghdad.", b"")
NORWEGIAN = b"Norway takes part in NATO Mission Iraq with 60 soldiers.\n"


def add(path: Path, data: bytes, address: str, published: str | None) -> str:
    """Take a page into the register; returns the name of its document."""
    with Register(path) as register:
        return register.take_in(Source(data, address, "text/plain"), Said(published, "en")).document_id


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with two versions of one page and another page."""
    path = tmp_path / "contingent.db"
    add(path, ENGLISH, "https://example.org/mission", "2021-03-01")
    add(path, LATER, "https://example.org/mission", "2021-04-15")
    add(path, NORWEGIAN, "https://example.org/norway", "2021-04-01")
    return path


@pytest.fixture
def browser(register: Path) -> Iterator[TestClient]:
    """Asks the application; errors of the program itself fail the test."""
    desk = Desk(register)
    with TestClient(application(desk, lambda: TODAY)) as client:
        yield client
    desk.close()
