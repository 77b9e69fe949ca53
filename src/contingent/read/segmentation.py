"""Sentence segmentation: where the sentences of a block begin and end.

The law of this module: a full stop ends no sentence behind an abbreviation, an initial or an ordinal, nor inside a
span that is known to belong together, such as a date or a person with a rank.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from contingent.document import Block
from contingent.read.vocabulary import TOKEN, Vocabulary

_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+(?=[\"“„«(\[]?\w)|\n\s*\n|\n(?=\s*[-–—•])")
_LONGEST_SENTENCE = 4000
"""Characters. The longest sentences of resolutions have about 1,500; what is longer is a list without full stops."""


def cut_into_sentences(
    text: str, block: Block, words: Vocabulary, taken: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The sentences of a block. No sentence ends inside a span in ``taken``: a person's rank and name, a date."""
    spans, start = [], block.start
    abbreviations = words.abbreviations
    for match in _SENTENCE_END.finditer(text, block.start, block.end):
        before = text[max(start, match.start() - 12) : match.start()]
        if text[match.start()] == ".":
            last = re.split(r"[\s(-]", before)[-1]
            following = text[match.end() : match.end() + 1]
            if last in abbreviations or (len(last) == 1 and last.isalpha() and last.isupper()):
                continue
            numbered = last.isdigit() and len(last) <= 2
            names = words.head(re.split(r"[\s(-]", before)[-2].lower()) if numbered and " " in before else None
            numbered = numbered and (names is None or not words.bears_numbers(names.lemma))  # "after Hold 1. Hold 2 …"
            if following.islower() or (numbered and not _begins_sentence(text, match.end(), words)):
                continue
        if overlaps(taken, match.start(), match.start() + 2):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, block.end))
    return [piece for a, b in spans for piece in _pieces(text, a, b) if text[piece[0] : piece[1]].strip()]


def _begins_sentence(text: str, start: int, words: Vocabulary) -> bool:
    """Whether a sentence may begin here behind an ordinal number ("the 43. | Kontingent" goes on)."""
    word = TOKEN.match(text, start)
    head = words.head(word.group().lower()) if word is not None and word.group()[0].isupper() else None
    if head is not None and words.bears_numbers(head.lemma):
        return False  # "1. | Panserinfanterikompagni"
    if not text[start : start + 1].isupper() or not words.grammar["capitalised_nouns"]:
        return text[start : start + 1].isupper()
    return word is not None and word.group().lower() in words.openers


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, or pieces of what is too long to be one, since steps look at all words of a sentence together."""
    pieces = []
    while end - start > _LONGEST_SENTENCE:
        gap = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        stop = gap if gap > start else start + _LONGEST_SENTENCE
        pieces.append((start, stop))
        start = stop
    return [*pieces, (start, end)]


def overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (end, 0))
    return at > 0 and taken[at - 1][1] > start
