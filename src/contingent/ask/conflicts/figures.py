"""Figures that can be held against each other: within one unit and one scope.

The law of this module: soldiers are never compared with civilians, nor a figure that leaves something out with one that
does not. An approximate figure stands for all within a tenth of it, and an open side for all figures on that side.
"""

from __future__ import annotations

from contingent.ask.conflicts.sightings import Sighting
from contingent.ask.values import range_of
from contingent.claim import Quantity
from contingent.fact import Statement
from contingent.resolve.naming import normal

Measure = tuple[str | None, str]
"""The unit and the scope of a figure: only figures that share both can exclude each other."""


def measure_of(statement: Statement) -> Measure:
    """The measure of a statement's figure."""
    quantity = statement.claim.quantity
    return None if quantity is None else quantity.unit, normal(statement.claim.scope or "")


def quantity_of(sighting: Sighting) -> Quantity:
    """The figure of a strength or a membership, which always have one."""
    quantity = sighting.statement.claim.quantity
    assert quantity is not None
    return quantity


def distance(one: Quantity, other: Quantity) -> float:
    """How much lies between two figures; 0 where they overlap."""
    (low, high), (least, most) = range_of(one), range_of(other)
    return max(least - high, low - most, 0.0)
