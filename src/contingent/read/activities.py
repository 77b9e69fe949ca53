"""Activities: what was done on a day, in a spell, or so many times.

A clause in the past with a count or a day is an activity, one for each thing that it counts; so is a line of
results in a bulletin ("12 escorts, 41 vessels hailed"). What has no time of its own happened in the days that
the bulletin reports on.
"""

from __future__ import annotations

from contingent.period import parse_bound
from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.counts import count_of, is_result, number_of, unit_of
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.names_of_elements import clean_name
from contingent.read.proposals import When, quantity_of
from contingent.read.sentence_reading import Reading
from contingent.read.time_expressions import Time
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_MOST_COUNTED = 4
_SHORT = 12
"""Letters of a verb and its object that say too little by themselves."""
_MOST_WORDS_BEHIND = 4
_LONGEST_LABEL = 8
_MOST_DAYS = 100
"""A time that takes in more days than this dates a state of things rather than a deed."""


def is_activity(reading: Reading, clause: Clause, mood: Mood) -> bool:
    """Whether a clause about a deed tells of something done, rather than of a standing task."""
    if mood.tense not in ("past", "perfect") or clause.group.progressive:
        return False
    if counted_objects(reading, clause) or is_dated(mood) or clause.group.lemma in reading.words.sets["tasks.once"]:
        return True
    if any(time.spell is not None and time.spell.side == "past" for time in clause.times):
        return True  # "over the past seven days"
    strong = clause.group.lemma in reading.words.sets["tasks.verbs"]
    return strong and reading.discourse.spell is not None and not mood.times.starts


def is_dated(mood: Mood) -> bool:
    """Whether a clause names the days of what it tells."""
    if mood.times.on is None:
        return False
    first, last = parse_bound(mood.times.on)
    return (last - first).days < _MOST_DAYS


def counted_objects(reading: Reading, clause: Clause) -> list[Unit]:
    """The things that a clause counts: objects with a number, or what they go to ("gave rice to 100 families")."""
    sets = reading.words.sets
    free: list[Unit] = []
    reached: list[Unit] = []
    for _, unit in clause.arguments:
        number = number_of(unit)
        if number is None or unit.sort == units.COUNTRIES or number.designation or number.measure == "money":
            continue
        at = reading.at(unit)
        behind = reading.row[at + 1 : at + 3]
        while at > 1 and reading.is_in("definite", reading.row[at - 1]):
            at -= 1  # "on two of | the six days"
        before = reading.row[at - 1]
        of_them = len(behind) > 1 and reading.is_in("of", behind[0]) and reading.is_in("pronouns_things", behind[1])
        if of_them and before.text == ",":
            continue  # "16 hostages, nine of them children"
        governed = before.sort == units.WORD and before.low in sets["prepositions"]
        if number.measure == "time" and before.low in sets["spanning"]:
            continue  # "arrested nine men in one week"
        if not governed and reached and reading.is_in("conjunctions_and", before):
            reached.append(unit)
        elif not governed or before.low in sets["particles"] or number.measure == "time" or _is_total(reading, at):
            free.append(unit)
        elif before.low in sets["reaching"] and _is_reached(reading, unit):
            reached.append(unit)
    return free or reached


def _is_total(reading: Reading, at: int) -> bool:
    """Whether a number only gives a total: "a total of | 500 patrols"."""
    return at > 1 and reading.is_in("of", reading.row[at - 1]) and reading.is_in("partitives", reading.row[at - 2])


def _is_reached(reading: Reading, unit: Unit) -> bool:
    noun = count_of(reading, unit)[1]
    return is_result(reading.words, noun) or unit_of(reading.words, noun) is not None


def spell_of(reading: Reading, clause: Clause | None, mood: Mood) -> When:
    """The days of an activity: its own, else those that the bulletin reports on, unless it is a running total."""
    times = mood.times
    spell = reading.discourse.spell
    if times.starts or times.ends or times.on:
        start, end = Time(times.starts, times.ends, times.on).spell
        late = spell is not None and spell.ends is not None and start is not None and start > spell.ends
        return spell if spell is not None and late else When(start, end)  # "the latest week" of a bulletin is its week
    last = clause.end if clause is not None else reading.sentence.end
    running = any(reading.is_in("running_totals", u) for u in reading.row if u.end <= last)
    return spell if spell is not None and not running else When()


