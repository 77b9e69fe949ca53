"""``contingent serve``: a real process that answers, follows the register, and ends with Ctrl-C."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from contingent.show.command_line import run
from tests.web.conftest import add


def test_serve_prints_its_address_answers_there_and_ends_cleanly(register: Path) -> None:
    command = [sys.executable, "-m", "contingent", "serve", "--port", "0", "--register", str(register)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:")
            assert "NATO Mission Iraq" in httpx.get(f"{address}?on=2021-04-10").text
            add(register, b"Finland takes part in KFOR with 20 soldiers.\n", "https://example.org/o", "2021-04-09")
            assert "Kosovo Force" in httpx.get(f"{address}?on=2021-04-10").text
        finally:
            process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode in (0, 130)
    assert "Traceback" not in errors


@pytest.mark.parametrize("content", [None, b"this is no register" * 100])
def test_a_register_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    assert run(["serve", "--register", str(path), "--port", "0"]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_port_that_is_taken_is_one_sentence(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert run(["serve", "--register", str(register), "--port", str(taken.getsockname()[1])]) == 2
    assert "give another --host or --port" in capsys.readouterr().err
