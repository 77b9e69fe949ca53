"""From claims to facts: all that is stated of one thing, taken together, however it is spelled.

    facts = resolve(evidence, catalogue)

The law of this package: resolving is a pure fold. The same evidence gives the same facts in any order, and
more evidence never takes a statement away from the facts.
"""

from contingent.resolve.fold import place_key, resolve

__all__ = ["place_key", "resolve"]
