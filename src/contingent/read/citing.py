"""Which words a claim cites: those that state it, and as many around them as it takes to find the place again.

"Sector Two" may stand in ten places; whoever looks the quote up must come to the one that the claim was read from.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from contingent.document import Document, Quote
from contingent.read.units import Sentence

_LOOK_BACK = 20_000
"""How many characters before a quote its words are looked for; bounded so that a long text takes linear time."""
_LONGEST = 160
"""A quote is not widened beyond this."""
_NEXT_WORD = re.compile(r"\W*\w+(?:[.,]\d+)*")
_LAST_WORD = re.compile(r"\w+\W*$")


class Citer:
    """Cites places of one document."""

    def __init__(self, document: Document, sentences: list[Sentence]) -> None:
        self._document = document
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def cite(self, start: int, end: int) -> Quote:
        """The quote of a place without blanks and signs at its ends; raises ``QuoteError`` where nothing is left."""
        text = self._document.text
        while start < end and (text[start].isspace() or text[start] in ",;:)"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
            end -= 1
        return self._document.quote(*self._widened(start, end))

    def _widened(self, start: int, end: int) -> tuple[int, int]:
        """The place with the words behind it, then those before it in the sentence, until it stands there first."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or not self._stands_before(start, end):
            return start, end
        sentence, text = self._sentences[at], self._document.text
        first, last = start, end
        while last - first < _LONGEST:
            behind = _NEXT_WORD.match(text, last, sentence.end) if last < sentence.end else None
            before = _LAST_WORD.search(text[sentence.start : first]) if behind is None else None
            if behind is not None:
                last = behind.end()
            elif before is not None:
                first = sentence.start + before.start()
            else:
                return start, end  # the whole sentence stands before, word for word
            if not self._stands_before(first, last):
                return first, last
        return start, end

    def _stands_before(self, start: int, end: int) -> bool:
        text = self._document.text
        return text.find(text[start:end], max(0, start - _LOOK_BACK), end - 1) >= 0
