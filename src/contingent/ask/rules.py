"""The rules of an answer by name, each in a sentence: what ``why`` gives as its reasons and the guide explains.

The law of this module: what decides anything in an answer stands here under one name, and the guide to answers
(``docs/answers.md``) has the same names with the same sentences.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule of an answer: its name, the part of an answer that it is about, and what it says."""

    name: str
    about: str
    sentence: str


_WORDS = {
    "stated": "The day lies in the certain part of a period that a document reports, as going on or as past.",
    "undated": "A statement without dates is certain on its day of publication, or on the day that it names itself.",
    "possible": "The day lies only between the outer and the certain days of a period, or in one without certain days.",
    "presumed": "The day lies between two statements or after the last, and nothing says that it ended.",
    "not-yet": "The day lies before a known start, and nothing shows that it was so earlier.",
    "ended": "The day lies after a known end.",
    "past-undated": "What is over, no day said, was possible before its publication and has ended by that day.",
    "unknown": "No statement speaks of the day.",
    "no-day": "Where the day of publication is unknown, nothing is certain that the text does not date.",
    "strongest-word": "Where statements differ, the strongest word counts, and what it beats stays visible.",
}
_PERIODS = {
    "age": "The age of evidence runs from its nearest certain day, not from its publication.",
    "gap": "With a gap set, nothing is presumed of a day that lies farther than that from the nearest evidence.",
    "announced-end": "An end that lay ahead on the day of publication is announced, not confirmed; a later statement "
    "that the thing still is so wins over it.",
    "newer-end": "What a version of a page says of days after its publication gives way to the end that a newer "
    "version gives.",
    "return": "A start after an end is a return: the time between stays ended.",
    "seen-before": "A start after a day on which the thing was seen is a return, and denies no earlier day.",
    "done-by-publication": "What is reported as done ended no later than on the day of publication.",
    "presence": "What is said of a part shows that the part, and all that it belongs to, was there.",
    "whole": "What belongs to a thing that has ended, or has not begun, is not claimed for the day.",
    "plan": "A plan covers the whole of its possible period and is known from its publication on.",
    "plan-unconfirmed": "A plan whose time is over, with nothing that shows it came true, stays planned and is marked.",
    "newer-plan": "A newer plan by the same publisher replaces the older one.",
    "plan-and-permission": "Plan and permission together are planned, and both are shown.",
    "permission": "A permission covers its period; after that the answer is ended.",
    "succession": "In a post that one person holds at a time, the first day of a successor ends the predecessor.",
    "succession-gap": "Between the last word of a predecessor and the first of a successor, the one is presumed and "
    "the other possible.",
    "hand-over-day": "On the day of a hand-over both hold the post.",
    "taking-over": "The day on which somebody took a post over goes before that of an appointment as its start.",
    "acting": "Acting and deputy heads hold posts of their own.",
    "late-predecessor": "A statement of the old name after the successor's first ends nobody: both stand.",
    "taken-on": "A unit without a place of its own is shown where its subordinates are while they answer to it; that "
    "is evidence of nothing else.",
    "decision": "A decision is a mandate and a beginning is an existence: the one does not show the other.",
    "disjoint-bounds": "Bounds for one start or end that do not overlap are a conflict, and neither is dropped.",
}
_VALUES = {
    "latest-count": "The value on a day is the count said for the latest day at or before it, with its age.",
    "count-foretold": "A count speaks for no day after the publication of its document.",
    "next-figure": "Between two figures the earlier one is the value, and the next stands beside it with its day.",
    "bound": "A bound such as “up to 140” stands in only while there is no count that agrees with it.",
    "narrowing": "Ranges that overlap are compatible and narrow each other.",
    "approximate": "An approximate figure is compatible with every figure within a tenth of it.",
    "same-month": "Figures of one scope that exclude each other are a conflict within one calendar month, and both are "
    "shown; otherwise they are a change.",
    "same-page": "Versions of one page do not exclude each other: the newer figure is a change.",
    "units": "Soldiers, troops, personnel and people are one unit; civilians are another.",
    "ceiling": "A ceiling binds within its outer days and for its own subject only, and is never a count.",
    "counted-once": "A total counts each contribution once: the whole if it is known, else its parts as “at least”.",
    "presumed-counts": "Presumed values count in a total, which is marked as presumed.",
    "plans-aside": "Plans and permissions stand beside a total and do not count in it.",
    "bounds-add": "Bounds add up as bounds.",
    "unknown-part": "A contribution without a figure makes the sum “at least”.",
    "both-totals": "An operation's own figure and the sum of its contributions are both shown.",
    "activities": "Activities with nested or overlapping spells are never summed.",
}
_DOCUMENTS = {
    "newer-version": "A newer version of a page does not contradict the older: each is evidence for its own day.",
    "dropped": "What the newer version of a page dropped is presumed, marked with the day of the newer version.",
    "captured": "A version of a page that has no day of its own has the day of its capture, and says so.",
    "known": "A day of knowledge takes in what was published on that day.",
}
_IDENTITY = {
    "spellings": "Spelling variants of one person in one post are one person, and the variants are listed.",
    "nationality": "The nationality of a commander does not make a state the lead.",
    "one-asset": "An asset stated for a contribution and for its element is one when type and number agree.",
    "planned-asset": "A planned asset is the one of its type and number that another element of the contribution has "
    "in the time of the plan.",
}

RULES: dict[str, Rule] = {
    name: Rule(name, about, sentence)
    for about, rules in (
        ("words", _WORDS),
        ("periods", _PERIODS),
        ("values", _VALUES),
        ("documents", _DOCUMENTS),
        ("identity", _IDENTITY),
    )
    for name, sentence in rules.items()
}
"""All rules, in the order in which the guide has them."""
