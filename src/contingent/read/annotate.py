"""From a document to sentences of annotated units: times, numbers, persons, names, words.

Nothing is decided here but what a stretch of text is; who is meant and what is stated come later.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contingent import catalogue
from contingent.catalogue.equipment import Equipment
from contingent.claim import CitedClaim
from contingent.document import Block, BlockKind, Document
from contingent.read.clause import Clause
from contingent.read.introductions import introduce
from contingent.read.names import Name, Names
from contingent.read.numbers import NumberExpression, number_reader
from contingent.read.persons import PersonExpression, person_reader
from contingent.read.proposals import Dropped, Proposal, When
from contingent.read.times import TimeExpression, time_reader
from contingent.read.units import ACTOR, ASSET, NUMBER, OPERATION, PERSON, SIGN, TIME, WORD, Sentence, Unit
from contingent.read.vocabulary import TOKEN, Vocabulary
from contingent.read.word_order import straighten
from contingent.read.word_parts import behind_operation

_JOINED_NAME = re.compile(r"(\w{4,})([-–/])(\w{3,})")
_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+(?=[\"“„«(\[]?\w)|\n\s*\n|\n(?=\s*[-–—•])")

_LONGEST_SENTENCE = 4000
"""Characters. The longest sentences of resolutions have about 1,500; what is longer is a list without full stops."""


@dataclass(slots=True)
class Annotated:
    """A document with its sentences and the language and day that it is read with."""

    document: Document
    words: Vocabulary
    published: date | None
    check_time: Callable[[], None]
    """Raises an error when the document has taken too long; the steps call it again and again."""
    times: list[TimeExpression] = field(default_factory=list)
    persons: list[PersonExpression] = field(default_factory=list)
    numbers: list[NumberExpression] = field(default_factory=list)
    equipment: dict[int, Equipment] = field(default_factory=dict)
    """By the place where it starts."""
    local: Names = field(default_factory=Names)
    """Names that the document itself introduces."""
    sentences: list[Sentence] = field(default_factory=list)
    """In the order of the text; navigation is left out."""
    aliases: dict[str, Any] = field(default_factory=dict)
    """Abbreviations that the text gives to units: "National Support Element (NSE)"."""
    clauses: dict[int, list[Clause]] = field(default_factory=dict)
    """The clauses of sentences, by the place where the sentence starts."""
    home: str | None = None
    """The state that the page speaks for."""
    spell: When | None = None
    """The days that the page reports on."""
    proposals: list[Proposal] = field(default_factory=list)
    """What the rules put forward."""
    claims: list[tuple[Proposal, CitedClaim]] = field(default_factory=list)
    """The claims in the order of their quotes, each with the proposal that it was made of."""
    dropped: list[Dropped] = field(default_factory=list)
    """What rules put forward that made no claim."""


def _cut(text: str, block: Block, words: Vocabulary, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
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
        if _overlaps(taken, match.start(), match.start() + 2):
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


def find_times(annotated: Annotated) -> None:
    """Find where the text speaks of time."""
    annotated.times = time_reader(annotated.words.pack).find(annotated.document.text)


def find_persons(annotated: Annotated) -> None:
    """Find the persons that the text names, with their ranks."""
    reader = person_reader(annotated.words.pack, catalogue.load())
    annotated.persons = reader.find(annotated.document.text, check_time=annotated.check_time)


def find_numbers(annotated: Annotated) -> None:
    """Find the numbers of the text with their bounds."""
    annotated.numbers = number_reader(annotated.words.pack).find(annotated.document.text)


def find_equipment(annotated: Annotated) -> None:
    """Find the equipment that the text names, by noun or designation."""
    found = annotated.words.equipment.find(annotated.document.text)
    annotated.equipment = {equipment.start: equipment for equipment in found}


def find_names(annotated: Annotated) -> None:
    """Find the names that the document itself introduces.

    Operations are names like the catalogue's; other abbreviations of several words are only kept together, so that
    the step ``phrases`` finds what they stand for.
    """
    document, words, local = annotated.document, annotated.words, annotated.local
    for introduction in introduce(document, words.pack):
        printed = document.text[introduction.start : introduction.end]
        owner = introduction.name.rsplit(" ", 1)[0]
        known = introduction.name in catalogue.load().operations
        if introduction.kind == "operation" and not known and catalogue.load().find_actor(owner, words.pack.code):
            continue  # "the Canadian Armed Forces mission" says whose mission it is, not which
        for name in {introduction.name, printed, introduction.short or printed}:
            tokens = tuple(m.group().lower() for m in TOKEN.finditer(name))
            if introduction.kind == "operation":
                if words.grammar["compounds"] and words.names.longest_owner_at(tokens, 0, _GENITIVE):
                    continue  # "Operation Atalantas" is the genitive of a known name
                if name != introduction.short and _holds_a_known_name(tokens, words):
                    continue  # "the NATO-led Resolute Support Mission": the known name inside is the name
                value = Name("operation", introduction.name, "name")
            elif name == introduction.short and len(tokens) > 1:
                value = Name("word", name, "abbreviation")
            else:
                continue
            local.add(tokens, value)


def _holds_a_known_name(tokens: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether the last words of a name are the name of an operation that the catalogue knows."""
    for start in range(1, len(tokens) - 1):
        name = words.names.named(tokens[start:])
        if name is not None and name.sort == "operation":
            return True
    return False


