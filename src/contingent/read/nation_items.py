"""Lines that are a state, alone or with what it has sent: "Italy", "Spain (Eurofighter)", "Austria 292"."""

from __future__ import annotations

from contingent.document import BlockKind
from contingent.read import units
from contingent.read.lead_ins import LeadIn
from contingent.read.proposals import quantity_of
from contingent.read.sentence_reading import Reading

_OPENING = ("(", ":", ".", ",", "-", "–", "—")
"""The signs that part the name of a state from what is said of it."""
_FEWEST = 3
"""States in a row, at the least, that are the list of a section."""
_TELLING = (units.ASSET, units.UNIT, units.PEOPLE, units.PERSONS, units.NUMBER)


def read_nation_item(reading: Reading, lead_in: LeadIn | None, first: bool) -> None:
    """State that the state which opens an item takes part, and make its contribution what the item is about.

    A state takes part only where the lead-in says that it lists such states, or what follows its name tells what
    it has sent.
    """
    row, discourse = reading.row, reading.discourse
    if not first or not row or row[0].sort != units.ACTOR or row[0].detail != "name":
        return
    code = str(row[0].value)
    if not discourse.contributes(discourse.operation, code):
        return
    item = discourse.annotated.document.blocks[reading.sentence.block].kind is BlockKind.ITEM
    parted = len(row) > 1 and row[1].text in _OPENING
    listed = item and (len(row) == 1 or parted) and (lead_in is None or lead_in.listing or lead_in.nations)
    if not listed:
        return
    telling = parted and any(unit.sort in _TELLING for unit in row[2:])
    if not (telling or (lead_in is not None and lead_in.nations)):
        return
    mood = reading.mood(None)
    span = (row[0].start, row[0].end)
    reading.state("participation", discourse.an_actor(code), discourse.operation, *span, "an item of states", mood)
    reading.owner = discourse.focus = discourse.last_subject = discourse.a_contribution(code)


def read_contributors(reading: Reading) -> None:
    """A paragraph of nothing but states below a heading of contributors: all of them take part."""
    row, discourse = reading.row, reading.discourse
    document = discourse.annotated.document
    block = document.blocks[reading.sentence.block]
    if block.kind is not BlockKind.PARAGRAPH or not block.headings or row[0].sort != units.ACTOR:
        return
    states = [unit for unit in row if unit.sort == units.ACTOR and unit.detail == "name"]
    small = (unit for unit in row if not (unit.sort == units.ACTOR and unit.detail == "name"))
    alone = all(
        u.sort == units.SIGN or any(reading.is_in(x, u) for x in ("conjunctions_and", "definite")) for u in small
    )
    said = (document.text[b.start : b.end] for b in (document.blocks[k] for k in block.headings))
    if (
        len(states) < _FEWEST
        or not alone
        or not any(text.lower().strip(" :") in _contributors(reading) for text in said)
    ):
        return
    for unit in states:
        if discourse.contributes(discourse.operation, unit.value):
            actor, span = discourse.an_actor(str(unit.value)), (unit.start, unit.end)
            reading.state(
                "participation", actor, discourse.operation, *span, "a list of contributors", reading.mood(None)
            )


def _contributors(reading: Reading) -> frozenset[str]:
    return frozenset(reading.words.labels["contributors"])


def read_counted_line(reading: Reading) -> None:
    """A line that is a state and a number and nothing else: how many people it has in the operation spoken of."""
    row, discourse = reading.row, reading.discourse
    said = [unit for unit in row if unit.text not in _OPENING]
    if len(said) != 2 or said[0].sort != units.ACTOR or said[0].detail not in ("name", "capital"):
        return
    code = str(said[0].value)
    counted = said[1].value if said[1].sort == units.NUMBER else None
    if counted is None or counted.measure is not None or not discourse.contributes(discourse.operation, code):
        return
    contribution = discourse.a_contribution(code)
    if contribution is None:
        return
    span, rule = (said[0].start, said[1].end), "a line of a state and a number"
    reading.propose("participation", discourse.an_actor(code), discourse.operation, *span, rule)
    reading.propose("strength", contribution, None, *span, rule, quantity=quantity_of(counted, "persons"))
