from __future__ import annotations

import io
import os
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from contingent import gather
from contingent.errors import DocumentError
from contingent.gather import expand, fetch


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"words")


def test_a_folder_stands_for_its_documents_at_all_levels_in_order_of_their_names(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.HTML", "a/b/c.pdf", "c.docx", "notes.csv", "picture.png", "Makefile")
    assert [str(Path(name).relative_to(tmp_path)) for name in expand(str(tmp_path))] == [
        "a/b/c.pdf",
        "a/z.HTML",
        "b.txt",
        "c.docx",
    ]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, ".secret.txt", ".git/page.html", "open.txt")
    assert [Path(name).name for name in expand(str(tmp_path))] == ["open.txt"]


def test_a_link_to_the_folder_above_does_not_lead_in_circles(tmp_path: Path) -> None:
    make(tmp_path, "a/page.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert len(list(expand(str(tmp_path)))) == 1


def test_a_folder_without_a_document_is_an_error_that_names_it(tmp_path: Path) -> None:
    make(tmp_path, "picture.png")
    with pytest.raises(DocumentError, match=rf"{tmp_path} holds no document \(.*\.html"):
        list(expand(str(tmp_path)))


@pytest.mark.parametrize("name", ["page.csv", "missing.txt", "-", "https://example.org/folder/"])
def test_what_is_no_folder_stands_for_itself(name: str) -> None:
    assert list(expand(name)) == [name]


def test_a_file_comes_with_its_bytes_and_its_path(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"\xff\x00bytes")
    source = fetch(str(path))
    assert (source.data, source.address, source.media_type) == (b"\xff\x00bytes", str(path), None)


def test_standard_input_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert fetch("-") == gather.Source(b"words")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"There is no file .*missing\.txt; check the path\."):
        fetch(str(tmp_path / "missing.txt"))


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is a folder, not a file"):
        fetch(str(tmp_path))


def test_a_file_below_a_file_is_an_error_of_one_sentence(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    with pytest.raises(DocumentError, match="cannot be read"):
        fetch(str(tmp_path / "a.txt" / "b.txt"))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "zeros.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(DocumentError, match="has 1,000 MB, over the 200 MB"):
        fetch(str(path))


def test_a_stream_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "LARGEST", 1000)
    with pytest.raises(DocumentError, match="/dev/zero has more than"):
        fetch("/dev/zero")


class Site(BaseHTTPRequestHandler):
    """A small web site with one page for each thing that a server may do."""

    def do_GET(self) -> None:
        if self.path == "/page":
            self.answer(200, b"<p>140 persons</p>", content_type="text/html; charset=iso-8859-1")
        elif self.path == "/moved":
            self.answer(301, location="/page")
        elif self.path == "/circle":
            self.answer(302, location="/circle")
        elif self.path == "/large":
            self.answer(200, b"x" * 5000)
        elif self.path == "/slow":
            released.wait()  # the one that asks gives up first
        elif self.path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"half")
        else:
            self.answer(404)

    def answer(self, status: int, body: bytes = b"", content_type: str = "text/plain", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


released = threading.Event()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    released.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_a_page_of_the_web_comes_with_its_media_type(site: str) -> None:
    source = fetch(f"{site}/page#part")
    assert source.data == b"<p>140 persons</p>"
    assert (source.address, source.media_type) == (f"{site}/page", "text/html; charset=iso-8859-1")


def test_a_page_that_moved_has_its_new_address(site: str) -> None:
    assert fetch(f"{site}/moved").address == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("/missing", "answered 404 Not Found; check the address"),
        ("/circle", "leads from address to address without end"),
        ("/large", "has more than"),
        ("/slow", "did not answer in time"),
        ("/cut", "does not answer"),
    ],
)
def test_what_goes_wrong_on_the_web_is_one_sentence_that_names_the_address(
    site: str, path: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather, "LARGEST", 1000)
    if path == "/slow":
        monkeypatch.setattr(gather, "READ_SECONDS", 0.2)
    with pytest.raises(DocumentError, match=complaint) as raised:
        fetch(site + path)
    assert site + path in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_address_where_nobody_listens_does_not_answer() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(DocumentError, match=rf"http://127\.0\.0\.1:{port}/ does not answer"):
        fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("address", ["http://", "http://example.org:port/"])
def test_a_malformed_address_is_said_to_be_one(address: str) -> None:
    with pytest.raises(DocumentError, match="is not a valid address"):
        fetch(address)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    make(tmp_path, "locked.txt")
    (tmp_path / "locked.txt").chmod(0)
    with pytest.raises(DocumentError, match="may not be read"):
        fetch(str(tmp_path / "locked.txt"))
