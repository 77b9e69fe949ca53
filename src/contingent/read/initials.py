"""Which words in front of an abbreviation it stands for, found by its letters.

A letter is the first of a word or goes on with the letters of the word before it, so that "KFOR" is the Kosovo
Force and "UNFICYP" ends in Cyprus. Small words may be passed over freely, other words seldom.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

_MOST_PASSED_OVER = 2
"""How many words that are no small ones a long abbreviation may pass over ("African Union Mission in Somalia")."""

_MUCH_LONGER = 5
"""How many words more than letters a long form has at the most; small words make most of the difference."""


def long_form(words: Sequence[str], short: str, small: Collection[str]) -> int | None:
    """The index of the word with which the long form of ``short`` begins, when it ends with the last of ``words``.

    ``small`` are the words, in lower case, that an abbreviation may leave out. None if the letters do not fit. One
    word alone is no long form, for many words begin with the letters of some abbreviation.

    >>> long_form(["joined", "the", "United", "Nations", "Force", "in", "Cyprus"], "UNFICYP", {"in", "the"})
    2
    """
    letters = "".join(letter for letter in short.lower() if letter.isalnum())
    lowered = [word.lower() for word in words]
    best: tuple[int, int] | None = None
    for first in range(len(words) - 1, max(-1, len(words) - len(letters) - _MUCH_LONGER - 1), -1):
        if not letters or not lowered[first].startswith(letters[0]) or lowered[first] in small:
            continue
        if first == len(words) - 1 and "-" not in words[first]:
            continue
        passed = _passed_over(lowered[first:], letters, small)
        if passed is not None and (best is None or passed < best[0]):
            best = passed, first
    allowed = _MOST_PASSED_OVER if len(letters) > 4 else min(1, len(letters) - 2)
    return best[1] if best is not None and best[0] <= allowed else None


def _passed_over(words: Sequence[str], letters: str, small: Collection[str]) -> int | None:
    """The fewest words passed over when all letters are found in order and the first word has the first of them."""
    # reached[k]: the fewest words passed over when k letters are used up by the words so far.
    reached: dict[int, int] = {0: 0}
    for number, word in enumerate(words):
        after: dict[int, int] = {}
        for used, passed in reached.items():
            if number:
                skipped = passed + (word not in small)
                after[used] = min(after.get(used, skipped), skipped)
            parts = [part for part in word.replace("’", "-").replace("'", "-").split("-") if part]
            for total in _taken(parts, letters[used:]):
                after[used + total] = min(after.get(used + total, passed), passed)
        reached = after
    return reached.get(len(letters))


def _taken(parts: Sequence[str], letters: str) -> set[int]:
    """How many letters a word can account for, by the beginnings of its parts ("Multi-National")."""
    totals, found = {0}, set[int]()
    for part in parts:
        grown = set[int]()
        for total in totals:
            count = 0
            while total + count < len(letters) and count < len(part) and part[count] == letters[total + count]:
                count += 1
                grown.add(total + count)
        found |= grown
        totals |= grown
    return found
