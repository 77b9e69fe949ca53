"""The order in which a page is read: headings, paragraphs, lists with their lead-ins, boxes and tables.

A heading says what its section is about, a lead-in what its list is about; each sentence is then read on its own.
"""

from __future__ import annotations

from contingent.document import Block, BlockKind
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.clauses import find_clauses
from contingent.read.discourse import Discourse
from contingent.read.headed_values import read_below_label
from contingent.read.headings import Section, enter_section
from contingent.read.joined_postings import join_postings
from contingent.read.labels import read_inline_label, read_label
from contingent.read.lead_ins import LeadIn, as_item, heading_lead_in, read_duty_item, sentence_lead_in
from contingent.read.named_actors import operations_in
from contingent.read.nation_items import read_contributors, read_counted_line, read_nation_item
from contingent.read.page_subject import begin
from contingent.read.places import is_place
from contingent.read.post_labels import units_of
from contingent.read.postings import read_postings
from contingent.read.proposals import Proposal
from contingent.read.senders import note_sender
from contingent.read.sentence_reading import Reading
from contingent.read.sentences import read_sentence
from contingent.read.spells import join_lines
from contingent.read.table_grid import pairs_from
from contingent.read.tables import read_pairs, read_table
from contingent.read.taking_part import note_joined
from contingent.read.units import Sentence


def read_sections(annotated: Annotated) -> None:
    """Put forward what the document states, read in the order of the text."""
    discourse = begin(annotated)
    annotated.home, annotated.spell = discourse.home, discourse.spell
    document = annotated.document
    found: list[Proposal] = []
    lead_ins: dict[int, LeadIn] = {}
    leading = {block.lead_in for block in document.blocks}
    sections: dict[int, Section] = {}
    """What the section below each heading is about."""
    section = Section()
    tables: set[int] = set()
    paired, in_table = 0, False
    """How far the labels and values reach that follow each other, and whether they have been read as a table."""
    for sentence in annotated.sentences:
        annotated.check_time()
        block = document.blocks[sentence.block]
        if sentence.start == block.start:
            section = sections.get(block.headings[-1], Section()) if block.headings else Section()
        if sentence.start == block.start and block.headings:
            passing = discourse.main if discourse.dominated else discourse.operation
            if section.elsewhere and block.headings[-1] == sentence.block - 1:
                passing = None
            discourse.operation = section.operation or passing
        elif sentence.start == block.start and discourse.dominated:
            discourse.operation = discourse.main
        below = read_below_label(discourse, sentence) if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) else []
        if below:
            found += below
            sections[sentence.block] = section
            continue
        if block.kind is BlockKind.HEADING:
            stated, sections[sentence.block] = enter_section(discourse, sentence, section)
            found += stated + _read_post(discourse, sentence)
            lead_ins[sentence.block] = heading_lead_in(discourse, sentence)
            continue
        if block.kind is BlockKind.LABEL:
            if sentence.start >= paired:
                pairs = pairs_from(discourse, sentence.block)
                paired = pairs[-1].end
                discourse.focus = section.focus
                as_table = read_pairs(discourse, pairs)
                in_table = as_table is not None
                found += as_table or []
            continue
        if block.kind is BlockKind.CELL:
            if block.table is not None and block.table not in tables:
                tables.add(block.table)
                discourse.focus = section.focus
                found += read_table(discourse, block.table)
            continue
        if block.kind is BlockKind.VALUE:
            if block.label is not None and not in_table:
                discourse.focus = section.focus
                entry = read_label(discourse, document.blocks[block.label], block, sentence)
                found += entry or _read_in_place(discourse, document.blocks[block.label], block, sentence)
            continue
        lead_in = lead_ins.get(block.lead_in) if block.kind is BlockKind.ITEM and block.lead_in is not None else None
        first = sentence.start == block.start
        if first:
            discourse.focus = section.focus if lead_in is None else lead_in.owner or section.focus
            discourse.sender = section.sender
        if section.losses and block.kind is BlockKind.ITEM:
            continue
        inline = read_inline_label(discourse, sentence)
        if inline is not None:
            found += inline
            continue
        before = discourse.operation
        _note_operation(discourse, sentence, block)
        clauses = annotated.clauses[sentence.start] = find_clauses(sentence, annotated.words)
        note_joined(clauses)
        reading = Reading(discourse, sentence, clauses, modality="past" if section.over else None)
        if block.kind is BlockKind.ITEM:
            as_item(reading, lead_in, first)
        read_nation_item(reading, lead_in, first)
        read_contributors(reading)
        read_counted_line(reading)
        is_duty = read_duty_item(reading, lead_in, first)
        found += reading.out if is_duty else read_sentence(reading)
        if discourse.dominated and discourse.operation is not None:
            spoken_of = discourse.operation.name in discourse.spoken_of
            discourse.operation = discourse.operation if spoken_of else before
        note_sender(reading)
        over = lead_ins.get(block.headings[-1]) if block.headings else None
        if sentence.block in leading:
            lead_ins[sentence.block] = sentence_lead_in(reading, over)
    annotated.proposals = join_lines(join_postings(found))


def _read_in_place(discourse: Discourse, label: Block, block: Block, sentence: Sentence) -> list[Proposal]:
    """The value of a label that is a place: what the page's state has there ("Estland: Kampvognseskadron …")."""
    if not any(map(is_place, units_of(discourse, label))) or discourse.operation is None:
        return []
    reading = Reading(discourse, sentence, find_clauses(sentence, discourse.annotated.words))
    as_item(reading, None, sentence.start == block.start)
    return read_sentence(reading)


def _read_post(discourse: Discourse, heading: Sentence) -> list[Proposal]:
    """The post of a person in a heading that gives both: "Major General X – Commander, 1st Division"."""
    sorts = {unit.sort for unit in heading.units}
    if not {units.PERSON, units.TITLE} <= sorts:
        return []
    reading = Reading(discourse, heading, [])
    read_postings(reading)
    return reading.out


def _note_operation(discourse: Discourse, sentence: Sentence, block: Block) -> None:
    """A sentence that names one operation speaks of it, and so do the next ones."""
    named = {name for u in sentence.units for name in operations_in(u)}
    if len(named) != 1:
        return
    if discourse.operation is None or not (block.kind is BlockKind.ITEM or _goes_on_with(sentence)):
        discourse.operation = discourse.an_operation(named.pop())


def _goes_on_with(sentence: Sentence) -> bool:
    """Whether a sentence opens with the operation spoken of before it names another: "The mission supports MINUSMA"."""
    opening = next((unit for unit in sentence.units if unit.sort != units.WORD), None)
    if opening is None or opening.sort != units.ANAPHOR or opening.detail.operation is not None:
        return False
    return bool(opening.detail.determiner in ("definite", "third person"))
