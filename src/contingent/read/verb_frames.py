"""Which row of the table of verbs a clause fits: what its verb, with the words behind it, can state."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import NOUNS, Clause
from contingent.read.units import Unit
from contingent.read.verb_table import Frame
from contingent.read.vocabulary import Vocabulary

_MOST_SKIPPED = 2
_FRAME_REACH = 8
"""How many units behind the verb are looked at for the words of a frame."""


def frame_by_object(clause: Clause, frame: Frame | None, words: Vocabulary) -> Frame | None:
    """The frame of a verb that both sends and goes ("deploy"): it sends where an object follows, else it goes."""
    if frame is None or frame.words or clause.group.passive:
        return frame
    others = {each.sort: each for each in words.frames_of(clause.group.lemma, "")}
    if "contribute" not in others or "arrive" not in others:
        return frame
    sends = any(preposition == "" and unit.sort in NOUNS for preposition, unit in clause.arguments[:1])
    return others["contribute" if sends else "arrive"]


def find_frame(row: list[Unit], clause: Clause, words: Vocabulary) -> Frame | None:
    """The row of the verb table that fits: the longest run of words behind the verb wins.

    A subject behind the verb is passed over: "står | Danmark | for driften".
    """
    group = clause.group
    subjects = clause.subjects if words.grammar["verb_second"] else []
    behind = [[_participle(row[group.main].low, group.lemma, words)]] if group.passive else []
    small = words.small_frames.get(group.lemma)
    printed: list[str] = []
    inside = False
    for at in range(group.last, min(len(row), group.last + _FRAME_REACH)):
        inside = (inside or row[at].text == "(") and row[at - 1].text != ")"
        if inside:
            continue  # "gik RSM (Resolute Support) i gang"
        if row[at].sort == units.SIGN and row[at].text != "-":
            break
        if row[at].sort != units.TIME and not any(row[at] is subject for subject in subjects):
            parts = row[at].low.split()
            printed += parts
            behind.append([part for part in parts if part not in words.skipped])
    if small and not group.passive:
        for frame in small:
            kept = [part for part in printed if part not in words.skipped or part in frame.words]
            if kept[: len(frame.words)] == list(frame.words):
                return frame
    following = [part for parts in behind for part in parts]
    if group.passive:
        rows = [f for lemma in words.auxiliaries for f in words.frames_of(lemma, following[0])]
        fitting = [f for f in rows if list(f.words) == following[: len(f.words)]]
        if fitting:
            return max(fitting, key=lambda f: len(f.words))
        following = following[1:]
    for frame in words.frames_of(group.lemma, following[0]) if following else ():
        if list(frame.words) == following[: len(frame.words)]:
            return frame
    if not group.passive:
        loose = next(
            (
                f
                for f in words.loose_frames.get(group.lemma, ())
                if f.words[0] in following and _loosely(f.words, behind)
            ),
            None,
        )
        if loose is not None:
            return loose
    return next(iter(words.frames_of(group.lemma, "")), None)


def _participle(form: str, lemma: str, words: Vocabulary) -> str:
    """The participle of a passive of one word that turns round who takes over: "Hold 6 | afløses | af Hold 7"."""
    takes = any(frame.sort == "take over" for frame in words.frames_of(lemma, ""))
    if not takes or not any(each.tense == "passive" for each in words.verbs.get(form, ())):
        return form
    return words.participles.get(lemma, form)


def _loosely(wanted: tuple[str, ...], behind: list[list[str]]) -> bool:
    """Whether the wanted words come in order with at most two units between: "keep the task force supplied"."""
    at, skipped = 0, 0
    for parts in behind:
        found = False
        for word in parts:
            if word == wanted[at]:
                at, found = at + 1, True
                if at == len(wanted):
                    return True
        if parts and not found:
            skipped += 1
            if skipped > _MOST_SKIPPED:
                return False
    return False
