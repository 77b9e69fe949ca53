"""Info boxes: paragraphs and items that turn out to be labels with their values.

Works on the drafts of any format: a page prints the same box as a definition list, as bullets of two lines or
as lines "Label: value", and only the first of these says so in its markup.
"""

from __future__ import annotations

from contingent.document import BlockKind
from contingent.formats.box_blocks import is_known_label, label_cells, label_headings
from contingent.formats.outline import Draft
from contingent.formats.shapes import ends_sentence, is_short_label, label_end

_LONGEST_VALUE = 80
_LONGEST_BOLD = 40


def find_boxes(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of info boxes turned into labels and values."""
    label_cells(text, drafts)
    label_headings(text, drafts)
    found: list[Draft] = []
    position = 0
    while position < len(drafts):
        draft = drafts[position]
        if draft.kind is BlockKind.PARAGRAPH and draft.lead_in is None:
            stop = _run(drafts, position)
            beside = [found[-1:], drafts[stop : stop + 1]]
            made = _from_paragraphs(text, drafts[position:stop], [any(map(_is_boxed, near)) for near in beside])
            _set_apart(text, found[-1].end if found else 0, made)
            found += made
            position = stop
        elif draft.kind is BlockKind.ITEM:
            stop = _list_end(drafts, position)
            made = _from_items(text, drafts[position:stop])
            _set_apart(text, found[-1].end if found else 0, made)
            found += made
            position = stop
        else:
            found.append(draft)
            position += 1
    return found


def _set_apart(text: str, before: int, made: list[Draft]) -> None:
    """A box that a wide gap parts from the section above it stands under the page's title alone."""
    if made and made[0].kind is BlockKind.LABEL and _is_wide(text[before : made[0].start]):
        title = tuple(heading for heading in made[0].headings if heading.level == 1)
        for draft in made:
            if draft.kind in (BlockKind.LABEL, BlockKind.VALUE):
                draft.headings = title


def _is_wide(between: str) -> bool:
    return between.count("\n") >= 3 and not between.strip()


def _run(drafts: list[Draft], first: int) -> int:
    stop = first + 1
    while (
        stop < len(drafts)
        and drafts[stop].kind is BlockKind.PARAGRAPH
        and drafts[stop].lead_in is None
        and drafts[stop].zone == drafts[first].zone
    ):
        stop += 1
    return stop


def _lines(text: str, draft: Draft) -> list[tuple[int, int]]:
    """Where the lines of a draft start and end, without outer white space."""
    spans, position = [], draft.start
    for line in text[draft.start : draft.end].split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + len(line) - len(line.lstrip())
            spans.append((start, start + len(stripped)))
        position += len(line) + 1
    return spans


def _is_boxed(draft: Draft) -> bool:
    return draft.kind in (BlockKind.LABEL, BlockKind.VALUE)


def _from_paragraphs(text: str, run: list[Draft], beside: list[bool]) -> list[Draft]:
    """A run of paragraphs in which two or more lines in a row are "Label: value" has these split.

    ``beside`` says whether an info box stands before it and behind it. A known label needs no company.
    """
    if not any(d.bold or ":" in text[d.start : min(d.end, d.start + 70)] for d in run):
        return run
    split: list[list[tuple[int, int, int]] | None] = []
    for draft in run:
        lines = _lines(text, draft) if draft.end - draft.start < 2000 else []
        ends = [label_end(text[start:end]) for start, end in lines]
        if ends == [None]:
            ends = [_bold_end(text, draft)]
        if len(lines) == 2 and _heads_line(text, draft, *lines):
            split.append([(*lines[0], lines[1][1])])
            continue
        whole = bool(lines) and None not in ends
        split.append([(s, s + e, end) for (s, end), e in zip(lines, ends, strict=True) if e] if whole else None)
    found: list[Draft] = []
    for number, (draft, pieces) in enumerate(zip(run, split, strict=True)):
        near = split[max(number - 1, 0) : number] + split[number + 1 : number + 2]
        near_box = (number == 0 and beside[0]) or (number == len(run) - 1 and beside[1])
        if pieces is None or not (len(pieces) > 1 or any(near) or near_box or _is_known_line(text, pieces)):
            found.append(draft)
            continue
        for place, (start, label, end) in enumerate(pieces):
            head = (
                draft if place == 0 else Draft(BlockKind.LABEL, start, label, headings=draft.headings, zone=draft.zone)
            )
            found += _pair(text, head, start, label, end)
    return found


def _is_known_line(text: str, pieces: list[tuple[int, int, int]]) -> bool:
    start, label, _ = pieces[0]
    return is_known_label(text[start:label])


def _heads_line(text: str, draft: Draft, above: tuple[int, int], below: tuple[int, int]) -> bool:
    """Whether a line is a label, known or bold, with its value in the line below it."""
    label = text[slice(*above)]
    if not label.endswith(":") or not (is_known_label(label) or (draft.bold and is_short_label(label))):
        return False
    return _is_value(text[slice(*below)])


def _bold_end(text: str, draft: Draft) -> int | None:
    """Where a bold label ends that only its type parts from its value: "**Personnel** 45"."""
    words = text[draft.start : draft.end]
    label, value = words[: draft.bold].strip(), words[draft.bold :].strip()
    if not draft.bold or draft.bold > _LONGEST_BOLD or not is_short_label(label) or not _is_value(value):
        return None
    return len(words[: draft.bold].rstrip()) if value[0].isupper() or value[0].isdigit() else None


def _pair(text: str, head: Draft, start: int, label: int, end: int) -> list[Draft]:
    """A label that takes the place of ``head``, and its value."""
    head.kind, head.start, head.end, head.level, head.lead_in = BlockKind.LABEL, start, label, 0, None
    value = label
    while text[value].isspace():
        value += 1
    return [head, Draft(BlockKind.VALUE, value, end, headings=head.headings, label=head, zone=head.zone)]


def _list_end(drafts: list[Draft], first: int) -> int:
    stop = first + 1
    while stop < len(drafts) and drafts[stop].zone == drafts[first].zone:
        draft = drafts[stop]
        below = draft.kind is BlockKind.PARAGRAPH and draft.lead_in is drafts[stop - 1]
        if not below and (draft.kind is not BlockKind.ITEM or draft.level != drafts[first].level):
            break
        stop += 1
    return stop


def _from_items(text: str, run: list[Draft]) -> list[Draft]:
    """Items "Label: value" where all are so; else the last items of a list that are labels with values below."""
    items = [draft for draft in run if draft.kind is BlockKind.ITEM]
    if len(items) > 1 and len(items) == len(run):
        ends = [None if "\n" in text[d.start : d.end] else label_end(text[d.start : d.end]) for d in items]
        if None not in ends and not _continues(text, items, ends):
            found: list[Draft] = []
            for draft, end in zip(items, ends, strict=True):
                assert end is not None
                found += _pair(text, draft, draft.start, draft.start + end, draft.end)
            return found
    entries: list[tuple[Draft, tuple[int, int], tuple[int, int] | None, int]] = []
    position = len(run)
    while position > 0:
        below = run[position - 1] if run[position - 1].kind is BlockKind.PARAGRAPH else None
        place = position - (2 if below else 1)
        if place < 0 or run[place].kind is not BlockKind.ITEM:
            break
        lines = _lines(text, run[place]) + (_lines(text, below) if below else [])
        if len(lines) > 2 or not is_short_label(text[slice(*lines[0])]):
            break
        value = lines[1] if len(lines) == 2 else None
        if value and not _is_value(text[slice(*value)]):
            break
        entries.append((run[place], lines[0], value, place))
        position = place
    if len(entries) < 2 or not any(value for _, _, value, _ in entries):
        return run
    boxed = run[: entries[-1][3]]
    for draft, label, value, _ in reversed(entries):
        if value:
            boxed += _pair(text, draft, label[0], label[1], value[1])
        else:
            draft.kind, draft.level, draft.lead_in = BlockKind.LABEL, 0, None
            boxed.append(draft)
    return boxed


def _continues(text: str, items: list[Draft], ends: list[int | None]) -> bool:
    """Whether items only list what a sentence announces, by names that no info box uses: "six ships: Germany: one"."""
    lead_in = items[0].lead_in
    if lead_in is None or lead_in.kind is BlockKind.HEADING:
        return False
    return not any(end and is_known_label(text[d.start : d.start + end]) for d, end in zip(items, ends, strict=True))


def _is_value(words: str) -> bool:
    short = len(words) <= _LONGEST_VALUE and not (ends_sentence(words) and len(words.split()) > 4)
    return short and not words[:1].islower()
