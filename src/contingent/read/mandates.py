"""Mandates: by which resolution, decision, vote, agreement or invitation an operation or a contribution is there.

Three things state one: the name of an act ("resolution 1244 (1999)"), a body that decides or permits ("the Saeima
approved …"), and a host's wish ("at the invitation of the government"). A fourth only dates one: "the mandate runs
until 31 March". An act of the United Nations or another organisation is the operation's mandate, that of a state
the mandate of what it contributes.
"""

from __future__ import annotations

from dataclasses import replace

from contingent.read import units
from contingent.read.acts import day_behind, find_acts, is_agreement, is_organ, year_of
from contingent.read.authority import Authority
from contingent.read.clause import Clause
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity, Sort
from contingent.read.named_actors import is_state
from contingent.read.proposals import Proposal, When, when
from contingent.read.sentence_reading import Reading
from contingent.read.units import Sentence, Unit

_DECIDING = ("mandate", "found")
_NATIONAL = (units.PERSONS, units.CONTRIBUTION, units.UNIT, units.PEOPLE)
_LONGEST_INVITATION = 9
"""Units of "the invitation of the Government of the Republic of …"."""


def read_mandates(reading: Reading) -> None:
    """Put forward the mandates that a sentence states."""
    proposed = note_proposals(reading)
    for act in find_acts(reading):
        if act not in proposed:
            _read_act(reading, act)
    _read_invitations(reading)
    for clause in reading.clauses:
        if clause.group.negated:
            continue
        if clause.frame is not None and clause.frame.sort == "mandate":
            _read_decision(reading, clause)
        if clause.group.lemma in reading.words.sets["lasting"]:
            _read_term(reading, clause)


def note_proposals(reading: Reading) -> list[Authority]:
    """The acts that are only proposed; the last is what "the proposal" means: "B 33 Forslag til folketings…"."""
    if not reading.has("proposals"):
        return []
    proposed = [act for act in find_acts(reading) if _is_proposed(reading, act)]
    reading.discourse.proposed = proposed[-1] if proposed else reading.discourse.proposed
    return proposed


def _is_proposed(reading: Reading, act: Authority) -> bool:
    behind = next((u for u in reading.row if u.start >= act.end), None)
    return behind is not None and reading.is_in("proposals", behind)


def read_named_acts(discourse: Discourse, sentence: Sentence, whole: Entity) -> list[Proposal]:
    """The acts that the value of a label "Mandate" names: "resolution 2605 (2021), valid to 15 November 2022"."""
    reading = Reading(discourse, sentence, [])
    for act in find_acts(reading):
        _read_act(reading, act)
    ends = when([u.value for u in reading.row if u.sort == units.TIME], discourse.annotated.published, True).ends
    return [replace(act, subject=whole, ends=act.ends or ends, rule="a label of a mandate") for act in reading.out]


# --- acts -------------------------------------------------------------------------------------


def _read_act(reading: Reading, act: Authority) -> None:
    clause = next((c for c in reading.clauses if c.start <= act.start < c.end), None)
    subject = _bound_by(reading, act, act.state)
    if subject is None:
        return
    if is_agreement(reading, act) and not (clause is not None and _decides(clause)):
        return  # "the Peace Agreement" is spoken of for many reasons
    behind = day_behind(reading, act)
    starts, start = behind.on or behind.starts, act.start
    if not starts and clause is not None:
        mood = reading.mood(clause)
        starts = mood.times.on if mood.tense in ("past", "perfect") else None
        starts = starts or (mood.times.starts if _decides(clause) else None)
        start = min(start, clause.start) if starts else start
    starts = starts or year_of(act)
    ends, until = _end(reading, clause, all_behind=False)
    end = max(act.end, until)
    reading.propose("mandate", subject, act.name, start, end, "an act by its name", When(starts, ends))


def _decides(clause: Clause) -> bool:
    return clause.frame is not None and clause.frame.sort in _DECIDING


# --- bodies -----------------------------------------------------------------------------------


def _read_decision(reading: Reading, clause: Clause) -> None:
    """A parliament, government or council that decides or permits."""
    mood = reading.mood(clause)
    if mood.tense == "future" or _decides_the_end(reading, clause):
        return
    body = _agent(reading, clause) if clause.group.passive else _decider(reading, clause)
    adopted = _adopted(reading, clause) if body is None and reading.discourse.proposed is not None else None
    day = mood.times.on or mood.times.starts
    if adopted is not None and day:
        act = reading.discourse.proposed
        assert act is not None
        subject = _bound_by(reading, act, act.state, clause)
        start = min(adopted.start, clause.start)
        reading.propose("mandate", subject, act.name, start, clause.end, "a proposal is adopted", When(day))
        return
    if body is None or any(_overlaps(p.start, p.end, clause) for p in reading.out if p.kind == "mandate"):
        return
    subject = _bound_by(reading, body, body.state, clause)
    if subject is None or any(body.start < act.end and act.start < body.end for act in find_acts(reading)):
        return
    times = mood.times
    ends, until = _end(reading, clause, all_behind=True)
    end = max(clause.end, until)
    start = min(clause.start, body.start)
    starts = times.on or times.starts
    reading.propose("mandate", subject, body.name, start, end, "an authority decides", When(starts, ends))


