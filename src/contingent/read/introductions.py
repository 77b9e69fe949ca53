"""Names that a document itself introduces: operations that no catalogue knows, abbreviations, other names.

The words that make a name an operation come from the pack's table ``introductions``; where the catalogue knows
the thing, its usual English name is the name. A name is introduced once; that it is meant again later in the text,
in whatever letter case, is for the reader to see, who prefers a longer name to one that it holds.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator

from contingent import catalogue
from contingent.document import BlockKind, Document
from contingent.lang import LanguagePack
from contingent.read.abbreviations import BRACKET, SHORT, defined, in_brackets, is_actor, noun_phrase
from contingent.read.headed_names import Mentions, described_operations, headed_names, names_operation, shared_names
from contingent.read.introduction_words import (
    NAME,
    WORD,
    Introduction,
    Words,
    introduction_words,
    plain,
    whole,
    words_before,
)

_OTHER = re.compile(rf"[“\"„«‘']?({NAME}(?:[ -]{NAME}){{0,4}})")
_NUMERALS = frozenset("IVX")
_LONGEST_KNOWN = 4
"""How many words behind "operation" are tried as a name that the catalogue knows."""
_NEAR = 90
"""How many characters around a "Task Force" are looked through for the words of a multinational operation."""
_FIRST_PART = 50_000
"""How many characters of the text are looked through for a name that a line in capitals gives."""


def introduce(document: Document, pack: LanguagePack) -> tuple[Introduction, ...]:
    """What the document introduces, in the order of its text, each name with each abbreviation once.

    Names in navigation introduce nothing. Raises ``DataError`` if the pack lacks the table.
    """
    words, text = introduction_words(pack), document.text
    mentions, day = Mentions(text), document.published
    found = [*shared_names(mentions, day, words), *described_operations(mentions, day, words)]
    headed: list[Introduction] = []
    # Few texts have such words, and looking for all of them at each place is the slowest part.
    low = text.lower()
    renames = any(cue in low for cue in words.lists["other_name"])
    for block in document.blocks:
        if block.kind is not BlockKind.NAVIGATION:
            if text.find("(", block.start, block.end) >= 0:
                found += in_brackets(text, block.start, block.end, words)
            found += defined(text, block.start, block.end, words)
            found += _other_names(text, block.start, block.end, words) if renames else ()
            found += _code_names(text, low, block.start, block.end, words)
            headed += headed_names(mentions, block.start, block.end, words)
    # A name by its head may be a part of a longer one.
    found += _outside(found, headed)
    found.sort(key=lambda one: (one.start, -one.end))
    kept: dict[tuple[str, str | None], Introduction] = {}
    for one in found:
        kept.setdefault((one.name, one.short), one)
    with_short = {name for name, short in kept if short is not None}
    return tuple(one for one in kept.values() if one.short is not None or one.name not in with_short)


def _outside(found: list[Introduction], headed: list[Introduction]) -> list[Introduction]:
    """Those of the names by their heads that no other introduction takes in."""
    found = sorted(found)
    starts = [one.start for one in found]
    reached = list(itertools.accumulate((one.end for one in found), max))
    before = ((one, bisect_right(starts, one.start)) for one in headed)
    return [one for one, at in before if not at or reached[at - 1] < one.end]


def _code_names(text: str, low: str, start: int, end: int, words: Words) -> Iterator[Introduction]:
    """ "Operation X", "EUTM X" and a "Task Force X" that is spoken of as an operation."""
    shouted = text[start:end].isupper()
    for match in whole(words.code_name, text, start, end):
        if _begins_known_name(text, match.start(1), end, words):
            continue
        name = _code_name(match.group(1), words)
        # In a line all in capitals nothing tells where the name ends, unless it stands elsewhere too.
        if name and shouted and low.count(name.lower(), 0, _FIRST_PART) < 2:
            continue
        if name:
            stop = match.start(1) + len(name)
            full, bare = f"Operation {_cased(name)}", _cased(name)
            known = catalogue.load().find_operation(full, words.code)
            if catalogue.load().find_operation(bare, words.code) is None:
                # The bare name may be a common word or a person's, so it names an operation only in such a text.
                yield Introduction(match.start(), stop, known.name if known else full, bare, "operation")
            other = BRACKET.match(text, stop, end)
            inside = _OTHER.fullmatch(other.group(1)) if other else None
            if inside and not SHORT.match(inside.group(1)) and not is_actor(inside.group(1), words):
                named = known.name if known else full
                yield Introduction(match.start(), stop, named, plain(inside.group(1)), "operation")
    for match in whole(words.prefix, text, start, end):
        parts = match.group().split()
        shorter = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
        if all(catalogue.load().find_operation(name, words.code) is None for name in shorter):
            yield Introduction(match.start(), match.end(), plain(match.group()), None, "operation")
    for match in whole(words.task_force, text, start, end):
        near = (
            text[max(start, match.start() - _NEAR) : match.start()] + text[match.end() : min(end, match.end() + _NEAR)]
        )
        name = _code_name(match.group(1), words)
        full = f"Task Force {_cased(name)}"
        if not name or is_actor(name, words) or not words.multinational.search(near):
            continue
        if catalogue.load().find_operation(full, words.code) is None:
            yield Introduction(match.start(), match.end(), full, None, "operation")


def _begins_known_name(text: str, start: int, end: int, words: Words) -> bool:
    """Whether the catalogue knows the name with words that look like no part of it: "operation EUNAVFOR MED IRINI"."""
    parts = [word.group() for word in itertools.islice(WORD.finditer(text, start, end), _LONGEST_KNOWN)]
    longer = (" ".join(parts[:count]) for count in range(len(parts), 1, -1))
    return any(catalogue.load().find_operation(name, words.code) is not None for name in longer)


def _code_name(run: str, words: Words) -> str:
    """The words of a capitalised run that are the code name: of one case, up to a word of a part, post or state."""
    kept: list[str] = []
    end = 0
    for word in re.finditer(r"\S+", run):
        printed = word.group()
        if words.has("code_name_end", printed) or (kept and printed.isupper() != kept[0].isupper()):
            break
        if printed.endswith(("'s", "’s")):
            return run[: word.end() - 2]
        if kept and is_actor(printed, words):
            break
        kept.append(printed)
        end = word.end()
    return run[:end]


def _other_names(text: str, start: int, end: int, words: Words) -> Iterator[Introduction]:
    """ "The training mission, known as X": the thing in front of the words and its other name behind them."""
    for cue in whole(words.other_name, text, start, end):
        article = WORD.match(text, cue.end(), end)
        skipped = article.end() + 1 if article and words.has("articles", article.group()) else cue.end()
        behind = _OTHER.match(text, skipped, end)
        before = words_before(text, start, cue.start())
        if not before:
            comma = text.rfind(",", max(start, cue.start() - _NEAR), cue.start())
            before = words_before(text, start, comma) if comma > start else []
        # A code name behind the words is found as one.
        if behind is None or not before or words.code_name.match(text, behind.start(1), end):
            continue
        first = noun_phrase([word.group() for word in before], words)
        if first is None:
            continue
        begin, stop = before[first].start(), before[-1].end()
        named, other = plain(text[begin:stop]), plain(behind.group(1))
        known = catalogue.load().find_operation(named, words.code) or catalogue.load().find_operation(other, words.code)
        if known is not None:
            # "The mission, known as X": only X is a name.
            span = (begin, stop) if named[0].isupper() else behind.span(1)
            yield Introduction(*span, known.name, other, "operation")
        elif names_operation(named, words) and SHORT.fullmatch(other):
            yield Introduction(begin, stop, named, other, "operation")
        elif words.head.search(named):
            yield Introduction(*behind.span(1), other, None, "operation")
        elif named[0].isupper():
            yield Introduction(begin, stop, named, other, "abbreviation" if SHORT.fullmatch(other) else "other name")


def _cased(name: str) -> str:
    """A code name as one writes it: a name all in capitals with one capital a word."""
    printed = plain(name)
    return (
        " ".join(part.capitalize() for part in printed.split()) if printed.isupper() and len(printed) > 1 else printed
    )
