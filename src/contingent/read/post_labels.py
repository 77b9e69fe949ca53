"""Postings in info boxes, tables and lines of the form "Title: name": the label is the title."""

from __future__ import annotations

from bisect import bisect_left

from contingent.document import Block, BlockKind
from contingent.period import is_before
from contingent.read import units
from contingent.read.discourse import Discourse
from contingent.read.post_bodies import body_of_post, default_body
from contingent.read.posts import find_posts, state, title_text
from contingent.read.proposals import UNDATED, Proposal, When, when
from contingent.read.sentence_reading import Reading
from contingent.read.units import Sentence, Unit

_LONGEST_LABEL = 12
"""How many words and signs a title on a line of its own has."""


def read_post_label(discourse: Discourse, label: Sentence, value: Sentence, beside: When = UNDATED) -> list[Proposal]:
    """What a title and a name beside it state: "Force Commander: Lieutenant General X, since May".

    ``beside`` are the times that stand elsewhere, as in another cell of the row.
    """
    person = next((u for u in value.units if u.sort == units.PERSON), None)
    reading = Reading(discourse, label, [])
    post = next((p for p in find_posts(reading) if label.units[p.at].sort == units.TITLE), None)
    if person is None or post is None:
        return []
    body = body_of_post(reading, post) or default_body(reading)
    if body is None:
        return []
    published = discourse.annotated.published
    own = when([u.value for u in value.units if u.sort == units.TIME], published, False)
    times = When(own.starts or own.on or beside.starts, own.ends or beside.ends)
    ended = is_before(times.ends, published)
    standing = post.title.standing
    modality = "past" if ended or standing == "former" else "planned" if standing == "coming" else "actual"
    span = (min(label.units[post.first].start, value.start), max(label.end, value.end))
    state(reading, person.value, title_text(reading, post), body, span, times, modality, "a title as a label")
    return reading.out


def read_post_cell(discourse: Discourse, cell: Block, sentence: Sentence) -> list[Proposal]:
    """The person in a cell of a table, with the title that heads the cell's row or column."""
    if not any(u.sort == units.PERSON for u in sentence.units):
        return []
    document = discourse.annotated.document
    for index in (*cell.row_headers, *_first_of_row(discourse, cell), *cell.column_headers):
        header = document.blocks[index]
        if header.start == cell.start:
            continue
        label = Sentence(index, header.start, header.end, units_of(discourse, header))
        found = read_post_label(discourse, label, sentence, _times_beside(discourse, cell))
        if found:
            return found
    return []


def read_stacked(reading: Reading) -> list[Proposal]:
    """A title and a name on lines of their own, one below the other, in either order."""
    sentences = reading.discourse.annotated.sentences
    at = bisect_left(sentences, reading.sentence.start, key=lambda sentence: sentence.start)
    if not at or sentences[at - 1].block == reading.sentence.block:
        return []
    above, here, discourse = sentences[at - 1], reading.sentence, reading.discourse
    headed = discourse.annotated.document.blocks[above.block].kind is BlockKind.HEADING
    if reading.text[above.units[-1].end : here.units[0].start].count("\n") not in ((0, 1, 2) if headed else (1,)):
        return []
    if _is_name(here) and _is_title(above):
        before = next((u for u in sentences[at - 2].units if u.sort == units.PERSON), None) if at > 1 else None
        if before is not None and _is_name(sentences[at - 2]) and before.value.name in discourse.posts:
            return []  # the title above is that of the name above it
        return read_post_label(discourse, above, here)
    if _is_title(here) and _is_name(above):
        person = next(u for u in above.units if u.sort == units.PERSON)
        return [] if person.value.name in discourse.posts else read_post_label(discourse, here, above)
    return []


def _is_name(sentence: Sentence) -> bool:
    sorts = [unit.sort for unit in sentence.units]
    return sorts.count(units.PERSON) == 1 and set(sorts) <= {units.PERSON, units.TIME, units.SIGN, units.ACTOR}


def _is_title(sentence: Sentence) -> bool:
    sorts = {unit.sort for unit in sentence.units}
    ends = sentence.units[-1].text in ".:;?!"
    return units.TITLE in sorts and units.PERSON not in sorts and len(sentence.units) <= _LONGEST_LABEL and not ends


def _times_beside(discourse: Discourse, cell: Block) -> When:
    """The times in the other cells of a row; a day under "Since" is a start."""
    document, published = discourse.annotated.document, discourse.annotated.published
    since = discourse.annotated.words.pack.table("postings")["words"]["since"]
    for block in _row_of(discourse, cell):
        if block.column == cell.column:
            continue
        times = when([u.value for u in units_of(discourse, block) if u.sort == units.TIME], published, False)
        heads = " ".join(document.text_of(document.blocks[index]).casefold() for index in block.column_headers)
        if times.on and any(word in heads for word in since):
            return When(times.on)
        if times.starts or times.ends:
            return When(times.starts, times.ends)
    return UNDATED


def units_of(discourse: Discourse, block: Block) -> list[Unit]:
    """The units of all sentences of a block."""
    return [
        unit for sentence in discourse.layout.sentences_in(block) for unit in sentence.units if unit.end <= block.end
    ]


def _first_of_row(discourse: Discourse, cell: Block) -> list[int]:
    return discourse.layout.first_cells.get((cell.table, cell.row), [])


def _row_of(discourse: Discourse, cell: Block) -> list[Block]:
    """The cells of a row; they stand one behind the other."""
    blocks, found = discourse.annotated.document.blocks, list[Block]()
    for index in _first_of_row(discourse, cell)[:1]:
        while index < len(blocks) and (blocks[index].table, blocks[index].row) == (cell.table, cell.row):
            found.append(blocks[index])
            index += 1
    return found


def times_of_row(discourse: Discourse, cell: Block) -> When:
    """The times in the first cell of a row: "2015-2016 | Force Commander, General X"."""
    document = discourse.annotated.document
    first = [u for index in _first_of_row(discourse, cell) for u in units_of(discourse, document.blocks[index])]
    return when([u.value for u in first if u.sort == units.TIME], discourse.annotated.published, False)
