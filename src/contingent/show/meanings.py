"""What the words of an answer mean."""

from __future__ import annotations

from contingent.ask import Word

MEANINGS = {
    Word.STATED: "a document speaks of this day and says so",
    Word.ENDED: "it was over before this day",
    Word.NOT_YET: "it had not begun by this day",
    Word.POSSIBLE: "its start or end is not known to the day; this day may lie within it",
    Word.PRESUMED: "it was stated so many days from this day, and nothing says that it ended",
    Word.PLANNED: "it was announced for this day; nothing says that it came true",
    Word.AUTHORISED: "it was permitted on this day; nothing says that it was so",
    Word.UNKNOWN: "no document speaks of this day",
}
"""What each word of an answer means, for those who read one for the first time."""
