"""What a line of text looks like: a heading, a label with its value, a caption, navigation, a bullet.

Questions about words alone, for every format; where the words stand on the page is the format's own business.
"""

from __future__ import annotations

import re

from contingent.formats.cues import cues

_LONGEST_HEADING = 100
_MOST_HEADING_WORDS = 14
_LONGEST_CAPTION = 500
"""Captions of news agencies run to some 60 words; a longer block with "Photo:" in it is an article."""
_LONGEST_LABEL = 60
_MOST_LABEL_WORDS = 6
_LONGEST_VALUE = 110
_LABEL = re.compile(r"([^\W_][^:\n|]*?\S?):[ \t\u00a0]+(\S[^\n]*)$")
_SENTENCE_END = (".", "!", "?", ".”", '."', ".»", "?”", '?"', "!”", '!"', "…")
_NO_HEADING_END = (".", ",", ";", ":", "!", "…", "-", "–", "/", ".”", '."', ",”", ',"', "|", ">")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_DATE_LINE = re.compile(
    r"(?:[^\W\d_]+[ ,:]+){0,2}"
    r"(?:\d{1,2}(?:\.|st|nd|rd|th)?[ ]+[^\W\d_]{3,}[.,]?|[^\W\d_]{3,}\.?[ ]+\d{1,2},)[ ]+(?:19|20)\d\d"
)
"""A day with at most two words before it: "Last updated 4 November 2019"."""
_DAY = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d(?!\d)")
_PIECES = re.compile(r"\s+[>|»›·•]\s+|\s+/\s+|\s*\|\s*|[ \t\u00a0]{2,}|\]\s*\[")
_SIGNS = re.compile(r"[>|»›·]| / |\]\s*\[|[ \t\u00a0]{2,}")


def ends_sentence(words: str) -> bool:
    """Whether the words end as a sentence does."""
    return words.rstrip().endswith(_SENTENCE_END)


def is_heading(words: str) -> bool:
    """Whether the words could be a heading: short, one line, no final stop, not a date or the author's name."""
    if len(words) > _LONGEST_HEADING or "\n" in words or words.endswith(_NO_HEADING_END):
        return False
    first = words[:1]
    if first.islower() or not (first.isalnum() or first in "\"“”«»'(¿¡#§"):
        return False
    if _DATE_LINE.fullmatch(words) or _DAY.search(words) or (first == "(" and words.endswith(")")):
        return False
    letters = _WORD.findall(words)
    if not letters or len(words.split()) > _MOST_HEADING_WORDS:
        return False
    # A date line: more numbers than words that could name something.
    if len(letters) <= 2 and len(_DIGITS.findall(words)) >= 3:
        return False
    return not is_byline(words) and not leads_elsewhere(words) and not is_caption(words)


def is_byline(words: str) -> bool:
    """Whether a line names its author: "By Ann Example"; each word behind the cue is a name."""
    if len(words) > 90:
        return False
    for cue in cues().bylines:
        if words.startswith(cue):
            names = words[len(cue) :].split()
            return bool(names) and names[0][:1].isupper() and len(names) <= 8
    return False


def is_caption(words: str) -> bool:
    """Whether a block is the caption of a picture, by a credit such as "Photo:" in it."""
    return len(words) <= _LONGEST_CAPTION and any(cue in words for cue in cues().captions)


def leads_elsewhere(words: str) -> bool:
    """Whether a line speaks of the site, by its first words: "Read also", "Share this"."""
    if len(words) > 140:
        return False
    return words.startswith(cues().navigation) or (
        words[:4].isupper() and words.capitalize().startswith(cues().navigation)
    )


def is_trail(words: str, least: int = 2) -> bool:
    """Whether a line is a breadcrumb trail or a row of menu words: ``least`` or more short pieces between signs."""
    if len(words) > 200 or _SIGNS.search(words) is None or ends_sentence(words):
        return False
    pieces = [piece for piece in _PIECES.split(words) if piece.strip()]
    return len(pieces) >= least and all(len(piece) <= 45 and len(piece.split()) <= 6 for piece in pieces)


def label_end(line: str) -> int | None:
    """Where the label of a line "Label: value" ends, the colon included; None if the line is none.

    The value is short and no sentence of its own: "Mali: the soldiers have left the camp." is a paragraph.
    """
    colon = line.find(":")
    if not 0 < colon <= _LONGEST_LABEL:
        return None
    match = _LABEL.match(line)
    if match is None:
        return None
    label, value = match.groups()
    if not (label[0].isupper() or label[0].isdigit()) or len(label.split()) > _MOST_LABEL_WORDS or "." in label[:-1]:
        return None
    if len(value) > _LONGEST_VALUE or (ends_sentence(value) and len(value.split()) > 3):
        return None
    return None if leads_elsewhere(line) or is_caption(line) else match.end(1) + 1


def is_short_label(line: str) -> bool:
    """Whether a line could be the label of an info box by itself: one to four words without a stop."""
    return (
        len(line) <= 35
        and line[:1].isupper()
        and len(line.split()) <= 4
        and not line.endswith((".", ",", ";", "!", "?"))
    )
