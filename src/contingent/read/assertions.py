"""Whether a clause says that something is so: not where it is denied, asked, supposed or only thought of."""

from __future__ import annotations

from contingent.read import units
from contingent.read.clause import Clause
from contingent.read.mood import NON_FINITE
from contingent.read.sentence_reading import Reading


def is_asserted(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is stated as a fact, a plan or a permission."""
    return not (
        clause.group.negated or _is_asked(reading) or _is_supposed(reading, clause) or _is_considered(reading, clause)
    )


def _is_asked(reading: Reading) -> bool:
    """ "Will Denmark send soldiers?" asks whether; "What has Belgium sent?" takes for granted that it has."""
    return reading.row[-1].text == "?" and bool(reading.clauses) and reading.clauses[0].group.first == 0


def _is_supposed(reading: Reading, clause: Clause) -> bool:
    """ "If Denmark were to send aircraft": a condition states nothing."""
    row = reading.row
    at = next((k for k, unit in enumerate(row) if unit.start >= clause.start), 0)
    before = [u for u in row[max(0, at - 1) : at + 1] if u.sort == units.WORD]
    duty = at + 1 < len(row) and reading.is_in("duties", row[at])
    return not duty and any(reading.is_in("conditions", u) for u in before)


def _is_considered(reading: Reading, clause: Clause) -> bool:
    """ "Belgium considers sending a frigate": what is only thought of, or refused."""
    if clause.group.tense not in NON_FINITE:
        return False
    for leading in reversed(reading.clauses[: reading.clauses.index(clause)]):
        if leading.group.tense not in NON_FINITE:
            return leading.group.lemma in reading.words.sets["considering"] or leading.group.negated
    return False
