"""What a clause presupposes of its subject: how what is said of it in passing is meant.

The law of this module: "the team in Gao flew 30 sorties" tells of sorties that are over and of a team that is there;
the verb decides how far its own time holds for whom it speaks of.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.mood import Mood
from contingent.read.proposals import When
from contingent.read.sentence_reading import Reading
from contingent.read.walk import ELEMENTS

_RELIEVED = (*ELEMENTS, units.ASSET, units.ACTOR)
"""What somebody relieves: a frigate, a company, "the German Hessen"."""


def presupposed_mood(reading: Reading, clause: Clause, mood: Mood, sort: str) -> Mood:
    """What is said of a subject in passing ("the team in Gao flew 30 sorties") holds without the clause's day.

    What acted lately is still there; what acted long ago was there then.
    """
    acts = sort == "area" and mood.modality == "past" and mood.times.on and reading.is_recent(mood.times.on)
    if sort in ("base", "area", "part", "contribute", "participate", "consist", "arrive") and not acts:
        return mood  # but "this week the frigate has patrolled south of Nigeria": it is there still
    if sort == "return":
        gone = mood.tense in ("past", "perfect")
        return Mood("past" if gone else "actual", When(None, mood.times.on or mood.times.ends or mood.times.starts))
    if sort == "take over" and any(not p and u.sort in _RELIEVED for p, u in clause.arguments):
        day = mood.times.on or mood.times.starts
        return Mood("planned" if mood.modality == "planned" else "actual", When(day))
    if sort == "mandate":
        return Mood()  # "the Danish contribution was extended": it goes on
    long_since = clause.frame is not None or not reading.is_recent(mood.times.starts)  # not "has since last week run"
    if mood.tense == "perfect" and mood.times.starts and mood.modality == "actual" and long_since:
        return Mood("actual", When(mood.times.starts))  # "Three officers have since May run the camp"
    acted = mood.times.on or mood.times.ends or mood.times.starts
    told = acted is None and mood.tense == "past" and reading.discourse.spell is None  # of times gone by
    if mood.modality == "past" and (sort == "close" or told or not reading.is_recent(acted)):
        return Mood("past")
    if mood.modality == "planned":
        return Mood("planned", When(mood.times.starts))  # "shall from May back up the mission": it comes then
    return Mood("actual")
