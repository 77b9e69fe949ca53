"""Texts that would make a careless reader slow: the tests count its steps on them, the benchmarks its seconds."""

from __future__ import annotations

from collections.abc import Callable

SENTENCE = "Denmark contributes to KFOR in Kosovo with a guard platoon of 35 soldiers. "

PAGES: dict[str, Callable[[int], str]] = {
    "one line": lambda n: SENTENCE * (n // len(SENTENCE)),
    "one sentence": lambda n: (SENTENCE.strip(" .") + " and ") * (n // len(SENTENCE)),
    "brackets": lambda n: "Denmark (" * (n // 9),
    "nested brackets": lambda n: "(" * (n // 2) + "a" + ")" * (n // 2),
    "digits": lambda n: "1" * n,
    "groups of digits": lambda n: "1.234.567, 123 456 " * (n // 19),
    "years": lambda n: "2014-2015 until 2016 and " * (n // 25),
    "capitals": lambda n: "ABC DEF GHI " * (n // 12),
    "one word": lambda n: "a" * n,
    "one word in capitals": lambda n: "A" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "empty lines": lambda n: "a" + "\n" * n + "b",
    "headings": lambda n: "\n\n".join(f"# Heading {k}\n\nThe team has {k} soldiers." for k in range(n // 36)),
    "items": lambda n: "KFOR consists of:\n\n" + "\n".join(f"- a team of {k} soldiers" for k in range(n // 24)),
    "nested items": lambda n: "\n".join("  " * (k % 40) + f"- item {k} of KFOR:" for k in range(n // 55)),
    "a table": lambda n: "\n".join(f"| Denmark | {k} |" for k in range(n // 16)),
    "names": lambda n: "KFOR\n\n" + " ".join(f"Denmark sends Alpha{k} Team to KFOR." for k in range(n // 36)),
    "one name": lambda n: "KFOR\n\n" + " ".join(f"Denmark sends a team of {k}." for k in range(n // 28)),
    "persons": lambda n: "KFOR\n\n" + "\n\n".join(
        f"General Ada Lind{chr(97 + k % 26)}{chr(97 + k // 26 % 26)} commands KFOR." for k in range(n // 40)
    ),
    "operations": lambda n: "\n\n".join(
        f"Operation Zulu{chr(97 + k % 26)}{chr(97 + k // 26 % 26)} has {k} soldiers." for k in range(n // 38)
    ),
    "abbreviations": lambda n: "\n\n".join(f"The Alpha Beta Mission (ABM{k}) works." for k in range(n // 38)),
    "resolutions": lambda n: "Resolution " * (n // 11),
    "verbs": lambda n: "the team which supports trains leads " * (n // 37),
    "ranks": lambda n: "Lieutenant General Colonel Major " * (n // 33),
    "durations": lambda n: "for six months from " * (n // 20),
    "quotation marks": lambda n: '"KFOR" “NATO” ' * (n // 14),
    "slashes": lambda n: "a/" * (n // 2),
    "combining marks": lambda n: "e\u0301" * (n // 2),
}  # fmt: skip
"""Pages to read, by what they are full of: each makes one of about so many characters."""

TIMES = [
    "since ",
    "May ",
    "in the ",
    "5 ",
    "2014-",
    "since a in ",
    "the end of ",
    "1",
    "–",
    "from 5 to ",
    "last ",
    "\n",
    "31.12.",
    "March, ",
    "marts, ",
    "every two ",
    "weeks 28-",
    "spring and ",
    "May of that year ",
    "about 30 years and a half ",
    "since a in May 2014-",
    "The force guards the camp and the roads around it, 14.12.2015, while others rest. ",
]
"""Pieces that texts are made of, in which times are to be found."""

NUMBERS = [
    "1,",
    "1 ",
    "2-",
    "1,000 ",
    "up to ",
    "two hundred and ",
    "en",
    "to og ",
    "a ",
    "\u00a0000",
    "12 12 ",
    "over ",
]

PERSONS = ["General ", "Colonel van ", "A. ", "Lt. ", "Jens Jensen ", "Head of ", "X Y, ", "Colonel Ab ", "oberst ("]

EQUIPMENT = ["F-16 ", "CH-", "patrol ", "helikopter", "Leopard 2"]

FILES = {
    "short lines": ("Nation\n\n", "x.txt"),
    "bullets": ("- one item\n", "x.txt"),
    "numbers": ("1. one\n2. two\n", "x.txt"),
    "bullets with wide gaps": ("• a   b\n", "x.txt"),
    "columns": ("a   b   c\n", "x.txt"),
    "one line of gaps": ("a  ", "x.txt"),
    "labels": ("Label: value\n\n", "x.txt"),
    "colons": (": ", "x.txt"),
    "rules": ("- ", "x.txt"),
    "unclosed bold": ("<b>x", "x.html"),
    "unclosed font": ("<p><font>x", "x.html"),
    "wide spans": ("<tr><td colspan=1000 rowspan=60000>a", "x.html"),
    "list items": ("<li>A: b", "x.html"),
    "definitions": ("<dt>a<dd>b", "x.html"),
    "breaks": ("a<br>", "x.html"),
    "ampersands": ("&", "x.html"),
}
"""Pieces that files to parse are made of, and an address that tells the format."""


def hostile_file(name: str, characters: int) -> bytes:
    """The file of a name in ``FILES``, of about so many characters."""
    piece, address = FILES[name]
    start = "<table>" if piece.startswith("<tr>") else "<html>" if address.endswith("html") else "x "
    return (start + piece * (characters // len(piece))).encode()