def _decides_the_end(reading: Reading, clause: Clause) -> bool:
    """Whether what is decided is to end something: "decided to withdraw the team"."""
    following = reading.clauses[reading.clauses.index(clause) + 1 :]
    ended = following[0] if following and following[0].inherited else None
    return ended is not None and ended.frame is not None and ended.frame.sort in ("return", "close")


def _adopted(reading: Reading, clause: Clause) -> Unit | None:
    """The proposal spoken of, where a clause says that it was adopted: "The motion was passed on 3 May"."""
    floor = max((c.end for c in reading.clauses if c.end <= clause.verb_start), default=reading.sentence.start)
    before = (u for u in reading.row[: clause.group.main] if u.start >= floor and reading.is_in("proposals", u))
    return next(before, None) if clause.group.passive else None


def _decider(reading: Reading, clause: Clause) -> Authority | None:
    """The body that is the subject of a deciding clause."""
    for unit in reversed(clause.subjects):
        if is_organ(unit):
            state = str(unit.value) if is_state(unit.value) else None
            return Authority(" ".join(unit.text.split()), unit.start, unit.end, state)
    first = max((c.end for c in reading.clauses if c.end <= clause.verb_start), default=reading.sentence.start)
    behind = clause.group.first if not reading.words.grammar["verb_second"] else clause.group.last + 2
    stretch = [u for u in reading.row[:behind] if u.start >= first]
    return _named_body(reading, stretch)


def _agent(reading: Reading, clause: Clause) -> Authority | None:
    """The body by which something is authorised: "mandated by the Peace and Security Council"."""
    by = reading.words.sets["by"]
    for preposition, unit in clause.arguments:
        if preposition in by and unit.sort == units.ACTOR and not is_state(unit.value):
            return Authority(" ".join(unit.text.split()), unit.start, unit.end)
        if preposition in by and is_organ(unit):
            return Authority(" ".join(unit.text.split()), unit.start, unit.end, str(unit.value))
    stretch = [u for u in reading.row[clause.group.last :] if u.end <= clause.end]
    return _named_body(reading, stretch[1:]) if stretch and stretch[0].low in by else None


def _named_body(reading: Reading, stretch: list[Unit]) -> Authority | None:
    """A body that is named by a common noun: "Cabinet", "the House of Representatives", "the Summit of SADC"."""
    words = reading.words
    for number, unit in enumerate(stretch):
        if unit.sort != units.WORD or (not unit.text[0].isupper() and not words.grammar["verb_second"]):
            continue
        length = max(
            (len(p) for p in words.phrases["deciders"] if tuple(u.low for u in stretch[number : number + len(p)]) == p),
            default=int(unit.low in words.sets["deciders"]),
        )
        if not length:
            continue
        international = unit.low in words.sets["councils"]
        last = stretch[number + length - 1]
        first = number
        while first and stretch[first - 1].sort == units.WORD and stretch[first - 1].text[0].isupper():
            if stretch[first - 1].low in words.sets["definite"] | words.closed:
                break
            first -= 1
        name = " ".join(reading.text[stretch[first].start : last.end].split())
        state = None if international else _state_behind(reading)
        return Authority(name, stretch[first].start, last.end, state)
    return None


def _state_behind(reading: Reading) -> str | None:
    """Whose "Cabinet" it is: the state whose people the sentence names, the page's own, or the one last spoken of."""
    named = {str(n) for u in reading.row if u.sort in _NATIONAL for n in u.detail.nations if is_state(n)}
    if len(named) == 1:
        return named.pop()
    spoken_of = reading.discourse.last_subject
    return reading.discourse.home or (spoken_of.nation if spoken_of is not None else None)


# --- invitations ------------------------------------------------------------------------------


