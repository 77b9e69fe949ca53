"""One sentence read whole: what its clauses, or its words without a verb, state."""

from __future__ import annotations

from contingent.document import BlockKind
from contingent.read.activities import is_results_line, read_results
from contingent.read.attributes import (
    read_counted_nations,
    read_leaders,
    read_leadership,
    read_named_contributors,
    read_national_presence,
)
from contingent.read.ceilings import read_ceilings
from contingent.read.clause import Clause
from contingent.read.code_names import read_code_names
from contingent.read.constituents import read_constituents
from contingent.read.frames import read_clause, speaks_of_several
from contingent.read.led_people import read_led_people
from contingent.read.mandates import read_mandates
from contingent.read.named_states import read_named_states
from contingent.read.places import is_place, place_name, role_of
from contingent.read.postings import read_postings
from contingent.read.proposals import Proposal
from contingent.read.scopes import read_scopes
from contingent.read.sentence_reading import Reading
from contingent.read.spells import join_spells
from contingent.read.theatres import read_areas, read_theatres
from contingent.read.units import Unit
from contingent.read.walk import Walk

_FRAGMENT = 14
"""A sentence without a verb and of so few units says what its subject has: "All in all around 70 women and men."."""


def read_sentence(reading: Reading) -> list[Proposal]:
    """All that one sentence states."""
    if is_results_line(reading):
        read_results(reading)
        return reading.out
    read_leaders(reading)
    read_leadership(reading)
    read_theatres(reading)
    read_areas(reading)
    read_counted_nations(reading)
    read_named_contributors(reading)
    read_national_presence(reading)
    read_named_states(reading)
    read_code_names(reading)
    clause = reading.clauses[0] if reading.clauses else None
    named = reading.listed and (clause is None or _only_adds(reading, clause))
    if clause is None or named:
        _read_phrases(reading, len(reading.row) if clause is None else clause.group.first)
    else:
        _read_before_semicolon(reading, clause)
    if all(c.group.tense == "participle" for c in reading.clauses):
        read_results(reading)
    spoken_of = reading.discourse.operation
    fronted = bool(reading.clauses) and reading.clauses[0].inherited
    for each in [*reading.clauses[1:], reading.clauses[0]] if fronted else reading.clauses:
        read_clause(reading, each)  # "to help the battalion, a team …" is about the team that the rest introduces
    if speaks_of_several(reading):
        reading.discourse.operation = spoken_of
    read_mandates(reading)
    read_ceilings(reading)
    read_postings(reading)
    read_led_people(reading)
    read_scopes(reading)
    return join_spells(reading.out)


def _only_adds(reading: Reading, clause: Clause) -> bool:
    """Whether a clause only adds to the phrase before it: "eight people for UNTSO, in which New Zealand takes part"."""
    if clause.relative or clause.group.tense == "participle":
        return True
    before = [unit for unit in reading.row if unit.end <= clause.start][-2:]
    return any(reading.is_in("relatives", unit) for unit in before)


def _read_before_semicolon(reading: Reading, clause: Clause) -> None:
    """ "A medical company; the mission was closed": what stands before the semicolon is a phrase of its own."""
    last = next((n for n, u in enumerate(reading.row) if u.text == ";" and u.end <= clause.start), None)
    if last is not None:
        _read_phrases(reading, last)


def _read_phrases(reading: Reading, last: int) -> None:
    """The words of a sentence without a verb, or those before its verb: the first ``last`` units."""
    if _is_caption(reading):
        return  # what a picture shows is there, and no more is said of it
    row, discourse = reading.row, reading.discourse
    owner = reading.owner or discourse.focus
    if owner is None:
        owner = discourse.ours or discourse.operation if reading.listed else discourse.last_subject
    alone = last == len(row) or row[last].text == ";"
    fragment = alone and last <= _FRAGMENT
    walk = Walk(
        reading,
        reading.mood(None),
        owner,
        reading.listed or fragment,
        rule="an item of a list" if reading.listed else "a phrase without a verb",
        holder=owner,
    )
    read_constituents(walk, reading.opening, last)
    if reading.listed and len(row) > 1 and row[1].text == ":" and is_place(row[0]):
        _place_introduced(walk, row[0])
    if reading.listed and walk.introduced:
        discourse.focus = discourse.last_subject = walk.introduced[0]


def _place_introduced(walk: Walk, place: Unit) -> None:
    """ "Gao: a logistics base": what an item names behind a place is there."""
    reading = walk.reading
    for entity in walk.introduced:
        if not any(p.kind == "location" and p.subject is entity for p in reading.out):
            end = max(p.end for p in reading.out if p.subject is entity)
            role = role_of(reading, place, "")
            reading.state("location", entity, place_name(place), place.start, end, walk.rule, walk.mood, role=role)


def _is_caption(reading: Reading) -> bool:
    block = reading.discourse.annotated.document.blocks[reading.sentence.block]
    return block.kind is BlockKind.CAPTION
