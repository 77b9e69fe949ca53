"""Acts that permit an operation, by their names: resolutions, decisions, bills, agreements, and their days."""

from __future__ import annotations

import functools
import re

from contingent.read import units
from contingent.read.authority import Authority
from contingent.read.named_actors import is_state
from contingent.read.proposals import When, when
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

_DATE_REACH = 25
"""How many characters behind the name of an act its day may begin: "B 25 | af 18. december", "2304, adopted on …"."""
_YEAR = re.compile(r"\((\d{4})\)|\b((?:19|20)\d\d)/\d|/((?:19|20)\d\d)\b")


def find_acts(reading: Reading) -> list[Authority]:
    """The resolutions, decisions, agreements and acts of parliament that a sentence names."""
    sets = reading.words.sets
    found: list[Authority] = []
    first, last = reading.sentence.start, reading.sentence.end
    for names, pattern, national in (
        (sets["national_acts"], _bill, True),
        (sets["bills"], _bill, True),
        (sets["resolutions"], _resolution, False),
        (sets["acts"], _decision, False),
        (sets["agreements"], _agreement, False),
    ):
        if not any(map(reading.low.__contains__, _lowered(names))):
            continue  # the patterns take far longer than this look
        for match in pattern(names).finditer(reading.text, first, last):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            state = _state_of(reading) if national or match.groupdict().get("letter") else None
            found.append(Authority(" ".join(match.group().split()), match.start(), match.end(), state))
    return found


@functools.cache
def _lowered(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(name.lower() for name in names)


def _state_of(reading: Reading) -> str | None:
    """The state whose parliament a sentence names, else the one that the page speaks for."""
    organs = [u for u in reading.row if is_organ(u) and is_state(u.value)]
    of_language = next(iter(reading.words.sets["bills_of"]), None)
    return str(organs[0].value) if organs else reading.discourse.home or of_language


def is_organ(unit: Unit) -> bool:
    """Whether a unit is an authority that can decide: a parliament, a government, a council."""
    return unit.sort == units.ACTOR and unit.detail == "authority"


def is_agreement(reading: Reading, act: Authority) -> bool:
    """Whether an act is an agreement, by the last word of its name."""
    return act.name.split()[-1].lower() in reading.words.sets["agreements"]


def day_behind(reading: Reading, act: Authority) -> When:
    """The day of an act that stands right behind its name."""
    published = reading.discourse.annotated.published
    near = [u for u in reading.row if u.sort == units.TIME and 0 <= u.start - act.end <= _DATE_REACH]
    if not near:
        return When()
    between = [u for u in reading.row if act.end <= u.start < near[0].start]
    sets = reading.words.sets
    plain = all(u.text in ",(" or u.low in sets["of"] | sets["adopting"] | sets["prepositions"] for u in between)
    times = when([near[0].value], published, False)
    return times if plain and not times.ends else When()


def year_of(act: Authority) -> str | None:
    """The year in the name of an act: "resolution 1244 (1999)", "Council Decision (CFSP) 2020/472"."""
    year = _YEAR.search(act.name)
    return next(group for group in year.groups() if group) if year else None


def _any_of(words: frozenset[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def _resolution(words: frozenset[str]) -> re.Pattern[str]:
    """A resolution by its number, with the names before it: "UN Security Council resolution 1701 (2006)"."""
    return re.compile(
        rf"(?:[A-ZÅÆØ][\w'’]*\s+){{0,4}}?(?i:{_any_of(words)})\s+(?P<letter>\w{{1,3}}\s)?\d+(?:\s*\(\d{{4}}\))?"
        r"|S/RES/\d+(?:\s*\(\d{4}\))?"
    )


@functools.cache
def _decision(words: frozenset[str]) -> re.Pattern[str]:
    """An act of an organisation with the year in its number: "Council Decision (CFSP) 2020/472"."""
    number = r"(?:\([A-Z]{2,6}\)\s+)?(?:(?:No|nr)\.?\s+)?\d{1,4}/\d+(?:/[A-Z]{2,6})*"
    return re.compile(rf"\b(?:{_any_of(words)})\s+{number}")


@functools.cache
def _agreement(words: frozenset[str]) -> re.Pattern[str]:
    """An agreement by its name: "the Military Technical Agreement"."""
    return re.compile(rf"\b(?:[A-ZÅÆØ][\w-]+\s+){{1,4}}(?i:{_any_of(words)})\b")


@functools.cache
def _bill(words: frozenset[str]) -> re.Pattern[str]:
    """An act of a state's parliament by its name or by the letter before its number: "B 25", "forslag B 119"."""
    return re.compile(
        rf"\b(?:{_any_of(words)})\s+(?:[A-ZÅÆØ]\s)?\d+\b", 0 if max(map(len, words)) == 1 else re.IGNORECASE
    )