def read_activity(reading: Reading, clause: Clause, mood: Mood, owner: Entity, phrase: str, rule: str) -> None:
    """One activity for each counted object, or one for the clause with the words ``phrase``."""
    counted = counted_objects(reading, clause)
    spell = spell_of(reading, clause, mood)
    if not counted:
        reading.propose("activity", owner, phrase, clause.start, clause.end, rule, spell, modality="past")
        return
    verb = reading.row[clause.group.main].text
    behind = reading.row[clause.group.main + 1 : clause.group.main + 2]
    if behind and reading.is_in("particles", behind[0]):
        verb = f"{verb} {behind[0].text}"  # "carried | out"
    if clause.frame is not None and clause.frame.sort == "task":
        verb = " ".join((verb, *clause.frame.words))  # "was in the air for 85 hours"
    first = reading.row[reading.at(counted[0]) - 1]
    if reading.is_in("reaching", first) and first.start > reading.row[clause.group.main].start:
        verb = reading.text[reading.row[clause.group.main].start : first.end]  # "gave rice to" 100 families
    for unit in counted[:_MOST_COUNTED]:
        quantity, noun, end = count_of(reading, unit)
        stop = max(end, unit.end)
        noun = _noun_before(reading, unit) or noun if not noun or noun.lower() in reading.words.sets["others"] else noun
        what = clean_name(f"{verb} {noun}") if noun else phrase
        if noun and len(what) < _SHORT:
            what = clean_name(f"{what} {_what_follows(reading, stop)}")
        reading.propose("activity", owner, what, clause.start, stop, rule, spell, modality="past", quantity=quantity)


def _noun_before(reading: Reading, unit: Unit) -> str:
    """What was counted before a bare number: "neutralised five terrorists, arrested | 14"."""
    at = reading.at(unit)
    if at and reading.is_in("among", reading.row[at - 1]):
        return ""  # "of them 12 outside the zone": no other deed
    for other in reversed([u for u in reading.row if u.end <= unit.start]):
        number = number_of(other)
        if number is not None and number.measure is None and not number.designation:
            noun = count_of(reading, other)[1]
            if noun and noun.lower() not in reading.words.sets["others"]:
                return noun
    return ""


def _what_follows(reading: Reading, stop: int) -> str:
    """A few words behind a short object, which say what it was about: "met women | to talk about"."""
    words = []
    for unit in (u for u in reading.row if u.start >= stop):
        if unit.sort in (units.SIGN, units.TIME, units.NUMBER) or reading.is_in("conjunctions_and", unit):
            break
        words.append(unit.text)
    return " ".join(words[:_MOST_WORDS_BEHIND])


def read_done(reading: Reading, clause: Clause, mood: Mood, rule: str) -> None:
    """ "Two gun trucks were captured": what was done, by the agent or by whoever the passage is about."""
    row = reading.row
    stands = reading.words.grammar["verb_second"] and reading.is_in("be.present", row[clause.group.first])
    if mood.tense not in ("past", "perfect") and not stands:  # "der er gennemført 34 flyvninger"
        return
    by = reading.words.sets["by"]
    named = [u for p, u in clause.arguments if p in by and number_of(u) is None and row[reading.at(u) - 1].low != ","]
    agents = [reading.entity(u) for u in named]
    agent = next((e for e in agents if e is not None and e.is_part()), None)
    dated = is_dated(mood) or reading.discourse.spell is not None
    owner = agent or spoken_of(reading)
    if owner is None or not (dated or mood.times.starts or mood.times.on):
        return
    floor = max((c.end for c in reading.clauses if c.end <= clause.verb_start), default=0)
    stretch = [u for u in row[: clause.group.first] if u.start >= floor]
    if any(u.low in reading.words.sets["negations"] for u in stretch):
        return
    verb = row[clause.group.main].text
    if clause.group.main + 1 < len(row) and reading.is_in("particles", row[clause.group.main + 1]):
        verb = f"{verb} {row[clause.group.main + 1].text}"  # "carried out"
    counted = _counted(stretch)[:1] or counted_objects(reading, clause)[:_MOST_COUNTED]
    counted = [u for u in counted if getattr(number_of(u), "measure", None) in (None, "weight", "volume")]
    if not dated and not mood.times.starts:
        counted = [u for u in counted if is_result(reading.words, count_of(reading, u)[1])]  # "last year"
    for unit in counted:
        _propose_count(reading, clause, mood, owner, unit, verb, rule)
    stretch = [u for u in stretch if u.sort != units.TIME]
    if not counted and agent is not None and dated and any(u.sort not in (units.WORD, units.SIGN) for u in stretch):
        what = clean_name(f"{verb} {reading.text[stretch[0].start : stretch[-1].end]}")
        spell = spell_of(reading, clause, mood)
        reading.propose("activity", agent, what, stretch[0].start, clause.end, rule, spell, modality="past")


