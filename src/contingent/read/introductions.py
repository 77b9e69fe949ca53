"""Names that a document itself introduces: operations that no catalogue knows, abbreviations, other names.

The words that make a name an operation come from the pack's table ``introductions``; where the catalogue knows
the thing, its usual English name is the name. A name is introduced once; that it is meant again later in the text,
in whatever letter case, is for the reader to see, who prefers a longer name to one that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from contingent import catalogue
from contingent.document import BlockKind, Document
from contingent.lang import LanguagePack
from contingent.read.headed_names import described_operations, headed_names, names_operation, shared_names
from contingent.read.initials import long_form
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

_BRACKET = re.compile(r"[“\"„”]?\s*\(([^()\n]{2,90})\)")
_SHORT = re.compile(
    r"(?=[\w/&.-]{2,14}(?!\w))(?=[\w/&.-]*[A-ZÆØÅÄÖÜ][\w/&.-]*[A-ZÆØÅÄÖÜ\d])[^\W\d_][\w/&.-]*(?: [A-Z][\w-]*| \d+)?"
)
"""An abbreviation: two capitals at least ("eFP", "JMTG-U"), and perhaps a word or a number more ("EUTM Mali")."""

_ENTRY = re.compile(rf"\s*({_SHORT.pattern})(?:\s[–—-]\s|:\s|\s=\s)")
_ENTRY_LENGTH = 120
"""How many characters of an entry are looked at for the words of its abbreviation."""

_HEAD_BEHIND = re.compile(r"\s(\w+)")
_OTHER = re.compile(rf"[“\"„«‘']?({NAME}(?:[ -]{NAME}){{0,4}})")
_NUMERALS = frozenset("IVX")
_NEAR = 90
"""How many characters around a "Task Force" are looked through for the words of a multinational operation."""

_FEW_WORDS = 6
"""How many words behind its article a noun phrase has at the most."""


def introduce(document: Document, pack: LanguagePack) -> tuple[Introduction, ...]:
    """What the document introduces, in the order of its text, each name with each abbreviation once.

    Names in navigation introduce nothing. Raises ``DataError`` if the pack lacks the table.
    """
    words, text = introduction_words(pack), document.text
    found = [*shared_names(text, document.published, words), *described_operations(text, document.published, words)]
    headed: list[Introduction] = []
    # Few texts have such words, and looking for all of them at each place is the slowest part.
    low = text.lower()
    renames = any(cue in low for cue in words.lists["other_name"])
    for block in document.blocks:
        if block.kind is not BlockKind.NAVIGATION:
            found += _in_brackets(text, block.start, block.end, words)
            found += _defined(text, block.start, block.end, words)
            found += _other_names(text, block.start, block.end, words) if renames else ()
            found += _code_names(text, block.start, block.end, words)
            headed += headed_names(text, block.start, block.end, words)
    # A name by its head may be a part of a longer one.
    found += (one for one in headed if not any(other.start <= one.start and one.end <= other.end for other in found))
    found.sort(key=lambda one: (one.start, -one.end))
    kept: dict[tuple[str, str | None], Introduction] = {}
    for one in found:
        kept.setdefault((one.name, one.short), one)
    with_short = {name for name, short in kept if short is not None}
    return tuple(one for one in kept.values() if one.short is not None or one.name not in with_short)


def _in_brackets(text: str, start: int, end: int, words: Words) -> Iterator[Introduction]:
    """ "National Support Element (NSE)", "NSE (National Support Element)"."""
    for bracket in _BRACKET.finditer(text, start, end):
        inside, close = bracket.span(1)
        lead = words.bracket_lead.match(text, inside, close)
        short = _SHORT.match(text, lead.end() if lead else inside, close)
        made = None
        if short and (short.end() == close or text[short.end()] in ",;"):
            made = _abbreviated(text, start, bracket.start(), short.group(), words)
            if made is not None and made.kind == "abbreviation" and text[close + 1 : close + 3].strip().isdigit():
                # The number of a decision or a resolution: "Decision (CFSP) 2020/472".
                continue
        if made is None:
            made = _explained(text, start, bracket, words)
        if made is not None:
            yield made


def _abbreviated(text: str, start: int, bracket: int, short: str, words: Words) -> Introduction | None:
    """The long form right in front of a bracket with an abbreviation."""
    before = words_before(text, start, bracket)
    if not before:
        return None
    printed = [word.group() for word in before]
    small = words.lists["joiners"] | words.lists["articles"]
    first = long_form(printed, short, small)
    if first is None:
        first = long_form(printed, short.split()[0], small)
    if first is None:
        listed = words_before(text, start, bracket, commas=True)
        first = long_form([word.group() for word in listed], short, small)
        before = before if first is None else listed
    fits = first is not None
    if first is None and short.upper() == short and printed[-1][0].isalpha() and not _is_actor(short, words):
        first = _noun_phrase(printed, words)
    if first is None:
        return None
    begin, stop = before[first].start(), before[-1].end()
    if not fits and (_is_actor(plain(text[begin:stop]), words) or _is_place(plain(text[begin:stop]))):
        return None
    head = _HEAD_BEHIND.match(text, text.find(")", bracket) + 1)
    if head and words.has("operation_heads", head.group(1)):
        # "Multinational Security Support (MSS) mission"
        return _made_of(f"{plain(text[begin:stop])} {head.group(1)}", begin, stop, short, words, fits)
    return _made(text, begin, stop, short, words, fits)


def _explained(text: str, start: int, bracket: re.Match[str], words: Words) -> Introduction | None:
    """A long form in a bracket right behind its abbreviation."""
    inner = list(WORD.finditer(text, *bracket.span(1)))
    before = words_before(text, start, bracket.start())
    if len(inner) < 2 or not before or not _SHORT.fullmatch(before[-1].group()):
        return None
    short, printed = before[-1].group(), [word.group() for word in inner]
    first = long_form(printed, short, words.lists["joiners"] | words.lists["articles"])
    known = catalogue.load().find_operation(short, words.code)
    if first is None and known is not None and words.head.search(text, inner[0].start(), inner[-1].end()):
        first = 1 if words.has("articles", printed[0]) else 0
    return None if first is None else _made(text, inner[first].start(), inner[-1].end(), short, words, True)


def _defined(text: str, start: int, end: int, words: Words) -> Iterator[Introduction]:
    """An abbreviation at the head of a line of a glossary: "NSE – National Support Element"."""
    entry = _ENTRY.match(text, start, end)
    if entry is None:
        return
    behind = list(WORD.finditer(text, entry.end(), min(end, entry.end() + _ENTRY_LENGTH)))
    while behind and words.has("articles", behind[0].group()):
        behind = behind[1:]
    printed = [word.group() for word in behind]
    for count in range(2, len(printed) + 1):
        if long_form(printed[:count], entry.group(1), words.lists["joiners"] | words.lists["articles"]) == 0:
            made = _made(text, behind[0].start(), behind[count - 1].end(), entry.group(1), words, True)
            if made is not None:
                yield made
            return


def _noun_phrase(printed: list[str], words: Words) -> int | None:
    """Where the noun phrase at the end of the words begins: its capitalised words, else what follows the article."""
    last = len(printed) - 1
    first = last + 1
    for index in range(last, -1, -1):
        word = printed[index]
        if word[0].isupper():
            first = index
        elif (
            not words.has("joiners", word)
            or (first <= last and words.has("articles", word))
            or (
                index < last
                and words.has("joiners", printed[index + 1])
                and not words.has("articles", printed[index + 1])
            )
        ):
            break
    while first < last and words.has("articles", printed[first]):
        first += 1
    if first < last or (first == last and words.compounds):
        return first
    for index in range(last - 1, max(-1, last - _FEW_WORDS), -1):
        if words.has("articles", printed[index]):
            return index + 1
    return None


def _made(text: str, begin: int, stop: int, short: str, words: Words, fits: bool) -> Introduction | None:
    """The introduction of an abbreviation: of an operation if the catalogue or the long form says so."""
    return _made_of(plain(text[begin:stop]), begin, stop, short, words, fits)


def _made_of(printed: str, begin: int, stop: int, short: str, words: Words, fits: bool) -> Introduction | None:
    known = catalogue.load().find_operation(printed, words.code)
    if known is None:
        meant = catalogue.load().find_operation(short, words.code)
        if meant is not None and not fits and not words.head.search(printed):
            # The abbreviation stands behind other words, a place for instance, and needs no introduction.
            return None
        # Where the letters fit, the catalogue's operation of these letters is another unless it shares a word.
        if meant is not None and (not fits or _share_a_word(printed, meant.name, words)):
            known = meant
    if known is not None:
        return Introduction(begin, stop, known.name, short, "operation")
    return Introduction(begin, stop, printed, short, "operation" if names_operation(printed, words) else "abbreviation")


def _share_a_word(printed: str, name: str, words: Words) -> bool:
    listed = (n.name for n in catalogue.load().operation_names if n.operation == name and n.form != "abbreviation")
    wanted = {word for other in (name, *listed) for word in other.lower().split() if len(word) > 3}
    wanted -= words.lists["operation_heads"] | words.lists["qualified_heads"] | words.lists["qualifiers"]
    return any(word.lower() in wanted for word in printed.split())


def _code_names(text: str, start: int, end: int, words: Words) -> Iterator[Introduction]:
    """ "Operation X", "EUTM X" and a "Task Force X" that is spoken of as an operation."""
    for match in whole(words.code_name, text, start, end):
        name = _code_name(match.group(1), words)
        # In a line all in capitals nothing tells where the name ends, unless it stands elsewhere too.
        if name and text[start:end].isupper() and text.lower().count(name.lower()) < 2:
            continue
        if name:
            stop = match.start(1) + len(name)
            full, bare = f"Operation {_cased(name)}", _cased(name)
            known = catalogue.load().find_operation(full, words.code)
            if catalogue.load().find_operation(bare, words.code) is None:
                # The bare name may be a common word or a person's, so it names an operation only in such a text.
                yield Introduction(match.start(), stop, known.name if known else full, bare, "operation")
            other = _BRACKET.match(text, stop, end)
            inside = _OTHER.fullmatch(other.group(1)) if other else None
            if inside and not _SHORT.match(inside.group(1)) and not _is_actor(inside.group(1), words):
                named = known.name if known else full
                yield Introduction(match.start(), stop, named, plain(inside.group(1)), "operation")
    for match in whole(words.prefix, text, start, end):
        parts = match.group().split()
        shorter = (" ".join(parts[:count]) for count in range(len(parts), 1, -1))
        if all(catalogue.load().find_operation(name, words.code) is None for name in shorter):
            yield Introduction(match.start(), match.end(), plain(match.group()), None, "operation")
    for match in whole(words.task_force, text, start, end):
        near = (
            text[max(start, match.start() - _NEAR) : match.start()] + text[match.end() : min(end, match.end() + _NEAR)]
        )
        name = _code_name(match.group(1), words)
        full = f"Task Force {_cased(name)}"
        if not name or _is_actor(name, words) or not words.multinational.search(near):
            continue
        if catalogue.load().find_operation(full, words.code) is None:
            yield Introduction(match.start(), match.end(), full, None, "operation")


def _code_name(run: str, words: Words) -> str:
    """The words of a capitalised run that are the code name: of one case, up to a word of a part, post or state."""
    kept: list[str] = []
    end = 0
    for word in re.finditer(r"\S+", run):
        printed = word.group()
        if words.has("code_name_end", printed) or (kept and printed.isupper() != kept[0].isupper()):
            break
        if kept and _is_actor(printed, words):
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
            comma = text.rfind(",", start, cue.start())
            before = words_before(text, start, comma) if comma > start else []
        # A code name behind the words is found as one.
        if behind is None or not before or words.code_name.match(text, behind.start(1), end):
            continue
        first = _noun_phrase([word.group() for word in before], words)
        if first is None:
            continue
        begin, stop = before[first].start(), before[-1].end()
        named, other = plain(text[begin:stop]), plain(behind.group(1))
        known = catalogue.load().find_operation(named, words.code) or catalogue.load().find_operation(other, words.code)
        if known is not None:
            yield Introduction(begin, stop, known.name, other, "operation")
        elif names_operation(named, words) and _SHORT.fullmatch(other):
            yield Introduction(begin, stop, named, other, "operation")
        elif words.head.search(named):
            yield Introduction(*behind.span(1), other, None, "operation")
        elif named[0].isupper():
            yield Introduction(begin, stop, named, other, "abbreviation" if _SHORT.fullmatch(other) else "other name")


def _is_actor(name: str, words: Words) -> bool:
    return catalogue.load().find_actor(name, words.code) is not None


def _is_place(name: str) -> bool:
    return name in catalogue.place_names()


def _cased(name: str) -> str:
    """A code name as one writes it: a name all in capitals with one capital a word."""
    printed = plain(name)
    return (
        " ".join(part.capitalize() for part in printed.split()) if printed.isupper() and len(printed) > 1 else printed
    )
