"""Lists: what a heading or a sentence that introduces a list says of its items."""

from __future__ import annotations

from dataclasses import dataclass, replace

from contingent.read import units
from contingent.read.activities import is_deed_verb
from contingent.read.clause import Clause
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity
from contingent.read.named_actors import is_state
from contingent.read.names_of_elements import clean_name
from contingent.read.proposals import UNDATED, When, when
from contingent.read.sentence_reading import Reading
from contingent.read.units import Sentence, Unit
from contingent.read.vocabulary import Vocabulary

_LISTING = frozenset(("consist", "contribute", "participate", "part"))
_GIVING = frozenset(("contribute", "participate"))
_DUTY_REACH = 8


@dataclass
class LeadIn:
    """What a list's lead-in says of its items."""

    owner: Entity | None
    times: When = UNDATED
    modality: str | None = None
    current: bool = False
    """The day that it names is the one to which the figures below are current."""
    duties: bool = False
    """The items are tasks of the owner."""
    listing: bool = False
    """The items are what the owner has."""
    nations: bool = False
    """The items are the states that take part."""


def heading_lead_in(discourse: Discourse, sentence: Sentence) -> LeadIn:
    """A heading right above a list: what it lists belongs to the section's subject."""
    words = discourse.annotated.words
    duties = any(u.low in words.sets["duties"] for u in sentence.units)
    times = when([u.value for u in sentence.units if u.sort == units.TIME], discourse.annotated.published, False)
    owner = discourse.focus or discourse.ours or discourse.operation
    modality = "authorised" if any(u.low in words.sets["ceilings"] for u in sentence.units) else None
    if modality is None and any(u.low in words.labels["notes"]["former"] for u in sentence.units):
        modality = "past"
    nations = _announces_nations(words, sentence.units)
    return LeadIn(owner, times, modality, modality != "past", duties, not duties, nations)


def sentence_lead_in(reading: Reading, above: LeadIn | None) -> LeadIn:
    """What a sentence would say of a list that it introduces; ``above`` is what its heading would say."""
    discourse = reading.discourse
    clause = next((c for c in reading.clauses if c.frame is not None and c.frame.sort in _LISTING), None)
    clause = clause or (reading.clauses[-1] if reading.clauses else None)
    duties = any(u.low in reading.words.sets["duties"] for u in reading.row[-_DUTY_REACH:])
    if clause is None:
        times = when([u.value for u in reading.row if u.sort == units.TIME], discourse.annotated.published, False)
        spoken_of = discourse.last_subject
        if discourse.focus is None and spoken_of is not None and reading.listed:
            spoken_of = None  # the part that an item before named does not have what the next list names
        owner = _named_in(reading) or discourse.focus or spoken_of
        modality = above.modality if above is not None else None
        former = reading.words.labels["notes"]["former"]
        if any(word in former for unit in reading.row for word in unit.low.split()):
            modality = "past"
        if above is not None and times == UNDATED:
            times = above.times
        nations = _announces_nations(reading.words, reading.row)
        return LeadIn(owner, times, modality, modality != "past", duties, not duties, nations)
    mood = reading.mood(clause)
    sort = clause.frame.sort if clause.frame is not None else "task"
    owner = reading.subject_of(clause) or discourse.focus or discourse.last_subject
    if owner is not None and _names_the_same(reading, clause):
        owner = owner.whole or owner
    last = reading.clauses[-1]
    duties = duties or (last.frame is not None and last.frame.sort == "aim") or _ends_open(reading)
    modality = mood.modality if mood.modality in ("planned", "authorised") else None
    if sort == "mandate":
        modality = "authorised"  # "parliament has agreed to the following contributions:"
    listing = sort in _LISTING or sort in ("say", "mandate")
    if listing and duties and _is_about_duties(reading, clause):
        listing = False  # "the tasks are:" lists tasks and not parts
    nations = _announces_nations(reading.words, reading.row[clause.group.first :])
    introduces = sort in _GIVING or reading.row[-1].text == ":"  # else its days are those of what it tells itself
    times = mood.times if introduces else UNDATED
    return LeadIn(owner, times, modality, False, duties and not listing, listing, nations)


def _named_in(reading: Reading) -> Entity | None:
    """The only contribution or named part that a lead-in without a verb speaks of."""
    named = [u for u in reading.row if u.sort == units.CONTRIBUTION or (u.sort == units.UNIT and u.detail.named)]
    if len(named) != 1 or not all(map(is_state, named[0].detail.nations)):
        return None
    return reading.entity(named[0])