def find_units(annotated: Annotated) -> None:
    """Cut the text into sentences and take each apart into units: what the other steps have found, names, words."""
    document, words, local = annotated.document, annotated.words, annotated.local
    text, persons = document.text, annotated.persons
    spans: list[tuple[int, int, str, TimeExpression | PersonExpression | NumberExpression]] = []
    spans += [(p.start, p.end, PERSON, p) for p in persons]
    taken = [(p.start, p.end) for p in persons]
    spans += [(t.start, t.end, TIME, t) for t in annotated.times if not _overlaps(taken, t.start, t.end)]
    taken = sorted((a, b) for a, b, _, _ in spans)
    spans += [(n.start, n.end, NUMBER, n) for n in annotated.numbers if not _overlaps(taken, n.start, n.end)]
    spans.sort(key=lambda span: span[0])
    bounds = [(span[0], span[1]) for span in spans if span[2] in (PERSON, TIME)]
    starts = [span[0] for span in spans]
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.NAVIGATION:
            continue
        annotated.check_time()
        for start, end in _cut(text, block, words, bounds):
            units = _units(text, start, end, spans, starts, words, local, annotated.equipment)
            if words.grammar["verb_bracket"]:
                units = straighten(units, words)
            if units:
                annotated.sentences.append(Sentence(index, start, end, units))
    _settle_shared_names(annotated)


def _settle_shared_names(annotated: Annotated) -> None:
    """Give forces that several states could mean ("the Defence Forces") to the state whose organs the text names most.

    Where it names organs of the state that the catalogue thinks of, or none, or speaks of that state more, they stay
    with that one.
    """
    actors = [unit for sentence in annotated.sentences for unit in sentence.units if unit.sort == ACTOR]
    shared = annotated.words.shared_names
    organs = Counter(str(u.value) for u in actors if u.detail in ("armed forces", "authority") and u.low not in shared)
    named = Counter(str(u.value) for u in actors if u.low not in shared)
    for sentence in annotated.sentences:
        for before, unit in itertools.pairwise(sentence.units):
            forces = unit.sort == ACTOR and (
                unit.low in shared or (unit.detail == "armed forces" and unit.text.isupper())
            )
            if forces and before.sort == ACTOR and before.detail == "adjective":
                unit.value = before.value  # "the Latvian | NAF"
    for unit in actors:
        if unit.low in shared and organs and not organs[str(unit.value)]:
            most = organs.most_common(1)[0][0]
            unit.value = most if named[most] >= named[str(unit.value)] else unit.value


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
    local: Names,
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


_GENITIVE = "s"
"""The genitive that is written to a name without a sign, in every language that does so."""
_BRACKET_REACH = 4
"""How many words behind the first of a name a bracket may open inside it."""
_LONGEST_NAME = 12
_SORTS = {"actor": ACTOR, "operation": OPERATION, "word": WORD}


