"""Mobile units: those that move as a whole, so that being seen somewhere tells little of the next day.

The words are data: the language packs' table ``mobile`` lists formations, the catalogue knows ships by the prefix of
a name and by their types. The law of this module: a unit is mobile only if its own name, or that of a unit that it
belongs to, says so.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from datetime import date

from contingent import lang
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.fact import Fact
from contingent.resolve.equipment import is_under
from contingent.resolve.naming import normal, pattern_of
from contingent.resolve.spells import Spell, spells

_SHIP = "ship"
"""The type of the catalogue under which all types of ships stand."""


_MOVING = frozenset({"location", "element"})
"""The kinds of facts that change as a unit moves: where it is, and what it answers to."""


def spells_of(
    fact: Fact, catalogue: Catalogue, gap: int | None = None, moves: Iterable[date] = ()
) -> tuple[Spell, ...]:
    """The spells of a fact under a gap rule in days, as ``spells`` makes them for what is known of the unit.

    ``moves`` are days on which the unit was elsewhere.
    """
    unit = fact.subject if fact.kind in _MOVING and isinstance(fact.subject, Reference) else None
    return spells(fact.statements, gap, unit is not None and is_mobile(unit, catalogue), moves)


def is_mobile(unit: Reference, catalogue: Catalogue) -> bool:
    """Whether a unit is known to be mobile, by the words of its elements; an operation or an actor never is."""
    return any(_is_mobile(element, catalogue) for element in unit.elements)


@functools.lru_cache(maxsize=16384)
def _is_mobile(name: str, catalogue: Catalogue) -> bool:
    words = name.split()
    if words[:1] and words[0] in catalogue.ship_prefixes:
        return True
    plain = normal(name)
    if any(formations.search(plain) for formations in _formations()):
        return True
    # "the frigate", "fregatten Esbern Snare"; a "ship inspection team" is no ship.
    bears_a_name = len(words) > 1 and words[0].islower() and words[1][:1].isupper()
    return bool(_ships(catalogue).search(normal(words[0]) if bears_a_name else plain))


@functools.cache
def _formations() -> tuple[re.Pattern[str], ...]:
    """A pattern for each language, for pages of one language print names of another."""
    return tuple(pattern_of(lang.load(code).table("mobile")["formations"]) for code in lang.languages())


@functools.lru_cache(maxsize=4)
def _ships(catalogue: Catalogue) -> re.Pattern[str]:
    """The nouns for ships, at the end of a name."""
    nouns = {
        normal(name.name) for name in catalogue.asset_names if not name.model and is_under(name.type, _SHIP, catalogue)
    }
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(nouns, key=len, reverse=True)))})\Z")
