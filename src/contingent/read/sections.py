"""The order in which a page is read: headings, paragraphs, lists with their lead-ins, boxes and tables.

A heading says what its section is about, a lead-in what its list is about; each sentence is then read on its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from contingent.document import Block, BlockKind
from contingent.read import units
from contingent.read.activities import is_deed_verb, read_results
from contingent.read.annotate import Annotated
from contingent.read.attributes import (
    read_authorities,
    read_counted_nations,
    read_heading_theatre,
    read_leaders,
    read_leadership,
    read_national_presence,
    read_theatres,
)
from contingent.read.clauses import Clause, find_clauses
from contingent.read.code_names import read_code_names
from contingent.read.constituents import read_constituents
from contingent.read.discourse import Discourse, begin, clean_name, operations_in
from contingent.read.entities import Entity, Sort
from contingent.read.frames import read_clause
from contingent.read.labels import read_inline_label, read_label
from contingent.read.post_labels import read_post_cell, times_of_row
from contingent.read.postings import join_postings, read_postings
from contingent.read.proposals import UNDATED, Proposal, When, when
from contingent.read.sentence_reading import Mood, Reading
from contingent.read.tables import read_table
from contingent.read.units import Sentence
from contingent.read.walk import ELEMENTS, Walk
from contingent.read.walk_elements import belongs

_LISTING = frozenset(("consist", "contribute", "participate", "part"))
_DUTY_REACH = 8
_FRAGMENT = 14
"""A sentence without a verb and of so few units says what its subject has: "All in all around 70 women and men."."""


@dataclass
class LeadIn:
    """What a list's lead-in says of its items."""

    owner: Entity | None
    times: When = UNDATED
    modality: str | None = None
    duties: bool = False
    """The items are tasks of the owner."""
    listing: bool = False
    """The items are what the owner has."""


def read_sections(annotated: Annotated) -> list[Proposal]:
    """All proposals of a document, read in the order of the text."""
    discourse = begin(annotated)
    document = annotated.document
    found: list[Proposal] = []
    lead_ins: dict[int, LeadIn] = {}
    section: Entity | None = None
    theme: dict[int, Entity | None] = {}
    """The operation that each heading is about: its own, or that of the heading above it."""
    tables: set[int] = set()
    for sentence in annotated.sentences:
        block = document.blocks[sentence.block]
        if sentence.start == block.start and block.headings:
            passing = discourse.main if discourse.dominated else discourse.operation
            discourse.operation = theme.get(block.headings[-1]) or passing
        elif sentence.start == block.start and discourse.dominated:
            discourse.operation = discourse.main
        if block.kind is BlockKind.HEADING:
            found += _enter(discourse, sentence)
            named = any(operations_in(u) for u in sentence.units)
            above = theme.get(block.headings[-1]) if block.headings else None
            theme[sentence.block] = discourse.operation if named else above
            section = discourse.focus
            lead_ins[sentence.block] = _heading_lead_in(discourse, sentence)
            continue
        if block.kind is BlockKind.LABEL:
            continue
        if block.kind is BlockKind.CELL:
            if block.table is not None and block.table not in tables:
                tables.add(block.table)
                discourse.focus = section
                found += read_table(discourse, block.table)
            posting = read_post_cell(discourse, block, sentence)
            if not posting:
                reading = Reading(discourse, sentence, [], times=times_of_row(discourse, block))
                read_postings(reading)
                posting = reading.out
            found += posting
            continue
        if block.kind is BlockKind.VALUE:
            if block.label is not None:
                discourse.focus = section
                found += read_label(discourse, document.blocks[block.label], block, sentence)
            continue
        lead_in = lead_ins.get(block.lead_in) if block.kind is BlockKind.ITEM and block.lead_in is not None else None
        first = sentence.start == block.start
        if first:
            discourse.focus = section if lead_in is None else lead_in.owner or section
        inline = read_inline_label(discourse, sentence)
        if inline is not None:
            found += inline
            continue
        before = discourse.operation
        _note_operation(discourse, sentence, block)
        reading = Reading(discourse, sentence, find_clauses(sentence, annotated.words))
        if block.kind is BlockKind.ITEM:
            _as_item(reading, lead_in, first)
        found += read_sentence(reading, lead_in, first)
        if discourse.dominated and discourse.operation is not None:
            spoken_of = discourse.operation.name in discourse.spoken_of
            discourse.operation = discourse.operation if spoken_of else before
        lead_ins[sentence.block] = _lead_in(reading)
    return join_postings(found)


