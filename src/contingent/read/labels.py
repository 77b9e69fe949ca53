"""Info boxes and lines of the form "Label: value"."""

from __future__ import annotations

from contingent.document import Block, BlockKind
from contingent.read import units
from contingent.read.discourse import Discourse
from contingent.read.label_values import Entry, read_entry
from contingent.read.label_words import label_of
from contingent.read.post_labels import read_post_label, units_of
from contingent.read.proposals import Proposal
from contingent.read.units import Sentence

_LONGEST_LABEL = 50
_LONGEST_VALUE = 160


def read_inline_label(discourse: Discourse, sentence: Sentence) -> list[Proposal] | None:
    """A sentence such as "Headquarters: Camp X" or "Commander: General Y"; None if it is no such line."""
    text = discourse.annotated.document.text[sentence.start : sentence.end]
    head, colon, rest = text.partition(":")
    if not colon or len(head) > _LONGEST_LABEL or not rest.strip() or len(rest) > _LONGEST_VALUE:
        return None
    opening = sentence.units[0]
    if opening.sort == units.OPERATION and discourse.annotated.document.blocks[sentence.block].kind is BlockKind.ITEM:
        return None  # "- Operation X: up to 30 soldiers"
    label = Block(BlockKind.LABEL, sentence.start, sentence.start + len(head))
    person = any(u.sort == units.TITLE and u.end <= label.end for u in sentence.units)
    if label_of(discourse, label).key is None and not person:
        return None
    value = Block(BlockKind.VALUE, sentence.start + len(head) + 1, sentence.end)
    inner = Sentence(sentence.block, value.start, sentence.end, [u for u in sentence.units if u.start >= value.start])
    return read_label(discourse, label, value, inner)


def is_label(discourse: Discourse, cell: Block) -> bool:
    """Whether a cell of a table is the label of an info box: one of its words, or the title of a post."""
    if label_of(discourse, cell).key is not None:
        return True
    return any(unit.sort == units.TITLE for unit in units_of(discourse, cell))


def read_label(discourse: Discourse, label: Block, value: Block, sentence: Sentence) -> list[Proposal]:
    """What one entry of an info box states."""
    words = label_of(discourse, label)
    if words.key is None or (discourse.operation is None and words.key != "operation"):
        title = Sentence(sentence.block, label.start, label.end, units_of(discourse, label))
        return read_post_label(discourse, title, sentence)
    return read_entry(Entry(discourse, words, label, value, sentence))
