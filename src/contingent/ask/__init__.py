"""Asking: what the evidence says of one thing on one day, as known by another.

    answer = placemat(evidence, "NMI", date(2021, 4, 15))

The law of this package: every answer can show its quotes, and a day is always an argument.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from contingent.ask.answer import Answer, Word, answer
from contingent.ask.compose import make_placemat
from contingent.ask.knowledge import as_known, known_by
from contingent.ask.scope import touching
from contingent.ask.sheet import Line, Note, Placemat, Section
from contingent.catalogue import Catalogue, load
from contingent.decision import Decision
from contingent.fact import Evidence
from contingent.resolve import resolve

__all__ = ["Answer", "Line", "Note", "Placemat", "Section", "Word", "answer", "known_by", "placemat", "touching"]


def placemat(
    evidence: Iterable[Evidence],
    what: str,
    on: date,
    known: date | None = None,
    catalogue: Catalogue | None = None,
    gap: int | None = None,
    decisions: Iterable[Decision] = (),
) -> Placemat:
    """What is known of ``what`` on the day ``on``, from the documents published by ``known`` (that day included).

    ``what`` is any name of an operation, an actor, a person, a place or an element that the evidence speaks
    of. Nothing is presumed more than ``gap`` days from the nearest evidence. ``decisions`` count whenever they were
    made. Raises ``UnknownNameError`` with the nearest names if nothing bears the name.
    """
    names = load() if catalogue is None else catalogue
    if known is not None:
        evidence = as_known(evidence, known, what)
    return make_placemat(resolve(evidence, names, decisions), what, on, known, names, gap)
