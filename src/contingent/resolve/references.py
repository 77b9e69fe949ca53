"""References made one: every spelling of an operation, an actor or an element leads to one reference.

The law of this module: the reference that a spelling leads to depends on the set of claims alone, never on
their order. Operations and actors go by the catalogue; elements by their words within what they belong to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from contingent.catalogue import Catalogue
from contingent.claim import Claim, Reference, parse_reference
from contingent.errors import ClaimError
from contingent.resolve.naming import WORDS, groups, normal, usual

OBJECT_IS_REFERENCE = frozenset({"participation", "lead", "element", "posting", "support"})
"""The kinds whose object names an operation, a contribution, an element or an actor."""
SUBJECT_IS_PERSON = frozenset({"posting"})
"""The kinds whose subject is a person's name; every other subject is a reference."""


def written_references(claim: Claim) -> tuple[str, ...]:
    """The references that a claim holds, as they are written."""
    found = [] if claim.kind in SUBJECT_IS_PERSON else [claim.subject]
    if claim.kind in OBJECT_IS_REFERENCE and claim.object:
        found.append(claim.object)
    return tuple(found)


class References:
    """The one reference for each spelling that a set of claims uses (see ``written_references``).

    Made once for all of them, then asked with ``of``.
    """

    def __init__(self, written: Counter[str], catalogue: Catalogue) -> None:
        """Join the references that mean the same; ``written`` counts how often claims write each of them."""
        self._catalogue = catalogue
        parsed = {text: taken_apart(text) for text in written}
        self._operations = self._named_operations(written, parsed)
        heads = {
            text: Reference(self._actor(reference.actor), self._operation(reference.operation), ())
            for text, reference in parsed.items()
        }
        self._found = self._with_elements(written, parsed, heads)

    def of(self, text: str) -> Reference:
        """The reference that ``text``, as a claim writes it, leads to."""
        return self._found[text]

    def changed(self, later: References) -> Iterator[tuple[str, Reference]]:
        """The spellings that lead to another reference later, or to none, with the reference that they led to."""
        for text, reference in self._found.items():
            if later._found.get(text) != reference:
                yield text, reference

    def _actor(self, name: str | None) -> str | None:
        if name is None:
            return None
        actor = self._catalogue.find_actor(name)
        return " ".join(name.split()) if actor is None else actor.code

    def _operation(self, name: str | None) -> str | None:
        if name is None:
            return None
        operation = self._catalogue.find_operation(name)
        return self._operations[normal(name)] if operation is None else operation.name

    def _named_operations(self, written: Counter[str], parsed: dict[str, Reference]) -> dict[str, str]:
        """The usual spelling of each operation that the catalogue does not know, by its normal form."""
        spellings: dict[str, Counter[str]] = {}
        for text, reference in parsed.items():
            if reference.operation is not None:
                name = " ".join(reference.operation.split())
                spellings.setdefault(normal(name), Counter())[name] += written[text]
        return {name: usual(found) for name, found in spellings.items()}

    @staticmethod
    def _with_elements(
        written: Counter[str], parsed: dict[str, Reference], heads: dict[str, Reference]
    ) -> dict[str, Reference]:
        """Join the names of elements level by level: a name means something only within its parent."""
        found = dict(heads)
        depth = 0
        while deeper := [text for text, reference in parsed.items() if len(reference.elements) > depth]:
            children: dict[Reference, dict[str, Counter[str]]] = {}
            for text in deeper:
                name = parsed[text].elements[depth]
                spellings = children.setdefault(found[text], {}).setdefault(normal(name), Counter())
                spellings[name] += written[text]
            names = {parent: _joined(spelled) for parent, spelled in children.items()}
            for text in deeper:
                parent = found[text]
                name = names[parent][normal(parsed[text].elements[depth])]
                found[text] = Reference(parent.actor, parent.operation, (*parent.elements, name))
            depth += 1
        return found


def _joined(spelled: dict[str, Counter[str]]) -> dict[str, str]:
    """The usual spelling for each normal form, forms that mean the same taken together."""
    group_of = groups(spelled, WORDS)
    together: dict[str, Counter[str]] = {}
    for name, spellings in spelled.items():
        together.setdefault(group_of[name], Counter()).update(spellings)
    return {name: usual(together[group_of[name]]) for name in spelled}


def taken_apart(text: str) -> Reference:
    """The reference taken apart; what names neither actor nor operation stands for itself, as an actor would."""
    try:
        return parse_reference(text)
    except ClaimError:
        return Reference(text.strip("/ ") or text, None, ())
