"""Tokens: a sentence as units, which are the spans that are known already, words and signs.

The law of this module: a word is parted where two meet in one token: a genitive and its noun, the names of two
states, a noun and the name that it bears. What is looked up later is then a word by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from contingent.catalogue.equipment import Equipment
from contingent.read.name_lookup import join_names
from contingent.read.names import Names
from contingent.read.units import SIGN, WORD, Unit
from contingent.read.vocabulary import TOKEN, Vocabulary

_JOINED_NAME = re.compile(r"(\w{4,})([-–/])(\w{3,})")


def units_between(
    text: str,
    start: int,
    end: int,
    spans: list[tuple[int, int, str, Any]],
    starts: list[int],
    words: Vocabulary,
    local: Names,
    equipment: dict[int, Equipment],
) -> list[Unit]:
    """The units of one sentence: marked spans, names, plain words and signs."""
    tokens: list[Unit] = []
    at = bisect_left(starts, start)
    position = start
    while True:
        span = spans[at] if at < len(spans) and spans[at][0] < end else None
        stop = span[0] if span else end
        for match in TOKEN.finditer(text, position, stop):
            _add_parts(tokens, match.start(), match.group(), words)
        if span is None:
            break
        if span[0] >= position and span[1] <= end:
            tokens.append(Unit(span[0], span[1], text[span[0] : span[1]], span[2], span[3]))
            position = span[1]
        else:
            position = max(position, span[0])
            for match in TOKEN.finditer(text, position, min(end, span[1])):
                _add_parts(tokens, match.start(), match.group(), words)
            position = max(position, min(end, span[1]))
        at += 1
    return join_names(text, tokens, words, local, equipment)


def _add_parts(tokens: list[Unit], start: int, token: str, words: Vocabulary) -> None:
    """Add the units of one token, which is parted where two words meet in it."""
    joined = _JOINED_NAME.fullmatch(token) if "-" in token or "–" in token or "/" in token else None
    named = joined is not None and joined[1][0].isupper() and joined[3][0].isupper()
    if joined and ((named and joined[1].lower() in words.heads) or _names_two_nations(joined, words)):
        # "Task Force-Iraq": a noun and the name that it bears; "Irish-Finnish": two nations.
        for part in (1, 2, 3):
            sort = SIGN if part == 2 else WORD
            tokens.append(Unit(start + joined.start(part), start + joined.end(part), joined[part], sort))
        return
    if "/" in token and any(_names_operation(part, words) for part in token.split("/")):
        for match in re.finditer(r"[^/]+|/", token):  # "DANCON/KFOR", "KFOR/EULEX"
            tokens.append(Unit(start + match.start(), start + match.end(), match[0], SIGN if match[0] == "/" else WORD))
        return
    if len(token) > 2 and token[-1] == "s" and token[-2] in "'’":
        tokens.append(Unit(start, start + len(token) - 2, token[:-2], WORD))
        tokens.append(Unit(start + len(token) - 2, start + len(token), token[-2:], SIGN))
    else:
        tokens.append(Unit(start, start + len(token), token, WORD if token[0].isalnum() or token[0] == "_" else SIGN))


def _names_operation(part: str, words: Vocabulary) -> bool:
    name = words.names.named((part.lower(),)) if part else None
    return name is not None and name.sort == "operation" and part.isupper()


def _names_two_nations(joined: re.Match[str], words: Vocabulary) -> bool:
    names = (words.names.named((joined[part].lower(),)) for part in (1, 3))
    return all(name is not None and name.sort == "actor" for name in names)
