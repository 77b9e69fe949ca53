"""What a number of people takes in or leaves out, in the text's own words: "53 personnel, including two civilians"."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from contingent.read.proposals import Proposal
from contingent.read.sentence_reading import Reading

_REACH = 40
"""How many characters may stand between a number and the comma or bracket before its scope."""


def read_scopes(reading: Reading) -> None:
    """Add to the strengths of a sentence what it says that they take in or leave out."""
    text = reading.text[reading.sentence.start : reading.sentence.end]
    words = reading.words.sets["scoping"]
    low = text.lower()
    if not any(word in low for word in words):
        return
    front = _at_front(words).match(text)
    for number, proposal in enumerate(reading.out):
        if proposal.kind != "strength" or proposal.scope:
            continue
        behind = _behind(words).match(reading.text, proposal.end, reading.sentence.end)
        if behind is not None:
            reading.out[number] = replace(proposal, scope=_clean(behind["scope"]))
        elif front is not None:
            end = _end_of_front(reading, proposal)
            if end is not None:
                reading.out[number] = replace(proposal, scope=_clean(reading.text[reading.sentence.start : end]))


def _end_of_front(reading: Reading, proposal: Proposal) -> int | None:
    """Where words at the head of a sentence end: at its comma, verb, subject or number, whatever comes first."""
    clause = reading.clauses[0] if reading.clauses else None
    ends = [proposal.start]
    if clause is not None:
        subjects = [] if reading.words.grammar["verb_second"] else [subject.start for subject in clause.subjects]
        ends += [clause.verb_start, *subjects]
    comma = reading.text.find(",", reading.sentence.start, reading.sentence.end)
    ends += [comma] if comma > 0 else []
    return min((end for end in ends if end > reading.sentence.start), default=None)


def _clean(words: str) -> str:
    return " ".join(words.split()).rstrip(" ,;:")


def _any_of(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def _behind(words: frozenset[str]) -> re.Pattern[str]:
    end = r"(?=[,;()]|\.?$|\.\s)"
    scope = rf"(?P<scope>(?:{_any_of(words)})(?!\w)[^,;()]*?)"
    return re.compile(rf"[^.;,()]{{0,{_REACH}}}[,(]\s*{scope}{end}", re.IGNORECASE)


@functools.cache
def _at_front(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(words)})(?!\w)", re.IGNORECASE)
