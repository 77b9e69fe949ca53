"""Reading the catalogue's CSV files, strictly: a file has exactly the columns that its reader names.

A line that begins with ``#`` is a comment. A cell that holds several names separates them by ``|``,
one that holds several codes by ``;``. Every complaint names the file and the line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from contingent.errors import DataError

FOLDER = Path(__file__).parent


def rows(file: str, columns: tuple[str, ...], folder: Path = FOLDER) -> Iterator[tuple[int, list[str]]]:
    """Each row of a catalogue file with the number of its line.

    Raises ``DataError`` if the file is missing, its header differs from ``columns``, or a row has
    more or fewer cells than the header.
    """
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(
            f"The catalogue's file {file} cannot be read: {error.strerror}; install Contingent anew."
        ) from None
    reader = csv.reader("" if line.startswith("#") else line for line in text.split("\n"))
    width = len(columns)
    header: tuple[str, ...] = ()
    for row in reader:
        if not row:
            continue
        if not header:
            header = tuple(row)
            if header != columns:
                raise fault(
                    file, reader.line_num, f"the columns are {', '.join(row)}; they must be {', '.join(columns)}"
                )
            continue
        if len(row) != width:
            raise fault(file, reader.line_num, f"the row has {len(row)} cells; it must have {width}")
        yield reader.line_num, row
    if not header:
        raise fault(file, 1, f"there is no header; it must be {','.join(columns)}")


def fault(file: str, line: int, what: str) -> DataError:
    """The error for a line that breaks a file's form: one sentence with the file, the line and ``what``."""
    return DataError(f"Catalogue file {file}, line {line}: {what}.")
