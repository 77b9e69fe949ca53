"""Commands run as a person runs them: in this process where only output and code matter, else as a program."""

from __future__ import annotations

import itertools
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest

from contingent.claim import decode
from contingent.show.command_line import commands, run

PAGE = """<!doctype html><html lang="en"><head><title>Our troops in Iraq</title>
<meta property="article:published_time" content="2021-04-15">
<meta property="og:site_name" content="Ministry of Defence"></head>
<body><main><h1>Our troops in Iraq</h1>
<p>Denmark leads NATO Mission Iraq. The mission counts about 500 soldiers.</p></main></body></html>"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one page of a ministry."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


Captured = pytest.CaptureFixture[str]


def program(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The command line as a program of its own."""
    command = [sys.executable, "-m", "contingent", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_every_command_has_help_that_says_what_it_does(capsys: Captured) -> None:
    assert run(["--help"]) == 0
    listed = capsys.readouterr().out
    for name, command in commands.commands.items():
        assert name in listed
        assert run([name, "--help"]) == 0
        assert "Usage: contingent" in capsys.readouterr().out
        assert command.help


def modules_loaded(*arguments: str) -> set[str]:
    """The modules that a command loads in a program of its own."""
    script = (
        "import sys\n"
        "from contingent.show.command_line import run\n"
        "code = run(sys.argv[1:])\n"
        "print(*sys.modules, file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_help_loads_nothing_but_the_command_line() -> None:
    loaded = modules_loaded("--help")
    ours = {name for name in loaded if name.startswith("contingent.")}
    modules = ("", ".command_line", ".counting_options", ".deciding_options", ".options", ".serving_options")
    assert ours == {"contingent.errors", *(f"contingent.show{name}" for name in modules)}
    assert not {"msgspec", "rich", "selectolax", "httpx", "sqlite3"} & loaded


def test_reading_a_page_loads_neither_the_register_nor_the_network_nor_other_formats() -> None:
    loaded = modules_loaded("read", "page.html")
    assert {"contingent.read", "contingent.formats.html"} <= loaded
    unused = ("register", "resolve", "ask", "formats.pdf", "formats.docx")
    assert not {f"contingent.{name}" for name in unused} & loaded
    assert not {"sqlite3", "httpx", "pypdfium2"} & loaded


def test_the_version_is_printed(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert re.fullmatch(r"contingent \d+\.\d+\.\d+\n", capsys.readouterr().out)


# --- read -------------------------------------------------------------------------------------


def test_read_prints_claims_with_their_words_and_where_the_day_is_from(capsys: Captured) -> None:
    assert run(["read", "page.html"]) == 0
    out = capsys.readouterr().out
    heading = (
        "page.html · Our troops in Iraq · Ministry of Defence · published 2021-04-15 (from metadata) · language en"
    )
    assert out.startswith(heading)
    assert "DNK" in out
    assert "Denmark leads NATO Mission Iraq" in out


def test_read_as_jsonl_prints_nothing_but_claims(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["read", "page.html", "--format", "jsonl"]) == 0
    captured = capsysbinary.readouterr()
    claims = [decode(line) for line in captured.out.splitlines()]
    assert any(claim.kind == "lead" and claim.subject == "DNK" for claim in claims)
    assert all(claim.quote in PAGE for claim in claims)
    assert captured.err == b""


def test_read_of_several_documents_says_which_is_which(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("other.html").write_text(PAGE.replace("500", "600"), encoding="utf-8")
    assert run(["read", "page.html", "other.html", "--format", "jsonl"]) == 0
    captured = capsysbinary.readouterr()
    assert [line.split(b" ")[0] for line in captured.err.splitlines()] == [b"page.html", b"other.html"]


def test_read_takes_standard_input() -> None:
    with open("page.html", encoding="utf-8") as page:
        result = program("read", "-", stdin=page)
    assert result.returncode == 0
    assert result.stdout.startswith("Standard input · Our troops in Iraq")


def test_options_override_what_the_page_says(capsys: Captured) -> None:
    assert run(["read", "page.html", "--published", "2022-05", "--language", "en"]) == 0
    assert "published 2022-05 (from option)" in capsys.readouterr().out


def test_a_page_without_a_day_is_read_and_said_to_have_none(capsys: Captured) -> None:
    Path("undated.txt").write_text(
        "Denmark leads the mission of NATO in Iraq. It has about 500 soldiers and is there to advise."
    )
    assert run(["read", "undated.txt", "--language", "en"]) == 0
    captured = capsys.readouterr()
    assert "published day unknown" in captured.out
    assert "no day of publication was found" in captured.err


def test_a_page_in_an_unknown_language_asks_for_it(capsys: Captured) -> None:
    Path("words.txt").write_text("Zzyzx qwrt plmk.\n" * 20)
    assert run(["read", "words.txt"]) == 1
    assert "--language" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "Usage"),
        (["read"], "Missing argument"),
        (["raed", "page.html"], "No such command 'raed'"),
        (["read", "page.html", "--published", "2021-13-01"], "--published"),
        (["read", "page.html", "--published", "yesterday"], "--published"),
        (["read", "page.html", "--language", "tlh"], "no language pack 'tlh'"),
        (["read", "page.html", "--format", "xml"], "'xml' is not one of"),
        (["read", "page.html", "--colour"], "No such option"),
        (["show", "NMI", "--on", "2021-04"], "is not one day"),
        (["show", "NMI", "--known", "soon"], "--known"),
    ],
)
def test_wrong_use_is_one_sentence_and_code_2(arguments: list[str], complaint: str, capsys: Captured) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert complaint in captured.err + captured.out
    assert "Traceback" not in captured.err
    if arguments:
        assert captured.err.count("\n") == 1


# --- add, documents, document, verify, show ---------------------------------------------------


def test_add_keeps_a_page_and_adding_it_again_says_that_nothing_changed(capsys: Captured) -> None:
    assert run(["add", "page.html"]) == 0
    assert "  added  page.html  (" in capsys.readouterr().out
    before = Path("contingent.db").read_bytes()
    assert run(["add", "page.html"]) == 0
    assert "  unchanged  page.html  (" in capsys.readouterr().out
    assert Path("contingent.db").read_bytes() == before


def test_new_bytes_at_an_address_are_said_to_be_a_new_version(capsys: Captured) -> None:
    assert run(["add", "page.html"]) == 0
    Path("page.html").write_text(PAGE.replace("500", "600"), encoding="utf-8")
    assert run(["add", "page.html"]) == 0
    assert "new version (2)" in capsys.readouterr().out
    assert run(["documents"]) == 0
    out = capsys.readouterr().out
    assert "1 of 2" in out
    assert "2 of 2" in out


class Site(BaseHTTPRequestHandler):
    """A site of one page, whose words the test sets."""

    page = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page.encode())

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """The address of the page of ``Site``, on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/iraq"
        server.shutdown()
        thread.join()


def test_a_page_of_the_web_that_changes_is_a_new_version_and_both_are_kept(capsys: Captured, address: str) -> None:
    outcomes = []
    for Site.page in (PAGE, PAGE, PAGE.replace("about 500", "about 550")):
        assert run(["add", address]) == 0
        outcomes.append(capsys.readouterr().out.split(f"  {address}")[0].partition("  ")[2])
    assert outcomes == ["added", "unchanged", "new version (2)"]
    assert run(["documents"]) == 0
    out = capsys.readouterr().out
    assert f"{address} (version 1 of 2)" in out
    assert f"{address} (version 2 of 2)" in out


def test_a_file_is_one_page_wherever_it_is_named_from(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("below").mkdir()
    assert run(["add", "page.html"]) == 0
    monkeypatch.chdir("below")
    assert run(["add", "../page.html", "--register", "../contingent.db"]) == 0
    assert "unchanged" in capsys.readouterr().out


def test_the_environment_names_the_register_and_the_option_overrides_it(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("CONTINGENT_REGISTER", "mine.db")
    assert run(["add", "page.html"]) == 0
    assert run(["add", "page.html", "--register", "other.db"]) == 0
    assert sorted(path.name for path in Path().glob("*.db")) == ["mine.db", "other.db"]


def test_document_shows_each_quote_within_its_text(capsys: Captured) -> None:
    run(["add", "page.html"])
    name = capsys.readouterr().out.split()[0]
    assert run(["document", name]) == 0
    out = capsys.readouterr().out
    assert "Our troops in Iraq «Denmark leads NATO Mission Iraq». The mission counts" in " ".join(out.split())
    assert "published 2021-04-15 (from metadata)" in out


def test_document_of_an_unknown_name_says_where_to_look(capsys: Captured) -> None:
    run(["add", "page.html"])
    assert run(["document", "ffffffff"]) == 1
    assert "contingent documents lists them" in capsys.readouterr().err


def test_verify_proves_a_sound_register_and_lists_what_was_tampered_with(capsys: Captured) -> None:
    run(["add", "page.html"])
    capsys.readouterr()
    assert run(["verify"]) == 0
    assert re.match(r"1 documents? and \d+ claims? are as they were written", capsys.readouterr().out)
    with sqlite3.connect("contingent.db") as connection:
        connection.execute("DROP TRIGGER claims_are_never_changed")
        connection.execute("UPDATE claims SET quote_start = quote_start + 1 WHERE kind = 'lead'")
    connection.close()
    assert run(["verify"]) == 1
    err = capsys.readouterr().err
    assert "page.html" in err
    assert "does not stand at" in err


def test_show_answers_with_the_sentence_that_says_so(capsys: Captured) -> None:
    run(["add", "page.html"])
    capsys.readouterr()
    assert run(["show", "NATO Mission Iraq", "--on", "2021-04-15", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["on"] == "2021-04-15"
    assert any(note["quote"] == "Denmark leads NATO Mission Iraq" for note in answer["notes"])


def test_show_of_an_unknown_name_offers_the_nearest(capsys: Captured) -> None:
    run(["add", "page.html"])
    assert run(["show", "NATO Mision Irak"]) == 1
    assert "NATO Mission Ira" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["documents"], ["document", "abcdef"], ["verify"], ["show", "NMI"]])
def test_without_a_register_the_commands_say_how_to_make_one(command: list[str], capsys: Captured) -> None:
    assert run(command) == 1
    assert "make one with contingent add" in capsys.readouterr().err
    assert not Path("contingent.db").exists()


def test_a_register_that_is_not_sqlite_stops_the_command_and_is_left_alone(capsys: Captured) -> None:
    Path("contingent.db").write_text("Dear diary, " * 200)
    assert run(["add", "page.html"]) == 1
    err = capsys.readouterr().err
    assert (
        err == "contingent: contingent.db is not a register: it is no SQLite file; name another file with --register.\n"
    )


# --- bad documents ----------------------------------------------------------------------------


def a_closed_port() -> int:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port: int = closed.getsockname()[1]
    return port


def test_bad_documents_are_listed_each_with_one_sentence_and_the_others_are_finished() -> None:
    bad = {
        "empty.txt": b"",
        "blank.html": b" \n\n ",
        "binary.txt": bytes(range(256)) * 40,
        "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        "zip.docx": b"PK\x03\x04 and no more",
        "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(500),
    }
    for name, data in bad.items():
        Path(name).write_bytes(data)
    with open("zeros.txt", "wb") as zeros:
        zeros.truncate(1_000_000_000)
    nobody = f"http://127.0.0.1:{a_closed_port()}/page"
    others = ["zeros.txt", "missing.txt", nobody]
    result = program("add", *bad, *others, "page.html")
    assert result.returncode == 1
    assert result.stdout.count("\n") == 1
    assert "added  page.html" in result.stdout
    first, *sentences = result.stderr.splitlines()
    assert first == f"{len(bad) + len(others)} of {len(bad) + len(others) + 1} could not be taken in:"
    assert len(sentences) == len(bad) + len(others)
    for name, sentence in zip([*bad, *others], sentences, strict=True):
        assert name in sentence
        assert sentence.endswith(".")
        assert "Unexpected" not in sentence
        assert "Traceback" not in sentence


def test_a_folder_in_place_of_a_file_is_refused_by_read(capsys: Captured) -> None:
    Path("folder").mkdir()
    assert run(["read", "folder"]) == 1
    assert capsys.readouterr().err == "contingent: folder is a folder, not a file; name the files in it.\n"


def test_a_page_in_another_encoding_is_read_rightly(capsys: Captured) -> None:
    Path("latin.txt").write_bytes("Åse Ødegård leads NATO Mission Iraq. It is a mission in Iraq.".encode("cp1252"))
    assert run(["add", "latin.txt", "--published", "2021", "--language", "en"]) == 0
    with sqlite3.connect("contingent.db") as connection:
        assert "Åse Ødegård" in connection.execute("SELECT text FROM texts").fetchone()[0]
    connection.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_listed(capsys: Captured) -> None:
    Path("page.html").chmod(0)
    assert run(["read", "page.html"]) == 1
    assert "may not be read" in capsys.readouterr().err


def test_words_of_a_page_cannot_steer_the_terminal(capsys: Captured) -> None:
    hostile = PAGE.replace("Our troops", "Our \x1b]0;owned\x07\x1b[2J troops")
    Path("hostile.html").write_text(hostile, encoding="utf-8")
    assert run(["read", "hostile.html"]) == 0
    assert run(["add", "hostile.html"]) == 0
    assert run(["documents"]) == 0
    captured = capsys.readouterr()
    assert "owned" in captured.out
    assert "\x1b" not in captured.out + captured.err
    assert "\x07" not in captured.out + captured.err


# --- interruptions ----------------------------------------------------------------------------


def test_ctrl_c_leaves_whole_documents_and_the_same_command_goes_on(folder: Path) -> None:
    pages = 400
    (folder / "pages").mkdir()
    for number in range(pages):
        (folder / "pages" / f"{number:03}.html").write_text(PAGE.replace("500", str(1000 + number)), encoding="utf-8")
    command = [sys.executable, "-m", "contingent", "add", "pages"]
    with open(folder / "errors", "w+") as errors:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True) as running:
            assert running.stdout is not None
            first = running.stdout.readline()
            running.send_signal(signal.SIGINT)
            out = running.stdout.read()
        errors.seek(0)
        err = errors.read()
    assert "added" in first, err
    assert running.returncode == 130
    assert re.fullmatch(r"Stopped after \d+ of 400 documents; .* the same command goes on from there\.\n", err)
    with sqlite3.connect("contingent.db") as connection:
        (whole,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    connection.close()
    # Ctrl-C may come when a document is in the register and its line is not yet printed.
    assert whole - (1 + out.count("\n")) in (0, 1)
    assert whole < pages
    again = program("add", "pages")
    assert again.returncode == 0
    assert again.stdout.count("  unchanged  ") == whole
    assert again.stdout.count("  added  ") == pages - whole


def test_a_reader_that_goes_away_is_not_an_error(folder: Path) -> None:
    for number in range(300):
        Path(f"{number}.html").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "contingent", "read", *(f"{number}.html" for number in range(300))]
    with open(folder / "errors", "w+b") as errors:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors) as running:
            assert running.stdout is not None
            first = running.stdout.readline()
            running.stdout.close()
        errors.seek(0)
        assert errors.read() == b""
    assert first.startswith(b"0.html")
    assert running.returncode == 141


def test_an_error_that_nobody_foresaw_is_one_sentence_that_asks_for_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr("contingent.formats.parse", fail)
    assert run(["read", "page.html", "page.html"]) == 1
    first, *sentences = capsys.readouterr().err.splitlines()
    assert first == "2 of 2 could not be taken in:"
    for sentence in sentences:
        assert "page.html: Unexpected error (ZeroDivisionError: by zero at fail, line " in sentence
        assert sentence.endswith("please report it with the document that shows it.")


def test_a_document_that_takes_too_long_is_given_up_and_the_others_are_finished(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = itertools.count()
    clock = SimpleNamespace(monotonic=lambda: next(moments) / 1_000)  # each look at it takes a thousandth of a second
    monkeypatch.setattr("contingent.reading.time", clock)
    (folder / "endless.txt").write_text("Denmark leads NATO Mission Iraq with 35 soldiers. " * 20_000, encoding="utf-8")
    assert run(["read", "endless.txt", "page.html", "--language", "en"]) == 1
    out, err = capsys.readouterr()
    assert "1 of 2 could not be taken in" in err
    assert "endless.txt: The document takes longer than 10 seconds to read; split it." in err
    assert "NATO Mission Iraq" in out
