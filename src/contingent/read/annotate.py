"""From a document to sentences of annotated units: times, numbers, persons, names, words.

Nothing is decided here but what a stretch of text is; who is meant and what is stated come later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contingent import catalogue
from contingent.catalogue.equipment import Equipment
from contingent.claim import CitedClaim
from contingent.document import BlockKind, Document
from contingent.read.clause import Clause
from contingent.read.introductions import introduce
from contingent.read.names import Name, Names
from contingent.read.numbers import NumberExpression, number_reader
from contingent.read.persons import PersonExpression, person_reader
from contingent.read.proposals import Dropped, Proposal, When
from contingent.read.segmentation import cut_into_sentences, overlaps
from contingent.read.shared_names import settle_shared_names
from contingent.read.times import TimeExpression, time_reader
from contingent.read.tokens import units_between
from contingent.read.units import NUMBER, PERSON, TIME, Sentence
from contingent.read.vocabulary import TOKEN, Vocabulary
from contingent.read.word_order import straighten
from contingent.read.word_parts import GENITIVE


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
                if words.grammar["compounds"] and words.names.longest_owner_at(tokens, 0, GENITIVE):
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
    spans += [(t.start, t.end, TIME, t) for t in annotated.times if not overlaps(taken, t.start, t.end)]
    taken = sorted((a, b) for a, b, _, _ in spans)
    spans += [(n.start, n.end, NUMBER, n) for n in annotated.numbers if not overlaps(taken, n.start, n.end)]
    spans.sort(key=lambda span: span[0])
    bounds = [(span[0], span[1]) for span in spans if span[2] in (PERSON, TIME)]
    starts = [span[0] for span in spans]
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.NAVIGATION:
            continue
        annotated.check_time()
        for start, end in cut_into_sentences(text, block, words, bounds):
            units = units_between(text, start, end, spans, starts, words, local, annotated.equipment)
            if words.grammar["verb_bracket"]:
                units = straighten(units, words)
            if units:
                annotated.sentences.append(Sentence(index, start, end, units))
    settle_shared_names(annotated.sentences, words)
