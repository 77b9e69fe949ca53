"""What a name of equipment means: a type, in any language, with the designation of a model where one is printed.

The law of this module: two names mean one thing only where both say the same type and the same designation; a name
with words that neither the catalogue knows nor a number marks as a designation means nothing but itself.
"""

from __future__ import annotations

import functools

from contingent.catalogue import Catalogue
from contingent.resolve.naming import normal, only_meanings


@functools.lru_cache(maxsize=16384)
def equipment_meant(name: str, catalogue: Catalogue) -> str | None:
    """A key for what a name means, alike for ``EH101 helicopter`` and ``EH-101-helikopter``; None if unknown."""
    types, words = _types(catalogue), normal(name).split()
    for place in range(len(words)):
        kind = types.get(" ".join(words[place:]))
        if kind is not None:
            designation = "".join(words[:place])
            return f"={kind}:{designation}" if not designation or any(map(str.isdigit, designation)) else None
    return None


@functools.lru_cache(maxsize=16384)
def may_be_one_type(one: str, other: str, catalogue: Catalogue) -> bool:
    """Whether two names can be those of one thing: the same, or one says less: "helicopter" and "EH101 helicopter"."""
    mine, yours = equipment_meant(one, catalogue), equipment_meant(other, catalogue)
    if mine is None or yours is None:
        return normal(one) == normal(other)
    (kind, _, model), (other_kind, _, other_model) = mine[1:].partition(":"), yours[1:].partition(":")
    if model and other_model and model != other_model:
        return False
    return is_under(kind, other_kind, catalogue) or is_under(other_kind, kind, catalogue)


def is_under(kind: str, wider: str, catalogue: Catalogue) -> bool:
    """Whether a type of the catalogue is another one or stands under it: "frigate" under "ship"."""
    above: str | None = kind
    while above is not None and above != wider:
        above = catalogue.asset_types[above].parent
    return above == wider


@functools.lru_cache(maxsize=4)
def _types(catalogue: Catalogue) -> dict[str, str]:
    """The type that each noun for equipment means; a noun of two types in two languages means neither."""
    return only_meanings((normal(name.name), name.type) for name in catalogue.asset_names if not name.model)