def _announces_nations(words: Vocabulary, row: list[Unit]) -> bool:
    """Whether a lead-in says that its items are states: "Troop contributors:", "with soldiers from these nations:"."""
    contributors = words.labels["contributors"]
    said = " ".join(unit.low for unit in row if unit.sort != units.SIGN)
    return said in contributors or any(unit.sort == units.COUNTRIES for unit in row)


def _names_the_same(reading: Reading, clause: Clause) -> bool:
    """Whether the items are what the subject is, or stand beside it: "At the moment they are:", "It is joined by:"."""
    same = clause.group.lemma in reading.words.sets["be.infinitive"] and clause.frame is not None
    beside = clause.group.passive and clause.frame is not None and clause.frame.sort == "participate"
    return beside or (same and clause.frame is not None and not clause.frame.words)


def _is_about_duties(reading: Reading, clause: Clause) -> bool:
    at = clause.group.first - 1
    return at >= 0 and reading.row[at].low in reading.words.sets["duties"]


def _ends_open(reading: Reading) -> bool:
    """Whether the sentence ends with its modal or its "to", so that the items go on with the verb."""
    tail = [u for u in reading.row[-3:] if u.sort == units.WORD]
    return bool(tail) and any(
        reading.is_in(name, tail[-1])
        for name in ("modals.future", "modals.permission", "modals.obligation", "infinitive")
    )


def as_item(reading: Reading, lead_in: LeadIn | None, first: bool) -> None:
    """Give a sentence what its lead-in says; ``first`` tells whether it is the first of its item."""
    if lead_in is None:
        reading.listed = first
        reading.owner = reading.discourse.focus or reading.discourse.ours or reading.discourse.operation
        return
    reading.owner = (_in_its_operation(reading, lead_in) if first else None) or lead_in.owner
    reading.times = lead_in.times if first else When()
    reading.modality = lead_in.modality or reading.modality
    reading.current = first and lead_in.current
    reading.listed = first and lead_in.listing


def _in_its_operation(reading: Reading, lead_in: LeadIn) -> Entity | None:
    """What the state of a list has in the operation that an item begins with: "- KFOR: up to 5 soldiers"."""
    row, discourse = reading.row, reading.discourse
    colon = next((number for number, unit in enumerate(row) if unit.text == ":"), 0)
    opens = colon > 0 and row[0].sort == units.OPERATION and not reading.clauses and lead_in.listing
    nation = (lead_in.owner.nation if lead_in.owner is not None else None) or discourse.provider
    if not opens or nation is None or lead_in.nations:
        return None
    discourse.operation = discourse.resolve(row[0])
    if discourse.hosts(discourse.operation, nation):
        return None
    reading.opening = colon + 1
    return discourse.a_contribution(nation, discourse.operation)


def read_duty_item(reading: Reading, lead_in: LeadIn | None, first: bool) -> bool:
    """An item that is a task: it starts with a verb, or its lead-in announces tasks."""
    if lead_in is None or not first:
        return False
    clause = reading.clauses[0] if reading.clauses else None
    verb = clause is not None and clause.group.first == 0 and clause.group.tense in ("present", "gerund", "infinitive")
    stating = clause is not None and clause.frame is not None and clause.frame.sort != "say"
    verb = verb and clause is not None and (stating or is_deed_verb(reading.words, clause))
    if not (verb or lead_in.duties):
        return False
    owner = lead_in.owner or reading.discourse.focus or reading.discourse.last_subject or reading.discourse.operation
    if owner is None or not owner.is_part():
        return False
    start, end = reading.sentence.start, reading.sentence.end
    words = clean_name(reading.text[start:end].strip(" .;,\n"))
    for joiner in reading.words.sets["conjunctions_and"]:
        words = words.removesuffix(f" {joiner}").removesuffix(";").removesuffix(",")
    if len(words.split()) < 2 and not lead_in.duties:
        return False
    modality = lead_in.modality if lead_in.modality in ("planned", "authorised") else "actual"
    reading.propose(
        "task",
        owner,
        words,
        start,
        end,
        "an item that is a task",
        replace(lead_in.times, ends=None, on=None),
        modality=modality,
    )
    return True