def read_outcome(reading: Reading, clause: Clause, mood: Mood, owner: Entity | None, rule: str) -> bool:
    """ "In July it came to 22 sorties", "the brigade reports 12 surrenders": whether a clause counts results."""
    owner = owner or spoken_of(reading)
    if owner is None or not owner.is_part():
        return False
    found = False
    for _, unit in clause.arguments[:_MOST_COUNTED]:
        if _counted([unit]) and is_result(reading.words, count_of(reading, unit)[1]):
            _propose_count(reading, clause, mood, owner, unit, "", rule)
            found = True
    return found


def spoken_of(reading: Reading) -> Entity | None:
    """Whoever a passage is about, where a sentence names nobody."""
    discourse = reading.discourse
    owner = discourse.focus or discourse.last_subject or discourse.ours or discourse.operation
    last = discourse.last_subject
    if owner is not None and last is not None and owner.sort is Sort.OPERATION and last.operation is owner:
        owner = last  # in a section on an operation, whoever in it was spoken of last
    return owner if owner is not None and owner.is_part() else None


def _counted(stretch: list[Unit]) -> list[Unit]:
    found = []
    for unit in stretch:
        number = number_of(unit)
        if number is not None and not number.designation:
            found.append(unit)
    return found


def _propose_count(
    reading: Reading, clause: Clause, mood: Mood, owner: Entity, unit: Unit, verb: str, rule: str
) -> None:
    """One counted thing with the verb that was done to it."""
    quantity, noun, end = count_of(reading, unit)
    if not noun or quantity is None:
        return
    begin = min(unit.start, clause.verb_start)
    stop = max(end, unit.end, reading.row[clause.group.last - 1].end)
    spell = spell_of(reading, clause, mood)
    what = clean_name(f"{noun} {verb}")
    reading.propose("activity", owner, what, begin, stop, rule, spell, modality="past", quantity=quantity)


def is_results_line(reading: Reading) -> bool:
    """Whether a sentence only gives results behind a colon: "Week 30: 12 escorts, …", "Scrambles this month: six".

    In a bulletin a line that begins with a count of results is one, too.
    """
    row = reading.row
    counts = not reading.clauses and bool(row) and number_of(row[0]) is not None and reading.discourse.spell is not None
    if counts and is_result(reading.words, count_of(reading, row[0])[1]):
        return True
    colon = next((k for k, unit in enumerate(row) if unit.text == ":"), None)
    if colon is None or colon + 1 >= len(row) or number_of(row[colon + 1]) is None:
        return False
    if any(unit.sort == units.OPERATION or (unit.sort == units.UNIT and unit.detail.named) for unit in row[:colon]):
        return False  # "Air Task Force Iraq: three Griffon helicopters" tells what a unit has
    label = " ".join(unit.text for unit in row[:colon] if unit.sort != units.TIME)
    return is_result(reading.words, label or count_of(reading, row[colon + 1])[1])


def read_results(reading: Reading) -> None:
    """A line of results without a verb: "12 escorts, 41 vessels hailed", "Flights: 230"."""
    owner = reading.owner or spoken_of(reading)
    if owner is None or not owner.is_part():
        return
    spell = spell_of(reading, None, reading.mood(None))
    for number, unit in enumerate(reading.row):
        counted = number_of(unit)
        if counted is None or counted.designation or reading.is_in("indefinite", unit):
            continue
        quantity, noun, end = count_of(reading, unit)
        begin = unit.start
        behind = reading.row[number + 1] if number + 1 < len(reading.row) else None
        done = behind is not None and any(
            form.tense in ("participle", "past") for form in reading.words.verbs.get(behind.low, ())
        )
        if unit.sort != units.NUMBER and behind is not None and done:
            noun, end = f"{noun} {behind.text}", behind.end  # "41 vessels | hailed"
        labelled = number > 1 and reading.row[number - 1].text == ":" and not noun
        if labelled:
            before = [u for u in reading.row[: number - 1] if u.sort != units.TIME]
            begin = reading.row[0].start
            noun = " ".join(u.text for u in before)
            quantity = quantity_of(counted, counted.unit or unit_of(reading.words, noun))
        if quantity is None or not noun or len(noun.split()) > _LONGEST_LABEL or not is_result(reading.words, noun):
            continue
        rule = "a line of results"
        reading.propose(
            "activity", owner, clean_name(noun), begin, end, rule, spell, modality="past", quantity=quantity
        )


def is_deed_verb(words: Vocabulary, clause: Clause) -> bool:
    """Whether the verb of a clause names what forces do."""
    return clause.group.lemma in words.sets["tasks.verbs"] | words.sets["tasks.light"]
