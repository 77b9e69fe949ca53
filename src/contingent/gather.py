"""Gathering: from what a person names (a path, a folder, an address, standard input) to bytes.

The law of this module: it is the only one that uses the network, and it makes nothing of what it fetches.
Whatever goes wrong with one source is one ``DocumentError`` of one sentence, so that the others can go on.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from contingent.errors import DocumentError
from contingent.formats import LARGEST
from contingent.reading import Source

STANDARD_INPUT = "-"

ENDINGS = frozenset({".txt", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
"""The endings of the files that are taken from a folder. A file that is named itself may have any ending."""

MAX_REDIRECTS = 10
CONNECT_SECONDS, READ_SECONDS = 10.0, 30.0
"""How long a server may take to answer and between two pieces of its answer: ministries' old servers need over 10 s."""


def is_address(name: str) -> bool:
    """Whether ``name`` is an address of the web rather than a path."""
    return name.lower().startswith(("http://", "https://"))


def expand(name: str) -> Iterator[str]:
    """The sources that ``name`` stands for: itself, or for a folder its files, all levels, in order of their names.

    Hidden files and folders are left out. Raises ``DocumentError`` for a folder that cannot be listed or holds no
    document.
    """
    if name == STANDARD_INPUT or is_address(name) or not os.path.isdir(name):
        yield name
        return
    empty = True
    for path in _files_of(Path(name)):
        empty = False
        yield str(path)
    if empty:
        endings = ", ".join(sorted(ENDINGS))
        raise DocumentError(f"The folder {name} holds no document ({endings}); name a file or another folder.")


def _files_of(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise DocumentError(_about_file(str(folder), error)) from error
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            # A link to a folder above would never end; what it points at is found at its own place.
            if not path.is_symlink():
                yield from _files_of(path)
        elif path.suffix.lower() in ENDINGS:
            yield path


def fetch(name: str) -> Source:
    """The bytes of one source: a path, an ``http`` or ``https`` address, or ``-`` for standard input.

    Raises ``DocumentError`` if it cannot be had or is larger than ``LARGEST``.
    """
    if name == STANDARD_INPUT:
        return Source(_limited(sys.stdin.buffer.read(LARGEST + 1), "Standard input"))
    if is_address(name):
        return _download(name)
    return Source(_file(name), address=name)


def _file(name: str) -> bytes:
    try:
        with open(name, "rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > LARGEST:
                raise _too_large(name, status.st_size)
            return _limited(file.read(LARGEST + 1), name)
    except OSError as error:
        raise DocumentError(_about_file(name, error)) from error


def _about_file(name: str, error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return f"There is no file {name}; check the path."
    if error.errno == errno.EISDIR:
        return f"{name} is a folder, not a file; name the files in it."
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"{name} may not be read; ask for permission to read it."
    return f"{name} cannot be read ({error.strerror or error}); check the path."


def _limited(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise _too_large(name, None)
    return data


def _too_large(name: str, size: int | None) -> DocumentError:
    limit = f"{LARGEST // 10**6} MB that one document may have"
    said = f"has {size // 10**6:,} MB, over the {limit}" if size is not None else f"has more than the {limit}"
    return DocumentError(f"{name} {said}; take out the part that is needed.")


def _download(address: str) -> Source:
    # httpx takes a tenth of a second to import, which only those who fetch should wait for.
    import httpx

    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    headers = {"User-Agent": "Contingent (reads pages about international operations)"}
    try:
        with (
            httpx.Client(
                timeout=timeout, headers=headers, follow_redirects=True, max_redirects=MAX_REDIRECTS
            ) as client,
            client.stream("GET", address) as response,
        ):
            if response.status_code != httpx.codes.OK:
                answer = f"{response.status_code} {response.reason_phrase}".strip()
                raise DocumentError(f"{address} answered {answer}; check the address.")
            data = bytearray()
            for piece in response.iter_bytes():
                data += piece
                if len(data) > LARGEST:
                    raise _too_large(address, None)
            final = str(response.url.copy_with(fragment=None))
            return Source(bytes(data), address=final, media_type=response.headers.get("Content-Type"))
    except httpx.TimeoutException as error:
        raise DocumentError(f"{address} did not answer in time; try again later.") from error
    except httpx.TooManyRedirects as error:
        raise DocumentError(f"{address} leads from address to address without end; open it in a browser.") from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
        raise DocumentError(f"{address} is not a valid address; check how it is written.") from error
    except httpx.HTTPError as error:
        reason = str(error).rpartition("] ")[2] or type(error).__name__
        raise DocumentError(f"{address} does not answer ({reason}); check the address and the connection.") from error
