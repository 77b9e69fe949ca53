"""Values that stand below their label in a line of its own: "Headquarters" above "Camp Butmir, Sarajevo"."""

from __future__ import annotations

from contingent.document import Block, BlockKind
from contingent.read import units
from contingent.read.clauses import find_clauses
from contingent.read.discourse import Discourse
from contingent.read.label_words import label_of
from contingent.read.labels import read_label
from contingent.read.proposals import Proposal
from contingent.read.units import Sentence

_LABELLED = frozenset(("place", "base", "strength", "contributors", "begun", "lead"))
"""What a line without a verb below such a label can only be; "Mission" or "Mandate" is a heading over prose."""
_LONGEST_VALUE = 240
_LINES = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def read_below_label(discourse: Discourse, sentence: Sentence) -> list[Proposal]:
    """What a line states as the value of the label right above it; nothing where there is no label above it."""
    blocks = discourse.annotated.document.blocks
    block = blocks[sentence.block]
    above = blocks[sentence.block - 1] if sentence.block else None
    if above is None or above.kind not in _LINES or not _is_whole(discourse, block, sentence):
        return []
    if len(discourse.annotated.document.text_of(block)) > _LONGEST_VALUE or not _is_label(discourse, above):
        return []
    sorts = {unit.sort for unit in sentence.units}
    dated = sorts <= {units.TIME, units.SIGN, units.WORD} and label_of(discourse, above).key == "strength"
    if not sorts or dated or find_clauses(sentence, discourse.annotated.words):
        return []
    return read_label(discourse, above, block, sentence)


def _is_whole(discourse: Discourse, block: Block, sentence: Sentence) -> bool:
    """Whether a sentence is all that its block says."""
    return not discourse.annotated.document.text[sentence.end : block.end].strip() and sentence.start == block.start


def _is_label(discourse: Discourse, block: Block) -> bool:
    """Whether a line is a label by itself: a known one, or the title of a post and nothing else."""
    if label_of(discourse, block).key in _LABELLED:
        return True
    said = [s for s in discourse.layout.sentences_in(block) if s.units]
    return len(said) == 1 and all(unit.sort == units.TITLE for unit in said[0].units)
