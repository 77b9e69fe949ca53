"""Run-in headings: the words at the head of a paragraph that name what it is about, "7 DIVISION. Troops of …".

Such words become a heading of the deepest level above the rest of their paragraph, and above that alone. A page
sets them in bold, or it sets several paragraphs of one section alike: a single one in plain type is a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from contingent.document import BlockKind
from contingent.formats import shapes
from contingent.formats.cues import cues
from contingent.formats.language import is_stop_word
from contingent.formats.outline import Draft

_LABEL = re.compile(
    r"(?P<label>[^\W_][^\n.:]{1,59}?)"
    r"(?:(?P<stop>[.:])[ \t\u00a0\n]+|[ \u00a0][-–—][ \u00a0\n]|—)(?=\S)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\s()/,&–-]+")
_MOST_WORDS = 7
_LEAST_LETTERS = 5
"""Letters of a single word before a stop: shorter ones may be abbreviations, as "Capt." and "Brig."."""
_LEAST_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class _RunIn:
    """A label of ``length`` characters at the head of a draft, and where the rest begins in it."""

    sign: str
    length: int
    rest: int
    is_sure: bool


def find_run_ins(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with run-in headings parted from their paragraphs."""
    found: dict[int, _RunIn] = {}
    for section in _sections(drafts).values():
        by_sign: dict[str, list[tuple[Draft, _RunIn]]] = {}
        for draft in section:
            run_in = _run_in(text, draft)
            if run_in is not None:
                by_sign.setdefault(run_in.sign, []).append((draft, run_in))
        is_item = section[0].kind is BlockKind.ITEM
        places = {id(draft): place for place, draft in enumerate(section)}
        for alike in by_sign.values():
            taken = {places[id(draft)] for draft, _ in alike}
            enough = len(alike) == len(section) if is_item else len(alike) >= _LEAST_SHARE * len(section)
            for draft, run_in in alike:
                place = places[id(draft)]
                in_company = len(alike) > 1 and (
                    enough or (not is_item and not taken.isdisjoint((place - 1, place + 1)))
                )
                if in_company or (run_in.is_sure and not is_item):
                    found[id(draft)] = run_in
    return _parted(drafts, found) if found else drafts


def _sections(drafts: list[Draft]) -> dict[tuple[object, ...], list[Draft]]:
    """The paragraphs under one heading; the items of one list that no sentence introduces."""
    sections: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        is_listed = draft.lead_in is not None and draft.lead_in.kind is not BlockKind.HEADING
        if draft.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not is_listed:
            key = (draft.kind, id(draft.headings[-1]) if draft.headings else 0, draft.zone, draft.level)
            sections.setdefault(key, []).append(draft)
    return sections


def _run_in(text: str, draft: Draft) -> _RunIn | None:
    words = text[draft.start : min(draft.end, draft.start + 90)]
    match = _LABEL.match(words)
    if match is None or draft.end - draft.start <= match.end():
        return None
    label = match["label"].rstrip()
    sign = match["stop"] or "-"
    is_bold = bool(draft.bold) and abs(draft.bold - len(label)) <= 2
    if draft.kind is BlockKind.ITEM and sign != "." and words[match.end()].islower() and label[-1] != ")":
        return None  # The item goes on with what its label is: "Engineers: a company of 90".
    if _YEAR.search(label) or shapes.is_caption(words) or shapes.leads_elsewhere(words):
        return None
    if label.casefold() in cues().labels or not shapes.is_heading(label) or len(label.split()) > _MOST_WORDS:
        return None
    if not is_bold and not is_name(label, sign):
        return None
    if sign == "." and not (words[match.end()].isupper() or not words[match.end()].isalpha()):
        return None
    return _RunIn(sign if sign == ":" else f"{sign}{label.isupper()}", len(label), match.end(), is_bold)


def is_name(label: str, sign: str) -> bool:
    """Whether a label names something: all in capitals, or with a capital at each word of weight."""
    words = _WORD.findall(label)
    if not words or sum(character.isalpha() for character in label) < 3:
        return False
    if sign == ":" and len(words) <= 2:
        return True
    if sign == "." and len(words) == 1 and len(words[0]) < _LEAST_LETTERS and not label.endswith(")"):
        return False
    weighty = [word for number, word in enumerate(words) if number == 0 or not is_stop_word(word)]
    return all(word[0].isupper() or word[0].isdigit() for word in weighty) and not is_stop_word(words[-1])


def _parted(drafts: list[Draft], found: dict[int, _RunIn]) -> list[Draft]:
    parted: list[Draft] = []
    above: dict[int, Draft] = {}
    for draft in drafts:
        run_in = found.get(id(draft))
        if run_in is not None:
            level = max((heading.level for heading in draft.headings), default=0) + 1
            heading = Draft(BlockKind.HEADING, draft.start, draft.start + run_in.length, level)
            heading.headings, heading.zone = draft.headings, draft.zone
            parted.append(heading)
            above[id(draft)] = heading
            draft.kind, draft.level, draft.lead_in = BlockKind.PARAGRAPH, 0, None
            draft.start += run_in.rest
            draft.headings = (*draft.headings, heading)
        elif draft.lead_in is not None and id(draft.lead_in) in above:
            # What the paragraph introduces stands under its heading.
            above[id(draft)] = heading = above[id(draft.lead_in)]
            draft.headings = (*draft.headings, heading)
        parted.append(draft)
    return parted
