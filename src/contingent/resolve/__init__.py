"""From claims to facts: all that is stated of one thing, taken together, however it is spelled.

    facts = resolve(evidence, catalogue, decisions)

The law of this package: resolving is a pure fold. The same evidence and decisions give the same facts in any order,
and more evidence never takes a statement away from the facts; only a person's decision does.
"""

from contingent.resolve.fold import Change, Fold, by_document, resolve
from contingent.resolve.places import state_or_words

__all__ = ["Change", "Fold", "by_document", "resolve", "state_or_words"]
