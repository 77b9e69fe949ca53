"""From a document to sentences of annotated units: times, numbers, persons, names, words.

Nothing is decided here but what a stretch of text is; who is meant and what is stated come later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contingent import catalogue
from contingent.catalogue.equipment import Equipment
from contingent.document import Block, BlockKind, Document
from contingent.read.introductions import introduce
from contingent.read.numbers import NumberExpression, number_reader
from contingent.read.persons import PersonExpression, person_reader
from contingent.read.times import TimeExpression, time_reader
from contingent.read.units import ACTOR, ASSET, NUMBER, OPERATION, PERSON, SIGN, TIME, WORD, Sentence, Unit
from contingent.read.vocabulary import TOKEN, Name, Vocabulary
from contingent.read.word_parts import behind_operation

_JOINED_NAME = re.compile(r"([A-ZÆØÅÄÖÜ]\w{3,})([-–])([A-ZÆØÅÄÖÜ]\w+)")
_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+(?=[\"“„«(\[]?\w)|\n\s*\n|\n(?=\s*[-–—•])")


@dataclass(slots=True)
class Annotated:
    """A document with its sentences and the language and day that it is read with."""

    document: Document
    words: Vocabulary
    published: date | None
    sentences: list[Sentence]
    """In the order of the text; navigation is left out."""
    local: dict[str, list[tuple[tuple[str, ...], Name]]]
    """Names that the document itself introduces, arranged like the catalogue's."""
    aliases: dict[str, Any] = field(default_factory=dict)
    """Abbreviations that the text gives to units: "National Support Element (NSE)"."""


def _cut(text: str, block: Block, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """The sentences of a block."""
    spans, start = [], block.start
    for match in _SENTENCE_END.finditer(text, block.start, block.end):
        before = text[max(start, match.start() - 12) : match.start()]
        if text[match.start()] == ".":
            last = re.split(r"[\s(]", before)[-1]
            following = text[match.end() : match.end() + 1]
            if last in abbreviations or (len(last) == 1 and last.isalpha() and last.isupper()):
                continue
            if following.islower() or (last.isdigit() and len(last) <= 2 and not following.isupper()):
                continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, block.end))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def local_names(document: Document, words: Vocabulary) -> dict[str, list[tuple[tuple[str, ...], Name]]]:
    """Names that the document itself introduces, by their first word, the longest first.

    Operations are names like the catalogue's; other abbreviations of several words are only kept together, so that
    the step ``phrases`` finds what they stand for.
    """
    local: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    for introduction in introduce(document, words.pack):
        printed = document.text[introduction.start : introduction.end]
        owner = introduction.name.rsplit(" ", 1)[0]
        if introduction.kind == "operation" and catalogue.load().find_actor(owner, words.pack.code) is not None:
            continue  # "the Canadian Armed Forces mission" says whose mission it is, not which
        for name in {introduction.name, printed, introduction.short or printed}:
            tokens = tuple(m.group().lower() for m in TOKEN.finditer(name))
            if introduction.kind == "operation":
                if name != introduction.short and _holds_a_known_name(tokens, words):
                    continue  # "the NATO-led Resolute Support Mission": the known name inside is the name
                value = Name("operation", introduction.name, "name")
            elif name == introduction.short and len(tokens) > 1:
                value = Name("word", name, "abbreviation")
            else:
                continue
            if tokens and (tokens, value) not in local.get(tokens[0], ()):
                local.setdefault(tokens[0], []).append((tokens, value))
    for rows in local.values():
        rows.sort(key=lambda row: -len(row[0]))
    return local


def _holds_a_known_name(tokens: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether the last words of a name are the name of an operation that the catalogue knows."""
    for start in range(1, len(tokens) - 1):
        tail = tokens[start:]
        if any(name.sort == "operation" and known == tail for known, name in words.names.get(tail[0], ())):
            return True
    return False


def annotate(document: Document, words: Vocabulary, published: date | None) -> Annotated:
    """The document's sentences, each taken apart into units."""
    text = document.text
    times = time_reader(words.pack).find(text)
    persons = person_reader(words.pack, catalogue.load()).find(text)
    numbers = number_reader(words.pack).find(text)
    spans: list[tuple[int, int, str, TimeExpression | PersonExpression | NumberExpression]] = []
    spans += [(p.start, p.end, PERSON, p) for p in persons]
    taken = [(p.start, p.end) for p in persons]
    spans += [(t.start, t.end, TIME, t) for t in times if not _overlaps(taken, t.start, t.end)]
    taken = sorted((a, b) for a, b, _, _ in spans)
    spans += [(n.start, n.end, NUMBER, n) for n in numbers if not _overlaps(taken, n.start, n.end)]
    spans.sort(key=lambda span: span[0])
    starts = [span[0] for span in spans]
    local = local_names(document, words)
    equipment = {found.start: found for found in words.equipment.find(text)}
    abbreviations = frozenset(words.grammar["sentence"]["abbreviations"])
    sentences = []
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.NAVIGATION:
            continue
        for start, end in _cut(text, block, abbreviations):
            units = _units(text, start, end, spans, starts, words, local, equipment)
            if units:
                sentences.append(Sentence(index, start, end, units))
    return Annotated(document, words, published, sentences, local)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (end, 0))
    return at > 0 and taken[at - 1][1] > start


