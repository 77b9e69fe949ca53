"""Asking: what the evidence says of one thing on one day, as known by another.

    answer = placemat(evidence, "NMI", date(2021, 4, 15))

The law of this package: every answer can show its quotes, and a day is always an argument.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from contingent.ask.answer import Answer, Word, answer
from contingent.ask.compose import make_placemat
from contingent.ask.scope import touching
from contingent.ask.sheet import Line, Note, Placemat, Section
from contingent.catalogue import Catalogue, load
from contingent.fact import Evidence
from contingent.period import parse_bound
from contingent.resolve import resolve

__all__ = ["Answer", "Line", "Note", "Placemat", "Section", "Word", "answer", "known_by", "placemat", "touching"]


def placemat(
    evidence: Iterable[Evidence],
    what: str,
    on: date,
    known: date | None = None,
    catalogue: Catalogue | None = None,
) -> Placemat:
    """What is known of ``what`` on the day ``on``, from the documents published by ``known`` (that day included).

    ``what`` is any name of an operation, an actor, a person, a place or an element that the evidence speaks
    of. Raises ``UnknownNameError`` with the nearest names if it is none.
    """
    names = load() if catalogue is None else catalogue
    kept = evidence if known is None else (item for item in evidence if known_by(item, known))
    return make_placemat(resolve(kept, names), what, on, known, names)


def known_by(item: Evidence, day: date) -> bool:
    """Whether a piece of evidence was public on ``day``: published by then, for certain.

    A document without a day of publication was public at the latest when the register took it in.
    """
    if item.published is not None:
        return parse_bound(item.published)[1] <= day
    return item.added is not None and date.fromisoformat(item.added[:10]) <= day