def read_sentence(reading: Reading, lead_in: LeadIn | None = None, first: bool = False) -> list[Proposal]:
    """All that one sentence states."""
    if _read_duty_item(reading, lead_in, first):
        return reading.out
    read_leaders(reading)
    read_leadership(reading)
    read_theatres(reading)
    read_counted_nations(reading)
    read_national_presence(reading)
    read_code_names(reading)
    clause = reading.clauses[0] if reading.clauses else None
    named = reading.listed and (clause is None or clause.relative or clause.group.tense == "participle")
    if clause is None or named:
        _read_phrases(reading, clause)
    if all(c.group.tense == "participle" for c in reading.clauses):
        read_results(reading)
    fronted = bool(reading.clauses) and reading.clauses[0].inherited
    for each in [*reading.clauses[1:], reading.clauses[0]] if fronted else reading.clauses:
        read_clause(reading, each)  # "to help the battalion, a team …" is about the team that the rest introduces
    read_authorities(reading)
    read_postings(reading)
    return reading.out


def _read_phrases(reading: Reading, clause: Clause | None) -> None:
    """The words of a sentence without a verb, or of an item before its relative clause."""
    row, discourse = reading.row, reading.discourse
    last = len(row) if clause is None else clause.group.first
    owner = reading.owner or discourse.focus or discourse.last_subject
    fragment = clause is None and len(row) <= _FRAGMENT and not _is_caption(reading)
    walk = Walk(
        reading,
        reading.mood(None),
        owner,
        reading.listed or fragment,
        rule="an item of a list" if reading.listed else "a phrase without a verb",
        holder=owner,
    )
    read_constituents(walk, 0, last)
    if reading.listed and walk.introduced:
        discourse.focus = discourse.last_subject = walk.introduced[0]


def _is_caption(reading: Reading) -> bool:
    block = reading.discourse.annotated.document.blocks[reading.sentence.block]
    return block.kind is BlockKind.CAPTION


def _note_operation(discourse: Discourse, sentence: Sentence, block: Block) -> None:
    """A sentence that names one operation speaks of it, and so do the next ones."""
    named = {name for u in sentence.units for name in operations_in(u)}
    if len(named) == 1 and (block.kind is not BlockKind.ITEM or discourse.operation is None):
        discourse.operation = discourse.an_operation(named.pop())


# --- headings ---------------------------------------------------------------------------------


def _enter(discourse: Discourse, sentence: Sentence) -> list[Proposal]:
    """Take what a heading says as what its section is about."""
    reading = Reading(discourse, sentence, [])
    operations = {name for u in sentence.units for name in operations_in(u)}
    elements = [u for u in sentence.units if u.sort == units.UNIT and (u.detail.modified or u.detail.named)]
    if len(operations) == 1:
        discourse.operation = discourse.an_operation(operations.pop())
        discourse.focus = None
    elif not operations:
        discourse.focus = None
        if len(elements) == 1:
            entity = discourse.resolve(elements[0])
            if entity is not None and entity.sort is Sort.ELEMENT:
                discourse.focus = entity
                if elements[0].detail.named:
                    whole = discourse.a_contribution(entity.nation, entity.operation) or discourse.operation
                    if entity.operation is None or entity.nation is None:
                        whole = discourse.operation
                    belongs(
                        Walk(reading, Mood(), None, False, rule="a heading"),
                        entity,
                        whole,
                        elements[0].start,
                        elements[0].end,
                    )
    sender = _sender_of(discourse, sentence)
    if sender is not None and discourse.focus is None:
        discourse.focus = sender
        if any(operations_in(u) for u in sentence.units):
            reading.propose(
                "participation",
                discourse.an_actor(sender.nation or ""),
                sender.operation,
                sentence.start,
                sentence.end,
                "a heading of a state and an operation",
            )
    discourse.last_subject = discourse.focus
    read_leaders(reading)
    read_theatres(reading)
    read_heading_theatre(reading)
    return reading.out


def _sender_of(discourse: Discourse, sentence: Sentence) -> Entity | None:
    """The contribution that a heading is about: "Germany in Resolute Support", "The Estonian contingent"."""
    codes: set[str] = set()
    if not any(operations_in(u) or u.sort == units.CONTRIBUTION for u in sentence.units):
        return None
    for unit in sentence.units:
        if unit.sort == units.ACTOR and unit.detail in ("name", "adjective"):
            codes.add(str(unit.value))
        elif unit.sort in (units.CONTRIBUTION, units.PERSONS):
            codes.update(unit.detail.nations)
    senders = {code for code in codes if discourse.contributes(discourse.operation, code)}
    return discourse.a_contribution(senders.pop()) if len(senders) == 1 and len(codes) == 1 else None