def _units(
    text: str,
    start: int,
    end: int,
    spans: list[tuple[int, int, str, Any]],
    starts: list[int],
    words: Vocabulary,
    local: dict[str, list[tuple[tuple[str, ...], Name]]],
    equipment: dict[int, Equipment],
) -> list[Unit]:
    """The units of one sentence: marked spans, then names from the trie, then plain words and signs."""
    tokens: list[Unit] = []
    at = bisect_left(starts, start)
    position = start
    while True:
        span = spans[at] if at < len(spans) and spans[at][0] < end else None
        stop = span[0] if span else end
        for match in TOKEN.finditer(text, position, stop):
            _split_genitive(tokens, match.start(), match.group(), words)
        if span is None:
            break
        if span[0] >= position and span[1] <= end:
            tokens.append(Unit(span[0], span[1], text[span[0] : span[1]], span[2], span[3]))
            position = span[1]
        else:
            position = max(position, span[0])
            for match in TOKEN.finditer(text, position, min(end, span[1])):
                _split_genitive(tokens, match.start(), match.group(), words)
            position = max(position, min(end, span[1]))
        at += 1
    return _name(text, tokens, words, local, equipment)


def _split_genitive(tokens: list[Unit], start: int, token: str, words: Vocabulary) -> None:
    joined = _JOINED_NAME.fullmatch(token)
    if joined and (joined[1].lower() in words.heads or _names_two_nations(joined, words)):
        # "Task Force-Iraq": a noun and the name that it bears; "Irish-Finnish": two nations.
        for part in (1, 2, 3):
            sort = SIGN if part == 2 else WORD
            tokens.append(Unit(start + joined.start(part), start + joined.end(part), joined[part], sort))
        return
    if len(token) > 2 and token[-1] == "s" and token[-2] in "'’":
        tokens.append(Unit(start, start + len(token) - 2, token[:-2], WORD))
        tokens.append(Unit(start + len(token) - 2, start + len(token), token[-2:], SIGN))
    else:
        tokens.append(Unit(start, start + len(token), token, WORD if token[0].isalnum() or token[0] == "_" else SIGN))


def _names_two_nations(joined: re.Match[str], words: Vocabulary) -> bool:
    return all(
        any(name.sort == "actor" and len(known) == 1 for known, name in words.names.get(joined[part].lower(), ()))
        for part in (1, 3)
    )


def _look_up(
    tokens: list[Unit], index: int, names: dict[str, list[tuple[tuple[str, ...], Name]]]
) -> tuple[Name, int] | None:
    rows = names.get(tokens[index].low)
    if rows is None:
        return None
    for name_words, name in rows:
        length = len(name_words)
        if length == 1:
            return name, 1
        if index + length <= len(tokens) and all(tokens[index + k].low == name_words[k] for k in range(1, length)):
            return name, length
    return None


_SORTS = {"actor": ACTOR, "operation": OPERATION, "word": WORD}


def _name(
    text: str,
    tokens: list[Unit],
    words: Vocabulary,
    local: dict[str, list[tuple[tuple[str, ...], Name]]],
    equipment: dict[int, Equipment],
) -> list[Unit]:
    """Put names together: from the document's own, from the catalogue, with and without a genitive ending."""
    units: list[Unit] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.sort not in (WORD, NUMBER):
            units.append(token)
            index += 1
            continue
        found = _look_up(tokens, index, local) or _look_up(tokens, index, words.names)
        if (
            found is None
            and token.sort == WORD
            and token.low.endswith("s")
            and token.text[0].isupper()
            and len(token.text) > 2
        ):
            # "Danmarks", "NATOs": a genitive written to the word.
            rows = words.names.get(token.low[:-1]) or local.get(token.low[:-1])
            if rows and words.grammar["compounds"]:
                single = next((name for name_words, name in rows if len(name_words) == 1), None)
                found = (single, 1) if single else None
        if found and _is_name(tokens[index : index + found[1]], found[0], words):
            name, length = found
            last = tokens[index + length - 1]
            units.append(
                Unit(token.start, last.end, text[token.start : last.end], _SORTS[name.sort], name.value, name.form)
            )
            index += length
            continue
        length = _equipment_length(tokens, index, equipment)
        if length:
            last = tokens[index + length - 1]
            detail = equipment[token.start]
            units.append(Unit(token.start, last.end, text[token.start : last.end], ASSET, detail.type, detail))
            index += length
            continue
        units += behind_operation(token, words, local)
        index += 1
    return units


def _equipment_length(tokens: list[Unit], index: int, equipment: dict[int, Equipment]) -> int:
    """How many tokens from ``index`` on are a name of equipment: 0 for none, or for the first part of a word."""
    found = equipment.get(tokens[index].start)
    if found is None:
        return 0
    last = index
    while last < len(tokens) and tokens[last].end < found.end:
        last += 1
    return last + 1 - index if last < len(tokens) and tokens[last].end == found.end else 0


def _is_name(tokens: list[Unit], name: Name, words: Vocabulary) -> bool:
    """Whether words found among the names are one here: names are capitalised."""
    token = tokens[0]
    if name.sort == "operation" and any(letter.isupper() for each in tokens for letter in each.text):
        short = len(tokens) == 1 and len(token.text) <= 3
        return not (short and not token.text.isupper() and name.form != "name")
    if token.text[0].isupper():
        short = len(tokens) == 1 and len(token.text) <= 3
        return not (short and not token.text.isupper() and name.form != "name")
    return name.sort == "actor" and name.form in ("adjective", "people") and bool(words.grammar["compounds"])
