"""A writer of small PDF files, for tests: lines of words in two faces at given places of pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """Words at a place on a page; the page is 595 points wide and 842 high, and ``y`` counts from its foot."""

    words: str
    x: float
    y: float
    size: float = 11
    is_bold: bool = False


def made_pdf(pages: Sequence[Sequence[Printed]]) -> bytes:
    """A PDF with these pages, in Helvetica and its bold face."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
    for number, page in enumerate(pages):
        stream = "\n".join(map(_operators, page))
        content = f"/MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {fonts} {content} >>")
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    body, places = b"%PDF-1.4\n", []
    for number, source in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{source}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _operators(line: Printed) -> str:
    escaped = line.words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{1 + line.is_bold} {line.size} Tf {line.x} {line.y} Td ({escaped}) Tj ET"
