"""Asking: what the evidence says of one thing on one day, as known by another.

    answer = placemat(evidence, "NMI", date(2021, 4, 15))

The law of this package: every answer can show its quotes, and a day is always an argument.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from contingent.ask.answer import Answer, Word, answer
from contingent.ask.compose import make_placemat
from contingent.ask.scope import touching
from contingent.ask.sheet import Line, Note, Placemat, Section
from contingent.catalogue import Catalogue, load
from contingent.decision import Decision
from contingent.errors import UnknownNameError
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
        evidence = list(evidence)
        kept = [_as_known(item, known) for item in evidence if known_by(item, known)]
        if evidence and not kept:
            first = min(filter(None, map(public_since, evidence)), default=None)
            since = f"; the first such document is of {first}" if first else ""
            raise UnknownNameError(f"No document published by {known} speaks of {what!r}{since}.")
        evidence = kept
    return make_placemat(resolve(evidence, names, decisions), what, on, known, names, gap)


def known_by(item: Evidence, day: date) -> bool:
    """Whether a piece of evidence was public on ``day``, for certain."""
    since = public_since(item)
    return since is not None and since <= day


def _as_known(item: Evidence, day: date) -> Evidence:
    """The evidence without a next version of its page that was not yet public."""
    unknown = item.replaced is not None and parse_bound(item.replaced)[1] > day
    return replace(item, replaced=None) if unknown else item


def public_since(item: Evidence) -> date | None:
    """The day by which a piece of evidence was public for certain, None if that is not known.

    A document without a day of publication was public at the latest when the register took it in.
    """
    if item.published is not None:
        return parse_bound(item.published)[1]
    return None if item.added is None else date.fromisoformat(item.added[:10])