def _heading_lead_in(discourse: Discourse, sentence: Sentence) -> LeadIn:
    """A heading right above a list: what it lists belongs to the section's subject."""
    words = discourse.annotated.words
    duties = any(u.low in words.sets["duties"] for u in sentence.units)
    times = when([u.value for u in sentence.units if u.sort == units.TIME], discourse.annotated.published, False)
    owner = discourse.focus or discourse.ours or discourse.operation
    modality = "authorised" if any(u.low in words.sets["ceilings"] for u in sentence.units) else None
    return LeadIn(owner, times, modality, duties, not duties)


# --- lists ------------------------------------------------------------------------------------


def _lead_in(reading: Reading) -> LeadIn:
    """What a sentence would say of a list that it introduces."""
    discourse = reading.discourse
    clause = next((c for c in reading.clauses if c.frame is not None and c.frame.sort in _LISTING), None)
    clause = clause or (reading.clauses[-1] if reading.clauses else None)
    duties = any(u.low in reading.words.sets["duties"] for u in reading.row[-_DUTY_REACH:])
    if clause is None:
        times = when([u.value for u in reading.row if u.sort == units.TIME], discourse.annotated.published, False)
        return LeadIn(discourse.focus or discourse.last_subject, times, None, duties, not duties)
    mood = reading.mood(clause)
    sort = clause.frame.sort if clause.frame is not None else "task"
    owner = reading.subject_of(clause) or discourse.focus or discourse.last_subject
    last = reading.clauses[-1]
    duties = duties or (last.frame is not None and last.frame.sort == "aim") or _hangs(reading, last)
    modality = mood.modality if mood.modality in ("planned", "authorised") else None
    listing = sort in _LISTING or sort == "say"
    if listing and duties and _is_about_duties(reading, clause):
        listing = False  # "the tasks are:" lists tasks and not parts
    return LeadIn(owner, mood.times, modality, duties and not listing, listing)


def _is_about_duties(reading: Reading, clause: Clause) -> bool:
    at = clause.group.first - 1
    return at >= 0 and reading.row[at].low in reading.words.sets["duties"]


def _hangs(reading: Reading, clause: Clause) -> bool:
    """Whether the sentence ends with its modal or its "to", so that the items go on with the verb."""
    tail = [u for u in reading.row[-3:] if u.sort == units.WORD]
    return bool(tail) and any(
        reading.is_in(name, tail[-1])
        for name in ("modals.future", "modals.permission", "modals.obligation", "infinitive")
    )


def _as_item(reading: Reading, lead_in: LeadIn | None, first: bool) -> None:
    if lead_in is None:
        reading.listed = first
        reading.owner = reading.discourse.focus or reading.discourse.ours or reading.discourse.operation
        return
    reading.owner = lead_in.owner
    reading.times = lead_in.times if first else When()
    reading.modality = lead_in.modality
    reading.listed = first and lead_in.listing


def _read_duty_item(reading: Reading, lead_in: LeadIn | None, first: bool) -> bool:
    """An item that is a task: it starts with a verb, or its lead-in announces tasks."""
    if lead_in is None or not first:
        return False
    clause = reading.clauses[0] if reading.clauses else None
    verb = clause is not None and clause.group.first == 0 and clause.group.tense in ("present", "gerund", "infinitive")
    verb = verb and clause is not None and (clause.frame is not None or is_deed_verb(reading.words, clause))
    if not (verb or lead_in.duties):
        return False
    owner = lead_in.owner or reading.discourse.focus or reading.discourse.last_subject or reading.discourse.operation
    if owner is None or not owner.is_part():
        return False
    start, end = reading.sentence.start, reading.sentence.end
    words = clean_name(reading.text[start:end].strip(" .;,\n"))
    for joiner in reading.words.sets["conjunctions_and"]:
        words = words.removesuffix(f" {joiner}").removesuffix(";").removesuffix(",")
    if len(words.split()) < 2 and not lead_in.duties:
        return False
    modality = lead_in.modality if lead_in.modality in ("planned", "authorised") else "actual"
    reading.propose(
        "task",
        owner,
        words,
        start,
        end,
        "an item that is a task",
        replace(lead_in.times, ends=None, on=None),
        modality=modality,
    )
    return True


__all__ = ["ELEMENTS", "read_sections", "read_sentence"]
