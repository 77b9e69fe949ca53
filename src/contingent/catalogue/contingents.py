"""The short names that missions of the United Nations give to national contingents: "INDBATT", "IRISHPOLBATT"."""

from __future__ import annotations

import functools

from contingent.catalogue.table import rows

CONTINGENT_PREFIX_COLUMNS = ("prefix", "state")


@functools.cache
def contingent_prefixes() -> dict[str, str]:
    """The state of each prefix, in capitals."""
    return {prefix: state for _, (prefix, state) in rows("contingent_prefixes.csv", CONTINGENT_PREFIX_COLUMNS)}


def states_in(stem: str) -> list[str]:
    """The states that a stem in capitals is put together of; empty if it is not made of their prefixes alone.

    >>> states_in("IRISHPOL")
    ['IRL', 'POL']
    """
    prefixes = contingent_prefixes()
    if stem in prefixes:
        return [prefixes[stem]]
    for cut in range(len(stem) - 1, 1, -1):
        if stem[:cut] in prefixes and (rest := states_in(stem[cut:])):
            return [prefixes[stem[:cut]], *rest]
    return []
