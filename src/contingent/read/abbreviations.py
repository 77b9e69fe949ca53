"""Abbreviations and their long forms: "National Support Element (NSE)", "NSE (…)", "NSE – National Support Element"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from contingent import catalogue
from contingent.read.headed_names import names_operation
from contingent.read.initials import long_form
from contingent.read.introduction_words import WORD, Introduction, Words, plain, words_before

BRACKET = re.compile(r"[“\"„”]?\s{0,4}\(([^()\n]{2,90})\)")
SHORT = re.compile(
    r"(?=[\w/&.-]{2,14}(?!\w))(?=[\w/&.-]*[A-ZÆØÅÄÖÜ][\w/&.-]*[A-ZÆØÅÄÖÜ\d])[^\W\d_][\w/&.-]*(?: [A-Z][\w-]*| \d+)?"
)
"""An abbreviation: two capitals at least ("eFP", "JMTG-U"), and perhaps a word or a number more ("EUTM Mali")."""

_ENTRY = re.compile(rf"\s*({SHORT.pattern})(?:\s[–—-]\s|:\s|\s=\s)")
_ENTRY_LENGTH = 120
"""How many characters of an entry are looked at for the words of its abbreviation."""

_HEAD_BEHIND = re.compile(r"\s(\w+)")
_REST = 3
_REST_LENGTH = 40
"""How many words, in how many characters, a name may go on for behind the abbreviation inside it."""
_FEW_WORDS = 6
"""How many words behind its article a noun phrase has at the most."""


def in_brackets(text: str, start: int, end: int, words: Words) -> Iterator[Introduction]:
    """ "National Support Element (NSE)", "NSE (National Support Element)"."""
    for bracket in BRACKET.finditer(text, start, end):
        inside, close = bracket.span(1)
        lead = words.bracket_lead.match(text, inside, close)
        short = SHORT.match(text, lead.end() if lead else inside, close)
        made = None
        if short and short.end() == close:
            made = _interrupted(text, start, bracket, end, short.group(), words)
        if made is None and short and (short.end() == close or text[short.end()] in ",;"):
            made = _abbreviated(text, start, bracket.start(), short.group(), words)
            if made is not None and made.kind == "abbreviation" and text[close + 1 : close + 3].strip().isdigit():
                # The number of a decision or a resolution: "Decision (CFSP) 2020/472".
                continue
        if made is None:
            made = _explained(text, start, bracket, words)
        if made is not None:
            yield made


def defined(text: str, start: int, end: int, words: Words) -> Iterator[Introduction]:
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
    if first is None and short.upper() == short and printed[-1][0].isalpha() and not is_actor(short, words):
        first = noun_phrase(printed, words)
        if first is not None:
            first = next((i for i in range(first, len(printed)) if _is_operation(printed[i:], words)), first)
    if first is None:
        return None
    begin, stop = before[first].start(), before[-1].end()
    if not fits and (is_actor(plain(text[begin:stop]), words) or _is_place(plain(text[begin:stop]))):
        return _known_in_place(before, first, short, words)
    head = _HEAD_BEHIND.match(text, text.find(")", bracket) + 1)
    if head and head.group(1).islower() and words.has("operation_heads", head.group(1)):
        # "Multinational Security Support (MSS) mission"
        return _made_of(f"{plain(text[begin:stop])} {head.group(1)}", begin, stop, short, words, fits)
    return _made(text, begin, stop, short, words, fits)


def _known_in_place(before: list[re.Match[str]], place: int, short: str, words: Words) -> Introduction | None:
    """A known operation whose long form ends with the place at index ``place``: "EU Training Mission in | Mali"."""
    printed = [word.group() for word in before]
    head = place - 1
    while head > 0 and (words.has("joiners", printed[head]) or words.has("articles", printed[head])):
        head -= 1
    meant = catalogue.load().find_operation(short, words.code)
    if meant is None or head < 1 or head == place - 1 or printed[head].lower() not in words.lists["operation_heads"]:
        return None
    first = noun_phrase(printed[: head + 1], words)
    if first is None or not _share_a_word(" ".join(printed[first:]), meant.name, words):
        return None
    return Introduction(before[first].start(), before[-1].end(), meant.name, short, "operation")


def _interrupted(
    text: str, start: int, bracket: re.Match[str], end: int, short: str, words: Words
) -> Introduction | None:
    """The known name of an operation with its abbreviation inside: "European Union Training Mission (EUTM) Mali"."""
    behind = list(itertools.islice(WORD.finditer(text, bracket.end(), min(end, bracket.end() + _REST_LENGTH)), _REST))
    before = words_before(text, start, bracket.start())
    for first in range(len(before)):
        begin = before[first].start()
        if not text[begin].isupper():
            continue
        for last in reversed(behind):
            rest = text[bracket.end() : last.end()]
            known = catalogue.load().find_operation(plain(text[begin : bracket.start()]) + rest, words.code)
            if known is not None and rest[:1] == " ":
                return Introduction(begin, last.end(), known.name, short, "operation")
    return None


def _explained(text: str, start: int, bracket: re.Match[str], words: Words) -> Introduction | None:
    """A long form in a bracket right behind its abbreviation."""
    inner = list(WORD.finditer(text, *bracket.span(1)))
    before = words_before(text, start, bracket.start())
    if len(inner) < 2 or not before or not SHORT.fullmatch(before[-1].group()):
        return None
    short, printed = before[-1].group(), [word.group() for word in inner]
    first = long_form(printed, short, words.lists["joiners"] | words.lists["articles"])
    known = catalogue.load().find_operation(short, words.code)
    if first is None and known is not None and words.head.search(text, inner[0].start(), inner[-1].end()):
        first = 1 if words.has("articles", printed[0]) else 0
    return None if first is None else _made(text, inner[first].start(), inner[-1].end(), short, words, True)


def _made(text: str, begin: int, stop: int, short: str, words: Words, fits: bool) -> Introduction | None:
    """The introduction of an abbreviation: of an operation if the catalogue or the long form says so."""
    return _made_of(plain(text[begin:stop]), begin, stop, short, words, fits)


def _made_of(printed: str, begin: int, stop: int, short: str, words: Words, fits: bool) -> Introduction | None:
    """The same for a long form that is not as printed; None where the words before the bracket name nothing."""
    if printed.lower() in words.lists["operation_heads"] | words.lists["qualified_heads"]:
        return None
    known = catalogue.load().find_operation(printed, words.code)
    meant = catalogue.load().find_operation(short, words.code)
    if known is not None and not fits and meant is not known:
        # Letters of something else, a place or an authority, behind the name of an operation.
        return None
    if known is None:
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


def noun_phrase(printed: list[str], words: Words) -> int | None:
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


def is_actor(name: str, words: Words) -> bool:
    """Whether the catalogue knows an actor of this name."""
    return catalogue.load().find_actor(name, words.code) is not None


def _is_operation(printed: list[str], words: Words) -> bool:
    return catalogue.load().find_operation(" ".join(printed), words.code) is not None


def _is_place(name: str) -> bool:
    return name in catalogue.place_names()
