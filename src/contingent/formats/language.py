"""Which language a text is in: what the page declares, held against the stop words of the language packs."""

from __future__ import annotations

import functools
import re
from collections import Counter

from contingent.formats.cues import language_table
from contingent.lang import languages

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 100_000
"""Characters that are counted: enough for any share to settle, so that a book costs no more than a long page."""
_MARGIN = 1.3
"""The best language must have this many times the stop words of the second; closer calls are left undecided."""
_LEAST_WORDS = 3
_LEAST_SHARE = 0.12
"""Share of stop words below which a text is in none of the languages: running English and Danish have 0.30 to
0.45 after shared words are left out, Swedish and Dutch below 0.10 by the Danish and English lists."""
_CONTRADICTION = 40
"""Stop words of another language that outweigh a declaration, if they are also ten times those of the language
declared: templates often declare the language of the site's maker."""


@functools.cache
def _stop_words() -> dict[str, frozenset[str]]:
    lists = {code: frozenset(language_table(code)["stop_words"]) for code in languages()}
    shared = Counter(word for words in lists.values() for word in words)
    return {code: frozenset(word for word in words if shared[word] == 1) for code, words in lists.items()}


def _counts(text: str) -> tuple[list[tuple[int, str]], int]:
    words = _WORD.findall(text[:_SAMPLE].lower())
    counts = [(sum(map(stops.__contains__, words)), code) for code, stops in _stop_words().items()]
    return sorted(counts, reverse=True), len(words)


def find_language(text: str) -> str | None:
    """The code of the pack to which most of the text's stop words belong, None if it is not clear."""
    counts, words = _counts(text)
    if not counts or counts[0][0] < max(_LEAST_WORDS, _LEAST_SHARE * words):
        return None
    if len(counts) > 1 and counts[0][0] < _MARGIN * counts[1][0]:
        return None
    return counts[0][1]


def settle_language(declared: str | None, text: str) -> str | None:
    """The language of a text that declares one, such as ``da-DK``: the declared one as an ISO 639-1 code, which
    need not have a pack, unless the words plainly belong to another; without a declaration what the words say.
    """
    code = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    if not (code.isalpha() and 2 <= len(code) <= 3):
        return find_language(text)
    counts, _ = _counts(text)
    said = next((count for count, other in counts if other == code), 0)
    if counts and counts[0][0] >= max(_CONTRADICTION, 10 * said) and find_language(text) == counts[0][1]:
        return counts[0][1]
    return code


def is_stop_word(word: str) -> bool:
    """Whether a word is one of the commonest words of any language with a pack."""
    return any(word.lower() in stops for stops in _all_stop_words())


@functools.cache
def _all_stop_words() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(language_table(code)["stop_words"]) for code in languages())