def _name(
    text: str, tokens: list[Unit], words: Vocabulary, local: Names, equipment: dict[int, Equipment]
) -> list[Unit]:
    """Put names together: from the document's own, from the catalogue, with and without a genitive ending."""
    units: list[Unit] = []
    lows = [token.low for token in tokens]
    compounds = bool(words.grammar["compounds"])
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.sort not in (WORD, NUMBER):
            units.append(token)
            index += 1
            continue
        low = token.low
        found = local.longest_at(lows, index) if low in local.firsts else None
        if found is None and low in words.names.firsts:
            found = words.names.longest_at(lows, index)
        if low in words.names.firsts and "(" in lows[index + 1 : index + _BRACKET_REACH]:
            found = _longest_around_bracket(lows, index, words.names) or found
        if found is None and compounds and token.text[0].isupper():
            # "Danmarks", "Operation Atalantas": a genitive written to the word.
            found = words.names.longest_owner_at(lows, index, _GENITIVE)
            found = found or local.longest_owner_at(lows, index, _GENITIVE)
        if found and _is_name(tokens[index : index + found[1]], found[0], words):
            name, length = found
            last = tokens[index + length - 1]
            form = "people" if name.form == "adjective" and _is_noun(tokens, index, words) else name.form
            if form == "adjective" and _stands_alone(tokens, index + length, token.low, words):
                form = "name"
            units.append(Unit(token.start, last.end, text[token.start : last.end], _SORTS[name.sort], name.value, form))
            index += length
            continue
        # "Eskadronen" ends with "dronen" and is no drone: a word that ends with the noun of a unit is one.
        begins = token.start in equipment
        is_unit = begins and compounds and token.sort == WORD and words.head(token.low) is not None
        length = _equipment_length(tokens, index, equipment) if begins and not is_unit else 0
        if length:
            last = tokens[index + length - 1]
            detail = equipment[token.start]
            units.append(Unit(token.start, last.end, text[token.start : last.end], ASSET, detail.type, detail))
            index += length
            continue
        units += behind_operation(token, words, local) if compounds else [token]
        index += 1
    return units


def _longest_around_bracket(lows: list[str], index: int, names: Names) -> tuple[Name, int] | None:
    """The name of an operation with an abbreviation inside: "United Nations (UN) | Mission in South Sudan"."""
    opening = lows.index("(", index)
    if lows[opening + 2 : opening + 3] != [")"]:
        return None
    found = names.longest_at([*lows[index:opening], *lows[opening + 3 : opening + 3 + _LONGEST_NAME]], 0)
    if found is None or found[1] <= opening - index or found[0].sort != "operation":
        return None
    return found[0], found[1] + 3


def _equipment_length(tokens: list[Unit], index: int, equipment: dict[int, Equipment]) -> int:
    """How many tokens from ``index`` on are a name of equipment: 0 for none, or for the first part of a word."""
    found = equipment.get(tokens[index].start)
    if found is None:
        return 0
    last = index
    while last < len(tokens) and tokens[last].end < found.end:
        last += 1
    return last + 1 - index if last < len(tokens) and tokens[last].end == found.end else 0


def _is_noun(tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a capital letter makes an adjective a noun: "80 Deutsche", not "80 deutsche" or "Deutsche Marine"."""
    if not words.grammar["capitalised_nouns"] or not tokens[index].text[0].isupper():
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is None or following.sort != WORD or not following.text[0].isupper()


def _stands_alone(tokens: list[Unit], behind: int, low: str, words: Vocabulary) -> bool:
    """Whether a state's name that can be an adjective too is the state here, as no noun follows: "the UK leads"."""
    if low not in words.two_forms:
        return False
    following = tokens[behind] if behind < len(tokens) else None
    if (
        following is None
        or following.sort != WORD
        or following.low in words.closed
        or following.low in words.verb_marks
    ):
        return True
    finite = any(form.tense in ("present", "past") for form in words.verbs.get(following.low, ()))
    return finite and following.low not in words.heads


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
