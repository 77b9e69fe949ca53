"""Lists whose bullets a page types into its paragraphs, for formats that have marked lists as well."""

from __future__ import annotations

from contingent.document import BlockKind
from contingent.formats.bullets import Line, find_bullets
from contingent.formats.outline import Draft
from contingent.formats.shapes import ends_sentence, label_end

_FIRST = frozenset("•◦▪▫‣●○■□▶►➢➤✓✔·∙⁃-–—*+>o(0123456789abcdefghijklmnopqrstuvwxyzæøå")
_LONGEST_BARE = 60
_BULLETS = frozenset("•◦▪▫‣●○■□▶►➢➤✓✔·∙⁃-–—*")


def find_typed_lists(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with paragraphs that begin with a bullet, or hold lines that do, turned into items."""
    if not any(_may_begin_item(text, draft) for draft in drafts):
        return drafts
    lines: list[Line] = []
    owners: list[Draft] = []
    for draft in drafts:
        if draft.kind is BlockKind.NAVIGATION:
            continue
        position = draft.start
        for number, raw in enumerate(text[draft.start : draft.end].split("\n")):
            words = raw.strip()
            if words:
                start = position + len(raw) - len(raw.lstrip())
                lines.append(Line(start, start + len(words), 0, words, 0 if number else 1))
                owners.append(draft)
            position += len(raw) + 1
    find_bullets(lines)
    pieces: dict[int, list[Line]] = {}
    for line, owner in zip(lines, owners, strict=True):
        if owner.kind is BlockKind.PARAGRAPH and owner.lead_in is None:
            pieces.setdefault(id(owner), []).append(line)
    return _rebuilt(drafts, pieces)


def _may_begin_item(text: str, draft: Draft) -> bool:
    if draft.kind is not BlockKind.PARAGRAPH or draft.lead_in is not None:
        return False
    if text[draft.start] in _FIRST and not text[draft.start].isalpha():
        return True
    below = text.find("\n", draft.start, draft.end)
    return below > 0 and (text[below + 1] in _BULLETS or text[below - 1] == ":")


def _is_bare_list(lines: list[Line]) -> bool:
    """Whether lines without bullets are a list: two or more names, each on its line, behind one with a colon."""
    if len(lines) < 3 or not lines[0].words.endswith(":") or any(line.bullet for line in lines):
        return False
    return not any(
        len(line.words) > _LONGEST_BARE or ends_sentence(line.words) or label_end(line.words) is not None
        for line in lines[1:]
    )


def _rebuilt(drafts: list[Draft], pieces: dict[int, list[Line]]) -> list[Draft]:
    found: list[Draft] = []
    introduction: Draft | None = None
    for draft in drafts:
        if draft.kind is BlockKind.HEADING:
            introduction = draft
        lines = pieces.get(id(draft), [])
        is_bare = _is_bare_list(lines)
        if not is_bare and not any(line.bullet for line in lines):
            if lines:
                introduction = draft
            found.append(draft)
            continue
        current = draft
        for number, line in enumerate(lines):
            is_item = line.bullet or (is_bare and number)
            if number and not is_item:
                current.end = line.end
                continue
            if number:
                current = Draft(BlockKind.PARAGRAPH, line.start, line.end, headings=draft.headings, zone=draft.zone)
            else:
                current.end = line.end
            if is_item:
                current.kind, current.level, current.lead_in = BlockKind.ITEM, 1, introduction
                current.start = line.start + line.bullet
            else:
                introduction = current
            found.append(current)
    return found