def _read_invitations(reading: Reading) -> None:
    """ "Following an invitation from the government": an authority that is a state's wish."""
    row = reading.row if reading.has("invitations") else []
    for number, unit in enumerate(row[:-2]):
        joined = row[number + 1]
        if not reading.is_in("invitations", unit) or not (reading.is_in("of", joined) or reading.is_in("from", joined)):
            continue
        stop = number + 2
        while stop < len(row) and stop - number < _LONGEST_INVITATION and _goes_on(row[stop]):
            stop += 1
        name = " ".join(reading.text[unit.start : row[stop - 1].end].split())
        clause = reading.clause_of(unit)
        subject = reading.discourse.operation
        for spoken in clause.subjects if clause is not None else ():
            if spoken.sort in (units.OPERATION, units.CONTRIBUTION, units.ANAPHOR):
                subject = reading.entity(spoken) or subject
        reading.propose("mandate", subject, name, unit.start, row[stop - 1].end, "an invitation")


def _goes_on(unit: Unit) -> bool:
    return unit.sort != units.TIME and unit.text not in ",.;)"


# --- terms ------------------------------------------------------------------------------------


def _read_term(reading: Reading, clause: Clause) -> None:
    """ "The mandate runs until 31 March 2023": the end of a mandate that is not named otherwise."""
    if any(p.kind == "mandate" for p in reading.out):
        return
    floor = max((c.end for c in reading.clauses if c.end <= clause.verb_start), default=reading.sentence.start)
    before = [u for u in reading.row[: clause.group.first] if u.start >= floor]
    noun = next((u for u in before if _means_mandate(reading, u)), None)
    mood = reading.mood(clause)
    ends = mood.times.ends or mood.times.on
    if noun is None or not ends:
        return
    organ = next((u for u in before if u.start > noun.start and is_organ(u)), None)
    named = organ or noun
    printed = organ.text if organ is not None else noun.text
    state = str(organ.value) if organ is not None and is_state(organ.value) else None
    subject = _bound_by(reading, Authority(printed, named.start, named.end), state, clause)
    whose = next((u for u in before if u.start >= noun.end and u.sort == units.CONTRIBUTION), None)
    meant = reading.entity(whose) if whose is not None and organ is None else None
    subject = meant if meant is not None and meant.sort is Sort.CONTRIBUTION else subject
    prolonged = clause.group.lemma in reading.words.sets["extending"] and mood.tense == "perfect"
    over = "past" if mood.modality == "past" and not prolonged else "actual"
    start = min(noun.start, clause.start)
    reading.propose(
        "mandate", subject, " ".join(printed.split()), start, clause.end, "a term", When(None, ends), modality=over
    )


def _means_mandate(reading: Reading, unit: Unit) -> bool:
    known = reading.words.sets["mandates"]
    if unit.sort not in (units.WORD, units.ANAPHOR):
        return False
    compounds = bool(reading.words.grammar["compounds"])
    return unit.low in known or (compounds and any(unit.low.endswith("-" + noun) for noun in known))


# --- common -----------------------------------------------------------------------------------


def _bound_by(reading: Reading, authority: Authority, state: str | None, clause: Clause | None = None) -> Entity | None:
    """What an authority is the mandate of."""
    discourse = reading.discourse
    named = [u for u in reading.row if u.sort == units.OPERATION]
    before = [u for u in named if u.end <= authority.start and clause is None]
    near = before[-1] if before else named[0] if named else None
    operation = discourse.resolve(near) if near is not None else discourse.operation
    if operation is None or state is None:
        return operation
    if discourse.hosts(operation, state):
        # The host's wish is the ground of whoever comes.
        sent = next((u for u in reading.row if u.sort == units.CONTRIBUTION), None)
        asked = discourse.resolve(sent) if sent is not None else None
        return asked if asked is not None and asked.sort is Sort.CONTRIBUTION else operation
    return discourse.a_contribution(state, operation)


def _end(reading: Reading, clause: Clause | None, all_behind: bool) -> tuple[str | None, int]:
    """When a mandate expires, and where the words end that say so.

    ``all_behind`` takes in whatever hangs on the clause: "authorised the Government | to place a force … until 2022".
    """
    lasting = reading.words.sets["lasting"]
    for each in reading.clauses:
        if each.group.lemma in reading.words.sets["extending"] and any(
            u.sort == units.CONTRIBUTION for _, u in each.arguments
        ):
            continue  # "decided to extend the contribution until May": that is its end, not the decision's
        runs = each.group.lemma in lasting or (each.frame is not None and each.frame.sort == "mandate")
        behind = clause is not None and each.start >= clause.start
        if each is clause or (behind and (all_behind or runs)) or each.group.lemma in lasting:
            ends = reading.mood(each).times.ends
            if ends:
                return ends, each.end
    return None, 0


def _overlaps(start: int, end: int, clause: Clause) -> bool:
    return start < clause.end and clause.start < end
