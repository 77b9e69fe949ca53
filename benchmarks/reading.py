"""How many documents a second are read, text in memory, on one core, in processor time: the median of five runs.

The document is made of varied sentences of the genre, about 600 words, written here.
"""

from __future__ import annotations

import statistics
import time

from contingent.formats import parse
from contingent.read import read

SENTENCES = (
    "Denmark contributes to KFOR in Kosovo with a guard platoon of 35 soldiers.",
    "The platoon is stationed at Camp Novo Selo and protects the camp and its people.",
    "Since October 2019 two staff officers have served at the headquarters in Pristina.",
    "The Commander of KFOR, Major General Ada Lind, assumed command on 11 October 2023.",
    "From May to November 2024 Norway will send a transport aircraft with a crew of about 20.",
    "It consists of a field hospital, a logistics team and an engineer company of up to 120 people.",
    "Hungary (469), Austria (273) and Poland (247) are among the largest contributors.",
)


def main() -> None:
    """Run the benchmark and print its figures."""
    text = "KFOR\n\n" + "\n\n".join(" ".join(SENTENCES[k % 7] for k in range(n, n + 4)) for n in range(11))
    page = "<html><body><h1>KFOR</h1>" + "".join(f"<p>{part}</p>" for part in text.split("\n\n")[1:]) + "</body></html>"
    print(f"{len(text.split())} words")
    for name, data, address in (("plain text", text, "x.txt"), ("HTML", page, "x.html")):
        raw = data.encode()
        rates = []
        for _ in range(5):
            begin = time.process_time()
            for _ in range(20):
                read(parse(raw, address=address), published="2024-01-15", language="en")
            rates.append(20 / (time.process_time() - begin))
        print(f"{name:10} {statistics.median(rates):.0f} documents/s")


if __name__ == "__main__":
    main()
